// The processes that a command has started, and their end. A server may have left its parent, its group and its session (a daemon does). It is
// known all the same by what it was given at its start and hardly any gives away: a variable of its environment, or an open file.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** What a command was started as. */
export interface ProcessTree {
  /** The first process, leader of a process group of its own but on Windows. */
  readonly pid: number
  /** Found nowhere else: in the value of an environment variable of the first process, and in the path of a file that it was given open. */
  readonly marker: string
}

/** How long processes may take to end themselves, before they are ended. */
const graceMs = 3000
const pollMs = 50

/** The processes of the tree that run. Empty on Windows once the first has ended: what it left behind is not known there. */
export function runningIn(tree: ProcessTree): number[] {
  if (process.platform === 'win32') return isRunning(tree.pid) ? [tree.pid] : []
  const all = processes()
  const isOwn = ({ pid, group }: Running): boolean =>
    pid === tree.pid ||
    group === tree.pid ||
    environmentOf(pid).includes(tree.marker) ||
    // A server that writes its title over its environment, as nginx does, still has the file.
    filesOf(pid).some(path => path.includes(tree.marker))
  const members = new Set(all.filter(isOwn).map(({ pid }) => pid))
  // A process under another user hides its environment (sudo); its parents tell whose it is.
  for (let before = -1; before < members.size; ) {
    before = members.size
    for (const { pid, parent } of all) if (members.has(parent)) members.add(pid)
  }
  // Whatever a reading of it may say: never this process, nor one that it runs under.
  for (let pid: number | undefined = process.pid; pid !== undefined && pid > 0; pid = all.find(each => each.pid === pid)?.parent)
    members.delete(pid)
  return all.filter(({ pid, isOver }) => members.has(pid) && !isOver).map(({ pid }) => pid)
}

/**
 * Ends every process of the tree, those first asked to that can be.
 * @returns those that still run: of another user, as a rule
 */
export async function endTree(tree: ProcessTree): Promise<number[]> {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(tree.pid), '/t', '/f'], { stdio: 'ignore' })
    return runningIn(tree)
  }
  for (const [signal, waitMs] of [
    ['SIGTERM', graceMs],
    ['SIGKILL', graceMs],
  ] as const) {
    if (!signalTree(tree, signal)) return []
    for (let waitedMs = 0; waitedMs < waitMs && runningIn(tree).length > 0; waitedMs += pollMs) await pause(pollMs)
  }
  return runningIn(tree)
}

/** Ends the tree at once, when there is no time for more: at the end of this process. */
export function killTree(tree: ProcessTree): void {
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(tree.pid), '/t', '/f'], { stdio: 'ignore' })
  else signalTree(tree, 'SIGKILL')
}

/** Whether there was anyone to signal. */
function signalTree(tree: ProcessTree, signal: 'SIGTERM' | 'SIGKILL'): boolean {
  const running = runningIn(tree)
  const forbidden = running.filter(pid => {
    try {
      process.kill(pid, signal)
      return false
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EPERM'
    }
  })
  // What was started by sudo is ended by it; hosted runners ask for no password.
  if (forbidden.length > 0) spawnSync('sudo', ['-n', 'kill', `-${signal}`, ...forbidden.map(String)], { stdio: 'ignore' })
  return running.length > 0
}

interface Running {
  readonly pid: number
  readonly parent: number
  readonly group: number
  /** Ended, and waiting for its parent to notice. */
  readonly isOver: boolean
}

function processes(): Running[] {
  if (process.platform === 'linux') return readdirSync('/proc').flatMap(name => (/^\d+$/.test(name) ? statOf(name) : []))
  const { stdout } = spawnSync('ps', ['-Ao', 'pid=,ppid=,pgid=,stat='], { encoding: 'utf8' })
  return (stdout ?? '').split('\n').flatMap(line => {
    const [pid, parent, group, state = ''] = line.trim().split(/\s+/)
    return group === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), group: Number(group), isOver: state.startsWith('Z') }]
  })
}

/** proc_pid_stat(5): 'pid (name) state parent group …', where the name may hold anything. */
function statOf(name: string): Running[] {
  const stat = contentOf(`/proc/${name}/stat`)
  const [state = '', parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return group === undefined ? [] : [{ pid: Number(name), parent: Number(parent), group: Number(group), isOver: 'ZX'.includes(state) }]
}

const environmentOf = (pid: number): string => (process.platform === 'linux' ? contentOf(`/proc/${pid}/environ`) : '')

/** What the open files of a process are. */
function filesOf(pid: number): string[] {
  if (process.platform !== 'linux') return []
  const folder = `/proc/${pid}/fd`
  return orNothing(() => readdirSync(folder)).flatMap(name => orNothing(() => [readlinkSync(`${folder}/${name}`)]))
}

const contentOf = (path: string): string => orNothing(() => [readFileSync(path, 'utf8')]).join('')

/** The process may have ended meanwhile, or be another user's. */
function orNothing(read: () => string[]): string[] {
  try {
    return read()
  } catch {
    return []
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
