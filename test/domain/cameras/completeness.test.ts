import { expect, it } from 'vitest'
import { asked, completenessOf } from '../../../domain/cameras/completeness'
import { freshDb } from '../../helpers/database'

it('is the same percentage in the list of what is missing and in the database, for every camera of the demo and with each field in turn', async () => {
  const { database: { db }, drop } = await freshDb({ template: 'demo' })
  const cameras = await db.camera.findMany()
  expect(cameras.length).toBe(861)
  for (const camera of cameras) expect(completenessOf(camera).percent, camera.code).toBe(camera.completeness)

  const [one] = cameras
  for (const kind of ['FIXED', 'PTZ', 'FISHEYE'] as const) {
    for (const linked of [true, false, null]) {
      for (const field of asked) {
        const full = { megapixels: 2, nightVision: false, installed: new Date('2016-08-01'), costSatang: 0n, direction: 0, fieldOfView: 90, range: 30, recorderKind: 'NVR', networkName: 'CAT', retentionDays: 0, remoteViewing: false, custodianName: 'ก', custodianPhone: '191', exportBy: 'STAFF', maintainingAgencyId: one!.agencyId, maintenanceSatang: 0n } as const
        const saved = await db.camera.update({ where: { id: one!.id }, data: { ...full, kind, linked, [field]: field === 'linked' ? linked : null } })
        expect(completenessOf(saved).percent, `${kind} ${linked} without ${field}`).toBe(saved.completeness)
      }
    }
  }
  await drop()
})
