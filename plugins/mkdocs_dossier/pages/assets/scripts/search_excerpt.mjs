/**
 * @file The sentence of a page in which something was found, as the page has it.
 */
import { words } from "./fold.mjs"

const LONG = 240
const JOINER = /\u2060/g
const language = document.documentElement.lang || undefined

/**
 * Whether a word of a page is what was asked for, and not just what the index had nearest.
 * @param {string} token
 * @param {string} asked  Folded.
 */
export function resembles(token, asked) {
  return words(token).some((word) => {
    let same = 0
    while (same < asked.length && word[same] === asked[same]) same++
    return same === asked.length || same >= Math.max(3, Math.ceil(asked.length * 0.6))
  })
}

/**
 * Whether all that was asked for stands in a page.
 * @param {{ content: string, locations: number[] }} page  From the index.
 * @param {string[]} asked
 */
export function holdsAll(page, asked) {
  const tokens = split(page)
  const found = [...new Set(page.locations.map((place) => tokens[place] ?? ""))]
  return asked.every((word) => found.some((token) => resembles(token, word)))
}

/**
 * The best sentence, with its anchor; null where the words stand in no sentence.
 * @param {object} page  From the index.
 * @param {string[]} asked
 * @returns {{ anchor: string, parts: { text: string, mark: boolean }[] } | null}
 */
export function quote(page, asked) {
  const tokens = split(page)
  const hits = page.weighted_locations.filter(({ location }) =>
    asked.some((word) => resembles(tokens[location] ?? "", word)))
  const best = listBlocks(page, tokens.length)
    .map((block) => weigh(block, hits, tokens, asked))
    .filter((block) => block.hits.length)
    .sort((one, other) => other.different - one.different || other.weight - one.weight)[0]
  if (!best) return null
  return { anchor: best.anchor, parts: cutSentence(tokens, best) }
}

const split = (page) => page.content.split(/\s+/)

/** The blocks that may be quoted: their ids are `p`, a number, a colon, the anchor. */
function listBlocks(page, end) {
  const anchors = [...page.anchors].sort((one, other) => one.location - other.location)
  return anchors.flatMap(({ id, location }, index) => {
    const [, anchor] = /^p\d+:(.*)$/s.exec(id) ?? []
    return anchor === undefined ? [] : [{ anchor, from: location, to: anchors[index + 1]?.location ?? end }]
  })
}

function weigh(block, hits, tokens, asked) {
  const inside = hits.filter(({ location }) => block.from <= location && location < block.to)
  const has = (word) => inside.some(({ location }) => resembles(tokens[location], word))
  const weight = inside.reduce((sum, hit) => sum + hit.balanced_score, 0)
  return { ...block, hits: inside, different: asked.filter(has).length, weight }
}

function cutSentence(tokens, { from, to, hits }) {
  const places = new Set(hits.map((hit) => hit.location))
  const parts = []
  let text = ""
  for (let place = from; place < to; place++) {
    const joined = tokens[place].endsWith("\u2060")
    const word = restore(tokens[place])
    const mark = places.has(place) ? word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, "") : ""
    if (mark) parts.push({ start: text.length + word.indexOf(mark), end: text.length + word.indexOf(mark) + mark.length })
    text += joined ? word : `${word} `
  }
  const [start, end] = findSentence(text, parts[0]?.start ?? 0)
  return cut(text, start, end, parts.filter((part) => start <= part.start && part.end <= end))
}

const restore = (token) =>
  token
    .replace(/([oOaA])\u2060([eE])/g, (_, one) => ({ o: "œ", O: "Œ", a: "æ", A: "Æ" })[one])
    .replace(JOINER, "")

/** Where the sentence around a place starts and ends; of a long one, the words around the place. */
function findSentence(text, place) {
  let [start, end] = [0, text.length]
  if (Intl.Segmenter) {
    const sentence = new Intl.Segmenter(language, { granularity: "sentence" }).segment(text).containing(place)
    ;[start, end] = [sentence.index, sentence.index + sentence.segment.length]
  }
  if (end - start > LONG) {
    start = Math.max(start, text.lastIndexOf(" ", Math.max(0, place - LONG / 3)) + 1)
    if (end - start > LONG) end = Math.max(text.lastIndexOf(" ", start + LONG), place + 1)
  }
  return [start, end]
}

function cut(text, start, end, marks) {
  const parts = []
  let last = start
  for (const mark of marks) {
    parts.push({ text: text.slice(last, mark.start), mark: false })
    parts.push({ text: text.slice(mark.start, mark.end), mark: true })
    last = mark.end
  }
  parts.push({ text: text.slice(last, end).trimEnd(), mark: false })
  const [opened, closed] = [/(^|[.!?…»]\s*)$/.test(text.slice(0, start).trimEnd()), end >= text.trimEnd().length]
  if (!opened) parts.unshift({ text: "… ", mark: false })
  if (!closed && !/[.!?…»]$/.test(text.slice(start, end).trimEnd())) parts.push({ text: " …", mark: false })
  return parts.filter((part) => part.text)
}
