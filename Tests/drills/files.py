#!/usr/bin/env python3
"""Strangers' files: every reader of files gets the files of the data folder, wounded in many ways.

    files.py QIANMO DATA [--cases N] [--seed S] [--only WORD]

A run is bad where the program dies of a signal, answers with an exit code other than 0, 1 and 2, takes longer than a
minute, tells of a mistake of its own (`Fatal error`, `Error: `), or prints with --json what is no JSON. The last line counts; exit 1 with bad runs, whose
inputs are kept and named.
"""

import argparse
import json
import pathlib
import random
import subprocess
import sys
import tempfile

READERS = [
    (["replay", "auctions"], ["auctions/*.csv"], ["--mode", "proxy"]),
    (["replay", "votes"], ["register/votes_dev.csv", "register/meeting_dev.json"], []),
    (["replay", "flow"], ["mcf/labour_11.min", "mcf/edge_cases.json"], []),
    (["replay", "pay"], ["labour/pay_days_dev.csv", "labour/reported_cases_dev.json"], []),
    (["replay", "frames"], ["hj212/frames_*.csv", "hj212/hj212_2025_vectors.json"], []),
    (["replay", "stream"], ["hj212/stream_cases_dev.json"], []),
    (["replay", "samples"], ["hj212/*_cases*.json", "hj212/bad_number_column.json", "hj212/influent_dry_15min.csv"], []),
    (["replay", "route"], ["vrp/X-n101-k25.vrp", "vrptw/hc_10_1.json", "vrptw/C101.txt", "vrptw/RC208.vrp"],
     ["--seconds", "0.2", "--iterations", "20"]),
    (["replay", "tickets"], ["waste/*tickets*.csv"], []),
    (["import", "members"], ["register/roll_dev.csv"], ["--on", "2026-01-01"]),
    (["import", "contracts"], ["register/contract_list_dev.csv", "register/contract_list_dev.xlsx"], []),
    (["import", "parcels"], ["register/parcels_dev.geojson", "register/seen_dev.geojson"], []),
    (["import", "balances"], ["books/example_old_2023-12-31.csv"], []),
    (["import", "invoice"], ["books/files/*.xml", "books/files/*.ofd"], []),
    (["verify", "credential"], ["vc/own/*.jwt", "vc/jose/*"], []),
]

WIDE = ["\0", "\ufeff", "９", "，", "；", "\u202e", "e\u0301", "𠮷", "\u200b", "\t", "\"", "\\", "'", "<b>", "\r", "\n"]
NUMBERS = [
    "", "-1", "0", "-0", "1e9", "NaN", "Infinity", "9223372036854775807", "-9223372036854775808", "9223372036854775808",
    "99999999999999999999999999", "0.00000000000000000001", "1.5.5", "1,000", "100,00", "12万元", "２０", "0x10", "2199-01-01",
    "0000-00-00", "51191-02-30", "2024-02-30", "24:00", "true", "null", "[]", "{}",
]


def cells(dice, text):
    """Some cells of a table hold something else."""
    lines = text.split("\n")
    for _ in range(dice.randint(1, 4)):
        row = dice.randrange(len(lines))
        parts = lines[row].split(",")
        parts[dice.randrange(len(parts))] = dice.choice(NUMBERS + WIDE)
        lines[row] = ",".join(parts)
    return "\n".join(lines)


def columns(dice, text):
    """A column is gone, twice there, or somewhere else."""
    rows = [line.split(",") for line in text.split("\n")]
    width = max(len(row) for row in rows)
    order = list(range(width))
    way = dice.randrange(3)
    if way == 0 and width > 1:
        order.pop(dice.randrange(width))
    elif way == 1:
        order.insert(dice.randrange(width), dice.randrange(width))
    else:
        dice.shuffle(order)
    return "\n".join(",".join(row[at] if at < len(row) else "" for at in order) for row in rows)


def lines(dice, text):
    rows = text.split("\n")
    for _ in range(dice.randint(1, 3)):
        way, at = dice.randrange(4), dice.randrange(len(rows))
        if way == 0 and len(rows) > 1:
            rows.pop(at)
        elif way == 1:
            rows.insert(at, rows[dice.randrange(len(rows))])
        elif way == 2:
            rows.insert(at, "," * dice.randrange(9))
        else:
            rows[at] = rows[at][: dice.randrange(len(rows[at]) + 1)]
    return "\n".join(rows)


def words(dice, text):
    """Something stands where something stood: for files of any kind."""
    for _ in range(dice.randint(1, 5)):
        at = dice.randrange(len(text) + 1)
        text = text[:at] + dice.choice(NUMBERS + WIDE) + text[at + dice.randrange(6):]
    return text


def value(dice, tree):
    """One value of a JSON tree is another, or gone, or deep."""
    places = []

    def walk(node, path):
        places.append(path)
        if isinstance(node, dict):
            for key in node:
                walk(node[key], path + [key])
        elif isinstance(node, list):
            for at, item in enumerate(node):
                walk(item, path + [at])

    walk(tree, [])
    for _ in range(dice.randint(1, 3)):
        path = dice.choice(places)
        node = tree
        try:
            for step in path[:-1]:
                node = node[step]
            if not path:
                continue
            deep = []
            for _ in range(dice.choice([3, 600])):
                deep = [deep]
            way = dice.randrange(4)
            if way == 0:
                del node[path[-1]]
            elif way == 1:
                node[path[-1]] = dice.choice(
                    [None, True, -1, 0, 1.5, 1e308, 2 ** 63, -2 ** 63, 10 ** 30, "", "x", [], {}, deep])
            elif way == 2:
                node[path[-1]] = dice.choice(NUMBERS + WIDE)
            elif isinstance(node, list):
                node.append(node[path[-1]])
        except (KeyError, IndexError, TypeError):
            continue
    return json.dumps(tree, ensure_ascii=dice.random() < 0.5)


def wounded(dice, path):
    raw = path.read_bytes()
    if not raw:
        return raw
    if dice.random() < 0.15 or path.suffix in (".xlsx", ".ofd"):
        raw = bytearray(raw)
        for _ in range(dice.randint(1, 20)):
            raw[dice.randrange(len(raw))] = dice.randrange(256)
        return bytes(raw[: dice.randrange(len(raw)) + 1] if dice.random() < 0.3 else raw)
    text = raw.decode("utf-8", "replace")
    if path.suffix in (".json", ".geojson") and dice.random() < 0.8:
        text = value(dice, json.loads(text))
    else:
        ways = [cells, columns, lines, words] if path.suffix == ".csv" else [lines, words]
        for _ in range(dice.randint(1, 2)):
            text = dice.choice(ways)(dice, text)
    dress = dice.choice(["utf-8"] * 5 + ["utf-8-sig", "utf-16", "gb18030"])
    if dice.random() < 0.2:
        text = text.replace("\n", dice.choice(["\r\n", "\r"]))
    return text.encode(dress, "replace")


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("qianmo")
    asked.add_argument("data")
    asked.add_argument("--cases", type=int, default=600)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--only", default="")
    asked = asked.parse_args()
    dice = random.Random(asked.seed)
    data = pathlib.Path(asked.data)
    kept = pathlib.Path(tempfile.mkdtemp(prefix="qianmo-files-"))
    readers = []
    for command, patterns, more in READERS:
        files = sorted(path for pattern in patterns for path in data.glob(pattern) if path.is_file())
        if files and asked.only in " ".join(command):
            readers.append((command, files, more))
        elif not files:
            print(f"no files for {' '.join(command)}", file=sys.stderr)
    bad = 0
    codes = {}
    for case in range(asked.cases):
        command, files, more = readers[case % len(readers)]
        path = dice.choice(files)
        file = kept / f"{case}{path.suffix}"
        file.write_bytes(wounded(dice, path))
        wants = dice.random() < 0.7
        line = [asked.qianmo, *command, str(file), *more, "--data", str(kept / "house")] + (["--json"] if wants else [])
        if command[0] == "replay" or command[1] == "credential":
            line = [word for word in line if word not in ("--data", str(kept / "house"))]
        problem = None
        try:
            run = subprocess.run(line, capture_output=True, timeout=60)
            code, out, err = run.returncode, run.stdout, run.stderr.decode("utf-8", "replace")
            codes[code] = codes.get(code, 0) + 1
            if code not in (0, 1, 2):
                problem = f"exit {code}"
            elif "Fatal error" in err or "Error: " in err and "Error: The" not in err:
                problem = f"says {err.strip()[:200]}"
            elif wants and out.strip():
                try:
                    json.loads(out)
                except ValueError:
                    try:
                        for row in out.decode().splitlines():
                            json.loads(row)
                    except ValueError as wrong:
                        problem = f"no JSON: {wrong}"
        except subprocess.TimeoutExpired:
            problem = "a minute"
        if problem:
            bad += 1
            print(f"{' '.join(command)} {path.name}: {problem}: {file}")
        else:
            file.unlink()
    print(json.dumps({"cases": asked.cases, "bad": bad, "codes": codes}))
    sys.exit(1 if bad else 0)


main()
