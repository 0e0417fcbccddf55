"""Reports of our own, drafted and accepted: what goals, cards, keepers and quotations answer, and what they leave."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from knowledge import Knowledge
from tests.drafting.accepted import with_accepted

TEN_MEN = """Pontedera-Carrarese 1-1

Pontedera e Carrarese chiudono in parità una gara tesa.
Al 21' Sonetti ha una buona occasione, ma il Pontedera resta in dieci per il doppio giallo a Mannucci.
Il Pontedera passa al 63' con Bargagli, la Carrarese pareggia al 78' con Lucchesi.
Il Pontedera, tra le sorprese del torneo, è quinto a 31 punti.
"""
SAVED = """Stirling 0-1 Montrose

Montrose won 1-0 at Stirling when Iain Pirie nodded home a cross from Colin Durie in the 55th minute.
Stirling striker Ewan Lamb saw his penalty pushed away by goalkeeper Greig Tosh in the first half.
Lamb went down again late on and Neil Farr was shown a red card for denying a clear goalscoring opportunity.
Tosh said: "We were patient. Nobody lost his head. The boys ran for each other."
"""
SOME_GOALS = """Barnet 3-2 Woking

Barnet beat Woking 3-2 in a match that was decided by a late goal.
Jack Tolley scored in the 10th minute for Barnet. Woking hit back and led 2-1 at the break.
Dan Prewitt scored in the 88th minute for Barnet.
"""
SURNAME = """Airdrie 2-0 Arbroath

Airdrie won 2-0 against Arbroath on Saturday. Striker Jorge Braga scored after 12 minutes for Airdrie.
Braga made it 2-0 in the 70th minute for Airdrie. Arbroath never looked like scoring.
"""


@pytest.fixture(scope="module")
def fans(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    with with_accepted(tmp_path_factory.mktemp("goals"), (TEN_MEN, SAVED, SOME_GOALS, SURNAME)) as knowledge:
        yield knowledge


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("chi ha pareggiato per la carrarese", "Lucchesi"),
        ("a che minuto ha pareggiato lucchesi", "78"),
        ("when did lucchesi equalise", "78"),
        ("chi è stato espulso nel pontedera", "Mannucci"),
        ("dove si trova in classifica il pontedera", "5º"),
        ("where are pontedera in the table", "5th"),
        ("who set up pirie's goal", "Durie"),
        ("why was farr sent off", "goalscoring opportunity"),
        ("perché è stato espulso farr", "occasione da gol"),
        ("what did tosh say", "We were patient.*Nobody lost his head.*ran for each other"),
        ("what does greig tosh do", "goalkeeper"),
        ("chi ha segnato per l'airdrie", "Braga"),
        ("how many goals did braga score against arbroath", "two goals"),
        ("when did prewitt score for barnet", "88"),
    ],
)
def test_goals_cards_and_words_are_told(fans: Knowledge, question: str, expected: str) -> None:
    answer = fans.answer(question)
    assert answer.kind == "answer", answer.text
    assert re.search(expected, answer.text), answer.text


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("who scored for barnet against woking", "Tolley.*Prewitt.*don't say who got the rest"),
        ("chi ha segnato in barnet-woking", "Tolley.*Prewitt.*degli altri gol .* non dicono"),
    ],
)
def test_scorers_told_in_part_are_told_as_such(fans: Knowledge, question: str, expected: str) -> None:
    assert re.search(expected, fans.answer(question).text), fans.answer(question).text


@pytest.mark.parametrize(
    "question",
    [
        "who scored twice for barnet",
        "chi era il portiere dello stirling",
        "who was in goal for stirling",
    ],
)
def test_a_part_is_not_told_for_the_whole(fans: Knowledge, question: str) -> None:
    assert fans.answer(question).kind != "answer", fans.answer(question).text
