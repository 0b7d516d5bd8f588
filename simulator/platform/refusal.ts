/** Where and why a request body is wrong, as LINE reports it. */
export interface Problem { message: string, property: string }

/** Something the platform does not do: an HTTP status, LINE's sentence and, for a wrong body, its details. */
export class Refusal extends Error {
  constructor(readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 429 | 500 | 501, message: string, readonly details?: Problem[]) {
    super(message)
  }
}

/** LINE's answer to a body with wrong properties. */
export function wrongBody(problems: Problem[]): Refusal {
  return new Refusal(400, `The request body has ${problems.length} error(s)`, problems)
}

/** LINE's answer to one property it cannot read. */
export function wrongProperty(property: string): Refusal {
  return new Refusal(400, `The property, '${property}', in the request body is invalid (line: -, column: -)`)
}
