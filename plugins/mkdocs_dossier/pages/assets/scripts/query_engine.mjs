/**
 * @file Asks the database in a worker: one question at a time, each with an end.
 */

/** Why there is no answer: `key` is that of a text under `failed`. */
export class NoAnswer extends Error {
  constructor(key, values = {}) {
    super(key)
    this.key = key
    this.values = values
  }
}

export class Engine {
  /**
   * @param {string} engine  Where SQLite's module is.
   * @param {ArrayBuffer} database
   * @param {number} seconds  How long a question may take.
   */
  constructor(engine, database, seconds) {
    this._engine = engine
    this._database = database
    this._seconds = seconds
    this._refuse = () => {}
    this._number = 0
  }

  /**
   * @param {string} sql
   * @param {number} most  How many rows are wanted at most.
   * @returns {Promise<{columns: string[], rows: (string | number | null)[][], cut: boolean}>}
   */
  async ask(sql, most) {
    this.stop()
    this._worker ??= this._start()
    const worker = await this._worker
    const id = ++this._number
    return new Promise((answer, refuse) => {
      const ended = (key, values) => {
        this._end()
        refuse(new NoAnswer(key, values))
      }
      const timer = setTimeout(() => ended("slow", { count: this._seconds }), 1000 * this._seconds)
      this._refuse = (key) => ended(key)
      worker.onmessage = ({ data }) => {
        if (data.id !== id) return
        clearTimeout(timer)
        this._refuse = () => {}
        if (data.error === undefined) answer(data)
        else refuse(explain(data.error))
      }
      worker.onerror = () => ended("large")
      worker.postMessage({ id, sql, most })
    }).finally(() => (this._refuse = () => {}))
  }

  /** Give up on what is being asked. */
  stop() {
    this._refuse("stopped")
  }

  _start() {
    const worker = new Worker(new URL("query_worker.mjs", import.meta.url), { type: "module" })
    const ready = new Promise((answer, refuse) => {
      worker.onerror = (event) => refuse(new NoAnswer("load", { reason: event.message ?? "worker" }))
      worker.onmessage = ({ data }) =>
        data.ready ? answer(worker) : refuse(new NoAnswer("load", { reason: data.error }))
    })
    ready.catch(() => (this._worker = undefined))
    worker.postMessage({ engine: this._engine, bytes: new Uint8Array(this._database) })
    return ready
  }

  _end() {
    this._worker?.then((worker) => worker.terminate()).catch(() => {})
    this._worker = undefined
  }
}

/** What SQLite says, and the text that says it to a reader. */
const KNOWN = [
  [/no such table: (.+)/, "table"],
  [/no such column: (.+)/, "column"],
  [/no such function: (.+)/, "function"],
  [/ambiguous column name: (.+)/, "ambiguous"],
  [/near "(.*)": syntax error/s, "syntax"],
  [/unrecognized token: "(.*)"/s, "syntax"],
  [/incomplete input/, "incomplete"],
  [/readonly database|attempt to write|query_only|too many attached/, "readonly"],
  [/out of memory|too big|memory access|unreachable/i, "large"],
]

function explain(message) {
  for (const [pattern, key] of KNOWN) {
    const found = message.match(pattern)
    if (found) return new NoAnswer(key, { name: found[1] ?? "" })
  }
  return new NoAnswer("other", { name: message.replace(/^SQLITE_\w+: sqlite3 result code \d+: /, "") })
}
