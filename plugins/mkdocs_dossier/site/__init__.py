"""The MkDocs plugins: thin hooks over the core, and the only code that knows MkDocs."""
