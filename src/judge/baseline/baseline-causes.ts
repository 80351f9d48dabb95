// What can be wrong with a target in the light of its baseline, and the checks that say so. The words for causes, as in causes.ts.
import type { CauseRow } from '../causes.ts'
import type { CheckRow } from '../check-ids.ts'

/** Causes of a check that compares with a baseline. Part of the public contract. */
export const baselineCauses = {
  'baseline-weakened': {
    category: 'configuration',
    title: 'Weaker than the baseline',
    meaning:
      'The server accepts something weaker than it did when its baseline was written, or lacks a protection that it had. The message says what; as a rule a change of its configuration or its TLS library did it.',
    fix: {
      do: 'Take the change back; if it is meant, record it with tlsgate check --update-baseline, so that whoever reviews the lock file sees it',
    },
    refs: ['RFC 9325 §1'],
  },
  'baseline-changed': {
    category: 'configuration',
    title: 'Other than the baseline',
    meaning:
      'The server is neither stronger nor weaker than when its baseline was written, but not the same: other suites of the same strength, another issuer, other clients that connect.',
    fix: { do: 'Look whether the change is meant; if so, record it with tlsgate check --update-baseline' },
    refs: ['RFC 9325 §1'],
  },
  'baseline-target-new': {
    category: 'configuration',
    title: 'Target without a baseline',
    meaning: 'The baseline has no such target, so that there is nothing to compare it with. It is judged by the policy alone.',
    fix: { do: 'Record the target with tlsgate check --update-baseline' },
    refs: ['RFC 9325 §1'],
  },
  'baseline-target-gone': {
    category: 'configuration',
    title: 'Baseline without its target',
    meaning:
      'The baseline has a target that this run did not check. Either it is no longer there, or the list of targets lost it and nobody guards it now.',
    fix: { do: 'Put the target back on the list, or take its entry out of the lock file' },
    refs: ['RFC 9325 §1'],
  },
} as const satisfies Readonly<Record<string, CauseRow>>

const compared = ['baseline-weakened', 'baseline-changed'] as const

/** The checks that a baseline brings. Their ids are part of the public contract. */
export const baselineChecks = {
  'baseline/handshake': {
    title: 'Handshake as in the baseline',
    reason: 'What a client of today negotiates is what nearly all traffic runs on; a change of it should be one that somebody wanted.',
    causes: compared,
    refs: ['RFC 8446 §4.1.1'],
  },
  'baseline/protocols': {
    title: 'Protocol versions as in the baseline',
    reason:
      'A version that comes back, or a newer one that goes, is seen by no client that still connects. Obsolete ones that are new are weaker, as is the loss of the newest.',
    causes: compared,
    refs: ['RFC 9325 §3.1.1', 'RFC 8996'],
  },
  'baseline/suites': {
    title: 'Cipher suites as in the baseline',
    reason:
      'A list of suites is as strong as the weakest of them. New ones are weaker when the default policy forbids them, or when no other has so little forward secrecy, integrity or bits.',
    causes: compared,
    refs: ['RFC 9325 §4.2'],
  },
  'baseline/groups': {
    title: 'Groups as in the baseline',
    reason:
      'A short or withdrawn group that is new is weaker, and so is the loss of the last group that a quantum computer does not break.',
    causes: compared,
    refs: ['RFC 8446 §4.2.7', 'RFC 8422 §5.1.1'],
  },
  'baseline/signature-schemes': {
    title: 'Signature schemes as in the baseline',
    reason: 'A scheme over SHA-1 or MD5 that is new is weaker; others differ by the key of the certificate and little else.',
    causes: compared,
    refs: ['RFC 9155', 'RFC 8446 §4.2.3'],
  },
  'baseline/chain': {
    title: 'Chain as in the baseline',
    reason:
      'A renewal that loses an intermediate certificate, or comes from another authority, breaks clients that nobody tries. Renewals as such are no difference: dates and serials are not compared.',
    causes: compared,
    refs: ['RFC 8446 §4.4.2'],
  },
  'baseline/key': {
    title: 'Key as in the baseline',
    reason: 'The type and the size of the key decide which clients connect and how strong the proof of the server is.',
    causes: compared,
    refs: ['RFC 9325 §4.5'],
  },
  'baseline/features': {
    title: 'Features as in the baseline',
    reason: 'Protections such as secure renegotiation, and risks such as compression, come and go with the TLS library and its options.',
    causes: compared,
    refs: ['RFC 9325 §3'],
  },
  'baseline/checks': {
    title: 'Failed checks as in the baseline',
    reason:
      'A check that failed when the baseline was written may fail for more by now. It is known to only where the baseline has how severe it was, and for what it failed.',
    causes: [],
    refs: ['RFC 9325 §1'],
  },
  'baseline/clients': {
    title: 'Clients as in the baseline',
    reason:
      'Who loses its connection by a change is worth knowing, but mostly meant: it is a notice. A client that has to connect is named in the policy, and its own check then fails.',
    causes: ['baseline-changed'],
    refs: ['RFC 8446 §4.1.1'],
  },
  'baseline/target': {
    title: 'Targets as in the baseline',
    reason: 'A target that the baseline does not have is not guarded by it, and one that only the baseline has is not guarded any more.',
    causes: ['baseline-target-new', 'baseline-target-gone'],
    refs: ['RFC 9325 §1'],
  },
} as const satisfies Readonly<Record<string, CheckRow>>

export type BaselineCheckId = keyof typeof baselineChecks
