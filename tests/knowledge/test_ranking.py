"""Rows that need not be compared in full are left early, and only these."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import Context, Knowledge
from knowledge.base.queries import load
from knowledge.understanding.evidence import Asked
from knowledge.understanding.kinds import kind_fits
from knowledge.understanding.names import Gazetteer
from knowledge.understanding.query import Query
from knowledge.understanding.ranking import Ranking

QUESTIONS = (
    "who scored for Inter in December 2025?",
    "and in the second half?",
    "chi ha segnato a Bergamo nel 2023?",
    "e gli assist?",
    "why did Gasperini leave Atalanta?",
    "was Lautaro booked?",
    "Inter",
    "how many points in the table after the match, and who is first?",
    "quante partite senza sconfitta aveva l'Inter prima di Bergamo?",
    "what did Conte say about the referee?",
    "when",
    "which subs came on for Atalanta in the 2-3 against Inter?",
)


def weighed(knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> list[Asked]:
    """Return what the questions are weighed as, each by itself and one after the other in one talk."""
    found: list[Asked] = []
    weigh = Ranking.asked

    def kept(self: Ranking, query: Query, *, anew: bool = False) -> Asked:
        found.append(weigh(self, query, anew=anew))
        return found[-1]

    monkeypatch.setattr(Ranking, "asked", kept)
    context = Context()
    for question in QUESTIONS:
        knowledge.answer(question)
        context = knowledge.answer(question, context).context
    return found


def test_a_row_is_never_left_that_promises_as_much_as_is_wanted(
    shipped_base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base, knowledge = load(shipped_base), Knowledge.open(shipped_base)
    gazetteer = Gazetteer(base.names.values(), base.clashes, base.forms)
    left = 0
    for asked in weighed(knowledge, monkeypatch):
        for at in range(len(base.entries)):
            row = base.entries.row(at)
            match = base.matches.get(row.entry.match or "")
            misfit = 1.0 - kind_fits(asked.query, row.entry, gazetteer)
            whole = row.compare(asked, misfit, match)
            assert whole is not None
            assert row.compare(asked, misfit, match, least=whole[0]) == whole
            left += row.compare(asked, misfit, match, least=whole[0] + 0.4) is None
    assert left > 1000
