# What fish offers for each line of standard input, in angle brackets. First argument: the script.
source $argv[1]
while read -l line
    set -l words (complete -C $line | string replace -r '\t.*' '')
    echo "<$words></>"
end
