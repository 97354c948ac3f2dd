"""Files of staff on their way into the database: understood, shown, then saved whole or not at all.

`understanding.understand` reads a file and changes nothing, `saving.save` writes what was understood in one
transaction, `undoing.undo` takes it back. Results are codes and parameters; language/ has the sentences.
"""
