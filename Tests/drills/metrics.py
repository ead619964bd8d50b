#!/usr/bin/env python3
"""Every metric that deploy/alerts.yml and deploy/grafana.json name is told by a served house: `metrics.py QIANMO`.

A small county is served and asked a page of each kind, then /metrics is read. A name, a label or a value of a label in a rule or in a panel that
is not there is an error. As a control names, labels and values that nobody tells are put in: each must be found. Where promtool is
installed it reads the rules too, and plays Tests/drills/alerts.yml: which of them speak when.
"""

import contextlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "browser"))

import house as houses

SELECTOR = re.compile(r"\b(qianmo_[a-z_]+|up)\b(\{[^}]*\})?")
# Prometheus and Grafana put these beside whatever a house tells.
OUTSIDE = {"instance", "job"}
# Whose values a house that is well does not all tell: statuses that nobody brought about, reasons why it is not ready.
LATER = {"status", "reason"}


def told(text):
    """Series as /metrics tells them: name → label → values."""
    series = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        name, labels = re.fullmatch(r"(\w+)(?:\{(.*)\})? \S+", line).groups()
        known = series.setdefault(name, {})
        for label, value in re.findall(r'(\w+)="([^"]*)"', labels or ""):
            known.setdefault(label, set()).add(value)
    return series


def expressions():
    """Where → what Prometheus is asked there."""
    rules = (ROOT / "deploy/alerts.yml").read_text()
    found = {}
    # Only the rules: an expression is a line or a block that is deeper.
    for name, body in re.findall(r"- alert: (\w+)\n(.*?)(?=\n      - alert:|\Z)", rules, re.S):
        found[f"alerts.yml {name}"] = re.search(r"expr: (?:>-\n((?:          .*\n)+)|(.*)\n)", body).expand(r"\1\2")
    board = json.loads((ROOT / "deploy/grafana.json").read_text())
    for panel in board["panels"]:
        for target in panel["targets"]:
            found[f"grafana.json {panel['title']} {target['refId']}"] = target["expr"]
    for variable in board["templating"]["list"]:
        if variable["type"] == "query":
            found[f"grafana.json ${variable['name']}"] = variable["query"]["query"]
    return found


def faults(asked, series):
    """What is asked for and not told."""
    wrong = []
    names = 0
    for where, text in asked.items():
        for name, selector in SELECTOR.findall(text):
            names += 1
            if name == "up":
                continue
            if name not in series:
                wrong.append(f"{where}: no metric {name}")
                continue
            for label, how, value in re.findall(r'(\w+)(=~|!=|=|!~)"([^"]*)"', selector):
                if label in OUTSIDE:
                    continue
                if label not in series[name]:
                    wrong.append(f"{where}: {name} has no label {label}")
                elif label not in LATER and how in ("=", "!=") and value not in series[name][label]:
                    wrong.append(f"{where}: {name} has no {label} {value}")
        for label in re.findall(r"by \(([^)]*)\)", text):
            for part in (part.strip() for part in label.split(",")):
                if part not in OUTSIDE and not any(part in known for known in series.values()):
                    wrong.append(f"{where}: nothing has a label {part}")
        if not SELECTOR.search(text):
            wrong.append(f"{where}: asks for nothing of the house")
    return wrong, names


def read(url, data=None, **headers):
    with contextlib.suppress(urllib.error.HTTPError):
        with urllib.request.urlopen(urllib.request.Request(url, data, headers), timeout=60) as answer:
            return answer.read(4_096 if url.endswith("events") else -1).decode()


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="qianmo-metrics-") as folder:
        house = houses.House(program, pathlib.Path(folder))
        try:
            house.start()
            for path in ("/lots", "/nothing-here", "/log", "/sign-in", "/api/openapi.json", "/healthz", "/api/v1/changes"):
                read(house.url + path)
            read(house.url + "/api/v1/commands", b"{}", **{"Content-Type": "application/json"})
            text = read(house.url + "/metrics")
        finally:
            house.stop()
    series = told(text)
    asked = expressions()
    wrong, names = faults(asked, series)
    # The control: one of each kind of mistake, put where a rule stands.
    invented = {
        "no metric qianmo_invented_total": "rate(qianmo_invented_total[5m]) > 0", "has no label colour": 'qianmo_ready{colour="red"}',
        "has no answer perhaps": 'qianmo_commands_total{answer="perhaps"}', "nothing has a label village": "sum by (village) (qianmo_ready)",
        "asks for nothing": "vector(1)"}
    unseen = [what for what, expression in invented.items() if not any(what in fault for fault in faults({"control": expression}, series)[0])]
    untold = sorted(set(series) - {name for text in asked.values() for name, _ in SELECTOR.findall(text)})
    print(f"metrics: {len(asked)} rules and panels, {names} names, {len(series)} series told, {len(wrong)} wrong; {len(invented) - len(unseen)} of "
          f"{len(invented)} invented ones found; told and asked for by nobody: {', '.join(untold) or 'none'}")
    print(*wrong, *[f"the control was not found: {what}" for what in unseen], sep="\n", end="\n" if wrong or unseen else "")
    if promtool := shutil.which("promtool"):
        for arguments in (["check", "rules", ROOT / "deploy/alerts.yml"], ["test", "rules", ROOT / "Tests/drills/alerts.yml"]):
            done = subprocess.run([promtool, *arguments], capture_output=True, text=True)
            print("promtool", arguments[0], (done.stdout + done.stderr).strip() if done.returncode else "as it should be")
            wrong += [done.stderr] if done.returncode else []
    return 1 if wrong or unseen else 0


sys.exit(main())
