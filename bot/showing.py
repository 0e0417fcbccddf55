"""Sends pictures: drawn off the loop, by their id where Telegram has them, as words alone where all fails."""

from __future__ import annotations

import logging
from contextlib import suppress
from html import escape

from telegram import InlineKeyboardMarkup, InputFile, InputMediaPhoto, Message, Update
from telegram.error import BadRequest, Forbidden

from bot.context import Context, Services
from bot.pictures import Picture, caption, content_key, picture_of, shortened, units
from bot.replies import place_of, send, shows
from knowledge import Language

log = logging.getLogger(__name__)

LONGEST_CAPTION = 1024
"""UTF-16 units of a caption after its markup is read (Bot API, sendPhoto)."""
FILE_NAME = "nerazzurri.png"


def record_of(services: Services, name: str, language: Language) -> Picture | None:
    """Return the record of a picture by its name; None, with a line in the log, where none can be made."""
    try:
        return picture_of(services.facts.current.details, name, language)
    except Exception as error:  # a picture is an extra: the words must go out whatever is wrong with it
        log.exception("no picture", exc_info=error, extra={"picture": name})
        return None


def caption_of(services: Services, picture: Picture, name: str, language: Language) -> str:
    """Return the caption of a picture that was asked for by itself, as HTML with its source."""
    source = services.facts.current.source_line(name, language)
    words = shortened(caption(picture), LONGEST_CAPTION - units(source) - 2)
    small = f"\n\n<i>{escape(source, quote=False)}</i>" if source else ""
    return escape(words, quote=False) + small


async def show(
    update: Update, context: Context, picture: Picture | None, html: str,
    markup: InlineKeyboardMarkup | None = None,
) -> Message:  # fmt: skip
    """Send a picture with `html` as its caption where the update came from, or `html` alone.

    Alone it goes where there is no picture, where it is too long for a caption, and where drawing or sending
    fails. Raises the library's errors of messages, and Forbidden where the chat is gone.
    """
    if picture is not None and units(html) <= LONGEST_CAPTION:
        try:
            return await _photo(update, context, picture, html, markup)
        except Forbidden:
            raise
        except Exception as error:
            log.warning("the picture was not sent", extra={"error": type(error).__name__})
    return await send(update, context, html, markup)


async def show_above(update: Update, context: Context, picture: Picture, html: str) -> None:
    """Send a picture with `html`: under it where it fits there, else after the picture with its own caption.

    `html` goes out whatever becomes of the picture. Raises as `show` does.
    """
    if units(html) > LONGEST_CAPTION:
        try:
            await _photo(update, context, picture, escape(caption(picture), quote=False), None)
        except Forbidden:
            raise
        except Exception as error:
            log.warning("the picture was not sent", extra={"error": type(error).__name__})
        await send(update, context, html)
        return
    await show(update, context, picture, html)


async def show_instead(
    update: Update, context: Context, picture: Picture | None, html: str, markup: InlineKeyboardMarkup
) -> None:
    """Put other words, and where it has one another picture, into the message whose button was pressed.

    Where the picture cannot be drawn or sent, the old one makes way for the words in a new message. Raises the
    library's errors of messages.
    """
    query = update.callback_query
    assert query is not None
    if shows(update, html, markup):
        return
    if not (isinstance(query.message, Message) and query.message.photo):
        await query.edit_message_text(html, reply_markup=markup)
        return
    if picture is not None and units(html) <= LONGEST_CAPTION:
        try:
            drawn = await context.services.pictures.fetch(picture)
            media = InputMediaPhoto(drawn, caption=html, filename=FILE_NAME)
            plain = {"parse_mode": None}  # the library adds its default, which only the media knows
            await query.edit_message_media(media, reply_markup=markup, api_kwargs=plain)
        except Forbidden:
            raise
        except Exception as error:
            log.warning("the picture was not changed", extra={"error": type(error).__name__})
        else:
            return
    with suppress(BadRequest):  # an old message stays
        await query.delete_message()
    await send(update, context, html, markup)


async def _photo(
    update: Update, context: Context, picture: Picture, html: str, markup: InlineKeyboardMarkup | None
) -> Message:
    photos, bot, key = context.store.photos, context.bot, content_key(picture)
    place = place_of(update)
    known = photos.file_id(key, bot.id)
    if known:
        try:
            return await bot.send_photo(photo=known, caption=html, reply_markup=markup, **place)
        except BadRequest as error:  # ids of files do not last for ever
            log.info("a picture is no longer known", extra={"error": error.message[:100]})
    drawn = InputFile(await context.services.pictures.fetch(picture), FILE_NAME)
    sent = await bot.send_photo(photo=drawn, caption=html, reply_markup=markup, **place)
    if sent.photo:
        context.turn.keep(photos.keep, key, bot.id, sent.photo[-1].file_id)
    return sent
