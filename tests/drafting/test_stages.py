"""The round of a cup is drafted where the report is of that round, and not where it only leads to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from knowledge import Knowledge
from knowledge.drafting import draft
from tests.drafting.accepted import with_accepted

GOAL = " Smith scored after 20 minutes."


def stage(text: str) -> str | None:
    """Return the stage of the first match of a drafted text."""
    line = next((x for x in draft(text + GOAL).to_toml().splitlines() if x.startswith("stage = ")), None)
    return line.split('"')[1] if line else None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Liverpool 2-0 Chelsea. Liverpool won the FA Cup final at Wembley.", "final"),
        ("Liverpool beat Chelsea 2-0 in the FA Cup semi-final to book a place in the final.", "semi-final"),
        ("Liverpool beat Chelsea 2-0 in the Carabao Cup quarter-finals.", "quarter-final"),
        ("Liverpool drew 1-1 with Porto in the Champions League last 16, first leg.", "round-of-16"),
        ("Il Milan batte 2-1 la Roma nella semifinale di andata di Coppa Italia.", "semi-final"),
        ("Finale di Coppa Italia: il Milan batte 2-1 la Roma.", "final"),
    ],
)
def test_the_round_of_the_match_is_told(text: str, told: str) -> None:
    assert stage(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Liverpool reached the FA Cup final with a 2-0 win over Chelsea.",
        "Liverpool are into the Carabao Cup quarter-finals after a 2-0 win at Chelsea.",
        "Liverpool beat Porto 3-0 to reach the Champions League last 16.",
        "Il Milan batte la Roma 2-1 e vola ai quarti di finale di Coppa Italia.",
        "Il Milan batte la Roma 2-1 e conquista la finale di Coppa Italia.",
        "Nel finale di gara il Milan batte 2-1 la Roma in Coppa Italia.",
        "Il Milan è in semifinale di Coppa Italia: batte la Roma 2-1.",
        "Liverpool 2-0 Chelsea. The Premier League match was decided at the final whistle.",
    ],
)
def test_a_round_that_follows_is_not_the_match_s(text: str) -> None:
    assert stage(text) is None


REPORT = """Birmingham City 0-1 Barnet

Barnet won the FA Cup semi-final against Birmingham at St Andrew's on 12 April 2025.
Dean Orme scored the only goal in the 56th minute before a crowd of 14,210.
They meet Stockport in the final next month.
"""


@pytest.fixture(scope="module")
def accepted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    """Open a base with the report, accepted whole."""
    with with_accepted(tmp_path_factory.mktemp("cup"), [REPORT]) as knowledge:
        yield knowledge


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who scored in the FA Cup semi-final?", "Orme"),
        ("where was Birmingham v Barnet played?", "St Andrew"),
        ("in che stadio hanno giocato Birmingham e Barnet?", "St Andrew"),
        ("quanta gente c'era a vedere il Birmingham perdere col Barnet?", "14.210"),
        ("how many people saw Birmingham lose to Barnet?", "14,210"),
    ],
)
def test_an_accepted_cup_match_is_asked_about(accepted: Knowledge, question: str, told: str) -> None:
    assert told in accepted.answer(question).text


@pytest.mark.parametrize(
    "question",
    [
        "who do Barnet play next after beating Birmingham?",
        "chi affronta il Barnet nella prossima partita dopo aver battuto il Birmingham?",
        "when was the last time Barnet had won the FA Cup before beating Birmingham?",
    ],
)
def test_what_came_before_or_comes_next_is_no_field_of_the_match(accepted: Knowledge, question: str) -> None:
    reply = accepted.answer(question)
    assert "Orme" not in reply.text
    assert "12" not in reply.text
