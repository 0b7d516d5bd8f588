import type { Act } from '../act'
import { Refusal } from '../refusal'
import { cameraCode } from './code'

/** The last number that a camera of a province can have. */
const lastCode = 99_999

/** The code of a province's next camera. Refused as `codesUsedUp`. */
export async function nextCode({ db }: Pick<Act, 'db'>, provinceCode: string): Promise<string> {
  const [row] = await db.$queryRaw<{ lastCamera: number }[]>`
    UPDATE "Province" SET "lastCamera" = "lastCamera" + 1 WHERE "code" = ${provinceCode} AND "lastCamera" < ${lastCode} RETURNING "lastCamera"`
  if (!row) throw new Refusal('codesUsedUp')
  return cameraCode(provinceCode, row.lastCamera)
}
