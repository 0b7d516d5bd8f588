import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readConfig } from '../../server/config'
import { root } from '../e2e/started'

interface Service { image?: string, environment?: Record<string, string>, volumes?: string[], restart?: string, stop_grace_period?: string, profiles?: string[], healthcheck?: object, depends_on?: object }

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const compose = parse(read('compose.yaml'), { merge: true }) as { services: Record<string, Service>, volumes: Record<string, null> }
const caddyfile = read('docker/Caddyfile')
const page = read('docs/operating/docker.md')
/** The settings of a file `.env`, as the page shows it. */
const shown = Object.fromEntries(Array.from(page.matchAll(/^ *([A-Z_]+)=(.*)$/gm), match => [match[1]!, match[2]!]))
const servers = Object.entries(compose.services).filter(([name]) => name.startsWith('songklong-'))
const seconds = (text: string) => Number(/^(\d+)s$/.exec(text)![1])

describe('the compose file', () => {
  it('has two servers alike, behind Caddy by their names and port', () => {
    expect(servers.length).toBe(2)
    expect(servers[0]![1]).toEqual(servers[1]![1])
    const port = servers[0]![1].environment!.PORT
    expect(/reverse_proxy (.*) \{/.exec(caddyfile)![1]!.split(' ')).toEqual(servers.map(([name]) => `${name}:${port}`))
  })

  it('gives the servers settings that they take, with those of the page', () => {
    expect(Object.keys(shown)).toEqual(expect.arrayContaining(['DOMAIN', 'POSTGRES_PASSWORD', 'SESSION_SECRET', 'LINE_CHANNEL_SECRET']))
    const filled = { ...shown, LINE_CHANNEL_SECRET: 'a'.repeat(32), SESSION_SECRET: 'b'.repeat(64), LINE_CHANNEL_ACCESS_TOKEN: 'c', POSTGRES_PASSWORD: 'd' } as Record<string, string>
    const environment = Object.fromEntries(Object.entries(servers[0]![1].environment!).map(([name, value]) => [name, value.replace(/\$\{(\w+)(?::[^}]*)?\}/g, (_, variable: string) => filled[variable]!)]))
    const config = readConfig({ ...filled, ...environment })
    expect(config).toMatchObject({ databaseUrl: 'postgresql://songklong:d@postgres:5432/songklong', publicUrl: `https://${shown.DOMAIN}`, simulator: null, demo: false })
  })

  it('asks only for settings that the page tells of', () => {
    const asked = new Set(Array.from(`${read('compose.yaml')}${caddyfile}`.matchAll(/\$\{(\w+)|\{\$(\w+)\}/g), match => match[1] ?? match[2]!))
    expect([...asked].filter(name => !(name in shown))).toEqual([])
  })

  it('lets Caddy find out that a server stops before it does, and gives it the time to end', () => {
    const { environment, stop_grace_period } = servers[0]![1]
    const [, every] = /health_interval (\w+)/.exec(caddyfile)!
    expect(Number(environment!.DRAIN_SECONDS)).toBeGreaterThanOrEqual(2 * seconds(every!))
    expect(seconds(stop_grace_period!)).toBeGreaterThan(10)
  })

  it('starts everything again by itself, keeps what must be kept, and pins what it did not build', () => {
    for (const [name, { image, restart, volumes = [], profiles }] of Object.entries(compose.services)) {
      if (!profiles) expect([name, restart]).toEqual([name, 'unless-stopped'])
      if (!image!.startsWith('songklong')) expect(image).toMatch(/:\d+\.\d+(?:\.\d+)?-\w+$/)
      for (const volume of volumes.filter(one => !one.startsWith('.'))) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0])
    }
    expect(compose.services.postgres!.image).toMatch(/^postgres:18\./)
  })
})

describe('the Caddyfile', () => {
  it('keeps to itself what is for machines inside, and sets the request\'s id', () => {
    expect(caddyfile).toContain('@inside path /metrics /health/*')
    expect(caddyfile).toContain('header_up X-Request-Id {http.request.uuid}')
  })
})
