// Compiles contracts/*.sol and test-contracts/*.sol to ABI and bytecode.
//
//   node compile.mjs [OUT]    writes OUT/<Contract>.json; default: the resources and test resources of infra/chain
//
// The ERC20FeeProxy of Request Network is taken as its package has it: that holds bytecode and no source.
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
const folders = { contracts: '../src/main/resources', 'test-contracts': '../src/test/resources' }
const sources = Object.entries(folders).flatMap(([folder, resources]) => readdirSync(join(here, folder))
  .filter(name => name.endsWith('.sol'))
  .sort()
  .map(name => ({ name, file: join(here, folder, name), out: resolve(process.argv[2] ?? join(here, resources, 'io/amanat/chain/tokens')) })))

const input = {
  language: 'Solidity',
  sources: Object.fromEntries(sources.map(({ name, file }) => [name, { content: readFileSync(file, 'utf8') }])),
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

for (const { name, out } of sources) {
  mkdirSync(out, { recursive: true })
  const contract = name.replace(/\.sol$/, '')
  const { abi, evm } = output.contracts[name][contract]
  const artifact = { contract, compiler: solc.version(), abi, bytecode: '0x' + evm.bytecode.object }
  writeFileSync(join(out, `${contract}.json`), JSON.stringify(artifact, null, 2) + '\n')
  console.log(`compiled ${contract}`)
}

const factory = readFileSync(join(here, 'node_modules/@requestnetwork/smart-contracts/dist/src/types/factories/src/contracts',
  'ERC20FeeProxy__factory.js'), 'utf8')
const bytecode = /_bytecode = "(0x[0-9a-f]+)"/.exec(factory)[1]
const { version } = JSON.parse(readFileSync(join(here, 'node_modules/@requestnetwork/smart-contracts/package.json'), 'utf8'))
const proxyOut = resolve(process.argv[2] ?? join(here, folders['test-contracts'], 'io/amanat/chain/tokens'))
const proxy = { contract: 'ERC20FeeProxy', compiler: `@requestnetwork/smart-contracts ${version}`, bytecode }
writeFileSync(join(proxyOut, 'ERC20FeeProxy.json'), JSON.stringify(proxy, null, 2) + '\n')
console.log('took ERC20FeeProxy')
