"""Italian reports: datelines, grounds of another day, goals that nobody told, minutes of doubles, lists of halves."""

from __future__ import annotations

import pytest

from knowledge.drafting.article import read
from knowledge.drafting.datelines import without_datelines


def _goals(text: str) -> list[tuple[str, int | None]]:
    return [(goal.scorer, goal.minute) for goal in read(text).matches[0].goals]


def test_town_of_a_dateline_with_its_land_is_the_home_team_s() -> None:
    text = (
        "NANTES (FRANCIA) - Il Lens ha pareggiato 1-1 con il Nantes nell'anticipo della terza giornata di campionato. "
        "Apre Carloni al 20', risponde Bertelli al 70'."
    )
    assert read(text).matches[0].teams == ("nantes", "lens")


@pytest.mark.parametrize(
    "head", ["Cagliari, 3 ottobre 2020 (AGI) – ", "Roma, 12 mar. - ", "Bari, 4 giugno (Ansa) - "]
)
def test_day_and_agency_at_the_head_are_no_part_of_the_report(head: str) -> None:
    assert (
        without_datelines(f"{head}L'Italia ha battuto il Galles 2-0.") == "L'Italia ha battuto il Galles 2-0."
    )


def test_leveller_makes_room_for_the_goal_before_it_that_nobody_is_told_to_have_scored() -> None:
    text = (
        "Il Palmeiras ha battuto il Santos FC dopo una gara tirata. Nel primo tempo padroni di casa avanti grazie a "
        "una mischia. Al 70' il pareggio di Carloni per il Santos FC. Nel finale il gol di Bertelli per il Palmeiras."
    )
    match = read(text).matches[0]
    assert match.score is not None
    assert sorted(match.score) == [1, 2]
    assert {name for name, _ in _goals(text)} == {"carloni", "bertelli"}


def test_double_told_between_two_minutes_fell_at_both() -> None:
    text = (
        "Il Cosenza ha battuto il Rende 2-1. Dopo la rete di Carloni al 14' del primo tempo, una doppietta di "
        "Bertelli, realizzata fra il 21' e il 30' della ripresa, ha ribaltato la gara."
    )
    assert sorted(_goals(text), key=lambda g: g[1] or 0) == [
        ("carloni", 14),
        ("bertelli", 66),
        ("bertelli", 75),
    ]


def test_each_scorer_has_the_minute_before_his_name() -> None:
    text = (
        "Il Cosenza ha perso 2-0 in casa con il Rende: doppio vantaggio degli ospiti siglato al 21' con Carloni e al "
        "36' con Bertelli nel primo tempo."
    )
    assert _goals(text) == [("carloni", 21), ("bertelli", 36)]


def test_minutes_of_a_list_that_fall_back_are_of_the_half_before() -> None:
    text = "COSENZA-RENDE 4-0\nMarcatori: 10', 20' e 5' st Carloni, 14' Bertelli\nNotte di gloria a Cosenza."
    assert sorted(m or 0 for _, m in _goals(text)) == [10, 14, 20, 50]


def test_whoever_was_sent_off_did_not_score_what_turned_the_match() -> None:
    text = (
        "Il Cosenza ha battuto il Rende 1-0 ai supplementari. Il Rende resta in dieci per l'espulsione di Carloni, "
        "episodio che cambia la partita, al minuto 109 è Bertelli a realizzare la rete della vittoria."
    )
    assert _goals(text) == [("bertelli", 109)]


def test_shot_behind_the_colon_of_a_goal_went_in() -> None:
    text = (
        "Il Cosenza ha pareggiato 1-1 con il Rende. Vantaggio di Carloni al 12'. Poi gli ospiti subiscono la rete del "
        "pareggio: bolide di Bertelli al 70'."
    )
    assert ("bertelli", 70) in _goals(text)


def test_club_s_people_are_told_by_its_land() -> None:
    text = (
        "Il Flamengo ha battuto 2-1 il River Plate nella finale di Copa Libertadores. Vantaggio di Carloni al 14' per "
        "gli argentini, poi i brasiliani ribaltano tutto con Bertelli all'80' e Damiani all'88'."
    )
    match = read(text).matches[0]
    sides = {goal.scorer: goal.team for goal in match.goals if goal.team is not None}
    assert sides["carloni"] == match.teams.index("river")


def test_headline_in_capitals_with_small_words_in_a_club_s_name_is_a_fixture() -> None:
    text = (
        "Serata amara per i locali.\nBORGO DI LAMA – PALMENSE 1-2\nBORGO DI LAMA: Rossi, Bianchi, Verdi, Neri.\n"
        "PALMENSE: Russo, Ferrari, Gallo, Costa.\nAl 20' segna Carloni, al 70' e all'80' Bertelli."
    )
    assert read(text).matches[0].teams == ("x:borgo di lama", "palmense")


def test_sign_of_minutes_may_stand_before_the_number() -> None:
    text = "Il Cosenza ha battuto il Rende 1-0. Al '5 Carloni ha segnato di testa su cross di Bertelli."
    assert _goals(text) == [("carloni", 5)]
