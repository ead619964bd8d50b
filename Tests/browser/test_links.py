"""No link leads nowhere: what the house offers somebody opens for them, whatever place their desk is of."""

import html
import re
from urllib.parse import urljoin

import pytest

import crawl

# Desks of other places than those that the crawl in a browser goes through, and people with a desk of their own kind.
ELSEWHERE = [
    "hewan-station", "hewan-review", "hetou-clerk", "nanzhuang-accountant", "examiner-he", "learner-1", "bidder-coop-account",
]
PER_KIND, MOST_PAGES = 3, 600


@pytest.mark.parametrize("name", ELSEWHERE)
def test_every_link_opens(enter, house, name):
    asked = enter(name).context.request
    waiting, known, seen, dead = ["/"], {"/"}, {}, []
    while waiting and sum(seen.values()) < MOST_PAGES:
        path = waiting.pop(0)
        sort = crawl.kind(path)
        if seen.get(sort, 0) >= PER_KIND:
            continue
        seen[sort] = seen.get(sort, 0) + 1
        answer = asked.get(house.url + path, max_redirects=5)
        if answer.status != 200:
            dead.append(f"{path}: {answer.status}")
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        for link in re.findall(r'<a [^>]*href="([^"#]+)', answer.text()):
            link = urljoin(path, html.unescape(link))
            if link.startswith("/") and "lang=" not in link and link not in known:
                known.add(link)
                waiting.append(link)
    assert dead == []
    assert len(seen) >= 20, f"{name} sees only {sorted(seen)}"
