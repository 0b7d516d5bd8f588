/** What a button does: LINE's action object. */
export interface Action { type: string, label?: string, [key: string]: unknown }

/** Every text of a message, in reading order. */
export function textsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsOf)
  if (node === null || typeof node !== 'object') return []
  const { type, text, contents, hero, header, body, footer, action, altText: _, quickReply, ...rest } = node as Record<string, unknown>
  const own = (type === 'text' || type === 'span') && typeof text === 'string' ? [text] : []
  const label = type === 'button' ? [`[${(action as Action).label}]`] : []
  const replies = (quickReply as { items: { action: Action }[] } | undefined)?.items.map(i => `[${i.action.label}]`) ?? []
  const template = (rest.template as unknown) ?? []
  return [...own, ...label, ...textsOf([hero, header, body, contents, footer, template]), ...(replies.length > 0 ? [replies.join(' ')] : [])]
}

/** Every action of a message's buttons and rows, in reading order. */
export function actionsOf(node: unknown): Action[] {
  if (Array.isArray(node)) return node.flatMap(actionsOf)
  if (node === null || typeof node !== 'object') return []
  const { action, quickReply: _, ...rest } = node as { action?: Action, quickReply?: unknown }
  return [...(action ? [action] : []), ...Object.values(rest).flatMap(actionsOf)]
}
