/** The enums of the schema, as values and as types: for layers above that do not know the database. */
export * from '../prisma/generated/node/enums'
