// Writes the conformance cases' runner to the standard output, as a script for a test's page; it is part of no build.
import { build } from 'esbuild'

const { outputFiles } = await build({
  entryPoints: ['conformance/cases.ts'],
  bundle: true,
  target: 'es2022',
  format: 'iife',
  globalName: 'conformance',
  write: false,
})
process.stdout.write(outputFiles[0].text)
