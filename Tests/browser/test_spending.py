"""Spending by clicks: the members' budget, a claim from the clerk's phone to the bank and the books, the yearly report."""

import pytest

from conftest import own_house
from test_books import upload
from test_deal import DESK, PHONE
from test_forms import ACCOUNTANT, CLERK, INTAKE, REVIEW, STATION, Clerk

BOOKS, AGENCY = "/books/dongpo-collective", "shiqiao-agency"


@pytest.fixture(scope="module")
def house():
    with own_house() as house:
        yield house.start()


@pytest.fixture(scope="module")
def sessions():
    return {}


@pytest.fixture(params=[("zh", PHONE), ("en", DESK)], ids=["zh-390", "en-1280"], scope="module")
def setting(request):
    return request.param


@pytest.fixture
def at(enter, house, setting):
    language, size = setting
    return lambda name: Clerk(enter(name, **size), house, language)


def says(clerk, chinese, english):
    return clerk.sees(chinese if clerk.language == "zh" else english)


def follow(clerk, end):
    """Takes the first link of the page that leads to an address of that end."""
    clerk.page.locator(f'main a[href$="{end}"]').first.click()
    return clerk.look()


def here(clerk):
    return clerk.page.url.removeprefix(clerk.house.url).split("?")[0]


def resolved(clerk, day):
    clerk.does(
        "/register/resolution", organisation="dongpo-collective", matter="budget", body="assembly", entitled=240, present=203,
        inFavour=199, date=day, **{"evidence[0]": day})
    return day


def chooses(clerk, day):
    """Ticks the resolution of that day, as the form shows it."""
    year, month, of_month = (int(part) for part in day.split("-"))
    shown = f"{year}年{month}月{of_month}日" if clerk.language == "zh" else f"{of_month} February {year}"
    clerk.page.locator("main form label.pick", has_text=shown).locator("[name=resolution]").check()
    return clerk


def test_a_budget_is_entered_and_amended(at, setting):
    clerk, year, days = at(CLERK), *(("2026", ("2026-02-20", "2026-02-23")) if setting[0] == "zh" else ("2027", ("2026-02-24", "2026-02-25")))
    plan, change = (resolved(clerk, day) for day in days)
    clerk.open(BOOKS).page.locator(f'main a[href="{BOOKS}/budget"]').click()
    says(clerk.look(), "2026 年", "2026")
    clerk.open(f"{BOOKS}/budget/{year}")
    follow(clerk, "/adopt")
    chooses(clerk, plan)
    # A table with a row for every account: no list to choose from, and it fits a phone.
    for code, amount in (("502", "30000"), ("513", "5000")):
        clerk.page.locator(f'main tr:has(input[value="{code}"]) input[name$=".amountFen"]').fill(amount)
    assert clerk.page.locator("main form tbody tr").count() > 8 and clerk.page.locator("main form select").count() == 0
    wide, room = clerk.page.evaluate("() => [document.documentElement.scrollWidth, innerWidth]")
    assert wide <= room, (wide, room)
    clerk.send().sees("30,000.00", "5,000.00")
    assert here(clerk) == f"{BOOKS}/budget/{year}"
    follow(clerk, "/amend")
    chooses(clerk, change).fill(account="513", amountFen="6500", reason="多修一条路" if setting[0] == "zh" else "one more road")
    clerk.send().sees("6,500.00", "5,000.00")


def registered(clerk, name, number):
    """A company of the village, with a credit code whose check signs fit."""
    own = f"MA0{number:05}"
    signs = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    check = 11 - sum((int(c, 36)) * w for c, w in zip(own, (3, 7, 9, 10, 5, 8, 4, 2))) % 11
    body = "91140498" + own + ("X" if check == 10 else str(check % 11))
    rest = 31 - sum(signs.index(sign) * pow(3, place, 31) for place, sign in enumerate(body)) % 31
    clerk.does(
        "/register/party", kind="company", publicName=name, creditCode=body + signs[rest % 31], division="p140498101201")


def claim(clerk, words, amount):
    """Hands a claim in with the photo of its paper; answers its address."""
    clerk.open(BOOKS).page.locator(f'main a[href="{BOOKS}/claims"]').click()
    follow(clerk.look(), "/claim-form")
    # Nobody is registered in the village yet: the form says so, and comes back with the photo when it is sent all the same.
    if clerk.page.locator('main form [name="payee"]').count() == 0:
        says(clerk, "请先登记", "register it first")
        clerk.fill(photo=words, amountFen=amount, matter=words).page.click("main form:not(.search) button >> nth=0")
        assert clerk.page.locator(".field.wrong").count() == 1
        says(clerk, "单据.pdf", "单据.pdf")
        clerk.page.complaints.clear()
        registered(clerk, "东坡建材有限公司", 1)
        clerk.open(f"{BOOKS}/claim-form")
    clerk.does(here(clerk), photo=words, amountFen=amount, matter=words)
    address = follow_row(clerk, words)
    # Of the same payee it is entered once.
    if "••••" not in clerk.page.locator("main").inner_text():
        follow(clerk, "/account").does(here(clerk), bank="东坡镇信用社", number="6217 0012 3456 7890")
        says(clerk, "东坡镇信用社 •••• 7890", "东坡镇信用社 •••• 7890")
    assert "6217" not in clerk.page.content() and "6217" not in clerk.page.url
    return address


def follow_row(clerk, words):
    """From the list of claims to the one of these words."""
    clerk.open(f"{BOOKS}/claims").page.locator("main a", has_text=words).first.click()
    clerk.look()
    return here(clerk)


def test_a_claim_goes_from_the_phone_to_the_bank_and_into_the_books(at, setting):
    zh = setting[0] == "zh"
    words, amount, day = ("修水渠", "2300", "2026-02-26") if zh else ("ditch repair", "2450", "2026-02-27")
    clerk, checker, reviewer, payer = at(CLERK), at(ACCOUNTANT), at(REVIEW), at(STATION)
    address = claim(clerk, words, amount)
    checker.open(address)
    follow(checker, "/approve").send()
    # From 2,000 yuan on the township reviews as well; it gives the claim back, and the clerk hands it in again.
    reviewer.open(address)
    follow(reviewer, "/return").fill(reason="发票不清楚" if zh else "the invoice cannot be read").send()
    clerk.open(address).sees("发票不清楚" if zh else "cannot be read")
    follow(clerk, "/again").does(here(clerk), photo=words + " 2")
    checker.open(address)
    follow(checker, "/approve").send()
    reviewer.open(address)
    follow(reviewer, "/approve").send()
    # Paid in one file with whatever else is approved; the bank's statement shows it, and a third hand books it.
    payer.open(f"{BOOKS}/claims")
    follow(payer, "/claim-payment").does(here(payer))
    file = payer.open(address).page.locator('main a[href$="bank.csv"]').first.get_attribute("href")
    told = payer.page.request.get(payer.house.url + file)
    assert told.ok and f"{int(amount)}.00" in told.text(), told.text()[:500]
    assert ("6217001234567890" if zh else "6217001234567891") in told.text() and "6217" not in file
    assert not clerk.page.request.get(clerk.house.url + file).ok, "only who pays sees the numbers"
    booker = at(AGENCY)
    booker.open(address)
    follow(booker, "/book")
    says(booker, "还没有", "no ")
    upload(at(ACCOUNTANT), "/statement", "bank.csv", f"交易日期,流水号,收入,支出\n{day},C-{amount},,{amount}\n")
    booker.open(address)
    follow(booker, "/book").does(here(booker))
    booker.open(address)
    says(booker, "已付，凭证已填", "Paid, voucher drafted")
    booker.open(f"{BOOKS}/drafts").sees(words)
    # The draft is withdrawn and drafted again by a click; then the bank sends the money back.
    for again in (True, False):
        booker.open(f"{BOOKS}/drafts")
        follow(booker, "/withdraw").send()
        if again:
            booker.open(address)
            follow(booker, "/redraft").send()
            booker.open(f"{BOOKS}/drafts").sees(words)
    upload(at(ACCOUNTANT), "/statement", "back.csv", f"交易日期,流水号,收入,支出\n{day},R-{amount},{amount},\n")
    payer.open(f"{BOOKS}/bank/102?month={day[:7]}")
    says(payer, "可能是退回的付款", "Perhaps a payment sent back")
    follow(payer, "/sent-back").fill(reason="户名不符" if zh else "name differs").send()
    clerk.open(address).sees("户名不符" if zh else "name differs")
    if zh:
        follow(clerk, "/account").does(here(clerk), bank="石桥镇信用社", number="6217 0012 3456 7891")
        says(clerk, "•••• 7891", "•••• 7891")


def test_who_signs_and_what_is_warned_of(at, setting):
    zh = setting[0] == "zh"
    accountant = at(ACCOUNTANT)
    accountant.open(BOOKS).page.locator(f'main a[href="{BOOKS}/people"]').click()
    accountant.look()
    first, second = accountant.page.locator('main form [name="chief"]'), accountant.page.locator('main form [name="cashier"]')
    def choose(control, place):
        if control.first.evaluate("c => c.tagName") == "SELECT":
            control.select_option(index=place + 1)
        else:
            control.nth(place).check()
    choose(first, 0)
    choose(second, 1)
    accountant.fill(**{"from": "2026-02-01" if zh else "2026-02-02"}).send()
    accountant.open(f"{BOOKS}/people")
    says(accountant, "会计主管 ", "is chief accountant")
    accountant.open(f"{BOOKS}/vouchers").page.locator('main a[href*="/vouchers/"]').first.click()
    accountant.look()
    follow(accountant, "/original").does(here(accountant), kind="paper", shelf="2025-11 盒 3 号")
    accountant.sees("2025-11 盒 3 号")
    accountant.open(BOOKS).page.locator(f'main a[href="{BOOKS}/warnings"]').click()
    accountant.look()
    says(accountant, "待办结", "open")
    link = accountant.page.locator('main a[href$="/close"]').first
    if zh:
        link.click()
        accountant.look().fill(note="正在补结").send()
        accountant.sees("正在补结")


def test_a_large_claim_climbs_to_the_county(at, setting):
    words = "买拖拉机" if setting[0] == "zh" else "tractor"
    address = claim(at(CLERK), words, "60000" if setting[0] == "zh" else "61000")
    for name in (ACCOUNTANT, REVIEW, INTAKE):
        desk = at(name).open(address)
        follow(desk, "/approve").send()
    assert desk.page.locator('main a[href$="/approve"]').count() == 0


def test_the_report_of_a_year_and_who_keeps_the_books(at, setting):
    zh = setting[0] == "zh"
    clerk = at(CLERK)
    # An agency keeps the books for a time; the next contract begins when this one is over.
    clerk.open(BOOKS).page.locator(f'main a[href="{BOOKS}/reports"]').click()
    says(clerk.look(), "已交", "of 3 have it")
    follow(clerk, "/agency-form")
    first, last = ("2026-03-01", "2026-12-31") if zh else ("2027-01-01", "2027-12-31")
    registered(clerk, f"代理记账公司{first[:4]}", int(first[:4]))
    clerk.open(f"{BOOKS}/agency-form")
    clerk.does(here(clerk), **{"from": first, "until": last, "keeper": "agency", "contract": "合同"})
    says(clerk, "代理机构", "The agency")
    # The report goes out once the year is closed, and not before.
    receiver, receiver_shown = ("township", "乡镇人民政府") if zh else ("agriculture", "Agriculture department")
    accountant = at(ACCOUNTANT).open(f"{BOOKS}/reports/2025")
    follow(accountant, "/filed").fill(recipient=receiver, date="2026-03-01", receipt="签收单")
    if zh:
        accountant.page.click("main form:not(.search) button >> nth=0")
        says(accountant, "2025", "2025")
        assert accountant.page.locator(".callout.refusal, .field.wrong").count() > 0
        accountant.page.complaints.clear()
        at(STATION).does(f"{BOOKS}/confirm/2025-11")
        at(ACCOUNTANT).does(f"{BOOKS}/close-month")
        at(STATION).does(f"{BOOKS}/confirm/2025-12")
        follow(at(ACCOUNTANT).open(f"{BOOKS}/year-end"), "/transfer").send()
        at(ACCOUNTANT).does(f"{BOOKS}/close-month")
        accountant = at(ACCOUNTANT).open(f"{BOOKS}/reports/2025/filed").fill(recipient=receiver, date="2026-03-01", receipt="签收单")
    accountant.send().sees(receiver_shown)
    says(accountant, "已签收", "Received")
    says(accountant, "已交 1 处" if zh else "已交 2 处", "2 of 3 have it")
    # One receiver has it; a mistake is found, and that receiver is told with the corrected one.
    follow(accountant.open(f"{BOOKS}/reports/2025"), "/corrected").does(
        here(accountant), date="2026-03-02", reason="折旧多提" if zh else "too much depreciation", report="更正后的报告",
        receipt="第二张签收单")
    assert here(accountant) == f"{BOOKS}/reports/2025"
    accountant.sees("折旧多提" if zh else "too much depreciation")


def test_what_a_year_asks_to_be_looked_at_is_recorded(at, setting):
    found = "盘点无差异" if setting[0] == "zh" else "counted, no difference"
    accountant = at(ACCOUNTANT).open(f"{BOOKS}/year-end")
    accountant.page.locator('main a[href*="/check/"]').nth(0 if setting[0] == "zh" else 1).click()
    accountant.look().does(here(accountant), finding=found)
    assert here(accountant).startswith(f"{BOOKS}/year-end")
    accountant.sees(found)
