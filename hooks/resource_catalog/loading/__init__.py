"""From a folder of YAML files to a catalog, or to every problem in it with its file and line."""
