"""Compare the sites that two revisions of the project build, byte for byte."""
