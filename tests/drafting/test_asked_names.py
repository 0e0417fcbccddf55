"""Reports of our own, drafted and accepted: names as fans type them, and lists that do not begin as they go on."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from knowledge import Knowledge
from tests.drafting.accepted import with_accepted

SAINTS = """St Mirren 1-0 Brora Rangers

St Mirren beat Brora Rangers 1-0 on Saturday.
Colin Drax scored for St Mirren in the 31st minute, set up by Neil Tove.
"""
TOWN = """Wexcombe Town 2-1 Crystal Palace

Wexcombe Town beat Crystal Palace 2-1.
Alan Dobbie scored for Wexcombe Town in the 14th minute. Tom Ridd doubled the lead in the 52nd minute for Wexcombe Town.
Palace pulled one back through Marc Lorne in the 88th minute.
"""
LISTED = """Feltrese-Conegliano 1-2

Reti: Bianco (C) al 2'pt, Masella (F) al 28'pt, Girmi (C) al 7'st.

Note: spettatori 845.

Il Conegliano vince 2-1 a casa della Feltrese.
"""
KEPT = """Troon Athletic 2-2 Fleet Rangers

Troon Athletic and Fleet Rangers drew 2-2 at Lochside Park.
Darren Coyle scored from the penalty spot for Troon Athletic in the 7th minute.
Owen Keane scored for Troon Athletic in the 88th minute.
Rangers had led through a fine strike by Junior Quist. Goalkeeper Jay Lunt, 24, was in goal for Fleet Rangers.
"""


@pytest.fixture(scope="module")
def fans(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    with with_accepted(tmp_path_factory.mktemp("names"), (SAINTS, TOWN, LISTED, KEPT)) as knowledge:
        yield knowledge


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("chi ha segnato per il st mirren", "Drax"),
        ("who set up draxs goal", "Tove"),
        ("who scored first for wexcombe", "Dobbie"),
        ("risultato wexcombe palace", "2-1"),
        ("a che minuto ha segnato girmi", "52"),
        ("a che minuto ha segnato masella", "28"),
        ("who scored for troon athletic", "Coyle.*Keane"),
    ],
)
def test_names_are_known_as_fans_type_them(fans: Knowledge, question: str, expected: str) -> None:
    answer = fans.answer(question)
    assert answer.kind == "answer", answer.text
    assert re.search(expected, answer.text), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "where was wexcombe v crystal palace played",
        "who took the penalty for wexcombe",
        "how many did dobbie concede",
        "how long has lunt been at fleet rangers",
        "were brora rangers knocked out?",
        "have Palace won against the manager of Wexcombe",
    ],
)
def test_what_comes_near_is_no_answer(fans: Knowledge, question: str) -> None:
    assert fans.answer(question).kind != "answer", fans.answer(question).text
