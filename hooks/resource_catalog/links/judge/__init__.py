"""Judge from the evidence of a request what a reader would find at a URL. Requests nothing."""
