"""The command-line side of the link checker: options, files, output and progress."""
