import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const pictures = join(root, 'docs/guide/pictures')
const pages = [
  ...readdirSync(root).filter(name => name.endsWith('.md')).map(name => join(root, name)),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.md')).map(name => join(root, 'docs', name)),
]
const read = (page: string) => readFileSync(page, 'utf8')
const { scripts } = JSON.parse(read(join(root, 'package.json'))) as { scripts: Record<string, string> }

/** What a page points at in this project: pictures and other pages, as absolute paths. */
function targets(page: string): string[] {
  const found = Array.from(read(page).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)|<img src="([^"]+)"/g), match => match[1] ?? match[2]!)
  return found.filter(target => !/^https?:/.test(target)).map(target => join(dirname(page), target))
}

describe('the pages that people read', () => {
  it.each(pages.map(page => relative(root, page)))('%s points at nothing that is not there', (page) => {
    expect(targets(join(root, page)).filter(target => !existsSync(target))).toEqual([])
  })

  it('show every picture that was taken for them, and together they are small', () => {
    const shown = new Set(pages.flatMap(targets))
    const taken = readdirSync(pictures).map(name => join(pictures, name))
    expect(taken.filter(picture => !shown.has(picture))).toEqual([])
    expect(taken.reduce((sum, picture) => sum + statSync(picture).size, 0)).toBeLessThan(3_000_000)
  })

  it('name, of security, only tests that are there, and one for each threat', () => {
    const page = read(join(root, 'docs/security.md'))
    const named = Array.from(page.matchAll(/`((?:test|scripts)\/[\w./-]+\.(?:ts|mjs))`/g), match => match[1]!)
    expect(named.filter(file => !existsSync(join(root, file)))).toEqual([])
    const threats = page.split('\n').filter(line => /^\| [STRIDE] \|/.test(line))
    expect(threats.length).toBeGreaterThan(20)
    expect(threats.filter(line => !/`(?:test|scripts)\/[^`]+` \|$|`(?:test|scripts)\/[^`]+`(?:, `[^`]+`)* \|$/.test(line))).toEqual([])
  })

  it('name only commands that exist, and README names them all', () => {
    const named = (page: string) => Array.from(read(page).matchAll(/npm run ([\w:]+)/g), match => match[1]!)
    expect(pages.flatMap(named).filter(name => !(name in scripts))).toEqual([])
    const hidden = ['postinstall', 'prestart', 'start', 'test']
    expect(Object.keys(scripts).filter(name => !hidden.includes(name) && !named(join(root, 'README.md')).includes(name))).toEqual([])
  })

  it.each(['README.md', 'README.th.md'])('%s lists the settings that the server reads, and no others', (page) => {
    const asked = Array.from(read(join(root, 'server/config.ts')).matchAll(/^ {2}([A-Z][A-Z\d_]+): /gm), match => match[1])
    const listed = Array.from(read(join(root, page)).matchAll(/^\| `([A-Z][A-Z\d_]+)` \|/gm), match => match[1])
    expect(asked.length).toBeGreaterThan(10)
    expect(listed.sort()).toEqual(asked.sort())
  })
})

describe('CONTRIBUTING.md', () => {
  it('shows a dialogue that compiles as it stands', () => {
    const [, path, code] = /```ts (bot\/dialogues\/\w+\.ts)\n([\s\S]+?)```/.exec(read(join(root, 'CONTRIBUTING.md')))!
    const file = join(root, path!)
    const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
    const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [file] }, ts.sys, root)
    const host = ts.createCompilerHost(options)
    const { fileExists, readFile, getSourceFile } = host
    host.fileExists = name => name === file || fileExists(name)
    host.readFile = name => name === file ? code : readFile(name)
    host.getSourceFile = (name, version, ...rest) => name === file ? ts.createSourceFile(name, code!, version) : getSourceFile(name, version, ...rest)
    const program = ts.createProgram([file], options, host)
    const found = [...program.getSyntacticDiagnostics(program.getSourceFile(file)), ...program.getSemanticDiagnostics(program.getSourceFile(file))]
    expect(found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([])
  }, 120_000)
})
