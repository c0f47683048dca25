/**
 * @file The database, apart from the page: a question that takes long leaves the page alone, and is
 * ended by ending this. It is told { engine, database } once, then { id, sql, most }; it answers
 * { ready } or { id, columns, rows, cut } or { id, error }. A row holds texts, numbers and nulls.
 */

const HEAP = 256 * 1024 * 1024
const LONGEST = 20_000_000
const LONGEST_CELL = 20_000
const LONGEST_ANSWER = 4_000_000

let library
let database

addEventListener("message", async ({ data }) => {
  try {
    if (data.engine) await open(data)
    else postMessage({ id: data.id, ...ask(data.sql, data.most) })
  } catch (error) {
    postMessage({ id: data.id, error: String(error?.message ?? error) })
  }
})

async function open({ engine, bytes }) {
  const { default: load } = await import(engine)
  const quiet = () => {}
  library = await load({ print: quiet, printErr: quiet })
  const { capi, wasm } = library
  database = new library.oo1.DB()
  const at = wasm.allocFromTypedArray(bytes)
  const { SQLITE_DESERIALIZE_FREEONCLOSE: free, SQLITE_DESERIALIZE_READONLY: closed } = capi
  const size = bytes.byteLength
  database.checkRc(capi.sqlite3_deserialize(database.pointer, "main", at, size, size, free | closed))
  capi.sqlite3_limit(database.pointer, capi.SQLITE_LIMIT_LENGTH, LONGEST)
  capi.sqlite3_limit(database.pointer, capi.SQLITE_LIMIT_ATTACHED, 0)
  database.exec(`PRAGMA hard_heap_limit=${HEAP + size}; PRAGMA query_only=1`)
  postMessage({ ready: true })
}

function ask(sql, most) {
  const rows = []
  const columns = []
  let cut = false
  let length = 0
  database.exec({
    sql,
    rowMode: "array",
    columnNames: columns,
    callback: (row) => {
      cut = rows.length >= most || length > LONGEST_ANSWER
      if (cut) return false
      const plain = row.map(plainCell)
      length += plain.reduce((sum, cell) => sum + (cell?.length ?? 8), 0)
      rows.push(plain)
    },
  })
  return { columns, rows, cut }
}

function plainCell(value) {
  if (typeof value === "bigint") return String(value)
  if (typeof value === "string" && value.length > LONGEST_CELL) return `${value.slice(0, LONGEST_CELL)} …`
  if (value instanceof Uint8Array) return `[${value.length}]`
  return value
}
