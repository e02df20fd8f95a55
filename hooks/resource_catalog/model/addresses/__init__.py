"""What is known of addresses beyond their spelling: wrappers, tracking, one thing at several."""
