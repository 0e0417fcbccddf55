"""Teams told apart from towns, colours and lands; winners, minutes and lists in further Italian wordings."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from knowledge.drafting import draft
from knowledge.drafting.pair_words import likely
from knowledge.drafting.pair_words import weights as pair_weights
from knowledge.drafting.side_words import weights


def first(text: str) -> dict[str, Any]:
    """Return the match that a text is about."""
    found: dict[str, Any] = json.loads(draft(text).to_json())["matches"][0]
    return found


def test_the_town_of_a_named_club_is_no_team_of_its_own() -> None:
    match = first(
        "Colpo del Girona a Siviglia.\nIl Girona vince la difficile gara di Siviglia contro il Betis: decide un gol di"
        " Bianchi, che batte il portiere al 30'. Il Betis attacca a lungo, ma il Girona resiste fino alla fine."
    )
    assert set(match["teams"]) == {"Girona", "Betis"}


def test_an_unknown_club_with_its_article_is_chosen_before_a_club_meant_by_colours() -> None:
    match = first(
        "La Solbiatese vince per 2-0 contro il Cas Verghera con i gol di Rossi e Bianchi. L'attacco nerazzurro parte"
        " forte. Il Cas Verghera riparte con Neri, poi il Cas Verghera sfiora il pareggio."
    )
    assert set(match["teams"]) == {"Solbiatese", "Cas Verghera"}


def test_a_clause_on_the_first_leg_leaves_the_match_of_the_sentence() -> None:
    match = first(
        "L'Inter strappa il pass grazie al pari senza reti ottenuto contro il Porto, dopo l'1-0 dell'andata."
        " Domani tocca al Napoli, che ospita il Chelsea."
    )
    assert set(match["teams"]) == {"Inter", "Porto"}


def test_a_people_named_beside_its_club_is_that_club() -> None:
    match = first(
        "La Fiorentina vince 2-1 contro gli olandesi del Twente. Segnano Rossi al 2' e Bianchi al 31'. Gli olandesi"
        " accorciano con Neri al 65'. Tra sette giorni il ritorno in Olanda."
    )
    assert set(match["teams"]) == {"Fiorentina", "Twente"}


def test_a_team_that_profits_from_a_result_has_not_played_it() -> None:
    match = first(
        "Il Lione si ferma ancora e permette al Marsiglia di accorciare in classifica. La squadra di Rossi è stata"
        " fermata sul punteggio di 1-1 in casa del Lille. Al 66' segna Bianchi, all'85' pareggia Neri."
    )
    assert (match["home"], match["away"], match["score"]) == ("Lille", "Lione", [1, 1])


def test_a_free_kick_taken_by_somebody_is_no_defeat() -> None:
    match = first(
        "Festa Cesena.\nIl Cesena torna in alto: il colpo di testa di Rossi, su punizione battuta da Bianchi, stende un"
        " ottimo Pescara (1-0)."
    )
    assert dict(zip(match["teams"], match["score"], strict=True)) == {"Cesena": 1, "Pescara": 0}


@pytest.mark.parametrize(
    ("told", "minute"),
    [
        ("Nel recupero della terza giornata il Torino batte il Genoa 1-0: decide Rossi.", None),
        ("Il Torino batte il Genoa 1-0: decide Rossi nel recupero.", 90),
    ],
)
def test_a_match_played_late_is_not_stoppage_time(told: str, minute: int | None) -> None:
    assert [g["minute"] for g in first(told)["goals"]] == [minute]


def test_a_list_that_opens_with_its_fixture_gives_no_scorer_to_the_second_team() -> None:
    match = first("Fiorentina-Twente 2-1: 2′ Gonzalez, 31′ Cabral, 65′ Cerny (T)")
    assert [(g["scorer"], g["team"]) for g in match["goals"]] == [
        ("Gonzalez", "Fiorentina"),
        ("Cabral", "Fiorentina"),
        ("Cerny", "Twente"),
    ]


def test_a_letter_left_out_of_a_surname_of_five_or_more_is_the_same_person() -> None:
    match = first(
        "Torino-Genoa 0-1. In gol Kouamè.\nAl 14' Kuamè, solo davanti al portiere, segna di destro."
    )
    assert [(g["scorer"], g["minute"]) for g in match["goals"]] == [("Kouamè", 14)]


def test_italian_has_weights_for_whom_a_scorer_plays_for() -> None:
    assert weights("it")


def test_a_report_that_opens_with_another_match_is_about_the_one_it_goes_on_with() -> None:
    match = first(
        "Pareggio (1-1) tra Spal e Genoa, con reti di Rossi per i padroni di casa e di Bianchi per i rossoblù."
        " Lecce-Cagliari finisce 2-2. Il Cagliari va avanti di due gol con Neri e Verdi, ma il Lecce lo raggiunge nel"
        " finale con Gialli e Bruni. Al Via del Mare il Cagliari parte forte e il Lecce soffre a lungo, poi il Lecce"
        " spinge e il Cagliari si chiude."
    )
    assert set(match["teams"]) == {"Lecce", "Cagliari"}


def test_the_weights_of_pairs_are_read_and_speak_for_two_teams_that_meet() -> None:
    known = pair_weights("it")
    assert known
    assert likely(Counter({max(known, key=lambda sign: known[sign]): 1}), "it") > 0
