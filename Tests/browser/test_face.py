"""The face of the county: how many clicks lead to an answer, and that no page is wider than a small phone."""

import pytest

import house as houses
from conftest import own_house

VILLAGE = "/places/p140498101201"


@pytest.fixture
def public(browser, house):
    context = browser.new_context(base_url=house.url, locale="zh-CN", java_script_enabled=False)
    page = context.new_page()
    yield page
    context.close()


def test_a_villager_finds_paid_or_not_by_typing_the_village_once(public):
    public.goto("/")
    assert "您是哪个村的" in public.inner_text("h1")
    public.fill("#village", "东坡村")
    public.click("text=看我们村")
    assert public.url.endswith(VILLAGE), "one village was meant: there is nothing to choose"
    assert "东坡村" in public.inner_text("h1")
    assert "到期应付" in public.inner_text("main") and "已付清" in public.inner_text("main")


def test_a_remembered_village_is_one_click_away(public):
    public.goto(VILLAGE)
    public.click("text=这是我的村，记住")
    public.goto("/")
    public.click(".hero .mine a")
    assert public.url.endswith(VILLAGE)
    assert "已付清" in public.inner_text("main")


def test_by_clicks_alone_it_is_the_map_and_the_village(public):
    public.goto("/")
    public.click(".tile >> text=东坡村")
    assert public.url.endswith(VILLAGE)


def test_from_the_village_one_goes_down_to_contract_and_to_the_log(public):
    public.goto(VILLAGE)
    public.click("main a[href^='/contracts/']")
    assert public.url.split("/")[-2] == "contracts"
    public.goto("/log")
    public.click("main a[href^='/log/'] >> nth=0")
    assert "证明核对无误" in public.inner_text("main")


def test_the_old_address_of_a_village_leads_to_its_page(public):
    public.goto("/villages/p140498101201")
    assert public.url.endswith(VILLAGE)


def test_large_letters_are_remembered(public):
    public.goto("/")
    public.click("text=大字")
    assert "large" in (public.get_attribute("html", "class") or "")
    public.goto("/lots")
    assert "large" in (public.get_attribute("html", "class") or "")


@pytest.mark.parametrize("path", ["/", VILLAGE, "/places/p140498", "/lots", "/lots/xiyao-lot", "/log", "/notices"])
def test_no_page_is_heavier_than_sixty_kilobytes(public, path):
    for language in ("zh-Hans", "en"):
        response = public.goto(f"{path}?lang={'zh' if language == 'zh-Hans' else 'en'}")
        assert response.status == 200
        assert len(response.body()) <= 60 * 1024, f"{path} is {len(response.body())} bytes"


def test_no_page_scrolls_sideways_at_320(browser, house):
    context = browser.new_context(base_url=house.url, viewport={"width": 320, "height": 700})
    page = context.new_page()
    wide = []
    for path in ["/", VILLAGE, "/places/p140498", "/lots", "/lots/xiyao-lot", "/log", "/notices"]:
        page.goto(path)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(path)
    context.close()
    assert not wide


def test_every_act_ends_on_a_confirmation(browser, house):
    context = browser.new_context(base_url=house.url, locale="zh-CN")
    page = context.new_page()
    houses.sign_in_staff(page, house, "dongpo-clerk")
    page.goto("/villages/p140498101201/announce")
    fields = {"titleZh": "清渠通知", "titleEn": "Cleaning the canal", "bodyZh": "三月八日清理水渠。", "bodyEn": "On 8 March."}
    for name, value in fields.items():
        if page.locator(f"[name={name}]").count():
            page.fill(f"[name={name}]", value)
    page.check("main form [name=kind][value=other]")
    if page.locator("[name=workingDays]").count():
        page.fill("[name=workingDays]", "5")
    page.click("main form button.primary")
    assert "/done" in page.url, page.inner_text("main")[:400]
    # Signing in as the demo tells it turns the page to English.
    assert "Done:" in page.inner_text("h1") and "entry" in page.inner_text("main dl")
    # The receipt names what was done, and the button the page it leads to; what it does not know it does not say.
    assert "清渠通知" in page.inner_text("main header")
    assert page.locator("main .actions a").first.inner_text().startswith("To: ")
    assert "Nothing more" not in page.inner_text("main")
    page.click("main dl a[href^='/log/']")
    assert "its proof holds" in page.inner_text("main")
    context.close()


def test_the_box_in_the_head_finds_a_village_from_any_page(public):
    public.set_viewport_size({"width": 1280, "height": 900})
    public.goto("/contracts")
    public.fill("header .find input", "东坡")
    public.press("header .find input", "Enter")
    assert "/search" in public.url and "东坡村" in public.inner_text("main")
    public.click(f"main .hits a[href='{VILLAGE}']")
    assert public.url.endswith(VILLAGE)
    public.goto("/search?q=没有这样的东西")
    assert "没有找到" in public.inner_text("main") and public.locator("main a[href='/places']").count() == 1


def test_a_list_is_ordered_by_its_heads_and_taken_along(public):
    public.goto("/assets")
    public.click("main th >> text=面积")
    assert "sort=area" in public.url and public.locator("th[aria-sort=ascending]").count() == 1
    with public.expect_download() as taken:
        public.click("main >> text=下载表格")
    rows = taken.value.path().read_bytes()
    assert rows.startswith(b"\xef\xbb\xbf") and "名称".encode() in rows and rows.count(b"\r\n") > 2


def test_the_wall_of_the_hall_has_no_controls_and_fetches_itself_again(public):
    public.set_viewport_size({"width": 1280, "height": 900})
    public.goto("/wall")
    assert public.url.endswith("/county?view=wall")
    # What runs comes first; every screen leads to the next one, and the last to the first.
    assert public.locator("main h2").first.inner_text() == "正在竞价和报名"
    screens = []
    for turn in range(5):
        screens.append(public.locator("main").inner_text())
        wait, url = public.locator("meta[http-equiv=refresh]").get_attribute("content").split(";url=")
        assert wait == "20" and "view=wall" in url, url
        public.goto(url)
    assert len(set(screens)) == 4 and screens[4] == screens[0]
    public.goto("/labour?view=wall")
    assert public.locator("meta[http-equiv=refresh][content='60']").count() == 1
    public.goto("/wall")
    assert not public.locator("header nav").is_visible() and not public.locator("header .find").is_visible()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 900), (1920, 1080), (3840, 2160)])
@pytest.mark.parametrize("path", ["/county", "/county?turn=1", "/county?turn=2", "/county?turn=3", "/labour", "/lots", "/lots/xiyao-lot", "/environment"])
def test_the_wall_is_one_screen_whatever_it_shows(public, path, size):
    public.set_viewport_size({"width": size[0], "height": size[1]})
    for language in ("zh", "en"):
        public.goto(f"{path}{'&' if '?' in path else '?'}view=wall&lang={language}")
        assert public.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]") == list(size)
        # Whatever is seen is seen whole: no figure reaches out of its tile.
        wide = public.locator(".stats .figure").evaluate_all("all => all.filter(f => f.scrollWidth > f.clientWidth + 1).length")
        assert wide == 0


@pytest.fixture
def untouched(browser):
    """The public's page of a county in which no other test has let the time pass."""
    with own_house() as house:
        context = browser.new_context(base_url=house.start().url, java_script_enabled=False, locale="zh-CN")
        yield context.new_page()
        context.close()


def test_the_days_of_a_lot_and_the_notices_are_taken_along(untouched):
    public = untouched
    feed = public.request.get("/notices.atom")
    assert feed.ok and "<feed" in feed.text() and "/notices/" in feed.text()
    public.goto("/lots?state=listed")
    public.click("main tbody th a >> nth=0")
    dates = public.request.get(public.locator("main a[href$='/dates.ics']").get_attribute("href"))
    assert dates.ok and dates.text().startswith("BEGIN:VCALENDAR\r\n") and "DTSTART:" in dates.text()
