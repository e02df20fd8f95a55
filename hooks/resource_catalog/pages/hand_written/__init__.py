"""Fill in and check hand-written pages: those of the project, and those of a catalog."""
