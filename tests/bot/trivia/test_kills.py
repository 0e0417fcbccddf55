"""The bot's process is killed in the middle of things; the table is the one of the votes."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.bot.trivia.arena import Arena
from tests.bot.trivia.tournament import Tournament


@pytest.mark.process
async def test_kills_floods_and_lost_calls_leave_the_table_that_the_votes_make(data: Path) -> None:
    async with Arena(players=10) as arena:
        tournament = Tournament(arena, data, random.Random(5), questions=5, kills=3)
        final = await tournament.play()
        assert tournament.is_right(final)
        assert tournament.killed_at
