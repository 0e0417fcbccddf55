"""The methods of the Bot API by name. A test holds this list to methods.toml."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from . import marks, media, messages, polls, profile, queries
from .errors import Json
from .world import World


def _done(world: World, params: Json) -> bool:
    return True


def _set_webhook(world: World, params: Json) -> bool:
    world.updates.set_webhook(params, lambda: world.set_status("running"))
    return True


def _delete_webhook(world: World, params: Json) -> bool:
    world.updates.set_webhook({**params, "url": ""}, lambda: None)
    return True


def _webhook_info(world: World, params: Json) -> Json:
    return world.updates.webhook_info()


METHODS: dict[str, Callable[[World, Json], Any]] = {
    "getMe": profile.get_me,
    "logOut": _done,
    "close": _done,
    "setWebhook": _set_webhook,
    "deleteWebhook": _delete_webhook,
    "getWebhookInfo": _webhook_info,
    "sendMessage": messages.send_message,
    "forwardMessage": messages.forward,
    "copyMessage": messages.copy,
    "sendPhoto": media.send_photo,
    "sendDocument": media.send_document,
    "sendPoll": polls.send_poll,
    "sendChatAction": messages.send_chat_action,
    "setMessageReaction": marks.react,
    "getFile": media.get_file,
    "pinChatMessage": marks.pin,
    "unpinChatMessage": marks.unpin,
    "unpinAllChatMessages": marks.unpin,
    "leaveChat": profile.leave,
    "getChat": profile.get_chat,
    "getChatAdministrators": profile.get_administrators,
    "getChatMemberCount": profile.count_members,
    "getChatMember": profile.get_member,
    "answerCallbackQuery": queries.answer_callback,
    "answerInlineQuery": queries.answer_inline,
    "setMyCommands": profile.set_commands,
    "deleteMyCommands": profile.delete_commands,
    "getMyCommands": profile.get_commands,
    "setMyName": profile.setter("name"),
    "getMyName": profile.getter("name"),
    "setMyDescription": profile.setter("description"),
    "getMyDescription": profile.getter("description"),
    "setMyShortDescription": profile.setter("short_description"),
    "getMyShortDescription": profile.getter("short_description"),
    "editMessageText": messages.edit_text,
    "editMessageCaption": messages.edit_caption,
    "editMessageMedia": media.edit_media,
    "editMessageReplyMarkup": messages.edit_markup,
    "stopPoll": polls.stop_poll,
    "deleteMessage": messages.delete_message,
    "deleteMessages": messages.delete_messages,
}
"""All but getUpdates, which waits (updates.py)."""
