"""What administrators can look up: /facts, /find, /preview, /stats, /log. Nothing is changed here."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections import Counter, defaultdict
from html import escape

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import BaseHandler, CommandHandler, ExtBot, filters

from bot.context import Context, Services
from bot.pictures import Day, Questions
from bot.replies import language_of, render, say, send
from bot.showing import show_above
from bot.state import Store
from knowledge import Context as Talk
from knowledge import Language, find_stored, group_alike, stored

MOST_ROWS = 12
"""Rows of a list in one message."""
LONGEST_ROW = 220
LONGEST_EXPLANATION = 2500
SHOWN_DAYS = 7
MONTH = 30


async def name_of(bot: ExtBot[None], user_id: int) -> str:
    """Return a first name as Telegram tells it now (it is not stored), else the id; "" for the machine."""
    if not user_id:
        return ""
    try:
        return (await bot.get_chat(user_id)).first_name or str(user_id)
    except TelegramError:
        return str(user_id)


def when(services: Services, at: float) -> str:
    """Return a time as it is shown: ISO date, hour and minute, UTC."""
    return dt.datetime.fromtimestamp(at, dt.UTC).strftime("%Y-%m-%d %H:%M")


async def facts(update: Update, context: Context) -> None:
    """Count what is stored by article, and say what changed last and through whom."""
    services = context.services
    language = language_of(update, services)
    rows = stored(services.facts.path)
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        counts[row.source][row.kind] += 1
    lines = [services.texts(language, "facts.all", facts=sum(r.kind == "fact" for r in rows),
                            events=sum(r.kind == "event" for r in rows))]  # fmt: skip
    for source in services.facts.current.sources():
        label = source.label.get(language, source.title)
        found = counts.pop(source.id, Counter())
        lines.append(
            services.texts(
                language,
                "facts.article",
                label=label,
                id=source.id,
                facts=found["fact"],
                events=found["event"],
            )
        )
    own = sum(sum(found.values()) for found in counts.values())
    if own:
        lines.append(services.texts(language, "facts.own", count=own))
    last = next(iter(services.store.changes.latest()), None)
    if last:
        who = await name_of(context.bot, last.by_id) or services.texts.plain(language, "log.machine")
        action = services.texts.plain(language, f"action.{last.action}")
        lines.append(
            services.texts(
                language, "facts.last", when=when(services, last.created_at), who=who, action=action
            )
        )
    await send(update, context, "\n".join(lines))


async def find(update: Update, context: Context) -> None:
    """List the facts and events with some words, or with an id."""
    services, words = context.services, " ".join(context.args or ())
    if not words:
        await say(update, context, "find.how")
        return
    language = language_of(update, services)
    found = find_stored(services.facts.path, words, MOST_ROWS)
    if not found:
        await say(update, context, "find.nothing", words=words[:LONGEST_ROW])
        return
    lines = [
        services.texts(
            language, "find.row", id=row.id, topic=row.topic, text=row.shown(language)[:LONGEST_ROW]
        )
        for row in found
    ]
    await send(update, context, "\n".join(lines))


async def preview(update: Update, context: Context) -> None:
    """Show what a fan gets for a question, and how it was understood."""
    services, question = context.services, " ".join(context.args or ())
    if not question or len(question) > 600:
        await say(update, context, "preview.how")
        return
    language = language_of(update, services)
    knowledge = services.facts.current
    answer = knowledge.answer(question, Talk(), hint=language)
    explanation = knowledge.explain(question, Talk(), hint=language)
    asked = "".join(f"\n▫️ {escape(s.label, quote=False)}" for s in answer.suggestions)
    head = services.texts(language, "preview.kind", kind=answer.kind, rows=", ".join(answer.rows) or "–")
    tail = services.texts(language, "preview.explanation", text=explanation[:LONGEST_EXPLANATION])
    await send(update, context, f"{render(answer)[:1200]}{asked}\n\n{head}\n\n{tail}")


async def stats(update: Update, context: Context) -> None:
    """Show what was asked of late and how it ended, what is missed most, and who uses the bot."""
    services, store = context.services, context.store
    language = language_of(update, services)
    texts = services.texts
    daily = store.daily.since(MONTH)
    days: defaultdict[str, Counter[str]] = defaultdict(Counter)
    spoken: Counter[str] = Counter()
    for day, spoken_in, kind, number in daily:
        days[day][kind if kind in ("answer", "choice") else "no"] += number
        spoken[spoken_in] += number
    lines = [texts(language, "stats.title", total=sum(spoken.values()), days=MONTH)]
    for day, ends in sorted(days.items(), reverse=True)[:SHOWN_DAYS]:
        lines.append(texts(language, "stats.day", day=day, total=sum(ends.values()), answer=ends["answer"],
                           choice=ends["choice"], no=ends["no"]))  # fmt: skip
    lines.append(
        texts(
            language,
            "stats.languages",
            languages=", ".join(f"{k} {n}" for k, n in spoken.most_common()) or "–",
        )
    )
    lines += [
        texts(language, "stats.missed", count=n, question=q)
        for q, n in await asyncio.to_thread(top_missed, services)
    ]
    lines.append(_use(store, services, language))
    await show_above(update, context, _month(services, language), "\n".join(lines))


def _month(services: Services, language: Language) -> Questions:
    """Return the picture of this month's questions (UTC); a choice that was offered counts as an answer."""
    today = dt.datetime.fromtimestamp(services.store.clock(), dt.UTC).date()
    days: defaultdict[int, Counter[bool]] = defaultdict(Counter)
    for day, _, kind, number in services.store.daily.since(today.day):
        days[dt.date.fromisoformat(day).day][kind in ("answer", "choice")] += number
    shown = tuple(Day(day, ends[True], ends[False]) for day, ends in sorted(days.items()))
    return Questions(language, today.year, today.month, shown)


def top_missed(services: Services, most: int = 5) -> list[tuple[str, int]]:
    """Return the questions missed most often, each with how often it or one alike was asked."""
    new = services.store.review.new()
    groups = group_alike(services.facts.current, [m.question for m in new])
    ranked = sorted(groups, key=len, reverse=True)[:most]
    return [(new[group[0]].question[:LONGEST_ROW], len(group)) for group in ranked]


def _use(store: Store, services: Services, language: Language) -> str:
    parked = store.inbox.parked()
    return services.texts(
        language, "stats.use", groups=len(store.chats.active()), people=len(store.chats.active(("private",))),
        games=store.daily.games(), waiting=store.review.number(), parked=len(parked),
        ids=", ".join(str(update) for update, _ in parked[-5:]) or "–",
    )  # fmt: skip


async def log(update: Update, context: Context) -> None:
    """List the last changes: number, time, who, what, and how many facts came, changed and went."""
    services = context.services
    language = language_of(update, services)
    changes = services.store.changes.latest(MOST_ROWS)
    if not changes:
        await say(update, context, "log.nothing")
        return
    names = {by: await name_of(context.bot, by) for by in {change.by_id for change in changes}}
    machine = services.texts.plain(language, "log.machine")
    actions = {c.action: services.texts.plain(language, f"action.{c.action}") for c in changes}
    lines = [
        services.texts(
            language, "log.row", id=change.id, when=when(services, change.created_at),
            who=names[change.by_id] or machine, action=actions[change.action],
            detail=change.detail[:80], added=change.added, changed=change.changed, removed=change.removed,
        )
        for change in changes
    ]  # fmt: skip
    await send(update, context, "\n".join([*lines, services.texts(language, "log.undo")]))


def handlers(only: filters.BaseFilter) -> list[BaseHandler[Update, Context, None]]:
    """Return the commands that look something up."""
    named = {"facts": facts, "find": find, "preview": preview, "stats": stats, "log": log}
    return [CommandHandler(name, callback, only) for name, callback in named.items()]
