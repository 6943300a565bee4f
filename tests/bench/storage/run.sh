#!/bin/sh
# The storage experiment (docs/storage.md): builds each layout from the same files, compacts it, runs the same queries.
# usage: run.sh PROGRAM WORK-FOLDER NAME=FILES-FOLDER...     (PROGRAM is the built layouts.c; needs xapian-compact)
set -eu
program=$1 work=$2; shift 2
mkdir -p "$work"
export XAPIAN_FLUSH_THRESHOLD=1000 # as indexer/store/store.c sets it
for set in "$@"; do
    name=${set%%=*} folder=${set#*=}
    find "$folder" -type f \( -name '*.html' -o -name '*.md' -o -name '*.txt' \) | LC_ALL=C sort >"$work/$name.files"
    "$program" queries 500 <"$work/$name.files" >"$work/$name.queries"
    echo "== $name: $(wc -l <"$work/$name.files") files"
    for layout in none two one passages stems; do
        to=$work/$name.$layout
        rm -rf "$to" "$to.compact"
        /usr/bin/env time -f '  %U s user, %S s system, %M KiB peak' "$program" build $layout "$to" \
            <"$work/$name.files" 2>&1
        [ "$layout" != none ] || continue
        mkdir "$to.compact"
        for half in "$to"/*; do xapian-compact --quiet "$half" "$to.compact/${half##*/}" 2>/dev/null; done
        du -sb "$to" "$to.compact" | awk '{printf "  %.1f MB%s", $1 / 1e6, NR == 1 ? "" : " compacted\n"}'
        rm -rf "$to"
        "$program" run $layout "$to.compact" <"$work/$name.queries"
    done
done
