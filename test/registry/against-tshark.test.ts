// The tables against Wireshark's, which were made independently from the same registries.
import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { alerts } from '../../src/registry/alerts.ts'
import { certificateCompressions } from '../../src/registry/certificate-compressions.ts'
import { cipherSuites } from '../../src/registry/cipher-suites.ts'
import { extensions } from '../../src/registry/extensions.ts'
import { isGrease } from '../../src/registry/grease.ts'
import { groups } from '../../src/registry/groups.ts'
import { handshakeTypes } from '../../src/registry/handshake-types.ts'
import { protocols } from '../../src/registry/protocols.ts'
import { signatureSchemes } from '../../src/registry/signature-schemes.ts'
import { sslv2CipherKinds } from '../../src/registry/sslv2-cipher-kinds.ts'
import type { Row } from '../../src/registry/table.ts'
import { differences, type Entry, type Exception, expectAllExplained } from './differences.ts'

const version = /^TShark.* (\d+\.\d+)\.\d+/.exec(spawnSync('tshark', ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1]

interface Comparison {
  readonly rows: readonly Row[]
  /** Wireshark's field whose value strings are the table. */
  readonly field: string
  /** Their spelling in ours. */
  readonly spell?: (name: string) => string
  readonly exceptions: readonly Exception[]
}

const inSnakeCase = (name: string) => name.toLowerCase().replaceAll(' ', '_')

// Made for TShark 4.0 of 2022.
const comparisons: readonly (readonly [name: string, comparison: Comparison])[] = [
  [
    'cipher suites',
    {
      rows: cipherSuites.rows,
      field: 'tls.handshake.ciphersuite',
      exceptions: [
        [/^only ours: 0x130[67] TLS_AEGIS_/, 'registered after that release'],
        [/^only ours: 0x00(?:6[ef]|7[01]) TLS_.*ASCON/, 'registered after that release'],
        [/0xcc1[345] /, 'draft code points: Wireshark gives them the names of the RFC, we mark them _OLD'],
        [/^only ours: 0xff85 TLS_GOST/, 'old number of a suite that Wireshark knows by the new one'],
        [/^only theirs: 0xe0[0-5]. (?:ECDHE|ECC|IBSDH|IBC|RSA)_SM[14]_/, 'TLCP (GB/T 38636), another protocol: version 0x0101'],
        [/^only theirs: 0xe41. TLS_.*SALSA20_SHA1/, 'draft-mavrogiannopoulos-chacha-tls: no stack in use has them'],
        [/^only theirs: 0xffe[01] SSL_RSA_FIPS_/, 'second numbers of 0xfefe and 0xfeff, which no stack in use offers'],
      ],
    },
  ],
  [
    'SSLv2 cipher kinds',
    {
      rows: sslv2CipherKinds.rows,
      field: 'tls.handshake.cipherspec',
      spell: name => name.replace(/^SSL2_/, 'SSL_CK_'),
      exceptions: [
        [/^only ours: 0x0000 SSL_CK_NULL_WITH_MD5/, 'OpenSSL only'],
        [/^only theirs: 0x.{4} (?:TLS|SSL|ECDHE|ECC|IBSDH|IBC|RSA)_/, 'the field also has the cipher suites of SSLv3 and later'],
      ],
    },
  ],
  [
    'groups',
    {
      rows: groups.rows,
      field: 'tls.handshake.extensions_supported_group',
      exceptions: [
        [/^only ours: .* brainpoolP.*tls13/, 'not in that release'],
        [/^only ours: .* GC(?:256|512)/, 'not in that release'],
        [/^only ours: .*(?:MLKEM|Kyber)/, 'registered after that release'],
        [/^only theirs: 0x(?:02|2f)/, 'private numbers of Open Quantum Safe in 2022, given up since'],
      ],
    },
  ],
  [
    'signature schemes',
    {
      rows: signatureSchemes.rows,
      field: 'tls.handshake.sig_hash_alg',
      exceptions: [
        [/^only ours: 0x0[456]20 .*_legacy/, 'not in that release'],
        [/^only ours: 0x070[4-7] (?:eccsi|iso)_/, 'not in that release'],
        [/^only ours: .* gostr/, 'not in that release'],
        [/^only ours: .* ecdsa_brainpool/, 'not in that release'],
        [/^only ours: .* (?:ml|slh)dsa/, 'registered after that release'],
        [/^only theirs: 0xfe/, 'private numbers of Open Quantum Safe'],
      ],
    },
  ],
  [
    'alerts',
    {
      rows: alerts.rows,
      field: 'tls.alert_message.desc',
      spell: inSnakeCase,
      exceptions: [
        [/^only ours: 0x0034 too_many_cids_requested/, 'not in that release'],
        [/^only ours: 0x0075 general_error/, 'registered after that release (RFC 9846)'],
        [/^only theirs: 0x0001 end_of_early_data/, 'of drafts of TLS 1.3 only'],
      ],
    },
  ],
  [
    'extensions',
    {
      rows: extensions.rows,
      field: 'tls.handshake.extension.type',
      exceptions: [
        [/0x0017 extended_ma/, 'renamed after that release (RFC 9846)'],
        [/0x0022 delegated_credential/, 'Wireshark has the plural, IANA the singular'],
        [/0x0035 connection_id/, 'Wireshark puts "deprecated" in brackets'],
        [/0x4469 application_settings/, 'BoringSSL renamed it when it gave the extension a new number'],
        [/^only ours: 0x44cd application_settings/, 'not in that release'],
        [/^only ours: 0x00(?:1a|1d|1e|1f|20|21|24|25|26|27|3c|3d|3e) /, 'not in that release'],
        [/^only ours: 0xfd00 ech_outer_extensions/, 'not in that release'],
        [/^only ours: 0xfe0d encrypted_client_hello/, 'not in that release'],
        [/^only theirs: 0x00(?:28|2e) Reserved/, 'of drafts of TLS 1.3 only; IANA keeps the numbers unused'],
        [/^only theirs: 0xffa5 quic_transport_parameters/, 'of drafts of QUIC only'],
      ],
    },
  ],
  [
    'handshake types',
    {
      rows: handshakeTypes.rows,
      field: 'tls.handshake.type',
      spell: inSnakeCase,
      exceptions: [
        [
          /^only theirs: 0x000(?:0 error|2 client_m|3 client_f|4 server_h|5 server_v|6 server_f|7 request_c|8 client_c)/,
          'of SSLv2, in the same field',
        ],
        [/0x0015 (?:client_)?certificate_url/, 'Wireshark has the name of the extension'],
        [/0x0043 (?:next_protocol|encrypted_extensions)/, 'draft-agl-tls-nextprotoneg changed the name to next_protocol in version 04'],
        [/^only ours: 0x00(?:09|0a|11|1a) /, 'not in that release'],
        [/^only ours: 0x00fe message_hash/, 'never on the wire, only in the transcript'],
      ],
    },
  ],
  ['certificate compressions', { rows: certificateCompressions.rows, field: 'tls.compress_certificate.algorithm', exceptions: [] }],
  [
    'protocols',
    {
      rows: protocols.rows,
      field: 'tls.handshake.version',
      spell: name => name.replace(/^SSL (\d)\.0$/, 'SSLv$1').replace(/^TLS (1\.\d)$/, 'TLSv$1'),
      exceptions: [
        [/^only theirs: .* DTLS /, 'DTLS'],
        [/^only theirs: .* GMTLS/, 'TLCP (GB/T 38636), another protocol'],
        [/^only theirs: 0x(?:7f|fb).. TLS 1\.3 \(.*draft/, 'drafts of TLS 1.3, given up with the RFC'],
      ],
    },
  ],
]

describe.skipIf(version === undefined)('tshark -G values (skipped where tshark is not installed)', () => {
  // 89 MB, of which two parts in a thousand are on TLS: let grep do it.
  const listing = version && spawnSync('sh', ['-c', "tshark -G values 2>/dev/null | grep '^V.tls\\.'"], { encoding: 'utf8' }).stdout
  const values = (listing || '').split('\n').map(line => line.split('\t'))

  test.each(comparisons)('%s: the same numbers and names but for what is listed', (_, { rows, field, spell, exceptions }) => {
    const ours = rows.map(({ code, name }): Entry => [code, name])
    const theirs = values
      .filter(value => value[1] === field && !isGrease(Number(value[2])))
      .map(([, , code, name = '']): Entry => [Number(code), spell?.(name) ?? name])
    expect(theirs.length).toBeGreaterThan(0)
    if (version === '4.0') return expectAllExplained(differences(ours, theirs), exceptions)

    // Another release knows other numbers: only names can be compared, and a reason may be out of date.
    const known = new Set(theirs.map(([code]) => code))
    const shared = differences(ours, theirs).filter(line => line.startsWith('only ours') && known.has(Number(/0x\w+/.exec(line)?.[0])))
    expect(shared.filter(line => !exceptions.some(([pattern]) => pattern.test(line)))).toEqual([])
  })
})
