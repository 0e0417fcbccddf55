"""What administrators send as an article, turned into a draft; the reading is done in a child process."""

from __future__ import annotations

import asyncio
import tomllib
from dataclasses import dataclass

from telegram import Update
from telegram.error import BadRequest
from telegram.ext import filters

from bot.articles import rows_of
from bot.context import Context, Services
from bot.facts import in_child
from bot.reception import UnusableError, check_file, check_text, text_of
from bot.replies import say
from bot.state.drafts import Draft
from knowledge import DraftFiles, added_inputs, article_mistakes, draft_article, examine

__all__ = ["Article", "UnusableError", "draft_of", "fetch"]

SHORTEST_POST = 80
"""Characters from which a forwarded text is an article."""
SHORTEST_TEXT = 250
"""Characters from which a text of an administrator is an article; questions are a third of that."""
LONGEST_NAME = 60
PART = 3500
"""Characters from which a text may be the first part of a longer one: apps cut at 4,096."""
TOGETHER = 3.0
"""Seconds within which the parts of one text arrive."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent: its text, the file's name ("" for a message), and the message's time."""

    text: str
    name: str
    at: float


class Article(filters.UpdateFilter):
    """Lets through what is meant as an article: a document, a long text, a forwarded post with some words.

    The last part of a text that an app has cut may be short.
    """

    def __init__(self, services: Services) -> None:
        super().__init__("Article")
        self._services = services

    def filter(self, update: Update) -> bool:
        """Return whether a message is an article."""
        message, user = update.message, update.effective_user
        if message is None or user is None:
            return False
        if message.document:
            return True
        words = message.text or message.caption or ""
        if message.forward_origin:
            return len(words) >= SHORTEST_POST
        if not message.text or words.startswith("/"):
            return False
        at = message.date.timestamp()
        return len(words) >= SHORTEST_TEXT or _part_before(self._services, user.id, at) is not None


def _part_before(services: Services, user_id: int, at: float) -> Draft | None:
    """Return the untouched draft of the part of a text that came just before, where an app has cut it."""
    last = next((draft for draft in services.store.drafts.open() if draft.by_id == user_id), None)
    if last is None or last.choices or at - last.created_at > TOGETHER or len(last.text) < PART:
        return None
    return last


async def fetch(update: Update, context: Context) -> Sent:
    """Return what was sent as text; a file is fetched where its name and size fit. Raises UnusableError."""
    message = update.message
    assert message is not None
    at = message.date.timestamp()
    document = message.document
    if document is None:
        return Sent(check_text(message.text or message.caption or ""), "", at)
    name = document.file_name or ""
    check_file(name, document.file_size)
    try:
        file = await context.bot.get_file(document.file_id)
        raw = bytes(await file.download_as_bytearray())
    except BadRequest:
        raise UnusableError("unusable.not_fetched") from None
    return Sent(text_of(raw, name), name, at)


async def draft_of(update: Update, context: Context, sent: Sent) -> Draft:
    """Return a new draft, not yet kept. An article file with mistakes gives one in the state "mistaken"."""
    user = update.effective_user
    assert user is not None
    services, number = context.services, context.turn.number
    base, folder = services.facts.path, services.facts.folder
    if sent.name.lower().endswith(".toml"):
        title = sent.name[:LONGEST_NAME]
        if await asyncio.to_thread(article_mistakes, sent.text, title):
            return Draft(number, user.id, title, "", "", sent.text, "", state="mistaken")
        source = tomllib.loads(sent.text)["source"]["id"]
        known = f"articles/{source}.toml" in added_inputs(base)
        made = DraftFiles(sent.text, "", ()) if known else await in_child(examine, sent.text, "", base)
        return _draft(number, user.id, made, sent, "")
    earlier = None if sent.name else _part_before(services, user.id, sent.at)
    text = check_text(f"{earlier.text}\n{sent.text}") if earlier else sent.text
    await say(update, context, "draft.reading")
    made = await in_child(draft_article, text, base, folder, services.facts.shipped)
    if len(rows_of(made.article)) < 2:
        raise UnusableError("unusable.no_facts")
    if earlier:
        context.turn.keep(context.store.drafts.save, earlier.next(state="discarded", text=""))
    return _draft(number, user.id, made, sent, text)


def _draft(number: int, by: int, made: DraftFiles, sent: Sent, text: str) -> Draft:
    source = tomllib.loads(made.article)["source"]
    findings: dict[str, tuple[str, str, str]] = {f.row: (f.kind, f.stored, f.text) for f in made.findings}
    return Draft(
        number, by, str(source["title"]), source["id"], text, made.article, made.names, findings,
        created_at=sent.at,
    )  # fmt: skip
