import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bearingBetween, directionOf, distanceBetween } from '../../../domain/cameras/geo'

const angThong = { latitude: 14.5896, longitude: 100.4549 }
const north = (metres: number) => ({ ...angThong, latitude: angThong.latitude + metres / 111_195 })
const east = (metres: number) => ({ ...angThong, longitude: angThong.longitude + metres / 111_195 / Math.cos(angThong.latitude * Math.PI / 180) })

describe('distances and directions', () => {
  it('measures metres along the ground', () => {
    expect(distanceBetween(angThong, angThong)).toBe(0)
    expect(distanceBetween(angThong, north(1000))).toBeCloseTo(1000, 0)
    expect(distanceBetween(angThong, east(1000))).toBeCloseTo(1000, 0)
    expect(distanceBetween(angThong, { latitude: 13.7563, longitude: 100.5018 })).toBeCloseTo(92_800, -3)
  })

  it('tells the direction as whole degrees from north, never 360', () => {
    expect(bearingBetween(angThong, north(500))).toBe(0)
    expect(bearingBetween(angThong, east(500))).toBe(90)
    expect(bearingBetween(angThong, north(-500))).toBe(180)
    expect(bearingBetween(angThong, east(-500))).toBe(270)
    expect(bearingBetween(angThong, { latitude: angThong.latitude + 0.01, longitude: angThong.longitude - 0.00001 })).toBe(0)
    const place = fc.record({ latitude: fc.double({ min: 5, max: 21, noNaN: true }), longitude: fc.double({ min: 97, max: 106, noNaN: true }) })
    fc.assert(fc.property(place, place, (a, b) => {
      const bearing = bearingBetween(a, b)
      expect(Number.isInteger(bearing) && bearing >= 0 && bearing < 360).toBe(true)
    }))
  })

  it('names the nearest of eight directions', () => {
    expect([0, 22, 23, 45, 90, 135, 180, 225, 270, 315, 337, 338, 359, 360, -45].map(directionOf))
      .toEqual(['N', 'N', 'NE', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW', 'NW', 'N', 'N', 'N', 'NW'])
  })
})
