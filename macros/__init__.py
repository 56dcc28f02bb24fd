"""The machinery: from the words in docs/ to the site. CONTRIBUTING.md says what stands on which floor."""
