"""A group of people, or several, on the playground's strict Bot API, with faults on demand."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from tornado import web
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port

from bot.playground import people, polls
from bot.playground.bot_http import BotHandler
from bot.playground.errors import ApiError
from bot.playground.handler import Playground
from bot.playground.methods import METHODS
from bot.playground.schema import read
from bot.playground.world import BOT_ID, Chat, Poll, World

RETRY_AFTER = 1


@dataclass(frozen=True)
class Call:
    """A call that took effect."""

    method: str
    params: dict[str, Any]

    @property
    def chat(self) -> int:
        return int(self.params.get("chat_id", 0))


class Api(BotHandler):
    """The playground's Bot API; `arena.fault` may return "429", "before", "after", "late" or a refusal's words.

    "late" takes effect at once and is answered when the bot has taken all that happened until `arena.answer`.
    """

    def initialize(self, playground: Playground, arena: Arena) -> None:  # type: ignore[override]
        super().initialize(playground)
        self.arena = arena

    async def _call(self, token: str, method: str) -> None:
        if method == "getUpdates":
            await super()._call(token, method)
            return
        raw = self._raw()
        moved = self.arena.moved.get(int(raw.get("chat_id", 0)))
        if moved:
            await self._refuse_old(method, moved)
            return
        fault = self.arena.fault(method, raw)
        if fault in (None, "after", "late"):
            try:
                result = METHODS[method](self.playground.world, read(method, raw, self.uploads()))
            except ApiError as error:
                self.arena.refusals.append(f"{method}: {error.description}")
                self.answer_error(error)
                await self.arena.stir()
                return
            self.arena.calls.append(Call(method, raw))
            if method == "sendPoll":
                self.arena.sent_at[result["poll"]["id"]] = time.monotonic()
            if fault == "late":
                await self.arena.stir()
                await self.arena.answer.wait()
            if fault != "after":
                self.finish({"ok": True, "result": result})
        elif fault == "429":
            self.set_status(429, "Refused")
            more = {"parameters": {"retry_after": RETRY_AFTER}}
            self.finish({"ok": False, "error_code": 429, "description": "Too Many Requests", **more})
        elif fault != "before":
            self.answer_error(ApiError(400, f"Bad Request: {fault}"))
        if fault in ("before", "after"):
            self.request.connection.stream.close()  # type: ignore[union-attr,attr-defined]
        await self.arena.stir()

    async def _refuse_old(self, method: str, moved: int) -> None:
        description = "Bad Request: group chat was upgraded to a supergroup chat"
        self.arena.refusals.append(f"{method}: {description}")
        self.set_status(400, "Refused")
        more = {"parameters": {"migrate_to_chat_id": moved}}
        self.finish({"ok": False, "error_code": 400, "description": description, **more})
        await self.arena.stir()


class Arena:
    """The server. A person is a number; group number n holds `players` people."""

    def __init__(self, groups: int = 1, players: int = 3) -> None:
        self.world = World()
        self.fault: Callable[[str, dict[str, Any]], str | None] = lambda method, params: None
        self.calls: list[Call] = []
        self.refusals: list[str] = []
        self.sent_at: dict[str, float] = {}
        self.skipped = 0.0
        self.moved: dict[int, int] = {}
        self.everybody: list[int] = []
        self.groups: list[int] = []
        for number in range(groups):
            self._add_group(number, players)
        self.group = self.groups[0]
        self.players = self.members(self.group)

    def _add_group(self, number: int, players: int) -> None:
        chat = -1_002_000_000_000 - number
        members = [8_000_000 + 1000 * number + n for n in range(players)]
        for person in members:
            self.add_person(person, f"P{person % 1_000_000}")
        self.world.chats[chat] = Chat(chat, "supergroup", "Curva", [*members, BOT_ID], started=True)
        self.groups.append(chat)

    def add_person(self, person: int, name: str) -> int:
        """Add somebody who has written to the bot before."""
        user = {"id": person, "is_bot": False, "first_name": name, "username": f"user{person}"}
        self.world.users[person] = user | {"language_code": "en"}
        self.world.chats[person] = Chat(person, "private", "", [person], started=True)
        self.everybody.append(person)
        return person

    def make_owner(self, person: int) -> None:
        """Let somebody own the groups, as the first person of the playground does."""
        others = {n: user for n, user in self.world.users.items() if n != person}
        self.world.users = {person: self.world.users[person], **others}

    def members(self, group: int) -> list[int]:
        """Return the people of a group; the first founded it."""
        return [n for n in self.world.chats[group].members if n != BOT_ID]

    def clock(self) -> float:
        """Return the time by the bot's clock: `skipped` seconds ahead."""
        return time.time() + self.skipped

    async def __aenter__(self) -> Arena:
        self._changed = asyncio.Condition()
        self.answer = asyncio.Event()
        self._confirm, self.world.updates._confirm = self.world.updates._confirm, self._confirmed  # type: ignore[method-assign]
        playground = Playground(self.world)
        route = (r"/bot([^/]+)/(\w+)", Api, {"playground": playground, "arena": self})
        self._server = HTTPServer(web.Application([route], log_function=lambda handler: None))
        socket, port = bind_unused_port()
        self._server.add_socket(socket)
        self.url = f"http://127.0.0.1:{port}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self.world.stop()
        self._server.stop()
        await self._server.close_all_connections()

    def _confirmed(self, offset: int) -> None:
        """Note that the bot has heard what it was told."""
        self._confirm(offset)
        self._stirring = asyncio.create_task(self.stir())

    async def heard(self) -> None:
        """Wait until the bot has taken all updates."""
        await self.until(lambda: self.world.updates.waiting == [])

    async def stir(self) -> None:
        """Wake whoever waits."""
        async with self._changed:
            self._changed.notify_all()

    async def until(self, condition: Callable[[], Any], seconds: float = 60.0) -> Any:
        """Wait until a condition holds, which is looked at after each call; return its value."""
        async with asyncio.timeout(seconds), self._changed:
            return await self._changed.wait_for(condition)

    # What people do

    def say_in_topic(self, topic: int, person: int, text: str) -> None:
        """Let somebody write in a topic of the group."""
        chat = self.world.chats[self.group]
        content = {"text": text, "entities": people.marked(text, [])}
        people.post(self.world, chat, person, message_thread_id=topic, is_topic_message=True, **content)

    def migrate(self, new: int, *, told: bool) -> None:
        """Make the group a supergroup with another id; `told`: the bot hears of it before it calls."""
        old = self.world.chats[self.group]
        self.moved[old.id] = new
        chat = self.world.chats[new] = Chat(new, "supergroup", old.title, [*old.members], started=True)
        if told:
            people.post(self.world, old, old.members[0], migrate_to_chat_id=new)
            people.post(self.world, chat, old.members[0], migrate_from_chat_id=old.id)
        self.group = new

    def say(self, person: int, text: str, chat: int | None = None, reply: int | None = None) -> int:
        """Let somebody write; return the message's id."""
        place = self.group if chat is None else chat
        body = {"chat": place, "text": text, "reply": reply}
        people.write(self.world, person, body)
        return max(self.world.chats[place].messages)

    def press(self, person: int, message: int, data: str, chat: int | None = None) -> None:
        """Let somebody press the button with some data."""
        place = self.group if chat is None else chat
        rows = self.world.chats[place].messages[message]["reply_markup"]["inline_keyboard"]
        keys = [(r, c, key["callback_data"]) for r, row in enumerate(rows) for c, key in enumerate(row)]
        row, column = next((r, c) for r, c, given in keys if given == data)
        people.tap(self.world, person, {"chat": place, "message": message, "row": row, "column": column})

    def vote(self, person: int, poll: Poll, *options: int) -> None:
        """Let somebody vote; the app refuses what it must."""
        with suppress(ApiError):
            polls.vote(self.world, person, poll.poll["id"], list(options))

    def right(self, person: int, poll: Poll) -> None:
        """Let somebody vote for the right option."""
        self.vote(person, poll, poll.poll["correct_option_ids"][0])

    def wrong(self, person: int, poll: Poll) -> None:
        """Let somebody vote for a wrong option."""
        self.vote(person, poll, (poll.poll["correct_option_ids"][0] + 1) % len(poll.poll["options"]))

    def close(self, poll: Poll) -> None:
        """End a poll's countdown now."""
        if not poll.poll["is_closed"]:
            polls.close(self.world, poll)

    def repeat(self, kind: str = "poll_answer") -> None:
        """Deliver the newest waiting update of a kind once more, under its own number."""
        newest = [update for update in self.world.updates.waiting if kind in update][-1:]
        self.world.updates.waiting += json.loads(json.dumps(newest))

    # What the bot did

    def polls_in(self, chat: int | None = None) -> list[Poll]:
        """Return the polls of a chat in order."""
        place = self.group if chat is None else chat
        return [poll for poll in self.world.polls.values() if poll.chat == place]

    async def poll(self, number: int, chat: int | None = None) -> Poll:
        """Wait for a chat's poll of a number, from 1 on."""
        await self.until(lambda: len(self.polls_in(chat)) >= number)
        return self.polls_in(chat)[number - 1]

    def in_topic(self, topic: int) -> list[dict[str, Any]]:
        """Return the bot's messages in a topic of the group, as they stand."""
        messages = self.world.chats[self.group].messages.values()
        return [m for m in messages if m.get("message_thread_id") == topic and m["from"]["id"] == BOT_ID]

    def topic_of(self, poll: Poll) -> int:
        """Return the topic that a poll stands in."""
        return int(self.world.chats[poll.chat].messages[poll.message]["message_thread_id"])

    def texts(self, chat: int | None = None) -> list[str]:
        """Return the texts and captions that the bot has in a chat, as they stand."""
        place = self.group if chat is None else chat
        ours = [m for m in self.world.chats[place].messages.values() if m["from"]["id"] == BOT_ID]
        return [text for m in ours if (text := m.get("text", m.get("caption")))]

    async def text(self, part: str, chat: int | None = None) -> str:
        """Wait for a message of the bot that holds some words."""
        found = await self.until(lambda: [text for text in self.texts(chat) if part in text])
        return str(found[-1])

    def message(self, part: str, chat: int | None = None) -> int:
        """Return the id of the newest message of the bot that holds some words."""
        place = self.group if chat is None else chat
        messages = self.world.chats[place].messages.values()
        return int(max(m["message_id"] for m in messages if part in m.get("text", m.get("caption", ""))))

    def sent(self, method: str, chat: int | None = None) -> list[Call]:
        """Return the calls of a method that took effect in a chat."""
        place = self.group if chat is None else chat
        return [call for call in self.calls if call.method == method and call.chat == place]


def table(text: str) -> list[tuple[str, int]]:
    """Return (name, points) of the lines of a table."""
    lines = [line for line in text.splitlines() if " – " in line and line[0] in "🥇🥈🥉0123456789"]
    return [(line.split(" ", 1)[1].rsplit(" – ", 1)[0], int(line.rsplit(" – ", 1)[1])) for line in lines]
