/**
 * @file Data cut into small files in order of key (`pages/pieces.py`); a reader loads those needed.
 */

export class Pieces {
  /** @param {string} folder  Its address, with a final slash. */
  constructor(folder) {
    this.folder = folder
    /** @type {Map<string, Promise<any>>} */
    this.loading = new Map()
  }

  /**
   * The entries of the pieces that may hold keys with a prefix, each [key, value].
   * @param {string} prefix
   * @returns {Promise<[string, any][]>}
   */
  async find(prefix) {
    const firsts = await this.load("index.json")
    const numbers = firsts.flatMap((first, number) => {
      const isBefore = number + 1 < firsts.length && firsts[number + 1] < prefix
      return isBefore || first > `${prefix}\uffff` ? [] : [number]
    })
    const pieces = await Promise.all(numbers.map((number) => this.load(`${number}.json`)))
    return pieces.flat().filter(([key]) => key.startsWith(prefix))
  }

  load(name) {
    if (!this.loading.has(name)) {
      const answer = fetch(new URL(name, this.folder)).then((found) => {
        if (!found.ok) throw new Error(`${found.status} ${found.url}`)
        return found.json()
      })
      this.loading.set(name, answer.catch((error) => {
        this.loading.delete(name) // the next time may be better
        throw error
      }))
    }
    return this.loading.get(name)
  }
}
