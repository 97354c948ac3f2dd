"""The environment of Alembic. The connection comes from `upgrade`; no file holds an address."""

from alembic import context

from data_access.database.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite alters tables only by copying them
)
with context.begin_transaction():
    context.run_migrations()
