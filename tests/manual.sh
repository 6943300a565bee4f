#!/bin/sh
# Every command of README.md and of the manual pages runs, and does what a reader expects: exit status 0.
# Usage: tests/manual.sh BUILD
. "$(dirname "$0")/checks"
cd "$work" || exit 2
ln -s "$build" build
ln -s "$root/corpus" corpus
ln -s "$root/docs" docs
PATH=$build:$PATH
export PATH

commands() { # the indented commands of README.md that run a program of ours, then the manuals' .Dl lines
    sed -n 's/^    \(build\/tribune-[a-z]* .*\)/\1/p' "$root/README.md" | grep -v -- --serve
    sed -n 's/^\.Dl \(tribune-[a-z]* .*\)/\1/p; s/^\.Dl "\(tribune-[a-z]* .*\)"$/\1/p; s/^\.Dl \([A-Z_]*=.*tribune-.*\)/\1/p' "$root"/docs/*.[158] |
        sed 's/\\&//g; s/\\-/-/g; s/\\(aq/'"'"'/g; s/\\e/\\/g'
}
commands >commands
tribune-index --quiet reports.db corpus/reports
while IFS= read -r command; do
    if sh -c "set -e; $command" >out 2>errors </dev/null; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "manual.sh: \"$command\" fails: $(head -2 errors)" >&2
    fi
done <commands
[ "$passed" -ge 12 ] || { failed=$((failed + 1)); echo "manual.sh: only $passed commands found" >&2; }

# Every option of --help is in the manual, and the other way round.
for program in tribune-index tribune-search; do
    $program --help | sed -n 's/^  .*--\([a-z-]*\).*/\1/p' | sort -u >help
    sed -n 's/^\.It.* Fl -\([a-z-]*\).*/\1/p; s/^\.It.* , -\([a-z-]*\).*/\1/p' "$root/docs/$program.1" | sort -u >manual
    if cmp -s help manual; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "manual.sh: $program --help and its manual differ:" >&2
        diff help manual >&2
    fi
done
if command -v mandoc >/dev/null; then
    if mandoc -T lint -W warning "$root"/docs/*.[158] >out 2>&1; then passed=$((passed + 1)); else failed=$((failed + 1)); cat out >&2; fi
fi
finish
