// Before the end-to-end tests: the package as npm would have it, from the sources as they are. dist/ is tested as it is committed.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

export function setup(): void {
  execFileSync(process.execPath, [join(import.meta.dirname, '../../scripts/build.ts'), 'package'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
