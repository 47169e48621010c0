"""A second chronology to try the site with: 7,500 visits and travels, each with the row of the data it comes from."""
