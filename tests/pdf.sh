#!/bin/sh
# Reports in PDF, made by tests/make_pdf.py from tests/pdf/: paragraphs, hyphens, running headers, columns, refusals.
# Usage: tests/pdf.sh BUILD
. "$(dirname "$0")/checks"
cd "$work" || exit 2
make_pdf() { python3 "$root/tests/make_pdf.py" "$@"; }
text_of() { "$build/tribune-index" --dump --text "$1" >text 2>errors || fail "$(cat errors)"; }
has() { holds_text text "$1"; }
has_not() { lacks_text text "$1"; }
fact() { holds_json dump "$1"; }
refused() { # refused FILE WORDS: by name, with the reason
    what="the PDF $1"
    "$build/tribune-index" --dump "$1" >out 2>errors
    if [ $? -eq 2 ] && grep -qF "$1: " errors && grep -qF -e "$2" errors; then ok; else fail "$(cat errors)"; fi
}

# ---- three pages under a running header, cut in the middle of a turn ----
what="a verbatim report"
awk '/^mérite|^Liste/ { printf "\f" } { print }' "$root/tests/pdf/verbatim.txt" >pages.txt
make_pdf --header "Communauté du Plateau - Procès-verbal" --footer "Page {n} sur {pages}" --title "Microsoft Word - PV.doc" \
    --author "Lucie Ferrand" --created "D:20180320101500Z" pages.txt verbatim.pdf
text_of verbatim.pdf
has "que les services ont présenté en commission la semaine dernière. Les porte-parole des groupes ont reçu les documents"
has "Le budget de cette collectivité est équilibré"
has "M. Jean-Louis Marchais, le vice-président, ainsi que les services de l'eau et tous les porte-parole, qui ont suivi"
has "avec une patience que chacun ici connaît et qui mérite d'être saluée."
has_not "Page "
if [ "$(grep -c 'Communauté du Plateau' text)" = 1 ]; then ok; else fail "the running header: $(cat text)"; fi
"$build/tribune-index" --dump verbatim.pdf >dump
fact '.type == "pdf" and .title == "Procès-verbal du conseil communautaire"'
fact '.author == "Lucie Ferrand" and .published == "2018-03-20" and .event.start == "2018-03-12"'
fact '[.speakers[].name] == ["Claire Aubin", "Paul Roussel", "Zoé Perrin"]'
fact '[.passages[] | select(.text | test("patience")) | select(.speaker == "Paul Roussel" and (.text | test("coopérative")))] | length == 1'
fact '.passages[-1].text | test("voterons donc en juin.*La séance est levée"; "m")'

what="a title of the file"
printf 'Séance publique\n\nAnne Garnier a présenté la fanfare.\n' >plain.txt
make_pdf --title "La fanfare de Caen" --author "jdupont" plain.txt titled.pdf
"$build/tribune-index" --dump titled.pdf >dump
fact '.title == "La fanfare de Caen" and .author == null and .published == null'
make_pdf --title "pv_0312.doc" plain.txt untitled.pdf
"$build/tribune-index" --dump untitled.pdf >dump
fact '.title == "Séance publique"'

what="two columns"
make_pdf --columns "$root/tests/pdf/columns.txt" columns.pdf
text_of columns.pdf
has "la ligne va desservir au printemps prochain, sans correspondance pour ceux de la rive gauche."
has "Hugo Ferrand lui a répondu que les travaux seraient longs"

# ---- in a database ----
what="a folder of PDFs"
mkdir reports
cp verbatim.pdf reports/
"$build/tribune-index" db reports >out 2>errors || fail "$(cat errors)"
if grep -q '1 added' out; then ok; else fail "$(cat out)"; fi
n=$("$build/tribune-search" db 'type:pdf coopérative' --format=json --limit=0 | jq .total)
if [ "$n" = 1 ]; then ok; else fail "found $n times"; fi
"$build/tribune-index" db reports >out 2>errors
if grep -q '1 unchanged' out; then ok; else fail "$(cat out)"; fi

# ---- a PDF that a report links to is searched with it, and is no report of its own ----
what="an attachment"
found() { "$build/tribune-search" tree.db "$1" --format=json --limit=5 2>/dev/null; }
total() { found "$1" | jq .total; }
index() { # index SUMMARY
    "$build/tribune-index" --prune tree.db tree >out 2>errors || fail "$(cat errors)"
    if grep -qF -e "$1" out; then ok; else fail "not \"$1\": $(cat out)"; fi
}
is() { if [ "$1" = "$2" ]; then ok; else fail "$1, not $2"; fi; }
mkdir -p tree/docs
cp verbatim.pdf "tree/docs/procès verbal.pdf"
cp columns.pdf tree/alone.pdf
index "2 added"
printf '<html><body><h1>La soirée du plateau</h1><p>Denis Roche a ouvert la soirée.</p><p><a href="%s">%s</a></p></body></html>' \
    "docs/proc%C3%A8s%20verbal.pdf#page=2" "Le procès-verbal complet" >tree/report.html
index "1 added, 0 updated, 1 unchanged, 1 removed, 0 refused"
is "$(total 'coopérative')" 1
is "$(total 'coopérative ouvert soirée')" 1
is "$(found 'coopérative speaker:roussel' | jq -r '.hits[0] | .title, .passages[0].attachment')" "La soirée du plateau
Le procès-verbal complet"
is "$(total tramway)" 1
is "$("$build/tribune-search" tree.db coopérative | grep -c 'pièce jointe\|attachment')" 1
index "0 added, 0 updated, 2 unchanged, 0 removed"
"$build/tribune-index" --dump tree >dump 2>errors || fail "$(cat errors)"
is "$(jq -s 'length' dump)" 2
is "$(jq -r 'select(.type == "html") | .title, (.speakers | map(.name) | index("Paul Roussel") != null)' dump)" "La soirée du plateau
true"
"$build/tribune-index" --export tree.db >exported && "$build/tribune-index" --quiet --import=exported again.db
"$build/tribune-index" --export again.db | cmp - exported && ok
cp titled.pdf "tree/docs/procès verbal.pdf" # it changes
index "0 added, 1 updated, 1 unchanged"
is "$(total coopérative)-$(total fanfare)" 0-1
rm "tree/docs/procès verbal.pdf" # goes
index "0 added, 1 updated, 1 unchanged"
is "$(total fanfare)" 0
cp verbatim.pdf "tree/docs/procès verbal.pdf" # and comes
index "0 added, 1 updated, 1 unchanged"
is "$(total coopérative)" 1
sed -i 's/<a href[^>]*>//' tree/report.html # linked no more: a report of its own
index "1 added, 1 updated, 1 unchanged"
is "$(found coopérative | jq -r '.hits[0].type')" pdf
make_pdf --locked plain.txt tree/locked.pdf
printf '<html><body><h1>Fermé</h1><p>Texte.</p><a href="locked.pdf">Le PDF</a><a href="../plain.pdf">Dehors</a></body></html>' >tree/shut.html
make_pdf plain.txt plain.pdf
"$build/tribune-index" tree.db tree >out 2>errors
if grep -q 'tree/locked.pdf: .*password' errors; then ok; else fail "$(cat errors)"; fi
is "$(total fanfare)" 0 # nothing outside the tree is read
what="a list of PDFs"
mkdir list
for i in 1 2 3 4 5 6 7 8 9; do
    printf 'Séance numéro %s\n\nAnne Garnier a présenté le point %s.\n' $i $i >one.txt
    make_pdf one.txt list/$i.pdf
    echo "<p><a href=\"$i.pdf\">Séance $i</a></p>"
done >list/index.html
"$build/tribune-index" list.db list >out 2>errors || fail "$(cat errors)"
if grep -q '10 added' out; then ok; else fail "$(cat out)"; fi

# ---- what can't be read ----
make_pdf --locked plain.txt locked.pdf
refused locked.pdf "password"
make_pdf --no-text plain.txt scanned.pdf
refused scanned.pdf "OCR"
head -c 700 verbatim.pdf >torn.pdf
refused torn.pdf "damaged PDF"
what="a page of HTML called .pdf"
printf '<html><body><p>Lucie Marchais a parlé du tramway.</p></body></html>' >error.pdf
text_of error.pdf
has tramway
what="no pdftotext"
mkdir empty
if PATH=$work/empty "$build/tribune-index" --dump verbatim.pdf >out 2>errors; then fail "status 0"; fi
if grep -q 'verbatim.pdf: .*poppler-utils' errors; then ok; else fail "$(cat errors)"; fi
what="a pdftotext that fails"
mkdir fails
printf '#!/bin/sh\necho "Syntax Error: nothing" >&2\nkill -9 $$\n' >fails/pdftotext
chmod +x fails/pdftotext
if PATH=$work/fails:$PATH "$build/tribune-index" --dump verbatim.pdf >out 2>errors; then fail "status 0"; fi
if grep -q 'verbatim.pdf: .*killed' errors; then ok; else fail "$(cat errors)"; fi
what="a name that looks like an option"
cp verbatim.pdf ./-opw.pdf
"$build/tribune-index" --dump --text -- -opw.pdf >text 2>errors || fail "$(cat errors)"
has patience

finish
