import { createApp } from 'vue'
import { createRouter, createWebHashHistory } from 'vue-router'
import Gallery from './Gallery.vue'
import MapGallery from './MapGallery.vue'
import '../../../liff/style/fonts.css'
import '../../../liff/style/tokens.css'
import '../../../liff/style/base.css'
import '../../../liff/style/control.css'

/** Every component of the app on one page: to look at, and to be tested without a page of the product; the map (`?map`) on one of its own. */
createApp(new URLSearchParams(location.search).has('map') ? MapGallery : Gallery).use(createRouter({ history: createWebHashHistory(), routes: [{ path: '/', component: { render: () => null } }] })).mount('#app')
