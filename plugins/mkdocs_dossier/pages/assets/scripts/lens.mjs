/**
 * @file The lens of distrust: a reader unticks an origin, and what rests on it alone turns pale.
 *
 * Elements carry the origins of their fact as tokens (see pages/lens.py). What is set aside stands
 * in the address as `without=` and follows from page to page.
 */
import { make } from "./dom.mjs"
import { readParameters, writeParameters } from "./address.mjs"
import { names, words } from "../origins.mjs"

const PARAMETER = "without"
const GROUPS = { "*state": words.state, "*anonymous": words.anonymous, "*none": words.none }
const BOX = "[data-item], .d-statement, .d-tie, .d-moment"
const facts = [...document.querySelectorAll("[data-origins]")].map((carrier) => ({
  carrier,
  box: carrier.closest(BOX) ?? carrier,
  tokens: carrier.dataset.origins.split(" "),
  note: null,
  pale: false,
}))
const bare = (token) => token.replace("!", "")
const groupOf = (token) => (token.endsWith("!") ? "*state" : token === "?" ? "*anonymous" : token === "-" ? "*none" : "")
const sayName = (token) => GROUPS[groupOf(token)] && "?-".includes(token) ? GROUPS[groupOf(token)] : names[bare(token)] ?? bare(token)
const readGone = () => new Set((readParameters().get(PARAMETER) ?? "").split(",").filter(Boolean))
const fill = (text, value) => text.replace("#", () => value)
let gone = readGone()

/** The facts of a pair, by its anchor, and by the type of the tie as well. */
const byPair = new Map()
for (const fact of facts) {
  const pair = fact.box.closest("[data-pair]")?.dataset.pair
  for (const key of pair ? [pair, `${pair} ${fact.box.dataset.type}`] : []) {
    byPair.set(key, [...(byPair.get(key) ?? []), fact])
  }
}

function judge(fact) {
  const lost = fact.tokens.filter((token) => gone.has(bare(token)) || gone.has(groupOf(token)))
  const left = fact.tokens.length - lost.length
  fact.pale = left === 0
  fact.box.classList.toggle("d-pale", fact.pale)
  fact.note?.remove()
  fact.note = null
  if (!lost.length) return
  const all = lost.map(sayName).join(", ")
  const text = fact.pale ? fill(words.pale, all) : `${fill(words.less, all)} ${fill(words.left, left)}`
  fact.note = make(fact.carrier.tagName === "P" ? "p" : "span", { className: "d-why" }, text)
  if (fact.carrier.tagName === "P") fact.carrier.after(fact.note)
  else (fact.carrier.querySelector(".d-when__what, .d-moment__what") ?? fact.carrier).append(fact.note)
}

/** Lines of the graph and cells of the matrix stand as long as one of their facts does. */
function judgePictures() {
  for (const shape of document.querySelectorAll("a.d-edge[data-of], .d-matrix a[data-of]")) {
    const { of, type } = shape.dataset
    const behind = byPair.get(type ? `${of} ${type}` : of) ?? []
    const left = behind.filter((fact) => !fact.pale).length
    shape.classList.toggle("d-pale", behind.length > 0 && left === 0)
    if (!type && behind.length > left) shape.dataset.left = left
    else delete shape.dataset.left
  }
}

/** The number beside a heading, where it counts the facts below it. */
function judgeCounts() {
  for (const count of document.querySelectorAll("h2 > .d-count")) {
    const every = (count.dataset.every ??= count.textContent)
    const below = []
    for (let at = count.parentElement.nextElementSibling; at && at.tagName !== "H2"; at = at.nextElementSibling) {
      below.push(...facts.filter((fact) => at.contains(fact.box)))
    }
    const pale = below.filter((fact) => fact.pale).length
    count.textContent = pale && below.length === Number(every) ? `${below.length - pale} / ${every}` : every
  }
}

function show() {
  facts.forEach(judge)
  judgePictures()
  judgeCounts()
  for (const box of boxes) box.checked = !gone.has(box.value)
  output.textContent = gone.size ? fill(words.count, facts.filter((fact) => fact.pale).length) : ""
  reset.hidden = !gone.size
}

function write(field) {
  const wanted = new Map(gone.size ? [[PARAMETER, [...gone].sort()]] : [])
  writeParameters(new Set([PARAMETER]), wanted, field)
  show()
}

const counted = new Map()
for (const token of facts.flatMap((fact) => fact.tokens)) {
  const group = groupOf(token)
  if (group) counted.set(group, Infinity)
  if (!"?-".includes(token)) counted.set(bare(token), (counted.get(bare(token)) ?? 0) + 1)
}
for (const each of gone) if (!counted.has(each)) counted.set(each, 0)
const order = [...counted].sort(([one, few], [other, many]) => (many > few) - (few > many) || (one < other ? -1 : 1))
const boxes = order.map(([value]) => make("input", { type: "checkbox", value }))
const output = make("output")
const reset = make("button", { type: "button", className: "d-reset", hidden: true }, words.reset)
const choices = boxes.map((box) => make("label", {}, box, ` ${GROUPS[box.value] ?? names[box.value] ?? box.value}`))
const panel = make("details", { className: "d-fold d-lens", open: gone.size > 0 },
  make("summary", {}, words.title), make("p", { className: "d-muted" }, words.intro),
  make("div", { className: "d-lens__choices" }, ...choices), make("p", {}, output, " ", reset))
panel.addEventListener("change", ({ target }) => {
  if (target.checked) gone.delete(target.value)
  else gone.add(target.value)
  write(target)
})
reset.addEventListener("click", () => {
  gone.clear()
  boxes[0]?.focus()
  write(null)
})
addEventListener("popstate", () => {
  gone = readGone()
  show()
})

/** The choice goes along with every link to a page of this site. */
function follow({ target }) {
  const link = target.closest?.("a[href]")
  const href = link && (link.getAttribute("href") ?? "")
  if (!href || href.startsWith("#")) return
  const url = new URL(href, document.baseURI)
  if (url.origin !== location.origin || (!gone.size && !url.searchParams.has(PARAMETER))) return
  url.searchParams.delete(PARAMETER)
  const rest = url.search ? `${url.search}&` : "?"
  url.search = gone.size ? `${rest}${PARAMETER}=${[...gone].sort().map(encodeURIComponent).join(",")}` : url.search
  link.setAttribute("href", url.href)
}
for (const event of ["click", "auxclick", "contextmenu"]) document.addEventListener(event, follow, true)

const place = document.querySelector(".d-lens-place")
if (place) place.replaceWith(panel)
else document.querySelector("h1")?.after(panel)
show()
