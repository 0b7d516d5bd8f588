/** The least an app with Vue can be: a heading. */
import { createApp, h } from 'vue'

createApp({ render: () => h('main', h('h1', 'ส่องกล้อง')) }).mount('#app')
