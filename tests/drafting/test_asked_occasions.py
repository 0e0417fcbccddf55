"""Reports of our own, drafted and accepted: what surrounded a match, what it led to, and whose words are told."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

import pytest

from knowledge import Knowledge
from knowledge.drafting import draft
from tests.drafting.accepted import with_accepted

CUP = """Linfield 1-0 Cork City

Roy Tullen scored the only goal after 61 minutes as Linfield beat Cork City 1-0 in the FA Cup at Windsor Park.

His header sent Linfield into the fifth round of the FA Cup. Linfield had 14 shots, although only four were on target.

Brian Mott saw red in the 70th minute when he pulled back Tullen on the halfway line.
Linfield boss Alan Pye sent on Ned Fox.

There were 9,320 inside Windsor Park, with 640 travelling supporters behind the goal.
Referee Ivan Lurgan booked six players.

Pye praised Fox for his part. "Ned gave us legs," he said. "We never stopped running."

Cork City manager Owen Dray thought the red card was soft. "It's a foul and nothing more," he said.

Linfield travel to Dundalk in the league on Friday.
Cork City are bottom of the table. They are without a win in six matches.

The last Cork City win over Linfield had come in 1998.
"""
LEAGUE = """Legnago-Luparense 0-0

Legnago e Luparense pareggiano 0-0 davanti a pochi intimi.

L'allenatore Mauro Brenta, con il Legnago in campo con il 4-4-2, toglie Dario Zuin per Piero Alba al 60'.

"Abbiamo corso tanto", dice Brenta. Il tecnico aggiunge: "Ci manca il gol, Alba lo troverà".

Nel prossimo turno il Legnago ospiterà il Campodarsego. Sugli spalti erano in 1.150.
"""

RUN = """Larne 1-1 Glenavon

Larne drew 1-1 with Glenavon on Saturday. Larne, who shared the points with Newry City on Monday, are unbeaten in three.
"""

SHOOT_OUT = """Gubbio-Carpi 2-2 (4-5 ai rigori)

Il Carpi passa ai rigori sul campo del Gubbio dopo il 2-2 dei tempi regolamentari, e festeggia sotto la curva.
"""


@pytest.fixture(scope="module")
def fans(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    with with_accepted(tmp_path_factory.mktemp("occasions"), (CUP, LEAGUE, SHOOT_OUT)) as knowledge:
        yield knowledge


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("which round are Linfield in now after beating Cork City?", "fifth round"),
        ("in che turno va il Linfield?", "quinto turno"),
        ("how many shots did Linfield have against Cork City", "14 shots, 4 of them"),
        ("quanti tiri ha fatto il Linfield", "14, di cui 4"),
        ("how many Cork City fans were at Linfield?", "640"),
        ("how many people watched Linfield v Cork City?", "9320"),
        ("who do Linfield play next?", "Dundalk"),
        ("how long have Cork City been without a win?", "6 matches"),
        ("quando era stata l'ultima vittoria del Cork City sul Linfield?", "1998"),
        ("why was Brian Mott sent off?", "halfway line"),
        ("perché è stato espulso Mott?", "halfway line"),
        ("how did Tullen score against Cork City?", "only goal"),
        ("what did Pye say after beating Cork City?", "Ned gave us legs"),
        ("cosa ha detto Dray dopo la sconfitta col Linfield?", "nothing more"),
        ("what did Brenta say after Legnago Luparense", "Ci manca il gol"),
        ("contro chi gioca il Legnago adesso?", "Campodarsego"),
        ("quanti spettatori a Legnago-Luparense", "1150"),
        ("who came on for Zuin?", "Piero Alba"),
        ("who scored for Linfield in the cup against Cork City?", "Tullen"),
        ("che modulo usava il Legnago contro la Luparense", "4-4-2"),
        ("who is the Linfield gaffer who beat Cork City?", "Alan Pye"),
        ("chi ha vinto Gubbio-Carpi ai rigori?", "l'ha vinta il Carpi"),
        ("who won the shoot-out between Gubbio and Carpi?", "Carpi won Gubbio v Carpi on penalties"),
    ],
)
def test_what_surrounds_a_match_is_told(fans: Knowledge, question: str, expected: str) -> None:
    answer = fans.answer(question)
    assert answer.kind == "answer", answer.text
    assert re.search(expected, answer.text), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "how many Linfield fans were at the game with Cork City?",
        "what did Ned Fox say after Linfield v Cork City?",
        "cosa ha detto Alba dopo Legnago-Luparense?",
        "since when have Cork City been in the league?",
        "what formation did Cork City play against Linfield",
    ],
)
def test_what_is_told_of_others_is_not_answered(fans: Knowledge, question: str) -> None:
    assert fans.answer(question).kind != "answer", fans.answer(question).text


def test_nobody_is_booked_for_showing_a_card_or_for_speaking_of_one() -> None:
    rows = tomllib.loads(draft(CUP).to_toml())["event"]
    assert [row["player"] for row in rows if row["kind"] == "card"] == ["brian-mott"]


def test_words_are_of_who_says_them_and_not_of_who_is_praised() -> None:
    rows = tomllib.loads(draft(CUP).to_toml())["fact"]
    told = {row["speaker"]: row["value"]["en"] for row in rows if "speaker" in row}
    assert set(told) == {"alan-pye", "owen-dray"}
    assert "praised" in told["alan-pye"]
    assert "Ned gave" in told["alan-pye"]
    assert told["owen-dray"].startswith("Cork City manager Owen Dray thought")


def test_a_run_is_of_the_team_that_the_sentence_is_about() -> None:
    rows = tomllib.loads(draft(RUN).to_toml())["fact"]
    streaks = [r.get("en", "") for r in rows if r["topic"] == "streak" and r["confidence"] > 0.5]
    assert not [told for told in streaks if told.startswith("Newry")]
