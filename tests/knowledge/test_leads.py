"""No yes or no is said first that the sentence behind it belies."""

from __future__ import annotations

import pytest

from knowledge import Knowledge

from .asking import asked


@pytest.mark.parametrize(
    "question",
    [
        "la Dea ha battuto la Juve in Coppa Italia?",
        "did Marseille beat Atalanta in the semi?",
        "was Gasp 67 in 2016?",
        "Gasp aveva 67 anni nel 2016?",
        "would Atalanta have got the stadium without Gasp?",
        "did Hateboer score the last chance?",
        "is there a statue of Gasp?",
        "c'è già la statua di Gasp?",
        "did Calhanoglu win the penalty?",
        "was Pavard badly hurt?",
    ],
)
def test_what_was_not_so_gets_no_yes(knowledge: Knowledge, question: str) -> None:
    assert not asked(knowledge, question).text.startswith(("Yes", "Sì"))


@pytest.mark.parametrize(
    "question",
    [
        "did Sommer keep a clean sheet in 2025?",
        "did Atalanta finish 4th in Gasp's first year?",
        "al primo anno l'Atalanta è arrivata quarta con Gasp?",
        "was Gasp in his fifties when he joined?",
        "was Pavard's injury serious?",
    ],
)
def test_what_was_so_gets_no_no(knowledge: Knowledge, question: str) -> None:
    assert not asked(knowledge, question).text.startswith("No.")


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("does Bergamo have over 100,000 people?", "Yes."),
        ("Bergamo ha più di 200.000 abitanti?", "No."),
        ("il Gewiss tiene più di 20mila persone?", "Sì."),
        ("was Gasp over 70 when he left?", "No."),
    ],
)
def test_a_bound_is_compared_with_the_figure_told(knowledge: Knowledge, question: str, lead: str) -> None:
    assert asked(knowledge, question).text.startswith(lead)


@pytest.mark.parametrize(
    "question", ["which subs came on late in 2023?", "chi è entrato nel finale nel 2023?"]
)
def test_who_came_on_late_is_not_everybody_who_came_on(knowledge: Knowledge, question: str) -> None:
    assert asked(knowledge, question).text.startswith(("Muriel", "Nel finale"))


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("was the gap bigger than 5 points in nov 2023?", "No."),
        ("is there already a statue of Gasp?", "A statue"),
    ],
)
def test_a_bound_of_a_match_and_what_is_only_expected(knowledge: Knowledge, question: str, lead: str) -> None:
    assert asked(knowledge, question).text.startswith(lead)


@pytest.mark.parametrize("question", ["who are La Dea?", "chi è la Dea?", "cos'è la dea"])
def test_who_bears_a_nickname_is_told(knowledge: Knowledge, question: str) -> None:
    assert "Atalanta" in asked(knowledge, question).text.partition("queen")[0].partition("regina")[0]


def test_a_year_that_a_fact_only_denies_means_the_match_of_that_year(knowledge: Knowledge) -> None:
    assert "Brugge" not in asked(knowledge, "was the penalty in 2023 fair?").text
