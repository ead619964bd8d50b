"""The checks themselves can fail: each is shown a page with exactly that fault."""

import pathlib

import pytest

import checks
import crawl

ROOT = pathlib.Path(__file__).resolve().parents[2]
STYLESHEET = ROOT / "Sources/Base/Web/Resources/qianmo.css"
GOOD = '<!doctype html><html lang="en"><title>x</title><body><h1>Which?</h1><main>{}</main></body></html>'


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_style_page_passes_every_check(reader, language, width, tmp_path):
    page = reader(width)
    markup = (ROOT / f"Tests/WebTests/Snapshots/style.{language}.html").read_text()
    (tmp_path / "qianmo.css").write_bytes(STYLESHEET.read_bytes())
    (tmp_path / "style.html").write_text(markup.replace("/static/qianmo.css", "qianmo.css").replace("/static/icon.svg", "data:,"))
    page.goto((tmp_path / "style.html").as_uri())
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(250, 248, 243)"
    assert checks.all_problems(page, language) == []
    assert page.complaints == []


def test_a_good_page_is_good(reader):
    page = reader()
    page.set_content(GOOD.format("<label for=a>Name</label><input id=a>"))
    assert checks.all_problems(page, "en") == []


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("<h1>Two</h1>", "2 h1"),
        ("<div class=wide><table><tr><td>" + "x" * 400 + "</table></div>", "wider than 390 px"),
        ("<input>", "no label"),
        ("<label for=a></label><select id=a></select>", "no label"),
        ('<p style="color:red">x</p>', "inline style"),
        ("<script>1</script>", "inline style or script"),
        ("<h2>中文</h2>", "Chinese on the English page"),
    ],
)
def test_each_fault_is_seen(reader, body, complaint):
    page = reader()
    page.set_content(GOOD.format(body))
    problems = checks.all_problems(page, "en")
    assert any(problem.startswith(complaint) for problem in problems), problems


def test_english_alone_on_a_chinese_page_is_seen(reader):
    page = reader()
    page.set_content('<html lang="zh-Hans"><h1>地块</h1><button>Submit</button>')
    assert checks.all_problems(page, "zh") == ["only English on the Chinese page: Submit"]


def test_kinds_of_addresses():
    assert crawl.kind("http://x/lots/lot-000123?page=2") == crawl.kind("http://x/lots/L9?page=3") == "/lots/*?page"
    assert crawl.kind("http://x/lots/songshu-lot/bid") == "/lots/*/bid"
    assert crawl.kind("http://x/guide-prices/publish") == "/guide-prices/publish"
    assert crawl.kind("http://x/sign-in") == "/sign-in"
