"""Digest → Markdown pages, charts and data files; the one place that makes document text safe."""
