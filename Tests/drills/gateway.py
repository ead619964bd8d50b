#!/usr/bin/env python3
"""The gateway of sewage telemetry under many sockets and many deaths, against the real program in a process of its own.

    gateway.py QIANMO [--sockets 3000] [--rate 100] [--seconds 60] [--frames 1000000] [--kills 100] [--seed 1]

First: so many loggers are connected at once and send so many frames a second between them; each frame is answered 9014 only when it is
on the disk, and how long that takes is told. Then twenty loggers send as fast as they are answered, the process is killed (-9) in the
middle of frames at moments of chance and started again, and every logger sends again what was not answered, as HJ 212 has it. At the end
the files are read by this program: every answered frame is there, none twice, and `qianmo verify` holds.
Loggers and their values are invented; the places are those of scenarios/luxian-2019.jsonl.
"""

import argparse
import asyncio
import collections
import datetime
import json
import os
import pathlib
import random
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOWN, COUNTY = "p510521111", "p510521"
ENVIRONMENT = {**os.environ, "QIANMO_LANG": "en"}
FRAME = 1
SENDERS, WINDOW = 20, 64


def step(value):
    for _ in range(8):
        value = (value >> 1) ^ 0xA001 if value & 1 else value >> 1
    return value


# The old low byte is thrown away, so that 256 values are all there are.
STEPS = [step(value) for value in range(256)]


def crc(text):
    """The checksum of HJ 212, annex A."""
    register = 0xFFFF
    for byte in text:
        register = STEPS[(register >> 8) ^ byte]
    return register


def number_of(logger):
    return f"010000A8900016F{logger:09X}"


class Frames:
    """Frames with exchange numbers and measuring times that were never used before: two of one second would be a conflict."""

    def __init__(self):
        self.next = int(time.time() * 1_000) - 30 * 86_400_000

    def one(self, logger, value):
        self.next += 1_001
        at = datetime.datetime.fromtimestamp(self.next // 1_000, datetime.timezone(datetime.timedelta(hours=8)))
        qn = f"{at:%Y%m%d%H%M%S}{self.next % 1_000:03}"
        body = (f"QN={qn};ST=32;CN=2011;PW=123456;MN={number_of(logger)};Flag=5;CP=&&DataTime={qn[:14]};"
                f"w00000-Rtd={value % 90 + 10}.5,w00000-Flag=N;w01018-Rtd={value % 40 + 5}.{value % 10},w01018-Flag=N;"
                f"w21003-Rtd=1.{value % 10},w21003-Flag=N;w21011-Rtd=0.2{value % 10},w21011-Flag=N&&").encode()
        return qn, b"##%04d%s%04X\r\n" % (len(body), body, crc(body))


def scenario(loggers):
    at = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    lines = []

    def add(by, do, key, **arguments):
        lines.append({"at": at, "by": by, "do": do, "with": arguments, "key": key})

    source = (ROOT / "scenarios/luxian-2019.jsonl").read_text(encoding="utf-8").splitlines()
    places = next(json.loads(line) for line in source if '"registry.importDivisions"' in line)
    add("admin", places["do"], "places", **places["with"])
    add("admin", "registry.openOffice", "county", office="county", role="countyOfficer", division=COUNTY, person="person-county", title="county")
    add("county", "environment.registerFacility", "works", facility="works", place=TOWN, name="演练污水厂", kind="plant", design="20000")
    for logger in range(loggers):
        add("county", "environment.registerStation", f"station-{logger}", facility="works", mn=number_of(logger), version="v2017")
    return "\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n"


def qianmo(program, *arguments):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, env=ENVIRONMENT)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, arguments))}: {done.returncode}\n{done.stdout[-2_000:]}{done.stderr[-2_000:]}")
    return done.stdout


class House:
    """The gateway's process; its port stays the same over its deaths."""

    def __init__(self, program, data):
        self.program, self.data = program, pathlib.Path(data)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.log = self.data.parent / "gateway.log"
        self.process = None
        self.starts = []

    def start(self):
        began = time.monotonic()
        self.process = subprocess.Popen(
            [self.program, "gateway", "--data", self.data, "--port", str(self.port)], stdout=self.log.open("ab"),
            stderr=subprocess.STDOUT, env=ENVIRONMENT)
        end = time.monotonic() + 300
        while time.monotonic() < end:
            if self.process.poll() is not None:
                sys.exit(f"it does not start again: {self.log.read_text(errors='replace')[-1_000:]}")
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=5).close()
                self.starts.append(time.monotonic() - began)
                return
            except OSError:
                time.sleep(0.02)
        sys.exit("nobody listens")

    def end(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        self.process.wait(120)


def answered(line):
    """The exchange number of a 9014; nothing else is expected of the gateway."""
    assert b"CN=9014" in line, line
    return line[line.index(b"QN=") + 3:][:17].decode()


# MARK: Many sockets


async def load(house, sockets, rate, seconds, frames):
    """Seconds from a frame to its answer, of every frame, all sockets open all the while."""
    waits, links = [], []
    for logger in range(sockets):
        links.append(await asyncio.open_connection("127.0.0.1", house.port))
    sent = [asyncio.Queue() for _ in range(sockets)]

    async def listen(logger):
        reader = links[logger][0]
        while True:
            line = await reader.readuntil(b"\r\n")
            qn, at = await sent[logger].get()
            assert answered(line) == qn, f"{line} for {qn}"
            waits.append(time.perf_counter() - at)

    ears = [asyncio.create_task(listen(logger)) for logger in range(sockets)]
    began, count = time.perf_counter(), 0
    while count < rate * seconds:
        await asyncio.sleep(max(0, began + count / rate - time.perf_counter()))
        logger = count % sockets
        qn, frame = frames.one(logger, count)
        sent[logger].put_nowait((qn, time.perf_counter()))
        links[logger][1].write(frame)
        count += 1
    end = time.perf_counter() + 30
    while len(waits) < count and time.perf_counter() < end:
        await asyncio.sleep(0.05)
    for ear in ears:
        ear.cancel()
    for _, writer in links:
        writer.close()
    assert len(waits) == count, f"{count} frames sent, {len(waits)} answered"
    return sorted(waits)


# MARK: Deaths


class Deaths:
    """Loggers that go on over the deaths of the gateway."""

    def __init__(self, house, total, frames):
        self.house, self.frames, self.total = house, frames, total
        self.made, self.acknowledged, self.again = 0, {}, 0
        self.done = asyncio.Event()

    async def logger(self, number):
        """Sends while there is something to send; what was not answered goes first when the connection is back."""
        open_frames = collections.OrderedDict()
        while not self.done.is_set():
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", self.house.port)
            except OSError:
                await asyncio.sleep(0.02)
                continue
            try:
                for frame in list(open_frames.values()):
                    self.again += 1
                    writer.write(frame)
                while True:
                    while len(open_frames) < WINDOW and self.made < self.total:
                        qn, frame = self.frames.one(number, self.made)
                        self.made += 1
                        open_frames[qn] = frame
                        writer.write(frame)
                    if not open_frames:
                        break
                    qn = answered(await asyncio.wait_for(reader.readuntil(b"\r\n"), 30))
                    if open_frames.pop(qn, None) is not None:
                        self.acknowledged[qn] = number
                        if len(self.acknowledged) == self.total:
                            self.done.set()
                if self.made >= self.total:
                    return
            except (OSError, asyncio.IncompleteReadError, asyncio.TimeoutError):
                continue
            finally:
                writer.close()

    async def kill(self, kills, chance):
        """At moments spread over the frames; each time the process is started again by hand."""
        marks = sorted(chance.sample(range(1, self.total), kills))
        for mark in marks:
            while len(self.acknowledged) < mark:
                await asyncio.sleep(0.001)
            self.house.process.send_signal(signal.SIGKILL)
            self.house.process.wait()
            await asyncio.to_thread(self.house.start)

    async def run(self, kills, chance):
        killer = asyncio.create_task(self.kill(kills, chance))
        await asyncio.gather(*(self.logger(number) for number in range(SENDERS)))
        await killer


def kept(data):
    """How often each frame stands in the files, by logger and exchange number, read without the program."""
    found = collections.Counter()
    for file in sorted((data / "telemetry").glob("*.seg")):
        text, offset = file.read_bytes(), 0
        while offset + 8 <= len(text):
            length = int.from_bytes(text[offset:offset + 4], "little")
            if offset + 8 + length > len(text):
                break
            body = text[offset + 4:offset + 4 + length]
            if body[0] == FRAME:
                name = int.from_bytes(body[1:3], "little")
                frame = body[11 + name:]
                found[body[3:3 + name].decode(), frame[frame.index(b"QN=") + 3:][:17].decode()] += 1
            offset += 8 + length
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--sockets", type=int, default=3_000)
    parser.add_argument("--rate", type=int, default=100)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--frames", type=int, default=1_000_000)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, 2 * options.sockets + 512)), hard))
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="qianmo-gateway-") as folder:
        data = pathlib.Path(folder) / "house"
        file = pathlib.Path(folder) / "gateway.jsonl"
        file.write_text(scenario(max(options.sockets, SENDERS)), encoding="utf-8")
        qianmo(options.program, "scenario", file, "--data", data)
        house, frames = House(options.program, data), Frames()
        house.start()
        try:
            waits = asyncio.run(load(house, options.sockets, options.rate, options.seconds, frames))
            at = lambda share: 1_000 * waits[min(len(waits) - 1, int(share * len(waits)))]
            print(f"{options.sockets} sockets, {len(waits)} frames at {options.rate} a second: answered 9014, on the disk, after {at(0.5):.1f} ms at the "
                  f"median, {at(0.99):.1f} ms of 99 in 100, {at(1):.1f} ms at most", flush=True)
            before = sum(kept(data).values())
            deaths = Deaths(house, options.frames, frames)
            asyncio.run(deaths.run(options.kills, random.Random(options.seed)))
        finally:
            if house.process.poll() is None:
                house.end()
        found = kept(data)
        lost = [qn for qn, logger in deaths.acknowledged.items() if (number_of(logger), qn) not in found]
        double = [name for name, count in found.items() if count > 1]
        assert not lost, f"{len(lost)} answered frames are in no file: {lost[:3]}"
        assert not double, f"{len(double)} frames are kept twice: {double[:3]}"
        assert len(deaths.acknowledged) == options.frames and sum(found.values()) == before + options.frames
        qianmo(options.program, "verify", "--data", data)
        starts = sorted(house.starts[1:]) or [0]
        print(f"deaths: {options.kills} times kill -9 in {options.frames} frames of {SENDERS} loggers; {deaths.again} sent again; 0 answered frames lost, "
              f"0 kept twice, by another reader of the files; verify good. Taking frames again after {starts[len(starts) // 2]:.1f} s at the median, {starts[-1]:.1f} s at most. "
              f"All in {time.monotonic() - began:.0f} s.")


if __name__ == "__main__":
    main()
