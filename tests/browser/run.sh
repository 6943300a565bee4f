#!/bin/sh
# Drives the search page in a real Chromium. Usage: tests/browser/run.sh BUILD [SCREENSHOTS-FOLDER]
# Installs chromium with apt-get and three npm packages in BUILD/browser where they are missing.
set -eu
build=$(cd "${1:?usage: tests/browser/run.sh BUILD [FOLDER]}" && pwd)
root=$(cd "$(dirname "$0")/../.." && pwd)
shots=${2:-$build/browser/screenshots}
"$root/setup.sh" browser
mkdir -p "$build/browser" "$shots"
if ! cmp -s "$root/tests/browser/package.json" "$build/browser/package.json" || [ ! -d "$build/browser/node_modules" ]; then
    echo "Installing with npm in $build/browser: axe-core html-validate playwright-core"
    cp "$root/tests/browser/package.json" "$build/browser/package.json"
    (cd "$build/browser" && npm install --silent --no-audit --no-fund --no-package-lock) ||
        { rm -f "$build/browser/package.json"; exit 1; }
fi
work=$(mktemp -d) server=
trap '[ -z "$server" ] || kill $server 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
"$build/tribune-index" --quiet --url-prefix=https://www.example.org/comptes-rendus/ "$work/db" "$root/corpus/reports"
# Two addresses of this machine are two origins for a browser: 127.0.0.1 is a friend, localhost is not.
foreign=$(python3 -c 'import socket
s = socket.socket()
s.bind(("127.0.0.1", 0))
print(s.getsockname()[1])')
printf 'database = %s\ntitle = "Comptes rendus"\norigin = http://127.0.0.1:%s\n' "$work/db" "$foreign" >"$work/conf"
TRIBUNE_CONFIG=$work/conf "$build/tribune-search" --serve=0 >"$work/where" &
server=$!
for try in $(seq 100); do grep -qs '^Open' "$work/where" && break; sleep 0.1; done
PAGE=$(sed -n 's/^Open \(http[^ ]*\) .*/\1/p' "$work/where") FOREIGN=$foreign SHOTS=$shots \
    CHROMIUM=$(command -v chromium || command -v chromium-browser || command -v google-chrome) \
    NODE_PATH=$build/browser/node_modules node "$root/tests/browser/page.js"
