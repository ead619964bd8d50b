"""From the exam to the money, without script: marks, a certificate, a subsidy claimed on the learner's own phone, a finding."""

import pytest

from conftest import own_house
from test_deal import DESK, PHONE
from test_forms import Clerk, again

STATION, REVIEW, COUNTY, SUPERVISOR, LEARNER = "shiqiao-station", "county-review", "county-intake", "county-supervisor", "learner-1"
EXAMINERS = "examiner-ma", "examiner-he"
COURSE = "/skills/courses/skill-cook"
ACCOUNT = "6222 0210 7777"


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
        page = enter(name, **(PHONE if language == "zh" or name in (LEARNER, *EXAMINERS) else DESK))
        page.set_default_timeout(15_000)
        return Clerk(page, house, language)

    return sit


def said(language, zh, en):
    return zh if language == "zh" else en


def follow(clerk, end):
    """Takes the first link of the page that leads to an address of that end."""
    clerk.page.locator(f'main a[href$="{end}"]').first.click()
    return clerk.look()


def here(clerk):
    return clerk.page.url.removeprefix(clerk.house.url).split("?")[0]


def test_an_exam_is_marked_closed_and_certified(at, language):
    learner = said(language, "kerb-5", "kerb-6")
    desk = at(STATION).open("/skills")
    desk.page.locator(f'main a[href="{COURSE}"]').first.click()
    desk.look()
    if language == "zh":
        follow(desk, "/marks").fill(**{"marks[0].points": 81, "marks[1].points": 77})
        desk.send().sees("81", "77")
        # Whoever entered the marks is not offered to close them, and nobody is before both examiners have signed.
        assert desk.page.locator('main a[href$="/close"]').count() == 0
        for name in EXAMINERS:
            assert at(REVIEW).open(COURSE).page.locator('main a[href$="/close"]').count() == 0
            follow(at(name).open(COURSE), "/sign").sees("81", "77").send()
        # A mark that is changed then is signed anew.
        follow(at(STATION).open(COURSE), "/marks").fill(**{"marks[1].points": 78}).send().sees("78", "原签字作废")
        for name in EXAMINERS:
            assert at(REVIEW).open(COURSE).page.locator('main a[href$="/close"]').count() == 0
            follow(at(name).open(COURSE), "/sign").sees("78").send()
        follow(at(REVIEW).open(COURSE), "/close").send().sees("合格")
    issuer = at(REVIEW).open(COURSE)
    issuer.page.locator(f'main a[href$="/learners/{learner}/certificate"]').click()
    issuer.look().send().sees(said(language, "有效", "holds"))
    at(STATION).open(f"/skills/learners/{learner}").sees(said(language, "有效证书 1 本", "1 certificate"))


def test_a_learner_signs_in_on_her_own_phone(at, language):
    desk = at(STATION)
    title = said(language, "面点", "Pastry")
    desk.does("/skills/courses/new", title=title, provider=said(language, "县技工学校", "School"), occupation="cook")
    course = here(desk)
    start, end = said(language, ("09:50", "09:58"), ("09:59", "10:06"))
    desk.does(f"{course}/session", start=f"2026-03-02T{start}", end=f"2026-03-02T{end}", room="1")
    follow(at(REVIEW).open(course), "/approve").send()
    hers = at(LEARNER).open("/skills/learners/kerb-5")
    follow(hers, "/enrol").does(here(hers), course=course.split("/")[-1]).sees(title)
    follow(hers, f"/courses/{course.split('/')[-1]}/sign-in").does(here(hers))
    desk.open(course).sees("100%")


def certificate_of(clerk, learner):
    """The last certificate that the learner's page lists."""
    clerk.open(f"/skills/learners/{learner}")
    return clerk.page.locator('main a[href^="/skills/certificates/"]:not([href$="/claim"])').last.get_attribute("href")


def test_a_subsidy_is_claimed_and_paid_or_refused(at, language):
    if language == "zh":
        claimant = at(LEARNER).open("/skills/learners/kerb-5")
        follow(claimant, "/claim")
    else:
        claimant = at(STATION)
        claimant.open(certificate_of(claimant, "kerb-6") + "/claim")
    claimant.fill(account=ACCOUNT).send()
    claim = here(claimant)
    claimant.sees("¥")
    assert ACCOUNT not in claimant.page.content()
    follow(at(COUNTY).open(claim), "/check").fill(paper=said(language, "证书和考勤", "certificate and list")).send()
    if language == "en":
        decider = at(REVIEW).open(claim)
        follow(decider, "/refuse").fill(paper="account of another person").send().sees("refused")
        # One that was approved long ago is paid.
        payer = at(STATION).open("/skills/claims")
        payer.page.locator('main a[href="/skills/claims/demo-claim-1"]').click()
        follow(payer.look(), "/pay").fill(reference="P-1").send().sees("paid")
        # And claimed back in part, by another desk than who approved it.
        paid = here(payer)
        follow(at(COUNTY).open(paid), "/reclaim").fill(amountFen=100, paper="decision 4").send().sees("being claimed back")
        follow(at(STATION).open(paid), "/repay").fill(amountFen=40, reference="R-1").send().sees("40.00")
        follow(at(STATION).open(paid), "/repay").fill(amountFen=60, reference="R-2").send().sees("given back")
        return
    decider = at(REVIEW)
    follow(decider.open(claim), "/approve")
    again(decider, f"{claim}/approve")
    payer = at(STATION).open(claim)
    follow(payer, "/pay").fill(reference="P-9").send().sees("已发放")


def test_a_finding_is_answered(at, language):
    if language == "zh":
        at(STATION).open("/skills/certificates/demo-cert-4/claim").fill(account=ACCOUNT).send()
    above = at(SUPERVISOR if language == "zh" else COUNTY).open("/skills/claims")
    follow(above, "/skills/findings").sees(said(language, "多人使用同一银行账户", "One bank account for several persons"))
    above.page.locator("main a", has_text=said(language, "同一银行账户", "One bank account")).first.click()
    above.look().does(here(above), paper=said(language, "已核实是夫妻", "they are a couple"))
    above.open("/skills/findings")
