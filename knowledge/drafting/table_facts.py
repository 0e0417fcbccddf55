"""How teams stand: streaks, points, places in the table, leads, and whom they play next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from knowledge.drafting.fact_context import FactContext, Found, Reader, needing
from knowledge.drafting.fact_words import ranked, term
from knowledge.drafting.masking import Masked
from knowledge.drafting.typed_fact import TypedFact

AHEAD = frozenset({"clear", "ahead", "+", "di vantaggio"})
"""Words and marks of a lead in the table."""


def _streak(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    yield from (f for f in needing(context, kind, row, slots, "team") if f.values.get("value", 0) > 1)


def _of_result(context: FactContext, slots: Found) -> str | None:
    """Return whom a win or a defeat of the match lifted or dropped: "the win takes them third"."""
    match = context.match
    if match is None or match.score is None or match.score[0] == match.score[1]:
        return None
    winner = int(match.score[1] > match.score[0])
    return match.teams[winner] if "won" in slots else match.teams[1 - winner] if "lost" in slots else None


def _own(context: FactContext, row: Masked) -> str | None:
    """Return the club that an article without a match is about, for a sentence that names no club."""
    return None if row.of("t") else context.home()


def _points(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    side = _of_result(context, slots) or context.coached(slots.pop("person", None)) or context.home()
    if side:
        slots.setdefault("team", side)
    yield from needing(context, kind, row, slots, "team")


def _place(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    value = ranked(slots["ordinal"], context.language)
    if "team" not in slots and (
        side := _of_result(context, slots) or context.coached(slots.get("person")) or _own(context, row)
    ):
        slots["team"] = side
    slots.pop("person", None)
    for fact in needing(context, kind, row, slots, "team") if value else ():
        fact.values["value"] = value
        if "competition" in slots:
            fact.teams["competition"] = slots["competition"]
        yield fact


def _gap(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    way = "ahead" if slots["gap"] in AHEAD else "behind"
    if slots.get("team") != slots.get("rival"):
        yield from needing(context, way, row, slots, "team")


_BEGINS = re.compile(r"(?:(?:il|la|lo|i|gli|the) |l’)?(<t\d+>)(?!’)")


def _subject_before(context: FactContext, row: Masked) -> str | None:
    """Return the side that the sentence before begins with, for a sentence that names only whom it meets."""
    at, rows = row.sentence.index, context.reading.rows
    before = next((r for r in rows if r.sentence.index == at - 1), None)
    told = _BEGINS.match(before.text) if before and len(row.of("t")) == 1 else None
    if before is None or told is None or before.sentence.paragraph != row.sentence.paragraph:
        return None
    team = context.club(before.mark(told.group(1)).key)
    return team if context.match and team in context.match.teams else None


def _next(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    slots["team"] = slots.get("team") or context.home() or _subject_before(context, row)
    pair = {slots.get("team"), slots.get("rival")}
    if None in pair or len(pair) < 2 or (context.match and pair == set(context.match.teams)):
        return
    day = {"day": term("days", slots["day"])} if slots.get("day") else {}
    for first, second in (("team", "rival"), ("rival", "team")):
        fact = TypedFact(kind, row, teams={"team": slots[first], "rival": slots[second]}, values=dict(day))
        yield fact


_STANDING = re.compile(
    r"(<t\d+>)(?: (?:e|and) (<t\d+>))?:? (\d{1,3})(?: (?:punti|pt|pts|points))?(?=[;,.]| - |$)"
)
_TABLE = re.compile(r"\b(?:classifica|table|standings)\b")
FEWEST = 4
"""Teams with a figure behind them that make a sentence a table."""


def listed_points(row: Masked) -> Iterator[TypedFact]:
    """Yield the points of each team of a table that stands in one sentence: "Table: Rovers 62 points, City 60; ..."."""
    told = list(_STANDING.finditer(row.text))
    if len(told) < FEWEST or not _TABLE.search(row.text):
        return
    for match in told:
        for mark in filter(None, match.groups()[:2]):
            key = row.mark(mark).key
            if "|" not in key:
                yield TypedFact("points", row, teams={"team": key}, values={"value": int(match.group(3))})


TABLE_READERS: Mapping[str, Reader] = {
    "unbeaten": _streak,
    "unbeaten_end": _streak,
    "winless": _streak,
    "wins": _streak,
    "losses": _streak,
    "points": _points,
    "place": _place,
    "gap": _gap,
    "next": _next,
}
"""How each kind of fact on where a team stands is read."""
