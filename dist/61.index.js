"use strict";
exports.id = 61;
exports.ids = [61,872];
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


/***/ }),

/***/ 4865:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ dhParametersOf)
});

// EXTERNAL MODULE: ./build/commonjs/esm/certificate/der.js
var der = __webpack_require__(6485);
;// CONCATENATED MODULE: ./build/commonjs/esm/registry/dh-primes.js
// The primes of finite-field Diffie-Hellman that standards name. They are made from e and pi, so that anybody can see that nothing is hidden
// in them: RFC 7919 appendix A, RFC 3526, and for the groups 1 and 2 RFC 2409 §6.
const rows = [
    { bits: 768, name: 'group 1 of RFC 2409', of: 'pi', addend: 149686 },
    { bits: 1024, name: 'group 2 of RFC 2409', of: 'pi', addend: 129093 },
    { bits: 1536, name: 'group 5 of RFC 3526', of: 'pi', addend: 741804 },
    { bits: 2048, name: 'group 14 of RFC 3526', of: 'pi', addend: 124476 },
    { bits: 3072, name: 'group 15 of RFC 3526', of: 'pi', addend: 1690314 },
    { bits: 4096, name: 'group 16 of RFC 3526', of: 'pi', addend: 240904 },
    { bits: 6144, name: 'group 17 of RFC 3526', of: 'pi', addend: 929484 },
    { bits: 8192, name: 'group 18 of RFC 3526', of: 'pi', addend: 4743158 },
    { bits: 2048, name: 'ffdhe2048 of RFC 7919', of: 'e', addend: 560316 },
    { bits: 3072, name: 'ffdhe3072 of RFC 7919', of: 'e', addend: 2625351 },
    { bits: 4096, name: 'ffdhe4096 of RFC 7919', of: 'e', addend: 5736041 },
    { bits: 6144, name: 'ffdhe6144 of RFC 7919', of: 'e', addend: 15705020 },
    { bits: 8192, name: 'ffdhe8192 of RFC 7919', of: 'e', addend: 10965728 },
];
/**
 * Whose prime it is; null for one that no standard names.
 * @param hex the prime, in hexadecimal without leading zeros
 */
function primeName(hex) {
    const prime = hex.toLowerCase();
    const candidates = rows.filter(({ bits, of }) => bits === prime.length * 4 && prime.startsWith(starts[of], 16));
    return candidates.find(row => primeOf(row).toString(16) === prime)?.name ?? null;
}
/** How the digits begin, behind 64 bits that are all one: to make a prime takes its time. */
const starts = { e: 'adf85458a2bb4a', pi: 'c90fdaa22168c2' };
const made = new Map();
/** Every prime by its name, for those who want to check them. */
const dhPrimes = () => new Map(rows.map(row => [row.name, primeOf(row)]));
function primeOf(row) {
    const known = made.get(row);
    if (known !== undefined)
        return known;
    const { bits, of, addend } = row;
    const size = BigInt(bits);
    const digits = of === 'e' ? eulersNumber(bits - 130) : pi(bits - 130);
    const prime = (1n << size) - (1n << (size - 64n)) + ((digits + BigInt(addend)) << 64n) - 1n;
    made.set(row, prime);
    return prime;
}
/** Bits that the sums are carried out to beyond those asked for: more terms than this is the logarithm of never round wrong. */
const guardBits = 64n;
/** e * 2^bits, rounded down: the sum of 1/n!. */
function eulersNumber(bits) {
    let sum = 0n;
    for (let [n, term] = [1n, 1n << (BigInt(bits) + guardBits)]; term > 0n; n++) {
        sum += term;
        term /= n;
    }
    return sum >> guardBits;
}
/** pi * 2^bits, rounded down, by Machin's formula: 16 atan(1/5) - 4 atan(1/239). */
function pi(bits) {
    const one = 1n << (BigInt(bits) + guardBits);
    return (16n * inverseTangent(5n, one) - 4n * inverseTangent(239n, one)) >> guardBits;
}
/** atan(1/x) * one */
function inverseTangent(x, one) {
    let sum = 0n;
    for (let [n, power] = [1n, one / x]; power > 0n; n += 2n) {
        sum += n % 4n === 1n ? power / n : -(power / n);
        power /= x * x;
    }
    return sum;
}

// EXTERNAL MODULE: ./build/commonjs/esm/probe/reading.js
var reading = __webpack_require__(7403);
;// CONCATENATED MODULE: ./build/commonjs/esm/probe/dh-parameters.js
// The finite-field Diffie-Hellman parameters a server was seen with before TLS 1.3: how long the prime is, and whose it is.



/** Every prime once, in the order seen. */
function dhParametersOf(ledger) {
    const seen = new Map();
    for (const { number, params } of (0,reading/* keyExchanges */.ME)(ledger)) {
        if (params.kind !== 'dh')
            continue;
        const hex = (0,reading/* hexOf */.ZD)(params.prime).replace(/^(?:00)+/, '');
        if (!seen.has(hex))
            seen.set(hex, { bits: (0,der/* bitLengthOf */.Dp)(params.prime), name: primeName(hex), probe: number });
    }
    return [...seen.values()];
}


/***/ }),

/***/ 1190:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ featureRows),
  H: () => (/* binding */ featuresOf)
});

// EXTERNAL MODULE: ./build/commonjs/esm/registry/protocols.js
var protocols = __webpack_require__(6729);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/hello.js
var wire_hello = __webpack_require__(7282);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/cipher-suite-parts.js
var cipher_suite_parts = __webpack_require__(5823);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/cipher-suites.js
var cipher_suites = __webpack_require__(3103);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/extensions.js + 1 modules
var extensions = __webpack_require__(3540);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/ledger.js + 1 modules
var probe_ledger = __webpack_require__(4134);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/reading.js
var reading = __webpack_require__(7403);
;// CONCATENATED MODULE: ./build/commonjs/esm/probe/answer-readings.js
// Features that the answer to any hello shows, by an extension or a message in it. Pure.






/** Where nothing before TLS 1.3 is accepted, many a property cannot matter. */
function only13(ledger, status, what) {
    if ((0,reading/* supportOfAny */.nP)(ledger, reading/* versionsBefore13 */.rS) !== 'refused')
        return null;
    return (0,reading/* moot */.qp)(status, `no version before TLSv1.3 is accepted, and TLSv1.3 ${what}`);
}
/** Where TLS 1.3 is refused its properties cannot matter; null where it is not. */
function without13(ledger, status = 'no') {
    return ledger.protocol(protocols/* tls13 */.mP).support === 'refused' ? (0,reading/* moot */.qp)(status, 'TLSv1.3 is refused') : null;
}
/** Whether a ServerHello has an extension; a HelloRetryRequest has none that matters here. */
const has = (kind) => ({ hello }) => hello.kind === 'server_hello' && (0,extensions/* extension */.ck)(hello.extensions, kind) !== undefined;
/** Answers to hellos that had the extension, too, before TLS 1.3. */
const asking = (ledger, kind) => (0,reading/* before13 */.St)(ledger).filter(({ offered }) => (0,extensions/* extension */.ck)(offered.extensions, kind) !== undefined);
/** With SSLv3, whose hellos ask by a signalling value. */
const allBefore13 = (ledger) => (0,reading/* exchanges */.pY)(ledger).filter(({ outcome, offered }) => outcome.version < protocols/* tls13 */.mP &&
    (offered.cipherSuites.includes(cipher_suites/* emptyRenegotiationInfo */.eO) || (0,extensions/* extension */.ck)(offered.extensions, 'renegotiation_info') !== undefined));
/** Yes only where no answer before TLS 1.3 to a hello that has the extension lacks it. */
const inEveryAnswer = (ledger, kind) => (0,reading/* signIn */.Jv)(asking(ledger, kind), has(kind), { counts: 'no', yes: `${kind} is answered`, no: `${kind} is not answered` });
/** Read from answers with a CBC suite alone, which have to have it. */
function readEncryptThenMac(ledger) {
    const open = reading/* versionsBefore13 */.rS.some(version => (0,probe_ledger/* suitesOf */.f3)(version).some(code => (0,cipher_suite_parts/* isCbc */.tu)(code) && ledger.cipherSuite(version, code).support !== 'refused'));
    if (!open)
        return (0,reading/* moot */.qp)('yes', 'no CBC suite is accepted, which alone would need it');
    // RFC 7366 §3: a server does not answer it with any other suite.
    const answers = asking(ledger, 'encrypt_then_mac').filter(({ outcome }) => (0,cipher_suite_parts/* isCbc */.tu)(outcome.cipherSuite));
    return (0,reading/* signIn */.Jv)(answers, has('encrypt_then_mac'), {
        counts: 'no',
        yes: 'encrypt_then_mac is answered',
        no: 'encrypt_then_mac is not answered with a CBC suite',
    });
}
/** The protocols that the server chose; no where it was offered some that it should know and chose none. */
function readAlpn(ledger) {
    const chosen = (0,reading/* exchanges */.pY)(ledger).flatMap(({ number, about, hello, outcome, offered }) => {
        const kind = 'application_layer_protocol_negotiation';
        const isOpen = hello.kind === 'server_hello' && (outcome.version < protocols/* tls13 */.mP || outcome.answer.encryptedExtensions !== null);
        // Of protocols that nobody has none can be chosen.
        if (!isOpen || about === 'alpn' || (0,extensions/* extension */.ck)(offered.extensions, kind) === undefined)
            return [];
        const answer = (0,extensions/* extension */.ck)(hello.extensions, kind) ?? (0,extensions/* extension */.ck)(outcome.answer.encryptedExtensions, kind);
        return [{ number, protocol: answer?.protocols[0] ?? null }];
    });
    const names = [...new Set(chosen.flatMap(({ protocol }) => protocol ?? []))];
    if (names.length > 0)
        return {
            status: 'yes',
            detail: `${names.join(', ')} is chosen`,
            probes: chosen
                .filter(each => each.protocol)
                .slice(0, 1)
                .map(each => each.number),
        };
    const [first] = chosen;
    return first ? { status: 'no', detail: 'no application protocol is chosen', probes: [first.number] } : (0,reading/* notKnown */.bh)('it was not asked');
}
/** Yes where any answer asks for a certificate; no takes an answer that was read so far that it would have. */
function readCertificateRequest(ledger) {
    const told = ledger.accepted().filter(({ outcome }) => outcome.answer.asksForCertificate !== null);
    const asks = told.find(({ outcome }) => outcome.answer.asksForCertificate === true);
    if (asks)
        return { status: 'yes', detail: 'a certificate request is sent', probes: [asks.number] };
    const [first] = told;
    return first ? { status: 'no', detail: 'no certificate request is sent', probes: [first.number] } : (0,reading/* notKnown */.bh)('no answer tells');
}

// EXTERNAL MODULE: ./build/commonjs/esm/probe/dh-parameters.js + 1 modules
var dh_parameters = __webpack_require__(4865);
;// CONCATENATED MODULE: ./build/commonjs/esm/probe/key-readings.js
// Features that show in the keys which a server exchanges. Pure.





/** Every prime that was seen before TLS 1.3; no where all suites with one are refused. */
function readDhParameters(ledger) {
    if (noDh(ledger))
        return (0,reading/* moot */.qp)('no', noDhText);
    const found = (0,dh_parameters/* dhParametersOf */.u)(ledger);
    if (found.length === 0)
        return (0,reading/* notKnown */.bh)('no parameters were seen');
    const detail = found.map(({ bits, name }) => `${bits} bits (${name ?? 'a prime that is not a well-known one'})`).join(', ');
    return { status: 'yes', detail, probes: found.map(({ probe }) => probe) };
}
/** Whether two answers had one key; it takes two answers with the same prime to say no. */
const readDhReuse = (ledger) => (noDh(ledger) ? (0,reading/* moot */.qp)('no', noDhText) : reuse(dhKeys(ledger)));
/** Whether two answers of any version had one key; it takes two with the same group to say no. */
const readEcdhReuse = (ledger) => reuse(ecKeys(ledger));
/** Whether a key came twice; it takes two keys of one group to say that none does. */
function reuse(keys) {
    const seen = new Map();
    const groups = new Map();
    let different = null;
    for (const { number, group, key } of keys) {
        const first = seen.get(`${group} ${key}`);
        if (first !== undefined)
            return { status: 'yes', detail: 'two answers have the same public key', probes: [first, number] };
        seen.set(`${group} ${key}`, number);
        const other = groups.get(group);
        if (other !== undefined)
            different ??= [other, number];
        groups.set(group, number);
    }
    if (different)
        return { status: 'no', detail: 'no two answers have the same public key', probes: different };
    return (0,reading/* notKnown */.bh)('it takes two answers with the same group to tell');
}
const noDhText = 'no suite with finite-field Diffie-Hellman is accepted';
const noDh = (ledger) => reading/* versionsBefore13 */.rS.every(version => (0,probe_ledger/* suitesOf */.f3)(version).every(code => !(0,cipher_suite_parts/* isDhe */.MT)(code) || ledger.cipherSuite(version, code).support === 'refused'));
const dhKeys = (ledger) => (0,reading/* keyExchanges */.ME)(ledger).flatMap(({ number, params }) => params.kind === 'dh' ? [{ number, group: (0,reading/* hexOf */.ZD)(params.prime), key: (0,reading/* hexOf */.ZD)(params.publicKey) }] : []);
/** Of every version: with TLS 1.3 in the share of a ServerHello. */
const ecKeys = (ledger) => [
    ...(0,reading/* keyExchanges */.ME)(ledger).flatMap(({ number, params }) => params.kind === 'ec' ? [{ number, group: String(params.group), key: (0,reading/* hexOf */.ZD)(params.publicKey) }] : []),
    ...(0,reading/* exchanges */.pY)(ledger).flatMap(({ number, hello }) => {
        const share = hello.kind === 'server_hello' ? (0,extensions/* extension */.ck)(hello.extensions, 'key_share')?.share : undefined;
        return share ? [{ number, group: String(share.group), key: (0,reading/* hexOf */.ZD)(share.keyExchange) }] : [];
    }),
];

// EXTERNAL MODULE: ./build/commonjs/esm/registry/alerts.js
var alerts = __webpack_require__(1245);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/offer.js
var offer = __webpack_require__(3473);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/offered.js
var offered = __webpack_require__(4580);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/grease.js
var grease = __webpack_require__(629);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/hello-bytes.js
var hello_bytes = __webpack_require__(1509);
;// CONCATENATED MODULE: ./build/commonjs/esm/probe/traits.js
// What servers are known to stumble over in a hello, and the rule for when one did: a refusal speaks of a trait only if a hello was accepted that
// differs in nothing else. Pure.



// What makes a hello long does not matter. What is asked in shorter ones goes without the session id and psk_key_exchange_modes, see shorter.ts.
const ofLength = { subject: 'length-tolerance', parts: ['length', 'padding', 'session', 'mode'] };
const lists = ['suite', 'group', 'scheme', 'share'];
/** The traits that features are read from. */
const traits = {
    protocol: { subject: 'alpn', isIn: ({ about }) => about === 'alpn', parts: ['protocol'] },
    name: { subject: 'server-name', isIn: ({ about }) => about === 'server-name', parts: ['name'] },
    version: { subject: 'version-tolerance', isIn: hasStrangeVersion, parts: ['client version', 'version'] },
    grease: { subject: 'grease-tolerance', isIn: isGreased, parts: ['grease'] },
    middling: { ...ofLength, isIn: offer => classOf(offer) === 'middling', lesser: lists },
    long: { ...ofLength, isIn: offer => classOf(offer) === 'long', lesser: lists },
    fragments: { subject: 'split-tolerance', isIn: ({ fragmentSize }) => fragmentSize !== undefined, parts: ['fragments'] },
};
/**
 * The accepted hello that differs from another in nothing but the trait.
 * @returns null where there is none, and what the other met says nothing of the trait
 */
function controlOf(accepted, { offer, outcome }, trait) {
    const { parts, lesser = [] } = trait;
    const odd = itemsOf(offer);
    const mayLack = new Set([...parts, ...lesser]);
    const mayHave = new Set(parts);
    const control = accepted.find(each => {
        if (trait.isIn(each.offer, outcome))
            return false;
        const items = itemsOf(each.offer);
        return differences(odd, items).every(part => mayLack.has(part)) && differences(items, odd).every(part => mayHave.has(part));
    });
    return control ?? null;
}
/** The parts of which one hello has something that another has not. */
const differences = (one, other) => [...one].flatMap(([item, part]) => (other.has(item) ? [] : [part]));
function itemsOf(offer) {
    const { hello, fragmentSize } = offer;
    if (hello.kind === 'sslv2_client_hello')
        return new Map();
    const { legacyVersion, sessionId, cipherSuites, compressionMethods, extensions } = hello;
    const items = [
        ['client version', legacyVersion],
        ['session', sessionId.length],
        ['length', classOf(offer)],
        ['fragments', fragmentSize ?? 'none'],
        ...listed('suite', cipherSuites),
        ...listed('compression', compressionMethods),
        ...(extensions ?? []).flatMap(itemsOfExtension),
    ];
    return new Map(items.map(([part, item]) => [`${part} ${item}`, part]));
}
function itemsOfExtension(extension) {
    switch (extension.kind) {
        case 'server_name':
            return listed('name', extension.names.map(({ name }) => name));
        case 'application_layer_protocol_negotiation':
            return listed('protocol', extension.protocols);
        case 'supported_versions':
            return listed('version', extension.versions);
        case 'supported_groups':
            return listed('group', extension.groups);
        case 'signature_algorithms':
            return listed('scheme', extension.schemes);
        case 'key_share':
            return listed('share', extension.shares.map(({ group }) => group));
        case 'psk_key_exchange_modes':
            return listed('mode', extension.modes);
        case 'padding':
            return [['padding', '']];
        case 'unknown':
            return listed('extension', [extension.type]);
        default:
            return [['extension', extension.kind]];
    }
}
const listed = (part, values) => values.map(value => [typeof value === 'number' && part !== 'compression' && (0,grease/* isGrease */.W)(value) ? 'grease' : part, value]);
/** A client version that does not exist, or one in a list that the server has read. */
function hasStrangeVersion({ hello }, outcome) {
    if (hello.kind === 'sslv2_client_hello')
        return false;
    const versions = (hello.extensions ?? []).flatMap(each => (each.kind === 'supported_versions' ? each.versions : []));
    // What an older version is chosen by is as a rule the field of old.
    const read = outcome.kind === 'accepted' && outcome.version < protocols/* tls13 */.mP ? [] : versions;
    return [hello.legacyVersion, ...read].some(version => version > protocols/* tls13 */.mP && !(0,grease/* isGrease */.W)(version));
}
function isGreased({ hello }) {
    if (hello.kind === 'sslv2_client_hello')
        return false;
    return hello.cipherSuites.some(grease/* isGrease */.W) && (hello.extensions ?? []).some(each => each.kind === 'unknown' && (0,grease/* isGrease */.W)(each.type));
}
/** Ethernet's 1500 bytes without the headers of IPv4 and TCP. */
const segmentBytes = 1460;
/** Of the lengths of a hello as a message that servers tell apart: RFC 7685 §4 has the middling one. */
function classOf({ hello }) {
    const bytes = hello.kind === 'sslv2_client_hello' ? 0 : (0,hello_bytes/* lengthOf */.Y)(hello);
    if (bytes < 256)
        return 'short';
    return bytes < 512 ? 'middling' : bytes <= segmentBytes ? 'usual' : 'long';
}

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/refusal-readings.js
// Features that show in what a server refuses, and in what it does not. Pure.






/** Whether a server puts up with a trait of a hello: shown by any hello that has it and was accepted. */
function tolerance(ledger, trait) {
    const accepted = ledger.accepted().find(({ offer, outcome }) => trait.isIn(offer, outcome));
    if (accepted)
        return { status: 'yes', detail: 'such a hello is accepted', probes: [accepted.number] };
    const asked = ledger.about(trait.subject).filter(({ offer, outcome }) => trait.isIn(offer, outcome));
    const probes = refusal(ledger, asked, trait);
    if (probes)
        return { status: 'no', detail: `such a hello is refused${(0,reading/* byAlert */.aP)(probes[0].outcome)}`, probes: probes.map(numberOf) };
    return (0,reading/* unanswered */.bj)(asked);
}
/** The first that is refused for the trait, and its control. */
function refusal(ledger, asked, trait) {
    for (const each of asked) {
        const control = each.outcome.kind === 'refused' ? controlOf(ledger.accepted(), each, trait) : null;
        if (control)
            return [each, control];
    }
    return null;
}
const numberOf = ({ number }) => number;
/** Read from hellos with TLS_FALLBACK_SCSV that offer less than the newest version accepted (RFC 7507 §3). */
function readFallback(ledger) {
    const possible = protocols/* protocols */.WH.rows.filter(({ code }) => code >= protocols/* ssl3 */.IY && ledger.protocol(code).support !== 'refused');
    const newest = possible.findLast(({ code }) => ledger.protocol(code).support === 'accepted')?.code;
    if (newest === undefined)
        return (0,reading/* notKnown */.bh)('no version is known to be accepted');
    if (possible.length === 1)
        return (0,reading/* moot */.qp)('yes', `${protocols/* protocols */.WH.label(newest)} alone is accepted, and there is nothing to fall back to`);
    const refusedAs = ({ outcome }) => `a hello with TLS_FALLBACK_SCSV is refused${(0,reading/* byAlert */.aP)(outcome)}`;
    // The alert that is there for it needs no control.
    const told = ledger.about('fallback').find(({ outcome }) => (0,offer/* isRefusedBy */.EA)(outcome, alerts/* inappropriateFallback */.h9));
    if (told)
        return { status: 'yes', detail: refusedAs(told), probes: [told.number] };
    // Whatever else it is answered with: only where the server could do better is it a fallback.
    const asked = ledger.about('fallback').filter(({ offer }) => (0,offered/* newestVersion */.Rg)(offer) < newest);
    for (const each of asked) {
        const { number, outcome } = each;
        if (outcome.kind === 'accepted')
            return { status: 'no', detail: `a hello with TLS_FALLBACK_SCSV is accepted in ${protocols/* protocols */.WH.label(outcome.version)}`, probes: [number] };
        if (outcome.kind === 'refused' && hasAcceptedSuite(ledger, each))
            return { status: 'yes', detail: `${refusedAs(each)}, which should be inappropriate_fallback`, probes: [number] };
    }
    return (0,reading/* unanswered */.bj)(asked);
}
/** Whether a hello would be accepted without the signal in it. */
const hasAcceptedSuite = (ledger, { offer }) => offer.hello.kind === 'client_hello' &&
    offer.hello.cipherSuites.some(code => ledger.cipherSuite((0,offered/* newestVersion */.Rg)(offer), code).support === 'accepted');
/**
 * Read from hellos with protocols that nobody has; a refusal counts by its own alert, or against a hello that differs in nothing else.
 */
function readStrictAlpn(ledger) {
    const asked = ledger.about('alpn');
    // A HelloRetryRequest comes before the application protocol is looked at.
    const passed = asked.find(({ outcome }) => outcome.kind === 'accepted' && outcome.answer.hello.kind !== 'hello_retry_request');
    if (passed)
        return { status: 'no', detail: 'an unknown application protocol is passed over', probes: [passed.number] };
    const told = asked.find(({ outcome }) => (0,offer/* isRefusedBy */.EA)(outcome, alerts/* noApplicationProtocol */.UH));
    const probes = told ? [told] : refusal(ledger, asked, traits.protocol);
    if (!probes?.[0])
        return (0,reading/* unanswered */.bj)(asked);
    return { status: 'yes', detail: `an unknown application protocol is refused${(0,reading/* byAlert */.aP)(probes[0].outcome)}`, probes: probes.map(numberOf) };
}
/** Read from hellos with a name that is not the server's: refused, or answered with another certificate. */
function readStrictName(ledger) {
    const asked = ledger.about('server-name');
    const told = asked.find(({ outcome }) => (0,offer/* isRefusedBy */.EA)(outcome, alerts/* unrecognizedName */.Hj));
    const probes = told ? [told] : refusal(ledger, asked, traits.name);
    if (probes?.[0])
        return { status: 'yes', detail: `a foreign name is refused${(0,reading/* byAlert */.aP)(probes[0].outcome)}`, probes: probes.map(numberOf) };
    const answers = ledger.accepted().filter(answer => leafOf(answer) !== null);
    const usual = answers.filter(({ offer }) => offer.about !== 'server-name');
    for (const foreign of answers.filter(({ offer }) => offer.about === 'server-name')) {
        const leaf = leafOf(foreign);
        if (usual.some(answer => leafOf(answer) === leaf))
            return { status: 'no', detail: 'a foreign name is answered with the same certificate', probes: [foreign.number] };
        const other = controlOf(usual.filter(({ outcome }) => outcome.version === foreign.outcome.version), foreign, nameOfCertificate);
        if (other)
            return { status: 'yes', detail: 'a foreign name is answered with another certificate', probes: [foreign.number, other.number] };
    }
    return (0,reading/* unanswered */.bj)(asked);
}
/** In hexadecimal; null where no certificate is seen. */
function leafOf({ outcome }) {
    const [leaf] = outcome.answer.presented;
    return leaf ? (0,reading/* hexOf */.ZD)(leaf) : null;
}
/** What has no say in the choice of a certificate may differ too. */
const nameOfCertificate = {
    ...traits.name,
    parts: ['name', 'protocol', 'version', 'grease', 'group', 'share', 'mode', 'session', 'padding', 'length', 'fragments'],
};

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/features.js
// The properties of a server that are neither version, suite, group nor scheme, read from what it answered. Facts; no opinion on them.







/** Every feature by its name, in the order a report has them. */
const featureRows = {
    'secure-renegotiation': {
        title: 'Secure renegotiation',
        meaning: 'ties a renegotiation to the connection (RFC 5746)',
        read: ledger => only13(ledger, 'yes', 'has no renegotiation') ??
            (0,reading/* signIn */.Jv)(allBefore13(ledger), has('renegotiation_info'), {
                counts: 'no',
                yes: 'renegotiation_info is answered',
                no: 'renegotiation_info is not answered',
            }),
    },
    'extended-main-secret': {
        title: 'Extended main secret',
        meaning: 'ties the secrets of a session to its handshake (RFC 7627)',
        read: ledger => only13(ledger, 'yes', 'always does that') ?? inEveryAnswer(ledger, 'extended_main_secret'),
    },
    'encrypt-then-mac': {
        title: 'Encrypt-then-MAC',
        meaning: 'authenticates the ciphertext of CBC suites and not the plaintext (RFC 7366)',
        read: readEncryptThenMac,
    },
    'session-ticket': {
        title: 'Session tickets before TLS 1.3',
        meaning: 'offers session tickets before TLS 1.3 (RFC 5077)',
        read: ledger => only13(ledger, 'no', 'has tickets of another kind') ??
            (0,reading/* signIn */.Jv)(asking(ledger, 'session_ticket'), has('session_ticket'), {
                counts: 'yes',
                yes: 'session_ticket is answered',
                no: 'session_ticket is not answered',
            }),
    },
    'resumption-by-id': {
        title: 'Resumption by session id',
        meaning: 'resumes a session of TLS 1.2 or below by its id',
        read: ledger => only13(ledger, 'no', 'resumes sessions in a way of its own') ?? (0,reading/* notKnown */.bh)('it was not asked'),
    },
    'resumption-by-ticket': {
        title: 'Resumption by session ticket',
        meaning: 'resumes a session of TLS 1.2 or below by its ticket',
        read: ledger => only13(ledger, 'no', 'resumes sessions in a way of its own') ?? (0,reading/* notKnown */.bh)('it was not asked'),
    },
    'resumption-tls13': {
        title: 'Resumption in TLS 1.3',
        meaning: 'resumes a session of TLS 1.3 (RFC 8446 §2.2)',
        read: ledger => without13(ledger) ?? (0,reading/* notKnown */.bh)('it was not asked'),
    },
    'early-data': {
        title: 'Early data (0-RTT)',
        meaning: 'takes data in the first flight of a resumed session, which can be replayed (RFC 8446 §2.3)',
        read: ledger => without13(ledger) ?? (0,reading/* notKnown */.bh)('it was not asked'),
    },
    compression: {
        title: 'TLS compression',
        meaning: 'compresses what it encrypts, which gives secrets away by their length (CRIME)',
        read: ledger => only13(ledger, 'no', 'has no compression') ??
            (0,reading/* signIn */.Jv)((0,reading/* exchanges */.pY)(ledger).filter(({ offered }) => offered.compressionMethods.some(method => method !== 0)), ({ hello }) => hello.compressionMethod !== 0, { counts: 'yes', yes: 'DEFLATE is chosen when it is offered', no: 'DEFLATE is not chosen when it is offered' }),
    },
    heartbeat: {
        title: 'Heartbeat',
        meaning: 'answers heartbeats (RFC 6520)',
        read: ledger => only13(ledger, 'no', 'is used without it') ??
            (0,reading/* signIn */.Jv)(asking(ledger, 'heartbeat'), has('heartbeat'), {
                counts: 'yes',
                yes: 'the heartbeat extension is answered',
                no: 'the heartbeat extension is not answered',
            }),
    },
    'fallback-scsv': {
        title: 'Fallback protection',
        meaning: 'refuses a client that fell back to an older version without need (RFC 7507)',
        read: readFallback,
    },
    'downgrade-sentinel': {
        title: 'Downgrade sentinel',
        meaning: 'marks a ServerHello of an older version when it could do better (RFC 8446 §4.1.3)',
        read: ledger => without13(ledger, 'yes') ??
            ((0,reading/* supportOfAny */.nP)(ledger, reading/* versionsBefore13 */.rS) === 'refused'
                ? (0,reading/* moot */.qp)('yes', 'no version before TLSv1.3 is accepted')
                : (0,reading/* signIn */.Jv)(ledger.protocol(protocols/* tls13 */.mP).support === 'accepted' ? allBefore13(ledger) : [], ({ hello }) => (0,wire_hello/* downgradeSentinel */.eS)(hello) !== null, {
                    counts: 'no',
                    yes: 'answers before TLSv1.3 end in the sentinel',
                    no: 'an answer before TLSv1.3 has no sentinel',
                })),
    },
    alpn: {
        title: 'Application protocol negotiation (ALPN)',
        meaning: 'chooses an application protocol (RFC 7301)',
        read: readAlpn,
    },
    'strict-alpn': {
        title: 'Unknown application protocols refused',
        meaning: 'refuses a client whose application protocols it does not know (RFC 7301 §3.2)',
        read: readStrictAlpn,
    },
    'strict-server-name': {
        title: 'Foreign server names told apart',
        meaning: 'refuses a name it does not serve, or answers it with another certificate (RFC 6066 §3)',
        read: readStrictName,
    },
    'dh-parameters': {
        title: 'Finite-field Diffie-Hellman before TLS 1.3',
        meaning: 'exchanges keys with finite-field Diffie-Hellman parameters of its own choice',
        read: readDhParameters,
    },
    'dh-reuse': {
        title: 'Finite-field Diffie-Hellman keys reused',
        meaning: 'uses one finite-field Diffie-Hellman key in several connections',
        read: readDhReuse,
    },
    'ecdh-reuse': {
        title: 'Elliptic-curve Diffie-Hellman keys reused',
        meaning: 'uses one elliptic-curve key in several connections',
        read: readEcdhReuse,
    },
    'version-tolerance': {
        title: 'Unknown versions tolerated',
        meaning: 'answers a client that offers a newer version than there is with what it has',
        read: ledger => tolerance(ledger, traits.version),
    },
    'grease-tolerance': {
        title: 'Unknown values tolerated',
        meaning: 'passes over suites, groups and extensions it does not know (GREASE, RFC 8701)',
        read: ledger => tolerance(ledger, traits.grease),
    },
    'length-tolerance': {
        title: 'Hellos of 256 to 511 bytes tolerated',
        meaning: 'answers a hello of 256 to 511 bytes (RFC 7685)',
        read: ledger => tolerance(ledger, traits.middling),
    },
    'split-tolerance': {
        title: 'Hellos split over records tolerated',
        meaning: 'answers a hello that comes in several records (RFC 8446 §5.1)',
        read: ledger => tolerance(ledger, traits.fragments),
    },
    'long-hello-tolerance': {
        title: 'Hellos longer than a TCP segment tolerated',
        meaning: 'answers a hello that does not fit in one TCP segment, as post-quantum key shares make them',
        read: ledger => tolerance(ledger, traits.long),
    },
    'client-certificate-request': {
        title: 'Client certificate asked for',
        meaning: 'asks the client for a certificate during the handshake',
        read: readCertificateRequest,
    },
};
/**
 * Every feature, in the order of the rows; unknown where it was not asked.
 * @param resumption what whole handshakes have shown, where any were made
 */
function featuresOf(ledger, resumption = null) {
    const known = resumption ?? {};
    return Object.keys(featureRows).map(name => {
        const reading = featureRows[name].read(ledger);
        const { status, detail } = (reading.status === 'unknown' ? known[name] : undefined) ?? reading;
        return { name, status, detail, evidence: reading.probes.map(number => `probe ${number}`) };
    });
}


/***/ }),

/***/ 7403:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jv: () => (/* binding */ signIn),
/* harmony export */   ME: () => (/* binding */ keyExchanges),
/* harmony export */   St: () => (/* binding */ before13),
/* harmony export */   ZD: () => (/* binding */ hexOf),
/* harmony export */   aP: () => (/* binding */ byAlert),
/* harmony export */   bh: () => (/* binding */ notKnown),
/* harmony export */   bj: () => (/* binding */ unanswered),
/* harmony export */   nP: () => (/* binding */ supportOfAny),
/* harmony export */   pY: () => (/* binding */ exchanges),
/* harmony export */   qp: () => (/* binding */ moot),
/* harmony export */   rS: () => (/* binding */ versionsBefore13)
/* harmony export */ });
/* harmony import */ var _registry_alerts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1245);
/* harmony import */ var _registry_protocols_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6729);
// Ways to read a yes or a no out of a ledger; each says what it was read from. Which property is read how stands in features.ts and in the *-readings.ts.


/** From SSLv3 on. */
const versionsBefore13 = [0x0300, 0x0301, 0x0302, 0x0303];
/** A property that cannot matter has the harmless answer. */
const moot = (status, detail) => ({ status, detail, probes: [] });
/** An answer that is not known, and why, a clause. */
const notKnown = (detail, probes = []) => ({ status: 'unknown', detail, probes });
/** The answers before TLS 1.3; SSLv3 has no extensions and so says nothing of most. */
const before13 = (ledger) => exchanges(ledger).filter(({ outcome }) => outcome.version > 0x0300 && outcome.version < _registry_protocols_js__WEBPACK_IMPORTED_MODULE_1__/* .tls13 */ .mP);
/** The answers of every version since SSLv3, but for those to a foreign server name. */
const exchanges = (ledger) => ledger.accepted().flatMap(({ number, offer, outcome }) => {
    const { hello } = outcome.answer;
    return offer.hello.kind === 'client_hello' && hello.kind !== 'sslv2_server_hello' && offer.about !== 'server-name'
        ? [{ number, about: offer.about, offered: offer.hello, outcome, hello }]
        : [];
});
/** Whether versions are all refused, one of them is accepted, or neither is known. */
function supportOfAny(ledger, versions) {
    const found = versions.map(version => ledger.protocol(version).support);
    if (found.includes('accepted'))
        return 'accepted';
    return found.every(support => support === 'refused') ? 'refused' : 'unknown';
}
/**
 * What answers say with or without a sign in them.
 * @param answers those to hellos that asked for it
 * @param counts which of two answers decides where both were seen
 */
function signIn(answers, has, { counts, yes, no }) {
    const withIt = answers.filter(has);
    const without = answers.filter(answer => !withIt.includes(answer));
    const is = counts === 'yes' ? withIt.length > 0 : without.length === 0;
    const telling = is ? withIt : without;
    if (telling.length === 0)
        return notKnown('it was not asked');
    return { status: is ? 'yes' : 'no', detail: is ? yes : no, probes: telling.slice(0, 1).map(({ number }) => number) };
}
/** Asked, but with no answer that tells; or not asked. */
function unanswered(asked) {
    for (const { number, outcome } of asked)
        if (outcome.kind === 'unknown')
            return notKnown(outcome.detail, [number]);
    const [first] = asked;
    if (!first)
        return notKnown('it was not asked');
    const isRefused = first.outcome.kind === 'refused';
    return notKnown(isRefused ? 'no hello is accepted that differs in nothing else' : 'the answer does not tell', [first.number]);
}
/** ' by alert protocol_version' */
const byAlert = (outcome) => outcome.kind === 'refused' && outcome.by === 'alert' ? ` by alert ${_registry_alerts_js__WEBPACK_IMPORTED_MODULE_0__/* .alerts */ .Cv.label(outcome.alert)}` : '';
/** The parameters of the signed or anonymous key exchanges before TLS 1.3. */
const keyExchanges = (ledger) => exchanges(ledger).flatMap(({ number, outcome }) => {
    const message = outcome.answer.keyExchange;
    return message?.form === 'fields' && message.params ? [{ number, params: message.params }] : [];
});
/** In hexadecimal, two lower-case digits a byte. */
const hexOf = (bytes) => Buffer.from(bytes).toString('hex');


/***/ })

};
;