"""What the people of the playground do in the page: write, tap, vote, attach, choose; and what the bot hears.

Each deed takes the world, who does it, and a JSON object from the page; it raises ApiError (400) for what
the app would not let them do.
"""

from __future__ import annotations

from typing import Any

from .errors import Json, bad_request
from .markup import marked, trimmed
from .media import document_of, store
from .messages import MAX_TEXT, remove
from .polls import vote
from .profile import LANGUAGES, membership
from .schema import Upload
from .world import BOT_ID, BOT_USERNAME, Chat, Query, World

MAX_QUERY = 256
MAX_NAME = 64
QUERIES_KEPT = 3600
"""Seconds that taps and inline queries are remembered."""


def _number(body: Json, name: str) -> int:
    value = body.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise bad_request(f"{name} must be a number")
    return value


def _text(body: Json, name: str) -> str:
    value = body.get(name, "")
    if not isinstance(value, str):
        raise bad_request(f"{name} must be text")
    return value.encode("utf-8", "replace").decode()


def _place(world: World, person: int, body: Json) -> Chat:
    chat = world.chats.get(_number(body, "chat"))
    if chat is None or person not in chat.members:
        raise bad_request("not a member of this chat")
    return chat


def enter(world: World, person: int, body: Json) -> Json:
    """Note the language of the page: it is the language of the people's app, as Telegram tells bots."""
    language = _text(body, "language")
    if language in LANGUAGES:
        for user in world.users.values():
            user["language_code"] = language
    return {}


def write(world: World, person: int, body: Json) -> Json:
    """Send a text: {"chat", "text", "reply"?}."""
    chat = _place(world, person, body)
    text = trimmed(_text(body, "text").replace("\0", ""), [])[0]
    if not text or len(text) > MAX_TEXT:
        raise bad_request("the text must have 1 to 4096 characters")
    post(world, chat, person, body.get("reply"), text=text, entities=marked(text, []))
    return {}


def attach(world: World, person: int, body: Json, upload: Upload) -> Json:
    """Send a file as a document: {"chat", "caption"?, "reply"?} and the file."""
    chat = _place(world, person, body)
    caption = trimmed(_text(body, "caption"), [])[0]
    kept = store(world, upload.name, upload.mime, upload.data)
    content = document_of(world, kept.id)
    content |= {"caption": caption or None, "caption_entities": marked(caption, [])}
    post(world, chat, person, body.get("reply"), **content)
    return {}


def post(world: World, chat: Chat, person: int, reply: Any = None, **content: Any) -> Json:
    """Put a person's message into a chat, and tell the bot if it is to hear it."""
    chat.started = True
    quoted = world.quoted(chat, reply) if isinstance(reply, int) and reply in chat.messages else None
    message = world.new_message(chat, world.users[person], reply_to_message=quoted, **content)
    if heard(chat, message):
        world.updates.add("message", message)
    return message


def heard(chat: Chat, message: Json) -> bool:
    """Tell whether the bot hears a message: in private all, in a group what privacy mode lets through.

    Commands (unless addressed to another bot), mentions of it, replies to it, messages sent through it, and
    service messages: https://core.telegram.org/bots/features#privacy-mode.
    """
    if chat.type == "private":
        return True
    if BOT_ID not in chat.members:
        return False
    if "via_bot" in message or message.get("reply_to_message", {}).get("from", {}).get("id") == BOT_ID:
        return True
    text = message.get("text") or message.get("caption") or ""
    for entity in message.get("entities", []) + message.get("caption_entities", []):
        part = text.encode("utf-16-le")[entity["offset"] * 2 : (entity["offset"] + entity["length"]) * 2]
        words = part.decode("utf-16-le").lower()
        if entity["type"] == "mention" and words == f"@{BOT_USERNAME}":
            return True
        if entity["type"] == "bot_command" and ("@" not in words or words.endswith(f"@{BOT_USERNAME}")):
            return True
    return "text" not in message and "document" not in message


def edit(world: World, person: int, body: Json) -> Json:
    """Change the text of an own message: {"chat", "message", "text"}."""
    chat, message = _own(world, person, body)
    text = trimmed(_text(body, "text"), [])[0]
    if "text" not in message or not text or len(text) > MAX_TEXT:
        raise bad_request("the text must have 1 to 4096 characters")
    if text == message["text"]:
        return {}
    message |= {"text": text, "entities": marked(text, []), "edit_date": world.now()}
    world.show(chat, message)
    if heard(chat, message):
        world.updates.add("edited_message", message)
    return {}


def delete(world: World, person: int, body: Json) -> Json:
    """Take an own message back: {"chat", "message"}. Telegram does not tell bots."""
    chat, message = _own(world, person, body)
    remove(world, chat, [message["message_id"]])
    return {}


def _own(world: World, person: int, body: Json) -> tuple[Chat, Json]:
    chat = _place(world, person, body)
    message = world.message_of(chat, _number(body, "message"))
    if message["from"]["id"] != person:
        raise bad_request("this is somebody else's message")
    return chat, message


def tap(world: World, person: int, body: Json) -> Json:
    """Tap a button that asks the bot: {"chat", "message", "row", "column"}; return {"query"}."""
    chat = _place(world, person, body)
    message = world.message_of(chat, _number(body, "message"))
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    row, column = _number(body, "row"), _number(body, "column")
    if not (0 <= row < len(rows) and 0 <= column < len(rows[row]) and "callback_data" in rows[row][column]):
        raise bad_request("no such button")
    query = _query(world, person, chat)
    world.updates.add(
        "callback_query",
        {
            "id": query,
            "from": world.users[person],
            "message": message,
            "chat_instance": str(chat.id),
            "data": rows[row][column]["callback_data"],
        },
    )
    return {"query": query}


def _query(world: World, person: int, chat: Chat) -> str:
    for old in [n for n, each in world.queries.items() if world.clock() - each.at > QUERIES_KEPT]:
        del world.queries[old]
    name = str(world.next_id())
    world.queries[name] = Query(person, chat.id, at=world.clock())
    return name


def choose_options(world: World, person: int, body: Json) -> Json:
    """Vote in a poll: {"chat", "message", "options"}."""
    chat = _place(world, person, body)
    message = world.message_of(chat, _number(body, "message"))
    options = body.get("options")
    if not isinstance(options, list) or not all(isinstance(n, int) for n in options) or "poll" not in message:
        raise bad_request("no such vote")
    vote(world, person, message["poll"]["id"], options)
    return {}


def ask_inline(world: World, person: int, body: Json) -> Json:
    """Send an inline query: {"chat", "text", "offset"?}; return {"query"}. The results come as an event."""
    chat = _place(world, person, body)
    query = _query(world, person, chat)
    world.updates.add(
        "inline_query",
        {
            "id": query,
            "from": world.users[person],
            "query": _text(body, "text")[:MAX_QUERY],
            "offset": _text(body, "offset"),
            "chat_type": "sender" if chat.type == "private" else chat.type,
        },
    )
    return {"query": query}


def choose_result(world: World, person: int, body: Json) -> Json:
    """Send an inline result: {"chat", "query", "result"}. The message goes out in the person's name."""
    chat = _place(world, person, body)
    query = world.queries.get(_text(body, "query"))
    chosen = [r for r in query.results if r["id"] == body.get("result")] if query else []
    if not query or query.person != person or not chosen:
        raise bad_request("no such result")
    content = chosen[0]["content"] | {"via_bot": world.bot, "reply_markup": chosen[0].get("reply_markup")}
    post(world, chat, person, body.get("reply"), **content)
    return {}


def rename(world: World, person: int, body: Json) -> Json:
    """Give the person another first name: {"name"}."""
    name = trimmed(_text(body, "name"), [])[0]
    if not 0 < len(name) <= MAX_NAME:
        raise bad_request("a name has 1 to 64 characters")
    world.users[person]["first_name"] = name
    world.publish("people", people=list(world.users.values()))
    return {}


def invite(world: World, person: int, body: Json) -> Json:
    """Bring the bot (back) into the group: {"chat"}."""
    chat = _place(world, person, body)
    if BOT_ID not in chat.members:
        chat.members.append(BOT_ID)
        post(world, chat, person, new_chat_members=[world.bot])
        membership(world, chat, world.users[person], "left", "member")
    return {}


DEEDS = {
    "enter": enter, "write": write, "edit": edit, "delete": delete, "tap": tap, "vote": choose_options,
    "inline": ask_inline, "choose": choose_result, "rename": rename, "invite": invite,
}  # fmt: skip
"""The page's deeds by their names in /do/<name>. Attaching and starting over are in page_http.py."""
