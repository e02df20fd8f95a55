"""Write each tool as files in which nothing is filled in yet."""
