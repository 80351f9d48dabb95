// Who may begin when: work on many hosts at a time, and never more connections to one host than it may have. No sockets, no clock.

/** What a piece of work takes while it goes on. */
export interface Load {
  readonly host: string
  /** Connections to the host that may be open at the same time. */
  readonly connections: number
  /** Connections that the host may have of all work together. Work that wants more has the host for itself. */
  readonly limit: number
  /** Its part of the machine, in the unit of the schedule's room; at most all of it. */
  readonly weight: number
}

/** A place that work holds. */
export interface Place {
  /** Gives the place to others for as long as something lasts, and waits for one again before it goes on. */
  readonly leaveFor: (pause: () => Promise<void>) => Promise<void>
}

interface Waiting {
  readonly load: Load
  readonly begin: () => void
}

interface Host {
  readonly running: Set<Load>
  readonly waiting: Waiting[]
}

/** Lets work begin in the order it came, but for hosts that are busy: these keep nobody else waiting. */
export class Schedule {
  #room: number
  /** Only those with work; the host of the oldest comes first. */
  readonly #hosts = new Map<string, Host>()

  /** @param room the weight of all work that may go on at the same time */
  constructor(room: number) {
    this.#room = room
  }

  /** Does the work as soon as there is a place for it. */
  async run<T>(load: Load, work: (place: Place) => Promise<T>): Promise<T> {
    await this.#enter(load)
    try {
      return await work({
        leaveFor: async pause => {
          this.#leave(load)
          try {
            await pause()
          } finally {
            await this.#enter(load)
          }
        },
      })
    } finally {
      this.#leave(load)
    }
  }

  #enter(load: Load): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const host = this.#hosts.get(load.host) ?? { running: new Set(), waiting: [] }
    this.#hosts.set(load.host, host)
    host.waiting.push({ load, begin: resolve })
    this.#admit()
    return promise
  }

  #leave(load: Load): void {
    const host = this.#hosts.get(load.host)
    host?.running.delete(load)
    if (host?.running.size === 0 && host.waiting.length === 0) this.#hosts.delete(load.host)
    this.#room += load.weight
    this.#admit()
  }

  #admit(): void {
    for (const { running, waiting } of this.#hosts.values()) {
      for (let [next] = waiting; next !== undefined && fits(next.load, running); [next] = waiting) {
        // What needs much room is not overtaken by what needs little, or it would never have its turn.
        if (next.load.weight > this.#room) return
        waiting.shift()
        running.add(next.load)
        this.#room -= next.load.weight
        next.begin()
      }
      if (this.#room === 0) return
    }
  }
}

function fits({ connections, limit }: Load, running: ReadonlySet<Load>): boolean {
  if (running.size === 0) return true
  const loads = [...running]
  const open = loads.reduce((sum, load) => sum + load.connections, 0)
  return open + connections <= Math.min(limit, ...loads.map(load => load.limit))
}
