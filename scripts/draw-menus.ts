/** `npm run menus:draw`: photographs every rich menu of `bot/menus` into `assets/menus/`, with any Chromium of this machine. */
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import sharp from 'sharp'
import { size } from '../bot/menus/layout'
import { menuNames } from '../bot/menus/menus'
import { picture } from '../bot/menus/picture'
import { findChromium } from './chromium'

const folder = new URL('../assets/menus/', import.meta.url)
const resolve = createRequire(import.meta.url).resolve

async function fontFaces(): Promise<string> {
  const faces = [500, 600, 700].flatMap(weight => ['latin', 'thai'].map(async (script) => {
    const file = resolve(`@fontsource/ibm-plex-sans-thai/files/ibm-plex-sans-thai-${script}-${weight}-normal.woff2`)
    const range = script === 'thai' ? 'U+0E00-0E7F, U+200C-200D, U+25CC' : 'U+0000-00FF, U+2000-206F'
    const data = (await readFile(file)).toString('base64')
    return `@font-face { font-family: 'IBM Plex Sans Thai'; font-weight: ${weight}; unicode-range: ${range}; src: url(data:font/woff2;base64,${data}) }`
  }))
  return (await Promise.all(faces)).join('\n')
}

await mkdir(folder, { recursive: true })
const fonts = await fontFaces()
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
const drawn: Record<string, { table: string, image: string }> = {}
const hash = (of: string | Buffer) => createHash('sha256').update(of).digest('hex')
try {
  const page = await browser.newPage({ viewport: size })
  for (const name of menuNames) {
    const html = picture(name)
    await page.setContent(html.replace('<style>', () => `<style>${fonts}`))
    await page.evaluate('document.fonts.ready')
    const png = await sharp(await page.screenshot()).png({ palette: true, colours: 64, dither: 0, effort: 10 }).toBuffer()
    await writeFile(new URL(`${name}.png`, folder), png)
    drawn[name] = { table: hash(html), image: hash(png) }
    console.log(`${name}.png  ${Math.ceil(png.length / 1024)} kB`)
  }
}
finally {
  await browser.close()
}
await writeFile(new URL('drawn.json', folder), `${JSON.stringify(drawn, null, 2)}\n`)
