"""A draft as an article file and a names file, each row with its evidence and confidence."""

from __future__ import annotations

from knowledge.drafting.article import Reading
from knowledge.drafting.fact_finder import FactFinder
from knowledge.drafting.fact_rows import FactWriter
from knowledge.drafting.false_match import without_false_match
from knowledge.drafting.identity import Identity, slug
from knowledge.drafting.lineup_facts import changes, lineup_facts
from knowledge.drafting.match_rows import MatchWriter, match_id
from knowledge.drafting.names_file import names_file
from knowledge.drafting.render_json import name_of
from knowledge.drafting.toml_rows import Date, Row, table
from knowledge.drafting.untyped import questions, untyped
from knowledge.drafting.vocabulary import load
from knowledge.drafting.wording import LANGUAGES, day


class ArticleWriter:
    """Turns one reading into the rows of an article file."""

    def __init__(self, reading: Reading, identity: Identity, source_id: str | None = None) -> None:
        reading = without_false_match(reading)
        identity.reading = reading
        self.reading, self.identity = reading, identity
        self.templates = load("templates.toml")
        self.rows: list[tuple[str, Row]] = []
        self.source_id = source_id or self._source_id()
        self._taken: set[str] = set()
        finder = FactFinder(reading)
        context = finder.context
        self.typed, self.lead = finder.find(), context.heroes()
        for match in reading.matches[:1]:
            listed = list(lineup_facts(reading.rows, context.club, lambda k: name_of(k, reading) or ""))
            for fact in listed:
                if fact.kind == "lineup" and fact.teams["team"] in match.teams:
                    fact.teams["rival"] = match.teams[1 - match.teams.index(fact.teams["team"])]
            told = {e.player for e in match.events if e.kind == "substitution"}
            new = changes(reading.rows, context.club, match.teams)
            match.events += [e for e in new if e.player not in told]
            self.typed += [f for f in listed if f.kind == "role" or "rival" in f.teams]

    def _source_id(self) -> str:
        header, matches = self.reading.header, self.reading.matches
        if matches:
            base = f"report-{match_id(matches[0], self.identity)}"
        else:
            base = slug(header.title or "article")[:50] + (f"-{header.date[:4]}" if header.date else "")
        return slug(base)

    def article(self) -> str:
        """Return the article file."""
        self._source()
        for match in self.reading.matches:
            writer = MatchWriter(match, self.identity, self.typed)
            self.rows.append(("match", writer.row()))
            for wanted, row in writer.events():
                self._add("event", wanted, row)
        self._facts()
        return "\n".join(table(name, row) for name, row in self.rows)

    def _source(self) -> None:
        header, texts = self.reading.header, self.templates["source"]
        label = dict(texts["label"])
        if header.date:
            dated = texts["dated" if self.reading.matches else "article"]
            label = {k: dated[k].format(date=day(header.date, k)) for k in LANGUAGES}
        if self.reading.matches:
            names = [name_of(t, self.reading) for t in self.reading.matches[0].teams]
            title = texts["report"][self.reading.language].format(home=names[0], away=names[1])
        else:
            title = texts["untitled"][self.reading.language]
        row: Row = {
            "id": self.source_id,
            "title": header.title or title,
            "publisher": header.publisher and header.publisher[:110],
            "author": header.author,
            "published": Date(header.date) if header.date else None,
            "language": self.reading.language,
            "label": label,
        }
        self.rows.append(("source", row))

    def _facts(self) -> None:
        """Add each sentence that no typed row came from, in the article's language, with its names."""
        language = self.reading.language
        about_match = [match_id(m, self.identity) for m in self.reading.matches[:1]]
        writer = FactWriter(self.identity, about_match[0] if about_match else "", self.lead)
        for told in self.typed:
            row = writer.row(told)
            if row:
                self._add("fact", f"{self.source_id}-{told.kind.replace('_', '-')}", row)
        rest = untyped(self.reading, heroic=bool(self.lead))
        for index, row in writer.statements(rest):
            self._add("fact", f"{self.source_id}-said-{index}", row)
        hero = [i for key in self.lead if key and (i := self.identity.mentioned(key))]
        for fact in rest:
            text = fact.row.sentence.text.strip()
            marks = [m for m in (*fact.row.marks, *filter(None, [fact.asked])) if m.kind in "ptvc"]
            names = [i for m in marks if (i := self.identity.mentioned(m.key)) is not None]
            self._add(
                "fact",
                f"{self.source_id}-{fact.row.sentence.index}",
                {
                    "about": list(dict.fromkeys([*about_match, *names, *hero])),
                    "topic": fact.topic,
                    "value": {language: text},
                    language: text,
                    "ask": {language: asks} if (asks := questions(fact, self.reading)) else None,
                    "paragraph": fact.row.sentence.paragraph,
                    "evidence": text,
                    "confidence": 0.4,
                },
            )

    def _add(self, table: str, wanted: str, row: Row) -> None:
        wanted = slug(wanted)
        name, n = wanted, 2
        while name in self._taken:
            name, n = f"{wanted}-{n}", n + 1
        self._taken.add(name)
        self.rows.append((table, {"id": name, **row}))

    def names(self) -> str:
        """Return the names file of the new names; call after `article`."""
        return names_file(self.identity)
