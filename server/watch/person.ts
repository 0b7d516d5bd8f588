import { createHmac } from 'node:crypto'

/**
 * Turns a lane (LINE's user id, `groupId/userId`, or a group) into 16 hexadecimal digits that are always the same for a person, in a group
 * or not, and that nobody can turn back or compute who does not have the secret. Returns that function.
 */
export function personHash(sessionSecret: string): (lane: string) => string {
  // A key of its own: what is said in the log must be of no help against the signatures of links.
  const key = createHmac('sha256', sessionSecret).update('songklong: people in the log').digest()
  return lane => createHmac('sha256', key).update(lane.slice(lane.lastIndexOf('/') + 1)).digest('hex').slice(0, 16)
}
