"""Whether the claims that two identifiers are one person hold, and whether their confidence can be believed."""

from __future__ import annotations

import polars as pl

from clew.simulator.score.calibration import calibration
from clew.simulator.score.capability import Capability
from clew.simulator.score.found import share_right
from clew.simulator.score.matched import Matched
from clew.simulator.score.row import Row


def _score(matched: Matched) -> list[Row]:
    owners = _owners(matched)
    sided = matched.submission["links"].with_columns(key_a=_key("a"), key_b=_key("b"))
    for side in ("a", "b"):
        named = owners.select(pl.col("key").alias(f"key_{side}"), pl.col("owners").alias(f"owners_{side}"))
        sided = sided.join(named, on=f"key_{side}", how="inner")
    one = (pl.col("owners_a") == pl.col("owners_b")) & (pl.col("owners_a").list.len() == 1)
    pair = pl.concat_list("kind_a", "kind_b").list.sort().list.join(" and ")
    judged = sided.with_columns(right=one, person=pl.col("owners_a").list.first(), pair=pair)
    left_out = matched.submission["links"].height - judged.height
    note = "right: both identifiers stood for one person, the same"
    if left_out:
        note += f"; {left_out:,} links of identifiers that the truth doesn't know are left out"
    by_pair = [_right(matched, name, judged.filter(pl.col("pair") == name)) for name in judged["pair"].unique().sort()]
    return [_right(matched, "all links", judged, note), *by_pair, *_believed(matched, judged)]


def _right(matched: Matched, subject: str, judged: pl.DataFrame, note: str = "") -> Row:
    return Row(subject, share_right(matched.resamples, judged), judged.height, note)


def _believed(matched: Matched, judged: pl.DataFrame) -> list[Row]:
    if "confidence" not in judged.columns:
        return []
    said = judged.filter(pl.col("confidence").is_not_null()).rename({"confidence": "probability"})
    return [Row("confidence", calibration(matched.resamples, said), said.height, "0 is best for both")]


def _owners(matched: Matched) -> pl.DataFrame:
    """Return each identifier's ``key`` with its ``owners``: the numbers of the persons that it stood for."""
    persons = matched.interactions.select("person_id", "person").unique()
    told = matched.truth["identifiers"].rename({"kind": "kind_", "value": "value_"}).with_columns(key=_key(""))
    known = told.join(persons, on="person_id", how="inner")
    return known.group_by("key").agg(owners=pl.col("person").unique().sort()).sort("key")


def _key(side: str) -> pl.Expr:
    """Return kind and value in the form in which two spellings of one identifier are the same."""
    kind, value = pl.col(f"kind_{side}"), pl.col(f"value_{side}").str.strip_chars().str.to_lowercase()
    digits = value.str.replace_all(r"\D", "").str.replace(r"^1(\d{10})$", "$1")
    return pl.concat_str(kind, pl.lit(":"), pl.when(kind == "phone").then(digits).otherwise(value))


CAPABILITY = Capability(
    name="identity_links",
    title="Identity links",
    question="Do the claims that two identifiers are one person hold, and can their confidence be believed?",
    place=3,
    needs=("links",),
    score=_score,
)
