"""axe-core over each kind of page: WCAG 2.0 to 2.2 A and AA and best practice, as the public and as three roles.

axe-core comes inside axe-playwright-python (scripts/install.sh installs it); nothing of it is kept in the repository.
"""

import importlib.resources

import pytest

import crawl

AXE = (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text()
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
ROLES = ["public", "dongpo-accountant", "shiqiao-station", "county-supervisor"]


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


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ROLES)
def test_every_kind_of_page_passes_axe(reader, enter, house, name, language):
    page = reader(javascript=True) if name == "public" else enter(name, javascript=True)
    found, visited = {}, set()

    def visit(page, url, response):
        sort = crawl.kind(url)
        if page is None or sort in visited:
            return
        visited.add(sort)
        for words in violations(page):
            found.setdefault(words, url)

    page.goto(f"{house.url}/?lang={language}")
    crawl.crawl(page, house.url, visit, per_kind=1)
    assert len(visited) >= 15, f"{name} sees only {sorted(visited)}"
    assert found == {}
