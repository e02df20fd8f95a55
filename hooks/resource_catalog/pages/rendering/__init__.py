"""From a page to HTML, with its templates, icons, style sheets and browser code."""
