"""The page over HTTP: its files and words, the stream of events to it, and what people do in it."""

from __future__ import annotations

import asyncio
import json

from tornado import web
from tornado.iostream import StreamClosedError

from . import guard
from .errors import ApiError, Json, bad_request
from .handler import Handler, snapshot
from .media import picture_type
from .people import DEEDS, attach
from .words import page_texts
from .world import World

HEARTBEAT = 15
"""Seconds between signs of life on the stream of events."""


class MediaHandler(Handler):
    """/media/<id>: a picture to show, or (with ?save) a file to download; nothing that a browser runs."""

    def get(self, name: str) -> None:
        """Answer the bytes."""
        kept = self.playground.world.files.get(name)
        if kept is None:
            raise web.HTTPError(404)
        kind = picture_type(kept.data)
        if kind is None or self.get_argument("save", None) is not None:
            kind = "application/octet-stream"
            name = kept.name.encode("ascii", "replace").decode().replace('"', "'").replace("?", "_")
            self.set_header("Content-Disposition", f'attachment; filename="{name}"')
        self.set_header("Content-Type", kind)
        self.finish(kept.data)


class DeedHandler(Handler):
    """/do/<deed>: what a person does in the page."""

    def allowed(self) -> bool:
        """Only from the page itself."""
        return guard.own_page(self.request)

    async def post(self, deed: str) -> None:
        """Do it, and answer what it gives."""
        world = self.playground.world
        try:
            result: Json = {}
            if deed == "start_over":
                await self.playground.start_over()
            elif deed == "restart_bot":
                await self.playground.restart_bot()
            else:
                body = self._attached() if deed == "attach" else self._body()
                person = body.get("person")
                if not isinstance(person, int) or person not in world.users:
                    raise bad_request("nobody has this id")
                result = self._do(world, deed, person, body)
        except ApiError as error:
            self.answer_error(error)
        else:
            self.finish({"ok": True, "result": result})

    def _do(self, world: World, deed: str, person: int, body: Json) -> Json:
        if deed == "attach":
            if not (files := self.uploads()):
                raise bad_request("there is no file")
            return attach(world, person, body, next(iter(files.values())))
        if deed not in DEEDS:
            raise ApiError(404, "Not Found")
        return DEEDS[deed](world, person, body)

    def _body(self) -> Json:
        if not self.request.headers.get("Content-Type", "").startswith("application/json"):
            raise bad_request("the body must be JSON")
        return self.json_body()

    def _attached(self) -> Json:
        try:
            body = json.loads(self.get_body_argument("about"))
        except ValueError:
            body = None
        if not isinstance(body, dict):
            raise bad_request("about must be a JSON object")
        return body


class EventsHandler(Handler):
    """/events: the stream of server-sent events; it opens with a snapshot of everything."""

    _queue: asyncio.Queue[Json] | None = None

    async def get(self) -> None:
        """Stream until the page is gone."""
        pages = self.playground.world.pages
        queue = self._queue = asyncio.Queue()
        queue.put_nowait({"kind": "snapshot", **snapshot(self.playground.world)})
        pages.add(queue)
        self.set_header("Content-Type", "text/event-stream")
        try:
            while event := await self._next(queue):
                self.write(f"data: {json.dumps(event)}\n\n" if event["kind"] else ": still here\n\n")
                await self.flush()
        except StreamClosedError:
            pass
        finally:
            pages.discard(queue)

    async def _next(self, queue: asyncio.Queue[Json]) -> Json:
        """Return the next event, a sign of life without a kind, or {} when the page is gone."""
        try:
            return await asyncio.wait_for(queue.get(), HEARTBEAT)
        except TimeoutError:
            return {"kind": ""}

    def on_connection_close(self) -> None:
        """End the stream to a page that is gone."""
        if self._queue:
            self._queue.put_nowait({})


class TextsHandler(Handler):
    """/texts: all words of the page, by language."""

    def get(self) -> None:
        """Answer them as JSON."""
        self.finish(page_texts())


class PageHandler(web.StaticFileHandler):
    """The page's own files."""

    def prepare(self) -> None:
        """Refuse requests under a foreign name."""
        if not guard.local_host(self.request, self.application.settings["playground"].listen):
            raise web.HTTPError(403)

    def set_extra_headers(self, path: str) -> None:
        """Send the page's protections."""
        for name, value in guard.PAGE_HEADERS.items():
            self.set_header(name, value)
