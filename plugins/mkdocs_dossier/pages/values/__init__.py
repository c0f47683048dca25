"""What pages show, as frozen plain data: text, numbers, links, prose with its names placed.

A value holds nothing that must be looked up, so a page whose value is unchanged is unchanged.
Addresses are relative to the page that shows them. Tuples, not lists: a value is hashable and can
be written as JSON.
"""
