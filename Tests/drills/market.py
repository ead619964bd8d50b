#!/usr/bin/env python3
"""One labour market under many hands and many deaths, over HTTP, against the real program in a process of its own.

    market.py QIANMO [--clients 1000] [--kills 200] [--seed 1]

First: so many people, each with a session and an address of their own, ask at once for the five seats of one order, and again for the
five of another that are held for five of them. Exactly five must get one each time, and whoever asks again with the same key hears the same.
Then the served process is killed (-9) in the middle of a matching round, while people answer offers, and started again; everybody
sends the same keys. No seat may be doubled or lost, no answer that was given may change, and each round is held once.
The places are those of scenarios/luxian-2019.jsonl; the people are invented.
"""

import argparse
import collections
import concurrent.futures
import contextlib
import datetime
import http.client
import json
import os
import pathlib
import random
import selectors
import signal
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
VILLAGE, TOWN, COUNTY = "p510521111207", "p510521111", "p510521"
# Seats of the orders of each round that is killed, for every forty people who look for work.
SEATS = {"a": 5, "b": 3, "c": 5}
HAS_SEAT = ("offered", "accepted", "arrived", "worked")
NO_SEAT_LEFT = 7062
ENVIRONMENT = {**os.environ, "QIANMO_LANG": "en"}


def identity(number):
    """An identity number that is well formed and nobody's."""
    body = f"510521{1960 + number % 40}{1 + number // 40 % 12:02}{1 + number // 480 % 28:02}{number % 1_000:03}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, weights)) % 11]


def scenario(clients, seekers):
    """The places, a station, an employer who is verified, and so many people with an account each; the first of them look for work."""
    at = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    lines = []

    def add(by, do, key, **arguments):
        lines.append({"at": at, "by": by, "do": do, "with": arguments, "key": key})

    source = (ROOT / "scenarios/luxian-2019.jsonl").read_text(encoding="utf-8").splitlines()
    places = next(json.loads(line) for line in source if '"registry.importDivisions"' in line)
    add("admin", places["do"], "places", **places["with"])
    for office, role, place in (("station", "stationAgent", TOWN), ("county", "countyOfficer", COUNTY)):
        add("admin", "registry.openOffice", office, office=office, role=role, division=place, person=f"person-{office}", title=office)
    add("station", "labour.registerEmployer", "employer", employer="farm", kind="individual", place=VILLAGE, publicName="演练农场")
    add("county", "labour.verifyEmployer", "verify", employer="farm", paper="营业执照 1")
    # The clock's own round is half a day away.
    far = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=20)))
    add("station", "labour.openHall", "hall", place=TOWN, times=f"{far:%H:%M}")
    for number in range(clients):
        add("station", "labour.registerWorker", f"worker-{number}", worker=f"worker-{number}", place=VILLAGE, name=f"演练{number}",
            identityNumber=identity(number), trades=["harvest"], consent=True)
        add("admin", "registry.openOffice", f"account-{number}", office=f"account-{number}", role="villager", division=VILLAGE,
            person=f"worker-{number}", title=f"account-{number}")
        if number < seekers:
            add("station", "labour.seekWork", f"seek-{number}", worker=f"worker-{number}", isSeeking=True)
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
            [self.program, "serve", "--data", self.data, "--port", str(self.port)], stdout=self.log.open("ab"),
            stderr=subprocess.STDOUT, env=ENVIRONMENT)
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

    def give(self, token, key, do, **arguments):
        """Status and answer of one command."""
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            link.request("POST", "/api/v1/commands", json.dumps({"do": do, "key": key, "with": arguments}),
                         {"Content-Type": "application/json", "Authorization": f"Bearer {token}"})
            answer = link.getresponse()
            return answer.status, json.loads(answer.read())
        finally:
            link.close()

    def must(self, token, key, do, **arguments):
        status, answer = self.give(token, key, do, **arguments)
        if status != 200:
            sys.exit(f"{do} {arguments}: {status} {answer}")
        return answer

    def post(self, tokens, order, seats, hours):
        """An order whose shift begins in so many hours."""
        start = int(time.time()) // 60 * 60_000 + hours * 3_600_000
        self.must(tokens["county"], f"post-{order}", "labour.postOrder", order=order, employer="farm", trade="harvest", work="摘苹果",
                  address="村东果园", conditions="管水", start=start, end=start + 28_800_000, seats=seats, unit="day", rateFen=20_000,
                  cycle="day", insurance="accident")

    def rows(self, sql, *arguments):
        """What the store says, read by another program."""
        with contextlib.closing(sqlite3.connect(f"file:{self.data}/qianmo.sqlite?mode=ro", uri=True, timeout=30)) as store:
            return store.execute(sql, arguments).fetchall()


def seats(house, orders):
    """Order → seats, seats taken, and who has one, by phase."""
    found = {}
    for order in orders:
        (count, taken), = house.rows("SELECT seats, taken FROM labour_order WHERE id = ?", order)
        people = dict(house.rows(
            f"SELECT worker, phase FROM labour_engagement WHERE order_id = ? AND phase IN {HAS_SEAT}", order))
        found[order] = (count, taken, people)
    return found


# MARK: A thousand at once


def ask_all(port, asked):
    """Number → status and answer: every request on a connection and from an address of its own, all sent before any is read."""
    links, answers = selectors.DefaultSelector(), {}
    for number, (token, key, order) in asked.items():
        link = socket.socket()
        link.bind((f"127.1.{number // 200}.{number % 200 + 1}", 0))
        link.connect(("127.0.0.1", port))
        body = json.dumps({"do": "labour.takeSeat", "key": key, "with": {"order": order, "worker": f"worker-{number}"}}).encode()
        head = (f"POST /api/v1/commands HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n"
                f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n").encode()
        links.register(link, selectors.EVENT_READ, [number, head + body, b""])
    for entry in list(links.get_map().values()):
        entry.fileobj.sendall(entry.data[1])
    began, waits = time.monotonic(), []
    while links.get_map():
        ready = links.select(timeout=60)
        if not ready:
            sys.exit(f"{len(links.get_map())} of {len(asked)} without an answer")
        for entry, _ in ready:
            more = entry.fileobj.recv(65_536)
            entry.data[2] += more
            if more:
                continue
            number, _, got = entry.data
            head, _, body = got.partition(b"\r\n\r\n")
            answers[number] = (int(head.split()[1]), json.loads(body))
            waits.append(time.monotonic() - began)
            links.unregister(entry.fileobj)
            entry.fileobj.close()
    return answers, sorted(waits)


def five(house, tokens, clients, order, held):
    """Everybody asks for a seat of five, of which so many are held for somebody; who got one."""
    house.post(tokens, order, 5, 20 if held else 45)
    for number in held:
        house.must(tokens["station"], f"offer-{order}-{number}", "labour.offerSeat", order=order, worker=f"worker-{number}")
    asked = {number: (tokens[f"account-{number}"], f"ask-{order}-{number}", order) for number in range(clients)}
    answers, waits = ask_all(house.port, asked)
    again, _ = ask_all(house.port, asked)
    got = {number for number, (status, _) in answers.items() if status == 200}
    said = collections.Counter(answer.get("number") for status, answer in answers.values() if status != 200)
    assert len(got) == 5 and set(said) == {NO_SEAT_LEFT}, f"{len(got)} got a seat; refused {said}"
    assert not held or got == set(held), f"held for {held}, given to {got}"
    changed = [number for number in answers if answers[number] != again[number]]
    assert not changed, f"asked again with the same key: {[(answers[number], again[number]) for number in changed[:3]]}"
    (count, taken, people), = seats(house, [order]).values()
    assert (count, taken) == (5, 5) and people == {f"worker-{number}": "accepted" for number in got}, (count, taken, people)
    print(f"{order}: {clients} clients asked at once{' for seats held for five of them' if held else ''}, 5 got a seat, {said.total()} heard "
          f"{NO_SEAT_LEFT}; answered after {statistics.median(waits):.1f} s at the median, {waits[-1]:.1f} s at most; the same keys again: "
          f"the same answers", flush=True)


# MARK: Deaths


class Deaths:
    """Rounds that are killed, and what is true after each."""

    def __init__(self, house, tokens, seekers, chance):
        self.house, self.tokens, self.seekers, self.chance = house, tokens, seekers, chance
        self.seats = {letter: count * (seekers // 40) for letter, count in SEATS.items()}
        # How long the round takes, and all the answers around it.
        self.round, self.took = 0.0, 0.0
        self.counts = collections.Counter()
        self.back = []

    def requests(self, number):
        """A round of the station, and thirty answers of people: yes to a seat, or no to an offer."""
        orders = [f"r{number}{letter}" for letter in SEATS]
        yield "round", (self.tokens["station"], f"round-{number}", "labour.runRound", {"hall": TOWN})
        for worker in self.chance.sample(range(self.seekers), 30):
            verb = "labour.declineOffer" if self.chance.random() < 0.2 else "labour.takeSeat"
            order = self.chance.choice(orders)
            yield f"{worker}", (self.tokens[f"account-{worker}"], f"say-{number}-{worker}", verb,
                                {"order": order, "worker": f"worker-{worker}"})

    def send(self, asked):
        """Name → status and answer of what was answered."""
        began = time.monotonic()

        def one(request):
            token, key, do, arguments = request
            try:
                return self.house.give(token, key, do, **arguments)
            except (OSError, http.client.HTTPException, ValueError):
                return None
            finally:
                if do == "labour.runRound":
                    self.answered = time.monotonic() - began

        with concurrent.futures.ThreadPoolExecutor(max_workers=16) as pool:
            told = {name: pool.submit(one, request) for name, request in asked.items()}
            yield
            self.told = {name: answer.result() for name, answer in told.items() if answer.result() is not None}

    def once(self, number, kills):
        """One round; with `kills` the process dies somewhere in it."""
        orders = [f"r{number}{letter}" for letter in SEATS]
        for order, count in zip(orders, self.seats.values()):
            self.house.post(self.tokens, order, count, 10)
        size, = self.house.rows("SELECT count(*) FROM labour_round WHERE is_refill = 0")[0]
        asked = dict(self.requests(number))
        began = time.monotonic()
        sending = self.send(asked)
        next(sending)
        if kills:
            # Three times of four within the round itself, otherwise anywhere in the answers.
            time.sleep(self.chance.uniform(0, self.round * 1.2 if number % 4 else self.took))
            self.house.end(signal.SIGKILL)
        next(sending, None)
        if not kills:
            self.round, self.took = self.answered, time.monotonic() - began
        told = self.told
        if kills:
            died = time.monotonic()
            held, = self.house.rows("SELECT count(*) FROM labour_round WHERE is_refill = 0")[0]
            self.counts["unanswered and not there" if held == size else "unanswered and there" if "round" not in told else "answered"] += 1
            self.counts["answers before"] += len(told)
            self.house.start()
            self.back.append(time.monotonic() - died)
        self.check(number, orders, size, asked, told)
        for order in orders:
            self.house.must(self.tokens["county"], f"cancel-{order}", "labour.cancelOrder", order=order, reason="演练结束")

    def check(self, number, orders, size, asked, told):
        again = {name: self.house.give(token, key, do, **arguments) for name, (token, key, do, arguments) in asked.items()}
        changed = {name: (told[name], again[name]) for name in told if told[name] != again[name]}
        assert not changed, f"round {number}: an answer that was given is another now: {changed}"
        assert again["round"][0] == 200, again["round"]
        held, = self.house.rows("SELECT count(*) FROM labour_round WHERE is_refill = 0")[0]
        assert held == size + 1, f"round {number}: {held - size} rounds held"
        entries = [entry for status, answer in again.values() if status == 200 for entry in answer["entries"]]
        assert len(entries) == len(set(entries)), f"round {number}: two keys were told the same entry"
        there, = self.house.rows(f"SELECT count(*) FROM log_entry WHERE entry IN ({','.join(map(str, entries))})")[0]
        assert there == len(entries), f"round {number}: {len(entries) - there} entries are not in the log"
        faults = [(status, answer) for status, answer in again.values() if status >= 500]
        assert not faults, faults[:3]
        found = seats(self.house, orders)
        people = collections.Counter(worker for *_, who in found.values() for worker in who)
        assert not people or max(people.values()) == 1, f"round {number}: two seats at the same time: {people.most_common(3)}"
        for order, (count, taken, who) in found.items():
            assert taken == len(who) <= count, f"{order}: {count} seats, {taken} taken, {len(who)} people"
        lost = self.house.rows(
            """SELECT s.seat, s.worker FROM labour_round_seeker s JOIN labour_round r ON r.id = s.round
               LEFT JOIN labour_engagement e ON e.order_id = s.seat AND e.worker = s.worker
               WHERE s.seat IS NOT NULL AND e.worker IS NULL AND r.entry = (SELECT max(entry) FROM labour_round)""")
        assert not lost, f"round {number}: seats that it gave and nobody has been offered: {lost}"
        for name, (status, answer) in again.items():
            if status == 200 and asked[name][2] == "labour.takeSeat":
                order = asked[name][3]["order"]
                assert found[order][2].get(f"worker-{name}") == "accepted", f"{order}: worker {name} was told yes and has no seat"
        self.counts["seats"] += sum(len(who) for *_, who in found.values())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--clients", type=int, default=1_000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    clients = max(options.clients, 40)
    seekers = min(clients // 40 * 40, 400)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="qianmo-market-") as folder:
        data = pathlib.Path(folder) / "house"
        file = pathlib.Path(folder) / "market.jsonl"
        file.write_text(scenario(clients, seekers), encoding="utf-8")
        qianmo(options.program, "scenario", file, "--data", data)
        tokens = json.loads(qianmo(options.program, "drill", "tokens", "--data", data))
        house = House(options.program, data)
        house.start()
        try:
            ready = time.monotonic() - began
            five(house, tokens, clients, "asked", [])
            five(house, tokens, clients, "held", random.Random(options.seed).sample(range(clients), 5))
            deaths = Deaths(house, tokens, seekers, random.Random(options.seed))
            deaths.once(0, kills=False)
            for number in range(1, options.kills + 1):
                deaths.once(number, kills=True)
        finally:
            if house.process.poll() is None:
                house.end()
        qianmo(options.program, "verify", "--data", data)
        last, = house.rows("SELECT id FROM labour_round ORDER BY entry DESC LIMIT 1")[0]
        qianmo(options.program, "verify", "round", last, "--data", data)
        counts = deaths.counts
        print(f"deaths: {options.kills} times kill -9 in a round of {seekers} people and {sum(deaths.seats.values())} seats that takes {deaths.round:.2f} s, "
              f"{deaths.took:.2f} s with the answers around it: {counts['unanswered and not there']} before it was in the log, {counts['unanswered and there']} "
              f"between log and answer, {counts['answered']} after the answer; {counts['answers before']} answers given before, all the same "
              f"after; {counts['seats']} seats, none doubled or lost; each round held once; writing again after "
              f"{statistics.median(deaths.back or [0]):.1f} s at the median, {max(deaths.back or [0]):.1f} s at most; verify good. "
              f"Set up in {ready:.0f} s, all in {time.monotonic() - began:.0f} s.")


if __name__ == "__main__":
    main()
