# What bash offers for each line of standard input, in angle brackets. First argument: the script.
source "$1"
while IFS= read -r line; do
    read -r -a COMP_WORDS <<<"$line"
    [[ $line == *' ' ]] && COMP_WORDS+=("")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    read -r -a how <<<"$(complete -p "${COMP_WORDS[0]}")"
    "${how[2]}" "${COMP_WORDS[0]}"
    echo "<${COMPREPLY[*]}></>"
done
