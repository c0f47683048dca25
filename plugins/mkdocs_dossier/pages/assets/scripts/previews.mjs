/**
 * @file A card beside a name, on hover or focus. Escape closes it; touch opens the link as usual.
 *
 * @typedef {object} Card  What `pages/previews.py` writes of a record.
 * @property {string} n  name
 * @property {string} k  kind
 * @property {string} s  summary
 * @property {string} [d]  date in words
 * @property {string} [t]  its first day
 * @property {string} [p]  the portrait's address
 * @property {[string, string | null, string | null][]} [o]  offices: title, first day, last day
 */
import { make } from "./dom.mjs"
import { Pieces } from "./pieces.mjs"

const root = new URL("../../../", import.meta.url)
const cards = new Pieces(new URL("../cards/", import.meta.url).href)
const own = document.querySelector('meta[name="dossier:record"]')?.content
const selector = ".md-content a[data-record]"

/** @type {HTMLElement} */
let card
/** @type {Element | null} The link beside which the card stands. */
let shownFor = null
let timer = 0
let turn = 0 // whoever comes back from the network after another turn has begun is late

/** @returns {Promise<Card | undefined>} */
const load = async (id) => (await cards.find(id)).find(([key]) => key === id)?.[1]

/** The office held on the day of the page; on a page without a day, none is claimed. */
const officeAt = (offices, day) =>
  offices?.find(([, first, last]) => (first || last) && (!first || first <= day) && (!last || day <= last))?.[0]

function close() {
  clearTimeout(timer)
  turn++
  shownFor?.removeAttribute("aria-describedby")
  shownFor = null
  if (card?.matches(":popover-open")) card.hidePopover()
}

function makeCard() {
  const made = make("div", { id: "_preview", className: "d-preview", popover: "manual", role: "tooltip" })
  made.addEventListener("pointerenter", () => clearTimeout(timer))
  made.addEventListener("pointerleave", closeSoon)
  document.body.append(made)
  return made
}

async function show(link) {
  close()
  const mine = turn
  const [found, page] = await Promise.all([load(link.dataset.record), own && load(own)]).catch(() => [])
  if (mine !== turn || !found || !link.isConnected) return
  card ??= makeCard()
  const lines = [
    ["span", "d-preview-kind", found.d ? `${found.k} · ${found.d}` : found.k],
    ["strong", "", found.n],
    ["span", "d-preview-office", officeAt(found.o, page?.t)],
    ["span", "", found.s],
  ]
  const portrait = found.p ? [make("img", { src: new URL(found.p, root).href, alt: "", width: 48, height: 60 })] : []
  card.replaceChildren(
    ...portrait,
    ...lines.filter(([, , text]) => text).map(([tag, className, textContent]) => make(tag, { className, textContent })),
  )
  card.showPopover()
  place(link.getClientRects()[0])
  link.setAttribute("aria-describedby", card.id)
  shownFor = link
}

/** Below the name, or above where there is no room. */
function place(at) {
  const { width, height } = card.getBoundingClientRect()
  const below = at.bottom + height + 12 < innerHeight
  card.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`
  card.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - height - 4)}px`
}

function showSoon(link) {
  clearTimeout(timer)
  if (link !== shownFor && link.dataset.record !== own) timer = setTimeout(show, 250, link)
}

function closeSoon() {
  clearTimeout(timer)
  timer = setTimeout(close, 200)
}

if ("showPopover" in HTMLElement.prototype) {
  const linkOf = (event) => event.pointerType !== "touch" && event.target.closest?.(selector)
  document.addEventListener("pointerover", (event) => {
    const link = linkOf(event)
    if (link) showSoon(link)
  })
  document.addEventListener("pointerout", (event) => linkOf(event) && closeSoon())
  document.addEventListener("focusin", (event) => {
    const link = event.target.closest?.(selector)
    if (link?.matches(":focus-visible")) showSoon(link)
    else close()
  })
  document.addEventListener("focusout", closeSoon)
  document.addEventListener("scroll", () => shownFor && close(), { passive: true })
  document.addEventListener("keydown", (event) => event.key === "Escape" && close())
}
