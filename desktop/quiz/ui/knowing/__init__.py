"""The page of what you know: its pictures, its list of misconceptions, and the report on paper."""
