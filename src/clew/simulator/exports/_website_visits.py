"""Splits what somebody does on the website into visits, and says what the website knows of whoever visits."""

from __future__ import annotations

from clew.simulator.chance import Chance
from clew.simulator.dirt import Clocks, any_device, written_device
from clew.simulator.event import Event
from clew.simulator.export import Block
from clew.simulator.people import Person

#: Half an hour without a click ends a visit, as in web analytics at large.
_PAUSE_SECONDS = 30 * 60
#: So many of a thousand visits of people who use an account are logged in to it.
_LOG_INS_PERMILLE = 650
_BROWSERS = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/143.0.0.0",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Safari/604.1",
    "Mozilla/5.0 (Linux; Android 16) Chrome/143.0.0.0 Mobile",
)


class Visit:
    """One visit: the device's id, what is odd about it (tags), and how far the website knows who it is.

    ``account`` is '' until the visitor logs in, which they do after the first page where ``logs_in``; ``slip`` is what
    the browser's clock is wrong by, in seconds. ``last_at`` is the latest click, in seconds since 1970.
    """

    __slots__ = ("account", "browser", "device", "last_at", "logs_in", "slip", "tags")

    def __init__(self, device: str, browser: str) -> None:
        self.device = device
        self.browser = browser
        self.account = ""
        self.logs_in = False
        self.slip = 0
        self.tags: tuple[str, ...] = ()
        self.last_at = 0


class Visits:
    """The visits of a block's people, as their events come in the order of time."""

    def __init__(self, block: Block) -> None:
        self._block = block
        self._chance: Chance = block.chance("website", "visits")
        self._clocks = Clocks(block, "website")
        self._latest: dict[tuple[int, str], Visit] = {}
        self._remembered: dict[str, None] = {}
        self._made = 0

    def of(self, event: Event) -> Visit:
        """Return the visit that an event belongs to: its thread's; without a thread, a new one after a pause."""
        key = (event.person.number, event.thread)
        visit = self._latest.get(key)
        if visit is None or (not event.thread and event.at - visit.last_at > _PAUSE_SECONDS):
            visit = self._latest[key] = self._begin(event)
        visit.last_at = event.at
        return visit

    def _begin(self, event: Event) -> Visit:
        person, chance = event.person, self._chance
        self._made += 1
        device = written_device(person, self._block, "website", chance, self._block.scenario.dirt)
        device = device or self._fresh(person)
        visit = Visit(device, _BROWSERS[sum(device.encode()) % len(_BROWSERS)])
        at, tags = self._clocks.skewed(event.at, device, f"visit {self._made}")
        visit.slip = at - event.at
        own = device in person.devices
        if own and device in self._remembered:
            visit.account = self._account(person)
        elif person.consent and person.logs_in and chance.happens(_LOG_INS_PERMILLE):
            visit.logs_in = True
            if own:
                self._remembered[device] = None
        visit.tags = tags + _oddity(person, device)
        return visit

    def log_in(self, visit: Visit, person: Person) -> None:
        """Have the visitor log in: from here on the website knows the account."""
        visit.logs_in = False
        visit.account = self._account(person)

    def _account(self, person: Person) -> str:
        return self._block.knows("website", "account", person.account, person.number)

    def _fresh(self, person: Person) -> str:
        """Return an id that nobody has had before: without consent every visit has a new one."""
        return self._block.knows("website", "device", any_device(self._chance), person.number)


def _oddity(person: Person, device: str) -> tuple[str, ...]:
    if not person.consent:
        return ("no_consent",)
    if device in person.devices:
        return ()
    return ("shared_device",) if device == person.family_device else ("store_tablet",)
