import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Builds the page with every component, as the app is built. */
export default defineConfig({
  root: here('.'),
  publicDir: false,
  plugins: [vue()],
  define: { __VUE_OPTIONS_API__: false, __VUE_PROD_DEVTOOLS__: false },
  build: { outDir: here('../../../dist/gallery'), emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
})
