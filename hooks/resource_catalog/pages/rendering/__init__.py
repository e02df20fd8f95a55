"""Render pages to HTML, and build the style sheets, icons and browser scripts they use."""
