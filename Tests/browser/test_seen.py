"""Land seen in use, lines of the spatial plan and answers to flags, by clicks."""

import io
import json
import zipfile

import pytest

from conftest import own_house
from test_deal import DESK, PHONE
from test_files import brought
from test_forms import INTAKE, SUPERVISOR, Clerk
from test_land import BODY, CLERK, STATION, VILLAGE, here, said, table

COUNTY = "p140498"


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


def take(desk):
    desk.page.click("main form:not(.search) button >> nth=0")
    return desk.look()


def test_land_in_use_is_seen_taken_up_and_settled_by_a_bill(at, language):
    desk = at(CLERK)
    west = said(language, 2_000, 3_000)
    desk.does(
        "/register/observation", organisation=BODY, use="storage", seenOn="2026-03-01", seenBy="villager",
        outline=table(west, 0, 50, 40), note="堆了砖", picture="砖堆")
    finding = here(desk)
    # 2,000 m² are 3 mu.
    desk.sees("3", said(language, "待处理", "Open"), said(language, "还有 30 天", "30 days left"))
    assert desk.page.locator('main a[href$="/explain"]').count() == 0, "the village does not explain its own finding"
    desk.does(finding + "/take-up", way="charge", due="2026-03-20").sees(said(language, "已立项", "Taken up"))
    household = said(language, "h21", "h22")
    desk.does(
        "/register/land-bill", organisation=BODY, household=household, category="旱地", found="3", guidePriceFen="150",
        priceBasis="县指导价表", months=12)
    desk.does(finding + "/settle").sees(said(language, "已办结", "Settled"))
    desk.open(f"/places/{VILLAGE}/observations").sees(said(language, "堆料", "Storage"))
    desk.open(f"/places/{VILLAGE}/cleanup").sees(said(language, "无合同用地", "Land used without a contract"))


def test_a_file_of_walks_is_taken_once_and_one_is_explained_above_the_village(at, language):
    east, mark = said(language, 112.86, 112.87), said(language, "W", "V")
    ring = [[east, 36.50], [east + 0.0005, 36.50], [east + 0.0005, 36.5005], [east, 36.5005], [east, 36.50]]
    walks = json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"id": f"{mark}1", "use": "种植", "seenOn": "2026-02-20"},
         "geometry": {"type": "Polygon", "coordinates": [ring]}},
        {"type": "Feature", "properties": {"id": f"{mark}2", "use": "停车", "seenOn": "2026-02-20"},
         "geometry": {"type": "Point", "coordinates": [east, 36.40]}}]}, ensure_ascii=False)
    desk = at(CLERK).open(f"/places/{VILLAGE}/observations/import")
    brought(desk, "巡查.geojson", walks).sees(said(language, "1 行可以登记，1 行不能", "1 row can be taken, 1 cannot"))
    take(desk).sees(said(language, "登记 1 行", "1 row taken"))
    desk.open(f"/places/{VILLAGE}/observations/import")
    brought(desk, "巡查.geojson", walks).sees(said(language, "没有可以登记的行", "No row can be taken"))
    above = at(STATION).open(f"/places/{VILLAGE}/observations")
    above.page.locator("main table a", has_text=said(language, "种植", "Crops")).first.click()
    above.look()
    finding = here(above)
    above.open(finding + "/explain").fill(reason="农户自己的承包地，证书在县里", paper="承包证")
    above.send().sees(said(language, "已说明", "Explained"))


def test_a_layer_of_lines_is_entered_brought_in_drawn_and_withdrawn(at, language):
    desk = at(INTAKE)
    number = said(language, "JB-9", "JB-8")
    west = said(language, 5_000, 7_000)
    desk.does(
        "/register/red-line", kind="farmland", division=COUNTY, number=number, outline=table(west, 0, 400, 300),
        source="青禾县国土空间规划（2025年）", **{"from": "2025-01-01"})
    east, name = said(language, 112.70, 112.72), said(language, "ST-1", "ST-2")
    ring = [[east, 36.30], [east + 0.01, 36.30], [east + 0.01, 36.31], [east, 36.31], [east, 36.30]]
    layer = json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"id": name}, "geometry": {"type": "Polygon", "coordinates": [ring]}}]})
    desk.open(f"/places/{COUNTY}/red-lines/import").fill(
        kind="ecology", source="青禾县生态保护红线（2025年）", **{"from": "2025-01-01"})
    brought(desk, "红线.geojson", layer).sees(name, said(language, "1 行可以登记", "1 row can be taken"))
    take(desk).sees(said(language, "登记 1 行", "1 row taken"))
    desk.open(f"/places/{COUNTY}/red-lines").sees(number, name)
    assert desk.page.locator("main svg .edge.dashed").count() >= 1
    assert desk.page.locator("main svg .edge.dotted").count() >= 1
    clerk = at(CLERK)
    clerk.does(
        "/register/parcel", owner=BODY, division=VILLAGE, number="RL" + number, name="线内地",
        outline=table(west + 10, 10, 50, 40))
    clerk.sees(said(language, "占永久基本农田", "of permanent basic farmland"))
    desk.open(f"/places/{COUNTY}/red-lines")
    desk.page.locator("main tr", has_text=number).locator('a[href$="/withdraw"]').click()
    desk.look()
    desk.fill(reason="规划调整").send()


def test_a_shapefile_comes_in_as_a_zip(at, language):
    desk = at(CLERK).open(f"/places/{VILLAGE}/land/import")
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("DK.shp", b"\0" * 100)
        archive.writestr("DK.dbf", b"\3")
    desk.page.set_input_files(
        "main form [name=file]", {"name": "DK.zip", "mimeType": "application/zip", "buffer": box.getvalue()})
    take(desk).sees(".shx")
    assert desk.page.locator(".callout.refusal").count() == 1
    desk.page.complaints.clear()


def test_a_flag_is_answered_looked_at_by_another_and_its_words_destroyed(at, language):
    first, second = at(SUPERVISOR), at(INTAKE)
    words = said(language, "现金是抗旱急用，有领条", "Cash for the drought, receipts are kept")
    first.open("/oversight").page.locator('main a[href$="/answer"]').first.click()
    first.look()
    address = here(first)
    first.fill(reply="explained", words=words, paper="领条").send()
    second.open(address).sees(words)
    # An orange one needs no second person, and the form says so.
    second.open(address.replace("/answer", "/confirm"))
    second.page.click("main form:not(.search) button >> nth=0")
    second.page.wait_for_selector(".callout.refusal")
    assert "12007" in second.page.content()
    second.page.complaints.clear()
    first.open("/oversight").sees(words)
    second.open(address.replace("/answer", "/erase")).send()
    assert words not in first.open("/oversight").page.content()
