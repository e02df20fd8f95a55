"""What makes builds and previews faster and changes no byte of the site; deleting it is safe."""
