"""/inbox: questions that found no good answer, those alike together; each is linked, answered or ignored."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardMarkup, Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.articles import asking
from bot.context import Context, Services
from bot.editing import AMENDMENTS, Inputs
from bot.handlers import writing
from bot.handlers.dialogues import Button, keyboard, pressed, words
from bot.handlers.outcomes import told, undo_button, waiting
from bot.handlers.permission import may_press
from bot.replies import language_of, say, send, toast
from bot.state.drafts import Dialogue
from bot.state.missed import Missed
from knowledge import LANGUAGES, Language, StoredRow, find_stored, group_alike, near_rows, stored

KIND = "link"
SEARCH, CONFIRM = "search", "confirm"
PAGE = 6
MOST_SAMPLES = 3
"""Questions of one language that become samples at once: variety counts, not number."""
LONGEST = 160


@dataclass(frozen=True, slots=True)
class Group:
    """Missed questions that ask the same, the newest first."""

    questions: tuple[Missed, ...]

    @property
    def id(self) -> int:
        """The number that buttons know the group by: that of its oldest question."""
        return min(question.id for question in self.questions)

    @property
    def ids(self) -> list[int]:
        """The numbers of all its questions."""
        return [question.id for question in self.questions]

    def samples(self) -> dict[str, list[str]]:
        """Return a few different questions per language."""
        found = {
            lang: list(dict.fromkeys(q.question for q in self.questions if q.language == lang))[:MOST_SAMPLES]
            for lang in LANGUAGES
        }
        return {lang: asked for lang, asked in found.items() if asked}


async def groups(services: Services) -> list[Group]:
    """Return the questions that wait for a review, those alike together, the most frequent first."""
    new = services.store.review.new()
    places = await asyncio.to_thread(group_alike, services.facts.current, [m.question for m in new])
    found = [Group(tuple(new[place] for place in group)) for group in places]
    return sorted(found, key=lambda group: -len(group.questions))


async def inbox(update: Update, context: Context) -> None:
    """List the first groups."""
    html, markup = await _page(context.services, language_of(update, context.services), 0)
    await send(update, context, html, markup)


async def _page(services: Services, language: Language, page: int) -> tuple[str, InlineKeyboardMarkup | None]:
    found = await groups(services)
    if not found:
        return services.texts(language, "inbox.empty"), None
    pages = (len(found) - 1) // PAGE + 1
    page = min(page, pages - 1)
    on_page = found[page * PAGE : (page + 1) * PAGE]
    lines = [
        services.texts(
            language, "inbox.title", groups=len(found), questions=sum(len(g.questions) for g in found)
        )
    ]
    lines += [f"{at}. {_line(services, language, group)}" for at, group in enumerate(on_page, 1)]
    numbers: list[Button] = [(str(at), f"a:i:open:{group.id}") for at, group in enumerate(on_page, 1)]
    turns: list[Button] = [
        *([("◀", f"a:i:page:{page - 1}")] if page else []),
        *([("▶", f"a:i:page:{page + 1}")] if page + 1 < pages else []),
    ]
    return "\n".join(lines), keyboard([numbers, turns])


def _line(services: Services, language: Language, group: Group) -> str:
    spoken = Counter(question.language for question in group.questions)
    reasons = sorted({_reason(services, language, question) for question in group.questions})
    return services.texts(
        language, "inbox.group", question=group.questions[0].question[:LONGEST], count=len(group.questions),
        languages=", ".join(f"{name} {number}" for name, number in spoken.most_common()),
        reasons=", ".join(reasons),
    )  # fmt: skip


def _reason(services: Services, language: Language, question: Missed) -> str:
    code = question.reason if question.reason in ("thumbs_down", "wrong_question") else question.kind
    key = f"why.{code}"
    return services.texts.plain(language, key if key in services.texts.keys(language) else "why.no_fact")


async def press(update: Update, context: Context) -> None:
    """Do what a button of the inbox says: turn the page, open a group, link, write, ignore."""
    if not await may_press(update, context):
        return
    query, services = update.callback_query, context.services
    assert query is not None
    _, _, what, number = (query.data or "").split(":")
    language = language_of(update, services)
    if what == "page":
        await toast(update, context)
        html, markup = await _page(services, language, int(number))
        await query.edit_message_text(html, reply_markup=markup)
        return
    group = next((g for g in await groups(services) if int(number) in g.ids), None)
    if group is None:
        await toast(update, context, "button.old", alert=True)
        return
    await toast(update, context)
    if what == "open":
        await query.edit_message_text(
            _card(services, language, group), reply_markup=_deeds(services, language, group)
        )
    elif what == "ignore":
        context.turn.keep(context.store.review.settle, group.ids, "ignored")
        await query.edit_message_text(services.texts(language, "inbox.ignored", count=len(group.ids)))
    elif what == "write":
        await writing.begin(update, context, group.samples(), group.ids)
    elif what == "link":
        await _begin_link(update, context, group)


def _card(services: Services, language: Language, group: Group) -> str:
    asked = list(dict.fromkeys(f"{q.language}: {q.question}" for q in group.questions))
    lines = [_line(services, language, group)]
    lines += [services.texts(language, "inbox.asked", question=question[:LONGEST]) for question in asked[:8]]
    answer = services.facts.current.answer(group.questions[0].question)
    lines.append(services.texts(language, "inbox.now", text=answer.text[:600]))
    return "\n".join(lines)


def _deeds(services: Services, language: Language, group: Group) -> InlineKeyboardMarkup:
    deeds = [
        (services.texts.plain(language, f"inbox.{what}"), f"a:i:{what}:{group.id}")
        for what in ("link", "write", "ignore")
    ]
    back = (services.texts.plain(language, "inbox.back"), "a:i:page:0")
    return keyboard([deeds[:2], [deeds[2], back]])


async def _begin_link(update: Update, context: Context, group: Group) -> None:
    """Offer the rows that a group of questions comes nearest to, and await words to look for others."""
    services, user = context.services, update.effective_user
    assert user is not None
    near = near_rows(services.facts.current, group.questions[0].question)
    data = {"missed": group.ids, "ask": group.samples(), "rows": near}
    dialogue = Dialogue(user.id, KIND, SEARCH, data, context.turn.number)
    await _offer(update, context, dialogue, stored(services.facts.path, near))


async def _offer(update: Update, context: Context, dialogue: Dialogue, rows: Sequence[StoredRow]) -> None:
    services = context.services
    language = language_of(update, services)
    context.turn.keep(context.store.dialogues.save, dialogue)
    lines = [services.texts(language, "link.choose" if rows else "link.search")]
    lines += [
        f"{at}. "
        + services.texts(language, "find.row", id=r.id, topic=r.topic, text=r.shown(language)[:LONGEST])
        for at, r in enumerate(rows, 1)
    ]
    buttons: list[Button] = [(str(at), f"a:l:{dialogue.stamp}:{at - 1}") for at in range(1, len(rows) + 1)]
    await send(update, context, "\n".join(lines), keyboard([buttons]) if buttons else None)


async def search(update: Update, context: Context) -> None:
    """Look for rows with the words or the id that were typed."""
    message, user, services = update.message, update.effective_user, context.services
    assert message is not None
    assert user is not None
    dialogue = context.store.dialogues.of(user.id)
    assert dialogue is not None
    rows = find_stored(services.facts.path, message.text or "", PAGE)
    await _offer(update, context, dialogue.to(SEARCH, rows=[row.id for row in rows]), rows)


async def press_link(update: Update, context: Context) -> None:
    """Choose the row, see what a fan would get, and make the questions samples of the row."""
    if not await may_press(update, context):
        return
    found = await pressed(update, context, KIND)
    if found is None:
        return
    dialogue, what = found
    if what == "stop":
        context.turn.keep(context.store.dialogues.end, dialogue.user_id)
        await say(update, context, "dialogue.cancelled")
    elif what == "publish" and dialogue.step == CONFIRM:
        await _link(update, context, dialogue)
    elif what.isdigit() and dialogue.step == SEARCH and int(what) < len(dialogue.data["rows"]):
        await _confirm(update, context, dialogue.to(CONFIRM, row=dialogue.data["rows"][int(what)]))


def _questions(dialogue: Dialogue) -> list[tuple[str, str]]:
    return [(language, question) for language, asked in dialogue.data["ask"].items() for question in asked]


def _edit(inputs: Inputs, dialogue: Dialogue) -> Inputs:
    text = asking(inputs.get(AMENDMENTS, ""), dialogue.data["row"], _questions(dialogue))
    return inputs | {AMENDMENTS: text}


async def _confirm(update: Update, context: Context, dialogue: Dialogue) -> None:
    services = context.services
    language = language_of(update, services)
    await say(update, context, "write.trying")
    asked: list[tuple[str, Language]] = [
        (dialogue.data["ask"][lang][0], lang) for lang in LANGUAGES if lang in dialogue.data["ask"]
    ]
    trial = await services.editor.try_out(lambda inputs: _edit(inputs, dialogue), asked)
    context.turn.keep(context.store.dialogues.save, dialogue)
    stop = (services.texts.plain(language, "write.stop"), f"a:l:{dialogue.stamp}:stop")
    publish = (services.texts.plain(language, "link.publish"), f"a:l:{dialogue.stamp}:publish")
    html = writing.shown(services, language, trial, asked, dialogue.data["row"])
    await send(update, context, html, keyboard([[publish, stop] if trial.report.ok else [stop]]))


async def _link(update: Update, context: Context, dialogue: Dialogue) -> None:
    services = context.services
    language = language_of(update, services)
    await say(update, context, "change.begun")
    number, row = context.turn.number, dialogue.data["row"]
    outcome = await services.editor.change(
        number,
        dialogue.user_id,
        "link",
        row,
        lambda inputs: _edit(inputs, dialogue),
        waiting(update, context),
    )
    ok = outcome.report.ok
    if ok:
        context.turn.keep(context.store.dialogues.end, dialogue.user_id)
        context.turn.keep(context.store.review.settle, dialogue.data["missed"], "linked")
    markup = undo_button(services, language, number) if ok else None
    await send(update, context, told(outcome, services.texts, language), markup)


def handlers(services: Services, only: filters.BaseFilter) -> list[BaseHandler[Update, Context, None]]:
    """Return the command, the buttons, and the words that look for a row."""
    return [
        CommandHandler("inbox", inbox, only),
        CallbackQueryHandler(press, r"^a:i:(?:page|open|link|write|ignore):\d{1,15}$"),
        CallbackQueryHandler(press_link, r"^a:l:"),
        MessageHandler(words(services, only, KIND, (CONFIRM,)), search),
    ]
