"""From a stored update to its committed effects: attempts, retries, and what is given up."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial

from telegram import CallbackQuery, Update
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.context import CURRENT, App, Turn
from bot.queues import Queues
from bot.state import MOST_ATTEMPTS, Row, Store
from bot.state.trouble import is_passing

log = logging.getLogger(__name__)

PAUSES = (0.2, 1.0, 3.0, 10.0)
"""Seconds between attempts at an update whose handler failed."""
OUTAGE_PAUSES = (5.0, 15.0, 30.0, 60.0)
"""Seconds between rounds of retries while Telegram cannot be reached; the last one repeats."""
DISK_PAUSES = (0.5, 2.0, 5.0, 15.0)
"""Seconds between tries while the state file cannot be written; the last one repeats."""
INLINE_LIFE = 30.0
"""Seconds that Telegram waits for the answer to an inline query."""

OnParked = Callable[[int, str], Awaitable[None]]


class Handling:
    """Takes rows of the inbox through the application's handlers.

    `on_parked(update_id, reason)` is told what was given up after MOST_ATTEMPTS attempts.
    """

    def __init__(self, app: App, store: Store, queues: Queues, on_parked: OnParked) -> None:
        self._app = app
        self._store = store
        self._queues = queues
        self._on_parked = on_parked
        self.pauses = PAUSES
        self.disk_pauses = DISK_PAUSES
        self._turns: dict[asyncio.Task[None], Turn] = {}

    def put(self, rows: list[Row]) -> None:
        """Queue stored updates."""
        for row in rows:
            self._queues.put(row.queue, partial(self._update, row))

    def cut_waits(self) -> None:
        """Cancel the turns that only wait for Telegram; their rows stay undone."""
        for task, turn in list(self._turns.items()):
            if turn.is_waiting:
                task.cancel()

    async def _update(self, row: Row) -> None:
        """Handle one update until it is done or given up."""
        inbox = self._store.inbox
        if "inline_query" in row.update and self._store.clock() - row.received_at > INLINE_LIFE:
            with self._store.atomic():
                inbox.done(row.id)
            return
        turn = Turn(row.update_id, partial(inbox.begin, row.id), partial(inbox.refund, row.id))
        await self.run(
            turn,
            partial(self._process, row, turn),
            partial(inbox.done, row.id),
            partial(inbox.park, row.id),
        )

    async def _process(self, row: Row, turn: Turn) -> None:
        update = Update.de_json(row.update, self._app.bot)
        await self._app.process_update(update)
        query = update.callback_query
        if query and not turn.press_answered and turn.error is None:
            await _answer_silently(query)
        if turn.error:
            raise turn.error

    async def run(
        self,
        turn: Turn,
        work: Callable[[], Awaitable[None]],
        done: Callable[[], object],
        park: Callable[[str], object],
    ) -> None:
        """Do `work`, then commit the turn's effects together with `done`; repeat or `park` what fails."""
        outages = 0
        while True:
            attempt = await self._written(turn, turn.begin)
            if isinstance(attempt, int) and attempt > MOST_ATTEMPTS:
                await self._park(turn, park, "interrupted")
                return
            error = await self._try(turn, work, done)
            if error is None:
                return
            if _is_outage(error):
                await self._written(turn, turn.refund)
                await self._pause(turn, OUTAGE_PAUSES[min(outages, len(OUTAGE_PAUSES) - 1)])
                outages += 1
            elif attempt == MOST_ATTEMPTS or isinstance(error, BadRequest):
                await self._park(turn, park, type(error).__name__)
                return
            else:
                await asyncio.sleep(self.pauses[min(int(str(attempt or 1)), len(self.pauses)) - 1])

    async def _try(
        self, turn: Turn, work: Callable[[], Awaitable[None]], done: Callable[[], object]
    ) -> Exception | None:
        """Make one attempt; return what went wrong. A chat that is gone is an end, not an error."""
        turn.effects.clear()
        turn.error, turn.press_answered, turn.is_waiting = None, False, False
        task = asyncio.current_task()
        assert task is not None
        self._turns[task] = turn
        token = CURRENT.set(turn)
        try:
            await self._gone_is_done(work, turn)
            await self._written(turn, partial(self._commit, turn, done))
        except asyncio.CancelledError:
            if not turn.is_waiting:
                with suppress(sqlite3.Error):  # an attempt too many is counted then
                    turn.refund()
            raise
        except Exception as error:
            return error
        finally:
            CURRENT.reset(token)
            self._turns.pop(task, None)
        return None

    def _commit(self, turn: Turn, done: Callable[[], object]) -> None:
        with self._store.atomic():
            for effect in turn.effects:
                effect()
            done()

    async def _written(self, turn: Turn, write: Callable[[], object]) -> object:
        """Write to the state and return the result; wait while the disk is full or the file locked.

        The work itself is not done again for that: its messages have left.
        """
        failures = 0
        while True:
            try:
                return write()
            except sqlite3.Error as error:
                if not is_passing(error):
                    raise
                if failures in (0, 3) or failures % 20 == 0:
                    log.error("the state cannot be written; trying on", extra={"error": str(error)})
                await self._pause(turn, self.disk_pauses[min(failures, len(self.disk_pauses) - 1)])
                failures += 1

    async def _gone_is_done(self, work: Callable[[], Awaitable[None]], turn: Turn) -> None:
        try:
            await work()
        except Forbidden:
            turn.effects.clear()

    async def _pause(self, turn: Turn, seconds: float) -> None:
        """Wait for an outage to end, in a way that `cut_waits` may cut short."""
        task = asyncio.current_task()
        assert task is not None
        is_known = task in self._turns
        self._turns[task], turn.is_waiting = turn, True
        await asyncio.sleep(seconds)
        turn.is_waiting = False
        if not is_known:
            del self._turns[task]

    async def _park(self, turn: Turn, park: Callable[[str], object], reason: str) -> None:
        await self._written(turn, partial(park, reason))
        log.error("given up", extra={"update": turn.number, "reason": reason})
        try:
            await self._on_parked(turn.number, reason)
        except TelegramError as error:
            log.warning("nobody could be told", extra={"error": type(error).__name__})


def _is_outage(error: Exception) -> bool:
    """Whether an error tells of the connection or the disk, and not of the update."""
    if is_passing(error):
        return True
    return isinstance(error, NetworkError | RetryAfter) and not isinstance(error, BadRequest)


async def _answer_silently(query: CallbackQuery) -> None:
    try:
        await query.answer()
    except BadRequest as error:
        log.info("a press came too late", extra={"error": error.message})
