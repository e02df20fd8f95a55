"""Import the rows of a table into a catalog: new entries, and changes to existing ones.

``read_table`` decodes the file, ``headings`` match its columns to those of ``exports/spreadsheet``,
``rows`` turn cells into the data of entries, and ``import_plan`` checks the catalog as it would be.
A table exported from a catalog is imported without any change.
"""
