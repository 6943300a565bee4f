#!/bin/sh
# Shows the search page in a browser: lighttpd in the foreground, with the CGI, on this machine only.
# Usage: serve.sh BUILD DATABASE [PORT]      Ctrl-C ends it.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
build=$(cd "$1" && pwd) database=$(cd "$2" && pwd)
port=${3:-${PORT:-8080}}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
cat >"$work/tribune.conf" <<END
database = $database
title = Tribune
base_url = http://127.0.0.1:$port/search
END
TRIBUNE_PROGRAM=$build/tribune-search TRIBUNE_CONFIG=$work/tribune.conf TRIBUNE_FILES=$root/corpus/reports TRIBUNE_PORT=$port
export TRIBUNE_PROGRAM TRIBUNE_CONFIG TRIBUNE_FILES TRIBUNE_PORT
lighttpd=$(command -v lighttpd || echo /usr/sbin/lighttpd)
echo "Open http://127.0.0.1:$port/search     (Ctrl-C ends the server)"
"$lighttpd" -D -f "$root/docs/examples/lighttpd.conf"
