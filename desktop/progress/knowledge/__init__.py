"""What the learner knows, worked out from answers and cards: frozen values and pure functions, one pass each."""
