import type { Tx } from '../../client'

/** Tables that the demo fills. */
type Table = 'Agency' | 'Site' | 'Camera' | 'User' | 'Membership' | 'WorkOrder' | 'FaultReport' | 'ReportNote' | 'WorkOrderEvent' | 'SurveyRound' | 'RoundMilestone' | 'AgencyReturn' | 'Change' | 'Consent' | 'PrivateCamera'

/** Writes rows in one statement, ten times as fast as `createMany`. A column is given in all rows, in none, or may be null. */
export async function insert(tx: Tx, table: Table, rows: object[]): Promise<void> {
  const columns = Array.from(new Set(rows.flatMap(row => Object.keys(row))), name => `"${name}"`).join(', ')
  const json = JSON.stringify(rows, (_, value: unknown) => typeof value === 'bigint' ? value.toString() : value)
  // eslint-disable-next-line no-restricted-syntax -- names of a table and its columns, which are the code's own
  await tx.$executeRawUnsafe(`INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`, json)
}
