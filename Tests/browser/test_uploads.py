"""A large paper over a line that is cut, sent by the script of its form: it goes on, and the form names it."""

import hashlib
import pathlib
import random
import subprocess
import tempfile
import time

import checks
from test_deal import DESK, PHONE

CLERK = "dongpo-clerk"
FORM = "/waste/complaints/new?lang=en"


def filled(page, house, paper):
    page.goto(house.url + FORM)
    page.select_option('main form [name="kind"]', "heap")
    page.fill('main form [name="words"]', "A heap behind the mill.")
    page.set_input_files('main form [name="photo"]', {"name": "heap.pdf", "mimeType": "application/pdf", "buffer": paper})


def test_a_line_that_is_cut(enter, house):
    paper = b"%PDF-1.7 " + random.Random(1).randbytes(3_000_000)
    page = enter(CLERK, javascript=True, **DESK)
    pieces = []

    def line(route):
        if route.request.method != "PATCH":
            route.continue_()
            return
        pieces.append(int(route.request.headers["upload-offset"]))
        # The second piece and the one after it are lost on the way.
        if len(pieces) in (2, 3):
            route.abort()
        else:
            route.continue_()

    page.route("**/api/v1/uploads/**", line)
    filled(page, house, paper)
    page.click("main form:not(.search) button:not([hidden]) >> nth=-1")
    page.wait_for_url("**/done?*")
    assert pieces[0] == 0 and pieces[1] == pieces[2] == pieces[3] > 0 and len(pieces) == 5, pieces
    page.locator("main .actions a.primary").click()
    link = page.locator("main .paper a", has_text="heap.pdf").first
    assert link.get_attribute("href") == "/papers/" + hashlib.sha256(paper).hexdigest()
    # Nobody can draw it: the thing and the paper have their pages all the same, with no picture missing on them.
    page.complaints.clear()
    for go in (page.reload, link.click):
        go()
        for size in (PHONE, DESK):
            page.set_viewport_size(size)
            assert checks.all_problems(page, "en") + page.complaints == []


def test_a_large_page_is_no_paper(enter, house):
    page = enter(CLERK, javascript=True, **DESK)
    filled(page, house, b"<html>" + b"x" * 600_000)
    page.click("main form:not(.search) button:not([hidden]) >> nth=-1")
    said = page.locator("main .upload.error")
    said.wait_for()
    assert "1402" in said.inner_text() and "Send a photo" in said.inner_text(), said.inner_text()
    # Another file takes its place, small enough to go with the form.
    page.set_input_files('main form [name="photo"]', {"name": "small.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 " + b" " * 90})
    page.click("main form:not(.search) button:not([hidden]) >> nth=-1")
    page.wait_for_url("**/done?*")


def photo(seed, quality):
    """A JPEG of forty-eight blocks of chance."""
    chance = random.Random(seed)
    colours = [bytes(chance.randrange(256) for _ in range(3)) for _ in range(48)]
    dots = b"".join(colours[row // 60 * 8 + column // 60] for row in range(360) for column in range(480))
    with tempfile.TemporaryDirectory() as folder:
        ppm, jpeg = pathlib.Path(folder) / "a.ppm", pathlib.Path(folder) / "a.jpg"
        ppm.write_bytes(b"P6\n480 360\n255\n" + dots)
        subprocess.run(["vips", "copy", ppm, f"{jpeg}[Q={quality}]"], check=True)
        return jpeg.read_bytes()


def test_a_photo_used_again(enter, house):
    page = enter(CLERK, **DESK)
    photos = [photo(7, 95), photo(7, 50), photo(8, 95)]
    marks = [hashlib.sha256(each).hexdigest() for each in photos]
    for number, each in enumerate(photos):
        page.goto(house.url + FORM)
        page.select_option('main form [name="kind"]', "heap")
        page.fill('main form [name="words"]', f"Heap {number}.")
        page.set_input_files('main form [name="photo"]', {"name": f"heap-{number}.jpg", "mimeType": "image/jpeg", "buffer": each})
        page.click("main form:not(.search) button:not([hidden]) >> nth=-1")
        page.wait_for_url("**/done?*")
    # The house looks at new photos three times a minute.
    for _ in range(60):
        page.goto(f"{house.url}/papers/{marks[1]}?lang=en")
        if page.get_by_role("heading", name="Looks like the same photo").count():
            break
        time.sleep(2)
    beside = page.locator("section", has=page.get_by_role("heading", name="Looks like the same photo"))
    assert [image.get_attribute("src") for image in beside.locator("img").all()] == [
        f"/papers/{marks[1]}/small", f"/papers/{marks[0]}/small"]
    for language, same, list_name in (("en", "Looks like the same photo", "None"), ("zh", "看起来是同一张照片", "没有")):
        for mark, is_alike in zip(marks, (True, True, False)):
            page.goto(f"{house.url}/papers/{mark}?lang={language}")
            assert page.get_by_role("heading", name=same).count() == is_alike
            for size in (PHONE, DESK):
                page.set_viewport_size(size)
                assert checks.all_problems(page, language) + page.complaints == []
        # What it is kept for, and what need not be kept any longer.
        assert "retention.years" in page.locator("main").inner_text()
        page.locator('main a[href="/papers"]').click()
        assert page.locator("main .answer").inner_text() == list_name
        assert checks.all_problems(page, language) + page.complaints == []
