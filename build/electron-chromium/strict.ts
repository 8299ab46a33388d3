/** The same object, except that a name it lacks throws: what the stand-in does not do must be seen, not guessed. */
export const strict = <T extends object>(name: string, target: T): T =>
  new Proxy(target, {
    get: (object, key) => {
      if (!(key in object) && typeof key === 'string' && key !== 'then')
        throw new Error(`electron-chromium: ${name}.${key} is not part of the stand-in`)
      const value: unknown = Reflect.get(object, key)
      return typeof value === 'function' ? value.bind(object) : value
    },
  })
