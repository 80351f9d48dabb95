// The npm package as a user has it: packed, installed, run by each runner's own binary. For end-to-end tests; those who call it clean up.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const root = join(import.meta.dirname, '../..')

export interface Exit {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export function run(command: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Promise<Exit> {
  const surroundings = {
    // The Node of this test, also for npm.
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    HOME: process.env.HOME,
    USERPROFILE: process.env.USERPROFILE,
    APPDATA: process.env.APPDATA,
    SystemRoot: process.env.SystemRoot,
    NO_COLOR: '1',
    ...env,
  }
  return new Promise(resolve => {
    // npm is a script that only a shell can start on Windows.
    const options = { cwd, env: surroundings, maxBuffer: 16 * 2 ** 20, shell: command === 'npm' && process.platform === 'win32' }
    execFile(command, [...args], options, (error, stdout, stderr) => {
      resolve({
        code: error === null ? 0 : Number(error.code),
        stdout: stripVTControlCharacters(stdout),
        stderr: stripVTControlCharacters(stderr),
      })
    })
  })
}

export const node = (args: readonly string[], cwd: string, env?: Readonly<Record<string, string>>): Promise<Exit> =>
  run(process.execPath, args, cwd, env)

/** A folder with the package in its node_modules, and runners of this repository beside it. */
export interface Installed extends AsyncDisposable {
  readonly home: string
  readonly tarball: string
  /** A folder below it with these files. */
  project(name: string, files: Readonly<Record<string, string>>): Promise<string>
}

/** @param linked entries of this repository's node_modules: to install each anew would test npm */
export async function installed(linked: readonly string[]): Promise<Installed> {
  const home = await mkdtemp(join(tmpdir(), 'tlsgate-package-'))
  const packed = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', home], root)
  const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }]
  const tarball = join(home, filename)
  await writeFile(join(home, 'package.json'), '{ "private": true }')
  // The runners are peers: npm would ask the registry for everything that they could ever need.
  const done = await run('npm', ['install', '--legacy-peer-deps', '--prefer-offline', '--no-audit', '--no-fund', tarball], home)
  if (done.code !== 0) throw new Error(done.stderr)
  for (const name of linked) {
    await mkdir(dirname(join(home, 'node_modules', name)), { recursive: true })
    await symlink(join(root, 'node_modules', name), join(home, 'node_modules', name), 'junction')
  }
  return {
    home,
    tarball,
    async project(name, files) {
      const directory = join(home, name)
      await mkdir(directory)
      for (const [file, content] of Object.entries(files)) await writeFile(join(directory, file), content)
      return directory
    },
    [Symbol.asyncDispose]: () => rm(home, { recursive: true, force: true }),
  }
}
