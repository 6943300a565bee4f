#!/usr/bin/env python3
"""score.py - how well `tribune-index --dump` extracts, against the gold of the samples (standard library only).

usage: tribune-index --dump corpus/reports | tests/score.py [OPTION...]

  --gold FILE        the annotations (default: corpus/gold.jsonl beside this script's folder)
  --list-errors      name each miss and false alarm with its file
  --what KINDS       only these, comma-separated: speakers,mentions,places,dates,author,event-date,event-place,
                     published,title,language,attachments,passages,roles
  --file PART        only reports whose file name contains PART
  --min KIND=F1      exit 1 when the overall F1 (or share right) of KIND is lower; repeatable

What is compared (docs/extraction.md has the rules of annotation):
  speakers, mentions   full names; accents, case, hyphens and a leading honorific aside. A gold name may list
                       alternatives with |. `optional` ones are neither asked nor counted wrong.
                       Mentions: recall only, since nobody counts every person a report names.
  places               preferred names, alternatives with |; venues and intercommunalities count only where the gold
                       asks for them
  dates                intervals (start, end), each once per report
  passages             the gold gives a few words of a passage: the predicted passage that holds them must have that
                       speaker (an unnamed label counts as nobody, where the gold says null)
  author, published, event date, event place, title, language: share right of those that the gold states
A line of gold that leaves a kind out is not judged by it.
"""
import argparse
import json
import os
import re
import sys
import unicodedata
from collections import OrderedDict

HONORIFICS = {"m", "mm", "mme", "mmes", "mlle", "mr", "mrs", "ms", "miss", "dr", "pr", "prof", "monsieur", "madame",
              "mademoiselle", "maitre", "me", "sir", "lord", "lady", "dame", "hon", "cr", "cllr", "councillor",
              "senator", "sen", "rev", "professor", "doctor", "docteur", "professeur"}
UNJUDGED = {"venue", "intercommunality"}
SHAPES = ("narrative", "verbatim", "minutes")
SETS = ("speakers", "mentions", "places", "dates", "attachments", "passages")
SINGLE = ("author", "published", "event-date", "event-place", "title", "language", "roles")


def fold(text):
    """Lower case without accents; hyphens, apostrophes and points are spaces."""
    text = unicodedata.normalize("NFKD", text or "")
    text = "".join(c for c in text if not unicodedata.combining(c)).lower()
    text = text.replace("œ", "oe").replace("æ", "ae").replace("ø", "o").replace("ł", "l").replace("ß", "ss")
    return " ".join(re.findall(r"[^\W_]+", text))


def fold_name(text):
    words = fold(text).split()
    initial = re.match(r"\s*M\.\s+\S+\s+\S", text or "") is not None
    while len(words) > 1 and words[0] in HONORIFICS and not (initial and len(words) == 3 and words[0] == "m"):
        words = words[1:]
    return " ".join(words)


def alternatives(text, how=fold):
    return [how(part.split("#")[0]) for part in text.split("|")]


class Count:
    """True and false positives and misses of one kind of thing in one shape of report."""

    def __init__(self):
        self.right = self.wrong = self.missed = 0

    def add(self, other):
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed

    def measures(self):
        found, asked = self.right + self.wrong, self.right + self.missed
        precision = self.right / found if found else 1.0
        recall = self.right / asked if asked else 1.0
        total = precision + recall
        return precision, recall, 2 * precision * recall / total if total else 0.0


class Scorer:
    def __init__(self, kinds):
        self.kinds = kinds
        self.counts = {}
        self.errors = []

    def count(self, shape, kind):
        return self.counts.setdefault((shape, kind), Count())

    def error(self, file, kind, what, text):
        self.errors.append((file, kind, what, text))

    def match(self, gold, shape, kind, wanted, found, optional, how=fold, false_alarms=True):
        """Compare a list of gold strings (with alternatives) with a list of predicted strings, each counted once."""
        count = self.count(shape, kind)
        predicted = OrderedDict((how(text), text) for text in found if how(text))
        for text in wanted:
            hit = next((name for name in alternatives(text, how) if name in predicted), None)
            if hit is None:
                count.missed += 1
                self.error(gold["file"], kind, "missed", text)
            else:
                count.right += 1
                for name in alternatives(text, how):
                    predicted.pop(name, None)
        for text in optional:
            for name in alternatives(text, how):
                predicted.pop(name, None)
        if false_alarms:
            count.wrong += len(predicted)
            for text in predicted.values():
                self.error(gold["file"], kind, "false", text)

    def single(self, gold, kind, wanted, found, how=fold):
        """One value that is right or wrong; a predicted value where the gold has none is not judged."""
        if wanted is None:
            return
        count = self.count(gold["shape"], kind)
        accepted = [how(text) for text in wanted] if isinstance(wanted, list) else alternatives(wanted, how)
        if found is not None and how(found) in accepted:
            count.right += 1
        else:
            count.missed += 1
            count.wrong += found is not None
            self.error(gold["file"], kind, "wanted", "%s, found %s" % (wanted, found))

    def dates(self, gold, dump):
        def pairs(rows):
            return OrderedDict(((row["start"], row["end"]), None) for row in rows)
        count = self.count(gold["shape"], "dates")
        found, wanted = pairs(dump.get("dates", [])), pairs(gold["dates"])
        optional = pairs(gold.get("optional", {}).get("dates", []))
        for pair in wanted:
            if pair in found:
                count.right += 1
            else:
                count.missed += 1
                self.error(gold["file"], "dates", "missed", "%s..%s" % pair)
        for row in dump.get("dates", []):
            pair = (row["start"], row["end"])
            if pair in found and pair not in wanted and pair not in optional:
                count.wrong += 1
                self.error(gold["file"], "dates", "false", "%s..%s (%s)" % (pair + (row.get("form"),)))
                del found[pair]

    def passages(self, gold, dump):
        count = self.count(gold["shape"], "passages")
        texts = [(" %s " % fold(passage.get("text")), passage) for passage in dump.get("passages", [])]
        people = {fold_name(speaker["name"]) for speaker in dump.get("speakers", [])}
        for wanted in gold["passages"]:
            words = " %s " % fold(wanted["contains"])
            said = next((passage.get("speaker") for text, passage in texts if words in text), False)
            if wanted["speaker"] is None:
                right = said is not False and (said is None or fold_name(said) not in people)
            else:
                right = bool(said) and fold_name(said) in alternatives(wanted["speaker"], fold_name)
            if right:
                count.right += 1
            else:
                count.missed += 1
                count.wrong += said is not False
                self.error(gold["file"], "passages", "wanted",
                           "%s for \"%s\", found %s" % (wanted["speaker"], wanted["contains"],
                                                        "no such passage" if said is False else said))

    def roles(self, gold, dump):
        """Of the speakers found, whether role or organisation has the words that the gold gives (either field)."""
        found = {fold_name(speaker["name"]): speaker for speaker in dump.get("speakers", [])}
        for speaker in gold["speakers"]:
            match = next((found[name] for name in alternatives(speaker["name"], fold_name) if name in found), None)
            asked = [speaker[key] for key in ("role", "organisation") if key in speaker]
            if match is None or not asked:
                continue
            printed = set(fold("%s %s" % (match.get("role") or "", match.get("organisation") or "")).split())
            words = set(fold(" ".join(asked)).split())
            count = self.count(gold["shape"], "roles")
            if words and len(words & printed) >= 0.6 * len(words):
                count.right += 1
            else:
                count.missed += 1
                count.wrong += bool(printed)
                self.error(gold["file"], "roles", "wanted", "%s: %s, found %s / %s" % (
                    speaker["name"], " / ".join(asked), match.get("role"), match.get("organisation")))

    def report(self, gold, dump):
        shape, optional = gold["shape"], gold.get("optional", {})
        event, found_event = gold.get("event", {}), dump.get("event") or {}
        people = [speaker["name"] for speaker in gold["speakers"]]
        if "speakers" in self.kinds:
            self.match(gold, shape, "speakers", people, [s["name"] for s in dump.get("speakers", [])],
                       optional.get("speakers", []), fold_name)
        if "mentions" in self.kinds and "mentions" in gold:
            self.match(gold, shape, "mentions", gold["mentions"], [m["name"] for m in dump.get("mentions", [])],
                       [], fold_name, false_alarms=False)
        if "places" in self.kinds and "places" in gold:
            asked = {name for text in gold["places"] for name in alternatives(text)}
            judged = [place["name"] for place in dump.get("places", [])
                      if place.get("kind") not in UNJUDGED or fold(place["name"]) in asked]
            self.match(gold, shape, "places", gold["places"], judged, optional.get("places", []))
        if "dates" in self.kinds and "dates" in gold:
            self.dates(gold, dump)
        if "attachments" in self.kinds and "attachments" in gold:
            found = list(dump.get("attachments", []))
            count = self.count(shape, "attachments")
            for title in gold["attachments"]:
                hit = next((a for a in found if fold(a.get("title")) == fold(title)), None)
                if hit is None:
                    count.missed += 1
                    self.error(gold["file"], "attachments", "missed", title)
                else:
                    count.right += 1
                    found.remove(hit)
            count.wrong += len(found)
            for extra in found:
                self.error(gold["file"], "attachments", "false", str(extra.get("title")))
        if "passages" in self.kinds and "passages" in gold:
            self.passages(gold, dump)
        if "roles" in self.kinds:
            self.roles(gold, dump)
        if "author" in self.kinds:
            self.single(gold, "author", gold.get("author"), dump.get("author"), fold_name)
        if "published" in self.kinds:
            self.single(gold, "published", gold.get("published"), dump.get("published"), str)
        if "title" in self.kinds:
            self.single(gold, "title", gold.get("title"), dump.get("title"))
        if "language" in self.kinds:
            self.single(gold, "language", gold.get("language"), dump.get("language"))
        if "event-date" in self.kinds and event.get("start"):
            self.single(gold, "event-date", "%s..%s" % (event["start"], event["end"]),
                        "%s..%s" % (found_event.get("start"), found_event.get("end")), str)
        if "event-place" in self.kinds:
            self.single(gold, "event-place", event.get("place"), found_event.get("place"))


def key(path):
    return os.path.basename(path)


def read_dump(stream):
    dumps = {}
    for number, line in enumerate(stream, 1):
        if line.strip():
            try:
                dump = json.loads(line)
            except ValueError as problem:
                sys.exit("score.py: line %d of the dump is not JSON: %s" % (number, problem))
            dumps[key(dump["file"])] = dump
    return dumps


def print_table(scorer):
    overall = {}
    for (shape, kind), count in scorer.counts.items():
        overall.setdefault(kind, Count()).add(count)
    print("%-12s %-10s %6s %6s %6s %7s %6s %6s"
          % ("what", "shape", "right", "wrong", "missed", "prec.", "recall", "F1"))
    for kind in SETS + SINGLE:
        for shape in SHAPES + ("overall",):
            count = overall.get(kind) if shape == "overall" else scorer.counts.get((shape, kind))
            if count is not None and count.right + count.wrong + count.missed:
                print("%-12s %-10s %6d %6d %6d %7.3f %6.3f %6.3f"
                      % ((kind, shape, count.right, count.wrong, count.missed) + count.measures()))
    return overall


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(usage=__doc__, add_help=True)
    parser.add_argument("--gold", default=os.path.join(here, "..", "corpus", "gold.jsonl"))
    parser.add_argument("--list-errors", action="store_true")
    parser.add_argument("--what", default=",".join(SETS + SINGLE))
    parser.add_argument("--file", default="")
    parser.add_argument("--min", action="append", default=[])
    options = parser.parse_args()
    kinds = set(options.what.split(","))
    if not kinds <= set(SETS + SINGLE):
        parser.error("no such kind: " + ", ".join(sorted(kinds - set(SETS + SINGLE))))
    dumps = read_dump(sys.stdin)
    scorer, absent = Scorer(kinds), []
    with open(options.gold, encoding="utf-8") as stream:
        for line in stream:
            gold = json.loads(line)
            if options.file in gold["file"]:
                if key(gold["file"]) not in dumps:
                    absent.append(gold["file"])
                scorer.report(gold, dumps.get(key(gold["file"]), {}))
    if options.list_errors:
        for file, kind, what, text in scorer.errors:
            print("%-34s %-11s %-7s %s" % (file, kind, what, text))
    overall = print_table(scorer)
    for file in absent:
        print("not in the dump: " + file)
    low = []
    for rule in options.min:
        kind, floor = rule.split("=")
        if kind not in overall or overall[kind].measures()[2] < float(floor):
            low.append(rule)
    for rule in low:
        print("below the floor: " + rule)
    return 1 if absent or low else 0


if __name__ == "__main__":
    sys.exit(main())
