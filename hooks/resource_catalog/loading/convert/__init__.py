"""From the plain data of YAML to records, with a problem for all that is wrong with it."""
