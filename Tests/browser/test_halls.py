"""The hall of the morning without script: opened with its times, a round held now and proved, a worker's certificate, closed."""

import pytest

from conftest import own_house
from test_deal import DESK, PHONE
from test_forms import Clerk
from test_subsidy import follow, here, said

STATION = "shiqiao-station"


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


def test_a_hall_opens_holds_a_round_and_closes(at, language):
    desk = at(STATION).open("/labour")
    follow(desk, "/labour/rounds")
    follow(desk, "/labour/halls/new")
    desk.does(here(desk), place="p140498101").sees("05:15 05:45 06:15 18:00")
    follow(desk, "/run").send()
    # One free seat on the ditch, and one person who stands there for work; the second round finds neither.
    desk.open("/labour/rounds").page.locator('main a[href^="/labour/rounds/"]').first.click()
    desk.look().sees(said(language, "清理田间路边沟", "0 of 0 free seats"))
    desk.sees(said(language, "可以这样告诉本人", "What to tell the person"))
    entry = desk.page.locator('main a[href^="/log/"]').first.get_attribute("href")
    desk.open(entry).sees("石桥镇产权流转服务站")
    # Nothing came free since, and it says so.
    follow(desk.open("/labour/rounds"), "/fill")
    desk.page.click("main form:not(.search) button >> nth=0")
    assert said(language, "没有空岗适合", "No seat that came free fits") in desk.page.locator(".callout.refusal").inner_text()
    desk.page.complaints.clear()
    follow(desk.open("/labour/rounds"), "/close").send()
    desk.open("/labour/rounds").sees(said(language, "已关", "Closed"))
    assert desk.page.locator('main a[href$="/run"]').count() == 0


def test_a_workers_certificate_is_entered(at, language):
    worker = said(language, "kerb-1", "kerb-2")
    desk = at(STATION).open(f"/labour/workers/{worker}")
    follow(desk, "/certificate").does(here(desk), until="2027-06-30", paper=said(language, "高处作业证", "work at height"))
    assert here(desk) == f"/labour/workers/{worker}"
