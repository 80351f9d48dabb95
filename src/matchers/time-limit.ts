// How long an assertion may take so that it fails with its own words, before the runner ends the test with others.

/** Below the 5 seconds that vitest and jest give a test. */
export const defaultTimeoutMs = 4_000

/**
 * Leaves a fifth of a test's time for what else it does. What it has used up already is not counted: no runner says when a second try began.
 * @param limitMs of the whole test; 0 and Infinity for none
 */
export function timeoutWithin(limitMs: number): number {
  return limitMs > 0 ? Math.min(defaultTimeoutMs, Math.ceil(limitMs * 0.8)) : defaultTimeoutMs
}
