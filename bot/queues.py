"""One queue per chat: what belongs together is done in order, and no chat waits for another."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

log = logging.getLogger(__name__)

Job = Callable[[], Awaitable[None]]
PollChat = Callable[[str], int | None]
"""Gives the chat of a poll, or None where the poll is not ours."""


def queue_of(update: dict[str, Any], poll_chat: PollChat) -> str:
    """Return the queue of a raw update: its chat, the chat of its poll, or its user."""
    for kind, body in update.items():
        if not isinstance(body, dict):
            continue
        if kind in ("poll", "poll_answer"):
            poll = str(body.get("poll_id") or body.get("id"))
            chat = poll_chat(poll)
            return f"poll:{poll}" if chat is None else str(chat)
        message = body.get("message")
        chat = _id_in(message if isinstance(message, dict) else body, "chat")
        if chat is not None:
            return str(chat)
        user = _id_in(body, "from")
        if user is not None:
            return f"user:{user}"
    return "other"


def _id_in(body: dict[str, Any], part: str) -> int | None:
    found = body.get(part)
    number = found.get("id") if isinstance(found, dict) else None
    return number if isinstance(number, int) else None


class Queues:
    """Runs jobs, in order within a queue and side by side across queues."""

    def __init__(self) -> None:
        self._waiting: dict[str, deque[Job]] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._closing = False
        self.length = 0

    def put(self, queue: str, job: Job) -> None:
        """Add a job at the end of a queue. After `close` it is left alone: a restart finds it again."""
        if self._closing:
            return
        self.length += 1
        if queue in self._waiting:
            self._waiting[queue].append(job)
            return
        self._waiting[queue] = deque([job])
        self._tasks[queue] = asyncio.create_task(self._run(queue))

    async def _run(self, queue: str) -> None:
        jobs = self._waiting[queue]
        try:
            while jobs and not self._closing:
                self.length -= 1
                try:
                    await jobs.popleft()()
                except Exception as error:
                    log.exception("a job broke", extra={"queue": queue, "error": type(error).__name__})
        finally:
            del self._waiting[queue], self._tasks[queue]

    async def close(self, grace: float, idle: Callable[[], None] = lambda: None) -> None:
        """Let jobs in hand end within `grace` seconds and cancel the rest; what waits is not begun.

        `idle` is called first, to cut waits short.
        """
        self._closing = True
        idle()
        tasks = list(self._tasks.values())
        if not tasks:
            return
        _, late = await asyncio.wait(tasks, timeout=grace)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def empty(self) -> None:
        """Wait until nothing is left to do."""
        while self._tasks:
            await asyncio.wait(list(self._tasks.values()))
