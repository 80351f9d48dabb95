// Loads a part of the bundle so that the compile cache keeps all of it. Only for what a check needs on every run.
import { getCompileCacheDir } from 'node:module'
import { setFlagsFromString } from 'node:v8'

/**
 * The compile cache takes a file as it was when it had been loaded, without the functions that V8 leaves until they are called: to compile
 * those would take a tenth of every run. So none is left. The bundle has been compiled when import() returns; what it loads next is Node's own.
 */
export function compiledWhole<T>(load: () => Promise<T>): Promise<T> {
  if (getCompileCacheDir() === undefined) return load()
  setFlagsFromString('--no-lazy')
  try {
    return load()
  } finally {
    setFlagsFromString('--lazy')
  }
}
