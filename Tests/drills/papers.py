#!/usr/bin/env python3
"""Papers that come piece by piece, and a server that is killed over and over, over HTTP, against the real program.

    papers.py QIANMO [--uploads 1000] [--kills 100] [--seed 1]

Eight clerks send papers by tus, each in a few pieces, and then give a command that names the paper; one in ten never gives it. Meanwhile
the served process is killed (-9) at moments of chance and started again; everybody asks where their upload stands and goes on. In the end
every paper that was acknowledged must be there as it was sent, every entry that names a paper must have its file, and once a day is over
(the files are made to look a day old) the next start of the program must have swept what no entry names, and nothing else.
The papers and the people are invented.
"""

import argparse
import contextlib
import datetime
import hashlib
import http.client
import json
import os
import pathlib
import random
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
VILLAGE = "p510521111207"
CLERKS = 8
ENVIRONMENT = {**os.environ, "QIANMO_LANG": "en"}


def scenario():
    """The places, and the clerks of a village."""
    at = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    source = (ROOT / "scenarios/luxian-2019.jsonl").read_text(encoding="utf-8").splitlines()
    places = next(json.loads(line) for line in source if '"registry.importDivisions"' in line)
    lines = [{"at": at, "by": "admin", "do": places["do"], "with": places["with"], "key": "places"}]
    for number in range(CLERKS):
        name = f"clerk-{number}"
        lines.append({"at": at, "by": "admin", "do": "registry.openOffice", "key": name, "with": {
            "office": name, "role": "villageClerk", "division": VILLAGE, "person": f"person-{name}", "title": name}})
    return "\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n"


def qianmo(program, *arguments):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, env=ENVIRONMENT)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, arguments))}: {done.returncode}\n{done.stdout[-2_000:]}{done.stderr[-2_000:]}")
    return done.stdout


class House:
    """The served process; its port stays the same over its deaths."""

    def __init__(self, program, data):
        self.program, self.data = program, pathlib.Path(data)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.log = self.data.parent / "serve.log"
        self.process = None

    def start(self):
        self.process = subprocess.Popen(
            [self.program, "serve", "--data", self.data, "--port", str(self.port), "--commands-per-second", "1000"],
            stdout=self.log.open("ab"), stderr=subprocess.STDOUT, env=ENVIRONMENT)
        end = time.monotonic() + 120
        while time.monotonic() < end:
            if self.process.poll() is not None:
                sys.exit(f"it does not start again: {self.log.read_text(errors='replace')[-1_000:]}")
            with contextlib.suppress(OSError, http.client.HTTPException):
                link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
                link.request("GET", "/healthz/writer")
                if link.getresponse().status == 200:
                    return
            time.sleep(0.05)
        sys.exit("nobody answers")

    def end(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        self.process.wait(60)

    def ask(self, token, method, path, body=None, **headers):
        """Status, headers and body of one request; None where the line broke."""
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            link.request(method, path, body, {"Authorization": f"Bearer {token}", "Tus-Resumable": "1.0.0", **headers})
            answer = link.getresponse()
            return answer.status, answer.headers, answer.read()
        except (OSError, http.client.HTTPException):
            return None
        finally:
            link.close()

    def rows(self, sql, *arguments):
        """What the store says, read by another program."""
        with contextlib.closing(sqlite3.connect(f"file:{self.data}/qianmo.sqlite?mode=ro", uri=True, timeout=30)) as store:
            return store.execute(sql, arguments).fetchall()

    def files(self):
        """Mark → path of every paper."""
        return {path.name: path for path in (self.data / "papers").glob("??/*") if len(path.name) == 64}


class Clerk(threading.Thread):
    """Sends papers and names them, whatever happens to the server."""

    def __init__(self, house, token, numbers, seed):
        super().__init__()
        self.house, self.token, self.numbers, self.chance = house, token, numbers, random.Random(seed)
        # Mark of every paper that was acknowledged, and of those whose command was.
        self.acknowledged, self.named, self.abandoned = set(), set(), set()
        self.counts = {"cuts": 0}
        self.problem = None

    def run(self):
        try:
            for number in self.numbers:
                self.one(number)
        except Exception as problem:  # told by the main thread
            self.problem = f"{type(problem).__name__}: {problem}"

    def ask(self, *arguments, **headers):
        """Until somebody answers; what a restart answers meanwhile is no answer."""
        while True:
            answer = self.house.ask(self.token, *arguments, **headers)
            if answer is not None and answer[0] not in (429, 503):
                return answer
            self.counts["cuts"] += 1
            time.sleep(0.05)

    def one(self, number):
        paper = b"%PDF-1.7 drill " + str(number).encode() + b"\n" + self.chance.randbytes(self.chance.randrange(200, 60_000))
        mark = hashlib.sha256(paper).hexdigest()
        self.send(paper, mark)
        self.acknowledged.add(mark)
        if self.chance.random() < 0.1:
            self.abandoned.add(mark)
            return
        command = json.dumps({"do": "waste.fileComplaint", "key": f"complaint-{number}", "with": {
            "complaint": f"drill-{number}", "place": VILLAGE, "kind": "heap", "words": "drill", "photo": mark}})
        status, _, body = self.ask("POST", "/api/v1/commands", command, **{"Content-Type": "application/json"})
        assert status == 200, (status, body)
        self.named.add(mark)

    def send(self, paper, mark):
        path, offset = None, 0
        while True:
            if path is None:
                status, headers, body = self.ask("POST", "/api/v1/uploads", b"", **{"Upload-Length": str(len(paper))})
                # Begun while the answer was lost: those run out in a day, and a clerk has ten.
                assert status == 201, (status, body)
                path, offset = headers["Location"], 0
            end = min(len(paper), offset + self.chance.randrange(1, 30_000))
            answer = self.house.ask(self.token, "PATCH", path, paper[offset:end], **{
                "Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"})
            if answer is None or answer[0] in (409, 429, 503):
                self.counts["cuts"] += 1
                time.sleep(0.05)
                answer = self.ask("HEAD", path)
            status, headers, body = answer
            assert status in (200, 204), (status, body)
            found = int(headers["Upload-Offset"])
            # What was answered once stays: an acknowledged byte is never asked for again.
            assert found >= offset, f"{found} after {offset} was acknowledged"
            offset = found
            if headers["Upload-Paper"]:
                assert headers["Upload-Paper"] == mark, (headers["Upload-Paper"], mark)
                return


def check(house, clerks):
    """What must be true while papers that nobody named are fresh."""
    acknowledged = set().union(*(clerk.acknowledged for clerk in clerks))
    named = set().union(*(clerk.named for clerk in clerks))
    files, entries = house.files(), {mark for mark, in house.rows("SELECT DISTINCT paper FROM paper_use")}
    lost, bare, forgotten = acknowledged - files.keys(), entries - files.keys(), named - entries
    assert not lost, f"{len(lost)} acknowledged papers are not there"
    assert not bare, f"{len(bare)} entries name a paper that is not there"
    assert not forgotten, f"{len(forgotten)} answered commands have no entry"
    return acknowledged, files, entries


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--uploads", type=int, default=1_000)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance, began = random.Random(options.seed), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="qianmo-papers-") as folder:
        data, file = pathlib.Path(folder) / "house", pathlib.Path(folder) / "papers.jsonl"
        file.write_text(scenario(), encoding="utf-8")
        qianmo(options.program, "scenario", file, "--data", data)
        tokens = json.loads(qianmo(options.program, "drill", "tokens", "--data", data))
        house = House(options.program, data)
        house.start()
        clerks = [Clerk(house, tokens[f"clerk-{number}"], range(number, options.uploads, CLERKS), options.seed * 1_000 + number)
                  for number in range(CLERKS)]
        for clerk in clerks:
            clerk.start()
        kills = 0
        while any(clerk.is_alive() for clerk in clerks):
            time.sleep(chance.uniform(0.02, 0.4))
            if kills < options.kills and any(clerk.is_alive() for clerk in clerks):
                house.end(signal.SIGKILL)
                kills += 1
                house.start()
        problems = [clerk.problem for clerk in clerks if clerk.problem]
        assert not problems, problems
        acknowledged, files, entries = check(house, clerks)
        house.end(signal.SIGKILL)
        said = qianmo(options.program, "verify", "--data", data)
        assert f"{len(files)} papers, all unchanged" in said, said
        spare = files.keys() - entries
        abandoned = set().union(*(clerk.abandoned for clerk in clerks))
        assert spare <= abandoned, f"{len(spare - abandoned)} files that nobody sent or all named"
        # A day later.
        for path in [*files.values(), *(data / "papers/open").glob("*"), *(data / "papers/new").glob("*")]:
            os.utime(path, (time.time() - 90_000,) * 2)
        stale = qianmo(options.program, "verify", "--data", data)
        assert f"{len(spare)} not named yet, {len(spare)} of them older" in stale, stale
        house.start()
        end = time.monotonic() + 60
        while house.files().keys() != entries and time.monotonic() < end:
            time.sleep(0.1)
        swept = house.files()
        assert swept.keys() == entries, f"{len(swept.keys() - entries)} files without an entry, {len(entries - swept.keys())} gone"
        house.end()
        assert not list((data / "papers/open").glob("*")), "uploads that have run out are still there"
        last = qianmo(options.program, "verify", "--data", data)
        assert f"{len(entries)} papers, all unchanged (0 not named yet" in last, last
        cuts = sum(clerk.counts["cuts"] for clerk in clerks)
    print(f"{options.uploads} uploads, {kills} kills, {cuts} answers lost or late: {len(acknowledged)} papers acknowledged, 0 lost; "
          f"{len(entries)} entries, 0 without their file; {len(spare)} files without an entry, 0 after the sweep; verify good; "
          f"{time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
