import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import regular from '@expo-google-fonts/sarabun/400Regular/Sarabun_400Regular.ttf'
import bold from '@expo-google-fonts/sarabun/700Bold/Sarabun_700Bold.ttf'
import pdfmake from 'pdfmake'

const address = (path: string) => new URL(path, location.href).href

/** Makes a PDF of a document in Sarabun, on this device. Rejects when the font cannot be fetched. */
export async function makePdf(document: TDocumentDefinitions): Promise<Blob> {
  const fonts = { normal: address(regular), bold: address(bold) }
  pdfmake.setUrlAccessPolicy(url => url === fonts.normal || url === fonts.bold)
  pdfmake.setFonts({ Sarabun: fonts })
  return pdfmake.createPdf(document).getBlob()
}
