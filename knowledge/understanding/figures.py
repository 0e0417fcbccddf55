"""Figures in their context: spoken scores, years behind months, minutes of a half; and the scope they make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .fuzzy import one_slip
from .lexicon import Lexicon
from .number_words import read_numbers
from .words import Token

SHORT = 4
"""Words of a fragment at whose end two digits are a year: "scorers 23"."""

MOST_GOALS = 20
"""Goals beyond which two figures with a hyphen are no score: "the 31-45 minute band"."""
CENTURY, SOON_YEARS = ("20", "22"), 5
"""How a year begins that was typed with a slip, and years after the last match that somebody may well mean.
"""
LONGEST_MONTH, MOST_GOALS = 31, 9
"""Days of a month, and goals up to which two figures with a stroke between them are a score."""
SOON = 20
"""Most minutes in which somebody who chats has to leave: "in 33 minutes" may be a minute of play."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What narrows a question to matches: each field is a hard filter where it is not empty."""

    years: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    seasons: tuple[int, ...] = ()
    scores: tuple[tuple[int, int], ...] = ()
    dates: tuple[tuple[int, int, int], ...] = ()
    minutes: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
    years_apart: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing points at a match."""
        return not (
            self.years or self.months or self.seasons or self.scores or self.dates or self.years_apart
        )

    @property
    def within(self) -> Scope:
        """What narrows a question inside a match, without what points at one."""
        return Scope(minutes=self.minutes, numbers=self.numbers)


EVERYWHERE = Scope()
"""The scope of a question that names none."""


def figure_feature(token: Token) -> str:
    """Return the feature of a figure: years, seasons and scores are scope and give none."""
    if token.kind in ("number", "minute"):
        return f"#{token.value}"
    if token.kind == "formation":
        return f"formation:{token.value}"
    return ""


def _plain(tokens: Sequence[Token], telling: Mapping[str, int]) -> bool:
    """Whether the tokens are words without a figure, and none of them is one of the `telling` ones."""
    for token in tokens:  # noqa: SIM110 - read for every stored question, and a generator takes twice as long
        if token.kind != "word" or token.text in telling:
            return False
    return True


def join_figures(tokens: Sequence[Token], lex: Lexicon, years: frozenset[int] = frozenset()) -> list[Token]:
    """Turn number words, spoken scores, years after months and minutes of a half into figures.

    `years` are those of stored matches: "in 23" and "23 and 25" mean them.
    """
    syntax = lex.syntax
    if _plain(tokens, lex.numbers):
        return list(tokens)
    tokens = _short_years(_typed_years(read_numbers(tokens, lex.numbers), years), lex, years)
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind == "word":
            out.append(token)
            at += 1
            continue
        nxt = tokens[at + 1] if at + 1 < len(tokens) else None
        third = tokens[at + 2] if at + 2 < len(tokens) else None
        spoken = _spoken_score(token, nxt, third, syntax)
        if spoken:
            out.append(token._replace(text="-".join(map(str, spoken[0])), kind="score", value=spoken[0]))
            at += spoken[1]
            continue
        previous = out[-1] if out else None
        written = _day_and_month(token, lex)
        if written:
            out += written
            at += 1
            continue
        if token.kind in ("number", "minute") and isinstance(token.value, int):
            number = token.value
            if (
                previous
                and previous.text in lex.months
                and 0 <= number < 100
                and len(token.text) == 2
                and token.text.isdigit()
                and not _is_day(number, years)
            ) or (
                previous
                and previous.text in syntax["year_before"]
                and len(token.text) == 2
                and 10 <= number <= 40
                and not (nxt and nxt.text in lex.months)
            ):
                token = token._replace(kind="year", value=2000 + number)
            elif (
                (nxt and nxt.text in syntax["minute"])
                or (previous and previous.text in syntax["minute"])
                or (10 < number <= 120 and nxt is None and previous and previous.text in syntax["minute_at"])
            ):
                token = token._replace(kind="minute")
            if token.kind == "minute" and previous and _lasts(number, previous.text, syntax):
                token = token._replace(kind="number")
        if token.kind in ("number", "minute") and isinstance(token.value, int) and 0 < token.value <= 50:
            span = _second_half_after(tokens, at, lex)
            if span and (
                token.kind == "minute" or (previous and previous.text in ("al", "all", "del", "at"))
            ):
                token = token._replace(kind="minute", value=token.value + 45)
        counted = _years_after(out, tokens[at : at + 3], lex)
        if counted:
            out.append(token._replace(kind="year", value=counted))
            at += 3
            continue
        out.append(token)
        at += 1
    return out


def _is_day(number: int, years: frozenset[int]) -> bool:
    """Whether a number behind a month is a day: "december 28th", where no stored match is so late as 2028."""
    return 0 < number <= LONGEST_MONTH and bool(years) and 2000 + number > max(years)


def _day_and_month(token: Token, lex: Lexicon) -> list[Token]:
    """Return "28/12" as a day and the word for a month, nothing where it may be a score."""
    pair = token.value if token.kind == "score" and "/" in token.text else None
    if not isinstance(pair, tuple) or max(pair) <= MOST_GOALS or not 0 < pair[0] <= LONGEST_MONTH:
        return []
    month = next((word for word, number in lex.months.items() if number == pair[1]), "")
    if not month:
        return []
    day = token._replace(text=str(pair[0]), kind="number", value=pair[0])
    return [day, token._replace(text=month, kind="word", value=None)]


def _lasts(minutes: int, before: str, syntax: Mapping[str, frozenset[str]]) -> bool:
    """Whether minutes are a span of time and no minute of play: "the last 10 minutes", "I leave in two minutes"."""
    return before in syntax["lasting"] or (minutes <= SOON and before in syntax["soon"])


def _years_after(before: Sequence[Token], tokens: Sequence[Token], lex: Lexicon) -> int:
    """Return the year that `tokens` count to from one named before: "in 2023 and two years later"; else 0."""
    if len(tokens) < 3 or tokens[0].kind != "number" or tokens[1].text not in lex.syntax["years"]:
        return 0
    year = next((token.value for token in reversed(before) if token.kind == "year"), None)
    number, then = tokens[0].value, tokens[2].text
    if not isinstance(year, int) or not isinstance(number, int):
        return 0
    if then in lex.syntax["after"]:
        return year + number
    return year - number if then in lex.syntax["before"] else 0


def _typed_years(tokens: Sequence[Token], years: frozenset[int]) -> list[Token]:
    """Read "20255" and "2052" as the one year of a stored match that a slip of the thumb makes them of."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        slipped = token.kind in ("number", "year") and token.text.isdigit() and len(token.text) in (4, 5)
        if (
            not slipped
            or not years
            or not token.text.startswith(CENTURY)
            or int(token.text) <= max(years) + SOON_YEARS
        ):
            continue
        meant = [year for year in years if one_slip(token.text, str(year))]
        if len(meant) == 1:
            found[at] = token._replace(kind="year", value=meant[0])
    return found


def _short_years(tokens: Sequence[Token], lex: Lexicon, years: frozenset[int]) -> list[Token]:
    """Read two digits as a year with a stored match, behind "in" or beside another such pair of digits."""
    syntax = lex.syntax
    texts = [token.text for token in tokens]

    def short(at: int) -> bool:
        if not 0 <= at < len(tokens) or tokens[at].kind != "number" or len(texts[at]) != 2:
            return False
        counts = texts[at + 1 : at + 2] and texts[at + 1] in syntax["minute"] | syntax["counted"]
        return 2000 + int(texts[at]) in years and not counts

    found = list(tokens)
    for at, token in enumerate(tokens):
        if not short(at):
            continue
        beside = any(short(at + step) and texts[at + step // 2] in syntax["pair"] for step in (-2, 2))
        if (
            beside
            or (at and texts[at - 1] in syntax["year_in"])
            or texts[at + 1 : at + 2] in ([w] for w in syntax["year_noun"])
            or (0 < at == len(tokens) - 1 < SHORT and texts[at - 1] not in syntax["minute_at"])
        ):
            found[at] = token._replace(kind="year", value=2000 + int(token.text))
    return found


def _spoken_score(
    token: Token,
    nxt: Token | None,
    third: Token | None,
    syntax: Mapping[str, frozenset[str]],
) -> tuple[tuple[int, int], int] | None:
    """Read "2 a 1", "two to one", "one nil", "two one" as a score; return it and how many tokens it took."""
    nil = syntax["nil"]

    def goals(t: Token | None) -> int | None:
        if t is None:
            return None
        if t.text in nil:
            return 0
        return t.value if t.kind == "number" and isinstance(t.value, int) and t.value <= 12 else None

    one = goals(token)
    if one is None or token.text in nil:
        return None
    if nxt and nxt.text in syntax["to"] and goals(third) is not None:
        return (one, goals(third) or 0), 3
    if nxt and nxt.text in nil:
        return (one, 0), 2
    if nxt and nxt.text in syntax["each"]:
        return (one, one), 2
    single, other = syntax["single"], goals(nxt)
    counts = third is not None and third.text in syntax["counted"] | syntax["minute"]
    alike = (
        nxt and token.text.isdigit() == nxt.text.isdigit() and nxt.start == token.start + len(token.text) + 1
    )
    if (
        nxt
        and other is not None
        and {token.text, nxt.text} <= single
        and alike
        and one > other
        and not counts
    ):
        return (one, other), 2
    return None


def _second_half_after(tokens: Sequence[Token], at: int, lex: Lexicon) -> bool:
    following = [t.text for t in tokens[at + 1 : at + 6]]
    if lex.language == "it":
        return "ripresa" in following[:4] or ("secondo" in following[:4] and "tempo" in following[:5])
    return "second" in following and "half" in following


def scope_of(tokens: Sequence[Token], lex: Lexicon) -> Scope:
    """Collect what narrows the question to matches, and its figures."""
    if _plain(tokens, lex.months):
        return EVERYWHERE
    years: list[int] = []
    months: list[int] = []
    seasons: list[int] = []
    scores: list[tuple[int, ...]] = []
    dates: list[tuple[int, ...]] = []
    minutes: list[int] = []
    numbers: list[int] = []
    apart = 0
    for at, token in enumerate(tokens):
        value = token.value
        if token.kind == "word":
            if token.text in lex.months and token.text != "may":
                months.append(lex.months[token.text])
        elif token.kind == "year" and isinstance(value, int):
            years.append(value)
        elif token.kind == "season" and isinstance(value, int):
            seasons.append(value)
        elif token.kind in ("score", "date") and isinstance(value, tuple):
            (scores if token.kind == "score" else dates).append(value)
        elif token.kind == "minute" and isinstance(value, int):
            minutes.append(value)
        elif token.kind == "number" and isinstance(value, int):
            numbers.append(value)
            after = [t.text for t in tokens[at + 1 : at + 4]]
            if after and after[0] in lex.syntax["years"] and len(after) > 1:
                apart = (
                    -value
                    if after[1] in lex.syntax["before"]
                    else value
                    if after[1] in lex.syntax["after"]
                    else apart
                )
    return Scope(
        tuple(years),
        tuple(dict.fromkeys(months)),
        tuple(seasons),
        tuple(s for s in scores if len(s) == 2 and max(s) <= MOST_GOALS),
        tuple(d for d in dates if len(d) == 3),
        tuple(minutes),
        tuple(numbers),
        apart,
    )
