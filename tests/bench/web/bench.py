"""What an answer costs: one CGI process beside Omega's and beside a program that does nothing, then requests per second
by CGI and FastCGI under lighttpd and by --serve, and what the page weighs.

Usage: bench.py BUILD NOTHING FOLDER     (NOTHING: the program that does nothing; FOLDER: reports to index)
Ten hits in JSON, warm. Processor time is of the process alone, so a busy machine disturbs it little.

The doors answer three streams of queries, words of the reports themselves. "New": two words each, never the same two again.
"Mixed": seven in ten are one of fifty popular queries, the first asked for most (Zipf: as 1, 1/2, 1/3…), the others are new.
"Repeated": the four most popular alone. Each door gets the same requests in the same order.
"""
import collections
import glob
import json
import os
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

build, nothing, folder = (os.path.abspath(a) for a in sys.argv[1:4])
here = os.path.dirname(os.path.abspath(__file__))
root = os.path.abspath(os.path.join(here, "..", "..", ".."))
program = os.path.join(build, "tribune-search")
omega = "/usr/lib/cgi-bin/omega/omega"
QUERIES = ["eau", "logement", "vélo", "coopération"]
CGI_RUNS, SECONDS, AT_ONCE = 200, 3, 4
STREAMS, STREAM_LENGTH, POPULAR, POPULAR_SHARE = ["new", "mixed", "repeated"], 60000, 50, 0.7


def spawn(path, environment):
    """One run: processor time and wall time in ms, and what it wrote."""
    read, write = os.pipe()
    began = time.perf_counter()
    pid = os.posix_spawn(path, [path], environment,
                         file_actions=[(os.POSIX_SPAWN_DUP2, write, 1), (os.POSIX_SPAWN_OPEN, 0, "/dev/null", os.O_RDONLY, 0)])
    os.close(write)
    with os.fdopen(read, "rb") as out:
        answer = out.read()
    _, _, usage = os.wait4(pid, 0)
    wall = (time.perf_counter() - began) * 1000
    return (usage.ru_utime + usage.ru_stime) * 1000, wall, answer


def one_process(work, config):
    base = {"GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": "GET", "SCRIPT_NAME": "/search", "TRIBUNE_CONFIG": config}
    cases = {"does nothing, linked to libxapian": (nothing, lambda q: base),
             "tribune-search, JSON": (program, lambda q: {**base, "QUERY_STRING": f"format=json&q={q}"}),
             "tribune-search, page": (program, lambda q: {**base, "QUERY_STRING": f"q={q}"})}
    if os.path.exists(omega) and shutil.which("omindex"):
        os.makedirs(f"{work}/templates")
        shutil.copy(f"{here}/omega.template", f"{work}/templates/json")
        with open(f"{work}/omega.conf", "w") as conf:
            conf.write(f"database_dir {work}\ntemplate_dir {work}/templates\nlog_dir {work}\ncdb_dir {work}\n")
        subprocess.run(["omindex", "--stemmer=french", "--mime-type=md:text/plain", "--db", f"{work}/omega-db", "--url", "/", folder], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # A warm CGI answers from the cache; the template is the least that gives the same ten hits.
        cases["omega, JSON template"] = (omega, lambda q: {
            **base, "OMEGA_CONFIG_FILE": f"{work}/omega.conf",
            "QUERY_STRING": f"DB=omega-db&FMT=json&HITSPERPAGE=10&DEFAULTOP=or&P={q}"})
    else:
        print("(no omega here: xapian-omega is not installed)")
    times = {name: [] for name in cases}
    sizes = {}
    for run in range(CGI_RUNS):
        query = urllib.parse.quote(QUERIES[run % len(QUERIES)])
        for name, (path, environment) in cases.items():
            processor, wall, answer = spawn(path, environment(query))
            times[name].append((processor, wall))
            sizes[name] = max(sizes.get(name, 0), len(answer))
    print(f"{'one CGI process':38} {'processor ms':>14} {'wall ms':>9} {'bytes, most':>12}")
    for name, found in times.items():
        processor, wall = (statistics.median(column) for column in zip(*found))
        print(f"{name:38} {processor:14.2f} {wall:9.2f} {sizes[name]:12}")


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def lighttpd(example, work, config):
    port = free_port()
    environment = {**os.environ, "TRIBUNE_PROGRAM": program, "TRIBUNE_CONFIG": config, "TRIBUNE_FILES": folder,
                   "TRIBUNE_SOCKET": f"{work}/socket", "TRIBUNE_PORT": str(port)}
    server = shutil.which("lighttpd") or "/usr/sbin/lighttpd"
    return f"http://127.0.0.1:{port}/search", subprocess.Popen(
        [server, "-D", "-f", f"{root}/docs/examples/{example}"], env=environment, stderr=subprocess.DEVNULL)


def serve(config):
    started = subprocess.Popen([program, "--serve=0"], env={**os.environ, "TRIBUNE_CONFIG": config},
                               stdout=subprocess.PIPE, text=True)
    return re.search(r"http\S+", started.stdout.readline()).group(), started


def vocabulary():
    """Words of the reports, from the commonest to those that two reports have."""
    count = collections.Counter()
    for path in sorted(glob.glob(f"{folder}/**/*", recursive=True)):
        if path.endswith((".html", ".htm", ".md", ".txt")):
            with open(path, encoding="utf-8", errors="replace") as file:
                count.update(set(re.findall(r"[^\W\d_]{5,}", re.sub(r"<[^>]*>", " ", file.read()).lower())))
    return [word for word, reports in count.most_common() if reports > 1]


def write_streams(work):
    words, chance = vocabulary(), random.Random(6)
    pairs = {tuple(chance.sample(words, 2)) for _ in range(2 * STREAM_LENGTH)}
    new = [" ".join(pair) for pair in sorted(pairs)]
    chance.shuffle(new)
    popular = [" ".join(chance.sample(words[:500], 1 + i % 2)) for i in range(POPULAR)]
    weights = [1 / rank for rank in range(1, POPULAR + 1)]
    streams = {"new": new[:STREAM_LENGTH], "repeated": popular[:4], "mixed": [
        chance.choices(popular, weights)[0] if chance.random() < POPULAR_SHARE else query
        for query in reversed(new[:STREAM_LENGTH])]}
    for name, queries in streams.items():
        with open(f"{work}/{name}", "w") as file:
            file.writelines(urllib.parse.quote_plus(query) + "\n" for query in queries)


def processor_seconds(pid):
    """Of a server and all that it started, gone or not."""
    total, parents = 0, {}
    for stat in glob.glob("/proc/[0-9]*/stat"):
        try:
            with open(stat) as file:
                fields = file.read().rsplit(")", 1)[1].split()
        except OSError:
            continue
        parents[int(stat.split("/")[2])] = int(fields[1]), sum(map(int, fields[11:15]))
    for one, (parent, ticks) in parents.items():
        total += ticks if one == pid or parent == pid else 0
    return total / os.sysconf("SC_CLK_TCK")


def answers(url, server, stream, skipped):
    """Requests per second, and milliseconds of processor that one costs the server."""
    before = processor_seconds(server.pid)
    out = subprocess.run(["wrk", "-t1", f"-c{AT_ONCE}", f"-d{SECONDS}s", "-s", f"{here}/queries.lua", url, "--", stream,
                          str(skipped)], check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in out:
        sys.exit(f"bench-web: {url} fails")
    count = int(re.search(r"(\d+) requests in", out).group(1))
    cost = (processor_seconds(server.pid) - before) * 1000 / count
    return count, float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1)), cost


def doors(work, config):
    write_streams(work)
    print(f"\n{f'{AT_ONCE} requests at once':32}" + "".join(
        f"{name:>11}/s  of CGI {'ms each':>8}" for name in STREAMS))
    base = None
    for name, start in [("CGI, lighttpd", lambda: lighttpd("lighttpd.conf", work, config)),
                        ("FastCGI, lighttpd, 2 processes", lambda: lighttpd("lighttpd-fastcgi.conf", work, config)),
                        ("--serve", lambda: serve(config))]:
        url, process = start()
        try:
            time.sleep(0.5)
            skipped, _, _ = answers(url, process, f"{work}/new", 0)  # to warm up, with queries that are not asked again
            found = [answers(url, process, f"{work}/{stream}", skipped if stream == "new" else 0) for stream in STREAMS]
            base = base or found
            print(f"{name:32}" + "".join(f"{rate:13.0f} {rate / cgi[1]:6.1f}× {cost:8.2f}"
                                          for (_, rate, cost), cgi in zip(found, base)))
            if name == "--serve":
                weigh(url)
        finally:
            process.terminate()
            process.wait()


def weigh(url):
    first = json.load(urllib.request.urlopen(f"{url}?format=json&q=eau"))["hits"][0]["id"]
    print(f"\n{'weight of a page':38} {'bytes':>14}")
    for name, query in [("home", ""), ("ten hits", "?q=eau"), ("ten passages", "?q=eau&unit=passage"),
                        ("a report to read", f"?doc={first}&q=eau"), ("style sheet, kept for a year", "?asset=style")]:
        print(f"{name:38} {len(urllib.request.urlopen(url + query).read()):14}")


def main():
    with tempfile.TemporaryDirectory() as work:
        subprocess.run([f"{build}/tribune-index", "--quiet", f"{work}/db", folder], check=True)
        config = f"{work}/conf"
        with open(config, "w") as conf:
            conf.write(f"database = {work}/db\n")
        one_process(work, config)
        doors(work, config)


main()
