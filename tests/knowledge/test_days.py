"""A day without its year means the match of that day."""

from __future__ import annotations

import pytest

from knowledge import Knowledge

from .asking import asked


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("chi ha fatto gol domenica 28 dicembre a Bergamo?", "Lautaro"),
        ("who won on december 28th", "28 December 2025"),
        ("who scored on 4 november?", "Scamacca"),
        ("chi ha vinto il 28/12", "28 dicembre 2025"),
        ("who scored in nov 23", "4 November 2023"),
        ("who won in dec 25", "28 December 2025"),
    ],
)
def test_a_day_and_a_month_tell_the_match(knowledge: Knowledge, question: str, told: str) -> None:
    assert told in asked(knowledge, question).text


@pytest.mark.parametrize("question", ["chi ha vinto il 5 novembre?", "who won on 27 december?"])
def test_a_day_without_a_match_gets_no_match(knowledge: Knowledge, question: str) -> None:
    assert knowledge.answer(question).kind != "answer"


def test_what_a_man_is_called_is_who_he_is(knowledge: Knowledge) -> None:
    assert "Djimsiti" in asked(knowledge, "come si chiama il difensore che ha sbagliato nel 2025?").text
