"""Sewage and waste: a facility from its registration to an alarm that is closed, a load from one scale to the other, complaints,
vehicles, and a driver's round on an old phone, without script and without a network."""

import re
import socket
import threading
import time

import pytest

from conftest import own_house
from test_deal import PHONE
from test_forms import Clerk

COUNTY, REVIEW, SUPERVISOR, VILLAGER = "county-intake", "county-review", "county-supervisor", "villager-1"


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
    desks = {}

    def sit(name):
        if name not in desks:
            page = enter(name, **PHONE)
            page.set_default_timeout(15_000)
            desks[name] = Clerk(page, house, language)
        return desks[name]

    return sit


def said(language, zh, en):
    return zh if language == "zh" else en


def test_a_facility_is_registered_judged_and_its_alarm_closed(at, language):
    name = said(language, "北河镇污水处理站", "Beihe station")
    desk = at(COUNTY)
    desk.does("/environment/facilities/new", name=name, kind="town", design="900").sees(name)
    facility = desk.page.url.split("?")[0].split("/facilities/")[1].split("/")[0]
    base = f"/environment/facilities/{facility}"
    desk.open(base + "/standard").fill(standard="GB 18918-2002", grade="1B", **{"from": "2024-01-01"})
    desk.send()
    desk.open(base + "/station").fill(mn="Y4000000" + facility[-4:])
    desk.send().sees("Y4000000")
    desk.open(base + "/day").fill(item="COD", volume="700", mean="80", temperature="14")
    desk.send().sees(said(language, "超标", "exceeded"))
    desk.open("/environment/due").sees(name)
    desk.open(base + "/alarms/1/take").send().sees(said(language, "处理中", "being dealt with"))
    desk.open(base + "/alarms/1/close").fill(words=said(language, "曝气机跳闸，已恢复", "aerator tripped, repaired"))
    desk.send().sees(said(language, "已关闭", "closed"))


def test_instruments_are_checked_and_marks_confirmed_by_another(at, language):
    name = said(language, "东山镇污水处理站", "Dongshan station")
    desk = at(COUNTY)
    desk.does("/environment/facilities/new", name=name, kind="town", design="800").sees(name)
    base = "/environment/facilities/" + desk.page.url.split("?")[0].split("/facilities/")[1].split("/")[0]
    desk.click(said(language, "仪器与标记", "Instruments and marks"))
    desk.open(base + "/instruments/new").fill(item="COD", model="CODmax", serial="SN-" + base[-5:], range="100")
    desk.send().sees("CODmax", said(language, "未验收", "not accepted"))
    review = at(REVIEW)
    review.open(base + "/instruments/1/accept").fill(paper=said(language, "验收 2026-1", "report 2026-1"))
    review.send()
    desk.open(base + "/instruments/1/check").fill(reading="56")
    desk.send().sees(said(language, "不合格", "failed"))
    desk.open(base + "/instruments/1/comparison").fill(laboratory=said(language, "县监测站 2026-3", "county laboratory 2026-3"))
    desk.fill(**{f"pairs[{row}].{side}": "40" for row in range(3) for side in ("instrument", "laboratory")})
    desk.send().sees(said(language, "3 对中 3 对合格", "3 of 3 pairs within"))
    for number in (1, 2):
        desk.open(base + "/marks/new").fill(**{"from": "8", "until": "10", "mark": "M", "reason": said(language, "换泵管", "pump tube")})
        desk.send().sees(said(language, "待确认", "to be confirmed"))
    review.open("/environment/due").sees(name, said(language, "待确认", "to be confirmed"))
    review.open(base + "/marks/1/confirm").send().sees(said(language, "已生效", "holds"))
    review.open(base + "/marks/2/withdraw").fill(reason=said(language, "填错", "wrong day"))
    review.send().sees(said(language, "已撤回", "withdrawn"))
    desk.open("/environment/due").sees(said(language, "已办", "done"))
    desk.open(base + "/instruments/1/retire").fill(reason=said(language, "报废", "worn out"))
    desk.send().sees(said(language, "已停用", "taken out"))


def crc(segment):
    register = 0xFFFF
    for byte in segment:
        register = (register >> 8) ^ byte
        for _ in range(8):
            odd = register & 1
            register = (register >> 1) ^ (0xA001 if odd else 0)
    return register


def framed(text):
    return f"##{len(text):04d}{text}{crc(text.encode()):04X}\r\n".encode()


def logger(port, mn):
    """A logger that sends a frame and does whatever it is asked; answers the socket."""
    line = socket.create_connection(("127.0.0.1", port))
    head = f"ST=32;CN=2011;PW=123456;MN={mn};Flag=5;CP=&&DataTime=20260302080000;w00000-Rtd=9,w00000-Flag=N&&"
    line.sendall(framed("QN=20260302080001000;" + head))

    def answer():
        while data := line.recv(4096):
            for piece in data.decode().split("##")[1:]:
                fields = dict(field.split("=", 1) for field in piece[4:].split("CP=")[0].strip(";").split(";"))
                if fields.get("ST") == "91":
                    continue
                for cn, body in (("9011", "QnRtn=1"), ("9012", "ExeRtn=1")):
                    line.sendall(framed(f"QN={fields['QN']};ST=91;CN={cn};PW=123456;MN={mn};Flag=4;CP=&&{body}&&"))

    threading.Thread(target=answer, daemon=True).start()
    return line


def test_a_logger_does_what_a_person_asks_of_it(at, house, language):
    name = said(language, "北岭镇污水处理站", "Beiling station")
    desk = at(COUNTY)
    desk.does("/environment/facilities/new", name=name, kind="town", design="700").sees(name)
    base = "/environment/facilities/" + desk.page.url.split("?")[0].split("/facilities/")[1].split("/")[0]
    mn = "Y5000000" + base[-4:]
    desk.open(base + "/station").fill(mn=mn)
    desk.send().sees(mn)
    desk.click(said(language, "数采仪命令", "Commands to loggers")).sees(said(language, "还没有发过命令", "No command was given"))
    line = logger(house.gateway, mn)
    asked = [("time", {}), ("realtime", {"interval": "60"}), ("minutes", {"interval": "10"}), ("hour", {}), ("sample", {"item": "COD"})]
    for number, (path, fields) in enumerate(asked, 1):
        desk.open(base + "/orders/" + path).fill(**fields)
        desk.send()
        end = time.monotonic() + 30
        while desk.page.locator("main tbody tr", has_text=said(language, "已执行", "done")).count() < number:
            assert time.monotonic() < end, desk.page.inner_text("main")
            time.sleep(0.5)
            desk.open(base + "/orders")
    line.close()


def test_a_day_of_running_and_the_sewers_are_kept(at, language):
    name = said(language, "南坡镇污水处理站", "Nanpo station")
    desk = at(COUNTY)
    desk.does("/environment/facilities/new", name=name, kind="town", design="600").sees(name)
    base = "/environment/facilities/" + desk.page.url.split("?")[0].split("/facilities/")[1].split("/")[0]
    desk.open(base + "/standard").fill(standard="GB 18918-2002", grade="1B", **{"from": "2024-01-01"})
    desk.send()
    desk.open(base + "/day").fill(item="COD", volume="480", mean="22")
    desk.send()
    desk.open(base + "/operation").fill(energy="192", inletCOD="220", sludge="0.4", moisture="80")
    desk.send()
    desk.open("/environment").click(said(language, "负荷与能耗", "Load and energy"))
    desk.open("/environment/capacity?month=2026-03").sees(name, "80 %", "90 %", "0.4")
    desk.open(base + "/sewer").sees(said(language, "还没有登记管段", "No pipe is entered"))
    pipe = {"length": "100", "upperInvert": "10", "lowerInvert": "9.5", "inflow": "30"}
    desk.open(base + "/sewer/new").fill(upper="W-1", lower="W-2", diameter="200", **pipe)
    desk.send().sees("W-1", said(language, "不够", "too small"))
    desk.open(base + "/sewer/W-1/remove").fill(reason=said(language, "改为 400 毫米", "laid anew with 400 mm"))
    desk.send()
    desk.open(base + "/sewer/new").fill(upper="W-1", lower="W-2", diameter="400", **pipe)
    desk.send().sees(said(language, "够", "carries it"))


def test_an_exceeding_day_has_its_letter_and_its_answer(at, language):
    name = said(language, "南坪镇污水处理站", "Nanping station")
    desk, review = at(COUNTY), at(REVIEW)
    desk.does("/environment/facilities/new", name=name, kind="town", design="900").sees(name)
    base = "/environment/facilities/" + desk.page.url.split("?")[0].split("/facilities/")[1].split("/")[0]
    desk.open(base + "/standard").fill(standard="GB 18918-2002", grade="1B", **{"from": "2024-01-01"})
    desk.send()
    desk.open(base + "/day").fill(item="COD", volume="700", mean="80", temperature="14")
    desk.send().sees(said(language, "超标", "exceeded"))
    review.open("/environment/due").sees(said(language, "待发函", "is to be written"))
    review.open(base + "/alarms/1/letter").fill(demand=said(language, "查明原因", "find the cause"))
    review.send().sees(said(language, "问询函与答复", "Letters and their answers"), said(language, "待答复", "waits for its answer"))
    desk.open("/environment/due").sees(said(language, "待答复", "to be answered"))
    desk.open(base + "/letters/1").sees("80 mg/L", "60", said(language, "查明原因", "find the cause"))
    assert desk.page.evaluate("document.documentElement.scrollWidth") <= 390
    causes, measures = said(language, ("曝气机跳闸", "已更换"), ("aerator tripped", "replaced"))
    desk.does(base + "/letters/1/answer", causes=causes, measures=measures).sees(causes, measures, said(language, "已答复", "answered"))


def test_an_operators_contract_visits_reagents_and_the_meter(at, language):
    name = said(language, "高坎村污水处理设施", "Gaokan facility")
    desk, review = at(COUNTY), at(REVIEW)
    desk.does("/environment/facilities/new", name=name, kind="village", design="60").sees(name)
    base = "/environment/facilities/" + desk.page.url.split("?")[0].split("/facilities/")[1].split("/")[0]
    review.does(base + "/contracts/new").sees(said(language, "支付情况", "How they stand"))
    unlink = review.page.locator('main a[href$="/unlink"]').first.get_attribute("href")
    review.does(unlink, reason=said(language, "选错了", "the wrong one")).sees(said(language, "还没有关联合同", "No contract is linked"))
    desk.click(said(language, "巡检与药剂", "Visits and reagents")).sees(said(language, "还没有巡检", "never visited"))
    desk.does(base + "/visits/new", words=said(language, "正常", "all runs")).sees(said(language, "正常", "all runs"))
    for day, stock in (("2026-02-20", "1000"), ("2026-03-01", "100")):
        desk.does(base + "/reagents/count", reagent="coagulant", day=day, stock=stock)
    desk.sees("PAC", "100")
    desk.open("/environment/due").sees(said(language, "该订货了", "to be ordered"))
    for day, energy in (("2026-02-10", "21"), ("2026-02-11", "0")):
        desk.open(base + "/operation").fill(day=day, energy=energy)
        desk.send()
    desk.open(base + "/running?month=2026-02").sees(said(language, "运行 1 天，没通电 1 天", "1 day with power, 1 without"))
    assert desk.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_rates_say_what_they_are_made_of(at, language):
    desk = at(COUNTY).open("/environment/rates").sees(said(language, "应收", "Due"), said(language, "有效 ÷ 应收", "valid ÷ due"))
    assert desk.page.evaluate("document.documentElement.scrollWidth") <= 390
    desk.click(said(language, "上个月", "The month before")).sees(said(language, "传输率", "Transmission"))


def test_a_limit_is_adopted_with_its_source(at, language):
    desk = at(COUNTY)
    standard = said(language, "DB14/9001-2026", "DB14/9002-2026")
    desk.does("/environment/limits/new", standard=standard, grade="1", item="COD", highest="35", source=standard)
    desk.open("/environment/limits?q=" + standard).sees(standard, "35")


def test_a_load_is_weighed_at_both_ends_and_the_month_says_so(at, language):
    desk = at(COUNTY).open("/waste").sees("东河镇垃圾转运站")
    plate, gross = said(language, ("川E70001", 9_000), ("川E70002", 9_100))
    desk.open("/waste/tickets/new").fill(
        scale="waste-scale-station", vehicle=plate, to="waste-plant", gross=gross, tare=6_200, **{"from[0]": "waste-station"})
    desk.send().sees(plate, said(language, "还没有进厂", "has not arrived"))
    left = desk.page.url.split("?")[0].split("/tickets/")[1].split("/")[0]
    desk.open("/waste/tickets/new").fill(
        scale="waste-scale-plant", vehicle=plate, to="waste-plant", gross=gross - 10, tare=6_200, departure=left, **{"from[0]": "waste-station"})
    desk.send().sees(said(language, "两头的磅单", "Both ends"))
    arrived = desk.page.url.split("?")[0].split("/tickets/")[1].split("/")[0]
    at(REVIEW).open(f"/waste/tickets/{arrived}/void").fill(reason=said(language, "车号录错", "wrong plate"))
    at(REVIEW).send().sees(said(language, "已作废", "void"))


def test_recyclables_are_weighed_and_offered_as_a_lot(at, language):
    site = "/waste/sites/waste-station"
    desk = at(COUNTY)
    material, label = said(language, ("paper", "废纸"), ("metal", "metal"))
    desk.does(site + "/sort", material=material, scale="waste-scale-station", gross=1_250, tare=50).sees(label, "1,200")
    desk.does(site + "/count", material=material, kilograms=1_150, reason=said(language, "晾干了", "dried")).sees("1,150")
    desk.does(site + "/offer", material=material, kilograms=1_000, seller="qinghe-sanitation", reserveFen=600)
    desk.sees(label, said(language, "交易中", "on offer"), "600.00")
    sale = desk.page.url.split("?")[0].split("/sales/")[1].split("/")[0]
    desk.open("/lots/" + sale).sees("1000")
    desk.open(site).sees("150")
    desk.open("/waste/sales").sees(label)


def test_sites_scales_and_stock_are_kept(at, language):
    name = said(language, "西岭镇转运站", "Xiling station")
    desk = at(COUNTY)
    desk.does("/waste/sites/new", name=name, kind="station").sees(name)
    base = desk.page.url.split("?")[0]
    base = "/waste/sites/" + base.split("/sites/")[1].split("/")[0]
    desk.open(base + "/scale").fill(name=name + " 1")
    desk.send().sees(name + " 1")
    desk.page.locator("main a", has_text=said(language, "登记检定", "Enter a verification")).first.click()
    desk.look().fill(until="2028-12-31", certificate="J-2028-1")
    desk.send().sees("2028")
    desk.open(base + "/stock").fill(kilograms=1_900)
    desk.send().sees("1.90")
    desk.does(base + "/loss", kilograms=120, cause="drained", reason=said(language, "渗滤液", "leachate"))
    desk.sees("0.12", said(language, "没有凭据", "no paper"))


def test_a_complaint_is_answered_not_accepted_answered_and_closed(at, reader, house, language):
    villager, desk = at(VILLAGER), at(COUNTY)
    words = said(language, "桥头的垃圾堆了一个星期", "A week's heap at the bridge")
    villager.does("/waste/complaints/new", kind="heap", words=words).sees(words, said(language, "待答复", "waits for an answer"))
    base = "/waste/complaints/" + villager.page.url.split("?")[0].split("/complaints/")[1]
    # What was said is for the desk and for whoever said it; everybody else reads counts.
    stranger = reader()
    stranger.goto(house.url + "/waste/complaints")
    assert words not in stranger.content() and "demo-heap" not in stranger.content()
    assert re.search("1|2|3", stranger.locator("main .headline .answer").inner_text())
    assert stranger.goto(house.url + base).url != house.url + base
    desk.open("/waste/complaints").sees(said(language, "超时未答复", "past its time"))
    answer = said(language, "明天清走", "It goes tomorrow")
    desk.open(base + "/answer").sees(words)
    desk.fill(words=answer).send().sees(said(language, "已答复", "answered"))
    villager.open(base + "/reopen").sees(answer)
    villager.fill(words=said(language, "还在那里", "Still there")).send().sees(said(language, "待答复", "waits for an answer"))
    desk.does(base + "/answer", words=said(language, "今天清走了", "Taken away today"))
    villager.open(base + "/close").send().sees(said(language, "已办结", "closed"))


def test_what_was_told_at_a_counter_is_destroyed_and_a_supervisor_closes_with_a_reason(at, language):
    desk = at(COUNTY)
    words = said(language, "路边有臭味", "A smell by the road")
    desk.does("/waste/complaints/new", kind="smell", words=words).sees(words)
    base = "/waste/complaints/" + desk.page.url.split("?")[0].split("/complaints/")[1]
    desk.open(base + "/erase").send().sees(said(language, "内容已经销毁", "words are destroyed"))
    assert words not in desk.page.content()
    at(SUPERVISOR).does(base + "/close", reason="unreachable").sees(said(language, "联系不上投诉人", "cannot be reached"))


def test_a_vehicle_is_entered_weighed_empty_and_retired(at, language):
    desk = at(COUNTY)
    plate = said(language, "川E80001", "川E80002")
    desk.does("/waste/vehicles/new", plate=plate, capacity=8_000, tare=6_180).sees(plate, "6,180")
    base = "/waste/vehicles/" + desk.page.url.split("?")[0].split("/vehicles/")[1]
    desk.does(base + "/tare", tare=6_240, slip="K-0088").sees("6,240", "K-0088")
    desk.open("/waste/tickets/new")
    assert desk.page.locator(f'main form [name="vehicle"] option[value="{plate}"]').count() == 1
    desk.does(base + "/retire", reason="sold").sees(said(language, "已转卖", "sold"))
    desk.open("/waste/vehicles").sees(plate)
    desk.open("/waste/tickets/new")
    assert desk.page.locator(f'main form [name="vehicle"] option[value="{plate}"]').count() == 0


def planned(desk):
    """A round of today to two points; its address."""
    desk.open("/waste/rounds/new").fill(vehicle="waste-truck-2", driver=VILLAGER)
    for point in ("waste-point-2", "waste-point-1"):
        desk.page.locator(f'main form input[value="{point}"]').check()
    desk.send()
    return "/waste/rounds/" + desk.page.url.split("?")[0].split("/rounds/")[1]


def test_a_round_is_planned_like_the_last_and_its_load_held_against_the_ticket(at, language):
    desk, driver = at(COUNTY), at(VILLAGER)
    desk.open("/waste/rounds/new").sees(said(language, "照上一趟安排", "Plan it like the last one"))
    desk.page.locator("main .actions a", has_text="C101").first.click()
    desk.look()
    ticked = desk.page.locator("main form input[type=checkbox]:checked")
    assert [box.get_attribute("value") for box in ticked.all()] == ["waste-point-1", "waste-point-2"]
    assert desk.page.locator('main form [value="waste-point-1"]').count() == 1, "each point is named once"
    desk.fill(vehicle=said(language, "waste-truck-1", "waste-truck-2")).send()
    base = "/waste/rounds/" + desk.page.url.split("?")[0].split("/rounds/")[1]
    for number, kilograms in ((1, 300), (2, 500)):
        driver.open(f"{base}/stops/waste-point-{number}").fill(outcome="done", kilograms=kilograms).send()
    desk.open(base).sees(said(language, "当天还没有收集磅单", "no ticket of collected waste"))
    desk.click(said(language, "给这趟过磅", "Weigh this round"))
    assert desk.page.locator("main form input[type=checkbox]:checked").count() == 2
    desk.fill(scale="waste-scale-station", to="waste-station", gross=4_110, tare=3_300).send()
    desk.sees("柳湾村收集点、东河村收集点")
    desk.open(base).sees(said(language, "与磅单核对", "Against the weighbridge"), "810", said(language, "对得上", "agrees"))


def test_a_shift_begins_and_ends(at, language):
    desk, driver = at(COUNTY), at(VILLAGER)
    driver.does("/waste/shifts/new", vehicle="waste-truck-1").sees("C101", said(language, "在路上", "on the road"))
    desk.open("/waste/shifts").sees(said(language, "1 辆车在路上", "1 on the road"))
    desk.open("/waste/vehicles/waste-truck-1/end-shift").sees("C101")
    desk.send().sees(said(language, "已收车", "ended"))


def test_a_month_is_settled_with_its_hauler(at, language):
    desk, agent = at(COUNTY), at(VILLAGER)
    place = said(language, "p140498101201", "p140498101202")
    desk.does(
        "/waste/haulages/new", hauler="qinghe-sanitation", payer="dongpo-collective", agent=VILLAGER, place=place, basis="collected",
        priceFen="95.50", until="2026-12-31", **{"from": "2026-01-01"})
    base = "/waste/haulages/" + desk.page.url.split("?")[0].split("/haulages/")[1]
    month = base + "/months/2026-01"
    desk.sees(said(language, "每吨 ¥95.50", "¥95.50 a tonne"))
    # The clock reckons the months that are over.
    for _ in range(60):
        if "2026-01" in desk.open(base).page.locator("main").inner_text():
            break
        desk.page.wait_for_timeout(500)
    desk.does(base + "/assess", day="2026-01-25", kind="spill", amountFen="20")
    desk.does(base + "/assess", day="2026-01-26", kind="spill", amountFen="30")
    withdraw = desk.open(month).page.locator('main a[href$="/withdraw"]').first
    desk.open(withdraw.get_attribute("href")).send()
    agent.open("/waste/haulages").sees("95.50")
    agent.open(month + "/dispute").fill(reason="weight").send().sees(said(language, "不同意", "disputed"))
    desk.open(month + "/draft").send().sees(said(language, "待清运单位同意", "waits for the hauler"))
    agent.open(month + "/agree").send().sees(said(language, "待乡镇确认", "waits for the township"))
    desk.open(month + "/confirm").send().sees(said(language, "已确认", "confirmed"))


def test_a_driver_marks_a_round_without_script(at, language):
    desk, driver = at(COUNTY), at(VILLAGER)
    base = planned(desk)
    driver.open("/waste/rounds").sees(said(language, "已收", "emptied"))
    driver.open(base).sees("东河村收集点", "柳湾村收集点")
    stops = driver.page.locator(".stops > li")
    stops.nth(0).locator('[name="kilograms"]').fill("420")
    stops.nth(0).locator("button.primary").click()
    driver.look().sees(said(language, "已收 1 处，共 2 处", "1 of 2 emptied"), "420")
    stops.nth(1).locator("summary").click()
    stops.nth(1).locator('button[value="roadBlocked"]').click()
    driver.look().sees(said(language, "路不通", "Road blocked"), said(language, "都走完了", "All were called at"))
    driver.open(base + "/stops/waste-point-1").fill(outcome="done", kilograms=380).send().sees("380")
    desk.open("/waste/rounds").sees("2/2")
    desk.open(base + "/cancel").send().sees(said(language, "已取消", "cancelled"))
    driver.open(base)
    assert driver.page.locator(".stops form").count() == 0


def test_a_round_is_marked_without_a_network_and_arrives_once(at, enter, language):
    base = planned(at(COUNTY))
    page = enter(VILLAGER, javascript=True)
    page.goto(at(COUNTY).house.url + base + f"?lang={language}")

    def entries():
        return int(re.sub(r"\D", "", re.search(r"[\d,]+", page.locator(".log-head").inner_text()).group()))

    before = entries()
    stops = page.locator(".stops > li")
    page.context.set_offline(True)
    stops.nth(0).locator('[name="kilograms"]').fill("510")
    stops.nth(0).locator("button.primary").click()
    stops.nth(1).locator("summary").first.click()
    stops.nth(1).locator('button[value="notSorted"]').click()
    waits = said(language, "存在手机里", "Kept on this phone")
    for stop in (stops.nth(0), stops.nth(1)):
        stop.locator(".later", has_text=waits).wait_for()
    assert "2" in page.locator("#later").inner_text()
    assert page.evaluate("Object.keys(localStorage).length") == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.stops button')).fontSize)") >= 20
    # The house hears the first mark, its answer is lost; the phone sends it again.
    heard = []

    def lose(route):
        heard.append(route.request.post_data)
        if len(heard) == 1:
            route.fetch(max_redirects=0)
            route.abort()
        else:
            route.continue_()

    page.route("**/stops/**", lose)
    page.context.set_offline(False)
    page.locator(".stops > li", has_text="510").locator("time").wait_for(timeout=60_000)
    page.locator("main .headline", has_text=said(language, "都走完了", "All were called at")).wait_for(timeout=60_000)
    keys = [re.search("_key=([^&]+)", body).group(1) for body in heard]
    assert len(keys) == 3 and keys[0] == keys[1] != keys[2], keys
    assert page.evaluate("JSON.parse(localStorage.getItem(Object.keys(localStorage)[0])).length") == 0
    page.reload()
    assert entries() == before + 2, "two marks are two entries, however often they were sent"
    assert page.locator(".stops > li").nth(0).inner_text().count("510") == 1
    page.complaints.clear()
