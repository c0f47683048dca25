/**
 * @file Words as filters and the search compare them. The same as `languages/spelling.py`: a test
 * holds the two together, character by character.
 */

/** Accents and vowel points: what a reader may leave out. */
const MARKS =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u200b-\u200f\u2060]/gu

/** Letters that are written as others where a keyboard lacks them. */
const LETTERS = { ß: "ss", œ: "oe", æ: "ae", ø: "o", đ: "d", ł: "l", ı: "i", ς: "σ" }
const LETTER = /[ßœæøđłıς]/gu

/**
 * Without accents, in lower case: « Événement » is `evenement`.
 * @param {string} text
 */
export function fold(text) {
  const apart = text.normalize("NFKD").replace(MARKS, "").normalize("NFC")
  return apart.toLowerCase().replace(LETTER, (letter) => LETTERS[letter])
}

/**
 * The folded words of a text; a hyphen or an apostrophe parts them.
 * @param {string} text
 */
export function words(text) {
  return fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}
