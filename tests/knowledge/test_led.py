"""A coach's side stands for the match in which he led it, and is asked of by its club."""

from __future__ import annotations

import pytest

from knowledge import Knowledge

ASKED = [
    ("chi ha segnato nell'Inter di Chivu?", "Lautaro", "2025"),
    ("what was the score when Gasp's lads hosted Inter?", "2-1", "2023"),
    ("come finì tra la Dea di Palladino e l'Inter?", "1-0", "2025"),
    ("how many did Inzaghi's team score in Bergamo?", "2", "2023"),
]


@pytest.mark.parametrize(("question", "told", "year"), ASKED)
def test_the_side_of_a_coach_is_meant_in_the_match_where_he_led_it(
    knowledge: Knowledge, question: str, told: str, year: str
) -> None:
    answer = knowledge.answer(question)
    assert answer.kind == "answer"
    assert told in answer.text
    assert answer.context.match is not None
    assert year in answer.context.match


@pytest.mark.parametrize(
    "question",
    ["did Palladino's team have a goal disallowed?", "l'Atalanta di Palladino ha avuto un gol annullato?"],
)
def test_what_a_player_did_is_not_denied_to_his_coachs_side(knowledge: Knowledge, question: str) -> None:
    answer = knowledge.answer(question)
    assert "De Ketelaere" in answer.text
    assert not answer.text.startswith("No.")
