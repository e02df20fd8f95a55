"""What scripts ask and print, and how they run git and the site builder.

Whatever decides is in the product, ``hooks/resource_catalog/``.
"""
