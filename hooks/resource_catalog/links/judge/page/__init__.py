"""What an HTML page shows: its facts, and whether it is the page of the resource."""
