"""Inline mode: `@bot who scored` in any chat gives the answer with its source, to send there."""

from __future__ import annotations

from telegram import (
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.ext import BaseHandler, InlineQueryHandler

from bot.buttons import short
from bot.context import Context
from bot.handlers.questions import understand
from bot.replies import language_of, render
from knowledge import Answer
from knowledge import Context as Talk

CACHE_SECONDS = 60
MOST_RESULTS = 6
NOTHING = Talk()


async def offer(update: Update, context: Context) -> None:
    """Offer the answer to what is typed, then those to near questions; without words, the matches."""
    query, services = update.inline_query, context.services
    assert query is not None
    language = language_of(update, services)
    typed = query.query.strip()
    if typed:
        found = understand(update, context, typed, NOTHING)
        questions = [typed, *(s.question for s in found.suggestions)]
    else:
        questions = [match.question for match in services.facts.current.matches(language)]
    results = []
    for number, question in enumerate(questions[:MOST_RESULTS]):
        answer = understand(update, context, question, NOTHING)
        if answer.kind == "answer":
            results.append(_result(str(number), question, answer))
    label = services.texts.plain(language, "inline.open" if results else "inline.none")
    await query.answer(
        results, cache_time=CACHE_SECONDS, is_personal=True,
        button=InlineQueryResultsButton(label, start_parameter="inline"),
    )  # fmt: skip


def _result(number: str, question: str, answer: Answer) -> InlineQueryResultArticle:
    content = InputTextMessageContent(
        render(answer, question), parse_mode="HTML", link_preview_options=LinkPreviewOptions(is_disabled=True)
    )
    return InlineQueryResultArticle(number, short(question), content, description=answer.text[:200])


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """Return the handler of inline queries."""
    return [InlineQueryHandler(offer)]
