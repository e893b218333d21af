"""What words are: folding, cutting, sentences, stems. Shared by every room; knows nothing of liveblogs."""
