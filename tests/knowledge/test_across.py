"""Phrases of the vocabulary with a name or a pronoun in their middle."""

from __future__ import annotations

import pytest

from knowledge import Knowledge


@pytest.mark.parametrize(
    ("question", "concept"),
    [
        ("who set Lautaro up", "assist"),
        ("who brought Darmian down", "foul"),
        ("who brought him down", "foul"),
        ("who took Pavard's place", "replace"),
        ("who was in the Inter dugout", "coach"),
        ("who got the Roma job", "appoint"),
        ("how did Atalanta set up", "formation"),
        ("who kept Marcus Thuram out", "save"),
    ],
)
def test_a_phrase_goes_across_a_name(knowledge: Knowledge, question: str, concept: str) -> None:
    assert concept in knowledge.readers["en"].read(question).features


def test_who_is_played_in_a_town_is_passed_no_ball(knowledge: Knowledge) -> None:
    assert "assist" in knowledge.readers["en"].read("who played Darmian in").features
    assert "assist" not in knowledge.readers["en"].read("when was it that they played PSG in Lisbon").features


def test_a_clause_of_time_is_kept(knowledge: Knowledge) -> None:
    read = knowledge.readers["en"].read
    assert "arrive" in read("what year was it when Gasperini came to Atalanta").features


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who set Samardzic up for the late miss in December 2025", "De Ketelaere"),
        ("who took Pavard's place in November 2023", "Darmian"),
        ("who brought Darmian down", "Musso"),
        ("where did Samardzic put it in December", "wide"),
        ("who got hammered by six", "Udinese"),
    ],
)
def test_what_goes_across_a_name_is_answered(knowledge: Knowledge, question: str, told: str) -> None:
    assert told in knowledge.answer(question).text
