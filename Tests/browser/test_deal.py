"""The whole life of one real lot, from the village's card to the certificate, by clicks and forms only, without script.

Twice: everybody at a phone in Chinese, and everybody at a desk in English. The hours in between are skipped with the
practice clock that the page itself offers.
"""


import pytest

import checks

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
CLERK, ACCOUNTANT, STATION, REVIEW = "dongpo-clerk", "dongpo-accountant", "shiqiao-station", "shiqiao-review"
RELEASE, LIU, ZHAO = "county-release", "bidder-liu-account", "bidder-zhao-account"
# What the two walks differ in: the field's own name, days that follow each other, and what the dates look like.
FIELDS = {"zh": "南河湾地", "en": "北坡梯田"}
RESOLVED = {"zh": ("2026-02-20", "2026年2月20日"), "en": ("2026-02-21", "21 February 2026")}
STARTS = {"zh": "2026-04-10", "en": "2026-05-10"}

# The house's words that the walk goes by, as the English pages say them.
ENGLISH = {
    "登记资产资源": "Register an asset", "30 亩": "30 mu", "登记决议": "Record a resolution", "申请交易": "Offer it for trade",
    "草稿": "draft", "提交申请": "Submit a lot", "已申请": "submitted", "受理": "Accept a lot", "已受理": "accepted",
    "审核": "Review a lot", "待公告": "approved", "发布公告": "Publish the notice", "公告挂牌中": "listed",
    "报名": "Register as bidder", "已报名": "registered", "报名名单": "Registrations", "登记保证金到账": "Record a deposit",
    "资格确认": "Admit a bidder", "合格": "qualified", "竞价中": "auction running", "服务器时间": "Server clock",
    "还没有出价": "have not bid yet", "出价": "Place a bid", "领先": "lead", "已被超过": "are outbid", "公示结果": "Publish the result",
    "结果公示": "result published", "签订合同": "Sign the contract", "登记价款": "Record a payment", "交易鉴证": "Certify the deal",
    "证明": "Proof",
}



def paper(words):
    """A PDF of one page that says `words`."""
    text = "".join(c if c.isascii() and c not in "()\\" else "?" for c in words)[:60]
    stream = f"BT /F1 24 Tf 60 700 Td ({text}) Tj ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, starts = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        starts.append(len(out))
        out += f"{number} 0 obj{body}endobj\n"
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    end = f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF\n"
    return (out + end).encode()


class Desk:
    """Somebody at a screen, in one language; every page they come by is checked as they go."""

    def __init__(self, page, house, language):
        self.page, self.house, self.language = page, house, language
        self.page.goto(f"{house.url}/?lang={language}")

    def open(self, path):
        self.page.goto(self.house.url + path)
        return self.look()

    def click(self, words):
        """Follows a link of the page; where it is folded away, the fold is opened first."""
        link = self.page.get_by_role("link", name=words, exact=True, include_hidden=True)
        fold = self.page.locator("main details:not([open])").filter(has=link)
        shown = self.page.locator("main").get_by_role("link", name=words, exact=True)
        if shown.count() == 0 and fold.count() > 0:
            fold.first.locator("summary").first.click()
        shown.first.click()
        return self.look()

    def fill(self, **fields):
        for name, value in fields.items():
            control = self.page.locator(f'main form [name="{name}"]')
            kind = control.first.evaluate("c => c.tagName === 'SELECT' ? 'select' : c.type")
            if kind == "select":
                control.select_option(value)
            elif kind == "radio":
                self.page.check(f'main form [name="{name}"][value="{value}"]')
            elif kind == "file":
                # A form comes back with the paper it was sent beside a chooser of the same name.
                control.last.set_input_files({"name": "单据.pdf", "mimeType": "application/pdf", "buffer": paper(str(value))})
            else:
                control.fill(str(value))
        return self

    def send(self):
        """Sends the form and stops at the first refusal, which the page must explain."""
        self.page.click("main form:not(.search) button >> nth=0")
        refused = self.page.locator(".callout.refusal, .field.wrong")
        assert refused.count() == 0, f"{self.page.url}: {refused.first.inner_text()}"
        self.look()
        return self.goes_on()

    def goes_on(self):
        """From the confirmation of an act to the page it leads to."""
        if self.page.locator("main .confirmation").count() == 0:
            return self
        self.page.locator("main .actions a.primary").click()
        return self.look()

    def look(self):
        self.page.wait_for_load_state()
        problems = checks.all_problems(self.page, self.language) + self.page.complaints
        assert problems == [], f"{self.page.url}: {problems}"
        return self

    def sees(self, *words):
        text = self.page.locator("main").inner_text()
        for word in words:
            assert word in text, f"{self.page.url} does not say {word!r}: {text[:1500]}"
        return self


def pass_time(desk, lot, until):
    """Moves the practice clock from one due act to the next until the lot says what it should."""
    for _ in range(60):
        desk.open(lot)
        if until in desk.page.locator("main").inner_text():
            return
        desk.open("/practice").send()
    raise AssertionError(f"{lot} never says {until}: {desk.page.locator('main').inner_text()[:800]}")


@pytest.mark.parametrize(("language", "size"), [("zh", PHONE), ("en", DESK)], ids=["zh-390", "en-1280"])
def test_the_life_of_a_lot_by_clicks(enter, house, language, size):
    field, starts = FIELDS[language], STARTS[language]

    def at(name):
        return Desk(enter(name, **size), house, language)

    def say(words):
        return words if language == "zh" else ENGLISH[words]

    clerk, station, review, release, liu, zhao = (at(name) for name in (CLERK, STATION, REVIEW, RELEASE, LIU, ZHAO))

    # The village registers the field, records what the assembly resolved, and offers the field.
    clerk.open("/").click(say("登记资产资源"))
    clerk.fill(
        owner="dongpo-collective", division="p140498101201", name=field, kind="resource", area="30", right="ownership",
        use="种植小麦", **{"class": "irrigated"}).send()
    clerk.sees(field, say("30 亩"))
    card = clerk.page.url
    clerk.open("/").click(say("登记决议"))
    clerk.fill(
        organisation="dongpo-collective", matter="outsiderContracting", body="assembly", entitled=240, present=203,
        inFavour=199, date=RESOLVED[language][0], **{"evidence[0]": "ab" * 32}).send()
    clerk.page.goto(card)
    clerk.look().click(say("申请交易"))
    clerk.page.locator("label.pick", has_text=RESOLVED[language][1]).locator("[name=resolution]").check()
    clerk.fill(years=5, startPriceFen="500", stepFen="20", depositFen="5000", use="种植小麦").send()
    clerk.click(field)
    lot = clerk.page.url.removeprefix(house.url)
    clerk.sees(say("草稿"), "¥500.00").click(say("提交申请")).send().sees(say("已申请"))

    # Four eyes: the township accepts and reviews, the county releases.
    station.open("/exchange/desk").click(field)
    station.click(say("受理")).send().sees(say("已受理"))
    review.open("/exchange/desk").click(field)
    review.click(say("审核")).fill(decision="approve").send().sees(say("待公告"))
    release.open("/exchange/desk").click(field)
    release.click(say("发布公告")).send().sees(say("公告挂牌中"))

    # Two bidders find it, register and pay; the station enters the arrivals and admits them.
    for bidder, account in ((liu, "6217-LIU"), (zhao, "6217-ZHAO")):
        bidder.open("/lots").click(field)
        bidder.click(say("报名")).fill(account=account).send()
    liu.sees(field, say("已报名"))
    station.open(lot).click(say("报名名单"))
    for account, payer, reference in (("6217-LIU", "刘桂兰", f"B-1-{language}"), ("6217-ZHAO", "赵春生", f"B-2-{language}")):
        station.click(say("登记保证金到账"))
        whose = station.page.locator(".answer").inner_text()
        mine = account if whose[0] == payer[0] else {"6217-LIU": "6217-ZHAO", "6217-ZHAO": "6217-LIU"}[account]
        station.fill(amountFen="5000", payerAccount=mine, reference=reference).send()
    for _ in range(2):
        station.click(say("资格确认")).send()
    station.sees(say("合格"))

    # The notice is over, the hall opens; three bids, each the answer to the one before.
    pass_time(station, lot, say("竞价中"))
    liu.open(lot).sees(say("服务器时间"), say("还没有出价")).click(say("出价")).send().sees(say("领先"), "¥500.00")
    zhao.open(lot).click(say("出价")).send().sees(say("领先"), "¥520.00")
    liu.open(lot).sees(say("已被超过")).click(say("出价")).fill(priceFen="560").send().sees(say("领先"), "¥560.00")
    zhao.open(lot).sees(say("已被超过"))

    # The result hangs, nobody objects, the contract is signed and paid, the certificate given.
    pass_time(station, lot, say("公示结果"))
    station.click(say("公示结果")).send().sees(say("结果公示"))
    pass_time(station, lot, say("签订合同"))
    station.click(say("签订合同"))
    if station.page.locator('[name="startsOn"]').count():
        station.fill(startsOn=starts)
    station.send().sees("84,000.00")
    station.open(lot).click(say("登记价款")).fill(amountFen="16800", reference=f"P-{language}").send()
    review.open(lot).click(say("交易鉴证")).send().sees("刘")
    contract = review.page.locator('a[href^="/contracts/"]').first.get_attribute("href")
    station.open(f"{lot}/fileLot").send()

    # Anyone sees it: the contract with its certificate, the village's page, the log.
    public = at("villager-1")
    public.open(contract)
    certificate = public.page.locator('a[href^="/certificates/"]').first.get_attribute("href")
    public.open(certificate).sees("84,000.00", "¥560.00")
    public.open("/villages/p140498101201").sees(field, "¥560.00", "2031")
    assert "刘桂兰" not in public.page.content(), "a person's name stands on a public page"
    public.open("/log")
    entries = [link.get_attribute("href") for link in public.page.locator("main table a[href^='/log/']").all()]
    kinds = [public.open(entry).page.locator("main dl code").first.text_content() for entry in entries]
    assert "exchange.lotCertified" in kinds, kinds
    public.sees(say("证明"))
