"""Define what a catalog is made of: frozen records, their field types, and problems with them.

The lowest package: it imports no other, and reads no file of a catalog.
"""
