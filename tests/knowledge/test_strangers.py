"""Somebody whom no article names, written as on a phone: what is told in full denies him, the rest is left open."""

from __future__ import annotations

import pytest

from knowledge import Knowledge

from .asking import asked


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("did kowalski score in december 2025", "No. Lautaro Martínez (65')"),
        ("did zaniolo score in november 2023", "No. Gianluca Scamacca"),
        ("ha segnato kowalski a dicembre 2025?", "No. Ha segnato Lautaro"),
    ],
)
def test_the_scorers_that_are_all_told_deny_him(knowledge: Knowledge, question: str, told: str) -> None:
    assert asked(knowledge, question).text.startswith(told)


@pytest.mark.parametrize(
    "question",
    [
        "how many goals has kowalski scored",
        "did bonny play in the final in dublin",
        "did sulemana come on in december 2025",
        "was mkhitaryan subbed in november 2023",
        "quanti gol ha fatto frendrup contro l'inter",
        "musah è entrato a dicembre 2025?",
        "ha segnato kowalski?",
    ],
)
def test_what_others_may_have_done_too_is_not_denied(knowledge: Knowledge, question: str) -> None:
    assert asked(knowledge, question).reason == "unknown_name"


@pytest.mark.parametrize(
    "question", ["who was bombing down the left for gasp", "chi ha segnato velocemente nel 2023"]
)
def test_a_word_that_is_no_name_is_none(knowledge: Knowledge, question: str) -> None:
    assert asked(knowledge, question).reason != "unknown_name"
