/**
 * @file Where the theme's own search is used: its dialog gets a name.
 */

const search = document.querySelector(".md-search[role=dialog]")
search?.setAttribute("aria-label", search.querySelector("input")?.ariaLabel ?? "")
