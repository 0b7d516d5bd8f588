import type { FeatureCollection } from 'geojson'
import type { LayerSpecification, SourceSpecification } from 'maplibre-gl'
import { colour } from './signs'

const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] }

/** What is drawn. Counted ones of the server and those that MapLibre puts together add up. */
export const sources: Record<string, SourceSpecification> = {
  words: { type: 'geojson', data: nothing },
  around: { type: 'geojson', data: nothing },
  views: { type: 'geojson', data: nothing },
  lines: { type: 'geojson', data: nothing },
  demand: { type: 'geojson', data: nothing },
  marks: { type: 'geojson', data: nothing },
  cameras: { type: 'geojson', data: nothing, cluster: true, clusterRadius: 46, clusterMaxZoom: 15, clusterProperties: { cameras: ['+', ['get', 'cameras']] } },
}

/** Cameras seen from afar are counted; from zoom 16 each has its view. */
export function layers(): LayerSpecification[] {
  const many = ['>', ['get', 'cameras'], 1] as const
  const short = ['case', ['<', ['get', 'cameras'], 1000], ['to-string', ['get', 'cameras']], ['concat', ['to-string', ['floor', ['/', ['get', 'cameras'], 1000]]], 'k']] as const
  return [
    { id: 'words', type: 'symbol', source: 'words', maxzoom: 13, layout: { 'icon-image': ['concat', 'words:', ['get', 'name']], 'icon-padding': 8 } },
    { id: 'around', type: 'line', source: 'around', paint: { 'line-color': colour('brand'), 'line-width': 2, 'line-dasharray': [3, 2] } },
    { id: 'views', type: 'fill', source: 'views', minzoom: 16, paint: { 'fill-color': tones(), 'fill-opacity': 0.22 } },
    { id: 'edges', type: 'line', source: 'views', minzoom: 16, paint: { 'line-color': tones(), 'line-width': 1.5 } },
    { id: 'lines', type: 'line', source: 'lines', layout: { 'line-cap': 'round', 'line-join': 'round' }, paint: { 'line-color': colour('damaged'), 'line-width': 4, 'line-dasharray': [1.5, 1.5] } },
    { id: 'demand', type: 'circle', source: 'demand', paint: { 'circle-radius': ['get', 'size'], 'circle-color': colour('info'), 'circle-opacity': 0.4, 'circle-stroke-color': colour('info'), 'circle-stroke-width': 2 } },
    { id: 'chosen', type: 'circle', source: 'marks', filter: ['==', ['get', 'id'], ''], paint: { 'circle-radius': 20, 'circle-color': colour('brand'), 'circle-opacity': 0.25, 'circle-stroke-color': colour('brand'), 'circle-stroke-width': 3 } },
    { id: 'selected', type: 'circle', source: 'cameras', filter: ['==', ['get', 'id'], ''], paint: { 'circle-radius': 18, 'circle-color': colour('brand'), 'circle-opacity': 0.25, 'circle-stroke-color': colour('brand'), 'circle-stroke-width': 3 } },
    { id: 'cameras', type: 'symbol', source: 'cameras', filter: ['!', [...many]], layout: { 'icon-image': ['get', 'sign'], 'icon-allow-overlap': true, 'icon-ignore-placement': true } },
    { id: 'counts', type: 'symbol', source: 'cameras', filter: [...many], layout: { 'icon-image': ['concat', 'count:', [...short] as never], 'icon-allow-overlap': true, 'icon-ignore-placement': true } },
    { id: 'marks', type: 'symbol', source: 'marks', layout: { 'icon-image': ['get', 'sign'], 'icon-allow-overlap': true, 'icon-ignore-placement': true } },
  ] as LayerSpecification[]
}

const tones = () => ['match', ['get', 'tone'], ...['normal', 'repair', 'damaged', 'unusable'].flatMap(tone => [tone, colour(tone)]), colour('info')] as never
