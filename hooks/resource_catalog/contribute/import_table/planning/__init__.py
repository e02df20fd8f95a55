"""Plan an import: what each row stands for, whether it fits the catalog, and the files to write."""
