/** The least a worker can be: bare Hono in workerd. */
import { Hono } from 'hono'

export default new Hono().get('/', c => c.text('ready'))
