"""Work out what is drawn at build: covers of packs and tools, the map of phases and stages."""
