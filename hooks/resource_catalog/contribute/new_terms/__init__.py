"""Make terms, and whole vocabularies, of the words in the columns of a table."""
