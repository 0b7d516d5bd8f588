import type { App } from 'vue'
import { createApp } from 'vue'
import SignIn from './pages/SignIn.vue'

let shown: App | undefined

/** Shows this in place of what was shown before. */
export function show(app: App): void {
  shown?.unmount()
  shown = app
  app.mount('#app')
}

/** Shows that nobody is signed in any more, as they wanted. */
export function showSignedOut(): void {
  show(createApp(SignIn, { why: 'out' }))
}
