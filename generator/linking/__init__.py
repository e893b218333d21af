"""Entries and names → links, stories and inferred dates. Pure."""
