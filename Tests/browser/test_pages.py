"""Every page the house links to, for everyone who may read it, on a phone and on a desk, in both languages, without script."""

import os
import pathlib
import re

import pytest

import checks
import crawl

SCREENS = pathlib.Path(__file__).resolve().parents[2] / "screens"
# A picture of each kind of page, for whoever wants to look at them all: QIANMO_SCREENS=1.
IS_KEPT = os.environ.get("QIANMO_SCREENS") == "1"
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}

# One of the demo's people for every role there is.
EVERY_ROLE = [
    "admin", "dongpo-clerk", "dongpo-accountant", "shiqiao-station", "shiqiao-review", "county-intake", "county-release",
    "county-supervisor", "bidder-liu-account", "villager-1",
]


def walk(page, house, language, who, **bounds):
    """Visits the pages and returns the kinds seen and the complaints, each with the address it is about."""
    found, kinds = [], set()

    def visit(page, url, response):
        if response.status != 200:
            found.append(f"{url}: status {response.status}")
        if page is None:
            return
        sort = crawl.kind(url)
        # The size it has comes first: a page is laid out anew for each change.
        for size in sorted((PHONE, DESK), key=lambda size: size != page.viewport_size):
            if page.viewport_size != size:
                page.set_viewport_size(size)
            found.extend(f"{url} at {size['width']}: {problem}" for problem in checks.all_problems(page, language))
            if IS_KEPT and who == "public" and sort not in kinds:
                folder = SCREENS / f"{language}-{size['width']}"
                folder.mkdir(parents=True, exist_ok=True)
                name = re.sub(r"[^a-z0-9]+", "-", sort.replace("*", "x")).strip("-") or "home"
                page.screenshot(path=folder / f"{name}.png", full_page=True, caret="initial")
        kinds.add(sort)
        found.extend(f"{url}: console says {complaint}" for complaint in page.complaints)
        page.complaints.clear()

    page.goto(f"{house.url}/?lang={language}")
    seen = crawl.crawl(page, house.url, visit, **bounds)
    return seen, sorted(set(found))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_public_page(reader, house, language):
    seen, found = walk(reader(), house, language, "public", more=("/lots/*", "/notices/*"))
    assert len(seen) >= 20, f"the public sees only {sorted(seen)}"
    assert found == []


# In English the crawl of two desks tells of the others'; each in both languages with QIANMO_BROWSER_LONG=1.
ROLE_AND_LANGUAGE = [
    (name, language) for name in EVERY_ROLE for language in ("zh", "en")
    if language == "zh" or name in ("county-intake", "dongpo-accountant") or os.environ.get("QIANMO_BROWSER_LONG") == "1"
]


@pytest.mark.parametrize(("name", "language"), ROLE_AND_LANGUAGE)
def test_every_page_of_every_role(enter, house, name, language):
    seen, found = walk(enter(name), house, language, name, per_kind=1, more=("/lots/*",) if language == "zh" else ())
    assert len(seen) >= 20, f"{name} sees only {sorted(seen)}"
    assert found == []


def test_the_language_switch_keeps_the_page_and_is_remembered(reader, house):
    page = reader()
    page.goto(f"{house.url}/style")
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    page.click("a.language")
    assert page.locator("html").get_attribute("lang") == "en" and "/style" in page.url
    page.goto(house.url)
    assert page.locator("html").get_attribute("lang") == "en"
