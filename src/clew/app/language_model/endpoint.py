"""Talks to an endpoint that speaks like OpenAI's: the one place in Clew that ever calls a network, and only this address."""

from __future__ import annotations

import http.client
import json
import os
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

from clew.model import EndpointError, LanguageModel

#: No answer to one sentence is longer than this.
MOST_BYTES = 1_000_000
#: How often one question is sent in all, and the seconds waited before it is sent again; an endpoint may ask for more.
TRIES, WAITS_SECONDS, LONGEST_WAIT_SECONDS = 3, (1.0, 4.0), 60.0
#: The endpoint is busy or broken just now, and may be better soon.
_TRY_AGAIN = frozenset((408, 425, 429, 500, 502, 503, 504))
_CHUNK = 65_536


class UnansweredError(EndpointError):
    """One question got no answer, though the endpoint may answer others; ``refused`` where it says that the question is wrong."""

    def __init__(self, sentence: str, *, refused: bool = False) -> None:
        """Say what happened, without a word of the question or the answer."""
        super().__init__(sentence)
        self.refused = refused


class Endpoint:
    """The configured endpoint. Answers, keys and what was asked never stand in an error or a log."""

    def __init__(self, asked: LanguageModel, sleep: Callable[[float], None] = time.sleep) -> None:
        """Take the key from the environment; EndpointError where the variable that should hold it is empty."""
        self._address = asked.url.rstrip("/") + "/chat/completions"
        self._timeout_seconds, self._sleep = asked.timeout_seconds, sleep
        self._place = f"The language model at {asked.url}"
        self._variable = asked.key_variable
        self._headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "clew"}
        if asked.key_variable:
            self._headers["Authorization"] = f"Bearer {_key(asked.key_variable)}"
        self._opener = _opener(urlsplit(asked.url).hostname or "")

    def answer(self, question: Mapping[str, object]) -> bytes:
        """Send one question and return the answer's bytes, trying again where that can help.

        UnansweredError where this question gets none, EndpointError where no other would either.
        """
        body = json.dumps(question).encode()
        for wait in (*WAITS_SECONDS[: TRIES - 1], None):
            try:
                return self._sent(body)
            except urllib.error.HTTPError as error:
                status, asked_for = error.code, error.headers.get("Retry-After", "")
                error.close()
                if status not in _TRY_AGAIN:
                    raise self._refusal(status) from None
                said = f"answers with HTTP {status}"
            except (OSError, http.client.HTTPException) as error:
                asked_for, said = "", _trouble(error)
            if wait is not None:
                self._sleep(max(wait, min(_seconds(asked_for), LONGEST_WAIT_SECONDS)))
        raise UnansweredError(f"{self._place} {said}, {TRIES} times in a row. See that it runs, then ask again.")

    def _sent(self, body: bytes) -> bytes:
        until = time.monotonic() + self._timeout_seconds
        # The scheme is http or https: settings are checked.
        request = urllib.request.Request(self._address, data=body, headers=self._headers, method="POST")  # noqa: S310
        received = b""
        with self._opener.open(request, timeout=self._timeout_seconds) as response:
            while chunk := response.read1(_CHUNK):
                received += chunk
                if len(received) > MOST_BYTES:
                    raise UnansweredError(f"{self._place} sent an answer of more than {MOST_BYTES:,} bytes.")
                if time.monotonic() > until:
                    raise TimeoutError
            # What was announced and didn't come is no answer.
            if response.length:
                raise http.client.IncompleteRead(b"")
        return received

    def _refusal(self, status: int) -> EndpointError:
        """Return what to say of a status that won't change by asking again."""
        if status in (401, 403):
            remedy = (
                f"Put a key that it takes into {self._variable}"
                if self._variable
                else "Name the variable that holds a key as language_model.key_variable in clew.toml"
            )
            return EndpointError(f"{self._place} refuses the key (HTTP {status}). {remedy}.")
        if 300 <= status < 400:
            return EndpointError(
                f"{self._place} sends elsewhere (HTTP {status}), and Clew doesn't follow. Write the final address as "
                "language_model.url in clew.toml."
            )
        if status in (404, 405):
            return EndpointError(
                f"{self._place} has no such page or model (HTTP {status}). Look at language_model.url (it usually ends with /v1) "
                "and language_model.model in clew.toml."
            )
        return UnansweredError(f"{self._place} refuses a question (HTTP {status}).", refused=True)


def _key(variable: str) -> str:
    key = os.environ.get(variable, "").strip()
    if not key or not key.isascii() or not key.isprintable():
        raise EndpointError(
            f"The variable {variable} of the environment holds no key. Set it, or take language_model.key_variable out of clew.toml "
            "where the endpoint wants none."
        )
    return key


def _opener(host: str) -> urllib.request.OpenerDirector:
    """Return what opens the address: without redirects, other schemes and cookies, and past any proxy on this machine."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler({} if _is_here(host) else None),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.HTTPDefaultErrorHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _trouble(error: OSError | http.client.HTTPException) -> str:
    """Return what went wrong on the way, in the words of nobody else."""
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, TimeoutError):
        return "doesn't answer in time (language_model.timeout_seconds)"
    if isinstance(reason, ConnectionRefusedError):
        return "isn't there (connection refused)"
    return f"can't be reached, or hangs up ({type(reason).__name__})"


def _seconds(asked_for: str) -> float:
    return float(asked_for) if asked_for.isascii() and asked_for.isdigit() else 0.0
