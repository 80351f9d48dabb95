import { expect, test } from 'vitest'
import { explains, verdictCause, verdictText } from '../../src/certificate/openssl-verdict.ts'

test.each([
  ['CERT_HAS_EXPIRED', 'certificate-expired'],
  ['CERT_NOT_YET_VALID', 'certificate-not-yet-valid'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-self-signed'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate-untrusted'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate-chain-incomplete'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate-chain-incomplete'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-host-mismatch'],
  ['CERT_REVOKED', 'certificate-revoked'],
  ['INVALID_PURPOSE', 'certificate-misissued'],
  ['EE_KEY_TOO_SMALL', 'certificate-weak-key'],
  ['CA_MD_TOO_WEAK', 'certificate-weak-signature'],
  ['SOMETHING_NEW', 'certificate-untrusted'],
  ['constructor', 'certificate-untrusted'],
])('%s comes under %s', (code, cause) => {
  expect(verdictCause(code)).toBe(cause)
})

test('a text names the code, so that it can be searched for', () => {
  expect(verdictText('CERT_REVOKED')).toBe('a certificate has been revoked (CERT_REVOKED)')
  expect(verdictText('SOMETHING_NEW')).toBe('SOMETHING_NEW')
})

test.each<[string, string[], string, boolean]>([
  ['the same cause', ['certificate-expired'], 'CERT_HAS_EXPIRED', true],
  ['another cause', ['certificate-expired'], 'CERT_REVOKED', false],
  ['nothing', [], 'CERT_HAS_EXPIRED', false],
  ['another end of the path', ['certificate-untrusted'], 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', true],
  ['a weak key, which Node has no name for', ['certificate-weak-key'], 'UNSPECIFIED', true],
  ['an expiry, which Node has a name for', ['certificate-expired'], 'UNSPECIFIED', false],
])('%s explains the code or does not', (_, found, code, expected) => {
  expect(explains(found, code)).toBe(expected)
})
