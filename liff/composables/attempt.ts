import { ref } from 'vue'
import { Trouble } from '../api'
import { useToasts } from './toast'

/** Does things that may fail. `attempt` gives whether it was done; when not, it has said why. While one is under way (`busy`) no other begins. */
export function useAttempt() {
  const { toast } = useToasts()
  const busy = ref(false)

  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    try {
      await work()
      return true
    }
    catch (error) {
      if (!(error instanceof Trouble)) throw error
      toast(error.message, { tone: 'bad' })
      return false
    }
    finally {
      busy.value = false
    }
  }
  return { busy, attempt }
}
