"""Which goal came first, levelled or decided, who gave away a penalty: articles of our own, accepted whole."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from knowledge import Knowledge
from knowledge.drafting import draft
from tests.drafting.accepted import with_accepted

UNTIMED = """Walsall 2-1 Barrow

Walsall came from behind to beat Barrow 2-1 at Bescot on Saturday.

The visitors were on top early on and Ned Corless gave Barrow the lead with a shot from distance.
Walsall equalised before the break when Jim Tandy headed in a corner.
With time running out Lee Prosser won the match for Walsall from close range.
"""
PART = """Reggina-Messina 3-1

La Reggina batte 3-1 il Messina al Granillo davanti ai suoi tifosi.

Il Messina trova il vantaggio al 12' con un sinistro di Bonfiglio, gol del vantaggio per il Messina.
La Reggina pareggia al 30' con Cardile, servito da Mangano.
"""
SPOT = """Tranmere 1-0 Crewe

Tranmere beat Crewe 1-0 at Prenton Park.

Five minutes after the interval Crewe defender Alan Petch brought down Mick Storer in the box.
Sam Lyle scored from the penalty spot in the 51st minute to give Tranmere the win.
"""
RATED = """Feralpisalò-Renate 0-0

FERALPISALÒ (4-3-3): Pizzi 6; Bergonzi 6, Pilati 6.5, Martinenghi 6, Tonetto 5.5; Balestrero 6 (20′ st Hergheli 6), \
Carraro 6, Zennaro 5; Siligardi 6 (35' st Miracoli sv), Guerra 6, Cernigoi 5.
RENATE (3-5-2): Drago 6.5; Silva 6, Angeli 6, Possenti 6; Anghileri 6, Ranieri 6, Esposito 6, Baldassin 6, Ermacora 6; \
Galuppini 6, Maistrello 5.
"""


def _rows(text: str, table: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads(draft(text).to_toml()).get(table, [])
    return rows


@pytest.fixture(scope="module")
def fans(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    with with_accepted(tmp_path_factory.mktemp("roles"), (UNTIMED, PART, SPOT)) as knowledge:
        yield knowledge


def test_goals_without_minutes_that_are_all_told_in_order_have_the_score_after_each() -> None:
    goals = [(e["player"], e.get("after")) for e in _rows(UNTIMED, "event") if e["kind"] == "goal"]
    assert goals == [("ned-corless", [0, 1]), ("jim-tandy", [1, 1]), ("lee-prosser", [2, 1])]


@pytest.mark.parametrize(
    ("question", "scorer"),
    [
        ("who scored first in walsall v barrow", "Corless"),
        ("who equalised for walsall", "Tandy"),
        ("chi ha segnato il gol vittoria del walsall", "Prosser"),
        ("chi ha portato in vantaggio il messina", "Bonfiglio"),
        ("a che minuto ha pareggiato cardile", "30"),
        ("who equalised for reggina", "Cardile"),
    ],
)
def test_the_part_of_a_goal_can_be_asked_for(fans: Knowledge, question: str, scorer: str) -> None:
    answer = fans.answer(question)
    assert answer.kind == "answer"
    assert scorer in answer.text


@pytest.mark.parametrize(
    "question",
    ["who gave away the penalty for tranmere", "who fouled storer", "chi ha causato il rigore del tranmere"],
)
def test_who_brought_somebody_down_for_a_penalty_is_told(fans: Knowledge, question: str) -> None:
    assert "Petch" in fans.answer(question).text


def test_marks_in_a_line_up_are_no_minutes_of_changes() -> None:
    changes = {
        e["player"]: (e["off"], e["minute"]) for e in _rows(RATED, "event") if e["kind"] == "substitution"
    }
    assert changes == {"hergheli": ("balestrero", 65), "miracoli": ("siligardi", 80)}


MISSED = """Cesena-Ravenna 1-0

Al 20' sul dischetto va Brandi, che però si fa neutralizzare da Galassi.
Il Cesena passa all'80' con Tozzi di testa.
La squadra di Mordini sale così a 30 punti.
"""
SEVERAL_CHANGES = """Bromley 0-0 Woking

For Bromley, Al Finch, Ray Dunn and Cal Moss came on for Ed Stone, Vic Ashby and Len Carter.
"""
DENIED = """Spezia-Pisa 2-0

Il Pisa comincia bene, ma al 30' lo Spezia raddoppia con Zanetti.
Al 50' lo Spezia passa in vantaggio con Bandini.
"""


def test_a_missed_penalty_and_the_keeper_who_saved_it_are_told() -> None:
    told = {
        e["kind"]: (e["player"], e["it"]) for e in _rows(MISSED, "event") if e["kind"] in ("miss", "save")
    }
    assert told == {
        "miss": ("brandi", "Rigore sbagliato da Brandi al 20'."),
        "save": ("galassi", "Galassi ha parato il rigore di Brandi al 20'."),
    }


def test_whose_men_go_up_behind_a_win_coaches_the_winner() -> None:
    assert _rows(MISSED, "match")[0]["coaches"] == {"cesena": "mordini"}


def test_of_several_who_come_on_for_several_nobody_is_told_to_have_replaced_anybody() -> None:
    assert not [e for e in _rows(SEVERAL_CHANGES, "event") if e["kind"] == "substitution"]


def test_a_minute_that_the_words_of_a_goal_deny_is_not_told() -> None:
    assert [e.get("minute") for e in _rows(DENIED, "event") if e["kind"] == "goal"] == [None, None]
