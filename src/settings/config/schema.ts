// What tlsgate.yml may say, as a schema: it refuses what is wrong, and editors are given the same as JSON Schema (scripts/config-schema.ts).
import * as z from 'zod'
import { parseFingerprint } from '../../certificate/fingerprint.ts'
import { isDay } from '../../gate-options.ts'
import { nearestHint } from '../../judge/nearest.ts'
import type { PolicyChanges } from '../../judge/policy/shape.ts'
import { parseTarget, targetOf } from '../../net/target.ts'
import { UsageError } from '../../usage-error.ts'
import { type Known, knownNames, waivedNames } from '../known-names.ts'
import { type Option, options } from '../options.ts'
import { checkValue, mostSeconds, type RawSettings } from '../values.ts'

/** Options that no file can give: its own name, and what only whoever runs it can say or answer for. */
export const notInFiles: readonly string[] = ['config', 'i-own-this-host', 'shard'] satisfies readonly Option['name'][]

/** The options of a file that mean what they mean elsewhere, and nothing more. */
export const plainOptions: readonly Option[] = options.filter(({ name }) => !notInFiles.includes(name) && name !== 'policy')

/** Options that a target cannot have for itself, and what to do instead. */
export const notInTargets: Readonly<Record<string, string>> = {
  baseline: 'one file has all targets: give it at the top of the file',
  'fail-on': 'it holds for the run as a whole: give it at the top of the file',
  'expect-fingerprint': 'write expect: {fingerprint: …}',
  waivers: 'they stand at the top of the file, each with its target',
}

/** The plain options that a target can have for itself. */
export const targetOptions: readonly Option[] = plainOptions.filter(({ name }) => !Object.hasOwn(notInTargets, name))

/** A file that the schema accepts; beside these parts it has the plain options. */
export type ConfigFile = z.infer<z.ZodObject<ReturnType<typeof ownParts>>>

/** The schema; made at the first call, since it takes longer than to read a file by it. */
export function configSchema(): ReturnType<typeof makeSchema> {
  made ??= makeSchema()
  return made
}

let made: ReturnType<typeof makeSchema> | null = null

function makeSchema() {
  const names = namesSchemas()
  const option = Object.fromEntries(plainOptions.map(each => [each.name, optionSchema(each, names)]))
  // The same ones: most of the time goes into making them.
  const ofTarget = Object.fromEntries(Object.entries(option).filter(([name]) => !Object.hasOwn(notInTargets, name)))
  return z.strictObject({ ...ownParts(names, ofTarget), ...option }).meta({
    title: 'Configuration of tlsgate',
    description:
      'Options, policy, waivers and targets of `tlsgate check` and of the Action. Options at the top hold for every target; those of a target win over them, and flags and inputs win over both',
  })
}

type Names = ReturnType<typeof namesSchemas>

/** What a file can say beyond the plain options. */
const ownParts = (names: Names, ofTarget: Readonly<Record<string, OptionSchema>>) => {
  const policy = described(
    'What is wanted of the servers: a policy by its name, or one and what to change in it',
    z.union([names.policy, policySchema(names).meta({ id: 'policyChanges' })]),
    ['mozilla-intermediate', { extends: 'default', protocols: { require: ['TLSv1.3'] } }],
  )
  return {
    policy,
    waivers: described('Failed checks that are known and accepted until a day', z.array(waiverSchema(names))),
    targets: described(
      'What to check unless targets are given otherwise',
      z.array(z.union([targetSchema(), ownTargetSchema(names).extend({ policy, ...ofTarget })])),
      [
        [
          'example.com',
          { target: 'smtp://mail.example.com', clients: { require: ['java-8u161'] } },
          { target: 'revoked.example.com', crl: 'ca.crl', expect: { 'fails-with': 'certificate-revoked' } },
        ],
      ],
    ),
  }
}

const targetSchema = () => holding(z.string(), target => parseTarget(target))

/** The parts of a target that no option has. */
const ownTargetSchema = (names: Names) =>
  z.strictObject({
    target: targetSchema().meta({ description: 'What to check' }),
    clients: clientsSchema(names),
    expect: described('What the target has to show, each part a check of its own', expectSchema(names)),
  })

const expectSchema = (names: Names) =>
  z.strictObject({
    protocol: described('The version agreed on', some(names.protocol), ['TLSv1.3']),
    'cipher-suite': described('The cipher suite agreed on, by its IANA name or a class of it', some(names.cipherSuite)),
    group: described('The group agreed on, by its IANA name or a class of it', some(names.group), ['X25519MLKEM768', 'post-quantum']),
    'signature-scheme': described('The signature scheme of the server, by its IANA name or a class of it', some(names.signatureScheme)),
    alpn: described('The application protocol agreed on; none for none', some(filled()), ['h2']),
    'fails-with': described(
      'The cause that the handshake fails for, which passes then; a handshake that completes is an error',
      some(names.handshakeCause),
      ['client-certificate-required'],
    ),
    fingerprint: described(
      'SHA-256 of the certificate or of its key, in hexadecimal digits',
      some(holding(z.string(), text => parseFingerprint(text))),
    ),
    issuer: described('Who issued the certificate: the whole name, a part of it such as O=Example, or the value of a part', some(filled())),
    covers: described('Names that the certificate covers, all of them', some(holding(z.string(), name => targetOf('https', name, 443)))),
    'days-left': described('Days that the certificate is valid for still, at the least', z.int().nonnegative()),
  })

/** One, or a list of which one is shown. */
const some = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema).min(1)])

const filled = () => z.string().min(1)

const policySchema = (names: Names) =>
  z.strictObject({
    extends: names.policy.meta({
      description: 'The policy to begin with; a list below takes the place of its own, an empty one takes it away',
    }),
    protocols: wanted('Versions', names.protocol, accepted),
    cipherSuites: wanted('Cipher suites by their IANA names, or classes of them', names.cipherSuite, accepted),
    groups: wanted('Groups by their IANA names, or classes of them', names.group, accepted),
    signatureSchemes: wanted('Signature schemes by their IANA names, or classes of them', names.signatureScheme, accepted),
    features: wanted('Other properties of the server', names.feature, {
      forbid: 'An error when the server has it',
      discourage: 'A warning when the server has it',
      require: 'An error when the server does not have it',
      recommend: 'A warning when the server does not have it',
      suggest: 'A notice when the server does not have it',
    }),
    vulnerabilities: wanted('Known vulnerabilities', names.vulnerability, {
      forbid: 'An error when the server is exposed to it',
      discourage: 'A warning when the server is exposed to it',
    }),
    clients: clientsSchema(names),
    cipherOrder: described(
      'Who chooses the cipher suite; a warning when it is the other side',
      z.enum(['server', 'client'], { error: 'neither server nor client' }),
    ),
    minDhBits: described('Smallest prime of finite-field Diffie-Hellman, in bits', positive()),
    certificate: described('What is wanted of the certificate of the server', certificateSchema(names)),
  } satisfies Record<keyof PolicyChanges | 'extends', z.ZodType>)

const clientsSchema = (names: Names) =>
  wanted('Clients that connect, or do not', names.client, {
    forbid: 'An error when it can connect',
    discourage: 'A warning when it can connect',
    require: 'An error when it cannot connect',
    recommend: 'A warning when it cannot connect',
    suggest: 'A notice when it cannot connect',
  })

const accepted = {
  allow: 'Everything else is an error',
  forbid: 'An error when accepted',
  discourage: 'A warning when accepted',
  require: 'An error when refused',
  recommend: 'A warning when refused',
  suggest: 'A notice when refused',
}

/** Lists of names by what is wanted of them, which the descriptions say. */
function wanted<Name extends z.ZodType, List extends string>(what: string, name: Name, lists: Readonly<Record<List, string>>) {
  const entries = Object.entries<string>(lists).map(([list, description]) => [list, described(description, z.array(name))] as const)
  return described(what, z.strictObject(Object.fromEntries(entries) as Record<List, z.ZodExactOptional<z.ZodArray<Name>>>))
}

const certificateSchema = (names: Names) =>
  z.strictObject({
    keys: described(
      'The keys that are allowed',
      z.array(
        z.union([
          z.discriminatedUnion(
            'type',
            [
              z.strictObject({ type: z.literal('RSA'), minBits: positive() }),
              z.strictObject({ type: z.literal('EC'), curves: z.array(names.curve) }),
              z.strictObject({ type: z.enum(['Ed25519', 'Ed448']) }),
            ],
            { error: 'no type of keys' },
          ),
          z.strictObject({ type: z.literal('EC'), minBits: positive() }),
        ]),
      ),
    ),
    signatures: described('The signature algorithms that are allowed', z.array(names.certificateSignature)),
    maxLifetimeDays: described('Longest lifetime in days: an error above it', positive()),
    recommendedLifetimeDays: described('Longest lifetime in days without a warning', positive()),
  })

const waiverSchema = (names: Names) =>
  z.strictObject({
    check: names.check.meta({ description: 'Id of a check as the report has it, or of several as vulnerability/*' }),
    target: holding(z.string(), readWaivedTarget).meta({
      description: 'host, host:port, or * for every target',
      examples: ['legacy.example.com:8443'],
    }),
    only: described(
      'The cipher suites, groups, features … or causes it covers, by the names that the check has or those of classes; everything unless given',
      z.array(holding(z.string(), readWaivedMember)).min(1),
      [['TLS_RSA_WITH_AES_128_CBC_SHA']],
    ),
    reason: holding(z.string().min(1), readReason).meta({ description: 'Why it is accepted; the report repeats it' }),
    until: holding(z.string(), readDay).meta({ format: 'date', description: 'The last day it holds, in UTC', examples: ['2027-01-31'] }),
  })

function readWaivedTarget(target: string): void {
  if (target === '*') return
  if (target.includes('/')) throw new UsageError(`${JSON.stringify(target)} is a URL`, 'write host, host:port or * for every target')
  parseTarget(target)
}

function readWaivedMember(name: string): void {
  const known = waivedNames()
  if (!known.includes(name)) throw new UsageError(`${JSON.stringify(name)} is nothing that a check names`, nearestHint(name, known))
}

function readReason(reason: string): void {
  if (/^\s+$/.test(reason)) throw new UsageError('the reason is blank', 'write why it is accepted')
}

function readDay(until: string): void {
  if (!isDay(until)) throw new UsageError(`until is ${JSON.stringify(until.slice(0, 80))}`, 'give a day such as 2027-01-31')
}

type OptionSchema = ReturnType<typeof optionSchema>

function optionSchema(option: Option, names: Names) {
  const schema = option.name === 'as' ? names.client : valueSchema(option)
  return described(
    option.description,
    holding(schema, value => checkValue({ [option.name]: rawValue(value) }, option)),
  )
}

/** As the flag of the same name, but with YAML's own types. */
function valueSchema({ kind, choices, range }: Option): z.ZodType {
  switch (kind) {
    case 'flag':
      return z.boolean()
    case 'seconds':
      return z.number().meta({ exclusiveMinimum: 0, maximum: mostSeconds })
    case 'integer': {
      const [minimum, maximum] = range ?? []
      return z.number().meta({ type: 'integer', minimum, maximum })
    }
    case 'choice':
      return z.string().meta({ enum: [...(choices ?? [])] })
    case 'list':
    case 'fingerprints':
    case 'files':
      return z.union([z.string(), z.array(z.string())])
    case 'text':
    case 'date':
    case 'duration':
    case 'file':
      return z.string()
    default:
      return kind satisfies never
  }
}

/** A value of a file as the flag of the same option has it. */
export function rawValue(value: unknown): RawSettings[string] {
  if (typeof value === 'boolean') return value
  return Array.isArray(value) ? value.map(String) : String(value)
}

const positive = () => z.int().positive()

/** What it is not is for problems.ts, which makes a sentence of it and knows the names by it. */
const oneOf = <Name extends string>({ none, names }: Known<Name>, id: string) => z.enum(names, { error: none }).meta({ id })

/** A schema for each kind of names: one, however often it is used, so that editors are given each list once. */
function namesSchemas() {
  const known = knownNames()
  return {
    policy: oneOf(known.policy, 'policy'),
    protocol: oneOf(known.protocol, 'protocol'),
    cipherSuite: oneOf(known.cipherSuite, 'cipherSuite'),
    group: oneOf(known.group, 'group'),
    signatureScheme: oneOf(known.signatureScheme, 'signatureScheme'),
    feature: oneOf(known.feature, 'feature'),
    vulnerability: oneOf(known.vulnerability, 'vulnerability'),
    client: oneOf(known.client, 'client'),
    handshakeCause: oneOf(known.handshakeCause, 'handshakeCause'),
    curve: oneOf(known.curve, 'curve'),
    certificateSignature: oneOf(known.certificateSignature, 'certificateSignature'),
    check: oneOf(known.check, 'check'),
  }
}

function described<T extends z.ZodType>(description: string, schema: T, examples?: readonly unknown[]) {
  return schema.exactOptional().meta({ description, ...(examples && { examples: [...examples] }) })
}

/** A schema of what a reader of the core accepts; its words are the reader's. */
function holding<T extends z.ZodType>(schema: T, read: (value: z.infer<T>) => unknown): T {
  return schema.superRefine((value, context) => {
    try {
      read(value)
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      context.addIssue({ code: 'custom', message: error.message, params: { hint: error.hint } })
    }
  })
}
