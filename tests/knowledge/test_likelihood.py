"""A row is asked for with the words that most of its stored questions hold, not with one that stands in one of many."""

from __future__ import annotations

import pytest

from knowledge import Knowledge
from knowledge.understanding.query import query_of
from tests.knowledge.asking import asked


def test_the_row_whose_questions_mostly_hold_a_word_is_likelier(knowledge: Knowledge) -> None:
    query = query_of(knowledge.readers["en"].read("who came on for Pavard?"))
    rows = knowledge.ranking.rank(query)
    change = next(c for c in rows if c.entry.intent.startswith("substitution."))
    others = [c for c in rows if "go_off" not in c.entry.features and "replace" not in c.entry.features]
    assert all(change.log_likelihood > other.log_likelihood for other in others)


def test_where_nothing_but_a_name_is_said_no_row_is_likelier(knowledge: Knowledge) -> None:
    query = query_of(knowledge.readers["en"].read("Lookman?"))
    assert {c.log_likelihood for c in knowledge.ranking.rank(query)} == {0.0}


@pytest.mark.parametrize(
    "question",
    [
        "what's lautaro's contract",
        "was Dimarco subbed off",
        "who went off for Atalanta in 2023",
        "in che giornata si giocò Atalanta-Inter 1-2?",
        "what matchday was the 2-1",
    ],
)
def test_a_word_of_another_sense_in_one_stored_question_answers_nothing(
    knowledge: Knowledge, question: str
) -> None:
    assert asked(knowledge, question).kind != "answer"


def test_where_one_year_is_named_nothing_of_another_is_told(knowledge: Knowledge) -> None:
    text = asked(knowledge, "who missed late for atalanta in december 2025?").text
    assert "Samardzic" in text
    assert "2023" not in text
