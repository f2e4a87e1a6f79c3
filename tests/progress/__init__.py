"""Tests of what the learner did and what follows from it."""
