"""Which picture suits an answer, which pictures there are, and the rows that each is drawn from.

Names: "match:<id>", "timeline:<id>", "compare:<id>,<id>", "finishes:<coach or club>", "run:<id>".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from .base.schema import FactPart
from .detail_records import Run
from .details import Details
from .models import Entry

SUMMARY, SCORERS = "match.summary", "match.scorers"


class Pictured:
    """The pictures that a base has rows for."""

    def __init__(self, details: Details) -> None:
        self._details, self._rows = details, details.rows

    @cached_property
    def _finishes(self) -> dict[str, str]:
        """Coach or club -> the club whose finishes are drawn, coaches first."""
        names = self._rows.names
        found = {}
        for id_ in sorted(names, key=lambda i: (names[i].kind != "person", i)):
            if names[id_].kind in ("person", "club") and (finishes := self._details.finishes(id_, "en")):
                found[id_] = finishes.club.id
        return found

    @cached_property
    def _runs(self) -> list[tuple[Run, str]]:
        """Every run with the id of its cup."""
        names = self._rows.names.items()
        cups = {name.display["en"]: id_ for id_, name in names if name.kind == "competition"}
        return [(run, cups.get(run.competition, run.competition)) for run in self._details.runs("en")]

    @property
    def names(self) -> tuple[str, ...]:
        """Every picture there is, but comparisons: any two matches make one."""
        matches = [f"{kind}:{id_}" for kind in ("match", "timeline") for id_ in self._rows.matches]
        runs = [f"run:{run.id}" for run, _ in self._runs]
        return (*matches, *(f"finishes:{id_}" for id_ in self._finishes), *runs)

    def suiting(self, entries: Sequence[Entry]) -> str | None:
        """Return the picture that shows what an answer tells, or None: most answers are said in a sentence.

        A summary has its match card, two summaries their comparison, all the scorers of a match its timeline;
        a league finish or a round of a cup has the plot or path that it is part of.
        """
        intents = {entry.intent for entry in entries}
        matches = list(dict.fromkeys(entry.match for entry in entries))
        if intents == {SUMMARY} and len(matches) < 3:
            return f"match:{matches[0]}" if len(matches) == 1 else f"compare:{matches[0]},{matches[1]}"
        if intents == {SCORERS} and len(matches) == 1 and not any(entry.team for entry in entries):
            return f"timeline:{matches[0]}"
        found = {self._of_fact(entry) for entry in entries}
        return found.pop() if len(found) == 1 else None

    def rows_of(self, name: str) -> tuple[str, ...]:
        """Return the ids of the rows behind a picture; they lead to its source."""
        kind, _, id_ = name.partition(":")
        if kind == "finishes":
            club = self._finishes.get(id_)
            return tuple(
                f.id for f in self._rows.seasonal.values() if f.topic == "finish" and club in f.about
            )
        if kind == "run":
            runs = [(run, cup) for run, cup in self._runs if run.id == id_]
            return tuple(
                f.id for run, cup in runs for f in self._rows.seasonal.values() if _of_run(f, run, cup)
            )
        return tuple(id_.split(","))

    def _of_fact(self, entry: Entry) -> str | None:
        fact = self._rows.seasonal.get(entry.row)
        if fact is None:
            return None
        if fact.topic == "finish":
            return next((f"finishes:{id_}" for id_ in self._finishes if id_ in fact.about), None)
        return next((f"run:{run.id}" for run, cup in self._runs if _of_run(fact, run, cup)), None)


def _of_run(fact: FactPart, run: Run, cup: str) -> bool:
    """Whether a fact tells of a cup run: a round of it, its record, or that it was won."""
    if run.club.id not in fact.about or not (cup in fact.about or fact.value == cup):
        return False
    if fact.seasons:
        return run.season in fact.seasons
    return fact.topic == "run"
