import type { Router, RouteRecordRaw } from 'vue-router'
import { createRouter, createWebHistory } from 'vue-router'
import { focusHeading } from './composables/page'
import { useToasts } from './composables/toast'
import { useLocale } from './locales'
import Home from './pages/Home.vue'
import { recall, remember } from './remembered'

/** The way back from each page, for who came to it by a link. */
declare module 'vue-router' {
  interface RouteMeta {
    parent?: string
    /** Another address is another page, not the same with other data. */
    keyed?: boolean
  }
}

/** Every page of the app by its address below `/liff/`. A new page: one file in `pages/`, and one line here. */
const routes: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: Home },
  { path: '/work', name: 'work', component: () => import('./pages/Work.vue'), meta: { parent: 'home' } },
  { path: '/work/:number', name: 'workOrder', component: () => import('./pages/Work.vue'), meta: { parent: 'work' } },
  { path: '/reports', name: 'reports', component: () => import('./pages/Reports.vue'), meta: { parent: 'home' } },
  { path: '/reports/:number', name: 'report', component: () => import('./pages/Reports.vue'), meta: { parent: 'reports' } },
  { path: '/near', name: 'near', component: () => import('./pages/Near.vue'), meta: { parent: 'home' } },
  { path: '/requests/new', name: 'requestNew', component: () => import('./pages/RequestNew.vue'), meta: { parent: 'near' } },
  { path: '/requests', name: 'requests', component: () => import('./pages/Requests.vue'), meta: { parent: 'home' } },
  { path: '/requests/:number', name: 'request', component: () => import('./pages/Requests.vue'), meta: { parent: 'requests' } },
  { path: '/asks', name: 'asks', component: () => import('./pages/Asks.vue'), meta: { parent: 'home' } },
  { path: '/asks/:id', name: 'ask', component: () => import('./pages/Asks.vue'), meta: { parent: 'asks' } },
  { path: '/people', name: 'people', component: () => import('./pages/People.vue'), meta: { parent: 'home' } },
  { path: '/agencies', name: 'agencies', component: () => import('./pages/Agencies.vue'), meta: { parent: 'home' } },
  { path: '/province', name: 'province', component: () => import('./pages/ProvinceSettings.vue'), meta: { parent: 'home' } },
  { path: '/keys', name: 'keys', component: () => import('./pages/Keys.vue'), meta: { parent: 'home' } },
  { path: '/proposals', name: 'proposals', component: () => import('./pages/Proposals.vue'), meta: { parent: 'home' } },
  { path: '/risk-points', name: 'riskPoints', component: () => import('./pages/RiskPoints.vue'), meta: { parent: 'home' } },
  { path: '/footage-statistics', name: 'footageStatistics', component: () => import('./pages/FootageStatistics.vue'), meta: { parent: 'home' } },
  { path: '/problems', name: 'problems', component: () => import('./pages/Problems.vue'), meta: { parent: 'home' } },
  { path: '/return', name: 'return', component: () => import('./pages/Return.vue'), meta: { parent: 'home' } },
  { path: '/rounds', name: 'rounds', component: () => import('./pages/Rounds.vue'), meta: { parent: 'home' } },
  { path: '/cameras', name: 'cameras', component: () => import('./pages/Cameras.vue'), meta: { parent: 'home' } },
  { path: '/cameras/:code', name: 'camera', component: () => import('./pages/Camera.vue'), meta: { parent: 'cameras' } },
  { path: '/settings', name: 'settings', component: () => import('./pages/Settings.vue'), meta: { parent: 'home' } },
  { path: '/survey', name: 'survey', component: () => import('./pages/Survey.vue'), meta: { parent: 'home' } },
  { path: '/survey/sites/new', name: 'surveySiteNew', component: () => import('./pages/SurveySite.vue'), meta: { parent: 'survey', keyed: true } },
  { path: '/survey/sites/:id', name: 'surveySite', component: () => import('./pages/SurveySite.vue'), meta: { parent: 'survey', keyed: true } },
  { path: '/survey/cameras/new', name: 'surveyCameraNew', component: () => import('./pages/SurveyCamera.vue'), meta: { parent: 'survey', keyed: true } },
  { path: '/survey/cameras/:id', name: 'surveyCamera', component: () => import('./pages/SurveyCamera.vue'), meta: { parent: 'survey', keyed: true } },
  { path: '/my-cameras', name: 'myCameras', component: () => import('./pages/MyCameras.vue'), meta: { parent: 'home' } },
  { path: '/my-cameras/new', name: 'myCameraNew', component: () => import('./pages/NewOwnCamera.vue'), meta: { parent: 'myCameras' } },
  { path: '/my-cameras/:code', name: 'myCamera', component: () => import('./pages/MyCameras.vue'), meta: { parent: 'myCameras' } },
  { path: '/checks', name: 'checks', component: () => import('./pages/Checks.vue'), meta: { parent: 'home' } },
  { path: '/checks/:code', name: 'check', component: () => import('./pages/Checks.vue'), meta: { parent: 'checks' } },
  { path: '/privacy', name: 'privacy', component: () => import('./pages/Privacy.vue'), meta: { parent: 'home' } },
  { path: '/cooperation', name: 'cooperation', component: () => import('./pages/Cooperation.vue'), meta: { parent: 'home' } },
  { path: '/outbox', name: 'outbox', component: () => import('./pages/Outbox.vue'), meta: { parent: 'home' } },
  { path: '/import', name: 'import', component: () => import('./pages/Import.vue'), meta: { parent: 'home' } },
  { path: '/:unknown(.*)*', name: 'notFound', component: () => import('./pages/NotFound.vue'), meta: { parent: 'home' } },
]

/** Begins to follow the address; only after everything in it that is for LINE was read. */
export function startRouter(): Router {
  const { t } = useLocale()
  const { toast } = useToasts()
  const router = createRouter({
    history: createWebHistory('/liff/'),
    routes,
    // The first page begins at its top by itself; to say so would have a slow phone lay it out twice.
    scrollBehavior: (_to, from, saved) => saved ?? (from.matched.length > 0 && { top: 0 }),
  })

  router.afterEach((to, from, failure) => {
    if (!failure && from.matched.length > 0 && to.path !== from.path) void focusHeading()
  })

  // A page that is not there any more: there is a newer version of the app. Fetched once; without a network that would not help, and it is said.
  router.onError((_error, to) => {
    if (!navigator.onLine || Date.now() - Number(recall('renewed', 'visit')) < 60_000) return toast(t.value.notKept, { tone: 'bad' })
    remember('renewed', String(Date.now()), 'visit')
    location.assign(router.resolve(to).href)
  })
  return router
}
