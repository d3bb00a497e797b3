"""What customers do by themselves: look at their account, search the help centre, read, and find it or don't."""

from __future__ import annotations

from clew.simulator.event import Act
from clew.simulator.living.place import Place
from clew.simulator.living.result import NOWHERE, SETTLED, Result
from clew.simulator.living.walk import NOBODY, SETTLES, Walk

_SEARCH, _ARTICLE = (Act("search", "", "customer"),), (Act("article", "", "customer"),)


def look_up(walk: Walk, place: Place, warm: bool) -> Result:
    """Try to settle it on the website."""
    chance, issue = walk.chance, walk.issue
    thread = walk.thread("web")
    walk.arrive(place, NOBODY, warm)
    settles = walk.fate(SETTLES) < place.solves
    if chance.unit() < 0.6:
        walk.add(place, "visit", "customer", (), thread, issue.account_page)
        walk.wait(20, 240)
    if not settles and chance.unit() < 0.08:
        for _ in range(chance.between(4, 7)):
            walk.add(place, "visit", "customer", (), thread, issue.account_page)
            walk.wait(1, 2)
        walk.hurt("rage_clicks")
    for _ in range(chance.between(1, 2)):
        walk.add(place, "search", "customer", _SEARCH, thread, issue.help_page)
        walk.wait(5, 40)
        if chance.unit() < 0.8:
            walk.add(place, "article", "customer", _ARTICLE, thread, issue.help_page)
            walk.wait(30, 360)
    if settles:
        walk.settle()
        walk.add(place, "visit", "customer", (), thread, f"{issue.account_page}/done")
    else:
        walk.hurt("failed_self_service")
    walk.leave()
    return SETTLED if settles else NOWHERE
