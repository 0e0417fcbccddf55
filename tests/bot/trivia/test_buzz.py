"""The buzzer mode: a question as a message, and the first right reply wins."""

from __future__ import annotations

from bot.serve import Service
from bot.state.game_records import Round
from bot.trivia.rules import Pace
from tests.bot.trivia.arena import Arena, table
from tests.bot.trivia.conftest import Playing

QUICK = Pace(first=0.0, reveal=0.0)


async def opened(arena: Arena, service: Service, number: int) -> Round:
    """Wait for a typed question and return it."""
    await arena.text(f"{number}/2. ")
    await service.queues.empty()
    game = service.store.games.running(arena.group, 0)
    assert game is not None
    found = service.store.games.current(game.id)
    assert found is not None
    return found


async def pass_by(arena: Arena, service: Service, seconds: float) -> None:
    """Let time go by at once, when nothing is left to do."""
    await service.queues.empty()
    arena.skipped += seconds
    service.store.timers.changed()


async def test_the_first_right_reply_wins_and_the_others_are_passed_over(
    arena: Arena, playing: Playing
) -> None:
    anna, bob, cara = arena.players
    async with playing(arena, QUICK) as service:
        arena.say(anna, "/trivia buzz 2")
        first = await opened(arena, service, 1)
        arena.say(anna, "no idea at all", reply=first.message_id)
        arena.say(bob, f"I think {first.question.answers[0].upper()}!", reply=first.message_id)
        arena.say(cara, first.question.answers[0], reply=first.message_id)
        await arena.text("+10")
        second = await opened(arena, service, 2)
        arena.say(cara, second.question.answers[0], reply=second.message_id)
        final = await arena.text("Final table")
        await service.queues.empty()
    name = arena.world.users[bob]["first_name"]
    assert f"✅ {name}" in next(text for text in arena.texts() if "+10" in text)
    assert sorted(table(final)) == sorted([(name, 10), (arena.world.users[cara]["first_name"], 10)])
    assert len(arena.sent("sendMessage")) == 6  # the rules, two questions, two winners, the table
    assert arena.refusals == []


async def test_hints_uncover_letters_and_cost_points_and_the_end_tells_the_answer(
    arena: Arena, playing: Playing
) -> None:
    anna = arena.players[0]
    async with playing(arena, QUICK) as service:
        arena.say(anna, "/trivia buzz 2")
        first = await opened(arena, service, 1)
        shown = arena.texts()[-1]
        quarter = (first.closes_at - first.opened_at) / 4
        for edits in (1, 2, 3):
            await pass_by(arena, service, quarter)
            await arena.until(lambda n=edits: len(arena.sent("editMessageText")) == n)
        await pass_by(arena, service, quarter)
        assert first.question.hint in await arena.text("Time is up")
        last = arena.world.chats[arena.group].messages[first.message_id]["text"]
        assert last.count("_") < shown.count("_")
        second = await opened(arena, service, 2)
        await pass_by(arena, service, quarter)
        await arena.until(lambda: len(arena.sent("editMessageText")) == 4)
        await service.queues.empty()
        arena.say(anna, second.question.answers[0], reply=second.message_id)
        won = await arena.text("✅")
        judged = service.store.games.round(second.id)
    assert judged is not None
    assert judged.hints == 1
    assert f"+{10 - 2 * judged.hints}:" in won


async def test_a_reply_to_a_question_that_is_over_is_no_question_to_the_bot(
    arena: Arena, playing: Playing
) -> None:
    anna, bob, _ = arena.players
    async with playing(arena, Pace(first=0.0, reveal=60.0)) as service:
        arena.say(anna, "/trivia buzz 2")
        first = await opened(arena, service, 1)
        arena.say(anna, first.question.answers[0], reply=first.message_id)
        await arena.text("✅")
        before = len(arena.texts())
        arena.say(bob, "who scored in bergamo in december 2025?", reply=first.message_id)
        arena.say(bob, "/skip")
        await arena.text("for whoever started")
    assert len(arena.texts()) == before + 1


async def test_a_winner_is_not_lost_when_the_bot_stops_while_announcing(
    arena: Arena, playing: Playing
) -> None:
    anna = arena.players[0]
    async with playing(arena, QUICK) as service:
        arena.say(anna, "/trivia buzz 2")
        first = await opened(arena, service, 1)
        arena.fault = lambda method, params: "429" if "✅" in str(params.get("text")) else None
        arena.say(anna, first.question.answers[0], reply=first.message_id)
        await arena.heard()
    arena.fault = lambda method, params: None
    async with playing(arena, QUICK):
        assert "+10" in await arena.text("✅")
        arena.say(anna, "/stop")
        assert table(await arena.text("The game was stopped")) == [
            (arena.world.users[anna]["first_name"], 10)
        ]


async def test_in_private_an_answer_needs_no_reply(arena: Arena, playing: Playing) -> None:
    anna = arena.players[0]
    async with playing(arena, QUICK) as service:
        arena.say(anna, "/trivia buzz 1", chat=anna)
        await arena.text("1/1. ", anna)
        game = service.store.games.running(anna, 0)
        assert game is not None
        current = service.store.games.current(game.id)
        assert current is not None
        arena.say(anna, current.question.answers[0], chat=anna)
        await arena.text("✅", anna)
        await arena.text("Final table", anna)
