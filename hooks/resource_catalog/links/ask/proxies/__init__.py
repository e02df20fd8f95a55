"""Forward proxies: which one a request takes, the errors that they answer with, and one of our own."""
