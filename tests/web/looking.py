"""Waits until a screen has settled, and asks what is on it: faults that axe finds, small targets, sideways scrolling."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent.parent
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
#: WCAG 2.2 AA and what it builds on.
ALL_RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def settled(page: Page) -> None:
    """Wait until the screen shows what it asked for: no skeleton, no answer under way."""
    page.wait_for_selector("main h1")
    page.wait_for_function(
        "() => ![...document.querySelectorAll('main [aria-busy=true]')].some((each) => !each.closest('[data-sample]'))",
        timeout=60_000,
    )
    page.wait_for_load_state("networkidle")


AXE_RUN = """([{but, ...only}, not]) => window.axe.run(not ? {exclude: [not]} : document,
  {runOnly: only, rules: but ? {[but]: {enabled: false}} : {}, resultTypes: ['violations']})"""


def axe_faults(page: Page, rules: dict[str, Any] | None = None, leave_out: str = "") -> list[str]:
    """Return the violations that axe finds, each with the places it finds them in; by WCAG's rules, or by those named."""
    if not page.evaluate("() => Boolean(window.axe)"):
        # The page's policy allows no scripts but its own; the browser's own tools may add one all the same.
        page.evaluate(AXE.read_text(encoding="utf-8"))
    only = rules or {**ALL_RULES, "but": "target-size"}  # small_targets asks for the sizes
    found: dict[str, Any] = page.evaluate(AXE_RUN, [only, leave_out])
    return [
        f"{each['id']}: {each['help']}: {json.dumps([node['target'] for node in each['nodes'][:4]])}"
        for each in found["violations"]
    ]


def sideways(page: Page) -> int:
    """Return by how many pixels the page as a whole scrolls sideways."""
    return int(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))


#: Buttons and fields stand in nobody's way of being large enough; what is clipped away (for screen readers) is no target,
#: and a drawing's marks have the size of their value (2.5.8, essential): the table beside it lists the same.
SMALL_TARGETS = """() => {
  const isClipped = (each) => {
    for (let at = each; at; at = at.parentElement) if (getComputedStyle(at).clipPath === 'inset(50%)') return true;
    return false;
  };
  return [...document.querySelectorAll('button, input, select, textarea, summary, [role]:is([role=button], [role=tab], [role=radio], [role=slider], [role=menuitem], [role=switch], [role=checkbox])')]
    .filter((each) => each.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}) && !each.closest('[aria-hidden=true], .ch-figure-drawing') && !isClipped(each))
    .map((each) => [each, (each.closest('label') ?? each).getBoundingClientRect()])
    .filter(([each, box]) => box.width > 1.5 && box.height > 1.5 && (box.width < 23.5 || box.height < 23.5))
    .map(([each, box]) => `${Math.round(box.width)}x${Math.round(box.height)} ${each.outerHTML.slice(0, 120)}`);
}"""


def small_targets(page: Page) -> list[str]:
    """Return buttons and fields below 24 by 24 px, and links that are small and crowded (WCAG 2.2, 2.5.8, as axe reads it)."""
    found: list[str] = page.evaluate(SMALL_TARGETS)
    return found + axe_faults(page, {"type": "rule", "values": ["target-size"]}, leave_out=".ch-figure-drawing")
