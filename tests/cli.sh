#!/bin/sh
# Runs tribune-search on the command line: exit statuses, messages, formats.
# Usage: tests/cli.sh BUILD
. "$(dirname "$0")/checks"
db=$work/db

"$build/tribune-index" --quiet "$db" "$root/corpus/reports" || exit 1

run() { run_program tribune-search "$@"; } # run EXPECTED-STATUS ARGUMENT...

run 0 "$db" eau
out "1. "
run 0 "$db" coopération -n 1
run 1 "$db" zzqxv
run 0 --help
out "--format=FORMAT"
for option in $(sed -n 's/^.*  *--\([a-z-]*\).*$/\1/p' "$work/out"); do
    if grep -q "^\.It Fl.* -$option\b" "$root/docs/tribune-search.1"; then ok; else fail "--$option is not in the manual"; fi
done
run 0 --version
run 0 --list-fields
out "speaker	intervenant"

run 2
says "which database?"
run 2 "$db"
says "search for what?"
run 2 "$db" eau --frobnicate
says "unknown option --frobnicate"
run 2 "$db" eau --limit=many
says "--limit"
run 2 "$db" "eau date:nonsense"
says "  eau date:nonsense"
says "^"
run 2 "$db" "été date:nonsense"
says "      ^"
run 2 --database="$db" "$db" "speaker:x AND"
run 2 "$db" "$(printf 'caf\351')"
says "not UTF-8"

run 3 "$work/none" eau
says "none"
mkdir "$work/empty"
run 3 "$work/empty" eau
mkdir -p "$work/broken/reports" "$work/broken/passages"
run 3 "$work/broken" eau
run 3 "$root/README.md" eau

run 0 --format=json "$db" eau
json '.total > 0 and .hits[0].passages[0].snippet'
run 1 --format=json "$db" zzqxv
json '.total == 0'
run 0 --format=json --facets=speaker,year,place,language,organisation,event_place --limit=0 "$db" '*'
run 0 --format=json --facets=place --limit=0 "$db" '*'
json '[.facets.place[].kind] | index("commune") and index("departement") and all(. != null)'
run 0 --facets=place --limit=0 "$db" '*'
out "(commune)"
run 0 --format=jsonl "$db" eau
if jq -e .id "$work/out" >/dev/null; then ok; else fail "not JSON Lines"; fi
for format in csv tsv html atom ris bibtex trec; do
    run 0 --format=$format "$db" eau
    no_out "(null)"
done
run 0 --format=text --color=always "$db" eau
out "$(printf '\033[1m')"
run 0 --format=text "$db" eau
no_out "$(printf '\033')"
run 0 --kwic=20 "$db" eau
out "["
run 0 --explain "$db" eau
run 0 --unit=passage --sort=-date "$db" eau
run 0 --suggest=bor "$db"
run 0 --database="$db" "$db" eau

id=$("$build/tribune-search" --format=json -n 1 "$db" eau | jq -r '.hits[0].id')
run 0 --similar="$id" "$db"
no_out "(null)"
run 0 --doc="$id" "$db" eau
run 0 --doc="$id" --format=html "$db" eau
out "<mark"
run 0 --doc="$id" --format=ris "$db"
out "TY  - CPAPER"
run 0 --doc="$id" --format=bibtex "$db"
out "@misc{$id,"
run 2 --doc="$id" --format=csv "$db"
run 1 --doc=none "$db"
run 1 --similar=none "$db"

printf 'q1\teau\nno tab here\nq2\tdate:nonsense\nq3\tcoopération\n' >"$work/batch"
run 2 --format=trec --run=test --batch="$work/batch" "$db"
says "batch:2: not a line of id<TAB>query"
says "batch:3: query \"q2\" was left out"
out "q1 Q0 "
out "q3 Q0 "
out " test"
if awk '{ if ($1 == query && $5 > last) bad = 1; query = $1; last = $5 } END { exit bad }' "$work/out"; then
    ok
else
    fail "a score rises with rank"
fi
printf 'q1\teau\n' >"$work/batch"
run 0 --format=trec --batch="$work/batch" "$db"
run 2 --batch="$work/none" "$db"

finish
