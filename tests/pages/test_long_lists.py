"""Lists of more than a hundred are shown in parts, which say so; nothing is left out."""

from streamlit.testing.v1 import AppTest


def long_list() -> None:
    import streamlit as st

    from interface.widgets.parts import choose_part
    from interface.widgets.small_tables import show_small_table
    from language.languages import VIETNAMESE

    part = choose_part(1234, "part", VIETNAMESE)
    choose_part(100, "short", VIETNAMESE)
    st.text(f"{part.start} {part.stop}")
    rows = [(f"Đơn vị <{n}>", str(n)) for n in range(1234)]
    show_small_table(("Đơn vị", "Số"), rows, write_count=VIETNAMESE.numbers.count)


def test_a_part_is_chosen_and_a_table_opens_hundred_by_hundred() -> None:
    page = AppTest.from_function(long_list).run()

    assert len(page.selectbox) == 1
    assert page.selectbox("part").options[-1] == "1.201–1.234 trong 1.234"
    table = page.get("html")[0].proto.body
    assert "<summary>1.201–1.234 / 1.234</summary>" in table
    assert all(f"Đơn vị &lt;{n}&gt;" in table for n in range(1234))

    page = page.selectbox("part").set_value(1200).run()

    assert page.text[0].value == "1200 1300"
