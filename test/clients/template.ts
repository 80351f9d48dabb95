// Reads the hello of a client back into the form of its row, so that a capture and a row can be compared. The way back is probe/client-hello.ts.
import { type ClientOffer, type ExtensionTemplate, grease } from '../../src/registry/clients/client-profile.ts'
import { isGrease } from '../../src/registry/grease.ts'
import { extension, extensionType } from '../../src/wire/extensions.ts'
import { MessageAssembler } from '../../src/wire/handshake.ts'
import type { ClientHello } from '../../src/wire/hello.ts'
import { decodeHandshake, encodeHandshake } from '../../src/wire/messages.ts'
import { Deframer } from '../../src/wire/record.ts'

const encryptedClientHello = 65037

/** The ClientHello that a client's first records carry, null while it is not whole. */
export function helloIn(records: Uint8Array): { readonly hello: ClientHello; readonly recordVersion: number } | null {
  const deframer = new Deframer()
  const assembler = new MessageAssembler()
  deframer.push(records)
  let recordVersion: number | undefined
  for (let frame = deframer.next(); frame.kind === 'record'; frame = deframer.next()) {
    recordVersion ??= frame.version
    assembler.push(frame.fragment)
    const message = assembler.next()
    if (message.kind === 'error') throw new Error(message.message)
    if (message.kind === 'need-more') continue
    const hello = decodeHandshake(message.type, message.body, { version: 0x0303 })
    if (hello.kind !== 'client_hello') throw new Error(`the client began with ${hello.kind}`)
    return { hello, recordVersion }
  }
  return null
}

/** The row of a hello, its extensions in the order of this one. */
export function templateOf({ hello, recordVersion }: { readonly hello: ClientHello; readonly recordVersion: number }): ClientOffer {
  const list = hello.extensions ?? []
  const ech = list.find(candidate => extensionType(candidate) === encryptedClientHello)
  return {
    recordVersion,
    versions: extension(list, 'supported_versions')?.versions.map(blank) ?? null,
    cipherSuites: hello.cipherSuites.map(blank),
    extensions: list.map(extensionTemplate),
    groups: (extension(list, 'supported_groups')?.groups ?? []).map(blank),
    pointFormats: extension(list, 'ec_point_formats')?.formats ?? [],
    signatureSchemes: (extension(list, 'signature_algorithms')?.schemes ?? []).map(blank),
    alpn: extension(list, 'application_layer_protocol_negotiation')?.protocols ?? [],
    keyShares: (extension(list, 'key_share')?.shares ?? []).map(({ group }) => blank(group)),
    // RFC 9849 §5: before the payload stand 8 bytes, an encapsulated key of 32 and the length of the payload
    ...(ech?.kind === 'unknown' && { echPayloadLength: ech.body.length - 8 - 32 - 2 }),
  }
}

const blank = (code: number): number => (isGrease(code) ? grease : code)

const followsFromRow = [0, 10, 11, 13, 16, 21, 43, 51, encryptedClientHello]

function extensionTemplate(one: NonNullable<ClientHello['extensions']>[number]): ExtensionTemplate {
  const type = extensionType(one)
  const body = bodyOf(one)
  if (isGrease(type)) return body === '' ? grease : [grease, body]
  return followsFromRow.includes(type) || body === '' ? type : [type, body]
}

/** By way of a hello that has nothing else: the codec of one extension is not public. */
function bodyOf(one: NonNullable<ClientHello['extensions']>[number]): string {
  const bare: ClientHello = {
    kind: 'client_hello',
    legacyVersion: 0x0303,
    random: new Uint8Array(32),
    sessionId: new Uint8Array(0),
    cipherSuites: [0],
    compressionMethods: [0],
    extensions: [one],
  }
  // 4 header, 2 version, 32 random, 1 session id, 4 suites, 2 compression, 2 length of the block, 4 type and length
  return Buffer.from(encodeHandshake(bare, { version: 0x0303 }).subarray(51)).toString('hex')
}
