"""The page of what people ask."""
