"""Reports of our own, drafted and accepted: who is sent off, quoted, sent on, hurt or next, told in passing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

import pytest

from knowledge import Knowledge
from knowledge.drafting import draft
from tests.drafting.accepted import with_accepted

HOME = """Oldham 1-0 Rochdale

Oldham Athletic beat Rochdale 1-0 at Boundary Park in League Two. Neil Arkle scored after 20 minutes.

Cody Marl, already cautioned for a trip on Neil Arkle, was sent off in stoppage time.

The referee, Tom Wharf, waved away a late shout. Sid Penner's volley came back off the post.

Jon Leck saw Dale Mirfin turned away twice. Oldham manager Pete Gorse sent on Alan Fenn and Max Tyde.
Rochdale boss Ray Holm was angry.

"We gave it away," the Rochdale manager said.

Oldham manager Pete Gorse told Radio Lancs:
"The lads never gave in."

Oldham, unbeaten since August, visit Barrow on Tuesday. Rochdale host Crewe Alexandra at the weekend.
"""
AWAY = """Pro Patria-Renate 0-1

Il Renate vince 1-0 sul campo della Pro Patria nel campionato di Serie C.
Al 40' cross di Luca Varno e colpo di testa vincente di Elio Zambra, al terzo centro in campionato.

Il tiro a giro di Ugo Prandi si stampa sulla traversa.
Sei partite senza vittorie: i numeri della Pro Patria fanno paura.

Nino Corva è fermo da ottobre per la frattura del perone. Domenica il Renate ospita il Lecco.
"""


@pytest.fixture(scope="module")
def fans(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    with with_accepted(tmp_path_factory.mktemp("behind"), (HOME, AWAY)) as knowledge:
        yield knowledge


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("who got sent off in Oldham v Rochdale?", "Marl"),
        ("chi arbitrava Oldham-Rochdale?", "Wharf"),
        ("who hit the post in Oldham v Rochdale?", "Penner"),
        ("what did Ray Holm say after Oldham Rochdale?", "gave it away"),
        ("cosa ha detto Gorse dopo Oldham-Rochdale?", "never gave in"),
        ("who came on for Oldham against Rochdale?", "Fenn.*Tyde"),
        ("who do Oldham play next?", "Barrow"),
        ("contro chi gioca adesso il Rochdale?", "Crewe"),
        ("chi ha preso la traversa in Pro Patria-Renate?", "Prandi"),
        ("da quante partite non vince la Pro Patria?", "6|sei"),
        ("who do Renate play next?", "Lecco"),
    ],
)
def test_what_is_told_in_passing_is_answered(fans: Knowledge, question: str, expected: str) -> None:
    answer = fans.answer(question)
    assert answer.kind == "answer", answer.text
    assert re.search(expected, answer.text), answer.text


def test_only_who_is_sent_off_gets_the_card() -> None:
    rows = tomllib.loads(draft(HOME).to_toml())["event"]
    assert [row["player"] for row in rows if row["kind"] == "card"] == ["cody-marl"]


def test_a_tally_is_of_who_scored_and_not_of_who_crossed() -> None:
    rows = tomllib.loads(draft(AWAY).to_toml())["fact"]
    assert [row["about"][-1] for row in rows if row["topic"] == "goals_tally" and row["value"] == 3] == [
        "elio-zambra"
    ]


def test_who_plays_now_is_not_whom_they_played(fans: Knowledge) -> None:
    answer = fans.answer("contro chi gioca ora la Pro Patria?")
    assert "Renate" not in answer.text or answer.kind != "answer", answer.text
