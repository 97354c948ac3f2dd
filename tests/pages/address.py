"""The address of a page, without a browser."""


class Address(dict):
    """A stand-in for Streamlit's query parameters."""

    def get_all(self, name):
        return self[name]

    def from_dict(self, values):
        self.clear()
        self.update(values)
