/** A photo as it is kept: without any metadata, its size in pixels as stored. The preview is at most 1 MB. */
export interface CleanPhoto { full: Uint8Array, preview: Uint8Array, width: number, height: number, type: 'image/jpeg' | 'image/png' }

/** Why a photo is not kept. */
export type WhyNot = 'too large' | 'not a photo' | 'too many pixels' | 'damaged'

/** A file is not kept. */
export class NotAPhoto extends Error {
  constructor(readonly reason: WhyNot) { super(reason) }
}

/** Largest file that is taken, bytes: what LINE itself takes for an image. */
export const mostBytes = 10_000_000
/** What a phone of 50 megapixels takes (8192 × 6144); a small file can claim billions. */
export const mostPixels = 8192 * 6144
