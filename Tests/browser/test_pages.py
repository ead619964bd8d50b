"""Every page the house links to, for everyone who may read it, on a phone and on a desk, in both languages, without script."""

import pathlib
import re

import pytest

import checks
import crawl
import house as houses

SCREENS = pathlib.Path(__file__).resolve().parents[2] / "screens"
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


def people(reader, house):
    page = reader()
    return [("staff", name) for name in houses.staff(page, house)] + [("phone", name) for name in houses.phones(page, house)]


def enter(page, house, way, name):
    if way == "staff":
        houses.sign_in_staff(page, house, name)
    elif way == "phone":
        houses.sign_in_phone(page, house, name)


def walk(page, house, language, who):
    """Visits all pages and returns the complaints, each with the address it is about."""
    found, kinds = [], set()

    def visit(page, url, response):
        status = response.status
        if status != 200:
            found.append(f"{url}: status {status}")
        if page is None:
            return
        for size in (PHONE, DESK):
            page.set_viewport_size(size)
            found.extend(f"{url} at {size['width']}: {problem}" for problem in checks.all_problems(page, language))
            if crawl.kind(url) not in kinds:
                folder = SCREENS / who / f"{language}-{size['width']}"
                folder.mkdir(parents=True, exist_ok=True)
                name = re.sub(r"[^a-z0-9]+", "-", crawl.kind(url).replace("*", "x")).strip("-") or "home"
                page.screenshot(path=folder / f"{name}.png", full_page=True)
        kinds.add(crawl.kind(url))
        found.extend(f"{url}: console says {complaint}" for complaint in page.complaints)
        page.complaints.clear()

    page.goto(f"{house.url}/?lang={language}")
    seen = crawl.crawl(page, house.url, visit)
    return seen, sorted(set(found))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_public_page(reader, house, language):
    seen, found = walk(reader(), house, language, "public")
    assert len(seen) >= 8, f"the public sees only {sorted(seen)}"
    assert found == []


def test_every_page_of_everyone_who_signs_in(reader, house):
    everyone = people(reader, house)
    assert len(everyone) >= 4, f"the demo has only {everyone}"
    found = []
    for way, name in everyone:
        page = reader()
        enter(page, house, way, name)
        for language in ("zh", "en"):
            _, problems = walk(page, house, language, re.sub(r"[^a-z0-9-]+", "-", name.lower()))
            found.extend(f"{name}: {problem}" for problem in problems)
    assert found == []


def test_live_pages_say_nothing_bad_with_script_on(reader, house):
    page = reader(javascript=True)
    live = []

    def visit(page, url, response):
        if page and page.locator("body[data-live]").count():
            page.wait_for_timeout(500)
            live.append((url, list(page.complaints)))
            page.complaints.clear()

    crawl.crawl(page, house.url, visit)
    assert [entry for entry in live if entry[1]] == []


def test_the_language_switch_keeps_the_page_and_is_remembered(reader, house):
    page = reader()
    page.goto(f"{house.url}/style")
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    page.click("a.language")
    assert page.locator("html").get_attribute("lang") == "en" and "/style" in page.url
    page.goto(house.url)
    assert page.locator("html").get_attribute("lang") == "en"
