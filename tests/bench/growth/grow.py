#!/usr/bin/env python3
"""How indexing and searching grow with the collection: time of each report and of queries at several sizes.

Usage: grow.py BUILD [--sizes 10,100] [--work FOLDER] [--queries N] [--rounds N]

Sizes are thousands of passages (ten of them a report, made by make_reports). Each size is indexed from nothing. Time of a
report is of processor and of the clock, in milliseconds; ratios are to the smallest size. "one more" is one new report
that joins, until it can be searched: named itself, and by going over the whole folder.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time

PASSAGES_A_REPORT = 10


def run(command, **options):
    """Elapsed and CPU seconds, MiB of the largest process."""
    begun = time.monotonic()
    child = subprocess.Popen(command, stdout=options.get("stdout", subprocess.DEVNULL))
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit("%s: exit status %d" % (" ".join(command), child.returncode))
    return time.monotonic() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def size(folder):
    return sum(os.path.getsize(os.path.join(at, name)) for at, _, names in os.walk(folder) for name in names) / 1e6


def one_more(program, maker, database, reports, extra, number, whole):
    """Seconds until one new report can be searched."""
    target = reports if whole else extra
    subprocess.run([maker, target, str(number), "1"], check=True)
    path = os.path.join(target, "%03d" % (number // 1000), "%06d.md" % number)
    return run([program, "--quiet", database, reports if whole else path])[:2]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("--sizes", default="10,100")
    parser.add_argument("--work")
    parser.add_argument("--queries", default="50")
    parser.add_argument("--rounds", type=int, default=3, help="of one more report, the best counts")
    options = parser.parse_args()
    program, maker, queries = (os.path.join(options.build, name) for name in
                               ("tribune-index", "bench-make-reports", "bench-queries"))
    work = tempfile.mkdtemp(prefix="growth-", dir=options.work)
    reports, extra, database = (os.path.join(work, name) for name in ("reports", "extra", "db"))
    os.mkdir(reports)
    os.mkdir(extra)
    rows, made, smallest = [], 0, None
    try:
        for thousands in (float(each) for each in options.sizes.split(",")):
            count = max(1, int(thousands * 1000 / PASSAGES_A_REPORT))
            subprocess.run([maker, reports, str(made), str(count - made)], check=True)
            made = count
            shutil.rmtree(database, ignore_errors=True)
            elapsed, cpu, memory = run([program, "--quiet", database, reports])
            written = size(database)
            unchanged = run([program, "--quiet", database, reports])[0]
            named = min(one_more(program, maker, database, reports, extra, 900000 + i, False)
                        for i in range(options.rounds))
            walked = one_more(program, maker, database, reports, extra, count, True)
            made += 1
            each = (elapsed * 1000 / count, cpu * 1000 / count)
            smallest = smallest or each
            print("%8.0f thousand passages, %d reports: %.3f ms each (%.2f x the smallest), %.3f ms of processor (%.2f x), "
                  "%.0f MiB, %.1f MB on disk" % (thousands, count, each[0], each[0] / smallest[0], each[1],
                                                 each[1] / smallest[1], memory, written))
            print("         nothing changed %.3f s; one more report: named %.3f s (%.3f of processor), "
                  "found in the folder %.3f s (%.3f)" % ((unchanged,) + named + walked), flush=True)
            answer = subprocess.run([queries, database, options.queries], stdout=subprocess.PIPE, check=True, text=True)
            rows.append((thousands, answer.stdout))
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print("load %.1f on %d processors" % (os.getloadavg()[0], os.cpu_count()))
    for thousands, text in rows:
        print("\nqueries among %.0f thousand passages\n%s" % (thousands, text.rstrip()))


if __name__ == "__main__":
    main()
