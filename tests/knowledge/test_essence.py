"""A question that finds nothing as a whole is asked again without what only stands beside it."""

from __future__ import annotations

import pytest

from knowledge import Knowledge
from knowledge.understanding.essence import shorter
from knowledge.understanding.lexicon import lexicon
from knowledge.understanding.words import tokens_of


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("a quali due si aggrappava la Dea per rimontare dopo il gol di Scamacca", "Koopmeiners"),
        ("la palla del raddoppio prima di Lautaro chi l'ha avuta? un bolide fuori di poco", "Dimarco"),
        ("bella lì ad Anfield!! quanto è finita che non mi ricordo, il Gasp ha asfaltato Klopp", "3-0"),
        ("Sarri adesso quale squadra allena? lo dice in fondo all'articolo su Gasp mi pare", "Lazio"),
        ("who was in goal for Atalanta, I mean in 2023 and in 2025?", "Carnesecchi"),
    ],
)
def test_what_stands_beside_a_question_does_not_hide_its_answer(
    knowledge: Knowledge, question: str, told: str
) -> None:
    answer = knowledge.answer(question)
    assert answer.kind == "answer"
    assert told in answer.text


@pytest.mark.parametrize(
    ("language", "text", "shortest"),
    [
        ("it", "chi ha pressato dopo il gol di Scamacca nel 2023?", "chi ha pressato 2023?"),
        ("en", "after the goal by Scamacca, who pressed?", "who pressed"),
        ("it", "chi mise dentro la punizione, il Papu?", "chi mise dentro la punizione"),
    ],
)
def test_a_clause_of_time_or_a_guess_may_be_left_out(language: str, text: str, shortest: str) -> None:
    syntax = lexicon("it" if language == "it" else "en").syntax
    assert shortest in [found.text for found in shorter(text, tokens_of(text), syntax)]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("età di gasperini quando molla bergamo?", "67"),
        ("È vero che a chivu di quello che dice conte frega zero?", "Sì"),
        ("musso su chi para bene dopo lo 0 a 1 nel 2023", "Calhanoglu"),
        ("Con che stato d'animo lascia il campo l'Atalanta battuta 2-1?", "rammarico"),
        ("golll dell atalanta nov 23 di chi", "Scamacca"),
        ("minuto del primo gol inter nel 2023, che avevo la fascia 31-45", "40'"),
    ],
)
def test_what_only_dates_or_frames_a_question_does_no_harm(
    knowledge: Knowledge, question: str, told: str
) -> None:
    assert told in knowledge.answer(question).text
