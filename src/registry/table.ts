// The one shape of every registry: rows looked up by code or by name. Not a parser and not a policy.

/** A registry entry: its wire number and its registered name. */
export interface Row {
  readonly code: number
  readonly name: string
}

/** A registry of the standards, in the order of its codes. */
export interface Table<R extends Row> {
  readonly rows: readonly R[]
  /** The row of a wire number, or undefined when the number is not registered. */
  get(code: number): R | undefined
  /** The row of a registered name (exact spelling), or undefined. */
  named(name: string): R | undefined
  /** The registered name, or `<noun> 0x…` for a number without one: unknown numbers are reportable, not fatal. */
  label(code: number): string
}

/**
 * Makes a registry.
 * @param noun what an entry is called, singular, for the label of an unknown number: 'alert'
 * @param digits hexadecimal digits of an unknown number: 2 for one byte, 4 for two
 * @param rows made at first use: a short run touches few of the registries, and none of them may slow its start
 */
export function table<R extends Row>(noun: string, digits: number, rows: () => readonly R[]): Table<R> {
  let made: readonly R[] | undefined
  let byName: Map<string, R> | undefined
  const all = (): readonly R[] => {
    made ??= rows()
    return made
  }
  // A search of the sorted rows: a run asks for a handful of codes, which an index of them all would cost more than it saves.
  const get = (code: number): R | undefined => {
    const sorted = all()
    for (let low = 0, high = sorted.length; low < high; ) {
      const middle = (low + high) >>> 1
      const row = sorted[middle]
      if (row?.code === code) return row
      if (row && row.code < code) low = middle + 1
      else high = middle
    }
    return undefined
  }
  return {
    get rows() {
      return all()
    },
    get,
    named(name) {
      byName ??= new Map(all().map(row => [row.name, row]))
      return byName.get(name)
    },
    label: code => get(code)?.name ?? `${noun} 0x${code.toString(16).padStart(digits, '0')}`,
  }
}
