"""The Bot API over HTTP: calls and downloads of the bot."""

from __future__ import annotations

import asyncio
import logging

from tornado import web

from . import guard
from .errors import ApiError, Json
from .handler import Handler
from .methods import METHODS
from .schema import read
from .world import TOKEN

log = logging.getLogger(__name__)


class BotHandler(Handler):
    """/bot<token>/<method>: the Bot API, by GET or POST; query, form, multipart or JSON."""

    _polling: asyncio.Task[list[Json]] | None = None

    def allowed(self) -> bool:
        """Programs only."""
        return guard.no_browser(self.request)

    async def get(self, token: str, method: str) -> None:
        """Answer a call."""
        await self._call(token, method)

    async def post(self, token: str, method: str) -> None:
        """Answer a call."""
        await self._call(token, method)

    async def _call(self, token: str, method: str) -> None:
        try:
            if token != TOKEN:
                raise ApiError(401, "Unauthorized")
            names = {name.lower(): name for name in (*METHODS, "getUpdates")}  # Telegram ignores the case
            name = names.get(method.lower(), method)
            params = read(name, self._raw(), self.uploads())
            if name == "getUpdates":
                result = await self._updates(params)
            else:
                result = METHODS[name](self.playground.world, params)
        except ApiError as error:
            log.info("%s refused: %d %s", method, error.code, error.description)
            self.answer_error(error)
        except asyncio.CancelledError:  # the bot closed the connection while it waited for updates
            return
        else:
            self.finish({"ok": True, "result": result})

    def _raw(self) -> Json:
        raw: Json = {name: self.get_argument(name, strip=False) for name in self.request.arguments}
        if self.request.headers.get("Content-Type", "").startswith("application/json"):
            raw |= self.json_body()
        return raw

    async def _updates(self, params: Json) -> list[Json]:
        world = self.playground.world
        self._polling = asyncio.ensure_future(world.updates.get(params))
        world.set_status("running")
        return await self._polling

    def on_connection_close(self) -> None:
        """Stop waiting for updates for a bot that is gone."""
        if self._polling:
            self._polling.cancel()


class FileHandler(Handler):
    """/file/bot<token>/<path>: a file for the bot."""

    def allowed(self) -> bool:
        """Programs only."""
        return guard.no_browser(self.request)

    def get(self, token: str, name: str) -> None:
        """Answer the bytes."""
        kept = self.playground.world.files.get(name)
        if token != TOKEN or kept is None:
            raise web.HTTPError(404)
        self.set_header("Content-Type", "application/octet-stream")
        self.finish(kept.data)
