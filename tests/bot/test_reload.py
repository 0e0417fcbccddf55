"""/reload: all or nothing, for administrators only."""

from __future__ import annotations

from pathlib import Path

from bot.facts import Facts
from bot.texts import Texts
from tests.bot.conftest import Running
from tests.bot.standin import StandIn

TEXTS = Texts()


def leftovers(folder: Path) -> list[Path]:
    return list(folder.glob("*.next"))


async def test_a_broken_file_changes_nothing_and_its_mistake_is_named(
    api: StandIn, running: Running, data: Path
) -> None:
    facts = Facts(data)
    facts.open()
    before = facts.current
    (data / "articles").mkdir()
    (data / "articles" / "broken.toml").write_text('[source]\nid = "broken\n')
    async with running(facts=facts, admin_ids={11}):
        await api.say(11, "/reload")
        await api.until(lambda: len(api.sent(11)) == 2)
        assert facts.current is before
        await api.say(11, "who scored in bergamo in december 2025?")
        await api.until(lambda: len(api.sent(11)) == 3)
    report = api.sent(11)[1].text
    assert report.startswith(TEXTS("en", "reload.failed"))
    assert "broken.toml" in report
    assert "line 2" in report
    assert "Lautaro" in api.sent(11)[2].text
    assert leftovers(data) == []


async def test_questions_are_answered_while_the_facts_are_built(
    api: StandIn, running: Running, data: Path
) -> None:
    facts = Facts(data)
    facts.open()
    before = facts.current
    async with running(facts=facts, admin_ids={11}):
        await api.say(11, "/reload")
        await api.until(lambda: api.sent(11))
        await api.say(12, "who scored in bergamo in december 2025?")
        await api.until(lambda: api.sent(12))
        assert len(api.sent(11)) == 1
        await api.until(lambda: len(api.sent(11)) == 2, seconds=300)
    assert api.sent(11)[1].text.startswith(TEXTS("en", "reload.unchanged", facts="")[:10])
    assert facts.current is not before


async def test_for_everybody_else_and_in_groups_there_is_no_such_command(
    api: StandIn, running: Running, shared_facts: Facts
) -> None:
    before = shared_facts.current
    async with running(admin_ids={11}):
        await api.say(12, "/reload")
        await api.say(-100123, "/reload@test_bot", user=11)
        await api.until(lambda: api.sent(12) and api.sent(-100123))
    assert api.sent(12)[0].text == api.sent(-100123)[0].text == TEXTS("en", "unknown.command")
    assert shared_facts.current is before


async def test_a_start_with_broken_inputs_keeps_the_facts_of_the_last_good_build(data: Path) -> None:
    (data / "amendments.toml").write_text("[[fact]")
    facts = Facts(data)
    report = facts.open()
    assert report is not None
    assert not report.ok
    assert "Lautaro" in facts.current.answer("who scored in bergamo in december 2025?").text
