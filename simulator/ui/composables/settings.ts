import { remembered } from './remembered'

/** LINE for PC: no rich menu and no quick replies. Source: LINE, "Use quick replies", "Rich menus overview". */
const onPc = remembered('simulator.onPc', false)

/** How the page behaves, kept in this browser. */
export function useSettings() {
  return { onPc }
}
