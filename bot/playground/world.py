"""The small world of the playground: a bot, three people, their private chats and one group.

Everything lives in memory. Messages, polls and users are objects of the Bot API as they travel, so that the
bot and the page are shown the same thing.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .errors import ApiError, Json, bad_request, forbidden
from .updates import Updates

TOKEN = "7000000001:PLAYGROUND-on-loopback-no-secret-00"
"""The token of the bot in the playground. No secret: the server is reachable from this machine only."""
BOT_ID = 7000000001
BOT_NAME = "Nerazzurri"
BOT_USERNAME = "nerazzurri_play_bot"
GROUP = "Curva Nerazzurra"
PEOPLE = (("Ale", "ale_play"), ("Dani", "dani_play"), ("Sam", "sam_play"))
"""First name and user name of those whom one can write as. The first is administrator of bot and group."""
KEPT_MESSAGES = 500
"""How many messages a chat keeps."""


@dataclass(slots=True)
class Chat:
    """A private chat (id: the person's) or a group. `started`: the bot may write here; `topics`: a forum's."""

    id: int
    type: str
    title: str
    members: list[int]
    started: bool
    messages: dict[int, Json] = field(default_factory=dict)
    pinned: int | None = None
    reactions: dict[int, str] = field(default_factory=dict)
    keyboard: Json | None = None
    topics: frozenset[int] = frozenset()


@dataclass(slots=True)
class Poll:
    """A poll as its owner sees it, where it stands, who voted for what, and the timer that closes it."""

    poll: Json
    chat: int
    message: int
    votes: dict[int, list[int]] = field(default_factory=dict)
    timer: asyncio.TimerHandle | None = None


@dataclass(slots=True)
class StoredFile:
    """A file that was sent: its ids, its name and type as given, its bytes, the size of a picture."""

    id: str
    unique: str
    name: str
    mime: str
    data: bytes
    size: tuple[int, int] | None = None


@dataclass(slots=True)
class Query:
    """A tap on a button, or an inline query: whose it is, where, and the results offered."""

    person: int
    chat: int
    results: list[Json] = field(default_factory=list)
    answered: bool = False
    at: float = 0.0


def _person(user_id: int, first_name: str, username: str) -> Json:
    names = {"first_name": first_name, "username": username}
    return {"id": user_id, "is_bot": False, **names, "language_code": "en"}


class World:
    """The state, and the streams of events to the pages that show it.

    `start` counts ids: it is never the same twice, because the bot remembers what it has seen of earlier
    ones. `fresh` gives everybody new ids too, so that the bot meets them for the first time.
    """

    def __init__(
        self, start: int | None = None, *, fresh: bool = False, clock: Callable[[], float] = time.time
    ) -> None:
        self.clock = clock
        self.count = start if start is not None else int(clock()) - 1_700_000_000
        base = 7_100_000_000 + (self.count * 10 if fresh else 0)
        self.users = {base + n: _person(base + n, *names) for n, names in enumerate(PEOPLE)}
        self.group = -1_000_000_000_000 - base
        self.updates = Updates(self.count)
        self.chats = {n: Chat(n, "private", "", [n], started=False) for n in self.users}
        self.chats[self.group] = Chat(self.group, "supergroup", GROUP, [*self.users, BOT_ID], started=True)
        self.polls: dict[str, Poll] = {}
        self.files: dict[str, StoredFile] = {}
        self.queries: dict[str, Query] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.texts: dict[tuple[str, str], str] = {}
        self.keep: Callable[[World], None] = lambda world: None
        self.status = "starting"
        self.pages: set[asyncio.Queue[Json]] = set()

    @property
    def administrator(self) -> int:
        """The id of the person who is administrator of the bot (ADMIN_IDS) and owner of the group."""
        return next(iter(self.users))

    @property
    def bot(self) -> Json:
        """The bot as a User."""
        name = self.text("name", "") or BOT_NAME
        return {"id": BOT_ID, "is_bot": True, "first_name": name, "username": BOT_USERNAME}

    def text(self, what: str, language: str) -> str:
        """Return the bot's name, description or short description, in `language` if it has one."""
        return self.texts.get((what, language)) or self.texts.get((what, ""), "")

    def next_id(self) -> int:
        """Return a number that was never used before."""
        self.count += 1
        return self.count

    def now(self) -> int:
        """Return the time in whole seconds since 1970, as the Bot API gives times."""
        return int(self.clock())

    def new_name(self) -> str:
        """Return an id that cannot be guessed (of a file, a query, a poll)."""
        return secrets.token_urlsafe(15)

    def publish(self, kind: str, **event: Any) -> None:
        """Tell every open page."""
        for page in self.pages:
            page.put_nowait({"kind": kind, **event})

    def set_status(self, status: str) -> None:
        """Note whether the bot is "starting", "running" or "stopped", and tell the pages of a change."""
        if status != self.status:
            self.status = status
            self.publish("status", status=status)

    # Chats as the bot sees them

    def chat_of(self, chat_id: int | str) -> Chat:
        """Return the chat that a call names. Raises ApiError where Telegram would."""
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def open_chat(self, chat_id: int | str) -> Chat:
        """Return the chat if the bot may write there. Raises ApiError where it may not."""
        chat = self.chat_of(chat_id)
        if chat.type == "private" and not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        if chat.type != "private" and BOT_ID not in chat.members:
            raise forbidden("bot is not a member of the supergroup chat")
        return chat

    def public_chat(self, chat: Chat) -> Json:
        """Return the chat as the Bot API's Chat."""
        if chat.type != "private":
            return {"id": chat.id, "type": chat.type, "title": chat.title}
        names = {key: self.users[chat.id][key] for key in ("first_name", "username")}
        return {"id": chat.id, "type": "private", **names}

    def message_of(self, chat: Chat, message_id: int, missing: str = "message not found") -> Json:
        """Return a message of the chat, or raise ApiError (400) saying what is `missing`."""
        try:
            return chat.messages[message_id]
        except KeyError:
            raise bad_request(missing) from None

    # Messages

    def new_message(self, chat: Chat, sender: Json, **content: Any) -> Json:
        """Make a message, store it and show it. What is None in `content` is left out."""
        message: Json = {"message_id": self.next_id(), "date": self.now()}
        message |= {"chat": self.public_chat(chat), "from": sender}
        message |= {key: value for key, value in content.items() if value not in (None, [])}
        chat.messages[message["message_id"]] = message
        while len(chat.messages) > KEPT_MESSAGES:
            del chat.messages[next(iter(chat.messages))]
        self.show(chat, message)
        return message

    def show(self, chat: Chat, message: Json) -> None:
        """Show a new or changed message in the pages."""
        self.publish("message", chat=chat.id, message=message)

    def quoted(self, chat: Chat, message_id: int) -> Json:
        """Return the message as another one quotes it: without what it quotes itself."""
        return {k: v for k, v in self.message_of(chat, message_id).items() if k != "reply_to_message"}

    def stop(self) -> None:
        """Stop all timers and end the streams: the world is replaced."""
        for each in self.polls.values():
            if each.timer:
                each.timer.cancel()
        self.updates.stop()


def user_of(world: World, user_id: int) -> Json:
    """Return a person or the bot as a User. Raises ApiError (400) for anyone else."""
    if user_id == BOT_ID:
        return world.bot
    try:
        return world.users[user_id]
    except KeyError:
        raise ApiError(400, "Bad Request: user not found") from None
