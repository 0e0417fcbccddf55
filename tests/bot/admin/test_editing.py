"""Changes of the facts themselves: two at once, cut short, on a full disk, by hand, and under questions."""

from __future__ import annotations

import asyncio
import os
import signal
import weakref
from contextlib import suppress
from pathlib import Path

import pytest

from bot.articles import forgetting
from bot.editing import read_inputs
from tests.bot.admin.conftest import TEXTS, Desks, says, text_of

RELOADS = 20


def leftovers(folder: Path) -> list[Path]:
    """Return what a change leaves behind only while it is made."""
    return [path for path in folder.iterdir() if path.name.startswith(".") or ".next" in path.name]


async def test_two_administrators_at_once_are_served_one_after_the_other_and_both_are_told(
    desks: Desks,
) -> None:
    async with desks() as desk:
        await desk.say("/start", desk.second)
        chats = {desk.admin: "/forgetfact weather", desk.second: "/forgetfact lautaro-tally"}
        for who, text in chats.items():
            entity = [{"type": "bot_command", "offset": 0, "length": len("/forgetfact")}]
            chat = {"id": who, "type": "private", "first_name": "A"}
            desk.world.chats[who].started = True
            message = {"message_id": 7, "date": 1, "chat": chat, "from": desk.world.users[who], "text": text,
                       "entities": entity}  # fmt: skip
            desk.world.updates.add("message", message)
        await desk.done()
        first, second = desk.read(desk.admin), desk.read(desk.second)
        assert says("change.waiting") in first + second
        assert says("change.begun") in first + second
        assert "took facts out" in first
        assert "took facts out" in second
        assert desk.inputs()["amendments.toml"].count("[[forget]]") == 2
        assert [row["state"] for row in desk.stored()] == ["done", "done"]


async def test_a_change_that_was_cut_short_is_made_once_when_it_comes_again(desks: Desks, data: Path) -> None:
    async with desks() as desk:
        await desk.say("/log")
        changes = desk.service.store.changes
        changes.begin(99, desk.admin, "forget", "weather", {})
        (data / "amendments.toml").write_text(forgetting("", ["weather"]))  # killed before the swap

        def edit(inputs: dict[str, str]) -> dict[str, str]:
            return inputs | {"amendments.toml": forgetting(inputs.get("amendments.toml", ""), ["weather"])}

        outcome = await desk.service.services.editor.change(99, desk.admin, "forget", "weather", edit)
        assert outcome.report.removed == ("weather",)
        assert read_inputs(data)["amendments.toml"].count("[[forget]]") == 1
        await desk.say("/undo")
        assert read_inputs(data) == {}


async def test_a_disk_that_cannot_be_written_is_told_plainly_and_the_old_facts_serve(
    desks: Desks, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = OSError(28, "No space left on device")

    def refuse(*args: object, **named: object) -> None:
        raise full

    async with desks() as desk:
        for where in ("bot.editing.tempfile.TemporaryDirectory", "bot.editing.replace_inputs"):
            with monkeypatch.context() as patch:
                patch.setattr(where, refuse)
                replies = text_of(await desk.say("/forgetfact weather"))
                assert "No space left on device" in replies
                assert says("reload.failed") in replies
        with monkeypatch.context() as patch:
            patch.setattr("bot.facts.shutil.copyfile", refuse)
            assert "No space left on device" in text_of(await desk.say("/reload"))
        with monkeypatch.context() as patch:
            patch.setattr("bot.handlers.copies.back_up", refuse)
            assert says("copy.failed") in text_of(await desk.say("/backup"))
        assert desk.inputs() == {}
        assert desk.stored() == []
        assert leftovers(data) == []
        assert "rained" in text_of(await desk.say("what was the weather like in bergamo?"))


async def test_a_file_changed_by_hand_keeps_its_comments_and_order_beside_the_bots_changes(
    desks: Desks, data: Path
) -> None:
    mine = '# mine\n\n[[ask]] # a better question\nid = "weather"\nlanguage = "en"\nquestion = "soggy?"\n'
    async with desks() as desk:
        (data / "amendments.toml").write_text(mine)
        assert says("reload.changed") in text_of(await desk.say("/reload"))
        await desk.say("/forgetfact lautaro-tally")
        assert (data / "amendments.toml").read_text().startswith(mine)
        await desk.say("/undo")
        assert (data / "amendments.toml").read_text() == mine
        await desk.say("/log")
        first = desk.stored()[0]["id"]
        await desk.say(f"/undo {first}")
        assert not (data / "amendments.toml").exists()


async def test_a_broken_file_made_by_hand_is_named_and_stops_every_change(desks: Desks, data: Path) -> None:
    async with desks() as desk:
        (data / "amendments.toml").write_bytes(b"[[forget]\n")
        assert "amendments.toml, line 1" in text_of(await desk.say("/reload"))
        assert "amendments.toml" in text_of(await desk.say("/forgetfact weather"))
        (data / "amendments.toml").write_bytes(b"\xff\xfe\x00")
        assert "UTF-8" in text_of(await desk.say("/forgetfact weather"))
        assert desk.stored() == []
        assert "rained" in text_of(await desk.say("what was the weather like in bergamo?"))


async def test_an_undo_after_a_new_version_serves_the_facts_before_it_and_says_so(
    desks: Desks, data: Path, small: Path
) -> None:
    shipped = small / "shipped" / "articles" / "all.toml"
    before = shipped.read_text()
    try:
        shipped.write_text(
            before.replace("It rained in Bergamo that evening.", "It snowed in Bergamo that day.")
        )
        (data / "facts.inputs").unlink()
        async with desks() as desk:
            assert "snowed" in text_of(await desk.say("what was the weather like in bergamo?"))
            assert text_of(await desk.say("/undo")).endswith(TEXTS("en", "undo.shipped"))
            assert "rained" in text_of(await desk.say("what was the weather like in bergamo?"))
            assert TEXTS("en", "log.machine") in text_of(await desk.say("/log"))
    finally:
        shipped.write_text(before)


def open_bases() -> int:
    """Return how many bases this process holds open, where the system tells (Linux)."""
    found = 0
    for link in Path("/proc/self/fd").glob("*"):
        with suppress(OSError):  # closed meanwhile
            found += "facts." in str(link.readlink())
    return found


async def test_reloads_under_questions_answer_each_one_and_leave_nothing_behind(
    desks: Desks, data: Path
) -> None:
    async with desks() as desk:
        editor, facts = desk.service.services.editor, desk.service.services.facts
        used, answered, before = [weakref.ref(facts.current)], 0, open_bases()
        for number in range(RELOADS):
            (data / "amendments.toml").write_text(f"# {number}\n")
            reload = asyncio.create_task(editor.reload(0))
            while not reload.done():
                assert "Lautaro" in text_of(await desk.say("who scored for inter?", desk.stranger))
                answered += 1
                await asyncio.sleep(0.1)
            assert reload.result().report.ok
            used.append(weakref.ref(facts.current))
        assert answered >= RELOADS
        assert sum(old() is not None for old in used) == 1
        assert open_bases() <= before
        assert leftovers(data) == []


async def test_a_hangup_signal_reloads_and_every_administrator_is_told(desks: Desks, data: Path) -> None:
    async with desks() as desk:
        for who in (desk.admin, desk.second):
            await desk.say("/start", who)
        (data / "amendments.toml").write_text(forgetting("", ["weather"]))
        editor, announced = desk.service.services.editor, asyncio.Event()
        tell = editor.announce
        editor.announce = lambda by, action, report: (tell(by, action, report), announced.set())[1]
        os.kill(os.getpid(), signal.SIGHUP)
        async with asyncio.timeout(30):
            await announced.wait()
        await desk.done()
        assert "weather" in desk.read(desk.admin)
        assert "weather" in desk.read(desk.second)
        assert [(row["by_id"], row["action"]) for row in desk.stored()] == [(0, "reload")]
