"""Entries as rows of a spreadsheet, with a description of the columns."""
