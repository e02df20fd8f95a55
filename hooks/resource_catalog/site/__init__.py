"""What is worked out once for all pages and files: news, reviews, gaps, citations, the search."""
