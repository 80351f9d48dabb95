// The options of a check, one row each: inputs of the Action, flags of the command line, --help and the README are all printed or tested from
// this table. What an adapter has for itself (where the result goes, for one) is not here.
import { defaultConnections, defaultVersions, mostRetries, surveyKinds } from '../gate-options.ts'
import { failOns } from '../judge/check.ts'
import { protocols } from '../registry/protocols.ts'

/** The versions an option takes: those that OpenSSL speaks, oldest first. */
export const versions = protocols.rows.flatMap(({ name, openssl }) => (openssl === null ? [] : [name]))

type Kind = 'text' | 'list' | 'seconds' | 'duration' | 'fingerprints' | 'integer' | 'date' | 'file' | 'files' | 'flag' | 'choice'
/** The heading an option stands under in help texts. */
type Group = 'Connection' | 'Trust' | 'Client certificate' | 'Handshake' | 'Survey' | 'Deployment' | 'Verdict' | 'Configuration'

interface Value {
  /** `list`, `fingerprints`: separated by commas, white space or repetition. `files`: one a line, or repeated. `flag`: true or false. */
  readonly kind: Kind
  /** What stands for the value in help texts; null for a flag. */
  readonly placeholder: string | null
  /** The values of a choice, otherwise null. */
  readonly choices: readonly string[] | null
  /** The least and the greatest integer, otherwise null. */
  readonly range: readonly [least: number, greatest: number] | null
}

const value = (kind: Kind, placeholder: string | null = null): Value => ({ kind, placeholder, choices: null, range: null })
const text = (placeholder: string): Value => value('text', placeholder)
const integer = (least: number, greatest: number): Value => ({ ...value('integer', 'N'), range: [least, greatest] })
const oneOf = (choices: readonly string[]): Value => ({ ...value('choice', choices.join('|')), choices })
const flag = value('flag')
const file = value('file', 'FILE')
const files = value('files', 'FILE')

const option = <N extends string>(group: Group, name: N, { kind, placeholder, choices, range }: Value, description: string) => ({
  /** Kebab-case; the same on the command line and as an input of the Action. */
  name,
  kind,
  placeholder,
  choices,
  range,
  group,
  /** One sentence without a full stop; says the default. */
  description,
})

export const options = [
  option(
    'Connection',
    'servername',
    text('NAME'),
    'Name to send as SNI and to find in the certificate; the host of the target unless given',
  ),
  option(
    'Connection',
    'connect-to',
    text('HOST:PORT'),
    'Connect to this address in the place of every target, to check a server before DNS points at it',
  ),
  option('Connection', 'all-addresses', flag, 'Check every address of a name, not only the first that answers'),
  option('Connection', 'proxy', text('URL'), 'HTTP proxy to tunnel through, such as http://proxy.example:3128; none unless given'),
  option(
    'Connection',
    'timeout',
    value('seconds', 'SECONDS'),
    'Longest time in seconds for one address of a target, everything included; 10 unless given',
  ),

  option('Trust', 'ca', files, "Trust the certificates of this file, PEM or DER, in the place of Node's own roots"),
  option('Trust', 'crl', files, 'Revocation list, PEM or DER; every issuer of the chain needs one then'),
  option(
    'Trust',
    'at',
    value('date', 'DATE'),
    'Judge the validity of certificates at this date, such as 2027-01-31 or 2027-01-31T12:00:00Z; now unless given',
  ),
  option('Trust', 'insecure', flag, 'Complete the handshake whatever the certificate; the checks still say what is wrong with it'),

  option('Client certificate', 'cert', file, 'Client certificate and its chain, PEM'),
  option('Client certificate', 'key', file, 'Private key of the client certificate, PEM; may stand in the file of cert'),
  option('Client certificate', 'pfx', file, 'Client certificate with its key, PKCS#12'),
  option('Client certificate', 'passphrase-file', file, 'File whose first line is the passphrase of key or pfx'),

  option(
    'Handshake',
    'min-version',
    oneOf(versions),
    `Oldest version to offer; ${defaultVersions.oldest} unless given. Older ones need ciphers with @SECLEVEL=0 as well`,
  ),
  option('Handshake', 'max-version', oneOf(versions), `Newest version to offer; ${defaultVersions.newest} unless given`),
  option('Handshake', 'ciphers', text('LIST'), 'Cipher suites to offer, in the syntax of OpenSSL: names separated by colons'),
  option('Handshake', 'groups', text('LIST'), 'Groups to offer, OpenSSL names separated by colons: X25519MLKEM768:X25519'),
  option('Handshake', 'sigalgs', text('LIST'), 'Signature schemes to offer, OpenSSL names separated by colons'),
  option(
    'Handshake',
    'alpn',
    value('list', 'IDS'),
    'Application protocols to offer, such as h2,http/1.1; those of the scheme of the target unless given',
  ),

  option(
    'Survey',
    'survey',
    oneOf(surveyKinds),
    'What to ask the server beside the handshake: what the policy needs, all there is to ask, or nothing; policy unless given, full with a baseline',
  ),
  option(
    'Survey',
    'policy',
    text('NAME'),
    'Policy to judge by: mozilla-modern, mozilla-intermediate, mozilla-old, nist-800-52r2, bsi-tr-02102-2, pci-dss-4 or default; default unless given',
  ),
  option(
    'Survey',
    'connections',
    integer(1, 64),
    `Most questions put to a server at the same time, 1 to 64; ${defaultConnections} unless given`,
  ),
  option('Survey', 'budget', integer(2, 10_000), 'Most connections spent on a target beside the handshake; what is needed unless given'),
  option('Survey', 'as', text('CLIENT'), 'Offer what this client offers, such as java-8u161, and check whether it connects'),
  option('Survey', 'active', flag, 'Send what shows Heartbleed, CCS injection and Ticketbleed; to private addresses only'),
  option('Survey', 'i-own-this-host', flag, 'Let active send it to public addresses as well'),

  option(
    'Deployment',
    'retries',
    integer(0, mostRetries),
    'Check a target that did not pass up to N times more, with pauses; none unless given',
  ),
  option(
    'Deployment',
    'wait',
    value('duration', 'DURATION'),
    'Check a target again until it passes or this time since the start is up, such as 90s or 5m; once unless given',
  ),
  option(
    'Deployment',
    'expect-fingerprint',
    value('fingerprints', 'SHA256'),
    'SHA-256 fingerprint that the certificate of the server, or its key, has to have; one of them where several are given',
  ),
  option(
    'Deployment',
    'converge',
    flag,
    'Check every address of a name, and that all show the same certificate and agree on the same parameters',
  ),

  option(
    'Verdict',
    'fail-on',
    oneOf(failOns),
    'Least severe failed check that fails the run, or regression for errors that the baseline does not have; error unless given',
  ),
  option('Verdict', 'baseline', file, 'Lock file to compare every target with, such as tls.lock.json; none unless given'),

  option('Configuration', 'shard', text('N/COUNT'), 'Check this part of the targets alone, such as 3/8; all of them unless given'),
  option(
    'Configuration',
    'config',
    file,
    'File of targets, options, policy and waivers; tlsgate.yml, .yaml or .json in the working directory, where there is one, unless given',
  ),
] as const

/** One option of a check. */
export type Option = (typeof options)[number]
export type OptionName = Option['name']
