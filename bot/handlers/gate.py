"""What comes before all surfaces: who is not spoken to, and what happens to chats themselves."""

from __future__ import annotations

from telegram import Chat, ChatMember, Message, Update
from telegram.ext import (
    ApplicationHandlerStop,
    BaseHandler,
    ChatMemberHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.context import Context
from bot.replies import is_private, say, toast

INSIDE = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.RESTRICTED)


async def admit(update: Update, context: Context) -> None:
    """Let pass what a person wrote or pressed; note the chat. Everything else ends here."""
    message = update.message or update.edited_message
    if update.channel_post or update.edited_channel_post or (message and not is_from_person(message)):
        raise ApplicationHandlerStop
    chat = update.effective_chat
    if chat and not update.my_chat_member:
        context.store.chats.saw(chat.id, chat.type)
    command = bool(update.message and (update.message.text or "").startswith("/"))
    if (command or update.callback_query) and await is_over(update, context):
        raise ApplicationHandlerStop


async def is_over(update: Update, context: Context) -> bool:
    """Whether somebody asked for too much in groups; count the request, and say so the first time."""
    user = update.effective_user
    if user is None or is_private(update) or update.effective_chat is None:
        return False
    verdict = context.services.allowance.take(user.id)
    if verdict == "fine":
        return False
    if update.callback_query:
        await toast(update, context, "allowance.over")
    elif verdict == "first":
        await say(update, context, "allowance.over")
    return True


def is_from_person(message: Message) -> bool:
    """Whether a person wrote a message; an anonymous administrator is one, in the group's name.

    Bots, channels that speak in a group, automatic forwards and our own inline results are not.
    """
    if message.via_bot or message.is_automatic_forward:
        return False
    if message.sender_chat:
        return message.sender_chat.id == message.chat_id and message.chat.type != Chat.CHANNEL
    return bool(message.from_user and not message.from_user.is_bot)


async def move(update: Update, context: Context) -> None:
    """Take everything along when a group becomes a supergroup; Telegram tells it in both chats."""
    message = update.message
    assert message is not None
    if message.migrate_to_chat_id:
        context.store.chats.migrate(message.chat_id, message.migrate_to_chat_id)
    elif message.migrate_from_chat_id:
        context.store.chats.migrate(message.migrate_from_chat_id, message.chat_id)


async def change_membership(update: Update, context: Context) -> None:
    """Greet a group that takes the bot in; stop writing to a chat that puts it out."""
    change, chat = update.my_chat_member, update.effective_chat
    assert change is not None
    assert chat is not None
    if change.new_chat_member.status not in INSIDE:
        context.store.chats.lost(chat.id)
        return
    is_new = change.old_chat_member.status not in INSIDE
    context.store.chats.saw(chat.id, chat.type)
    if is_new and chat.type in (Chat.GROUP, Chat.SUPERGROUP):
        await say(update, context, "group.hello", name=context.bot.username)


def first() -> list[BaseHandler[Update, Context, None]]:
    """Return what runs before everything else."""
    return [TypeHandler(Update, admit)]


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """Return the handlers of chats' own affairs."""
    return [
        MessageHandler(filters.StatusUpdate.MIGRATE, move),
        ChatMemberHandler(change_membership, ChatMemberHandler.MY_CHAT_MEMBER),
    ]
