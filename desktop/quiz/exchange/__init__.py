"""Questions from and to other programs: readers, writers, and what each of them cannot carry."""
