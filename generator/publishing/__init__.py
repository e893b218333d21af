"""Markdown → site, search index, feeds, offline archive, checks."""
