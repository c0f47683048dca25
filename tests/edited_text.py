"""Random edits of a text, as a curator might make them."""

import re


def edit_text(text, chance):
    """A text with one line left out, one word or number replaced, or two lines exchanged."""
    lines = text.split("\n")
    place = chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            del lines[place]
        case 1:
            lines[place] = re.sub(r"\d", str(chance.randrange(10)), lines[place])
        case 2:
            words = re.findall(r"\w+", text)
            lines[place] = re.sub(r"\w+$", chance.choice(words), lines[place])
        case 3:
            other = chance.randrange(len(lines))
            lines[place], lines[other] = lines[other], lines[place]
    return "\n".join(lines)
