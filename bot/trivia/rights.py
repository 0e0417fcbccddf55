"""Who may stop, skip and set up: whoever started a game, and a group's administrators, by their user ids."""

from __future__ import annotations

from telegram import Chat, ChatMember, Update

from bot.context import Context

ADMINISTRATORS = (ChatMember.OWNER, ChatMember.ADMINISTRATOR)


async def refusal(update: Update, context: Context, starter: int = 0) -> str | None:
    """Return why somebody may not lead a chat's games, as a text key, or None where they may.

    Who writes in the group's name is nobody: Telegram does not tell who that is.
    """
    chat, user, message = update.effective_chat, update.effective_user, update.message
    if chat is None or user is None:
        return "trivia.only_admins"
    if chat.type == Chat.PRIVATE:
        return None
    if message and message.sender_chat:
        return "trivia.anonymous"
    if user.id == starter:
        return None
    member = await context.bot.get_chat_member(chat.id, user.id)
    return None if member.status in ADMINISTRATORS else "trivia.only_admins"
