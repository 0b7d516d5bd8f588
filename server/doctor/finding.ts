/** One thing the doctor looked at: sound, wrong (with what to do), or worth knowing. */
export type Finding = { mark: 'sound' | 'note', text: string } | { mark: 'wrong', text: string, fix: string }

export const sound = (text: string): Finding => ({ mark: 'sound', text })
export const note = (text: string): Finding => ({ mark: 'note', text })
export const wrong = (text: string, fix: string): Finding => ({ mark: 'wrong', text, fix })

const signs = { sound: '✓', note: '!', wrong: '✗' }

/** A finding as it is printed; what to do stands on a line of its own. */
export function line(finding: Finding): string {
  const text = `${signs[finding.mark]} ${finding.text}`
  return finding.mark === 'wrong' ? `${text}\n    → ${finding.fix}` : text
}
