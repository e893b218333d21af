"""The text of a page → a draft: mark lines, let layouts compete, cut into entries, name their parts."""
