"""Every form that the one deal of test_deal.py has no use for, sent by the one whose form it is, without script."""

import pytest

from conftest import own_house
from test_deal import DESK, PHONE, Desk, pass_time

CLERK, ACCOUNTANT, STATION, REVIEW = "dongpo-clerk", "dongpo-accountant", "shiqiao-station", "shiqiao-review"
INTAKE, RELEASE, SECOND, SUPERVISOR = "county-intake", "county-release", "county-review", "county-supervisor"
LIU, ZHAO, VILLAGER = "bidder-liu-account", "bidder-zhao-account", "villager-1"
VILLAGE = "p140498101201"
DIGEST = "ab" * 32


@pytest.fixture(scope="module")
def house():
    with own_house() as house:
        yield house.start()


@pytest.fixture(scope="module")
def sessions():
    return {}


@pytest.fixture
def at(enter, house):
    """`at(name)`: that person at their screen; villages and townships at phones in Chinese, the county at a desk in English."""
    desks = {}

    def sit(name):
        if name not in desks:
            county = name.startswith("county")
            page = enter(name, **(DESK if county else PHONE))
            page.set_default_timeout(15_000)
            desks[name] = Clerk(page, house, "en" if county else "zh")
        return desks[name]

    return sit


class Clerk(Desk):
    def does(self, path, **fields):
        """Opens the form at `path`, fills in what is given and whatever else must be there, and sends it."""
        chosen = [fields.pop(name) for name in list(fields) if str(fields[name]).startswith("=")]
        self.open(path).fill(**fields)
        for label in chosen:  # "=李*": chosen by the name as the desk sees it
            self.page.locator("main form label", has_text=label[1:]).first.click()
        for control in self.page.locator("main form:not(.search) [required]").all():
            kind = control.evaluate("c => c.tagName === 'SELECT' ? 'select' : c.type")
            if kind == "radio":
                name = control.get_attribute("name")
                if self.page.locator(f'main form [name="{name}"]:checked').count() == 0:
                    control.check()
            elif kind == "select":
                if not control.input_value():
                    control.select_option(index=1)
            elif not control.input_value():
                sample = {"date": "2026-03-02", "datetime-local": "2026-03-20T09:00"}.get(kind, "测试")
                control.fill("1" if control.get_attribute("inputmode") else sample)
        return self.send()


def again(clerk, path, **fields):
    """Sends a form whose time has not come, moving the practice clock on from one due act to the next until it has."""
    for _ in range(60):
        clerk.open(path).fill(**fields)
        clerk.page.click("main form button >> nth=0")
        if clerk.page.locator(".callout.refusal").count() == 0:
            return
        clerk.page.complaints.clear()
        clerk.open("/practice").send()
    raise AssertionError(f"{path} is still refused: {clerk.page.locator('main').inner_text()[:500]}")


def test_a_form_asks_only_what_its_answer_needs(at):
    """Without script; on what was chosen before, a refused form included."""
    page = at(CLERK).open("/register/party").page
    seen = lambda *names: {name for name in names if page.locator(f'main [name="{name}"]').is_visible()}
    asked = ("publicName", "creditCode", "name", "identityNumber", "phone")
    assert seen(*asked) == {"phone"}
    page.select_option('main [name="kind"]', "company")
    assert seen(*asked) == {"publicName", "creditCode", "phone"}
    page.select_option('main [name="kind"]', "person")
    assert seen(*asked) == {"name", "identityNumber", "phone"}
    page.fill('main [name="phone"]', "19800009999")
    page.click("main form:not(.search) button >> nth=-1")
    assert page.locator(".callout.refusal").count() == 1
    assert seen(*asked) == {"name", "identityNumber", "phone"}
    page.complaints.clear()


def test_the_registers_forms(at):
    county, station, clerk = at(INTAKE), at(STATION), at(CLERK)
    county.does("/register/parameter", division="p140498", value=20_000, source="县办法第12条")
    at("admin").does("/register/office", role="villageAccountant", division=VILLAGE)
    clerk.does("/register/party", kind="person", name="李四", phone="19800001234", division=VILLAGE)
    station.does("/register/organisation", division=VILLAGE, kind="company", name="青禾县东坡农业有限公司")
    station.does("/assets/dongpo-hall/dispute", dispute="与邻村界址不清")
    station.does("/assets/dongpo-hall/dispute", dispute="")
    clerk.open("/organisations/dongpo-collective/members")
    for page in ("/meetings", "/wall", "/search?q=东坡"):
        clerk.open(page)
    station.does(
        "/register/contract", asset="dongpo-hall", lessor="dongpo-collective", lessee="=李*", category="C1",
        start="2026-03-02", end="2027-03-01", unitPriceFen="1000", totalFen="1000", use="商店",
        paper="合同原件",
        **{"instalments[0].number": 1, "instalments[0].due": "2026-03-02", "instalments[0].amountFen": "1000"})
    contract = station.sees("单据.pdf").page.url.removeprefix(station.house.url)
    at(REVIEW).does(f"{contract}/authenticate")
    station.does("/contracts/dongpo-contract/reprint", reason="原件遗失")
    # The rent of that contract is paid, and the books of the month are closed.
    books = at(ACCOUNTANT)
    books.open("/books/dongpo-collective/receivables")
    books.does(f"/books/dongpo-collective/receivables/{contract.split('/')[-1]}/1/settle", amountFen="1000")
    clerk.does("/register/party", kind="person", name="王五", phone="19800005678", division=VILLAGE)
    county.does("/register/erasure", party="=王*", reason="本人申请")


def test_the_books_forms(at):
    at(STATION).does(
        "/register/organisation", division="p140498101", kind="townshipCollective", name="青禾县石桥镇集体经济组织联合总社")
    at(STATION).does(f"/books/{at(STATION).page.url.split('/')[-1]}/open")
    books = at(ACCOUNTANT)
    books.does(
        "/books/dongpo-collective/voucher-form", summary="购买办公用品", reviewer="shiqiao-station",
        **{"lines[0].account": "513", "lines[0].debitFen": "120", "lines[1].account": "101", "lines[1].creditFen": "120"})
    books.page.locator('main a[href*="/vouchers/"]').first.click()
    books.does(books.page.url.removeprefix(books.house.url) + "/reverse", reason="科目用错", reviewer="shiqiao-station")
    books.does(
        "/books/dongpo-collective/voucher-form", summary="卖废旧水管", reviewer="shiqiao-station",
        **{"lines[0].account": "101", "lines[0].debitFen": "300", "lines[1].account": "502", "lines[1].creditFen": "300"})
    books.open("/books/dongpo-collective/vouchers")
    books.page.locator("main tr", has_text="卖废旧水管").locator('a[href*="/vouchers/"]').first.click()
    books.does(
        books.page.url.removeprefix(books.house.url) + "/correct", reason="少记了", reviewer="shiqiao-station",
        **{"lines[0].debitFen": "50", "lines[1].creditFen": "50"})
    # Whoever was named as reviewer has looked at the month's vouchers before it is closed.
    at(STATION).does("/books/dongpo-collective/confirm/2025-11")
    books.does("/books/dongpo-collective/close-month")


def test_a_year_ends_and_is_taken_back(at):
    books, year = at(ACCOUNTANT), "/books/dongpo-collective/year-end/2025"
    at(STATION).does("/books/dongpo-collective/confirm/2025-12")
    books.open("/books/dongpo-collective/year-end").page.locator('main a[href$="/transfer"]').click()
    books.send()
    at(CLERK).does(
        "/register/resolution", organisation="dongpo-collective", matter="distribution", body="assembly", entitled=240,
        present=203, inFavour=199, date="2026-02-20", **{"evidence[0]": DIGEST})
    books.does(f"{year}/distribute", fundFen="10")
    at(REVIEW).does(f"{year}/undo", reason="少提了公积金")
    books.open("/books/dongpo-collective/year-end").page.locator('main a[href$="/distribute"]').wait_for()
    # The resolution was used for this very distribution, and is offered to it again.
    books.does(f"{year}/distribute", fundFen="12")


def test_a_voucher_goes_through_three_hands(at):
    book, lines = "/books/dongpo-collective", {
        "lines[0].account": "513", "lines[0].debitFen": "80", "lines[1].account": "101", "lines[1].creditFen": "80"}
    maker, reviewer, poster = at(ACCOUNTANT), at(STATION), at(REVIEW)

    def drafted(words):
        maker.does(f"{book}/draft-form", summary=words, **lines)
        row = maker.open(f"{book}/drafts").page.locator("main tr", has_text=words)
        address = row.locator('a[href*="/drafts/"]').first.get_attribute("href")
        return address.rsplit("/", 1)[0]

    posted, returned, taken = drafted("买扫帚"), drafted("买铁锹"), drafted("买水桶")
    reviewer.does(f"{posted}/review")
    poster.does(f"{posted}/post")
    reviewer.does(f"{returned}/return", reason="附件不全")
    maker.does(f"{taken}/withdraw")
    maker.open(f"{book}/drafts")
    for words in ("买扫帚", "买水桶"):
        assert maker.page.locator("main tr", has_text=words).locator("a[href$='/review']").count() == 0, words


def test_the_holidays_of_a_year_come_by_file(at):
    admin = at("admin").open("/register/calendar")
    days = [("01-01", "元旦")] + [(f"02-{day:02}", "春节") for day in range(5, 13)] + [
        ("04-05", "清明节"), ("05-01", "劳动节"), ("05-02", "劳动节"), ("06-09", "端午节"), ("09-15", "中秋节")] + [
        (f"10-{day:02}", "国庆节") for day in range(1, 8)]
    rows = "date,name,kind\n" + "".join(f"2027-{day},{name},off\n" for day, name in days)
    admin.page.set_input_files("[name=file]", {"name": "2027.csv", "mimeType": "text/csv", "buffer": rows.encode("gb18030")})
    admin.fill(source="国办发明电〔2026〕7号").send()
    admin.open("/calendar").sees("2027")


def test_the_boards_forms(at):
    at(CLERK).does(f"/villages/{VILLAGE}/announce", titleZh="三月卫生日", bodyZh="三月六日上午打扫村道。")
    at(VILLAGER).does("/notices/hetou-lot-notice-1/object", text="期限太短")
    answerer = at(INTAKE).open("/notices/hetou-lot-notice-1")
    path = answerer.page.locator('main a[href$="/answer"]').first.get_attribute("href")
    answerer.does(path, answerZh="期限依法足够")


def test_the_countys_forms(at):
    county = at(INTAKE)
    county.does("/guide-prices/publish")
    county.does("/exchange/bars/new", party="bidder-zhao", reasons="连续两次悔标", source="县监督组")
    county.does("/exchange/bars/lift", party="bidder-zhao", reasons="已补交")



def test_a_lot_is_stopped_and_goes_on(at):
    lot, county, supervisor = "/lots/hetou-lot", at(INTAKE), at(SUPERVISOR)
    at(RELEASE).does(f"{lot}/amendNotice", reasons="面积更正")
    county.does("/exchange/contact", phone="0354-7650099", account="0505 0101 0000 9999 00")
    at(LIU).does(f"{lot}/register", account="6217-LIU")
    at(LIU).open("/exchange/mine").sees("0505 0101 0000 9999 00", "转账附言写")
    at(LIU).open(lot).sees("有事找谁", "0354-765001")
    county.open(lot).click("Registrations")
    refuse = county.page.locator('main a[href$="/refuseBidder"]').first.get_attribute("href")
    # One arrival is a deposit; the rent in the same file is set aside, and the page says what to do with it.
    county.open("/exchange/deposits/import").page.set_input_files("main form [name=file]", {
        "name": "arrivals.csv", "mimeType": "text/csv",
        "buffer": ("reference,date,amount,payer_name,payer_account,remark\n"
                   f"B-9,2026-03-02,5000.00,刘桂兰,6217-LIU,{refuse.split('/')[4]}\n"
                   "B-10,2026-03-02,800.00,马四,6217-MA,rent of the shop\n"
                   f"B-11,2026-03-02,1.00,马四,6217-MA,{refuse.split('/')[4]}\n").encode()})
    # A yuan that somebody else paid with the same remark keeps nobody out.
    county.send().sees("1 deposit, 2 set aside", "Names no registration", "Ask the payer", "Not recorded")
    county.send().sees("What was recorded, and what is left?", "1 deposit, 2 set aside", "Ask the payer", "Not recorded")
    county.does(refuse, reasons="材料不全")
    county.does(f"{lot}/suspendLot", reasons="权属争议")
    supervisor.does(f"{lot}/extendSuspension", reasons="尚未查清")
    county.does(f"{lot}/resumeLot")
    county.does(f"{lot}/terminateLot", reasons="权属不清")
    at("beigou-clerk").does("/lots/beigou-lot/withdrawLot", reasons="村里另有安排")
    village = at("songshu-clerk")
    village.open("/lots/songshu-lot/attachMaterial")
    village.page.set_input_files(
        "main form [name=digest]", {"name": "照片.jpg", "mimeType": "image/jpeg", "buffer": b"<html>no picture</html>"})
    village.page.click("main form:not(.search) button >> nth=0")
    assert "1402" in village.page.locator("main").inner_text() or village.page.locator(".field.wrong").count() == 1
    village.page.complaints.clear()
    village.does("/lots/songshu-lot/attachMaterial", digest=DIGEST)
    village.open("/lots/songshu-lot").page.locator("main .paper a", has_text="单据.pdf").first.click()
    picture = village.page.locator("main img.paper-page")
    # The first page of a PDF is drawn when it is first asked for.
    for _ in range(40):
        if picture.evaluate("i => i.complete && i.naturalWidth > 200"):
            break
        village.page.wait_for_timeout(500)
    assert picture.evaluate("i => i.naturalWidth > 200")
    at("songshu-clerk").does("/lots/songshu-lot/submitLot")
    county.does("/lots/songshu-lot/returnLot", reasons="四至图不清")


def test_a_winner_who_does_not_sign(at, house):
    lot, county, second = "/lots/xiyao-lot", at(INTAKE), at(SECOND)
    at(LIU).does(f"{lot}/setProxyLimit", limitFen="700")
    pass_time(county, lot, "Publish the result")
    county.does(f"{lot}/publishResult")
    at(ZHAO).does(f"{lot}/raiseObjection", grounds="竞价时网络中断")
    second.does(f"{lot}/answerObjection", decision="dismissed", answer="日志无中断记录")
    pass_time(county, lot, "Sign the contract")
    second.does(f"{lot}/extendSigning", reasons="受让方出差")
    again(second, f"{lot}/recordBreach", reasons="逾期不签")
    county.open(f"{lot}/bidders")
    path = county.page.locator('main a[href*="liu"][href$="/proposeForfeiture"]').get_attribute("href")
    county.does(path, decisionDigest=DIGEST)
    path = path.removesuffix("/proposeForfeiture")
    at(LIU).does(f"{path}/replyToForfeiture", reply="住院期间无法到场")
    again(second, f"{path}/approveForfeiture")
    second.does(f"{lot}/awardNext")
    county.open(f"{lot}/bidders")
    county.does(county.page.locator('main a[href$="/refundDeposit"]').first.get_attribute("href"))


def test_a_contract_ends_early(at):
    at(CLERK).does("/lots/dongpo-lot/endContractEarly", reasons="双方协商")
