#!/usr/bin/env python3
"""The pictures of the README, taken of the demo county that `make run` shows; `make pictures`, then look at them."""

import pathlib
import subprocess
import sys
import tempfile

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "Tests" / "browser"))
import house as houses  # noqa: E402

DESK, PHONE = {"width": 1120, "height": 840}, {"width": 390, "height": 844}
# File, page, whose, how large, and what stands at the top of the picture; None for the top of the page.
PICTURES = [
    ("county", "/", None, DESK, ".hero + *"),
    ("village", "/places/p140498101201", None, PHONE, None),
    ("lot", "/lots/xiyao-lot", None, PHONE, "main"),
    ("desk", "/", "shiqiao-station", DESK, None),
    ("books", "/books/dongpo-collective", "dongpo-accountant", {"width": 1120, "height": 1320}, "main"),
]


def take(browser, house, name, path, who, size, top):
    page = browser.new_context(locale="zh-CN", viewport=size).new_page()
    if who:
        houses.sign_in_staff(page, house, who)
    page.goto(f"{house.url}{path}?lang=zh")
    if top:
        page.locator(top).first.evaluate("place => window.scrollTo(0, place.getBoundingClientRect().top + scrollY)")
    page.screenshot(path=ROOT / "docs" / "pictures" / f"{name}.png")
    page.context.close()


def main():
    with tempfile.TemporaryDirectory(prefix="qianmo-pictures-") as folder, sync_playwright() as playwright:
        house = houses.House(houses.program(), pathlib.Path(folder))
        (house.data / "demo").write_text(f"{houses.BEGINNING}\n")
        subprocess.run([house.binary, "seed", "demo", "--data", house.data], check=True, timeout=600)
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium-headless-shell", args=["--no-sandbox", "--disable-dev-shm-usage"])
        try:
            house.serve(houses.BEGINNING)
            for picture in PICTURES:
                take(browser, house, *picture)
        finally:
            house.stop()
            browser.close()


if __name__ == "__main__":
    main()
