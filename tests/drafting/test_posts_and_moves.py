"""Benches of several clubs in one article, who speaks where only a pronoun says so, and what moves tell besides."""

from __future__ import annotations

import tomllib
from typing import Any

from knowledge.drafting import draft

BENCHES = """Due panchine saltano in un giorno

Il Novara ha esonerato Tazzioli per affidarsi a Marcolin, mentre il Monopoli ha mandato via Bellucci.

Cambia anche il Casarano, che non vinceva da due mesi. È arrivato l'esonero per Ivo Nardone, chiamato in estate.
"""
SPOKEN = """Stenhousemuir 1-0 Peterhead

Rory Blackie scored from the spot in the 70th minute for Stenhousemuir.

"It was never a penalty," said Peterhead manager Des Craig.

Blackie saw it another way. "He caught my ankle," he said. "I had to go down."
"""
MOVE = """Dawlish signs for Rochdale

Rochdale have signed Stockport County winger Paul Dawlish on a two-year deal.

Oldham were keen on the 23-year-old as well.

The Northern Ireland international said: "I like the plans here."
"""
TALLY = """Ayr 1-0 Alloa

Bob Nairn headed in the only goal after 20 minutes, his 14th goal of the season, to give Ayr the points against Alloa.
"""


def _facts(text: str, topic: str) -> list[dict[str, Any]]:
    return [f for f in tomllib.loads(draft(text).to_toml())["fact"] if f["topic"] == topic]


def test_each_coach_who_goes_leaves_the_club_that_is_spoken_of() -> None:
    told = {f["en"] for f in _facts(BENCHES, "departure")}
    assert told == {
        "Tazzioli was sacked as manager of Novara.",
        "Bellucci was sacked as manager of Monopoli.",
        "Ivo Nardone was sacked as manager of Casarano.",
    }


def test_who_comes_in_the_same_sentence_follows_who_goes() -> None:
    assert [f["en"] for f in _facts(BENCHES, "predecessor")] == [
        "Marcolin has taken the place of Tazzioli at Novara."
    ]


def test_a_pronoun_behind_a_quotation_is_whoever_was_named_before_it() -> None:
    speakers = {f["speaker"] for f in _facts(SPOKEN, "statement") if "ankle" in f["en"] and f.get("speaker")}
    assert speakers == {"rory-blackie"}


def test_a_move_tells_who_else_was_interested_and_for_which_country_he_plays() -> None:
    assert "Oldham was linked with Paul Dawlish, too." in [f["en"] for f in _facts(MOVE, "transfer")]
    assert "La nazionale di Paul Dawlish è: Irlanda del Nord." in [
        f["it"] for f in _facts(MOVE, "career") if "it" in f
    ]


def test_a_goal_of_the_season_is_counted() -> None:
    assert 14 in [f["value"] for f in _facts(TALLY, "goals_tally")]
