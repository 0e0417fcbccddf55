"""Italian reports: datelines, grounds of another day, goals that nobody told, minutes of doubles, lists of halves."""

from __future__ import annotations

import pytest

from knowledge.drafting.article import read
from knowledge.drafting.datelines import without_datelines
from tests.drafting.told import goals_read


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
    assert {name for name, _ in goals_read(text)} == {"carloni", "bertelli"}


def test_double_told_between_two_minutes_fell_at_both() -> None:
    text = (
        "Il Cosenza ha battuto il Rende 2-1. Dopo la rete di Carloni al 14' del primo tempo, una doppietta di "
        "Bertelli, realizzata fra il 21' e il 30' della ripresa, ha ribaltato la gara."
    )
    assert sorted(goals_read(text), key=lambda g: g[1] or 0) == [
        ("carloni", 14),
        ("bertelli", 66),
        ("bertelli", 75),
    ]


def test_each_scorer_has_the_minute_before_his_name() -> None:
    text = (
        "Il Cosenza ha perso 2-0 in casa con il Rende: doppio vantaggio degli ospiti siglato al 21' con Carloni e al "
        "36' con Bertelli nel primo tempo."
    )
    assert goals_read(text) == [("carloni", 21), ("bertelli", 36)]


def test_minutes_of_a_list_that_fall_back_are_of_the_half_before() -> None:
    text = "COSENZA-RENDE 4-0\nMarcatori: 10', 20' e 5' st Carloni, 14' Bertelli\nNotte di gloria a Cosenza."
    assert sorted(m or 0 for _, m in goals_read(text)) == [10, 14, 20, 50]


def test_whoever_was_sent_off_did_not_score_what_turned_the_match() -> None:
    text = (
        "Il Cosenza ha battuto il Rende 1-0 ai supplementari. Il Rende resta in dieci per l'espulsione di Carloni, "
        "ed è la svolta: al minuto 109 tocca a Bertelli realizzare la rete della vittoria."
    )
    assert goals_read(text) == [("bertelli", 109)]


def test_shot_behind_the_colon_of_a_goal_went_in() -> None:
    text = (
        "Il Cosenza ha pareggiato 1-1 con il Rende. Vantaggio di Carloni al 12'. Poi gli ospiti subiscono la rete del "
        "pareggio: bolide di Bertelli al 70'."
    )
    assert ("bertelli", 70) in goals_read(text)


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
    assert goals_read(text) == [("carloni", 5)]


@pytest.mark.parametrize(
    ("sentence", "teams"),
    [
        ("Grazie al successo casalingo per 3-1 sul Rende, il Cosenza resta in corsa.", ("cosenza", "rende")),
        (
            "Il Cosenza ha espugnato il campo del Rende. Tre gol a uno, imponendosi per 3-1.",
            ("rende", "cosenza"),
        ),
        ("Il pareggio del Rende in casa Cosenza vale un punto: finisce 1-1.", ("cosenza", "rende")),
    ],
)
def test_whom_a_team_met_tells_who_was_at_home(sentence: str, teams: tuple[str, str]) -> None:
    assert read(f"{sentence} Al 20' ha segnato Carloni.").matches[0].teams == teams


def test_town_of_one_of_the_teams_is_no_scorer() -> None:
    text = (
        "La Carrarese ha battuto 2-0 il Rende. Primo errore dei calabresi e ad approfittarne è Carrara: gol di Carloni "
        "al 12'. Poi il raddoppio di Bertelli al 50'."
    )
    assert [name for name, _ in goals_read(text)] == ["carloni", "bertelli"]


def test_scorer_of_another_match_told_below_is_none_of_this_one() -> None:
    text = (
        "Il Cosenza ha sconfitto 2-1 il Rende grazie alle reti di Carloni al 35' e di Bertelli al 38'. Nella ripresa "
        "Damiani accorcia le distanze al 21'. La Reggina espugna invece il campo del Catanzaro: decisiva la doppietta "
        "di Ferrini al 38' del primo tempo e al 10' della ripresa."
    )
    assert "ferrini" not in {name for name, _ in goals_read(text)}


def test_list_that_makes_up_the_score_leaves_no_room() -> None:
    text = (
        "Il Cosenza ha battuto il Rende 2-0. Carloni (12') e Damiani (63') mettono al sicuro il punteggio.\n"
        "COSENZA-RENDE 2-0\nReti: 12' Carloni, 63' Bertelli."
    )
    assert {name for name, _ in goals_read(text)} == {"carloni", "bertelli"}


def test_pass_that_was_sought_in_vain_is_no_goal() -> None:
    text = (
        "Il Cosenza ha battuto il Rende 1-0 con un gol di Carloni al 12'. Al 20' Bertelli serve Damiani, che in piena "
        "area cerca invano un compagno."
    )
    assert goals_read(text) == [("carloni", 12)]


def test_surname_like_a_people_s_name_is_a_man_s() -> None:
    text = (
        "L'Ancona ha battuto 1-0 la Fermana. I locali reagiscono al 20': Spagnoli, servito da Carloni, fa 1-0. "
        "Spagnoli più avanti va vicino al raddoppio."
    )
    assert goals_read(text) == [("spagnoli", 20)]


def test_club_of_a_city_across_the_ocean_plays_under_its_name() -> None:
    text = "Il Toronto ha battuto 2-0 il Nashville con i gol di Carloni al 20' e di Bertelli al 50'."
    assert read(text).matches[0].teams == ("toronto", "nashville")


def test_club_of_somebody_s_past_does_not_play() -> None:
    text = (
        "Erano compagni ai tempi del Napoli: da un lato c'è l'Inter Miami di Carloni, opposto al Toronto. "
        "L'Inter Miami si è imposto 2-1. Carloni ha segnato al 20'."
    )
    assert set(read(text).matches[0].teams) == {"inter-miami", "toronto"}


def test_team_that_is_sunk_has_lost() -> None:
    text = "Spezia e Ternana in campo al Picco: finisce 1-0 grazie al colpo di testa di Carloni che affonda la Ternana."
    assert read(text).matches[0].score == (1, 0)


def test_bold_letters_of_posts_are_read() -> None:
    bold = "".join(chr(0x1D5D4 + ord(c) - 65) if c.isupper() else c for c in "COSENZA")
    text = f"{bold} batte Rende 2-0. Al 20' segna Carloni, al 50' raddoppia Bertelli per il Cosenza contro il Rende."
    assert read(text).matches[0].score == (2, 0)


def test_heading_that_runs_into_a_line_up_keeps_its_hosts() -> None:
    text = (
        "Giana – AlbinoLeffe 1-2 (0-1)GIANA (4-4-2):\nMarelli; Gatti, Monti, Perini; Moro, Pinardi.\n"
        "Reti: 15' Perini, 25' Galli, 80' Costa."
    )
    assert read(text).matches[0].teams == ("giana-erminio", "albinoleffe")
