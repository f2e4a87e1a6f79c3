"""The projector: the hall's screen, painted large, and the page from which it is led."""
