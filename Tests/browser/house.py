"""A served house with the demo county in it, and the people one can be there."""

import fcntl
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

# Monday, 2 March 2026, 09:30 in Shanghai: the county of the tests lives there whenever the tests run.
BEGINNING = 1_772_415_000_000

ROOT = pathlib.Path(__file__).resolve().parents[2]


def program():
    """The newest built program, or what QIANMO_BIN names; None when there is none."""
    named = os.environ.get("QIANMO_BIN")
    built = [ROOT / ".build" / kind / "qianmo" for kind in ("release", "debug")]
    found = [pathlib.Path(named)] if named else [path for path in built if path.exists()]
    return max(found, key=lambda path: path.stat().st_mtime) if found else None


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def seed(binary, folder):
    (folder / "demo").write_text(f"{BEGINNING}\n")
    subprocess.run([binary, "seed", "demo", "--small", "--data", folder], check=True, timeout=600)


def county(binary, kept):
    """The folder in `kept` with a demo county that nobody has served yet: made once for all workers of a run."""
    made, begun = kept / "county", kept / "begun"
    with (kept / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            begun.mkdir()
            seed(binary, begun)
            begun.rename(made)
    return made


class House:
    """`qianmo serve` on a free port with a practice clock, and everything it prints kept in a file."""

    def __init__(self, binary, data):
        self.binary, self.data, self.port, self.gateway = binary, data, free_port(), free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.output = data / "serve.log"
        self.process = None

    def start(self, *more):
        if kept := os.environ.get("QIANMO_BROWSER_COUNTY"):
            shutil.copytree(county(self.binary, pathlib.Path(kept)), self.data, dirs_exist_ok=True)
        else:
            seed(self.binary, self.data)
        return self.serve(BEGINNING, more=more)

    def serve(self, at=None, seconds=60, more=()):
        """Serves what is there; `at`: what the house's clock says then, in milliseconds, otherwise it just goes on; `more`: other options."""
        if at is not None:
            (self.data / "practice-clock").write_text(f"{at - time.time_ns() // 1_000_000}\n")
        self.process = subprocess.Popen(
            [self.binary, "serve", "--data", self.data, "--port", str(self.port), "--demo", "--practice",
             "--gateway-port", str(self.gateway), *more],
            stdout=self.output.open("ab"), stderr=subprocess.STDOUT)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise RuntimeError(f"serve ended with {self.process.returncode}: {self.printed()[-2000:]}")
            try:
                urllib.request.urlopen(self.url, timeout=5).close()
                return self
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.1)
        raise RuntimeError(f"nobody answers at {self.url}: {self.printed()[-2000:]}")

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def printed(self):
        return self.output.read_text(errors="replace")


def staff(page, house):
    """Name → (password, code) as the demo's sign-in page tells them; the code is good for half a minute."""
    page.goto(f"{house.url}/sign-in?lang=en")
    people = {}
    for row in page.locator("main table tbody tr").all():
        cells = [text.strip() for text in row.locator("th, td").all_text_contents()]
        people[cells[0]] = (cells[1].split()[-1], cells[2].split()[-1])
    return people


def phones(page, house):
    """Name → phone number of those who sign in by phone."""
    page.goto(f"{house.url}/sign-in/phone?lang=en")
    people = {}
    for row in page.locator("main table tbody tr").all():
        cells = [text.strip() for text in row.locator("th, td").all_inner_texts()]
        people[cells[0]] = cells[1].split()[-1]
    return people


def sign_in_staff(page, house, name):
    password, code = staff(page, house)[name]
    page.fill("[name=name]", name)
    page.fill("[name=password]", password)
    page.fill("[name=code]", code)
    # A password is hashed behind everything else that the machine has to do.
    page.click("main form button", timeout=120_000)
    assert page.locator(".who .person").count() == 1, f"{name} is not signed in: {page.locator('main').inner_text()[:500]}"


def sign_in_phone(page, house, name):
    number = phones(page, house)[name]
    already = len(house.printed())
    page.fill("[name=phone]", number)
    page.click("main form button")
    code = wait_for_code(house, already)
    page.fill("[name=code]", code)
    page.click("main form button")
    assert page.locator(".who .person").count() == 1, f"{name} is not signed in: {page.locator('main').inner_text()[:500]}"


def wait_for_code(house, already, seconds=10):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        # The demo's own line; request numbers in the log have digits too.
        found = re.findall(r"(?:验证码：|code for the phone ending in \d+: )(\d{6})", house.printed()[already:])
        if found:
            return found[-1]
        time.sleep(0.05)
    raise AssertionError("the demo printed no code")
