import type { Phone } from './phone'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

/** Where the guide is; its pictures lie in `pictures` there. */
export const guideFolder = fileURLToPath(new URL('../../docs/guide', import.meta.url))

/** Takes pictures of a story. */
export interface Album {
  /** A picture of what this person sees now, under this name; `menu: false` folds the rich menu, where it would hide too much. */
  take: (of: Phone, name: string, options?: { menu?: boolean }) => Promise<void>
  /** The names taken so far. */
  names: string[]
}

/** A long card makes a picture longer by so much at most, px. */
const mostMore = 420

/** With UPDATE_GUIDE=1 the pictures go into the guide; else it is only noted which would be taken. */
export async function openAlbum(): Promise<Album> {
  const folder = join(guideFolder, 'pictures')
  await mkdir(folder, { recursive: true })
  const names: string[] = []
  return {
    names,
    async take({ page, log }, name, { menu = true } = {}) {
      names.push(name)
      if (process.env.UPDATE_GUIDE !== '1') return
      await page.mouse.move(0, 0)
      const bar = page.getByRole('navigation', { name: 'เมนู' }).locator('[aria-expanded=true]')
      if (!menu && await bar.isVisible()) await bar.click()
      const size = page.viewportSize()!
      const missing = await log.evaluate(dress)
      if (missing > 0 && size.width < 1000) {
        await page.setViewportSize({ ...size, height: size.height + Math.min(missing, mostMore) })
        await log.evaluate(dress)
      }
      const png = await page.screenshot({ animations: 'disabled' })
      await page.setViewportSize(size)
      await writeFile(join(folder, `${name}.webp`), await sharp(png).webp({ quality: 82, smartSubsample: true, effort: 6 }).toBuffer())
    },
  }
}

/**
 * As LINE shows it: without the simulator's marks of how a message came; from the person's last words on, where the rest is too long.
 * Returns how many px of that do not fit.
 */
async function dress(log: any): Promise<number> {
  const { document, CSSStyleSheet } = log.ownerDocument.defaultView
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('.via, .to-end, .holder > button { display: none !important }')
  document.adoptedStyleSheets = [sheet]
  document.activeElement?.blur()
  await Promise.all(Array.from(log.querySelectorAll('img'), image => image.decode().catch(() => {})))
  const from = ([...log.querySelectorAll('.inside > .row.mine')].at(-1)?.offsetTop ?? 8) - 8
  log.scrollTop = Math.min(log.scrollHeight, from)
  return log.scrollHeight - from - log.clientHeight
}
