"""The whole life of one real lot, from the village's card to the certificate, by clicks and forms only, without script.

The village, the township and the bidders sit at phones and read Chinese; the county sits at a desk and reads English.
The hours in between are skipped with the practice clock that the page itself offers.
"""

import re

import checks

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
CLERK, ACCOUNTANT, STATION, REVIEW = "dongpo-clerk", "dongpo-accountant", "shiqiao-station", "shiqiao-review"
RELEASE, LIU, ZHAO = "county-release", "bidder-liu-account", "bidder-zhao-account"
FIELD = "南河湾地"


class Desk:
    """Somebody at a screen, in one language; every page they come by is checked as they go."""

    def __init__(self, page, house, language):
        self.page, self.house, self.language = page, house, language
        self.page.goto(f"{house.url}/?lang={language}")

    def open(self, path):
        self.page.goto(self.house.url + path)
        return self.look()

    def click(self, words):
        self.page.locator("main").get_by_role("link", name=words, exact=True).first.click()
        return self.look()

    def fill(self, **fields):
        for name, value in fields.items():
            control = self.page.locator(f'main form [name="{name}"]')
            kind = control.first.evaluate("c => c.tagName === 'SELECT' ? 'select' : c.type")
            if kind == "select":
                control.select_option(value)
            elif kind == "radio":
                self.page.check(f'main form [name="{name}"][value="{value}"]')
            else:
                control.fill(str(value))
        return self

    def send(self):
        """Sends the form and stops at the first refusal, which the page must explain."""
        self.page.click("main form:not(.search) button >> nth=0")
        refused = self.page.locator(".callout.refusal, .field.wrong")
        assert refused.count() == 0, f"{self.page.url}: {refused.first.inner_text()}"
        return self.look()

    def look(self):
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


def test_the_life_of_a_lot_by_clicks(enter, house):
    def at(name, language="zh", size=PHONE):
        return Desk(enter(name, **size), house, language)

    clerk, station, review = at(CLERK), at(STATION), at(REVIEW)
    release, liu, zhao = at(RELEASE, "en", DESK), at(LIU), at(ZHAO, "en", DESK)

    # The village registers the field, records what the assembly resolved, and offers the field.
    clerk.open("/").click("登记资产资源")
    clerk.fill(
        owner="dongpo-collective", division="p140498101201", name=FIELD, kind="resource", area="30", right="ownership",
        use="种植小麦", **{"class": "irrigated"}).send()
    clerk.sees(FIELD, "30 亩")
    card = clerk.page.url
    clerk.open("/").click("登记决议")
    clerk.fill(
        organisation="dongpo-collective", matter="outsiderContracting", body="assembly", entitled=240, present=203,
        inFavour=199, date="2026-02-20", **{"evidence[0]": "ab" * 32}).send()
    clerk.page.goto(card)
    clerk.look().click("申请交易")
    clerk.page.locator("label.pick", has_text="2026年2月20日").locator("[name=resolution]").check()
    clerk.fill(years=5, startPriceFen="500", stepFen="20", depositFen="5000", use="种植小麦").send()
    clerk.click(FIELD)
    lot = clerk.page.url.removeprefix(house.url)
    clerk.sees("草稿", "¥500.00").click("提交申请").send().sees("已申请")

    # Four eyes: the township accepts and reviews, the county releases.
    station.open("/exchange/desk").click(FIELD)
    station.click("受理").send().sees("已受理")
    review.open("/exchange/desk").click(FIELD)
    review.click("审核").fill(decision="approve").send().sees("待公告")
    release.open("/exchange/desk").click(FIELD)
    release.click("Publish the notice").send().sees("listed", "Notice")

    # Two bidders find it, register and pay; the station enters the arrivals and admits them.
    for bidder, register, account in ((liu, "报名", "6217-LIU"), (zhao, "Register as bidder", "6217-ZHAO")):
        bidder.open("/lots").click(FIELD)
        bidder.click(register).fill(account=account).send()
    liu.sees(FIELD, "已报名")
    station.open(lot).click("报名名单")
    for account, payer, reference in (("6217-LIU", "刘桂兰", "B-1"), ("6217-ZHAO", "赵春生", "B-2")):
        station.click("登记保证金到账")
        whose = station.page.locator(".answer").inner_text()
        mine = account if whose[0] == payer[0] else {"6217-LIU": "6217-ZHAO", "6217-ZHAO": "6217-LIU"}[account]
        station.fill(amountFen="5000", payerAccount=mine, reference=reference).send()
    for _ in range(2):
        station.click("资格确认").send()
    station.sees("合格")

    # The notice is over, the hall opens; three bids, each the answer to the one before.
    pass_time(station, lot, "竞价中")
    liu.open(lot).sees("服务器时间", "还没有出价").click("出价").send().sees("领先", "¥500.00")
    zhao.open(lot).click("Place a bid").send().sees("lead", "¥520.00")
    liu.open(lot).sees("已被超过").click("出价").fill(priceFen="560").send().sees("领先", "¥560.00")
    zhao.open(lot).sees("outbid")

    # The result hangs, nobody objects, the contract is signed and paid, the certificate given.
    pass_time(station, lot, "公示结果")
    station.click("公示结果").send().sees("结果公示")
    pass_time(station, lot, "签订合同")
    station.click("签订合同")
    if station.page.locator('[name="startsOn"]').count():
        station.fill(startsOn="2026-04-10")
    station.send().sees("84,000.00")
    station.open(lot).click("登记价款").fill(amountFen="16800", reference="P-77").send()
    review.open(lot).click("交易鉴证").send().sees("刘")
    contract = review.page.locator('a[href^="/contracts/"]').first.get_attribute("href")

    # Anyone sees it: the contract with its certificate, the village's page, the log.
    public = Desk(enter("villager-1", **PHONE), house, "zh")
    public.open(contract)
    certificate = public.page.locator('a[href^="/certificates/"]').first.get_attribute("href")
    public.open(certificate).sees("84,000.00", "¥560.00")
    public.open("/villages/p140498101201").sees(FIELD, "¥560.00", "2031")
    assert "刘桂兰" not in public.page.content(), "a person's name stands on a public page"
    public.open("/log")
    kinds = public.page.locator("main table").first.inner_text()
    assert re.search("lotCertified", kinds), kinds[:500]
    public.page.locator("main tbody th a").first.click()
    public.look().sees("证明")
