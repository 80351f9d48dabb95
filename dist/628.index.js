"use strict";
exports.id = 628;
exports.ids = [628,31];
exports.modules = {

/***/ 4628:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compareWith: () => (/* binding */ compareWith),
  goneTargets: () => (/* binding */ goneTargets),
  targetComparison: () => (/* binding */ targetComparison)
});

// EXTERNAL MODULE: ./build/commonjs/esm/judge/baseline/checks.js
var baseline_checks = __webpack_require__(6412);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/protocols.js
var protocols = __webpack_require__(6729);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/policy/words.js
var policy_words = __webpack_require__(9816);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/baseline/change.js
var change = __webpack_require__(2666);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/strength.js
var strength = __webpack_require__(4037);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/cipher-suite-parts.js
var cipher_suite_parts = __webpack_require__(5823);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/cipher-suites.js
var cipher_suites = __webpack_require__(3103);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/groups.js
var groups = __webpack_require__(9218);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/policy/classes.js
var classes = __webpack_require__(497);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/policy/default.js
var policy_default = __webpack_require__(3816);
;// CONCATENATED MODULE: ./build/commonjs/esm/judge/baseline/strength.js
// How strong a name is among others of its kind, read off the registries and the default policy. What a change of it means stands in compare.ts.







/** Of what nobody should accept. */
const unfit = 0;
/** What counts for more than any number of bits. */
const tier = 1000;
/** More is stronger, within a kind; null for a name that says nothing. */
function strengthOf(kind, name) {
    const codes = (0,classes/* membersOf */.lS)(kind, name);
    const [code] = codes ?? [];
    if (code === undefined)
        return null;
    if (unfitCodes(kind).has(code))
        return unfit;
    switch (kind) {
        case 'protocol':
            return protocols/* protocols */.WH.named(name)?.code ?? null;
        case 'cipher suite': {
            const row = cipher_suites/* cipherSuites */.vS.named(name);
            const parts = row ? (0,cipher_suite_parts/* partsOf */.CI)(row) : null;
            if (parts === null)
                return null;
            // Forward secrecy counts before an AEAD, and that before the bits.
            const sealed = parts.mode === 'CCM_8' ? tier / 2 : parts.aead ? tier : 0;
            return 1 + ((0,cipher_suite_parts/* isForwardSecret */.aD)(parts) ? 2 * tier : 0) + sealed + parts.bits;
        }
        case 'group': {
            // Of the others none is stronger in a way that a server should be held to: the sizes of their fields do not compare.
            const row = groups/* groups */.T.named(name);
            return row && classes/* groupClasses */.qy['post-quantum']?.has(row) ? 2 : 1;
        }
        case 'signature scheme':
            return classes/* schemeClasses */.aP['post-quantum']?.has({ code, name }) ? 2 : 1;
        default:
            return kind;
    }
}
/** What the default policy forbids or discourages: it names what a sensible team blocks, whatever policy the run is judged by. */
function unfitCodes(kind) {
    const known = made.get(kind);
    if (known)
        return known;
    const wanted = { protocol: policy_default/* byDefault */.R.protocols, 'cipher suite': policy_default/* byDefault */.R.cipherSuites, group: policy_default/* byDefault */.R.groups };
    const { forbid = [], discourage = [] } = kind === 'signature scheme' ? policy_default/* byDefault */.R.signatureSchemes : wanted[kind];
    const codes = new Set([...forbid, ...discourage].flatMap(name => (0,classes/* membersOf */.lS)(kind, name) ?? []));
    made.set(kind, codes);
    return codes;
}
const made = new Map();
/** Of a key as facts have it, in bits of security. */
function strengthOfKey({ key, keyBits }) {
    const [type = ''] = key.split(' ', 1);
    return (0,strength/* keyStrength */.V4)({ type, bits: keyBits, group: null });
}
const strengthOfSignature = ({ signature }) => (0,strength/* signatureStrength */.wd)(signature);
/** Whether a server is stronger with a feature or without it; those left out make it neither. */
const betterFeatures = {
    'secure-renegotiation': 'yes',
    'extended-main-secret': 'yes',
    'encrypt-then-mac': 'yes',
    'early-data': 'no',
    compression: 'no',
    heartbeat: 'no',
    'fallback-scsv': 'yes',
    'downgrade-sentinel': 'yes',
    'strict-server-name': 'yes',
    'strict-alpn': 'yes',
    'dh-reuse': 'no',
    'version-tolerance': 'yes',
    'grease-tolerance': 'yes',
    'length-tolerance': 'yes',
    'split-tolerance': 'yes',
    'long-hello-tolerance': 'yes',
    'client-certificate-request': 'yes',
};

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/baseline/compare-chains.js


/** What can be wrong with a list of certificates, from bad to worse. */
const problems = ['none', 'certificate-chain-extraneous', 'certificate-chain-misordered', 'certificate-chain-incomplete'];
const problemTexts = {
    none: 'the chain is complete and in order now',
    'certificate-chain-extraneous': 'the chain has superfluous certificates now',
    'certificate-chain-misordered': 'the chain is out of order now',
    'certificate-chain-incomplete': 'the chain lacks an intermediate certificate now',
};
function compareChains({ chain: before }, { chain: now }) {
    if (before === null || now === null)
        return [];
    const [issuer, wasIssuer] = [now, before].map(({ certificates }) => certificates[0]?.issuer ?? '');
    const [above, wasAbove] = [now, before].map(({ certificates }) => certificates
        .slice(1)
        .map(({ issuer }) => issuer)
        .join('\n'));
    const [leaf, wasLeaf] = [now, before].map(({ certificates: [first] }) => first);
    const outcomes = [...compareProblems(before.problem, now.problem)];
    if (now.length !== before.length)
        outcomes.push({ effect: 'different', message: `the server sends ${now.length} certificates in the place of ${before.length}` });
    if (!leaf || !wasLeaf)
        return [...outcomes, (0,change/* unseen */.nv)('the certificate of the server', wasLeaf !== undefined, leaf !== undefined)];
    if (issuer !== wasIssuer)
        outcomes.push({ effect: 'different', message: `the certificate is issued by ${quoted(issuer)} in the place of ${quoted(wasIssuer)}` });
    else if (above !== wasAbove && now.length === before.length)
        outcomes.push({ effect: 'different', message: 'the certificates above the first have other issuers' });
    if (leaf.signature !== wasLeaf.signature) {
        const message = `the certificate is signed with ${leaf.signature} in the place of ${wasLeaf.signature}`;
        outcomes.push(byStrength(strengthOfSignature(leaf), strengthOfSignature(wasLeaf), message, 'certificate-weak-signature'));
    }
    return outcomes;
}
/** Of the server's own certificate: what its issuers have is theirs to change. */
function compareKeys({ chain: before }, { chain: now }) {
    const [key, was] = [now?.certificates[0], before?.certificates[0]];
    if (!key || !was)
        return [(0,change/* unseen */.nv)(change/* kinds */.EZ.key, was !== undefined, key !== undefined)];
    if (key.key === was.key)
        return [];
    const message = `the certificate has a key ${key.key} in the place of ${was.key}`;
    return [byStrength(strengthOfKey(key), strengthOfKey(was), message, 'certificate-weak-key')];
}
function compareProblems(before, now) {
    if (before === now)
        return before === 'unknown' ? [(0,change/* gap */.rQ)('whether the chain is in order is not known on either side')] : [];
    const [rank, was] = [now, before].map(problem => problems.indexOf(problem));
    const problem = problems[rank];
    if (problem === undefined || was < 0)
        return [(0,change/* gap */.rQ)(`whether the chain is in order ${problem === undefined ? 'is not known now' : 'was not known before'}`)];
    const message = problemTexts[problem];
    return [rank > was && problem !== 'none' ? { effect: 'weaker', message, remedy: problem } : { effect: 'stronger', message }];
}
function byStrength(now, before, message, remedy) {
    if (now === null || before === null || now === before)
        return { effect: 'different', message };
    return now < before ? { effect: 'weaker', message, remedy } : { effect: 'stronger', message };
}
const quoted = (name = '') => (name === '' ? 'nobody' : name);

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/baseline/compare-primes.js
// The Diffie-Hellman prime of a server against the one remembered: a server of TLS 1.2 or below brings its own, which no list of names shows.





function comparePrimes(before, now) {
    const [was, is] = [before.dhPrimeBits, now.dhPrimeBits];
    const remedy = 'weak-dh-parameters';
    if (is === null) {
        // Where its suites are gone, the prime is.
        const isOpen = !excludesPrimes(now) && (was !== null || acceptsPrimes(now));
        return isOpen ? [(0,change/* gap */.rQ)('how long the prime of Diffie-Hellman is, is not known now')] : [];
    }
    const isShort = is < (policy_default/* byDefault */.R.minDhBits ?? 0);
    if (was !== null) {
        if (is === was)
            return [];
        const message = `the shortest prime of Diffie-Hellman has ${is} bits in the place of ${was}`;
        return [is < was ? { effect: 'weaker', message, remedy } : { effect: 'stronger', message }];
    }
    if (!excludesPrimes(before))
        return [(0,change/* gap */.rQ)(`how long the prime of Diffie-Hellman was, which has ${is} bits now, was not known before`, isShort ? 'error' : 'warning')];
    return isShort ? [{ effect: 'weaker', message: `a prime of Diffie-Hellman of ${is} bits is in use now`, remedy }] : [];
}
/** Whether every suite with a prime of the server's own is known to be refused. */
function excludesPrimes({ protocols: supports, cipherSuites: suites }) {
    return withPrimes.every(name => {
        const list = suites[name];
        return supports[name] === 'refused' || (list?.complete === true && !list.accepted.some(isOfPrime));
    });
}
const acceptsPrimes = ({ cipherSuites: suites }) => withPrimes.some(name => suites[name]?.accepted.some(isOfPrime));
const withPrimes = protocols/* protocols */.WH.rows.filter(({ code }) => code >= protocols/* ssl3 */.IY && code < protocols/* tls13 */.mP).map(({ name }) => name);
function isOfPrime(name) {
    const code = cipher_suites/* cipherSuites */.vS.named(name)?.code;
    return code !== undefined && (0,cipher_suite_parts/* partsOfCode */.xi)(code)?.keyExchange?.startsWith('DHE') === true;
}

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/survey.js

/** The first versions in which a client says which of them it has: before, there is nothing to be known. */
const firstVersions = { groups: protocols/* tls10 */.tr, signatureSchemes: protocols/* tls12 */.t8 };
/** Whether the list of all versions is complete: it is where that of each accepted version is, and none may be accepted without our knowing. */
function isComplete({ protocols: supports, completeFor }, list) {
    const versions = protocols/* protocols */.WH.rows.filter(({ code }) => code >= firstVersions[list]);
    return versions.every(({ name }) => supports[name] === 'refused' || (supports[name] === 'accepted' && completeFor[list].includes(name)));
}

// EXTERNAL MODULE: ./build/commonjs/esm/judge/baseline/failures.js
var failures = __webpack_require__(9101);
;// CONCATENATED MODULE: ./build/commonjs/esm/judge/baseline/facts.js





/** A chain as long as that is a fault of its own; what follows is counted. */
const mostCertificates = 10;
const longestName = 300;
/** The causes that say what is wrong with the list of certificates, and not with one of them. */
const chainProblems = ['certificate-chain-incomplete', 'certificate-chain-misordered', 'certificate-chain-extraneous'];
/** How a target is found again: by its URL, and the name that was asked for where it is another. */
function keyOf({ url, host, servername }) {
    return servername === null || servername === host ? url : `${url} as ${servername}`;
}
function factsOf({ handshake, certificates, survey, checks }) {
    const { protocol, cipherSuite, group, signatureScheme, alpn } = handshake;
    // What the handshake has shown is known without a survey.
    const shown = protocol === null ? {} : { [protocol]: 'accepted' };
    const suites = survey
        ? suitesOf(survey)
        : protocol === null
            ? {}
            : { [protocol]: { ...partOf([cipherSuite]), order: 'unknown' } };
    return {
        handshake: protocol === null ? null : { protocol, cipherSuite, group, signatureScheme, alpn },
        protocols: survey?.protocols ?? { ...Object.fromEntries(protocols/* protocols */.WH.rows.map(({ name }) => [name, 'unknown'])), ...shown },
        cipherSuites: suites,
        groups: survey ? { complete: isComplete(survey, 'groups'), accepted: survey.groups } : partOf([group]),
        signatureSchemes: survey
            ? { complete: isComplete(survey, 'signatureSchemes'), accepted: survey.signatureSchemes }
            : partOf([signatureScheme]),
        dhPrimeBits: survey?.dhPrimeBits ?? null,
        features: Object.fromEntries((survey?.features ?? []).flatMap(({ name, status }) => (Object.hasOwn(betterFeatures, name) ? [[name, status]] : []))),
        chain: chainOf(certificates.presented, checks),
        clients: Object.fromEntries((survey?.clients ?? []).map(({ name, connects }) => [name, connects])),
        failed: (0,failures/* failuresOf */.dJ)(checks),
    };
}
/** Whether anything was found out: a server that nobody reached tells nothing. */
function hasFacts({ handshake, protocols: supports }) {
    return handshake !== null || Object.values(supports).some(support => support === 'accepted');
}
/**
 * Whether this run has decided anew what a check that failed had found: one that found no answer, or that nothing was asked for, has not been
 * mended. With a survey a check that is not there is no longer wanted; but where the survey got no answer, one check stands for all of them.
 */
function isDecided({ survey, checks }, id) {
    const found = checks.filter(check => check.id === id);
    return found.length === 0 ? survey !== null && !checks.some(check => check.id === 'policy/questions') : !found.some(isOpen);
}
/** One that was not decided may have been waived. */
const isOpen = ({ status, cause }) => status === 'inconclusive' || (status === 'waived' && cause === null);
const partOf = (names) => ({ complete: false, accepted: names.filter(name => name !== null) });
function suitesOf({ cipherSuites, cipherOrder, completeFor }) {
    const entries = Object.entries(cipherSuites).map(([protocol, names]) => {
        const order = cipherOrder[protocol] ?? 'unknown';
        const accepted = order === 'server' ? names : names.toSorted();
        return [protocol, { complete: completeFor.cipherSuites.includes(protocol), order, accepted }];
    });
    return Object.fromEntries(entries);
}
function chainOf(presented, checks) {
    if (presented.length === 0)
        return null;
    const causes = checks.filter(({ id }) => id === 'certificate/chain' || id === 'certificate/trust').map(({ cause }) => cause ?? '');
    const judged = checks.some(({ id, status }) => id === 'certificate/chain' && status !== 'inconclusive');
    return {
        length: presented.length,
        problem: chainProblems.find(cause => causes.includes(cause)) ?? (judged ? 'none' : 'unknown'),
        certificates: presented.slice(0, mostCertificates).map(({ key, signatureAlgorithm, issuer }) => ({
            key: (0,strength/* keyText */.Pu)(key).slice(0, longestName),
            keyBits: key.bits,
            signature: signatureAlgorithm.slice(0, longestName),
            issuer: issuer.slice(0, longestName),
        })),
    };
}

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/baseline/compare.js
// Facts of a target against those remembered of it: what got stronger, weaker or merely different. A table with a row a kind of facts.








/** What is compared in another way has no row: the failed checks, which have no members of their own. */
const rows = {
    handshake: { isOptional: true, knows: ({ handshake }) => handshake !== null, compare: compareHandshakes },
    protocols: { knows: ({ protocols }) => Object.values(protocols).some(support => support !== 'unknown'), compare: compareProtocols },
    suites: { knows: ({ cipherSuites }) => Object.keys(cipherSuites).length > 0, compare: compareSuites },
    groups: {
        knows: ({ groups, dhPrimeBits }) => knowsList(groups) || dhPrimeBits !== null,
        compare: (before, now) => [...compareLists(before.groups, now.groups, groupWords), ...comparePrimes(before, now)],
    },
    'signature-schemes': {
        knows: ({ signatureSchemes }) => knowsList(signatureSchemes),
        // In TLS 1.3 the server encrypts which one it signed with.
        compare: (before, now) => compareLists(before.signatureSchemes, now.signatureSchemes, schemeWords, untold(before, now)),
    },
    chain: { isOptional: true, knows: ({ chain }) => chain !== null, compare: compareChains },
    key: { isOptional: true, knows: ({ chain }) => chain !== null, compare: compareKeys },
    features: { knows: ({ features }) => Object.values(features).some(answer => answer !== 'unknown'), compare: compareFeatures },
};
const knowsList = ({ complete, accepted }) => complete || accepted.length > 0;
/** @param before what is remembered */
function compare(before, now, decided = {}) {
    const { doubtful, ...checks } = compareFailed(before, now, decided);
    if (!hasFacts(now)) {
        const gap = { what: 'handshake', message: 'nothing was found out that could be compared', severity: 'warning' };
        const none = { weaker: [], stronger: [], different: [], compared: [], clients: { gained: [], lost: [], compared: 0 } };
        return { ...none, notCompared: [gap, ...doubtful], checks };
    }
    const compared = [];
    const outcomes = Object.keys(rows).flatMap(what => {
        const { isOptional = false, knows, compare: compareKind } = rows[what];
        const [known, isKnown] = [knows(before), knows(now)];
        if (!known && !isKnown && isOptional)
            return [];
        if (known && isKnown)
            compared.push(what);
        const found = known && isKnown ? compareKind(before, now) : [(0,change/* unseen */.nv)(change/* kinds */.EZ[what], known, isKnown)];
        return found.map(outcome => ({ what, ...outcome }));
    });
    const changes = (effect) => outcomes.flatMap(outcome => (outcome.effect === effect ? { what: outcome.what, message: outcome.message } : []));
    return {
        weaker: outcomes.flatMap(it => (it.effect === 'weaker' ? { what: it.what, message: it.message, remedy: it.remedy } : [])),
        stronger: changes('stronger'),
        different: changes('different'),
        notCompared: [
            ...outcomes.flatMap(it => (it.effect === 'not-compared' ? { what: it.what, message: it.message, severity: it.severity } : [])),
            ...doubtful,
        ],
        compared,
        clients: compareClients(before, now),
        checks,
    };
}
/** Whether everything was asked, so that what is not known all the same no survey tells. */
const isThorough = ({ protocols: supports, cipherSuites: suites }) => protocolNames.every(name => supports[name] === 'refused' || (supports[name] === 'accepted' && suites[name]?.complete === true));
const protocolNames = protocols/* protocols */.WH.rows.map(({ name }) => name);
/** How much it matters that neither side knows something. */
const untold = (before, now) => (isThorough(before) && isThorough(now) ? 'notice' : 'warning');
function compareHandshakes({ handshake: before }, { handshake: now }) {
    if (before === null || now === null)
        return [];
    const parts = [
        ['protocol', 'protocol', 'required-protocol-refused'],
        ['cipherSuite', 'cipher suite', 'weak-cipher-accepted'],
        ['group', 'group', 'post-quantum-group-missing'],
        ['signatureScheme', 'signature scheme', 'weak-signature-scheme-accepted'],
    ];
    const outcomes = parts.flatMap(([part, kind, remedy]) => {
        const [was, is] = [before[part], now[part]];
        if (was === is)
            return [];
        // RFC 5246 §7.4.3: RSA key transport has neither a group nor a signature, so that one may be null for good.
        const message = `a client of today gets ${is ?? `no ${kind}`} in the place of ${was ?? `no ${kind}`}`;
        const [strength, wasStrength] = [is, was].map(name => (name === null ? null : rankOf(kind, name)));
        if (strength == null || wasStrength == null || strength === wasStrength)
            return [{ effect: 'different', message }];
        return [strength < wasStrength ? { effect: 'weaker', message, remedy } : { effect: 'stronger', message }];
    });
    if (before.alpn === now.alpn)
        return outcomes;
    const message = `a client of today gets ${now.alpn ?? 'no application protocol'} by ALPN in the place of ${before.alpn ?? 'none'}`;
    return [...outcomes, { effect: 'different', message }];
}
/** Of two suites that are both good a client of today may get either: only more than bits is a difference. */
function rankOf(kind, name) {
    const strength = strengthOf(kind, name);
    return kind === 'cipher suite' && strength !== null && strength !== unfit ? 1 + Math.floor(strength / tier) : strength;
}
function compareProtocols({ protocols: before }, { protocols: now }) {
    const was = (name) => before[name] ?? 'unknown';
    const is = (name) => now[name] ?? 'unknown';
    const of = (support, supports) => protocolNames.filter(name => supports(name) === support);
    const unknownTwo = of('unknown', is).filter(name => was(name) === 'unknown');
    const unknownNow = of('unknown', is).filter(name => was(name) !== 'unknown');
    const unknownBefore = protocolNames.filter(name => was(name) === 'unknown' && is(name) !== 'unknown');
    const isWeak = (name) => strengthOf('protocol', name) === unfit;
    // Nobody does better than to accept what is sound and to refuse the rest.
    const isBest = (name) => is(name) === (isWeak(name) ? 'refused' : 'accepted');
    return [
        ...compareMembers({
            added: of('accepted', is).filter(name => was(name) === 'refused'),
            removed: of('refused', is).filter(name => was(name) === 'accepted'),
            before: of('accepted', was),
            now: of('accepted', is),
        }, protocolWords),
        ...(unknownNow.length > 0
            ? [
                (0,change/* gap */.rQ)(`whether ${(0,policy_words/* are */.Jw)(unknownNow, 'accepted')} is not known now`, 
                // It may be accepted by now.
                unknownNow.some(name => isWeak(name) && was(name) === 'refused') ? 'error' : 'warning'),
            ]
            : []),
        ...(unknownBefore.length > 0
            ? [
                (0,change/* gap */.rQ)(`whether ${were(unknownBefore, 'accepted')} was not known before`, unknownBefore.every(isBest)
                    ? 'notice'
                    : unknownBefore.some(name => isWeak(name) && is(name) === 'accepted')
                        ? 'error'
                        : 'warning'),
            ]
            : []),
        ...(unknownTwo.length > 0 ? [(0,change/* gap */.rQ)(`whether ${(0,policy_words/* are */.Jw)(unknownTwo, 'accepted')} is not known on either side`)] : []),
    ];
}
const were = (names, what) => `${(0,policy_words/* listed */.KE)(names)} ${names.length === 1 ? 'was' : 'were'} ${what}`;
/** Of the versions that were accepted and are: what one brings with it that was refused, its own change says. */
function compareSuites(past, present) {
    const [before, now] = [past.cipherSuites, present.cipherSuites];
    return protocolNames.flatMap(protocol => {
        const [were, suites] = [before[protocol], now[protocol]];
        if (were === undefined || suites === undefined) {
            const supports = [past.protocols[protocol], present.protocols[protocol]];
            const isMissing = were === suites ? supports.every(support => support === 'accepted') : !supports.includes('refused');
            return isMissing ? [(0,change/* unseen */.nv)(`the cipher suites of ${protocol}`, were !== undefined, suites !== undefined)] : [];
        }
        const outcomes = compareLists(were, suites, { ...suiteWords, where: ` in ${protocol}` });
        const sides = [were.order, suites.order];
        if (sides.includes('unknown'))
            return outcomes;
        if (were.order !== suites.order)
            return [...outcomes, { effect: 'different', message: `the ${suites.order} chooses the suite in ${protocol} now` }];
        const [[first], [wasFirst]] = [suites.accepted, were.accepted];
        const isMoved = suites.order === 'server' && first !== wasFirst && suites.accepted.some(name => name === wasFirst);
        return isMoved
            ? [...outcomes, { effect: 'different', message: `the server prefers ${first} to ${wasFirst} in ${protocol} now` }]
            : outcomes;
    });
}
const protocolWords = {
    kind: 'protocol',
    where: '',
    remedies: { added: 'obsolete-protocol-accepted', removed: 'required-protocol-refused' },
};
const suiteWords = {
    kind: 'cipher suite',
    where: '',
    remedies: { added: 'weak-cipher-accepted', removed: 'policy-cipher-refused' },
};
const groupWords = {
    kind: 'group',
    where: '',
    remedies: { added: 'weak-group-accepted', removed: 'post-quantum-group-missing' },
};
const schemeWords = {
    kind: 'signature scheme',
    where: '',
    remedies: { added: 'weak-signature-scheme-accepted', removed: 'policy-signature-scheme-refused' },
};
/** @param severityTwice of what neither side knows */
function compareLists(before, now, words, severityTwice = 'warning') {
    const { kind, where } = words;
    const added = now.accepted.filter(name => !before.accepted.includes(name));
    const removed = before.accepted.filter(name => !now.accepted.includes(name));
    const outcomes = compareMembers(
    // Not to be on a list means to be refused only where the list is complete.
    { added: before.complete ? added : [], removed: now.complete ? removed : [], before: before.accepted, now: now.accepted }, words);
    const isWeak = added.some(name => strengthOf(kind, name) === unfit);
    if (!before.complete && added.length > 0)
        outcomes.push((0,change/* gap */.rQ)(`whether ${were(added, `accepted${where}`)} was not known before`, isWeak ? 'error' : 'warning'));
    else if (!before.complete && now.complete)
        outcomes.push((0,change/* gap */.rQ)(`which other ${kind}s were accepted${where} was not known before`));
    if (!now.complete && removed.length > 0)
        outcomes.push((0,change/* gap */.rQ)(`whether ${(0,policy_words/* are */.Jw)(removed, `accepted${where}`)} is not known now`));
    else if (!now.complete && before.complete)
        outcomes.push((0,change/* gap */.rQ)(`which other ${kind}s are accepted${where} is not known now`));
    const isSaid = outcomes.some(({ effect }) => effect === 'not-compared');
    if (!before.complete && !now.complete && !isSaid)
        outcomes.push((0,change/* gap */.rQ)(`which other ${kind}s are accepted${where} is not known on either side`, severityTwice));
    return outcomes;
}
/** One outcome for all names with the same effect. */
function compareMembers({ added, removed, before, now }, words) {
    const { kind, where, remedies } = words;
    return ['added', 'removed'].flatMap(way => {
        const [names, others] = way === 'added' ? [added, before] : [removed, now];
        const byEffect = Map.groupBy(names, name => effectOf(way, kind, name, others));
        return ['weaker', 'stronger', 'different'].flatMap((effect) => {
            const members = byEffect.get(effect) ?? [];
            if (members.length === 0)
                return [];
            const message = (0,policy_words/* are */.Jw)(members, way === 'added' ? `accepted${where} now` : `no longer accepted${where}`);
            return [effect === 'weaker' ? { effect, message, remedy: remedies[way] } : { effect, message }];
        });
    });
}
/**
 * What it means that a name is accepted in addition, or no longer. A list is as strong as its weakest name, for that is what an attacker picks,
 * and as good as its strongest, for that is what a client of today picks: what lies between the two changes neither.
 * @param others those that are accepted on the side without it
 */
function effectOf(way, kind, name, others) {
    const strength = strengthOf(kind, name);
    if (strength === null)
        return 'different';
    const [ifWeak, ifStrong] = way === 'added' ? ['weaker', 'stronger'] : ['stronger', 'weaker'];
    if (strength === unfit)
        return ifWeak;
    const strengths = others.map(other => strengthOf(kind, other) ?? unfit).filter(each => each !== unfit);
    if (strengths.length === 0)
        return ifStrong;
    if (strength < Math.min(...strengths))
        return ifWeak;
    return strength > Math.max(...strengths) ? ifStrong : 'different';
}
function compareFeatures(past, present) {
    const [before, now] = [past.features, present.features];
    const names = Object.keys(betterFeatures);
    const was = (name) => before[name] ?? 'unknown';
    const is = (name) => now[name] ?? 'unknown';
    const changed = names.filter(name => was(name) !== is(name));
    const known = changed.filter(name => was(name) !== 'unknown' && is(name) !== 'unknown');
    const unknown = names.filter(name => was(name) === 'unknown' && is(name) === 'unknown');
    const oneKnown = changed.filter(name => !known.includes(name));
    return [
        ...known.map((name) => {
            const message = is(name) === 'yes' ? `${name} is there now` : `${name} is no longer there`;
            if (is(name) === betterFeatures[name])
                return { effect: 'stronger', message };
            return { effect: 'weaker', message, remedy: is(name) === 'yes' ? 'policy-feature-offered' : 'policy-feature-missing' };
        }),
        ...(oneKnown.length > 0
            ? [
                (0,change/* gap */.rQ)(`of one side only it is known whether it has ${(0,policy_words/* enumerated */.BD)(oneKnown)}`, oneKnown.every(name => is(name) === betterFeatures[name]) ? 'notice' : 'warning'),
            ]
            : []),
        ...(unknown.length > 0 ? [(0,change/* gap */.rQ)(`whether it has ${(0,policy_words/* listed */.KE)(unknown)} is known of neither side`, untold(past, present))] : []),
    ];
}
/** What a client can no longer reach is no weakness: whoever needs it names it in the policy, whose check then fails. */
function compareClients({ clients: before }, { clients: now }) {
    const known = Object.keys(now).filter(name => now[name] !== 'unknown' && Object.hasOwn(before, name) && before[name] !== 'unknown');
    const changed = known.filter(name => now[name] !== before[name]);
    return {
        gained: changed.filter(name => now[name] === 'yes'),
        lost: changed.filter(name => now[name] === 'no'),
        compared: known.length,
    };
}
/** By check and failure: a server that is down has not got better because its certificate failed the same check before. */
function compareFailed({ failed: before }, { failed: now }, { before: wasDecided = () => true, now: isDecided = () => true }) {
    const known = new Map(Object.entries(before));
    const ages = Object.entries(now).map(([id, failures]) => [id, agesOfCheck(failures, known.get(id))]);
    const anew = ages.flatMap(([id, found]) => (found.includes('new') ? [id] : []));
    const failing = anew.filter(wasDecided);
    const unasked = anew.filter(id => !wasDecided(id));
    const open = ages.flatMap(([id, found]) => (found.includes('unknown') && !anew.includes(id) ? [id] : []));
    const doubts = [
        ...(unasked.length > 0 ? [`whether ${(0,policy_words/* listed */.KE)(unasked)} failed before as well was not decided then`] : []),
        ...(open.length > 0 ? [`whether ${(0,policy_words/* listed */.KE)(open)} ${open.length === 1 ? 'fails' : 'fail'} for more than before is not known`] : []),
    ];
    return {
        failing,
        doubtful: doubts.map(message => ({ what: 'checks', message, severity: 'warning' })),
        mended: [...known.keys()].filter(id => !Object.hasOwn(now, id) && isDecided(id)),
    };
}
/** @param now a cause alone in a lock file of old, which is compared with another file */
function agesOfCheck(now, before) {
    if (typeof now !== 'string')
        return (0,failures/* agesOf */.Oe)(now, before);
    return causesOf(before).includes(now) ? ['unknown'] : ['new'];
}
const causesOf = (failures = []) => typeof failures === 'string' ? [failures] : failures.map(({ cause }) => cause);

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/baseline/baseline.js



/**
 * @param location where a file of the user's names the target; without one the checks stand at its entry in the lock file
 */
function compareWith(baseline, observed, location) {
    const remembered = baseline.targets.get(keyOf(observed.target));
    if (remembered === undefined)
        return { before: null, comparison: null, checks: [(0,baseline_checks/* newTargetCheck */.yk)(location)] };
    const comparison = compare(remembered.facts, factsOf(observed), { now: id => isDecided(observed, id) });
    return {
        before: remembered.facts,
        comparison: targetComparison(observed.target, comparison),
        checks: (0,baseline_checks/* comparisonChecks */.hG)(comparison, location ?? remembered.location),
    };
}
function targetComparison({ url, servername }, comparison) {
    const plain = ({ what, message }) => ({ what, message });
    const { weaker, stronger, different, notCompared, clients, checks } = comparison;
    return {
        url,
        servername,
        weaker: weaker.map(change => ({ ...plain(change), fix: (0,baseline_checks/* fixOfWeakenings */.hL)([change]) })),
        stronger: stronger.map(plain),
        different: different.map(plain),
        notCompared: notCompared.map(plain),
        clients: { gained: clients.gained, lost: clients.lost },
        checks,
    };
}
/** Targets that only the baseline has and that are named: of a run of one target with the lock file of a fleet nobody wants to read all others. */
const mostGone = 20;
/** A check for each target that only the baseline has, and where there are many one for all that are not named. */
function goneTargets({ targets }, checked) {
    const keys = new Set(checked.map(keyOf));
    const gone = [...targets].filter(([key]) => !keys.has(key));
    // One more takes no more room than what would count it.
    const named = gone.length <= mostGone + 1 ? gone.length : mostGone;
    return gone
        .slice(0, named + 1)
        .map(([key, { location }], index) => (0,baseline_checks/* goneTargetCheck */.VM)(key, location, index === named ? gone.length - named : 0));
}


/***/ }),

/***/ 2666:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ kinds),
/* harmony export */   nv: () => (/* binding */ unseen),
/* harmony export */   rQ: () => (/* binding */ gap)
/* harmony export */ });
/** The kinds of facts that are compared, and what they are called. */
const kinds = {
    handshake: 'the handshake',
    protocols: 'the protocol versions',
    suites: 'the cipher suites',
    groups: 'the groups',
    'signature-schemes': 'the signature schemes',
    chain: 'the chain',
    key: 'the key of the certificate',
    features: 'the features',
    checks: 'the failed checks',
};
const gap = (message, severity = 'warning') => ({ effect: 'not-compared', message, severity });
/** Of what at least one side does not know. */
function unseen(title, known, isKnown) {
    if (!known && !isKnown)
        return gap(`${title} could be seen neither before nor now`);
    return gap(`${title} ${isKnown ? 'could be seen now, and could not before' : 'could be seen before, and cannot now'}`);
}


/***/ }),

/***/ 6412:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VM: () => (/* binding */ goneTargetCheck),
/* harmony export */   hG: () => (/* binding */ comparisonChecks),
/* harmony export */   hL: () => (/* binding */ fixOfWeakenings),
/* harmony export */   waiveKnown: () => (/* binding */ waiveKnown),
/* harmony export */   yk: () => (/* binding */ newTargetCheck)
/* harmony export */ });
/* harmony import */ var _causes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5232);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9998);
/* harmony import */ var _check_of_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7754);
/* harmony import */ var _policy_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9816);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2666);
/* harmony import */ var _failures_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9101);
// From a comparison to the checks of a report, and what of a report does not fail a run that looks for regressions only.






/** A check for each kind of facts that either side knows. */
function comparisonChecks(comparison, location) {
    const checks = Object.keys(_change_js__WEBPACK_IMPORTED_MODULE_4__/* .kinds */ .EZ).flatMap(what => kindCheck(comparison, what));
    return [...checks, ...clientsCheck(comparison)].map(check => (check.status === 'pass' ? check : { ...check, location }));
}
/** Of a target that the baseline does not have. */
function newTargetCheck(location) {
    const message = 'the baseline does not have this target: it is judged by the policy alone';
    return { ...(0,_check_of_js__WEBPACK_IMPORTED_MODULE_2__/* .checkOf */ .E)({ ...noticed, id: 'baseline/target', cause: 'baseline-target-new', message }), location };
}
/** Of a target that only the baseline has, where `more` is 0, or of so many further ones from it on. */
function goneTargetCheck(key, location, more = 0) {
    const what = more === 0 ? `${key}, which was` : `${more} more targets, from ${key} on, which were`;
    const message = `the baseline has ${what} not checked`;
    return { ...(0,_check_of_js__WEBPACK_IMPORTED_MODULE_2__/* .checkOf */ .E)({ ...noticed, id: 'baseline/target', cause: 'baseline-target-gone', message }), location };
}
const noticed = { severity: 'notice', status: 'fail', evidence: [] };
function kindCheck({ weaker, different, stronger, notCompared, compared }, what) {
    const of = (changes) => changes.filter(change => change.what === what);
    const said = (changes) => changes.map(({ message }) => message).join('; ');
    const id = `baseline/${what}`;
    const [worse, other, better, gaps] = [of(weaker), of(different), of(stronger), of(notCompared)];
    if (worse.length > 0) {
        const fix = fixOfWeakenings(worse);
        return [(0,_check_of_js__WEBPACK_IMPORTED_MODULE_2__/* .checkOf */ .E)({ id, severity: 'error', status: 'fail', cause: 'baseline-weakened', message: said(worse), fix, evidence: [] })];
    }
    const severity = _check_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .gO.find(each => gaps.some(({ severity }) => severity === each)) ?? 'notice';
    const found = [
        // What may have got worse is no more excluded than any other question without an answer.
        ...(gaps.length > 0
            ? [
                (0,_check_of_js__WEBPACK_IMPORTED_MODULE_2__/* .checkOf */ .E)({
                    id,
                    severity,
                    status: 'inconclusive',
                    message: said(gaps),
                    fix: severity === 'notice' ? null : recordAll,
                    evidence: [],
                }),
            ]
            : []),
        ...(other.length > 0 ? [(0,_check_of_js__WEBPACK_IMPORTED_MODULE_2__/* .checkOf */ .E)({ ...noticed, id, cause: 'baseline-changed', message: said(other) })] : []),
    ];
    if (found.length > 0)
        return found;
    if (!compared.includes(what))
        return [];
    const message = better.length > 0 ? `stronger than the baseline: ${said(better)}` : `${_change_js__WEBPACK_IMPORTED_MODULE_4__/* .kinds */ .EZ[what]} as in the baseline`;
    return [(0,_check_of_js__WEBPACK_IMPORTED_MODULE_2__/* .checkOf */ .E)({ id, severity: 'error', status: 'pass', message, evidence: [] })];
}
const recordAll = 'Compare what was asked alike: survey full in this run, and the lock file written anew with --update-baseline --survey full';
/** How to undo each: what to do in the first line, which is all that an annotation has, then a line a product. */
function fixOfWeakenings(weakenings) {
    const fixes = [...new Set(weakenings.map(({ remedy }) => remedy))].map(remedy => (0,_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .fixOf */ .BW)(remedy).split('\n'));
    return [fixes.map(([doing]) => doing).join('; '), ...fixes.flatMap(([, ...lines]) => lines)].join('\n');
}
function clientsCheck({ clients: { gained, lost, compared } }) {
    const id = 'baseline/clients';
    if (compared === 0)
        return [];
    const message = [
        ...(lost.length > 0 ? [`no longer connect: ${(0,_policy_words_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(lost)}`] : []),
        ...(gained.length > 0 ? [`connect now: ${(0,_policy_words_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(gained)}`] : []),
    ].join('; ');
    if (message !== '')
        return [(0,_check_of_js__WEBPACK_IMPORTED_MODULE_2__/* .checkOf */ .E)({ ...noticed, id, cause: 'baseline-changed', message })];
    return [(0,_check_of_js__WEBPACK_IMPORTED_MODULE_2__/* .checkOf */ .E)({ id, severity: 'error', status: 'pass', message: 'the same clients connect as in the baseline', evidence: [] })];
}
/**
 * The checks where only regressions count: what has failed before, for the same cause, as severely and for no less, is waived; of what may or
 * may not be new it is not known whether it got worse. Nor of what could not be compared, which is an error then.
 * @param before null for a target that the baseline does not have
 */
function waiveKnown(checks, before) {
    const known = new Map(Object.entries(before?.failed ?? {}));
    const failed = Map.groupBy(checks.filter(({ status }) => status === 'fail'), ({ id }) => id);
    const ages = new Map([...failed].flatMap(([id, each]) => {
        const found = (0,_failures_js__WEBPACK_IMPORTED_MODULE_5__/* .agesOf */ .Oe)(each.map(_failures_js__WEBPACK_IMPORTED_MODULE_5__/* .failureOf */ .g5), known.get(id));
        return each.map((check, index) => [check, found[index]]);
    }));
    return checks.map(check => {
        const { message } = check;
        switch (ages.get(check)) {
            case 'old':
                return { ...check, status: 'waived', message: `${message}; known in the baseline` };
            case 'unknown':
                return { ...check, status: 'inconclusive', message: `${message}; the baseline does not tell whether all of it was so before` };
            default:
                return isUncompared(check) ? { ...check, severity: 'error' } : check;
        }
    });
}
/** Of the failed checks each is judged by itself. */
const isUncompared = ({ id, status, severity }) => id.startsWith('baseline/') && id !== 'baseline/checks' && status === 'inconclusive' && severity === 'warning';


/***/ }),

/***/ 9101:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oe: () => (/* binding */ agesOf),
/* harmony export */   dJ: () => (/* binding */ failuresOf),
/* harmony export */   g5: () => (/* binding */ failureOf)
/* harmony export */ });
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9998);
// Failed checks against those remembered: which of them are old. An id and a cause do not tell: a warning may be an error by now, and a check on
// many things may fail for one more.

/** A waived check has failed all the same. Those on a baseline are no facts of a server. */
function isFailed({ id, status, severity, cause }) {
    const failed = status === 'fail' || (status === 'waived' && cause !== null);
    return failed && severity !== 'notice' && !id.startsWith('baseline/');
}
/** The failed ones of some checks, by id; the same for the same failures, in whatever order they come. */
function failuresOf(checks) {
    const byId = Map.groupBy(checks.filter(isFailed), ({ id }) => id);
    return Object.fromEntries([...byId].map(([id, failed]) => [id, failed.map(failureOf).toSorted(byText)]));
}
function failureOf({ cause, severity, members = [], undecided = [] }) {
    const failing = members.filter(name => !undecided.includes(name)).toSorted();
    return {
        cause: cause ?? '',
        severity,
        ...(failing.length > 0 && { members: failing }),
        ...(undecided.length > 0 && { undecided: undecided.toSorted() }),
    };
}
const byText = (a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
/** The age of each failure of one check, by what is remembered of that check. */
function agesOf(now, before = []) {
    if (typeof before === 'string')
        return now.map(({ cause }) => (cause === before ? 'unknown' : 'new'));
    const ranks = now.map(({ severity }) => _check_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO.indexOf(severity));
    return now.map((failure, index) => {
        const known = before.filter(each => each.cause === failure.cause && _check_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO.indexOf(each.severity) <= (ranks[index] ?? 0));
        if (known.length === 0)
            return 'new';
        const names = known.flatMap(({ members = [] }) => members);
        const isKnown = (name) => names.includes(name);
        const { members = [], undecided = [] } = failure;
        if (!members.every(isKnown))
            return 'new';
        if (!undecided.every(isKnown))
            return 'unknown';
        if (members.length > 0)
            return 'old';
        // Without names they are counted, the most severe first: of two certificates that have expired one may be known to have.
        const others = now.filter((other, at) => {
            const [rank = 0, own = 0] = [ranks[at], ranks[index]];
            return other.cause === failure.cause && (rank < own || (rank === own && at < index));
        });
        return others.length < known.length ? 'old' : 'new';
    });
}


/***/ }),

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


/***/ })

};
;