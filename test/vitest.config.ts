import { defineConfig } from 'vitest/config'

const project = (name: string, timeout: number, parallel: boolean) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: timeout,
    hookTimeout: timeout,
    fileParallelism: parallel,
    // A window on a busy machine is waited for as Playwright does, not for one second.
    expect: { poll: { timeout: 20_000 } },
    // Pure functions need nothing of the machine.
    ...(name === 'unit' ? {} : { globalSetup: ['test/preparer-outils.ts'] }),
  },
})

/** `unit` (pure), `integration` (real encrypted database and files), `e2e` (the real window), `campagne` (minutes long). */
export default defineConfig({
  test: {
    projects: [
      project('unit', 10_000, true),
      project('integration', 60_000, true),
      project('e2e', 180_000, false),
      project('campagne', 7_200_000, false),
    ],
  },
})
