"""Tables of the game, the month and all time; one's own points; and who wants to be forgotten."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.bot.trivia.arena import Arena, table
from tests.bot.trivia.conftest import Playing


async def play_one(arena: Arena, number: int, *right: int) -> None:
    arena.say(arena.players[0], "/trivia 1")
    poll = await arena.poll(number)
    for person in right:
        arena.right(person, poll)
    arena.close(poll)
    await arena.until(lambda: sum("Final table" in text for text in arena.texts()) == number)


async def test_tables_of_the_game_the_month_and_all_time(arena: Arena, playing: Playing) -> None:
    anna, bob, cara = arena.players
    async with playing(arena) as service:
        await play_one(arena, 1, anna, bob)
        await play_one(arena, 2, bob)
        await service.queues.empty()
        service.store.db.conn.execute("UPDATE trivia_rounds SET closed_at = 1 WHERE game_id = 1")
        arena.say(cara, "/leaderboard")
        month = await arena.text("This month")
        menu = arena.message("This month")
        arena.press(cara, menu, "b:a")
        ever = await arena.text("All time")
        arena.press(cara, menu, "b:g")
        game = await arena.text("This game")
        arena.say(anna, "/me")
        own = await arena.text("place 2 of all time")
        arena.say(cara, "/me")
        await arena.text("not answered a question yet")
        arena.say(bob, "/me", chat=bob)
        await arena.text("25 points", bob)
    shown = [arena.world.users[person]["first_name"] for person in (anna, bob)]
    assert table(month) == [(shown[1], 13)]
    assert table(ever) == [(shown[1], 25), (shown[0], 13)]
    assert table(game) == [(shown[1], 13)]
    assert "13 points here, 0 of them this month" in own
    assert "1 of 1 answers right (100 %)" in own


async def test_ties_share_a_place(arena: Arena, playing: Playing) -> None:
    anna, bob, cara = arena.players
    async with playing(arena) as service:
        await play_one(arena, 1, anna, bob)
        await play_one(arena, 2, bob, anna)
        await play_one(arena, 3, cara)
        await service.queues.empty()
        arena.say(anna, "/leaderboard")
        month = await arena.text("This month")
    assert month.count("🥇") == 2
    assert "🥈" not in month
    assert "🥉" in month


async def test_after_forget_the_points_stay_under_nobodys_name(arena: Arena, playing: Playing) -> None:
    anna, bob, _ = arena.players
    async with playing(arena) as service:
        await play_one(arena, 1, anna, bob)
        await service.queues.empty()
        arena.say(anna, "/forget", chat=anna)
        await arena.text("Shall I erase", anna)
        arena.press(anna, arena.message("Shall I erase", anna), f"f:y:{anna}", chat=anna)
        await arena.text("no longer know", anna)
        await service.queues.empty()
        arena.say(bob, "/leaderboard")
        month = await arena.text("This month")
        tables = [t.name for t in service.store.db.tables if t.name not in ("inbox", "sent")]
        found = [service.store.db.conn.execute(f"SELECT * FROM [{name}]") for name in tables]
        rows = [tuple(row) for each in found for row in each]
    assert table(month) == [("a player", 13), (arena.world.users[bob]["first_name"], 12)]
    assert not any(anna in row or arena.world.users[anna]["first_name"] in row for row in rows)


def shown(arena: Arena) -> list[dict[str, Any]]:
    """Return the messages in the group that are a leaderboard: with buttons of spans."""
    messages = arena.world.chats[arena.group].messages.values()
    return [m for m in messages if '"b:m"' in json.dumps(m.get("reply_markup", ""))]


@pytest.mark.parametrize("language", ["en", "it"])
async def test_a_group_sees_its_leaderboard_as_a_picture_that_changes_with_the_span(
    arena: Arena, playing: Playing, language: str
) -> None:
    anna, bob, _ = arena.players
    arena.make_owner(anna)
    month, ever = {"en": ("This month", "All time"), "it": ("Questo mese", "Di sempre")}[language]
    async with playing(arena) as service:
        await play_one(arena, 1, anna, bob)
        await service.queues.empty()
        service.store.chats.choose_language(arena.group, language)
        arena.say(bob, "/leaderboard")
        await arena.text(month)
        (before,) = shown(arena)
        arena.press(bob, before["message_id"], "b:a")
        await arena.text(ever)
        (after,) = shown(arena)
        arena.press(bob, before["message_id"], "b:a")
        await arena.heard()
        await service.queues.empty()
    assert before["message_id"] == after["message_id"]
    assert before["photo"] != after["photo"]
    for message in (before, after):
        assert [points for _, points in table(message["caption"])] == [13, 12]
    assert arena.refusals == []


@pytest.mark.parametrize("where", ["group", "private"])
async def test_a_leaderboard_without_points_or_in_private_is_words(
    arena: Arena, playing: Playing, where: str
) -> None:
    anna = arena.players[0]
    chat = arena.group if where == "group" else anna
    async with playing(arena):
        arena.say(anna, "/leaderboard", chat=chat)
        await arena.text("This month", chat)
        arena.press(anna, arena.message("This month", chat), "b:a", chat=chat)
        await arena.text("All time", chat)
        arena.press(anna, arena.message("All time", chat), "b:a", chat=chat)
        await arena.heard()
    assert arena.refusals == []
    assert not arena.sent("sendPhoto", chat)


@pytest.mark.parametrize("call", ["sendPhoto", "editMessageMedia"])
async def test_where_no_picture_can_be_sent_the_table_comes_in_words(
    arena: Arena, playing: Playing, call: str
) -> None:
    anna, bob, _ = arena.players
    arena.fault = lambda method, params: "not enough rights to send photos" if method == call else None
    async with playing(arena) as service:
        await play_one(arena, 1, anna, bob)
        await service.queues.empty()
        arena.say(bob, "/leaderboard")
        await arena.text("This month")
        arena.press(bob, arena.message("This month"), "b:a")
        ever = await arena.text("All time")
        await service.queues.empty()
        (only,) = shown(arena)
    assert [points for _, points in table(ever)] == [13, 12]
    assert only["text"] == ever
