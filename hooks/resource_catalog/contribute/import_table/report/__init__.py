"""Report on an imported table: problems by kind and one by one, as text, data or a table."""
