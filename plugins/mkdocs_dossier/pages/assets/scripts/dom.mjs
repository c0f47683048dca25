/**
 * @file Elements made in a script. Texts go in as texts, never as HTML.
 */

/**
 * @param {string} tag
 * @param {object} properties
 * @param {...(Node | string)} children
 */
export function make(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}
