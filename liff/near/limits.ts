import type { Me } from '../composables/me'

/** How much one request for footage may ask for, of what the officer's roles say: at that station; while none is chosen, at the one that allows most. */
export function limitsAt(roles: Me['roles'], agencyId: string | null = null): { cameras: number, minutes: number } {
  const limits = roles.filter(({ agency }) => agencyId === null || agency?.id === agencyId).flatMap(({ footage }) => footage ?? [])
  return { cameras: Math.max(1, ...limits.map(({ cameras }) => cameras)), minutes: Math.max(1, ...limits.map(({ minutes }) => minutes)) }
}
