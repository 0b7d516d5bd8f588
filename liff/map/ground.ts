import type { RasterSourceSpecification, StyleSpecification } from 'maplibre-gl'
import { api } from '../api'
import { colour } from './signs'

/** A plain ground: what is shown without a network, or without a map to show. */
export function plainGround(): StyleSpecification {
  return { version: 8, sources: {}, layers: [{ id: 'ground', type: 'background', paint: { 'background-color': colour('paper') } }] }
}

let known: Promise<{ url: string | null, credit: string | null }> | undefined

/** The map under the cameras, as MapLibre wants it: an address of a style, or one made of pictures. The plain ground when there is none, or it is not known. */
export async function ground(): Promise<{ style: StyleSpecification | string, credit?: string }> {
  if (!known) {
    known = api.map.$get().then(answer => answer.json())
    // Without a network: asked again by the next map.
    known.catch(() => known = undefined)
  }
  const { url, credit } = await known.catch(() => ({ url: null, credit: null }))
  const plain = plainGround()
  if (!url) return { style: plain }
  const said = credit ? { credit: escaped(credit) } : {}
  if (!url.includes('{z}')) return { style: url, ...said }
  const base: RasterSourceSpecification = { type: 'raster', tiles: [url], tileSize: 256, maxzoom: 19 }
  return { style: { ...plain, sources: { base }, layers: [...plain.layers, { id: 'base', type: 'raster', source: 'base' }] }, ...said }
}

/** MapLibre shows a credit as HTML. */
const escaped = (text: string) => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
