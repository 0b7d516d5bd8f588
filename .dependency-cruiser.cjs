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
    { name: 'app-knows-only-shapes-labels-and-dates', severity: 'error', comment: 'liff/ takes from domain/ what input looks like, what things are called, how dates and numbers are written, and what a form checks while somebody types', from: { path: '^liff/' }, to: { path: '^domain/', pathNot: ['/schema\\.ts$', '^domain/enums\\.ts$', '^domain/(?:labels|time)/', '^domain/cameras/(?:checks|completeness|fields|geo|view)\\.ts$', '^domain/agencies/names\\.ts$', '^domain/people/phone\\.ts$', '^domain/owners/consentText\\.ts$'] } },
    { name: 'app-knows-of-the-server-only-its-type', severity: 'error', comment: 'liff/ talks to server/ by HTTP; of its code it knows the type AppType', from: { path: '^liff/' }, to: { path: '^(?:bot|prisma|simulator|test|server)/', pathNot: '^server/routes/api/index\\.ts$' } },
    { name: 'app-does-not-run-the-server', severity: 'error', comment: 'import type { AppType }', from: { path: '^liff/' }, to: { path: '^server/', dependencyTypesNot: ['type-only'] } },
    no('nothing-needs-the-app', '^(bot|domain|server|simulator|prisma)/', '^liff/', 'the app is served as it was built'),
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
