import { EventEmitter } from 'node:events'

// Gives the forked service what Electron gives it: `process.parentPort`.
const port = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown) => void process.send?.(message),
})
process.on('message', (data) => port.emit('message', { data, ports: [] }))
// Electron ends its utility processes with the application, however it dies.
process.on('disconnect', () => process.exit(0))
Object.defineProperty(process, 'parentPort', { value: port })
