"""Tables of the game, the month and all time; one's own points; and who wants to be forgotten."""

from __future__ import annotations

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
