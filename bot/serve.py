"""Runs the bot from start to stop: connect, take up what was left, listen, and end within five seconds."""

from __future__ import annotations

import asyncio
import logging
import secrets
import signal
import time
from collections.abc import Coroutine
from typing import Any

from telegram.error import InvalidToken, TelegramError

from bot import commands
from bot.app import build
from bot.context import App, Services
from bot.facts import Facts
from bot.handlers import admin, trivia
from bot.handling import Handling
from bot.health import Health
from bot.intake import ALLOWED, Intake, Poller, listen
from bot.queues import Queues
from bot.sending import Limiter
from bot.settings import Settings
from bot.state import Store
from bot.texts import Texts
from bot.timers import Clock
from bot.transport import Transport
from knowledge import Report

log = logging.getLogger(__name__)

GRACE = 3.0
"""Seconds that turns in hand have to end at a stop."""
PAUSES = (1.0, 2.0, 5.0, 10.0, 30.0)


class Service:
    """The running bot and all its parts."""

    def __init__(self, settings: Settings, store: Store, facts: Facts) -> None:
        self.settings = settings
        self.store = store
        self.services = Services(settings, store, facts, Texts())
        self.services.editor.announce = self._announce
        self.limiter = Limiter(store, eager=settings.api_is_local)
        self._transports = Transport(), Transport(connections=1)
        self.app: App = build(self.services, self.limiter, *self._transports)
        self.queues = Queues()
        self.handling = Handling(self.app, store, self.queues, self._tell_admins)
        self.clock = Clock(self.services, self.queues, self.handling)
        self.clock.kinds |= trivia.timers(self.app.bot, self.services)
        self.intake = Intake(store, self.handling, self.queues, poll_chat=store.games.chat_of_poll)
        self.services.room = self.limiter.room
        self.services.behind = lambda: time.monotonic() - self.intake.drained_at
        self._stop = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._failure: Exception | None = None

    async def run(self) -> None:
        """Serve until a signal. Raises InvalidToken for a refused token, OSError for a port that is taken."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self.stop)
        loop.add_signal_handler(signal.SIGHUP, lambda: self._spawn(self._reload()))
        closers = []
        try:
            if not await self._unless_stopped(self._connect()):
                return
            self.store.games.recover(self.services.pace.away)
            self.services.editor.note_start()
            left = self.intake.resume()
            log.info("started", extra={"bot": self.app.bot.username, "left": left})
            self._spawn(self.clock.run())
            if self.settings.health_listen:
                closers.append(Health(self).listen(self.settings.health_listen))
            if self.settings.webhook_url:
                closers.append(await self._webhook(self.settings.webhook_url))
            else:
                self._spawn(self._poll())
            self._spawn(trivia.warm_up(self.services))
            self._spawn(commands.publish(self.app.bot, self.services))
            await self.until_stopping()
        finally:
            for server in closers:
                server.stop()
            await self._close()
        if self._failure:
            raise self._failure

    def stop(self) -> None:
        """End as at SIGTERM: what is in hand ends, what waits stays for the next start."""
        self._stop.set()

    async def until_stopping(self) -> None:
        """Wait until the end is asked for."""
        await self._stop.wait()

    async def _unless_stopped(self, work: Coroutine[Any, Any, None]) -> bool:
        """Do some work; return whether it ended before a signal to stop came."""
        task, stop = asyncio.ensure_future(work), asyncio.ensure_future(self._stop.wait())
        await asyncio.wait((task, stop), return_when=asyncio.FIRST_COMPLETED)
        for pending in (task, stop):
            if not pending.done():
                pending.cancel()
        if not task.done():
            return False
        task.result()
        return True

    async def _connect(self) -> None:
        """Ask Telegram who we are, for as long as it takes."""
        failures = 0
        while True:
            try:
                await self.app.initialize()
                return
            except InvalidToken:
                raise
            except TelegramError as error:
                log.warning("Telegram cannot be reached; trying on", extra={"error": type(error).__name__})
                await asyncio.sleep(PAUSES[min(failures, len(PAUSES) - 1)])
                failures += 1

    async def _poll(self) -> None:
        while True:
            try:
                await self.app.bot.delete_webhook()
                break
            except TelegramError:
                await asyncio.sleep(PAUSES[-1])
        transport = Transport(connections=1, read_timeout=35)
        await transport.initialize()
        try:
            await Poller(self.intake, transport, self.app.bot.base_url).run()
        finally:
            await transport.shutdown()

    async def _webhook(self, url: str) -> Any:
        """Listen, then tell Telegram where; without a secret of the settings, with one for this run."""
        given = self.settings.webhook_secret
        secret = given.get_secret_value() if given else secrets.token_urlsafe(32)
        server = listen(self.intake, url, self.settings.webhook_listen, secret)
        self._spawn(self._set_webhook(url, secret))
        return server

    async def _set_webhook(self, url: str, secret: str) -> None:
        failures = 0
        while True:
            try:
                await self.app.bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED)
                return
            except InvalidToken:
                raise
            except TelegramError as error:
                log.error("the webhook was not set; trying on", extra={"error": error.message[:100]})
                await asyncio.sleep(PAUSES[min(failures, len(PAUSES) - 1)])
                failures += 1

    async def _reload(self) -> None:
        report = (await self.services.editor.reload(0)).report
        for mistake in report.mistakes:
            log.error("mistake in the facts", extra={"mistake": str(mistake)})
        log.info("reload", extra={"ok": report.ok})

    def _announce(self, by: int, action: str, report: Report) -> None:
        self._spawn(admin.announce(self.app.bot, self.services, by, action, report))

    async def _tell_admins(self, update_id: int, reason: str) -> None:
        for user in sorted(self.settings.admin_ids):
            if self.store.chats.is_active(user):
                language = self.store.chats.language(user) or self.settings.default_language
                text = self.services.texts(language, "admin.parked", update=update_id, reason=reason)
                await self.app.bot.send_message(user, text)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        """Stop the whole bot where a part of it broke: half a bot looks alive and is not."""
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if isinstance(error, Exception):
            self._failure = self._failure or error
            self._stop.set()

    async def _close(self) -> None:
        """Stop listening, let turns in hand end, leave the rest for the next start."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.queues.close(GRACE, self.handling.cut_waits)
        await self.app.shutdown()
        for transport in self._transports:  # the application leaves them open where it never came up
            await transport.shutdown()
        log.info("stopped", extra={"left": self.queues.length})


async def serve(settings: Settings, store: Store, facts: Facts) -> None:
    """Run the bot until a signal; see `Service.run`."""
    await Service(settings, store, facts).run()
