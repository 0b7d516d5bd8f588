import { useSimulator } from './simulator'

/** The name behind a `from` of a line: a person's, or the bot's. */
export function useNames() {
  const { state } = useSimulator()
  return (from: string) => from === 'bot' ? state.bot.displayName : state.people.find(person => person.id === from)?.name ?? from.slice(0, 8)
}
