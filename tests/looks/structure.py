"""What assistive technology and search engines read of every page: titles, headings, landmarks, names."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from tests.looks import is_page, of_page, of_site
from tests.site import NOT_FOUND, Built, Html, straight, text

LANDMARKS = ("header", "main", "footer")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def twice(words: list[str]) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]


@of_site(("help/index.html", "<title>More help", "<title>Then and now"))
def titles_are_unique(site: Built) -> list[str]:
    return twice([text(html.root.find(".//title")) for html in site.pages()])


@of_page(("staff/index.html", "Northgate Academy</title>", "</title>"))
def a_title_names_the_school(site: Built, html: Html) -> Iterator[str]:
    title = text(html.root.find(".//title"))
    if straight(site.content.school.name) not in title:
        yield title


@of_page(("staff/index.html", '<meta name="description" content="', '<meta name="description" content="" title="'))
def a_page_describes_itself(site: Built, html: Html) -> Iterator[str]:
    if is_page(html) and not html.root.find(".//meta[@name='description']").get("content"):
        yield "no description"


@of_site(("help/index.html", 'content="Two short pages', 'content="They keep nothing and count nobody." title="'))
def descriptions_are_unique(site: Built) -> list[str]:
    pages = filter(is_page, site.pages())
    return twice([html.root.find(".//meta[@name='description']").get("content") for html in pages])


@of_page(("raise-a-concern/index.html", "<h2", "<h4"), ("index.html", "<h2", "<h1"), ("staff/index.html", "<h1", "<h2"))
def headings_begin_at_one_and_skip_no_level(site: Built, html: Html) -> Iterator[str]:
    levels = [int(element.tag[1]) for element in html.root.iter() if element.tag in HEADINGS]
    if levels[:1] != [1] or levels.count(1) != 1:
        yield f"the title is not the one h1: {levels}"
    for earlier, later in pairwise(levels):
        if later - earlier > 1:
            yield f"h{later} after h{earlier}"


@of_page(
    ("staff/index.html", "<main", "<div></div><main></main><main"),
    ("staff/index.html", "<nav", '<nav aria-label=""></nav><nav'),
    ("staff/index.html", 'aria-label="More pages"', 'aria-label="Pages"'),
    ("staff/index.html", "<footer", "<div"),
    ("staff/index.html", 'lang="en-GB"', 'lang="en"'),
)
def landmarks_stand_once_and_navigation_has_different_names(site: Built, html: Html) -> Iterator[str]:
    for name in LANDMARKS:
        if len(html.all(f".//{name}")) != 1:
            yield f"not one {name}"
    names = [nav.get("aria-label") or nav.get("aria-labelledby") for nav in html.all(".//nav")]
    if not all(names) or twice(names):
        yield f"navigation is called {names}"
    if html.root.get("lang") != "en-GB":
        yield "the language is not said"


@of_page(
    ("poster/index.html", 'alt="', 'title="'),
    ("raise-a-concern/index.html", 'role="img" aria-label', 'role="img" title'),
)
def pictures_have_a_name_or_are_hidden(site: Built, html: Html) -> Iterator[str]:
    yield from (image.get("src") for image in html.all(".//img") if image.get("alt") is None)
    svgs = [element for element in html.root.iter() if str(element.tag).endswith("svg")]
    yield from ("a drawing" for svg in svgs if svg.get("aria-hidden") != "true" and not svg.get("aria-label"))


@of_page(
    ("staff/index.html", ' aria-current="page"', ""),
    ("staff/index.html", 'href="./" aria-current="page"', 'href="./" aria-current="true"'),
    ("policy/insults/index.html", ' aria-current="true"', ""),
    ("index.html", '<a href="staff/"', '<a aria-current="page" href="staff/"'),
)
def the_current_place_is_marked(site: Built, html: Html) -> Iterator[str]:
    marked = html.all(".//header//a[@aria-current]") + html.all(".//footer//a[@aria-current]")
    if html.address in ("", NOT_FOUND):
        yield from ("marked" for _ in marked)
    elif len(marked) != 1:
        yield f"{len(marked)} places marked"
    elif marked[0].get("aria-current") != ("page" if marked[0].get("href") == "./" else "true"):
        yield "marked in another way"
    elif not html.all(".//nav//li[@aria-current='page']"):
        yield "not marked in the way that led here"


@of_page(
    ("staff/index.html", 'property="og:title" content="', 'property="og:title" content="X'),
    ("staff/index.html", 'property="og:site_name" content="', 'property="og:site_name" content="X'),
    ("staff/index.html", 'property="og:description" content="', 'property="og:description" content="X'),
)
def a_link_in_a_message_shows_the_pages_title_and_school(site: Built, html: Html) -> Iterator[str]:
    if not is_page(html):
        return
    shown = {meta.get("property"): straight(meta.get("content")) for meta in html.all(".//meta[@property]")}
    right = {
        "og:title": text(html.root.find(".//h1")),
        "og:site_name": straight(site.content.school.name),
        "og:description": straight(html.root.find(".//meta[@name='description']").get("content")),
    }
    yield from (f"{name}: {shown.get(name)}" for name, words in right.items() if shown.get(name) != words)
