"""A members' assembly by clicks: members entered, the meeting called, people signed in, a show of hands counted, closed."""

import datetime

import pytest

from conftest import own_house
from test_deal import DESK, PHONE
from test_forms import CLERK, INTAKE, REVIEW, STATION, Clerk
from test_market import identity
from test_subsidy import follow, here, said

ROLL = "/organisations/dongpo-collective/members"


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


def admit(clerk, name, **household):
    """A member of a new household, or of the one that is chosen."""
    clerk.open(ROLL)
    follow(clerk, "/members/new")
    clerk.does(here(clerk), name=name, birth="1980-05-06", since="2026-01-10", **household)


def rows(clerk):
    return clerk.page.locator("main table tbody tr").all_inner_texts()


def rows_of_people(clerk):
    return [row for row in rows(clerk) if "孙六" in row or "**" in row]


def hrefs(clerk):
    """What can be done on the page, by the end of its address."""
    links = clerk.page.locator("main .actions a").all()
    return [link.get_attribute("href").split("?")[0].split("/")[-1] for link in links]


def option(clerk, field, name):
    """What the form chooses somebody by, found by the name."""
    return clerk.page.locator(f"main form [name={field}] option", has_text=name).first.get_attribute("value")


def tick(clerk, *positions):
    boxes = clerk.page.locator('main form [name^="members["]').all()
    for position in positions or range(len(boxes)):
        boxes[position].check()


def test_an_assembly_is_called_held_and_counted(at, language):
    clerk = at(CLERK)
    first = language == "zh"
    if first:
        for name in ("张一", "李二", "王三", "赵四", "钱五", "孙六", "吴八"):
            admit(clerk, name)
        home = option(clerk.open(f"{ROLL}/new"), "household", "孙六")
        admit(clerk, "孙小七", household=home)
    clerk.open(ROLL).sees(said(language, "8 名成员", "8 members"))
    follow(clerk, "/meetings/new")
    shown = clerk.page.locator("[name=day]").input_value()
    day = str(datetime.date.fromisoformat(shown) - datetime.timedelta(days=1))
    clerk.fill(agenda="上午九时，村部会议室；东坡大棚出租。", day=day)
    clerk.page.click("main form button >> nth=0")
    assert clerk.page.locator(".callout.refusal").count() == 1, "nine days of notice are too few"
    clerk.page.complaints.clear()
    clerk.fill(day=shown).send()
    meeting = here(clerk)
    assert hrefs(clerk) == ["papers"], "before its day only the notice can be put to it"
    follow(clerk, "/papers")
    clerk.does(here(clerk), kind="notice", **{"papers[0]": "meeting-notice"})

    # The clock goes on to the day; then people come with the sheet in hand.
    for _ in range(60):
        if "attend" in hrefs(clerk.open(meeting)):
            break
        clerk.open("/practice").send()
    follow(clerk, "/strike")
    gone = option(clerk, "member", "吴八")
    clerk.does(here(clerk), member=gone, ground="death", paper="死亡证明〔2026〕7号").sees(said(language, "除名", "Struck"))
    family = proxy(clerk, meeting)
    clerk.does(f"{meeting}/proxy", **family)
    follow(clerk, "/proxy-back")
    clerk.does(here(clerk))
    follow(clerk, "/proxy")
    clerk.does(here(clerk), **family)
    follow(clerk.open(meeting), "/attend")
    tick(clerk, 0, 1, 2, 3)
    clerk.send().sees(said(language, "应到 7 人，实到 4 人", "4 of 7 are here"))
    follow(clerk, "/open")
    clerk.page.click("main form button >> nth=0")
    assert clerk.page.locator(".callout.refusal").count() == 1, "four of seven are no quorum"
    clerk.page.complaints.clear()
    follow(clerk.open(meeting), "/attend")
    tick(clerk)
    clerk.send()
    follow(clerk, "/leave")
    clerk.does(here(clerk))
    follow(clerk, "/attend")
    tick(clerk)
    clerk.send()
    follow(clerk, "/open").send()
    follow(clerk, "/motion")
    clerk.does(here(clerk), matter="outsiderContracting")
    follow(clerk, "/recuse")
    clerk.does(here(clerk))
    follow(clerk, "/count")
    clerk.fill(choice="against")
    tick(clerk, 0)
    clerk.send()
    follow(clerk, "/count").fill(choice="for")
    clerk.page.check("main form [name=others]")
    clerk.send()
    assert sum("✓" in row for row in rows(clerk)) == 6, "one takes no part, the others are counted"
    # The village next door has no business here: neither with the roll nor with any act.
    stranger = at("hetou-clerk")
    stranger.open(meeting)
    assert not rows_of_people(stranger), "the roll is the desk's own"
    assert stranger.page.locator("main .actions a").count() == 0
    for act in ("attend", "count", "motion", "open", "close-vote", "close", "proxy", "leave", "recuse"):
        answer = stranger.page.request.get(f"{stranger.house.url}{meeting}/{act}")
        assert answer.status in (403, 404), f"{act}: {answer.status}"
    follow(clerk, "/close-vote").send().sees(said(language, "已通过，待乡镇批准", "waits for the township"))
    paper_vote(at, clerk, meeting, language)
    follow(clerk.open(meeting), "/close").send().sees(said(language, "已散会", "Over"))
    follow(clerk, "/papers")
    clerk.does(here(clerk), kind="minutes", **{"papers[0]": "minutes"}).sees(said(language, "会议记录", "Minutes"))
    review = at(REVIEW).open(meeting)
    follow(review, "/approve").does(f"{meeting}/approve", paper="石桥镇政府〔2026〕18号批复")
    assert said(language, "待乡镇", "waits for") not in review.page.locator("main").inner_text()
    review.sees(said(language, "通过", "Passed"))
    # What was voted stands in the register at once, with the counts of the house.
    clerk.open("/organisations/dongpo-collective").sees(said(language, "集体土地发包给本集体以外的人", "outsiders"))


def paper_vote(at, clerk, meeting, language):
    """A second matter by papers: the clerk and the station count apart, once not the same."""
    follow(clerk.open(meeting), "/motion")
    clerk.page.check("main form [name=secret]")
    clerk.fill(matter="budget").send()
    assert "count" not in hrefs(clerk), "no hand is counted"
    station = at(STATION)

    def sheet(desk, inFavour):
        follow(desk.open(meeting), "/tally")
        counts = {"issued": 7, "returned": 7, "for": inFavour, "against": 7 - inFavour, "abstained": 0, "invalid": 0}
        return desk.does(here(desk), **counts)

    sheet(clerk, 6).sees(said(language, "已登记一份", "One sheet is in"))
    sheet(station, 5).sees(said(language, "等待两名计票人", "Waits for both tellers"))
    sheet(station, 6)
    sheet(clerk, 6).sees(said(language, "两份一致", "Both agree"))
    follow(clerk, "/close-vote").send()


def proxy(clerk, meeting):
    """Two of the roll are of one household: the younger stays away."""
    clerk.open(f"{meeting}/proxy")
    return {"member": option(clerk, "member", "孙小七"), "holder": option(clerk, "holder", "孙六 ")}


def test_a_matter_goes_through_the_four_deliberations(at, language):
    clerk = at(CLERK)
    follow(clerk.open("/meetings"), "/deliberations")
    follow(clerk, "/deliberations/new")
    line = said(language, "大棚收益怎么分", "how the greenhouse's income is shared")
    clerk.does(here(clerk), subject=line, matter="distribution")
    matter = here(clerk)
    for step, label in (("党支部提议", "branch"), ("两委商议", "committees"), ("党员大会审议", "party members")):
        clerk.sees(said(language, f"下一步：{step}", label))
        follow(clerk, "/step")
        day = clerk.page.locator("[name=day]").input_value()
        clerk.does(here(clerk), entitled=9, present=8, inFavour=7, **{"minutes[0]": f"minutes {label}"})
    assert hrefs(clerk) == ["decide", "stop"], "the decision is a recorded resolution"
    clerk.does(
        "/register/resolution", organisation="dongpo-collective", matter="distribution", body="assembly", entitled=240,
        present=203, inFavour=197, date=day, **{"evidence[0]": f"resolution {language}"})
    follow(clerk.open(matter), "/decide")
    clerk.does(here(clerk))
    follow(clerk, "/step")
    clerk.does(here(clerk), **{"minutes[0]": "board"}).sees(said(language, "实施结果公开", "outcome is shown"))
    assert clerk.page.locator("main ol.timeline li.done").count() == 5
    assert at("hetou-clerk").open(matter).page.locator("main .actions a").count() == 0
    follow(clerk.open(matter), "/stop")
    clerk.does(here(clerk), reason=said(language, "今年不分了", "nothing is shared this year"))
    clerk.sees(said(language, "已终止", "Given up"))
    assert clerk.page.locator("main .actions a").count() == 0


def test_a_proxy_is_taken_back_and_a_membership_ends(at, language):
    clerk = at(CLERK)
    clerk.open(ROLL)
    if language == "en":
        clerk.click("张一")
        follow(clerk, "/end")
        clerk.does(here(clerk), ground="left", until="2026-01-20", paper="request of 20 January 2026")
        clerk.sees("2026")
        county = at(INTAKE).open(ROLL)
        county.click("张一")
        follow(county, "/erase")
        county.does(here(county), reason="asked for it").sees("***")
        assert "张一" not in county.open(ROLL).page.locator("main").inner_text()


def test_somebody_is_in_office_and_declares_relatives(at, language):
    clerk = at(CLERK)
    follow(clerk.open("/meetings"), "/officers")
    officers = here(clerk)
    holder, relative = said(language, ("14049819620704123", "14049819881212321"), ("14049819620704133", "14049819881212331"))
    follow(clerk, "/officers/new")
    clerk.does(
        here(clerk), office=said(language, "council", "supervisors"), name="李任职", identityNumber=identity(holder),
        **{"from": "2021-03-01"})
    assert here(clerk) == officers
    clerk.sees("李**", said(language, "在任 1 人次", "1 term running"))
    for relation, number in (("child", relative), ("inLaw", holder[:-1] + "9")):
        follow(clerk, "/kin")
        clerk.does(here(clerk), relation=relation, name="王亲属", identityNumber=identity(number))
    shown = clerk.page.locator("main").inner_text()
    assert "王" not in shown and relative not in shown, "nothing of a relative is shown again"
    # What warns of the village's own is taken back above the village.
    assert clerk.page.locator('main a[href$="/kin-back"]').count() == 0
    station = at(STATION).open(officers)
    follow(station, "/kin-back")
    station.does(here(station), reason=said(language, "填错", "a wrong entry"))
    follow(clerk.open(officers), "/leave")
    clerk.does(here(clerk), until="2025-12-31", paper=said(language, "换届公告", "the election’s result"))
    county = at(INTAKE).open(officers)
    follow(county, "/erase")
    county.does(here(county), reason=said(language, "本人申请", "asked for it")).sees("***")
    stranger = at("hetou-clerk")
    assert stranger.page.request.get(f"{stranger.house.url}{officers}").status in (403, 404)
    rules = clerk.open("/oversight/rules")
    rules.sees("F01", "W15", said(language, "近亲属", "close relative"))
