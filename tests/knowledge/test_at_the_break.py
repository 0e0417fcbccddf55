"""Claims about the score at half-time and about who began a match, in any words and both languages."""

from __future__ import annotations

import re

import pytest

from knowledge import Knowledge

SAID = {"yes": r"^(Yes|Sì)\.", "no": r"^No\."}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("was it still goalless at half time in december 2025?", "yes"),
        ("nil nil at the break in 2025?", "yes"),
        ("were they level at half time in 2025?", "yes"),
        ("was it 0-0 at half time in november 2023?", "no"),
        ("were Atalanta ahead at the break in 2023?", "no"),
        ("did Inter lead at half time in november 2023?", "yes"),
        ("was Inter 1-0 up at half time in 2023?", "yes"),
        ("was Inter 2-0 up at half time in 2023?", "no"),
        ("all'intervallo nel 2025 era ancora 0-0?", "yes"),
        ("all'intervallo del 2023 l'Inter era già avanti?", "yes"),
        ("all'intervallo di dicembre 2025 l'Inter era già avanti?", "no"),
        ("Atalanta sotto all'intervallo nel 2023?", "yes"),
        ("nel 2025 a fine primo tempo erano pari?", "yes"),
    ],
)
def test_the_score_at_the_break_is_compared(knowledge: Knowledge, question: str, told: str) -> None:
    text = knowledge.answer(question).text
    assert re.match(SAID[told], text), text
    assert ("0-0" if "2025" in question else "0-1") in text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("did Hateboer start vs Inter?", "no"),
        ("Hateboer era titolare contro l'Inter nel 2023?", "no"),
        ("did Pavard start in november 2023?", "yes"),
        ("Pavard titolare nel novembre 2023?", "yes"),
    ],
)
def test_who_came_on_or_went_off_tells_who_began(knowledge: Knowledge, question: str, told: str) -> None:
    assert re.match(SAID[told], knowledge.answer(question).text)


def test_of_whom_no_change_tells_nothing_is_said(knowledge: Knowledge) -> None:
    assert not re.match(r"^(Yes|No)\.", knowledge.answer("did Lookman start in november 2023?").text)


@pytest.mark.parametrize(
    "question",
    ["which Inter players came on as subs at Atalanta?", "any Inter subs come on at Atalanta? names"],
)
def test_changes_of_the_other_side_are_not_told(knowledge: Knowledge, question: str) -> None:
    reply = knowledge.answer(question)
    assert "Muriel" not in reply.text
    assert "Hateboer" not in reply.text
