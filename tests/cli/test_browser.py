"""The one-time link reaches the browser through a file of its owner's only, never by what a program is started with."""

from __future__ import annotations

import os
import stat
import sys
import time
from pathlib import Path

import pytest

from clew.cli import browser
from clew.cli.browser import show_in_browser

LINK = "http://127.0.0.1:8400/#/enter=secret-word"


def test_the_browser_is_started_with_a_private_file_that_leads_to_the_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(browser, "_LEAVING_SECONDS", 0.0)

    def open_it(address: str) -> bool:
        opened.append(address)
        (page,) = tmp_path.iterdir()
        assert address == page.as_uri()
        assert f'url={LINK}"' in page.read_text()
        if sys.platform != "win32":
            assert stat.S_IMODE(page.stat().st_mode) == 0o600
        return True

    monkeypatch.setattr("webbrowser.open", open_it)
    show_in_browser(LINK, tmp_path, wait=True)

    assert len(opened) == 1
    assert "secret-word" not in opened[0]
    assert list(tmp_path.iterdir()) == [], "it is gone afterwards"


def test_what_a_killed_clew_left_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = tmp_path / "open-clew-x.html"
    left.write_text("an old link")
    os.utime(left, (time.time() - 600,) * 2)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("webbrowser.open", lambda _address: False)
    show_in_browser(LINK, tmp_path, wait=True)

    assert list(tmp_path.iterdir()) == []


def test_without_a_desktop_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("webbrowser.open", lambda address: pytest.fail(address))
    show_in_browser(LINK, tmp_path, wait=True)

    assert list(tmp_path.iterdir()) == []
