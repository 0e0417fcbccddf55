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


SEVERAL = """Sprint finale sul mercato

Luca Marchesan è ufficialmente un nuovo giocatore del Modena. L'attaccante bosniaco ha firmato un contratto che lo \
legherà al Modena fino al 30 giugno 2027, con opzione fino al 2028.

La cessione di Ivo Perin al Cesena è in stallo: l'offerta è di 3 milioni di euro.

Dario Fabris riparte dalla Lucchese. Il contratto di Fabris scade nel 2026. L'ex difensore della Reggina ha 30 anni.
"""
DISMISSAL = """Altrincham sack Dolan

Altrincham have sacked manager Pete Dolan after a run of eight defeats in a row.

"We thank him for his work," the club said in a statement. "Assistant Joe Birch will take training."
"""
SPELLS = """Kidd joins Bury

Bury have signed Oldham midfielder Sean Kidd on a two-year contract.

He joined Chester on loan in 2019 and made 12 appearances.
"""


def test_what_a_paragraph_tells_of_another_player_is_not_told_of_the_one_whom_the_article_is_about() -> None:
    rows = tomllib.loads(draft(SEVERAL).to_toml())["fact"]
    own = [
        f.get("en", "")
        for f in rows
        if "luca-marchesan" in f["about"] and f["topic"] in ("fee", "career", "contract")
    ]
    assert own == ["Luca Marchesan’s contract with Modena runs until 2027."]


def test_why_somebody_was_sacked_is_told_in_the_article_s_words() -> None:
    (why,) = _facts(DISMISSAL, "reason")
    assert "eight defeats in a row" in why["it"]
    assert "Perché è stato esonerato Pete Dolan?" in why["ask"]["it"]


def test_a_statement_of_a_club_is_nobody_s_in_particular() -> None:
    assert not [f for f in _facts(DISMISSAL, "statement") if f.get("speaker")]


def test_an_earlier_spell_on_loan_is_not_the_new_deal() -> None:
    assert not [f for f in _facts(SPELLS, "transfer") if "loan" in f.get("en", "")]
