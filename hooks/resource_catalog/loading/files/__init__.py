"""Check the files of a catalog folder as files, whatever they hold."""
