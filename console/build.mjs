import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds the console's static files into a folder, which is emptied first. */
export async function buildConsole(outDir) {
  const configFile = fileURLToPath(new URL('./vite.config.ts', import.meta.url))
  await build({ configFile, build: { outDir } })
}
