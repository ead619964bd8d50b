#!/usr/bin/env python3
"""Days of a county's raw frames, sealed, closed, verified, packed and made again, with the real program.

    telemetry.py QIANMO [--days 7] [--stations 19]

So many days up to yesterday are written as the gateway would have kept them, one frame each half minute of every station. Then the gateway
is started: it seals every ten minutes of them into the log, makes the hours and judges the days. What the log grew by, what the store grew
by, and how much of a processor `verify telemetry` takes are told, and what they come to in a year of 365 days. At the end one byte of a
segment is changed, and must be named. Figures are invented; the places are those of scenarios/luxian-2019.jsonl.
"""

import argparse
import json
import pathlib
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time

from gateway import COUNTY, ENVIRONMENT, TOWN, House, number_of, qianmo, scenario


def county(stations):
    """A facility to each station, and the standard each is judged by."""
    lines = [json.loads(line) for line in scenario(0).splitlines()]
    at = lines[0]["at"]
    lines = [line for line in lines if line["do"] != "environment.registerFacility"]
    for number in range(stations):
        works = f"works-{number}"
        lines.append({"at": at, "by": "county", "do": "environment.registerFacility", "key": works,
                      "with": {"facility": works, "place": TOWN, "name": f"演练设施 {number}", "kind": "plant", "design": "2000"}})
        lines.append({"at": at, "by": "county", "do": "environment.registerStation", "key": f"station-{number}",
                      "with": {"facility": works, "mn": number_of(number), "version": "v2017"}})
    return "\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n"


def children():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def timed(*arguments):
    """What a run of the program says, and its seconds of a processor."""
    before = children()
    said = qianmo(*arguments)
    return said, children() - before


def leaves(data):
    """Bytes of the log's leaves, and how many there are."""
    store = sqlite3.connect(f"file:{data / 'qianmo.sqlite'}?mode=ro", uri=True)
    try:
        return store.execute("SELECT COALESCE(SUM(LENGTH(leaf)), 0), COUNT(*) FROM log_entry").fetchone()
    finally:
        store.close()


def count(data, query):
    store = sqlite3.connect(f"file:{data / 'qianmo.sqlite'}?mode=ro", uri=True)
    try:
        return store.execute(query).fetchone()[0]
    finally:
        store.close()


def size(data):
    """Bytes of the store's pages, without what its write-ahead log holds twice."""
    return count(data, "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--days", type=int, default=7)
    parser.add_argument("--stations", type=int, default=19)
    options = parser.parse_args()
    if not 1 <= options.days <= 9:
        sys.exit("1 to 9 days: older frames are no longer judged")
    with tempfile.TemporaryDirectory(prefix="qianmo-telemetry-") as folder:
        data = pathlib.Path(folder) / "house"
        file = pathlib.Path(folder) / "county.jsonl"
        file.write_text(county(options.stations), encoding="utf-8")
        qianmo(options.program, "scenario", file, "--data", data)
        raw = json.loads(qianmo(options.program, "drill", "telemetry", "--days", options.days, "--stations", options.stations, "--data", data))
        before, stored = leaves(data), size(data)
        house = House(options.program, data)
        house.start()
        began = time.monotonic()
        days, seals = options.days * options.stations, options.days * 144
        try:
            while True:
                judged = count(data, "SELECT COUNT(DISTINCT facility || day) FROM environment_day")
                sealed = count(data, "SELECT COUNT(*) FROM environment_seal")
                if judged >= days and sealed >= seals:
                    break
                assert time.monotonic() - began < 3_600, f"{judged} of {days} days judged, {sealed} of {seals} windows sealed"
                time.sleep(1)
        finally:
            house.end()
        year = 365 / options.days
        after = leaves(data)
        print(f"{options.stations} stations, {options.days} days, {raw['frames']:,} frames, {raw['bytes'] / 1e6:.1f} MB raw; sealed and judged in "
              f"{time.monotonic() - began:.0f} s. A year: {raw['frames'] * year:,.0f} frames, {raw['bytes'] * year / 1e9:.1f} GB.", flush=True)
        print(f"log: {after[1] - before[1]:,} leaves, {(after[0] - before[0]) / 1e6:.2f} MB; store {(size(data) - stored) / 1e6:.2f} MB. A year: "
              f"{(after[1] - before[1]) * year:,.0f} leaves, {(after[0] - before[0]) * year / 1e6:.0f} MB of leaves, {(size(data) - stored) * year / 1e6:.0f} MB of store.", flush=True)
        said, spent = timed(options.program, "verify", "telemetry", "--data", data, "--json")
        verified = json.loads(said)
        assert verified["ok"] and verified["frames"] == raw["frames"] and verified["seals"] == seals, verified
        _, idle = timed(options.program, "--help")
        print(f"verify telemetry: {spent:.2f} s of a processor, {idle:.2f} s of it to start. A year: {(spent - idle) * year + idle:.0f} s.", flush=True)
        said, spent = timed(options.program, "mend", "telemetry", "--only-tell", "--data", data, "--json")
        made = json.loads(said)
        assert made["days"] == options.days and made["changed"] == 0, made
        hours = sum(file.stat().st_size for file in (data / "telemetry/hours").rglob("*.csv"))
        print(f"hours made again: {spent:.1f} s of a processor, equal byte for byte, {hours / 1e6:.2f} MB. A year: {hours * year / 1e6:.0f} MB.", flush=True)
        qianmo(options.program, "verify", "--data", data)
        assert not list((data / "telemetry").glob("*.segz")), "frames of these days are packed, which the rule gives a year"
        segments = sorted((data / "telemetry").glob("*.seg"))
        victim = random.Random(1).choice(segments)
        text = bytearray(victim.read_bytes())
        text[len(text) // 2] ^= 1
        victim.write_bytes(text)
        done = subprocess.run([options.program, "verify", "telemetry", "--data", data, "--json"], capture_output=True, text=True, env=ENVIRONMENT)
        findings = json.loads(done.stdout)["findings"]
        # A byte in a station's number makes two findings of the window: one station's records are fewer, another's more.
        assert done.returncode == 1 and 1 <= len(findings) <= 2 and all(finding["station"] for finding in findings), done.stdout
        assert {(finding["file"], finding["from"]) for finding in findings} == {(victim.name, findings[0]["from"])}, done.stdout
        print(f"one byte changed in {victim.name}: {findings[0]['fault']}, {findings[0]['station']}, the ten minutes from {findings[0]['from']}")


if __name__ == "__main__":
    main()
