"""A name that is needed no more is destroyed at the county's desk, on the page of the thing it stands with."""

import pytest

from conftest import own_house
from test_books import upload
from test_deal import DESK, PHONE
from test_files import brought
from test_forms import ACCOUNTANT, CLERK, INTAKE, STATION, Clerk
from test_subsidy import follow, here, said

BOOKS, BODY, VILLAGE = "/books/dongpo-collective", "dongpo-collective", "p140498101201"
GONE = "（已删除）"


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


def erased(county, page, covered):
    """From the page of the thing to its form and back: the covered name is on neither afterwards."""
    county.open(page).sees(covered)
    follow(county, "/erase").send().open(page).sees(GONE)
    assert covered not in county.page.locator("main").inner_text()
    assert county.page.locator('main a[href$="/erase"]').count() == 0


def test_the_lessee_of_a_found_contract(at, language):
    mark = said(language, "南沟", "北沟")
    desk = follow(at(CLERK).open(f"/places/{VILLAGE}/cleanup"), "/cleanup/import")
    rows = f"序号,地块名称,承包方,面积（亩）,承包期限,年租金（元）,书面合同\n{said(language, 31, 41)},{mark}地,张有田,12.5,2003-01-01至2052-12-31,1250,是\n"
    brought(desk, "清理台账.csv", rows)
    desk.page.click("main form:not(.search) button >> nth=0")
    desk.look().open(f"/places/{VILLAGE}/cleanup").click(f"{mark}地")
    case = here(desk)
    desk.does(case + "/plan", plan="keep", due="2027-06-30")
    desk.does(case + "/close", annualFen="1500")
    erased(at(INTAKE), case, "张**")


def test_a_billed_household_and_the_other_side_of_a_claim(at, language):
    desk, number = at(CLERK), said(language, "h31", "h32")
    desk.does(
        "/register/land-bill", organisation=BODY, household=number, name="李有粮", category="旱地", found="0.8001",
        guidePriceFen="150", priceBasis="县指导价表", months=12)
    bill = here(desk)
    desk.open(bill + "/pay")
    day = desk.page.locator('main form [name="paidOn"]').input_value()
    desk.does(bill + "/pay", reference=said(language, "S-88", "S-89"), paidOn=day)
    erased(at(INTAKE), bill, "李**")
    desk = at(CLERK)
    desk.does(
        "/register/claim", organisation=BODY, side="claim", party=number, name="王有才", kind="rent", amountFen="80",
        arose="2025-01-01", due="2025-12-31", proof="contract")
    claim = here(desk)
    desk.does(claim + "/pay", amountFen="80", reference=said(language, "R-8", "R-9"))
    erased(at(INTAKE), claim, "王**")


def test_whom_a_bank_line_names_and_who_wrote_an_invoice(at, language):
    books = at(ACCOUNTANT)
    day, amount, serial = said(language, ("2026-02-12", "111.00", "ZE1"), ("2026-02-19", "77.70", "EE1"))
    upload(
        books, "/vouchers", "vouchers.csv",
        "日期,凭证号,摘要,科目编码,科目名称,借方,贷方\n"
        f"{day},1,买纸,513,管理费用,{amount},\n{day},1,买纸,102,银行存款,,{amount}\n")
    upload(books, "/statement", "bank.csv", f"交易日期,流水号,收入,支出,对方户名\n{day},{serial},,{amount},孙有余\n")
    books.open(f"{BOOKS}/bank/102/match-clear").send()
    bank = f"{BOOKS}/bank/102?month=2026-02"
    county = at(INTAKE).open(bank)
    county.page.locator("main details summary").first.click()
    row = county.page.locator("main details tr", has_text=amount)
    row.locator('a[href$="/erase"]').click()
    # The years of the books' files run on: without an order it waits.
    county.look().page.click("main form:not(.search) button >> nth=0")
    county.sees(said(language, "会计档案要保存到", "files are kept until"))
    county.page.complaints.clear()
    county.fill(order="（2026）青民初12号").send().open(bank)
    assert row.locator('a[href$="/erase"]').count() == 0
    number = said(language, "24142000000012345691", "24142000000012345692")
    upload(
        books, "/invoice", "invoice.xml",
        f"<EInvoice><Header><EIid>{number}</EIid></Header><EInvoiceData><SellerInformation><SellerName>孙记农资</SellerName>"
        "</SellerInformation><BuyerInformation/><BasicInformation><TotalAmWithoutTax>100.00</TotalAmWithoutTax>"
        "<TotalTaxAm>3.00</TotalTaxAm><TotalTax-includedAmount>103.00</TotalTax-includedAmount></BasicInformation>"
        f"</EInvoiceData><TaxSupervisionInfo><InvoiceNumber>{number}</InvoiceNumber><IssueTime>2026-02-03</IssueTime>"
        "</TaxSupervisionInfo></EInvoice>")
    county.open(f"{BOOKS}/invoices").page.locator(f'main a[href$="/{number}/erase"]').click()
    county.look().fill(order="（2026）青民初12号").send().sees(said(language, "开票方已删除", "seller erased"))


def test_a_household_that_hired(at, language):
    desk = at(STATION)
    desk.does(
        "/labour/employers/new", kind="household", name="赵春生", phone=said(language, "13800002222", "13800003333"),
        place="p140498101")
    erased(at(INTAKE), here(desk), "赵*生")


def test_somebody_who_taught(at, language):
    name, covered = said(language, ("欧阳春", "欧*春"), ("令狐梅", "令*梅"))
    county = at(INTAKE)
    county.does("/skills/trainers/new", name=name, body="青禾职业学校").sees(covered)
    county.page.locator("main tr", has_text=covered).locator('a[href$="/erase"]').click()
    county.look().send()
    assert covered not in county.open("/skills/trainers").page.locator("main").inner_text()


def test_what_a_desk_wrote_down_of_an_objection(at, language):
    desk = at(said(language, "hetou-clerk", "hewan-station"))
    words = said(language, "柜台记下的话", "Said at the counter")
    desk.does("/notices/hetou-lot-notice-1/object", text=words)
    follow(desk.open("/notices/hetou-lot-notice-1"), "/answer").sees(words)
    desk.does(here(desk), answerZh="已核实")
    county = at(INTAKE).open("/notices/hetou-lot-notice-1")
    erase = here(county)
    follow(county, "/erase").sees(words)
    county.send().open(erase)
    assert county.page.locator('main a[href$="/erase"]').count() == 0
