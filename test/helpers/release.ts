import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs git in the project; undefined when that cannot be done. */
export function git(...args: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

/** The version that was released last: the highest tag `v*`. Undefined when there is none, or no git. */
export const lastRelease = () => git('tag', '--list', 'v[0-9]*', '--sort=-version:refname')?.split('\n')[0] || undefined

/** The names of the migrations of a release. */
export function migrationsOf(release: string): string[] {
  return (git('ls-tree', '--name-only', `${release}:prisma/migrations`) ?? '').split('\n').filter(name => /^\d/.test(name))
}
