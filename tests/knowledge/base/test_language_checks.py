"""Both languages have the same keys and slots, and name only what the catalogue has."""

# ruff: noqa: E501 - whole lines are compared
from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from knowledge import check
from knowledge.base.files import SHIPPED
from knowledge.base.language_checks import check_languages
from tests.knowledge.base.world import World


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """Copy the shipped language files and the catalogue, to spoil them."""
    for language in ("en", "it"):
        shutil.copytree(SHIPPED / language, tmp_path / language)
    shutil.copy(SHIPPED / "catalogue.toml", tmp_path)
    return tmp_path


def lines(words: Path) -> list[str]:
    return [str(mistake) for mistake in check_languages(words)]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_the_shipped_files_pass_every_check() -> None:
    assert [str(mistake) for mistake in check().mistakes] == []


def test_a_template_of_one_language_only_is_a_mistake(words: Path) -> None:
    change(words / "it" / "templates.toml", "[own_goal]\nplayer =", "[own_goal]\nplayed =")
    assert lines(words) == [
        "en/templates.toml, own_goal.played: is missing, but stands in it/templates.toml; add it here or remove it there",
        "it/templates.toml, own_goal.player: is missing, but stands in en/templates.toml; add it here or remove it there",
    ]


def test_a_template_for_the_singular_may_stand_in_one_language(words: Path) -> None:
    change(words / "it" / "templates.toml", "[own_goal]\n", '[own_goal]\nplayer_one = "{player}"\n')
    assert lines(words) == []


def test_a_reply_with_another_slot_is_a_mistake(words: Path) -> None:
    change(words / "it" / "replies.toml", "{word}", "{parola}")
    assert lines(words) == [
        "it/replies.toml, no.not_understood_word: {parola} stands in one language only; use the same slots in both",
        "it/replies.toml, no.not_understood_word: {word} stands in one language only; use the same slots in both",
    ]


def test_phrases_for_a_field_of_one_language_only_are_a_mistake(words: Path) -> None:
    change(words / "en" / "phrases.toml", "[match.venue]", "[match.season2]")
    found = lines(words)
    assert any(line.startswith("en/phrases.toml, match.venue: is missing") for line in found)
    assert any(
        line.startswith("en/phrases.toml, match.season2: unknown field; write one of score,")
        for line in found
    )


def test_an_unknown_kind_of_event_in_the_phrases_is_a_mistake(words: Path) -> None:
    for language in ("en", "it"):
        with (words / language / "phrases.toml").open("a") as file:
            file.write('\n[gaol.player]\nphrases = ["who"]\n')
    assert all("gaol: unknown kind of event; write one of" in line for line in lines(words))
    assert len(lines(words)) == 2


def test_a_phrase_with_an_unknown_slot_is_a_mistake(words: Path) -> None:
    change(
        words / "it" / "phrases.toml",
        '[match.venue]\nphrases = ["',
        '[match.venue]\nphrases = ["{squadra} dove?", "',
    )
    assert [line.split(";")[0] for line in lines(words)] == [
        "it/phrases.toml, match.venue: unknown slot {squadra} in '{squadra} dove?'"
    ]


def test_a_phrase_that_names_what_it_asks_for_is_a_mistake(words: Path) -> None:
    change(
        words / "en" / "phrases.toml",
        '[match.venue]\nphrases = ["',
        '[match.venue]\nphrases = ["{venue} where", "',
    )
    assert any("unknown slot {venue}" in line for line in lines(words))
    change(
        words / "en" / "phrases.toml",
        '[goal.player]\nphrases = ["',
        '[goal.player]\nphrases = ["did {player} score", "',
    )
    assert any("names what it asks for, {player}; ask without it" in line for line in lines(words))


def test_an_absent_topic_of_one_language_only_is_a_mistake(words: Path) -> None:
    for language, topic in (("en", "haircuts"), ("it", "hats")):
        with (words / language / "absent.toml").open("a") as file:
            file.write(f'\n[{topic}]\nsignals = ["x"]\nphrases = ["y"]\n')
    assert [line.split(":")[0] for line in lines(words)] == [
        "en/absent.toml, hats",
        "it/absent.toml, haircuts",
    ]


def test_a_concept_of_one_language_only_is_a_mistake(words: Path) -> None:
    change(words / "it" / "vocabulary.toml", "[concept]\n", '[concept]\ntwirl = ["piroetta"]\n')
    assert [line.split(":")[0] for line in lines(words)] == ["en/vocabulary.toml, concept.twirl"]


def test_opposites_name_concepts(words: Path) -> None:
    change(words / "en" / "vocabulary.toml", "pairs = [", 'pairs = [["win", "loose"], ')
    assert lines(words) == [
        "en/vocabulary.toml, opposite.pairs: unknown concept 'loose'; did you mean 'lose'?"
    ]


def test_an_unknown_kind_of_value_is_a_mistake(words: Path) -> None:
    change(words / "catalogue.toml", 'value = "count"', 'value = "conut"')
    assert lines(words) == ["catalogue.toml, topic.age: unknown kind of value 'conut'; did you mean 'count'?"]


def test_a_question_word_for_an_unknown_kind_is_a_mistake(words: Path) -> None:
    change(words / "en" / "vocabulary.toml", "[question]\n", '[question]\n"whoever" = "human"\n')
    assert lines(words)[0].startswith(
        "en/vocabulary.toml, question.whoever: unknown kind of value 'human'; write one of"
    )


def test_broken_words_are_a_line_too(words: Path) -> None:
    (words / "it" / "replies.toml").write_bytes(b"\xff")
    assert lines(words)[0] == "it/replies.toml, byte 1: is not UTF-8; save the file as UTF-8"


def test_a_first_question_without_a_question_mark_is_a_mistake(world: World) -> None:
    world.replace("What was the weather like in Bergamo?", "weather in Bergamo")
    world.build()
    assert [str(m) for m in world.check().mistakes] == [
        "data/articles/report.toml, fact 'weather', ask.en: the first question, 'weather in Bergamo', goes into the "
        "quiz; write it whole, with a question mark"
    ]


def test_two_questions_in_nearly_the_same_words_are_a_mistake(world: World) -> None:
    world.replace('"rain or dry"', '"what was weather like in Bergamo"')
    world.build()
    found = [str(m) for m in world.check().mistakes]
    assert len(found) == 1
    assert "are near copies; say one in other words" in found[0]
