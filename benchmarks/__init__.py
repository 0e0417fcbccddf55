"""Measurements: how well questions are answered, how fast, and what a kill loses."""
