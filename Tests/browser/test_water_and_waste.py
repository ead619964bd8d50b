"""Sewage and waste without script: a facility from its registration to an alarm that is closed, a load from one scale to the other."""

import pytest

from conftest import own_house
from test_deal import PHONE
from test_forms import Clerk

COUNTY, REVIEW = "county-intake", "county-review"


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
    desks = {}

    def sit(name):
        if name not in desks:
            page = enter(name, **PHONE)
            page.set_default_timeout(15_000)
            desks[name] = Clerk(page, house, language)
        return desks[name]

    return sit


def said(language, zh, en):
    return zh if language == "zh" else en


def test_a_facility_is_registered_judged_and_its_alarm_closed(at, language):
    name = said(language, "北河镇污水处理站", "Beihe station")
    desk = at(COUNTY)
    desk.does("/environment/facilities/new", name=name, kind="town", design="900").sees(name)
    facility = desk.page.url.split("?")[0].split("/facilities/")[1].split("/")[0]
    base = f"/environment/facilities/{facility}"
    desk.open(base + "/standard").fill(standard="GB 18918-2002", grade="1B", **{"from": "2024-01-01"})
    desk.send()
    desk.open(base + "/station").fill(mn="Y4000000" + facility[-4:])
    desk.send().sees("Y4000000")
    desk.open(base + "/day").fill(item="COD", volume="700", mean="80", temperature="14")
    desk.send().sees(said(language, "超标", "exceeded"))
    desk.open("/environment/due").sees(name)
    desk.open(base + "/alarms/1/take").send().sees(said(language, "处理中", "being dealt with"))
    desk.open(base + "/alarms/1/close").fill(words=said(language, "曝气机跳闸，已恢复", "aerator tripped, repaired"))
    desk.send().sees(said(language, "已关闭", "closed"))


def test_a_limit_is_adopted_with_its_source(at, language):
    desk = at(COUNTY)
    standard = said(language, "DB14/9001-2026", "DB14/9002-2026")
    desk.does("/environment/limits/new", standard=standard, grade="1", item="COD", highest="35", source=standard)
    desk.open("/environment/limits?q=" + standard).sees(standard, "35")


def test_a_load_is_weighed_at_both_ends_and_the_month_says_so(at, language):
    desk = at(COUNTY).open("/waste").sees("东河镇垃圾转运站")
    plate, gross = said(language, ("川E70001", 9_000), ("川E70002", 9_100))
    desk.open("/waste/tickets/new").fill(
        scale="waste-scale-station", vehicle=plate, to="waste-plant", gross=gross, tare=6_200, **{"from[0]": "waste-station"})
    desk.send().sees(plate, said(language, "还没有进厂", "has not arrived"))
    left = desk.page.url.split("?")[0].split("/tickets/")[1].split("/")[0]
    desk.open("/waste/tickets/new").fill(
        scale="waste-scale-plant", vehicle=plate, to="waste-plant", gross=gross - 10, tare=6_200, departure=left, **{"from[0]": "waste-station"})
    desk.send().sees(said(language, "两头的磅单", "Both ends"))
    arrived = desk.page.url.split("?")[0].split("/tickets/")[1].split("/")[0]
    at(REVIEW).open(f"/waste/tickets/{arrived}/void").fill(reason=said(language, "车号录错", "wrong plate"))
    at(REVIEW).send().sees(said(language, "已作废", "void"))


def test_sites_scales_and_stock_are_kept(at, language):
    name = said(language, "西岭镇转运站", "Xiling station")
    desk = at(COUNTY)
    desk.does("/waste/sites/new", name=name, kind="station").sees(name)
    base = desk.page.url.split("?")[0]
    base = "/waste/sites/" + base.split("/sites/")[1].split("/")[0]
    desk.open(base + "/scale").fill(name=name + " 1")
    desk.send().sees(name + " 1")
    desk.page.locator("main a", has_text=said(language, "登记检定", "Enter a verification")).first.click()
    desk.look().fill(until="2028-12-31", certificate="J-2028-1")
    desk.send().sees("2028")
    desk.open(base + "/stock").fill(kilograms=1_900)
    desk.send().sees("1.90")
