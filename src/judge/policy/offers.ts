// The hellos a policy's questions are asked with: what they offer, in which order, and what to call them.
import type { KeyObject } from 'node:crypto'
import { everyGroup, everySignatureScheme, type HelloContext, type HelloParts, helloOf } from '../../probe/hello.ts'
import { suitesOf } from '../../probe/ledger.ts'
import type { Offer, Subject } from '../../probe/offer.ts'
import { isChaCha, partsOfCode } from '../../registry/cipher-suite-parts.ts'
import { cipherSuites } from '../../registry/cipher-suites.ts'
import { protocols } from '../../registry/protocols.ts'

/** @param title what is offered, without the version: 'every cipher suite' */
export function offerOf(context: HelloContext, about: Subject, title: string, parts: HelloParts, privateKey?: KeyObject): Offer {
  return {
    title: `${title} in ${protocols.label(parts.version)}`,
    about,
    hello: helloOf(context, parts),
    ...(privateKey && { privateKey }),
  }
}

const likelyFirst = new Map<number, readonly number[]>()

/** Suites that can be used in a version, those that servers in use have first. */
export function suitesIn(version: number): readonly number[] {
  const suites = likelyFirst.get(version) ?? suitesOf(version).toSorted((a, b) => rarity(a) - rarity(b))
  likelyFirst.set(version, suites)
  return suites
}

/** 0 for what is on by default somewhere: certificates of RSA and ECDSA keys; then what OpenSSL can do at all; then the rest. */
function rarity(code: number): number {
  const parts = partsOfCode(code)
  const { keyExchange, authentication } = parts ?? {}
  const isPlain =
    keyExchange === null || (['RSA', 'DHE', 'ECDHE'].includes(keyExchange ?? '') && ['RSA', 'ECDSA'].includes(authentication ?? ''))
  const isInOpenssl = cipherSuites.get(code)?.openssl !== null
  return isInOpenssl ? (isPlain ? 0 : 1) : 2
}

/** ChaCha20 never first: OpenSSL can be told to follow a client that has it there, and only that one. */
export const orderedSuites = (codes: readonly number[]): number[] => [...codes.filter(code => !isChaCha(code)), ...codes.filter(isChaCha)]
/** The other way round, and ChaCha20 not first there either. */
export const reversedSuites = (codes: readonly number[]): number[] => orderedSuites([...codes].reverse())

/** Codes in the order every hello has them in. */
export const orderedGroups = (codes: ReadonlySet<number>): number[] => everyGroup().filter(code => codes.has(code))
export const orderedSchemes = (codes: ReadonlySet<number>): number[] => everySignatureScheme().filter(code => codes.has(code))
