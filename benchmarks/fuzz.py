"""Feed the bot spoilt updates by the ten thousand: no unhandled error, no lost state, and it still answers.

    python -m benchmarks.fuzz [--updates 100000] [--seed 1]

An update of each kind that the bot hears has one to three of its values replaced or removed. They go through the
inbox as if Telegram had sent them; after each run of ten thousand the bot is stopped and started anew. Prints one
line of JSON; the exit status is 1 where an error reached the event loop, the state was damaged, an update stayed
undone, or a plain question got no reply.
"""

from __future__ import annotations

import argparse
import asyncio
import copy
import json
import logging
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from bot.facts import Facts
from bot.serve import Service
from bot.state import Store
from tests.bot.conftest import make_settings
from tests.bot.standin import StandIn
from tests.bot.test_fuzz import QUESTION, WORDS, places, templates

RUN, BATCH = 10_000, 100
PATIENCE = 120.0
ASKER = 11
IDS = (12, -1001234567890)
"""The person and the group of the updates."""
VALUES = (
    None,
    True,
    False,
    0,
    -1,
    2**31,
    -(2**53),
    1.5,
    "",
    "x",
    "\x00",
    "\u202e",
    "9" * 40,
    [],
    {},
    [[]],
    {"id": 1},
)
"""What stands in the place of a value: every type of JSON, and the ends of its range."""


class Fuzz:
    """One series of runs over a data folder."""

    def __init__(self, updates: int, chance: random.Random, folder: Path) -> None:
        self._left, self._chance, self._folder = updates, chance, folder
        self._number = 1
        self.figures: Counter[str] = Counter(updates=0)
        self.parked: Counter[str] = Counter()
        self.errors: list[str] = []

    async def run(self) -> None:
        """Run until all updates are spent."""
        facts = Facts(self._folder)
        facts.open()
        asyncio.get_running_loop().set_exception_handler(lambda loop, told: self.errors.append(repr(told)))
        while self._left > 0:
            await self._once(facts, min(RUN, self._left))
            self._left -= RUN

    async def _once(self, facts: Facts, count: int) -> None:
        store = Store(self._folder / "state.sqlite")
        async with StandIn() as api:
            service = Service(make_settings(api.url, self._folder), store, facts)
            service.handling.pauses = (0.0,)
            task = asyncio.create_task(service.run())
            await api.until(lambda: api.polls)
            kinds = templates(api)
            for start in range(0, count, BATCH):
                batch = [self._spoilt(kinds) for _ in range(min(BATCH, count - start))]
                service.intake.accept(batch)
                await service.queues.empty()
                del api.calls[:-100]
            self.figures["updates"] += count
            await self._check(api, service)
            service.stop()
            await task
        self.parked.update(reason for _, reason in store.inbox.parked())
        store.inbox.purge(time.time() + 1)
        store.close()

    async def _check(self, api: StandIn, service: Service) -> None:
        """See that all is done or put aside, the state whole, and a question answered."""
        if service.store.check() != "ok":
            self.errors.append("damaged state")
        before = len(api.sent(ASKER))
        service.intake.accept([self._numbered({"message": api.message(ASKER, QUESTION)})])
        try:
            await api.until(lambda: len(api.sent(ASKER)) > before, PATIENCE)
            await service.queues.empty()
        except TimeoutError:
            self.errors.append("no reply to a plain question")
        self.figures["undone"] += len(service.store.inbox.waiting())

    def _numbered(self, update: dict[str, Any]) -> dict[str, Any]:
        self._number += 1
        return {"update_id": self._number, **update}

    def _spoilt(self, kinds: list[dict[str, Any]]) -> dict[str, Any]:
        """Return an update with one to three of its values replaced, or removed."""
        chance = self._chance
        told = json.dumps(chance.choice(kinds))
        for known in IDS:  # else all would wait for the pace of one chat
            told = told.replace(f'"id": {known},', f'"id": {known}{chance.randrange(10**6)},')
        update = json.loads(told)
        for _ in range(chance.randint(1, 3)):
            *path, last = chance.choice(places(update) or [("message",)])
            place: Any = update
            for key in path:
                place = place[key]
            if isinstance(place, dict) and chance.random() < 0.4:
                place.pop(last, None)
            elif chance.random() < 0.3:
                place[last] = " ".join(chance.choices(WORDS, k=chance.randint(1, 30)))
            else:
                place[last] = copy.deepcopy(chance.choice(VALUES))
        return self._numbered(update)


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--updates", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        fuzz = Fuzz(options.updates, random.Random(options.seed), Path(name))
        asyncio.run(fuzz.run())
    bad = bool(fuzz.errors or fuzz.figures["undone"])
    figures = {
        "ok": not bad, **fuzz.figures, "given_up": dict(fuzz.parked.most_common(10)),
        "errors": fuzz.errors[:5], "seconds": round(time.perf_counter() - began),
    }  # fmt: skip
    print(json.dumps(figures))
    sys.exit(bad)


if __name__ == "__main__":
    main()
