"""The search index: classic-script shards that serve a domain, a sub-path and ``file://`` alike."""

from generator.publishing.search.index import SearchReport, write_index

__all__ = ["SearchReport", "write_index"]
