"""Signing in with a one-time link: a good one always fits, wrong ones are slowed down; the cookie is for this server only."""

from __future__ import annotations

import hashlib
import threading
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

from fastapi import Response

from clew.api.problems import Problem
from clew.app.serving import SESSION_SECONDS

#: So many wrong secrets are heard out within a minute; guessing is hopeless anyway, as a secret has 256 bits.
WRONG_TRIES, WITHIN_SECONDS = 10, 60.0


class Tries:
    """Counts the wrong secrets of the last minute; ``now`` gives seconds."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """Begin with none."""
        self._now = now
        self._wrong: deque[float] = deque()
        self._lock = threading.Lock()

    def wrong(self) -> None:
        """Count one more; raise a 429 problem when there were too many already.

        Only wrong secrets come here: any program of this machine can send some, and must not lock out whoever has the link.
        """
        with self._lock:
            now = self._now()
            while self._wrong and self._wrong[0] <= now - WITHIN_SECONDS:
                self._wrong.popleft()
            if len(self._wrong) >= WRONG_TRIES:
                wait = str(int(self._wrong[0] + WITHIN_SECONDS - now) + 1)
                detail = f"Too many links that don't fit. Wait {wait} seconds and open a fresh one."
                raise Problem("too-many-tries", "Too many tries", 429, detail, headers={"Retry-After": wait})
            self._wrong.append(now)


def cookie_name(folder: Path) -> str:
    """Return the cookie's name: each workspace has its own, as browsers share cookies between the ports of a machine."""
    return f"clew_session_{hashlib.sha256(str(folder).encode()).hexdigest()[:8]}"


def set_cookie(response: Response, name: str, token: str) -> None:
    """Hand the browser its session: not readable by scripts, never sent along from other sites."""
    response.set_cookie(name, token, max_age=SESSION_SECONDS, path="/api", httponly=True, samesite="strict")


def clear_cookie(response: Response, name: str) -> None:
    """Take the session back from the browser."""
    response.delete_cookie(name, path="/api", httponly=True, samesite="strict")
