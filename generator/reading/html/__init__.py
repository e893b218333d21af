"""Saved HTML pages → drafts, with no parser per outlet.

What a page says in structured data and what it shows are both read, laid side by side, and each
fact is taken from where it is sound.
"""

from generator.reading.html.reader import read_html

__all__ = ["read_html"]
