"""By keyboard alone, at 320 px and at twice the size, without motion: for each role, on the pages it works with."""

import pytest

from test_axe import PAGES

NARROW = {"width": 320, "height": 700}

FOCUS = """() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const style = getComputedStyle(at);
    return {
        words: (at.innerText || at.name || at.getAttribute("aria-label") || "").trim().slice(0, 40),
        ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        place: [...document.querySelectorAll("*")].indexOf(at),
        main: !!at.closest("main"),
    };
}"""


@pytest.fixture
def role(reader, enter):
    return lambda name, **settings: reader(**settings) if name == "public" else enter(name, **settings)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_gone_through_by_keyboard(role, house, name):
    page = role(name, width=1280, height=900)
    for path in PAGES[name][:4]:
        page.goto(house.url + path)
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS)["words"] in ("跳到正文", "Skip to content", "Skip to the content"), path
        seen, reached = [], False
        for _ in range(400):
            page.keyboard.press("Tab")
            now = page.evaluate(FOCUS)
            if now is None or (seen and now["place"] <= seen[-1]["place"]):
                break
            assert now["ring"], f"{path}: no ring around {now['words']!r}"
            seen.append(now)
            reached = reached or now["main"]
        assert len(seen) > 5 and reached, f"{path}: the keyboard reaches only {[one['words'] for one in seen]}"


def test_focus_goes_to_the_summary_of_what_is_wrong(role, house):
    page = role("dongpo-clerk")
    page.goto(f"{house.url}/villages/p140498101201/announce")
    page.evaluate("document.querySelectorAll('[required]').forEach(c => c.removeAttribute('required'))")
    page.click("main form:not(.search) button >> nth=0")
    assert page.locator(".callout.refusal").count() == 1
    assert page.evaluate("!!document.activeElement.closest('.callout.refusal')")
    page.complaints.clear()


@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways_at_320_or_at_twice_the_size(role, house, name):
    page = role(name)
    wide = []
    for path in PAGES[name]:
        for size in (NARROW, {"width": 640, "height": 450}):
            page.set_viewport_size(size)
            page.goto(house.url + path)
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append(f"{path} at {size['width']}")
    assert wide == []


def test_nothing_moves_where_nothing_should(role, house):
    page = role("public")
    page.emulate_media(reduced_motion="reduce")
    for path in ("/", "/lots/xiyao-lot"):
        page.goto(house.url + path)
        moving = page.evaluate("""() => [...document.querySelectorAll("*")].filter(e => {
            const style = getComputedStyle(e);
            return parseFloat(style.transitionDuration) > 0 || style.animationName !== "none";
        }).length""")
        assert moving == 0, path
