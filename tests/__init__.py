"""The tests mirror the layers, one folder each; conventions of the whole tree stand beside them."""
