"""The entries of an open base: held as what they are compared with, their stored questions read where one is told."""

from __future__ import annotations

import sqlite3

from knowledge import Knowledge
from knowledge.base.queries import load
from knowledge.base.rows import stored_rows
from tests.knowledge.base.world import World


def test_stored_questions_are_those_of_the_file_however_they_are_read(world: World) -> None:
    world.build()
    with sqlite3.connect(world.base) as db:
        found = db.execute("SELECT entry, text, language, polarity FROM questions ORDER BY id").fetchall()
    db.close()
    base = load(world.base)
    told = [
        (at, sample.text, sample.language, sample.polarity)
        for at, entry in enumerate(base.entries)
        for sample in entry.samples
    ]
    assert told == found
    for entry in base.entries:
        assert [entry.samples[at] for at in range(len(entry.samples))] == list(entry.samples)
        assert entry.samples[:1] == tuple(entry.samples)[:1]


def test_features_are_told_apart_from_words_of_the_sentence_alone(world: World) -> None:
    world.build()
    for entry in load(world.base).entries:
        assert not entry.features & entry.weak
        assert entry.features | entry.weak == entry.places.keys()
        assert all(entry.places[feature] for feature in entry.features)


def test_a_row_may_have_more_questions_than_a_byte_counts(world: World) -> None:
    asked = "".join(
        f'[[ask]]\nid = "weather"\nlanguage = "en"\nquestion = "umbrella number {number} needed?"\n'
        for number in range(300)
    )
    world.amendments.write_text(asked)
    world.build()
    knowledge = Knowledge.open(world.base)
    entry = next(entry for entry in load(world.base).entries if entry.row == "weather")
    assert len(entry.samples) > 300
    assert knowledge.answer("umbrella number 299 needed?").rows == ("weather",)


def test_rows_let_go_are_read_anew(world: World) -> None:
    world.build()
    rows = stored_rows(world.base)
    facts, events = rows.facts, rows.events
    rows.forget()
    assert rows.facts is not facts
    assert (rows.facts, rows.events) == (facts, events)
