/** `npm run dev`: the server, started again when one of its files changes, and the app and the chat page, built again when one of theirs does. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { endWithNpm } from '../server/npm'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = (path: string) => join(root, 'node_modules', path)
const vite = (config: string) => [bin('vite/bin/vite.js'), 'build', '--watch', '--config', config, '--logLevel', 'warn']

const children = [
  vite('liff/vite.config.ts'),
  vite('simulator/ui/vite.config.ts'),
  [bin('tsx/dist/cli.mjs'), 'watch', '--clear-screen=false', 'server/node.ts'],
].map(args => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }))

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => children.forEach(child => child.kill('SIGTERM')))
// With one of them gone the rest is of no use.
for (const child of children) {
  child.once('exit', (code) => {
    process.exitCode ??= code ?? 0
    for (const other of children) other.kill('SIGTERM')
  })
}
endWithNpm()
