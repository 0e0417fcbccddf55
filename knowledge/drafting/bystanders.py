"""The people of a report who hardly score: referees, goalkeepers, coaches."""

from __future__ import annotations

from knowledge.drafting.masking import Masked
from knowledge.drafting.vocabulary import Vocabulary, compile_rule, pattern


def bystanders(rows: list[Masked], vocab: Vocabulary) -> set[str]:
    """Return the people that the text calls referee, goalkeeper or coach: they hardly score."""
    rules = [compile_rule(p) for p in (*vocab.raw["rules"]["bystander"], *vocab.raw["doer"]["coach"])]
    marks = [(row, g) for row in rows for rule in rules for m in rule.finditer(row.text) for g in m.groups()]
    return {row.mark(mark).key for row, mark in marks if mark and mark.startswith("<p")}


def leaders(rows: list[Masked]) -> set[str]:
    """Return the people whose team, men or side a text speaks of: coaches, who do not score."""
    rule = pattern("leader")
    marks = [(row, g) for row in rows for m in rule.finditer(row.text) for g in m.groups() if g]
    return {row.mark(mark).key for row, mark in marks}
