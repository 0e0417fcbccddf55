"""Wires the bot: which handler is asked in which order. Nothing else is decided here."""

from __future__ import annotations

from typing import Any, cast

from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.ext import Application, ApplicationBuilder, BaseHandler, ContextTypes, Defaults

from bot.context import App, Context, Services
from bot.handlers import (
    admin,
    basics,
    errors,
    gate,
    inline,
    language,
    leaderboard,
    pictures,
    questions,
    trivia,
    trivia_settings,
)
from bot.sending import Limiter
from bot.transport import Transport


class Forgetful(Application[Any, Any, Any, Any, Any, Any]):
    """The library's application without its list of all chats and people for a persistence that this bot has not."""

    __slots__ = ()

    def _mark_for_persistence_update(
        self, *, update: object | None = None, job: object | None = None
    ) -> None:
        """Note nothing: the list would only be emptied by a persistence, and grow by 14 MB in 100,000 chats."""


def build(services: Services, limiter: Limiter, transport: Transport, polling: Transport) -> App:
    """Return the application, not yet initialised; updates come from `intake`, not from the library."""
    settings = services.settings
    url = settings.telegram_api_url
    defaults = Defaults(
        parse_mode=ParseMode.HTML,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        allow_sending_without_reply=True,
    )
    app: App = (
        ApplicationBuilder()
        .application_class(Forgetful)
        .token(settings.token)
        .base_url(f"{url}/bot")
        .base_file_url(f"{url}/file/bot")
        .request(transport)
        .get_updates_request(polling)
        .rate_limiter(limiter)
        .defaults(defaults)
        .context_types(ContextTypes(context=Context, bot_data=cast(type[Services], lambda: services)))
        .updater(None)
        .job_queue(None)
        .build()
    )
    # Group -1: who is spoken to at all. It ends the way of bots, channels and our own inline results.
    app.add_handlers(gate.first(), group=-1)
    # Group 0: of these, the first that fits takes the update.
    app.add_handlers(surfaces(services))
    app.add_error_handler(errors.note)
    return app


def surfaces(services: Services) -> list[BaseHandler]:  # type: ignore[type-arg]
    """Return all handlers in the order in which they are asked."""
    return [
        *gate.handlers(),  # chats that move, groups that take us in or put us out
        *admin.handlers(services),  # by user id and in private only; for others there is nothing
        *basics.handlers(),  # /start, /help, /matches, ...
        *language.handlers(),
        *inline.handlers(),
        *questions.commands(),  # /ask and the buttons under answers
        *pictures.handlers(),  # the buttons that lead to pictures
        *trivia.handlers(services),  # /trivia, votes, and replies to a typed question
        *trivia_settings.handlers(),
        *leaderboard.handlers(),
        # Further surfaces go here: their commands must come before "unknown", their buttons before "old".
        *basics.unknown(),  # commands that nobody took
        *questions.handlers(),  # all other text
        *basics.last(),  # what is no text, and buttons that nobody knows
    ]
