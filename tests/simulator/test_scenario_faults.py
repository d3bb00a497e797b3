"""A bad scenario file is told by key, by the value found and by what is allowed."""

from __future__ import annotations

import pytest

from clew.simulator.scenario import DESKS
from tests.simulator.scenario_texts import GOOD, fault_of, without


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        (
            GOOD.replace("solves =", "solvs ="),
            'issues.late.at.chat has no key "solvs". Did you mean "solves"? Known: likes,',
        ),
        ("channel = 1\n" + GOOD, 'The top of the file has no key "channel". Did you mean "channels"? Known: company,'),
        (without("industry"), "company.industry is missing; allowed is a text."),
        (without("insist"), "issues.late.words.seen.insist is missing; allowed is a list, each a text."),
        (GOOD.replace("0.25", '"often"'), 'issues.late.at.chat.solves is "often"; allowed is a number from 0 to 1.'),
        (GOOD.replace("0.25", "true"), "issues.late.at.chat.solves is true; allowed is a number from 0 to 1."),
        (GOOD.replace("0.25", "nan"), "issues.late.at.chat.solves is NaN; allowed is a number from 0 to 1."),
        (
            GOOD.replace('name = "late"', 'name = "Too late"'),
            'issues.Too late.name is "Too late"; allowed is a name of 1',
        ),
        (without('name = "late"'), "issues[1].name is missing; allowed is a name of 1 to 40 small letters"),
        (
            GOOD.replace('"placebo"', '"magic"'),
            'interventions.colors.kind is "magic"; allowed is one of: closing_summary,',
        ),
        (GOOD.replace('["no"]', '"no"', 1), 'words.seen.insist is "no"; allowed is a list, each a text.'),
        ("issues = 3\n[company]\nname='a'\nindustry='b'", "issues is 3; allowed is a list, each a table."),
        (GOOD + "[company.name]\nfirst = 1", "is no valid TOML: "),
        (
            GOOD.replace("industry =", 'first_day = "soon"\nindustry ='),
            'company.first_day is "soon"; allowed is a date such',
        ),
        (
            GOOD.replace("industry =", "usual_amount = [9]\nindustry ="),
            "usual_amount is [9]; allowed is a list of 2, each a number above 0",
        ),
        (GOOD + "[channels.chat]\nopens = 24", "channels.chat.opens is 24; allowed is a whole number from 0 to 23."),
        (GOOD + "[channels.chat]\nopens = 8.5", "channels.chat.opens is 8.5; allowed is a whole number from 0 to 23."),
        (GOOD + "[channels]\nchat = 3", "channels.chat is 3; allowed is a table."),
        (GOOD + "[dirt]\ntypo_in_name = -0.1", "dirt.typo_in_name is -0.1; allowed is a number from 0 to 1."),
        (GOOD + "[demand]\nissues = 0", "demand.issues is 0; allowed is a number above 0."),
        (GOOD + "[demand]\nissues = inf", "demand.issues is Infinity; allowed is a number above 0."),
        (GOOD + "[segments]\nnew = -1", "segments.new is -1; allowed is a number of at least 0."),
    ],
)
def test_a_key_or_value_of_the_wrong_shape_is_told(told: str, fault: str) -> None:
    assert fault in fault_of(told)


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ("hours = [1, 2]\n" + GOOD, "hours is a list of 2; allowed is a list of 24 weights."),
        (f"hours = [{'0, ' * 24}]\n{GOOD}", "hours is 0 throughout; at least one of the 24 weights must be above 0."),
        ("weekdays = [1, 1, 1, 1, 1]\n" + GOOD, "weekdays is a list of 5; allowed is a list of 7 weights."),
        (GOOD + "[segments]\nnew = 0", "segments has no weight above 0"),
        (GOOD.replace("industry =", "products = []\nindustry ="), "company.products is []; allowed is a list with"),
        (
            GOOD.replace("industry =", "usual_amount = [90, 20]\nindustry ="),
            "company.usual_amount is [90, 20]; allowed are ascending",
        ),
        (
            GOOD.replace("industry =", "first_day = 1889-01-01\nindustry ="),
            "company.first_day is 1889-01-01; allowed is a day from 1990-01-01 to 2090-12-31.",
        ),
        (
            GOOD.replace("industry =", 'nouns = { ordre = "code" }\nindustry ='),
            'company.nouns names no fact that companies call by different words: "ordre". Did you mean "order"?',
        ),
        (
            GOOD.replace("industry =", 'nouns = { order = " " }\nindustry ='),
            'company.nouns.order is " "; allowed is what the company calls it',
        ),
        (
            GOOD.replace("industry =", 'nouns = { order = "{order}" }\nindustry ='),
            'company.nouns.order is "{order}"; allowed is a plain text',
        ),
        (
            GOOD.replace("facts =", 'help_page = "help"\nfacts ='),
            'issues.late.help_page is "help"; allowed is a path on the website that begins with /, such as /help.',
        ),
        (
            GOOD.replace("facts =", 'account_page = ""\nfacts ='),
            'issues.late.account_page is ""; allowed is a path on the website that begins with /, such as /account.',
        ),
        (GOOD.replace('"colors"', '"all"'), 'interventions.all.name is "all"; allowed is any other name'),
        (
            GOOD + "[channels.chatt]\nlikes = 1",
            'channels names no desk: "chatt". Did you mean "chat"? Known: self_service,',
        ),
        (
            GOOD + "[channels.chat]\nwait_minutes = [5, 2, 9]",
            "channels.chat.wait_minutes is [5, 2, 9]; allowed are ascending numbers",
        ),
        (
            GOOD + "[channels.chat]\nopens = 9\ncloses = 9",
            "channels.chat.closes is 9; allowed is an hour after channels.chat.opens, which is 9.",
        ),
        (
            GOOD + "[channels.chat]\ncarries = { fone = 1 }",
            'channels.chat.carries names no desk: "fone". Did you mean "phone"?',
        ),
        (GOOD + "[channels.chat]\ncarries = { nowhere = 1 }", 'channels.chat.carries names no desk: "nowhere".'),
        (
            GOOD + "[channels.sms]\nsends_to = { mail = 1 }",
            'channels.sms.sends_to names no desk: "mail". Did you mean "email"?',
        ),
        (GOOD.replace("0.25", "0.25\nsends_to = { chat = 0 }"), "issues.late.at.chat.sends_to is 0 throughout"),
        (GOOD.replace("issues.at.chat", "issues.at.cat"), 'issues.late.at names no desk: "cat". Did you mean "chat"?'),
        (
            GOOD.replace('["order"]', '["orders"]'),
            'issues.late.facts names no fact: "orders". Did you mean "order"? Known: account,',
        ),
        (GOOD.replace('["order"]', '["order", "order"]'), 'issues.late.facts has "order" 2 times; allowed is once.'),
        (GOOD.replace('["order"]', "[]"), "issues.late.facts is []; allowed is at least one of: account,"),
        (GOOD.replace("facts =", "causes = []\nfacts ="), "issues.late.causes is []"),
        (GOOD.replace("facts =", "reviewed_days = [3, 2, 1]\nfacts ="), "issues.late.reviewed_days is [3, 2, 1]"),
        (
            GOOD.replace("facts =", "bursts = [{ day = 1, share = 0.6 }, { day = 9, share = 0.6 }]\nfacts ="),
            "issues.late.bursts: their shares",
        ),
        ("issues = []\n[company]\nname='a'\nindustry='b'", "issues is []; a scenario needs at least one [[issues]]."),
        (GOOD + GOOD[GOOD.index("[[issues]]") : GOOD.index("[[interv")], 'issues has "late" 2 times; allowed is once.'),
        (GOOD + GOOD[GOOD.index("[[interv") :], 'interventions has "colors" 2 times; allowed is once.'),
        (
            GOOD + 'issues = ["lates"]',
            'interventions.colors.issues names no issue: "lates". Did you mean "late"? Known: late.',
        ),
        (GOOD + 'for_whom = "segment"', 'interventions.colors.segment names no segment: "".'),
        (GOOD + 'segment = "royal"', 'interventions.colors.segment names no segment: "royal". Did you mean "loyal"?'),
        (GOOD + 'from_desk = "bot"', 'interventions.colors.from_desk names no desk: "bot".'),
        (GOOD + 'to_desk = "bot"', 'interventions.colors.to_desk names no desk: "bot".'),
        (
            GOOD.replace("placebo", "move_contacts"),
            'interventions.colors.from_desk is ""; move_contacts needs from where',
        ),
        (
            GOOD.replace("placebo", "move_contacts") + 'from_desk="sms"\nto_desk="sms"',
            'colors.to_desk is "sms"; allowed is another desk',
        ),
        (
            GOOD + '[[drifts]]\nwhat = "waits"\nfrom_day = 9\nuntil_day = 9\nfactor = 2',
            "drifts[1].until_day is 9; allowed is a day after from_day, which is 9.",
        ),
        (
            GOOD + "\n".join(f"[channels.{desk}]\nlikes = {int(desk == 'back_office')}" for desk in DESKS),
            "channels: likes is 0 everywhere",
        ),
    ],
)
def test_what_contradicts_itself_is_told(told: str, fault: str) -> None:
    assert fault in fault_of(told)


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('["no"]', "[]", "issues.late.words.seen.insist is []; allowed is a list with at least one wording."),
        ('["no"]', '[" "]', 'issues.late.words.seen.insist[1] is " ": it is empty.'),
        (
            "{cause}",
            "{causes}",
            'closing_summary[1] is "sent again because of {causes}": nothing fills the slot {causes};',
        ),
        ("{cause}", "{cause", "a slot must open and close: {account}."),
        ("is late|never came]", "is late|never came", "an alternation must open and close, and may not nest"),
        ("is late|", "is [very|so] late|", "an alternation must open and close, and may not nest"),
        ('["no"]', '["no|never"]', 'insist[1] is "no|never": a | must stand within an alternation'),
        ('["no"]', '["[no|] [never|]"]', 'insist[1] is "[no|] [never|]": it may come out empty'),
        ('["late"]', '["late {order}"]', 'searches[1] is "late {order}": allowed is a plain text'),
        ('["late"]', '[""]', 'searches[1] is "": it is empty.'),
        (
            '["so, no"]',
            '["maybe", "No!"]',
            'heldout.insist[2] is "No!", which seen.insist has too; allowed is another.',
        ),
    ],
)
def test_words_that_cannot_be_spoken_are_told(before: str, after: str, fault: str) -> None:
    assert before in GOOD
    assert fault in fault_of(GOOD.replace(before, after, 1))
