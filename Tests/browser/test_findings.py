"""What the second walk of the product found wrong and has been mended, each as its user meets it (issue 17, must show 1)."""

import pytest

from conftest import own_house
from test_deal import DESK, PHONE
from test_forms import ACCOUNTANT, INTAKE, STATION, SUPERVISOR, Clerk
from test_subsidy import follow, here, said

BOOKS = "/books/dongpo-collective"


@pytest.fixture(scope="module")
def house():
    with own_house() as house:
        yield house.start()


@pytest.fixture(scope="module")
def sessions():
    return {}


@pytest.fixture(params=["zh", "en"])
def language(request):
    return request.param


@pytest.fixture
def at(enter, house, language):
    def sit(name):
        page = enter(name, **(PHONE if language == "zh" else DESK))
        page.set_default_timeout(15_000)
        return Clerk(page, house, language)

    return sit


def file_link(desk):
    return desk.page.locator('main a[href*="vouchers.pdf"]')


def test_vouchers_have_a_year_and_a_file_of_what_is_listed(at, language):
    """B17; and no file is offered where nothing is listed."""
    desk = at(ACCOUNTANT).open(f"{BOOKS}/vouchers").sees("2026-01", "2026-03")
    told = desk.page.request.get(desk.house.url + file_link(desk).get_attribute("href"))
    assert told.ok and told.body().startswith(b"%PDF"), told.status
    desk.click(said(language, "上一年", "Year before")).sees("2025-01", "2025-12", "2025-11-1")
    told = desk.page.request.get(desk.house.url + file_link(desk).get_attribute("href"))
    assert told.ok and told.body().startswith(b"%PDF"), told.status
    # The books were not open yet.
    desk.click(said(language, "上一年", "Year before")).sees("2024-01", "2024-12")
    assert file_link(desk).count() == 0
    assert desk.page.request.get(f"{desk.house.url}{BOOKS}/vouchers.pdf?at=2024-12-31").status == 404


def test_the_books_have_periods(at, language):
    """B15."""
    desk = at(ACCOUNTANT).open(f"{BOOKS}/statements")
    desk.click(said(language, "上一月", "Month before")).sees(said(language, "2026年2月28日", "28 February 2026"))
    desk.click(said(language, "上一年", "Year before")).sees(said(language, "2025年2月28日", "28 February 2025"))
    desk.open(BOOKS).click(said(language, "上一月", "Month before")).sees(said(language, "2026年2月28日", "28 February 2026"))
    desk.open(f"{BOOKS}/accounts/102").click(said(language, "上一年", "Year before"))
    assert here(desk) == f"{BOOKS}/accounts/102"


def test_taking_a_payment_is_called_so(at, language):
    """B20: the act was the amount itself."""
    desk = at(ACCOUNTANT).open(f"{BOOKS}/receivables")
    act = desk.page.locator('main a[href$="/settle"]').first
    assert "¥" not in act.inner_text()
    act.click()
    desk.look()


def test_a_lease_is_passed_on(at, language):
    if language == "zh":
        desk = at(STATION).open("/contracts/dongpo-contract")
        desk.does("/register/party", kind="person", name="秦老三", phone="19800004321", division="p140498101201")
        follow(desk.open("/contracts/dongpo-contract"), "/sublet")
        desk.does(here(desk), sublessee="=秦*", start="2026-04-01", end="2027-03-31", annualFen="900", consent="同意书")
        assert here(desk) == "/contracts/dongpo-contract"
    at(STATION).open("/contracts/dongpo-contract")


def test_a_desk_looks_behind_a_bid_and_says_why(at, language):
    desk = at(SUPERVISOR if language == "zh" else INTAKE).open("/lots/xiyao-lot")
    address = desk.page.locator('main a[href*="/paddles/"]').first.get_attribute("href")
    desk.does(address)
