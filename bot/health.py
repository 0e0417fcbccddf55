"""A page for whoever watches the bot: silent polls, waiting updates, the last send."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.settings import split_listen

if TYPE_CHECKING:
    from bot.serve import Service

SILENT_AFTER = 120.0
"""Seconds without an answer to a poll after which the bot counts as deaf (a poll takes 25)."""
STUCK_AFTER = 600.0
"""Seconds that the oldest update may wait."""


class Health:
    """Knows how the running bot fares."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def report(self) -> dict[str, object]:
        """Return the figures, in seconds, with `ok` as their sum."""
        service = self._service
        now = time.monotonic()
        oldest = service.store.inbox.oldest_waiting()
        age = 0.0 if oldest is None else max(service.store.clock() - oldest, 0.0)
        silent = now - service.intake.last_heard
        polling = service.settings.webhook_url is None
        sent = service.limiter.last_sent
        return {
            "ok": age < STUCK_AFTER and not (polling and silent > SILENT_AFTER),
            "since_heard": round(silent, 1),
            "since_sent": None if sent is None else round(now - sent, 1),
            "oldest_waiting": round(age, 1),
            "queued": service.queues.length,
            "parked": len(service.store.inbox.parked()),
        }

    def listen(self, address: str) -> HTTPServer:
        """Serve the report as JSON at /health, with status 503 where something is wrong."""
        health = self

        class Page(RequestHandler):
            def get(self) -> None:
                report = health.report()
                self.set_status(200 if report["ok"] else 503)
                self.write(report)

        server = HTTPServer(Application([("/health", Page)], log_function=lambda handler: None))
        host, port = split_listen(address)
        server.listen(port, host)
        return server
