import type { Chat, ChatLine, Person, RichMenu } from '../../contract'
import type { Content, IssuedToken, ReplyToken, World } from './world'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

interface Saved {
  people: Person[]
  chats: Chat[]
  lines: ChatLine[]
  reads: Array<[string, number]>
  richMenus: RichMenu[]
  aliases: Array<[string, string]>
  defaultRichMenuId: string | null
  contents: Array<[string, Content]>
  quoteTokens: Array<[string, { chatId: string, messageId: string }]>
  replyTokens: Array<[string, ReplyToken]>
  issuedTokens: Array<[string, IssuedToken]>
  quota: World['quota']
}

const PAUSE = 2_000

const NOTHING: Saved = {
  people: [],
  chats: [],
  lines: [],
  reads: [],
  richMenus: [],
  aliases: [],
  defaultRichMenuId: null,
  contents: [],
  quoteTokens: [],
  replyTokens: [],
  issuedTokens: [],
  quota: { limit: null, used: 0, month: '' },
}

/** Reads the world from its file, if there is one, and writes it there soon after each change. Gives what writes it at once. */
export function keepInFile(world: World, path: string): () => void {
  restore(world, path)
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = () => {
    clearTimeout(timer)
    timer = undefined
    writeFileSync(`${path}.new`, JSON.stringify(snapshot(world)))
    renameSync(`${path}.new`, path)
  }
  world.onChange(() => {
    timer ??= setTimeout(write, PAUSE)
  })
  return write
}

function snapshot(world: World): Saved {
  return {
    people: [...world.people.values()],
    chats: [...world.chats.values()],
    lines: world.lines.all(),
    reads: [...world.reads],
    richMenus: [...world.richMenus.values()],
    aliases: [...world.aliases],
    defaultRichMenuId: world.defaultRichMenuId,
    contents: world.contents.entries(),
    quoteTokens: world.quoteTokens.entries().filter(([, { messageId }]) => world.lines.find(messageId)),
    replyTokens: world.replyTokens.entries().filter(([, { until, used }]) => !used && until >= world.now()),
    issuedTokens: world.issuedTokens.entries().filter(([, { until }]) => until > world.now()),
    quota: world.quota,
  }
}

/** People keep the name and role of the set-up; all else is as it was. A file that cannot be read is put aside. */
function restore(world: World, path: string): void {
  if (!existsSync(path)) return
  let saved: Saved
  try {
    saved = { ...NOTHING, ...JSON.parse(readFileSync(path, 'utf8')) as Partial<Saved> }
  }
  catch {
    return renameSync(path, `${path}.broken`)
  }
  saved.people.forEach(person => world.addPerson({ ...person, ...pick(world.people.get(person.id)) }))
  saved.chats.forEach(chat => chat.kind === 'group' && world.chats.set(chat.id, chat))
  saved.lines.forEach(line => world.lines.add(line))
  saved.reads.forEach(([chat, at]) => world.reads.set(chat, at))
  saved.richMenus.forEach(menu => world.richMenus.set(menu.richMenuId, menu))
  saved.aliases.forEach(([alias, menu]) => world.aliases.set(alias, menu))
  saved.contents.forEach(([id, content]) => world.contents.set(id, content))
  saved.quoteTokens.forEach(([token, message]) => world.quoteTokens.set(token, message))
  saved.replyTokens.forEach(([token, reply]) => world.replyTokens.set(token, reply))
  saved.issuedTokens.forEach(([token, issued]) => world.issuedTokens.set(token, issued))
  world.defaultRichMenuId = saved.defaultRichMenuId
  Object.assign(world.quota, { used: saved.quota.used, month: saved.quota.month })
}

function pick(person: Person | undefined): Partial<Person> {
  return person ? { name: person.name, role: person.role } : {}
}
