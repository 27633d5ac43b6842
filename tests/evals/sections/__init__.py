"""All that is measured, in the order of the report; a new measurement is one more line here."""

from tests.evals.section import Measure
from tests.evals.sections import paragraphs, same_question, school, term, unanswerable, with_model

SECTIONS: tuple[Measure, ...] = (
    same_question.measure,
    term.measure,
    school.measure,
    unanswerable.measure,
    with_model.measure,
    paragraphs.measure,
)
