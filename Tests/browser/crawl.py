"""Follows every link of the house, a few of each kind."""

import os
import re
from urllib.parse import parse_qsl, urljoin, urlsplit

PER_KIND = int(os.environ.get("QIANMO_CRAWL_PER_KIND", "2"))
MOST_PAGES = int(os.environ.get("QIANMO_CRAWL_MOST", "400"))


def kind(url):
    """`/lots/lot-000123?page=2` and `/lots/lot-7?page=9` are of one kind: names with digits in them are names of things."""
    parts = urlsplit(url)
    path = "/".join("*" if re.search(r"\d", segment) else segment for segment in parts.path.split("/"))
    names = sorted(name for name, _ in parse_qsl(parts.query, keep_blank_values=True))
    return path + ("?" + "&".join(names) if names else "")


def links(page, base):
    """The addresses of this house on the page, without anchors and without the language switch."""
    found = []
    for href in page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))"):
        url = urljoin(page.url, href).split("#")[0]
        if not url.startswith(base + "/") and url != base:
            continue
        if any(name == "lang" for name, _ in parse_qsl(urlsplit(url).query, keep_blank_values=True)):
            continue
        found.append(url)
    return found


def crawl(page, base, visit, start="/"):
    """Calls `visit(page, url, response)` on up to PER_KIND pages of each kind, breadth first. Files are only fetched.

    Returns the kinds seen, each with the number of pages visited.
    """
    waiting, known, seen = [base + start], {base + start}, {}
    while waiting and sum(seen.values()) < MOST_PAGES:
        url = waiting.pop(0)
        sort = kind(url)
        if seen.get(sort, 0) >= PER_KIND:
            continue
        seen[sort] = seen.get(sort, 0) + 1
        head = page.context.request.get(url, max_redirects=5)
        if "text/html" not in head.headers.get("content-type", ""):
            visit(None, url, head)
            continue
        visit(page, url, page.goto(url))
        for link in links(page, base):
            if link not in known:
                known.add(link)
                waiting.append(link)
    return seen
