"""Methods of the Bot API that mark messages of others too: reactions and pins."""

from __future__ import annotations

from .errors import ApiError, Json, bad_request
from .schema import words
from .world import World


def react(world: World, params: Json) -> bool:
    """Answer setMessageReaction: true. The bot has one reaction a message; none given takes it back."""
    chat = world.open_chat(params["chat_id"])
    message = world.message_of(chat, params["message_id"], "message to react not found")
    emoji = [each.get("emoji") for each in params.get("reaction", [])]
    if any(each not in words("reactions") for each in emoji):
        raise bad_request("REACTION_INVALID")
    chat.reactions.pop(message["message_id"], None)
    if emoji:
        chat.reactions[message["message_id"]] = emoji[0]
    world.publish("reactions", chat=chat.id, message=message["message_id"], reactions=chat.reactions)
    return True


def pin(world: World, params: Json) -> bool:
    """Answer pinChatMessage: true."""
    chat = world.open_chat(params["chat_id"])
    world.message_of(chat, params["message_id"], "message to pin not found")
    if chat.type != "private":
        raise ApiError(400, "Bad Request: not enough rights to manage pinned messages in the chat")
    chat.pinned = params["message_id"]
    world.publish("pinned", chat=chat.id, message=chat.pinned)
    return True


def unpin(world: World, params: Json) -> bool:
    """Answer unpinChatMessage and unpinAllChatMessages: true."""
    chat = world.open_chat(params["chat_id"])
    chat.pinned = None
    world.publish("pinned", chat=chat.id, message=None)
    return True
