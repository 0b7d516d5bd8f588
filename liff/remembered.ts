/** What this browser keeps under a name, as text; null when there is nothing, or the browser keeps nothing. `visit`: until the tab is closed. */
export function recall(name: string, how: 'visit' | 'always' = 'always'): string | null {
  try {
    return shelf(how).getItem(`songklong.${name}`)
  }
  catch {
    return null
  }
}

/** Keeps a text under a name; null forgets it. Where the browser keeps nothing, nothing happens. */
export function remember(name: string, text: string | null, how: 'visit' | 'always' = 'always'): void {
  try {
    if (text === null) shelf(how).removeItem(`songklong.${name}`)
    else shelf(how).setItem(`songklong.${name}`, text)
  }
  catch {
    // A private window, or full: only the next visit misses it.
  }
}

const shelf = (how: 'visit' | 'always') => how === 'visit' ? sessionStorage : localStorage
