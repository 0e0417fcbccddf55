"""Writing a fact, one step a message: sentences, subjects, topic, value, source, questions; a preview."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.articles import telling, with_name
from bot.context import Context, Services
from bot.editing import AMENDMENTS, Edit, Inputs
from bot.handlers.dialogues import Button, keyboard, pressed, words
from bot.handlers.outcomes import describe, told, undo_button, waiting
from bot.handlers.permission import may_press
from bot.handlers.typed import MistypedError, Reader
from bot.replies import language_of, render, say, send
from bot.state.drafts import Dialogue
from knowledge import LANGUAGES, Language, Source, Trial, topics

KIND = "fact"
NAMES = "names/added.toml"
STEPS = ("en", "it", "about", "topic", "value", "source", "ask.en", "ask.it")
CONFIRM = "confirm"
TOPICS_IN_ROW = 3
MOST_SOURCES = 20


async def start(update: Update, context: Context) -> None:
    """Begin to write a fact from nothing (/addfact)."""
    await begin(update, context, {"en": [], "it": []}, [])


async def begin(
    update: Update, context: Context, questions: dict[str, list[str]], missed: Sequence[int]
) -> None:
    """Begin to write a fact that answers `questions`, per language; `missed` are settled with it."""
    user = update.effective_user
    assert user is not None
    number = context.turn.number
    data: dict[str, Any] = {"id": f"added-{number}", "missed": list(missed), "names": []}
    data |= {f"ask.{language}": asked for language, asked in questions.items() if asked}
    dialogue = Dialogue(user.id, KIND, "en", data, number)
    context.turn.keep(context.store.dialogues.save, dialogue)
    await ask(update, context, dialogue)


async def ask(update: Update, context: Context, dialogue: Dialogue) -> None:
    """Ask for what the dialogue's step awaits, with buttons where there is a choice."""
    services = context.services
    language = language_of(update, services)
    rows = _choices(services, language, dialogue)
    text = services.texts(language, f"write.{dialogue.step}")
    at = STEPS.index(dialogue.step) + 1
    html = services.texts(language, "write.step", at=at, of=len(STEPS)) + " " + text
    if dialogue.step == "en" and (
        asked := [q for lang in LANGUAGES for q in dialogue.data.get(f"ask.{lang}", ())]
    ):
        html = services.texts(language, "write.answers", questions=" / ".join(asked[:4])) + "\n\n" + html
    await send(update, context, html, keyboard(rows) if rows else None)


def _choices(services: Services, language: Language, dialogue: Dialogue) -> list[list[Button]]:
    def button(label: str, what: str) -> Button:
        return label, f"a:w:{dialogue.stamp}:{what}"

    if dialogue.step == "topic":
        buttons = [button(topic, topic) for topic in topics()]
        return [buttons[at : at + TOPICS_IN_ROW] for at in range(0, len(buttons), TOPICS_IN_ROW)]
    if dialogue.step == "value":
        return [[button(services.texts.plain(language, "write.no_value"), "-")]]
    if dialogue.step == "source":
        shown = [
            button(s.label.get(language, s.title)[:60], str(at)) for at, s in enumerate(_sources(services))
        ]
        return [*([one] for one in shown), [button(services.texts.plain(language, "write.no_source"), "-")]]
    return []


def _sources(services: Services) -> list[Source]:
    return services.facts.current.sources()[:MOST_SOURCES]


async def take(update: Update, context: Context) -> None:
    """Take what was typed for the step in hand, and go on; say what is wrong and stay otherwise."""
    message, user = update.message, update.effective_user
    assert message is not None
    assert user is not None
    dialogue = context.store.dialogues.of(user.id)
    assert dialogue is not None
    await _take(update, context, dialogue, message.text or "")


async def _take(update: Update, context: Context, dialogue: Dialogue, typed: str) -> None:
    services = context.services
    known = {shown: id_ for id_, _, shown in dialogue.data["names"]}
    reader = Reader(services.facts.current, services.texts, known)
    try:
        if dialogue.step == "source":
            value: Any = _source(services, typed)
        else:
            value = reader.read(dialogue.step, typed)
            if value is None and dialogue.step != "value":
                raise MistypedError("typed.needed")
    except MistypedError as error:
        await say(update, context, error.key, **error.values)
        return
    names = [*dialogue.data["names"], *([name.id, name.kind, name.shown] for name in reader.new)]
    if dialogue.step == "value":
        value = value.isoformat() if hasattr(value, "isoformat") else value
    data = dialogue.data | {dialogue.step: value, "names": names}
    step = next((name for name in STEPS if name not in data), CONFIRM)
    after = dialogue.to(step, **data)
    context.turn.keep(context.store.dialogues.save, after)
    await (confirm(update, context, after) if step == CONFIRM else ask(update, context, after))


def _source(services: Services, typed: str) -> str | None:
    """Return the id of the source at a place of the list, None for no source."""
    sources = _sources(services)
    if typed == "-":
        return None
    if typed.isdigit() and int(typed) < len(sources):
        return sources[int(typed)].id
    found = [s.id for s in sources if typed.strip().lower() in (s.id, s.title.lower())]
    if not found:
        raise MistypedError("typed.source")
    return found[0]


def fact_of(data: dict[str, Any]) -> dict[str, Any]:
    """Return the fact that a dialogue has gathered, as amendments hold it."""
    fact = {name: data[name] for name in ("id", "about", "topic", "value", "en", "it")}
    if isinstance(fact["value"], str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", fact["value"]):
        fact["value"] = dt.date.fromisoformat(fact["value"])
    ask = {language: data[f"ask.{language}"] for language in LANGUAGES}
    return fact | {"ask": ask} | ({"source": data["source"]} if data.get("source") else {})


def edit_of(data: dict[str, Any]) -> Edit:
    """Return the change of the input files that makes the gathered fact known."""

    def edit(inputs: Inputs) -> Inputs:
        names = inputs.get(NAMES, "")
        for id_, kind, shown in data["names"]:
            if f'"{id_}"' not in names:
                names = with_name(names, id_, kind, shown)
        added = {NAMES: names} if names else {}
        return inputs | added | {AMENDMENTS: telling(inputs.get(AMENDMENTS, ""), fact_of(data))}

    return edit


async def confirm(update: Update, context: Context, dialogue: Dialogue) -> None:
    """Show what a fan would get with the new fact, or what is wrong with it; nothing is live yet."""
    services, data = context.services, dialogue.data
    language = language_of(update, services)
    await say(update, context, "write.trying")
    questions: list[tuple[str, Language]] = [(data[f"ask.{lang}"][0], lang) for lang in LANGUAGES]
    trial = await services.editor.try_out(edit_of(data), questions)
    start_of = f"a:w:{dialogue.stamp}:"
    change = [(services.texts.plain(language, f"field.{name}"), f"{start_of}c{name}") for name in STEPS]
    rows: list[list[Button]] = [change[at : at + 3] for at in range(0, len(change), 3)]
    publish = (services.texts.plain(language, "write.publish"), f"{start_of}publish")
    stop = (services.texts.plain(language, "write.stop"), f"{start_of}stop")
    rows.append([publish, stop] if trial.report.ok else [stop])
    await send(update, context, shown(services, language, trial, questions, data["id"]), keyboard(rows))


def shown(
    services: Services, language: Language, trial: Trial, asked: Sequence[tuple[str, Language]], row: str = ""
) -> str:
    """Return what fans would get, as HTML; a warning where another row than `row` answers."""
    texts = services.texts
    if not trial.report.ok:
        return describe(trial.report, texts, language)
    lines = [texts(language, "write.preview")] if trial.answers else []
    for (question, _), answer in zip(asked, trial.answers, strict=False):
        lines.append("\n" + render(answer, question))
        if row and row not in answer.rows:
            lines.append(texts(language, "write.other_row"))
    return "\n".join(lines)


async def press(update: Update, context: Context) -> None:
    """Do what a button of the dialogue says: a choice, a step back, publish or stop."""
    if not await may_press(update, context):
        return
    found = await pressed(update, context, KIND)
    if found is None:
        return
    dialogue, what = found
    if dialogue.step != CONFIRM:
        await _take(update, context, dialogue, what)
    elif what == "publish":
        await publish(update, context, dialogue)
    elif what == "stop":
        context.turn.keep(context.store.dialogues.end, dialogue.user_id)
        await say(update, context, "dialogue.cancelled")
    elif what[1:] in STEPS:
        data = {name: value for name, value in dialogue.data.items() if name != what[1:]}
        back = Dialogue(dialogue.user_id, KIND, what[1:], data, dialogue.stamp + 1)
        context.turn.keep(context.store.dialogues.save, back)
        await ask(update, context, back)


async def publish(update: Update, context: Context, dialogue: Dialogue) -> None:
    """Make the fact known to everybody; what it was written for is settled."""
    services, data = context.services, dialogue.data
    language = language_of(update, services)
    await say(update, context, "change.begun")
    number = context.turn.number
    outcome = await services.editor.change(
        number, dialogue.user_id, "write", data["id"], edit_of(data), waiting(update, context)
    )
    ok = outcome.report.ok
    if ok:
        context.turn.keep(context.store.dialogues.end, dialogue.user_id)
        context.turn.keep(context.store.review.settle, data["missed"], "written")
    markup = undo_button(services, language, number) if ok else None
    await send(update, context, told(outcome, services.texts, language), markup)


def handlers(services: Services, only: filters.BaseFilter) -> list[BaseHandler[Update, Context, None]]:
    """Return the command, the buttons and the words of the dialogue."""
    return [
        CommandHandler("addfact", start, only),
        CallbackQueryHandler(press, r"^a:w:"),
        MessageHandler(words(services, only, KIND, (CONFIRM,)), take),
    ]
