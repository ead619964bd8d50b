#!/usr/bin/env python3
"""An older installation under this program, and back again.

    upgrade.py QIANMO [--old OLDER] [--database postgres://…]

The older installations are those that the tests keep (made by 9d1a5e9), and, where an older program is named, one that it makes now.
Each is set aside as it lies, opened by this program, verified, mended where old rules wrote otherwise, backed up by this program and
continued; then this program's backup is put back, and last what lay there before. A store that is older than what the key has signed
must be refused (1212) until a person opens a new epoch, and then verify and go on. With `--database` the same on PostgreSQL, where an
old store is what `copy` brought there. With an older program, that one goes on after the way back, and refuses the newer store before.
"""

import argparse
import datetime
import http.client
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tarfile
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "Tests/PlatformTests/Fixtures"
ENVIRONMENT = {**os.environ, "QIANMO_LANG": "en"}
# Who may register somebody in each of the kept houses, and where.
DESK, PLACE = "yusi-station", "p510521111"


class House:
    """A folder with the keys, and its stores in it or in a schema of PostgreSQL."""

    def __init__(self, folder, database=None, schema=None):
        self.folder, self.database, self.schema = pathlib.Path(folder), database, schema
        self.place = ["--data", str(folder)] + (["--database", database, "--schema", schema] if database else [])
        self.given = 0

    def run(self, program, *arguments):
        return subprocess.run([program, *map(str, arguments), *self.place], capture_output=True, text=True, env=ENVIRONMENT)

    def must(self, program, *arguments):
        done = self.run(program, *arguments)
        if done.returncode != 0:
            sys.exit(f"{self.folder.name}: {' '.join(map(str, arguments))}: {done.returncode}\n{done.stdout[-1_500:]}{done.stderr[-1_500:]}")
        return done.stdout

    def size(self, program):
        return json.loads(self.must(program, "migrate", "--json"))["size"]

    def go_on(self, program, count=20):
        """So many people are registered by a scenario."""
        at = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
        file = self.folder.parent / f"{self.folder.name}.jsonl"
        lines = []
        for _ in range(count):
            self.given += 1
            lines.append({"at": at, "by": DESK, "do": "registry.registerParty", "key": f"upgrade-{self.given}", "with": {
                "party": f"newcomer-{self.given}", "kind": "person", "name": "李春", "division": PLACE}})
        file.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n", encoding="utf-8")
        self.must(program, "scenario", file)

    def serve(self, program):
        """Serves it for a moment: the statuses of a page, of what is waiting and of the writer."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        process = subprocess.Popen([program, "serve", "--port", str(port), *self.place], stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT, text=True, env=ENVIRONMENT)
        try:
            end = time.monotonic() + 60
            while time.monotonic() < end and process.poll() is None:
                try:
                    return [self.get(port, path) for path in ("/lots", "/log", "/healthz/writer")]
                except OSError:
                    time.sleep(0.1)
            return process.communicate(timeout=10)[0]
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
                process.wait(30)

    @staticmethod
    def get(port, path):
        link = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        link.request("GET", path)
        return link.getresponse().status

    def forget_stores(self):
        """The stores go, the keys stay: the machine's disk was lost, or an older store is to take their place."""
        if self.database:
            drop(self.database, self.schema)
        for file in self.folder.glob("*.sqlite*"):
            file.unlink()


def psql(database, text):
    done = subprocess.run(["psql", database, "-qAtX", "-v", "ON_ERROR_STOP=1", "-c", text], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stderr)
    return done.stdout


def drop(database, schema):
    for name in (schema, f"{schema}_sign_in"):
        psql(database, f'SET client_min_messages = warning; DROP SCHEMA IF EXISTS "{name}" CASCADE')


def verified(house, program):
    """Verifies, and mends where rows of old rules are named; how many tables were."""
    if house.run(program, "verify").returncode == 0:
        return 0
    tables = json.loads(house.must(program, "mend", "--json"))["tables"]
    house.must(program, "verify")
    return len(tables)


def put_back(house, program, backup, size):
    """A backup into a house whose key has signed more: refused, until a new epoch is opened."""
    house.forget_stores()
    house.must(program, "restore", backup)
    refusal = house.serve(program)
    assert isinstance(refusal, str) and "1212" in refusal, f"{house.folder.name}: an old store was served: {refusal}"
    house.must(program, "epoch", "open", "--reason", "upgrade drill")
    assert house.size(program) == size + 1, f"{house.folder.name}: not the backup of {size} entries"
    house.must(program, "verify")


def rehearse(name, house, new, base, old=None):
    backup = base / f"{name}-backup"
    if old:
        house.must(old, "backup", base / f"{name}-before")
    began = time.monotonic()
    before = house.size(new)
    took = time.monotonic() - began
    mended = verified(house, new)
    statuses = house.serve(new)
    assert statuses == [200, 200, 200], f"{name}: served {statuses}"
    house.must(new, "backup", backup)
    size = house.size(new)
    house.go_on(new)
    house.must(new, "verify")
    grown = house.size(new)
    put_back(house, new, backup, size)
    house.go_on(new)
    house.must(new, "verify")
    said = f"{name}: {before} entries, opened in {took:.1f} s, {mended} tables mended; {grown - size} entries more; its own backup put back: 1212, " \
           f"new epoch, goes on"
    if old:
        refusal = house.serve(old)
        assert isinstance(refusal, str), f"{name}: the older program serves the newer store: {refusal}"
        put_back(house, old, base / f"{name}-before", before)
        house.go_on(old)
        house.must(old, "verify")
        assert house.serve(old) == [200, 200, 200], f"{name}: the older program does not serve what it backed up"
        assert verified(house, new) == 0, "what the older program wrote verifies under this one"
        said += f"; the older program refuses the newer store ({refusal.strip().splitlines()[-1][:90]}), then its backup of before: 1212, new epoch, " \
                f"goes on, and this program verifies it again"
    print(said, flush=True)


def kept(base):
    """The installations that the tests keep, unpacked; name → folder."""
    folders = {"kept": base / "kept"}
    folders["kept"].mkdir()
    with tarfile.open(FIXTURES / "installation-9d1a5e9.tar.gz") as archive:
        archive.extractall(folders["kept"], filter="data")
    with tarfile.open(FIXTURES / "damaged-9d1a5e9.tar.gz") as archive:
        archive.extractall(base / "damaged", filter="data")
    for folder in sorted((base / "damaged").iterdir()):
        folders[folder.name] = folder
    return folders


def on_file(new, old, base):
    for name, folder in kept(base).items():
        aside = base / f"{name}-aside"
        shutil.copytree(folder, aside)
        house = House(folder)
        rehearse(name, house, new, base)
        # The way back to what lay there before: the old stores beside the keys as they are now.
        house.forget_stores()
        for file in aside.glob("*.sqlite*"):
            shutil.copy2(file, folder / file.name)
        refusal = house.serve(new)
        assert isinstance(refusal, str) and "1212" in refusal, f"{name}: an old store was served: {refusal}"
        house.must(new, "epoch", "open", "--reason", "upgrade drill")
        verified(house, new)
    if old:
        house = House(base / "older")
        house.must(old, "scenario", ROOT / "scenarios/luxian-2019.jsonl")
        house.serve(old)
        rehearse("older", house, new, base, old)


def on_postgres(new, old, base, database):
    made = old or new
    house = House(base / "postgres", database, "upgrade_drill")
    drop(database, house.schema)
    try:
        if old:
            house.must(old, "scenario", ROOT / "scenarios/luxian-2019.jsonl")
            house.serve(old)
        else:
            source = kept(base)["kept"]
            House(source).size(new)
            done = subprocess.run([made, "copy", "--from", str(source), "--to", database, "--schema", house.schema],
                                  capture_output=True, text=True, env=ENVIRONMENT)
            assert done.returncode == 0, done.stderr
            shutil.copytree(source / "keys", house.folder / "keys")
        rehearse("postgres", house, new, base, old)
    finally:
        drop(database, house.schema)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--old")
    parser.add_argument("--database")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="qianmo-upgrade-") as folder:
        if options.database:
            on_postgres(options.program, options.old, pathlib.Path(folder), options.database)
        else:
            on_file(options.program, options.old, pathlib.Path(folder))


if __name__ == "__main__":
    main()
