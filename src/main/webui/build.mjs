// Builds dist/: the SDK under its stable addresses, the demo shop and the start page.
import { build, transform } from 'esbuild'
import { createHash } from 'node:crypto'
import { cp, readFile, rm } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

/**
 * Gzipped bytes. What every visitor of every page pays for; what only those pay for who are asked something; and what comes
 * on top where a questionnaire has one of the rarer kinds of questions.
 */
const LIMITS = { 'earshot.js': 6 * 1024, 'earshot.mjs': 6 * 1024, 'card.mjs': 16 * 1024, 'rare.mjs': 8 * 1024 }

const { version } = JSON.parse(await readFile('package.json', 'utf8'))
const styleAsText = {
  name: 'style-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\/sdk\/.*\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true })
      return { contents: code.trim(), loader: 'text' }
    })
  },
}
const common = { bundle: true, minify: true, target: 'es2022', charset: 'utf8', legalComments: 'none', logLevel: 'warning' }

await rm('dist', { recursive: true, force: true })
const bundle = (name, entry, format, define = {}) =>
  build({ ...common, entryPoints: [entry], outfile: `dist/sdk/${name}`, format, plugins: [styleAsText], define })

/** Changes with a file's content, and stands in the address by which another file asks for it. */
const mark = async (name) => JSON.stringify(createHash('sha256').update(await readFile(`dist/sdk/${name}`)).digest('hex').slice(0, 8))

await bundle('rare.mjs', 'sdk/rare.ts', 'esm')
await bundle('card.mjs', 'sdk/show.ts', 'esm', { RARE: await mark('rare.mjs') })
const define = { VERSION: JSON.stringify(version), CARD: await mark('card.mjs') }
await bundle('earshot.js', 'sdk/script.ts', 'iife', define)
await bundle('earshot.mjs', 'sdk/module.ts', 'esm', define)
await build({
  ...common,
  entryPoints: { 'demo/shop': 'demo/shop.ts', 'demo/style': 'demo/shop.css', 'start/start': 'start/start.ts', 'start/style': 'start/start.css' },
  format: 'esm',
  outdir: 'dist',
})
await cp('demo/index.html', 'dist/demo/index.html')
await cp('start/index.html', 'dist/index.html')

for (const [name, limit] of Object.entries(LIMITS)) {
  const bytes = await readFile(`dist/sdk/${name}`)
  const size = gzipSync(bytes, { level: 9 }).length
  console.log(`sdk/${name}: ${bytes.length} bytes, ${size} gzipped, limit ${limit}`)
  if (size > limit) {
    console.error(`sdk/${name} is ${size - limit} bytes over its limit`)
    process.exitCode = 1
  }
}
