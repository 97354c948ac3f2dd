"""Demonstration records of the programme `1tr`: invented rows that give every published number exactly.

`plan.csv` says how many rows each unit has at each calibrated moment, with its simulated members and targets;
`profiles.csv` says of which sectors and owners; `words.csv` holds what titles and union names are made of.
"""

from data_access.demo.write import write_demo

__all__ = ["write_demo"]
