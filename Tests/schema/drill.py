#!/usr/bin/env python3
"""Schemathesis against /api/openapi.json, as a visitor and as each role of the demo county.

`drill.py [REQUESTS]`: a short run without a number, otherwise so many requests at least. Every answer has to stand in the document: no 5xx, no
status, type or body that it does not name. Prints how many requests each asked, and exits 1 with the first that is wrong.
"""

import concurrent.futures
import contextlib
import http.cookiejar
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "browser"))

import house as houses

TOOL = ROOT / ".build" / "venv" / "bin" / "schemathesis"
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
# Addresses that go on answering until the reader leaves.
STREAMS = "events$"
# What a name of a thing looks like, as the document says it.
NAME = re.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


def read(url, opener=urllib.request, **headers):
    with opener.urlopen(urllib.request.Request(url, headers=headers), timeout=60) as answer:
        return answer.read().decode()


def people(house, path):
    """Name → the other cells of the demo's own table of who may sign in."""
    page = read(f"{house.url}{path}?lang=en")
    body = page[page.index("<tbody"):page.index("</tbody>")]
    rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S) for row in re.findall(r"<tr.*?</tr>", body, re.S)]
    return {cells[0]: cells[1:] for cells in [[re.sub(r"<[^>]*>", "", cell).strip() for cell in row] for row in rows]}


def staff(house, name, password, code):
    """The headers of a program that has signed in as `name`, and its role."""
    body = json.dumps({"name": name, "password": password, "code": code}).encode()
    asked = urllib.request.Request(
        f"{house.url}/api/v1/sign-in", body, {"Content-Type": "application/json"}, method="POST")
    with urllib.request.urlopen(asked, timeout=60) as answer:
        token = json.load(answer)["token"]
    headers = {"Authorization": f"Bearer {token}"}
    return headers, json.loads(read(f"{house.url}/api/v1/session", **headers)).get("role", "none")


def phone(house, number):
    """The same of a person with a phone: a cookie and the form token that belongs to it."""
    jar = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))

    def send(page, path, **fields):
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
        form = urllib.parse.urlencode({**hidden, **fields}).encode()
        asked = urllib.request.Request(f"{house.url}{path}", form, {"Origin": house.url})
        with opener.open(asked, timeout=60) as answer:
            return answer.read().decode(), urllib.parse.urlsplit(answer.url).path

    already = len(house.printed())
    with opener.open(f"{house.url}/sign-in/phone?lang=en", timeout=60) as answer:
        page = answer.read().decode()
    page, path = send(page, "/sign-in/phone", phone=number)
    action = re.search(r'<form class="form" method="post" action="([^"]+)"', page)
    send(page, action.group(1) if action else path, code=houses.wait_for_code(house, already))
    cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)
    session = json.loads(read(f"{house.url}/api/v1/session", Cookie=cookies))
    return {"Cookie": cookies, "X-Form-Token": session["formToken"]}, session.get("role", "none")


def known(house):
    """Names that stand in the county, so that pages of things answer with things and commands are about some: of each column by its name, and
    of each table's own names by the table's."""
    found = {}
    with contextlib.closing(sqlite3.connect(f"file:{house.data}/qianmo.sqlite?mode=ro", uri=True)) as store:
        for (table,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for _, column, kind, *_ in store.execute(f'PRAGMA table_info("{table}")').fetchall():
                if kind != "TEXT":
                    continue
                rows = store.execute(f'SELECT DISTINCT "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL LIMIT 5').fetchall()
                word = re.sub("_(.)", lambda part: part.group(1).upper(), table if column == "id" else column)
                found.setdefault(word, set()).update(text for (text,) in rows if NAME.fullmatch(str(text)))
    return {word: sorted(texts)[:5] for word, texts in found.items() if texts}


def described(house, folder):
    """The document as the house gives it, with names of the county among what may stand for a thing."""
    document = json.loads(read(f"{house.url}/api/openapi.json"))
    names = known(house)

    def walk(node):
        if isinstance(node, list):
            for part in node:
                walk(part)
        elif isinstance(node, dict):
            for part in node.values():
                walk(part)
            if "in" in node and node.get("name") in names and "pattern" in node.get("schema", {}):
                node["schema"] = {"anyOf": [{"enum": names[node["name"]]}, node["schema"]]}

    def name(schema):
        for key, part in (schema.get("properties") or {}).items() if isinstance(schema, dict) else []:
            if key in names and isinstance(part, dict) and part.get("pattern") == f"^{NAME.pattern}$":
                schema["properties"][key] = {"anyOf": [{"enum": names[key]}, part]}
        for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else []:
            name(part)

    walk(document["paths"])
    for schema in document["components"]["schemas"].values():
        if "do" in schema.get("properties", {}):
            name(schema["properties"]["with"])
    path = pathlib.Path(folder) / "openapi.json"
    path.write_text(json.dumps(document))
    return path


def run(house, who, enter, examples, phases, left_out, folder, document=None):
    headers, role = enter()
    who = role if role == who else f"{role} ({who})"
    command = [
        TOOL, "run", document or house.document, "--url", house.url, "--checks", CHECKS,
        "--max-examples", str(examples), "--phases", phases, "--exclude-path-regex", left_out, "--request-timeout", "30",
        "--workers", "1", "--no-color", "--seed", "13",
    ]
    for name, value in headers.items():
        command += ["--header", f"{name}: {value}"]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, cwd=folder,
                          env={**os.environ, "SCHEMATHESIS_HOOKS": str(ROOT / "Tests" / "schema" / "keys.py")})
    count = re.search(r"(\d+) generated", done.stdout)
    return who, int(count.group(1)) if count else 0, done


def main():
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    binary = houses.program()
    if binary is None or not TOOL.exists():
        print("skipped: the program is not built, or schemathesis is not installed (scripts/install.sh test)")
        return 0
    with tempfile.TemporaryDirectory(prefix="qianmo-schema-") as folder:
        house = houses.House(binary, pathlib.Path(folder))
        try:
            # As fast as one caller can ask, so that answers of 429 hide nothing; that they stand in the document is seen by the sign-in.
            house.start("--commands-per-second", "1000")
            house.document = described(house, folder)
            # Each signs in when its turn comes: a session that waits half an hour for the others is over.
            callers = {"visitor": lambda: ({}, "visitor")}
            # One of each kind of desk; a code is good for half a minute, so the table is read again for each.
            for name in {name.rsplit("-")[-1]: name for name in people(house, "/sign-in")}.values():
                def enter(name=name):
                    password, code, *_ = people(house, "/sign-in")[name]
                    return staff(house, name, password, code)

                callers.setdefault(f"desk {name}", enter)
            for name, (number, *_) in people(house, "/sign-in/phone").items():
                role = "villager" if name.startswith("villager") else "bidder"
                callers.setdefault(role, lambda number=number: phone(house, number))
            return ask(house, callers, wanted, folder)
        finally:
            house.stop()


def ask(house, callers, wanted, folder):
    jobs = []
    for who, enter in callers.items():
        # Every boundary of every schema once, in a long run for commands too; the rest by chance.
        phases = "coverage,fuzzing" if who == "visitor" or wanted else "fuzzing"
        examples = 6 if not wanted else max(10, (wanted // len(callers)) // 30)
        left_out = STREAMS if wanted or who != "visitor" else f"{STREAMS}|commands$"
        jobs.append((who, enter, examples, phases, left_out))
    total, wrong = 0, 0
    # A drill that cannot fail is none: where the document names no refusals, the first refusal is one too many.
    short = json.loads(pathlib.Path(house.document).read_text())
    short["paths"] = {path: rest for path, rest in short["paths"].items() if path == "/api/v1/lots/{lot}"}
    del short["paths"]["/api/v1/lots/{lot}"]["get"]["responses"]["default"]
    (pathlib.Path(folder) / "short.json").write_text(json.dumps(short))
    _, _, done = run(house, "visitor", callers["visitor"], 6, "fuzzing", STREAMS, folder, pathlib.Path(folder) / "short.json")
    if done.returncode == 0:
        print("answers that the document does not name were not noticed")
        return 1
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        # As each ends, not in their order: who breaks off the long form has the figures so far.
        ended = [pool.submit(run, house, *job, folder) for job in jobs]
        for who, count, done in (job.result() for job in concurrent.futures.as_completed(ended)):
            total += count
            print(f"{who}: {count} requests, {'clean' if done.returncode == 0 else 'NOT CLEAN'}; {total} so far", flush=True)
            if done.returncode:
                wrong += 1
                print(done.stdout[-6000:], done.stderr[-2000:])
    faults = [line for line in house.printed().splitlines() if "status=500" in line or "Fatal error" in line]
    for line in read(f"{house.url}/metrics").splitlines():
        if line.startswith("qianmo_requests_total"):
            print(line)
    print(f"{total} requests by {len(callers)} callers; {wrong} not clean, {len(faults)} faults in the house's own words")
    print("\n".join(faults[:5]))
    alive = house.process.poll() is None
    if not alive:
        print("the house has ended")
    return 0 if wrong == 0 and not faults and alive and total >= wanted else 1


sys.exit(main())
