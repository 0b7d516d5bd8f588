import type { Actor, Membership } from '../../../domain/act'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { programSight, publicSight, seesPeople, seesWhole, sightOf } from '../../../domain/cameras/sight'
import { isOwn, isPolice, keeps, statisticsSight } from '../../../domain/footage/rules'
import { knowsPrivate } from '../../../domain/owners/rules'
import { isSecretaryOf } from '../../../domain/people/rules'
import { mayWriteRisk, provincesOfRisk } from '../../../domain/riskPoints/rules'
import { maySurvey, mayWithdraw } from '../../../domain/survey/rules'
import { Role } from '../../../prisma/client'

const [here, elsewhere] = ['15', '80']
const publicCamera = { ownership: 'PUBLIC', provinceCode: here, agencyId: 'agency', ownerId: null } as const
const privateCamera = { ownership: 'PRIVATE', provinceCode: here, agencyId: null, ownerId: 'owner' } as const

/** Everything that depends on who asks, of one public and one private camera of this province. */
const rights = {
  'sees all of a public camera': (actor: Actor) => seesWhole(sightOf(actor), publicCamera),
  'sees who is in charge of it': (actor: Actor) => seesPeople(sightOf(actor), publicCamera),
  'sees a private camera as a point': (actor: Actor) => sightOf(actor).hidden.includes(here),
  'knows of a private camera': (actor: Actor) => knowsPrivate(actor, here) !== null,
  'answers for a public camera': (actor: Actor) => keeps(actor, publicCamera),
  'answers for a private camera': (actor: Actor) => keeps(actor, privateCamera),
  'needs no request for a public camera': (actor: Actor) => isOwn(actor, publicCamera),
  'asks for footage': (actor: Actor) => isPolice(actor),
  'speaks for the agency': (actor: Actor) => maySurvey(actor),
  'takes back what the agency proposed': (actor: Actor) => mayWithdraw(actor, publicCamera),
  'reads risk points': (actor: Actor) => provincesOfRisk(actor).includes(here),
  'writes risk points': (actor: Actor) => mayWriteRisk(actor, 'agency'),
  'reads statistics of footage': (actor: Actor) => statisticsSight(actor, here) !== null,
  'reads them with private cameras': (actor: Actor) => statisticsSight(actor, here) === 'whole',
  'decides for the province': (actor: Actor) => isSecretaryOf(actor, here),
}
type Right = keyof typeof rights

/** Who may, by role, in this province's agency of the camera; what is not written here nobody may. */
const inThisAgency: Record<Role, Right[]> = {
  OFFICIAL: ['sees all of a public camera', 'sees who is in charge of it', 'answers for a public camera', 'needs no request for a public camera', 'speaks for the agency', 'takes back what the agency proposed'],
  POLICE: ['sees all of a public camera', 'sees who is in charge of it', 'sees a private camera as a point', 'knows of a private camera', 'answers for a public camera', 'needs no request for a public camera', 'asks for footage', 'speaks for the agency', 'takes back what the agency proposed', 'reads risk points', 'writes risk points', 'reads statistics of footage', 'reads them with private cameras'],
  SECRETARY: ['sees all of a public camera', 'sees who is in charge of it', 'sees a private camera as a point', 'knows of a private camera', 'answers for a public camera', 'takes back what the agency proposed', 'reads risk points', 'reads statistics of footage', 'reads them with private cameras', 'decides for the province'],
  COMMITTEE: ['sees all of a public camera', 'sees who is in charge of it', 'reads risk points', 'reads statistics of footage'],
  NATIONAL: ['sees all of a public camera', 'reads statistics of footage'],
  TECHNICIAN: [],
  OWNER: [],
  ADMIN: [],
}
/** Of these, what a role still gives in another agency of the province, and in another province. */
const anywhereInTheProvince: Right[] = ['sees a private camera as a point', 'knows of a private camera', 'asks for footage', 'speaks for the agency', 'reads risk points', 'reads statistics of footage', 'reads them with private cameras']
const ofAnAgency: Role[] = ['OFFICIAL', 'POLICE', 'TECHNICIAN']

function expected({ role, provinceCode, agencyId }: Membership): Right[] {
  const all = inThisAgency[role]
  if (role === 'NATIONAL') return all
  if (provinceCode !== here) return all.filter(right => right === 'asks for footage' || right === 'speaks for the agency')
  return ofAnAgency.includes(role) && agencyId !== 'agency' ? all.filter(right => anywhereInTheProvince.includes(right)) : all
}

const membership: fc.Arbitrary<Membership> = fc.constantFrom(...Object.values(Role)).chain(role => fc.record({
  role: fc.constant(role),
  provinceCode: fc.constantFrom(here, elsewhere),
  agencyId: ofAnAgency.includes(role) ? fc.constantFrom('agency', 'other') : fc.constant(null),
})).map(one => one.agencyId === 'agency' ? { ...one, provinceCode: here } : one)
const actor = (memberships: Membership[]): Actor => ({ userId: 'somebody', language: 'TH', memberships })
const held = (who: Actor): Right[] => (Object.keys(rights) as Right[]).filter(right => rights[right](who))

it('whatever somebody holds, they may what the table says for each of it, and nothing else', () => {
  fc.assert(fc.property(fc.array(membership, { maxLength: 5 }), (memberships) => {
    const table = new Set(memberships.flatMap(expected))
    expect(held(actor(memberships))).toEqual((Object.keys(rights) as Right[]).filter(right => table.has(right)))
  }), { numRuns: 2_000 })
})

it('nobody may anything of it without a role, but its owner answers for their own', () => {
  expect(held(actor([]))).toEqual([])
  expect(held({ ...actor([]), userId: 'owner' })).toEqual(['answers for a private camera'])
})

it('a program with a key sees what everybody sees, of its own province', () => {
  for (const sight of [publicSight, programSight({ provinceCode: here })]) {
    expect(seesWhole(sight, publicCamera)).toBe(false)
    expect(seesPeople(sight, publicCamera)).toBe(false)
    expect(sight.hidden).toEqual([])
  }
  expect([publicSight.only, programSight({ provinceCode: here }).only]).toEqual([null, here])
})
