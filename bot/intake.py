"""Polling and webhook: an update is on disk before Telegram hears that it arrived."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import math
import sqlite3
import time
from typing import Any
from urllib.parse import urlencode, urlsplit

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.handling import Handling
from bot.queues import PollChat, Queues, queue_of
from bot.settings import split_listen
from bot.state import Store
from bot.state.trouble import is_damage
from bot.transport import Transport, decode

log = logging.getLogger(__name__)

ALLOWED = (
    "message", "edited_message", "callback_query", "inline_query", "my_chat_member", "poll", "poll_answer",
)  # fmt: skip
"""All that the bot wants to hear. Always sent: Telegram keeps an omitted list as it was."""
POLL_SECONDS = 25
SILENCE = POLL_SECONDS + 15.0
"""Seconds after which a poll without an answer is dropped with its connection (it may be half open)."""
PAUSES = (1.0, 2.0, 5.0, 10.0, 30.0)
MOST_AT_ONCE = 100
"""Updates in one answer to getUpdates; fewer mean that no more wait (Bot API, getUpdates, `limit`)."""
MOST_QUEUED = 2000
"""Updates in memory before the next ones are left with Telegram for a while."""
BIGGEST_UPDATE = 4 * 1024 * 1024


class Intake:
    """Stores raw updates and hands the new ones on."""

    def __init__(self, store: Store, handling: Handling, queues: Queues, poll_chat: PollChat) -> None:
        self._store = store
        self._handling = handling
        self._queues = queues
        self._poll_chat = poll_chat
        self.last_heard = time.monotonic()
        self.drained_at = -math.inf
        """When Telegram last had no more updates for us (polling only)."""

    def accept(self, updates: list[dict[str, Any]]) -> None:
        """Store updates, then queue those that are new. Raises sqlite3.Error where they are not stored."""
        told = [update for update in updates if is_update(update) and not is_interim(update)]
        rows = self._store.inbox.add((queue_of(update, self._poll_chat), update) for update in told)
        self._handling.put(rows)

    def resume(self) -> int:
        """Queue what an earlier run left undone; return how many."""
        rows = self._store.inbox.waiting()
        self._handling.put(rows)
        return len(rows)

    def heard(self) -> None:
        """Note that Telegram answered."""
        self.last_heard = time.monotonic()

    def drained(self) -> None:
        """Note that all updates which waited at Telegram are stored."""
        self.drained_at = time.monotonic()

    @property
    def is_full(self) -> bool:
        """Whether more is queued than should be."""
        return self._queues.length > MOST_QUEUED


def is_update(body: object) -> bool:
    """Whether something decoded has the number that every update has, and one that can be stored."""
    number = body.get("update_id") if isinstance(body, dict) else None
    return type(number) is int and 0 <= number < 2**63


def is_interim(update: dict[str, Any]) -> bool:
    """Whether an update only tells how an open poll stands: one comes with each vote, and nobody asks."""
    poll = update.get("poll")
    return isinstance(poll, dict) and not poll.get("is_closed")


class Poller:
    """Asks for updates, over a connection of its own. `base` is the address with the token."""

    def __init__(self, intake: Intake, transport: Transport, base: str) -> None:
        self._intake = intake
        self._transport = transport
        self._base = base
        self._offset = 0

    async def run(self) -> None:
        """Poll until cancelled.

        Raises InvalidToken where the token is refused, and sqlite3.DatabaseError for a damaged state.
        """
        failures = 0
        while True:
            try:
                await self._once()
                if failures:
                    log.info("updates arrive again")
                failures = 0
            except InvalidToken:
                raise
            except RetryAfter as error:
                await asyncio.sleep(error._retry_after.total_seconds())
            except (TelegramError, TimeoutError, sqlite3.Error) as error:
                if is_damage(error):
                    raise  # the next start puts the file aside
                pause = PAUSES[min(failures, len(PAUSES) - 1)]
                failures += 1
                _explain(error, failures)
                await self._reconnect()
                await asyncio.sleep(pause)

    async def _once(self) -> None:
        while self._intake.is_full:  # noqa: ASYNC110 - rare, and nobody waits for this
            await asyncio.sleep(0.2)
        query = {"timeout": POLL_SECONDS, "allowed_updates": json.dumps(ALLOWED)}
        if self._offset:
            query["offset"] = self._offset
        async with asyncio.timeout(SILENCE):
            payload = await self._transport.retrieve(f"{self._base}/getUpdates?{urlencode(query)}")
        updates = self._transport.parse_json_payload(payload)["result"]
        self._intake.heard()
        if updates:
            self._intake.accept(updates)
            self._offset = max(update["update_id"] for update in updates) + 1
        if len(updates) < MOST_AT_ONCE:
            self._intake.drained()

    async def _reconnect(self) -> None:
        await self._transport.shutdown()
        await self._transport.initialize()


def _explain(error: Exception, failures: int) -> None:
    """Say why no updates come, at first and then now and then."""
    if failures not in (1, 3) and failures % 10:
        return
    if isinstance(error, Conflict):
        log.error("another instance polls with this token, or a webhook is set; trying on")
    elif isinstance(error, sqlite3.Error):
        log.error("no updates: they cannot be stored; trying on", extra={"error": str(error)})
    else:
        log.warning("no updates: Telegram does not answer; trying on", extra={"error": type(error).__name__})


class _Receiver(RequestHandler):
    """Takes one update. Status 200 only once it is stored: Telegram repeats it otherwise."""

    def initialize(self, intake: Intake, secret: str) -> None:
        self._intake = intake
        self._secret = secret

    def post(self) -> None:
        """Check the secret, store, answer."""
        given = self.request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            self.set_status(403)
            return
        if self._intake.is_full:
            self.set_status(503)
            return
        try:
            update = decode(self.request.body)
            if not is_update(update):
                raise ValueError
        except (ValueError, RecursionError):
            self.set_status(400)
            return
        self._intake.heard()
        try:
            self._intake.accept([update])
        except sqlite3.Error as error:
            log.error("an update could not be stored", extra={"error": type(error).__name__})
            self.set_status(500)


def listen(intake: Intake, url: str, address: str, secret: str) -> HTTPServer:
    """Start to receive updates at the path of `url`, on `address` ("host:port"). Raises OSError."""
    path = urlsplit(url).path or "/"
    app = Application(
        [(path, _Receiver, {"intake": intake, "secret": secret})], log_function=lambda handler: None
    )
    host, port = split_listen(address)
    server = HTTPServer(app, max_buffer_size=BIGGEST_UPDATE)
    server.listen(port, host)
    return server
