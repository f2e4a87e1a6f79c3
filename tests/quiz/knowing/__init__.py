"""Tests of what you know."""
