// Runs a script of the project, or says in one line that Node is too old. Written for any Node: it must never crash.
'use strict'
var major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  process.stderr.write(
    'Jalon demande Node 24 ou plus récent (ici : ' +
      process.versions.node +
      '). « npm ci » l’installe avec le projet sous Linux et Windows ; ailleurs, voir nodejs.org.\n',
  )
  process.exit(1)
}
var script = require('node:path').resolve(process.argv[2])
process.argv.splice(1, 2, script)
void import(require('node:url').pathToFileURL(script).href)
