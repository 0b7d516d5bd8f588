import type { GeoJSONSource, LngLatBoundsLike } from 'maplibre-gl'
import type { Locale } from '../locales/th'
import type { Box, MapCluster, MapLine, MapMark, MapPoint, Place } from './points'
import { AttributionControl, GeolocateControl, Map as MapLibre, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { circleAround, cones } from './cone'
import { ground, plainGround } from './ground'
import { layers, sources } from './layers'
import { createPin } from './pin'
import { boxAround, features, linesOf, marksWith } from './points'
import { sharpness, signOf } from './signs'
import 'maplibre-gl/dist/maplibre-gl.css'

setWorkerUrl(worker)

/** What is on the map. `words`: names to write where they are, of districts. `around`: so many metres about a place. */
export interface Content {
  points: readonly MapPoint[]
  clusters: readonly MapCluster[]
  words: readonly (Place & { name: string })[]
  marks: readonly MapMark[]
  lines: readonly MapLine[]
  selected: string | null
  around: { place: Place, metres: number } | null
}

/** What the map tells. */
export interface Told {
  select: (id: string) => void
  /** What is to be seen has changed. */
  moved: (box: Box, zoom: number) => void
  /** The map was tapped while it is drawn on. */
  drawn: (place: Place) => void
  /** The pin was put somewhere. */
  placed: (place: Place) => void
  /** Where the person is; accuracy in metres. */
  here: (place: Place & { accuracy: number }) => void
  notHere: () => void
}

/** A map that is drawn. */
export type Drawn = Awaited<ReturnType<typeof drawMap>>

/** Thailand. */
const everywhere: LngLatBoundsLike = [97.3, 5.6, 105.7, 20.5]
const bounds = ({ west, south, east, north }: Box): LngLatBoundsLike => [west, south, east, north]

/**
 * Draws a map into an element. Rejects where there is no WebGL 2.
 * @param container has a size
 * @param t texts
 * @param told what happens on it
 * @param start the box to begin with
 */
export async function drawMap(container: HTMLElement, t: Locale['map'], told: Told, start: Box | null) {
  const { style, credit } = await ground()
  const map = new MapLibre({
    container,
    style,
    bounds: start ? bounds(start) : everywhere,
    fitBoundsOptions: { padding: 40, maxZoom: 17 },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    maxPitch: 0,
    locale: {
      'Map.Title': t.title,
      'NavigationControl.ZoomIn': t.zoomIn,
      'NavigationControl.ZoomOut': t.zoomOut,
      'NavigationControl.ResetBearing': t.north,
      'GeolocateControl.FindMyLocation': t.here,
      'GeolocateControl.LocationNotAvailable': t.noHere,
      'AttributionControl.ToggleAttribution': t.about,
      'ScaleControl.Meters': t.metres,
      'ScaleControl.Kilometers': t.kilometres,
      'Marker.Title': t.pin,
    },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  if (typeof style === 'string' || 'base' in style.sources) map.addControl(new AttributionControl({ compact: true, customAttribution: credit }))
  map.addControl(new ScaleControl({ maxWidth: 90 }))
  map.addControl(new NavigationControl({ showCompass: false }))
  const here = new GeolocateControl({ positionOptions: { enableHighAccuracy: true, timeout: 15_000 }, trackUserLocation: true, fitBoundsOptions: { maxZoom: 17 } })
  map.addControl(here)
  // Its button has no name until it has found out whether the browser can tell a place.
  container.querySelector('.maplibregl-ctrl-geolocate')?.setAttribute('aria-label', t.here)
  here.on('geolocate', ({ coords }) => told.here({ latitude: coords.latitude, longitude: coords.longitude, accuracy: coords.accuracy }))
  here.on('error', () => told.notHere())
  map.setMissingStyleImageResolver((name) => {
    if (!map.hasImage(name) && /^(?:count:|words:|mark:(?:risk|uncovered|proposal)$|normal|repair|damaged|unusable|info)/.test(name)) map.addImage(name, signOf(name), { pixelRatio: sharpness })
  })

  const pin = createPin(map, told.placed)
  let content: Content = { points: [], clusters: [], words: [], marks: [], lines: [], selected: null, around: null }
  let pen = false

  function draw(): void {
    const { points, clusters, words, marks, lines, selected, around } = content
    ;(map.getSource('cameras') as GeoJSONSource | undefined)?.setData(features(points, clusters))
    ;(map.getSource('views') as GeoJSONSource | undefined)?.setData(cones(points))
    ;(map.getSource('marks') as GeoJSONSource | undefined)?.setData(marksWith(marks, ['risk', 'uncovered', 'proposal']))
    ;(map.getSource('demand') as GeoJSONSource | undefined)?.setData(marksWith(marks, ['demand']))
    ;(map.getSource('lines') as GeoJSONSource | undefined)?.setData(linesOf(lines))
    ;(map.getSource('words') as GeoJSONSource | undefined)?.setData({
      type: 'FeatureCollection',
      features: words.map(({ name, latitude, longitude }) => ({ type: 'Feature', geometry: { type: 'Point', coordinates: [longitude, latitude] }, properties: { name } })),
    })
    ;(map.getSource('around') as GeoJSONSource | undefined)?.setData(circleAround(around))
    for (const layer of ['selected', 'chosen']) if (map.getLayer(layer)) map.setFilter(layer, ['==', ['get', 'id'], selected ?? ''])
  }
  function lay(): void {
    if (map.getSource('cameras')) return
    for (const [id, source] of Object.entries(sources)) map.addSource(id, source)
    for (const layer of layers()) map.addLayer(layer)
    draw()
  }
  map.on('style.load', lay)
  // Without a network, or when the map's owner does not answer, the cameras stand on a plain ground.
  map.on('error', () => { if (!map.isStyleLoaded() && !map.getSource('cameras')) map.setStyle(plainGround()) })

  map.on('click', (event) => {
    if (pen) return told.drawn({ latitude: Number(event.lngLat.lat.toFixed(7)), longitude: Number(event.lngLat.lng.toFixed(7)) })
    const put = () => pin.put({ latitude: event.lngLat.lat, longitude: event.lngLat.lng })
    // Cameras about a place are chosen beside it; else a pin may be put onto one.
    if (pin.isOn() && !content.around) return put()
    const reach = 8
    const [found] = map.queryRenderedFeatures([[event.point.x - reach, event.point.y - reach], [event.point.x + reach, event.point.y + reach]], { layers: ['marks', 'cameras', 'counts', 'demand'].filter(layer => map.getLayer(layer)) })
    if (!found || found.geometry.type !== 'Point') return pin.isOn() ? put() : undefined
    if (found.properties.id) return told.select(found.properties.id)
    map.easeTo({ center: found.geometry.coordinates as [number, number], zoom: map.getZoom() + 2 })
  })
  for (const layer of ['marks', 'cameras', 'counts', 'demand']) {
    map.on('mouseenter', layer, () => map.getCanvas().style.cursor = 'pointer')
    map.on('mouseleave', layer, () => map.getCanvas().style.cursor = '')
  }
  const tellBox = () => {
    const box = map.getBounds()
    told.moved({ west: box.getWest(), south: box.getSouth(), east: box.getEast(), north: box.getNorth() }, map.getZoom())
  }
  map.on('moveend', tellBox)
  tellBox()

  return {
    show(next: Content) {
      content = next
      draw()
    },
    /** Shows a box, or the place that is nearest to see well. */
    fit: (box: Box) => map.fitBounds(bounds(box), { padding: 40, maxZoom: 17, animate: false }),
    fitAll: (places: readonly Place[]) => {
      const box = boxAround(places)
      if (box) map.fitBounds(bounds(box), { padding: 40, maxZoom: 17, animate: false })
    },
    /** Brings a place into view when it is not. */
    reveal({ latitude, longitude }: Place) {
      if (!map.getBounds().contains([longitude, latitude]) || map.getZoom() < 16) map.easeTo({ center: [longitude, latitude], zoom: Math.max(map.getZoom(), 16) })
    },
    /** Shows, moves or takes away the pin; null: none is placed yet, undefined: this map has none. */
    pin: pin.show,
    /** Whether a tap draws. */
    pen(on: boolean) {
      pen = on
    },
    /** Draws to the middle of what is to be seen. */
    penInMiddle() {
      const { lat: latitude, lng: longitude } = map.getCenter()
      told.drawn({ latitude: Number(latitude.toFixed(7)), longitude: Number(longitude.toFixed(7)) })
    },
    /** Puts the pin in the middle of what is to be seen. */
    pinInMiddle() {
      const { lat: latitude, lng: longitude } = map.getCenter()
      pin.put({ latitude, longitude })
    },
    end: () => map.remove(),
  }
}
