"""What the HTTP handlers share: the world of now, the checks before anything else, answers and refusals."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

from tornado import web

from . import guard
from .errors import ApiError, Json, bad_request
from .polls import votes_of
from .profile import menus, texts
from .schema import Upload
from .world import World

StartBot = Callable[[World], Awaitable[None]]


class Playground:
    """What the handlers share: the world of now, and how to start the bot beside it."""

    def __init__(self, world: World, listen: str = "", start_bot: StartBot | None = None) -> None:
        self.world = world
        self.listen = listen
        self._start_bot = start_bot

    async def start_over(self) -> None:
        """Replace the world by an empty one with new people, for whom the bot has no memories."""
        old = self.world
        self.world = World(max(old.count, old.updates.last) + 1, fresh=True)
        self.world.commands, self.world.texts, self.world.keep = old.commands, old.texts, old.keep
        self.world.pages = old.pages
        old.stop()
        self.world.publish("snapshot", **snapshot(self.world))
        await self.restart_bot()

    async def restart_bot(self) -> None:
        """Start the bot beside the playground again; nothing where there is none."""
        if self._start_bot:
            self.world.set_status("starting")
            await self._start_bot(self.world)


def snapshot(world: World) -> Json:
    """Return all that a page shows."""
    return {
        "bot": world.bot,
        "texts": texts(world),
        "status": world.status,
        "people": list(world.users.values()),
        "administrator": world.administrator,
        "group": world.group,
        "menus": menus(world),
        "votes": {name: votes_of(kept) for name, kept in world.polls.items()},
        "chats": [
            {
                "id": chat.id,
                "type": chat.type,
                "title": chat.title,
                "members": chat.members,
                "pinned": chat.pinned,
                "reactions": chat.reactions,
                "keyboard": chat.keyboard,
                "messages": list(chat.messages.values()),
            }
            for chat in world.chats.values()
        ],
    }


class Handler(web.RequestHandler):
    """What all handlers have: the host is checked before anything else."""

    def initialize(self, playground: Playground) -> None:
        """Take the shared state."""
        self.playground = playground

    def allowed(self) -> bool:
        """Tell whether the request may come from where it comes from."""
        return guard.own_reader(self.request)

    def prepare(self) -> None:
        """Refuse requests under a foreign name or from a foreign page."""
        if not guard.local_host(self.request, self.playground.listen) or not self.allowed():
            raise web.HTTPError(403)

    def set_default_headers(self) -> None:
        """Send the page's protections with every answer."""
        self.clear_header("Server")
        for name, value in guard.PAGE_HEADERS.items():
            self.set_header(name, value)

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Answer an error as the Bot API does."""
        self.answer_error(ApiError(status_code, self._reason))

    def answer_error(self, error: ApiError) -> None:
        """Answer a refusal."""
        self.set_status(error.code, "Refused")
        self.finish({"ok": False, "error_code": error.code, "description": error.description})

    def uploads(self) -> dict[str, Upload]:
        """Return the files of a multipart request by field."""
        return {
            name: Upload(each[0]["filename"], each[0]["content_type"], each[0]["body"])
            for name, each in self.request.files.items()
        }

    def json_body(self) -> Json:
        """Return the body as a JSON object. Raises ApiError (400)."""
        try:
            body = json.loads(self.request.body or b"{}")
        except ValueError:
            body = None
        if not isinstance(body, dict):
            raise bad_request("can't parse the body as a JSON object")
        return body
