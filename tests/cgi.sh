#!/bin/sh
# Runs tribune-search as a web server would, through the CGI environment, on the sample reports.
# Usage: tests/cgi.sh BUILD
. "$(dirname "$0")/checks"

"$build/tribune-index" --quiet --url-prefix=https://example.org/reports/ "$work/db" "$root/corpus/reports" || exit 1
cat >"$work/conf" <<END
database = $work/db
title = Séminaires & "comptes rendus"
origin = https://friend.example
END

# cgi METHOD QUERY [FORM]: the answer's head in $work/head, body in $work/body, errors in $work/errors.
cgi() {
    method=$1 query=$2 form=${3-}
    printf %s "$form" |
        env GATEWAY_INTERFACE=CGI/1.1 REQUEST_METHOD="$method" QUERY_STRING="$query" SCRIPT_NAME=/search \
            CONTENT_TYPE="${type:-application/x-www-form-urlencoded}" CONTENT_LENGTH="${length-${#form}}" \
            TRIBUNE_CONFIG="${config:-$work/conf}" HTTP_ACCEPT_LANGUAGE="${accept-fr}" \
            ${origin:+HTTP_ORIGIN="$origin"} ${tag:+HTTP_IF_NONE_MATCH="$tag"} \
            "$build/tribune-search" >"$work/answer" 2>"$work/errors"
    code=$?
    awk 'body { print; next } /^\r?$/ { body = 1; next } { sub(/\r$/, ""); print > head }' head="$work/head" \
        "$work/answer" >"$work/body"
    test $code -eq 0 || fail "exit status $code"
    if grep -q 'Sanitizer\|runtime error' "$work/errors"; then fail "$(cat "$work/errors")"; fi
}

status() { if grep -q "^Status: $1 " "$work/head"; then ok; else fail "$(head -1 "$work/head"), not $1"; fi; }
header() { if grep -q "^$1" "$work/head"; then ok; else fail "no header $1"; fi; }
no_header() { if grep -q "^$1" "$work/head"; then fail "header $1"; else ok; fi; }
body() { holds_text "$work/body" "$1"; }
no_body() { lacks_text "$work/body" "$1"; }
json() { holds_json "$work/body" "$1"; }
empty() { if test -s "$work/body"; then fail "a body"; else ok; fi; }

what="home page"
cgi GET ""
status 200
test $failed -eq 0 || { cat "$work/errors" >&2; exit 1; } # nothing else can be right
header "Content-Type: text/html; charset=utf-8"
header "Content-Security-Policy: default-src 'none'; style-src 'self'"
header "X-Content-Type-Options: nosniff"
body '<html lang="fr">'
body 'Séminaires &amp; &quot;comptes rendus&quot;'
no_body '<script'

what="English by the browser"
accept="de, en-GB;q=0.8, fr;q=0.5" cgi GET "q=water"
body '<html lang="en">'
what="French by choice"
accept=en cgi GET "q=eau&ui=fr"
body '<html lang="fr">'

what="search page"
cgi GET "q=coop%C3%A9ration"
status 200
body '<mark>'
body 'value="coopération"'
body 'aria-label'
size=$(wc -c <"$work/body")
if test "$size" -lt 40960; then ok; else fail "the page weighs $size bytes"; fi

what="a long question"
long=$(for i in 1 2 3 4 5 6; do printf 'que+dit+on+de+la+coop%%C3%%A9ration+et+de+l%%27eau+'; done)
cgi GET "q=$long"
status 200
body '<mark>'
size=$(wc -c <"$work/body")
if test "$size" -lt 40960; then ok; else fail "the page weighs $size bytes"; fi
what="a star behind every letter"
stars=$(for a in a b c d e f g h i j k l m n o p; do for b in a e i o u y r l; do printf '%s%s*+OR+' $a $b; done; done)
started=$(date +%s)
cgi GET "q=${stars}za*&format=json"
status 200
json '.total > 0'
if test $(($(date +%s) - started)) -lt 10; then ok; else fail "it takes $(($(date +%s) - started)) seconds"; fi

what="posted form"
cgi POST "" "q=coop%C3%A9ration&n=3"
status 200
body 'value="coopération"'

what="JSON"
cgi GET "q=eau&format=json&facets=speaker,year&n=3"
status 200
header "Content-Type: application/json"
json '.total > 0 and (.hits | length) <= 3 and .unit == "report" and (.facets.speaker | length) > 0'
json '.hits[0] | has("id") and has("score") and has("title") and has("url") and has("file") and has("date")'
json '[.hits[].passages[] | has("n") and has("speaker") and has("role") and has("snippet")] | all'
json '.hits[0].url | startswith("https://example.org/reports/")'
id=$(jq -r '.hits[0].id' "$work/body")

what="passages"
cgi GET "q=eau&format=json&unit=passage"
json '.unit == "passage" and (.hits[0].id | test("[.][0-9]+$"))'

what="repeated filters"
cgi GET "q=&format=json&facets=language"
json '.total > 0'
cgi GET "language=fr&format=json"
french=$(jq .total "$work/body")
cgi GET "language=en&format=json"
english=$(jq .total "$work/body")
cgi GET "language=fr&language=en&format=json"
json ".total == $french + $english and $french > 0 and $english > 0"

what="reading page"
cgi GET "doc=$id&q=eau"
status 200
body 'id="m1"'
body 'class="turn'
cgi GET "doc=$id&format=json"
json '.id and (.passages | length) > 0'
cgi GET "doc=$id"
body 'class="named"'

body 'class="citation"'
for format in ris bibtex; do
    what="a report's reference as $format"
    cgi GET "doc=$id&format=$format"
    status 200
    header "Content-Disposition: attachment"
done
what="a report in a form of results"
cgi GET "doc=$id&format=csv"
status 400

what="style sheet"
cgi GET "asset=style"
status 200
header "Content-Type: text/css"
header "Cache-Control: public, max-age=31536000, immutable"

what="other formats"
for format in csv tsv atom ris bibtex opensearch jsonl; do
    what="format $format"
    cgi GET "q=eau&format=$format"
    status 200
    if test -s "$work/body"; then ok; else fail "no body"; fi
done
what="a feed without the site's address still has an absolute name"
cgi GET "q=eau&format=atom"
body '<id>urn:tribune:search:'
what="suggestions"
cgi GET "suggest=bor"
json '.suggestions | length > 0'

what="HEAD"
cgi HEAD "q=eau"
status 200
header "Content-Length: "
empty
length=$(sed -n 's/^Content-Length: //p' "$work/head")
tag=$(sed -n 's/^ETag: //p' "$work/head")
what="304"
etag=$tag
length='' tag=$etag cgi GET "q=eau"
status 304
empty
tag='"other"' cgi GET "q=eau"
status 200
unset tag length

what="nothing found"
cgi GET "q=zzqxv"
status 200
body '<html'
cgi GET "q=zzqxv&format=json"
json '.total == 0 and .hits == []'

what="bad query"
cgi GET "q=date:nonsense"
status 400
header "Cache-Control: no-store"
body 'class="query"'
cgi GET "q=date:nonsense&format=json"
status 400
header "Content-Type: application/problem+json"
json '.status == 400 and .column > 0 and (.detail | length) > 0'

what="bad parameters"
for query in n=0 n=x page=-1 unit=page sort=best from=never facets=nose doc=../../etc/passwd year=two; do
    what="parameter $query"
    cgi GET "$query&format=json"
    header "Content-Type: application/problem+json"
    status 400
done
what="unknown format"
cgi GET "q=eau&format=exe"
status 400
body '<html'

what="no such report"
cgi GET "doc=none"
status 404
body '<html'
cgi GET "similar=none&format=json"
status 404
json '.status == 404'

what="methods and sizes"
cgi PUT ""
status 405
header "Allow: GET, HEAD, POST"
cgi GET "q=$(head -c 20000 /dev/zero | tr '\0' x)"
status 414
length=99999 cgi POST "" "q=x"
status 413
length='' cgi POST "" "q=x"
status 411
length=50 cgi POST "" "q=x"
status 400
type=multipart/form-data cgi POST "" "q=x"
status 415

what="hostile text"
for text in '%3Cscript%3Ealert(1)%3C/script%3E' '%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E' \
    '%0D%0ASet-Cookie:%20a=b' '%00%01%02' '%FF%FE%C0%80' '%E2%80%AE' "'%20OR%201=1--" '%%%' '%25%32%35' '%F0%9F%98%80' \
    '((((((((((' '%22' '*' '-' 'NOT' 'a%20NEAR/0%20b' 'speaker:' 'place:%22x~99999999km%22' 'date:99999999999'; do
    for name in q speaker place event_place organisation author language suggest from to year similar doc format sort \
        ui asset facets n page unit utm_x; do
        what="hostile $name=$text"
        cgi GET "$name=$text"
        if grep -qE '^Status: (200|400|404) ' "$work/head"; then ok; else fail "$(head -1 "$work/head")"; fi
        if grep -q '^Content-Type: text/html' "$work/head"; then
            no_body '<script'
            no_body '<img'
        fi
        no_header 'Set-Cookie'
    done
done

what="CORS"
origin=https://friend.example cgi GET "q=eau&format=json"
header "Access-Control-Allow-Origin: https://friend.example"
origin=https://foe.example cgi GET "q=eau&format=json"
no_header "Access-Control-Allow-Origin"

what="no settings"
config=/nonexistent cgi GET "q=eau"
status 503
no_body nonexistent
if grep -q nonexistent "$work/errors"; then ok; else fail "the log does not say why"; fi
what="no database"
printf 'database = %s/none\n' "$work" >"$work/none.conf"
config=$work/none.conf cgi GET "q=eau&format=json"
status 503
json '.status == 503'
no_body "$work"

finish
