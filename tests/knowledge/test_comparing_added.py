"""Matches of an article that was added later are compared by the same code, and never mixed with others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from knowledge import Knowledge, build

ADDED = Path(__file__).parent / "added"


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """Open the shipped facts with those of two derbies."""
    path = tmp_path_factory.mktemp("derbies") / "facts.sqlite"
    report = build(path, ADDED)
    assert report.ok, report.mistakes
    return Knowledge.open(path)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("in which of the two Milan v Inter games were there more goals?", r"Inter 1-2 AC Milan"),
        ("in quale delle due Milan-Inter ci sono stati meno gol?", r"Milan-Inter 1-1"),
        ("did milan have the same keeper in both games?", r"No\."),
        ("same keeper for inter in 2021 and 2022?", r"Yes\."),
        ("did milan have a different coach in 2021 and 2022?", r"No\."),
        ("was it the same score in both games between milan and inter?", r"No\."),
        ("si è giocato nello stesso stadio nel 2021 e nel 2022?", r"Sì\."),
        ("how many goals did giroud score over the two games?", r"2 goals in all\."),
        ("quanti gol in tutto nelle due Milan-Inter", r"5 gol in tutto\."),
        ("who scored in both milan v inter games?", r"Nobody\."),
        ("how many minutes between giroud's two goals in 2022", r"3 minutes apart\."),
        ("were there more goals in 2021 than in 2022?", r"No\."),
        ("bigger win: 2021 or 2022?", r"Inter 1-2 AC Milan"),
        ("did milan win in both games?", r"Not in both matches\."),
        ("who scored more in 2022, giroud or perisic?", r"Olivier Giroud\."),
        ("chi ha segnato prima nel 2022, giroud o perisic?", r"Ivan Perišić[^\n]*$"),
        ("in quale delle due lautaro ha segnato più tardi?", r"Atalanta-Inter 0-1"),
        ("did atalanta have the same keeper in both games?", r"No\."),
    ],
)
def test_added_matches_are_compared(knowledge: Knowledge, question: str, told: str) -> None:
    assert re.match(told, knowledge.answer(question).text)


@pytest.mark.parametrize(
    "question",
    [
        "how many goals in total across both games",
        "did inter have the same coach in both games?",
        "same score in both?",
    ],
)
def test_which_two_of_four_matches_is_not_guessed(knowledge: Knowledge, question: str) -> None:
    answer = knowledge.answer(question)
    assert answer.reason != "compared"
