"""Names, headlines and extra time in Italian reports: what is a team, a headline or the last score."""

from __future__ import annotations

import json
from typing import Any

import pytest

from knowledge.drafting import draft


def match_in(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(draft(text).to_json())["matches"][0]
    return found


RESULTS = [
    ("Il tecnico Gatti si aggiudica il derby della panchina, battendo Rossi: Bari-Lecce, gara della decima giornata, "
     "finisce infatti 2-0 al San Nicola.", "Bari", "Lecce", [2, 0]),
    ("IL BARI VINCE 4-2 IL DERBY COL LECCE - Gran prova del Bari che in casa si impone 4-2 sul Lecce e aggancia il "
     "Foggia al quarto posto.", "Bari", "Lecce", [4, 2]),
    ("Bari, prima il Cda e poi i tre punti con il Lecce (4-2)\n\nIl Bari torna al successo tra le mura amiche.",
     "Bari", "Lecce", [4, 2]),
    ("Il Bari ha battuto il Lecce al San Nicola. Tempi regolamentari finiti sull'1-1. Nei supplementari decide "
     "un gol di Maita.", "Bari", "Lecce", [2, 1]),
    ("Questo il verdetto della finale vinta per 2-0 dai padroni di casa. Il Bari ritorna in B, il Lecce resta in C.",
     "Bari", "Lecce", [2, 0]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "home", "away", "score"), RESULTS)
def test_teams_and_score_are_told_from_what_only_looks_like_them(
    text: str, home: str, away: str, score: list[int]
) -> None:
    match = match_in(text)
    assert (match["home"], match["away"], match["score"]) == (home, away, score)


def test_an_unknown_club_is_called_by_its_longest_name() -> None:
    text = "ALTAPIANA – BORGOLUNGO ROSSO 1-1\n\nReti: Sandri 14' (Borgolungo), Moretti 30' (Altapiana)."
    assert match_in(text)["teams"] == ["Altapiana", "Borgolungo Rosso"]


def test_a_single_capital_that_names_a_division_ends_its_sentence() -> None:
    text = (
        "Bari-Lecce 2-0\n\nIl gol di Maita condanna il Lecce, che resta in B. La notizia è che dopo venti minuti si è "
        "fermato Dorval. Nel finale il raddoppio di Sibilli."
    )
    assert ("Maita", None) in [(g["scorer"], g["minute"]) for g in match_in(text)["goals"]]


def test_who_cannot_miss_has_scored() -> None:
    text = "Bari-Lecce 1-0\n\nSul pallone si tuffa Dorval che rimette in mezzo e da due passi Maita non può sbagliare."
    assert [g["scorer"] for g in match_in(text)["goals"]] == ["Maita"]


HOSTS = [
    ("Gli Azzurri di Rossi hanno battuto 2-1 l'Ungheria. A Budapest l'Italia vince ancora.",
     "Ungheria", "Italia", [1, 2]),
    ("L'Italia batte per 2-0 l'Ungheria. Maita e compagni hanno sbloccato il match di Budapest al 27'.",
     "Ungheria", "Italia", [0, 2]),
    ("L'Italia cade con la Svezia: gli azzurri escono battuti 1-0 al Barbera di Palermo.", "Italia", "Svezia", [0, 1]),
    ("Il Bari, bravo a vincere in trasferta contro il Lecce col punteggio di 3-1, ringrazia Maita: il giocatore "
     "del Bari riceve da Dorval e segna.", "Lecce", "Bari", [1, 3]),
    ("Il Bari stende il Lecce al Via del Mare. L'eurogol di Maita per lo 0-3 affonda definitivamente i salentini.",
     "Lecce", "Bari", [0, 3]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "home", "away", "score"), HOSTS)
def test_hosts_are_told_from_towns_grounds_and_lands(
    text: str, home: str, away: str, score: list[int]
) -> None:
    match = match_in(text)
    assert (match["home"], match["away"], match["score"]) == (home, away, score)


def test_a_favour_done_to_another_club_is_no_match_against_it() -> None:
    text = "Il Bari fa un favore ai viola: Lecce ko 1-0. Tre punti per il Bari, grazie all'1-0 messo a segno sul Lecce."
    assert set(match_in(text)["teams"]) == {"Bari", "Lecce"}


def test_a_goal_taken_back_for_the_offside_of_another_is_none() -> None:
    text = (
        "Bari-Lecce 1-0\n\nAl 9' segna Sibilli con un diagonale. L'arbitro però annulla "
        "la rete per fuorigioco attivo di Lasagna. Al 68' segna Maita."
    )
    assert [g["scorer"] for g in match_in(text)["goals"]] == ["Maita"]
