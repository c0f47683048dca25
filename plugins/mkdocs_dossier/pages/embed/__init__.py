"""Views inside hand-written pages: a line `::: chronology actors=chine,coree-du-nord from=2023`."""
