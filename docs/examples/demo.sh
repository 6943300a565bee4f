#!/bin/sh
# Indexes the sample reports and shows a few searches. Usage: demo.sh BUILD DATABASE
set -eu
cd "$(dirname "$0")/../.."
build=$1 database=$2
show() {
    printf '\n\033[1m$ tribune-search demo.db %s\033[0m\n' "$*" | sed 's/--color=always //'
    "$build/tribune-search" "$database" "$@" || [ $? -eq 1 ]
}
# The escapes of the titles only where a person looks on.
[ -t 1 ] || show() {
    printf '\n$ tribune-search demo.db %s\n' "$*"
    "$build/tribune-search" "$database" "$@" || [ $? -eq 1 ]
}

echo "Reading corpus/reports: seminars, councils, debates, in French and English."
"$build/tribune-index" --url-prefix=/reports/ "$database" corpus/reports

printf '\nWhat one report holds (tribune-index --dump corpus/reports/journee-velo-angers.html):\n'
"$build/tribune-index" --dump corpus/reports/journee-velo-angers.html | sed 's/,"passages":\[{.*//' | cut -c1-420 | fold -w 118 -s

printf '\n--- What somebody said on a subject: the passages are hers.\n'
show --unit=passage --limit=2 'eau speaker:pichard'
printf '\n--- Words anywhere in a report, its best passages with who says them.\n'
show --limit=2 'coopération logement'
printf '\n--- A place, down the hierarchy: Gironde finds Bordeaux; Pays de la Loire finds Angers.\n'
show --limit=2 'vélo event-place:"Pays de la Loire"'
printf '\n--- A stretch of time, in French or English.\n'
show --limit=3 --sort=date 'archives date:2017..2019'

cat <<END

The web page:            make serve      (or make demo SERVE=1), then open the address that it prints
More searches:           $build/tribune-search $database 'archives intervenant:rahmani'
What is found in a file: $build/tribune-index --dump FILE
END
