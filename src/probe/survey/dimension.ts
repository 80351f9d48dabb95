// One part of the hellos of a version that is being enumerated: what of it was found, what is open, and in which portions that is asked next.
// It knows nothing of hellos.

/** What each dimension has: members that are found one by one, since an answer names one of those that were listed. */
class Members {
  /** Every member there is, the likeliest first. */
  readonly candidates: readonly number[]
  /** In the order they were found. */
  readonly found: number[] = []
  /** Neither found nor decided, the likeliest first. */
  protected open: readonly number[]

  constructor(candidates: readonly number[]) {
    this.candidates = candidates
    this.open = candidates
  }

  get isDone(): boolean {
    return this.open.length === 0
  }

  /** Whether a member is new. */
  find(code: number): boolean {
    if (this.found.includes(code) || !this.candidates.includes(code)) return false
    this.found.push(code)
    this.open = this.open.filter(each => each !== code)
    return true
  }

  /** What was asked with nothing else in question is refused, or is not going to be known. */
  close(portion: readonly number[]): void {
    this.open = this.open.filter(code => !portion.includes(code))
  }
}

/** Members in so many portions, each with some of the likeliest. */
function dealt(codes: readonly number[], count: number): number[][] {
  const portions: number[][] = Array.from({ length: Math.min(count, codes.length) }, () => [])
  for (const [index, code] of codes.entries()) portions[index % portions.length]?.push(code)
  return portions
}

/** How many portions of suites are asked for at a time: at first, at most, and how fast that grows while each has something. */
const width = { first: 3, most: 12, growth: 1.5 }
/** A server with so many suites is likely to have many more. */
const many = 8

/** The cipher suites of a version. All that are open are asked for in each round, so that a portion that is refused is done with. */
export class Suites extends Members {
  readonly #size: number
  /** Whether each of the portions asked last had something, as what is asked along with one hopes for. */
  isPlentiful = true
  #width: number

  /**
   * @param size the most suites of a hello
   * @param common how many of them a server is likely to have
   */
  constructor(candidates: readonly number[], size: number, common: number) {
    super(candidates)
    this.#size = size
    this.#width = Math.min(width.first, common)
  }

  /** Puts those that the server is likely to have before all others. */
  expect(isLikely: (code: number) => boolean): void {
    this.open = [...this.open.filter(isLikely), ...this.open.filter(code => !isLikely(code))]
  }

  portions(): (readonly number[])[] {
    return dealt(this.open, Math.max(this.#width, Math.ceil(this.open.length / this.#size)))
  }

  /** So many of so many portions had something. */
  had(hits: number, portions: number): void {
    this.isPlentiful = hits === portions
    this.#width = hits < portions ? hits : this.found.length < many ? 1 : Math.min(Math.round(portions * width.growth), width.most)
  }
}

/** Groups or signature schemes: asked for along with suites, and with each other, as long as the server is likely to have them. */
export class Rider extends Members {
  readonly part: 'groups' | 'signature-schemes'
  /**
   * Whether the server takes the first it knows of what the client lists. Then everything can stand behind what is asked, and nothing is ever
   * refused for that.
   */
  clientChooses = false
  /** Whether a hello that asked for it and for something else was refused: from then on it is asked for by itself. */
  ridesAlone = false
  /** Whether no suite was found yet whose answer speaks of it. */
  isMute = false
  /** Those of the open ones that the server is likely to have. */
  #eager: readonly number[] = []
  readonly #doubted = new Set<number>()
  #width = width.first
  /** How often in a row asking alone has found something. */
  #streak = 0

  constructor(part: Rider['part'], candidates: readonly number[]) {
    super(candidates)
    this.part = part
  }

  /** Has those of the open ones asked along, but for what was doubted. */
  expect(isLikely: (code: number) => boolean): void {
    this.#eager = this.open.filter(code => this.#eager.includes(code) || (isLikely(code) && !this.#doubted.has(code)))
  }

  /** How many are asked along with other parts. */
  get riding(): number {
    return this.#eager.length
  }

  /** What to ask for along with other parts. */
  slices(): (readonly number[])[] {
    return dealt(this.#eager, this.#width)
  }

  /** Asks for nothing along any more. */
  dismount(): void {
    this.doubt(this.#eager)
  }

  /** What to ask for with nothing else in question: all that is open, once nothing is asked along any more. */
  rest(): readonly number[] {
    return this.#eager.length > 0 ? [] : this.open
  }

  /** What to list where it is not in question: everything, first what is known to work. */
  get wide(): readonly number[] {
    return [...new Set([...this.found, ...this.candidates])]
  }

  /** The slice with everything behind it: a server that takes the first it knows of the list shows whether it has any of the slice. */
  before(slice: readonly number[]): readonly number[] {
    return [...new Set([...slice, ...this.#eager.toReversed(), ...this.wide])]
  }

  override find(code: number): boolean {
    this.isMute = false
    this.#eager = this.#eager.filter(each => each !== code)
    return super.find(code)
  }

  /** Of what was listed this was chosen. */
  chose(chosen: number, listed: readonly number[]): void {
    const passed = listed.slice(0, listed.indexOf(chosen))
    if (passed.some(code => this.found.includes(code))) this.clientChooses = false
    else if (this.clientChooses) this.doubt(passed)
  }

  /** What was passed over is not that likely after all. */
  doubt(codes: readonly number[]): void {
    for (const code of codes) this.#doubted.add(code)
    this.#eager = this.#eager.filter(code => !codes.includes(code))
  }

  override close(portion: readonly number[]): void {
    this.#streak = 0
    this.doubt(portion)
    super.close(portion)
  }

  /** Asked alone, the rest had something. Once may be the last of it; twice is a server that has more than most. */
  hadMore(): void {
    this.#streak++
    if (this.#streak > 1) this.#eager = this.open
  }

  /** So many of so many slices had something. */
  had(hits: number, slices: number): void {
    this.#width = hits < slices ? Math.max(hits, 1) : Math.min(slices + 1, width.most)
  }
}
