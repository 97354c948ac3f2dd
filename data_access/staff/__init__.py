"""What staff keep: accounts, lists of slides, examples, mail orders."""
