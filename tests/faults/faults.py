#!/usr/bin/env python3
"""Makes calls of tribune-index fail one by one (fault.c), or kills it at random instants, and looks at what is left.

Usage: faults.py BUILD [--points N] [--kills N] [--seed N] REPORTS

A database of a few reports is brought up to date with REPORTS, and something goes wrong on the way. Then: the program
has not crashed, and has said what could not be done; the database is sound, and holds what was committed; the next run
completes, and its export is the same as that of a run in which nothing went wrong.
"""
import argparse
import errno
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

# which call, how it fails, whether all that follow fail too; and how many of the points are for it
KINDS = [("write", errno.ENOSPC, True, 4), ("write", errno.EIO, False, 4), ("write", "short", True, 3),
         ("sync", errno.EIO, False, 3), ("rename", errno.EIO, False, 2), ("open", errno.EMFILE, False, 4),
         ("open", errno.EACCES, True, 2), ("truncate", errno.EIO, False, 1), ("memory", errno.ENOMEM, False, 6),
         ("memory", errno.ENOMEM, True, 3), ("new", errno.ENOMEM, False, 8)]


class Trial:
    def __init__(self, build, reports, work):
        self.build, self.reports, self.work = os.path.abspath(build), os.path.abspath(reports), work
        self.library = os.path.join(self.build, "fault.so")
        self.program = os.path.join(self.build, "tribune-index")
        self.base, self.database = os.path.join(work, "base"), os.path.join(work, "db")
        self.names = sorted(os.listdir(self.reports))
        # the base: the first reports as they are, and one that is not what it will be
        self.older = os.path.join(work, "reports")
        shutil.copytree(self.reports, self.older)
        for name in self.names[len(self.names) // 2:]:
            os.remove(os.path.join(self.older, name))
        with open(os.path.join(self.older, self.names[0]), "a", encoding="utf-8") as file:
            file.write("\nUn ajout.\n")
        self.index(self.base)
        shutil.rmtree(self.older)
        shutil.copytree(self.reports, self.older)
        self.before = self.export(self.base)
        self.fresh()
        self.index(self.database)
        self.after = self.export(self.database)

    def fresh(self):
        shutil.rmtree(self.database, ignore_errors=True)
        shutil.copytree(self.base, self.database)

    def command(self, database):
        return [self.program, "--jobs=2", "--prune", database, self.older]

    def index(self, database):
        subprocess.run(self.command(database), check=True, stdout=subprocess.DEVNULL)

    def export(self, database):
        """The reports by id; fails when the database can't be read."""
        done = subprocess.run([self.program, "--export", database], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if done.returncode != 0:
            raise AssertionError("--export: " + done.stderr.decode("utf-8", "replace"))
        return {json.loads(line)["id"]: line for line in done.stdout.splitlines()}

    def count(self, call):
        self.fresh()
        counted = os.path.join(self.work, "count")
        subprocess.run(self.command(self.database), check=True, stdout=subprocess.DEVNULL, env=dict(
            os.environ, LD_PRELOAD=self.library, FAULT_CALL=call, FAULT_COUNT=counted))
        with open(counted, encoding="ascii") as file:
            return int(file.read())

    def look(self):
        """What holds after anything that went wrong."""
        check = subprocess.run([self.program, "--check", self.database], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if check.returncode != 0:
            raise AssertionError("--check: " + check.stdout.decode("utf-8", "replace"))
        left = self.export(self.database)
        for identity, line in left.items():
            if line not in (self.before.get(identity), self.after.get(identity)):
                raise AssertionError("report %s is neither what it was nor what it is to be" % identity)
        if not set(self.before) <= set(left):
            raise AssertionError("reports of the last commit are gone")
        self.index(self.database)
        check = subprocess.run([self.program, "--check", self.database], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if check.returncode != 0 or b" 0 of no report" not in check.stdout:
            raise AssertionError("--check after the next run: " + check.stdout.decode("utf-8", "replace"))
        if self.export(self.database) != self.after:
            raise AssertionError("the next run does not complete")

    def fault(self, call, error, stays, at):
        self.fresh()
        environment = dict(os.environ, LD_PRELOAD=self.library, FAULT_CALL=call, FAULT_AT=str(at), FAULT_ERROR=str(error))
        if stays:
            environment["FAULT_STAYS"] = "1"
        try:
            done = subprocess.run(self.command(self.database), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                  env=environment, timeout=60)
        except subprocess.TimeoutExpired:
            raise AssertionError("does not end") from None
        said = done.stderr.decode("utf-8", "replace")
        if done.returncode not in (0, 1, 2, 127):  # 127: the loader itself had no memory
            raise AssertionError("exit status %d: %s" % (done.returncode, said[-300:]))
        named = ("memory", "thread", "database", self.older)
        if done.returncode in (1, 2) and not any(name in said for name in named):
            raise AssertionError("does not name what failed: %s" % said[-300:])
        self.look()
        return done.returncode

    def kill(self, after):
        self.fresh()
        child = subprocess.Popen(self.command(self.database), stdout=subprocess.DEVNULL)
        time.sleep(after)
        child.send_signal(signal.SIGKILL)
        child.wait()
        self.look()
        return child.returncode


def faults(trial, points, chance):
    whole = sum(share for _, _, _, share in KINDS)
    done = failed = noticed = 0
    for call, error, stays, share in KINDS:
        count = trial.count(call)
        wanted = max(1, points * share // whole)
        for place in range(wanted):
            first, last = count * place // wanted + 1, max(count * (place + 1) // wanted, count * place // wanted + 1)
            at = chance.randint(first, last)
            done += 1
            try:
                noticed += trial.fault(call, error, stays, at) != 0
            except (AssertionError, subprocess.CalledProcessError) as wrong:
                failed += 1
                print("faults.py: %s %d of %d (%s%s): %s" % (call, at, count, error, ", and all after" if stays else "",
                                                             wrong), file=sys.stderr)
    print("%d calls made to fail, %d of them ended the run or cost it a report" % (done, noticed))
    return done, failed


def kills(trial, count, chance):
    begun = time.monotonic()
    trial.fresh()
    trial.index(trial.database)
    took = time.monotonic() - begun
    failed = killed = 0
    for _ in range(count):
        after = chance.random() * took
        try:
            killed += trial.kill(after) < 0
        except (AssertionError, subprocess.CalledProcessError) as wrong:
            failed += 1
            print("faults.py: killed after %.3f s of %.3f: %s" % (after, took, wrong), file=sys.stderr)
    print("%d runs, %d of them killed before their end" % (count, killed))
    return count, failed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("reports")
    parser.add_argument("--points", type=int, default=0)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    chance = random.Random(options.seed)
    passed = failed = 0
    with tempfile.TemporaryDirectory() as work:
        trial = Trial(options.build, options.reports, work)
        for run, count in ((faults, options.points), (kills, options.kills)):
            if count:
                done, wrong = run(trial, count, chance)
                passed, failed = passed + done - wrong, failed + wrong
    print("faults.py (seed %d): %d passed, %d failed" % (options.seed, passed, failed))
    sys.exit(failed != 0)


if __name__ == "__main__":
    main()
