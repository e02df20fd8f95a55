"""The link checker: fetch the URLs of a catalog, decide a verdict on each and record its status."""
