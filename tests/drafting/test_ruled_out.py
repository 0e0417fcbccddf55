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


MORE = [
    # a goalkeeper who saves is not the one whom an epithet means
    (
        "Al 20' Bonfa scarica per Tirelli, Marchi para ma sulla respinta lo stesso attaccante segna.",
        {"Marchi"},
    ),
    # who served a scorer
    ("Al 20' il Rimini raddoppia con Tirelli che infila la porta servito al centro da Bonfa.", {"Bonfa"}),
    # a ground, a word at the head of a sentence
    (
        "Al 20' Tirelli segna. Progressione pazzesca, salta tutti e infila il pallone alle spalle di Bonfa.",
        {"Progressione"},
    ),
]


@pytest.mark.parametrize(("text", "never"), MORE)
def test_who_never_scored(text: str, never: set[str]) -> None:
    assert not never & {name for name, _ in scorers(HEAD + text)}


def test_goals_in_the_plural_and_a_side_that_is_struck() -> None:
    text = "Rimini-Cesena 0-2\n\nDue i gol realizzati dagli ospiti grazie a Tirelli al 20' e Bonfa al 70'."
    assert scorers(text) == [("Tirelli", 20), ("Bonfa", 70)]
    text = "Rimini-Cesena 0-1\n\nTanto dolore per il Rimini, colpito nel primo tempo da Tirelli."
    assert [name for name, _ in scorers(text)] == ["Tirelli"]


def test_the_next_goals_scorer_is_not_this_ones() -> None:
    text = "Rimini-Cesena 2-0\n\nAl 62' Tirelli sigla il vantaggio, all'81' il gol del trionfo di Bonfa."
    assert scorers(text) == [("Tirelli", 62), ("Bonfa", 81)]


def test_who_came_off_or_saved_is_no_scorer() -> None:
    text = "Rimini-Cesena 1-0\n\nTirelli, entrato al posto di Bonfa, segna al 70'. Tiro parato da Marchi all'80'."
    assert scorers(text) == [("Tirelli", 70)]


def test_minutes_of_the_second_half_told_as_quarters() -> None:
    text = "Rimini-Cesena 1-0\n\nAl quarto d'ora della ripresa segna Tirelli."
    assert scorers(text) == [("Tirelli", 60)]


def test_shots_that_are_held_are_no_goals() -> None:
    text = (
        "Rimini-Cesena 1-0\n\nAl 20' Tirelli conclude debolmente con il destro, con Marchi che blocca. "
        "Al 29' il tentativo di Bonfa trova la risposta di Marchi. Al 40' segna Neri."
    )
    assert scorers(text) == [("Neri", 40)]


def test_the_first_half_told_after_a_summary_counts_from_one() -> None:
    text = (
        "Rimini-Cesena 1-0\n\nNella ripresa il Cesena prova a pareggiare.\n\n"
        "I tempo: al 4' palo di Bonfa. Al 38' segna Tirelli."
    )
    assert scorers(text) == [("Tirelli", 38)]
