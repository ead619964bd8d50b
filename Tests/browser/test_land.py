"""Land without script: the map of a village, a parcel entered from a survey's table, cut, put together and drawn anew; what
found land costs, who owes whom, and what was counted."""

import pytest

from conftest import own_house
from test_deal import DESK, PHONE
from test_forms import Clerk
from test_modes import choose_newest, resolved

CLERK, STATION = "dongpo-clerk", "shiqiao-station"
VILLAGE, BODY = "p140498101201", "dongpo-collective"


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


def said(language, zh, en):
    return zh if language == "zh" else en


def here(desk):
    return desk.page.url.removeprefix(desk.house.url).split("?")[0]


def table(west, south, width, height):
    """Corners as a survey prints them: the north first, the zone before the east; metres."""
    corners = [(west, south), (west + width, south), (west + width, south + height), (west, south + height)]
    return "\n".join(f"{4_040_000 + north:.2f} {38_440_000 + east:.2f}" for east, north in corners)


def test_a_parcel_is_entered_cut_put_together_and_drawn_anew(at, language):
    desk = at(CLERK)
    west = said(language, 0, 500)
    number = said(language, "DP-900", "DP-950")
    desk.does(
        "/register/parcel", owner=BODY, division=VILLAGE, number=number, name="机井旁", outline=table(west, 0, 100, 80),
        contractArea="9")
    whole = here(desk)
    desk.sees(number, "12", said(language, "图形比合同多 3 亩", "3 mu more than the contract"))
    desk.open(whole + "/split?from=1.5&to=3.5").fill(reason="两户各一半")
    desk.send().sees(said(language, "已拆分、合并或注销", "Split, merged or retired on"))
    desk.page.locator(f'main a:text-is("{number}-1")').first.click()
    desk.look()
    part = here(desk)
    desk.does(part + "/merge", number=number, name="机井旁", reason="又连成一片")
    merged = here(desk)
    assert merged not in (whole, part)
    desk.sees("12")
    desk.does(merged + "/redraw", outline=table(west, 0, 90, 80), reason="重新测绘").sees("10.8")
    desk.page.locator("main table a").last.click()
    desk.look()
    desk.open(f"/places/{VILLAGE}/land").sees(number, said(language, "没有资产卡", "Without a card"))
    desk.open(f"/places/{VILLAGE}/land?on=2020-01-01")


def test_a_household_is_billed_for_found_land_and_pays(at, language):
    desk = at(CLERK)
    household = said(language, "h07", "h08")
    desk.does(
        "/register/land-bill", organisation=BODY, household=household, category="旱地", found="0.8001", guidePriceFen="150",
        priceBasis="县指导价表", months=12)
    desk.sees("120.02", "84.01")
    desk.does(here(desk) + "/pay", reference=said(language, "S-77", "S-78"), paidOn=desk_day(desk)).sees("84.01")
    desk.open(f"/places/{VILLAGE}/charges").sees(household)


def desk_day(desk):
    """Today, as a form proposes it."""
    desk.open(here(desk) + "/pay")
    return desk.page.locator('main form [name="paidOn"]').input_value()


def owed(desk, side, party, amount):
    desk.does(
        "/register/claim", organisation=BODY, side=side, party=party, kind="rent", amountFen=amount, arose="2025-01-01",
        due="2025-12-31", proof="contract")
    return here(desk)


def test_a_claim_is_acknowledged_paid_set_off_and_waived(at, language):
    desk = at(CLERK)
    party = said(language, "h11", "h12")
    claim = owed(desk, "claim", party, "12500")
    debt = owed(desk, "debt", party, "4000")
    desk.open(claim + "/acknowledge").fill(paper=party)
    desk.send()
    desk.does(claim + "/pay", amountFen="500", reference=said(language, "R-1", "R-2")).sees("12,000.00")
    desk.does(claim + "/setoff").sees("8,000.00", said(language, "抵顶", "Set off"))
    desk.open(debt).sees(said(language, "已了结", "Settled"))
    desk.open(f"/places/{VILLAGE}/claims").sees(party, "8,000.00")
    # A resolution is used once: the form offers the one of this claim alone.
    resolved(at, said(language, "2026-02-26", "2026-02-27"))
    above = at(STATION)
    choose_newest(above.open(claim + "/waive").fill(review=party + "审核"))
    above.send().sees(said(language, "核销", "Waived"))


def test_a_census_says_what_the_collective_owns_before_and_after(at, language):
    desk = at(CLERK)
    day = said(language, "2024-12-31", "2023-12-31")
    desk.does("/register/census", organisation=BODY, asOf=day)
    census = here(desk)
    desk.does(census + "/count", item="机井", category="fixedAssets", bookFen="0", countedFen="16000", reason="neverBooked")
    desk.sees("16,000.00")
    resolved(at, said(language, "2026-02-24", "2026-02-25"))
    choose_newest(desk.open(census + "/confirm"))
    desk.send()
    desk.open(f"/places/{VILLAGE}/census").sees("东坡村")
