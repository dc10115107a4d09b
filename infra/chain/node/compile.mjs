// Compiles contracts/*.sol to ABI and bytecode.
//
//   node compile.mjs [OUT]    writes OUT/<Contract>.json; default: the resources of infra/chain
//
// The output depends on the sources, the compiler version and the settings below only (no metadata hash, no paths),
// so a test can compile again and compare.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
const solc = require('solc')
const here = dirname(fileURLToPath(import.meta.url))
const out = resolve(process.argv[2] ?? join(here, '../src/main/resources/io/amanat/chain/tokens'))

const names = readdirSync(join(here, 'contracts')).filter(name => name.endsWith('.sol')).sort()
const input = {
  language: 'Solidity',
  sources: Object.fromEntries(names.map(name => [name, { content: readFileSync(join(here, 'contracts', name), 'utf8') }])),
  settings: {
    optimizer: { enabled: true, runs: 200 },
    evmVersion: 'cancun',
    metadata: { appendCBOR: false, bytecodeHash: 'none' },
    outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } },
  },
}

function imported(path) {
  try {
    return { contents: readFileSync(require.resolve(path), 'utf8') }
  } catch (failure) {
    return { error: failure.message }
  }
}

const output = JSON.parse(solc.compile(JSON.stringify(input), { import: imported }))
const complaints = (output.errors ?? []).map(error => error.formattedMessage)
if (complaints.length > 0) {
  console.error(complaints.join('\n'))
  process.exit(1)
}

mkdirSync(out, { recursive: true })
for (const name of names) {
  const contract = name.replace(/\.sol$/, '')
  const { abi, evm } = output.contracts[name][contract]
  const artifact = { contract, compiler: solc.version(), abi, bytecode: '0x' + evm.bytecode.object }
  writeFileSync(join(out, `${contract}.json`), JSON.stringify(artifact, null, 2) + '\n')
  console.log(`compiled ${contract}`)
}
