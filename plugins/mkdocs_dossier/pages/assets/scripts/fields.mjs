/**
 * @file The controls of a filter: what they ask for, and how the address sets them.
 */
import { fold } from "./fold.mjs"

const optionsOf = (field) => [...field.list.options]
const idOf = (field) =>
  optionsOf(field).find((each) => fold(each.value) === fold(field.value.trim()))?.dataset.id ?? ""

/**
 * What a form asks for: values by name, nothing for what is left as it was.
 * @param {HTMLFormElement} form
 * @returns {Map<string, string[]>}
 */
export function readFields(form) {
  const wanted = new Map()
  for (const field of form.elements) {
    if (!field.name) continue
    const value = readField(field, wanted)
    if (value) wanted.set(field.name, [...(wanted.get(field.name) ?? []), value])
  }
  return wanted
}

function readField(field, wanted) {
  if (field.type === "checkbox") return field.checked ? field.value : ""
  if (field.type === "range") return field.value === field.defaultValue ? "" : field.value
  if ("ids" in field.dataset) return idOf(field)
  if (field.dataset.with && !wanted.has(field.dataset.with)) return ""
  return field.value
}

/**
 * Set a form as the address says.
 * @param {HTMLFormElement} form
 * @param {URLSearchParams} parameters
 * @returns {string[]} The values that the form does not know.
 */
export function setFields(form, parameters) {
  const unknown = []
  for (const [name, text] of parameters) {
    const fields = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)]
    if (fields[0]?.type === "checkbox") unknown.push(...checkBoxes(fields, text.split(",")))
    else if (fields.length && !setField(fields[0], text)) unknown.push(text)
  }
  return unknown
}

function checkBoxes(boxes, values) {
  for (const box of boxes) box.checked = values.includes(box.value)
  return values.filter((value) => !boxes.some((box) => box.value === value))
}

function setField(field, value) {
  if ("ids" in field.dataset) {
    const option = optionsOf(field).find((each) => each.dataset.id === value)
    field.value = option?.value ?? ""
    return Boolean(option)
  }
  if (field.tagName === "SELECT" && ![...field.options].some((each) => each.value === value)) return false
  if (field.type === "range" && !/^-?\d+$/.test(value)) return false
  field.value = value
  return true
}

/**
 * What a form asks for, in its own words: [« Origine », « KCNA uniquement »].
 * @param {HTMLFormElement} form
 * @param {Map<string, string[]>} wanted
 * @returns {[string, string][]}
 */
export function sayFields(form, wanted) {
  return [...wanted].flatMap(([name, values]) => {
    const fields = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)]
    if (fields[0].type === "checkbox") {
      const chosen = fields.filter((field) => values.includes(field.value))
      return chosen.map((field) => ["", textOf(field.closest("label"))])
    }
    const label = fields[0].ariaLabel ?? textOf(fields[0].closest("label").firstElementChild)
    if (fields[0].type === "range") return [[label, sayYear(fields[0])]]
    return [[label, fields[0].selectedOptions?.[0].label ?? fields[0].value]]
  })
}

/**
 * The year that a hand of the slider points to; 0 is the year 1 before our era.
 * @param {HTMLInputElement} hand
 */
export function sayYear(hand) {
  const year = Number(hand.value)
  const words = hand.closest("[data-before-era]")?.dataset.beforeEra
  return year > 0 || !words ? String(year) : words.replace("#", () => 1 - year)
}

/** The words of a label, without its count. */
function textOf(label) {
  const nodes = [...label.childNodes].filter((node) => !node.classList?.contains("d-count"))
  return nodes.map((node) => node.textContent.trim()).join(" ").trim()
}
