"""What each page must be, asked of a real browser; an answer is a list of faults, empty where all is well."""

from functools import cache
from importlib.resources import files
from itertools import pairwise

from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

# What is drawn for script alone, what stands behind a closed summary, and words that only a voice reads.
_ASIDE = ".js, .rel, [hidden], template, script, style, noscript, details:not([open]) > :not(summary)"


@cache
def axe() -> str:
    """The text of axe-core."""
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


def violations(page: Page) -> list[str]:
    """What axe-core finds for WCAG 2.0 to 2.2, levels A and AA, and best practice."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe())
    found = page.evaluate(
        "tags => axe.run({runOnly: tags, resultTypes: ['violations']}).then(r => r.violations.flatMap(v =>"
        " v.nodes.map(n => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary.split('\\n').at(-1).trim()}`)))",
        list(TAGS),
    )
    return [str(one) for one in found]


def sideways(page: Page) -> list[str]:
    """The elements that make the page wider than its window; what scrolls by itself may be wider."""
    found = page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
        [`page: ${document.documentElement.scrollWidth} px`, ...[...document.querySelectorAll("body *")]
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && e.checkVisibility()).slice(-5)
        .map(e => `${e.tagName.toLowerCase()}.${e.className}: ${Math.round(e.getBoundingClientRect().right)} px`)]"""
    )
    return [str(one) for one in found]


def policy(page: Page) -> list[str]:
    """Whether the page brings a policy that lets nothing run or load that was not built with it."""
    policies = page.evaluate(
        "[...document.querySelectorAll('meta[http-equiv=\"Content-Security-Policy\" i]')].map(m => m.content)"
    )
    if len(policies) != 1:
        return [f"{len(policies)} policies"]
    directives = [directive.split() for directive in policies[0].split(";")]
    loose = [
        f"{directive[0]} allows {word}"
        for directive in directives
        for word in directive[1:]
        if word not in ("'self'", "'none'", "data:") and not word.startswith("'sha256-")
    ]
    return loose + ([] if ["default-src", "'none'"] in directives else ["default-src is not 'none'"])


def hidden_without_script(page: Page) -> list[str]:
    """Texts in the content that nobody sees, though nothing is filtered, of a page that was opened without script."""
    for name in page.eval_on_selector_all(".facets select", "all => all.map(one => one.id)"):
        page.select_option(f"#{name}", "", force=True)
    found = page.evaluate(
        """aside => [...document.querySelectorAll("main *")]
        .filter(e => !e.closest(aside) && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
        .filter(e => !(e.tagName === "OPTION" || e.closest("svg")) && !e.checkVisibility({visibilityProperty: true}))
        .map(e => e.textContent.trim().slice(0, 60))""",
        _ASIDE,
    )
    return [str(one) for one in found]


def keyboard(page: Page) -> list[str]:
    """Goes through the page with the Tab key: the skip link first, then in reading order, always seen."""
    faults: list[str] = []
    stops: list[tuple[int, str]] = []
    page.evaluate("document.activeElement.blur()")
    for _ in range(1000):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => { const e = document.activeElement; if (e === document.body || !e) return null;
            const s = getComputedStyle(e), r = e.getBoundingClientRect();
            return {at: [...document.querySelectorAll("*")].indexOf(e), what: e.outerHTML.slice(0, 80),
            href: e.getAttribute("href"), ring: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2,
            seen: r.width && r.height && r.right > 0 && r.left < innerWidth && r.bottom > 0 && r.top < innerHeight};
            }"""
        )
        if stop is None or (stops and stop["at"] == stops[0][0]):
            break
        if not stops and stop["href"] != "#main":
            faults.append(f"the first stop is no skip link: {stop['what']}")
        if not stop["seen"]:
            faults.append(f"out of sight: {stop['what']}")
        if not stop["ring"]:
            faults.append(f"no ring: {stop['what']}")
        stops.append((stop["at"], stop["what"]))
    if not stops:
        return ["nothing takes the focus"]
    return faults + [f"out of order: {after[1]}" for before, after in pairwise(stops) if after[0] < before[0]]


def skip(page: Page) -> list[str]:
    """Follows the skip link: the focus is then in the content."""
    page.locator("a[href='#main']").first.focus()
    page.keyboard.press("Enter")
    inside = page.evaluate("document.activeElement === document.querySelector('main#main')")
    return [] if inside else ["the skip link does not move the focus to main"]


def printed(page: Page) -> list[str]:
    """What should not be on paper, and what should: no navigation, dark on white, everything open."""
    page.emulate_media(media="print")
    found = page.evaluate(
        """() => [
        ...[...document.querySelectorAll("nav a, nav button, .skip, button, select")].filter(e => e.checkVisibility()
          && e.getBoundingClientRect().right > 0).map(e => `printed: ${e.outerHTML.slice(0, 80)}`),
        ...[...document.querySelectorAll("main details > :not(summary)")]
          .filter(e => e.parentElement.checkVisibility() && !e.checkVisibility())
          .map(e => `closed: ${e.textContent.trim().slice(0, 60)}`),
        ...[...document.querySelectorAll("body *")].filter(e => getComputedStyle(e).color === "rgb(255, 255, 255)"
          && e.checkVisibility() && e.getBoundingClientRect().right > 0
          && [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim()))
          .map(e => `white on white: ${e.outerHTML.slice(0, 80)}`),
        ...(document.querySelector("main h1")?.checkVisibility() ? [] : ["the title is not printed"]),
        ...(["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].includes(getComputedStyle(document.body).backgroundColor) ? []
          : ["the page is not white"])]"""
    )
    page.emulate_media(media="screen")
    return [str(one) for one in found]
