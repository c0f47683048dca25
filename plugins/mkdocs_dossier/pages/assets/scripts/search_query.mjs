/**
 * @file What a reader typed, as the index has taken texts apart (`pages/search_markup.py`).
 */
import { words } from "./fold.mjs"

const UNSPACED =
  /[\u0e01-\u0e30\u0e81-\u0eb0\u1000-\u102a\u1780-\u17b3\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/gu
const ELIDED = /(?<!\p{L})\p{L}{1,2}['’ʼ](?=\p{L})/gu // « l' », « d' », « qu' »; the O of O'Brien does no harm
const LIGATURES = { œ: "oe", Œ: "OE", æ: "ae", Æ: "AE" }

/**
 * @param {string} typed
 * @returns {{ text: string, names: string[][], words: string[] }}
 *   `text` for the index; `words` folded, to compare with what it found; `names`: the same as words
 *   of a name, with and without what is elided.
 */
export function readQuery(typed) {
  const bare = typed.replace(ELIDED, "")
  const text = bare
    .replace(/[œŒæÆ]/g, (letter) => LIGATURES[letter])
    .replace(/(?<=\p{L})['’ʼ](?=\p{L})/gu, " ")
    .replace(UNSPACED, " $& ")
    .trim()
  return { text, names: [words(typed), words(bare)], words: words(text) }
}
