"""Model and views to HTML: the kinds of page, their templates, their assets."""
