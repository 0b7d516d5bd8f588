/** What hono-openapi takes of zod in the worker: the whole of it would bring the messages of zod in forty languages along. */
export { toJSONSchema } from 'zod'
