"""The forms in which `dossier diff` reports a change: a report in, text out, one file a form."""
