#!/bin/sh
# The bulk set for timing: about 10,500 pages of HTML (300 MB, French and English) out of documentation packages of Debian,
# which are downloaded and unpacked, not installed. Prints the folder that has them; a second call only does that.
# Usage: corpus.sh FOLDER (needs 1.5 GB)
set -eu
to=${1:?usage: corpus.sh FOLDER}
mkdir -p "$to"
to=$(cd "$to" && pwd)
html=$to/html
if [ -e "$html/.complete" ]; then
    echo "$html"
    exit 0
fi
command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || {
    echo "corpus.sh: made of Debian's packages, which needs apt-get: name a folder of your own instead (FILES=FOLDER)" >&2
    exit 1
}

# language, package, and which of its pages where it has them in several languages
sources() {
    for package in aptitude-doc-fr debian-faq-fr debian-reference-fr developers-reference-fr gimp-help-fr \
        libreoffice-help-fr lilypond-doc-html-fr maint-guide-fr ubuntu-packaging-guide-html-fr; do
        echo "fr $package *"
    done
    for package in python3.11-doc postgresql-doc-15 sqlite3-doc xapian-doc; do
        echo "en $package *"
    done
    echo "en openjdk-17-doc */java.base/*"
    echo "fr apache2-doc */manual/fr/*"
    echo "en apache2-doc */manual/en/*"
    echo "fr installation-guide-amd64 */fr/*"
    echo "en installation-guide-amd64 */en/*"
    echo "fr debian-handbook */fr-FR/*"
    echo "en debian-handbook */en-US/*"
}

unpack() { # unpack PACKAGE: once; one that this release has no more is left out, which is said
    [ ! -d "$to/unpacked/$1" ] || return 0
    mkdir -p "$to/debs" "$to/unpacked"
    if ! ls "$to/debs/$1"_*.deb >/dev/null 2>&1 && ! (cd "$to/debs" && apt-get download -qq "$1" >&2); then
        echo "corpus.sh: no package $1 here: left out" >&2
        return 1
    fi
    dpkg-deb -x "$to/debs/$1"_*.deb "$to/unpacked/$1"
}

copy_pages() { # copy_pages LANGUAGE PACKAGE PATTERN: inflated, and all called .html
    find "$to/unpacked/$2" -type f -size +0 -path "$3" \( -name '*.htm' -o -name '*.html' -o -name '*.html.*' \) |
        while IFS= read -r page; do
            name=$(basename "$page")
            folder=$html/$1/$(dirname "${page#"$to/unpacked/$2/usr/share/"}")
            mkdir -p "$folder"
            case $name in
            *.html.gz) gzip -dc "$page" >"$folder/${name%.gz}" ;;
            *.htm) cp "$page" "$folder/${name}l" ;;
            *.html.*) cp "$page" "$folder/${name%%.html.*}.$(echo "${name#*.html.}" | tr . _).html" ;; # index.html.fr.utf8
            *) cp "$page" "$folder/$name" ;;
            esac
        done
}

rm -rf "$html"
mkdir -p "$html"
sources | while read -r language package pattern; do
    if unpack "$package"; then copy_pages "$language" "$package" "$pattern"; fi
done
[ -n "$(find "$html" -name '*.html' -print -quit)" ] || {
    echo "corpus.sh: no page came out of the packages in $to/debs" >&2
    exit 1
}
: >"$html/.complete"
find "$html" -name '*.html' -printf '%s\n' | awk '{ sum += $1 } END { printf "%d pages, %.1f MB\n", NR, sum / 1e6 }' >&2
echo "$html"
