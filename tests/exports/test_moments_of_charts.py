"""Every chart of every page says from when it is, as it stands on the page."""

import re

import plotly.graph_objects as go
import pytest

from data_access.queries.unit import of_one_union
from data_access.store.records import Records
from exports.kinds import PICTURED
from exports.svg.page_content import PageContent
from exports.svg.views import charts_of
from language.languages import LANGUAGES
from model.address import parse_query
from presentation.figures import gather
from presentation.wording import Wording
from tests.charts.samples import words
from tests.exports.small_programme import QUERY


@pytest.mark.parametrize("subject", PICTURED)
@pytest.mark.parametrize("query", ["", QUERY])
def test_a_chart_says_from_when_it_is_with_and_without_a_moment_in_the_address(
    records: Records, subject: str, query: str
):
    """Cut out of its page. Statements of readiness used to have a day only if the address named a moment."""
    filters, _ = parse_query(query, records.catalogue)
    figures = gather(records, of_one_union(records, filters) if subject == "unit" else filters)
    for language in LANGUAGES.values():
        shown = PageContent(records, figures, Wording(language, figures.catalogue), {})
        for name, _, figure in charts_of(subject, shown):
            if isinstance(figure, go.Figure) and figure.data:
                texts = " ".join(words(figure)).replace("\u00a0", " ")
                assert re.search(r"\d\d/\d\d/\d{4}|\d+ [A-Z][a-z]{2} \d{4}", texts), (name, texts[-300:])
