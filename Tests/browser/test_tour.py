"""The tour of docs/tour.md, walked word for word on the county that `make run` shows."""

import pathlib
import re
import subprocess

import pytest

import house as houses
from conftest import own_house

TOUR = pathlib.Path(__file__).resolve().parents[2] / "docs" / "tour.md"
HEADINGS = {"zh": "## 五分钟，五种身份", "en": "## Five minutes as five people"}
STEP = re.compile(r"\*\*(?P<click>[^*]+)\*\*|`(?P<type>[^`]+)`|“(?P<see>[^”]+)”")


def steps(language):
    """The steps of the tour in one language, in their order: what to do, and with which words."""
    text = TOUR.read_text().split(HEADINGS[language])[1].split("\n## ")[0]
    return [(found.lastgroup, found[found.lastgroup]) for found in STEP.finditer(text)]


def test_the_tour_says_the_same_in_both_languages():
    ways = {language: [kind for kind, _ in steps(language)] for language in HEADINGS}
    assert ways["zh"] == ways["en"]
    assert ways["zh"].count("click") >= 15


@pytest.fixture(scope="module")
def county():
    """The large demo, as `make run` fills it, on the day of the tests."""
    with own_house() as house:
        (house.data / "demo").write_text(f"{houses.BEGINNING}\n")
        subprocess.run([house.binary, "seed", "demo", "--data", house.data], check=True, timeout=600)
        yield house.serve(houses.BEGINNING)


@pytest.mark.parametrize(("language", "width"), [("zh", 390), ("en", 1280)])
def test_the_tour_is_as_it_is_told(reader, county, language, width):
    page = reader(width=width)
    page.goto(f"{county.url}/?lang={language}")
    for kind, words in steps(language):
        if kind == "type":
            page.locator("main input:not([type=hidden])").first.fill(words)
        elif kind == "click":
            named = page.get_by_role("link", name=words, exact=True).or_(page.get_by_role("button", name=words, exact=True))
            named.first.click()
        else:
            assert words in page.locator("body").inner_text(), f"{page.url} does not say “{words}”"
        assert page.locator(".callout.refusal").count() == 0, f"{page.url} refuses after {words}"
    assert page.complaints == []
