"""The hall of a running auction with script on: who watches sees each bid without asking for the page again."""

import re

import pytest
from playwright.sync_api import expect

import house as houses
from conftest import own_house

LOT = "/lots/xiyao-lot"
# The demo's auction goes on for a day; two minutes before its end every new best bid moves the end (180 s).
NEAR_THE_END = houses.BEGINNING + 86_400_000 - 120_000
SLOW = 30_000


@pytest.fixture(scope="module")
def house():
    with own_house() as house:
        house.start().stop()
        yield house.serve(NEAR_THE_END)


@pytest.fixture(scope="module")
def sessions():
    return {}


@pytest.fixture
def hall(reader, enter, house):
    return Hall(reader, enter, house)


class Hall:
    def __init__(self, reader, enter, house):
        self.reader, self.enter, self.house = reader, enter, house

    def watch(self, page, language):
        """Opens the hall and marks the document, so that a page asked for anew would be found out."""
        page.goto(f"{self.house.url}{LOT}?lang={language}")
        page.evaluate("window.mark = 'still here'")
        return page

    def bid(self, who):
        """Bids the least that counts, by a form without script; the price as pages write it."""
        page = self.enter(who)
        page.goto(f"{self.house.url}{LOT}/bid?lang=en")
        page.click("main form button >> nth=0")
        assert page.locator(".callout.refusal, .field.wrong").count() == 0, page.locator("main").inner_text()
        return re.search(r"¥[\d,.]+", page.locator(".answer").first.inner_text())[0]

    @staticmethod
    def shows(page, *words):
        for word in words:
            expect(page.locator("main")).to_contain_text(word, timeout=SLOW)
        assert page.evaluate("window.mark") == "still here", "the page was loaded anew"

    @staticmethod
    def end(page):
        return int(page.locator("main [data-end]").first.get_attribute("data-end"))


def test_a_bid_appears_by_itself_and_moves_the_end(hall):
    public = hall.watch(hall.reader(javascript=True), "zh")
    liu = hall.watch(hall.enter("bidder-liu-account", width=1280, height=900, javascript=True), "en")
    hall.bid("bidder-zhao-account")
    price = hall.bid("bidder-liu-account")
    hall.shows(public, price)
    hall.shows(liu, price, "lead")
    before = hall.end(public)
    # The end is told to the second: a bid a second later moves it visibly.
    public.wait_for_timeout(1_100)
    price = hall.bid("bidder-zhao-account")
    hall.shows(public, price, "号")
    hall.shows(liu, price, "are outbid")
    assert hall.end(public) > before, "the end has moved, and the page has not"
    assert "刘桂兰" not in public.content() and "赵春生" not in public.content()
    assert public.complaints == [] and liu.complaints == []


def test_a_page_whose_line_was_cut_catches_up(hall):
    public = hall.watch(hall.reader(javascript=True), "zh")
    price = hall.bid("bidder-liu-account")
    hall.shows(public, price)
    hall.house.stop()
    hall.house.serve()
    # Bids while nobody was listening: only the newest page can show them all.
    hall.bid("bidder-zhao-account")
    price = hall.bid("bidder-liu-account")
    hall.shows(public, price)
    price = hall.bid("bidder-zhao-account")
    hall.shows(public, price)
    rows = public.locator("main table tbody tr").count()
    fresh = hall.watch(hall.reader(javascript=True), "zh")
    assert rows == fresh.locator("main table tbody tr").count(), "a bid is missing or stands there twice"
    said = [line for line in public.complaints if "ERR_CONNECTION" not in line and "ERR_INCOMPLETE" not in line]
    assert said == [], said


def test_a_phone_without_event_streams_asks_again(hall):
    page = hall.reader(javascript=True)
    page.add_init_script("delete window.EventSource")
    hall.watch(page, "zh")
    price = hall.bid("bidder-liu-account")
    hall.shows(page, price)
    assert page.complaints == []


def test_a_slow_phone_keeps_up(hall):
    page = hall.reader(javascript=True, width=390)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": 6})
    devtools.send("Network.enable")
    devtools.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 300, "downloadThroughput": 50_000, "uploadThroughput": 20_000})
    hall.watch(page, "zh")
    for who in ("bidder-zhao-account", "bidder-liu-account", "bidder-zhao-account"):
        price = hall.bid(who)
    hall.shows(page, price)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.complaints == []
