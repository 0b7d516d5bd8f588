import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Refusal, wrongProperty } from './refusal'

/** What each call of LINE's API carries along: its request id, and what was asked and answered for the log. */
export interface Variables { requestId: string, asked: unknown, answered: unknown }
export type Call = Context<{ Variables: Variables }>
export type Json = Record<string, unknown>

/** Answers with JSON and notes it for the log. */
export function answer(c: Call, body: object = {}, status: ContentfulStatusCode = 200): Response {
  c.set('answered', body)
  return c.json(body, status)
}

const JSON_TYPE = /^application\/json\b/i

/** The JSON object that was sent. Throws LINE's 415 or 400 when it is none. */
export async function readJson(c: Call): Promise<Json> {
  const type = c.req.header('content-type') ?? ''
  if (!JSON_TYPE.test(type)) throw new Refusal(415, `The content type, ${type}, is not supported`)
  const text = await c.req.text()
  let body: unknown
  try {
    body = JSON.parse(text)
  }
  catch {
    throw new Refusal(400, 'The request body could not be parsed as JSON (line: -, column: -)')
  }
  c.set('asked', body)
  if (!isJson(body)) throw new Refusal(400, 'The request body could not be parsed as JSON (line: 1, column: 1)')
  return body
}

/** A form-encoded body. */
export async function readForm(c: Call): Promise<Record<string, string>> {
  const form = Object.fromEntries(new URLSearchParams(await c.req.text()))
  c.set('asked', form)
  return form
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A required string property of a body. */
export function stringIn(body: Json, property: string): string {
  const value = body[property]
  if (typeof value !== 'string' || value === '') throw wrongProperty(property)
  return value
}

const USER_ID = /^U[0-9a-f]{32}$/

/** A user id. Throws LINE's 400 when it is malformed. */
export function userIdIn(value: unknown, property: string): string {
  if (typeof value !== 'string' || !USER_ID.test(value)) throw wrongProperty(property)
  return value
}

/** 1 to 500 different user ids. */
export function userIdsIn(body: Json, property: string): string[] {
  const ids = body[property]
  if (!Array.isArray(ids) || ids.length < 1 || ids.length > 500) throw wrongProperty(property)
  return [...new Set(ids.map((id, index) => userIdIn(id, `${property}[${index}]`)))]
}
