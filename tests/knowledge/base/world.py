"""A small world of one article, so that a build takes a fraction of a second."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from knowledge import BuildFailed, Report, build, check

NAMES = """
[[name]]
id = "atalanta"
kind = "club"
name.en = "Atalanta"
name.it = "Atalanta"
article.it = "l'"
gender = "f"
alias = ["la dea", "orobici"]
town = "bergamo"
stadium = "gewiss-stadium"

[[name]]
id = "inter"
kind = "club"
name.en = "Inter"
name.it = "Inter"
article.it = "l'"
gender = "f"
alias = ["beneamata"]

[[name]]
id = "gewiss-stadium"
kind = "place"
name.en = "Gewiss Stadium"
name.it = "Gewiss Stadium"
article.en = "the"
article.it = "il"
town = "bergamo"

[[name]]
id = "bergamo"
kind = "place"
name.en = "Bergamo"
name.it = "Bergamo"

[[name]]
id = "serie-a"
kind = "competition"
name.en = "Serie A"
name.it = "Serie A"
article.it = "la"
gender = "f"

[[name]]
id = "lautaro-martinez"
kind = "person"
name.en = "Lautaro Martínez"
name.it = "Lautaro Martínez"
alias = ["lautaro", "toro"]
roles = [{ role = "forward", club = "inter", season = "2025-26" }]

[[name]]
id = "djimsiti"
kind = "person"
name.en = "Berat Djimsiti"
name.it = "Berat Djimsiti"
alias = ["djimsiti"]
"""

ARTICLE = """
[source]
id = "report"
title = "A report"
published = 2025-12-28
language = "en"
label.en = "match report"
label.it = "cronaca della partita"

[[match]]
id = "atalanta-inter"
competition = "serie-a"
season = "2025-26"
date = 2025-12-28
home = "atalanta"
away = "inter"
score = [0, 1]
half_time = [0, 0]
venue = "gewiss-stadium"

[[event]]
id = "goal-lautaro"
match = "atalanta-inter"
kind = "goal"
minute = 65
team = "inter"
player = "lautaro-martinez"
how = { en = "with a low shot", it = "con un tiro basso" }
en = "Lautaro Martínez scored after 65 minutes."
it = "Lautaro Martínez ha segnato al 65'."
paragraph = 2

[[fact]]
id = "weather"
about = ["atalanta-inter"]
topic = "weather"
value = { en = "rain", it = "pioggia" }
en = "It rained in Bergamo that evening."
it = "Quella sera a Bergamo pioveva."
ask.en = ["What was the weather like in Bergamo?", "rain or dry"]
ask.it = ["Che tempo faceva a Bergamo?", "pioveva o no"]
no.en = ["Was it dry?"]
no.it = ["Era asciutto?"]
paragraph = 1

[[fact]]
id = "lautaro-tally"
about = ["lautaro-martinez", "inter"]
topic = "goals_tally"
value = 9
as_of = 2025-12-28
en = "Lautaro Martínez has nine league goals."
it = "Lautaro Martínez ha nove gol in campionato."
ask.en = ["How many league goals does Lautaro Martínez have?", "lautaro tally so far"]
ask.it = ["Quanti gol in campionato ha Lautaro Martínez?", "bottino del toro"]
"""


@dataclass(frozen=True)
class World:
    """A data folder, a base beside it, and builds that read nothing else."""

    folder: Path
    base: Path
    shipped: Path

    def build(self) -> Report:
        return build(self.base, self.folder, shipped=self.shipped)

    def check(self) -> Report:
        return check(self.folder, shipped=self.shipped)

    def mistakes(self) -> list[str]:
        """Return the lines of a build that must fail."""
        with pytest.raises(BuildFailed) as failure:
            self.build()
        return [str(mistake) for mistake in failure.value.report.mistakes if not mistake.warning]

    @property
    def names(self) -> Path:
        return self.folder / "names" / "names.toml"

    @property
    def article(self) -> Path:
        return self.folder / "articles" / "report.toml"

    @property
    def amendments(self) -> Path:
        return self.folder / "amendments.toml"

    def replace(self, old: str, new: str, count: int = 1) -> None:
        """Change the article or the names file, whichever holds `old`."""
        path = self.article if old in self.article.read_text() else self.names
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, count))


def make_world(root: Path) -> World:
    world = World(root / "data", root / "base" / "facts.sqlite", root / "nothing-shipped")
    world.names.parent.mkdir(parents=True)
    world.article.parent.mkdir(parents=True)
    world.shipped.mkdir()
    world.names.write_text(NAMES)
    world.article.write_text(ARTICLE)
    return world
