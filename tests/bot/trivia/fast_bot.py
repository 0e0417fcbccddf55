"""The real program with a short pace, as a process of its own: `python -m tests.bot.trivia.fast_bot`."""

from __future__ import annotations

import asyncio
import sys

from bot import logs
from bot.facts import Facts
from bot.serve import Service
from bot.settings import load
from bot.state import Store
from bot.trivia.rules import Pace

FAST = Pace(first=0.0, reveal=0.0, grace=0.5, closing=0.5, closing_most=10.0, edit=8.0)


async def run(pace: Pace) -> None:
    """Serve as `python -m bot` does, with the settings of the environment."""
    settings = load(None)
    logs.set_up("INFO", "text", settings.token)
    facts = Facts(settings.data_dir)
    facts.open()
    store = Store(settings.state_path)
    service = Service(settings, store, facts)
    service.services.pace = pace
    await service.run()
    store.close()


if __name__ == "__main__":
    asyncio.run(run(Pace() if "--real" in sys.argv else FAST))
