"""Wages by the bank: an account in the worker's own name, one file of an order, what the bank paid and what it sent back."""

import pytest

from conftest import own_house
from test_deal import DESK, PHONE
from test_forms import Clerk
from test_market import identity
from test_subsidy import follow, here, said

STATION, COUNTY = "shiqiao-station", "county-intake"


@pytest.fixture(scope="module")
def house():
    with own_house() as house:
        yield house.start()


@pytest.fixture(scope="module")
def sessions():
    return {}


@pytest.fixture(params=["zh", "en"])
def language(request):
    return request.param


@pytest.fixture
def at(enter, house, language):
    def sit(name):
        page = enter(name, **(PHONE if language == "zh" else DESK))
        page.set_default_timeout(15_000)
        return Clerk(page, house, language)

    return sit


def test_what_is_owed_goes_to_the_bank_in_one_file(at, language):
    desk = at(STATION)
    name, number = said(language, ("冯秋菊", "6228480000002221"), ("冯冬菊", "6228480000002223"))
    desk.open("/labour/workers/new").fill(
        name=name, identityNumber=identity(said(language, "14049819700303607", "14049819700303617")))
    desk.page.locator('main form [name="consent"]').check()
    desk.send()
    worker = here(desk)
    # An account in a foreman's name is none of hers.
    desk.open(f"{worker}/account").fill(holder="工头", bank="信用社", number=number)
    desk.page.click("main form:not(.search) button >> nth=0")
    assert said(language, "不能由工头", "not to a foreman") in desk.page.locator(".callout.refusal").inner_text()
    desk.page.complaints.clear()
    desk.does(f"{worker}/account", holder=name, bank="信用社", number=number).sees(f"•••• {number[-4:]}")
    assert number not in desk.page.content()
    # An order that is taken back when she has set out is owed for; the house’s morning is that of 2 March, ten o’clock.
    desk.does(
        "/labour/employers/dongpo-works/order", work=said(language, "套袋", "Bagging"), address="石桥镇果园", conditions="露天",
        start="2026-03-02T11:00", end="2026-03-02T19:00", seats=1, rateFen="160", insurance="accident")
    order = here(desk)
    desk.does(f"{worker}/orders/{order.split('/')[-1]}/take")
    desk.does(f"{order}/cancel", reason="下雨")
    follow(desk.open(order), "/files")
    follow(desk, "/files/new").send().sees("40.00", said(language, "等银行付款", "With the bank"))
    file = desk.page.request.get(f"{desk.house.url}{order}/files/1/bank.csv")
    assert file.ok and number in file.text() and name in file.text() and "40.00" in file.text()
    desk.open(f"{order}/files/new")
    desk.page.click("main form:not(.search) button >> nth=0")
    assert desk.page.locator(".callout.refusal").count() == 1
    desk.page.complaints.clear()
    desk.open(f"{order}/files/1/settle").fill(reference=said(language, "F-1", "F-2"))
    if language == "en":
        desk.page.locator('main form [name="returned"], main form [name^="returned["]').first.check()
    desk.send().sees(said(language, "已付", "Sent back"))
    assert not desk.page.request.get(f"{desk.house.url}{order}/files/1/bank.csv").ok


def test_a_case_is_read_taken_along_and_handed_over(at, language):
    desk = at(COUNTY).open("/labour/arrears")
    desk.page.locator('main a[href$="/case"]').first.click()
    desk.look().sees(said(language, "确认工时", "minutes confirmed"), "¥160.00", said(language, "日志条目", "Entry of the log"))
    case = here(desk)
    pack = desk.page.request.get(f"{desk.house.url}{case}.tar")
    assert pack.ok and b".tlog-proof" in pack.body() and b"entries.csv" in pack.body()
    desk.open(desk.page.locator('main a[href^="/log/"]').last.get_attribute("href"))
    if language == "zh":
        follow(desk.open(case), "/next").fill(paper="移交函〔2026〕3号")
        desk.send().sees("移交函〔2026〕3号")
    else:
        desk.open(case).sees("移交函〔2026〕3号")
