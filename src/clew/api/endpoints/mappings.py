"""How each source's files are read: looked at, tried, changed; nobody overwrites what another has just changed."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Depends, Request, Response
from pydantic import BaseModel, Field

from clew.api.access import needs
from clew.api.changing import etag, require_match, tagged
from clew.api.mapping_models import Draft, PreviewState, preview_state
from clew.api.problems import Problem, ProblemField, not_found, responses
from clew.api.routes import Routes
from clew.api.serving import workspace as served
from clew.app.mappings.draft import Flaw, checked_draft, checked_text, draft_of, mapping_words
from clew.app.mappings.saved import SavedMapping, change_mapping, find_mapping, saved_mappings
from clew.app.mappings.tried import try_on_look, try_on_source, waiting_columns
from clew.app.workspace import Workspace

ROUTES = Routes("mappings")
_Text = Annotated[str, Field(max_length=200_000)]


class Checking(BaseModel):
    """A mapping to look at, as a draft or as text, and the rows to try it on."""

    draft: Draft | None = None
    text: _Text | None = None
    look: Annotated[str, Field(max_length=64)] | None = Field(
        default=None, description="The look whose rows to try it on"
    )
    table: Annotated[int, Field(ge=0, le=100_000)] = Field(default=0, description="Which of its tables")
    source: Annotated[str, Field(max_length=200)] | None = Field(
        default=None, description="The source whose quarantined rows to try it on instead"
    )


class Checked(BaseModel):
    """What was found: the mapping in both forms where it can be read, what is wrong, what the rows become."""

    draft: Draft | None
    text: str
    problems: list[ProblemField]
    tried_on: Literal["first", "quarantined"] = Field(description="The first rows of the files, or rows in quarantine")
    preview: PreviewState | None = Field(description="Null where something is wrong, or no rows are at hand")


class MappingLine(BaseModel):
    """One source's mapping."""

    source: str
    connector: str
    saved: bool = Field(description="Whether a file under mappings/ holds it; else it is the one of the last import")
    readable: bool


class MappingList(BaseModel):
    """All mappings, by source."""

    items: list[MappingLine]


class MappingState(MappingLine):
    """One source's mapping in both forms."""

    text: str
    draft: Draft | None = Field(description="Null where the text can't be read as a mapping")
    columns: list[str] = Field(
        description="Columns that are known of its files: those that it names, and of rows that wait"
    )
    problems: list[ProblemField]


class Changing(BaseModel):
    """A mapping to save, as text or as a draft."""

    text: _Text | None = None
    draft: Draft | None = None


class Word(BaseModel):
    """A word that a mapping may use, and what it means."""

    name: str
    meaning: str


class MappingWords(BaseModel):
    """All words that mappings may use."""

    fields: list[Word]
    channels: list[Word]
    times: list[str]
    kinds: list[str]
    directions: list[str]
    parties: list[str]
    outcomes: list[str]
    identifiers: list[str]
    translated: list[str] = Field(description="Fields whose spellings can be translated under values")


@ROUTES.post("/mappings/check", dependencies=[needs("work")], responses=responses(409, 507))
def check_a_mapping(checking: Checking, place: Annotated[Workspace, Depends(served)]) -> Checked:
    """Look at a mapping and try it on rows, by the very steps of an import; nothing is stored."""
    said = _one_of(checking.draft, checking.text)
    if (checking.look is None) == (checking.source is None):
        raise _unclear("look", "expected either look or source")
    tried = (
        try_on_look(place, checking.look, checking.table, said)
        if checking.look is not None
        else try_on_source(place, checking.source or "", said)
    )
    mapping = tried.drafted.mapping
    return Checked(
        draft=Draft.model_validate(draft_of(mapping)) if mapping else None,
        text=tried.drafted.text,
        problems=_fields(tried.drafted.flaws),
        tried_on="first" if tried.rows == "first" else "quarantined",
        preview=preview_state(tried.preview, place) if tried.preview else None,
    )


@ROUTES.get("/mapping-words", dependencies=[needs("read")])
def list_mapping_words() -> MappingWords:
    """Return the words that mappings may use."""
    return MappingWords.model_validate(mapping_words())


@ROUTES.get("/mappings", dependencies=[needs("read")])
def list_mappings(place: Annotated[Workspace, Depends(served)]) -> MappingList:
    """Return the mappings of all sources."""
    return MappingList(items=[MappingLine(**_line(each)) for each in saved_mappings(place)])


@ROUTES.get("/mappings/{source}", dependencies=[needs("read")], responses=responses(304, 404))
def read_a_mapping(
    request: Request, response: Response, source: str, place: Annotated[Workspace, Depends(served)]
) -> MappingState:
    """Return one source's mapping; its ETag is what a change has to name."""
    found = _found(place, source)
    tagged(request, response, found.digest)
    return _state(found, place)


@ROUTES.put("/mappings/{source}", dependencies=[needs("decide")], responses=responses(404, 412, 428, 507))
def change_a_mapping(
    request: Request, response: Response, source: str, changing: Changing, place: Annotated[Workspace, Depends(served)]
) -> MappingState:
    """Save one source's mapping; rows that are stored already keep what they were read as."""
    require_match(request, _found(place, source).digest)
    said = _one_of(changing.draft, changing.text)
    drafted = checked_text(said, None) if isinstance(said, str) else checked_draft(said, ())
    if drafted.mapping is None:
        raise _flawed(drafted.flaws)
    if drafted.mapping.source not in (None, source):
        raise _flawed(
            (Flaw("source", "A mapping keeps its source's name; import files under the other name instead."),)
        )
    found = change_mapping(place, source, drafted.text, lambda now: require_match(request, _there(now).digest))
    response.headers["ETag"] = etag(found.digest)
    return _state(found, place)


def _one_of(draft: Draft | None, text: str | None) -> str | dict[str, object]:
    if text is not None and draft is None:
        return text
    if draft is not None and text is None:
        return draft.model_dump()
    raise _unclear("draft", "expected either draft or text")


def _unclear(place: str, expected: str) -> Problem:
    return _flawed((Flaw(place, expected),), "body.")


def _flawed(flaws: tuple[Flaw, ...], room: str = "") -> Problem:
    said = "; ".join(flaw.detail for flaw in flaws[:5])
    fields = [{"place": f"{room}{flaw.place}", "detail": flaw.detail} for flaw in flaws]
    return Problem("mapping", "The mapping doesn't fit", 422, said, {"fields": fields})


def _found(place: Workspace, source: str) -> SavedMapping:
    return _there(find_mapping(place, source))


def _there(found: SavedMapping | None) -> SavedMapping:
    if found is None:
        raise not_found("There is no mapping of a source by that name.")
    return found


def _line(found: SavedMapping) -> dict[str, Any]:
    mapping = found.drafted.mapping
    connector = mapping.connector if mapping else ""
    return {"source": found.source, "connector": connector, "saved": found.saved, "readable": mapping is not None}


def _state(found: SavedMapping, place: Workspace) -> MappingState:
    mapping = found.drafted.mapping
    draft = Draft.model_validate(draft_of(mapping)) if mapping else None
    named = [*(mapping.named_columns if mapping else ()), *waiting_columns(place, found.source)]
    return MappingState(
        **_line(found),
        text=found.text,
        draft=draft,
        columns=list(dict.fromkeys(named)),
        problems=_fields(found.drafted.flaws),
    )


def _fields(flaws: tuple[Flaw, ...]) -> list[ProblemField]:
    return [ProblemField(place=flaw.place, detail=flaw.detail) for flaw in flaws]
