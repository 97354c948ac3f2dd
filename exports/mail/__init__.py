"""Reports by e-mail: what a schedule file asks for, to whom, and what became of it."""
