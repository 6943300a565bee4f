#!/bin/sh
# The include graph is what the design says, and each program links only its half. Usage: tests/layers.sh BUILD
set -u
cd "$(dirname "$0")/.." || exit 2
build=${1:-build}
passed=0 failed=0
check() { # check WHAT COMMAND...: the command must print nothing
    what=$1
    shift
    found=$("$@" 2>/dev/null)
    if [ -z "$found" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'layers.sh: %s:\n%s\n' "$what" "$found" >&2
    fi
}
includes_of() { # includes_of FOLDER OTHER: includes in FOLDER, and those in it, of headers that only OTHER has
    find "$2" -name '*.h' | while IFS= read -r header; do
        name=$(basename "$header")
        [ -n "$(find "$1" lib -name "$name" -print -quit)" ] ||
            grep -rHn --include='*.[ch]' --include='*.cc' "#include \"$name\"" "$1"
    done
}
# The folders of the indexer, from the ground up: each may include those before it, and the files beside them any.
indexer_order="text names lists read turns programme places dates corrections people passages store maintain"
upward() { # includes of a folder that comes later
    later=$indexer_order
    for folder in $indexer_order; do
        later=${later#"$folder"}
        later=${later# }
        for other in $later; do includes_of_folder "$folder" "$other"; done
    done
    for folder in indexer/*/; do
        case " $indexer_order " in *" $(basename "$folder") "*) ;; *) echo "$folder has no place in the order" ;; esac
    done
}
includes_of_folder() {
    for header in indexer/"$2"/*.h; do
        grep -Hn "#include \"$(basename "$header")\"" indexer/"$1"/*.c indexer/"$1"/*.h
    done
}
long_files() { find lib indexer searcher -name '*.[ch]' -o -name '*.cc' -o -name '*.hh' | xargs wc -l | awk '$2 != "total" && $1 > 650 { print }' | grep -v name_words; }

check "the searcher includes the indexer's headers" includes_of searcher indexer
check "the indexer includes the searcher's headers" includes_of indexer searcher
check "lib/ includes a program's headers" includes_of lib searcher
check "lib/ includes the indexer's headers" includes_of lib indexer
check "a folder of the indexer includes one above it" upward
check "the searcher includes the writing half" grep -n 'db_write' searcher/*.c searcher/*.h
check "Xapian outside its layer" grep -ln 'xapian\.h' lib/*.c lib/*.h indexer/*.c indexer/*/*.c searcher/*.c
check "a renderer sees the database" grep -n 'db_read\|database\.h' searcher/render*.c searcher/render.h searcher/result.h
check "libxml2 in the search program" sh -c "ldd '$build/tribune-search' | grep -E 'libxml2|libicu|jansson|microhttpd|gnutls'"
check "writing code in the search program" sh -c "nm -C '$build/tribune-search' | grep -E ' [Tt] db_writer?_|WritableDatabase'"
mutable_data() { # objects in .data or .bss are variables; constant tables with pointers are in .data.rel.ro
    objdump -t "$build"/obj/lib/*.o "$build"/obj/indexer/*.o "$build"/obj/indexer/*/*.o "$build"/obj/searcher/*.o |
        awk '/^[^ ]*: *file format/ { file = $1 } / O \.(data|bss)[[:space:]]/ && !/DW\.ref|_ZTV|_ZGV|__odr_asan/ { print file, $NF }'
}
check "mutable data in the programs' own objects" mutable_data
check "a C++ file outside lib/" find indexer searcher corpus -name '*.cc'
check "files too long for one job" long_files
echo "layers.sh: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
