"""Pages for whoever watches the bot: /healthz tells whether it is well, /metrics gives figures to collect."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import time
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot import metrics
from bot.settings import split_listen

if TYPE_CHECKING:
    from bot.serve import Service

log = logging.getLogger(__name__)

SILENT_AFTER = 120.0
"""Seconds without an answer to a poll after which the bot counts as deaf (a poll takes 25)."""
STUCK_AFTER = 600.0
"""Seconds that the oldest update may wait."""

Figures = dict[str, object]


class Health:
    """Knows how the running bot fares."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def report(self) -> Figures:
        """Return ages in seconds (None: never, or nothing waits), counts, and `ok` as the sum of all.

        `poll_age` is the time since Telegram last answered a poll; with a webhook, where nobody has to call,
        since its last delivery, and then it says nothing about `ok`.
        """
        service = self._service
        now = time.monotonic()
        oldest = service.store.inbox.oldest_waiting()
        inbox_age = None if oldest is None else max(service.store.clock() - oldest, 0.0)
        poll_age = now - service.intake.last_heard
        polling = service.settings.webhook_url is None
        sent = service.limiter.last_sent
        return {
            "ok": (inbox_age or 0.0) < STUCK_AFTER and not (polling and poll_age > SILENT_AFTER),
            "poll_age": round(poll_age, 1),
            "inbox_age": None if inbox_age is None else round(inbox_age, 1),
            "send_age": None if sent is None else round(now - sent, 1),
            "queued": service.queues.length,
            "parked": len(service.store.inbox.parked()),
        }

    async def whole_report(self) -> Figures:
        """Return the report with the version of the fact base in use."""
        version = await asyncio.to_thread(base_version, self._service.services.facts.path)
        return self.report() | {"base_version": version}

    def listen(self, address: str) -> HTTPServer:
        """Serve /healthz (JSON, status 503 where something is wrong) and /metrics. Raises OSError."""
        health = self
        if not metrics.AVAILABLE:
            log.warning("/metrics is off", extra={"because": metrics.MISSING})

        class Page(RequestHandler):
            async def get(self) -> None:
                report = await health.whole_report()
                self.set_status(200 if report["ok"] else 503)
                self.set_header("Cache-Control", "no-store")
                self.write(report)

        class Metrics(RequestHandler):
            async def get(self) -> None:
                if not metrics.AVAILABLE:
                    self.set_status(501)
                    self.set_header("Content-Type", "text/plain; charset=utf-8")
                    self.write(metrics.MISSING + "\n")
                    return
                self.set_header("Content-Type", metrics.CONTENT_TYPE)
                self.write(metrics.page(await health.whole_report()))

        pages = [("/healthz", Page), ("/metrics", Metrics)]
        server = HTTPServer(Application(pages, log_function=lambda handler: None))
        host, port = split_listen(address)
        server.listen(port, host)
        return server


def base_version(path: Path) -> str | None:
    """Return twelve hexadecimal digits for the fact base at `path`, or None where there is none."""
    try:
        state = path.stat()
    except OSError:
        return None
    return _digest(path, state.st_ino, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4)
def _digest(path: Path, inode: int, changed: int, size: int) -> str:
    """Hash a file; all but the path only tell that it is still the same file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]
