"""Whether another revision of the project builds the same sites, byte for byte."""
