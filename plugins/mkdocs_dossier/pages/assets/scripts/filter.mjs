/**
 * @file A form and the list that it narrows. The list is complete without it.
 */
import { readParameters, writeParameters } from "./address.mjs"
import { make } from "./dom.mjs"
import { readFields, sayFields, sayYear, setFields } from "./fields.mjs"
import { words } from "./fold.mjs"
import { findNear, matches } from "./matching.mjs"

export class Filter {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form
    this.list = document.getElementById(form.dataset.filter)
    this.groups = [...this.list.querySelectorAll("[data-group]")]
    this.rows = [...this.list.querySelectorAll("[data-item]")].map((item) => ({
      item,
      own: item.dataset,
      around: item.closest("[data-pair]")?.dataset ?? {},
    }))
    this.empty = document.querySelector(`[data-empty="${this.list.id}"]`)
    this.output = form.querySelector("output")
    this.reset = form.querySelector("[type=reset]")
    this.hands = [...form.querySelectorAll("[type=range]")]
    this.owned = new Set([...form.elements].map((field) => field.name).filter(Boolean))
    this.note = this.makeNote()
    this.offerBibliography(document.querySelector(".d-take a")?.href)
    form.addEventListener("input", (event) => this.change(event.target))
    form.addEventListener("submit", (event) => event.preventDefault())
    form.addEventListener("reset", () => this.restoring || setTimeout(() => this.clear()))
    this.empty.querySelector("button").addEventListener("click", () => this.clearFromList())
    addEventListener("popstate", () => this.restore())
    this.readAddress()
  }

  /** Go back to what the address says. */
  restore() {
    this.restoring = true
    this.form.reset()
    this.restoring = false
    this.readAddress()
  }

  /** What a reader has typed before the script came stays. */
  readAddress() {
    const unknown = setFields(this.form, readParameters())
    this.show()
    if (unknown.length) {
      this.output.append(` · ${this.output.dataset.unknown.replace("#", unknown.join(", "))}`)
    }
  }

  /** @param {HTMLInputElement} field  The two hands of the slider never cross. */
  change(field) {
    const [from, to] = this.hands
    if (field === from && Number(from.value) > Number(to.value)) to.value = from.value
    if (field === to && Number(to.value) < Number(from.value)) from.value = to.value
    writeParameters(this.owned, this.show(), field)
  }

  /** After a reset: the button that had the focus is gone. */
  clear() {
    writeParameters(this.owned, this.show(), null)
    const lost = !document.activeElement?.checkVisibility?.() || document.activeElement === document.body
    if (lost) this.form.querySelector("input, select").focus()
  }

  /** The same, from beside the list, where the reader stays. */
  clearFromList() {
    this.list.tabIndex = -1
    this.list.focus({ preventScroll: true })
    this.form.reset()
  }

  show() {
    const wanted = readFields(this.form)
    const near = findNear(this.rows, wanted)
    const asked = words(wanted.get("q")?.[0] ?? "")
    const shown = this.rows.filter((row) => matches(row, wanted, near, asked))
    const kept = new Set(shown.map((row) => row.item))
    for (const { item } of this.rows) item.hidden = !kept.has(item)
    for (const group of this.groups) {
      group.hidden = !group.querySelector("[data-item]:not([hidden])")
      if (group.tagName === "DETAILS" && (wanted.size || this.filtered)) {
        group.open = wanted.size > 0 && !group.hidden
      }
    }
    this.filtered = wanted.size > 0
    this.say(kept.size, wanted)
    this.list.dispatchEvent(new CustomEvent("filtered", { detail: { shown, wanted } }))
    return wanted
  }

  say(count, wanted) {
    const { one, other } = this.output.dataset
    const counted = (count === 1 ? one : other).replace("#", String(count))
    this.output.textContent = counted
    this.reset.hidden = !wanted.size
    this.empty.hidden = count > 0
    this.note.hidden = !wanted.size
    const said = sayFields(this.form, wanted).flatMap(([label, value]) => [
      make("span", { className: "d-label", textContent: label }), ` ${value} · `,
    ])
    this.note.firstChild.replaceChildren(...said, counted)
    for (const hand of this.hands) {
      const shows = this.form.querySelector(`[data-shows="${hand.name}"]`)
      if (shows) shows.textContent = hand.ariaValueText = sayYear(hand)
    }
  }

  /** Above the list, and staying there: that a filter is on, which, and the way out. */
  makeNote() {
    const button = make("button", { type: "button", textContent: this.reset.textContent })
    const note = make("p", { className: "d-filtered", hidden: true }, make("span"), button)
    button.addEventListener("click", () => this.clearFromList())
    this.list.before(note)
    return note
  }

  /** Under the list, where the site gives its data away. */
  offerBibliography(data) {
    if (!data) return
    const buttons = ["BibTeX", "RIS", "CSL-JSON"].flatMap((name) => {
      const button = make("button", { type: "button", textContent: name })
      button.addEventListener("click", async () => (await import("./bibliography.mjs")).take(this.list, data, name))
      return [" ", button]
    })
    const label = make("span", { className: "d-label" }, this.form.dataset.cite)
    this.list.after(make("form", { className: "d-more" }, label, ...buttons))
  }
}
