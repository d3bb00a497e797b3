"""Opens signed-in pages in a browser, each in a context of its own, and notes every fault of their scripts."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tests.web.serving import Served

WIDTHS = {"phone": (360, 740), "tablet": (768, 1024), "desktop": (1440, 900)}
#: A machine that does much else is slow; what is broken fails all the same.
PATIENCE_MILLISECONDS = 30_000


class Opener:
    """Opens pages: ``opener(served, "/map", width="phone", theme="dark")``."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.contexts: list[BrowserContext] = []
        self.faults: list[str] = []

    def __call__(
        self, served: Served, path: str = "/", *, width: str = "desktop", theme: str = "light", **more: Any
    ) -> Page:
        """Open an address in a fresh context that is signed in."""
        context = self._context(served, width, theme, more)
        page = context.new_page()
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda said: self.faults.append(said.text) if _is_fault(said.type, said.text) else None)
        page.goto(f"{served.address}{path}")
        page.wait_for_selector("main h1")
        return page

    def close(self) -> None:
        """Close all; scripts that failed fail the test."""
        for context in self.contexts:
            context.close()
        assert not self.faults, self.faults

    def _context(self, served: Served, width: str, theme: str, more: dict[str, Any]) -> BrowserContext:
        wide, high = WIDTHS[width]
        if served.signed_in is None:
            served.signed_in = _sign_in(self.browser, served)
        wanted: dict[str, Any] = {
            "viewport": {"width": wide, "height": high},
            "color_scheme": "dark" if theme == "dark" else "light",
            "reduced_motion": "reduce",
            "locale": "en-GB",
            "timezone_id": "UTC",
            "accept_downloads": True,
            "storage_state": served.signed_in,
        }
        context = self.browser.new_context(**{**wanted, **more})
        context.set_default_timeout(PATIENCE_MILLISECONDS)
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=served.address)
        self.contexts.append(context)
        return context


def _sign_in(browser: Browser, served: Served) -> Any:
    """Follow the one-time link once; its cookie serves every further context, as it serves one browser's windows."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(served.link())
    page.wait_for_selector("main h1", timeout=PATIENCE_MILLISECONDS)
    assert "enter=" not in page.url, "the secret stays in the address"
    state = context.storage_state()
    context.close()
    return state


def _is_fault(kind: str, text: str) -> bool:
    """Say whether a line on the browser's console is a fault; a status that the page shows a state for is none."""
    return kind == "error" and "Failed to load resource" not in text
