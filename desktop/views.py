"""The tabs of the program, in their order, and the talks over them."""

from desktop.diagrams.view import VIEW as DIAGRAMS
from desktop.matrix.view import VIEW as MATRIX
from desktop.presentation.view import TALKS
from desktop.quiz.view import VIEW as QUIZ
from desktop.usecases.view import VIEW as USE_CASES

VIEWS = (MATRIX, DIAGRAMS, USE_CASES, QUIZ)

__all__ = ["TALKS", "VIEWS"]
