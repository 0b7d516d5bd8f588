/** LINE's action object, as it stands in a message. */
export interface LineAction {
  type: string
  label?: string
  text?: string
  displayText?: string
  uri?: string
  mode?: 'date' | 'time' | 'datetime'
  initial?: string
  min?: string
  max?: string
  clipboardText?: string
  inputOption?: 'openKeyboard' | 'openVoice' | 'openRichMenu' | 'closeRichMenu'
  fillInText?: string
  [key: string]: unknown
}

/** What to call a button that shows no words of its own. */
export function nameOf(action: LineAction | undefined): string {
  return action?.label || action?.displayText || action?.text || action?.uri || action?.type || ''
}
