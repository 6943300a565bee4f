#!/bin/sh
# A tree of many tiny files, in folders inside folders: each is indexed, the second run reads none, pruning takes what is
# gone and nothing else. Usage: tree.sh BUILD COUNT
set -u
build=$(cd "${1:?usage: tree.sh BUILD COUNT}" && pwd) || exit 2
count=${2:?usage: tree.sh BUILD COUNT}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
mkdir "$work/tree"
awk -v count="$count" -v to="$work/tree" 'BEGIN {
    for (i = 0; i < count; i++) {
        folder = sprintf("%s/%02d/%03d", to, i % 10, int(i / 10) % 100)
        if (!(folder in made)) {
            system("mkdir -p " folder)
            made[folder] = 1
        }
        file = sprintf("%s/r%d.txt", folder, i)
        printf "Anne Garnier a parlé du pont %d.\n", i >file
        close(file)
    }
}'
run() { # run WHAT WORDS COMMAND...: the command's summary has these words; says how long it took
    what=$1 words=$2
    shift 2
    begun=$(date +%s%N)
    "$@" >"$work/out" 2>"$work/errors"
    took=$((($(date +%s%N) - begun) / 1000000))
    if grep -qF -e "$words" "$work/out"; then
        passed=$((passed + 1))
        echo "$what: $took ms"
    else
        failed=$((failed + 1))
        echo "tree.sh: $what: no \"$words\" in $(head -3 "$work/out" "$work/errors")" >&2
    fi
}
run "$count tiny files" "$count added" "$build/tribune-index" "$work/db" "$work/tree"
run "nothing changed" "$count unchanged" "$build/tribune-index" "$work/db" "$work/tree"
rm -r "$work/tree/03"
gone=$((count / 10))
run "a tenth is gone" "$gone removed, 0 refused" "$build/tribune-index" --prune "$work/db" "$work/tree"
run "checked" " 0 faults" "$build/tribune-index" --check "$work/db"
echo "tree.sh: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
