"""Import the rows of a table into a catalog: new entries, and changes to existing ones.

``read_table`` decodes the file, ``column_matching`` finds the columns of ``exports/spreadsheet``
for its own, ``rows`` turns cells into the data of entries, and ``planning`` checks the catalog as
it would be. A table exported from a catalog is imported without any change.
"""
