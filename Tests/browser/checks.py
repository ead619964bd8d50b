"""What every page must be, whoever reads it. Each check returns a list of complaints; an empty list is good."""

import re

CHINESE = re.compile(r"[\u3400-\u9fff]")
LETTERS = re.compile(r"[A-Za-z]{3,}")

# Words that are written by the house itself, never by the data: they must be in the page's language.
OUR_WORDS = "h1, h2, main th[scope=col], main dt, legend, button, caption, .top nav a, label:not(.pick), summary, .foot p"


# Everything the checks ask of a page, in one call: asked one by one, most of a crawl's time went into the asking.
LOOK = """ours => {
    const all = selector => [...document.querySelectorAll(selector)];
    const room = document.documentElement.clientWidth;
    const sticking = () => {
        if (document.documentElement.scrollWidth <= room) return null;
        const out = all("body *").filter(e => e.getBoundingClientRect().right > room + 0.5 && !e.closest(".skip"));
        return out.length ? out[out.length - 1].outerHTML.slice(0, 120) : "the page itself";
    };
    return {
        headings: all("h1").length,
        language: document.documentElement.getAttribute("lang"),
        texts: all(ours).map(e => e.innerText.trim()).filter(text => text),
        wide: sticking(),
        unlabelled: all("input:not([type=hidden]), select, textarea")
            .filter(c => ![...(c.labels || [])].some(l => l.textContent.trim()) && !c.getAttribute("aria-label"))
            .map(c => c.outerHTML.slice(0, 100)),
        inline: all("[style], script:not([src]), style").map(e => e.outerHTML.slice(0, 100)),
    };
}"""


def all_problems(page, language):
    """Every complaint about `page` (a playwright page) shown in `language` ("zh" or "en")."""
    seen = page.evaluate(LOOK, OUR_WORDS)
    expected = {"zh": "zh-Hans", "en": "en"}[language]
    return [
        *([] if seen["headings"] == 1 else [f"{seen['headings']} h1 instead of one"]),
        *([] if seen["language"] == expected else [f'lang is "{seen["language"]}", not "{expected}"']),
        *words(seen["texts"], language),
        *([f"wider than {page.viewport_size['width']} px: {seen['wide']}"] if seen["wide"] else []),
        *(f"no label: {control}" for control in seen["unlabelled"]),
        # What the content security policy would refuse must not be there in the first place.
        *(f"inline style or script: {element}" for element in seen["inline"]),
    ]


def words(texts, language):
    """Our own words are in the page's language; names from the data may be in any."""
    problems = []
    for text in texts:
        # A name from the data may stand within our words, never alone in their place.
        if language == "en" and CHINESE.search(text) and not LETTERS.search(text):
            problems.append(f"Chinese on the English page: {text[:60]}")
        if language == "zh" and LETTERS.search(text) and not CHINESE.search(text):
            problems.append(f"only English on the Chinese page: {text[:60]}")
    return problems
