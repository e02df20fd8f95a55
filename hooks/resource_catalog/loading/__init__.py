"""Load a folder of YAML files as a catalog, or report every problem in it with file and line."""
