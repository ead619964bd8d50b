"""What all the other tests have opened and sent, held against the table of routes. `scripts/browser.sh` runs it after them."""

import json
import os
import pathlib
import re

import pytest

ROUTES = pathlib.Path(__file__).resolve().parents[2] / "docs" / "routes.md"

# Forms that no browser opens or sends, each with the reason.
UNSENT = {
    "/lots/{lot}/renewContract": "a contract in its last months, years after the county of the tests",
    "/lots/{lot}/laptop": "a lot between the end of its registrations and its opening; sent over HTTP by LaptopTests",
    "/waste/sales/{sale}/finish": "recyclables that were signed for, weeks of the exchange after the offer",
}


def routes(kind):
    """Pattern → regular expression of its addresses, for what gives `kind`."""
    rows = re.findall(r"^\| `(\S+)` \|.*\| (\w+)[^|]* \|$", ROUTES.read_text(), re.M)
    return {path: re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path))) for path, gives in rows if gives == kind}


def missing(patterns, addresses):
    return {path for path, pattern in patterns.items() if not any(pattern.fullmatch(one) for one in addresses)}


@pytest.fixture(scope="module")
def whole_run():
    """What every worker of the run left behind."""
    folder = os.environ.get("QIANMO_BROWSER_SEEN")
    if not folder:
        pytest.skip("only after all the others, as scripts/browser.sh runs it")
    left = [json.loads(file.read_text()) for file in pathlib.Path(folder).glob("gw*.json")]
    assert left, "no worker left what it has opened"
    return {kind: {address for one in left for address in one[kind]} for kind in ("visited", "sent")}


def test_every_kind_of_page_was_opened(whole_run):
    pages = routes("page") | routes("form") | routes("upload")
    assert len(pages) > 60, "docs/routes.md was not understood"
    unseen = missing(pages, whole_run["visited"])
    assert unseen <= set(UNSENT), "\n".join(sorted(unseen - set(UNSENT)))


def test_every_form_was_sent(whole_run):
    forms = routes("form") | routes("upload")
    assert len(forms) > 40, "docs/routes.md was not understood"
    unsent = missing(forms, whole_run["sent"])
    assert unsent == set(UNSENT), "\n".join(sorted(unsent ^ set(UNSENT)))
