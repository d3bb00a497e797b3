"""Names the handoffs that keep or break a contract in a word that holds the contract itself, saved or only drafted."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

from clew.app.contracts.judgements import WORDS
from clew.app.settings.contracts import ContractPart, check_contracts, contract_of
from clew.app.settings.errors import SettingError
from clew.journeys import known_terms, terms_of
from clew.model import SIDES, HandoffContract, UsageError, length_text

EXAMPLE = "contract:name=Bot+to+person&to_party=agent&within=30+min/broken/time_limit"
_LISTS = (*SIDES, "required_facts")
_FLAGS = ("told", "promise")


@dataclass(frozen=True)
class ContractWord:
    """The handoffs under a contract: all of them, those of one verdict, or those of one verdict in one term."""

    contract: HandoffContract
    verdict: str = ""
    term: str = ""

    def __str__(self) -> str:
        """Return the through word."""
        return "/".join(filter(None, (f"contract:{_query(self.contract)}", self.verdict, self.term)))


def read_word(rest: str) -> ContractWord:
    """Return what follows ``contract:`` in a through word, taken apart; UsageError says which form it has."""
    query, _, more = rest.partition("/")
    verdict, _, term = more.partition("/")
    contract = _contract(query)
    if verdict and verdict not in WORDS:
        raise UsageError(f"After a contract's / expected one of: {', '.join(WORDS)}. Such as {EXAMPLE}.")
    asked = [each.name for each in terms_of(contract)]
    if term and term not in asked:
        raise UsageError(f"The contract has no such term. It has: {', '.join(asked)}.")
    return ContractWord(contract, verdict, term)


def words_of(word: ContractWord) -> str:
    """Return what the word names, as a heading."""
    said = f"Handoffs under {word.contract.name}"
    if word.verdict:
        said += ": " + {"kept": "kept", "broken": "broken", "unknown": "can't be told"}[word.verdict]
    return f"{said}, {known_terms()[word.term].title.lower()}" if word.term else said


def _query(contract: HandoffContract) -> str:
    said: dict[str, object] = {"name": contract.name}
    said |= {name: list(getattr(contract, name)) for name in _LISTS if getattr(contract, name)}
    if contract.within_seconds is not None:
        said["within"] = length_text(contract.within_seconds)
    said |= {name: "true" for name in _FLAGS if getattr(contract, name)}
    return urlencode(said, doseq=True)


def _contract(query: str) -> HandoffContract:
    try:
        said = parse_qs(query, strict_parsing=True, max_num_fields=200)
    except ValueError as error:
        raise UsageError(f"This is no contract. Expected such as {EXAMPLE}.") from error
    single = {"name", "within", *_FLAGS}
    if said.keys() - {*single, *_LISTS} or any(len(said.get(name, ())) > 1 for name in single):
        raise UsageError(f"A contract has other parts than these. Known: {', '.join((*sorted(single), *_LISTS))}.")
    part = ContractPart(
        name=said.get("name", [""])[0],
        from_channel=tuple(said.get("from_channel", ())),
        to_channel=tuple(said.get("to_channel", ())),
        from_party=tuple(said.get("from_party", ())),
        to_party=tuple(said.get("to_party", ())),
        from_team=tuple(said.get("from_team", ())),
        to_team=tuple(said.get("to_team", ())),
        required_facts=tuple(said.get("required_facts", ())),
        within=said.get("within", [""])[0],
        told=said.get("told") == ["true"],
        promise=said.get("promise") == ["true"],
    )
    try:
        contract = contract_of(0, part)
        check_contracts([contract])
    except SettingError as error:
        raise UsageError(str(error)) from error
    return contract
