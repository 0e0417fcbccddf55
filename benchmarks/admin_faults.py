"""A hundred mutated article files sent in a row to the real bot on the playground's strict Bot API.

`python -m benchmarks.admin_faults [--files 100] [--seed 1]` prints one line of JSON: how many were answered, how
many with a mistake named, how many as drafts, and whether the base and the inputs stayed as they were.
"""

from __future__ import annotations

import asyncio
import json
import random
import tempfile
import time
from pathlib import Path

import click

from bot.facts import Facts
from bot.playground.world import TOKEN
from bot.serve import Service
from bot.settings import Settings
from bot.state import Store
from bot.texts import Texts
from knowledge import SHIPPED
from tests.bot.admin.conftest import Desk, text_of
from tests.bot.admin.mutations import mutated
from tests.playground.conftest import serving

TEXTS = Texts()


async def measure(folder: Path, files: int, seed: int) -> dict[str, object]:
    """Send so many broken files; return the figures."""
    dice = random.Random(seed)
    articles = [path.read_bytes() for path in sorted((SHIPPED / "articles").glob("*.toml"))]
    facts = Facts(folder)
    facts.open()
    async with serving() as served:
        values = {"telegram_bot_token": TOKEN, "telegram_api_url": served.address, "data_dir": folder}
        admin = served.world.administrator
        settings = Settings(_env_file=None, admin_ids={admin}, **values)  # type: ignore[call-arg, arg-type]
        store = Store(settings.state_path)
        service = Service(settings, store, facts)
        desk = Desk(served.world, service)
        task = asyncio.create_task(service.run())
        before, counts, slowest = (
            facts.path.read_bytes(),
            {"answered": 0, "mistakes": 0, "drafts": 0, "other": 0},
            0.0,
        )
        for number in range(files):
            begun = time.monotonic()
            name = f"file{number}.{dice.choice(['toml', 'toml', 'txt', 'md'])}"
            replies = text_of(await desk.send(name, mutated(dice.choice(articles), dice)))
            slowest = max(slowest, time.monotonic() - begun)
            counts["answered"] += bool(replies) and "gave up" not in replies
            kind = "mistakes" if TEXTS("en", "reload.failed") in replies else "other"
            counts["drafts" if "Draft:" in replies else kind] += 1
        same = facts.path.read_bytes() == before and not desk.inputs() and not desk.stored("changes")
        service.stop()
        await task
        store.close()
    return {"files": files, **counts, "base_unchanged": same, "slowest_s": round(slowest, 2)}


@click.command()
@click.option("--files", default=100, show_default=True)
@click.option("--seed", default=1, show_default=True)
def main(files: int, seed: int) -> None:
    """Send broken article files and count what comes back."""
    with tempfile.TemporaryDirectory() as name:
        click.echo(json.dumps(asyncio.run(measure(Path(name) / "data", files, seed))))


if __name__ == "__main__":
    main()
