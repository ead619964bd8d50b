"""The forms of the younger rooms that their own walks have no use for, each sent by the one whose form it is: at the
township in Chinese on a phone, and once more in English at a desk."""

import pytest

from conftest import own_house
from test_deal import DESK, PHONE
from test_forms import Clerk
from test_market import identity
from test_modes import choose_newest, resolved

STATION, COUNTY, SUPERVISOR, ACCOUNTANT = "shiqiao-station", "county-intake", "county-supervisor", "dongpo-accountant"


@pytest.fixture(scope="module")
def house():
    with own_house() as house:
        yield house.start()


@pytest.fixture(scope="module")
def sessions():
    return {}


@pytest.fixture
def at(enter, house):
    def sit(name, language="zh"):
        page = enter(name, **(PHONE if language == "zh" else DESK))
        page.set_default_timeout(20_000)
        return Clerk(page, house, language)

    return sit


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_employer_from_the_register_to_the_block(at, language):
    desk = at(STATION, language)
    name = {"zh": "青石砖厂", "en": "Qingshi brickworks"}[language]
    desk.does("/labour/employers/new", kind="individual", publicName=name, phone="13800001111", place="p140498101")
    employer = desk.page.url.removeprefix(desk.house.url).split("?")[0]
    desk.sees(name)
    desk.does(f"{employer}/verify", paper="营业执照")
    desk.does(
        f"{employer}/order", work="搬砖", address="石桥镇砖厂", conditions="露天", seats=2, rateFen="150", insurance="accident")
    order = desk.page.url.removeprefix(desk.house.url).split("?")[0]
    desk.does(f"{order}/seats", seats=3)
    desk.does(f"{order}/cancel", reason="下雨")
    above = at(SUPERVISOR, language)
    above.does(f"{employer}/block", paper="责令整改通知")
    above.does(f"{employer}/unblock", paper="整改完成")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_workers_day_to_the_money(at, language):
    desk = at(STATION, language)
    number = {"zh": "14049819700303307", "en": "14049819700303317"}[language]
    desk.open("/labour/workers/new").fill(name="周改香", identityNumber=identity(number))
    desk.page.locator('main form [name="consent"]').check()
    desk.send()
    worker = desk.page.url.removeprefix(desk.house.url).split("?")[0]
    desk.does(f"{worker}/seek")
    desk.open(f"{worker}/conditions").fill(reserveFen=150, reach="township").send()
    assert desk.open(f"{worker}/conditions").page.input_value("[name=reserveFen]").startswith("150")
    who = worker.split("/")[-1]
    desk.does(f"{worker}/orders/ditch-2/take")
    desk.does(f"/labour/orders/ditch-2/workers/{who}/giveup")
    for path in ("/labour/seeking", "/labour", "/labour/orders/ditch-2", "/labour/statistics"):
        desk.open(path)


def test_who_came_and_who_did_not(at):
    desk = at(STATION)
    order = "/labour/orders/ditch-2/workers"
    for _ in range(60):  # the clock goes on to tomorrow morning, seven o'clock
        desk.open(f"{order}/kerb-6/checkin")
        desk.page.click("main form:not(.search) button >> nth=0")
        if desk.page.locator(".callout.refusal").count() == 0:
            break
        desk.page.complaints.clear()
        desk.open("/practice").send()
    desk.does(f"{order}/kerb-6/hours", minutes=480)
    desk.does(f"{order}/kerb-6/pay", amountFen="142.22", method="bank", reference="B-77")
    for _ in range(60):
        desk.open(f"{order}/kerb-7/noshow")
        desk.page.click("main form:not(.search) button >> nth=0")
        if desk.page.locator(".callout.refusal").count() == 0:
            return
        desk.page.complaints.clear()
        desk.open("/practice").send()
    raise AssertionError("a no-show is never recorded")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_pages_of_the_water_and_of_the_sums(at, language):
    desk = at(COUNTY, language).open("/environment").open("/environment/due").open("/environment/limits")
    desk.open("/environment").page.locator("main tbody th a").first.click()
    desk.look()
    at(SUPERVISOR, language).open("/labour/arrears")
    for path in ("/statistics/consolidated", "/statistics/income-bands", "/places/p140498101201/cleanup", "/lots/dongpo-lot/flags", "/oversight", "/oversight/rules"):
        desk.open(path)


def test_a_contract_is_changed_by_a_supplementary_agreement(at):
    # The one the field was let by is used, and not offered again.
    resolved(at, "2026-02-20")
    county = at(COUNTY)
    county.open("/contracts/dongpo-contract").click("登记补充协议").sees("村东水浇地", "刘")
    county.fill(**{"from": "2027-02-02", "schedule.annualFen": "40000", "paper": "补充协议"})
    assert county.page.locator('main form [name="resolution"][value="dongpo-resolution"]').count() == 0
    choose_newest(county)
    county.send().sees("补充协议 1", "¥40,000.00")
    at(COUNTY, "en").open("/contracts/dongpo-contract").sees("Agreement 1", "¥40,000.00")
