"""Everybody but an administrator in private gets nothing done: command by command, button by button."""

from __future__ import annotations

import logging

import pytest

from bot.handlers.permission import COMMANDS
from tests.bot.admin.conftest import PERSON, REPORT, TEXTS, Desk, Desks, says, text_of

ARGUMENTS = {"forgetfact": " weather", "find": " rained", "preview": " who scored?", "undo": " 1"}
BUTTONS = (
    "a:u:1", "a:i:page:0", "a:i:open:1", "a:i:link:1", "a:i:write:1", "a:i:ignore:1", "a:w:1:publish",
    "a:w:1:weather", "a:l:1:0", "a:l:1:publish", "a:d:1:1:accept", "a:d:1:1:sure", "a:d:1:1:publish",
    "a:d:1:1:now", "a:d:1:1:drop", "a:d:1:1:edit", "a:d:1:1:f0", "a:d:1:1:all",
)  # fmt: skip


def untouched(desk: Desk) -> bool:
    """Whether nothing that administrators do has been done."""
    tables = ("changes", "drafts", "dialogues")
    return not desk.inputs() and not any(desk.stored(table) for table in tables)


async def test_a_stranger_gets_the_ordinary_unknown_command_for_each_and_the_attempt_is_logged(
    desks: Desks, caplog: pytest.LogCaptureFixture
) -> None:
    async with desks() as desk:
        with caplog.at_level(logging.WARNING, "bot.handlers.permission"):
            for command in COMMANDS:
                replies = await desk.say(f"/{command}{ARGUMENTS.get(command, '')}", desk.stranger)
                assert [m["text"] for m in replies] == [TEXTS("en", "unknown.command")], command
        assert untouched(desk)
    logged = [record for record in caplog.records if record.name == "bot.handlers.permission"]
    assert [record.__dict__["command"] for record in logged] == [f"/{command}" for command in COMMANDS]
    assert {record.__dict__["user"] for record in logged} == {desk.stranger}


async def test_a_strangers_article_and_file_start_no_draft(desks: Desks) -> None:
    async with desks() as desk:
        await desk.say(REPORT, desk.stranger)
        await desk.send("report.txt", REPORT.encode(), desk.stranger)
        assert untouched(desk)


async def test_in_a_group_neither_an_anonymous_administrator_nor_one_of_ours_gets_anything_done(
    desks: Desks,
) -> None:
    async with desks() as desk:
        group = desk.world.chats[desk.world.group]
        chat = desk.world.public_chat(group)
        nobody = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
        ours = desk.world.users[desk.admin]
        for number, command in enumerate(COMMANDS):
            # Addressed by one, bare by the other: more than twenty replies a minute would have to wait.
            addressed = f"/{command}@{desk.world.bot['username']}"
            for name, sender in (
                (addressed, {"from": nobody, "sender_chat": chat}),
                (f"/{command}", {"from": ours}),
            ):
                entity = {"type": "bot_command", "offset": 0, "length": len(name)}
                text = name + ARGUMENTS.get(command, "")
                message = {
                    "message_id": 900 + number,
                    "date": 1,
                    "chat": chat,
                    "text": text,
                    "entities": [entity],
                }
                await desk.push("message", message | sender)
        assert untouched(desk)
        assert {m["text"] for m in group.messages.values()} == {TEXTS("en", "unknown.command")}


async def test_forged_buttons_do_nothing_for_a_stranger_or_in_a_group_or_for_things_that_are_not_there(
    desks: Desks,
) -> None:
    async with desks() as desk:
        for pressed in BUTTONS:
            await desk.forge(pressed, desk.stranger)
            await desk.forge(pressed, desk.admin, desk.world.group)
            await desk.forge(pressed, desk.admin)
            assert untouched(desk), pressed


async def test_a_button_of_an_administrator_pressed_by_a_stranger_does_nothing(desks: Desks) -> None:
    async with desks() as desk:
        await desk.say("/forgetfact weather")
        undo, before = desk.data("a:u:"), desk.inputs()
        await desk.say(REPORT)
        review = desk.data(":sure")
        for data in (undo, review):
            await desk.forge(data, desk.stranger)
            await desk.forge(data, desk.admin, desk.world.group)
        assert desk.inputs() == before
        assert len(desk.stored("changes")) == 1
        assert desk.stored("drafts")[0]["choices"] == "{}"


async def test_a_replayed_button_does_nothing_twice(desks: Desks) -> None:
    async with desks() as desk:
        await desk.say("/forgetfact weather")
        undo = desk.data("a:u:")
        await desk.tap("a:u:")
        await desk.say(REPORT)
        sure = desk.data(":sure")
        await desk.tap(":sure")
        choices = desk.stored("drafts")[0]["choices"]
        await desk.tap("discard")
        drop = desk.data(":drop")
        await desk.tap(":drop")
        changes = desk.stored("changes")
        for data in (undo, sure, drop):
            assert await desk.forge(data, desk.admin) == []
        assert desk.stored("changes") == changes
        assert desk.stored("drafts")[0]["choices"] == choices
        assert desk.stored("drafts")[0]["state"] == "discarded"


async def test_the_same_update_delivered_again_changes_nothing_twice(desks: Desks) -> None:
    async with desks() as desk:
        first = await desk.service.services.editor.change(7, desk.admin, "forget", "x", lambda inputs: inputs)
        again = await desk.service.services.editor.change(
            7, desk.admin, "forget", "x", lambda inputs: inputs | {"a": ""}
        )
        assert first.report.ok
        assert again.repeated
        assert len(desk.stored("changes")) == 1


async def test_a_name_with_markup_is_shown_as_it_is(desks: Desks) -> None:
    async with desks() as desk:
        desk.world.users[desk.admin]["first_name"] = PERSON["first_name"]
        await desk.say("/start", desk.second)
        await desk.say("/forgetfact weather")
        assert "<b>Eve</b>" in text_of(await desk.say("/log"))
        assert "<b>Eve</b>" in desk.read(desk.second)
        assert says("find.nothing") in text_of(await desk.say("/find <script>"))
