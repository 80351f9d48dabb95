// A network with a delay, in a process of its own so that nobody's work holds up a packet. What it does stands in delay.py.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface DelayedNetwork extends AsyncDisposable {
  /** Where a server has to listen. */
  readonly listenAt: string
  /** Where it is reached with the delay. */
  readonly reachedAt: string
}

/** Null where there is no such network to be had: not root, no /dev/net/tun, no Python. */
export async function delayedNetwork(roundTripMs: number): Promise<DelayedNetwork | null> {
  const child = spawn('python3', [join(import.meta.dirname, 'delay.py'), String(roundTripMs / 2)], { stdio: ['pipe', 'pipe', 'ignore'] })
  const ended = once(child, 'exit').catch(() => {})
  const ready = await Promise.race([once(child.stdout, 'data'), ended.then(() => null)])
  if (!ready) return null
  return {
    listenAt: '198.18.0.1',
    reachedAt: '198.18.0.2',
    async [Symbol.asyncDispose]() {
      child.stdin.end()
      await ended
    },
  }
}
