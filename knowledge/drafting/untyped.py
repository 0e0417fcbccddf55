"""Sentences that tell nothing typed: facts in the article's own words, with their topic and a question for each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.drafting.article import Reading
from knowledge.drafting.masking import Masked
from knowledge.drafting.records import Event, Mention
from knowledge.drafting.render_json import name_of
from knowledge.drafting.vocabulary import Vocabulary, load, vocabulary

SHORT, LONG = 40, 590
"""Characters of the shortest and of the longest sentence that becomes a fact."""
REACH = 110
"""Characters from somebody's name within which what he hit is told."""
SPOKEN = 12
"""The same of one that somebody says: it goes on from those beside it."""
TOPICS = ("streak", "league_effect", "weather", "next_fixture")
ASKED = ("streak", "league_effect", "next_fixture")
"""Topics that a question about a team asks for."""
RUNS = ("streak_unbeaten", "streak_lost", "streak_won")
"""Kinds of run, told apart by the words of the sentence."""
AHEAD = 7
"""Sentences of a quotation behind which its speaker is looked for."""
FRAGMENT = 90
"""Characters of a clause that are kept as a question."""
_CLAUSE = re.compile(r"[,;:()–—]+ | (?:and|but|while|ma|mentre|e) (?=\w+ )")
_COUNTED = re.compile(
    r"\b(?<!<)\d{1,3}\b(?![-’'°º>]| ?minut)|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen"
    r"|twenty|thirty|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|[a-z]+dici|venti|trenta"
    r"|second[ao]?|third|fourth|fifth|sixth|terz[ao]|quart[ao]|quint[ao]|sest[ao]|consecutiv\w+|straight)\b"
)
"""What tells how long a run is."""
_MARKS = re.compile(r"[\"“”«»?!.]+")
_QUOTED_SAID = re.compile(r"[\"”»,] ?[^\"”»]{3,70}$")
"""A sentence that ends with who says it, after the quotation: it may speak for the sentence before too."""
_CLUB_SAID = re.compile(
    r"\b(?:the|a) (?:club|statement|spokes\w+)(?: [a-z]+){0,2} (?:said|told|added|read|stated|confirmed)\b"
    r"|\b(?:il club|la società|la nota|il comunicato)(?: [a-zàèéìòù]+){0,3} (?:comunica|rende noto|si legge|recita"
    r"|ha (?:comunicato|detto|scritto|annunciato))\b|\bla nota (?:del club|della società|ufficiale)\b"
)
"""Words of a club, which nobody in particular says."""
_HE_SAID = re.compile(
    r"[\"”»,] ?(?:s?he) (?:said|told|added|admitted|explained|insisted)\b|[\"”»] ?(?:said|added) s?he\b"
)
"""Who says it is only a pronoun: whoever was named before the quotation."""
_HE_GOES_ON = re.compile(
    r"(?:s?he) (?:(?:also|then) )?(?:said|told|added|admitted|explained|insisted|continued|went on)\b"
)
"""Who goes on speaking is only a pronoun at the head of a sentence."""
_SPEAKING = re.compile(
    r"\b(?:si sofferma|commenta\w*|analizza\w*|parole|parla\w*|soddisf\w+|amareggiat\w+|delus\w+|felice|interven\w+"
    r"|microfoni|sala stampa|conferenza|mister|tecnico|allenatore|presidente|capitano|manager|boss|head coach|captain"
    r"|speaking|spoke|delighted|pleased|frustrated|disappointed|reaction|reflect\w*|praised?|hailed|interview)\b"
)
"""Words of a sentence that leads to what somebody says."""
_QUOTE = re.compile(r"[\"“«]")
_NAMED_THEN_QUOTED = re.compile(r"(<p\d+>)(?: \([^)]*\))?:? ?[\"“«]")
"""Somebody's name and what he says, without a word of saying: 'Chelsea boss <p1> "We deserved it."'."""
_SUBJECT = re.compile(r"[^<.;:]{0,60}(?:<[tcr]\d+> )?(?:[a-z\-]+ )?(<p\d+>)(?!’)")
"""Whom a sentence begins with: 'midfielder <p> praised ...'."""
_SUBJECT_BEFORE_COLON = re.compile(r"(?:[a-zà-ù]+ ){0,3}(<p\d+>),(?:[^\"“«:.])*: ?[\"“«]")
"""Who begins a sentence that tells more of him, others too, before what he says: "<p>, in for <p>, says: ..."."""
_NAMED_BEFORE_COLON = re.compile(r"[^\"“«:]*(<p\d+>)(?:[^\"“«:<]|<[^p]\d+>)*: ?[\"“«]")
"""Who is named last before a colon and a quotation."""


@dataclass(frozen=True, slots=True)
class Untyped:
    """A sentence as a fact: its topic, and the templates and the name of the questions that it answers."""

    row: Masked
    topic: str
    asks: tuple[str, ...]
    asked: Mention | None


def untyped(reading: Reading, *, heroic: bool = False) -> list[Untyped]:
    """Return the sentences of a text that name somebody or tell of the match, or of whom it is about (`heroic`)."""
    vocab = vocabulary(reading.language)
    found: list[Untyped] = []
    title = (reading.header.title or "").strip()
    for at, row in enumerate(reading.rows):
        text = row.sentence.text.strip()
        named = any(m.kind in "ptvc" for m in row.marks)
        if (
            row.sentence.title
            or text == title
            or not (SPOKEN if row.sentence.quoted or _QUOTE.search(text) else SHORT) <= len(text) <= LONG
            or not (
                named
                or row.sentence.quoted
                or _QUOTE.match(text)
                or ((reading.matches or heroic) and len(text.split()) > 6)
            )
        ):
            continue
        topic = next((t for t in TOPICS if vocab.has(t, row.text)), None)
        if (
            row.sentence.quoted
            or _QUOTE.match(text)
            or vocab.has("said", row.text)
            or _NAMED_THEN_QUOTED.search(row.text)
            or _NAMED_BEFORE_COLON.match(row.text)
        ):
            speaker = _speaker(reading.rows, at, reading.language)
            last = found[-1] if found else None
            going_on = last if last and last.topic == "statement" and _goes_on(last.row, row) else None
            if _HE_GOES_ON.match(row.text):
                speaker = going_on.asked if going_on and going_on.asked else _named_before(reading.rows, at)
            elif speaker is None and _HE_SAID.search(row.text):
                speaker = _named_before(reading.rows, at)
            elif speaker is None and going_on and not _CLUB_SAID.search(row.text):
                speaker = going_on.asked
            elif speaker is None and _QUOTE.match(text) and not vocab.has("said", row.text):
                speaker = _told_before(reading.rows, at)
            found.append(Untyped(row, "statement", ("said",) if speaker else (), speaker))
            continue
        asks, asked = _question(row, topic, vocab)
        found.append(Untyped(row, topic or ("result" if row.scores else "course"), asks, asked))
    return found


def _question(row: Masked, topic: str | None, vocab: Vocabulary) -> tuple[tuple[str, ...], Mention | None]:
    """Return the templates of the questions and the name they ask for."""
    team = next((m for m in row.marks if m.kind == "t" and "|" not in m.key), None)
    person = next((m for m in row.marks if m.kind == "p"), None)
    asks = tuple(t for t in ("weather", "attendance") if vocab.has(t, row.text))
    if topic in ASKED and team is not None and (topic != "streak" or _COUNTED.search(row.text)):
        run = next((r for r in RUNS if vocab.has(r, row.text)), topic) if topic == "streak" else topic
        return (*asks, run), team
    return (*asks, *(("about",) if person is not None and not asks else ())), person


def _named_before(rows: list[Masked], at: int) -> Mention | None:
    """Return whom "he" means behind a quotation: the only person of the last sentence that is none."""
    before = next((r for r in reversed(rows[max(0, at - AHEAD) : at]) if not _spoken(r)), None)
    people = {m.key: m for _, _, m in before.of("p")} if before else {}
    if before and len(people) > 1:  # then whoever the sentence is about
        first = _SUBJECT.match(before.text)
        return before.mark(first.group(1)) if first else None
    return next(iter(people.values())) if people else None


def _told_before(rows: list[Masked], at: int) -> Mention | None:
    """Return whose words a bare quotation is: the only person of the sentence right before it in its paragraph."""
    before = rows[at - 1] if at else None
    if before is None or _spoken(before) or before.sentence.paragraph != rows[at].sentence.paragraph:
        return None
    people = {m.key: m for _, _, m in before.of("p")}
    return next(iter(people.values())) if len(people) == 1 and _SPEAKING.search(before.text) else None


def _spoken(row: Masked) -> bool:
    return row.sentence.quoted or _QUOTE.search(row.sentence.text) is not None


def _goes_on(last: Masked, row: Masked) -> bool:
    """Whether a quotation goes on from the sentence before, in a new paragraph too."""
    return row.sentence.index - last.sentence.index <= 2 and (
        row.sentence.quoted or _QUOTE.match(row.sentence.text.strip()) is not None
    )


def _speaker(rows: list[Masked], at: int, language: str) -> Mention | None:
    """Return who says a sentence: whom its word of saying names, or that of a sentence beside it."""
    vocab, here = vocabulary(language), rows[at]
    later = []
    for row in rows[at + 1 : at + AHEAD]:
        if _QUOTED_SAID.search(row.sentence.text) and vocab.has("said", row.text):
            later = [row]
        if later or not row.sentence.quoted:
            break
    if any(_CLUB_SAID.search(row.text) for row in (here, *later)):
        return None
    named = _NAMED_THEN_QUOTED.search(here.text)
    before = _SUBJECT_BEFORE_COLON.match(here.text) or _NAMED_BEFORE_COLON.match(here.text)
    if before and not vocab.has("said", before.group()):
        named = named or before
    if named:
        return here.mark(named.group(1))
    for row in (here, *reversed(rows[max(0, at - 2) : at]), *later):
        match = vocab.rules["said"].search(row.text)
        if match is None or row.sentence.paragraph != here.sentence.paragraph:
            continue
        people = row.of("p")
        if people:
            return min(people, key=lambda p: min(abs(p[0] - match.end()), abs(match.start() - p[1])))[2]
    return None


def questions(fact: Untyped, reading: Reading) -> list[str]:
    """Return the questions that a fact answers: one by its topic, and its clauses as people type fragments."""
    templates, language = load("templates.toml"), reading.language
    name = name_of(fact.asked.key, reading) if fact.asked else ""
    others = [m for m in fact.row.marks if m.kind == "p" and fact.asked and m.key != fact.asked.key]
    teams = [name_of(t, reading) for t in reading.matches[0].teams] if reading.matches else ["", ""]
    other = name_of(others[0].key, reading) if others else ""
    asks = [a for a in fact.asks if a != "said"] + (["said_of"] if other and "said" in fact.asks else [])
    values = {"name": name, "home": teams[0], "away": teams[1], "other": other}
    asked = [str(t) for ask in asks for t in templates[ask][language]]
    found = [t.format(**values) for t in asked if reading.matches or "{home}" not in t]
    return found + _fragments(fact.row.sentence.text)


def event_questions(event: Event, reading: Reading) -> dict[str, list[str]] | None:
    """Return what an event can be asked for beyond the questions of its kind: shots against the woodwork."""
    name = (name_of(event.player, reading) or "").split()[-1:]
    told = event.evidence.lower()
    at = told.find(name[0].lower()) if name else -1
    if event.kind != "miss" or not vocabulary(reading.language).has("woodwork", told[max(at, 0) :][:REACH]):
        return None
    teams = [name_of(t, reading) for t in reading.matches[0].teams]
    asks = load("templates.toml")["woodwork"]
    return {k: [t.format(home=teams[0], away=teams[1]) for t in asks[k]] for k in ("en", "it")}


def _fragments(text: str) -> list[str]:
    """Return up to three clauses of a sentence without their marks, such as a fan types who knows the half of it."""
    clauses = [_MARKS.sub(" ", c).strip() for c in _CLAUSE.split(text)]
    long = [re.sub(r"\s+", " ", c)[:FRAGMENT].strip() for c in clauses if len(c.split()) > 3]
    return list(dict.fromkeys(long))[:3]
