import type { Chat, Person } from '../../contract'
import { computed, ref } from 'vue'
import { useSimulator } from './simulator'

const as = ref<string | null>(null)
const chatId = ref<string | null>(null)

function read(): void {
  const query = new URLSearchParams(location.search)
  as.value = query.get('as')
  chatId.value = query.get('chat') ?? as.value
}

read()
addEventListener('popstate', read)

/** Who is being played and in which chat; both live in the address (`?as=U…&chat=…`), so a view can be shared. */
export function useWhereabouts() {
  const { state } = useSimulator()
  const person = computed<Person | null>(() => state.people.find(each => each.id === as.value) ?? null)
  const chat = computed<Chat | null>(() => {
    if (!person.value) { return null }
    const known = state.chats.find(each => each.id === chatId.value)
    if (known && (known.kind === 'group' || known.id === person.value.id)) { return known }
    return { id: person.value.id, kind: 'user', name: person.value.name, members: [person.value.id], botJoined: true }
  })

  function go(asId: string, toChat = asId): void {
    const query = new URLSearchParams({ as: asId, ...(toChat !== asId && { chat: toChat }) })
    history.pushState(null, '', `?${query}`)
    read()
  }

  return { as, person, chat, go }
}
