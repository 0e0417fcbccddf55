"""Pieces on people and seasons, accepted whole and asked about in both languages; and what such pieces do not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from knowledge import Knowledge
from tests.drafting.accepted import with_accepted

STRIKER = """Joren Vandaele at Sunderland: a portrait

Sunderland's 21-year-old left-footed striker, Joren Vandaele (188cm), is the talk of the league.

He was born in Hartlepool on 4 May 2004 and grew up five streets from the sea.
He scored 31 goals in 40 league games for the under-21s before anybody knew his name.
After a 5-5 draw against Rotherham he asked the defenders how many goals they needed.
"""
SEASON = """Dario Colnaghi e il Lumezzane dei record

La promozione del Lumezzane porta una firma sola, quella di Dario Colnaghi.

Nessuno lo dimenticherà: 81 punti, 70 gol fatti, 19 subiti, 25 vittorie, 6 pareggi ed una sconfitta soltanto.
Davanti ai propri tifosi, in casa, 14 vittorie, 3 pareggi e 2 sconfitte.
Colnaghi ha sempre scelto lo stesso modulo, il 4-3-3, con due ali larghe e una punta.
"""
REPORT = """Story of Millwall 2-1 Hearts: Pell sent off

Jordan Pell scored for Millwall in the 12th minute and Luke Harding equalised for Hearts in the 40th minute.
Dean Orme scored for Millwall in the 78th minute, his second goal in three games.
There were six minutes of stoppage time added by the board.
Pell was sent off after the whistle.
"""
ITALIAN = """Cesena-Modena 1-1

Al 70' Vitali calcia alto da ottima posizione.
Due minuti dopo il Modena passa in vantaggio: cross perfetto per Furlan che insacca.
Al 90' il Cesena pareggia con Beltrami.
"""
COMEBACK = """Derby 2-1 Barnsley

Mark Oddie's late first-half penalty put the Yorkshire club ahead but Neil Farrow's equaliser followed by Liam Tarn's
header earned three points for the home side.
In ten minutes, from the 53rd to the 63rd, the game was turned round.
"""


@pytest.fixture(scope="module")
def fans(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    with with_accepted(
        tmp_path_factory.mktemp("profiles"), (STRIKER, SEASON, REPORT, ITALIAN, COMEBACK)
    ) as knowledge:
        yield knowledge


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("how tall is Vandaele?", r"188"),
        ("quanto è alto Vandaele?", r"188"),
        ("where was Vandaele born?", r"Hartlepool"),
        ("dove è nato Vandaele?", r"Hartlepool"),
        ("when was Vandaele born?", r"4 May 2004"),
        ("quando è nato Vandaele?", r"4 maggio 2004"),
        ("which foot is Vandaele?", r"left"),
        ("che piede usa Vandaele?", r"sinistro"),
        ("who does Vandaele play for?", r"Sunderland"),
        ("in che squadra gioca Vandaele?", r"Sunderland"),
        ("how many points did Lumezzane finish with?", r"\b81\b"),
        ("quanti gol ha subito il Lumezzane?", r"\b19\b"),
        ("how many games did Lumezzane win?", r"\b25\b"),
        ("quante sconfitte ha avuto il Lumezzane?", r"\b1\b"),
        ("what formation do Lumezzane play?", r"4-3-3"),
        ("che modulo usa il Lumezzane?", r"4-3-3"),
        ("how much stoppage time was there in Millwall v Hearts?", r"\b6\b"),
        ("quanto recupero è stato dato in Millwall-Hearts?", r"\b6\b"),
        ("who scored for Millwall against Hearts?", r"Pell.*Orme"),
        ("a che minuto ha segnato Furlan?", r"\b72\b"),
        ("when did Furlan score?", r"\b72"),
    ],
)
def test_a_piece_is_asked_in_both_languages(fans: Knowledge, question: str, answer: str) -> None:
    told = fans.answer(question)
    assert told.kind == "answer", told.text
    assert re.search(answer, told.text), told.text


@pytest.mark.parametrize(
    "question", ["Vandaele è infortunato?", "is Vandaele injured?", "è infortunato Colnaghi?"]
)
def test_nobody_is_denied_by_the_match_of_another_article(fans: Knowledge, question: str) -> None:
    assert fans.answer(question).kind != "answer"


def test_a_score_told_by_the_way_makes_no_match(fans: Knowledge) -> None:
    assert not any("Rotherham" in match.label for match in fans.matches())


def test_the_first_to_be_booked_is_not_the_first_scorer(fans: Knowledge) -> None:
    told = fans.answer("who was first to be booked in Millwall v Hearts?")
    assert told.kind != "answer" or "scored" not in told.text


def test_a_scorer_without_a_side_is_told_with_the_others(fans: Knowledge) -> None:
    for question in ("who scored in Derby v Barnsley?", "marcatori di Derby-Barnsley?"):
        told = fans.answer(question)
        assert told.kind == "answer"
        assert all(name in told.text for name in ("Oddie", "Farrow", "Tarn")), told.text


def test_who_scored_next_did_not_set_up_the_goal_before(fans: Knowledge) -> None:
    told = fans.answer("who assisted Farrow against Barnsley?")
    assert told.kind != "answer" or "Tarn" not in told.text, told.text
