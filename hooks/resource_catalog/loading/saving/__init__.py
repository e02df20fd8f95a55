"""Write files so that nothing is ever lost: whole or not at all, and by one program at a time."""
