#!/usr/bin/env python3
"""Indexes the same files with tribune-index and with omindex, and prints the figures side by side, as ratios too.

Usage: compare.py BUILD FOLDER [--rounds N] [--work FOLDER]

The two take turns, so that a busy machine is busy for both; of each figure the best round counts. CPU is user and
system together, memory the largest resident set. omindex (Debian: xapian-omega) is told the French stemmer; it keeps
512 bytes of text a page, has no passages and extracts nothing.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time


def measure(command, core=None):
    """Elapsed seconds, CPU seconds and MiB of the largest process; ends the program when the command fails."""
    begun = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=(
        (lambda: os.sched_setaffinity(0, {core})) if core is not None else None))
    messages = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode > 1:  # 1: some files were refused
        sys.exit("%s fails: %s" % (" ".join(command), messages.decode("utf-8", "replace")[-300:]))
    return time.monotonic() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def size(folder):
    """MB on disk."""
    return sum(os.path.getsize(os.path.join(at, name)) for at, _, names in os.walk(folder) for name in names) / 1e6


def touch_some(folder):
    """Changes one file in a hundred."""
    files = sorted(os.path.join(at, name) for at, _, names in os.walk(folder) for name in names)
    for path in files[::100]:
        with open(path, "a", encoding="utf-8") as file:
            file.write("<p>changed</p>\n")


def best(old, new):
    return new if old is None else tuple(map(min, old, new))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("folder")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--work", default=None, help="where the databases are made (a temporary folder)")
    options = parser.parse_args()
    program = os.path.join(options.build, "tribune-index")
    work = tempfile.mkdtemp(dir=options.work)
    copy, ours, theirs = (os.path.join(work, name) for name in ("files", "ours", "theirs"))
    commands = {
        "tribune": [program, "--quiet", ours, copy],
        "omindex": ["omindex", "--db", theirs, "--url", "/", "--stemmer", "french", copy],
    }
    rows = {name: {} for name in commands}
    try:
        for _ in range(options.rounds):
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(options.folder, copy)
            for core, label in ((None, "full"), (0, "full, one core")):
                for path in (ours, theirs):
                    shutil.rmtree(path, ignore_errors=True)
                for name, command in commands.items():
                    rows[name][label] = best(rows[name].get(label), measure(command, core))
            for label in ("nothing changed", "one in 100 changed"):
                if label != "nothing changed":
                    touch_some(copy)
                for name, command in commands.items():
                    rows[name][label] = best(rows[name].get(label), measure(command))
        written = {"tribune": size(ours), "omindex": size(theirs)}
        measure([program, "--compact", ours])
        measure(["xapian-compact", theirs, theirs + ".compact"])
        compacted = {"tribune": size(ours), "omindex": size(theirs + ".compact")}
        files = sum(len(names) for _, _, names in os.walk(copy))
        print("%d files, %.1f MB, best of %d rounds, load %.1f on %d processors" %
              (files, size(copy), options.rounds, os.getloadavg()[0], os.cpu_count()))
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print("%-20s %-8s %10s %10s %8s" % ("", "", "tribune", "omindex", "ratio"))
    for label in rows["tribune"]:
        for index, unit in enumerate(("s", "CPU s", "MiB")):
            mine, other = rows["tribune"][label][index], rows["omindex"][label][index]
            print("%-20s %-8s %10.3f %10.3f %8.2f" % (label, unit, mine, other, mine / max(other, 1e-9)))
    for label, table in (("written", written), ("compacted", compacted)):
        print("%-20s %-8s %10.1f %10.1f %8.2f" % (label, "MB", table["tribune"], table["omindex"],
                                                   table["tribune"] / table["omindex"]))


if __name__ == "__main__":
    main()
