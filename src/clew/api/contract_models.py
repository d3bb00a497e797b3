"""Handoff contracts as they are sent and answered, how far they were kept, and what is told of one live handoff."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from clew.app.contracts.conformance import Conformance
from clew.app.view.contracts.word import ContractWord
from clew.model import SIDES, HandoffContract

Word = Annotated[str, Field(max_length=200)]
Words = Annotated[list[Word], Field(max_length=30)]
Verdict = Literal["kept", "broken", "unknown"]
Moment = Annotated[int, Field(ge=0, le=2**53)]


class ContractState(BaseModel):
    """A contract: which handoffs fall under it, and its terms; empty lists, null and false ask nothing."""

    name: Word
    from_channel: Words = []
    to_channel: Words = []
    from_party: Words = []
    to_party: Words = []
    from_team: Words = []
    to_team: Words = []
    required_facts: Annotated[Words, Field(description="Known before the handoff and not asked for after it")] = []
    within_seconds: Annotated[
        int | None, Field(ge=1, le=2**31, description="How soon the next party has to act; null: no limit")
    ] = None
    told: bool = Field(default=False, description="Whether the customer has to be told of the handoff")
    promise: bool = Field(default=False, description="Whether the customer has to be promised when to hear again")

    def contract(self) -> HandoffContract:
        """Return it as the model has it."""
        lists = {name: tuple(getattr(self, name)) for name in (*SIDES, "required_facts")}
        return HandoffContract(
            name=self.name, **lists, within_seconds=self.within_seconds, told=self.told, promise=self.promise
        )


class WantedContracts(BaseModel):
    """All contracts, in their order."""

    contracts: Annotated[list[ContractState], Field(max_length=100)]


class NamedState(BaseModel):
    """A word that contracts can be made of, and what it is called."""

    name: str
    title: str


class TermState(BaseModel):
    """A term that a contract can have."""

    name: str
    title: str
    question: str
    source: str


class KeptContracts(BaseModel):
    """The contracts as they stand in clew.toml, and what they can be made of."""

    contracts: list[ContractState]
    terms: list[TermState]
    facts: list[NamedState] = Field(description="What required_facts can name")
    parties: list[str]
    texts_are_read: bool = Field(description="Without it, nothing can be told of facts, of what was told or promised")


class TermConformanceState(BaseModel):
    """One term over the handoffs under a contract; the three sum to them."""

    name: str
    title: str
    kept: int
    broken: int
    unknown: int
    broken_through: str = Field(description="Opens the journeys with handoffs that broke it")


class ConformanceState(BaseModel):
    """How far one contract was kept: kept + broken + unknown = n. A handoff can break several terms."""

    contract: ContractState
    n: int = Field(description="Handoffs under it")
    journeys: int = Field(description="In how many journeys")
    kept: int
    broken: int
    unknown: int = Field(description="Handoffs of which it can't be told; reason says why")
    kept_share: float | None = Field(description="kept / (kept + broken); null below five")
    low: float | None = Field(description="Lower end of the 95 % interval")
    high: float | None = Field(description="Upper end of the 95 % interval")
    state: Literal["ok", "thin", "withheld", "empty"]
    reason: str
    terms: list[TermConformanceState]
    through: str = Field(description="Opens the journeys with handoffs under it")
    kept_through: str
    broken_through: str
    unknown_through: str


class ContractConformance(BaseModel):
    """Every contract over the journeys looked at."""

    contracts: list[ConformanceState]


class LiveHandoff(BaseModel):
    """One handoff just now; what isn't said isn't known."""

    from_channel: Word | None = None
    to_channel: Word | None = None
    from_party: Word | None = None
    to_party: Word | None = None
    from_team: Word | None = None
    to_team: Word | None = None
    wait_us: Moment | None = Field(default=None, description="Until the next party acted; null: it hasn't yet")
    waited_us: Moment | None = Field(default=None, description="How long the customer has waited so far")
    facts_known: Words | None = Field(default=None, description="What the customer had given before; null: not read")
    facts_asked_again: Words | None = Field(default=None, description="What was asked for again since; null: not read")
    told: bool | None = None
    promised: bool | None = None


class LiveVerdict(BaseModel):
    """What one contract says of the handoff, and by which of its terms."""

    contract: str
    verdict: Verdict
    kept: list[str]
    broken: list[str]
    unknown: list[str]


class LiveVerdicts(BaseModel):
    """The contracts that the handoff falls under."""

    verdicts: list[LiveVerdict]


def contract_state(contract: HandoffContract) -> ContractState:
    """Return a contract as it is answered."""
    said = {name: getattr(contract, name) for name in ContractState.model_fields}
    return ContractState.model_validate({name: list(v) if isinstance(v, tuple) else v for name, v in said.items()})


def conformance_state(found: Conformance, named: Callable[[ContractWord], str] = str) -> ConformanceState:
    """Return how far a contract was kept as it is answered; ``named`` gives the through word of some of its handoffs."""

    def through(verdict: str = "", term: str = "") -> str:
        return named(ContractWord(found.contract, verdict, term))

    return ConformanceState(
        contract=contract_state(found.contract),
        n=found.n,
        journeys=found.journeys,
        kept=found.kept,
        broken=found.broken,
        unknown=found.unknown,
        kept_share=found.kept_share,
        low=found.low,
        high=found.high,
        state=found.state,
        reason=found.reason,
        terms=[
            TermConformanceState(
                name=term.name,
                title=term.title,
                kept=term.kept,
                broken=term.broken,
                unknown=term.unknown,
                broken_through=through("broken", term.name),
            )
            for term in found.terms
        ],
        through=through(),
        kept_through=through("kept"),
        broken_through=through("broken"),
        unknown_through=through("unknown"),
    )
