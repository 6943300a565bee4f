#!/bin/sh
# Installs what Tribune needs, with the system's package manager, saying what. Usage: setup.sh build|test|serve|browser|bench
# Nothing is done where all is there. On a system without apt-get the list is printed.
set -eu
need=${1:?usage: setup.sh build|test|serve|browser|bench}

packages="gcc g++ make pkg-config libxapian-dev libxml2-dev libpcre2-dev libmd4c-dev libutf8proc-dev libdeflate-dev libjansson-dev libfcgi-dev libmicrohttpd-dev libjemalloc-dev poppler-utils"
case $need in
build) ;;
test) packages="$packages libcmocka-dev jq python3 mandoc lighttpd curl" ;;
serve) packages="$packages lighttpd" ;;
browser)
    packages="$packages chromium python3"
    command -v npm >/dev/null 2>&1 || packages="$packages nodejs npm" # some systems have them from elsewhere
    ;;
bench) packages="$packages lighttpd wrk xapian-omega python3" ;;
*) echo "setup.sh: no such need: $need (build, test, serve, browser, bench)" >&2; exit 2 ;;
esac

if ! command -v apt-get >/dev/null 2>&1 || ! command -v dpkg-query >/dev/null 2>&1; then
    pkg-config --exists xapian-core libxml-2.0 libpcre2-8 md4c libutf8proc libdeflate jansson fcgi libmicrohttpd 2>/dev/null && exit 0
    echo "This system has no apt-get. Install these, by the names your system gives them:" >&2
    echo "  $packages" >&2
    exit 1
fi

missing=
for package in $packages; do
    case $(dpkg-query -W -f='${Status}' "$package" 2>/dev/null) in
    *"ok installed") ;;
    *) missing="$missing $package" ;;
    esac
done
[ -n "$missing" ] || exit 0

sudo=
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || { echo "Not root, and no sudo: install$missing" >&2; exit 1; }
    sudo=sudo
fi
echo "Installing with apt-get:$missing"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # the list is words
$sudo apt-get install -y -q --no-install-recommends $missing >/dev/null 2>&1 || {
    $sudo apt-get update -q >/dev/null
    $sudo apt-get install -y -q --no-install-recommends $missing >/dev/null
}
