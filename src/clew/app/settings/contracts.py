"""The part of ``clew.toml`` that holds handoff contracts: read, checked and written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clew.app.settings.errors import SettingError
from clew.app.settings.toml_text import listed, quoted
from clew.model import ANSWERING, BY_NAME, SIDES, HandoffContract, UsageError, length_text, seconds_in

#: So many contracts, and so many characters of a name, are more than anybody reads.
MOST_CONTRACTS, LONGEST_NAME = 100, 80
_LONGEST_SECONDS = 3653 * 86_400


@dataclass(frozen=True)
class ContractPart:
    """A contract as it stands in the file: the time limit as a text."""

    name: str = ""
    from_channel: tuple[str, ...] = ()
    to_channel: tuple[str, ...] = ()
    from_party: tuple[str, ...] = ()
    to_party: tuple[str, ...] = ()
    from_team: tuple[str, ...] = ()
    to_team: tuple[str, ...] = ()
    required_facts: tuple[str, ...] = ()
    within: str = ""
    told: bool = False
    promise: bool = False


def contract_of(at: int, part: ContractPart) -> HandoffContract:
    """Return the contract that a part says, the ``at``-th of the file; SettingError for a time limit that is none."""
    try:
        within = seconds_in(part.within) if part.within else None
    except UsageError as error:
        raise SettingError(f"contracts.{at}.within", f"contracts.{at}.within: {error}") from error
    sides = {side: getattr(part, side) for side in SIDES}
    return HandoffContract(
        part.name,
        **sides,
        required_facts=part.required_facts,
        within_seconds=within,
        told=part.told,
        promise=part.promise,
    )


def check_contracts(contracts: Sequence[HandoffContract]) -> None:
    """Raise SettingError for the first contract that can't be used."""
    if len(contracts) > MOST_CONTRACTS:
        raise SettingError("contracts", f"There are {len(contracts)} contracts. Keep {MOST_CONTRACTS} at most.")
    seen: set[str] = set()
    for at, contract in enumerate(contracts):
        name = contract.name
        if not name.strip() or name != name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
            raise SettingError(
                f"contracts.{at}.name", f"contracts.{at}.name: give it a name of {LONGEST_NAME} characters at most."
            )
        if name in seen:
            raise SettingError(f"contracts.{at}.name", f'Contract "{name}" stands twice. Give each a name of its own.')
        seen.add(name)
        _check_contract(f"contracts.{at}", contract)


def contracts_text(contracts: Iterable[HandoffContract]) -> str:
    """Return the contracts with a comment that says what they are."""
    written = "\n".join(_written(contract) for contract in contracts)
    return f"""# Handoff contracts: what you promise yourselves of certain handoffs. Which ones: from_channel, to_channel, from_party,
# to_party (bot, agent), from_team, to_team, all lists that may be left out. The terms: required_facts (known before, not
# asked for after), within (until the next party acts), told (the customer hears of it), promise (and when to hear again).
# 'clew contracts' says how far they were kept; a change needs no new build.
{written or _EXAMPLE}"""


_EXAMPLE = """# [[contracts]]
# name = "Bot to person"
# from_party = ["bot"]
# to_party = ["agent"]
# required_facts = ["problem", "order"]
# within = "30 min"
# told = true
"""


def _check_contract(place: str, contract: HandoffContract) -> None:
    from clew.journeys import asked_facts, known_terms, terms_of

    known: dict[str, tuple[str, ...]] = {
        **{side: tuple(BY_NAME) for side in SIDES if side.endswith("channel")},
        **{side: ANSWERING for side in SIDES if side.endswith("party")},
        "required_facts": asked_facts(),
    }
    for name, words in known.items():
        for word in getattr(contract, name):
            if word not in words:
                raise SettingError(
                    f"{place}.{name}", f'{place}.{name}: there is no "{word}". Known: {", ".join(words)}.'
                )
    for side in ("from_team", "to_team"):
        if not all(team.strip() and team.isprintable() for team in getattr(contract, side)):
            raise SettingError(f"{place}.{side}", f"{place}.{side} holds an empty name. Write teams as your data do.")
    if contract.within_seconds is not None and not 0 < contract.within_seconds <= _LONGEST_SECONDS:
        raise SettingError(f"{place}.within", f"{place}.within: use more than 0, at most ten years.")
    if not terms_of(contract):
        raise SettingError(
            place, f'Contract "{contract.name}" asks nothing. Give it one of: {", ".join(known_terms())} ({_HOW}).'
        )


_HOW = 'required_facts = ["order"], within = "30 min", told = true, promise = true'


def _written(contract: HandoffContract) -> str:
    lines = ["[[contracts]]", f"name = {quoted(contract.name)}"]
    for name in (*SIDES, "required_facts"):
        words: tuple[str, ...] = getattr(contract, name)
        if words:
            lines.append(f"{name} = {listed(words)}")
    if contract.within_seconds is not None:
        lines.append(f"within = {quoted(length_text(contract.within_seconds))}")
    lines += [f"{name} = true" for name in ("told", "promise") if getattr(contract, name)]
    return "\n".join(lines) + "\n"
