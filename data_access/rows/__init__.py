"""Single initiatives: searched, paged, streamed, and what is counted from them."""
