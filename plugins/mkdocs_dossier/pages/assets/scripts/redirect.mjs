/**
 * @file A former address leads to the same place of the page as the one of now.
 *
 * Without a script the page alone is reached.
 */

const target = document.querySelector("link[rel=canonical]")
if (target && location.hash) location.replace(target.href + location.hash)
