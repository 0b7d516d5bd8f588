/** The arrows of the house: dependencies point one way, downwards. */
const no = (name, from, to, comment) => ({ name, severity: 'error', comment, from: { path: from }, to: { path: to } })

module.exports = {
  forbidden: [
    // A Flex box holds parts, and a part may be a box.
    { name: 'no-circular', severity: 'error', from: { pathNot: '^simulator/ui/components/flex/' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    no('domain-knows-only-prisma', '^domain/', '^(bot|server|liff|simulator|test)/', 'domain/ is the bottom: no HTTP, no LINE'),
    no('domain-has-no-transport', '^domain/', 'node_modules/(hono|@hono|@line|pg)/', 'domain/ speaks neither HTTP nor LINE'),
    no('bot-is-above-domain', '^bot/', '^(server|liff|simulator|test)/', 'bot/ is the conversation: no server'),
    no('bot-has-no-clients', '^bot/', '(node_modules/(hono|@hono|pg|@prisma)/|^prisma/)', 'bot/ has no HTTP, no database client'),
    no('simulator-knows-only-http', '^simulator/', '^(bot|server|domain|prisma|liff)/', 'simulator/ knows the product only by HTTP'),
    no('product-does-not-need-the-simulator', '^(bot|domain|liff)/', '^simulator/', 'only server/simulator.ts starts it'),
    no('nothing-needs-tests', '^(bot|domain|server|liff|simulator|prisma)/', '^test/', 'product code does not import tests'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|prisma/generated)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.mts', '.js', '.mjs', '.cjs', '.vue', '.json'] },
  },
}
