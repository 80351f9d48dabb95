"use strict";
exports.id = 872;
exports.ids = [872];
exports.modules = {

/***/ 3816:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ byDefault)
/* harmony export */ });
/** The policy of a run that names none. */
const byDefault = {
    id: 'default',
    version: '1',
    title: 'What a sensible team blocks today',
    source: 'tlsgate, after RFC 9325, RFC 8996 and RFC 9155, 2026-11',
    // RFC 8996
    protocols: { forbid: ['SSLv2', 'SSLv3', 'TLSv1.0', 'TLSv1.1'], recommend: ['TLSv1.3'] },
    // RFC 9325 §4.1
    cipherSuites: {
        forbid: ['null', 'anonymous', 'export', 'under-112-bits', 'rc4', '64-bit-block', 'md5', 'static-rsa', 'static-dh'],
    },
    // RFC 8422 §5.1.1 deprecates the short curves and those over binary fields.
    // Post-quantum groups take OpenSSL 3.5, which few servers have yet: nothing to warn of in every run.
    groups: { forbid: ['under-224-bits'], discourage: ['binary-curves', 'kyber'], suggest: ['post-quantum'] },
    // RFC 9325 §4.5
    minDhBits: 2048,
    // RFC 9155
    signatureSchemes: { forbid: ['sha1', 'md5'] },
    features: {},
    vulnerabilities: {
        forbid: [
            ...['drown', 'poodle', 'crime', 'freak', 'logjam', 'sweet32', 'rc4', 'robot', 'insecure-renegotiation'],
            ...['ticketbleed', 'heartbleed', 'ccs-injection'],
        ],
        discourage: ['raccoon'],
    },
    clients: {},
    certificate: {},
};


/***/ }),

/***/ 872:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  policies: () => (/* binding */ policies),
  policyNamed: () => (/* binding */ policyNamed)
});

// EXTERNAL MODULE: ./build/commonjs/esm/usage-error.js
var usage_error = __webpack_require__(4994);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/nearest.js
var nearest = __webpack_require__(8788);
;// CONCATENATED MODULE: ./build/commonjs/esm/judge/policy/suite-names.js
// Spells names of cipher suites for the lists of policies, which publishers give as tables of key exchange by cipher.
/** 'ECDHE_RSA' and 'AES_128_GCM_SHA256' make 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'; every exchange with every cipher. */
function suitesOf(exchanges, ciphers) {
    return exchanges.flatMap(exchange => ciphers.map(cipher => `TLS_${exchange}_WITH_${cipher}`));
}

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/policy/bsi.js

const gcm = ['AES_128_GCM_SHA256', 'AES_256_GCM_SHA384'];
const ccm = ['AES_128_CCM', 'AES_256_CCM'];
const cbc = { ec: ['AES_128_CBC_SHA256', 'AES_256_CBC_SHA384'], ff: ['AES_128_CBC_SHA256', 'AES_256_CBC_SHA256'] };
/** BSI TR-02102-2. */
const bsi = {
    id: 'bsi-tr-02102-2',
    version: '2026-01',
    title: 'BSI TR-02102-2',
    source: 'https://www.bsi.bund.de/dok/TR-02102, part 2, version 2026-01, 2026-01-23',
    // §3.2
    protocols: { allow: ['TLSv1.2', 'TLSv1.3'], recommend: ['TLSv1.2', 'TLSv1.3'] },
    // §3.3 and §3.4: with forward secrecy, and no ChaCha20. DHE until the end of 2029, TLS 1.2 until the end of 2031.
    cipherSuites: {
        allow: [
            'TLS_AES_128_GCM_SHA256',
            'TLS_AES_256_GCM_SHA384',
            'TLS_AES_128_CCM_SHA256',
            ...suitesOf(['ECDHE_ECDSA'], [...gcm, ...ccm, ...cbc.ec]),
            ...suitesOf(['ECDHE_RSA'], [...gcm, ...cbc.ec]),
            ...suitesOf(['DHE_RSA'], [...gcm, ...ccm, ...cbc.ff]),
            ...suitesOf(['DHE_DSS'], [...gcm, ...cbc.ff]),
        ],
    },
    // X25519 is not in it. From 2032 on only together with ML-KEM, so that the groups that join the two cannot be against it.
    groups: {
        allow: [
            ...['secp256r1', 'secp384r1', 'secp521r1'],
            ...['brainpoolP256r1', 'brainpoolP384r1', 'brainpoolP512r1'],
            ...['brainpoolP256r1tls13', 'brainpoolP384r1tls13', 'brainpoolP512r1tls13'],
            ...['ffdhe3072', 'ffdhe4096'],
            ...['SecP256r1MLKEM768', 'SecP384r1MLKEM1024', 'X25519MLKEM768'],
        ],
    },
    // For primes, RSA and DSA alike
    minDhBits: 3000,
    // SHA-2 from 256 bits on. Since 2026 PKCS #1 v1.5 is on its way out.
    signatureSchemes: { allow: signatureSchemes(), discourage: ['pkcs1'] },
    // That 0-RTT and psk_ke are not recommended takes a resumed session to see.
    features: {
        discourage: ['compression', 'heartbeat'],
        recommend: ['secure-renegotiation', 'extended-main-secret', 'encrypt-then-mac'],
    },
    vulnerabilities: {},
    clients: {},
    certificate: {
        keys: [
            { type: 'RSA', minBits: 3000 },
            { type: 'EC', minBits: 250 },
        ],
        signatures: [
            ...['sha256WithRSAEncryption', 'sha384WithRSAEncryption', 'sha512WithRSAEncryption'],
            ...['RSASSA-PSS-SHA256', 'RSASSA-PSS-SHA384', 'RSASSA-PSS-SHA512'],
            ...['ecdsa-with-SHA256', 'ecdsa-with-SHA384', 'ecdsa-with-SHA512'],
        ],
    },
};
function signatureSchemes() {
    return [
        'pss',
        ...['rsa_pkcs1_sha256', 'rsa_pkcs1_sha384', 'rsa_pkcs1_sha512'],
        ...['dsa_sha256', 'dsa_sha384', 'dsa_sha512'],
        ...['ecdsa_secp256r1_sha256', 'ecdsa_secp384r1_sha384', 'ecdsa_secp521r1_sha512'],
        ...['ecdsa_brainpoolP256r1tls13_sha256', 'ecdsa_brainpoolP384r1tls13_sha384', 'ecdsa_brainpoolP512r1tls13_sha512'],
    ];
}

// EXTERNAL MODULE: ./build/commonjs/esm/judge/policy/default.js
var policy_default = __webpack_require__(3816);
;// CONCATENATED MODULE: ./build/commonjs/esm/judge/policy/mozilla.js

const tls13Suites = ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'];
const aeadSuites = suitesOf(['ECDHE_ECDSA', 'ECDHE_RSA'], ['AES_128_GCM_SHA256', 'AES_256_GCM_SHA384', 'CHACHA20_POLY1305_SHA256']);
/** The same in all three. The hybrid group came with 5.8. */
const groups = { allow: ['X25519MLKEM768', 'x25519', 'secp256r1', 'secp384r1'], recommend: ['X25519MLKEM768'] };
const ecdsa = {
    keys: [{ type: 'EC', curves: ['secp256r1', 'secp384r1'] }],
    signatures: ['ecdsa-with-SHA256', 'ecdsa-with-SHA384', 'ecdsa-with-SHA512'],
};
// Not taken over: hsts_min_age, which is HTTP's; ocsp_staple, which the generator itself turned off when Let's Encrypt ended OCSP in 2025; and
// dh_param_size, a leftover where no suite has finite-field Diffie-Hellman.
const everywhere = { signatureSchemes: {}, features: {}, vulnerabilities: {}, clients: {} };
/** For servers whose clients all have TLS 1.3. */
const modern = {
    ...everywhere,
    id: 'mozilla-modern',
    version: '6.0',
    title: 'Mozilla Server Side TLS, modern',
    source: 'https://data.tlsref.org/guidelines/6.0.json, 2026-04-06',
    protocols: { allow: ['TLSv1.3'], require: ['TLSv1.3'] },
    cipherSuites: { allow: tls13Suites },
    groups,
    cipherOrder: 'client',
    certificate: { ...ecdsa, maxLifetimeDays: 90, recommendedLifetimeDays: 90 },
};
/** For servers on the open web. */
const intermediate = {
    ...everywhere,
    id: 'mozilla-intermediate',
    version: '6.0',
    title: 'Mozilla Server Side TLS, intermediate',
    source: 'https://data.tlsref.org/guidelines/6.0.json, 2026-04-06',
    protocols: { allow: ['TLSv1.2', 'TLSv1.3'], recommend: ['TLSv1.2', 'TLSv1.3'] },
    cipherSuites: { allow: [...tls13Suites, ...aeadSuites] },
    groups,
    cipherOrder: 'client',
    certificate: {
        keys: [...ecdsa.keys, { type: 'RSA', minBits: 2048 }],
        signatures: ['sha256WithRSAEncryption', ...ecdsa.signatures],
        maxLifetimeDays: 366,
        recommendedLifetimeDays: 90,
    },
};
/** For servers that very old clients still have to reach. 6.0 no longer has it. */
const old = {
    ...everywhere,
    id: 'mozilla-old',
    version: '5.8',
    title: 'Mozilla Server Side TLS, old',
    source: 'https://data.tlsref.org/guidelines/5.8.json, 2026-04-06',
    protocols: { allow: ['TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'], recommend: ['TLSv1.2', 'TLSv1.3'] },
    cipherSuites: {
        allow: [
            ...tls13Suites,
            ...aeadSuites,
            ...suitesOf(['ECDHE_ECDSA', 'ECDHE_RSA'], ['AES_128_CBC_SHA256', 'AES_128_CBC_SHA', 'AES_256_CBC_SHA384', 'AES_256_CBC_SHA']),
            ...suitesOf(['RSA'], [
                'AES_128_GCM_SHA256',
                'AES_256_GCM_SHA384',
                'AES_128_CBC_SHA256',
                'AES_256_CBC_SHA256',
                'AES_128_CBC_SHA',
                'AES_256_CBC_SHA',
                '3DES_EDE_CBC_SHA',
            ]),
        ],
    },
    groups,
    cipherOrder: 'server',
    certificate: {
        keys: [{ type: 'RSA', minBits: 2048 }],
        signatures: ['sha256WithRSAEncryption'],
        maxLifetimeDays: 366,
        recommendedLifetimeDays: 90,
    },
};

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/policy/nist.js

const nist_gcm = ['AES_128_GCM_SHA256', 'AES_256_GCM_SHA384'];
const nist_ccm = ['AES_128_CCM', 'AES_256_CCM', 'AES_128_CCM_8', 'AES_256_CCM_8'];
const cbcSha1 = ['AES_128_CBC_SHA', 'AES_256_CBC_SHA'];
/** Over elliptic curves the hash grew with the key, over finite fields it did not. */
const cbcSha2 = { ec: ['AES_128_CBC_SHA256', 'AES_256_CBC_SHA384'], ff: ['AES_128_CBC_SHA256', 'AES_256_CBC_SHA256'] };
/** NIST SP 800-52 Rev. 2. */
const nist = {
    id: 'nist-800-52r2',
    version: 'r2',
    title: 'NIST SP 800-52 revision 2, servers',
    source: 'https://doi.org/10.6028/NIST.SP.800-52r2, 2019-08',
    // §3.1
    protocols: { forbid: ['SSLv2', 'SSLv3', 'TLSv1.0'], discourage: ['TLSv1.1'], require: ['TLSv1.2', 'TLSv1.3'] },
    // §3.3.1. ChaCha20 is not in it. The suites with static RSA of appendix D are for servers that cannot do without.
    cipherSuites: {
        allow: [
            'TLS_AES_128_GCM_SHA256',
            'TLS_AES_256_GCM_SHA384',
            'TLS_AES_128_CCM_SHA256',
            'TLS_AES_128_CCM_8_SHA256',
            ...suitesOf(['ECDHE_ECDSA', 'DHE_RSA'], nist_ccm),
            ...suitesOf(['ECDHE_ECDSA', 'ECDHE_RSA', 'ECDH_ECDSA', 'ECDH_RSA'], [...nist_gcm, ...cbcSha2.ec, ...cbcSha1]),
            ...suitesOf(['DHE_RSA', 'DHE_DSS', 'DH_RSA', 'DH_DSS'], [...nist_gcm, ...cbcSha2.ff, ...cbcSha1]),
        ],
    },
    // §3.4 and SP 800-56A revision 3 appendix D. X25519 is not in it. ML-KEM came later (FIPS 203) and may be joined with any other exchange
    // (SP 800-227), so that it is not held against a server.
    groups: {
        allow: [
            'p-256-or-p-384',
            'secp224r1',
            'secp521r1',
            ...['sect233k1', 'sect233r1', 'sect283k1', 'sect283r1', 'sect409k1', 'sect409r1', 'sect571k1', 'sect571r1'],
            'ffdhe',
            'post-quantum',
        ],
        require: ['p-256-or-p-384'],
    },
    minDhBits: 2048,
    // SP 800-131A revision 2: no signatures over SHA-1
    signatureSchemes: { forbid: ['sha1', 'md5'] },
    // §3.4. That 0-RTT should not be used takes a resumed session to see.
    features: {
        forbid: ['compression'],
        require: ['secure-renegotiation', 'extended-main-secret', 'encrypt-then-mac', 'fallback-scsv'],
    },
    vulnerabilities: {},
    clients: {},
    // §3.2
    certificate: {
        keys: [
            { type: 'RSA', minBits: 2048 },
            { type: 'EC', minBits: 224 },
        ],
        signatures: [
            ...['sha224WithRSAEncryption', 'sha256WithRSAEncryption', 'sha384WithRSAEncryption', 'sha512WithRSAEncryption'],
            ...['RSASSA-PSS-SHA224', 'RSASSA-PSS-SHA256', 'RSASSA-PSS-SHA384', 'RSASSA-PSS-SHA512'],
            ...['ecdsa-with-SHA224', 'ecdsa-with-SHA256', 'ecdsa-with-SHA384', 'ecdsa-with-SHA512'],
        ],
        recommendedLifetimeDays: 3 * 365,
    },
};

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/policy/pci.js
/** PCI DSS 4. */
const pci = {
    id: 'pci-dss-4',
    version: '4.0.1',
    title: 'PCI DSS 4.0.1, requirement 4.2.1',
    source: 'https://www.pcisecuritystandards.org, PCI DSS 4.0.1, 2024-06',
    // 4.2.1: no fallback to insecure versions; appendix A2 ended early TLS in 2018
    protocols: { allow: ['TLSv1.2', 'TLSv1.3'], recommend: ['TLSv1.3'] },
    // The glossary asks for 112 bits of effective strength and points to NIST, which ended triple DES in 2023 (SP 800-131A revision 2).
    cipherSuites: {
        forbid: ['null', 'anonymous', 'export', 'under-112-bits', 'rc4', '64-bit-block', 'md5'],
        discourage: ['no-forward-secrecy'],
    },
    groups: { forbid: ['under-224-bits'] },
    minDhBits: 2048,
    signatureSchemes: { forbid: ['sha1', 'md5'] },
    features: { forbid: ['compression'], require: ['secure-renegotiation'] },
    // 11.3.2: an external scan fails for a vulnerability of CVSS 4.0 or more
    vulnerabilities: {
        forbid: [
            ...['drown', 'poodle', 'crime', 'freak', 'logjam', 'sweet32', 'rc4', 'insecure-renegotiation'],
            ...['ticketbleed', 'heartbleed', 'ccs-injection'],
        ],
        discourage: ['robot', 'raccoon'],
    },
    clients: {},
    certificate: {
        keys: [{ type: 'RSA', minBits: 2048 }, { type: 'EC', minBits: 224 }, { type: 'Ed25519' }, { type: 'Ed448' }],
    },
};

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/policy/policies.js
// The policies that have a name.







/** By their ids, which a test compares: in the order help texts list them. */
const named = {
    'mozilla-modern': modern,
    'mozilla-intermediate': intermediate,
    'mozilla-old': old,
    'nist-800-52r2': nist,
    'bsi-tr-02102-2': bsi,
    'pci-dss-4': pci,
    default: policy_default/* byDefault */.R,
};
const policies = Object.values(named);
/** @throws UsageError for an unknown name, with those it may have been meant for */
function policyNamed(name) {
    if (Object.hasOwn(named, name))
        return named[name];
    const known = Object.keys(named);
    throw new usage_error/* UsageError */.e(`${JSON.stringify(name)} is no policy`, typeof name === 'string' ? (0,nearest/* nearestHint */.AN)(name, known) : `give its name, one of ${known.join(', ')}`);
}


/***/ })

};
;