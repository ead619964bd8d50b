"""Many bids around the end of an auction, over HTTP, against the real program in a process of its own.

    closing.py QIANMO [--bids 100000] [--connections 200] [--seconds 60] [--database postgres://… --schema NAME]

The lot is the one of scenarios/luxian-2019.jsonl without extension and with twenty bidders. The server's clock goes slowly
for 100 ms around the end, so that all bids arrive within 50 ms before and after it by the house's own clock, the one that
decides. Every bid must have one answer: accepted with its entry in the log, refused as not higher, or closed; and the log
must say the same.
"""

import argparse
import collections
import json
import pathlib
import selectors
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
LOT = "luxian-2019"
START, STEP = 80_000, 2_000
CLOSED, NOT_HIGHER = {3004, 3052}, {3053}


def scenario(bidders):
    """Up to the eve of the auction, with as many bidders as wanted and no extension."""
    lines, first = [], None
    for text in (ROOT / "scenarios/luxian-2019.jsonl").read_text(encoding="utf-8").splitlines():
        if not text.startswith("{"):
            continue
        line = json.loads(text)
        if line["at"] >= "2019-03-11" or line.get("expect"):
            continue
        if line["do"] == "exchange.draftLot":
            line["with"]["extensionSeconds"] = 0
        lines.append(line)
    place = "p510521111"
    for number in range(bidders):
        name = f"drill-{number}"
        def add(by, do, arguments, clock):
            lines.append({"at": f"2019-03-1{1 + clock}T10:00:00+08:00", "by": by, "do": do, "with": arguments,
                          "key": f"{do}-{name}"})
        add("yusi-station", "registry.registerParty",
            {"party": name, "kind": "familyFarm", "publicName": f"演练家庭农场{number}", "division": place}, 0)
        add("admin", "registry.openOffice",
            {"office": f"{name}-account", "role": "bidder", "division": place, "person": name, "title": name}, 1)
        add(f"{name}-account", "exchange.registerBidder",
            {"lot": LOT, "bidder": f"b-{name}", "party": name, "account": f"BANK-{number}"}, 2)
        add("luxian-intake", "exchange.recordDeposit",
            {"bidder": f"b-{name}", "amountFen": 1_000_000, "payerName": f"演练家庭农场{number}",
             "payerAccount": f"BANK-{number}", "reference": f"D-{number}"}, 3)
        add("luxian-intake", "exchange.qualifyBidder", {"bidder": f"b-{name}"}, 4)
    lines.sort(key=lambda line: line["at"])
    return "\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n"


class Connection:
    """Kept alive; one bid under way at a time."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.setblocking(False)
        self.buffer = b""
        self.bid = None

    def send(self, bid, token):
        body = json.dumps({"do": "exchange.placeBid", "key": f"bid-{bid}",
                           "with": {"lot": LOT, "priceFen": START + STEP * bid, "isMeant": True}}).encode()
        head = (f"POST /api/v1/commands HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n"
                f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n").encode()
        self.bid = bid
        self.socket.setblocking(True)
        self.socket.sendall(head + body)
        self.socket.setblocking(False)

    def receive(self):
        """The status and the JSON of a whole answer; None while some of it is missing."""
        more = self.socket.recv(65_536)
        if not more:
            raise ConnectionError("the server hung up")
        self.buffer += more
        end = self.buffer.find(b"\r\n\r\n")
        if end < 0:
            return None
        head = self.buffer[:end].decode().lower()
        length = next(int(line.split(":")[1]) for line in head.split("\r\n") if line.startswith("content-length:"))
        if len(self.buffer) < end + 4 + length:
            return None
        body, self.buffer = self.buffer[end + 4:end + 4 + length], self.buffer[end + 4 + length:]
        if self.buffer:
            raise ValueError("two answers to one bid")
        return int(head.split(" ")[1]), json.loads(body)


def load(port, tokens, bids, connections, seconds):
    """Sends every bid once, in the order of its price, evenly over `seconds` (later where the machine is slower): a load that
    was over before the auction would prove nothing of its end. What each was answered."""
    answers, next_bid = {}, 0
    selector = selectors.DefaultSelector()
    # In turn, so that none lies idle until the server hangs it up.
    free = collections.deque(Connection(port) for _ in range(min(connections, bids)))
    for connection in free:
        selector.register(connection.socket, selectors.EVENT_READ, connection)
    begun = time.monotonic()
    while len(answers) < bids:
        due = begun + next_bid * seconds / bids
        while free and next_bid < bids and time.monotonic() >= due:
            free.popleft().send(next_bid, tokens[next_bid % len(tokens)])
            next_bid += 1
            due = begun + next_bid * seconds / bids
        paced = bool(free) and next_bid < bids
        ready = selector.select(timeout=max(0.0, due - time.monotonic()) if paced else 60)
        if not ready and not paced:
            raise TimeoutError(f"{bids - len(answers)} bids without an answer")
        for key, _ in ready:
            connection = key.data
            answer = connection.receive()
            if answer is None:
                continue
            assert connection.bid not in answers
            answers[connection.bid] = answer
            free.append(connection)
    return answers


def kind(answer):
    status, body = answer
    if status == 200:
        return "accepted"
    number = body.get("number")
    return "closed" if number in CLOSED else "notHigher" if number in NOT_HIGHER else f"{status}/{number}"


def check(folder, answers, ends_at):
    """The answers against the store and its log, read by another program."""
    counts = collections.Counter(kind(answer) for answer in answers.values())
    assert set(counts) <= {"accepted", "closed", "notHigher"}, counts
    store = sqlite3.connect(f"file:{folder}/qianmo.sqlite?mode=ro", uri=True)
    rows = store.execute("SELECT entry, number, price_fen, at FROM bid WHERE lot = ? ORDER BY number", (LOT,)).fetchall()
    told = {answer[1]["entries"][0]: (bid, answer[1]["at"]) for bid, answer in answers.items() if kind(answer) == "accepted"}
    assert len(told) == counts["accepted"], "two bids were told the same entry"
    assert {row[0] for row in rows} == set(told), "the log and the answers differ"
    assert [row[1] for row in rows] == list(range(1, len(rows) + 1)), "numbers have a gap"
    for entry, _, price, at in rows:
        bid, told_at = told[entry]
        assert price == START + STEP * bid and at == told_at, f"entry {entry} is another bid"
        assert at < ends_at, f"bid at {at}, after the end"
    assert [row[2] for row in rows] == sorted(row[2] for row in rows), "a bid was accepted that is not higher"
    leaves = [(entry, json.loads(leaf)) for entry, leaf in
              store.execute("SELECT entry, leaf FROM log_entry WHERE stream = ? ORDER BY entry", (f"lot/{LOT}",))]
    kinds = [leaf["kind"] for _, leaf in leaves]
    assert kinds.count("exchange.bidPlaced") == counts["accepted"]
    assert kinds.count("exchange.auctionEnded") == 1, "there must be one end"
    place = kinds.index("exchange.auctionEnded")
    ended = store.execute("SELECT at FROM lot_step WHERE lot = ? AND state = 'awardProposed'", (LOT,)).fetchall()
    assert ended == [(ends_at,)], f"ended at {ended}, not at {ends_at}"
    assert "exchange.bidPlaced" not in kinds[place:], "a bid after the end"
    winner = store.execute("SELECT paddle, price_fen FROM lot WHERE id = ?", (LOT,)).fetchone()
    best = store.execute("SELECT paddle, price_fen FROM bid WHERE lot = ? ORDER BY number DESC LIMIT 1", (LOT,)).fetchone()
    assert winner == best and winner[0] is not None, (winner, best)
    return counts, [row[3] - ends_at for row in rows]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--bids", type=int, default=100_000)
    parser.add_argument("--connections", type=int, default=200)
    parser.add_argument("--seconds", type=int, default=60, help="how long the 100 ms take")
    parser.add_argument("--database")
    parser.add_argument("--schema", default="closing")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="qianmo-closing-") as folder:
        store = ["--data", folder]
        if options.database:
            store += ["--database", options.database, "--schema", options.schema]
        file = pathlib.Path(folder) / "drill.jsonl"
        file.write_text(scenario(20), encoding="utf-8")
        made = subprocess.run([options.program, "scenario", file, *store], capture_output=True, text=True)
        if made.returncode != 0:
            sys.exit(made.stdout[-2_000:] + made.stderr)
        lead = 10
        server = subprocess.Popen(
            [options.program, "drill", "closing", "--lot", LOT, *store, "--lead", str(lead), "--factor",
             str(options.seconds * 10)], stdout=subprocess.PIPE, text=True)
        try:
            said = json.loads(server.stdout.readline())
            wait = (said["endsAt"] - 50 - said["now"]) / 1_000
            time.sleep(max(0, wait) + 0.2)
            begun = time.monotonic()
            # A little less than the window, which has begun already: the last bid must still come within it.
            answers = load(said["port"], said["tokens"], options.bids, options.connections, options.seconds * 0.99 - 0.5)
            took = time.monotonic() - begun
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=60)
        late = max(0.0, took + 0.2 - options.seconds)
        read = folder
        if options.database:
            # The same rows in a file, which Python can read by itself.
            read = f"{folder}/copy"
            subprocess.run([options.program, "copy", "--from", options.database, "--schema", options.schema, "--to", read],
                           check=True, stdout=subprocess.DEVNULL)
        counts, arrivals = check(read, answers, said["endsAt"])
        verified = subprocess.run([options.program, "verify", *store], capture_output=True, text=True)
        assert verified.returncode == 0, verified.stderr
        assert counts["accepted"] > 0 and counts["closed"] > 0, f"not around the end: {counts}"
        print(f"{options.bids} bids over {options.connections} connections in {took:.1f} s "
              f"({options.bids / took:.0f} a second), the house's 100 ms lasting {options.seconds} s: "
              f"{counts['accepted']} accepted, {counts['notHigher']} not higher, {counts['closed']} closed; "
              f"accepted from {arrivals[0]} ms to {arrivals[-1]} ms before and after the end; "
              f"{late:.1f} s of the load came after the window.")


if __name__ == "__main__":
    main()
