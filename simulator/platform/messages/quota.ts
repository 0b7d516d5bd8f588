import type { World } from '../world/world'
import { Refusal } from '../refusal'

/** Counts `recipients` toward the month's limit. Throws LINE's 429 when it does not allow so many. */
export function spend(world: World, recipients: number): void {
  const quota = quotaOf(world)
  if (quota.limit !== null && quota.used + recipients > quota.limit) throw new Refusal(429, 'You have reached your monthly limit.')
  quota.used += recipients
  world.emit({ type: 'quota', quota: { limit: quota.limit, used: quota.used } })
}

/** The month's quota, begun anew with each month in Thailand. */
export function quotaOf(world: World): World['quota'] {
  const month = new Date(world.now() + 7 * 3_600_000).toISOString().slice(0, 7)
  if (world.quota.month !== month) Object.assign(world.quota, { used: world.quota.month ? 0 : world.quota.used, month })
  return world.quota
}
