"""Files that pages take, each shown row by row before it is taken: outlines of parcels, the list of contracts, a bank's file."""

import json

import pytest

from conftest import own_house
from test_deal import DESK, PHONE
from test_forms import CLERK, INTAKE, LIU, VILLAGE, ZHAO, Clerk
from test_market import identity
from test_modes import opened
from test_subsidy import follow, here, said


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


def brought(desk, name, text, field="file"):
    """The file, looked at; nothing is written yet."""
    desk.page.set_input_files(
        f"main form [name={field}]", {"name": name, "mimeType": "text/plain", "buffer": text.encode()})
    desk.page.click("main form:not(.search) button >> nth=0")
    return desk.look()


def ring(east, north, size=0.0008):
    return [[[east, north], [east + size, north], [east + size, north + size], [east, north + size], [east, north]]]


def feature(number, name, coordinates):
    return {"type": "Feature", "properties": {"DKBM": number, "DKMC": name},
            "geometry": {"type": "Polygon", "coordinates": coordinates}}


def test_a_file_of_outlines(at, language):
    east, mark = said(language, 112.90, 112.95), said(language, "Z", "E")
    bow = [[[east, 36.60], [east + 0.001, 36.601], [east + 0.001, 36.60], [east, 36.601], [east, 36.60]]]
    outlines = json.dumps({"type": "FeatureCollection", "features": [
        feature(f"{mark}-1", "渠北地", ring(east, 36.52)), feature(f"{mark}-2", "歪地", bow),
        feature(f"{mark}-3", "渠南地", ring(east + 0.0004, 36.52))]}, ensure_ascii=False)
    desk = follow(at(CLERK).open(f"/places/{VILLAGE}/land"), "/land/import")
    brought(desk, "地块.geojson", outlines)
    desk.sees(said(language, "2 行可以登记，1 行不能", "2 rows can be taken, 1 cannot"), f"{mark}-2",
              said(language, "与“Z-3”重叠", "with “E-3”"), said(language, "还没有写入任何内容", "Nothing has been written yet"))
    desk.page.click("main form:not(.search) button >> nth=0")
    desk.look().sees(said(language, "登记 2 行，没有变化 0 行，未登记 1 行", "2 rows taken, 0 unchanged, 1 not taken"))
    # The same file again changes nothing.
    desk.open(f"/places/{VILLAGE}/land/import")
    brought(desk, "地块.geojson", outlines).sees(said(language, "没有可以登记的行", "No row can be taken"))
    desk.open(f"/places/{VILLAGE}/land")
    assert desk.page.locator("main svg a").count() >= 2


def test_a_file_that_has_no_outlines(at, language):
    desk = at(CLERK).open(f"/places/{VILLAGE}/land/import")
    brought(desk, "地块.geojson", "不是地块")
    assert desk.page.locator(".callout.refusal").count() == 1
    desk.page.complaints.clear()


def test_a_list_of_contracts_and_what_is_done_with_one(at, language):
    mark = said(language, "东沟", "西沟")
    first = said(language, 1, 11)
    rows = [
        "序号,地块名称,承包方,面积（亩）,承包期限,年租金（元）,书面合同",
        f"{first},{mark}一号地,张有田,12.5,2003-01-01至2052-12-31,1250,是",
        f"{first + 1},{mark}二号地,李有粮,大约八九亩,2019-01-01至2028-12-31,900,口头",
        "合计,,,,,2150,",
    ]
    desk = follow(at(CLERK).open(f"/places/{VILLAGE}/cleanup"), "/cleanup/import")
    brought(desk, "清理台账.csv", "\n".join(rows) + "\n")
    desk.sees(said(language, "2 行可以登记，0 行不能", "2 rows can be taken, 0 cannot"), "大约八九亩",
              said(language, "合计或备注，不是合同", "a sum or a remark, no contract"))
    desk.page.click("main form:not(.search) button >> nth=0")
    desk.look().sees(said(language, "登记 2 行", "2 rows taken"))
    desk.open(f"/places/{VILLAGE}/cleanup").click(f"{mark}一号地")
    case = here(desk)
    opened(desk, "/judge").fill(code="P10", reason="合同原件，第 3 页").send()
    opened(desk.open(case), "/plan").fill(plan="keep", due="2026-06-30").send()
    desk.open(case).sees(said(language, "2026年6月30日", "30 June 2026"))
    opened(desk, "/close").fill(annualFen="1500", collectedFen="250").send()
    desk.open(case)
    assert desk.page.locator('main a[href$="/plan"]').count() == 0
    row = desk.open(f"/places/{VILLAGE}/cleanup").page.locator("main tr", has_text=f"{mark}一号地")
    assert said(language, "已办结", "Done") in row.inner_text()


def test_a_list_of_members_becomes_a_roll_with_names(at, language):
    mark = said(language, "甲", "乙")
    numbers = [identity(f"14049819{year}0412{said(language, 3, 4)}0{n}") for n, year in enumerate((50, 68, 86), 1)]
    # A figure of the last one is mistyped.
    wrong = numbers[2][:-1] + ("1" if numbers[2][-1] != "1" else "2")
    rows = [
        "河头村成员名册,,,,,",
        "户编号,姓名,性别,身份证号,联系电话,成员确认日期,份额",
        f"h-{said(language, 1, 2)},郭大山{mark},男,{numbers[0]},,2018-04-30,1",
        f",郭二妮{mark},女,{numbers[1]},1990000{said(language, 2001, 2002)},2018-04-30,1",
        f",郭错号{mark},男,{wrong},,2018-04-30,1",
        f",郭常住{mark},男,{numbers[2]},,,",
    ]
    desk = follow(at("hetou-clerk").open("/organisations/hetou-collective/members"), "/members/import")
    brought(desk, "成员名册.csv", "\n".join(rows) + "\n")
    desk.sees(said(language, "2 行可以登记，1 行不能", "2 rows can be taken, 1 cannot"), f"郭常住{mark}")
    desk.page.click("main form:not(.search) button >> nth=0")
    desk.look().sees(said(language, "登记 2 行", "2 rows taken"))
    desk.open("/organisations/hetou-collective/members").sees(
        f"郭大山{mark}", said(language, f"郭大山{mark}户（2 人）", f"Household of 郭大山{mark} (2)"))
    desk.click(f"郭二妮{mark}")
    desk.sees(said(language, "本户 2 人，共 2 股", "2 members of the household, 2 shares"))
    text = desk.page.locator("main").inner_text()
    assert numbers[1] not in text and "1990000" not in text, "number and telephone are shown to nobody"
    follow(desk, "/identify").fill(phone=f"1990000{said(language, 3001, 3002)}").send()
    desk.sees(said(language, "已登记", "Entered"))
    follow(desk, "/move").send()
    desk.sees(said(language, "本户 1 人，共 1 股", "1 member of the household, 1 share"))
    # Above the village names are seen as well; next door there is nothing.
    other = at(CLERK)
    assert other.page.request.get(f"{other.house.url}/organisations/hetou-collective/members").status in (403, 404)
