import antfu from '@antfu/eslint-config'

const byHand = 'Values go into SQL as parameters ($1, or the tagged $queryRaw); a text put together with values is how injection begins.'

/** Calls whose first argument is SQL: `pool.query(…)`, `client.query({ text: … })`, `sql(…)`. */
const sqlCalls = ':matches(CallExpression[callee.property.name="query"], CallExpression[callee.name="sql"])'

export default antfu({
  vue: true,
  typescript: true,
  ignores: ['prisma/generated', 'dist', '.data', '**/*.md'],
}, {
  rules: {
    'no-console': 'off',
    // A component that was not imported is shown as a tag that the browser does not know.
    'vue/no-undef-components': ['error', { ignorePatterns: ['RouterLink', 'RouterView'] }],
    'ts/no-use-before-define': ['error', { functions: false, classes: false, variables: false }],
    'e18e/prefer-static-regex': 'off',
    // Its fix calls a function once for the whole array: four equal random characters.
    'e18e/prefer-array-fill': 'off',
    'regexp/no-obscure-range': ['error', { allowed: ['alphanumeric', '๐-๙', '０-９', 'ก-๛'] }],
    'ts/explicit-function-return-type': 'off',
    'node/prefer-global/process': 'off',
    'node/prefer-global/buffer': 'off',
    'curly': ['error', 'multi-line'],
    'antfu/curly': 'off',
    'antfu/no-top-level-await': 'off',
    'antfu/if-newline': 'off',
    // What a person sees on a page is its inner text.
    'unicorn/prefer-dom-node-text-content': 'off',
    'style/max-statements-per-line': 'off',
    'unicorn/no-thenable': 'off',
    'test/prefer-lowercase-title': 'off',
  },
}, {
  // Only statements of fixed text go without parameters.
  files: ['{bot,domain,prisma,server}/**/*.ts'],
  rules: {
    'no-restricted-syntax': [
      'error',
      { selector: 'CallExpression[callee.property.name=/^\\$(query|execute)RawUnsafe$/][arguments.0.type!="Literal"]', message: byHand },
      { selector: `${sqlCalls} > TemplateLiteral.arguments[expressions.length>0]`, message: byHand },
      { selector: `${sqlCalls} > BinaryExpression.arguments`, message: byHand },
      { selector: `${sqlCalls} > ObjectExpression.arguments > Property[key.name="text"] > TemplateLiteral[expressions.length>0]`, message: byHand },
    ],
  },
}, {
  // Names of tables and columns cannot be parameters: they come from the catalogue, or from a backup's list that was compared with it, and are quoted.
  files: ['server/backup/{emptied,load,snapshot}.ts'],
  rules: { 'no-restricted-syntax': 'off' },
})
