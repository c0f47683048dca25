/**
 * @file The lens of distrust: a reader unticks an origin, and what rests on it alone turns pale.
 *
 * Facts carry their origins as tokens, and counts a tally of these (see pages/lens.py). What is set
 * aside stands in the address as `without=` and follows from page to page.
 */
import { make } from "./dom.mjs"
import { readParameters, writeParameters } from "./address.mjs"
import { names, words } from "../origins.mjs"

const PARAMETER = "without"
const GROUPS = { "*state": words.state, "*anonymous": words.anonymous, "*none": words.none }
const MARKS = { "!": "*state", "?": "*anonymous", "-": "*none" }
const BOX = "[data-item], .d-statement, .d-tie, .d-moment, .d-when, .d-version"
const all = (selector) => [...document.querySelectorAll(selector)]
const split = (tokens) => tokens.split(" ")
const facts = all("[data-origins]").map((carrier) => ({
  carrier,
  box: carrier.closest(BOX) ?? carrier,
  tokens: split(carrier.dataset.origins),
}))
const shades = all("[data-shade]")
const tallies = all("[data-tally]").map((place) => ({
  place,
  words: place.textContent,
  parts: place.dataset.tally.split("|").map((part) => part.split(/ (.*)/)),
}))
const bare = (token) => token.replace(/[!?-]+$/, "")
const groupsOf = (token) => [...(/[!?-]+$/.exec(token)?.[0] ?? "")].map((mark) => MARKS[mark])
const readGone = () => new Set((readParameters().get(PARAMETER) ?? "").split(",").filter(Boolean))
const fill = (text, value) => text.replace("#", () => value)
const falls = (token) => gone.has(bare(token)) || groupsOf(token).some((group) => gone.has(group))
let gone = readGone()

/** An origin, and for what it is set aside where that is not itself: « KCNA (médias d'État) ». */
function sayName(token) {
  const name = names[bare(token)] ?? bare(token)
  const group = !gone.has(bare(token)) && groupsOf(token).find((each) => gone.has(each))
  return group ? `${name} (${GROUPS[group]})` : name
}

function sayWhy({ tokens, pale }) {
  const lost = tokens.filter(falls)
  if (!bare(tokens[0])) return falls("-") ? words.bare : words.unnamed
  if (pale) return fill(words.pale, lost.map(sayName).join(", "))
  const left = tokens.filter((token) => !falls(token))
  const control = left.every((token) => token.includes("!")) ? words.only : ""
  return fill(fill(words.less, lost.map(sayName).join(", ")), left.map(sayName).join(", ") + control)
}

function judge(fact) {
  const { carrier, box, tokens } = fact
  fact.pale = tokens.every(falls)
  box.classList.toggle("d-pale", fact.pale)
  fact.note?.remove()
  fact.note = null
  if (!tokens.some(falls)) return
  const own = carrier.tagName === "P" && carrier
  fact.note = make(own ? "p" : "span", { className: "d-why" }, sayWhy(fact))
  if (own) own.after(fact.note)
  else (carrier.querySelector(".d-when__what, .d-moment__what, dd") ?? carrier).append(fact.note)
}

const sayCount = (words, left, every) => (left < every ? words.replace(/\d+/, `${left} / ${every}`) : words)

/** Counts that tell what they count, then those beside a heading, which count what is below it. */
function judgeCounts() {
  for (const { place, words, parts } of tallies) {
    const every = parts.reduce((sum, [count]) => sum + Number(count), 0)
    const left = parts.reduce((sum, [count, tokens]) => sum + (split(tokens).every(falls) ? 0 : Number(count)), 0)
    place.classList.toggle("d-pale", !left)
    if (place.namespaceURI.endsWith("xhtml")) place.textContent = sayCount(words, left, every)
  }
  for (const count of all("h2 > .d-count")) {
    const every = (count.dataset.every ??= count.textContent)
    const below = new Map()
    for (let at = count.parentElement.nextElementSibling; at && at.tagName !== "H2"; at = at.nextElementSibling) {
      for (const { box, pale } of facts.filter((fact) => at.contains(fact.box))) {
        const whole = box.closest("[data-together]") ?? box
        below.set(whole, (below.get(whole) ?? true) && pale)
      }
    }
    const left = [...below.values()].filter((pale) => !pale).length
    if (below.size === Number(every)) count.textContent = sayCount(every, left, below.size)
  }
}

function show() {
  facts.forEach(judge)
  for (const shade of shades) shade.classList.toggle("d-pale", split(shade.dataset.shade).every(falls))
  judgeCounts()
  for (const box of boxes) box.checked = !gone.has(box.value)
  output.textContent = gone.size ? fill(words.count, new Set(facts.filter((fact) => fact.pale).map((fact) => fact.box)).size) : ""
  reset.hidden = !gone.size
}

function write(field) {
  const wanted = new Map(gone.size ? [[PARAMETER, [...gone].sort()]] : [])
  writeParameters(new Set([PARAMETER]), wanted, field)
  show()
}

const counted = new Map()
const count = (token, times) => {
  for (const group of groupsOf(token)) counted.set(group, Infinity)
  if (bare(token)) counted.set(bare(token), (counted.get(bare(token)) ?? 0) + times)
}
for (const fact of facts) for (const token of fact.tokens) count(token, 1)
for (const { parts } of tallies) for (const [, tokens] of parts) for (const token of split(tokens)) count(token, 0)
for (const each of gone) if (!counted.has(each)) counted.set(each, 0)
const say = (value) => GROUPS[value] ?? names[value] ?? value
const byName = (one, other) => say(one).localeCompare(say(other), document.documentElement.lang)
const order = [...counted].sort(([one, few], [other, many]) => (many > few) - (few > many) || byName(one, other))
const boxes = order.map(([value]) => make("input", { type: "checkbox", value }))
const output = make("output")
const reset = make("button", { type: "button", className: "d-reset", hidden: true }, words.reset)
const choices = boxes.map((box) => make("label", {}, box, ` ${say(box.value)}`))
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
