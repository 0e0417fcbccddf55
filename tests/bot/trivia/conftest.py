"""The bot in this process, against an arena; games go fast."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.facts import Facts
from bot.playground.world import TOKEN
from bot.serve import Service
from bot.state import Store
from bot.trivia.rules import Pace
from tests.bot.conftest import make_settings
from tests.bot.trivia.arena import Arena

FAST = Pace(first=0.0, reveal=0.0, grace=0.2, closing=0.2, closing_most=3.0, edit=0.0)
Playing = Callable[..., AbstractAsyncContextManager[Service]]


@pytest.fixture
async def arena() -> AsyncIterator[Arena]:
    """One group of three."""
    async with Arena() as each:
        yield each


@pytest.fixture
def playing(data: Path, shared_facts: Facts) -> Playing:
    """Give what starts the whole bot, as a context with its service."""

    @asynccontextmanager
    async def start(arena: Arena, pace: Pace = FAST, **given: Any) -> AsyncIterator[Service]:
        settings = make_settings(arena.url, data, telegram_bot_token=TOKEN, **given)
        store = Store(settings.state_path, arena.clock)
        service = Service(settings, store, shared_facts)
        service.services.pace = pace
        service.services.seed = itertools.count(7).__next__
        service.limiter.backoff = (0.01,) * 5
        task = asyncio.create_task(service.run())
        try:
            yield service
        finally:
            service.stop()
            await task
            store.close()

    return start
