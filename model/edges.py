"""Types at the boundary to untyped libraries."""

from collections.abc import Mapping
from typing import Any, TypeAlias

Row: TypeAlias = Mapping[str, Any]  # of a frame (model/frames.py names its columns) or of a table of the schema
Json: TypeAlias = dict[str, Any]  # an object of JSON or TOML, a part of a plotly figure, options of a writer of files
