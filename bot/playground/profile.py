"""What the bot is called, its commands, and who is in a chat."""

from __future__ import annotations

import re
from collections.abc import Callable

from .errors import Json, bad_request
from .world import BOT_ID, Chat, World, user_of

LANGUAGES = ("en", "it")


def get_me(world: World, params: Json) -> Json:
    """Answer getMe: the bot, with what BotFather's settings say (privacy mode on, inline mode on)."""
    return world.bot | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


# Commands


def _scope(world: World, scope: Json | None) -> str:
    scope = scope or {"type": "default"}
    kind = str(scope["type"])
    if kind in ("default", "all_private_chats", "all_group_chats", "all_chat_administrators"):
        return kind
    if kind not in ("chat", "chat_administrators", "chat_member"):
        raise bad_request("unsupported bot command scope type")
    if "chat_id" not in scope or (kind == "chat_member") != ("user_id" in scope):
        raise bad_request("bot command scope needs its chat_id, and chat_member its user_id")
    chat = world.chat_of(scope["chat_id"])
    return f"{kind}:{chat.id}" + (f":{scope['user_id']}" if kind == "chat_member" else "")


def set_commands(world: World, params: Json) -> bool:
    """Answer setMyCommands: true."""
    for each in params["commands"]:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", each["command"].removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
    world.commands[_scope(world, params.get("scope")), params.get("language_code", "")] = params["commands"]
    world.keep(world)
    world.publish("menus", menus=menus(world))
    return True


def delete_commands(world: World, params: Json) -> bool:
    """Answer deleteMyCommands: true."""
    world.commands.pop((_scope(world, params.get("scope")), params.get("language_code", "")), None)
    world.keep(world)
    world.publish("menus", menus=menus(world))
    return True


def get_commands(world: World, params: Json) -> list[Json]:
    """Answer getMyCommands: the list of exactly this scope and language."""
    return world.commands.get((_scope(world, params.get("scope")), params.get("language_code", "")), [])


def menu(world: World, chat: Chat, person: int, language: str) -> list[Json]:
    """Return the commands that a person sees in a chat.

    The order of scopes is Telegram's: https://core.telegram.org/bots/api#determining-list-of-commands.
    """
    if chat.type == "private":
        scopes = [f"chat:{chat.id}", "all_private_chats", "default"]
    else:
        owner = person == world.administrator
        scopes = [f"chat_member:{chat.id}:{person}"]
        scopes += [f"chat_administrators:{chat.id}"] if owner else []
        scopes += [f"chat:{chat.id}"]
        scopes += ["all_chat_administrators"] if owner else []
        scopes += ["all_group_chats", "default"]
    for scope in scopes:
        for code in (language, ""):
            if (scope, code) in world.commands:
                return world.commands[scope, code]
    return []


def menus(world: World) -> dict[str, list[Json]]:
    """Return all menus that the page can show, by "chat:person:language"."""
    return {
        f"{chat.id}:{person}:{language}": menu(world, chat, person, language)
        for chat in world.chats.values()
        for person in (world.users if chat.type != "private" else [chat.id])
        for language in LANGUAGES
    }


# Name and descriptions


def texts(world: World) -> dict[str, Json]:
    """Return what the bot says of itself, by language."""
    return {
        code: {what: world.text(what, code) for what in ("name", "description", "short_description")}
        for code in LANGUAGES
    }


def setter(what: str) -> Callable[[World, Json], bool]:
    """Return the method that sets the bot's name, description or short description ("" takes it back)."""

    def set_text(world: World, params: Json) -> bool:
        world.texts[what, params.get("language_code", "")] = params.get(what, "")
        world.keep(world)
        world.publish("bot", bot=world.bot, texts=texts(world))
        return True

    return set_text


def getter(what: str) -> Callable[[World, Json], Json]:
    """Return the method that reads the bot's name, description or short description."""

    def get_text(world: World, params: Json) -> Json:
        text = world.text(what, params.get("language_code", ""))
        return {what: text or (world.bot["first_name"] if what == "name" else "")}

    return get_text


# Chats


def get_chat(world: World, params: Json) -> Json:
    """Answer getChat: the chat in full."""
    chat = world.open_chat(params["chat_id"])
    kinds = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    gifts = dict.fromkeys(kinds, False)
    full: Json = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}
    if chat.type != "private":
        full["permissions"] = {"can_send_messages": True, "can_send_polls": True, "can_send_photos": True}
    return world.public_chat(chat) | full


def member(world: World, chat: Chat, user_id: int) -> Json:
    """Return a ChatMember: the owner, a member, or one who left."""
    user = user_of(world, user_id)
    if user_id not in chat.members and not (chat.type == "private" and user_id == BOT_ID):
        return {"status": "left", "user": user}
    if chat.type != "private" and user_id == world.administrator:
        return {"status": "creator", "user": user, "is_anonymous": False}
    return {"status": "member", "user": user}


def get_member(world: World, params: Json) -> Json:
    """Answer getChatMember."""
    return member(world, world.open_chat(params["chat_id"]), params["user_id"])


def get_administrators(world: World, params: Json) -> list[Json]:
    """Answer getChatAdministrators: the group's owner."""
    chat = world.open_chat(params["chat_id"])
    if chat.type == "private":
        raise bad_request("there are no administrators in the private chat")
    return [member(world, chat, world.administrator)]


def count_members(world: World, params: Json) -> int:
    """Answer getChatMemberCount."""
    chat = world.open_chat(params["chat_id"])
    return 2 if chat.type == "private" else len(chat.members)


def leave(world: World, params: Json) -> bool:
    """Answer leaveChat: true. A person can bring the bot back."""
    chat = world.open_chat(params["chat_id"])
    if chat.type == "private":
        raise bad_request("chat member status can't be changed in private chats")
    chat.members.remove(BOT_ID)
    world.new_message(chat, world.bot, left_chat_member=world.bot)
    membership(world, chat, world.bot, "member", "left")
    return True


def membership(world: World, chat: Chat, by: Json, old: str, new: str) -> None:
    """Tell the bot that it came into a group or left it, and the pages who is there."""
    world.updates.add(
        "my_chat_member",
        {
            "chat": world.public_chat(chat),
            "from": by,
            "date": world.now(),
            "old_chat_member": {"status": old, "user": world.bot},
            "new_chat_member": {"status": new, "user": world.bot},
        },
    )
    world.publish("members", chat=chat.id, members=chat.members)
