"""Tables: entries as rows of a spreadsheet, out of the catalog and back into it.

``columns`` says which column holds what, ``cells`` how a text stands in one,
``csv_text`` how rows become a file. What goes out comes back the same.
"""
