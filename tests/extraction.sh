#!/bin/sh
# The sample reports against their gold: the twin of the reference report to the letter, the others above a floor.
# Usage: tests/extraction.sh BUILD
set -u
cd "$(dirname "$0")/.." || exit 2
build=${1:-build}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
ok() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "extraction.sh: $1" >&2; }

"$build/tribune-index" --dump corpus/reports >"$work/dump" 2>"$work/errors" || fail "--dump corpus/reports: exit status $?"
[ -s "$work/errors" ] && fail "$(head -3 "$work/errors")"

# The twin: same structure and difficulties as the reference report, nothing missed and nothing false.
python3 tests/score.py --file seminaire-jumeau --list-errors \
    --what speakers,places,dates,author,event-date,event-place,published,attachments,roles <"$work/dump" >"$work/twin" 2>&1
if grep -qE '^seminaire-jumeau.* (missed|false|wanted)' "$work/twin"; then fail "$(grep '^seminaire-jumeau' "$work/twin")"; else ok; fi
if grep -q '^speakers *overall' "$work/twin"; then ok; else fail "the twin was not scored: $(head -3 "$work/twin")"; fi

# Floors below what is reached today, so that a step back is seen; docs/extraction.md has the figures.
if python3 tests/score.py $(cat tests/floors) <"$work/dump" >"$work/all" 2>&1; then ok; else fail "$(tail -12 "$work/all")"; fi

# The same with one job as with several.
"$build/tribune-index" --jobs=1 --dump corpus/reports >"$work/one" 2>/dev/null
"$build/tribune-index" --jobs=7 --dump corpus/reports >"$work/seven" 2>/dev/null
if cmp -s "$work/one" "$work/seven" && cmp -s "$work/one" "$work/dump"; then ok; else fail "--jobs changes the result"; fi

# Every span lies in the text and holds what it says.
"$build/tribune-index" --dump --text corpus/reports/seminaire-jumeau.md >"$work/text"
python3 - "$work/dump" "$work/text" <<'END' && ok || fail "spans of the twin"
import json, sys
report = next(json.loads(line) for line in open(sys.argv[1], encoding="utf-8") if "seminaire-jumeau" in line[:200])
text = open(sys.argv[2], "rb").read()
for person in report["speakers"] + report["mentions"] + report["places"]:
    for start, end in person["at"]:
        assert text[start:end].decode() in person["forms"], (person["name"], text[start:end])
for date in report["dates"]:
    (start, end), = date["at"]
    assert text[start:end].decode() == date["form"], date
last = 0
for passage in report["passages"]:
    assert text[passage["start"]:passage["end"]].decode() == passage["text"], passage
    assert passage["start"] >= last
    last = passage["end"]
END
echo "extraction.sh: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
