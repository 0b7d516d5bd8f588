import type { OwnerAct } from '../owners/contact'
import type { RequestView } from './view'
import { attempt } from '../attempt'
import { seeContact } from '../owners/contact'
import { showPhone } from '../people/phone'
import { Refusal } from '../refusal'

/** A request with the telephone numbers of owners who share theirs, where they are to be called. Each look is kept for the owner to see. */
export async function withOwnersPhones(act: OwnerAct, view: RequestView): Promise<RequestView> {
  const items: RequestView['items'] = []
  for (const item of view.items) items.push(item.callOwner && item.camera ? { ...item, callPhone: await phoneOf(act, item.camera.id) } : item)
  return { ...view, items }
}

async function phoneOf(act: OwnerAct, cameraId: string): Promise<string | null> {
  const seen = await attempt(act.db, () => seeContact(act, cameraId))
  return seen instanceof Refusal || !seen.phone ? null : showPhone(seen.phone, act.actor.language)
}
