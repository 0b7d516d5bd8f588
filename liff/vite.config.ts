import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { compression } from 'vite-plugin-compression2'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Whether the first screen needs this module: main.ts, and what it imports without waiting. A slow network makes each further file wait for its answer. */
function isFirst(id: string, info: (id: string) => { importers: readonly string[] } | null, asked = new Set<string>()): boolean {
  if (id === here('main.ts')) return true
  if (asked.has(id)) return false
  asked.add(id)
  return info(id)?.importers.some(importer => isFirst(importer, info, asked)) ?? false
}

/** Builds the app as it is served: `liff/index.html` and `liff/assets/` in `dist/public`, each also compressed. */
export default defineConfig({
  root: here('..'),
  publicDir: here('public'),
  plugins: [vue(), compression({ algorithms: ['gzip', 'brotliCompress'], include: /\.(?:html|js|css|svg)$/, threshold: 500 })],
  define: { __VUE_OPTIONS_API__: false, __VUE_PROD_DEVTOOLS__: false },
  build: {
    outDir: here('../dist/public'),
    emptyOutDir: true,
    assetsDir: 'liff/assets',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: here('index.html'), sw: here('sw/sw.ts') },
      // What keeps the app on a device is asked for by its name.
      output: {
        entryFileNames: ({ name }) => name === 'sw' ? 'liff/sw.js' : 'liff/assets/[name]-[hash].js',
        codeSplitting: { groups: [{ name: (id, graph) => isFirst(id, one => graph.getModuleInfo(one)) ? 'first' : null }] },
      },
    },
  },
})
