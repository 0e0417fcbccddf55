"""A question that says what it is about is not drawn to the turn before; one that does not is."""

from __future__ import annotations

import pytest

from knowledge import Knowledge

from .asking import asked

UNRELATED = {
    "en": (
        "who was sub for pavard in 2023",
        "who did Atalanta beat in the 2024 Europa League final?",
        "what was the score in december 2025",
    ),
    "it": (
        "chi è entrato per pavard nel 2023",
        "chi ha battuto l'Atalanta nella finale di Europa League?",
        "com'è finita a dicembre 2025",
    ),
}


@pytest.mark.parametrize(
    ("language", "question", "told"),
    [
        ("en", "where do atalanta play", "Gewiss"),
        ("en", "what year did Atalanta get Gasperini in", "2016"),
        ("en", "which clubs got hit for six by Gasperini's Atalanta", "Udinese"),
        ("en", "what's on Gasperini's bookshelf that shaped how he sees football?", "Art of War"),
        ("it", "che soprannome ha l'atalanta", "Dea"),
        ("it", "età di Gasperini quando lascia Bergamo?", "67"),
        ("it", "in che anno la Dea ha preso Gasperini?", "2016"),
    ],
)
def test_a_question_with_a_subject_of_its_own_leaves_the_turn_before(
    knowledge: Knowledge, language: str, question: str, told: str
) -> None:
    assert [told in asked(knowledge, turn, question).text for turn in UNRELATED[language]] == [True] * 3


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("who scored in december 2025?", "who set Lautaro up?"), "Esposito"),
        (("who coached Inter in the 2023 game?", "and Atalanta?"), "Gasperini"),
        (("where did Gasperini work before Atalanta?", "how long was he at Genoa the second time?"), "three"),
        (("chi ha segnato nel 2-1?", "in che minuto ha segnato Lautaro?"), "57"),
        (("chi era in porta nel 2023?", "e per l'Inter?"), "Sommer"),
    ],
)
def test_a_name_alone_does_not_leave_it(knowledge: Knowledge, turns: tuple[str, ...], told: str) -> None:
    assert told in asked(knowledge, *turns).text
