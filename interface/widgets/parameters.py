"""The parameters of the address."""

import streamlit as st


def address_params(*, without: str = "") -> dict[str, list[str]]:
    """Every parameter of the address with all its values, but for one."""
    return {name: st.query_params.get_all(name) for name in st.query_params if name != without}
