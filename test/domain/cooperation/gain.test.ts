import type { Sector } from '../../../domain/cooperation/gain'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gainOf } from '../../../domain/cooperation/gain'
import { dice } from '../../fuzz/dice'

const here = { latitude: 14.5877, longitude: 100.4522 }
const metre = 1 / 111_194.93
function sector(direction: number, fieldOfView: number, range: number, north = 0, east = 0): Sector {
  return { latitude: here.latitude + north * metre, longitude: here.longitude + east * metre / Math.cos(here.latitude * Math.PI / 180), direction, fieldOfView, range }
}
const areaOf = ({ fieldOfView, range }: Sector) => range ** 2 * Math.min(fieldOfView, 360) * Math.PI / 360

describe('the area that nobody sees yet', () => {
  it.each([
    ['all of it where there is no other camera', sector(90, 60, 30), [], 1],
    ['all of it where the others look elsewhere', sector(0, 60, 30), [sector(180, 60, 30), sector(0, 90, 50, 100)], 1],
    ['nothing of what is seen already', sector(10, 60, 30), [sector(0, 360, 40)], 0],
    ['nothing of what two see together', sector(0, 60, 30), [sector(-15, 40, 40), sector(15, 40, 40)], 0],
    ['the half that is turned away', sector(30, 60, 30), [sector(0, 60, 30)], 1 / 2],
    ['across north', sector(350, 40, 20), [sector(10, 40, 20)], 1 / 2],
    ['what is farther than the other sees', sector(0, 90, 40), [sector(0, 90, 20)], 3 / 4],
    ['the rest of a whole circle', sector(0, 360, 20), [sector(77, 90, 20)], 3 / 4],
    ['a whole circle, of more than a turn', sector(0, 720, 20), [], 1],
  ])('%s', (_, wanted, others, part) => {
    const { area, error } = gainOf(wanted, others)
    expect(Math.abs(area - part * areaOf(wanted))).toBeLessThanOrEqual(error + areaOf(wanted) * 1e-3)
    expect(error).toBeLessThanOrEqual(areaOf(wanted) * 0.12)
  })

  it('is never more off than it says, nor more than the sector, nor more with one more camera, whatever the cameras are', () => {
    const any = fc.tuple(fc.integer({ min: 0, max: 359 }), fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 80 }), fc.integer({ min: -60, max: 60 }), fc.integer({ min: -60, max: 60 })).map(given => sector(...given))
    const wanted = fc.tuple(fc.integer({ min: 0, max: 359 }), fc.integer({ min: 5, max: 360 }), fc.integer({ min: 5, max: 60 })).map(given => sector(...given))
    fc.assert(fc.property(wanted, fc.array(any, { maxLength: 6 }), any, (wanted, others, another) => {
      const { area, error } = gainOf(wanted, others)
      expect(area).toBeGreaterThanOrEqual(0)
      expect(area).toBeLessThanOrEqual(areaOf(wanted) * 1.000_001)
      expect(Math.abs(area - areaOf(wanted) * partFree(wanted, others))).toBeLessThanOrEqual(error + areaOf(wanted) * 0.02)
      const more = gainOf(wanted, [...others, another])
      expect(more.area - more.error).toBeLessThanOrEqual(area + error)
    }), dice(80))
  })
})

/** How much of a sector nobody sees, by 4,000 points spread evenly over it. */
function partFree(wanted: Sector, others: Sector[]): number {
  const points = 4_000
  const free = Array.from({ length: points }, (_, i) => {
    const angle = wanted.direction + ((i * 0.618_033_988_75) % 1 - 0.5) * Math.min(wanted.fieldOfView, 360)
    return !others.some(other => sees(other, wanted, angle, wanted.range * Math.sqrt((i + 0.5) / points)))
  })
  return free.filter(Boolean).length / points
}

function sees(other: Sector, from: Sector, angle: number, far: number): boolean {
  const turned = angle * Math.PI / 180
  const x = far * Math.sin(turned) - (other.longitude - from.longitude) / metre * Math.cos(from.latitude * Math.PI / 180)
  const y = far * Math.cos(turned) - (other.latitude - from.latitude) / metre
  if (Math.hypot(x, y) > other.range) return false
  const bearing = Math.atan2(x, y) * 180 / Math.PI
  const off = Math.abs(((bearing - other.direction) % 360 + 540) % 360 - 180)
  return other.fieldOfView >= 360 || off <= other.fieldOfView / 2
}
