#!/usr/bin/env python3
"""A stranger who holds the bytes of the log that anybody may have, and tries to find out who bids (record 0234).

Makes a county of its own by `qianmo scenario`, with AUCTIONS auctions of three bidders and five bids each, exports the public log
(`qianmo export log`: tiles, entries and checkpoint, nothing else) and reads it with code that shares nothing with the program.
Ends with 0 only if no act of a bidder names an account or a person, and no two lots have an act by one and the same mark. Run against
the program of 9d1a5e9 (whose leaves named the desk) every act is named.

    strangers.py BIN [--auctions 40] [--expect linked]
"""
import argparse
import collections
import datetime
import gzip
import hashlib
import json
import os
import subprocess
import sys
import tempfile

ZONE = datetime.timezone(datetime.timedelta(hours=8))
START = datetime.datetime(2019, 3, 1, 9, 0, tzinfo=ZONE)
VILLAGE, TOWNSHIP, COUNTY = "510521111207", "510521111", "510521"
BIDDERS = ["b0", "b1", "b2", "b3", "b4"]


def identity(number):
    body = f"51052119800101{100 + number}"
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, weights)) % 11]


class County:
    """The lines of a scenario, in order of time."""

    def __init__(self, auctions):
        self.lines = []
        self.at = START
        self.open_places()
        lots = [f"lot-{n}" for n in range(auctions)]
        self.at += datetime.timedelta(hours=1)
        for n, lot in enumerate(lots):
            self.prepare(lot)
        self.at += datetime.timedelta(hours=1)
        self.registered = self.at
        for n, lot in enumerate(lots):
            for place, party in enumerate(self.bidders(n)):
                self.admit(lot, party, f"r-{n}-{place}")
        # The notice names the day of each hall; all are open at this hour.
        opens = START + datetime.timedelta(days=40)
        for turn in range(5):
            self.at = opens + datetime.timedelta(minutes=5 + turn)
            for n, lot in enumerate(lots):
                self.give(f"{self.bidders(n)[turn % 3]}-account", "exchange.placeBid",
                          {"lot": lot, "priceFen": 80_000 + turn * 2_000}, step=0)
        self.auctions = auctions

    @staticmethod
    def bidders(n):
        return [BIDDERS[(n + place) % len(BIDDERS)] for place in range(3)]

    def give(self, office, command, arguments, step=1):
        self.lines.append({
            "at": self.at.isoformat(), "by": office, "do": command, "with": arguments, "key": f"k{len(self.lines)}"})
        self.at += datetime.timedelta(seconds=step)

    def open_office(self, office, role, division, person=None):
        self.give("admin", "registry.openOffice", {
            "office": office, "role": role, "division": division, "person": person or f"staff-{office}", "title": office})

    def open_places(self):
        rows = [("510000000000", "四川省", "province", ""), ("510500000000", "泸州市", "prefecture", "510000000000"),
                ("510521000000", "泸县", "county", "510500000000"), ("510521111000", "喻寺镇", "township", "510521000000"),
                (VILLAGE, "谭坝村", "village", "510521111000")]
        kinds = {"township": "town"}
        self.give("admin", "registry.importDivisions", {
            "codeSystem": "statistical", "asOf": "2019-01-01",
            "rows": [{"code": c, "name": n, "level": l, "parent": p, "kind": kinds.get(l, l)} for c, n, l, p in rows]})
        for office, role, division in [
                ("intake", "countyOfficer", COUNTY), ("review", "stationReviewer", COUNTY),
                ("release", "countyReleaser", COUNTY), ("station", "stationAgent", TOWNSHIP),
                ("clerk", "villageClerk", VILLAGE)]:
            self.open_office(office, role, "p" + division)
        self.give("station", "registry.registerOrganisation", {
            "organisation": "collective", "division": "p" + VILLAGE, "kind": "collective", "name": "第一村集体经济组织"})
        self.give("clerk", "registry.recordResolution", {
            "resolution": "resolution", "organisation": "collective", "matter": "outsiderContracting", "body": "assembly",
            "entitled": 90, "present": 71, "inFavour": 68, "date": "2019-02-27", "evidence": ["5a" * 32]})
        for number, bidder in enumerate(BIDDERS):
            self.give("station", "registry.registerParty", {
                "party": bidder, "kind": "person", "name": f"Farmer {number}", "identityNumber": identity(number),
                "phone": f"138{10_000_000 + number * 7_919}", "division": "p" + TOWNSHIP})
            self.open_office(f"{bidder}-account", "bidder", "p" + TOWNSHIP, bidder)

    def prepare(self, lot):
        opens = START + datetime.timedelta(days=40)
        self.give("clerk", "registry.registerAsset", {
            "asset": f"field-of-{lot}", "owner": "collective", "division": "p" + VILLAGE, "class": "irrigated",
            "kind": "resource", "name": f"field of {lot}", "area": 20_000, "right": "ownership", "use": "wheat"}, step=0)
        self.give("clerk", "exchange.draftLot", {
            "lot": lot, "asset": f"field-of-{lot}", "organisation": "collective", "category": "A2", "transferWay": "lease",
            "mode": "ascending", "use": "wheat", "areaUnits": 10_000, "years": 3, "startPriceFen": 80_000,
            "priceUnit": "fenPerMuYear", "stepFen": 2_000, "extensionSeconds": 90, "depositFen": 50_000,
            "resolution": "resolution"}, step=0)
        self.give("clerk", "exchange.submitLot", {"lot": lot}, step=0)
        self.give("intake", "exchange.acceptLot", {"lot": lot}, step=0)
        self.give("review", "exchange.reviewLot", {"lot": lot, "decision": "approve"}, step=0)
        self.give("release", "exchange.publishNotice", {
            "lot": lot, "closesAt": (opens - datetime.timedelta(days=1)).isoformat(), "opensAt": opens.isoformat(),
            "endsAt": (opens + datetime.timedelta(hours=6)).isoformat()}, step=0)

    def admit(self, lot, party, bidder):
        self.give(f"{party}-account", "exchange.registerBidder", {
            "lot": lot, "bidder": bidder, "party": party, "account": f"BANK-{party}"}, step=0)
        self.give("intake", "exchange.recordDeposit", {
            "bidder": bidder, "amountFen": 60_000, "payerAccount": f"BANK-{party}", "payerName": party,
            "reference": f"D-{bidder}"}, step=0)
        self.give("intake", "exchange.qualifyBidder", {"bidder": bidder}, step=0)


def entries(directory):
    """The entries of an exported log: each two bytes of length, then the bytes (C2SP tlog-tiles)."""
    bundles = []
    for folder, _, names in os.walk(os.path.join(directory, "tile", "entries")):
        for name in names:
            path = os.path.relpath(os.path.join(folder, name), os.path.join(directory, "tile", "entries"))
            parts = path.replace(".p", "").split(os.sep)
            wide = ".p" in path
            index = int("".join(part.lstrip("x") for part in (parts[:-1] if wide else parts)))
            width = int(parts[-1]) if wide else 256
            bundles.append((index, width, os.path.join(folder, name)))
    widest = {}
    for index, width, path in bundles:
        if index not in widest or widest[index][0] < width:
            widest[index] = (width, path)
    for index in sorted(widest):
        with open(widest[index][1], "rb") as file:
            raw = file.read()
        if raw[:2] == b"\x1f\x8b":
            raw = gzip.decompress(raw)
        while raw:
            length = int.from_bytes(raw[:2], "big")
            yield json.loads(raw[2:2 + length])
            raw = raw[2 + length:]


def words(value, path=""):
    if isinstance(value, str):
        for word in value.split("/") if path == ".stream" else [value]:
            yield path, word
    elif isinstance(value, list):
        for part in value:
            yield from words(part, path)
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from words(part, f"{path}.{name}")


# Where the same word says nothing of the person.
COMMON = {".kind", ".role", ".stream", ".division", ".fields.village", ".fields.lot"}


def look(leaves, keys):
    """Acts of private persons; those that name somebody; pairs of streams with one and the same mark."""
    accounts = {}
    for leaf in leaves:
        if leaf["kind"] == "registry.officeOpened" and leaf["fields"]["role"] in ("bidder", "villager"):
            person = leaf["fields"]["person"]
            accounts[leaf["fields"]["office"]] = accounts[person] = person
    # Keys of submissions are short and can be guessed: their digests under each person.
    for person in set(accounts.values()):
        for key in keys:
            for text in (f"{person}\n{key}", f"{person}/{key}", f"{person} {key}", f"{person}\0{key}"):
                accounts[hashlib.sha256(text.encode()).hexdigest()] = person
        accounts[f"BANK-{person}"] = person
    acts, named, marks = 0, 0, collections.defaultdict(set)
    for leaf in leaves:
        if leaf.get("role") not in ("bidder", "villager"):
            continue
        acts += 1
        found = list(words(leaf))
        named += any(word in accounts for _, word in found)
        for path, word in found:
            if path not in COMMON:
                marks[path, word].add(leaf["stream"])
    linked = {(min(streams), other) for streams in marks.values() for other in streams if other != min(streams)}
    return acts, named, len(linked)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--auctions", type=int, default=40)
    parser.add_argument("--expect", choices=["nothing", "linked"], default="nothing")
    asked = parser.parse_args()
    county = County(asked.auctions)
    with tempfile.TemporaryDirectory(prefix="qianmo-strangers-") as folder:
        scenario = os.path.join(folder, "auctions.jsonl")
        with open(scenario, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in county.lines)
        data, public = os.path.join(folder, "data"), os.path.join(folder, "public")
        run = subprocess.run([asked.binary, "scenario", scenario, "--data", data], capture_output=True, text=True)
        if run.returncode != 0:
            sys.exit(f"the auctions were not held: {run.stdout[-2_000:]}{run.stderr[-2_000:]}")
        subprocess.run([asked.binary, "export", "log", public, "--data", data], check=True, capture_output=True)
        leaves = list(entries(public))
    bids = sum(leaf["kind"] == "exchange.bidPlaced" for leaf in leaves)
    acts, named, linked = look(leaves, [line["key"] for line in county.lines])
    print(f"{asked.auctions} auctions, {len(leaves)} public entries, {bids} bids, {acts} acts of bidders: "
          f"{named} linked to an account, {linked} pairs of lots or registrations linked with one another")
    if bids != asked.auctions * 5 or acts < asked.auctions * 8:
        sys.exit("the auctions were not held as they should be")
    # The control: with the desks told, as leaves were before record 0234, the same eyes see everything.
    told = [dict(leaf, office="b0-account") if leaf.get("role") == "bidder" else leaf for leaf in leaves]
    if look(told, [])[1] != acts:
        sys.exit("who looks here would not see a name if there were one")
    found = named + linked
    sys.exit(0 if (found > 0) == (asked.expect == "linked") else 1)


if __name__ == "__main__":
    main()
