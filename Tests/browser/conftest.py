"""One browser, one served demo county and one sign-in per person for each worker of the run."""

import contextlib
import json
import os
import pathlib
import tempfile
from urllib.parse import urlsplit

import pytest

import house as houses

try:
    from playwright.sync_api import sync_playwright
except ImportError:
    sync_playwright = None

# The shell without the browser's own window: half the time of the whole browser for the same pages.
CHROMIUM = pathlib.Path("/usr/bin/chromium-headless-shell")

# The addresses that anybody has opened in this process, and those that a form was sent to.
VISITED, SENT = set(), set()

# The tests of a file share what was done before them; those of these files stand alone and go to whichever worker is free.
ALONE = {"test_pages.py", "test_axe.py"}


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """A file to a worker, but each test of those that stand alone by itself."""
    from xdist.scheduler import LoadFileScheduling

    class ByFile(LoadFileScheduling):
        def _split_scope(self, nodeid):
            file = super()._split_scope(nodeid)
            return nodeid if file in ALONE else file

    return ByFile(config, log)


def pytest_configure(config):
    """Whoever begins the run says where its county is kept; the workers find it in what they inherit."""
    if "QIANMO_BROWSER_COUNTY" not in os.environ:
        config.county = tempfile.TemporaryDirectory(prefix="qianmo-county-")
        os.environ["QIANMO_BROWSER_COUNTY"] = config.county.name


def pytest_unconfigure(config):
    if county := getattr(config, "county", None):
        county.cleanup()


def pytest_sessionfinish():
    """Leaves what was opened and sent where `test_whole.py` reads it, when `browser.sh` asks for it."""
    if folder := os.environ.get("QIANMO_BROWSER_SEEN"):
        file = pathlib.Path(folder) / f"{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}.json"
        file.write_text(json.dumps({"visited": sorted(VISITED), "sent": sorted(SENT)}))


@pytest.fixture(scope="session")
def browser():
    if sync_playwright is None:
        pytest.skip("playwright is not installed (pip install -r Tests/browser/requirements.txt)")
    if not CHROMIUM.exists():
        pytest.skip("the browser is not installed (apt install chromium-headless-shell)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@contextlib.contextmanager
def own_house():
    """A demo county in a folder of its own, not yet served; stopped when it is let go of."""
    binary = houses.program()
    if binary is None:
        pytest.skip("the program is not built (swift build)")
    with tempfile.TemporaryDirectory(prefix="qianmo-browser-") as folder:
        house = houses.House(binary, pathlib.Path(folder))
        try:
            yield house
        finally:
            house.stop()


@pytest.fixture(scope="session")
def house():
    with own_house() as house:
        yield house.start()


@pytest.fixture(scope="session")
def sessions():
    """Name → cookies of somebody who has signed in."""
    return {}


@pytest.fixture
def reader(browser):
    """A page in a browser of somebody's own, with JavaScript off, that keeps what the console complains about."""
    contexts = []

    def open_page(width=390, height=844, javascript=False, locale="zh-CN", state=None):
        context = browser.new_context(
            java_script_enabled=javascript, viewport={"width": width, "height": height}, locale=locale,
            storage_state=state)
        contexts.append(context)
        context.set_default_timeout(90_000)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: message.type == "error" and page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        # What only sends the reader on was opened, too.
        page.on("request", lambda sent: (SENT if sent.method == "POST" else VISITED).add(urlsplit(sent.url).path))
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def enter(reader, house, sessions):
    """`enter(name)`: a page of somebody signed in; each signs in once in the run, with what the demo tells."""

    def open_page(name, **settings):
        page = reader(**settings, state=sessions.get(name))
        if name not in sessions:
            if name in houses.phones(page, house):
                houses.sign_in_phone(page, house, name)
            else:
                houses.sign_in_staff(page, house, name)
            sessions[name] = page.context.storage_state()
        return page

    return open_page
