"""What a chart of the first page shows, as its title: computed, and never more than its data say."""

from language.languages import Language
from model.results import Overview


def progress_finding(overview: Overview, language: Language) -> str:
    """“Đạt 16,35% khi đã qua 16,97% thời gian”, or the plain title where one of the two is unknown or older."""
    texts, numbers = language.overview, language.numbers
    reached, passed = overview.facts["reached_pct"].value, overview.facts["time_passed_pct"].value
    is_of_now = not overview.facts["reached_pct"].is_older
    if reached is None or passed is None or not is_of_now:
        return texts.progress_title
    sentence = texts.found_on_the_way if passed < 100 else texts.found_at_the_end
    return sentence.format(percent=numbers.percent(reached), passed=numbers.percent(passed))
