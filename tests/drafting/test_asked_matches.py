"""Reports of our own, drafted and accepted: what is asked of the match itself, and what names alone point at."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from knowledge import Knowledge
from tests.drafting.accepted import with_accepted

TURNED = """Cowdenbeath 2-1 Elgin City

Cowdenbeath came from behind to beat Elgin City 2-1 on Saturday.
Ross Tulloch put Elgin ahead in the 12th minute. Kenny Burt equalised for Cowdenbeath in the 34th minute.
Callum Reid scored the winner for Cowdenbeath from the penalty spot in the 80th minute.
"""
LEVEL = """Clodiense-Luparense 1-1

La Clodiense e la Luparense pareggiano 1-1.
La Luparense passa al 20' con Zanella. La Clodiense pareggia al 65' con Furlan.
"""
NO_FIGURES = """Nairn made to wait

Wick Academy beat Nairn County on Saturday evening.
Steven Munro scored for Wick Academy after half an hour. Davie Laird scored for Wick Academy late on.
"""


@pytest.fixture(scope="module")
def fans(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    with with_accepted(tmp_path_factory.mktemp("matches"), (TURNED, LEVEL, NO_FIGURES)) as knowledge:
        yield knowledge


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("how many goals did Elgin concede against Cowdenbeath?", "conceded 2 goals: .*Burt.*Reid"),
        ("quanti gol ha subito il Cowdenbeath", "ha subito 1 gol: .*Tulloch"),
        ("did Cowdenbeath play at home against Elgin?", "^Yes"),
        ("chi giocava in casa tra Clodiense e Luparense?", "In casa giocava il Clodiense"),
        ("how many goals in the second half of Cowdenbeath v Elgin?", "second half: 1 .*Reid"),
        ("quanti gol nel secondo tempo di Clodiense-Luparense?", "secondo tempo: 1 .*Furlan"),
        ("who put Cowdenbeath ahead", "Reid"),
        ("chi ha portato in vantaggio la Luparense?", "Zanella"),
        ("did Tulloch score?", "^Yes"),
        ("did Reid score against Elgin?", "^Yes"),
        ("Furlan ha segnato?", "^Sì"),
        ("did Elgin lose?", "^Yes"),
        ("was Cowdenbeath v Elgin a draw?", "^No"),
        ("Clodiense-Luparense è finita in pareggio?", "^Sì"),
        ("was there a penalty in Cowdenbeath v Elgin?", "^Yes"),
    ],
)
def test_what_the_goals_and_the_score_say_is_told(fans: Knowledge, question: str, expected: str) -> None:
    answer = fans.answer(question)
    assert answer.kind == "answer", answer.text
    assert re.search(expected, answer.text), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "what was the score in Wick Academy v Nairn County",
        "how many goals did Munro score",
        "how many goals were there in Wick Academy v Nairn County",
        "Brustolin ha segnato contro il Cowdenbeath?",
        "who took the penalty for Luparense",
    ],
)
def test_what_no_sentence_tells_is_not_made_up(fans: Knowledge, question: str) -> None:
    assert fans.answer(question).kind != "answer", fans.answer(question).text


def test_scorers_of_a_match_without_a_score_are_told_as_such(fans: Knowledge) -> None:
    assert re.search("Munro.*how the match ended", fans.answer("who scored for Wick Academy").text)
    assert fans.answer("who scored for Nairn County").kind != "answer"
