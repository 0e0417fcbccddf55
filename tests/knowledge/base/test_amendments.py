"""What administrators change: rows forgotten, samples added, facts of their own."""

from __future__ import annotations

from knowledge import Knowledge
from knowledge.base.queries import load
from knowledge.base.rows import stored_rows
from tests.knowledge.base.world import World

FACT = """
[[fact]]
id = "own-fact"
about = ["djimsiti"]
topic = "nickname"
value = { en = "the wall", it = "il muro" }
en = "Djimsiti is called the wall."
it = "Djimsiti è detto il muro."
ask.en = ["What is Djimsiti called?"]
ask.it = ["Come è soprannominato Djimsiti?"]
"""


def rows(world: World) -> set[str]:
    return {entry.row for entry in load(world.base).entries}


def test_a_forgotten_row_is_gone_until_the_amendment_is(world: World) -> None:
    world.build()
    world.amendments.write_text('[[forget]]\nid = "weather"\n[[forget]]\nid = "goal-lautaro"\n')
    assert world.build().removed == ("goal-lautaro", "weather")
    assert not rows(world) & {"weather", "goal-lautaro"}
    world.amendments.unlink()
    assert world.build().added == ("goal-lautaro", "weather")


def test_an_added_question_belongs_to_its_row(world: World) -> None:
    world.amendments.write_text(
        '[[ask]]\nid = "weather"\nlanguage = "en"\nquestion = "umbrella needed?"\n'
        '[[ask]]\nid = "goal-lautaro"\nlanguage = "it"\nquestion = "cosa combinò il toro?"\n'
    )
    world.build()
    samples = {sample.text: entry.row for entry in load(world.base).entries for sample in entry.samples}
    assert samples["umbrella needed?"] == "weather"
    assert samples["cosa combinò il toro?"] == "goal-lautaro"


def test_an_added_question_marks_its_row_as_changed(world: World) -> None:
    world.build()
    world.amendments.write_text('[[ask]]\nid = "weather"\nlanguage = "en"\nquestion = "umbrella needed?"\n')
    assert world.build().changed == ("weather",)


def test_an_added_fact_can_be_asked_for_and_has_no_article(world: World) -> None:
    world.amendments.write_text(FACT)
    world.build()
    answer = Knowledge.open(world.base).answer("What is Djimsiti called?")
    assert answer.rows == ("own-fact",)
    assert stored_rows(world.base).source_of["own-fact"] == ""


def test_an_added_fact_may_name_its_article(world: World) -> None:
    world.amendments.write_text(FACT.replace('topic = "nickname"', 'topic = "nickname"\nsource = "report"'))
    world.build()
    assert stored_rows(world.base).source_of["own-fact"] == "report"
    world.amendments.write_text(FACT.replace('topic = "nickname"', 'topic = "nickname"\nsource = "reprt"'))
    assert world.mistakes() == [
        "amendments.toml, fact 'own-fact', source: unknown source 'reprt'; write one of report"
    ]


def test_an_id_that_no_longer_exists_is_a_warning(world: World) -> None:
    world.amendments.write_text(
        '[[forget]]\nid = "gone"\n[[ask]]\nid = "gone-too"\nlanguage = "en"\nquestion = "where?"\n'
    )
    report = world.build()
    assert report.ok
    assert [str(m) for m in report.mistakes] == [
        "amendments.toml, 'gone': no row has this id any more; remove the entry",
        "amendments.toml, 'gone-too': no row has this id any more; remove the entry",
    ]


def test_an_added_fact_cannot_take_an_id(world: World) -> None:
    world.amendments.write_text(FACT.replace("own-fact", "weather"))
    assert world.mistakes() == [
        "amendments.toml, 'weather': the id is taken in data/articles/report.toml; choose another"
    ]


def test_broken_amendments_name_their_place(world: World) -> None:
    world.amendments.write_text('[[ask]]\nid = "weather"\nlanguage = "fr"\nquestion = "pluie?"\n')
    lines = world.mistakes()
    assert lines == [
        "amendments.toml, ask 'weather', language: is not known here; write 'en' or 'it' (found 'fr')"
    ]
