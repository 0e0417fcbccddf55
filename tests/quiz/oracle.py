"""Which options the article files make right, worked out without the program's own code for the quiz."""

from __future__ import annotations

import datetime as dt
from typing import Any

from knowledge.models import Name
from knowledge.quiz.records import QuizQuestion

Articles = dict[str, dict[str, dict[str, Any]]]


class Oracle:
    def __init__(self, articles: Articles, names: dict[str, Name], language: str) -> None:
        self.articles, self.language = articles, language
        self.names = names

    def same(self, option: str, id_: str | None) -> bool:
        """Whether an option is how the name `id_` is written (Roma is a club and a town)."""
        return id_ in self.names and self.plain(self.names[id_].display[self.language]) == self.plain(option)

    @staticmethod
    def plain(text: str) -> str:
        return text.replace("’", "'").replace("“", '"').replace("”", '"').casefold().strip()

    def right(self, question: QuizQuestion) -> set[str]:
        """Return the options that the rows make right."""
        return {o for o in question.options if self.is_right(question, o)}

    def is_right(self, q: QuizQuestion, option: str) -> bool:
        if q.row in self.articles["fact"]:
            return self._fact(q, option, self.articles["fact"][q.row])
        if q.row in self.articles["event"]:
            return self._event(q, option, self.articles["event"][q.row])
        return self._match(q, option, self.articles["match"][q.row])

    def _fact(self, q: QuizQuestion, option: str, fact: dict[str, Any]) -> bool:
        value = fact["value"]
        if q.asked == "by":
            speakers = {*fact["about"][:1], *({"gasperini"} & set(fact["about"]))}
            return any(self.same(option, id_) for id_ in speakers)
        if q.asked == "odd":
            return not any(self.same(option, id_) for id_ in value)
        if isinstance(value, dict):
            return self.plain(option) == self.plain(value[self.language])
        if isinstance(value, dt.date):
            return self._month(option, value)
        if isinstance(value, bool):
            raise AssertionError("no yes/no question has options")
        if isinstance(value, int):
            digits = "".join(c for c in option if c.isdigit())
            return digits == str(value)
        if isinstance(value, list):
            return all(self.plain(self.names[v].display[self.language]) in self.plain(option) for v in value)
        return self.same(option, value) or option == value

    def _month(self, option: str, value: dt.date) -> bool:
        english = (
            "",
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        )
        italian = (
            "",
            "gennaio",
            "febbraio",
            "marzo",
            "aprile",
            "maggio",
            "giugno",
            "luglio",
            "agosto",
            "settembre",
            "ottobre",
            "novembre",
            "dicembre",
        )
        day = f"{value.day} {(english if self.language == 'en' else italian)[value.month]} {value.year}"
        return option == day

    def _event(self, q: QuizQuestion, option: str, event: dict[str, Any]) -> bool:
        if q.kind == "order":
            return option == self._moment_of(q, event)
        field = q.asked
        if field == "minute":
            return "".join(c for c in option if c.isdigit()) == str(event["minute"])
        if field in ("why", "part"):
            return self.plain(option) == self.plain(event[field][self.language])
        if field == "formation":
            return option == event["formation"]
        told = event.get("minute") is not None and str(event["minute"]) in q.question
        return any(
            self.same(option, other.get(field))
            for other in self.articles["event"].values()
            if other["match"] == event["match"]
            and other["kind"] == event["kind"]
            and other.get("team") == event.get("team")
            and (not told or other.get("minute") == event["minute"])
            and self._names_agree(q, other, field)
        )

    def _names_agree(self, q: QuizQuestion, other: dict[str, Any], field: str) -> bool:
        """Whether the other people of an event are those that the question names, if it names any."""
        asked = self.plain(q.question)
        how = other.get("how", {}).get(self.language)
        if ("“" in q.question or "«" in q.question) and not (how and self.plain(how) in asked):
            return False
        partners = [other.get(f) for f in ("player", "by", "on", "off") if f != field and other.get(f)]
        named = [p for p in partners if self.plain(self.names[p].display[self.language]) in asked]
        people = (n for n in self.names.values() if n.kind == "person")
        whose = any(self.plain(n.display[self.language]) in asked for n in people)
        return bool(named) or not whose or field == "player"

    def _moment_of(self, q: QuizQuestion, event: dict[str, Any]) -> str:
        """Return the option that speaks of the event, after checking its time against the others'."""
        mine = self.plain(self.names[event["player"]].display[self.language])
        for option in q.options:
            if option == q.options[q.right]:
                assert mine in self.plain(option)
                continue
            rivals = [
                e
                for e in self.articles["event"].values()
                if e["match"] == event["match"]
                and e.get("player")
                and self.plain(self.names[e["player"]].display[self.language]) in self.plain(option)
            ]
            pairs = [(event, e) if q.asked == "first" else (e, event) for e in rivals]
            assert any(self._before(earlier, later) for earlier, later in pairs)
        return q.options[q.right]

    @staticmethod
    def _before(one: dict[str, Any], other: dict[str, Any]) -> bool:
        def half(e: dict[str, Any]) -> int:
            early = e["minute"] <= 45 if e.get("minute") else e.get("period") == "first_half"
            return 1 if early else 2

        if one.get("minute") and other.get("minute"):
            return bool(one["minute"] < other["minute"])
        return half(one) < half(other)

    def _match(self, q: QuizQuestion, option: str, match: dict[str, Any]) -> bool:
        events = [e for e in self.articles["event"].values() if e["match"] == match["id"]]
        goals = [e for e in events if e["kind"] == "goal" or e.get("outcome") == "scored"]
        field, _, rest = q.asked.partition("-")
        if field in ("score", "half_time"):
            return option == "-".join(map(str, match[field]))
        if field == "winner":
            home, away = match.get("score", (None, None))
            winner = match.get("winner") or (match["home"] if home > away else match["away"])
            return self.same(option, winner)
        if field == "date":
            return self._month(option, match["date"])
        if field == "season":
            return option == match["season"]
        if field == "opponent":
            return self.same(option, match["away"])
        if field in ("venue", "competition"):
            return self.same(option, match[field])
        if field in ("coach", "goalkeeper"):
            people = {"coach": "coaches", "goalkeeper": "goalkeepers"}
            return self.same(option, match[people[field]][rest])
        if field == "first_goal":
            first = min((g for g in goals if g.get("minute")), key=lambda g: g["minute"])
            return self.same(option, first["player"])
        if field == "haul":
            count = sum(self.same(option, g["player"]) for g in goals)
            return count >= 2
        if field == "side":
            team = next(e["team"] for e in events if e.get("player") == rest)
            return any(self.same(option, e.get("player")) and e["team"] == team for e in events)
        if field == "both":
            return self._in_both(rest, option, match)
        raise AssertionError(f"no check for {q.asked}")

    def _in_both(self, what: str, option: str, match: dict[str, Any]) -> bool:
        sides = {match["home"], match["away"]}
        meetings = [m for m in self.articles["match"].values() if {m["home"], m["away"]} == sides]
        if what == "goalkeeper":
            return all(any(self.same(option, k) for k in m["goalkeepers"].values()) for m in meetings)
        goals = [
            e for e in self.articles["event"].values() if e["kind"] == "goal" or e.get("outcome") == "scored"
        ]
        return all(
            any(e["match"] == m["id"] and self.same(option, e.get("player")) for e in goals) for m in meetings
        )
