import { agencies } from './agencies'
import { cameras } from './cameras'
import { cooperation } from './cooperation'
import { everywhere } from './everywhere'
import { footage } from './footage'
import { imports } from './imports'
import { owners } from './owners'
import { people } from './people'
import { repairs } from './repairs'
import { rounds } from './rounds'

/**
 * Every refusal a person can meet: HTTP status and the sentence in both languages, saying what to do next.
 * `{name}` is filled from the refusal's parameters.
 */
export const refusals = { ...everywhere, ...cameras, ...rounds, ...repairs, ...agencies, ...people, ...imports, ...footage, ...owners, ...cooperation } as const
