"""Publishing a draft: what was accepted is tried, shown as a fan would get it, and then goes live."""

from __future__ import annotations

import asyncio

from telegram import Update

from bot.articles import DraftRow, forgetting, only, rows_of, used_names
from bot.context import Context, Services
from bot.editing import AMENDMENTS, Edit, Inputs
from bot.handlers import writing
from bot.handlers.cards import Names, accepted
from bot.handlers.dialogues import keyboard
from bot.handlers.outcomes import describe, told, undo_button, waiting
from bot.replies import language_of, say, send
from bot.state.drafts import Draft
from knowledge import LANGUAGES, Language


def edit_of(draft: Draft) -> Edit:
    """Return the change of the input files that publishes what was accepted of a draft."""
    matches = {row: stored for row, (_, stored, _) in draft.findings.items() if _is_match(draft, row)}
    replaced = [
        draft.findings[row][1]
        for row in accepted(draft)
        if row not in matches and draft.findings.get(row, ("",))[0] == "contradiction"
    ]
    article = only(draft.article, publishable(draft), matches)
    names = used_names(draft.names, article)

    def edit(inputs: Inputs) -> Inputs:
        after = inputs | {f"articles/{draft.source}.toml": article}
        if names:
            after[f"names/{draft.source}.toml"] = names
        if replaced:
            after[AMENDMENTS] = forgetting(inputs.get(AMENDMENTS, ""), replaced)
        return after

    return edit


def _is_match(draft: Draft, row_id: str) -> bool:
    return any(row.kind == "match" and row.id == row_id for row in rows_of(draft.article))


def publishable(draft: Draft) -> list[str]:
    """Return the accepted rows whose match was accepted too or is stored already."""
    rows = {row.id: row for row in rows_of(draft.article)}
    kept = set(accepted(draft))
    own = {id_ for id_, row in rows.items() if row.kind == "match" and id_ not in draft.findings}

    def has_match(row: DraftRow) -> bool:
        return row.kind != "event" or row.fields.get("match") not in own or row.fields["match"] in kept

    return [id_ for id_ in accepted(draft) if id_ in rows and has_match(rows[id_])]


async def try_out(update: Update, context: Context, draft: Draft) -> None:
    """Show what publishing would do and what a fan would get; nothing is live yet."""
    services = context.services
    language = language_of(update, services)
    ready, wanted = publishable(draft), len(accepted(draft))
    await say(update, context, "write.trying")
    asked = _questions(draft, services)
    trial = await services.editor.try_out(await asyncio.to_thread(edit_of, draft), asked)
    later = draft.next()
    context.turn.keep(context.store.drafts.save, later)
    back = (services.texts.plain(language, "draft.back"), f"a:d:{draft.id}:{later.stamp}:all")
    lines = [services.texts(language, "draft.ready", count=len(ready))]
    if len(ready) < wanted:
        lines.append(services.texts(language, "draft.needs_match", count=wanted - len(ready)))
    if trial.report.ok:
        lines.append(writing.shown(services, language, trial, asked))
    else:
        lines = [describe(trial.report, services.texts, language)]
    now = (services.texts.plain(language, "draft.publish_now"), f"a:d:{draft.id}:{later.stamp}:now")
    await send(
        update, context, "\n".join(lines), keyboard([[now, back] if trial.report.ok and ready else [back]])
    )


def _questions(draft: Draft, services: Services) -> list[tuple[str, Language]]:
    """Return a question to try per language: who scored in the first match that goes live."""
    rows = rows_of(draft.article)
    match = next((r for r in rows if r.kind == "match" and r.id in accepted(draft)), None)
    if match is None:
        return []
    asked: list[tuple[str, Language]] = []
    for language in LANGUAGES:
        names = Names(services, draft, language)
        home, away = names(match.fields["home"]), names(match.fields["away"])
        asked.append((services.texts.plain(language, "draft.question", home=home, away=away), language))
    return asked


async def publish(update: Update, context: Context, draft: Draft) -> None:
    """Make what was accepted known to everybody."""
    services, user = context.services, update.effective_user
    assert user is not None
    language = language_of(update, services)
    await say(update, context, "change.begun")
    number = context.turn.number
    edit = await asyncio.to_thread(edit_of, draft)
    outcome = await services.editor.change(
        number, user.id, "publish", draft.source, edit, waiting(update, context)
    )
    ok = outcome.report.ok
    if ok:
        context.turn.keep(context.store.drafts.save, draft.next(state="published", text=""))
    markup = undo_button(services, language, number) if ok else None
    await send(update, context, told(outcome, services.texts, language), markup)
