import type { InferResponseType } from 'hono/client'
import type { Language, Role } from '../../domain/enums'
import { shallowRef } from 'vue'
import { api } from '../api'
import { setScreenLanguage } from '../locales'

/** Who is signed in, as `/api/me` says. */
export type Me = InferResponseType<typeof api.me.$get, 200>

const me = shallowRef<Me>()

/** From now on this is who uses the app, and the language of the screen is theirs. */
export function setMe(to: Me): void {
  me.value = to
  setScreenLanguage(to.language)
}

/** Who is signed in. Pages are shown only when somebody is. */
export function useMe() {
  return {
    get me() { return me.value! },
    /** Whether they hold one of these roles. */
    is: (...roles: Role[]) => me.value!.roles.some(({ role }) => roles.includes(role)),
    /** Asks the server again: counts may have changed. */
    refresh: async () => setMe(await (await api.me.$get()).json()),
    /** Changes the language, here and in the chat. Rejects with Trouble, and then nothing has changed. */
    async speak(language: Language) {
      await api.me.$patch({ json: { language } })
      setMe({ ...me.value!, language })
    },
  }
}
