"""What a whole report tells: who played at home, whose goal it was, how often somebody scored, what does not count."""

from __future__ import annotations

import json
from typing import Any

import pytest

from knowledge.drafting import draft
from knowledge.drafting.confidence import calibrated
from knowledge.drafting.records import Goal


def match_in(text: str) -> dict[str, Any]:
    match: dict[str, Any] = json.loads(draft(text).to_json())["matches"][0]
    return match


def scorers(text: str) -> list[tuple[str, int | None]]:
    return [(g["scorer"], g["minute"]) for g in match_in(text)["goals"]]


@pytest.mark.parametrize(
    ("text", "home", "away", "score"),
    [
        ("Torino-Parma 2-1\n\nIl Torino batte il Parma con un gol di Zapata al 12'.", "Torino", "Parma", [2, 1]),
        ("Fulham 0 Everton 3\n\nEverton won with ease at Craven Cottage.", "Fulham", "Everton", [0, 3]),
        ("Il Genoa espugna il campo del Lecce: finisce 3-1 per i rossoblù, in gol al 9' con Pinamonti.",
         "Lecce", "Genoa", [1, 3]),
        ("Brentford beat visitors Chelsea 1-0 thanks to a goal from Kevin Schade on 71 minutes.",
         "Brentford", "Chelsea", [1, 0]),
    ],
)  # fmt: skip
def test_home_side_and_score_are_told_apart(text: str, home: str, away: str, score: list[int]) -> None:
    match = match_in(text)
    assert (match["home"], match["away"], match["score"]) == (home, away, score)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cagliari-Empoli 2-0\n\nDecide la doppietta di Piccoli, a segno tra il 15' e il 29'.",
         [("Piccoli", 15), ("Piccoli", 29)]),
        ("Empoli-Lecce 2-0\n\nL'Empoli vince con le due reti di Colombo (14') e Grassi (39').",
         [("Colombo", 14), ("Grassi", 39)]),
        ("Como-Monza 2-1\n\nIl vantaggio è di Cutrone al 7'. Il raddoppio è servito al 66' da Da Cunha. "
         "Subito dopo accorciano gli uomini di Nesta al 70' con Petagna.",
         [("Cutrone", 7), ("Da Cunha", 66), ("Petagna", 70)]),
        ("Everton 2-0 Fulham\n\nIliman Ndiaye struck on 20 minutes before a free-kick on 80 minutes was "
         "dispatched superbly by James Garner.", [("Iliman Ndiaye", 20), ("James Garner", 80)]),
        ("Spain 2-0 Wales\n\nDani Olmo scored on nine minutes before his Barcelona team-mate Fermin Lopez "
         "made it two on 31 minutes.", [("Dani Olmo", 9), ("Fermin Lopez", 31)]),
    ],
)  # fmt: skip
def test_goals_are_counted_once_for_who_scored_them(text: str, expected: list[tuple[str, int]]) -> None:
    assert scorers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Leeds United 0-0 Burnley\n\nPascal Struijk also fired into the side netting after eight minutes.",
        "Genoa-Verona 0-0\n\nAl 14' il destro di Pinamonti parato da Montipò.",
        "Fulham 0-0 Everton\n\nOn 30 minutes Alex Iwobi poked the ball home. The goal was disallowed for offside.",
        "Milan-Lazio 0-0\n\nAl 20' Leao manda il pallone in rete. La rete viene annullata per fuorigioco.",
        "Napoli-Bologna 0-0\n\nLa squadra di Conte sfiora il gol del vantaggio al 33'.",
    ],
)
def test_what_did_not_count_is_no_goal(text: str) -> None:
    assert scorers(text) == []


def test_a_cross_that_a_defender_turned_in_is_his_own_goal() -> None:
    match = match_in(
        "Watford 0-1 Luton Town\n\nCaptain Ben Hale had the horror of connecting to a Kit Marlow cross "
        "to hit into his own net on 88 minutes."
    )
    assert [(g["scorer"], g["kind"]) for g in match["goals"]] == [("Ben Hale", "own_goal")]


def test_goals_beyond_the_score_are_dropped() -> None:
    match = match_in(
        "Arsenal 1-0 Chelsea\n\nBukayo Saka scored the only goal of the game on 40 minutes. Late on a shot by "
        "Cole Palmer found a way through the crowd, and Saka went close to a second."
    )
    assert [(g["scorer"], g["minute"]) for g in match["goals"]] == [("Bukayo Saka", 40)]


def test_confidence_rises_with_what_speaks_for_a_goal() -> None:
    guess, told, sure = (Goal("a", None, None, None, "goal", c, 0) for c in (0.3, 0.8, 0.99))
    listed = Goal("a", 12, None, 0, "goal", 0.9, 0)
    listed.listed = True
    assert calibrated(guess) < calibrated(told) < calibrated(sure) <= calibrated(listed) < 1


def test_a_coach_is_no_scorer_and_a_sentence_names_no_team_it_does_not_know() -> None:
    made = draft(
        "Como-Parma 1-0\n\nLa squadra di Fabregas passa al 20' con Nico Paz. Il tecnico del Como Fabregas esulta."
    )
    match = json.loads(made.to_json())["matches"][0]
    assert [g["scorer"] for g in match["goals"]] == ["Nico Paz"]
    assert "Fabregas" in match["coaches"].values()
