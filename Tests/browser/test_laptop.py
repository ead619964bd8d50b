"""An auction without a network, from both sides: the county's page, and the laptop's program in the browser it opens."""

import contextlib
import re
import subprocess
import tempfile

import pytest

import house as houses
from test_deal import DESK, PHONE
from test_forms import Clerk

STATION = "shiqiao-station"
WORDS = {"zh": {"empty": "还没有装入标的", "not now": "现在不交乡镇站"},
         "en": {"empty": "None yet", "not now": "does not go to a laptop now"}}


@contextlib.contextmanager
def laptop():
    """The laptop's program with a new folder: the address that it would open the browser with."""
    with tempfile.TemporaryDirectory(prefix="qianmo-laptop-") as folder:
        process = subprocess.Popen(
            [houses.program(), "station", "start", "--no-browser", "--port", "0", "--data", folder],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            yield re.search(r"http://\S+", process.stdout.readline())[0]
        finally:
            process.kill()
            process.wait()


class Laptop:
    """What `Clerk` asks of a house."""

    def __init__(self, address):
        self.url = address.partition("/laptop")[0]


def taken(clerk, name):
    with clerk.page.expect_download() as download:
        clerk.page.locator(f'main a[href$="{name}"]').first.click()
    return open(download.value.path(), "rb").read()


@pytest.mark.parametrize(("language", "size"), [("zh", PHONE), ("en", DESK)], ids=["zh-390", "en-1280"])
def test_the_laptops_page_and_the_countys(enter, reader, house, language, size):
    """The whole way, with a lot that waits for its opening, is `LaptopTests.byPages`."""
    say = WORDS[language]
    with laptop() as address:
        alone = Clerk(reader(**size), Laptop(address), language)
        alone.page.goto(address)
        alone.open(f"/laptop?lang={language}").sees(say["empty"])
        assert taken(alone, "/key").startswith(b"qianmo.local/log+")
        alone.page.set_input_files(
            'main form [name="file"]', {"name": "pack.json", "mimeType": "text/plain", "buffer": b'{"pack":{}}'})
        alone.page.click("main form:not(.search) button >> nth=0")
        assert "3152" in alone.page.locator(".callout.refusal").inner_text()
        alone.page.complaints.clear()
        alone.look()
    desk = Clerk(enter(STATION, **size), house, language)
    lots = desk.open(f"/lots?lang={language}").page.locator('main a[href^="/lots/"]')
    hrefs = [lots.nth(n).get_attribute("href") for n in range(lots.count())]
    # Those of other townships are not this desk's.
    lot = next(h for h in hrefs if re.fullmatch(r"/lots/[a-z0-9-]+", h)
               and desk.page.request.get(f"{house.url}{h}/laptop").status == 200)
    desk.open(f"{lot}/laptop").sees(say["not now"])
