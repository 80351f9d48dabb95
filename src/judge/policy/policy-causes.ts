// What a policy can find wrong, and the checks that say so. The words for causes, as in causes.ts.
import type { CauseRow } from '../causes.ts'
import type { CheckRow } from '../check-ids.ts'

// What is typed here is allowed by every policy that has TLS 1.2. A failed check has the lists of its own policy instead, see fixes.ts.
const aead = {
  nginx: 'ssl_ciphers ECDHE+AESGCM; (and what else the policy has)',
  apache: 'SSLCipherSuite ECDHE+AESGCM (and what else the policy has)',
  haproxy: 'ssl-default-bind-ciphers ECDHE+AESGCM (section global; and what else the policy has)',
  node: "ciphers: 'ECDHE+AESGCM' (and what else the policy has)",
} as const

const oneSuite = {
  nginx: 'ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256; (TLS 1.3: ssl_conf_command Ciphersuites)',
  apache: 'SSLCipherSuite ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256 (TLS 1.3: SSLCipherSuite TLSv1.3 …)',
  haproxy: 'ssl-default-bind-ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256 (TLS 1.3: …-ciphersuites)',
  node: "ciphers: 'TLS_AES_128_GCM_SHA256:ECDHE-ECDSA-AES128-GCM-SHA256' (one list for every version)",
} as const

const curves = {
  nginx: 'ssl_ecdh_curve prime256v1:secp384r1; (and what else the policy has)',
  apache: 'SSLOpenSSLConfCmd Groups P-256:P-384 (and what else the policy has)',
  haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem curves P-256:P-384 (and what else the policy has)',
  node: "ecdhCurve: 'P-256:P-384' (and what else the policy has)",
  java: '-Djdk.tls.namedGroups=secp256r1,secp384r1 (and what else the policy has)',
} as const

const schemes = {
  nginx: 'ssl_conf_command SignatureAlgorithms ECDSA+SHA256:RSA-PSS+SHA256; (and what else the policy has)',
  apache: 'SSLOpenSSLConfCmd SignatureAlgorithms ECDSA+SHA256:RSA-PSS+SHA256 (and what else the policy has)',
  node: "sigalgs: 'ECDSA+SHA256:RSA-PSS+SHA256' (and what else the policy has)",
} as const

/** Causes of a check that a policy fails. Part of the public contract. */
export const policyCauses = {
  'obsolete-protocol-accepted': {
    category: 'protocol',
    title: 'Obsolete protocol version accepted',
    meaning:
      'The server takes part in a version of SSL or TLS that the policy forbids. All before TLS 1.2 rest on MD5 and SHA-1, and have been forbidden to clients and servers alike since 2021.',
    fix: {
      do: 'Let the server start where the policy does, and never below TLS 1.2 without need: every browser since 2014 has it',
      nginx: 'ssl_protocols TLSv1.2 TLSv1.3; (in the default server of the port: older nginx takes its value for all names)',
      apache: 'SSLProtocol -all +TLSv1.2 +TLSv1.3 (in the first virtual host of the port too)',
      haproxy: 'ssl-default-bind-options ssl-min-ver TLSv1.2 (section global; bind lines of their own come first)',
      postfix: 'smtpd_tls_protocols = >=TLSv1.2 (3.6 and later; for mandatory TLS smtpd_tls_mandatory_protocols too)',
      node: "minVersion: 'TLSv1.2'",
    },
    refs: ['RFC 8996 §4', 'RFC 8996 §5', 'RFC 7568 §3', 'RFC 6176 §3'],
  },
  'policy-protocol-accepted': {
    category: 'protocol',
    title: 'Protocol version outside of the policy',
    meaning:
      'The server takes part in a version of TLS that the policy does not list. It need not be obsolete: some policies start at TLS 1.3.',
    fix: {
      do: 'Take out of the list of the server the version that the policy does not have (tlsgate names it)',
      nginx: 'ssl_protocols TLSv1.3; (for a policy that starts at TLS 1.3; in the default server of the port)',
      apache: 'SSLProtocol -all +TLSv1.3 (for a policy that starts at TLS 1.3)',
      haproxy: 'ssl-default-bind-options ssl-min-ver TLSv1.3 (section global; for a policy that starts at TLS 1.3)',
      node: "minVersion: 'TLSv1.3' (for a policy that starts at TLS 1.3)",
    },
    refs: ['RFC 9325 §3.1.1'],
  },
  'required-protocol-refused': {
    category: 'protocol',
    title: 'Wanted protocol version refused',
    meaning:
      'The server does not take part in a version of TLS that the policy wants. A list of versions was written before that version was there, or the TLS library is older than it.',
    fix: {
      do: 'Enable the version in the server; TLS 1.3 takes OpenSSL 1.1.1 or newer',
      nginx: 'ssl_protocols TLSv1.2 TLSv1.3; (for a policy that has both)',
      apache: 'SSLProtocol -all +TLSv1.2 +TLSv1.3 (for a policy that has both)',
      haproxy: 'ssl-default-bind-options ssl-min-ver TLSv1.2 (section global; and no ssl-max-ver below TLSv1.3)',
      node: "maxVersion: 'TLSv1.3' (the default)",
    },
    refs: ['RFC 9325 §3.1.1', 'RFC 8446 §4.2.1'],
  },
  'weak-cipher-accepted': {
    category: 'cipher',
    title: 'Weak cipher suite accepted',
    meaning:
      'The server accepts a cipher suite with a broken or short cipher, without authentication, or whose keys anyone with the key of the certificate can compute later (no forward secrecy).',
    fix: { do: 'Accept AEAD suites with ECDHE and no others: every client since 2014 has them', ...aead },
    refs: ['RFC 9325 §4.1', 'RFC 9325 §4.2', 'RFC 7465'],
  },
  'policy-cipher-accepted': {
    category: 'cipher',
    title: 'Cipher suite outside of the policy',
    meaning:
      'The server accepts a cipher suite that the policy does not list. It need not be weak by itself: policies keep their lists short.',
    fix: { do: 'Take out of the list of the server what the policy does not have (tlsgate names it)', ...aead },
    refs: ['RFC 9325 §4.2'],
  },
  'policy-cipher-refused': {
    category: 'cipher',
    title: 'Wanted cipher suite refused',
    meaning:
      'The server refuses a cipher suite that the policy wants, of which clients may have no other. Either the list leaves it out, or no certificate has the key it needs (ECDSA or RSA).',
    fix: { do: 'Add the suite to the list of the server, and a certificate with a key of the type it needs', ...oneSuite },
    refs: ['RFC 9325 §4.2'],
  },
  'policy-cipher-order': {
    category: 'cipher',
    title: 'Order of cipher suites decided by the other side',
    meaning:
      'Server or client decides which of the common suites is taken. Where all are strong the client knows best what its hardware is fast at; where weak ones are left the server should.',
    fix: {
      do: 'Set who decides as the policy has it; off and on stand for client and server',
      nginx: 'ssl_prefer_server_ciphers off;',
      apache: 'SSLHonorCipherOrder off',
      haproxy: 'ssl-default-bind-options prefer-client-ciphers (section global; without it the server decides)',
      node: 'honorCipherOrder: false',
    },
    refs: ['RFC 9325 §4.2.1'],
  },
  'weak-group-accepted': {
    category: 'cipher',
    title: 'Weak key exchange group accepted',
    meaning:
      'The server accepts a group that is too small, over a binary field, or a draft that was withdrawn. As a rule it never had a list and takes whatever its TLS library has.',
    fix: { do: 'Give the server a list of groups, those first that every client has', ...curves },
    refs: ['RFC 8422 §5.1.1', 'RFC 9325 §4.2.1'],
  },
  'policy-group-accepted': {
    category: 'cipher',
    title: 'Key exchange group outside of the policy',
    meaning:
      'The server accepts a group that the policy does not list. It need not be weak by itself; as a rule the list is that of the TLS library.',
    fix: { do: 'Give the server the list of groups that the policy has', ...curves },
    refs: ['RFC 8446 §4.2.7'],
  },
  'policy-group-refused': {
    category: 'cipher',
    title: 'Wanted key exchange group refused',
    meaning: 'The server refuses a group that the policy wants, of which clients may have no other.',
    fix: { do: 'Add the group to the list of the server', ...curves },
    refs: ['RFC 8446 §9.1', 'RFC 8446 §4.2.7'],
  },
  'post-quantum-group-missing': {
    category: 'cipher',
    title: 'No post-quantum key exchange',
    meaning:
      'Traffic that is recorded today can be read once there are quantum computers. A hybrid group (X25519MLKEM768) keeps it safe; browsers have offered it since 2024, and this server does not take it.',
    fix: {
      do: 'Bring the TLS library of the server to one with ML-KEM (OpenSSL 3.5, Go 1.24, BoringSSL, Java 27) and put X25519MLKEM768 first',
      nginx: 'ssl_ecdh_curve auto; (with OpenSSL 3.5, whose list has it; for a policy with a list X25519MLKEM768 and what else that has)',
      node: "ecdhCurve: 'X25519MLKEM768:P-256:P-384' (Node 24 and later; and what else the policy has)",
    },
    refs: ['RFC 8446 §4.2.7'],
  },
  'weak-signature-scheme-accepted': {
    category: 'cipher',
    title: 'Handshake signed over SHA-1 or MD5',
    meaning:
      'Asked to, the server signs its handshake over SHA-1 or MD5. Collisions of both are practical, and may let an attacker pass a signature off as one of another handshake.',
    fix: { do: 'Switch such signatures off; in OpenSSL 3 security level 1 has none', ...schemes },
    refs: ['RFC 9155', 'RFC 9325 §4.1'],
  },
  'policy-signature-scheme-accepted': {
    category: 'cipher',
    title: 'Signature scheme outside of the policy',
    meaning: 'Asked to, the server signs its handshake with a scheme that the policy does not list.',
    fix: { do: 'Give the server the list of signature schemes that the policy has', ...schemes },
    refs: ['RFC 8446 §4.2.3'],
  },
  'policy-signature-scheme-refused': {
    category: 'cipher',
    title: 'Wanted signature scheme refused',
    meaning:
      'The server does not sign its handshake with a scheme that the policy wants. Either it has no certificate with a key of that type, or a list leaves the scheme out.',
    fix: { do: 'Serve a certificate with a key of the type the scheme needs, beside the first one if there is one', ...schemes },
    refs: ['RFC 8446 §4.2.3'],
  },
  'policy-feature-offered': {
    category: 'configuration',
    title: 'Feature that the policy rules out',
    meaning: 'The server offers a feature of TLS that the policy does not want, such as compression or heartbeats.',
    fix: {
      do: 'Switch the feature off; what only an old TLS library has goes away with a newer one',
      apache: 'SSLCompression off',
    },
    refs: ['RFC 9325 §3.3', 'RFC 9325 §3.4'],
  },
  'policy-feature-missing': {
    category: 'configuration',
    title: 'Feature missing that the policy wants',
    meaning:
      'The server lacks a protection that the policy wants, such as the extended main secret (RFC 7627) or secure renegotiation (RFC 5746). Every maintained TLS library has them.',
    fix: { do: 'Update the TLS library of the server, and look for an option that switches the feature off' },
    refs: ['RFC 9325 §3.5', 'RFC 7627', 'RFC 5746'],
  },
  'policy-certificate-key': {
    category: 'certificate',
    title: 'Key of the certificate outside of the policy',
    meaning: 'The key of the certificate is of a type or a size that the policy does not list. It need not be weak by itself.',
    fix: { do: 'Issue the certificate on a key of a type and a size that the policy has (tlsgate names them)' },
    refs: ['RFC 9325 §4.5'],
  },
  'policy-certificate-signature': {
    category: 'certificate',
    title: 'Signature of the certificate outside of the policy',
    meaning:
      'The authority signed the certificate with an algorithm that the policy does not list. Which one it takes follows from the key of the authority, and sometimes from that of the certificate.',
    fix: { do: 'Have the certificate issued by an authority, or on a type of key, for which the signature is one that the policy has' },
    refs: ['RFC 9325 §4.5', 'RFC 8446 §4.4.2.2'],
  },
  'certificate-lives-too-long': {
    category: 'certificate',
    title: 'Certificate lives too long',
    meaning:
      'The certificate is valid for longer than the policy allows. The longer it lives, the longer a stolen key is of use, and the rarer its renewal is practised; public authorities go down to 47 days by 2029.',
    fix: { do: 'Have the certificate issued for a shorter time, and let ACME renew it (certbot renew, in a timer)' },
    refs: ['RFC 9773', 'RFC 8555'],
  },
  'waiver-unused': {
    category: 'configuration',
    title: 'Waiver without a failed check',
    meaning:
      'A waiver of a target that was checked covers no check that fails: what it was for is mended, or it names a check that there is none of.',
    fix: { do: 'Take the waiver out of tlsgate.yml, or correct the check and the target it names' },
    refs: ['RFC 9325 §1'],
  },
} satisfies Readonly<Record<string, CauseRow>>

/** The checks that policies bring. Their ids are part of the public contract. */
export const policyChecks = {
  'protocol/versions': {
    title: 'No unwanted protocol version',
    reason:
      'A version that is accepted can be forced on clients that have better ones. Each is asked for by itself, since some servers refuse a newer version in a way that hides an older one.',
    causes: ['obsolete-protocol-accepted', 'policy-protocol-accepted'],
    refs: ['RFC 8996', 'RFC 9325 §3.1.1'],
  },
  'protocol/required': {
    title: 'Wanted protocol versions',
    reason: 'A version that is not there keeps clients out, or from the protection it brings.',
    causes: ['required-protocol-refused'],
    refs: ['RFC 9325 §3.1.1'],
  },
  'cipher/suites': {
    title: 'No unwanted cipher suite',
    reason:
      'One hello offers everything that the policy does not allow. A server that refuses it has none of it; what a server accepts is named.',
    causes: ['weak-cipher-accepted', 'policy-cipher-accepted'],
    refs: ['RFC 9325 §4.1', 'RFC 9325 §4.2'],
  },
  'cipher/required': {
    title: 'Wanted cipher suites',
    reason: 'A suite that clients depend on has to be there, and with it a certificate of the type it needs.',
    causes: ['policy-cipher-refused'],
    refs: ['RFC 9325 §4.2'],
  },
  'cipher/order': {
    title: 'Order of cipher suites',
    reason: 'The same suites in two orders show whether the server follows the client or a list of its own.',
    causes: ['policy-cipher-order'],
    refs: ['RFC 9325 §4.2.1'],
  },
  'group/allowed': {
    title: 'No unwanted key exchange group',
    reason: 'The group decides how hard it is to compute the keys of a recorded session.',
    causes: ['weak-group-accepted', 'policy-group-accepted'],
    refs: ['RFC 8446 §4.2.7', 'RFC 8422 §5.1.1'],
  },
  'group/required': {
    title: 'Wanted key exchange groups',
    reason: 'A client that has no group in common with the server cannot connect.',
    causes: ['policy-group-refused'],
    refs: ['RFC 8446 §9.1'],
  },
  'group/post-quantum': {
    title: 'Post-quantum key exchange',
    reason: 'What is recorded today can be opened later, when there are quantum computers; a hybrid group is safe against that.',
    causes: ['post-quantum-group-missing'],
    refs: ['RFC 8446 §4.2.7'],
  },
  'group/dh-parameters': {
    title: 'Diffie-Hellman parameters',
    reason: 'Before TLS 1.3 a server brings a Diffie-Hellman prime of its own, and many still bring a short one.',
    causes: ['weak-dh-parameters'],
    refs: ['RFC 9325 §4.5', 'RFC 7919'],
  },
  'signature/schemes': {
    title: 'No unwanted signature scheme',
    reason:
      'The signature of the handshake proves who the server is. One hello asks for nothing but the schemes that the policy does not allow.',
    causes: ['weak-signature-scheme-accepted', 'policy-signature-scheme-accepted'],
    refs: ['RFC 9155', 'RFC 8446 §4.2.3'],
  },
  'signature/required': {
    title: 'Wanted signature schemes',
    reason: 'A client that cannot verify any signature of the server cannot connect.',
    causes: ['policy-signature-scheme-refused'],
    refs: ['RFC 8446 §4.2.3'],
  },
  'policy/features': {
    title: 'Features of the policy',
    reason: 'Some features of TLS are attacks waiting to happen, others close one. Which, is read from answers that are there anyhow.',
    causes: ['policy-feature-offered', 'policy-feature-missing'],
    refs: ['RFC 9325 §3'],
  },
  'policy/certificate-key': {
    title: 'Key as the policy has it',
    reason:
      'Publishers list the types and sizes of keys that they allow. What clients refuse whatever the policy is judged by certificate/key.',
    causes: ['policy-certificate-key'],
    refs: ['RFC 9325 §4.5'],
  },
  'policy/certificate-signature': {
    title: 'Signature as the policy has it',
    reason: 'Publishers list the signature algorithms that they allow on the certificate of a server.',
    causes: ['policy-certificate-signature'],
    refs: ['RFC 9325 §4.5'],
  },
  'certificate/max-lifetime': {
    title: 'Lifetime of the certificate',
    reason: 'A short lifetime limits what a stolen key is worth, and makes renewal something that is known to work.',
    causes: ['certificate-lives-too-long'],
    refs: ['RFC 9773'],
  },
  'policy/questions': {
    title: 'Questions answered',
    reason:
      'A policy is judged by what the server answers. Where it answers nothing that counts, no rule is decided, and nothing is taken for refused.',
    causes: [],
    refs: ['RFC 8446 §4.1.1'],
  },
  'policy/waivers': {
    title: 'Waivers in use',
    reason: 'A waiver that covers nothing would hide the next failure of its kind.',
    causes: ['waiver-unused'],
    refs: ['RFC 9325 §1'],
  },
} satisfies Readonly<Record<string, CheckRow>>

/** Checks that a policy brings with it. */
export type PolicyCheckId = keyof typeof policyChecks
