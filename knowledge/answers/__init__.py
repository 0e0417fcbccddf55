"""From rows to replies: operators, rendering, templates and the grammar they need."""
