"""The queue of updates to the bot: long polling, confirmation by offset, and the pushing webhook."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from tornado.httpclient import AsyncHTTPClient, HTTPRequest

from .errors import ApiError, Json, bad_request
from .schema import words

LONGEST_POLL = 50
"""Seconds that a getUpdates may wait at most, as on Telegram's own server."""
LOOPBACK = ("127.0.0.1", "localhost", "::1", "[::1]")

_TWO_BOTS = "terminated by other getUpdates request; make sure that only one bot instance is running"
_PUSHED = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


def default_kinds() -> frozenset[str]:
    """Return the kinds of updates that a bot gets which did not say what it wants."""
    return words("updates") - words("updates_off_by_default")


class Updates:
    """Updates that wait for the bot. `first` is the number before the first one's."""

    def __init__(self, first: int) -> None:
        self.last = first
        self.waiting: list[Json] = []
        self.allowed = default_kinds()
        self.webhook: Json = {}
        self.error: Json = {}
        self._changed = asyncio.Event()
        self._poll: asyncio.Future[None] | None = None
        self._pusher: asyncio.Task[None] | None = None

    def add(self, kind: str, content: Json) -> None:
        """Queue an update of `kind`, unless the bot did not subscribe to it."""
        if kind in self.allowed:
            self.last += 1
            self.waiting.append(json.loads(json.dumps({"update_id": self.last, kind: content})))
            self._changed.set()

    def subscribe(self, kinds: list[str] | None) -> None:
        """Take the bot's list of kinds: none given keeps the last one, an empty one is the default."""
        if kinds is not None:
            self.allowed = frozenset(kinds) & words("updates") or default_kinds()

    async def get(self, params: Json) -> list[Json]:
        """Answer getUpdates. Raises ApiError (409) when another poll takes over, or a webhook is set."""
        if self.webhook:
            raise ApiError(409, f"Conflict: {_PUSHED}")
        if self._poll and not self._poll.done():
            self._poll.set_exception(ApiError(409, f"Conflict: {_TWO_BOTS}"))
        self.subscribe(params.get("allowed_updates"))
        self._confirm(params.get("offset", 0))
        mine = self._poll = asyncio.get_running_loop().create_future()
        mine.add_done_callback(lambda done: done.cancelled() or done.exception())
        await self._wait(mine, min(params.get("timeout", 0), LONGEST_POLL))
        if mine.done():
            mine.result()
        return self.waiting[: params.get("limit", 100)]

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            self.waiting = self.waiting[offset:]
        elif offset:
            self.waiting = [u for u in self.waiting if u["update_id"] >= offset]

    async def _wait(self, mine: asyncio.Future[None], seconds: int) -> None:
        """Wait until there is an update, this poll is ended by another, or time is up."""
        deadline = asyncio.get_running_loop().time() + seconds
        while not self.waiting and not mine.done():
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0:
                return
            self._changed.clear()
            change: asyncio.Future[Any] = asyncio.ensure_future(self._changed.wait())
            either: list[asyncio.Future[Any]] = [change, mine]
            try:
                await asyncio.wait(either, timeout=left, return_when=asyncio.FIRST_COMPLETED)
            finally:
                change.cancel()

    def set_webhook(self, params: Json, sent: Callable[[], None]) -> None:
        """Push updates to a URL of this machine from now on; an empty one ends that.

        Raises ApiError (400) for other machines: no request leaves this one. `sent` is called when the
        bot has taken an update.
        """
        url = params.get("url", "")
        if url and (urlsplit(url).hostname not in LOOPBACK or urlsplit(url).scheme not in ("http", "https")):
            raise bad_request("bad webhook: the playground sends to this machine only (http://127.0.0.1:...)")
        if params.get("drop_pending_updates"):
            self.waiting.clear()
        if url:
            self.subscribe(params.get("allowed_updates"))
        self.webhook, self.error = ({**params} if url else {}), {}
        if self._pusher:
            self._pusher.cancel()
        self._pusher = asyncio.create_task(self._push(sent)) if url else None

    def webhook_info(self) -> Json:
        """Answer getWebhookInfo."""
        shown: Json = {
            k: self.webhook[k] for k in ("max_connections", "allowed_updates") if k in self.webhook
        }
        return {
            "url": self.webhook.get("url", ""),
            "has_custom_certificate": False,
            "pending_update_count": len(self.waiting),
            **shown,
            **self.error,
        }

    async def _push(self, sent: Callable[[], None]) -> None:
        pause = 0.5
        headers = {"Content-Type": "application/json"}
        if secret := self.webhook.get("secret_token"):
            headers["X-Telegram-Bot-Api-Secret-Token"] = secret
        while True:
            while not self.waiting:
                self._changed.clear()
                await self._changed.wait()
            update = self.waiting[0]
            request = HTTPRequest(
                self.webhook["url"],
                "POST",
                headers,
                json.dumps(update),
                validate_cert=False,
                follow_redirects=False,
            )
            try:
                await AsyncHTTPClient().fetch(request)
            except Exception as error:  # whatever went wrong, Telegram notes it and tries again later
                self.error = {"last_error_message": str(error) or type(error).__name__}
                await asyncio.sleep(pause)
                pause = min(pause * 2, 60)
                continue
            pause = 0.5
            self.waiting = [u for u in self.waiting if u["update_id"] != update["update_id"]]
            sent()

    def stop(self) -> None:
        """End the waiting poll and the webhook."""
        if self._pusher:
            self._pusher.cancel()
        if self._poll and not self._poll.done():
            self._poll.set_result(None)
