"""Measures the page: what a first visit loads, when each screen is ready, how a long list and a large graph move."""

from __future__ import annotations

import gzip
import re
import shutil
import statistics
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.web_figures import Figure
from benchmarks.web_server import served

ASSETS = Path(__file__).resolve().parent.parent / "src" / "clew" / "api" / "assets"
MOST_KB, MOST_SCREEN_MS, MOST_FRAME_MS = 350.0, 1000.0, 50.0
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
SCREENS = {
    "overview": "/overview",
    "map": "/map",
    "explorer": "/explorer",
    "explorer flow": "/explorer?view=flow",
    "explorer sankey": "/explorer?view=sankey",
    "handoffs": "/handoffs",
    "journeys": "/journeys",
    "customers": "/customers",
    "metrics": "/metrics",
    "metric": "/metrics/first_contact_resolution",
    "data": "/data/sources",
    "settings": "/settings",
}
#: Frame times while something scrolls or pans, in milliseconds.
FRAMES = """(seconds) => new Promise((done) => { const times = []; let last = performance.now(); const end = last + seconds * 1000;
  const tick = (now) => { times.push(now - last); last = now; now < end ? requestAnimationFrame(tick) : done(times); };
  requestAnimationFrame(tick); })"""


def measure_page(folder: Path) -> list[Figure]:
    """Return the figures of the page, in kB (1,000 bytes, gzip) and milliseconds."""
    figures = [initial_scripts()]
    with served(folder) as server, sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB").new_page()
        page.goto(server.link())
        page.wait_for_selector("main h1")
        page.wait_for_timeout(3000)
        figures += [_screen(page, server.address, name, path) for name, path in SCREENS.items()]
        figures.append(_long_list(page, server.address))
        figures.append(_large_graph(page, server.address))
        browser.close()
    return figures


def initial_scripts() -> Figure:
    """Weigh what the page loads before its first screen: its entry and all that it names in its head."""
    head = (ASSETS / "index.html").read_text(encoding="utf-8")
    names = re.findall(r'(?:src|href)="/(assets/[^"]+\.js|[^"]+\.js)"', head)
    sizes = [len(gzip.compress((ASSETS / name).read_bytes(), 9)) for name in dict.fromkeys(names)]
    total = sum(sizes) / 1000
    return Figure("initial scripts, gzip", total, total, "kB", len(sizes), MOST_KB)


def _screen(page: Page, address: str, name: str, path: str) -> Figure:
    """Open a screen anew (a full load each time) and wait until it shows what it asked for."""
    taken = []
    for _ in range(5):
        page.goto(f"{address}/gallery")
        begun = time.perf_counter()
        page.goto(f"{address}{path}", wait_until="commit")
        page.wait_for_function(
            "() => document.querySelector('main h1') && !document.querySelector('main [aria-busy=true]')"
        )
        taken.append((time.perf_counter() - begun) * 1000)
    return Figure(f"screen: {name}", statistics.median(taken), max(taken), "ms", len(taken), MOST_SCREEN_MS)


def _long_list(page: Page, address: str) -> Figure:
    """Scroll through the list of all journeys."""
    page.goto(f"{address}/journeys")
    page.wait_for_selector("[role=grid] [role=row]")
    page.locator("[role=grid]").first.hover()
    frames = page.evaluate_handle(f"() => {{ window.frames_ = ({FRAMES})(3); }}")
    for _ in range(60):
        page.mouse.wheel(0, 2500)
        page.wait_for_timeout(40)
    times = page.evaluate("() => window.frames_")
    del frames
    return _frames("frames of the journeys' list while scrolling", times)


def _large_graph(page: Page, address: str) -> Figure:
    """Pan a graph of 500 nodes (the gallery's)."""
    page.goto(f"{address}/gallery?part=large-graph")
    canvas = page.locator(".react-flow__pane").first
    canvas.wait_for()
    canvas.scroll_into_view_if_needed()
    page.wait_for_timeout(1500)
    box = canvas.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(f"() => {{ window.frames_ = ({FRAMES})(3); }}")
    for step in range(60):
        page.mouse.move(x + 3 * step, y + (step % 20))
        page.wait_for_timeout(40)
    page.mouse.up()
    return _frames("frames of a graph of 500 nodes while panning", page.evaluate("() => window.frames_"))


def _frames(name: str, times: list[float]) -> Figure:
    """Return the median and the 95th percentile of frame times."""
    ordered = sorted(times)
    return Figure(
        name, statistics.median(ordered), ordered[int(len(ordered) * 0.95)], "ms", len(ordered), MOST_FRAME_MS
    )
