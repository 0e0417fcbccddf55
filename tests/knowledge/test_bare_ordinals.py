"""A question on the first or the third of several is not answered with the second."""

from __future__ import annotations

import pytest

from knowledge import Knowledge


@pytest.mark.parametrize(
    "question",
    [
        "who were the wing backs of gasp's first atalanta?",
        "who was the gritty midfielder of Gasp's third team?",
        "chi giocava nella prima Atalanta di Gasperini?",
    ],
)
def test_another_ordinal_is_not_answered_with_the_second_side(knowledge: Knowledge, question: str) -> None:
    assert "second-side" not in "".join(knowledge.answer(question).rows)


def test_the_ordinal_that_is_told_is_answered(knowledge: Knowledge) -> None:
    assert "De Roon" in knowledge.answer("who played in Gasperini's second Atalanta side?").text
