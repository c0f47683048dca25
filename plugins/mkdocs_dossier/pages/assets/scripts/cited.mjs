/**
 * @file Whether a statement still reads as it did when it was cited: `#amitie-forte~k3f9`.
 *
 * @typedef {object} Version  What `pages/cited.py` writes of a statement, the last version first.
 * @property {string} p  its fingerprint, nothing where it was not there
 * @property {string} [d]  since when
 * @property {string} [w]  why, in the words of the commit
 * @property {[string, string, string][]} [c]  what is different now: field, then, now
 */
import { make } from "./dom.mjs"
import { Pieces } from "./pieces.mjs"

const pieces = new Pieces(new URL("../cited/", import.meta.url).href)
const record = document.querySelector('meta[name="dossier:record"]')?.content

/** @returns {Promise<Version[]>} */
async function versionsOf(id) {
  const found = (await pieces.find(record)).find(([key]) => key === record)
  return found?.[1][id] ?? []
}

/** `~k3f9`, or nothing where nobody knows. */
export async function markOf(id) {
  const [last] = await versionsOf(id).catch(() => [])
  return last?.p ? `~${last.p}` : ""
}

/** Tell the reader who comes with a fingerprint. */
export async function tell(id, print) {
  const [versions, words] = await Promise.all([versionsOf(id), pieces.load("words.json")])
  const at = versions.findIndex((each) => each.p === print)
  const note = make("div", { className: "d-note", role: "status" })
  const fill = (text, { d = words.now, w = "" }) => text.replace("{date}", d).replace("{why}", w)
  const line = (text) => note.append(make("p", {}, text))
  if (at < 0) line(words.unknown)
  else if (at === 0) line(versions[0].d ? fill(words.same, versions[0]) : words["same-always"])
  else {
    line(versions[0].p ? words.changed : words.gone)
    for (const each of versions.slice(0, at)) line(fill(each.w ? words.when : words["when-only"], each))
    for (const [field, then, now] of versions[at].c) {
      note.append(make("p", {}, `${field} `, make("del", {}, then || "–"), " → ", make("ins", {}, now || "–")))
    }
  }
  document.querySelector(".d-cited")?.remove()
  note.classList.add("d-cited")
  const place = document.getElementById(id)
  if (place) place.prepend(note)
  else document.querySelector("h1").after(note)
}
