import type { Viewing } from '../../../domain/cameras/view'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bearingBetween, distanceBetween } from '../../../domain/cameras/geo'
import { looksAt, metresPerDegree, usualViews } from '../../../domain/cameras/view'
import { CameraKind } from '../../../prisma/client'

const stands = { latitude: 14.5896, longitude: 100.4549 }
const camera = (given: Partial<Viewing> = {}): Viewing => ({ ...stands, kind: 'FIXED', direction: 0, fieldOfView: 90, range: 100, ...given })

/** The place so many metres away in a direction. */
function away(metres: number, direction: number) {
  const turned = direction * Math.PI / 180
  return { latitude: stands.latitude + metres * Math.cos(turned) / metresPerDegree, longitude: stands.longitude + metres * Math.sin(turned) / metresPerDegree / Math.cos(stands.latitude * Math.PI / 180) }
}

describe('whether a camera looks at a point', () => {
  it('does within its range and half its field of view to either side, over north, too', () => {
    expect([0, 44, 46, 180, 314, 316].map(direction => looksAt(camera(), away(50, direction)))).toEqual(['YES', 'YES', 'NO', 'NO', 'NO', 'YES'])
    expect([300, 304, 306, 350, 34, 36].map(direction => looksAt(camera({ direction: 350 }), away(50, direction)))).toEqual(['NO', 'NO', 'YES', 'YES', 'YES', 'NO'])
    expect([99, 101].map(metres => looksAt(camera(), away(metres, 0)))).toEqual(['YES', 'NO'])
  })

  it('takes what is usual for its kind where nothing is written down', () => {
    expect([59, 61].map(metres => looksAt(camera({ range: null }), away(metres, 0)))).toEqual(['YES', 'NO'])
    expect([29, 31].map(direction => looksAt(camera({ fieldOfView: null }), away(50, direction)))).toEqual(['YES', 'NO'])
    const behind = (kind: CameraKind) => looksAt(camera({ kind, direction: null, fieldOfView: null, range: null }), away(15, 180))
    expect(Object.fromEntries(Object.values(CameraKind).map(kind => [kind, behind(kind)]))).toEqual({ FIXED: 'MAY', PTZ: 'YES', DOME: 'YES', FISHEYE: 'YES', PLATE_READER: 'MAY', THERMAL: 'MAY', OTHER: 'MAY' })
  })

  it('of a point at its foot it always does, and from 360° all round', () => {
    expect([stands, away(4.9, 180), away(5.1, 180)].map(point => looksAt(camera(), point))).toEqual(['YES', 'YES', 'NO'])
    expect(looksAt(camera({ fieldOfView: 360 }), away(50, 180))).toBe('YES')
  })

  const anything = fc.record({
    kind: fc.constantFrom(...Object.values(CameraKind)),
    direction: fc.option(fc.integer({ min: 0, max: 359 })),
    fieldOfView: fc.option(fc.integer({ min: 1, max: 360 })),
    range: fc.option(fc.integer({ min: 1, max: 5000 })),
  })

  it('agrees with bearings and distances on a round earth, but for half a degree and half a percent', () => {
    fc.assert(fc.property(anything, fc.double({ min: 6, max: 6000, noNaN: true }), fc.double({ min: 0, max: 360, noNaN: true }), (given, metres, direction) => {
      const point = away(metres, direction)
      const { fieldOfView, range } = { fieldOfView: given.fieldOfView ?? usualViews[given.kind].fieldOfView, range: given.range ?? usualViews[given.kind].range }
      const off = Math.abs((bearingBetween(stands, point) - (given.direction ?? 0) + 540) % 360 - 180)
      const edge = Math.abs(distanceBetween(stands, point) / range - 1) < 0.005 || (given.direction !== null && Math.abs(off - fieldOfView / 2) < 1.1)
      if (edge) return
      const seen = distanceBetween(stands, point) <= range
      const ahead = fieldOfView >= 360 || (given.direction === null ? ['PTZ', 'DOME', 'FISHEYE'].includes(given.kind) : off <= fieldOfView / 2)
      const looks = !seen ? 'NO' : ahead ? 'YES' : given.direction === null ? 'MAY' : 'NO'
      expect(looksAt({ ...stands, ...given }, point)).toBe(looks)
    }))
  })

  it('stays as it is when camera and point are turned together', () => {
    fc.assert(fc.property(anything, fc.double({ min: 6, max: 200, noNaN: true }), fc.integer({ min: 0, max: 359 }), fc.integer({ min: 0, max: 359 }), (given, metres, direction, turn) => {
      if (given.direction === null || Math.abs(Math.abs((direction - given.direction + 540) % 360 - 180) - (given.fieldOfView ?? usualViews[given.kind].fieldOfView) / 2) < 0.01) return
      const turned = { ...stands, ...given, direction: (given.direction + turn) % 360 }
      expect(looksAt(turned, away(metres, direction + turn))).toBe(looksAt({ ...stands, ...given }, away(metres, direction)))
    }))
  })
})
