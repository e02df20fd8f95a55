"""What a catalog is made of: frozen records, the types of their fields, and problems with them.

The lowest package: it imports no other, and reads no file.
"""
