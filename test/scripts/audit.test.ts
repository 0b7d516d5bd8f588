import { describe, expect, it } from 'vitest'
import { verdict } from '../../scripts/audit.mjs'

const answer = (vulnerabilities: object, found: object) => JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: { vulnerabilities: found, dependencies: { prod: 120 } } })

describe('the dependency audit', () => {
  it('passes when nothing is known', () => {
    expect(verdict(answer({}, { total: 0 }))).toEqual({ ok: true, lines: ['Dependency audit: nothing of level high or above in 120 packages.'] })
  })

  it('passes with what is moderate or low', () => {
    expect(verdict(answer({ x: { name: 'x', severity: 'moderate', range: '<1.2' } }, { moderate: 1, total: 1 })).ok).toBe(true)
  })

  it.each(['high', 'critical'])('fails with a weakness of level %s, and names the package', (severity) => {
    const { ok, lines } = verdict(answer({ x: { name: 'x', severity, range: '<1.2' } }, { [severity]: 1, total: 1 }))
    expect(ok).toBe(false)
    expect(lines.at(-1)).toBe(`  ${severity}: x <1.2`)
  })

  it.each([
    ['does not know such questions', JSON.stringify({ message: '405 Method Not Allowed', error: { summary: '', detail: '' } }), '405 Method Not Allowed'],
    ['is not reached', JSON.stringify({ error: { code: 'ENOTFOUND', summary: 'request to https://registry.example failed' } }), 'request to https://registry.example failed'],
    ['says nothing', '', 'no answer'],
    ['says nonsense', '<html>', 'no answer'],
  ])('is skipped, in one line, when the registry %s', (_, output, why) => {
    expect(verdict(output)).toEqual({ ok: true, lines: [`Dependency audit skipped: the registry did not answer it (${why}).`] })
  })
})
