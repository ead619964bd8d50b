"""Lots in every other mode than the open auction, and lots nobody wanted, each driven by its forms without script."""

import re

import pytest

from conftest import own_house
from test_deal import DESK, PHONE
from test_forms import CLERK, DIGEST, LIU, RELEASE, REVIEW, STATION, VILLAGE, ZHAO, Clerk
from test_subsidy import follow, here, said

COOP = "bidder-coop-account"


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


def resolved(at, day):
    """The village's assembly has decided; its resolution is the newest."""
    at(CLERK).does(
        "/register/resolution", organisation="dongpo-collective", matter="outsiderContracting", body="assembly",
        entitled=240, present=203, inFavour=199, date=day, **{"evidence[0]": DIGEST})


def choose_newest(desk):
    choice = desk.page.locator('main form [name="resolution"]')
    if choice.first.evaluate("c => c.tagName") == "SELECT":
        choice.select_option(index=1)
    else:
        choice.first.check()


def offered(at, field, day, **terms):
    """A field of the village's own from its card to the notice; answers the address of its lot."""
    resolved(at, day)
    clerk = at(CLERK).does(
        "/register/asset", owner="dongpo-collective", division=VILLAGE, name=field, kind="resource", area="4",
        right="ownership", use="种菜", **{"class": "irrigated"})
    seed, papers = terms.pop("drawSeed", None), terms.pop("papers", ())
    follow(clerk, "/draft").fill(**({"years": 1, "startPriceFen": "500", "stepFen": "20", "depositFen": "200"} | terms))
    choose_newest(clerk)
    clerk.send().click(field)
    lot = here(clerk)
    for paper in papers:
        opened(clerk, "/attachMaterial").fill(material=paper, digest=DIGEST).send()
        clerk.open(lot)
    opened(clerk, "/submitLot").send()
    opened(at(STATION).open(lot), "/acceptLot").send()
    opened(at(REVIEW).open(lot), "/reviewLot").fill(decision="approve").send()
    release = opened(at(RELEASE).open(lot), "/publishNotice")
    if seed:
        release.fill(drawSeed=seed)
    release.send()
    return lot


def admitted(at, lot, *bidders):
    """They register by themselves, the station enters their deposits and admits them."""
    for bidder in bidders:
        opened(at(bidder).open(lot), "/register").fill(account=f"6217-{bidder.split('-')[1].upper()}").send()
    station, roster = at(STATION), f"{lot}/bidders"
    for number in range(len(bidders)):
        follow(station.open(roster), "/recordDeposit")
        account = re.search(r"6217-[A-Z]+", station.page.locator("main").inner_text()).group()
        station.fill(amountFen="200", payerAccount=account, reference=f"{lot}-{number}").send()
    for _ in bidders:
        follow(station.open(roster), "/qualifyBidder").send()


def waits_for(desk, lot, end):
    """Moves the practice clock from one due act to the next until the lot's page offers the form of that end."""
    for _ in range(120):
        if desk.open(lot).page.locator(f'main a[href$="{end}"]').count():
            return desk
        desk.open("/practice").send()
    raise AssertionError(f"{lot} never offers {end}: {desk.page.locator('main').inner_text()[:800]}")


def opened(desk, end):
    """The form of that end, out of its fold if need be."""
    link = desk.page.locator(f'main a[href$="{end}"]').first
    desk.open(link.get_attribute("href"))
    return desk


def test_an_agreement_with_the_only_bidder(at, language):
    lot = offered(at, said(language, "南沟菜地", "北沟菜地"), "2026-02-10", mode="agreement")
    admitted(at, lot, LIU)
    station = waits_for(at(STATION), lot, "/agreePrice")
    opened(station, "/agreePrice").fill(priceFen="520").send()
    station.open(lot).sees("¥520.00")


def test_sealed_offers(at, language):
    lot = offered(at, said(language, "村东菜地", "村西菜地"), "2026-02-11", mode="sealed")
    admitted(at, lot, LIU, ZHAO)
    for bidder, price in ((LIU, "540"), (ZHAO, "610")):
        opened(waits_for(at(bidder), lot, "/placeOffer"), "/placeOffer").fill(priceFen=price).send()
        # Nobody reads another's offer before the opening.
        assert "¥540.00" not in at(ZHAO).open(lot).page.locator("main").inner_text()
    station = waits_for(at(STATION), lot, "/publishResult")
    station.sees("¥610.00")


def test_a_hammer_falls(at, language):
    lot = offered(at, said(language, "大槐树菜地", "石碾菜地"), "2026-02-12", mode="liveAuction", papers=("auctioneerLicence",))
    admitted(at, lot, LIU, ZHAO)
    station = waits_for(at(STATION), lot, "/recordHammer")
    opened(station, "/recordHammer").fill(paddle=2, priceFen="560", protocolDigest=DIGEST).send()
    waits_for(at(STATION), lot, "/publishResult").sees("¥560.00")


def test_a_panel_gives_points(at, language):
    lot = offered(
        at, said(language, "修渠工程", "修路工程"), "2026-02-13", mode="tender", category="E1", transferWay="other",
        priceUnit="fenTotal", startPriceFen="9000", stepFen="100", papers=("projectPlan", "scoringRules"))
    admitted(at, lot, LIU, ZHAO, COOP)
    for bidder, price in ((LIU, "8800"), (ZHAO, "8500"), (COOP, "8900")):
        opened(waits_for(at(bidder), lot, "/placeOffer"), "/placeOffer").fill(priceFen=price).send()
    panel = at(REVIEW)
    for _ in range(120):
        if "8,500.00" in panel.open(lot).page.locator("main").inner_text():
            break
        panel.open("/practice").send()
    points = {f"scores[{row}].points": 7000 + 300 * (row % 3) for row in range(9)}
    opened(panel, "/recordScores").fill(protocolDigest=DIGEST, **points).send()
    waits_for(at(STATION), lot, "/publishResult")


def test_a_draw(at, language):
    seed = said(language, "春分 十五 晴", "spring fifteen clear")
    lot = offered(at, said(language, "井台菜地", "磨坊菜地"), "2026-02-14", mode="draw", drawSeed=seed)
    admitted(at, lot, LIU, ZHAO)
    station = waits_for(at(STATION), lot, "/holdDraw")
    # Before the end the form says until when one has to wait; then the seed decides.
    for _ in range(20):
        opened(station.open(lot), "/holdDraw").fill(seed=seed)
        station.page.click("main form:not(.search) button >> nth=0")
        if station.page.locator(".callout.refusal").count() == 0:
            break
        station.page.complaints.clear()
        station.open("/practice").send()
    waits_for(at(STATION), lot, "/publishResult").sees("¥500.00")


def test_a_member_matches_the_best_price(at, language):
    member = said(language, "孙满仓", "钱满囤")
    at(CLERK).does(
        "/register/party", kind="person", name=member, phone=said(language, "19800002201", "19800002202"),
        division=VILLAGE, memberOf="dongpo-collective")
    lot = offered(at, said(language, "河湾菜地", "坝下菜地"), "2026-02-15", priority="members")
    admitted(at, lot, LIU)
    # The member comes to the station with a signed slip.
    station = opened(at(STATION).open(lot), "/register")
    whose = station.page.locator('main form [name="party"] option', has_text=f"{member[0]}**")
    station.fill(party=whose.first.get_attribute("value"), account="6217-SUN", slip=DIGEST).send()
    follow(station.open(f"{lot}/bidders"), "/recordDeposit")
    station.fill(amountFen="200", payerAccount="6217-SUN", reference=f"{lot}-member").send()
    follow(station.open(f"{lot}/bidders"), "/qualifyBidder").send()
    opened(waits_for(at(LIU), lot, "/bid"), "/bid").send()
    station = waits_for(at(STATION), lot, "/matchPrice")
    # One of the two paddles is the member's; the other one's holder has no priority.
    for paddle in (1, 2):
        opened(station.open(lot), "/matchPrice").fill(paddle=paddle, slip=DIGEST)
        station.page.click("main form:not(.search) button >> nth=0")
        if station.page.locator(".callout.refusal").count() == 0:
            break
        station.page.complaints.clear()
    assert station.page.locator(".callout.refusal").count() == 0
    waits_for(at(STATION), lot, "/publishResult").sees("¥500.00")


def test_nobody_wants_a_lot(at, language):
    lot = offered(at, said(language, "阴坡菜地", "背阴菜地"), "2026-02-16")
    station = waits_for(at(STATION), lot, "/relistLot")
    opened(station, "/relistLot").send()
    waits_for(at(STATION), lot, "/relistLot")
    # The second time the village resolves a lower price.
    resolved(at, said(language, "2026-03-01", "2026-03-02"))
    clerk = opened(at(CLERK).open(lot), "/reviseLot").fill(startPriceFen="470")
    choose_newest(clerk)
    clerk.send()
    clerk.open(lot).sees("¥470.00")
