"""Shots against the woodwork and dedications of reports of our own, asked for in both languages."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

import pytest

from knowledge import Knowledge
from knowledge.drafting import draft
from tests.drafting.accepted import with_accepted

LEAGUE = """Legnago-Luparense 1-0

LEGNAGO - Il Legnago batte 1-0 la Luparense in Serie D. Decide Dario Zuin al 23' con un tiro da fuori.

Prima del riposo la Luparense sfiora il pari: al 39' Ivo Bressan centra il palo su punizione.
Nella ripresa Piero Alba deve uscire per un guaio al polpaccio.

Zuin, al terzo centro stagionale, ha dedicato la rete al nonno Gino.

ESPULSO: Mario Todesco (L) all'85'
"""


@pytest.fixture(scope="module")
def fans(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    with with_accepted(tmp_path_factory.mktemp("quoting"), (LEAGUE,)) as knowledge:
        yield knowledge


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("who hit the post in Legnago v Luparense?", "Bressan"),
        ("chi ha preso il palo in Legnago-Luparense", "Bressan"),
        ("who did Zuin dedicate his goal to?", "nonno"),
        ("a chi ha dedicato il gol Zuin", "nonno"),
    ],
)
def test_what_only_a_sentence_tells_is_asked_for_in_both_languages(
    fans: Knowledge, question: str, expected: str
) -> None:
    answer = fans.answer(question)
    assert answer.kind == "answer", answer.text
    assert expected in answer.text


@pytest.mark.parametrize(
    "question", ["a chi ha dedicato i gol Lookman", "who did Lookman dedicate his goals to"]
)
def test_a_dedication_that_nobody_tells_is_not_answered_with_the_scorers(
    fans: Knowledge, question: str
) -> None:
    assert fans.answer(question).kind != "answer", fans.answer(question).text


def test_a_list_of_dismissals_leaves_no_piece_of_a_minute_behind() -> None:
    rows = tomllib.loads(draft(LEAGUE).to_toml())["fact"]
    told = [row["it"] for row in rows if row["id"].endswith("-dismissed")]
    assert told
    assert all(text.endswith("Todesco.") for text in told), told


def test_an_ailment_of_any_part_of_the_leg_is_an_injury() -> None:
    rows = tomllib.loads(draft(LEAGUE).to_toml())["event"]
    assert [row["player"] for row in rows if row["kind"] == "injury"] == ["piero-alba"]
