"""From text to a decision: words, names, scope, candidates, the rows that fit, and how sure that is."""
