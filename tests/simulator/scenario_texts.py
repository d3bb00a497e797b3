"""A small scenario that is whole, to be spoilt in one place, and what is said about the spoilt one."""

from __future__ import annotations

import pytest

from clew.model import UsageError
from clew.simulator.scenarios.scenario_file import scenario_from

WORDS = """
searches = ["late"]
articles = ["When it comes"]
state_problem = ["my parcel {order} [is late|never came]"]
insist = ["no"]
generic_answer = ["wait"]
specific_answer = ["it is at the depot"]
tried_step = ["I asked next door"]
solve = ["sent again"]
cannot = ["I can't see it"]
note_problem = ["parcel late"]
closing_summary = ["sent again because of {cause}"]
closing_bare = ["closed"]
conflicting_answer = ["it was delivered"]
"""
GOOD = f"""
[company]
name = "Larkhaven"
industry = "e-commerce"

[[issues]]
name = "late"
title = "The parcel is late"
facts = ["order"]

[issues.at.chat]
solves = 0.25

[issues.words.seen]
{WORDS}
[issues.words.heldout]
{WORDS.replace('["', '["so, ').replace(" [is", " by now [is")}
[[interventions]]
name = "colors"
title = "New colors"
kind = "placebo"
"""


def without(start: str) -> str:
    return "\n".join(line for line in GOOD.splitlines() if not line.startswith(start))


def fault_of(text: str) -> str:
    with pytest.raises(UsageError) as caught:
        scenario_from(text, "shop.toml")
    return str(caught.value)
