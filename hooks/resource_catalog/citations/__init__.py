"""Citations: an entry as those who write papers name it, in three styles and three formats."""
