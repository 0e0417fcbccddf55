"""Who of a group's voters is a member: only members score, also where a poll was carried elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import ChatMember, ChatMemberRestricted
from telegram.error import TelegramError

from bot.state.game_records import Game

if TYPE_CHECKING:
    from bot.trivia.play import Play

MEMBER_SECONDS = 86_400.0
"""How long a look-up of a member is believed."""


async def look_up(play: Play, game: Game) -> None:
    """See who of a game's voters is no member of its group; where Telegram does not tell, all are.

    Telegram tells it for sure only to bots that are administrators (Bot API, getChatMember).
    """
    if game.chat_id > 0:
        return
    after = play.store.clock() - MEMBER_SECONDS
    for voter in play.votes.strangers(game.chat_id, game.id, after):
        inside = await _is_inside(play, game.chat_id, voter)
        with play.store.atomic():
            play.votes.member(game.chat_id, voter, inside=inside)


async def _is_inside(play: Play, chat_id: int, voter: int) -> bool:
    try:
        member = await play.bot.get_chat_member(chat_id, voter)
    except TelegramError:
        return True
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status not in (ChatMember.LEFT, ChatMember.BANNED)
