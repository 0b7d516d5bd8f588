import type { MenuName } from '../../bot/menus/menus'
import { readFile } from 'node:fs/promises'

// Two folders up from here and from the built server alike.
const images = new URL('../../assets/menus/', import.meta.url)

/** A menu's picture, a PNG. */
export const menuPicture = async (name: MenuName) => new Uint8Array(await readFile(new URL(`${name}.png`, images)))
