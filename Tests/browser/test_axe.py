"""axe-core over each kind of page: WCAG 2.0 to 2.2 A and AA and best practice.

The short form names a page of each kind and takes two minutes; the long one crawls the house as the public and as each
role, in both languages (`make axe`). `QIANMO_AXE_PART` is a regular expression of the kinds that the crawl judges, so that a part
can be run alone: `QIANMO_AXE_PART='^/books' make axe`.

axe-core comes inside axe-playwright-python (scripts/install.sh installs it); nothing of it is kept in the repository.
"""

import importlib.resources
import os
import re

import pytest

import crawl
from test_pages import EVERY_ROLE

AXE = (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text()
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PART = re.compile(os.environ.get("QIANMO_AXE_PART", ""))
IS_LONG = os.environ.get("QIANMO_AXE_LONG") == "1"

# The wall view is not among them: it fetches itself again, which nobody who reads a page asks for (`meta-refresh`).
BOOK = "/books/dongpo-collective"
PAGES = {
    "public": [
        "/", "/places", "/places/p140498101201", "/lots", "/lots/xiyao-lot", "/lots/hetou-lot", "/lots/dongpo-lot",
        "/contracts", "/contracts/dongpo-contract", "/assets", "/assets/dongpo-hall", "/notices",
        "/notices/hetou-lot-notice-1", "/log", "/log/20", "/guide-prices", "/parameters", "/calendar", "/search?q=东坡",
        "/labour", "/labour/statistics", "/environment", "/wall/dongpo-collective", "/sign-in",
        "/sign-in/phone", "/practice", "/organisations/dongpo-collective", "/meetings", "/style",
        "/waste/complaints", "/waste/vehicles", "/waste/vehicles/waste-truck-1",
    ],
    "dongpo-accountant": [
        "/", BOOK, f"{BOOK}/accounts/102", f"{BOOK}/statements", f"{BOOK}/trial-balance", f"{BOOK}/vouchers",
        f"{BOOK}/voucher-grid", f"{BOOK}/voucher-form", f"{BOOK}/receivables", f"{BOOK}/bank", f"{BOOK}/month",
    ],
    "dongpo-clerk": ["/", "/register/asset", "/assets/dongpo-hall/draft", "/villages/p140498101201/announce"],
    "shiqiao-station": ["/", "/exchange/desk", "/lots/dongpo-lot/bidders", "/labour/employers/dongpo-works", "/labour/workers/new"],
    "county-supervisor": ["/", "/exchange/flags", "/exchange/money", "/labour/arrears", "/environment/due"],
    "admin": ["/", "/offices", "/parties", "/staff/accounts", "/register/office"],
    "villager-1": ["/waste/rounds/demo-round", "/waste/complaints/demo-heap", "/waste/complaints/new"],
    "bidder-liu-account": ["/", "/exchange/mine", "/lots/xiyao-lot/bid"],
}


def violations(page):
    """Rule, how grave, and where first, of every violation on the page as it stands."""
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, rules).then(answer => answer.violations)", RULES)
    return [
        f"{rule['id']} ({rule['impact']}, {len(rule['nodes'])}×): {rule['nodes'][0]['html'][:160]}" for rule in found
    ]


def test_axe_sees_what_is_wrong(reader, house):
    page = reader(javascript=True)
    page.goto(f"{house.url}/")
    page.evaluate("document.querySelector('main').innerHTML += '<img src=\"/icon.svg\">'")
    assert any(words.startswith("image-alt") for words in violations(page))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_each_kind_passes_axe(reader, enter, house, name):
    """In Chinese and light on a phone, in English and dark at a desk: contrast is judged on both palettes."""
    found = {}
    page = reader(javascript=True) if name == "public" else enter(name, javascript=True)
    for language, width, scheme in (("zh", 390, "light"), ("en", 1280, "dark")):
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for path in PAGES[name]:
            address = f"{house.url}{path}{'&' if '?' in path else '?'}lang={language}"
            assert page.goto(address).status == 200, address
            for words in violations(page):
                found.setdefault(words, f"{path} {language} {scheme}")
    assert found == {}


@pytest.mark.skipif(not IS_LONG, reason="the long form is `make axe`")
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["public", *EVERY_ROLE])
def test_every_kind_of_page_passes_axe(reader, enter, house, name, language):
    page = reader(javascript=True) if name == "public" else enter(name, javascript=True)
    found, visited = {}, set()

    def visit(page, url, response):
        sort = crawl.kind(url)
        if page is None or sort in visited or not PART.search(sort):
            return
        visited.add(sort)
        for words in violations(page):
            found.setdefault(words, url)

    page.goto(f"{house.url}/?lang={language}")
    crawl.crawl(page, house.url, visit, per_kind=1)
    assert len(visited) >= (1 if PART.pattern else 15), f"{name} sees only {sorted(visited)}"
    assert found == {}
