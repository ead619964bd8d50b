"""People who go to work together or not at all, without script: entered, seated, one says no to an offer, one leaves."""

import pytest

from conftest import own_house
from test_deal import PHONE
from test_forms import Clerk
from test_subsidy import follow, here

STATION = "shiqiao-station"


@pytest.fixture(scope="module")
def house():
    with own_house() as house:
        yield house.start()


@pytest.fixture(scope="module")
def sessions():
    return {}


@pytest.fixture
def at(enter, house):
    def sit(name):
        page = enter(name, **PHONE)
        page.set_default_timeout(15_000)
        return Clerk(page, house, "zh")

    return sit


def test_a_crew_is_entered_goes_whole_and_parts(at):
    desk = at(STATION)
    desk.open("/labour/workers/kerb-1/seek").send()
    desk.open("/labour/orders/ditch-2/repeat").send()
    order = here(desk).split("/")[-1]
    follow(desk.open("/labour/seeking"), "/labour/crews/new")
    desk.page.locator('main [name="leader"][value="kerb-8"], main [name="leader"]').first.evaluate(
        "c => c.tagName === 'SELECT' ? (c.value = 'kerb-8') : document.querySelector('[name=leader][value=kerb-8]').click()")
    desk.page.locator('main [value="kerb-1"][type="checkbox"]').check()
    desk.page.locator('main [name="consent"]').check()
    desk.send().sees("2 人", "领头人", "孙*义")
    crew = here(desk)
    # Alone she goes nowhere any more.
    desk.open(f"/labour/workers/kerb-1/orders/{order}/take")
    desk.page.click("main form:not(.search) button >> nth=0")
    desk.sees("要去一起去")
    desk.page.complaints.clear()
    follow(desk.open(crew), f"/orders/{order}/take").send()
    desk.open(f"/labour/orders/{order}").sees("王*英", "孙*义", "已应约", "退出")
    follow(desk.open("/labour/workers/kerb-1").sees("结伴"), "/leave").send()
    desk.open(crew).sees("已散伙")


def test_an_offer_is_answered_with_no(at):
    desk = at(STATION)
    desk.open("/labour/workers/kerb-2/seek").send()
    desk.does("/labour/halls/new", place="p140498101")
    follow(desk.open("/labour/rounds"), "/run").send()
    desk.open("/labour/workers/kerb-2").sees("等您答复")
    follow(desk, "/decline").send()
    desk.open("/labour/workers/kerb-2").sees("没去")


def test_a_pay_ledger_is_taken_along_and_a_slip_given(at):
    desk = at(STATION).open("/labour/employers/orchard")
    follow(desk, "/wages").sees("应发", "扣款", "160.00", "王*英")
    desk.open("/labour/workers/kerb-1")
    follow(desk, "/orders/apples-1/workers/kerb-1/slip").sees("果香园", "160.00", "工资付给本人")
