"""Many groups at once, and people who ask in private meanwhile."""

from __future__ import annotations

import asyncio

from tests.bot.trivia.arena import Arena, table
from tests.bot.trivia.conftest import Playing

QUESTION = "who scored in bergamo in december 2025?"


async def test_twenty_groups_play_while_fifty_people_ask_and_nobody_is_forgotten(playing: Playing) -> None:
    async with Arena(groups=20) as arena:
        people = [arena.add_person(9_000_000 + n, f"Fan{n}") for n in range(50)]

        async def play(group: int) -> str:
            first, second, third = arena.members(group)
            arena.say(first, "/trivia 3", chat=group)
            for number in (1, 2, 3):
                poll = await arena.poll(number, group)
                arena.right(first, poll)
                arena.right(second, poll)
                arena.wrong(third, poll)
                if number == 1:
                    arena.close(poll)
            return await arena.text("Final table", group)

        async def ask(person: int) -> str:
            arena.say(person, QUESTION, chat=person)
            return await arena.text("Lautaro", person)

        async with playing(arena):
            finals, answers = await asyncio.gather(
                asyncio.gather(*(play(group) for group in arena.groups)),
                asyncio.gather(*(ask(person) for person in people)),
            )
    assert all([points for _, points in table(final)] == [41, 38, 0] for final in finals)
    assert len(answers) == 50
    assert arena.refusals == []
