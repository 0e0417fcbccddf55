"""Spaces that thumbs leave out, put in or put in the wrong place."""

from __future__ import annotations

import pytest

from knowledge import Knowledge
from tests.knowledge.asking import asked

SAME_ANSWER = [
    ("whoscored in december 2025?", "who scored in december 2025?"),
    ("who wasthe coach of inter in 2023?", "who was the coach of inter in 2023?"),
    ("did ata lanta win in dublin", "did atalanta win in dublin"),
    ("who won them atch in dublin", "who won the match in dublin"),
    ("who scored at th estart, november 2023", "who scored at the start, november 2023"),
    ("minute of LautaroMartinez goal in 2025", "minute of Lautaro Martinez goal in 2025"),
    ("whotook thepenalty in 2023", "who took the penalty in 2023"),
    ("chiha segnato nel 2025?", "chi ha segnato nel 2025?"),
    ("chi ha parato ilrigore nel 2023", "chi ha parato il rigore nel 2023"),
    ("gasp eriniquanti anni ha", "gasperini quanti anni ha"),
    ("quanti gold i lookman a dublino", "quanti gol di lookman a dublino"),
    ("chi allenaval'inter nel 2023", "chi allenava l'inter nel 2023"),
]


@pytest.mark.parametrize(("typed", "meant"), SAME_ANSWER)
def test_a_question_with_a_lost_or_moved_space_is_answered_as_meant(
    knowledge: Knowledge, typed: str, meant: str
) -> None:
    assert asked(knowledge, typed).text == asked(knowledge, meant).text


@pytest.mark.parametrize(
    ("typed", "language", "read"),
    [
        ("tell meabout it", "en", ["tell", "me", "about", "it"]),
        ("atthe end", "en", ["at", "the", "end"]),
        ("foratalantavs inter", "en", ["for", "atalanta", "against", "inter"]),
        ("did he go toroma", "en", ["did", "he", "go", "to", "roma"]),
        ("cosaha fatto", "it", ["cosa", "ha", "fatto"]),
        ("ilterzo gol", "it", ["il", "3", "gol"]),
    ],
)
def test_words_run_together_are_told_apart(
    knowledge: Knowledge, typed: str, language: str, read: list[str]
) -> None:
    reading = knowledge.readers[language].read(typed)
    assert [str(t.value) if t.kind == "number" else t.text for t in reading.tokens] == read


@pytest.mark.parametrize(
    ("typed", "language", "read"),
    [
        ("palone", "it", "pallone"),
        ("ariva", "it", "arriva"),
        ("cheama", "it", "chiama"),
        ("afair", "en", "affair"),
        ("dubin", "en", "dublin"),
    ],
)
def test_a_slip_in_one_word_does_not_part_it(
    knowledge: Knowledge, typed: str, language: str, read: str
) -> None:
    assert [token.text for token in knowledge.readers[language].read(typed).tokens] == [read]


@pytest.mark.parametrize("name", ["Goodwin", "Newman", "Forestier", "Atherton"])
def test_a_name_that_nobody_knows_is_not_parted_into_words(knowledge: Knowledge, name: str) -> None:
    assert asked(knowledge, f"how many goals has {name} scored?").kind == "unknown_name"


@pytest.mark.parametrize(
    ("typed", "language", "read"),
    [
        ("jow many won bt inter", "en", ["how", "many", "won", "by", "inter"]),
        ("dz chhi tta i pali", "it", ["da", "chi", "tra", "i", "pali"]),
        ("the 35ht town", "en", ["the", "35", "town"]),
    ],
)
def test_a_slip_in_one_of_the_shortest_words_is_mended(
    knowledge: Knowledge, typed: str, language: str, read: list[str]
) -> None:
    assert [token.text for token in knowledge.readers[language].read(typed).tokens] == read


@pytest.mark.parametrize("typed", ["gasperiniaddio: cause", "dimarco bergamogiudizio"])
def test_words_run_together_tell_the_language_all_the_same(knowledge: Knowledge, typed: str) -> None:
    assert asked(knowledge, typed).language == "it"
