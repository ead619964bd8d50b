"""One browser and one served demo county for the whole run."""

import pathlib
import tempfile

import pytest

import house as houses

try:
    from playwright.sync_api import sync_playwright
except ImportError:
    sync_playwright = None

CHROMIUM = pathlib.Path("/usr/bin/chromium")


@pytest.fixture(scope="session")
def browser():
    if sync_playwright is None:
        pytest.skip("playwright is not installed (pip install -r Tests/browser/requirements.txt)")
    if not CHROMIUM.exists():
        pytest.skip("chromium is not installed (apt install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def house():
    binary = houses.program()
    if binary is None:
        pytest.skip("the program is not built (swift build)")
    with tempfile.TemporaryDirectory(prefix="qianmo-browser-") as folder:
        house = houses.House(binary, pathlib.Path(folder))
        try:
            yield house.start()
        finally:
            house.stop()


@pytest.fixture
def reader(browser):
    """A page in a browser of somebody's own, with JavaScript off, that keeps what the console complains about."""
    contexts = []

    def open_page(width=390, height=844, javascript=False, locale="zh-CN"):
        context = browser.new_context(
            java_script_enabled=javascript, viewport={"width": width, "height": height}, locale=locale)
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: message.type == "error" and page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        return page

    yield open_page
    for context in contexts:
        context.close()
