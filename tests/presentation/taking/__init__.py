"""Tests of talks that are taken away."""
