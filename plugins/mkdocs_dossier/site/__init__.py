"""The MkDocs plugins: thin hooks over the core, and the only code that knows MkDocs."""

import atexit
import gc

# Nearly all that is imported and made stays until the end: garbage is looked for seldom.
gc.set_threshold(20_000, 50, 100)
atexit.register(gc.freeze)  # it is not looked through once more when the process ends
