#!/bin/sh
# The doors answer alike: CGI and FastCGI under a real lighttpd, and --serve; they notice when the database moves on.
# Usage: tests/doors.sh BUILD
. "$(dirname "$0")/checks"
servers=
stop() {
    for server in $servers; do kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; done
    rm -rf "$work"
}
trap stop EXIT
trap 'exit 1' INT TERM
lighttpd=$(command -v lighttpd || echo /usr/sbin/lighttpd)
same() { if [ "$1" = "$2" ]; then ok; else fail "\"$1\", not \"$2\""; fi; }

"$build/tribune-index" --quiet --url-prefix=https://example.org/reports/ "$work/db" "$root/corpus/reports" || exit 1
touch -d '2026-01-02 03:04:05 UTC' "$work/db/reports" "$work/db/passages"
cat >"$work/conf" <<END
database = $work/db
title = Essai
base_url = http://127.0.0.1/search
origin = https://friend.example
END
touch -d '2026-01-02 03:04:05 UTC' "$work/conf"

free_ports() { # two ports that nobody uses
    python3 -c 'import socket
sockets = [socket.socket() for i in range(2)]
for s in sockets: s.bind(("127.0.0.1", 0))
print(*[s.getsockname()[1] for s in sockets])'
}
answers() { # answers URL: waits until something answers there
    for try in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        curl -s -o /dev/null "$1" && return 0
        sleep 0.1
    done
    fail "nothing answers at $1"
    return 1
}

read -r cgi_port fastcgi_port <<END
$(free_ports)
END
TRIBUNE_PROGRAM=$build/tribune-search TRIBUNE_CONFIG=$work/conf TRIBUNE_FILES=$root/corpus/reports
TRIBUNE_SOCKET=$work/socket
export TRIBUNE_PROGRAM TRIBUNE_CONFIG TRIBUNE_FILES TRIBUNE_SOCKET
TRIBUNE_PORT=$cgi_port "$lighttpd" -D -f "$root/docs/examples/lighttpd.conf" 2>"$work/cgi.log" &
servers="$servers $!"
TRIBUNE_PORT=$fastcgi_port "$lighttpd" -D -f "$root/docs/examples/lighttpd-fastcgi.conf" 2>"$work/fastcgi.log" &
servers="$servers $!"
"$build/tribune-search" --serve=0 "$work/db" >"$work/where" 2>"$work/serve.log" &
serve=$!
servers="$servers $serve"
what="--serve says where"
for try in 1 2 3 4 5 6 7 8 9 10; do grep -q '^Open ' "$work/where" && break; sleep 0.1; done
serve_url=$(sed -n 's/^Open \(http[^ ]*\) .*/\1/p' "$work/where")
case $serve_url in http://127.0.0.1:*/search) ok ;; *) fail "\"$serve_url\""; cat "$work/serve.log" >&2; exit 1 ;; esac
cgi_url=http://127.0.0.1:$cgi_port/search fastcgi_url=http://127.0.0.1:$fastcgi_port/search
what=start
for url in "$cgi_url" "$fastcgi_url" "$serve_url"; do answers "$url" || exit 1; done

# get URL [CURL OPTION...]: status in $status, head in $work/head, body in $work/body without the time it took.
get() {
    url=$1
    shift
    status=$(curl -s -o "$work/raw" -D "$work/head" -w '%{http_code}' "$@" "$url")
    case " $* " in
    *" -I "*) : >"$work/body" ;; # curl then puts the head there
    *) sed 's/"took_ms":[0-9.]*//' "$work/raw" >"$work/body" ;;
    esac
}
# What is the server's own is left out of the head, and the case of names, which HTTP/1.1 leaves open.
head_lines() { tr -d '\r' <"$work/head" | grep -viE '^(HTTP/|date:|server:|accept-ranges:|connection:|content-length:|transfer-)' | sed 's/^[^:]*/\L&/' | sort; }

# alike STATUS QUERY [CURL OPTION...]: by all three doors the same status, head and body.
alike() {
    expected=$1 query=$2
    shift 2
    what="$query $*"
    get "$cgi_url$query" "$@"
    same "$status" "$expected"
    cp "$work/body" "$work/body.cgi"
    head_lines >"$work/head.cgi"
    for door in fastcgi serve; do
        what="$door $query $*"
        eval "get \"\$${door}_url\$query\" \"\$@\""
        same "$status" "$expected"
        if cmp -s "$work/body" "$work/body.cgi"; then ok; else fail "another body than by CGI"; fi
        head_lines >"$work/head.$door"
        if cmp -s "$work/head.$door" "$work/head.cgi"; then ok; else fail "another head: $(diff "$work/head.cgi" "$work/head.$door")"; fi
    done
}
alike 200 ''
alike 200 '?q=eau'
alike 200 '?q=eau&format=json&facets=speaker,year' -H 'Accept-Language: fr'
alike 200 '?q=coop%C3%A9ration&ui=fr&page=1&n=3'
alike 200 '?q=caf%E9+eau&format=json'
alike 200 '?q=eau' -I
alike 200 '' --data 'q=coop%C3%A9ration&n=3'
alike 200 '?q=eau&format=json' -H 'Origin: https://friend.example'
for format in csv atom ris bibtex opensearch jsonl tsv; do alike 200 "?q=eau&format=$format"; done
alike 200 '?asset=style'
alike 400 '?q=date:nonsense'
alike 400 '?n=many&format=json'
alike 404 '?doc=none'
alike 404 '/elsewhere'
alike 405 '?q=eau' -X DELETE
alike 413 '' --data "q=$(head -c 20000 /dev/zero | tr '\0' x)"
alike 415 '' -H 'Content-Type: text/plain' --data 'q=x'
id=$(curl -s "$serve_url?q=eau&format=json" | jq -r '.hits[0].id')
alike 200 "?doc=$id&q=eau"
alike 200 "?doc=$id&format=ris"

what="Last-Modified"
alike 200 '?q=eau' -I
if grep -qi '^last-modified: Fri, 02 Jan 2026 03:04:05 GMT' "$work/head"; then ok; else fail "$(cat "$work/head")"; fi
alike 304 '?q=eau' -H 'If-Modified-Since: Fri, 02 Jan 2026 03:04:05 GMT'
alike 200 '?q=eau' -H 'If-Modified-Since: Fri, 02 Jan 2026 03:04:04 GMT'
alike 200 '?q=eau' -H 'If-Modified-Since: yesterday'
alike 200 '?q=eau' -H 'If-Modified-Since: Fri, 02 Jan 2026 03:04:05 GMT' -H 'If-None-Match: "other"'
tag=$(sed -n 's/^etag: *//Ip' "$work/head" | tr -d '\r')
alike 304 '?q=eau' -H "If-None-Match: $tag"

what="long addresses by --serve"
get "$serve_url?q=$(head -c 20000 /dev/zero | tr '\0' x)"
same "$status" 414
get "$serve_url" -H 'Transfer-Encoding: chunked' --data 'q=x'
same "$status" 411
what="the head of nothing but the page"
get "${serve_url%/search}/"
same "$status" 200
get "${serve_url%/search}/../../../../etc/passwd" --path-as-is
same "$status" 404

what="a visitor who says nothing holds nobody up"
python3 -c 'import socket, sys, time
idle = [socket.create_connection(("127.0.0.1", int(sys.argv[1]))) for i in range(20)]
for s in idle: s.sendall(b"GET /?q=eau HTTP/1.1\r\nHost: x\r\n")
time.sleep(2)' "$(echo "$serve_url" | sed 's/.*:\([0-9]*\).*/\1/')" &
idle=$!
sleep 0.3
get "$serve_url?q=eau" --max-time 1
same "$status" 200
kill $idle 2>/dev/null

what="many at once"
total=$(curl -s "$serve_url?q=eau&format=json" | jq .total)
for url in "$fastcgi_url" "$serve_url"; do
    for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo "url=$url?q=eau&format=json&utm=$i"; echo "output=$work/many.$i"; done >"$work/many"
    curl -s -Z -K "$work/many" 2>/dev/null
    same "$(cat "$work"/many.* | jq .total | sort -u)" "$total"
done

# The database moves on: a report more, then another database in its place, then none, then the first again.
total_of() { curl -s "$1?format=json&n=1" | jq -r 'if .total then .total else .status end'; }
before=$(total_of "$cgi_url")
mkdir "$work/more"
printf '# Une réunion de plus\n\nRéunion du 3 mars 2020 à Rennes.\n\n**Mme Ada Morel** : Nous parlerons d’horlogerie.\n' >"$work/more/plus.md"
"$build/tribune-index" --quiet "$work/db" "$work/more"
for door in cgi fastcgi serve; do
    what="$door after a commit"
    eval "url=\$${door}_url"
    same "$(total_of "$url")" $((before + 1))
done
"$build/tribune-index" --quiet "$work/other" "$work/more"
mv "$work/db" "$work/away" && mv "$work/other" "$work/db"
for door in cgi fastcgi serve; do
    what="$door with another database in its place"
    eval "url=\$${door}_url"
    same "$(total_of "$url")" 1
    same "$(total_of "$url")" 1
done
mv "$work/db" "$work/other"
for door in cgi fastcgi serve; do
    what="$door without a database"
    eval "url=\$${door}_url"
    same "$(total_of "$url")" 503
done
mv "$work/away" "$work/db"
for door in cgi fastcgi serve; do
    what="$door with the database back"
    eval "url=\$${door}_url"
    for i in 1 2 3; do same "$(total_of "$url")" $((before + 1)); done
done

what="--serve ends"
kill -TERM $serve
wait $serve
same $? 0
if curl -s -o /dev/null "$serve_url"; then fail "still answers"; else ok; fi
if grep -q 'Sanitizer\|runtime error' "$work"/*.log; then fail "$(grep -h -A5 'Sanitizer\|runtime error' "$work"/*.log | head -20)"; else ok; fi

unset TRIBUNE_CONFIG
refused() { # refused EXPECTED-STATUS MESSAGE ARGUMENT...
    expected=$1 message=$2
    shift 2
    what="tribune-search $*"
    timeout 5 "$build/tribune-search" "$@" >/dev/null 2>"$work/errors"
    same $? "$expected"
    if grep -qF -e "$message" "$work/errors"; then ok; else fail "$(cat "$work/errors")"; fi
}
refused 2 "which database?" --serve=0
refused 2 "[HOST:]PORT" --serve=here "$work/db"
refused 2 "[HOST:]PORT" --serve=99999 "$work/db"
refused 2 "goes with no query" --serve=0 "$work/db" eau
refused 3 "none" --serve=0 "$work/none"
refused 3 "the port is taken" --serve="$cgi_port" "$work/db"

finish
