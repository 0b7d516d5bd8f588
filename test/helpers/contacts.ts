import { contactSealing } from '../../server/contacts/sealing'

/** How contacts are sealed in tests, by the products of `configFor`, too. */
export const contacts = contactSealing({ sessionSecret: 'a session secret that is only for tests', contactKey: undefined, contactKeyOld: undefined })
