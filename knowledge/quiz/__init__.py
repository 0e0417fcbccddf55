"""Questions, options and explanations, made from rows and a seed."""
