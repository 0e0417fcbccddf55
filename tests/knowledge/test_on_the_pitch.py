"""Who began, came on, went off or saw a match out is decided by the changes that are told of it."""

from __future__ import annotations

import pytest

from knowledge import Knowledge


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hateboer start that 2-1 v Inter or nah?", "No."),
        ("did Pavard start in 2023?", "Yes."),
        ("did Pavard finish the 2023 game?", "No."),
        ("did Pavard play the full match in november 2023", "No."),
        ("was Pavard taken off in 2023?", "Yes."),
        ("was Pavard a sub in 2023?", "No."),
        ("did De Ketelaere come on as a sub in 2023?", "Yes."),
        ("Muriel titolare nella sfida di novembre 2023 con l'Inter?", "No."),
        ("De Ketelaere è partito dalla panchina nel 2023?", "Sì."),
        ("Pavard ha fatto tutti i 90 minuti nel 2023?", "No."),
        ("Pavard è rimasto in campo fino alla fine nel 2023?", "No."),
    ],
)
def test_changes_decide_when_somebody_was_on_the_pitch(
    knowledge: Knowledge, question: str, said: str
) -> None:
    assert knowledge.answer(question).text.startswith(said)


@pytest.mark.parametrize("question", ["did Dimarco start in 2023?", "Scamacca è uscito nel 2023?"])
def test_nothing_is_said_of_one_whom_no_change_names(knowledge: Knowledge, question: str) -> None:
    assert knowledge.answer(question).kind == "no_fact"
