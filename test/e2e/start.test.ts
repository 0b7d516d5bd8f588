import type { Browser } from 'playwright-core'
import type { Phone } from './phone'
import type { Started } from './started'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { processKind, readPostmaster } from '../../server/database/cluster'
import { launchBrowser } from '../helpers/browser'
import { lineId } from '../helpers/fakeLine'
import { phone } from './phone'
import { buildApart, root, start } from './started'

let browser: Browser
let program: string
let removeBuild: () => Promise<void>
let dataDir: string
let product: Started | undefined
let report: string

beforeAll(async () => {
  browser = await launchBrowser()
  ;({ program, remove: removeBuild } = await buildApart())
  dataDir = join(await mkdtemp(join(tmpdir(), 'songklong-start-')), 'data')
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await product?.kill('SIGKILL')
  const left = await postmaster()
  if (left) process.kill(left, 'SIGQUIT')
  await removeBuild?.()
  await rm(join(dataDir, '..'), { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

/** The process number of the database server on the data folder, if one runs. */
async function postmaster(): Promise<number | undefined> {
  const found = await readPostmaster(join(dataDir, 'postgres'))
  return found && await processKind(found.pid) === 'postgres' ? found.pid : undefined
}

const ready = () => fetch(`${product!.url}/health/ready`).then(response => response.status)

async function somebody(): Promise<Phone> {
  return phone(browser, product!.simulatorUrl, lineId(8))
}

describe('npm start', { timeout: 180_000 }, () => {
  it('is a build and then this program', async () => {
    const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    expect(scripts.prestart).toContain('build')
    expect(scripts.start).toBe('node --enable-source-maps dist/server/node.js')
  })

  it('says where the product and the simulator are, and is ready', async () => {
    product = await start(program, dataDir)
    expect(product.said()).toContain('demo province')
    expect(await ready()).toBe(200)
    expect(await fetch(product.url).then(response => response.text())).toContain('ส่องกล้อง')
    expect(await postmaster()).toBeDefined()
  })

  it('takes a report in the browser', async () => {
    const person = await somebody()
    await person.page.getByRole('button', { name: 'เพิ่มเพื่อน' }).click()
    await person.sees('แตะเมนูด้านล่าง')
    await person.says('กล้อง 15-00012 ไม่มีภาพ')
    await person.sees(/F-\d{4}-\w{5}/)
    report = /F-\d{4}-\w{5}/.exec(await person.reads())![0]
    await person.close()
  })

  it('says so when it is started a second time on the same data, and the first goes on', async () => {
    await expect(start(program, dataDir)).rejects.toThrow(/Another process already works on the data/)
    expect(await ready()).toBe(200)
  })

  it('keeps everything when it is killed, and goes on with the database server that was left running', async () => {
    const server = await postmaster()
    await product!.kill('SIGKILL')
    expect(await postmaster()).toBe(server)
    product = await start(program, dataDir)
    expect(await postmaster()).toBe(server)
    const person = await somebody()
    await person.menu('ติดตามเรื่อง')
    await person.sees(report)
    await person.close()
  })

  it('stops within ten seconds when it is asked to, and leaves no process behind', async () => {
    const began = Date.now()
    expect(await product!.kill('SIGTERM')).toBe(0)
    expect(Date.now() - began).toBeLessThan(10_000)
    expect(await postmaster()).toBeUndefined()
  })

  it('keeps everything over an orderly stop, too', async () => {
    product = await start(program, dataDir)
    expect(product.said()).not.toContain('demo province')
    const person = await somebody()
    await person.says(report)
    await person.sees('15-00012')
    await person.close()
    expect(await product.kill('SIGTERM')).toBe(0)
  })
})
