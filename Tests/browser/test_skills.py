"""Training without script: a course from its plan to the list of who came, and a certificate that is looked up and taken back."""

import urllib.request

import pytest

from conftest import own_house
from test_deal import PHONE
from test_forms import Clerk

STATION, REVIEW, COUNTY = "shiqiao-station", "county-review", "county-intake"
NUMBERS = {"zh": "140498198502036019", "en": "140498198502036027"}


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


def number(language):
    """An identity number whose last sign fits, the same for each language."""
    first = NUMBERS[language][:17]
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return first + "10X98765432"[sum(int(d) * w for d, w in zip(first, weights)) % 11]


def name_in(desk, part):
    return desk.page.url.split("?")[0].split(f"/{part}/")[1].split("/")[0]


def test_a_course_is_planned_approved_joined_and_attended(at, language):
    desk = at(STATION)
    desk.does("/skills/trainers/new", name=said(language, "周明", "Zhou Ming"), body=said(language, "县技工学校", "School"))
    desk.open("/skills/trainers/trainer-qi/account").fill(account="villager-1").send().sees("villager-1")
    title = said(language, "家常菜", "Home cooking")
    desk.does("/skills/courses/new", title=title, provider=said(language, "县技工学校", "School"), occupation="cook").sees(title)
    course = name_in(desk, "courses")
    start, end = said(language, ("09:50", "09:58"), ("09:59", "10:06"))
    desk.does(
        f"/skills/courses/{course}/session", start=f"2026-03-02T{start}", end=f"2026-03-02T{end}", room=said(language, "一室", "Room 1"))
    at(REVIEW).open(f"/skills/courses/{course}/approve").send()
    name = said(language, "钱小红", "Qian Hong")
    desk.open("/skills/learners/new").fill(name=name, identityNumber=number(language))
    desk.page.locator("#field-consent").check()
    desk.send().sees(said(language, "有效证书 0 本", "0 certificates in force"))
    learner = name_in(desk, "learners")
    desk.does(f"/skills/learners/{learner}/enrol", course=course).sees(title)
    desk.open(f"/skills/learners/{learner}/courses/{course}/withdraw").send()
    desk.does(f"/skills/learners/{learner}/enrol", course=course).sees(title)
    desk.does(f"/skills/courses/{course}/sessions/1/sign-in", learner=learner).sees("100%")
    desk.open(f"/skills/courses/{course}/exam").fill(at=f"2026-03-02T{end}", first="trainer-ma", second="trainer-he")
    desk.send().sees(said(language, "马*生", "马*生"))
    desk.open(f"/skills/learners/{learner}/courses/{course}/withdraw").send()
    at(COUNTY).open(f"/skills/courses/{course}")
    desk.open("/skills/trainers").sees(said(language, "周*", "Z*g"))


def test_a_certificate_is_suspended_restored_and_replaced(at, house, language):
    def replacement(desk):
        return desk.page.locator('main dl a[href^="/skills/certificates/"]').first.get_attribute("href")

    desk, path = at(REVIEW), "/skills/certificates/demo-cert-1"
    paper = said(language, "县人社〔2026〕8号", "doc 8")
    if language == "en":
        path = replacement(desk.open(path))
    desk.open(path + "/suspend").fill(reason="complaint", paper=paper).send().sees(said(language, "暂停使用", "is suspended"))
    assert desk.page.request.get(house.url + path + "/badge.jwt").status == 404
    desk.open(path + "/lift").fill(paper=paper).send().sees(said(language, "有效", "holds"))
    desk.open(path + "/replace").fill(cause="lost", paper=paper).send()
    desk.sees(said(language, "已换发新证", "replaced by a newer one"))
    desk.open(replacement(desk)).sees(said(language, "有效", "holds"), path.split("/")[-1])
    at(STATION).open("/skills/learners/kerb-6/name").fill(name=said(language, "王𠮷", "Wang"), paper=paper).send()


def test_certificates_are_printed_one_by_one_and_a_course_at_once(at, house, language):
    def fetch(desk, path):
        answer = desk.page.request.get(house.url + path)
        return answer.status, answer.body()[:5]

    desk = at(REVIEW)
    desk.open("/skills/courses/skill-height")
    bulk = desk.page.locator('main a[href$="/certificates.pdf"]').get_attribute("href")
    desk.open("/skills/certificates/demo-cert-2")
    original = desk.page.locator('main a[href$="/original.pdf"]').get_attribute("href")
    for path in (bulk, original, "/skills/certificates/demo-cert-2/card.pdf"):
        assert fetch(desk, path) == (200, b"%PDF-")
    # Whoever is no desk gets the covered name, and no other.
    assert urllib.request.urlopen(f"{house.url}/skills/certificates/demo-cert-2/card.pdf").read(5) == b"%PDF-"
    examiner = at("examiner-ma")
    assert {fetch(examiner, path)[0] for path in (bulk, original)} <= {403, 404}


def test_lists_of_status_may_be_kept_for_an_hour(house):
    for number in (1, 2):
        answers = [urllib.request.urlopen(f"{house.url}/skills/status/{number}") for _ in range(2)]
        assert {answer.headers["Cache-Control"] for answer in answers} == {"public, max-age=3600"}
        assert len({answer.read() for answer in answers}) == 1


def test_a_certificate_is_looked_up_and_taken_back(at, language):
    serial = said(language, "demo-cert-2", "demo-cert-4")
    desk = at(REVIEW)
    desk.open("/skills/certificates?serial=" + serial).sees(serial, said(language, "有效", "holds"))
    desk.open("/skills/certificates?serial=nobody").sees(said(language, "没有这个编号", "no certificate of that serial"))
    desk.open(f"/skills/certificates/{serial}/card")
    desk.open("/skills/courses/skill-height/learners/kerb-1/certificate")
    desk.open(f"/skills/certificates/{serial}/revoke").fill(reason="falseMarks", paper=said(language, "县人社〔2026〕9号", "doc 9"))
    desk.send().sees(said(language, "已撤销", "was revoked"))
    desk.open(f"/skills/certificates/{serial}?on=2026-02-20").sees(said(language, "有效", "holds"))


def test_what_is_personal_of_a_learner_is_destroyed(at, language):
    learner = said(language, "kerb-3", "kerb-2")
    at(COUNTY).open(f"/skills/learners/{learner}/erase").send()
    at(COUNTY).open(f"/skills/learners/{learner}").sees("（已删除）")


def test_the_signing_key_is_changed_by_two_people_and_old_tokens_stay_published(at, house, language):
    def fetch(path):
        return at(COUNTY).page.request.get(house.url + path)

    before = [key["kid"] for key in fetch("/.well-known/jwks.json").json()["keys"]]
    at(COUNTY).open("/skills/keys/propose").fill(ending="scheduled").send()
    at(COUNTY).sees(said(language, "已提议更换", "A change is proposed"))
    at("admin").open("/skills/keys/rotate").send().sees(said(language, "已换下", "retired"))
    after = [key["kid"] for key in fetch("/.well-known/jwks.json").json()["keys"]]
    assert after[:-1] == before and len(after) == len(before) + 1
