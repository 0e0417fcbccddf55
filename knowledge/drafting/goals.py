"""Goals told in running text: each with the person, minute and team that its clause tells."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from knowledge.drafting import subjects
from knowledge.drafting.masking import Masked
from knowledge.drafting.matches import Pair
from knowledge.drafting.records import Goal, Mention, Minute
from knowledge.drafting.subjects import Doer, doer_rules
from knowledge.drafting.vocabulary import Vocabulary, compile_rule

_STRENGTH = (
    ("verb", 0.85),
    ("noun", 0.8),
    ("team_goal", 0.8),
    ("verb_likely", 0.7),
    ("noun_shot", 0.62),
    ("verb_weak", 0.3),
)
_EDGE = re.compile(r"[;:–—]|, (?:but|while|although|however|ma|mentre|anche se)\b| (?:but|ma|mentre|while) ")


@dataclass(slots=True)
class Told:
    """Everything the running text says of goals: candidates in order, tallies of doubles, goals without a name."""

    goals: list[Goal] = field(default_factory=list)
    tallies: Counter[str] = field(default_factory=Counter)
    nameless: list[Goal] = field(default_factory=list)
    denied: list[Goal] = field(default_factory=list)
    hint: int | None = None


@dataclass(slots=True)
class _Cue:
    start: int
    end: int
    rule: str
    strength: float


def find_goals(rows: list[Masked], pair: Pair, vocab: Vocabulary, skip: set[int], clock: Clock) -> Told:
    """Return the goals told in the sentences that are no list, speech or past matter."""
    told = Told()
    recent: Mention | None = None
    elsewhere = False
    for position, row in enumerate(rows):
        if row.sentence.index in skip or row.sentence.quoted:
            continue
        elsewhere = _elsewhere(row, pair, elsewhere, vocab)
        if elsewhere:
            continue
        following = rows[position + 1] if position + 1 < len(rows) else None
        lost = following if following and vocab.rules["denied_next"].search(following.text[:140]) else None
        for cue in _cues(row, vocab):
            _read_cue(row, cue, pair, vocab, told, clock, lost if cue is _last(row, vocab) else None, recent)
        spoken = _hint(row, _Cue(len(row.text), len(row.text), "", 0), pair)
        sides = {pair.side(m) for m in row.marks if m.kind in "tr"} - {None}
        told.hint = spoken if len(sides) == 1 else None
        recent = _salient(row, vocab) or (recent if not row.of("p") else None)
    return told


def _salient(row: Masked, vocab: Vocabulary) -> Mention | None:
    """Return the person whom "he" in the next sentence would mean."""
    subject = subjects.before(row, len(row.text), vocab)
    if isinstance(subject, Doer):
        return subject.person
    people = row.of("p")
    return people[-1][2] if people else None


def _elsewhere(row: Masked, pair: Pair, before: bool, vocab: Vocabulary) -> bool:
    """Whether a sentence is about another match: it names others and neither of ours, or goes on from one that did."""
    teams = [m for m in row.marks if m.kind == "t"]
    if any(pair.side(m) is not None for m in teams):
        return False
    others = [m for m in teams if "|" not in m.key]
    if others:
        told = (
            bool(row.scores)
            or vocab.has("win", row.text)
            or vocab.has("verb", row.text)
            or vocab.has("team_goal", row.text)
        )
        return not row.minutes and (before or (told and not any(m.kind == "r" for m in row.marks)))
    return before


def _last(row: Masked, vocab: Vocabulary) -> _Cue | None:
    cues = _cues(row, vocab)
    return cues[-1] if cues else None


def _cues(row: Masked, vocab: Vocabulary) -> list[_Cue]:
    """Return the goal words of a sentence, the surest first where they overlap, in order of place."""
    if row.text in _CACHE:
        return _CACHE[row.text]
    found: list[_Cue] = []
    for rule, strength in _STRENGTH:
        for match in vocab.rules[rule].finditer(row.text):
            if all(
                match.end() <= c.start or match.start() >= c.end
                for c in found
                if c.rule != "team_goal" or rule == "team_goal"
            ):
                found.append(_Cue(match.start(), match.end(), rule, strength))
    found.sort(key=lambda c: c.start)
    _CACHE.clear()
    _CACHE[row.text] = found
    return found


_CACHE: dict[str, list[_Cue]] = {}


def _read_cue(
    row: Masked,
    cue: _Cue,
    pair: Pair,
    vocab: Vocabulary,
    told: Told,
    clock: Clock,
    lost: Masked | None,
    recent: Mention | None,
) -> None:
    """Add what one goal word tells."""
    clause_start, clause_end = _clause(row.text, cue)
    clause = row.text[clause_start:clause_end]
    if _quoted(row.sentence.text, row, cue) or _is_past(row.text, cue, vocab):
        return
    if cue.rule == "noun_shot" and _REBOUND.search(row.text[: cue.start]):
        return
    if cue.rule == "noun_shot" and not vocab.has(
        "confirms", row.text[cue.end : cue.end + 90] + row.text[max(0, cue.start - 60) : cue.start]
    ):
        return
    doers = _doers(row, cue, vocab)
    if not doers and recent is not None and cue.rule in ("verb", "verb_likely"):
        doers = _from_before(row, cue, recent, vocab)
    own = [row.mark(m.group(1)) for p in vocab.raw["doer"]["own"] for m in compile_rule(p).finditer(row.text)]
    own_goal = bool(own) and vocab.has("own_goal", clause)
    named = {m.key for _, _, m in lost.of("p")} if lost else set()
    taken_back = lost is not None and (not named or any(d.person.key in named for d in doers))
    denied = taken_back or _denied(row.text, cue, clause_start, vocab)
    if own_goal and cue.rule != "team_goal" and not denied:
        doers = [Doer(own[0], 0, 0.95)]
    side = _team_in(row, cue, pair)
    strength = cue.strength * (0.9 if row.sentence.title or row.sentence.index < 2 else 1.0)
    if not doers:
        if cue.rule in ("team_goal", "verb") and not denied:
            minute = clock.at(row, cue.start, cue.end)
            subject = subjects.before(row, cue.start, vocab)
            if side is None and isinstance(subject, Mention):
                side = pair.side(subject)
            told.nameless.append(_goal("", minute, side, strength, row, cue, vocab, clause))
        return
    if side is None and doers:
        subject = subjects.before(row, cue.start, vocab)
        side = (
            pair.side(subject) if isinstance(subject, Mention) and cue.rule in ("verb", "team_goal") else None
        )
    hint = _hint(row, cue, pair)
    if vocab.has("conceding", row.text[max(0, cue.start - 60) : cue.end]) and not own_goal:
        side = None if side is None else 1 - side
        hint = None if hint is None else 1 - hint
    each = clock.one_each(row, len(doers))
    for i, doer in enumerate(doers):
        minute = (
            each[i]
            if each
            else clock.at(row, max(cue.start, 0), cue.end, doer.start if len(doers) > 1 else None)
        )
        goal = _goal(doer.person.key, minute, side, strength * doer.sure, row, cue, vocab, clause)
        goal.hint = hint if hint is not None else told.hint
        if own_goal:
            goal.kind, goal.team, goal.hint = "own_goal", None, None
        (told.denied if denied else told.goals).append(goal)
        if not denied and (len(doers) == 1):
            _tally(row, cue, clause, doer, vocab, told)


_REBOUND = re.compile(
    r"\b(?:su|sul|da|dopo|from|after|saved|parried|blocked|off) (?:un |una |il |an? |the )?(?:[a-z]+ )?$"
)
_AGAINST = re.compile(
    r"(?:against|over|past|beat|beyond|by|of|contro|sul|sulla|del|della|dell|di|alla|al|all)[ ’](?:the )?$"
)


def _hint(row: Masked, cue: _Cue, pair: Pair) -> int | None:
    """Return the side last spoken of before a goal in its sentence."""
    for a, _, mention in reversed(row.of("tr")):
        if a < cue.start and not _AGAINST.search(row.text[max(0, a - 12) : a]):
            return pair.side(mention)
    return None


_SECOND = re.compile(
    r"\b(?:his|her) (?:own )?second(?! (?:goal )?(?:of the season|in \w+ (?:games|matches)|for the|since|league|this|touch|attempt|booking|yellow))|sua doppietta|doppietta personale|si ripete|concede il bis"
)


def _tally(row: Masked, cue: _Cue, clause: str, doer: Doer, vocab: Vocabulary, told: Told) -> None:
    near = row.text[max(0, cue.start - 25) : cue.end + 12]
    if _SECOND.search(row.text[cue.start - 8 : cue.end + 30]):
        told.tallies[doer.person.key] = max(told.tallies[doer.person.key], 2)
    if vocab.has("treble", near) or vocab.has("treble", row.text[cue.start : cue.end]):
        told.tallies[doer.person.key] = max(told.tallies[doer.person.key], 3)
    elif vocab.has("double", row.text[cue.start : cue.end + 8]) and not re.search(
        r"doubl\w* (?:the|their|his)|raddoppi", near
    ):
        told.tallies[doer.person.key] = max(told.tallies[doer.person.key], 2)


def _goal(
    scorer: str,
    minute: Minute | None,
    side: int | None,
    strength: float,
    row: Masked,
    cue: _Cue,
    vocab: Vocabulary,
    clause: str,
) -> Goal:
    penalty = vocab.has("penalty", clause) and not re.search(r"penalty (?:area|box|appeal|shout)", clause)
    goal = Goal(scorer, minute.minute if minute else None, minute.added if minute else None, side,
                "penalty" if penalty else "goal", strength, row.sentence.index, row.sentence.start + cue.start,
                evidence=row.sentence.text, half=minute.half if minute else 0,
                minute_sure=minute.sure if minute else 0.0)  # fmt: skip
    near = [
        m
        for a, b, m in row.of("s")
        if 0 <= a - cue.end < 45 or 0 <= cue.start - b < 20 or cue.start <= a < cue.end
    ]
    if near:
        score = row.scores[int(near[0].key)]
        goal.ordinal = (score.first, score.second)
    return goal


def _clause(text: str, cue: _Cue) -> tuple[int, int]:
    """Return the span of the clause a cue stands in."""
    start = max((m.end() for m in _EDGE.finditer(text, 0, cue.start)), default=0)
    end = min((m.start() for m in _EDGE.finditer(text, cue.end)), default=len(text))
    return start, end


def _is_past(text: str, cue: _Cue, vocab: Vocabulary) -> bool:
    """Whether the words around a cue, or the sentence's opening, tell of another day."""
    start = max((m.end() for m in _COMMA.finditer(text, 0, cue.start)), default=0)
    end = min((m.start() for m in _COMMA.finditer(text, cue.end)), default=len(text))
    near = text[start:end]
    if vocab.has("past", near):
        return not vocab.has("recap", near)
    first = _COMMA.search(text)
    opening = text[: first.start()] if first and first.start() < cue.start else ""
    return "<p" not in opening and "<t" not in opening and len(opening) < 60 and vocab.has("past", opening)


_COMMA = re.compile(r"[,;:–—]")


def _quoted(raw: str, row: Masked, cue: _Cue) -> bool:
    """Whether a cue stands inside quotation marks."""
    text = row.text[: cue.start]
    return text.count("“") > text.count("”") or text.count("«") > text.count("»") or text.count('"') % 2 == 1


_WENT_IN = re.compile(
    r"\b(?:ed entra|ma entra|e si insacca|(?:e )?finisce in rete|in off|and in\b|before (?:going|nestling|crossing|bouncing|creeping) |and into the net|over the line|went in|found its way in)"
)


def _denied(text: str, cue: _Cue, clause_start: int, vocab: Vocabulary) -> bool:
    lead, tail = text[max(clause_start, cue.start - 90) : cue.start], text[cue.end : cue.end + 130]
    if _WENT_IN.search(tail):
        return False
    return (
        vocab.has("deny_before", lead.rstrip() + " ")
        or vocab.has("deny_before", lead.rstrip())
        or vocab.has("deny_after", tail)
    )


def _team_in(row: Masked, cue: _Cue, pair: Pair) -> int | None:
    """Return the side named inside the goal words ("put Arsenal ahead")."""
    for a, _, mention in row.of("tr"):
        if cue.start <= a < cue.end and row.text[max(0, a - 8) : a].split()[-1:] not in (
            ["past"],
            ["beyond"],
        ):
            return pair.side(mention)
    led = row.text[cue.start : cue.end].endswith(("vantaggio", "avanti", "parità"))
    after = _LED.match(row.text[cue.end :]) if led else None
    return pair.side(row.mark(after.group(1))) if after else None


_LED = re.compile(r" (?:il |la |l’|lo |i |gli |le )?(<t\d+>)")


def _doers(row: Masked, cue: _Cue, vocab: Vocabulary) -> list[Doer]:
    """Return who scored by the grammar of the cue's rule."""
    if cue.rule in ("noun", "noun_shot"):
        return _noun_doers(row, cue, vocab)
    inside = re.match(r"dal dischetto [^<]*(<p\d+>)", row.text[cue.start : cue.end])
    if inside:
        return [Doer(row.mark(inside.group(1)), cue.start, 0.95)]
    passive = subjects.after(row, cue.end, "passive", vocab)
    pronoun = _pronoun(row.text[: cue.start], vocab)
    subject = subjects.before(row, cue.start, vocab, people_only=pronoun)
    if pronoun and isinstance(subject, Doer):
        subject = subjects.before(row, cue.start, vocab, people_only=True, strict=True) or subject
    if cue.rule == "team_goal":
        if isinstance(subject, Doer) and not _DIRECT.match(row.text[cue.end :]):
            return []
        through = subjects.after(row, cue.end, "through", vocab)
        return subjects.people_after(row, through.start) if through else []
    if passive and _PASSIVE_IT.search(row.text[cue.start : cue.end]):
        return [passive]
    if isinstance(subject, Doer) and subject.sure > 0.5:
        return [subject]
    if passive and vocab.language == "en":
        return [passive]
    if isinstance(subject, Mention):
        through = subjects.after(row, cue.end, "through", vocab)
        return subjects.people_after(row, through.start) if through else []
    inverted = subjects.after(row, cue.end, "inverted", vocab)
    if inverted:
        return [inverted]
    if passive:
        return [passive]
    return [subject] if subject is not None else []


_DIRECT = re.compile(r"(?: [a-z\-]+){0,3} (?:through|thanks to|courtesy of|via|con|grazie a|grazie al) ")
_PASSIVE_IT = re.compile(r"^(?:segnat|siglat|realizzat|firmat|trasformat|griffat|timbrat)[oaie]$")


def _pronoun(lead: str, vocab: Vocabulary) -> bool:
    """Whether the words right before a verb are "he", "the striker" or the like."""
    rules = doer_rules(vocab.language)
    return bool(
        rules["phrase"].search(lead[-70:])
        or re.search(rules["pronoun"].pattern + r"[^,;<]{0,12}$", lead[-70:])
    )


def _from_before(row: Masked, cue: _Cue, recent: Mention, vocab: Vocabulary) -> list[Doer]:
    """Return the person of the sentence before, where "he" or a word like "the striker" is the subject or none is."""
    lead = row.text[: cue.start]
    if re.search(r"<[tr]\d+>[^,;]{0,40}$", lead) and not _pronoun(lead, vocab):
        return []
    if (
        _pronoun(lead, vocab)
        or doer_rules(vocab.language)["pronoun"].search(lead)
        or (vocab.language == "it" and "<p" not in row.text)
    ):
        return [Doer(recent, 0, 0.6)]
    return []


def _noun_doers(row: Masked, cue: _Cue, vocab: Vocabulary) -> list[Doer]:
    """Return whose goal a noun tells: "<p>'s opener", "goals from <p> and <p>", "gol di <p>"."""
    gap = re.match(
        r"(?:,? ?(?:<m\d+>|<s\d+>)| <t\d+>| (?!and\b|but\b|e\b|ma\b|che\b|fallo\b|per\b|su\b(?! rigore| punizione)|foul\b|for\b|contro\b|against\b|dopo\b|after\b|assist\b|cross\b|negat|sbagli|when\b|as\b|di\b|del\b|of\b)[a-zàèéìòù’\-0-9]+){{0,5}}?(?=,? ?(?:<p)|(?:{}))".format(vocab.rules["by"].pattern),
        row.text[cue.end :],
    )
    by = vocab.rules["by"].match(row.text, cue.end + (gap.end() if gap else 0))
    if by:
        rest = re.match(
            r" ?(?:(?!cross|assist|su\b|di\b|pass\b|corner|after\b|from\b|and\b|e\b|che\b|who\b|as\b|for\b|to\b)[a-z0-9àèéìòù’\-]+ |<m\d+>,? ?){0,6}?(?=<p)",
            row.text[by.end() :],
        )
        if rest:
            return subjects.people_after(row, by.end() + rest.end())
    owner = doer_rules(vocab.language)["owner"].search(row.text[: cue.start])
    if owner and owner.lastindex:
        gap = row.text[owner.end(1) : cue.start]
        if cue.rule == "noun" or gap.startswith("’") or len(gap.split()) <= 2:
            if gap.startswith("’") or re.match(r"^ (?:[a-z\-]+ ){0,2}$", gap):
                return [Doer(row.mark(owner.group(1)), owner.start(1), 0.9 if gap.startswith("’") else 0.7)]
    lead = row.text[: cue.start]
    if (
        re.search(
            r"(?:\b(?:with|his|her|con un[a’]?|con il|con la|con uno))(?: [a-zàèéìòù\-’]+| <m\d+>)*? ?$",
            lead[-45:],
        )
        and "<p" in lead[-130:]
    ):
        subject = subjects.before(row, cue.start, vocab, people_only=True)
        if isinstance(subject, Doer) and subject.sure > 0.5:
            return [Doer(subject.person, subject.start, 0.75)]
    return []


_AFTER_BREAK = re.compile(r"after the (?:break|interval|restart)|second half|half-time|second period")


class Clock:
    """Gives each goal the minute nearest to its words, reaching back to the sentence before."""

    def __init__(self, rows: list[Masked], vocab: Vocabulary) -> None:
        self.rows = {row.sentence.index: row for row in rows}
        self.vocab = vocab
        self.fixed: dict[tuple[int, int], Minute] = {}
        self.lines: dict[int, Masked] = {}
        for row in rows:
            self.lines.setdefault(row.sentence.line, row)
        self._settle(rows)

    def _settle(self, rows: list[Masked]) -> None:
        """Turn relative minutes and minutes of the second half into minutes of play, in order."""
        last, second, before = 0, False, ""
        bare = [m.minute for r in rows for m in r.minutes if m.minute and not m.half and not m.relative]
        absolute = any(46 <= m < 90 for m in bare)
        for row in rows:
            if doer_rules(self.vocab.language)["second_half"].match(row.text):
                second = True
            for i, minute in enumerate(row.minutes):
                value = minute.minute
                after = (
                    minute.elapsed and value is not None and value <= 12 and value < last and not minute.half
                )
                if (minute.relative or (after and self.vocab.language == "it")) and value is not None:
                    value = last + value if last else None
                elif (value is not None and second and minute.half == 0 and value <= 45 and not minute.added and not absolute \
                        and self.vocab.language == "it") or (value is not None and self.vocab.language == "en" and 0 < value <= 40 and value < last and not minute.half \
                        and "<m" in row.text[:4] and _AFTER_BREAK.search(before + row.text)):  # fmt: skip
                    value += 45
                self.fixed[row.sentence.index, i] = Minute(minute.start, minute.end, value, minute.added, minute.half,
                                                           sure=minute.sure)  # fmt: skip
                if minute.half == 2 and minute.minute and minute.minute < 90:
                    second = second or row.sentence.index > 2
                if value is not None and row.sentence.index > 0 and (last <= value or not minute.relative):
                    last = value if value <= 120 else last
            before = row.text

    def at(self, row: Masked, start: int, end: int, person: int | None = None) -> Minute | None:
        """Return the minute told nearest to a span of the masked sentence."""
        marks = [(a, b, self.fixed[row.sentence.index, int(m.key)]) for a, b, m in row.of("m")]
        marks = [m for m in marks if m[2].minute is not None]
        if person is not None:
            following = [m for m in marks if 0 <= m[0] - person < 16]
            return following[0][2] if following else None
        if marks:
            best = min(marks, key=lambda m: self._distance(row.text, m, start, end))
            near = self._distance(row.text, best, start, end) < 60
            return replace(best[2], sure=best[2].sure * (1.0 if near else 0.7))
        opening = self._line(row)
        if opening:
            return replace(opening, sure=0.9)
        earlier = self._earlier(row)
        return replace(earlier, sure=0.4) if earlier else None

    def one_each(self, row: Masked, count: int) -> list[Minute]:
        """Return a minute for each of several scorers where their number is the same ("in 49 and 50, through A and B")."""
        minutes = [self.fixed[row.sentence.index, int(m.key)] for _, _, m in row.of("m")]
        return (
            minutes
            if count > 1 and len(minutes) == count and all(m.minute is not None for m in minutes)
            else []
        )

    def _line(self, row: Masked) -> Minute | None:
        """Return the minute that the line of a ticker opens with."""
        first = self.lines.get(row.sentence.line)
        if first is None or not re.match(r"\W{0,3}<m\d+>", first.text):
            return None
        minute = self.fixed[first.sentence.index, 0]
        return minute if minute.minute is not None else None

    def _distance(self, text: str, mark: tuple[int, int, Minute], start: int, end: int) -> float:
        a, b, minute = mark
        gap = text[b:start] if b <= start else text[end:a]
        cost = len(gap) + 25 * len(
            re.findall(r"[;,:]| (?:but|before|after|ma|prima|dopo|when|while|mentre) ", gap)
        )
        cost += 10 * len(re.findall(r" (?:and|e|ed) ", gap))
        cost += 40 if minute.sure < 1 else 0
        return cost + (30 if a >= end and re.search(r"[;,:]|<[pt]", gap) else 0)

    def _earlier(self, row: Masked) -> Minute | None:
        """Return the minute of the sentence before in the same paragraph, if it tells just one and no goal."""
        previous = self.rows.get(row.sentence.index - 1)
        if previous is None or previous.sentence.paragraph != row.sentence.paragraph:
            return None
        values = [self.fixed[previous.sentence.index, i] for i in range(len(previous.minutes))]
        values = [v for v in values if v.minute is not None]
        busy = any(self.vocab.has(r, previous.text) for r in ("verb", "team_goal"))
        if len(values) == 1 and not busy:
            return values[0]
        line_start = re.match(r"<m\d+>", previous.text)
        return values[0] if line_start and values and not busy else None


_SHOUT = re.compile(r"(?:\bgo+a*l+\b|\bgoo+l|\brete\b|\bgoa+l\b)[^a-z]{0,2}(?:!|del |for |dell|per |:|$)")


def shouted_goals(rows: list[Masked], pair: Pair, vocab: Vocabulary, told: Told, clock: Clock) -> None:
    """Add the goals of a ticker's lines that shout "GOAL!" and tell the scorer in no known words."""
    lines: dict[int, list[Masked]] = {}
    for row in rows:
        lines.setdefault(row.sentence.line, []).append(row)
    taken = {g.sentence for g in told.goals}
    for group in lines.values():
        opening = group[0].text
        if not re.match(r"\W{0,3}<m\d+>", opening) or not any(_SHOUT.search(r.text) for r in group[:2]):
            continue
        if any(r.sentence.index in taken for r in group) or any(
            vocab.has("denied_next", r.text) for r in group
        ):
            continue
        for row in group:
            people = [
                p
                for p in row.of("p")
                if not doer_rules(vocab.language)["object"].search(row.text[max(0, p[0] - 30) : p[0]])
            ]
            if people:
                minute = clock.at(row, people[0][0], people[0][1])
                cue = _Cue(people[0][0], people[0][1], "verb", 0.75)
                told.goals.append(_goal(people[0][2].key, minute, None, 0.75, row, cue, vocab, row.text))
                break


def line_scores(rows: list[Masked], told: Told) -> None:
    """Give a ticker's goals the score that their line tells."""
    lines: dict[int, list[Masked]] = {}
    for row in rows:
        lines.setdefault(row.sentence.line, []).append(row)
    line_of = {row.sentence.index: row.sentence.line for row in rows}
    for goal in told.goals:
        group = lines.get(line_of.get(goal.sentence, -1), [])
        scores = [s for r in group for s in r.scores]
        if goal.ordinal is None and len(scores) == 1 and group and re.match(r"\W{0,3}<m\d+>", group[0].text):
            goal.ordinal = (scores[0].first, scores[0].second)
