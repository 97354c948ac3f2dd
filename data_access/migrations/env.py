"""What Alembic runs. The connection comes from `upgrade`: there is no address in a file, and no offline mode."""

from alembic import context

from data_access.database.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite alters tables only by copying them
)
with context.begin_transaction():
    context.run_migrations()
