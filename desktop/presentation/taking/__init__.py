"""A talk taken away as a file: pages.py makes its pages, file.py writes them."""
