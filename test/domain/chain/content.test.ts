import { expect, it } from 'vitest'
import { changeAgency } from '../../../domain/agencies/commands'
import { beginImport } from '../../../domain/imports/commands'
import { createKey } from '../../../domain/keys/commands'
import { beginExport } from '../../../domain/register/export'
import { changeRound, openRound } from '../../../domain/rounds/commands'
import { stage } from '../stage'

const s = stage()

it('what people type is not in the audit log, which can never be erased: of an agency its name alone', async () => {
  const { people, agencies } = s.here
  const words = 'สมชายใจดี'
  await s.as(people.secretary, async (act) => {
    await changeAgency(act, agencies.town, { name: 'เทศบาลเมืองอ่างทองใหม่', nameEn: words, kind: 'MUNICIPALITY', districtCode: null, phone: '035 611 000' })
    await createKey(act, { provinceCode: '15', name: words, scopes: ['cameras:read'], days: 30 })
    await beginImport(act, { id: crypto.randomUUID(), provinceCode: '15', agencyId: null, fileName: `${words}.xlsx`, sha256: 'a'.repeat(64), headings: [words], columns: ['name'] })
    await beginExport(act, 'csv', { province: '15', q: words })
    const round = await openRound(act, { provinceCode: '15', name: words, closesOn: '2027-01-31', milestones: [] })
    await changeRound(act, { id: round.id, version: round.version, name: `${words} 2`, closesOn: '2027-02-28', milestones: [] })
  })
  const written = await s.db.auditEntry.findMany({ orderBy: { id: 'asc' }, select: { action: true, data: true } })
  expect(written).toEqual([
    { action: 'agency.changed', data: { before: 'เทศบาลเมืองอ่างทอง', name: 'เทศบาลเมืองอ่างทองใหม่', kind: 'MUNICIPALITY' } },
    { action: 'apiKey.created', data: { scopes: ['cameras:read'], expiresAt: expect.any(String) } },
    { action: 'import.begun', data: { sha256: 'a'.repeat(64) } },
    { action: 'register.exported', data: { province: '15', searched: true } },
    { action: 'round.opened', data: { opensOn: '2026-11-23', closesOn: '2027-01-31' } },
    { action: 'round.changed', data: { closesOn: '2027-02-28' } },
  ])
})
