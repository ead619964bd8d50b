"""What every page must be, whoever reads it. Each check returns a list of complaints; an empty list is good."""

import re

CHINESE = re.compile(r"[\u3400-\u9fff]")
LETTERS = re.compile(r"[A-Za-z]{3,}")

# Words that are written by the house itself, never by the data: they must be in the page's language.
OUR_WORDS = "h1, h2, main th[scope=col], main dt, legend, button, caption, .top nav a, label:not(.pick), summary, .foot p"


def all_problems(page, language):
    """Every complaint about `page` (a playwright page) shown in `language` ("zh" or "en")."""
    return [
        *one_heading(page),
        *language_tag(page, language),
        *words(page, language),
        *no_overflow(page),
        *labelled_controls(page),
        *no_inline_code(page),
    ]


def one_heading(page):
    count = page.locator("h1").count()
    return [] if count == 1 else [f"{count} h1 instead of one"]


def language_tag(page, language):
    expected = {"zh": "zh-Hans", "en": "en"}[language]
    found = page.locator("html").get_attribute("lang")
    return [] if found == expected else [f'lang is "{found}", not "{expected}"']


def words(page, language):
    """Our own words are in the page's language; names from the data may be in any."""
    problems = []
    for text in page.locator(OUR_WORDS).all_inner_texts():
        text = text.strip()
        if not text:
            continue
        # A name from the data may stand within our words, never alone in their place.
        if language == "en" and CHINESE.search(text) and not LETTERS.search(text):
            problems.append(f"Chinese on the English page: {text[:60]}")
        if language == "zh" and LETTERS.search(text) and not CHINESE.search(text):
            problems.append(f"only English on the Chinese page: {text[:60]}")
    return problems


def no_overflow(page):
    """Nothing sticks out to the right. Says which element does."""
    wide = page.evaluate(
        """() => {
            const room = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= room) return null;
            const out = [...document.querySelectorAll("body *")]
                .filter(e => e.getBoundingClientRect().right > room + 0.5 && !e.closest(".skip"));
            const worst = out[out.length - 1];
            return worst ? worst.outerHTML.slice(0, 120) : "the page itself";
        }"""
    )
    return [f"wider than {page.viewport_size['width']} px: {wide}"] if wide else []


def labelled_controls(page):
    """Every control a person can use has a label with words in it."""
    return page.evaluate(
        """() => [...document.querySelectorAll("input:not([type=hidden]), select, textarea")]
            .filter(c => ![...(c.labels || [])].some(l => l.textContent.trim()) && !c.getAttribute("aria-label"))
            .map(c => "no label: " + c.outerHTML.slice(0, 100))"""
    )


def no_inline_code(page):
    """What the content security policy would refuse must not be there in the first place."""
    return page.evaluate(
        """() => [...document.querySelectorAll("[style], script:not([src]), style")]
            .map(e => "inline style or script: " + e.outerHTML.slice(0, 100))"""
    )
