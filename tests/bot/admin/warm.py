"""Imported once by the process that children are forked from: what each of them would read anew."""

from __future__ import annotations

import tempfile
from pathlib import Path

import bot.editing  # noqa: F401 - what children are asked to do stands there and in what it imports
from knowledge import build
from knowledge.base import compiled
from knowledge.base.catalogue import catalogue
from knowledge.drafting import draft
from knowledge.understanding.lexicon import all_lexicons
from tests.kept_readings import KeepingSamples
from tests.knowledge.base.world import make_world

catalogue()
all_lexicons()
draft("Burnley beat Reading 2-1. Ian Marlow scored in the tenth minute.").to_toml()
draft("Il Pontedera batte la Carrarese 2-1 con un gol di Sonetti al decimo minuto.").to_toml()
compiled.SampleReader = KeepingSamples  # type: ignore[misc]
with tempfile.TemporaryDirectory() as folder:
    world = make_world(Path(folder))
    build(world.base, world.folder, shipped=world.shipped)
