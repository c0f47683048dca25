/**
 * @file Looks up names (`pages/search_names.py`): the record whose name is typed comes first.
 *
 * @typedef {object} Name
 * @property {string} name     The name that fits.
 * @property {string} title    What the page is called.
 * @property {string} address
 * @property {string} group
 * @property {string} summary  Of a page without a record.
 * @property {number} rank     The less, the better: an exact name, an exact alias, their beginnings…
 */
import { words } from "./fold.mjs"
import { Pieces } from "./pieces.mjs"

const names = new Pieces(new URL("../names/", import.meta.url).href)
const MOST = 12

/**
 * The names that fit all words, the best first.
 * @param {string[][]} readings  Words of what was typed, read in one way or another.
 * @returns {Promise<Name[]>}
 */
export async function lookUpNames(readings) {
  const found = []
  for (const asked of readings.filter((each) => each.length)) {
    const longest = asked.reduce((one, other) => (other.length > one.length ? other : one))
    for (const [, value] of await names.find(longest)) found.push(...rankName(value, asked))
  }
  return keepBest(found)
}

/**
 * The names that nearly fit: one letter in four may be wrong, the first excepted.
 * @param {string[]} asked
 */
export async function lookUpNear(asked) {
  const found = []
  for (const word of asked.filter((each) => each.length > 3)) {
    for (const [key, value] of await names.find(word[0])) {
      const distance = measure(word, key.split(" ", 1)[0])
      if (distance <= Math.min(3, word.length / 4)) found.push(toName(value, distance))
    }
  }
  return keepBest(found)
}

const toName = ([name, address, group, title, , summary], rank) => ({
  name, address, group, title: title || name, summary, rank,
})

function rankName(value, asked) {
  const [name, , group, title, year] = value
  if (group === "pair" && !coversBoth(name, asked)) return []
  const other = Number(Boolean(title))
  const own = words(name)
  const whole = own.join(" ")
  const typed = asked.join(" ")
  if (whole === typed) return [toName(value, other)]
  if (whole.startsWith(typed)) return [toName(value, 2 + other)]
  if (` ${whole}`.includes(` ${typed}`)) return [toName(value, 4 + other)]
  const fits = asked.every((word) => year === word || own.some((each) => each.startsWith(word)))
  if (fits) return [toName(value, 6 + other)]
  return whole.includes(typed) && !typed.includes(" ") ? [toName(value, 8 + other)] : []
}

/** Whether both actors of a pair were typed: each alone has its own page. */
function coversBoth(name, asked) {
  const halves = name.split(" – ").map(words)
  const fits = (half) => asked.some((word) => half.some((each) => each.startsWith(word)))
  return halves.every(fits) && !halves.some((half) => asked.every((word) => half.includes(word)))
}

/** Each page once, by its best name. */
function keepBest(found) {
  const best = new Map()
  for (const each of found) {
    if (!best.has(each.address) || each.rank < best.get(each.address).rank) best.set(each.address, each)
  }
  const order = (one, other) =>
    one.rank - other.rank || one.name.length - other.name.length || (one.address < other.address ? -1 : 1)
  return [...best.values()].sort(order).slice(0, MOST)
}

/** How many letters to change, add or leave out, or pairs to turn round. */
function measure(one, other) {
  let [before, last] = [[], [...Array(other.length + 1).keys()]]
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1]
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + Number(!same))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1)
      }
    }
    ;[before, last] = [last, row]
  }
  return last[other.length]
}
