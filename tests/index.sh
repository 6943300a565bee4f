#!/bin/sh
# Runs tribune-index on the command line: statuses, messages, incremental runs, bad input. Usage: tests/index.sh BUILD
. "$(dirname "$0")/checks"
trap 'umount "$work/small" 2>/dev/null; chmod -R u+rwx "$work" 2>/dev/null; rm -rf "$work"' EXIT
cd "$work" || exit 2
run() { run_program tribune-index "$@"; } # run EXPECTED-STATUS ARGUMENT...

# ---- usage ----
run 2
says "which database"
run 2 db
says "which reports"
run 2 --no-such-option db x
says "unknown option --no-such-option"
run 2 --jobs=0 db x
says "--jobs"
run 2 --language=klingon db x
says "klingon"
run 2 --text db x
says "--text goes with --dump"
run 0 --help
out "--url-prefix"
run 0 --version
run 2 --dump no/such/file
says "no/such/file"
run 2 db no/such/folder
says "no/such/folder"

# ---- reports come, change and go ----
mkdir reports reports/inner
printf '# Soirée du 3 mars 2018 à Lyon\n\nAnne Garnier a présenté la coopérative.\n' >reports/a.md
printf '<html><head><title>Deux</title></head><body><p>Paul Roussel a conclu sur la rivière.</p></body></html>' >reports/b.html
printf 'Compte rendu\n\nM. Denis Roche : je parle du canal.\n' >reports/inner/c.txt
run 0 db reports
out "3 added"
found 1 coopérative
found 1 speaker:roche
found 1 place:lyon
run 0 db reports
out "3 unchanged"
touch reports/a.md
run 0 db reports
out "3 unchanged"
printf '# Soirée du 3 mars 2018 à Lyon\n\nAnne Garnier a présenté la fanfare.\n' >reports/a.md
run 0 db reports
out "1 updated, 2 unchanged"
found 0 coopérative
found 1 fanfare
rm reports/b.html
run 0 db reports
out "0 removed"
found 1 rivière
run 0 --prune db reports
out "1 removed"
found 0 rivière
# a folder that is gone or empty never empties the database
mv reports elsewhere
run 2 --prune db reports
found 1 fanfare
mkdir reports
run 0 --prune db reports
says "nothing is pruned"
found 1 fanfare
says "--prune-empty"
rmdir reports
mv elsewhere reports
# nor does an empty folder inside, where something may be mounted at other times; gone with its folder is gone
mkdir -p mounts/disk/2016 mounts/own
printf '# Un\n\nTexte.\n' >mounts/disk/2016/a.md
printf '# Deux\n\nTexte.\n' >mounts/own/b.md
printf '# Trois\n\nTexte.\n' >mounts/own/c.md
run 0 mounts.db mounts
rm -r mounts/disk/2016
run 0 --prune mounts.db mounts
out "0 removed"
says "mounts/disk: is empty: nothing is pruned under it (--prune-empty insists)"
rm mounts/own/c.md
rmdir mounts/disk
run 0 --prune mounts.db mounts
out "2 removed"
rm -r mounts/own
run 0 --prune mounts.db mounts
out "0 removed"
run 0 --prune-empty mounts.db mounts
out "1 removed"
mkdir mounts/own
printf '# Quatre\n\nTexte.\n' >mounts/own/d.md
run 0 mounts.db mounts
mv mounts unmounted
run 1 --prune-empty mounts.db mounts
out "1 removed"
run 0 --jobs=1 db2 reports
"$build/tribune-index" --quiet --jobs=4 db3 reports
what="the same database whatever --jobs"
for d in db2 db3; do
    "$build/tribune-search" $d 'fanfare OR canal' --format=json | jq -c '[.hits[] | .title, .speakers, .date, .place]' >$d.hits
done
if cmp -s db2.hits db3.hits && [ -s db2.hits ]; then ok; else fail "$(cat db2.hits db3.hits)"; fi
run 0 --url-prefix=https://example.org/r --quiet db4 reports
what="--url-prefix"
"$build/tribune-search" db4 canal --format=json >out
if jq -e '.hits[0].url == "https://example.org/r/inner/c.txt"' out >/dev/null; then ok; else fail "$(jq '.hits[0].url' out)"; fi

# ---- bad input: refused by name, the others indexed ----
mkdir bad
printf '# Bonne\n\nLucie Marchais a parlé de tramway.\n' >bad/good.md
: >bad/empty.md
LC_ALL=C awk 'BEGIN { srand(7); for (i = 0; i < 4000; i++) printf "%c", int(1 + rand() * 255) }' >bad/binary.txt # no NUL that gives it away
printf '\211PNG\r\n\032\n\0\0\0' >bad/image.html
ln -s nowhere bad/dangling.md
ln -s . bad/loop
printf '# Titre\n\nCaf\351 cr\350me \340 Besan\347on, \223guillemets\224.\n' >bad/latin.md
printf '<p>Un\0deux <b>trois\0</b> quatre' >bad/nul.html
printf '\377\376#\0 \0u\0t\0f\0001\0006\0\n\0' >bad/utf16.txt
printf '<html><head><meta charset="iso-8859-1"></head><body><p>\234uvre \200 12</p></body></html>' >bad/declared.html
printf '<div>%.0s' $(seq 20000) >bad/nested.html
echo 'profond' >>bad/nested.html
head -c 8000000 /dev/zero | tr '\0' 'a' >bad/long.txt
printf ' fin de ligne' >>bad/long.txt
name=$(printf 'bad/nom-\377\n.md')
printf '# Nom bizarre\n\nTexte.\n' >"$name"
run 1 db5 bad
says "bad/empty.md: "
says "bad/binary.txt: "
says "bad/dangling.md: "
db_total() { "$build/tribune-search" db5 "$1" --format=json --limit=0 | jq .total; }
what="what the bad folder holds"
for word in tramway crème besançon guillemets quatre œuvre profond bizarre; do
    if [ "$(db_total "$word")" = 1 ]; then ok; else fail "$word is found in $(db_total "$word") reports"; fi
done
run 2 --dump bad/empty.md
says "bad/empty.md"
mkdir foreign
echo hello >foreign/file
run 2 foreign reports
says "foreign"
if [ -e foreign/file ]; then ok; else fail "the file in the foreign folder is gone"; fi

# ---- folders and files that may not be read ----
mkdir -p closed/inner
printf '# Ouvert\n\nLucie Marchais a parlé de tramway.\n' >closed/open.md
printf '# Fermé\n\nTexte.\n' >closed/shut.md
printf '# Dedans\n\nTexte.\n' >closed/inner/in.md
chmod 0 closed/shut.md closed/inner
as_nobody=
[ "$(id -u)" -ne 0 ] || as_nobody="setpriv --reuid=65534 --regid=65534 --clear-groups"
if [ -z "$as_nobody" ] || $as_nobody "$build/tribune-index" --version >/dev/null 2>&1; then
    what="a closed folder"
    chmod 755 "$work"
    mkdir theirs
    chmod 777 theirs
    $as_nobody "$build/tribune-index" theirs/db closed >out 2>errors
    code=$?
    if [ $code -eq 1 ]; then ok; else fail "status $code: $(cat errors)"; fi
    out "1 added, 0 updated, 0 unchanged, 0 removed, 2 refused"
    says "closed/inner: Permission denied"
    says "closed/shut.md: Permission denied"
    chmod 755 closed/inner
    $as_nobody "$build/tribune-index" --quiet theirs/db closed 2>errors
    chmod 0 closed/inner # what can't be seen now is not gone
    $as_nobody "$build/tribune-index" --prune theirs/db closed >out 2>errors
    out " 0 removed"
else
    echo "index.sh: the programs can't be run as nobody from here: closed folders are not tested"
fi
chmod 755 closed/inner

# ---- files that change, grow and vanish while they are read ----
what="files that move"
mkdir moving
for i in 1 2 3 4 5 6 7 8 9; do cp "$root/tests/pdf/verbatim.txt" moving/$i.txt; done
( while [ ! -e still ]; do
    for i in 1 2 3 4 5; do cat "$root/tests/pdf/verbatim.txt" >>moving/$i.txt; done
    rm -f moving/6.txt moving/7.txt moving/new*.txt
    : >moving/8.txt
    cp "$root/tests/pdf/verbatim.txt" moving/6.txt
    cp "$root/tests/pdf/verbatim.txt" moving/8.txt
    cp "$root/tests/pdf/verbatim.txt" "moving/new$i.txt"
    find moving -size +400k -delete
done ) 2>/dev/null &
for i in 1 2 3 4 5 6 7 8 9 10; do
    "$build/tribune-index" --prune moving.db moving >out 2>errors
    code=$?
    [ $code -le 1 ] || fail "status $code: $(head -3 errors)"
done
: >still
wait
run 0 --prune moving.db moving
run 0 --check moving.db
out " 0 faults"
run 0 moving.db moving
out "0 added, 0 updated, $(ls moving | wc -l) unchanged"
run 0 --export moving.db
what="what is read in the end"
n=$(jq -r .file out | sort -u | wc -l)
if [ "$n" = "$(ls moving | wc -l)" ]; then ok; else fail "$n reports"; fi

# ---- killed at random instants: the last commit is readable, the next run completes ----
what="kill -9 while indexing"
for i in 1 2 3 4 5 6; do
    rm -rf killed
    "$build/tribune-index" --quiet killed "$root/corpus/reports" >/dev/null 2>&1 &
    sleep "0.0$((i * 3))"
    kill -9 $! 2>/dev/null
    wait $! 2>/dev/null
    if [ -d killed/reports ]; then
        "$build/tribune-search" killed eau >/dev/null 2>errors
        [ $? -le 1 ] || [ ! -e killed/passages ] || grep -qi 'not a tribune database\|no such' errors || fail "search after the kill: $(cat errors)"
    fi
    "$build/tribune-index" --quiet killed "$root/corpus/reports" 2>errors || fail "the next run: $(cat errors)"
    n=$("$build/tribune-search" killed type:html OR type:markdown OR type:text --format=json --limit=0 | jq .total)
    all=$(ls "$root/corpus/reports" | wc -l)
    if [ "$n" = "$all" ]; then ok; else fail "$n reports after the next run, not $all"; fi
done

# ---- a database looked after: checked, compacted, counted, given back ----
"$build/tribune-index" --quiet kept "$root/corpus/reports" || fail "indexing"
run 0 --check kept
out " 0 of no report"
out " 0 faults"
run 0 --export kept
mv out exported
run 0 --dump "$root/corpus/reports"
jq -c . out >dumped
jq -c 'del(.path, .text, .published_end) | .places[] |= del(.score, .levels)' exported >shown
if cmp -s shown dumped && [ -s shown ]; then ok; else fail "--export is not what --dump prints, and more"; fi

# ---- given back and taken again: the same database ----
run 0 --import=exported taken
out "$(ls "$root/corpus/reports" | wc -l) added, 0 updated, 0 refused"
run 0 --export taken
if cmp -s exported out; then ok; else fail "another export: $(diff exported out | head -c 300)"; fi
run 0 --check taken
out " 0 faults"
for query in 'coopérative habitants' '"de la ville"' 'speaker:anne' 'place:"Lyon~80km"' 'date:2018' 'has:attachment eau' 'title:conseil'; do
    for unit in report passage; do
        for d in kept taken; do
            "$build/tribune-search" $d "$query" --unit=$unit --limit=100 --facets=speaker,place,event_place,year,language \
                --format=json 2>/dev/null | jq -c 'del(.took_ms)' >$d.answer
        done
        what="\"$query\" after --import"
        if cmp -s kept.answer taken.answer && [ -s kept.answer ]; then ok; else fail "other answers: $(head -c 200 taken.answer)"; fi
    done
done
what="--import=-"
"$build/tribune-index" --import=- taken <exported >out || fail "status $?"
out " 0 added, $(wc -l <exported) updated"
run 0 --prune taken "$root/corpus/reports" # files that are found take the place of imported reports
out "0 added, $(wc -l <exported) updated, 0 unchanged, 0 removed"
sed 's/"id":"[0-9a-f]*"/"id":"0123456789abcdef"/; s/"path":"/&elsewhere/; q' exported >lone
run 0 --import=lone taken
out "1 added"
run 0 --prune taken "$root/corpus/reports"
out "0 removed" # nobody knows whether its file is gone
{
    sed -n 1p exported | sed 's/^{/{"unknown":[1,{"a":2}],/'
    echo '{"file":"a.md",'
    sed -n 2p exported | jq -c '.passages[1].end = 9999999'
    sed -n 2p exported | jq -c '.places[0].kind = "moon"'
    sed -n 2p exported | jq -c 'del(.text)'
    echo
    sed -n 2p exported | jq -c '.published = "soon"'
    echo '[1]'
} >mixed
run 1 --import=mixed mixed.db
out "1 added, 0 updated, 6 refused"
says "mixed:2: column "
says 'mixed:3: "passages", item 2, "end": expected'
says 'mixed:4: "places", item 1, "kind": expected a kind of place'
says 'mixed:5: "text": expected a text'
says 'mixed:7: "published": expected a day'
says "mixed:8: expected an object"
run 0 --check mixed.db
sed -n 2p mixed >bad.jsonl
run 2 --import=bad.jsonl mixed.db
says "no report in it"
run 2 --import=no-such mixed.db
says "no-such: "
run 2 --import=exported
run 2 --import=exported taken reports
says "only a database"
run 0 --stats kept
out "reports, "
out "speakers: "
run 0 --stats --json kept
if jq -e '.reports > 50 and .speakers.different > .speakers.most[0].reports and (.first < .last)' out >/dev/null
then ok; else fail "$(head -c 300 out)"; fi
"$build/tribune-index" --export kept | jq -r '.speakers[].name' | sort >names
n=$(jq .speakers.different out)
if [ "$n" -le "$(sort -u names | wc -l)" ]; then ok; else fail "more speakers than exported"; fi
# searches go on while it is compacted
"$build/tribune-search" kept eau --format=json --limit=0 | jq .total >before
( while [ ! -e stop ]; do
    "$build/tribune-search" kept eau --format=json --limit=0 2>>errors.search | jq .total
done >totals ) &
run 0 --compact kept
run 0 --compact kept
touch stop
wait
sort -u totals | cmp -s - before || fail "searches while compacting: $(sort -u totals) $(head -2 errors.search)"
run 0 --check kept
out " 0 faults"
run 0 kept "$root/corpus/reports"
out " 0 added, 0 updated"
what="killed while compacting"
for i in 1 2 3 4 5 6; do
    "$build/tribune-index" --quiet --compact kept &
    sleep "0.0$((i * 2))"
    kill -9 $! 2>/dev/null
    wait $! 2>/dev/null
    "$build/tribune-index" --check kept >out 2>&1 || fail "$(cat out)"
done
run 0 --compact kept
if [ ! -e kept/reports.new ] && [ ! -e kept/passages.new ]; then ok; else fail "copies are left behind"; fi
run 2 --check no-such
says "no such folder"
run 2 --compact reports
if [ ! -e reports/lock ]; then ok; else fail "a folder of reports was taken for a database"; fi
run 2 --check --stats kept
says "one at a time"
run 2 --export kept reports
says "only a database"
run 2 --dump --json reports
says "--json goes with --stats"
# damage is found, and said
cp -r kept torn
half=$(($(stat -c %s torn/passages/position.glass) / 2))
dd if=/dev/urandom of=torn/passages/position.glass bs=4096 seek=$((half / 4096)) count=8 conv=notrunc 2>/dev/null
run 1 --check torn
out "passages"

# ---- names from a list, a log ----
find reports -name '*.md' -print0 >names0
find reports -name '*.txt' >names1
run 0 --files-from=names0 --log=log db7
out "1 added"
run 0 --files-from=- --log=log db7
out "0 added"
what="--files-from=-"
"$build/tribune-index" --files-from=- --log=log db7 <names1 >out || fail "status $?"
out "1 added"
run 0 --dump --files-from=names0
run 2 --files-from=no-such-list db7
says "no-such-list"
run 1 --log=log db7 bad/good.md bad/empty.md
what="--log"
for line in 'Z added reports/a.md$' 'Z added reports/inner/c.txt$' 'Z refused bad/empty.md: ' 'Z done db7: 1 added'; do
    if grep -q "$line" log; then ok; else fail "no \"$line\" in $(cat log)"; fi
done
run 2 --log=/no/such/folder/log db7 reports
says "/no/such/folder/log"

# ---- a huge text in one line: indexed in bounded memory, found to its end ----
mkdir huge
awk 'BEGIN { srand(7); for (i = 0; i < 3200000; i++) printf "%s%d ", "mot", rand() * 30000; printf "findutexte" }' >huge/line.txt
( ulimit -v 1500000 && "$build/tribune-index" --quiet huge.db huge ) 2>errors
code=$?
what="a text of $(($(stat -c %s huge/line.txt) / 1000000)) MB in one line"
if grep -q __asan_init "$build/tribune-index"; then # needs more addresses than there are
    :
elif [ $code -ne 0 ]; then
    fail "status $code: $(cat errors)"
else
    n=$("$build/tribune-search" huge.db findutexte --format=json --limit=0 | jq .total)
    if [ "$n" = 1 ]; then ok; else fail "its last word is found $n times"; fi
fi

# ---- a full disk: reported, the last commit stays and the next run completes ----
what="a file that may not grow"
"$build/tribune-index" --quiet full reports
"$build/tribune-search" full fanfare --format=json --limit=0 | jq .total >before
( ulimit -f 300; "$build/tribune-index" full "$root/corpus/reports" >out 2>errors )
code=$?
if [ $code -eq 2 ]; then ok; else fail "status $code: $(cat out errors)"; fi
if grep -qi "database 'full': .*too large" errors; then ok; else fail "says: $(cat errors)"; fi
"$build/tribune-search" full fanfare --format=json --limit=0 | jq .total >after
if cmp -s before after; then ok; else fail "the last commit is not what it was"; fi
"$build/tribune-index" --check full >out || fail "check: $(cat out)"
run 0 full "$root/corpus/reports"
run 0 --check full
out " 0 of no report"
if mkdir small 2>/dev/null && mount -t tmpfs -o size=3700k tmpfs small 2>/dev/null; then
    what="a full disk"
    "$build/tribune-index" --quiet small/db reports || fail "indexing"
    "$build/tribune-index" small/db "$root/corpus/reports" >out 2>errors
    code=$?
    if [ $code -eq 2 ] && grep -qi 'space' errors; then ok; else fail "status $code: $(cat out errors)"; fi
    "$build/tribune-index" --check small/db >out 2>&1 || fail "check: $(cat out)"
    n=$("$build/tribune-search" small/db fanfare --format=json --limit=0 | jq .total)
    if [ "$n" = 1 ]; then ok; else fail "\"fanfare\" finds $n after the disk was full"; fi
    umount small
else
    echo "index.sh: no tmpfs may be mounted here: a full disk is not tested, a limit on files is"
fi

# ---- many threads begin at once: none may wait for ever on a library that is being set up ----
what="threads that begin together"
mkdir many
for i in 1 2 3 4 5 6 7 8; do printf '<p>Anne Garnier a parlé du pont %s.</p>' $i >many/$i.html; done
begun=0
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
    timeout 20 "$build/tribune-index" --jobs=8 --dump many >/dev/null 2>errors && begun=$((begun + 1))
done
if [ $begun -eq 30 ]; then ok; else fail "$begun of 30 runs ended: $(cat errors)"; fi

# ---- two writers: one that imports holds the database until its input ends ----
what="two writers"
"$build/tribune-index" --quiet db6 reports
mkfifo hold
"$build/tribune-index" --quiet --wait --import=- db6 <hold &
holder=$!
exec 9>hold
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do # until it has begun
    "$build/tribune-index" --quiet db6 reports 2>errors || break
    sleep 0.1
done
says "database 'db6' is being written by process $holder (tribune-index)"
run 2 db6 reports
run 2 --compact db6
says "process $holder"
found_in_it=$("$build/tribune-search" db6 fanfare --format=json --limit=0 | jq .total)
if [ "$found_in_it" = 1 ]; then ok; else fail "a search meanwhile finds $found_in_it"; fi
"$build/tribune-index" --wait db6 reports >waited 2>&1 9>&- &
waiter=$!
sleep 0.3
if [ -s waited ]; then fail "it did not wait: $(cat waited)"; else ok; fi
exec 9>&-
wait $holder
wait $waiter && ok
if grep -q unchanged waited; then ok; else fail "$(cat waited)"; fi

# ---- how far it is ----
what="--progress"
"$build/tribune-index" --progress=json progress.db reports bad >out 2>errors
if grep '^{' errors | jq -e -s '.[0].done >= 1 and .[-1].done == .[-1].files and (.[-1] | .bytes > 0 and .seconds >= 0 and .file)' \
    >/dev/null; then ok; else fail "$(head -3 errors)"; fi
out "; refused: "
out "empty file (1)"
rm -r progress.db
"$build/tribune-index" --progress=always progress.db reports >out 2>errors
if grep -q '\[=*\] [0-9]*/[0-9]* files, .* MB, .* MB/s, .* s left  reports/' errors; then ok; else fail "$(cat -v errors)"; fi
rm -r progress.db
run 0 progress.db reports # no terminal, and soon done: nothing
if [ -s errors ]; then fail "says $(cat errors)"; else ok; fi
if script -qec true terminal >/dev/null 2>&1; then # where there are terminals to be had
    rm -r progress.db
    script -qec "$build/tribune-index progress.db reports" terminal >/dev/null
    if grep -q 's left  reports/' terminal && grep -q ' added' terminal; then ok; else fail "$(cat -v terminal)"; fi
fi

finish
