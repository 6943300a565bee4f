#!/bin/sh
# Runs the tables of queries on the little reports beside them, tests/tables/NAME.txt on tests/tables/NAME: what each query
# finds, or how it fails. Usage: tests/queries.sh BUILD
# queries.txt (on reports/) explains the form of a row. Adding one needs no code.
. "$(dirname "$0")/checks"
tab=$(printf '\t')

# Names of the hits: of reports as they are, of passages with their number; sorted, or in order.
names='def name($unit): (.file | sub(".*/"; "") | sub("\\.[a-z]+$"; "")) + (if $unit == "passage" then ".\(.passages[0].n)" else "" end);
  def list(f): .unit as $unit | [.hits[] | select(f) | name($unit)] | if $ordered == "yes" then . else sort end | join(" ");
  list(.partial | not) + (if $partial == "yes" then " | " + list(.partial) else "" end) | gsub("^ +| +$"; "") | gsub(" +"; " ")'

check() { # check QUERY-LINE EXPECTED LINE-NUMBER
    query=${1%%"$tab"*} options=
    case $1 in *"$tab"*) options=${1#*"$tab"} ;; esac
    expected=$2 ordered=no partial=no
    case $expected in ">"*) ordered=yes expected=${expected#>} ;; esac
    case $expected in *"|"*) partial=yes ;; esac
    # shellcheck disable=SC2086 # one blank between the names
    set -- "$query" $expected && shift && expected=$*
    # shellcheck disable=SC2086 # options are words
    "$build/tribune-search" --format=json --limit=50 $options "$work/$table.db" "$query" >"$work/out" 2>"$work/errors" </dev/null
    code=$?
    case $expected in
    "!"*)
        rest=${expected#! } column=${rest%% *} message=${rest#* }
        caret=$(sed -n '3s/\^.*//p' "$work/errors" | awk '{ print length($0) - 1 }')
        if [ $code -eq 2 ] && [ "$caret" = "$column" ] && grep -qF -e "$message" "$work/errors"; then
            passed=$((passed + 1))
            return
        fi
        got="status $code, column $caret: $(head -1 "$work/errors")" ;;
    *)
        got=$(jq -r --arg ordered $ordered --arg partial $partial "$names" <"$work/out" 2>&1)
        if [ "$got" = "$expected" ] && [ $code -le 1 ]; then
            passed=$((passed + 1))
            return
        fi
        got="$got$(head -2 "$work/errors")" ;;
    esac
    failed=$((failed + 1))
    printf '%s.txt:%s: %s\n  gives    %s\n  expected %s\n' "$table" "$number" "$query" "$got" "$expected" >&2
}

set -f # no row is a pattern of files

run_table() { # run_table NAME REPORTS
    table=$1 number=0 query=
    "$build/tribune-index" --quiet "$work/$table.db" "$root/tests/tables/$2" || exit 1
    while IFS= read -r line || [ -n "$line" ]; do
        number=$((number + 1))
        case $line in
        "#"*) continue ;;
        "") query= ;;
        *) if [ -z "$query" ]; then query=$line; else
               case $line in "-") line= ;; esac
               check "$query" "$line" "$number"
           fi ;;
        esac
    done <"$root/tests/tables/$table.txt"
}

run_table queries reports
run_table french french
finish
