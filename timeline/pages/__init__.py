"""The pages as plain objects: what a view fetches, a page object holds, and a template only renders."""
