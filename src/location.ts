// Where something stands in a file of the user's. What stands there is for others.

/** A place in a file of the user's, 1-based. */
export interface Location {
  /** As the run names it, with forward slashes; relative to the workspace where the Action runs. */
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Where a mistake of a file as a whole stands. */
export const startOf = (file: string): Location => ({ file, line: 1, column: 1 })
