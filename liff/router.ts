import type { Router, RouteRecordRaw } from 'vue-router'
import { createRouter, createWebHistory } from 'vue-router'
import { focusHeading } from './composables/page'
import Home from './pages/Home.vue'
import { recall, remember } from './remembered'

/** The way back from each page, for who came to it by a link. */
declare module 'vue-router' {
  interface RouteMeta { parent?: string }
}

/** Every page of the app by its address below `/liff/`. A new page: one file in `pages/`, and one line here. */
const routes: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: Home },
  { path: '/cameras', name: 'cameras', component: () => import('./pages/Cameras.vue'), meta: { parent: 'home' } },
  { path: '/cameras/:code', name: 'camera', component: () => import('./pages/Camera.vue'), meta: { parent: 'cameras' } },
  { path: '/settings', name: 'settings', component: () => import('./pages/Settings.vue'), meta: { parent: 'home' } },
  { path: '/:unknown(.*)*', name: 'notFound', component: () => import('./pages/NotFound.vue'), meta: { parent: 'home' } },
]

/** Begins to follow the address; only after everything in it that is for LINE was read. */
export function startRouter(): Router {
  const router = createRouter({
    history: createWebHistory('/liff/'),
    routes,
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  })

  router.afterEach((to, from, failure) => {
    if (!failure && from.matched.length > 0 && to.path !== from.path) void focusHeading()
  })

  // A page that is not there any more: there is a newer version of the app. Fetched once; without a network that would not help.
  router.onError((_error, to) => {
    if (!navigator.onLine || Date.now() - Number(recall('renewed', 'visit')) < 60_000) return
    remember('renewed', String(Date.now()), 'visit')
    location.assign(router.resolve(to).href)
  })
  return router
}
