/** Longest side of a photo that is sent, pixels: what is kept of it. */
const longest = 2048

/** A photo that was chosen: `id` makes it the same photo when it is sent again. */
export interface ChosenPhoto { id: string, file: Blob }

/**
 * Makes a photo as small as it is kept, as a JPEG, upright, and without what the file tells about its taker. What cannot be opened here is
 * given back as it is: the server says what is wrong with it.
 */
export async function scaled(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (!picture) return file
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const pen = canvas.getContext('2d')!
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/jpeg', 0.85)) ?? file
}

/** Address of a photo of ours. */
export const photoAddress = (id: string, size: 'full' | 'preview'): string => `/api/photos/${id}/${size}`
