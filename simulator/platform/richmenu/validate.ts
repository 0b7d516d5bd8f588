import type { Json } from '../http'
import type { Scope } from '../messages/validate/rule'
import { isJson } from '../http'
import { action } from '../messages/validate/action'
import { flag, list, need, object, whole, wrong } from '../messages/validate/rule'
import { graphemeText } from '../messages/validate/text'
import { wrongBody } from '../refusal'

const bounds = object({ x: need(whole(0)), y: need(whole(0)), width: need(whole(1)), height: need(whole(1)) })

const size = object({ width: need(whole(800, 2_500)), height: need(whole(250)) }, ({ width, height }, at, scope) => {
  if (Number(width) / Number(height) < 1.45) wrong(scope, at, 'The aspect ratio must be at least 1.45')
})

const richMenu = object({
  size: need(size),
  selected: need(flag),
  name: need(graphemeText(300)),
  chatBarText: need(graphemeText(14)),
  areas: need(list(object({ bounds: need(bounds), action: need(action('richMenu')) }), 0, 20)),
}, areasInside)

function areasInside(menu: Json, _at: string, scope: Scope): void {
  if (!isJson(menu.size) || !Array.isArray(menu.areas)) return
  for (const [index, area] of menu.areas.entries()) {
    const b = isJson(area) && isJson(area.bounds) ? area.bounds : {}
    if (Number(b.x) + Number(b.width) > Number(menu.size.width) || Number(b.y) + Number(b.height) > Number(menu.size.height)) { wrong(scope, `areas[${index}].bounds`, 'The bounds must be inside the rich menu') }
  }
}

/** Checks a rich menu object. Throws LINE's 400 with all that is wrong. */
export function checkRichMenu(body: Json, allowHttpLocalhost: boolean): void {
  const scope: Scope = { problems: [], allowHttpLocalhost, flex: false, to: 'unknown', canQuote: () => true }
  richMenu(body, '', scope)
  if (scope.problems.length > 0) throw wrongBody(scope.problems)
}
