"""The content of single rows of the demonstration."""

import unicodedata

from model.codes import benefit_band
from model.folding import fold


def test_titles_are_folded_as_search_folds_them(ask) -> None:
    rows = ask("SELECT title, title_folded FROM initiative WHERE id % 97 = 0")
    assert len(rows) > 5000
    assert all(fold(title) == folded for title, folded in rows)
    assert all(unicodedata.is_normalized("NFC", title) for title, _ in rows)


def test_titles_vary(ask) -> None:
    assert ask("SELECT count(DISTINCT title) FROM initiative")[0][0] > 5000


def test_authors_are_clearly_invented_and_belong_to_one_union(ask) -> None:
    assert ask("SELECT count(*) FROM initiative WHERE author NOT LIKE '% Mẫu _____'") == [(0,)]
    assert ask(
        "SELECT count(*) FROM"
        " (SELECT 1 FROM initiative GROUP BY unit_id, author HAVING count(DISTINCT grassroots_id) > 1)"
    ) == [(0,)]


def test_grassroots_unions_belong_to_the_unit_of_their_uploads(ask) -> None:
    assert ask(
        "SELECT count(*) FROM initiative JOIN unit ON unit.id = grassroots_id"
        " JOIN unit AS above ON above.id = unit.parent_id"
        " WHERE unit.level <> 'grassroots' OR unit_id NOT IN (above.id, above.parent_id)"
    ) == [(0,)]
    ((unions, units),) = ask(
        "SELECT count(*), count(DISTINCT CASE WHEN above.level = 'upper' THEN above.parent_id ELSE above.id END)"
        " FROM unit JOIN unit AS above ON above.id = unit.parent_id WHERE unit.level = 'grassroots'"
    )
    assert 50 < unions / units < 70


def test_names_of_unions_differ_inside_a_unit(ask) -> None:
    assert ask("SELECT parent_id, name FROM unit WHERE level = 'grassroots' GROUP BY 1, 2 HAVING count(*) > 1") == []


def test_bands_follow_from_benefits(ask) -> None:
    rows = ask("SELECT DISTINCT benefit_vnd, benefit_band FROM initiative WHERE id % 7 = 0 OR benefit_band > 1")
    assert all(benefit_band(benefit) == band for benefit, band in rows)
    ((computed, total),) = ask("SELECT count(benefit_vnd), count(*) FROM initiative")
    assert 0.3 < computed / total < 0.4


def test_every_upload_is_inside_the_programme_and_mostly_in_working_hours(ask) -> None:
    ((first, last),) = ask("SELECT min(uploaded_at), max(uploaded_at) FROM initiative")
    assert first > "2022-01-08"
    assert last < "2022-06-01"
    ((working,),) = ask("SELECT avg(substr(uploaded_at, 12, 2) BETWEEN '07' AND '17') FROM initiative")
    assert 0.7 < working < 0.9


def test_levels_get_rarer_upwards(ask) -> None:
    counts = [count for _, count in ask("SELECT level, count(*) FROM initiative WHERE level > 0 GROUP BY 1 ORDER BY 1")]
    assert counts == sorted(counts, reverse=True)
    assert len(counts) == 5


def test_recognised_but_rarely_spread(ask) -> None:
    ((applied, spread),) = ask("SELECT count(*), sum(replicated > 0) FROM initiative WHERE status = 1 AND applied = 1")
    assert spread / applied < 0.25


def test_foreign_keys_hold(ask) -> None:
    assert ask("PRAGMA foreign_key_check") == []


def test_industry_unions_fit_their_industry(ask) -> None:
    rows = ask(
        "SELECT unit.code, sector.code, count(*) FROM initiative JOIN unit ON unit.id = unit_id"
        " JOIN sector ON sector.id = sector_id WHERE unit.kind <> 'provincial' GROUP BY 1, 2"
    )
    main = {}
    for unit, sector, count in rows:
        main[unit] = max(main.get(unit, (0, "")), (count, sector))
    assert main["CD-GD"][1] == "giao-duc"
    assert main["CD-YT"][1] == "y-te"
    assert main["CD-NN"][1] == "nong-nghiep"
    assert main["CD-VC"][1] == "hcsn"
    assert {main[code][1] for code in ("CD-TKS", "CD-DK", "CD-DL", "CD-CT", "CD-DM", "CD-XD")} == {"sxkd"}
