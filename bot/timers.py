"""One loop over the rows that fall due."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable, Callable
from functools import partial

from bot.context import Services, Turn
from bot.handling import Handling
from bot.queues import Queues
from bot.state import Timer
from bot.state.rescue import keep_copy
from bot.state.trouble import is_passing

log = logging.getLogger(__name__)

LONGEST_SLEEP = 30.0
"""Seconds; the clock is read again at least this often, so that a jump of it delays nothing for long."""
HOUSEKEEPING = 3600.0

Due = Callable[[Timer, Turn], Awaitable[None]]


class Clock:
    """Takes timers that are due through the queue of their chat.

    `kinds` says who does a kind of timer. The row goes away in the transaction of the turn's effects, unless
    these set it anew.
    """

    def __init__(self, services: Services, queues: Queues, handling: Handling) -> None:
        self._services = services
        self._queues = queues
        self._handling = handling
        self._taken: set[str] = set()
        self._wake = asyncio.Event()
        self.kinds: dict[str, Due] = {}
        services.store.timers.changed = self._wake.set

    async def run(self) -> None:
        """Run until cancelled."""
        store, swept = self._services.store, 0.0
        while True:
            now = store.clock()
            if abs(now - swept) > HOUSEKEEPING:
                await self._housekeeping(now)
                swept = now
            for timer in store.timers.due(now):
                if timer.id not in self._taken:
                    self._taken.add(timer.id)
                    queue = f"timer:{timer.id}" if timer.chat_id is None else str(timer.chat_id)
                    self._queues.put(queue, partial(self._do, timer))
            await self._sleep(store.clock())

    async def _housekeeping(self, now: float) -> None:
        """Forget what is past its time and keep the copy of the day; a full disk is told and outlived."""
        store = self._services.store
        try:
            store.purge()
            await asyncio.to_thread(keep_copy, store.path, now)
        except (OSError, sqlite3.Error) as error:
            if isinstance(error, sqlite3.Error) and not is_passing(error):
                raise
            log.error("housekeeping failed; trying again in an hour", extra={"error": str(error)})

    async def _sleep(self, now: float) -> None:
        self._wake.clear()
        waiting = self._services.store.timers.next_due()
        pause = LONGEST_SLEEP if waiting is None else min(max(waiting - now, 0.2), LONGEST_SLEEP)
        try:
            async with asyncio.timeout(pause):
                await self._wake.wait()
        except TimeoutError:
            pass

    async def _do(self, timer: Timer) -> None:
        timers = self._services.store.timers
        turn = Turn(0, partial(timers.begin, timer.id), partial(timers.refund, timer.id), patient=True)
        due = self.kinds.get(timer.kind)
        try:
            if due is None:
                log.error("a timer that nobody knows", extra={"kind": timer.kind})
                timers.cancel(timer.id)
                return
            work = partial(self._cancel_and_do, due, timer, turn)
            await self._handling.run(turn, work, lambda: None, lambda _: timers.cancel(timer.id))
        finally:
            self._taken.discard(timer.id)
            self._wake.set()

    async def _cancel_and_do(self, due: Due, timer: Timer, turn: Turn) -> None:
        """Cancel the timer as the first effect, so that one which sets itself anew stays."""
        turn.keep(self._services.store.timers.cancel, timer.id)
        await due(timer, turn)
