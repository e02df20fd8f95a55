"""Write the entries as a table for spreadsheets, with a description of its columns."""
