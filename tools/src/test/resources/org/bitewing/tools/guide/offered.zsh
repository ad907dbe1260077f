# What zsh offers for each line of standard input, in angle brackets. First argument: the folder of the function.
zmodload zsh/zpty
zpty shell zsh -f -i
ask() { zpty -w shell "$1"; zpty -r -m shell said "*$2*" }
ask "PS1= RPS1=; fpath=(${(q)1} \$fpath); autoload -Uz compinit; compinit -u -D; print made-''known" made-known
ask "compadd() {
    [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]] && { builtin compadd \"\$@\"; return; }
    local -a hits; builtin compadd -O hits \"\$@\"; (( \$#hits )) && print -r -- \"<\${(j: :)hits}>\"
    builtin compadd \"\$@\"
}
finished() { print -r -- '</>'; comppostfuncs=(finished) }
comppostfuncs=(finished); unsetopt auto_list; print made-''ready" made-ready
while IFS= read -r line; do
    zpty -w -n shell $'\C-u'"$line"$'\t'
    zpty -r -m shell said '*</>*'
    print -r -- "$said"
done
zpty -d shell
