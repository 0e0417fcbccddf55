"""Pace, retry and give up on outgoing calls.

Telegram's limits (core.telegram.org/bots/faq, "My bot is hitting limits"): about one message a second in a
chat with short bursts, 20 a minute in a group, about 30 a second in all. The exact ones are not published, so
a 429 always has the last word, for its own chat only.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import defaultdict, deque
from collections.abc import Callable, Coroutine
from typing import Any

from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TimedOut
from telegram.ext import BaseRateLimiter

from bot.context import CURRENT
from bot.state import Store
from bot.transport import AnswerLost

log = logging.getLogger(__name__)

GROUP_MESSAGES = 20
GROUP_WINDOW = 60.5
"""Seconds; a little over the minute, because messages do not travel equally fast."""
GROUP_EASY = 10
"""Messages of a group's minute that may leave in a burst. What the bot sends by itself after these is spread over
the rest of the minute, so that no game uses up what answers and the next game need."""
GROUP_OWN = 17
"""Messages of a group's minute that what the bot sends by itself may use; the rest is for answers alone."""
TOTAL_MESSAGES = 30
CHAT_SECONDS = 1.0
CHAT_BURST = 3
MOST_CHATS = 1000
"""Chats whose next turn is known before those that are due are forgotten."""
WARY_SECONDS = 600.0
"""How long a chat is paced after a 429 where pacing is otherwise off."""
BACKOFF = (0.5, 1.0, 2.0, 4.0, 8.0)
"""Pauses between tries after network errors; after the last one the error is raised."""
WORTH_NOTING = 0.25
"""Waits of more seconds than this are taken out of the count of attempts."""
NO_RIGHTS = (
    "not enough rights", "have no rights", "need administrator rights", "chat_write_forbidden",
    "chat_restricted", "chat not found", "was deactivated", "topic_closed",
)  # fmt: skip
ONCE = frozenset({"sendPoll"})
"""Calls that are not repeated where nobody knows whether they took effect: votes would be split."""
HARMLESS = ("message is not modified", "query is too old", "query id is invalid")

Result = bool | dict[str, Any] | list[dict[str, Any]]


class Limiter(BaseRateLimiter[None]):
    """Stands between every call of the bot and Telegram.

    `eager` sends private messages without pacing until a first 429 tells otherwise: for a Bot API on this
    machine. The limit of groups always holds, across restarts too (`sent` in the state file).
    """

    def __init__(
        self, store: Store, *, eager: bool = False, monotonic: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        self._store = store
        self._eager = eager
        self._now = monotonic
        self.backoff = BACKOFF
        self._paused: dict[int | str, float] = {}
        self._wary: dict[int, float] = {}
        self._next: dict[int, float] = {}
        self._groups: defaultdict[int, deque[float]] = defaultdict(lambda: deque(maxlen=GROUP_MESSAGES))
        self._total: deque[float] = deque(maxlen=TOTAL_MESSAGES)
        self.last_sent: float | None = None

    async def initialize(self) -> None:
        """Take over what left for groups shortly before a restart."""
        wall, now = self._store.clock(), self._now()
        for chat, at in self._store.sends.recent(wall - GROUP_WINDOW):
            self._groups[chat].append(now - max(wall - at, 0.0))

    async def shutdown(self) -> None:
        """Nothing to release."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> Result:
        """Make a call when its turn comes; retry after floods and network errors.

        Raises the library's errors where retrying is of no use or has come to its end.
        """
        failures = 0
        turn = CURRENT.get()
        if turn and endpoint == "answerCallbackQuery":
            turn.press_answered = True
        while True:
            chat = _chat_of(data)
            await self._wait(endpoint, chat, patient=turn is not None and turn.patient)
            try:
                result = await callback(*args, **kwargs)
                self.last_sent = self._now()
                return result
            except RetryAfter as error:
                self._flooded(endpoint, chat, error._retry_after.total_seconds())
            except ChatMigrated as error:
                if chat is None:
                    raise
                self._store.chats.migrate(chat, error.new_chat_id)
                data["chat_id"] = error.new_chat_id  # `args` holds the same dict
                data.pop("message_thread_id", None)
            except Forbidden:
                self._lost(chat)
                raise
            except BadRequest as error:
                if any(part in error.message.lower() for part in HARMLESS):
                    return True
                if endpoint == "sendPoll" and "rights to send polls" in error.message.lower():
                    raise Forbidden(error.message) from None  # other messages may still be welcome
                if endpoint == "sendPhoto":
                    raise  # its words go out alone, and they tell whether the chat is lost
                if endpoint.lower().startswith("send") and any(p in error.message.lower() for p in NO_RIGHTS):
                    self._lost(chat)
                    raise Forbidden(error.message) from None
                raise
            except NetworkError as error:
                lost = isinstance(error, TimedOut | AnswerLost)
                if failures == len(self.backoff) or (lost and endpoint in ONCE):
                    raise
                log.warning("call failed", extra={"call": endpoint, "error": type(error).__name__})
                await self._sleep(self.backoff[failures])
                failures += 1

    def room(self, chat: int) -> int:
        """Return how many messages a group may still get in this minute before any has to wait."""
        since = self._now() - GROUP_WINDOW
        return GROUP_MESSAGES - sum(at > since for at in self._groups.get(chat, ()))

    async def _wait(self, endpoint: str, chat: int | None, *, patient: bool) -> None:
        """Return when the call may leave, and count it; one that is patient leaves room for others."""
        counted = chat is not None and _is_message(endpoint, chat)
        while True:
            now = self._now()
            due = self._paused.get(chat if chat is not None else endpoint, 0.0)
            if counted and chat is not None:
                due = max(due, self._due(chat, now, patient=patient))
            if due <= now:
                break
            await self._sleep(due - now)
        if counted and chat is not None:
            self._count(chat, now)

    def _due(self, chat: int, now: float, *, patient: bool = False) -> float:
        """Return when a message to a chat may leave, by the limits."""
        due = 0.0
        if chat < 0:
            window = self._groups[chat]
            while window and window[0] + GROUP_WINDOW <= now:
                window.popleft()
            if len(window) == GROUP_MESSAGES:
                due = window[0] + GROUP_WINDOW
            elif patient and len(window) >= GROUP_EASY:
                share = max(GROUP_OWN - len(window), 1)
                due = window[-1] + (window[0] + GROUP_WINDOW - window[-1]) / share
        if not self._eager or self._wary.get(chat, 0.0) > now:
            due = max(due, self._next.get(chat, 0.0) - (CHAT_BURST - 1) * CHAT_SECONDS)
        if not self._eager and len(self._total) == TOTAL_MESSAGES:
            due = max(due, self._total[0] + 1.0)
        return due

    def _count(self, chat: int, now: float) -> None:
        self._next[chat] = max(self._next.get(chat, 0.0), now) + CHAT_SECONDS
        if len(self._next) > MOST_CHATS:
            self._next = {c: t for c, t in self._next.items() if t > now}
        self._total.append(now)
        if chat < 0:
            self._groups[chat].append(now)
            if len(self._groups) > MOST_CHATS:
                self._forget_groups(now - GROUP_WINDOW)
            self._store.sends.note(chat, self._store.clock())

    def _forget_groups(self, before: float) -> None:
        for group in [group for group, sent in self._groups.items() if not sent or sent[-1] < before]:
            del self._groups[group]

    def _flooded(self, endpoint: str, chat: int | None, seconds: float) -> None:
        log.warning("told to wait", extra={"call": endpoint, "chat": chat, "seconds": seconds})
        now = self._now()
        self._paused[chat if chat is not None else endpoint] = now + seconds
        if chat is not None:
            self._wary[chat] = now + WARY_SECONDS

    def _lost(self, chat: int | None) -> None:
        if chat is not None:
            log.info("chat lost", extra={"chat": chat})
            self._store.chats.lost(chat)

    async def _sleep(self, seconds: float) -> None:
        turn = CURRENT.get()
        if turn is None or seconds < WORTH_NOTING:
            await asyncio.sleep(seconds)
            return
        async with turn.waiting():
            await asyncio.sleep(seconds)


def _chat_of(data: dict[str, Any]) -> int | None:
    """Return the chat that a call is for, where its id is a number."""
    chat = data.get("chat_id")
    try:
        return int(chat) if chat is not None else None
    except ValueError:
        return None


def _is_message(endpoint: str, chat: int) -> bool:
    """Whether a call counts as a message: what is sent, and in groups what is edited too."""
    name = endpoint.lower()
    if name == "sendchataction":
        return False
    return name.startswith(("send", "forward", "copy")) or (chat < 0 and name.startswith("edit"))
