"""Rules of the programme over plain numbers: pace, ranks, status, forecast."""
