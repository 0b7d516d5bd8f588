import type { RichMenu } from '../../contract'
import { computed, ref, watch } from 'vue'
import { useSettings } from './settings'
import { useSimulator } from './simulator'
import { useWhereabouts } from './whereabouts'

/** Whether the picture of the menu is unfolded. */
const unfolded = ref(false)

/** The rich menu this person sees: their own before the default, none in groups and on LINE for PC. */
export function useRichMenu() {
  const { state } = useSimulator()
  const { person, chat } = useWhereabouts()
  const { onPc } = useSettings()
  const menu = computed<RichMenu | null>(() => {
    if (onPc.value || chat.value?.kind !== 'user' || !person.value?.following || person.value.blocked) { return null }
    const id = person.value.richMenuId ?? state.defaultRichMenuId
    return state.richMenus.find(each => each.richMenuId === id) ?? null
  })
  return { menu, unfolded }
}

/** Unfolds a menu that asks for it (`selected`) whenever another one comes up. */
export function unfoldSelected(): void {
  const { menu, unfolded } = useRichMenu()
  const { person } = useWhereabouts()
  watch([() => person.value?.id, () => menu.value?.richMenuId], () => unfolded.value = menu.value?.selected ?? false, { immediate: true })
}
