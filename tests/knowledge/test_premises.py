"""A question that takes a result for granted which no match had is refused, not answered as if it were so."""

from __future__ import annotations

import pytest

from knowledge import Knowledge
from tests.knowledge.asking import asked


@pytest.mark.parametrize(
    "question",
    [
        "who scored when atalanta beat inter in 2023",
        "who coached atalanta when they beat inter",
        "who was atalanta's coach when they drew with inter in 2023",
        "how did inter react after losing to atalanta",
        "why did inter lose in bergamo",
        "why did atalanta win in december 2025",
        "when did atalanta beat inter",
        "chi ha segnato quando l'atalanta ha battuto l'inter nel 2025?",
        "cosa ha detto chivu dopo la sconfitta con l'atalanta",
        "perché l'inter ha perso a bergamo nel 2025?",
    ],
)
def test_a_result_that_never_was_is_not_explained(knowledge: Knowledge, question: str) -> None:
    assert asked(knowledge, question).kind == "no_fact"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("chi allenava l'atalanta quando ha perso 2-1 con l'inter", "Gasperini"),
        ("what did chivu say after the win", "Chivu"),
        ("who scored in inter's win in bergamo in 2023", "Calhanoglu"),
        ("why did inter win in dec 2025", "Djimsiti"),
        ("what did palladino say after the defeat by inter", "Palladino"),
        ("quando ha perso l'inter la finale di champions league?", "2025"),
    ],
)
def test_a_result_that_was_so_stands_in_no_ones_way(knowledge: Knowledge, question: str, told: str) -> None:
    assert told in asked(knowledge, question).text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("did inter win 2-1 in bergamo in 2023", "Yes. Inter beat Atalanta 2-1"),
        ("did atalanta win in 2025?", "No. Inter beat Atalanta 1-0"),
    ],
)
def test_who_won_is_said_with_yes_or_no_first(knowledge: Knowledge, question: str, said: str) -> None:
    assert asked(knowledge, question).text.startswith(said)


@pytest.mark.parametrize(
    "question",
    [
        "why did Pio Esposito miss that penalty against Atalanta?",
        "chi ha tirato il rigore nel dicembre 2025?",
    ],
)
def test_what_was_only_denied_is_not_explained(knowledge: Knowledge, question: str) -> None:
    assert asked(knowledge, question).kind != "answer"
