"""Methods of the Bot API that send, change and remove messages."""

from __future__ import annotations

from typing import Any

from .errors import Json, bad_request
from .markup import parse_html, read_text, trimmed
from .schema import words
from .world import BOT_ID, Chat, World

MAX_TEXT = 4096
MAX_CAPTION = 1024
_BUTTON = "can't parse inline keyboard button"
_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same as a"
    " current content and reply markup of the message"
)


def text_of(params: Json) -> Json:
    """Return {"text", "entities"} of a message to send. Raises ApiError (400): empty, too long, markup."""
    text, entities = read_text(params["text"], params.get("parse_mode"), params.get("entities"))
    if not text:
        raise bad_request("message text is empty")
    if len(text) > MAX_TEXT:
        raise bad_request("message is too long")
    return {"text": text, "entities": entities}


def caption_of(params: Json) -> Json:
    """Return {"caption", "caption_entities"} of a message to send. Raises ApiError (400)."""
    text, entities = read_text(
        params.get("caption", ""), params.get("parse_mode"), params.get("caption_entities")
    )
    if len(text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    return {"caption": text or None, "caption_entities": entities}


def check_markup(chat: Chat, markup: Json | None) -> Json | None:
    """Return the keyboard as a message keeps it. Raises ApiError (400) for buttons that Telegram refuses."""
    for row in (markup or {}).get("inline_keyboard", []):
        for button in row:
            actions = words("button_actions") & set(button)
            if len(actions) != 1:
                raise bad_request(f"{_BUTTON}: text buttons are unallowed in the inline keyboard")
            if button.get("style", "primary") not in words("button_styles"):
                raise bad_request(f"{_BUTTON}: unknown style {button['style']!r}")
            if "url" in button and not button["url"].startswith(("http://", "https://", "tg://")):
                raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: wrong HTTP URL")
    if chat.type == "channel" and markup and "inline_keyboard" not in markup:
        raise bad_request("only inline keyboards are allowed in channels")
    return markup


def deliver(world: World, params: Json, **content: Any) -> Json:
    """Send a message of the bot with `content`, and return it. Raises ApiError where Telegram refuses."""
    chat = world.open_chat(params["chat_id"])
    topic = params.get("message_thread_id")
    if topic is not None and topic not in chat.topics:
        raise bad_request("message thread not found")
    markup = check_markup(chat, params.get("reply_markup"))
    reply = _reply(world, chat, params.get("reply_parameters"))
    world.publish("typing", chat=chat.id, action=None)
    message = world.new_message(
        chat,
        world.bot,
        reply_to_message=reply,
        **content,
        message_thread_id=topic,
        is_topic_message=topic and True,
        reply_markup=markup if markup and "inline_keyboard" in markup else None,
        has_protected_content=params.get("protect_content") or None,
    )
    if markup and "inline_keyboard" not in markup:
        chat.keyboard = markup if "keyboard" in markup else None
        world.publish("keyboard", chat=chat.id, message=message["message_id"], markup=markup)
    return message


def _reply(world: World, chat: Chat, reply: Json | None) -> Json | None:
    if reply is None:
        return None
    if reply.get("chat_id", chat.id) != chat.id:
        raise bad_request("the playground replies inside one chat only")
    if reply["message_id"] not in chat.messages:
        if reply.get("allow_sending_without_reply"):
            return None
        raise bad_request("message to be replied not found")
    quote = reply.get("quote", "")
    if reply.get("quote_parse_mode"):
        quote = parse_html(quote)[0]
    original = world.quoted(chat, reply["message_id"])
    if quote and quote not in str(original.get("text", original.get("caption", ""))):
        raise bad_request("message to be replied not found: the quote is not in it")
    return original


def send_message(world: World, params: Json) -> Json:
    """Answer sendMessage: the message."""
    return deliver(world, params, **text_of(params))


def send_chat_action(world: World, params: Json) -> bool:
    """Answer sendChatAction: true. The page shows the action for five seconds, or until a message comes."""
    chat = world.open_chat(params["chat_id"])
    if params["action"] not in words("actions"):
        raise bad_request("wrong parameter action in request")
    world.publish("typing", chat=chat.id, action=params["action"])
    return True


def own_message(world: World, params: Json) -> tuple[Chat, Json]:
    """Return (chat, message) that a call is to edit. Raises ApiError (400) if it cannot be edited."""
    if "inline_message_id" in params:
        raise bad_request("MESSAGE_ID_INVALID")
    if "chat_id" not in params or "message_id" not in params:
        raise bad_request("message identifier is not specified")
    chat = world.open_chat(params["chat_id"])
    message = world.message_of(chat, params["message_id"], "message to edit not found")
    if message["from"]["id"] != BOT_ID:
        raise bad_request("message can't be edited")
    return chat, message


def change(
    world: World, chat: Chat, message: Json, content: Json, markup: Json | None, *, text: bool = True
) -> Json:
    """Replace the content (what is None goes) and the keyboard of a message, show it, and return it.

    Raises ApiError (400) where nothing would change. `text` tells whether the page says "edited".
    """
    markup = check_markup(chat, markup)
    new = {k: v for k, v in (message | content | {"reply_markup": markup}).items() if v not in (None, [])}
    if new == message:
        raise bad_request(_SAME)
    if text:
        new["edit_date"] = world.now()
    chat.messages[message["message_id"]] = new
    world.show(chat, new)
    return new


def edit_text(world: World, params: Json) -> Json:
    """Answer editMessageText: the message as it is now."""
    chat, message = own_message(world, params)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return change(world, chat, message, text_of(params), params.get("reply_markup"))


def edit_caption(world: World, params: Json) -> Json:
    """Answer editMessageCaption: the message as it is now."""
    chat, message = own_message(world, params)
    if not {"photo", "document"} & set(message):
        raise bad_request("there is no caption in the message to edit")
    return change(world, chat, message, caption_of(params), params.get("reply_markup"))


def edit_markup(world: World, params: Json) -> Json:
    """Answer editMessageReplyMarkup: the message as it is now."""
    chat, message = own_message(world, params)
    return change(world, chat, message, {}, params.get("reply_markup"), text=False)


def remove(world: World, chat: Chat, message_ids: list[int]) -> None:
    """Take messages out of a chat and out of the pages."""
    for each in message_ids:
        chat.messages.pop(each, None)
    world.publish("gone", chat=chat.id, messages=message_ids)


def delete_message(world: World, params: Json) -> bool:
    """Answer deleteMessage: true."""
    chat = world.open_chat(params["chat_id"])
    message = world.message_of(chat, params["message_id"], "message to delete not found")
    if chat.type != "private" and message["from"]["id"] != BOT_ID:
        raise bad_request("message can't be deleted")
    remove(world, chat, [params["message_id"]])
    return True


def delete_messages(world: World, params: Json) -> bool:
    """Answer deleteMessages: true; what is not there or not the bot's is passed over."""
    chat = world.open_chat(params["chat_id"])
    mine = [
        n
        for n in params["message_ids"]
        if n in chat.messages and (chat.type == "private" or chat.messages[n]["from"]["id"] == BOT_ID)
    ]
    remove(world, chat, mine)
    return True


_COPIED = ("text", "entities", "caption", "caption_entities", "photo", "document", "poll")


def _original(world: World, params: Json) -> Json:
    chat = world.open_chat(params["from_chat_id"])
    message = world.message_of(chat, params["message_id"], "message to forward not found")
    content = {key: message[key] for key in _COPIED if key in message}
    if message.get("has_protected_content") or not content:
        raise bad_request("message can't be forwarded")
    return content | {"from": message["from"], "date": message["date"]}


def forward(world: World, params: Json) -> Json:
    """Answer forwardMessage: the new message, with where it came from."""
    content = _original(world, params)
    origin = {"type": "user", "sender_user": content.pop("from"), "date": content.pop("date")}
    return deliver(world, params, **content, forward_origin=origin)


def copy(world: World, params: Json) -> Json:
    """Answer copyMessage: {"message_id"}."""
    content = _original(world, params)
    del content["from"], content["date"]
    if "poll" in content:
        raise bad_request("message can't be copied")
    if "caption" in params and "text" not in content:
        content |= caption_of(params)
    return {"message_id": deliver(world, params, **content)["message_id"]}


def plain(text: str) -> str:
    """Return a text of a poll: trimmed, its markup gone (questions and options keep custom emoji only)."""
    return trimmed(text, [])[0]
