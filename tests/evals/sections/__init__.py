"""All that is measured, in the order of the report; a new measurement is one more line here."""

from tests.evals.section import Measure
from tests.evals.sections import paragraphs, school, unanswerable

SECTIONS: tuple[Measure, ...] = (school.measure, unanswerable.measure, paragraphs.measure)
