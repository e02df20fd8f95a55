"""What makes a site that of an organization: its files, colors, menu and own pages."""
