"""axe-core in a page: put in once, run as often as the page changes its looks."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "wcag2aaa", "best-practice"]
RUN = """async rules => {
  const found = await axe.run({runOnly: rules, resultTypes: ['violations']});
  return found.violations.map(rule => rule.id + ': ' + rule.nodes[0].html);
}"""


def broken_rules(page: Page) -> list[str]:
    """The rules that the page breaks as it looks now, each with the first element that breaks it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(RUN, RULES)
