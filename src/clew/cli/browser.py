"""Opens the one-time link in the desktop's browser, so that no other program of the machine gets to see it."""

from __future__ import annotations

import atexit
import html
import os
import sys
import tempfile
import threading
import time
import webbrowser
from pathlib import Path

#: So long a browser may take to start and read the file.
_SERVING_SECONDS, _LEAVING_SECONDS = 60.0, 10.0


def show_in_browser(link: str, folder: Path, *, wait: bool) -> None:
    """Open the link in the browser of the desktop, where there is one; ``wait`` when the process ends right afterwards.

    What a browser is started with can be read by everybody on the machine. So it is started with a file that only its
    owner may read, that leads to the link, and that is gone a little later. It lies in ``folder``, which has to be a plain
    one: browsers that are kept apart from the system (Ubuntu's) see neither hidden folders nor the system's temporary one.
    """
    desktop = sys.platform in ("darwin", "win32") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if not desktop:  # a browser inside the terminal would take it over
        return
    try:
        _forget_old(folder)
        page = _leading_to(link, folder)
    except OSError:  # the link is printed, too
        return
    atexit.register(page.unlink, missing_ok=True)
    if wait:
        _open(page, _LEAVING_SECONDS)
    else:
        threading.Thread(target=_open, args=(page, _SERVING_SECONDS), daemon=True).start()


def _open(page: Path, seconds: float) -> None:
    try:
        if webbrowser.open(page.as_uri()):
            time.sleep(seconds)
    finally:
        page.unlink(missing_ok=True)


def _forget_old(folder: Path) -> None:
    """Remove what a killed Clew left; the links in it are of no use to anybody after an hour anyway."""
    for page in folder.glob("open-clew-*.html"):
        if time.time() - page.stat().st_mtime > _SERVING_SECONDS:
            page.unlink(missing_ok=True)


def _leading_to(link: str, folder: Path) -> Path:
    """Write a page that leads to the link; only its owner may read it."""
    handle, name = tempfile.mkstemp(prefix="open-clew-", suffix=".html", dir=folder)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        target = html.escape(link)
        file.write(
            f'<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Clew</title>'
            f'<meta http-equiv="refresh" content="0; url={target}"><a href="{target}">Open Clew</a>'
        )
    return Path(name).absolute()
