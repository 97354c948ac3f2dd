"""Scheduled reports by e-mail: what to send, to whom, and what became of it."""
