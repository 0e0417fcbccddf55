"""Italian reports: shoot-outs, nations and their clubs, who passed, was beaten or missed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from knowledge.drafting import draft


def match_in(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(draft(text).to_json())["matches"][0]
    return found


RESULTS = [
    ("Bari - Lecce (2:1)\n\nIl Bari parte forte. Al 12' segna Maita.", ["Bari", "Lecce"], [2, 1]),
    ("Dopo la batosta nella prima giornata contro il Milan, il Bari si riscatta battendo a domicilio il Lecce per "
     "2 a 0.", ["Lecce", "Bari"], [0, 2]),
    ("Il Bari, dopo aver liquidato il Foggia in coppa, travolge anche il Lecce per 4-1.", ["Bari", "Lecce"], [4, 1]),
    ("Bari-Lecce\n\nIl Lecce batte ai rigori il Bari dopo l'1-1 dei tempi regolamentari. Dopo ben 20 rigori la "
     "spunta il Lecce, i rigori terminano sul risultato di 9-8.", ["Bari", "Lecce"], [1, 1]),
    ("Al Parc Olympique il Lione batte 3-2 il Monaco davanti a un grande pubblico.", ["Lione", "Monaco"], [3, 2]),
    ("Il Bari espugna il Via del Mare e batte il Lecce 3 gol a zero.", ["Lecce", "Bari"], [0, 3]),
    ("Nella sfida tra Bari e Lecce prevalgono alla fine i galletti per due reti a una.", ["Bari", "Lecce"], [2, 1]),
    ("È il Lecce a rovinare la festa del San Nicola contro il Bari. Banda trova una rete che vale tre punti.",
     ["Bari", "Lecce"], [0, 1]),
    ("Il Bari rimonta il Lecce che cade al San Nicola per la prima volta.\n\nIl match si è concluso sul 2-1.",
     ["Bari", "Lecce"], [2, 1]),
    ("Bari-Lecce\n\nIl Lecce si è ritrovato sotto 1-3 a dieci minuti dalla fine, poi la rimonta: è 3-3 finale.",
     ["Bari", "Lecce"], [3, 3]),
    ("LECCE, 1 SET - Comincia bene il Bari, che vince 1-0 il derby con il Lecce.", ["Lecce", "Bari"], [0, 1]),
    ("Derby di Puglia: Bari e Lecce si dividono la posta, 1-1.\n\nPer il Lecce, reduce dalla sconfitta in casa "
     "contro lo Spezia, un punto che serve.", ["Bari", "Lecce"], [1, 1]),
    ("Lecce-Bari, primo tempo di marca biancorossa\n\nVittoria del Bari per 3-1 contro il Lecce.",
     ["Lecce", "Bari"], [1, 3]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "teams", "score"), RESULTS)
def test_teams_and_scores_are_told_from_other_matches_and_shoot_outs(
    text: str, teams: list[str], score: list[int]
) -> None:
    match = match_in(text)
    assert ([match["home"], match["away"]], match["score"]) == (teams, score)


def test_a_nation_is_set_against_a_nation_and_no_club_of_its_players() -> None:
    text = (
        "L'Italia travolge 4-0 il Lussemburgo. L'attaccante del Genoa sblocca dopo un quarto d'ora, poi l'attaccante "
        "dell'Inter raddoppia e il difensore del Genoa chiude i conti. Nel finale l'esterno del Genoa fa poker."
    )
    assert set(match_in(text)["teams"]) == {"Italia", "Lussemburgo"}


def test_a_nickname_of_many_clubs_means_the_greatest_where_none_is_named() -> None:
    text = "Il Bari pareggia 1-1 con i blucerchiati. Al 12' segna Maita, i blucerchiati pareggiano al 60' con Verre."
    assert set(match_in(text)["teams"]) == {"Bari", "Sampdoria"}


TOLD = [
    ("Bari-Lecce 1-0\n\nAl 9' Maita, ben servito da Sibilli, trova l'incornata vincente che vale l'1-0.",
     [("Maita", 9)]),
    ("Bari-Lecce 1-0\n\nAl 9' Sibilli serve Maita sulla destra, che controlla e infila l'angolino.", [("Maita", 9)]),
    ("Bari-Lecce 1-0\n\nAl 9' Sibilli mette in mezzo un pallone che trova Maita pronto ad insaccare.",
     [("Maita", 9)]),
    ("Bari-Lecce 1-0\n\nAl 12' Maita salta prima Gallo e poi Ramadani e col sinistro batte Falcone.",
     [("Maita", 12)]),
    ("Bari-Lecce 1-2\n\nIl Bari passa con Maita al 9'. Il vantaggio è ribaltato nella ripresa da Banda al 60' e da "
     "Krstovic al 70'.", [("Maita", 9), ("Banda", 60), ("Krstovic", 70)]),
    ("Bari-Lecce 1-0\n\nAl 30' Sibilli devia sotto porta, trovando la grande risposta di Falcone. Al 70' segna "
     "Maita.", [("Maita", 70)]),
    ("Bari-Lecce 0-1\n\nI galletti si divorano il gol prima con Sibilli e poi con Maita. Al 70' segna Banda.",
     [("Banda", 70)]),
    ("Bari-Lecce 1-0\n\nMaita è in testa ai marcatori davanti a Banda, che ha segnato 17 gol in 34 partite. Al 20' "
     "segna Maita.", [("Maita", 20)]),
    ("Bari-Lecce 2-0\n\nAl 6' segna Maita. I salentini provano a rispondere, ma è ancora Maita con una conclusione "
     "al volo a trovare la via del gol.", [("Maita", 6), ("Maita", None)]),
    ("Bari-Lecce 0-1\n\nAl 51' è Banda a mandare in vantaggio i salentini.", [("Banda", 51)]),
    ("Bari-Lecce 0-1\n\nAl 71' fallo in area di rigore di Maita su Gallo. Al 75' segna Banda.", [("Banda", 75)]),
    ("Bari-Lecce 2-0\n\nAl 12' la sblocca Maita mentre al 52' la rete del 2-0 porta la firma di Sibilli.",
     [("Maita", 12), ("Sibilli", 52)]),
    ("Bari-Lecce 1-1\n\nAl 30' segna Maita. Il pareggio del Lecce ad inizio ripresa: al 3' assist di Gallo per Banda "
     "che batte Radunovic. Al 51' Sibilli fallisce il colpo.", [("Maita", 30), ("Banda", 48)]),
    ("Bari-Lecce 1-0\n\nBari in gol dopo appena 15\" secondi di gioco con Maita. Poi segna solo il vento.",
     [("Maita", 1)]),
    ("Bari-Lecce 1-0\n\nAl 31' Maita è bravo a insaccare un tiro di Sibilli deviato da Falcone.", [("Maita", 31)]),
    ("Bari-Lecce 0-1\n\nNon trova la porta Gallo, ci riesce invece Banda al 64'.", [("Banda", 64)]),
    ("Bari-Lecce 1-0\n\nAl 6' Maita batte Falcone in tuffo, sbloccando il match.", [("Maita", 6)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "goals"), TOLD)
def test_passers_the_beaten_and_the_missed_are_no_scorers(
    text: str, goals: list[tuple[str, int | None]]
) -> None:
    assert [(g["scorer"], g["minute"]) for g in match_in(text)["goals"]] == goals


def test_women_with_an_article_are_people() -> None:
    text = (
        "Finisce 2-1 per il Milan il derby femminile con l'Inter. Vantaggio grazie alla rete della Conc al 12'. Nella "
        "ripresa, arriva il pareggio della Marinelli al 60'. Al 70' la Conc riporta avanti il Milan."
    )
    assert {g["scorer"] for g in match_in(text)["goals"]} == {"Conc", "Marinelli"}


def test_a_score_on_the_way_is_for_the_team_it_is_told_for() -> None:
    match = match_in("Bari e Lecce si affrontano al San Nicola.\n\nAl 66' Banda non sbaglia dal dischetto, firmando "
                     "l'1-0 per il Lecce.")  # fmt: skip
    assert match["score"] == [0, 1]
    assert [(g["scorer"], g["team"]) for g in match["goals"]] == [("Banda", "Lecce")]
