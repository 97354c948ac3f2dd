"""The outline of a page in the theme's colours, shown before Streamlit's script runs."""

from typing import Final

# The colours of .streamlit/config.toml; Streamlit puts its page in the place of this one.
_STYLE: Final = """
.waiting{--paper:#FFFFFF;--side:#F4F6F9;--block:#E9EDF2;position:fixed;inset:0;display:flex;background:var(--paper)}
.waiting i{display:block;background:var(--block);border-radius:.5rem;height:2.25rem}
.waiting nav{flex:0 0 18.75rem;background:var(--side);padding:4.5rem 1.9rem;display:grid;gap:.7rem;align-content:start}
.waiting main{flex:1;padding:2.8rem 1.65rem;display:grid;gap:1rem;align-content:start}
.waiting main i:first-child{width:45%}
.waiting main i:nth-child(2){width:70%;height:1.25rem}
.waiting div{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(9.4rem,1fr))}
.waiting div i{height:11rem}
.waiting main>i:last-child{height:22rem}
@media(max-width:767px){.waiting nav{display:none}.waiting main{padding:3rem .8rem}.waiting div i{height:8rem}}
@media(prefers-color-scheme:dark){.waiting{--paper:#0B1622;--side:#14243A;--block:#1D2F48}}
"""


def outline() -> str:
    """HTML of the outline; it has no text and is hidden from screen readers."""
    side, cards = "<i></i>" * 10, "<i></i>" * 6
    return (
        f'<style>{_STYLE}</style><div class="waiting" aria-hidden="true"><nav>{side}</nav>'
        f"<main><i></i><i></i><div>{cards}</div><i></i></main></div>"
    )
