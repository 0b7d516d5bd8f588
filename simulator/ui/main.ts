import { createApp } from 'vue'
import App from './App.vue'
import './style/fonts.css'
import './style/tokens.css'
import './style/base.css'

createApp(App).mount('#app')
