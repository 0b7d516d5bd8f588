/** What an answer of `npm audit --json` means: whether the build may go on, and what to print. */
export function verdict(output: string): { ok: boolean, lines: string[] }
