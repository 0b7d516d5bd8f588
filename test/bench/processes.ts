import type { ChildProcess } from 'node:child_process'
import type { Order } from './line/orders'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'

const children = new Set<ChildProcess>()

/** A process that serves, and where. */
export interface Serving { port: number, pid: number, stop: () => Promise<void> }

/** Starts a baseline, which tells its port. */
export async function startBaseline(file: string, env: Record<string, string>): Promise<Serving> {
  const child = start(file, env)
  const { port } = await told<{ port: number }>(child)
  return { port, pid: child.pid!, stop: () => stop(child) }
}

/** Starts the product as `npm start` does (or something else that listens on PORT) and waits until it answers 200 at this path. */
export async function startProduct(file: string, port: number, env: Record<string, string>, path = '/health/ready'): Promise<Serving> {
  const child = start(file, { ...env, PORT: String(port) })
  let ended = false
  child.once('exit', () => ended = true)
  while (!await fetch(`http://localhost:${port}${path}`).then(answer => answer.ok, () => false)) {
    if (ended) throw new Error('The server did not start')
    await new Promise(again => setTimeout(again, 5))
  }
  return { port, pid: child.pid!, stop: () => stop(child) }
}

/** The LINE process. */
export interface LineProcess {
  /** Of its API. */
  url: string
  order: <Done>(order: Order) => Promise<Done>
  stop: () => Promise<void>
}

/** Starts it. */
export async function startLine(file: string): Promise<LineProcess> {
  const child = start(file, {})
  const { url } = await told<{ url: string }>(child)
  return {
    url,
    async order<Done>(order: Order) {
      child.send(order)
      const { done, failed } = await told<{ done?: Done, failed?: string }>(child)
      if (failed) throw new Error(failed)
      return done!
    },
    stop: () => stop(child),
  }
}

/** Ends whatever still runs. */
export function stopAll(): void {
  for (const child of children) child.kill('SIGKILL')
}

function start(file: string, env: Record<string, string>): ChildProcess {
  const execArgv = env.CPU_PROF ? ['--cpu-prof', `--cpu-prof-dir=${env.CPU_PROF}`] : []
  const child = fork(file, { env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env }, execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

async function told<Message>(child: ChildProcess): Promise<Message> {
  const quiet = new AbortController()
  try {
    return await Promise.race([
      once(child, 'message', quiet).then(([message]) => message as Message),
      once(child, 'exit', quiet).then(([code, signal]): never => { throw new Error(`A process ended by itself: ${code ?? signal}`) }),
    ])
  }
  finally {
    quiet.abort()
  }
}
