"""Imported once by the process that children are forked from: what each of them would read anew."""

from __future__ import annotations

from knowledge.base.catalogue import catalogue
from knowledge.understanding.lexicon import all_lexicons

catalogue()
all_lexicons()
