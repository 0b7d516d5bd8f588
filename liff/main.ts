import { createApp } from 'vue'
import { Trouble, whenSignedOut } from './api'
import App from './App.vue'
import { setMe, useMe } from './composables/me'
import { begin, NotSignedIn, signInAgain } from './identity'
import { useLocale } from './locales'
import { keepApp } from './offline'
import { openOutbox } from './outbox/outbox'
import Opening from './pages/Opening.vue'
import SignIn from './pages/SignIn.vue'
import { startRouter } from './router'
import { show } from './shown'
import './style/fonts.css'
import './style/tokens.css'
import './style/base.css'
import './style/control.css'

/** Signs in, then shows the page of the address. What stands in the way is said on a page of its own, with a button. */
async function open(): Promise<void> {
  try {
    setMe(await begin())
  }
  catch (error) {
    return show(error instanceof NotSignedIn ? createApp(SignIn, { why: error.why, words: error.message }) : createApp(Opening, { error }))
  }
  whenSignedOut(trouble => signInAgain(trouble).catch((error) => {
    if (error instanceof NotSignedIn) show(createApp(SignIn, { why: error.why, words: error.message }))
    throw trouble
  }))
  const router = startRouter()
  const app = createApp(App).use(router)
  // The first page is there before anything of it is shown.
  try {
    await router.isReady()
  }
  catch {
    return show(createApp(Opening, { error: new Trouble('offline', useLocale().t.value.notKept) }))
  }
  show(app)
  void openOutbox()
  void keepApp(useMe().me.lineUserId)
}

void open()
