import type { Map as MapLibre } from 'maplibre-gl'
import type { Place } from './points'
import { Marker } from 'maplibre-gl'
import { colour } from './signs'

/** How far an arrow key moves it, pixels; with Shift ten times as far. */
const step = 4
const arrows: Record<string, [x: number, y: number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

/** A pin that can be put, dragged, and moved with the arrow keys. `placed` is told where it is then. */
export function createPin(map: MapLibre, placed: (place: Place) => void) {
  let marker: Marker | undefined
  let on = false

  function tell({ lat, lng }: { lat: number, lng: number }): void {
    // Seven digits are a centimetre.
    const short = (degrees: number) => Number(degrees.toFixed(7))
    placed({ latitude: short(lat), longitude: short(lng) })
  }
  function create(): Marker {
    const made = new Marker({ draggable: true, color: colour('brand') })
    const element = made.getElement()
    element.tabIndex = 0
    element.dataset.pin = ''
    element.addEventListener('keydown', (event) => {
      const arrow = arrows[event.key]
      if (!arrow) return
      event.preventDefault()
      event.stopPropagation()
      const { x, y } = map.project(made.getLngLat())
      const far = event.shiftKey ? step * 10 : step
      const to = map.unproject([x + arrow[0] * far, y + arrow[1] * far])
      made.setLngLat(to)
      tell(to)
    })
    made.on('dragend', () => tell(made.getLngLat()))
    return made
  }

  return {
    isOn: () => on,
    show(place: Place | null | undefined): void {
      on = place !== undefined
      if (!place) {
        marker?.remove()
        marker = undefined
        return
      }
      const shown = marker
      marker ??= create()
      marker.setLngLat([place.longitude, place.latitude])
      if (!shown) marker.addTo(map)
    },
    put: ({ latitude, longitude }: Place): void => tell({ lat: latitude, lng: longitude }),
  }
}
