"""Whom the clerk calls: for people without a telephone for messages, or who do not answer. The sentence, yes and no, told."""

import pytest

from conftest import own_house
from test_deal import DESK, PHONE
from test_forms import Clerk
from test_market import identity
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


def test_who_has_a_seat_of_an_order_that_is_taken_back_is_called_and_told(at, language):
    desk = at(STATION)
    desk.open("/labour/workers/new").fill(
        name=said(language, "马秋菊", "马冬菊"), identityNumber=identity(said(language, "14049819700303407", "14049819700303417")),
        phone=said(language, "137-0000-2221", "137-0000-2223"))
    desk.page.locator('main form [name="consent"]').check()
    desk.send()
    worker = here(desk)
    desk.does(
        "/labour/employers/dongpo-works/order", work=said(language, "剪枝", "Pruning"), address="石桥镇果园", conditions="露天",
        seats=2, rateFen="150", insurance="accident")
    order = here(desk)
    desk.does(f"{worker}/orders/{order.split('/')[-1]}/take")
    desk.does(f"{order}/cancel", reason="下雨")
    follow(desk.open("/labour"), "/labour/calls")
    desk.sees("马*菊", said(language, "137-0000-2221", "137-0000-2223"), said(language, "取消了，不用去了", "do not set out"))
    desk.sees(said(language, "没有发短信", "No message was sent"))
    who = worker.split("/")[-1]
    desk.open(f"/labour{order.removeprefix('/labour')}/workers/{who}/tell/cancelled").send()
    assert desk.open("/labour/calls").page.locator(f'main a[href*="{who}"]').count() == 0


def test_whom_a_round_asked_is_on_the_list_until_she_answers(at, language):
    desk = at(STATION)
    desk.does("/labour/halls/new", place="p140498101") if language == "zh" else None
    desk.open("/labour/workers/new").fill(
        name=said(language, "牛秋菊", "牛冬菊"), identityNumber=identity(said(language, "14049819700303507", "14049819700303517")))
    desk.page.locator('main form [name="consent"]').check()
    desk.send()
    worker = here(desk)
    desk.does(f"{worker}/seek")
    desk.does(
        "/labour/employers/dongpo-works/order", work=said(language, "疏果", "Thinning"), address="石桥镇果园", conditions="露天",
        seats=9, rateFen="160", insurance="accident")
    follow(desk.open("/labour/rounds"), "/run").send()
    who = worker.split("/")[-1]
    desk.open("/labour/calls").sees("牛*菊", said(language, "您去不去", "Do you go?"), said(language, "没有登记电话", "No number is known"))
    desk.page.locator(f'main a[href*="{who}"][href$="/take"]').first.click()
    desk.look().send().sees(said(language, "已应约", "Accepted"))
    assert desk.open("/labour/calls").page.locator(f'main a[href*="{who}"]').count() == 0
