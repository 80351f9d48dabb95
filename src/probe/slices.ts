// A list that is too long for one hello, in parts for several.

/** Parts of at most so many, about equally long, and in order: a server that takes the first it knows is in the first part that has one. */
export function slices(codes: readonly number[], atMost: number): number[][] {
  const count = Math.ceil(codes.length / atMost)
  const size = Math.ceil(codes.length / Math.max(1, count))
  return Array.from({ length: count }, (_, index) => codes.slice(index * size, (index + 1) * size))
}
