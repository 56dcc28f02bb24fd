"""What the project is made of besides words, each listed: files, settings, the menu, what a page may have in it."""
