"""Twenty key pages of the large demo as they were looked at: by the phone in Chinese, by the desk in English.

What is kept of each is its picture with eight points to one, enough to see that something moved, came or went, and too
little to see how a letter is drawn. `QIANMO_RECORD=1` keeps the pictures of now; the whole ones lie in `.build/pictures`,
to be looked at first.
"""

import os
import pathlib
import shutil
import subprocess

import pytest

import house as houses
from conftest import own_house

KEPT = pathlib.Path(__file__).parent / "pictures"
WHOLE = houses.ROOT / ".build" / "pictures"
SIZES = {"zh": {"width": 390, "height": 1600}, "en": {"width": 1280, "height": 1400}}
# So many points are one; a point differs when its grey does by more than so many of 255, which a clock's digits do not.
SHRINK, GREY = 8, 24
# In a thousand; what changes from one filling of the demo to the next (the log's root, passwords) is one at most.
MOST = 8

PAGES = {
    "county": ("/", None),
    "village": ("/places/p140498101201", None),
    "township": ("/places/p140498101", None),
    "lots": ("/lots", None),
    "lot": ("/lots/xiyao-lot", None),
    "contracts": ("/contracts", None),
    "assets": ("/assets", None),
    "notices": ("/notices", None),
    "guide-prices": ("/guide-prices", None),
    "log": ("/log", None),
    "search": ("/search?q=东坡", None),
    "wall": ("/county?view=wall", None),
    "labour": ("/labour", None),
    "skills": ("/skills", None),
    "waste": ("/waste", None),
    "environment": ("/environment", None),
    "station": ("/", "shiqiao-station"),
    "supervisor": ("/", "county-supervisor"),
    "books": ("/books/dongpo-collective", "dongpo-accountant"),
    "statements": ("/books/dongpo-collective/statements", "dongpo-accountant"),
}


@pytest.fixture(scope="module")
def house():
    """The large demo, as `make run` fills it, on the day of the tests."""
    with own_house() as house:
        (house.data / "demo").write_text(f"{houses.BEGINNING}\n")
        subprocess.run([house.binary, "seed", "demo", "--data", house.data], check=True, timeout=600)
        yield house.serve(houses.BEGINNING)


@pytest.fixture(scope="module")
def sessions():
    return {}


def shrunk(picture, small):
    """Keeps the picture in grey with eight points to one."""
    steps = [["shrink", picture, small.with_suffix(".v"), str(SHRINK), str(SHRINK)],
             ["colourspace", small.with_suffix(".v"), small, "b-w"]]
    for step in steps:
        subprocess.run(["vips", *step], check=True)
    small.with_suffix(".v").unlink()


def greys(small, folder):
    table = folder / f"{small.stem}.csv"
    subprocess.run(["vips", "copy", small, table], check=True)
    return [[float(value) for value in row.split("\t")] for row in table.read_text().splitlines()]


def difference(left, right):
    """How many points of a thousand differ."""
    assert (len(left), len(left[0])) == (len(right), len(right[0]))
    pairs = [pair for rows in zip(left, right) for pair in zip(*rows)]
    return 1000 * sum(abs(one - other) > GREY for one, other in pairs) / len(pairs)


@pytest.mark.parametrize("language", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_a_key_page_looks_as_it_was_looked_at(enter, reader, house, tmp_path, name, language):
    path, who = PAGES[name]
    settings = {**SIZES[language], "locale": "zh-CN" if language == "zh" else "en-US"}
    page = enter(who, **settings) if who else reader(**settings)
    page.goto(f"{house.url}{path}{'&' if '?' in path else '?'}lang={language}")
    WHOLE.mkdir(parents=True, exist_ok=True)
    whole, now = WHOLE / f"{name}.{language}.png", tmp_path / f"{name}.{language}.now.png"
    page.screenshot(path=whole)
    shrunk(whole, now)
    kept = KEPT / f"{name}.{language}.png"
    if os.environ.get("QIANMO_RECORD"):
        KEPT.mkdir(exist_ok=True)
        shutil.copyfile(now, kept)
        return
    assert kept.exists(), f"nobody has looked at {name} in {language} yet"
    found = difference(greys(kept, tmp_path), greys(now, tmp_path))
    assert found <= MOST, f"{found:.1f} of 1000 points of {name} ({language}) are not as they were looked at: see {whole}"
