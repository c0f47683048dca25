// Copies SQLite's WebAssembly build, as its authors publish it, to where the page of the questions
// loads it; the script around it without its spaces and long names, but with its licence.
// Run `npm install && npm run make` here for another version: the pages need no change.
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { buildSync } from "esbuild";

const wasm = createRequire(import.meta.url).resolve("@sqlite.org/sqlite-wasm/sqlite3.wasm");
const folder = new URL("../../plugins/mkdocs_dossier/pages/query/sqlite/", import.meta.url).pathname;
mkdirSync(folder, { recursive: true });
copyFileSync(wasm, join(folder, "sqlite3.wasm"));
buildSync({
  entryPoints: [join(dirname(wasm), "index.mjs")],
  outfile: join(folder, "sqlite3.mjs"),
  format: "esm",
  minify: true,
  legalComments: "inline",
});
const { version } = JSON.parse(readFileSync(join(dirname(wasm), "../package.json")));
console.log(`SQLite ${version}`);
