"""Plain values every layer shares. Imports nothing of ours."""
