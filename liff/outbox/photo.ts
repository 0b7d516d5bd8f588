/** Most pixels of a photo each way; the server keeps no more. */
const most = 2_048
const quality = 0.85

/** A photo as it is sent: turned upright, at most 2,048 pixels each way, without what the phone wrote into it. As it was, when the browser cannot open it: the server says what is wrong. */
export async function scaled(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (!picture) return file
  const factor = Math.min(1, most / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * factor)
  canvas.height = Math.round(picture.height * factor)
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise(resolve => canvas.toBlob(made => resolve(made ?? file), 'image/jpeg', quality))
}
