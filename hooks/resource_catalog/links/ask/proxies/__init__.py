"""Forward proxies: which one a request takes, what they answer, and one of our own."""
