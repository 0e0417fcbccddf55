"""Settings by buttons, what is typed after /trivia, and names in tables."""

from __future__ import annotations

import pytest

from bot.texts import Texts
from bot.trivia.board import shown
from bot.trivia.request import Request, read
from tests.bot.trivia.arena import Arena
from tests.bot.trivia.conftest import Playing


async def test_an_administrators_choices_hold_for_the_next_game(arena: Arena, playing: Playing) -> None:
    anna, bob, _ = arena.players
    arena.make_owner(anna)
    async with playing(arena) as service:
        arena.say(anna, "/settings")
        await arena.text("How we play here")
        menu = arena.message("How we play here")
        for data in ("t:seconds:30", "t:length:5", "t:difficulty:hard", "t:starters:admins"):
            arena.press(anna, menu, data)
        arena.press(anna, menu, "t:zones:")
        await arena.until(lambda: "t:zone:Asia/Tokyo" in str(arena.world.chats[arena.group].messages[menu]))
        arena.press(anna, menu, "t:zone:Asia/Tokyo")
        await arena.until(lambda: "✅ 30 s" in str(arena.world.chats[arena.group].messages[menu]))
        arena.press(anna, menu, "t:length:5")
        arena.press(bob, menu, "t:seconds:10")
        await service.queues.empty()
        arena.say(bob, "/trivia")
        await arena.text("for whoever started")
        arena.say(anna, "/trivia")
        poll = await arena.poll(1)
        await service.queues.empty()
        assert service.store.trivia.get(arena.group).zone == "Asia/Tokyo"
    assert arena.refusals == []
    assert poll.poll["question"].startswith("1/5. ")
    assert poll.poll["open_period"] == 30


@pytest.mark.parametrize(
    ("typed", "request_"),
    [
        ("", Request()),
        ("5", Request(length=5)),
        ("20 hard inter", Request(20, "hard", topic="inter")),
        ("facile Atalanta-Inter 2025", Request(None, "easy", topic="Atalanta-Inter 2025")),
        ("buzz 3", Request(3, buzz=True)),
        ("999", Request(length=50)),
        ("2023", Request(topic="2023")),
        ("0 -1 ²", Request(topic="0 -1 ²")),
    ],
)
def test_words_after_the_command_are_read_in_any_order(typed: str, request_: Request) -> None:
    assert read(typed, Texts()) == request_


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Anna", "Anna"),
        ("a\u202eb\nc", "ab c"),
        ("x" * 64, "x" * 23 + "…"),
        ("Z" + "\u0335" * 40, "Z\u0335\u0335"),
        ("👩\u200d🚀", "👩\u200d🚀"),
        ("\u200b\u200e", ""),
    ],
)
def test_no_name_breaks_a_table(name: str, line: str) -> None:
    assert shown(name) == line
