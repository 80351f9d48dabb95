// The parts that a policy is made of. What is misspelt there would be passed over, and the server judged by something else than was meant.
import { UsageError } from '../../usage-error.ts'
import { nearestHint } from '../nearest.ts'
import type { CertificateRules, KeyRule, Policy, Wanted } from './policy.ts'

/** What may be changed: each list by itself. An empty list takes the base's away. */
export type PolicyChanges = Partial<Omit<Policy, 'id' | 'version' | 'title' | 'source'>>

/** One thing that is wrong, and where: ['cipherSuites', 'require', 0]. */
export interface PolicyProblem {
  readonly path: readonly (string | number)[]
  /** What is wrong, and what to do; a line each. */
  readonly message: string
  readonly hint: string
}

type Kind = 'text' | 'lists' | 'list' | 'number' | 'side' | 'keys' | 'certificate'
type Parts<Name extends string = string> = Readonly<Record<Name, Kind>>

const head: Parts<Exclude<keyof Policy, keyof PolicyChanges>> = { id: 'text', version: 'text', title: 'text', source: 'text' }

const changeable: Parts<keyof PolicyChanges> = {
  protocols: 'lists',
  cipherSuites: 'lists',
  groups: 'lists',
  signatureSchemes: 'lists',
  features: 'lists',
  vulnerabilities: 'lists',
  clients: 'lists',
  cipherOrder: 'side',
  minDhBits: 'number',
  certificate: 'certificate',
}

const optional: readonly string[] = ['cipherOrder', 'minDhBits'] satisfies readonly (keyof Policy)[]

const wanted: Parts<keyof Wanted> = {
  allow: 'list',
  forbid: 'list',
  discourage: 'list',
  require: 'list',
  recommend: 'list',
  suggest: 'list',
}

/** What names can be wanted for. */
export const lists = Object.keys(wanted) as readonly (keyof Wanted)[]

const certificate: Parts<keyof CertificateRules> = {
  keys: 'keys',
  signatures: 'list',
  maxLifetimeDays: 'number',
  recommendedLifetimeDays: 'number',
}

const keyTypes = { RSA: true, EC: true, Ed25519: true, Ed448: true } as const satisfies Readonly<Record<KeyRule['type'], true>>

/** What of changes to a policy is no part of one, or of another type than the part is. */
export const changeProblems = (changes: unknown): PolicyProblem[] => problemsOf(changes, changeable, [])

/** The same of a whole policy, and what it lacks. */
export function shapeProblems(policy: unknown): PolicyProblem[] {
  const known = { ...head, ...changeable }
  const problems = problemsOf(policy, known, [])
  if (problems.length > 0) return problems
  const missing = Object.keys(known).find(name => !optional.includes(name) && (policy as Readonly<Record<string, unknown>>)[name] == null)
  if (missing === undefined) return []
  const hint = "give all parts, or begin with a policy that has them: extendPolicy(policyNamed('default'), { … })"
  return [{ path: [], message: `it has no ${missing}`, hint }]
}

/** @throws UsageError for the first problem */
export function refuseProblems(id: unknown, [problem]: readonly PolicyProblem[]): void {
  const called = typeof id === 'string' ? `the policy ${id}` : 'the policy'
  if (problem) throw new UsageError(`${called} cannot be used: ${problem.message}`, problem.hint)
}

function problemsOf(value: unknown, known: Parts, path: readonly string[]): PolicyProblem[] {
  const name = path.join('.') || 'it'
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [{ path, message: `${name} is ${shown(value)}, not an object`, hint: `give its parts: ${Object.keys(known).join(', ')}` }]
  return Object.entries(value).flatMap(([part, given]): PolicyProblem[] => {
    const below = [...path, part]
    if (!Object.hasOwn(known, part)) {
      const message = `${JSON.stringify(part.slice(0, 80))} is no part of ${path.join('.') || 'a policy'}`
      return [{ path: below, message, hint: nearestHint(part, Object.keys(known)) }]
    }
    return given === undefined ? [] : partProblems(given, known[part] as Kind, below)
  })
}

function partProblems(value: unknown, kind: Kind, path: readonly string[]): PolicyProblem[] {
  const other = (what: string, hint: string): PolicyProblem[] => [
    { path, message: `${path.join('.')} is ${shown(value)}, not ${what}`, hint },
  ]
  switch (kind) {
    case 'lists':
      return problemsOf(value, wanted, path)
    case 'certificate':
      return problemsOf(value, certificate, path)
    case 'text':
      return typeof value === 'string' ? [] : other('a text', 'give a text')
    case 'list':
      if (Array.isArray(value) && value.every(name => typeof name === 'string')) return []
      return other('a list of names', `put it in brackets: [${typeof value === 'string' ? JSON.stringify(value) : "'…'"}]`)
    case 'number':
      return typeof value === 'number' && value > 0 ? [] : other('a number above 0', 'give a number such as 90')
    case 'side':
      return value === 'server' || value === 'client' ? [] : other('server or client', "give 'server' or 'client'")
    case 'keys':
      if (Array.isArray(value) && value.every(rule => Object.hasOwn(keyTypes, rule?.type))) return []
      return other(`a list of keys of the types ${Object.keys(keyTypes).join(', ')}`, "write each as { type: 'RSA', minBits: 2048 }")
    default:
      return kind satisfies never
  }
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' && value !== null ? 'an object' : String(JSON.stringify(value)).slice(0, 80)
}
