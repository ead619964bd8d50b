"""A card of the register is put right and retired by the village's clerk, on a phone and at a desk, in both languages."""

import pytest

from conftest import own_house
from test_deal import DESK, PHONE
from test_forms import CLERK, VILLAGE, Clerk
from test_subsidy import follow, here, said

BOUND = {"owner", "class", "kind", "area", "right", "rightUntil", "households"} | {
    f"boundaries.{side}" for side in ("east", "south", "west", "north")}


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


@pytest.fixture(params=["phone", "desk"])
def clerk(request, enter, house, language):
    page = enter(CLERK, **(PHONE if request.param == "phone" else DESK))
    page.set_default_timeout(15_000)
    clerk = Clerk(page, house, language)
    clerk.mark = f"{said(language, '甲', '乙')}{said(request.param == 'phone' and 'zh', 1, 2)}"
    return clerk


def registered(clerk, name, area):
    clerk.does(
        "/register/asset", owner="dongpo-collective", division=VILLAGE, name=name, kind="resource", area=area,
        use="种植谷子", **{"class": "dry", "right": "ownership", "boundaries.east": "大路"})
    return here(clerk)


def values(clerk):
    """Name → value of what the form shows or chose."""
    controls = clerk.page.locator("main form:not(.search) [name]").all()
    shown = [(one.get_attribute("name"), one) for one in controls if one.is_visible() or one.get_attribute("type") == "radio"]
    return {
        name: one.input_value() for name, one in shown
        if one.get_attribute("type") != "radio" or one.is_checked()}


def test_a_wrong_card_is_put_right(clerk, language):
    name = f"北坡新地{clerk.mark}"
    card = registered(clerk, name, "12.5")
    form = follow(clerk, "/correct")
    stood = values(form)
    assert stood["name"] == name and stood["area"] == "12.5" and stood["class"] == "dry", stood
    assert stood["use"] == "种植谷子" and stood["boundaries.east"] == "大路" and stood["reason"] == "", stood
    form.fill(area="15.2", name=f"北坡地{clerk.mark}", reason="重新丈量").send()
    assert here(clerk) == card
    clerk.sees(name, f"北坡地{clerk.mark}", "重新丈量", said(language, "12.5 亩", "12.5 mu"), said(language, "15.2 亩", "15.2 mu"))
    clerk.page.locator('main a[href^="/log/"]').first.click()
    clerk.look().sees(said(language, "更正了资产卡片", "corrected the card of"))
    # Nothing changed, and nothing written.
    clerk.open(f"{card}/correct").fill(reason="再看一遍")
    clerk.page.click("main form:not(.search) button >> nth=0")
    assert said(language, "没有变化", "already stands") in clerk.page.locator(".callout.refusal").inner_text()
    clerk.page.complaints.clear()


def test_what_a_contract_rests_on_is_not_asked_for(clerk, language):
    form = clerk.open("/assets/dongpo-field/correct").sees(said(language, "合同期内只能改", "under contract"))
    assert not BOUND & set(values(form)), values(form)
    form.fill(originalValueFen=f"{1000 + ord(clerk.mark[0]) + int(clerk.mark[1])}", reason="补记原值").send()
    clerk.sees("补记原值")
    assert clerk.page.locator('main a[href$="/retire"]').count() == 0


def test_a_field_registered_twice_leaves_the_register(clerk, language):
    stays = registered(clerk, f"西坡地{clerk.mark}", "8")
    card = registered(clerk, f"西坡地重复{clerk.mark}", "8")
    clerk.open(f"/assets?at={VILLAGE}").sees(f"西坡地重复{clerk.mark}")
    form = follow(clerk.open(card), "/retire")
    form.fill(cause="duplicate", successor=stays.split("/")[-1]).send()
    clerk.open(card).sees(
        said(language, "这张卡片已经注销", "This card is retired"), said(language, "重复登记", "Registered twice"),
        f"西坡地{clerk.mark}")
    for act in ("/draft", "/correct", "/retire", "/dispute"):
        assert clerk.page.locator(f'main a[href$="{act}"]').count() == 0, act
    clerk.open(f"/assets?at={VILLAGE}")
    assert f"西坡地重复{clerk.mark}" not in clerk.page.locator("main").inner_text()
    clerk.open(f"/assets?at={VILLAGE}&state=retired").sees(f"西坡地重复{clerk.mark}")
