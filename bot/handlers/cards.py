"""How a draft looks while it is reviewed: an overview, and one row at a time with its evidence."""

from __future__ import annotations

from collections import Counter
from typing import Any

from telegram import InlineKeyboardMarkup

from bot.articles import LINKED, DraftRow, names_of, rows_of
from bot.context import Services
from bot.handlers.dialogues import Button, keyboard
from bot.state.drafts import Draft
from knowledge import LANGUAGES, Language, display_name

SURE = 0.9
"""Confidence from which rows may be accepted all at once."""
LONGEST_EVIDENCE = 500
FIELDS: dict[str, tuple[str, ...]] = {
    "source": ("title", "publisher", "author", "published", "label.en", "label.it"),
    "match": ("home", "away", "score", "half_time", "date", "competition", "venue"),
    "event": ("minute", "player", "assist", "team", "off", "en", "it"),
    "fact": ("en", "it", "about", "topic", "value", "ask.en", "ask.it"),
}
"""What can be edited of each kind of row."""
SHOWN = (
    "home", "away", "score", "half_time", "date", "competition", "venue", "minute", "player", "assist", "off",
    "team", "topic", "value", "publisher", "author", "published",
)  # fmt: skip


def undecided(draft: Draft, rows: list[DraftRow]) -> list[int]:
    """Return the places of the rows that wait for a decision; duplicates of matches decide themselves."""
    return [place for place, row in enumerate(rows) if can_decide(draft, row) and row.id not in draft.choices]


def can_decide(draft: Draft, row: DraftRow) -> bool:
    """Whether a row is to be accepted or rejected: not the source, nor a match that is stored already."""
    return row.kind != "source" and not (row.kind == "match" and row.id in draft.findings)


def accepted(draft: Draft) -> list[str]:
    """Return the ids of the rows that were accepted."""
    return [row for row, choice in draft.choices.items() if choice == "accept"]


def overview(draft: Draft, services: Services, language: Language) -> tuple[str, InlineKeyboardMarkup]:
    """Return what the draft holds and what can be done with it."""
    texts, rows = services.texts, rows_of(draft.article)
    kinds = Counter(row.kind for row in rows)
    found = Counter(kind for kind, _, _ in draft.findings.values())
    lines = [
        texts(language, "draft.title", title=draft.title[:200]),
        texts(language, "draft.holds", matches=kinds["match"], events=kinds["event"], facts=kinds["fact"]),
        texts(language, "draft.known", duplicates=found["duplicate"], contradictions=found["contradiction"]),
        texts(language, "draft.decided", accepted=len(accepted(draft)), left=len(undecided(draft, rows))),
        *[f"⚽ {headline(row, services, language, draft)}" for row in rows if row.kind == "match"],
        "", texts(language, "draft.how"),
    ]  # fmt: skip
    review = (texts.plain(language, "draft.review"), _data(draft, "go"))
    return "\n".join(lines), keyboard([[review], *_whole(draft, services, language)])


def _whole(draft: Draft, services: Services, language: Language) -> list[list[Button]]:
    """Return the buttons that concern the draft as a whole."""
    texts = services.texts
    number = len(accepted(draft))
    publish = (texts.plain(language, "draft.publish", count=number), _data(draft, "publish"))
    return [
        [(texts.plain(language, "draft.accept_sure", percent=int(SURE * 100)), _data(draft, "sure"))],
        [*([publish] if number else []), (texts.plain(language, "draft.discard"), _data(draft, "discard"))],
    ]


def _data(draft: Draft, what: str) -> str:
    return f"a:d:{draft.id}:{draft.stamp}:{what}"


def headline(row: DraftRow, services: Services, language: Language, draft: Draft) -> str:
    """Return a match in one line, as HTML."""
    names = Names(services, draft, language)
    score = row.fields.get("score")
    middle = f"{score[0]}-{score[1]}" if score else "–"
    return services.texts(
        language, "draft.match", home=names(row.fields["home"]), middle=middle,
        away=names(row.fields["away"]), date=row.fields.get("date", ""),
    )  # fmt: skip


class Names:
    """Gives the display name of an id, stored or of the draft."""

    def __init__(self, services: Services, draft: Draft, language: Language) -> None:
        self._own = {id_: shown for shown, id_ in names_of(draft.names).items()}
        self._stored = services.facts.current
        self._language = language

    def __call__(self, value: Any) -> str:
        """Return a name, or the value as text where it is none."""
        if isinstance(value, list):
            return ", ".join(self(each) for each in value)
        if isinstance(value, dict):
            return " / ".join(str(each) for each in value.values())
        shown = self._own.get(value) or display_name(self._stored, str(value), self._language)
        return shown or str(value)


def card(draft: Draft, services: Services, language: Language) -> tuple[str, InlineKeyboardMarkup]:
    """Return the row in hand: what it says and stands on, what is known already, and what can be done."""
    texts, rows = services.texts, rows_of(draft.article)
    place = min(draft.place, len(rows) - 1)
    row = rows[place]
    lines = [
        texts(language, "draft.at", at=place + 1, of=len(rows), title=draft.title[:80]),
        texts(language, "draft.row", kind=texts.plain(language, f"kind.{row.kind}"), what=_what(row),
              percent=round(row.confidence * 100), choice=_choice(draft, row, services, language)),
    ]  # fmt: skip
    lines += _fields(row, draft, services, language)
    for spoken in LANGUAGES:
        if isinstance(row.fields.get(spoken), str):
            lines.append(texts(language, "draft.text", spoken=spoken.upper(), text=row.fields[spoken]))
    if row.fields.get("evidence"):
        lines.append(texts(language, "draft.evidence", text=str(row.fields["evidence"])[:LONGEST_EVIDENCE]))
    if row.id in draft.findings:
        kind, stored, text = draft.findings[row.id]
        key = "draft.stored_match" if row.kind == "match" else f"draft.{kind}"
        lines.append(texts(language, key, id=stored, text=text, new=_brief(row)))
    return "\n".join(lines), keyboard(_buttons(draft, row, len(rows), services, language))


def _what(row: DraftRow) -> str:
    return str(row.fields.get("kind") or row.fields.get("topic") or "")


def _brief(row: DraftRow) -> str:
    score = row.fields.get("score")
    return str(
        row.fields.get("en") or row.fields.get("it") or (f"{score[0]}-{score[1]}" if score else row.id)
    )


def _choice(draft: Draft, row: DraftRow, services: Services, language: Language) -> str:
    choice = draft.choices.get(row.id)
    return services.texts.plain(language, f"choice.{choice}") if choice else "–"


def _fields(row: DraftRow, draft: Draft, services: Services, language: Language) -> list[str]:
    names, lines = Names(services, draft, language), []
    for name in SHOWN:
        value = row.fields.get(name)
        if value is None:
            continue
        if name in ("score", "half_time"):
            shown = f"{value[0]}-{value[1]}"
        else:
            shown = names(value) if name in (*LINKED, "value") else str(value)
        label = services.texts.plain(language, f"field.{name}")
        lines.append(services.texts(language, "draft.field", name=label, value=shown))
    return lines


def _buttons(
    draft: Draft, row: DraftRow, number: int, services: Services, language: Language
) -> list[list[Button]]:
    texts = services.texts

    def button(key: str, what: str) -> Button:
        return texts.plain(language, key), _data(draft, what)

    contradicts = draft.findings.get(row.id, ("",))[0] == "contradiction"
    decide: list[Button] = []
    if can_decide(draft, row):
        decide = [
            button("draft.replace" if contradicts else "draft.accept", "accept"),
            button("draft.reject", "reject"),
        ]
    turns = [
        *([("◀", _data(draft, "back"))] if draft.place else []),
        button("draft.overview", "all"),
        *([("▶", _data(draft, "next"))] if draft.place + 1 < number else []),
    ]
    return [decide, [button("draft.edit", "edit")], turns, *_whole(draft, services, language)]


def fields(draft: Draft, row: DraftRow, services: Services, language: Language) -> InlineKeyboardMarkup:
    """Return a button for each field that can be edited."""
    buttons = [
        (services.texts.plain(language, f"field.{name}"), _data(draft, f"f{at}"))
        for at, name in enumerate(FIELDS[row.kind])
    ]
    back = (services.texts.plain(language, "draft.back"), _data(draft, "card"))
    return keyboard([*(buttons[at : at + 3] for at in range(0, len(buttons), 3)), [back]])


def value_of(row: DraftRow, field: str) -> Any:
    """Return what a row holds in a field, which may be dotted; None for nothing."""
    value: Any = row.fields
    for name in field.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value
