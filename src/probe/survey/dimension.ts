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
const width = { first: 3, most: 8, growth: 2 }
/** A server with so many suites is likely to have many more. */
const many = 5
/** A server with so many suites has all that there are. */
const withoutNumber = 16
/** So many groups or schemes that are not likely are found one by one; whoever has more is asked for several at a time. */
const mostStreak = 4

/** The suites that are likely, or the others, in as many portions as had something before. */
class Lot {
  #width: number
  #portions: readonly (readonly number[])[] = []

  constructor(atFirst: number) {
    this.#width = atFirst
  }

  /** @param size the most of a portion */
  dealt(codes: readonly number[], size: number): readonly (readonly number[])[] {
    this.#portions = dealt(codes, Math.max(this.#width, Math.ceil(codes.length / size)))
    return this.#portions
  }

  /** @param fruitful those of the portions that had something */
  had(fruitful: ReadonlySet<readonly number[]>, areMany: boolean): void {
    const { length } = this.#portions
    if (length === 0) return
    const hits = this.#portions.filter(portion => fruitful.has(portion)).length
    // What was refused is done with; what is left then is less likely than it was thought.
    this.#width = hits < length ? Math.ceil(hits / 2) : areMany ? Math.min(length * width.growth, width.most) : 1
  }
}

/** The cipher suites of a version. All that are open are asked for in each round, so that a portion that is refused is done with. */
export class Suites extends Members {
  readonly #size: number
  /** Whether each of the portions asked last had something, as what is asked along with one hopes for. */
  isPlentiful = true
  #leader: Suites | null = null
  /** How many of the open ones, from the first on, the server is likely to have. */
  #likely = 0
  readonly #lots: { readonly likely: Lot; readonly others: Lot }

  /**
   * @param size the most suites of a hello
   * @param common how many of them a server is likely to have
   */
  constructor(candidates: readonly number[], size: number, common: number) {
    super(candidates)
    this.#size = size
    this.#lots = { likely: new Lot(Math.min(width.first, common)), others: new Lot(1) }
  }

  /** Has it ask first, and one by one, for what a newer version of the same server has: that is likely to be all that it has, too. */
  follow(leader: Suites): void {
    this.#leader = leader
  }

  /** Whether what the newer version has is still being found out: until then little else is asked for. */
  get isWaiting(): boolean {
    return this.#leader !== null && !this.#leader.isDone
  }

  /** So many that what is found says what else there is. */
  get areMany(): boolean {
    return this.found.length >= many
  }

  /** So many that it takes many rounds to find them. */
  get areWithoutNumber(): boolean {
    return this.found.length >= withoutNumber
  }

  /** Puts those that the server is likely to have before all others. */
  expect(isLikely: (code: number) => boolean): void {
    const { likely = [], others = [] } = Object.groupBy(this.open, code => (isLikely(code) ? 'likely' : 'others'))
    this.#likely = likely.length
    this.open = [...likely, ...others]
  }

  portions(): (readonly number[])[] {
    const isLed = (code: number): boolean => this.#leader?.found.includes(code) === true
    const single = this.open.filter(isLed).map(code => [code])
    const rest = this.open.filter(code => !isLed(code))
    // Meanwhile all others in one hello: what it finds need not be asked for by itself.
    if (this.isWaiting) return rest.length > 0 ? [...single, rest.slice(0, this.#size)] : single
    // Where there are many, the guess is good. What is not likely then is left to as few hellos as can list it.
    const likely = this.#leader ? 0 : this.areMany ? this.#likely : rest.length
    const { likely: first, others } = this.#lots
    return [...single, ...first.dealt(rest.slice(0, likely), this.#size), ...others.dealt(rest.slice(likely), this.#size)]
  }

  /** How many portions there are going to be next, as far as can be told while so many are being asked for. */
  following(portions: number): number {
    if (this.areMany || this.#leader) return Math.max(0, Math.min(portions, this.open.length - portions))
    return portions > 2 ? 2 : 0
  }

  /** @param fruitful those of the portions that had something */
  had(fruitful: ReadonlySet<readonly number[]>, wereAll: boolean): void {
    this.isPlentiful = wereAll
    for (const lot of Object.values(this.#lots)) lot.had(fruitful, this.areMany)
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
  /** In how many rounds a hello that asked for it and for something else was refused: after one only suites that go with it will do, then none. */
  refusals = 0
  /** Whether no suite was found yet whose answer speaks of it. */
  isMute = false
  /** Whether the rest was refused while suites were still being found: it is asked for again after them. */
  isRefusedEarly = false
  /** Those of the open ones that the server is likely to have. */
  #eager: readonly number[] = []
  readonly #doubted = new Set<number>()
  #leader: Rider | null = null
  #width = width.first
  /** How often in a row asking alone has found something. */
  #streak = 0

  constructor(part: Rider['part'], candidates: readonly number[]) {
    super(candidates)
    this.part = part
  }

  /** Has it ask along for what a newer version of the same server has. */
  follow(leader: Rider): void {
    this.#leader = leader
  }

  /** Has those of the open ones asked along, but for what was doubted. */
  expect(isCommon: (code: number) => boolean): void {
    const isLikely = (code: number): boolean => this.#leader?.found.includes(code) ?? isCommon(code)
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

  /** The same one by one. */
  singles(): (readonly number[])[] {
    return this.#eager.map(code => [code])
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

  /** Asked alone, the rest had something. */
  hadMore(): void {
    this.#streak++
    if (this.#streak > mostStreak) this.#eager = this.open
  }

  /** So many of so many slices had something. */
  had(hits: number, slices: number): void {
    this.#width = hits < slices ? Math.max(hits, 1) : Math.min(slices + 1, width.most)
  }
}
