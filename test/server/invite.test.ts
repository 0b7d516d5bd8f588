import type { FreshDb } from '../helpers/database'
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readInvitationCode } from '../../domain/people/invitationCode'
import { invite, NotInvited } from '../../server/invite/invite'
import { inviteTexts } from '../../server/invite/texts'
import { blankDb, freshDb } from '../helpers/database'

const now = new Date('2026-11-23T02:00:00Z')
const run = promisify(execFile)

let fresh: FreshDb
beforeAll(async () => {
  fresh = await freshDb()
  const { db } = fresh.database
  await db.province.create({ data: { code: '15', nameTh: 'อ่างทอง', nameEn: 'Ang Thong' } })
  await db.agency.create({ data: { name: 'เทศบาลเมืองอ่างทอง', nameEn: 'Ang Thong Town', provinceCode: '15', kind: 'MUNICIPALITY' } })
})
afterAll(() => fresh.drop())

function make(wish: Parameters<typeof invite>[1], language: 'th' | 'en' = 'en') {
  return invite({ db: fresh.database.db, actor: null, now }, wish, inviteTexts[language], language === 'th' ? 'TH' : 'EN')
}
const office = { province: '15', agency: 'เทศบาลเมืองอ่างทอง', role: 'OFFICIAL' }

describe('npm run invite', () => {
  it('says the code, for whom, until when, and what to type', async () => {
    const { lines, link } = await make({ ...office, uses: '3', days: '7' })
    const text = lines.join('\n')
    const code = readInvitationCode(text)!
    expect(text).toContain('Agency official, เทศบาลเมืองอ่างทอง, for 3 people')
    expect(text).toContain('30 Nov 2026 09:00')
    expect(text).toContain(`ลงทะเบียน ${code}`)
    expect(link).toBeNull()
    expect((await make(office, 'th')).lines.join('\n')).toContain('7 ธ.ค. 2569 09:00 น.')
  })

  it('links into the chat once the account’s id is known', async () => {
    await fresh.database.db.lineAccount.create({ data: { basicId: '@songklong' } })
    const { lines, link } = await make(office)
    const code = readInvitationCode(lines.join('\n'))!
    expect(link).toBe(`https://line.me/R/oaMessage/%40songklong/?${encodeURIComponent(`ลงทะเบียน ${code}`)}`)
    expect(lines.at(-1)).toContain(link)
  })

  it('takes the role in any case, the English name of an agency, and no agency for roles of a province', async () => {
    expect((await make({ ...office, role: 'technician', agency: 'ang thong town' })).lines[0]).toContain('Technician')
    expect((await make({ province: '15', role: 'SECRETARY' })).lines[0]).toContain('Ang Thong')
  })

  it.each([
    [{}, 'Usage: npm run invite'],
    [{ ...office, province: '99' }, 'There is no province “99”'],
    [{ ...office, role: 'ADMIN' }, '“ADMIN” is not a role to invite to'],
    [{ province: '15', role: 'OFFICIAL' }, 'add --agency'],
    [{ ...office, agency: 'ทม.อ่างทอง' }, 'Similar:\n  เทศบาลเมืองอ่างทอง'],
    [{ ...office, agency: 'กรมทางหลวง' }, 'There is no agency “กรมทางหลวง” in this province.'],
    [{ ...office, days: '91' }, '--days must be a whole number from 1 to 90'],
    [{ ...office, uses: 'many' }, '--uses must be a whole number from 1 to 500'],
  ])('says what is wrong with %j', async (wish, sentence) => {
    const error = await make(wish).then(() => null, (problem: Error) => problem)
    expect(error).toBeInstanceOf(NotInvited)
    expect(error!.message).toContain(sentence)
  })

  it('prints it with a QR code, and a mistake without a stack', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'songklong-invite-'))
    const command = (url: string, ...args: string[]) => run(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'server/invite/cli.ts', ...args], { env: { ...process.env, DATABASE_URL: url, DATA_DIR: dataDir, SIMULATOR: 'on', LANG: 'en' } })
    const wish = ['--province', '15', '--agency', 'เทศบาลเมืองอ่างทอง', '--role', 'OFFICIAL']
    const { stdout } = await command(fresh.url, ...wish)
    expect(readInvitationCode(stdout)).not.toBeNull()
    expect(stdout).toContain('▀')
    expect(await fresh.database.db.invitation.count({ where: { createdById: null } })).toBeGreaterThan(0)
    const wrong: [string, string[], string][] = [
      [fresh.url, ['--role', 'OFFICIAL'], 'Usage'],
      [fresh.url, ['--colour', 'red'], '--colour'],
      [await blankDb(), wish, 'The database is still empty'],
      ['postgresql://nobody:x@127.0.0.1:9/x', wish, 'The database was not reached'],
    ]
    for (const [url, args, sentence] of wrong) {
      const failed = await command(url, ...args).then(() => null, (error: { code: number, stderr: string }) => error)
      expect(failed!.code).toBe(1)
      expect(failed!.stderr).toContain(sentence)
      expect(failed!.stderr).not.toContain('    at ')
    }
    await rm(dataDir, { recursive: true })
  })
})
