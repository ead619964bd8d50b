"""Follows every link of the house, a few of each kind."""

import os
import re
from urllib.parse import parse_qsl, urljoin, urlsplit

try:
    from playwright.sync_api import Error
except ImportError:
    Error = OSError

PER_KIND = int(os.environ.get("QIANMO_CRAWL_PER_KIND", "2"))
MOST_PAGES = int(os.environ.get("QIANMO_CRAWL_MOST", "400"))

# Addresses whose next part is the name of a thing, and words that may stand there instead of one.
COLLECTIONS = {
    "assets", "bidders", "books", "certificates", "contracts", "lots", "notices", "objections", "organisations",
    "places", "receivables", "villages", "vouchers",
}
FILE = re.compile(r"\.[a-z0-9]{2,7}$")
WORDS = {"desk", "new", "open", "publish"}


def kind(url):
    """`/lots/songshu-lot?page=2` and `/lots/L7?page=9` are of one kind: what follows a collection is a thing's name."""
    parts = urlsplit(url)
    path, before = [], ""
    for segment in parts.path.split("/"):
        named = before in COLLECTIONS and segment and segment not in WORDS
        path.append("*" if named or re.search(r"\d", segment) else segment)
        before = segment
    path = "/".join(path)
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


def crawl(page, base, visit, start="/", per_kind=PER_KIND, more=()):
    """Calls `visit(page, url, response)` on up to `per_kind` pages of each kind, breadth first. Files are only fetched.

    Kinds in `more` have many faces (a lot in each of its states) and are all visited.

    Returns the kinds seen, each with the number of pages visited.
    """
    waiting, known, seen = [base + start], {base + start}, {}
    while waiting and sum(seen.values()) < MOST_PAGES:
        url = waiting.pop(0)
        sort = kind(url)
        if seen.get(sort, 0) >= per_kind and sort not in more:
            continue
        seen[sort] = seen.get(sort, 0) + 1
        # What is named like a file is fetched at once: a browser asks for it, hands it over, and it is made a second time.
        if FILE.search(urlsplit(url).path):
            response = page.context.request.get(url, max_redirects=5)
            if "text/html" not in response.headers.get("content-type", ""):
                visit(None, url, response)
                continue
        try:
            response = page.goto(url)
        except Error:
            # A file is not shown but handed over.
            visit(None, url, page.context.request.get(url, max_redirects=5))
            continue
        if "text/html" not in response.headers.get("content-type", ""):
            visit(None, url, response)
            continue
        visit(page, url, response)
        for link in links(page, base):
            if link not in known:
                known.add(link)
                waiting.append(link)
    return seen
