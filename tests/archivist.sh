#!/bin/sh
# The archivist's tools: --explain, --authority, sidecars. Usage: tests/archivist.sh BUILD
. "$(dirname "$0")/checks"
cd "$work" || exit 2
run() { run_program tribune-index "$@"; } # run EXPECTED-STATUS ARGUMENT...

mkdir reports authority
cat >reports/a.md <<'END'
# Soirée du 3 mars 2018 à Lyon

Anne Garnier, présidente de la coopérative des Halles, a présenté le projet. Madame Garnier a rappelé les dates.

M. Roussel a conclu à la Halle aux Grains de Lyon. Le groupe Orange n'a pas souhaité intervenir. Paul Marchais est remercié.
END
cat >reports/b.md <<'END'
# Réunion du 5 mai 2019 à Nantes

Anne Garnier-Dulac a parlé de l'eau.
END

# ---- --explain ----
run 0 --explain reports
out 'title     Soirée du 3 mars 2018 à Lyon'
out '⟦Anne Garnier¦speaker:'
out '⟦3 mars 2018¦date:2018-03-03 '
out '⟦Lyon¦place:commune 69123 '
out '· Anne Garnier ───'
out 'speaker '
no_out "$(printf '\033')"
run 0 --explain --color=always reports
out "$(printf '\033[1;32mAnne Garnier\033[0m')"
NO_COLOR=1 run 0 --explain --color=auto reports
no_out "$(printf '\033')"
run 2 --explain --color=sometimes reports
says '--color: "sometimes" is not auto, always or never'
run 2 --explain --dump reports
says '--dump or --explain'
run 2 --explain --prune reports
says '--prune needs a database'
run 2 --explain
says 'after --explain'
printf '<html><head><title>T\033]0;x\007itre &#x202e;inverse</title><meta name="author" content="A\033[2JB"></head><body><p>Corps\033[31m du \302\233texte.</p></body></html>' >control.html
run 0 --explain control.html
no_out "$(printf '\033')"
no_out "$(printf '\302\233')"
no_out "$(printf '\342\200\256')"

# ---- speakers.tsv ----
printf '# nom\tautres\tdrapeau\n\nAnne Garnier-Dulac\tAnne Garnier|A. Garnier\n\nJean Roussel\tRoussel\tnever\r\nPaul Marchais\t\thide\n' >authority/speakers.tsv
run 0 --dump --authority authority reports/a.md
json '[.speakers[].name] == ["Anne Garnier-Dulac"]'
json '.speakers[0].role == "présidente"'
json '[.mentions[].name] == ["Jean Roussel"]'
json '.passages | any(.speaker == "Anne Garnier-Dulac")'
run 0 --quiet db reports
found 1 'speaker:"Anne Garnier-Dulac"'
run 0 --authority authority db reports
out '2 updated'
found 2 'speaker:"Anne Garnier-Dulac"'
found 0 'speaker:roussel'
found 1 'mention:roussel'
run 0 --authority authority db reports
out '2 unchanged'
printf 'Anne Garnier\n' >authority/speakers.tsv
run 0 --authority=authority db reports
out '2 updated'
run 0 db reports
out '2 updated'

# ---- places.tsv ----
printf 'Halle aux Grains\t\tvenue\t45.75\t4.85\tLyon\nOrange\t\tnot\nLyonville\tLyon\t69123\n' >authority/places.tsv
run 0 --dump -a authority reports/a.md
json '.places | any(.name == "Halle aux Grains" and .kind == "venue" and .lat == 45.75 and .within[0] == "Lyon")'
json '.places | any(.name == "Lyonville" and .id == "69123")'
json '[.places[].name] | index("Orange") == null'
json '.event.place == "Lyonville" or .event.place == "Halle aux Grains"'
# ... and of places that only the title names
printf '%s\n' '---' 'title: Séance de Lyon, de Brest et de Quimper' '---' 'Rien de plus que des mots.' >titled.md
run 0 --dump titled.md
json '[.places[].name] | index("Lyon") and index("Brest") and index("Quimper")'
printf 'Brest\t\tnot\nLyonville\tLyon\t69123\n' >authority/places.tsv
run 0 --dump -a authority titled.md
json '[.places[].name] == ["Lyonville", "Quimper"]'

# ---- errors name file and line, and what is expected ----
refused() { # refused FILE CONTENT MESSAGE
    rm -f authority/*
    printf "$2" >"authority/$1"
    run 2 --dump --authority authority reports
    says "$3"
}
refused speakers.tsv 'Ann Lee\t\tnevr\n' 'authority/speakers.tsv:1: column 3: "nevr": expected nothing, never or hide'
refused speakers.tsv '#\nAnn Lee\tLee\nBo Lee\tLee\n' 'authority/speakers.tsv:3: "Lee" is a name of line 2 already'
refused speakers.tsv 'Ann Lee\t\t\tx\n' 'authority/speakers.tsv:1: too many columns'
refused speakers.tsv '\tAnn\n' 'authority/speakers.tsv:1: '
refused speakers.tsv 'Ann \377\n' 'authority/speakers.tsv:1: expected text in UTF-8'
refused places.tsv 'Nulle-Part-sur-Rien\n' 'authority/places.tsv:1: no place is called "Nulle-Part-sur-Rien"'
refused places.tsv 'Lyon\t\tX99999999\n' 'column 3: "X99999999"'
refused places.tsv 'Salle\t\tvenue\t91\t4\n' 'column 4: "91": expected a venue'
refused places.tsv 'Salle\t\tvenue\t45\t4\tNulle-Part-sur-Rien\n' 'column 6: '
refused places.tsv 'Lyon\t\t\t45\t4\n' 'column 3: "": expected venue'
rm -f authority/*
run 2 --dump --authority authority reports
says 'speakers.tsv or places.tsv'
run 2 --authority nowhere db reports
says 'nowhere'

# ---- sidecars ----
run 0 db reports
cat >reports/a.md.tribune.json <<'END'
{"title": "Une soirée", "author": "Zoé Perrin", "event": {"start": "2018-03-04", "place": "Villeurbanne"},
 "speakers": [{"name": "Anne Garnier", "role": "directrice", "organisation": null}, "Paul Marchais", {"name": "Inès Absente"}],
 "places": ["Villeurbanne", {"name": "Halle aux Grains", "lat": 45.75, "lon": 4.85}], "dates": [{"start": "2018-03-04", "end": "2018-03-05"}]}
END
run 0 db reports
out '1 updated, 1 unchanged'
found 1 'speaker:marchais'
found 0 'speaker:roussel'
found 1 'mention:roussel'
found 1 'speaker:absente'
found 1 'event-place:villeurbanne'
found 1 'date:2018-03-04'
found 1 'period:2018-03-05'
found 0 'place:Lyon event-place:lyon'
run 0 db reports
out '2 unchanged'
run 0 --dump reports/a.md
json '.title == "Une soirée" and .author == "Zoé Perrin" and .author_rule == "sidecar"'
json '[.speakers[].name] == ["Anne Garnier", "Paul Marchais", "Inès Absente"]'
json '.speakers[0].role == "directrice" and .speakers[0].organisation == null and .speakers[2].at == []'
json '[.places[].name] == ["Halle aux Grains", "Villeurbanne"] and .places[1].at == []'
json '.dates == [{"start":"2018-03-04","end":"2018-03-05","form":"2018-03-04..2018-03-05","at":[],"rule":"sidecar"}]'
json '.passages | any(.role == "directrice")'
run 0 --explain reports/a.md
out 'Inès Absente'
touch reports/a.md.tribune.json
run 0 db reports
out '2 unchanged'
echo '{"speakers": [], "event": null, "published": null}' >reports/a.md.tribune.json
run 0 db reports
out '1 updated, 1 unchanged'
found 0 'speaker:garnier speaker:marchais'
run 0 --dump reports/a.md
json '.speakers == [] and .event == null and .published == null and (.passages | all(.speaker == null))'
mv reports/a.md.tribune.json reports/a.tribune.json
run 0 --dump reports/a.md
json '.speakers == []'
rm reports/a.tribune.json
run 0 db reports
out '1 updated, 1 unchanged'
found 0 'speaker:absente'

# a whole dump, as it is, corrects nothing
what="a dump as sidecar"
plain='del(.. | .rule?, .score?, .author_rule?, .published_rule?, .place_rule?)'
"$build/tribune-index" --dump reports/a.md >dumped
jq "$plain" dumped >before
mv dumped reports/a.tribune.json
"$build/tribune-index" --dump reports/a.md | jq "$plain" >after
if cmp -s before after && [ -s before ]; then ok; else fail "$(diff before after | head -5)"; fi

# passages: each item says whose a stretch of the text is, the others stay
what="passages of a sidecar"
rm reports/a.tribune.json
"$build/tribune-index" --dump reports/a.md >dumped
whose() { # whose WORDS: the speaker of the passage that holds them
    "$build/tribune-index" --dump reports/a.md | jq -r --arg words "$1" '.passages[] | select(.text | contains($words)) | .speaker'
}
words=$(jq -r '[.passages[] | select(.speaker == "Anne Garnier")][0].text' dumped)
jq '{passages: [{text: ([.passages[] | select(.speaker == "Anne Garnier")][0].text | split(" ")[1:4] | join("  ")), speaker: "Inès Absente", role: "autrice"}]}' dumped >reports/a.tribune.json
run 0 --dump reports/a.md
if [ "$(whose "$words")" = "Inès Absente" ]; then ok; else fail "$words: $(whose "$words")"; fi
json '.speakers | any(.name == "Inès Absente" and .rule == "sidecar" and (.passages | length) == 1)'
json '.passages | any(.role == "autrice")'
json '[.passages[].n] == [range(1; (.passages | length) + 1)]'
jq '[.passages[] | select(.speaker == "Anne Garnier")][0] | {passages: [{start: .start, end: (.start + 4), speaker: null}]}' dumped >reports/a.tribune.json
run 0 --dump reports/a.md
if [ "$("$build/tribune-index" --dump reports/a.md | jq '.passages | length')" -gt "$(jq '.passages | length' dumped)" ]; then ok; else fail "no passage was split"; fi
wrong_passage() { # wrong_passage ITEM MESSAGE
    printf '{"passages": [%s]}' "$1" >reports/a.tribune.json
    run 1 --dump reports
    says "\"passages\", item 1"
    says "$2"
}
wrong_passage '{"text": "no such words in it", "speaker": null}' 'expected words of the report'
wrong_passage '{"speaker": "Anne Garnier"}' 'expected an object with text'
wrong_passage '{"start": 9, "end": 3}' 'expected a start and an end'
wrong_passage '{"start": 9, "end": 99999999}' 'expected a start and an end'

wrong() { # wrong JSON MESSAGE: the report is refused by name, the other one read
    printf '%s' "$1" >reports/a.tribune.json
    run 1 --dump reports
    says "reports/a.md: a.tribune.json"
    says "$2"
    if [ "$(wc -l <out)" -eq 1 ]; then ok; else fail "the other report is missing"; fi
}
wrong '{"speakers": [
 {"name": "X"' 'a.tribune.json:2:'
wrong '' 'empty file'
wrong '[]' 'expected a JSON object'
wrong '{"speaker": []}' '"speaker": expected a key of --dump'
wrong '{"title": 3}' '"title": expected a text or null'
wrong '{"title": "a", "title": "b"}' 'duplicate'
wrong '{"speakers": [{"role": "x"}]}' '"speakers", item 1: expected a name'
wrong '{"dates": ["2018-02-30"]}' '"dates", item 1: expected a day'
wrong '{"dates": [{"start": "2018-03-02", "end": "2018-03-01"}]}' 'not before the start'
wrong '{"places": [{"name": "X", "lat": 95, "lon": 0}]}' '"lat": expected a number from -90 to 90'
wrong '{"language": "klingon"}' '"language": expected'
wrong '{"event": "2018"}' '"event": expected an object'
wrong "{\"title\": \"a$(printf '\302\233')b\"}" '"title": expected'
head -c 1100000 /dev/zero | tr '\0' ' ' >reports/a.tribune.json
run 1 --dump reports
says 'larger than 1024 KiB'
rm reports/a.tribune.json
mkdir reports/a.tribune.json
run 1 --dump reports
says 'a.tribune.json: not a regular file'
rmdir reports/a.tribune.json
echo '{}' >reports/a.tribune.json
run 2 --dump reports/a.tribune.json
says 'name the report that it corrects'

finish
