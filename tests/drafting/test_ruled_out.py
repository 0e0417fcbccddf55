"""People named at a goal's words who had another part in it, and who scored instead."""

import json

import pytest

from knowledge.drafting import draft

HEAD = "Rimini-Cesena 1-0\n\n"


def scorers(text: str) -> list[tuple[str, int | None]]:
    match = json.loads(draft(text).to_json())["matches"][0]
    return [(g["scorer"], g["minute"]) for g in match["goals"]]


PARTS = [
    # who serves is not who scores
    (
        "Al 20' il Rimini trova il gol con Tirelli che pennella un assist per Bonfa, che batte il portiere.",
        "Bonfa",
    ),
    (
        "Al 20' il Rimini passa con Tirelli che trova l'incornata vincente sugli sviluppi di un angolo di Bonfa.",
        "Tirelli",
    ),
    # who is beaten scores nothing
    ("Al 20' il Rimini passa con Tirelli da punizione con Bonfa che si fa sorprendere.", "Tirelli"),
    # whom the ball was played to, in a ticker
    ("20' Tirelli imbecca Bonfa per il vantaggio.", "Bonfa"),
    # the author of the goal
    ("Grande gioia per Tirelli, autore del gol che ha deciso la gara al 20'.", "Tirelli"),
    # an epithet with a club in it
    ("Tirelli brilla. L'attaccante in prestito dal Napoli ha aperto le marcature al 20'.", "Tirelli"),
    # passives with an adverb between
    ("Il gol al 20' è stato segnato invece da Tirelli.", "Tirelli"),
]


@pytest.mark.parametrize(("text", "scorer"), PARTS)
def test_a_goal_is_its_scorers_and_nobody_elses(text: str, scorer: str) -> None:
    assert [name for name, _ in scorers(HEAD + text)] == [scorer]


def test_a_minute_right_behind_the_scorer_is_his() -> None:
    text = (
        "Rimini-Cesena 2-0\n\nReti di Tirelli (su rigore) al 22' e sigillo decisivo di Bonfa arrivato al 72'."
    )
    assert scorers(text) == [("Tirelli", 22), ("Bonfa", 72)]


def test_a_side_raised_to_level_and_overtaken() -> None:
    text = (
        "Rimini-Cesena 2-1\n\nIl Cesena segna con Marchi al 10' ma viene raggiunto al 50' da Tirelli "
        "e sorpassato al 70' da Bonfa."
    )
    assert scorers(text) == [("Marchi", 10), ("Tirelli", 50), ("Bonfa", 70)]


def test_flirting_with_a_goal_is_none() -> None:
    assert (
        scorers("Rimini-Cesena 0-0\n\nIl Rimini flirta con la rete del vantaggio con Tirelli al 30'.") == []
    )
