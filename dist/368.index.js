"use strict";
exports.id = 368;
exports.ids = [368];
exports.modules = {

/***/ 7874:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ analyseChain)
});

// EXTERNAL MODULE: ./build/commonjs/esm/certificate/distinguished-name.js
var distinguished_name = __webpack_require__(1024);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/hostname.js
var hostname = __webpack_require__(429);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/parse.js + 1 modules
var parse = __webpack_require__(8173);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/commonjs/esm/certificate/path.js
// Finds the way from a leaf up to a trusted root among the certificates that were sent and those of the trust store. It explains what OpenSSL
// decides, so it looks at the same things: names, key identifiers, signatures; and in the same order: the trust store first.


/** A real path has three signatures. More than this many are only tried for a server that wants to keep us busy. */
const maxVerifications = 64;
/**
 * The shortest path to an anchor; without one, the path that shows best what is missing. Every certificate is visited once, so a set of
 * cross-signed ones in a circle costs no more than a straight chain.
 * @param sent the readable certificates, the leaf first
 * @param verified OpenSSL has verified a path, so that a signature needs no second look where only one certificate can have made it
 */
function findPath(sent, store, { at, verified }) {
    const exact = search(sent, store, at, verified);
    // Reading every trusted subject is only worth while when no name was found as it is encoded.
    return exact.end.kind === 'anchor' ? exact : search(sent, { ...store, named: store.namedLoosely }, at, verified);
}
function search(sent, { named, partialChain }, at, verified) {
    const visited = new Set([fingerprint(sent[0])]);
    const queue = [{ link: sent[0], from: null }];
    let verifications = 0;
    let best = null;
    for (const step of queue) {
        const { link } = step;
        if (partialChain && link.trusted)
            return { links: linksTo(step), end: { kind: 'anchor' } };
        if (verified && link.trusted ? isSelfIssued(link.parsed) : isSelfSigned(link.parsed)) {
            if (link.trusted)
                return { links: linksTo(step), end: { kind: 'anchor' } };
            if (best?.end.kind !== 'untrusted-root')
                best = { step, end: { kind: 'untrusted-root' } };
            continue;
        }
        const namesakes = issuersByName(link, sent, named);
        const possible = namesakes.filter(issuer => keyIdentifierFits(link.parsed, issuer.parsed));
        const issuers = verified && possible.length === 1
            ? possible
            : possible.filter(issuer => ++verifications <= maxVerifications && isSignedBy(link.parsed, issuer.parsed));
        for (const issuer of issuers.sort((a, b) => preference(b, at) - preference(a, at))) {
            if (visited.has(fingerprint(issuer)))
                continue;
            visited.add(fingerprint(issuer));
            queue.push({ link: issuer, from: step });
        }
        // A later step stands as far up or further; a root that was sent explains more than a gap.
        if (issuers.length === 0 && best?.end.kind !== 'untrusted-root')
            best = { step, end: possible.length > 0 ? { kind: 'bad-signature', issuers: possible } : { kind: 'issuer-missing', namesakes } };
    }
    const { step, end } = best ?? { step: queue.at(-1) ?? { link: sent[0], from: null }, end: { kind: 'circle' } };
    return { links: linksTo(step), end };
}
/** Certificates with the name of the issuer, the trust store's first. */
function issuersByName(link, sent, trustedNamed) {
    const trusted = trustedNamed(link.parsed.issuer).map(parsed => ({
        parsed,
        index: sent.find(it => isSame(it, parsed))?.index ?? null,
        trusted: true,
    }));
    const others = sent.filter(it => it !== link && (0,distinguished_name/* sameName */.q)(it.parsed.subject, link.parsed.issuer) && !trusted.some(({ parsed }) => isSame(it, parsed)));
    return [...trusted, ...others];
}
const isSame = (link, parsed) => fingerprint(link) === parsed.certificate.fingerprint256;
/** RFC 5280 §4.2.1.1: a key identifier on one side only says nothing. */
function keyIdentifierFits({ certificate }, issuer) {
    const { authorityKeyId } = certificate;
    const { subjectKeyId } = issuer.certificate;
    return authorityKeyId === null || subjectKeyId === null || authorityKeyId === subjectKeyId;
}
/** Trusted ones first, then those in their time of validity. */
function preference({ trusted, parsed }, at) {
    return (trusted ? 2 : 0) + (isInTime(parsed, at) ? 1 : 0);
}
function isInTime({ certificate }, at) {
    return Date.parse(certificate.notBefore) <= at && at <= Date.parse(certificate.notAfter);
}
/** Whether subject and issuer are the same name (RFC 5280 §6.1); the signature may be by another key all the same. */
function isSelfIssued({ subject, issuer }) {
    return (0,distinguished_name/* sameName */.q)(subject, issuer);
}
/** Whether it is signed by its own key. */
function isSelfSigned(parsed) {
    return isSelfIssued(parsed) && keyIdentifierFits(parsed, parsed) && isSignedBy(parsed, parsed);
}
/** Whether the signature is by the issuer's key. What OpenSSL cannot verify (an algorithm it lacks) is given the benefit of the doubt: it decides trust. */
function isSignedBy(parsed, issuer) {
    try {
        return new external_node_crypto_.X509Certificate(parsed.der).verify(new external_node_crypto_.X509Certificate(issuer.der).publicKey);
    }
    catch {
        return true;
    }
}
function linksTo(step) {
    const links = [];
    for (let at = step; at !== null; at = at.from)
        links.unshift(at.link);
    return links;
}
const fingerprint = ({ parsed }) => parsed.certificate.fingerprint256;

// EXTERNAL MODULE: ./build/commonjs/esm/certificate/problem.js
var problem = __webpack_require__(9);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/span.js
var span = __webpack_require__(7176);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/strength.js
var strength = __webpack_require__(4037);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/general-name.js
var general_name = __webpack_require__(7848);
;// CONCATENATED MODULE: ./build/commonjs/esm/certificate/name-constraints.js
// Whether the names of a certificate stand within the constraints of an authority above it (RFC 5280 §4.2.1.10).


/** OpenSSL's limit for one certificate and one authority (NAME_CHECK_MAX), here to be shared by all of a path: thirty of them took seconds. */
const allowance = () => ({ comparisons: 2 ** 20, hosts: new Map() });
/** The first name that breaks the constraints, for a message, or null; 'more names than can be compared' when the allowance is used up. */
function constraintBroken(constraints, { subject, alternativeNames }, left) {
    const [permitted, excluded] = [byKind(constraints.permitted), byKind(constraints.excluded)];
    const names = subject.keys.length > 0 ? [{ kind: 'directory', name: subject }, ...alternativeNames] : alternativeNames;
    left.comparisons -= names.length * (constraints.permitted.length + constraints.excluded.length);
    if (left.comparisons < 0)
        return 'more names than can be compared';
    const broken = names.find(name => {
        // Names of a kind that is not read here: OpenSSL's verdict on them is reported as it is.
        if (name.kind === 'other')
            return false;
        const { [name.kind]: allowed = [] } = permitted;
        const { [name.kind]: forbidden = [] } = excluded;
        if (allowed.length + forbidden.length === 0)
            return false;
        const host = hostOf(name, left.hosts);
        const within = (base) => isWithin({ name, host }, base);
        return forbidden.some(within) || (allowed.length > 0 && !allowed.some(within));
    });
    return broken === undefined ? null : nameText(broken);
}
/** The bases of each kind, with the domains of all but whole mailboxes in lower case. */
function byKind(bases) {
    return Object.groupBy(bases.map(inLowerCase), ({ kind }) => kind);
}
function inLowerCase(base) {
    const isDomain = base.kind === 'dns' || base.kind === 'uri' || (base.kind === 'email' && !base.text.includes('@'));
    return isDomain ? { ...base, text: base.text.toLowerCase() } : base;
}
/** In lower case; empty for a name that has none. */
function hostOf(name, known) {
    const host = known.get(name) ?? hostIn(name).toLowerCase();
    known.set(name, host);
    return host;
}
function hostIn(name) {
    switch (name.kind) {
        case 'dns':
            return name.text;
        case 'email':
            return name.text.slice(name.text.lastIndexOf('@') + 1);
        case 'uri':
            return URL.parse(name.text)?.hostname ?? '';
        case 'ip':
        case 'directory':
        case 'other':
            return '';
        default:
            return name;
    }
}
function isWithin({ name, host }, base) {
    switch (name.kind) {
        case 'dns':
            return base.kind === 'dns' && isWithinDomain(host, base.text);
        case 'email':
            return base.kind === 'email' && (base.text.includes('@') ? name.text === base.text : isWithinHost(host, base.text));
        case 'uri':
            return base.kind === 'uri' && isWithinHost(host, base.text);
        case 'ip':
            return base.kind === 'ip' && isWithinRange(name.bytes, base.bytes);
        case 'directory':
            return base.kind === 'directory' && (0,distinguished_name/* startsWithName */.Lq)(name.name, base.name);
        case 'other':
            return false;
        default:
            return name;
    }
}
/** 'example.com' is itself and everything below; '.example.com', which the RFC does not define for DNS names, everything below (as OpenSSL does). */
function isWithinDomain(host, domain) {
    if (domain === '' || host === domain)
        return true;
    return host.endsWith(domain) && (domain.startsWith('.') || host.at(-domain.length - 1) === '.');
}
/** 'example.com' is that host only, '.example.com' those below it. */
function isWithinHost(host, domain) {
    return domain.startsWith('.') ? host.endsWith(domain) : host === domain;
}
/** A base is an address and a mask after it. */
function isWithinRange(address, base) {
    const size = address.length;
    if (base.length !== 2 * size)
        return false;
    // Not every(), which takes ten times as long on typed arrays.
    for (let i = 0; i < size; i++)
        if ((((address[i] ?? 0) ^ (base[i] ?? 0)) & (base[size + i] ?? 0)) !== 0)
            return false;
    return true;
}
function nameText(name) {
    switch (name.kind) {
        case 'directory':
            return name.name.text;
        case 'ip':
            return (0,general_name/* addressText */.GI)(name.bytes) ?? 'a broken address';
        case 'dns':
        case 'email':
        case 'uri':
        case 'other':
            return name.text;
        default:
            return name;
    }
}

;// CONCATENATED MODULE: ./build/commonjs/esm/certificate/usage.js
// Whether the certificates of a path may be used as they are: the leaf for a TLS server, those above as its authorities (RFC 5280 §4.2.1, §6.1).



/** What forbids the certificates of a path what they are used for: usages, constraints, path lengths, names (RFC 5280 §4.2.1). */
function usageProblems(links) {
    const [leaf, ...authorities] = links;
    if (leaf === undefined)
        return [];
    const left = allowance();
    return [
        ...leafProblems(leaf),
        ...authorities.flatMap((authority, i) => authorityProblems(authority, links.slice(0, i + 1), left)),
        ...links.flatMap(purposeProblems),
    ];
}
function leafProblems({ index, parsed: { certificate } }) {
    const problems = [];
    const label = (0,problem/* certificateLabel */.eH)(index, certificate);
    const { basicConstraints, keyUsage } = certificate;
    if (basicConstraints?.ca === true)
        problems.push((0,problem/* problem */.CC)('ca-as-leaf', index, `${label} is a certificate authority's and should not be a server's: some clients refuse it`));
    // RFC 8446 §4.4.2.2: it signs the handshake, as in every cipher suite with an ephemeral key exchange.
    if (keyUsage !== null && !keyUsage.includes('digitalSignature'))
        problems.push((0,problem/* problem */.CC)('key-usage', index, `${label} may be used for ${listed(keyUsage)}, not for digitalSignature`));
    return problems;
}
/** @param below the certificates from the leaf up to the one this authority issued */
function authorityProblems({ index, parsed }, below, left) {
    const problems = [];
    const { certificate, version, nameConstraints } = parsed;
    const { basicConstraints, keyUsage } = certificate;
    const label = (0,problem/* certificateLabel */.eH)(index, certificate);
    // A root from before version 3 has no extension to say that it is an authority (RFC 5280 §6.1.4 k).
    const isOldRoot = version === 1 && isSelfIssued(parsed);
    if (!isOldRoot && basicConstraints?.ca !== true)
        problems.push((0,problem/* problem */.CC)('not-a-ca', index, `${label} issued the one below it, but is not a certificate authority's`));
    if (keyUsage !== null && !keyUsage.includes('keyCertSign'))
        problems.push((0,problem/* problem */.CC)('not-a-ca', index, `${label} may be used for ${listed(keyUsage)}, not for keyCertSign`));
    const intermediates = below.slice(1).filter(link => !isSelfIssued(link.parsed)).length;
    const limit = basicConstraints?.ca === true ? basicConstraints.pathLength : null;
    if (limit !== null && intermediates > limit)
        problems.push((0,problem/* problem */.CC)('path-too-long', index, `${label} allows ${limit} intermediates below it; there are ${intermediates}`));
    if (nameConstraints !== null)
        for (const [height, link] of below.entries()) {
            // RFC 5280 §6.1.3 b: constraints pass over self-issued intermediates.
            if (height > 0 && isSelfIssued(link.parsed))
                continue;
            const broken = constraintBroken(nameConstraints, link.parsed, left);
            if (broken === null)
                continue;
            const who = (0,problem/* certificateLabel */.eH)(link.index, link.parsed.certificate);
            problems.push((0,problem/* problem */.CC)('name-constraint', link.index, `${who} names ${(0,problem/* short */.h0)(broken)}, which ${label} does not allow`));
        }
    return problems;
}
/** OpenSSL asks authorities for the purpose too, as do browsers: an extendedKeyUsage restricts what is issued below it. */
function purposeProblems({ index, parsed }) {
    const problems = [];
    const { certificate, unknownCritical } = parsed;
    const label = (0,problem/* certificateLabel */.eH)(index, certificate);
    // anyExtendedKeyUsage does not count (RFC 5280 §4.2.1.12 leaves it to the application; OpenSSL asks for serverAuth).
    if (certificate.extendedKeyUsage !== null && !certificate.extendedKeyUsage.includes('serverAuth'))
        problems.push((0,problem/* problem */.CC)('not-for-servers', index, `${label} is for ${listed(certificate.extendedKeyUsage)}, not for serverAuth`));
    if (unknownCritical.length > 0)
        problems.push((0,problem/* problem */.CC)('critical-extension', index, `${label} has the critical extension ${listed(unknownCritical)}, which no TLS client knows`));
    return problems;
}
const listed = (names) => (0,problem/* short */.h0)(names.join(', ') || 'nothing');

;// CONCATENATED MODULE: ./build/commonjs/esm/certificate/chain.js








/** OpenSSL's own limit for a path is 100, and real servers send at most 5; what follows the first of these is not looked at. */
const maxPresented = 32;
/**
 * The path from the leaf upwards, and everything that is wrong with it and with what was sent beside it (RFC 5280 §6.1). Never throws
 * for what a certificate is.
 */
function analyseChain(question) {
    const { at, reference, store, verified } = question;
    const presented = question.presented.slice(0, maxPresented).map(it => (it instanceof Uint8Array ? (0,parse/* parseCertificate */.hB)(it) : it));
    const sent = presented.flatMap((parsed, index) => {
        return parsed.kind === 'certificate' ? [{ parsed, index, trusted: store.has(parsed.der) }] : [];
    });
    const [leaf] = sent;
    const path = leaf?.index === 0 ? findPath([leaf, ...sent.slice(1)], store, { at: at.getTime(), verified }) : null;
    const links = path?.links ?? [];
    return {
        at: at.toISOString(),
        reference,
        presented,
        path: links.map(({ index, parsed, trusted }) => ({ index, certificate: parsed.certificate, trusted })),
        complete: path?.end.kind === 'anchor',
        problems: [
            ...(path ? endProblems(path, store) : []),
            ...links.flatMap(link => validityProblems(link, at.getTime())),
            ...(leaf?.index === 0 && reference ? nameProblems(leaf, reference) : []),
            ...usageProblems(links),
            ...links.flatMap(strengthProblems),
            ...presented.flatMap((parsed, index) => {
                return parsed.kind === 'unreadable' ? [(0,problem/* problem */.CC)('unreadable', index, `certificate ${index} cannot be read: ${parsed.reason}`)] : [];
            }),
            ...(path ? orderProblems(sent, path) : []),
            ...(question.presented.length > maxPresented
                ? [(0,problem/* problem */.CC)('too-many', null, `${question.presented.length} certificates were sent; only the first ${maxPresented} were looked at`)]
                : []),
        ],
    };
}
function endProblems({ links, end }, store) {
    const last = links.at(-1);
    if (last === undefined)
        return [];
    const isLeaf = links.length === 1;
    const { index, parsed } = last;
    const label = (0,problem/* certificateLabel */.eH)(index, parsed.certificate);
    const issuer = (0,problem/* short */.h0)(parsed.certificate.issuer || 'a certificate without a name');
    switch (end.kind) {
        case 'anchor':
            return [];
        case 'untrusted-root':
            return isLeaf
                ? [(0,problem/* problem */.CC)('self-signed', index, `${label} is signed by its own key and is not one the client trusts`)]
                : [(0,problem/* problem */.CC)('root-untrusted', index, `the chain ends at the root ${label}, which the client does not trust`)];
        case 'bad-signature': {
            const others = end.issuers.map(it => (0,problem/* certificateLabel */.eH)(it.index, it.parsed.certificate)).slice(0, 3);
            return [
                (0,problem/* problem */.CC)('bad-signature', index, `the signature of ${label} is not by the key of ${others.join(' or of ')}, which has the name of its issuer`),
            ];
        }
        case 'issuer-missing': {
            const namesakes = end.namesakes
                .slice(0, 3)
                .map(it => `; ${(0,problem/* certificateLabel */.eH)(it.index, it.parsed.certificate)} has that name and another key`);
            const seen = `${label} was issued by ${issuer}, which was neither sent nor is trusted by the client${namesakes.join('')}`;
            return lacksIntermediate(parsed, isLeaf, store)
                ? [(0,problem/* problem */.CC)('issuer-missing', index, `${seen}${published(parsed.certificate)}`)]
                : [(0,problem/* problem */.CC)('root-unknown', index, seen)];
        }
        case 'circle':
            return [
                (0,problem/* problem */.CC)('root-unknown', index, `the certificates above the leaf issued each other up to ${label}, and none is one the client trusts`),
            ];
        default:
            return end;
    }
}
/**
 * From outside, a missing intermediate and an unknown root look the same. Where the client trusts a root of the issuer's organization, something
 * between the two is missing. Otherwise what follows an intermediate is a root; and what follows a leaf is an intermediate, unless it should be
 * one of the public authorities, for these say in a leaf where its issuer is published (Baseline Requirements §7.1.2.7.7).
 */
function lacksIntermediate({ issuer, certificate }, isLeaf, store) {
    if (store.knowsOrganization(issuer))
        return true;
    return isLeaf && (certificate.issuerUrls.length > 0 || !store.isPublic());
}
/** Where the missing certificate can be had (RFC 5280 §4.2.2.1). */
function published({ issuerUrls }) {
    const [url] = issuerUrls;
    return url === undefined ? '' : `; it is published at ${(0,problem/* short */.h0)(url)}`;
}
function validityProblems({ index, parsed: { certificate } }, at) {
    const { notBefore, notAfter } = certificate;
    const label = (0,problem/* certificateLabel */.eH)(index, certificate);
    if (at > Date.parse(notAfter))
        return [(0,problem/* problem */.CC)('expired', index, `${label} expired at ${notAfter}, ${(0,span/* span */.Ln)(at - Date.parse(notAfter))} ago`)];
    if (at < Date.parse(notBefore))
        return [(0,problem/* problem */.CC)('not-yet-valid', index, `${label} is valid from ${notBefore}, in ${(0,span/* span */.Ln)(Date.parse(notBefore) - at)}`)];
    return [];
}
function nameProblems({ index, parsed: { certificate, subject } }, reference) {
    const match = (0,hostname/* matchHostname */.$)(reference, certificate);
    if (match.matches)
        return [];
    const seen = `${(0,problem/* certificateLabel */.eH)(index, certificate)} ${match.message}`;
    if (match.reason === 'mismatch')
        return [(0,problem/* problem */.CC)('host-mismatch', index, seen)];
    const inCommonName = subject.commonNames.some(name => name.toLowerCase() === reference.name.toLowerCase());
    return [(0,problem/* problem */.CC)('no-san', index, inCommonName ? `${seen}, and its common name no longer counts` : seen)];
}
function strengthProblems({ index, parsed }) {
    const { certificate } = parsed;
    const label = (0,problem/* certificateLabel */.eH)(index, certificate);
    const key = (0,strength/* keyStrength */.V4)(certificate.key);
    const signature = (0,strength/* signatureStrength */.wd)(certificate.signatureAlgorithm);
    const problems = [];
    if (key !== null && key < strength/* enoughBits */.zH)
        problems.push((0,problem/* problem */.CC)('weak-key', index, `${label} has a weak key: ${(0,strength/* keyText */.Pu)(certificate.key)}`));
    // Nobody relies on the signature by which a root vouches for itself.
    if (signature !== null && signature < strength/* enoughBits */.zH && !isSelfSigned(parsed))
        problems.push((0,problem/* problem */.CC)('weak-signature', index, `${label} is signed with the weak ${certificate.signatureAlgorithm}`));
    return problems;
}
/** What is odd about the list itself. RFC 5246 §7.4.2 asks for the order of the path; RFC 8446 §4.4.2 for the leaf first and lets clients sort the rest. */
function orderProblems(sent, { links, end }) {
    const problems = [];
    const order = links.flatMap(({ index }) => (index === null ? [] : [index]));
    if (order.some((index, i) => index < (order[i - 1] ?? -1)))
        problems.push((0,problem/* problem */.CC)('misordered', null, `the certificates were sent out of order: the path is ${order.join(', ')} (counted as sent)`));
    const belonging = issuersAbove(sent);
    for (const link of sent) {
        const { index, parsed } = link;
        const label = (0,problem/* certificateLabel */.eH)(index, parsed.certificate);
        const first = sent.find(it => it.parsed.certificate.fingerprint256 === parsed.certificate.fingerprint256);
        if (first !== undefined && first !== link)
            problems.push((0,problem/* problem */.CC)('duplicate', index, `${label} is the same as certificate ${first.index}`));
        else if (!belonging.has(link))
            problems.push((0,problem/* problem */.CC)('unrelated', index, `${label} issued none of the others`));
        else if (index !== 0 && end.kind === 'anchor' && isSelfSigned(parsed))
            problems.push((0,problem/* problem */.CC)('root-sent', index, `${label} is a root: clients have their own copy and ignore this one`));
    }
    return problems;
}
/** The leaf and everything above it by name: cross-signed alternatives, which serve other clients, belong to the chain though this path is without them. */
function issuersAbove(sent) {
    const belonging = new Set(sent.slice(0, 1));
    for (const { parsed } of belonging) {
        for (const link of sent)
            if ((0,distinguished_name/* sameName */.q)(link.parsed.subject, parsed.issuer))
                belonging.add(link);
    }
    return belonging;
}


/***/ }),

/***/ 429:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ matchHostname)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3136);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_url__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _address_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5228);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9);
// Whether a certificate is for the name a client wants to reach (RFC 9525). Only subject alternative names count, never the common name.




/** Compares a reference with the names of a certificate (RFC 9525 §6). Never throws; a reference that is no valid name matches nothing. */
function matchHostname(reference, certificate) {
    const { dns, ip } = certificate.names;
    if (dns.length + ip.length === 0)
        return { matches: false, reason: 'no-san', message: 'has no subject alternative name' };
    const wanted = reference.kind === 'ip' ? canonicalAddress(reference.name) : canonicalName(reference.name);
    const by = reference.kind === 'ip' ? ip.find(it => it === wanted) : dns.find(it => wanted !== '' && covers(it, wanted));
    if (by !== undefined)
        return { matches: true, by };
    const presented = `is for ${listed([...dns, ...ip])}, not for ${reference.name}`;
    return { matches: false, reason: 'mismatch', message: `${presented}${oddity(reference, wanted, certificate)}` };
}
/** Whether a DNS name of a certificate covers a canonical name: equal, or a wildcard in place of the whole leftmost label (RFC 9525 §6.3). */
function covers(presented, wanted) {
    const name = withoutRootDot(presented).toLowerCase();
    if (!name.startsWith('*.'))
        return name === wanted;
    const parent = name.slice(2);
    // Node, like the browsers, takes no wildcard right below a top-level name.
    if (!parent.includes('.') || parent.includes('*'))
        return false;
    const dot = wanted.indexOf('.');
    return dot > 0 && wanted.slice(dot + 1) === parent;
}
/** The reason in the frequent cases in which the name seems to be there. */
function oddity({ kind }, wanted, { names }) {
    if (kind === 'ip')
        return names.dns.includes(wanted) ? '; the address stands there as a DNS name, where no client looks for it' : '';
    const wildcard = names.dns.find(it => it.startsWith('*.') && wanted.endsWith(it.slice(1).toLowerCase()));
    return wildcard === undefined ? '' : `; ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .short */ .h0)(wildcard)} covers exactly one label`;
}
/** Lower case, A-labels, no root dot; empty when it is no DNS name. */
function canonicalName(name) {
    // What IDNA refuses ('xn--' before no valid Punycode) may still be a name that servers use.
    const ascii = withoutRootDot((0,node_url__WEBPACK_IMPORTED_MODULE_1__.domainToASCII)(name) || (/^[\w.-]+$/.test(name) ? name.toLowerCase() : ''));
    // domainToASCII turns '0x7f.1' into an address; no certificate names one as a DNS name.
    return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv4)(ascii) ? '' : ascii;
}
/** RFC 5952, without a zone; empty when it is no address. */
function canonicalAddress(address) {
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv4)(address))
        return address;
    const [withoutZone = ''] = address.split('%');
    return withoutZone.includes(':') && (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(withoutZone) ? (0,_address_text_js__WEBPACK_IMPORTED_MODULE_3__/* .canonicalIpv6 */ .G)(withoutZone) : '';
}
const withoutRootDot = (name) => (name.endsWith('.') ? name.slice(0, -1) : name);
/** How many names a message shows: a certificate may have thousands. */
const shown = 5;
function listed(names) {
    const first = names.slice(0, shown).map(_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .short */ .h0).join(', ');
    return names.length > shown ? `${first} and ${names.length - shown} more` : first;
}


/***/ }),

/***/ 9012:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ explains),
/* harmony export */   nt: () => (/* binding */ verdictText),
/* harmony export */   xy: () => (/* binding */ verdictCause)
/* harmony export */ });
const verdicts = {
    UNSPECIFIED: { cause: 'certificate-untrusted', text: 'for a reason that Node does not name' },
    UNABLE_TO_GET_ISSUER_CERT: { cause: 'certificate-chain-incomplete', text: 'the issuer of a trusted intermediate is not trusted itself' },
    UNABLE_TO_GET_CRL: { cause: 'certificate-untrusted', text: 'there is no revocation list of an issuer' },
    UNABLE_TO_DECRYPT_CERT_SIGNATURE: { cause: 'certificate-untrusted', text: 'a signature cannot be decrypted' },
    UNABLE_TO_DECRYPT_CRL_SIGNATURE: { cause: 'certificate-untrusted', text: 'the signature of a revocation list cannot be decrypted' },
    UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY: { cause: 'certificate-untrusted', text: 'the key of an issuer cannot be read' },
    CERT_SIGNATURE_FAILURE: { cause: 'certificate-untrusted', text: 'a signature is not by the key of the issuer' },
    CRL_SIGNATURE_FAILURE: { cause: 'certificate-untrusted', text: 'the signature of a revocation list is wrong' },
    CERT_NOT_YET_VALID: { cause: 'certificate-not-yet-valid', text: 'a certificate is not valid yet' },
    CERT_HAS_EXPIRED: { cause: 'certificate-expired', text: 'a certificate has expired' },
    CRL_NOT_YET_VALID: { cause: 'certificate-untrusted', text: 'a revocation list is not valid yet' },
    CRL_HAS_EXPIRED: { cause: 'certificate-untrusted', text: 'a revocation list has expired' },
    ERROR_IN_CERT_NOT_BEFORE_FIELD: { cause: 'certificate-misissued', text: 'notBefore is not a date' },
    ERROR_IN_CERT_NOT_AFTER_FIELD: { cause: 'certificate-misissued', text: 'notAfter is not a date' },
    ERROR_IN_CRL_LAST_UPDATE_FIELD: { cause: 'certificate-untrusted', text: 'lastUpdate of a revocation list is not a date' },
    ERROR_IN_CRL_NEXT_UPDATE_FIELD: { cause: 'certificate-untrusted', text: 'nextUpdate of a revocation list is not a date' },
    OUT_OF_MEM: { cause: 'certificate-untrusted', text: 'it ran out of memory' },
    DEPTH_ZERO_SELF_SIGNED_CERT: { cause: 'certificate-self-signed', text: 'the certificate is self-signed' },
    SELF_SIGNED_CERT_IN_CHAIN: { cause: 'certificate-untrusted', text: 'the root that was sent is not trusted' },
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: { cause: 'certificate-chain-incomplete', text: 'an issuer was not found' },
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: { cause: 'certificate-chain-incomplete', text: 'the issuer of the certificate was not found' },
    CERT_CHAIN_TOO_LONG: { cause: 'certificate-misissued', text: 'the chain is too long' },
    CERT_REVOKED: { cause: 'certificate-revoked', text: 'a certificate has been revoked' },
    INVALID_CA: { cause: 'certificate-misissued', text: 'an issuer is not a certificate authority' },
    PATH_LENGTH_EXCEEDED: { cause: 'certificate-misissued', text: 'there are more intermediates than an issuer allows' },
    INVALID_PURPOSE: { cause: 'certificate-misissued', text: 'a certificate is not for TLS servers' },
    CERT_UNTRUSTED: { cause: 'certificate-untrusted', text: 'the root is not trusted for this use' },
    CERT_REJECTED: { cause: 'certificate-untrusted', text: 'the root is marked as rejected for this use' },
    HOSTNAME_MISMATCH: { cause: 'certificate-host-mismatch', text: 'the certificate is for another host' },
    // Not OpenSSL's but node:tls's own, when only the name is wrong.
    ERR_TLS_CERT_ALTNAME_INVALID: { cause: 'certificate-host-mismatch', text: 'the certificate is for another host' },
    // The rest is UNSPECIFIED in Node 24; the names are OpenSSL's, for the Node that will know them.
    IP_ADDRESS_MISMATCH: { cause: 'certificate-host-mismatch', text: 'the certificate is for another address' },
    UNHANDLED_CRITICAL_EXTENSION: { cause: 'certificate-misissued', text: 'a critical extension is unknown' },
    INVALID_NON_CA: { cause: 'certificate-misissued', text: 'a certificate authority is used as a server' },
    KEYUSAGE_NO_CERTSIGN: { cause: 'certificate-misissued', text: 'an issuer may not sign certificates' },
    KEYUSAGE_NO_DIGITAL_SIGNATURE: { cause: 'certificate-misissued', text: 'the certificate may not sign a handshake' },
    INVALID_EXTENSION: { cause: 'certificate-misissued', text: 'an extension is broken' },
    PERMITTED_VIOLATION: { cause: 'certificate-misissued', text: 'a name is outside of what an issuer permits' },
    EXCLUDED_VIOLATION: { cause: 'certificate-misissued', text: 'a name is excluded by an issuer' },
    UNSUPPORTED_CONSTRAINT_TYPE: { cause: 'certificate-misissued', text: 'an issuer constrains a kind of name that OpenSSL does not know' },
    UNSUPPORTED_NAME_SYNTAX: { cause: 'certificate-misissued', text: 'a name cannot be read' },
    EE_KEY_TOO_SMALL: { cause: 'certificate-weak-key', text: 'the key of the certificate is too small' },
    CA_KEY_TOO_SMALL: { cause: 'certificate-weak-key', text: 'the key of an issuer is too small' },
    EC_KEY_EXPLICIT_PARAMS: { cause: 'certificate-weak-key', text: 'a key does not name its curve' },
    CA_MD_TOO_WEAK: { cause: 'certificate-weak-signature', text: 'a signature rests on a weak hash' },
};
/** The cause for a code; certificate-untrusted for one that is not known here, since a refusal of OpenSSL's always counts. */
function verdictCause(code) {
    return rowOf(code)?.cause ?? 'certificate-untrusted';
}
/** What a code says: 'a certificate has been revoked (CERT_REVOKED)'; the code alone where it is not known here. */
function verdictText(code) {
    const row = rowOf(code);
    return row === undefined ? code : `${row.text} (${code})`;
}
const rowOf = (code) => (Object.hasOwn(verdicts, code) ? verdicts[code] : undefined);
/** These three are told apart by where a path ends, and OpenSSL and chain.ts may draw the lines differently. */
const pathEnds = [
    'certificate-self-signed',
    'certificate-untrusted',
    'certificate-chain-incomplete',
];
/** What only UNSPECIFIED can stand for: everything OpenSSL refuses under a code that Node has no name for. */
const unnamed = [
    'certificate-misissued',
    'certificate-weak-key',
    'certificate-weak-signature',
];
/** Whether causes that were found account for OpenSSL's code. What they do not account for has to be reported as it is. */
function explains(found, code) {
    if (code === 'UNSPECIFIED')
        return found.some(cause => unnamed.includes(cause));
    const cause = verdictCause(code);
    return found.includes(cause) || (pathEnds.includes(cause) && found.some(it => pathEnds.includes(it)));
}


/***/ }),

/***/ 9:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CC: () => (/* binding */ problem),
/* harmony export */   eH: () => (/* binding */ certificateLabel),
/* harmony export */   h0: () => (/* binding */ short)
/* harmony export */ });
/** Kinds of problem and the cause each comes under. */
const problemKinds = {
    unreadable: 'certificate-misissued',
    expired: 'certificate-expired',
    'not-yet-valid': 'certificate-not-yet-valid',
    /** The leaf vouches for itself and is not trusted. */
    'self-signed': 'certificate-self-signed',
    /** The path ends at a root that was sent and is not trusted. */
    'root-untrusted': 'certificate-untrusted',
    /** The path ends at an intermediate whose issuer nobody has: as a rule a root that is not trusted. */
    'root-unknown': 'certificate-untrusted',
    'bad-signature': 'certificate-untrusted',
    /** The path ends where an intermediate should follow. */
    'issuer-missing': 'certificate-chain-incomplete',
    misordered: 'certificate-chain-misordered',
    duplicate: 'certificate-chain-extraneous',
    unrelated: 'certificate-chain-extraneous',
    'too-many': 'certificate-chain-extraneous',
    /** The trusted root was sent along: legal and useless. */
    'root-sent': 'certificate-chain-extraneous',
    'host-mismatch': 'certificate-host-mismatch',
    'no-san': 'certificate-no-san',
    'ca-as-leaf': 'certificate-misissued',
    'not-for-servers': 'certificate-misissued',
    'key-usage': 'certificate-misissued',
    'not-a-ca': 'certificate-misissued',
    'path-too-long': 'certificate-misissued',
    'name-constraint': 'certificate-misissued',
    'critical-extension': 'certificate-misissued',
    'weak-key': 'certificate-weak-key',
    'weak-signature': 'certificate-weak-signature',
};
/** Longer texts are cut in messages: a server may put 60 kB into a name. */
const longestText = 200;
/** A text of the server's, short enough for a message. */
function short(text) {
    return text.length > longestText ? `${text.slice(0, longestText).toWellFormed()}…` : text;
}
/** What a message calls a certificate: 'certificate 0 (CN=example.com)', or 'the trusted certificate CN=Root' for one that was not sent. */
function certificateLabel(index, { subject, names }) {
    const name = short(subject || names.dns[0] || names.ip[0] || 'without a name');
    return index === null ? `the trusted certificate ${name}` : `certificate ${index} (${name})`;
}
/**
 * A problem with the cause that goes with its kind.
 * @param index place in sent order; null for the chain as a whole
 */
function problem(kind, index, message) {
    return { kind, cause: problemKinds[kind], index, message };
}


/***/ }),

/***/ 8368:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gate: () => (/* binding */ gate)
});

// EXTERNAL MODULE: ./build/commonjs/esm/gate-options.js
var gate_options = __webpack_require__(5636);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/check.js
var judge_check = __webpack_require__(9998);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/chain.js + 3 modules
var chain = __webpack_require__(7874);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/openssl-verdict.js
var openssl_verdict = __webpack_require__(9012);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/parse.js + 1 modules
var parse = __webpack_require__(8173);
// EXTERNAL MODULE: ./build/commonjs/esm/trace/negotiated.js
var negotiated = __webpack_require__(3350);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/certificate-checks.js
var certificate_checks = __webpack_require__(9291);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/completion.js
var completion = __webpack_require__(8590);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/diagnose/certificate.js
var certificate = __webpack_require__(360);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/diagnose/symptom.js
var symptom = __webpack_require__(1620);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/cipher-suites.js
var cipher_suites = __webpack_require__(3103);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/groups.js
var groups = __webpack_require__(9218);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/protocols.js
var protocols = __webpack_require__(6729);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/signature-schemes.js
var signature_schemes = __webpack_require__(5591);
// EXTERNAL MODULE: ./build/commonjs/esm/trace/detail.js + 1 modules
var detail = __webpack_require__(2129);
// EXTERNAL MODULE: ./build/commonjs/esm/trace/expected.js
var expected = __webpack_require__(8346);
// EXTERNAL MODULE: ./build/commonjs/esm/trace/trace.js + 1 modules
var trace_trace = __webpack_require__(8961);
;// CONCATENATED MODULE: ./build/commonjs/esm/trace/ladder.js
// The steps of one target, network and messages together, with the one that failed marked and those never reached named.




/** @param subjectOf names a certificate by its subject */
function ladder(networkSteps, trace, failed, subjectOf) {
    const messages = trace.messages.filter(isStep);
    const { version } = (0,negotiated/* negotiated */.H)(trace);
    const failedIndex = failed
        ? messages.findLastIndex(message => (0,trace_trace/* messageName */.fe)(message) === failed.place.name && message.from === failed.place.from)
        : -1;
    const steps = messages.map((message, index) => ({
        name: (0,trace_trace/* messageName */.fe)(message),
        from: message.from,
        status: index === failedIndex ? 'failed' : 'done',
        atMs: message.atMs,
        bytes: message.bytes.length,
        detail: (0,detail/* detailOf */.R)(message, version, subjectOf),
    }));
    if (!failed)
        return [...networkSteps, ...steps];
    const missing = (0,expected/* stillExpected */.d)(trace).map(({ name, from }) => ({
        name,
        from,
        status: 'not-reached',
        atMs: null,
        bytes: 0,
        detail: '',
    }));
    if (failed.place.from === null || failedIndex >= 0)
        return [...networkSteps, ...steps, ...missing];
    // The step that failed never came: it stands where it was due, before the alert or the end that took its place.
    const rest = missing.filter(step => !(step.name === failed.place.name && step.from === failed.place.from));
    const due = {
        name: failed.place.name,
        from: failed.place.from,
        status: 'failed',
        atMs: failed.atMs,
        bytes: 0,
        detail: failed.detail,
    };
    const before = steps.findLastIndex(step => step.name !== 'alert') + 1;
    return [...networkSteps, ...steps.slice(0, before), due, ...steps.slice(before), ...rest];
}
/** A proper close is the end of a connection, not a part of its handshake. */
function isStep({ content }) {
    return !(content.kind === 'alert' && content.description === 0) && content.kind !== 'application_data';
}

// EXTERNAL MODULE: ./build/commonjs/esm/judge/causes.js
var causes = __webpack_require__(5232);
;// CONCATENATED MODULE: ./build/commonjs/esm/judge/handshake.js
// The handshake as a report shows it: what was negotiated, the ladder of steps, and why a verifying client did not complete it.







/**
 * @param endedAtMs when the handshake ended, since the target's start
 * @param subjectOf names a certificate by its subject
 */
function handshakeOf(record, diagnosis, endedAtMs, subjectOf) {
    const { session, trace, networkSteps } = record;
    const facts = (0,negotiated/* negotiated */.H)(trace);
    const named = (table, code) => (code === null ? null : table.label(code));
    const alert = trace.messages.findLast(({ content }) => content.kind === 'alert');
    const failed = diagnosis && {
        place: diagnosis.place,
        atMs: alert?.atMs ?? endedAtMs,
        // Without a name it is called 'alert 0x99'.
        detail: diagnosis.alert?.sentBy === 'server' ? `alert ${diagnosis.alert.name.replace(/^alert /, '')} came instead` : diagnosis.message,
    };
    return {
        completed: diagnosis === null,
        protocol: named(protocols/* protocols */.WH, facts.version),
        cipherSuite: named(cipher_suites/* cipherSuites */.vS, facts.cipherSuite),
        group: named(groups/* groups */.T, facts.group),
        signatureScheme: named(signature_schemes/* signatureSchemes */.Bb, facts.signatureScheme),
        // TLS 1.3 protects it: what the engine says stands in where the key log could not open the message.
        alpn: facts.alpn ?? session?.alpn ?? null,
        ocspStapled: facts.ocspStapled,
        steps: ladder(networkSteps, trace, failed, subjectOf),
        failure: diagnosis && {
            step: diagnosis.place.name,
            cause: diagnosis.cause,
            category: causes/* causes */.ps[diagnosis.cause].category,
            alert: diagnosis.alert,
            message: diagnosis.message,
        },
    };
}

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/endpoint.js









/**
 * Judges one handshake. Asks wider hellos only where its failure has several causes.
 * @param endedAtMs when the handshake ended, since the target's start
 */
async function judgeEndpoint(record, question, endedAtMs) {
    const evidence = certificateEvidence(record, question);
    const refused = question.insecure ? [] : refusals(evidence, verifyCodeOf(record), question.timeShifted);
    const doubt = question.insecure || refused.length > 0 ? null : unreadLeaf(evidence, record);
    const first = (0,symptom/* symptomOf */.L5)(record, doubt ? [doubt] : refused);
    const { diagnosis: found, asked } = (0,symptom/* isUnremarkable */.Ii)(first)
        ? { diagnosis: null, asked: [] }
        : await (await __webpack_require__.e(/* import() */ 588).then(__webpack_require__.bind(__webpack_require__, 2588))).investigate(first, question.widen);
    if (found === null && !first.secured)
        throw new Error('a handshake that did not complete has no cause');
    const diagnosis = found && doubt?.message === found.message ? { ...found, undecided: true } : found;
    const handshake = handshakeOf(record, diagnosis, endedAtMs, subjectText);
    const [leaf] = evidence.analysis?.presented ?? [];
    const certificates = [...(0,certificate_checks/* certificateChecks */.N)(evidence, question), ...(await stapleChecksOf(record, evidence))];
    return {
        handshake,
        presented: evidence.analysis?.presented.flatMap(parsed => (parsed.kind === 'certificate' ? [parsed.certificate] : [])) ?? [],
        leaf: leaf?.kind === 'certificate' ? leaf.certificate : null,
        checks: [(0,completion/* completionCheck */.zZ)(diagnosis, summaryOf(handshake), asked), ...(question.insecure ? certificates.map(asNotice) : certificates)],
    };
}
function certificateEvidence(record, question) {
    const { presented } = record.trace;
    if (presented.length === 0) {
        const why = record.session?.end.kind === 'secured' ? 'the handshake completed without one' : 'the handshake did not get that far';
        return { analysis: null, why: `no certificate was seen: ${why}` };
    }
    const { store, at, reference } = question;
    const code = verifyCodeOf(record);
    const verdict = record.session?.end.kind === 'secured' ? { authorized: code === null, code } : null;
    return { analysis: (0,chain/* analyseChain */.n)({ presented, store, verified: verdict?.authorized === true, at, reference }), verdict };
}
/** Loaded where a response was stapled or should have been, which is rare. */
async function stapleChecksOf({ trace }, { analysis }) {
    const staple = (0,negotiated/* stapleOf */._)(trace);
    if (analysis === null || (staple === null && analysis.path[0]?.certificate.mustStaple !== true))
        return [];
    return (await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.bind(__webpack_require__, 1663))).stapleChecks(staple, analysis);
}
/** Why OpenSSL does not trust the server; null when it does, and when it was not asked. */
function verifyCodeOf({ session }) {
    return session?.end.kind === 'secured' ? session.end.verifyCode : null;
}
/** Why a verifying client refuses this certificate: OpenSSL decides whether, our analysis says why. */
function refusals(evidence, verifyCode, timeShifted) {
    // An anonymous suite, as a rule: without a certificate the server could be anyone.
    if (evidence.analysis === null)
        return verifyCode === null ? [] : [{ cause: 'certificate-untrusted', message: evidence.why }];
    const { analysis } = evidence;
    const found = analysis.problems.flatMap(({ kind, cause, message }) => {
        // No alternative name at all is, for a client, a certificate for another name.
        const refusing = cause === 'certificate-no-san' ? 'certificate-host-mismatch' : certificate/* certificateCauses */.O.find(known => known === cause);
        // OpenSSL takes a CA's certificate as a server's; some clients do not, which is a check's matter.
        if (!refusing || kind === 'ca-as-leaf')
            return [];
        const ours = refusing === 'certificate-host-mismatch' || (timeShifted && isDate(refusing));
        return ours || verifyCode !== null ? [{ cause: refusing, message }] : [];
    });
    const causes = found.map(({ cause }) => cause);
    // Its word on dates is of today; on another day only the analysis can speak of them.
    const accounted = verifyCode === null || (0,openssl_verdict/* explains */.$t)(causes, verifyCode) || (timeShifted && isDate((0,openssl_verdict/* verdictCause */.xy)(verifyCode)));
    if (accounted)
        return found;
    return [{ cause: (0,openssl_verdict/* verdictCause */.xy)(verifyCode), message: `OpenSSL does not trust the certificate: ${(0,openssl_verdict/* verdictText */.nt)(verifyCode)}` }, ...found];
}
/** OpenSSL has read and trusts a certificate that we have not: nobody has compared its name, so that nothing is proven. */
function unreadLeaf({ analysis }, { session }) {
    if (session?.end.kind !== 'secured' || (analysis !== null && analysis.path.length > 0))
        return null;
    const why = analysis?.problems.find(({ kind, index }) => kind === 'unreadable' && index === 0)?.message;
    return { cause: 'certificate-misissued', message: why ?? 'the certificate of the server could not be read' };
}
const isDate = (cause) => cause === 'certificate-expired' || cause === 'certificate-not-yet-valid';
const asNotice = (check) => ({ ...check, severity: 'notice' });
/** What a certificate is called in a step: those of a server have been read by then, and are remembered. */
function subjectText(der) {
    const parsed = (0,parse/* parseCertificate */.hB)(der);
    return parsed.kind === 'certificate' ? parsed.certificate.subject || 'a certificate without a subject' : 'an unreadable certificate';
}
function summaryOf({ protocol, cipherSuite, group }) {
    return `${protocol ?? 'a protocol that could not be read'} with ${[cipherSuite, group].filter(part => part !== null).join(' and ')}`;
}

// EXTERNAL MODULE: ./build/commonjs/esm/net/address.js
var net_address = __webpack_require__(7706);
// EXTERNAL MODULE: ./build/commonjs/esm/net/deadline.js
var deadline = __webpack_require__(8612);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/handshake.js + 1 modules
var probe_handshake = __webpack_require__(898);
;// CONCATENATED MODULE: ./build/commonjs/esm/endpoint-check.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});






/** Checks one endpoint. Never rejects for what a server or a network does. */
async function checkEndpoint(route, run) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { options, client, env, context, store, inquiry } = run;
        const { target } = route;
        const start = env.clock();
        const clock = () => microseconds(env.clock() - start);
        const limit = __addDisposableResource(env_1, (0,deadline/* deadline */.nl)(options.timeoutMs ?? gate_options/* defaultTimeoutMs */.xO, run.signal), false);
        const servername = (0,gate_options/* sniOf */.ux)(target.host, options);
        const alpn = options.alpn ?? target.alpn;
        const ways = { env, clock, signal: limit.signal };
        const ask = (address, shown, begun) => inquiry?.ask({
            ...{ ...ways, servername, alpn, shown, client },
            route: { ...route, address: addressOf(address) },
            handshake: handshake.promise,
        }, begun) ?? null;
        let asked = null;
        const handshake = Promise.withResolvers();
        // It takes about as long as the connection of the handshake, which is begun first.
        const begun = inquiry?.kind === 'full' ? (0,deadline/* soon */.qX)(() => inquiry.begin({ servername, alpn })) : null;
        begun?.catch(() => { }); // where nobody is asked
        const record = await (0,probe_handshake/* probeHandshake */.s)({
            ...{ route, context, servername, alpn },
            keepsSession: inquiry?.kind === 'full',
            // A full survey has no use for what the handshake shows, so that neither waits for the other.
            onConnected: address => {
                asked = begun?.then(probes => ask(address, null, probes)) ?? null;
                asked?.catch(() => { }); // a bug of ours is thrown where it is awaited
            },
        }, env, clock, limit.signal);
        handshake.resolve(record);
        let connections = record.connections;
        const at = options.at ?? env.now();
        const question = {
            reference: referenceOf(options.servername ?? target.host),
            store,
            at,
            timeShifted: options.at !== undefined,
            revocation: options.crl !== undefined && options.crl.length > 0,
            insecure: options.insecure === true,
        };
        const judgement = await judgeEndpoint(record, {
            ...question,
            widen: async (original, wordless) => {
                const { askWider } = await Promise.all(/* import() */[__webpack_require__.e(98), __webpack_require__.e(86), __webpack_require__.e(130)]).then(__webpack_require__.bind(__webpack_require__, 3130));
                const widening = await askWider(original, wordless, { route, ...ways });
                connections += widening.connections;
                return widening;
            },
        }, clock());
        // Where nothing listens, or no TLS can be reached, there is nobody to ask.
        if (record.address !== null && record.networkFailure === null)
            asked ??= ask(record.address, judgement);
        const findings = await asked;
        connections += findings?.cost.connections ?? 0;
        const { survey, checks } = inquiry?.judge(findings, judgement) ?? { survey: null, checks: [] };
        const further = await furtherOf(findings, judgement.leaf, question);
        const reported = {
            url: target.url,
            host: target.host,
            port: target.port,
            address: record.address,
            servername: record.servername,
            starttls: target.starttls,
            location: run.location,
        };
        const found = {
            target: reported,
            handshake: judgement.handshake,
            certificates: { presented: judgement.presented },
            survey,
            checks: [...judgement.checks, ...further.checks, ...checks],
        };
        const compared = await compareWithBaseline(found, run);
        const shown = { ...judgement, others: further.certificates, at, interrupted: run.signal?.aborted === true };
        const held = await heldToExpectation([...found.checks, ...(compared?.checks ?? [])], shown, run);
        const { checks: waived, used } = await waivedChecks(held, run, route);
        const judge = await judgeFor(compared, options);
        const report = {
            target: reported,
            attempts: 1,
            durationMs: clock(),
            connections,
            handshake: found.handshake,
            certificates: found.certificates,
            survey,
            ...judge(waived),
        };
        return { report, trace: record.trace, waivers: used, comparison: compared?.comparison ?? null, judge };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** The certificates that other hellos showed, and what is to be said of them. */
async function furtherOf(findings, leaf, question) {
    if (findings === null)
        return { certificates: [], checks: [] };
    const { furtherChecks, furtherLeaves } = await __webpack_require__.e(/* import() */ 713).then(__webpack_require__.bind(__webpack_require__, 713));
    const certificates = furtherLeaves(findings.asked, leaf).flatMap(({ certificate }) => certificate ?? []);
    return { certificates, checks: furtherChecks(findings.asked, leaf, question) };
}
async function compareWithBaseline(found, { baseline }) {
    if (baseline === null)
        return null;
    const { compareWith } = await __webpack_require__.e(/* import() */ 628).then(__webpack_require__.bind(__webpack_require__, 4628));
    return compareWith(baseline, found, found.target.location);
}
async function judgeFor(compared, { failOn = 'error' }) {
    if (failOn !== 'regression')
        return checks => ({ checks, verdict: (0,judge_check/* verdictOf */.Vj)(checks, failOn) });
    const { waiveKnown } = await __webpack_require__.e(/* import() */ 31).then(__webpack_require__.bind(__webpack_require__, 6412));
    return all => {
        const checks = waiveKnown(all, compared?.before ?? null);
        return { checks, verdict: (0,judge_check/* verdictOf */.Vj)(checks, 'error') };
    };
}
async function heldToExpectation(checks, shown, { expectation }) {
    return expectation === null ? checks : (await __webpack_require__.e(/* import() */ 883).then(__webpack_require__.bind(__webpack_require__, 9264))).judgeExpectation(expectation, checks, shown);
}
/** The checks with those waived that a waiver of the run covers. */
async function waivedChecks(checks, { waivers, env }, { target }) {
    if (waivers === null)
        return { checks, used: [] };
    const { applyWaivers } = await __webpack_require__.e(/* import() */ 24).then(__webpack_require__.bind(__webpack_require__, 643));
    return applyWaivers(checks, waivers, target, env.now());
}
const addressOf = (address) => ({ address, family: (0,net_address/* familyOf */.A)(address) === 6 ? 6 : 4 });
function referenceOf(name) {
    return { kind: (0,net_address/* familyOf */.A)(name) === 0 ? 'dns' : 'ip', name };
}
/** A number of milliseconds, cut to what a clock of this kind can tell. */
const microseconds = (ms) => Math.round(ms * 1000) / 1000;

// EXTERNAL MODULE: ./build/commonjs/esm/judge/policy/handshake-alone.js
var handshake_alone = __webpack_require__(34);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./build/commonjs/esm/net/env.js
// Where time and connections come from, so that a test can bring its own. The only place that reads a clock.


// Taken at load, so that a test's fake timers can neither stop nor set the clocks of a real connection.
const { Date: Clock } = globalThis;
const { bigint: nanoseconds } = process.hrtime;
/** The operating system's own resolver, network and clock. */
const systemEnv = {
    now: () => new Clock(),
    // The same clock as performance.now(), whose module takes a millisecond to load.
    clock: () => Number(nanoseconds()) / 1e6,
    pause: deadline/* pause */.v7,
    async lookup(host) {
        // Loaded here: a target that is an address needs no resolver.
        const { lookup } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1553, 23));
        const found = await lookup(host, { all: true });
        return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
    },
    dial: ({ address, family }, port) => (0,external_node_net_.connect)({ host: address, port, family }),
};

// EXTERNAL MODULE: ./build/commonjs/esm/net/target.js
var net_target = __webpack_require__(1393);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/distinguished-name.js
var distinguished_name = __webpack_require__(1024);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/pem.js
var pem = __webpack_require__(6260);
;// CONCATENATED MODULE: ./build/commonjs/esm/certificate/trust-store.js
// The certificates a client trusts, searched by name. Node's bundled set has 121, of which a chain needs one, so none is parsed before it is needed.



/** @param pems asked for once, when needed: texts with one certificate or several; what cannot be read is not trusted */
function trustStore(pems, { partialChain = false } = {}) {
    const all = once(() => pems().flatMap(pem/* certificatesOfPem */.sQ));
    const read = new Map();
    const certificateOf = (der) => {
        const known = read.get(der) ?? (0,parse/* parseCertificate */.hB)(der);
        read.set(der, known);
        return known;
    };
    const found = new Map();
    const subjects = once(() => all().map(der => ({ der, subject: (0,parse/* subjectOf */.et)(der) })));
    const parsed = (ders, name) => ders.flatMap(der => {
        const certificate = certificateOf(der);
        return certificate.kind === 'certificate' && (0,distinguished_name/* sameName */.q)(certificate.subject, name) ? [certificate] : [];
    });
    return {
        partialChain,
        has: der => all().some(it => it.equals(der)),
        named: name => {
            const encoded = Buffer.from(name.bytes);
            const key = encoded.toString('latin1');
            const known = found.get(key);
            if (known !== undefined)
                return known;
            const certificates = parsed(all().filter(der => der.includes(encoded)), name);
            // Of no more names than there are certificates: a stranger may ask for any number of others.
            if (certificates.length > 0)
                found.set(key, certificates);
            return certificates;
        },
        namedLoosely: name => {
            const same = subjects().filter(({ subject }) => subject !== null && (0,distinguished_name/* sameName */.q)(subject, name));
            return parsed(same.map(({ der }) => der), name);
        },
        isPublic: () => all().length >= manyCertificates,
        knowsOrganization: ({ organizations }) => subjects().some(({ subject }) => subject?.organizations.some(organization => organizations.includes(organization)) === true),
    };
}
/** Fewer than the public authorities ever were, more than anyone lists by hand. */
const manyCertificates = 50;
function once(make) {
    let made;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}

// EXTERNAL MODULE: ./build/commonjs/esm/net/tls.js
var tls = __webpack_require__(9007);
// EXTERNAL MODULE: ./build/commonjs/esm/usage-error.js
var usage_error = __webpack_require__(4994);
;// CONCATENATED MODULE: ./build/commonjs/esm/runs.js
// What each target of a run is checked with: its own options over those of the run. Targets with the same options share what is dear to make.







/**
 * A job for each target, and what the run itself would ask.
 * @throws UsageError on a wrong target or option
 */
async function jobsOf(targets, given, surroundings) {
    const options = (0,gate_options/* canonicalOptions */.r9)(given);
    // They are the run's, and not looked at again for each target.
    const { waivers = [], ...others } = given;
    const clients = new Map();
    const parsed = targets.map(({ target }) => (0,net_target/* parseTarget */.h)(target));
    const shared = {
        ...{ ...surroundings, options, ...(await clientOf(options, clients)), inquiry: await inquiryFor(options) },
        waivers: waivers.length === 0 ? null : (await __webpack_require__.e(/* import() */ 24).then(__webpack_require__.bind(__webpack_require__, 643))).waiversByTarget(waivers),
    };
    const jobs = [];
    for (const [index, each] of targets.entries()) {
        const { target: _, clients: wanted, expect, location, ...own } = each;
        const { expectFingerprint } = options;
        const expectation = expectFingerprint === undefined ? expect : { fingerprint: expectFingerprint, ...expect };
        const target = parsed[index];
        if (target === undefined)
            continue;
        try {
            refuseRunOptions(own);
            const ownOptions = Object.keys(own).length === 0 ? options : (0,gate_options/* canonicalOptions */.r9)(over(others, own));
            if (expectation) {
                const { refuseUnknown, refuseUnreachable } = await __webpack_require__.e(/* import() */ 883).then(__webpack_require__.bind(__webpack_require__, 9264));
                refuseUnknown(expectation);
                refuseUnreachable(expectation, ownOptions.insecure === true);
            }
            const { connectTo, proxy } = ownOptions;
            const route = {
                target,
                connectTo: connectTo === undefined ? null : (0,gate_options/* parseConnectTo */.zs)(connectTo),
                address: null,
                proxy: proxy === undefined ? null : (await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 6670))).parseProxy(proxy),
            };
            const client = ownOptions === options ? {} : await clientOf(ownOptions, clients);
            const inquiry = { inquiry: await ownInquiry({ own, options: ownOptions, wanted, expectation, shared: shared.inquiry }) };
            const run = {
                ...shared,
                options: ownOptions,
                ...client,
                ...inquiry,
                expectation: expectation ?? null,
                location: location ?? null,
            };
            jobs.push({ route, run });
        }
        catch (error) {
            throw placed(error, location);
        }
    }
    return { jobs, inquiry: shared.inquiry };
}
/** As what the targets are asked, or would be: those of other shards too. */
function askedTargets(targets, given) {
    return targets.map(own => {
        const { url, host } = (0,net_target/* parseTarget */.h)(own.target);
        const { servername } = 'servername' in own ? own : given;
        return { url, host, servername: (0,gate_options/* sniOf */.ux)(host, (0,gate_options/* canonicalOptions */.r9)(servername === undefined ? {} : { servername })) };
    });
}
/** What is wrong with a target is said where the user's file names it. */
function placed(error, location) {
    if (!(error instanceof usage_error/* UsageError */.e) || error.location !== null || location === undefined)
        return error;
    return new usage_error/* UsageError */.e(error.message, error.hint, { cause: error, location });
}
/** Whoever writes JavaScript is told by no compiler, and what is not looked at would weaken a gate in silence. */
function refuseRunOptions(own) {
    for (const [name, hint] of Object.entries(gate_options/* runOptions */.Ku))
        if (own[name] !== undefined)
            throw new usage_error/* UsageError */.e(`${name} cannot be given for a target`, hint);
}
/** Options of a target over those of the run; what is undefined takes the run's away. */
function over(given, own) {
    return Object.fromEntries(Object.entries({ ...given, ...own }).filter(([, value]) => value !== undefined));
}
async function clientOf(options, made) {
    const client = (0,gate_options/* clientOptions */.s1)(options.as === undefined ? options : { ...options, ...(await optionsOf(options.as)) });
    const key = digestOf(client);
    const { ca } = options;
    const known = made.get(key);
    if (known !== undefined)
        return known;
    const { partialChain = false } = client;
    const found = { client, context: (0,tls/* secureContext */.zi)(client), store: trustStore(() => ca ?? external_node_tls_.rootCertificates, { partialChain }) };
    const { minVersion, maxVersion, ciphers, groups, signatureSchemes } = client;
    // What Node offers of itself goes together.
    if ((minVersion ?? maxVersion ?? ciphers ?? groups ?? signatureSchemes) !== undefined)
        await (0,tls/* refuseEmptyOffer */.An)(found.context);
    made.set(key, found);
    return found;
}
/** The same for the same options, however they are held in memory; short, since certificates are not. */
function digestOf(client) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const [name, value] of Object.entries(client)) {
        const parts = Array.isArray(value) ? value : [value];
        hash.update(`${name} ${parts.length}\n`);
        for (const part of parts) {
            const bytes = part instanceof Uint8Array ? part : String(part);
            hash.update(`${bytes.length}\n`).update(bytes);
        }
    }
    return hash.digest('base64');
}
/** @throws UsageError for a client that nobody knows */
async function optionsOf(client) {
    const { clientProfile } = await __webpack_require__.e(/* import() */ 553).then(__webpack_require__.bind(__webpack_require__, 8553));
    const profile = clientProfile(client);
    if (profile === undefined)
        throw new usage_error/* UsageError */.e(`${JSON.stringify(client)} is no client`, 'name one such as java-8u161 or chrome');
    return (await __webpack_require__.e(/* import() */ 991).then(__webpack_require__.bind(__webpack_require__, 2991))).optionsAs(profile);
}
const inquiryFor = async (options, clients) => options.survey === 'none' ? null : (await Promise.all(/* import() */[__webpack_require__.e(553), __webpack_require__.e(98), __webpack_require__.e(61), __webpack_require__.e(86), __webpack_require__.e(806)]).then(__webpack_require__.bind(__webpack_require__, 9806))).inquiryOf(options, clients);
/** What decides what is asked. */
const asking = ['survey', 'policy', 'connections', 'budget', 'active', 'as'];
async function ownInquiry({ own, options, wanted, expectation, shared }) {
    const asks = Object.keys(own).some(name => asking.includes(name));
    if (wanted !== undefined && options.survey === 'none')
        throw new usage_error/* UsageError */.e('with survey none nothing is asked that the clients of a target need', 'leave out survey, or the clients');
    if (wanted !== undefined || asks)
        return inquiryFor(options, wanted);
    // A server whose handshake is meant to fail is not asked for more, unless that is wanted of it.
    return expectation?.failsWith === undefined ? shared : null;
}

;// CONCATENATED MODULE: ./build/commonjs/esm/schedule.js
// Who may begin when: work on many hosts at a time, and never more connections to one host than it may have. No sockets, no clock.
/** Lets work begin in the order it came, but for hosts that are busy: these keep nobody else waiting. */
class Schedule {
    #room;
    /** Only those with work; the host of the oldest comes first. */
    #hosts = new Map();
    /** @param room the weight of all work that may go on at the same time */
    constructor(room) {
        this.#room = room;
    }
    /** Does the work as soon as there is a place for it. */
    async run(load, work) {
        await this.#enter(load);
        try {
            return await work({
                leaveFor: async (pause) => {
                    this.#leave(load);
                    try {
                        await pause();
                    }
                    finally {
                        await this.#enter(load);
                    }
                },
            });
        }
        finally {
            this.#leave(load);
        }
    }
    #enter(load) {
        const { promise, resolve } = Promise.withResolvers();
        const host = this.#hosts.get(load.host) ?? { running: new Set(), waiting: [] };
        this.#hosts.set(load.host, host);
        host.waiting.push({ load, begin: resolve });
        this.#admit();
        return promise;
    }
    #leave(load) {
        const host = this.#hosts.get(load.host);
        host?.running.delete(load);
        if (host?.running.size === 0 && host.waiting.length === 0)
            this.#hosts.delete(load.host);
        this.#room += load.weight;
        this.#admit();
    }
    #admit() {
        for (const { running, waiting } of this.#hosts.values()) {
            for (let [next] = waiting; next !== undefined && fits(next.load, running); [next] = waiting) {
                // What needs much room is not overtaken by what needs little, or it would never have its turn.
                if (next.load.weight > this.#room)
                    return;
                waiting.shift();
                running.add(next.load);
                this.#room -= next.load.weight;
                next.begin();
            }
            if (this.#room === 0)
                return;
        }
    }
}
function fits({ connections, limit }, running) {
    if (running.size === 0)
        return true;
    const loads = [...running];
    const open = loads.reduce((sum, load) => sum + load.connections, 0);
    return open + connections <= Math.min(limit, ...loads.map(load => load.limit));
}

// EXTERNAL MODULE: ./build/commonjs/esm/shard.js
var esm_shard = __webpack_require__(6134);
// EXTERNAL MODULE: ./build/commonjs/esm/share.js
var esm_share = __webpack_require__(6853);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/check-of.js
var check_of = __webpack_require__(7754);
// EXTERNAL MODULE: ./build/commonjs/esm/net/dial.js
var dial = __webpack_require__(6386);
;// CONCATENATED MODULE: ./build/commonjs/esm/target-check.js
var target_check_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var target_check_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
// One target, checked until it passes or its attempts and its time are used up: every address where that is wanted, and these held against each other.





/** Pauses between attempts, in milliseconds: the last one is used from then on. */
const pausesMs = [1000, 2000, 4000, 8000, 10_000];
/** A report for each endpoint of the target. Never rejects for what a server or a network does. */
async function checkTarget(route, run, { since, onRetry, pause }) {
    const { env, options, signal } = run;
    const { retries, waitMs } = options;
    const most = retries === undefined ? (waitMs === undefined ? 1 : Number.POSITIVE_INFINITY) : retries + 1;
    const until = waitMs === undefined ? Number.POSITIVE_INFINITY : since + waitMs;
    const before = new Set();
    for (let attempt = 1;; attempt++) {
        const checked = await attemptOn(route, run);
        const done = (add) => checked.map(each => finished(add({ ...each, report: { ...each.report, attempts: attempt } }), run));
        const failed = checked.filter(({ report }) => report.verdict !== 'pass');
        if (failed.length === 0)
            return done(each => (before.size === 0 ? each : withCheck(each, passedLate(attempt, run, [...before]))));
        const left = until - env.clock();
        if (attempt >= most || left <= 0)
            return done(each => (attempt === 1 && waitMs === undefined ? each : inVain(each, run)));
        const causes = [...new Set(failed.map(causeOf))];
        for (const cause of causes)
            before.add(cause);
        const pauseMs = Math.min(pausesMs[attempt - 1] ?? pausesMs.at(-1) ?? 0, left);
        if (!signal?.aborted) {
            onRetry?.({ url: route.target.url, attempt, causes, pauseMs });
            await pause(pauseMs, signal ?? new AbortController().signal);
        }
        if (signal?.aborted)
            return done(interrupted);
    }
}
/** The target as a whole, once. */
async function attemptOn(route, run) {
    const { allAddresses, converge } = run.options;
    const checked = [];
    for (const each of allAddresses || converge ? await everyAddress(route, run) : [route])
        checked.push(await checkEndpoint(each, run));
    return converge ? await compared(checked, route, run) : checked;
}
/** A route for each address of the target's name; the route itself when the name does not resolve, so that the report says why. */
async function everyAddress(route, run) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const limit = target_check_addDisposableResource(env_1, (0,deadline/* deadline */.nl)(run.options.timeoutMs ?? gate_options/* defaultTimeoutMs */.xO, run.signal), false);
        const found = await (0,dial/* resolve */.hd)(route.target.host, run.env, limit.signal);
        return found.kind === 'resolved' ? found.addresses.map((address) => ({ ...route, address })) : [route];
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        target_check_disposeResources(env_1);
    }
}
async function compared(checked, route, run) {
    const { poolChecks } = await __webpack_require__.e(/* import() */ 762).then(__webpack_require__.bind(__webpack_require__, 762));
    const members = checked.map(({ report }) => ({
        address: report.target.address,
        handshake: report.handshake,
        presented: report.certificates.presented,
    }));
    const found = await waivedChecks(poolChecks(members), run, route);
    return checked.map((each, index) => {
        const check = found.checks[index];
        return check === undefined ? each : withCheck({ ...each, waivers: [...each.waivers, ...found.used] }, check);
    });
}
const withCheck = (each, check) => withChecks(each, [...each.report.checks, check]);
const withChecks = (each, checks) => ({
    ...each,
    report: { ...each.report, ...each.judge(checks) },
});
/** Whoever waits for a server expects it not to be there yet; whoever tries again does not. */
function passedLate(attempt, { options: { retries, waitMs } }, before) {
    const most = retries === undefined ? '' : ` of ${retries + 1}`;
    return (0,check_of/* checkOf */.E)({
        id: 'handshake/attempts',
        severity: 'notice',
        message: `passed at attempt ${attempt}${most}, before: ${before.join(', ')}`,
        evidence: [],
        ...(waitMs === undefined ? { status: 'fail', cause: 'passed-after-retry' } : { status: 'pass' }),
    });
}
/** The number of attempts in a time is the machine's, and left to the field of the report. */
function inVain(each, { options: { retries, waitMs } }) {
    if (each.report.verdict === 'pass' || retries === 0)
        return each;
    const ways = [
        ...(retries === undefined ? [] : [`in ${retries + 1} attempts`]),
        ...(waitMs === undefined ? [] : [`within ${seconds(waitMs)}`]),
    ];
    const message = `did not pass ${ways.join(' or ')}`;
    return withCheck(each, (0,check_of/* checkOf */.E)({ id: 'handshake/attempts', severity: 'notice', status: 'fail', cause: 'not-mended-in-time', message, evidence: [] }));
}
const seconds = (ms) => `${ms / 1000} s`;
/** It might have passed at the next attempt: what failed so far is not decided. */
function interrupted(each) {
    const checks = each.report.checks.map((check) => {
        if (each.judge([check]).verdict !== 'fail')
            return check;
        return { ...check, status: 'inconclusive', message: `${check.message}; the waiting for it to pass was interrupted` };
    });
    return withChecks(each, checks);
}
/** The name of what kept a report from passing: of a failure before that of something undecided. */
function causeOf({ report: { checks }, judge }) {
    const failed = checks.find(check => judge([check]).verdict === 'fail');
    const first = failed ?? checks.find(({ status }) => status === 'inconclusive');
    return first?.cause ?? first?.id ?? 'not decided';
}
/** What is wrong with a target is shown where the user's file names it. */
function finished(each, { location }) {
    if (location === null)
        return each;
    const isProblem = ({ status }) => status === 'fail' || status === 'inconclusive';
    const checks = each.report.checks.map(check => (isProblem(check) && check.location === null ? { ...check, location } : check));
    return { ...each, report: { ...each.report, checks } };
}

// EXTERNAL MODULE: ./build/commonjs/esm/version.js
var version = __webpack_require__(7630);
;// CONCATENATED MODULE: ./build/commonjs/esm/gate.js
// The main verb: targets and options in, a Report out. Adapters (command line, Action, matchers) call this and nothing below it.













/**
 * Handshakes that may go on at the same time. A survey is worth four of them: deadlines count the time that the processor needs for what goes
 * on beside an endpoint.
 */
const room = 32;
const surveyWeight = 4;
/**
 * Shakes hands with every target and judges the outcome. Whatever a server or a network does is in the report.
 * @throws UsageError on a wrong target or option, before anything is probed
 */
async function gate(targets, given = {}, hooks = {}) {
    const { env = systemEnv, onTarget, onRetry } = hooks;
    const run = new AbortController();
    const signal = hooks.signal ? AbortSignal.any([hooks.signal, run.signal]) : run.signal;
    const since = env.clock();
    const startedAt = env.now().toISOString();
    refuseNoList(targets, given);
    if (targets.length === 0)
        throw new usage_error/* UsageError */.e('there is no target', 'name at least one host, host:port or URL');
    const baseline = given.baseline === undefined ? null : (await Promise.all(/* import() */[__webpack_require__.e(0), __webpack_require__.e(758)]).then(__webpack_require__.bind(__webpack_require__, 6758))).parseBaseline(given.baseline);
    const { shard = null } = given;
    const own = targets.map(each => (typeof each === 'string' ? { target: each } : each));
    const { jobs, inquiry } = await jobsOf(partOf(own, shard), given, { env, signal, baseline });
    const gone = await goneOf(baseline, shard, () => askedTargets(own, given));
    const used = new Set();
    const share = (0,esm_share/* sharer */.g)();
    const schedule = new Schedule(room);
    const check = async (job) => schedule.run(loadOf(job), async ({ leaveFor }) => {
        // What only waits for its server keeps nobody else from being checked.
        const pause = (ms, until) => leaveFor(() => env.pause(ms, until));
        const ofTarget = await checkTarget(job.route, job.run, { since, onRetry, pause });
        for (const { report, trace, waivers } of ofTarget) {
            for (const waiver of waivers)
                used.add(waiver);
            onTarget?.(report, trace);
        }
        // Not the traces, which hold every byte of every target; and a survey is long.
        return ofTarget.map(({ report, comparison }) => ({ report: report.survey === null ? report : share(report), comparison }));
    });
    // Where one throws, for a bug of ours or of a hook, none of the others goes on.
    const checked = await Promise.all(jobs.map(check)).catch((error) => {
        run.abort();
        throw error;
    });
    const reports = checked.flat().map(({ report }) => report);
    const { failOn = 'error' } = given;
    const uses = await usesOf(given.waivers ?? [], used, reports);
    // What a shard did not use another may have: it is said where their reports are merged.
    const checks = [...(shard === null ? await unusedAmong(uses) : []), ...gone];
    return {
        schemaVersion: 1,
        tool: { name: 'tlsgate', version: version/* version */.r, node: process.versions.node, openssl: process.versions.openssl },
        startedAt,
        durationMs: microseconds(env.clock() - since),
        verdict: (0,judge_check/* verdictOfAll */.O1)([...reports.map(({ verdict }) => verdict), ...(0,judge_check/* failuresOfRun */.eQ)(checks, failOn)]),
        failOn,
        policy: inquiry ? { id: inquiry.policy.id, version: inquiry.policy.version } : handshake_alone/* handshakeAlone */.x,
        shard: shard && {
            ...{ number: shard.number, count: shard.count, list: (0,esm_shard/* digestOf */.ol)(own.map(({ target }) => (0,net_target/* parseTarget */.h)(target).url)) },
            waivers: uses,
        },
        missingShards: [],
        baseline: baseline && {
            file: baseline.file,
            targets: checked.flat().flatMap(({ comparison }) => (comparison ? [comparison] : [])),
        },
        checks,
        targets: reports,
    };
}
/** For whoever is told by no compiler. */
function refuseNoList(targets, given) {
    if (!Array.isArray(targets))
        throw new usage_error/* UsageError */.e('the targets of gate() are no list', "put even a single one in brackets: gate(['example.com'])");
    const isTarget = (each) => typeof each === 'string' || (typeof each === 'object' && each !== null && 'target' in each && typeof each.target === 'string');
    if (!targets.every(isTarget))
        throw new usage_error/* UsageError */.e('a target is neither a text nor an object with one', "give 'host:port', or { target: 'host:port' } with options");
    if (typeof given !== 'object' || given === null || Array.isArray(given))
        throw new usage_error/* UsageError */.e('the options of gate() are no object', "give them as gate(['example.com'], { timeoutMs: 5000 })");
}
/** @throws UsageError for a shard without a target */
function partOf(targets, shard) {
    if (shard === null)
        return targets;
    const part = (0,esm_shard/* itemsOf */.S3)(shard, targets, ({ target }) => (0,net_target/* parseTarget */.h)(target));
    if (part.length > 0)
        return part;
    const all = (0,esm_shard/* countOf */.pq)(targets.map(({ target }) => target));
    throw new usage_error/* UsageError */.e(`shard ${(0,esm_shard/* shardText */.eG)(shard)} has no target: there ${all === 1 ? 'is 1' : `are ${all}`} in all`, 'use at most as many shards as there are targets: tlsgate plan prints them');
}
function loadOf({ route: { target, connectTo }, run: { options, inquiry } }) {
    const limit = options.connections ?? (0,gate_options/* usualConnections */.Yw)(target);
    const load = inquiry === null ? { connections: 1, weight: 1 } : { connections: limit, weight: surveyWeight };
    return { host: (connectTo ?? target).host, limit, ...load };
}
/** Of the waivers that mean one of the targets, whether they were used. */
async function usesOf(waivers, used, reports) {
    if (waivers.length === 0)
        return [];
    const { waiverUses } = await __webpack_require__.e(/* import() */ 24).then(__webpack_require__.bind(__webpack_require__, 643));
    return waiverUses(waivers, used, reports.map(({ target }) => target));
}
async function unusedAmong(uses) {
    return uses.every(({ used }) => used) ? [] : (await __webpack_require__.e(/* import() */ 24).then(__webpack_require__.bind(__webpack_require__, 643))).unusedWaivers(uses);
}
/** Every shard knows all targets, and one says it for all. */
async function goneOf(baseline, shard, asked) {
    if (baseline === null || (shard !== null && shard.number !== 1))
        return [];
    return (await __webpack_require__.e(/* import() */ 628).then(__webpack_require__.bind(__webpack_require__, 4628))).goneTargets(baseline, asked());
}


/***/ }),

/***/ 9291:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ certificateChecks)
/* harmony export */ });
/* harmony import */ var _certificate_hostname_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(429);
/* harmony import */ var _certificate_openssl_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9012);
/* harmony import */ var _certificate_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9);
/* harmony import */ var _certificate_span_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7176);
/* harmony import */ var _certificate_strength_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4037);
/* harmony import */ var _causes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5232);
/* harmony import */ var _check_ids_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8829);







const ids = [
    'certificate/trust',
    'certificate/chain',
    'certificate/hostname',
    'certificate/validity',
    'certificate/lifetime-left',
    'certificate/usage',
    'certificate/key',
    'certificate/signature',
];
/** Which property a problem breaks and how much it matters: error for what a verifying client refuses, warning for what some do. */
const placeOf = {
    expired: ['certificate/validity', 'error'],
    'not-yet-valid': ['certificate/validity', 'error'],
    'self-signed': ['certificate/trust', 'error'],
    'root-untrusted': ['certificate/trust', 'error'],
    'root-unknown': ['certificate/trust', 'error'],
    'bad-signature': ['certificate/trust', 'error'],
    'issuer-missing': ['certificate/chain', 'error'],
    misordered: ['certificate/chain', 'warning'],
    duplicate: ['certificate/chain', 'warning'],
    unrelated: ['certificate/chain', 'warning'],
    'too-many': ['certificate/chain', 'warning'],
    'root-sent': ['certificate/chain', 'notice'],
    'host-mismatch': ['certificate/hostname', 'error'],
    'no-san': ['certificate/hostname', 'error'],
    // OpenSSL, Go and Chromium accept it; Firefox and rustls do not.
    'ca-as-leaf': ['certificate/usage', 'warning'],
    'not-for-servers': ['certificate/usage', 'error'],
    'key-usage': ['certificate/usage', 'error'],
    'not-a-ca': ['certificate/usage', 'error'],
    'path-too-long': ['certificate/usage', 'error'],
    'name-constraint': ['certificate/usage', 'error'],
    'critical-extension': ['certificate/usage', 'error'],
    'weak-key': ['certificate/key', 'error'],
    'weak-signature': ['certificate/signature', 'error'],
};
/** The property that an unexplained refusal of OpenSSL's is reported under; certificate/trust for the other causes. */
const propertyOf = {
    'certificate-expired': 'certificate/validity',
    'certificate-not-yet-valid': 'certificate/validity',
    'certificate-host-mismatch': 'certificate/hostname',
    'certificate-misissued': 'certificate/usage',
    'certificate-weak-key': 'certificate/key',
    'certificate-weak-signature': 'certificate/signature',
};
/** At least one check a property, in the order of `ids`; a property with several problems has a check for each. */
function certificateChecks(evidence, options = {}) {
    const { timeShifted = false, revocation = false } = options;
    if (evidence.analysis === null)
        return ids.map(id => unknown(id, evidence.why));
    const { analysis, verdict } = evidence;
    const failed = [...problemChecks(analysis, verdict), ...lifetimeChecks(analysis), ...refusal(analysis, verdict, timeShifted)];
    const unreadable = analysis.problems
        .filter(({ kind }) => kind === 'unreadable')
        .map(({ message }) => unknown('certificate/chain', message));
    return ids.flatMap(id => {
        const found = [...failed, ...unreadable].filter(check => check.id === id);
        return found.length > 0 ? found : [withoutProblem(id, analysis, verdict, revocation)];
    });
}
function problemChecks({ problems, path, presented }, verdict) {
    return problems.flatMap(problem => {
        if (problem.kind === 'unreadable')
            return [];
        const [id, severity] = placeOf[problem.kind];
        const isAboutTrust = id === 'certificate/trust' || problem.kind === 'issuer-missing';
        // OpenSSL found a path where the analysis found none.
        if (isAboutTrust && verdict?.authorized === true)
            return [];
        const evidence = evidenceOf(problem, presented) ?? path.map(labelOf);
        const check = failure(id, severity, problem.cause, problem.message, evidence);
        if (problem.kind !== 'issuer-missing')
            return [check];
        return [
            failure('certificate/trust', 'error', problem.cause, 'the chain leads to no trusted root: an issuer is missing', check.evidence),
            check,
        ];
    });
}
/** OpenSSL's refusal, where nothing that was found accounts for it. */
function refusal({ problems, path }, verdict, timeShifted) {
    if (verdict === null || verdict.authorized)
        return [];
    const code = verdict.code ?? 'UNSPECIFIED';
    const cause = (0,_certificate_openssl_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictCause */ .xy)(code);
    if (timeShifted && propertyOf[cause] === 'certificate/validity')
        return [];
    const grave = problems.filter(({ kind }) => kind !== 'unreadable' && placeOf[kind][1] === 'error').map(problem => problem.cause);
    if ((0,_certificate_openssl_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .explains */ .$t)(grave, code))
        return [];
    const id = propertyOf[cause] ?? 'certificate/trust';
    return [failure(id, 'error', cause, `OpenSSL does not trust the chain: ${(0,_certificate_openssl_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictText */ .nt)(code)}`, path.map(labelOf))];
}
/**
 * A quarter of the lifetime, 30 days at most. ACME clients renew when a third is left (RFC 9773 lets the authority say when), so at a quarter a
 * renewal is late; a fixed number of days would be wrong for certificates that live 6 of them, and a quarter for one that lives years.
 */
const renewalLateMs = (lifetimeMs) => Math.min(lifetimeMs / 4, 30 * _certificate_span_js__WEBPACK_IMPORTED_MODULE_3__/* .dayMs */ .LP);
function lifetimeChecks({ path, at }) {
    return path.flatMap(element => {
        const { leftMs, lifetimeMs } = lifetimeOf(element, at);
        if (leftMs >= renewalLateMs(lifetimeMs))
            return [];
        const label = labelOf(element);
        if (leftMs <= 0)
            return [
                failure('certificate/lifetime-left', 'warning', 'certificate-expired', `nothing is left of the lifetime of ${label}`, [label]),
            ];
        const message = `${label} has ${(0,_certificate_span_js__WEBPACK_IMPORTED_MODULE_3__/* .span */ .Ln)(leftMs)} left of a lifetime of ${(0,_certificate_span_js__WEBPACK_IMPORTED_MODULE_3__/* .span */ .Ln)(lifetimeMs)}`;
        return [failure('certificate/lifetime-left', 'warning', 'certificate-expires-soon', message, [label])];
    });
}
function lifetimeOf({ certificate }, at) {
    const end = Date.parse(certificate.notAfter);
    return { leftMs: end - Date.parse(at), lifetimeMs: end - Date.parse(certificate.notBefore) };
}
/** A property that no problem was found with: passed, unless it could not be judged. */
function withoutProblem(id, analysis, verdict, revocation) {
    const { path, presented, reference, at } = analysis;
    const [leaf] = path;
    const root = path.at(-1);
    if (id === 'certificate/trust') {
        if (verdict === null)
            return unknown(id, 'the handshake ended before the chain was verified');
        if (!verdict.authorized && !analysis.complete)
            return unknown(id, 'the chain could not be followed');
        if (!verdict.authorized && revocation) {
            const seen = (0,_certificate_openssl_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictText */ .nt)(verdict.code ?? 'UNSPECIFIED');
            return unknown(id, `whether a certificate of the chain is revoked is not known: OpenSSL names one fault, and that is another: ${seen}`);
        }
        return passed(id, root && analysis.complete ? `the chain leads to ${labelOf(root)}` : 'OpenSSL trusts the chain', path);
    }
    if (leaf === undefined || root === undefined)
        return unknown(id, 'the certificate of the server cannot be read');
    switch (id) {
        case 'certificate/chain':
            return passed(id, presented.length === 1 ? '1 certificate was sent' : `${presented.length} certificates were sent, in order`, path);
        case 'certificate/hostname': {
            if (reference === null)
                return { ...unknown(id, 'no name was given to compare with'), severity: 'notice' };
            const match = (0,_certificate_hostname_js__WEBPACK_IMPORTED_MODULE_0__/* .matchHostname */ .$)(reference, leaf.certificate);
            if (!match.matches)
                return unknown(id, `${labelOf(leaf)} ${match.message}`);
            return passed(id, `${reference.name} is covered by ${match.by}`, [leaf]);
        }
        case 'certificate/validity': {
            const first = path.reduce((a, b) => (b.certificate.notAfter < a.certificate.notAfter ? b : a));
            return passed(id, `the chain is valid until ${first.certificate.notAfter}, when ${labelOf(first)} expires`, path);
        }
        case 'certificate/lifetime-left': {
            const { leftMs, lifetimeMs } = lifetimeOf(leaf, at);
            return passed(id, `${labelOf(leaf)} has ${(0,_certificate_span_js__WEBPACK_IMPORTED_MODULE_3__/* .span */ .Ln)(leftMs)} left of a lifetime of ${(0,_certificate_span_js__WEBPACK_IMPORTED_MODULE_3__/* .span */ .Ln)(lifetimeMs)}`, path);
        }
        case 'certificate/usage':
            return passed(id, `${labelOf(leaf)} may be used for a TLS server`, path);
        case 'certificate/key':
            return strengthCheck(id, path, verdict, ({ certificate }) => [(0,_certificate_strength_js__WEBPACK_IMPORTED_MODULE_4__/* .keyText */ .Pu)(certificate.key), (0,_certificate_strength_js__WEBPACK_IMPORTED_MODULE_4__/* .keyStrength */ .V4)(certificate.key)]);
        case 'certificate/signature': {
            // The signature of a root proves nothing to those who trust it.
            const judged = path.length > 1 ? path.filter(element => element !== root || !analysis.complete) : path;
            return strengthCheck(id, judged, verdict, ({ certificate: { signatureAlgorithm: name } }) => [name, (0,_certificate_strength_js__WEBPACK_IMPORTED_MODULE_4__/* .signatureStrength */ .wd)(name)]);
        }
        default:
            return id;
    }
}
function strengthCheck(id, path, verdict, strength) {
    const all = path.map(strength);
    // OpenSSL has its own minimum, so what it authorizes is strong enough even if its strength is not known here.
    const stranger = verdict?.authorized === true ? undefined : all.find(([, bits]) => bits === null);
    if (stranger !== undefined)
        return unknown(id, `the strength of ${stranger[0]} is not known`);
    return passed(id, [...new Set(all.map(([text]) => text))].join(', '), path);
}
function failure(id, severity, cause, message, evidence) {
    return { id, status: 'fail', severity, cause, message, fix: (0,_causes_js__WEBPACK_IMPORTED_MODULE_5__/* .fixOf */ .BW)(cause), evidence, refs: _causes_js__WEBPACK_IMPORTED_MODULE_5__/* .causes */ .ps[cause].refs, location: null };
}
function passed(id, message, path) {
    return { ...unknown(id, message), status: 'pass', evidence: path.map(labelOf) };
}
function unknown(id, message) {
    const severity = id === 'certificate/lifetime-left' ? 'warning' : 'error';
    return { id, status: 'inconclusive', severity, cause: null, message, fix: null, evidence: [], refs: _check_ids_js__WEBPACK_IMPORTED_MODULE_6__/* .checkIds */ .t[id].refs, location: null };
}
function evidenceOf({ index }, presented) {
    const parsed = index === null ? undefined : presented[index];
    return parsed?.kind === 'certificate' ? [(0,_certificate_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .certificateLabel */ .eH)(index, parsed.certificate)] : null;
}
const labelOf = ({ index, certificate }) => (0,_certificate_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .certificateLabel */ .eH)(index, certificate);


/***/ }),

/***/ 8590:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XN: () => (/* binding */ provesCause),
/* harmony export */   d$: () => (/* binding */ isDecided),
/* harmony export */   zZ: () => (/* binding */ completionCheck)
/* harmony export */ });
/* harmony import */ var _causes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5232);
// The check every target has: does a client that verifies complete the handshake?

/**
 * @param diagnosis why not; null when it does
 * @param summary what was negotiated, completing "completed …"
 * @param asked one line for each further hello that was sent to tell causes apart
 */
function completionCheck(diagnosis, summary, asked) {
    const id = 'handshake/completion';
    if (!diagnosis) {
        return {
            id,
            status: 'pass',
            severity: 'error',
            cause: null,
            message: `completed ${summary}`,
            fix: null,
            evidence: ['step finished'],
            refs: [],
            location: null,
        };
    }
    const { cause, message, place, fix, undecided } = diagnosis;
    return {
        id,
        status: undecided ? 'inconclusive' : 'fail',
        severity: 'error',
        cause,
        message,
        fix: fix ?? (0,_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .fixOf */ .BW)(cause),
        evidence: [`step ${place.name}`, ...asked],
        refs: _causes_js__WEBPACK_IMPORTED_MODULE_0__/* .causes */ .ps[cause].refs,
        location: null,
    };
}
/** Whether the handshake's end proves anything: a server that says nothing may be healthy all the same. */
function isDecided(checks) {
    return checks.some(({ id, status }) => id === 'handshake/completion' && status !== 'inconclusive');
}
/**
 * Whether a handshake that failed is proven to have failed for its cause. Of one that is undecided only a failure of the network is what was seen:
 * no answer. Anything else is the likeliest guess.
 */
function provesCause(checks, cause) {
    return isDecided(checks) || _causes_js__WEBPACK_IMPORTED_MODULE_0__/* .causes */ .ps[cause].category === 'network';
}


/***/ }),

/***/ 360:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ certificateCauses),
/* harmony export */   P: () => (/* binding */ certificateRules)
/* harmony export */ });
/** Most fundamental first: a chain to nowhere makes every other fault of it beside the point, and a wrong name may be the user's. */
const certificateCauses = [
    'certificate-self-signed',
    'certificate-chain-incomplete',
    'certificate-untrusted',
    'certificate-revoked',
    'certificate-expired',
    'certificate-not-yet-valid',
    'certificate-misissued',
    'certificate-weak-key',
    'certificate-weak-signature',
    'certificate-host-mismatch',
];
/** A rule for each cause, in the order of the causes. */
const certificateRules = certificateCauses.map((cause) => ({
    cause,
    failedAt: 'server-certificate',
    seen: ({ untrusted }) => untrusted.find(reason => reason.cause === cause)?.message ?? null,
}));


/***/ }),

/***/ 1620:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ii: () => (/* binding */ isUnremarkable),
/* harmony export */   L5: () => (/* binding */ symptomOf),
/* harmony export */   hY: () => (/* binding */ lastMessageOf)
/* harmony export */ });
/* harmony import */ var _trace_trace_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8961);
// What a failed handshake looked like, flattened from its record so that a rule reads like a sentence. No opinions here.

/**
 * Of a handshake before anything else was asked.
 * @param untrusted why its certificate is not trusted, see Symptom
 */
function symptomOf(record, untrusted) {
    const { messages } = record.trace;
    const end = record.session?.end ?? null;
    const clientFinished = messages.findLastIndex(({ from, content }) => from === 'client' && content.kind === 'finished');
    return {
        servername: record.servername,
        alpn: record.alpn,
        network: record.networkFailure,
        end: end?.kind === 'secured' ? end.afterwards : end,
        secured: end?.kind === 'secured',
        alert: endingAlert(messages),
        clientCertificate: clientCertificateOf(messages),
        serverWentOn: messages.slice(clientFinished + 1).some(message => message.from === 'server' && goesOn(message)),
        trace: record.trace,
        untrusted,
        widening: null,
    };
}
/** Completed, with nothing said against it and nobody asked for more: what no rule speaks of. Nearly every handshake is like that. */
function isUnremarkable({ secured, alert, untrusted, clientCertificate }) {
    return secured && alert === null && untrusted.length === 0 && clientCertificate === 'not-asked';
}
const closeNotify = 0;
function endingAlert(messages) {
    const wentOn = new Set();
    for (const { from, content } of messages.toReversed()) {
        const fatal = content.kind === 'alert' && content.level === 2;
        if (content.kind !== 'alert')
            wentOn.add(from);
        // A warning that its sender went on from ended nothing: unrecognized_name, for one (RFC 6066 §3).
        else if (content.description !== closeNotify && (fatal || !wentOn.has(from)))
            return { from, fatal, code: content.description };
    }
    return null;
}
function clientCertificateOf(messages) {
    if (!messages.some(({ content }) => content.kind === 'certificate_request'))
        return 'not-asked';
    const sent = messages.some(({ from, content }) => from === 'client' && content.kind === 'certificate' && content.entries.length > 0);
    return sent ? 'sent' : 'none-sent';
}
// Before TLS 1.3 the server's Finished comes last and is itself the proof.
const goesOn = ({ content }) => content.kind === 'finished' ||
    content.kind === 'new_session_ticket' ||
    content.kind === 'application_data' ||
    (content.kind === 'alert' && content.description === closeNotify);
/** Name of the last message of that side, alerts left out; null when it sent none. */
function lastMessageOf(trace, side) {
    const last = trace.messages.findLast(({ from, content }) => from === side && content.kind !== 'alert');
    return last ? (0,_trace_trace_js__WEBPACK_IMPORTED_MODULE_0__/* .messageName */ .fe)(last) : null;
}


/***/ }),

/***/ 2449:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ openEndpoint)
/* harmony export */ });
/* harmony import */ var _dial_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6386);

/**
 * Opens a connection.
 * @param clock milliseconds since the target's start
 */
async function openEndpoint(route, env, clock, signal) {
    const steps = [];
    const done = (name, detail) => void steps.push({ name, from: null, status: 'done', atMs: clock(), bytes: 0, detail });
    const failed = (step, { code, message }, socket = null, address = null, dialogue = null) => {
        socket?.destroy();
        steps.push({ name: step, from: null, status: 'failed', atMs: clock(), bytes: 0, detail: message });
        return { socket: null, address, steps, failure: { step, code, message, dialogue }, connections: socket ? 1 : 0 };
    };
    const { target, proxy } = route;
    const { host, port } = proxy ?? route.connectTo ?? target;
    const found = route.address ? { kind: 'resolved', addresses: [route.address] } : await (0,_dial_js__WEBPACK_IMPORTED_MODULE_0__/* .resolve */ .hd)(host, env, signal);
    // A proxy that is not reached says nothing of the target.
    if (found.kind === 'failed')
        return failed(proxy ? 'proxy' : 'resolve', found);
    const addresses = found.addresses.map(({ address }) => address).join(', ');
    done('resolve', addresses === host ? 'the target is an address' : `${host} is ${addresses}`);
    const connected = await (0,_dial_js__WEBPACK_IMPORTED_MODULE_0__/* .dial */ .zy)(found.addresses, port, env, signal);
    if (connected.kind === 'failed')
        return failed(proxy ? 'proxy' : 'connect', connected, null, found.addresses.length === 1 ? (found.addresses[0]?.address ?? null) : null);
    const { socket, address } = connected;
    socket.on('error', () => { }); // from here on each reader listens for itself; between two readers nobody would
    done('connect', `${address.includes(':') ? `[${address}]` : address}:${port}`);
    // Most targets are reached without either, so neither is loaded before it is needed.
    if (proxy) {
        const { openTunnel } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 6670));
        const tunnel = await openTunnel(socket, proxy, route.connectTo ?? target, signal);
        if (tunnel.kind !== 'open')
            return failed('proxy', refusalOf(tunnel), socket, address);
        done('proxy', tunnel.detail);
    }
    if (target.starttls) {
        const { nameOfProtocol, startTls } = await __webpack_require__.e(/* import() */ 753).then(__webpack_require__.bind(__webpack_require__, 1753));
        const protocol = target.starttls;
        const upgrade = await startTls(socket, protocol, target.host, signal);
        if (upgrade.kind !== 'ready') {
            const strange = upgrade.kind === 'stranger' ? upgrade.answer : null;
            return failed('starttls', refusalOf(upgrade), socket, address, { protocol, name: nameOfProtocol(protocol), strange });
        }
        done('starttls', upgrade.detail);
    }
    return { socket, address, steps, failure: null, connections: 1 };
}
const refusalOf = (outcome) => outcome.kind === 'failed' ? outcome : { code: outcome.kind.toUpperCase(), message: outcome.detail };


/***/ }),

/***/ 9007:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   An: () => (/* binding */ refuseEmptyOffer),
/* harmony export */   Jm: () => (/* binding */ shakeHands),
/* harmony export */   zi: () => (/* binding */ secureContext)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1692);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_tls__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4994);
/* harmony import */ var _wire_record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1565);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8612);
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
// The real handshake: OpenSSL's, through node:tls over a tapped stream. It judges nothing; it says how the handshake ended.






/**
 * Node's secure context for these options; one serves any number of targets.
 * @throws UsageError when OpenSSL refuses an option
 */
function secureContext(options) {
    const { groups, signatureSchemes, ca, crl, pfx, tickets, partialChain, ...rest } = options;
    refuseStrangers(options);
    refuseOldVersions(options);
    try {
        return (0,node_tls__WEBPACK_IMPORTED_MODULE_2__.createSecureContext)({
            ...rest,
            ...(ca && { ca: [...ca] }),
            ...(crl && { crl: [...crl] }),
            ...(partialChain !== undefined && { allowPartialTrustChain: partialChain }),
            ...(pfx && { pfx: Buffer.from(pfx) }),
            ...(groups !== undefined && { ecdhCurve: groups }),
            ...(tickets === false && { secureOptions: node_crypto__WEBPACK_IMPORTED_MODULE_0__.constants.SSL_OP_NO_TICKET }),
            ...(signatureSchemes !== undefined && { sigalgs: signatureSchemes }),
        });
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        // OpenSSL has no words for a name that it does not know.
        const reason = /reason\(0\)/.test(message) ? 'one of them is not known' : message;
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .e(`OpenSSL refuses the client options: ${reason}`, hintFor(options, error), { cause: error });
    }
}
/** OpenSSL takes a certificate and a key of different types, and then presents neither. */
function refuseStrangers({ cert, key, passphrase }) {
    if (cert === undefined || key === undefined)
        return;
    let belong;
    try {
        belong = new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(cert).checkPrivateKey((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key, ...(passphrase !== undefined && { passphrase }) }));
    }
    catch {
        return; // what cannot be read is said by OpenSSL's own words
    }
    if (!belong)
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .e('the key is not that of the certificate', hintFor({ cert }));
}
/** OpenSSL takes such a version, and then offers nothing, or in silence the newer ones alone. */
function refuseOldVersions({ minVersion, ciphers = node_tls__WEBPACK_IMPORTED_MODULE_2__.DEFAULT_CIPHERS }) {
    if ((minVersion !== 'TLSv1' && minVersion !== 'TLSv1.1') || /@SECLEVEL=0(?!\d)/.test(ciphers))
        return;
    throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .e('OpenSSL offers TLS 1.0 and 1.1 only at security level 0', 'give the ciphers DEFAULT@SECLEVEL=0 as well, or TLSv1.2 as the oldest version');
}
function hintFor(options, error) {
    // The words of Node, where others say TLSv1.0.
    if (error instanceof Error && 'code' in error && error.code === 'ERR_TLS_INVALID_PROTOCOL_VERSION')
        return 'the versions are TLSv1 (for TLS 1.0), TLSv1.1, TLSv1.2 and TLSv1.3';
    if (options.pfx)
        return 'check the file and its passphrase; PKCS#12 files with RC2 or 3DES have to be made anew (openssl pkcs12 -export)';
    if (options.cert ?? options.key)
        return 'give cert and key as PEM files that belong together, and the passphrase if the key has one';
    if (options.ciphers)
        return 'write cipher names as openssl ciphers lists them, separated by colons';
    if (options.groups)
        return 'write group names as OpenSSL spells them, separated by colons: X25519MLKEM768:X25519:P-256';
    if (options.signatureSchemes)
        return 'write signature schemes as OpenSSL spells them, separated by colons: ecdsa_secp256r1_sha256:RSA-PSS+SHA256';
    return 'check the certificates given';
}
/**
 * Has the client say its hello to nobody: what it cannot even say is no server's doing.
 * @throws UsageError when the options leave it nothing to offer
 */
async function refuseEmptyOffer(context) {
    const { promise, resolve } = Promise.withResolvers();
    const nobody = new node_stream__WEBPACK_IMPORTED_MODULE_1__.Duplex({
        read: () => { },
        write: (bytes, _encoding, done) => {
            // In the place of a hello that it cannot make it sends an alert.
            if (bytes[0] === _wire_record_js__WEBPACK_IMPORTED_MODULE_4__/* .contentType */ .IM.handshake)
                resolve(null);
            done();
        },
    });
    const socket = (0,node_tls__WEBPACK_IMPORTED_MODULE_2__.connect)({ socket: nobody, secureContext: context, rejectUnauthorized: false });
    socket.on('error', resolve);
    const error = await promise;
    socket.destroy();
    nobody.destroy();
    if (error === null)
        return;
    throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .e(`these options leave the client nothing to offer: ${error.reason ?? error.message}`, 'give versions, cipher suites, groups and signature schemes that go together: TLS 1.3 has suites of its own, and no curve or SHA-1 of old', { cause: error });
}
/**
 * How often to ask. OpenSSL itself ends at an alert, but for one of an unregistered number it has no words, and Node then no error: the
 * connection would stay open until the deadline.
 */
const refusalPollMs = 50;
/** Shakes hands over a connected tap and closes it. Never rejects for what a server does. */
async function shakeHands(tap, options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { promise: ended, resolve: end } = Promise.withResolvers();
        const { promise: secured, resolve: onSecured } = Promise.withResolvers();
        const socket = (0,node_tls__WEBPACK_IMPORTED_MODULE_2__.connect)({
            socket: tap,
            secureContext: options.context,
            // The whole chain is read and judged in any case, so a refusal here would only hide the rest of the handshake.
            rejectUnauthorized: false,
            // Names are matched by certificate/hostname.ts, which reports them beside the other problems instead of in their place.
            checkServerIdentity: () => undefined,
            requestOCSP: true,
            ...(options.servername !== null && { servername: options.servername }),
            ...(options.alpn.length > 0 && { ALPNProtocols: [...options.alpn] }),
            ...(options.session && { session: Buffer.from(options.session) }),
        });
        // Node decodes the whole chain with it, for the check of the name that is switched off above: a twentieth of all that a target costs.
        Object.assign(socket, { getPeerCertificate: () => ({}) });
        const onAbort = () => end({ kind: options.signal.reason?.code === 'DEADLINE' ? 'timeout' : 'aborted' });
        options.signal.addEventListener('abort', onAbort, { once: true });
        if (options.signal.aborted)
            onAbort();
        socket.on('keylog', line => options.keyLog.push(line.toString('latin1').trimEnd()));
        socket.once('secureConnect', onSecured);
        let resumable = null;
        if (options.keepsSession)
            socket.on('session', session => (resumable = session));
        socket.on('error', error => end(endOf(error)));
        socket.once('close', () => end({ kind: 'closed' }));
        const _watch = __addDisposableResource(env_1, (0,_deadline_js__WEBPACK_IMPORTED_MODULE_5__/* .every */ .Si)(refusalPollMs, () => options.isRefused() && end({ kind: 'closed' })), false);
        try {
            const early = await Promise.race([ended, secured]);
            const facts = {
                protocol: early ? null : socket.getProtocol(),
                cipherSuite: early ? null : socket.getCipher().standardName,
                alpn: early ? null : socket.alpnProtocol || null,
                resumed: !early && socket.isSessionReused(),
            };
            if (early)
                return { ...facts, resumable, end: early };
            // A new ticket for a resumed session is no event; in TLS 1.3 there is none to be had before the event.
            if (options.keepsSession && facts.protocol !== 'TLSv1.3')
                resumable ??= socket.getSession() ?? null;
            const verifyCode = socket.authorized ? null : String(socket.authorizationError);
            // Our close_notify makes the server answer: with session tickets, its own close_notify, or the refusal waited for.
            const { promise: word, resolve: onWord } = Promise.withResolvers();
            if (options.keepsSession)
                socket.once('session', () => onWord(null));
            // Where the word is an end, the engine says so first.
            else
                tap.once('data', () => void (0,_deadline_js__WEBPACK_IMPORTED_MODULE_5__/* .soon */ .qX)(() => onWord(null)));
            socket.resume().end();
            const { usualMs, furtherMs } = options.linger;
            let afterwards = await withinMs(usualMs, ended, word);
            if (afterwards === null && furtherMs > 0 && options.isAsked())
                afterwards = await withinMs(furtherMs, ended);
            return { ...facts, resumable, end: { kind: 'secured', verifyCode, afterwards } };
        }
        finally {
            options.signal.removeEventListener('abort', onAbort);
            socket.destroy();
            tap.destroy();
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** What comes first of these; null where nothing comes in that time. */
async function withinMs(ms, ...promises) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { promise: silence, resolve } = Promise.withResolvers();
        const _timer = __addDisposableResource(env_2, (0,_deadline_js__WEBPACK_IMPORTED_MODULE_5__/* .after */ .Pl)(ms, () => resolve(null)), false);
        return await Promise.race([...promises, silence]);
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        __disposeResources(env_2);
    }
}
function endOf(error) {
    const code = error.code ?? '';
    if (code === 'RECORDING_LIMIT')
        return { kind: 'flooded' };
    if (code === 'ECONNRESET' || code === 'EPIPE' || code === 'ECONNABORTED') {
        // Node reports a FIN during the handshake under the same code as an RST; only the system call tells them apart.
        return 'syscall' in error ? { kind: 'reset', code } : { kind: 'closed' };
    }
    return { kind: 'engine', code, message: error.message };
}


/***/ }),

/***/ 898:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ probeHandshake)
});

// EXTERNAL MODULE: ./build/commonjs/esm/net/endpoint.js
var net_endpoint = __webpack_require__(2449);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./build/commonjs/esm/net/tap.js

/**
 * Bytes kept of one connection. A handshake takes 2 to 30 KB and 128 KiB certificates are the largest a usual client reads;
 * a peer that sends more than this is sending something else.
 */
const recordedBytesLimit = 1_048_576;
/** Why a tap gave up: the peer sent more than any handshake needs. */
class TapLimitError extends Error {
    name = 'TapLimitError';
    code = 'RECORDING_LIMIT';
}
/** A connection that keeps a copy of every byte in both directions, with the time it passed. */
class Tap extends external_node_stream_.Duplex {
    chunks = [];
    #socket;
    #clock;
    #recorded = 0;
    /** @param clock milliseconds since the target's start */
    constructor(socket, clock) {
        super({ allowHalfOpen: true });
        this.#socket = socket;
        this.#clock = clock;
        socket.on('data', bytes => {
            if (!this.#record('server', bytes))
                return;
            if (!this.push(bytes))
                socket.pause();
        });
        socket.on('end', () => this.push(null));
        socket.on('error', error => this.destroy(error));
        socket.on('close', () => this.destroy());
        socket.pause();
        // A peer may have hung up before anybody listened.
        if (socket.readableEnded)
            this.push(null);
    }
    _read() {
        this.#socket.resume();
    }
    _write(bytes, _encoding, done) {
        this.#record('client', bytes);
        this.#socket.write(bytes, done);
    }
    _final(done) {
        // Without a callback, for which a socket that is destroyed before it is called makes an error with its stack: a hundredth of a handshake.
        this.#socket.end();
        done();
    }
    _destroy(error, done) {
        this.#socket.destroy();
        done(error);
    }
    #record(from, bytes) {
        this.#recorded += bytes.length;
        if (this.#recorded > recordedBytesLimit) {
            this.destroy(new TapLimitError(`more than ${recordedBytesLimit} bytes in one handshake`));
            return false;
        }
        this.chunks.push({ from, atMs: this.#clock(), bytes: new Uint8Array(bytes) });
        return true;
    }
}

// EXTERNAL MODULE: ./build/commonjs/esm/net/tls.js
var tls = __webpack_require__(9007);
// EXTERNAL MODULE: ./build/commonjs/esm/trace/trace.js + 1 modules
var trace = __webpack_require__(8961);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/alert.js
var wire_alert = __webpack_require__(5876);
;// CONCATENATED MODULE: ./build/commonjs/esm/probe/handshake.js





/**
 * How long to wait for a server's word after the handshake. One that asked for a client certificate may still refuse it,
 * so its silence would leave the question open; any other server has said all there is to say.
 */
const usualLinger = { usualMs: 150, furtherMs: 1000 };
/** Performs one handshake. Never rejects for what a server or a network does. */
async function probeHandshake(question, env, clock, signal) {
    const { alpn, servername } = question;
    const endpoint = await (0,net_endpoint/* openEndpoint */.k)(question.route, env, clock, signal);
    const before = {
        address: endpoint.address,
        servername,
        alpn,
        networkSteps: endpoint.steps,
        networkFailure: endpoint.failure,
        connections: endpoint.connections,
    };
    if (endpoint.socket === null)
        return { ...before, session: null, trace: (0,trace/* readTrace */.ce)({ chunks: [], keyLog: [] }) };
    if (endpoint.address !== null)
        question.onConnected?.(endpoint.address);
    const tap = new Tap(endpoint.socket, clock);
    const keyLog = [];
    // Nothing is read twice, and nearly all of it while the server answers our close. Its part needs the secrets, which come with its first bytes.
    const reader = new trace/* TraceReader */.lC({ chunks: tap.chunks, keyLog });
    const isAsked = () => reader.trace().messages.some(({ content }) => content.kind === 'certificate_request');
    // What the engine has not read yet has left no secrets, without which its messages would stay sealed.
    const isRefused = () => tap.readableLength === 0 &&
        reader.trace().messages.some(({ from, content }) => from === 'server' && content.kind === 'alert' && content.level === wire_alert/* alertLevel */.j.fatal);
    const session = await (0,tls/* shakeHands */.Jm)(tap, {
        ...{ context: question.context, servername, alpn, keyLog, isAsked, isRefused, signal },
        keepsSession: question.keepsSession ?? false,
        linger: question.lingerMs === undefined ? usualLinger : { usualMs: question.lingerMs, furtherMs: 0 },
        ...(question.session && { session: question.session }),
    });
    return {
        ...before,
        session,
        get trace() {
            return reader.trace();
        },
    };
}


/***/ }),

/***/ 1245:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ alerts),
/* harmony export */   Hj: () => (/* binding */ unrecognizedName),
/* harmony export */   LO: () => (/* binding */ unknownPskIdentity),
/* harmony export */   Q$: () => (/* binding */ handshakeFailure),
/* harmony export */   UH: () => (/* binding */ noApplicationProtocol),
/* harmony export */   WB: () => (/* binding */ internalError),
/* harmony export */   X3: () => (/* binding */ certificateRequired),
/* harmony export */   Xg: () => (/* binding */ protocolVersion),
/* harmony export */   YB: () => (/* binding */ illegalParameter),
/* harmony export */   a2: () => (/* binding */ insufficientSecurity),
/* harmony export */   h9: () => (/* binding */ inappropriateFallback)
/* harmony export */ });
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4672);
// IANA "TLS Alerts" (tls-parameters-6), 2026-09-29. Names as in the RFCs, without IANA's _RESERVED.

/** Alert descriptions by number; `label` has a name for every one: 'handshake_failure', 'alert 0x99'. */
const alerts = (0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .t)('alert', 2, () => [
    { code: 0, name: 'close_notify', text: 'closed the connection' },
    { code: 10, name: 'unexpected_message', text: 'got a message that may not come at that point' },
    { code: 20, name: 'bad_record_mac', text: 'could not verify or decrypt a record' },
    { code: 21, name: 'decryption_failed', text: 'could not decrypt a record' },
    { code: 22, name: 'record_overflow', text: 'got a record that is too long' },
    { code: 30, name: 'decompression_failure', text: 'could not decompress a record' },
    { code: 40, name: 'handshake_failure', text: 'found no common parameters' },
    { code: 41, name: 'no_certificate', text: 'has no certificate to present' },
    { code: 42, name: 'bad_certificate', text: 'rejected the certificate as corrupt or wrongly signed' },
    { code: 43, name: 'unsupported_certificate', text: 'does not support this type of certificate' },
    { code: 44, name: 'certificate_revoked', text: 'rejected the certificate as revoked' },
    { code: 45, name: 'certificate_expired', text: 'rejected the certificate as expired or not yet valid' },
    { code: 46, name: 'certificate_unknown', text: 'rejected the certificate for a reason it does not name' },
    { code: 47, name: 'illegal_parameter', text: 'got a message with a value that is not allowed' },
    { code: 48, name: 'unknown_ca', text: 'does not trust the authority that issued the certificate' },
    { code: 49, name: 'access_denied', text: 'accepted the certificate and denies access' },
    { code: 50, name: 'decode_error', text: 'could not decode a message' },
    { code: 51, name: 'decrypt_error', text: 'could not verify a signature, a Finished message or a PSK binder' },
    { code: 52, name: 'too_many_cids_requested', text: 'was asked for too many connection ids' },
    { code: 60, name: 'export_restriction', text: 'saw the export rules for keys broken' },
    { code: 70, name: 'protocol_version', text: 'does not speak the protocol version asked for' },
    { code: 71, name: 'insufficient_security', text: 'asks for stronger parameters than it was offered' },
    { code: 80, name: 'internal_error', text: 'failed for a reason of its own' },
    { code: 86, name: 'inappropriate_fallback', text: 'speaks a newer protocol version than this retry offers' },
    { code: 90, name: 'user_canceled', text: 'cancelled the handshake' },
    { code: 100, name: 'no_renegotiation', text: 'refuses to renegotiate' },
    { code: 109, name: 'missing_extension', text: 'misses an extension that is mandatory' },
    { code: 110, name: 'unsupported_extension', text: 'got an extension that it did not offer or that may not stand there' },
    { code: 111, name: 'certificate_unobtainable', text: 'could not fetch the certificate from the URL it was given' },
    { code: 112, name: 'unrecognized_name', text: 'does not serve the name asked for' },
    { code: 113, name: 'bad_certificate_status_response', text: 'rejected the stapled OCSP response' },
    { code: 114, name: 'bad_certificate_hash_value', text: 'fetched a certificate that does not match its hash' },
    { code: 115, name: 'unknown_psk_identity', text: 'does not know the PSK identity' },
    { code: 116, name: 'certificate_required', text: 'requires a client certificate' },
    { code: 117, name: 'general_error', text: 'failed for a reason that no other alert names' },
    { code: 120, name: 'no_application_protocol', text: 'supports none of the application protocols offered (ALPN)' },
    { code: 121, name: 'ech_required', text: 'requires Encrypted Client Hello' },
]);
/** Wire numbers of the alerts that code has to tell apart. */
const handshakeFailure = 40;
const illegalParameter = 47;
/** Speaks of the version alone, and of nothing that was offered in it (RFC 8446 §6.2). */
const protocolVersion = 70;
const insufficientSecurity = 71;
const internalError = 80;
/** RFC 7507 §3 */
const inappropriateFallback = 86;
/** RFC 6066 §3 */
const unrecognizedName = 112;
/** RFC 5054 §2.5.1.3: comes to a hello only when a suite of SRP was chosen. */
const unknownPskIdentity = 115;
const certificateRequired = 116;
/** RFC 7301 §3.2 */
const noApplicationProtocol = 120;


/***/ }),

/***/ 629:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ isGrease)
/* harmony export */ });
// RFC 8701: values that mean nothing, sent to keep the other side tolerant of values it does not know. They are in no registry.
/**
 * Whether a 16-bit number is a GREASE value: 0x0a0a, 0x1a1a, … 0xfafa (RFC 8701 §2). The same sixteen serve for cipher suites,
 * groups, signature schemes, extensions and versions.
 */
function isGrease(code) {
    return (code & 0x0f0f) === 0x0a0a && code >> 8 === (code & 0xff);
}


/***/ }),

/***/ 6853:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ sharer)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
// The targets of a fleet in memory: its servers are much alike, and what is said of many of them in the same words is kept once.

/** Gives targets back that say the same and share what is equal in them, also with those that were given to it before. */
function sharer() {
    const known = new Map();
    const shared = (value) => {
        const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', JSON.stringify(value), 'base64');
        if (!known.has(digest))
            known.set(digest, value);
        return known.get(digest);
    };
    const sharedParts = (value) => Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shared(part)]));
    return target => ({
        ...target,
        certificates: { presented: target.certificates.presented.map(shared) },
        survey: target.survey && sharedParts(target.survey),
        checks: target.checks.map(shared),
    });
}


/***/ }),

/***/ 2129:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ detailOf),
  d: () => (/* binding */ offeredVersions)
});

// EXTERNAL MODULE: ./build/commonjs/esm/certificate/der.js
var der = __webpack_require__(6485);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/alerts.js
var alerts = __webpack_require__(1245);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/table.js
var table = __webpack_require__(4672);
;// CONCATENATED MODULE: ./build/commonjs/esm/registry/certificate-compressions.js
// IANA "TLS Certificate Compression Algorithm IDs", 2026-09-29 (RFC 8879 §7.3).

/** How a compressed_certificate message is compressed. */
const certificateCompressions = (0,table/* table */.t)('certificate compression', 4, () => [
    { code: 1, name: 'zlib' },
    { code: 2, name: 'brotli' },
    { code: 3, name: 'zstd' },
]);

// EXTERNAL MODULE: ./build/commonjs/esm/registry/cipher-suites.js
var cipher_suites = __webpack_require__(3103);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/grease.js
var grease = __webpack_require__(629);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/groups.js
var groups = __webpack_require__(9218);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/protocols.js
var protocols = __webpack_require__(6729);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/signature-schemes.js
var signature_schemes = __webpack_require__(5591);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/extensions.js + 1 modules
var extensions = __webpack_require__(3540);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/hello.js
var hello = __webpack_require__(7282);
;// CONCATENATED MODULE: ./build/commonjs/esm/trace/detail.js
// One line on each message, in the standards' names. It may hold text the server chose: escape it for where it is printed.










/** Names of the first three and a count of the rest, which are not looked at: a server may send any number. */
function some(items, nameOf) {
    const named = items.slice(0, 3).map(nameOf).join(', ');
    return items.length <= 3 ? named : `${named} and ${items.length - 3} more`;
}
const itself = (name) => name;
const labels = (table, codes) => some(codes.filter(code => !(0,grease/* isGrease */.W)(code)), table.label);
/** The versions a ClientHello offers: supported_versions, or everything up to legacy_version (RFC 8446 §4.2.1). */
function offeredVersions(hello) {
    const list = (0,extensions/* extension */.ck)(hello.extensions, 'supported_versions');
    return list ? list.versions.filter(version => !(0,grease/* isGrease */.W)(version)) : [hello.legacyVersion];
}
/**
 * Says what a message carried.
 * @param version the negotiated version; null before there is one
 * @param subjectOf names a certificate by its subject
 */
function detailOf({ content }, version, subjectOf) {
    switch (content.kind) {
        case 'client_hello': {
            const suites = content.cipherSuites.filter(suite => !(0,grease/* isGrease */.W)(suite)).length;
            const name = (0,extensions/* extension */.ck)(content.extensions, 'server_name')?.names[0]?.name;
            const alpn = (0,extensions/* extension */.ck)(content.extensions, 'application_layer_protocol_negotiation')?.protocols;
            const group = (0,extensions/* extension */.ck)(content.extensions, 'supported_groups')?.groups ?? [];
            return parts([
                labels(protocols/* protocols */.WH, offeredVersions(content)),
                suites === 1 ? '1 cipher suite' : `${suites} cipher suites`,
                group.length > 0 && `groups ${labels(groups/* groups */.T, group)}`,
                name === undefined ? 'no SNI' : `SNI ${name}`,
                alpn && `ALPN ${some(alpn, itself)}`,
            ]);
        }
        case 'server_hello':
        case 'hello_retry_request': {
            const group = (0,hello/* selectedGroup */.h1)(content);
            const alpn = content.kind === 'server_hello' && (0,extensions/* extension */.ck)(content.extensions, 'application_layer_protocol_negotiation')?.protocols;
            return parts([
                protocols/* protocols */.WH.label((0,hello/* negotiatedVersion */.d7)(content)),
                cipher_suites/* cipherSuites */.vS.label(content.cipherSuite),
                group !== undefined && `${content.kind === 'server_hello' ? 'group' : 'asks for group'} ${groups/* groups */.T.label(group)}`,
                alpn && `ALPN ${some(alpn, itself)}`,
            ]);
        }
        case 'encrypted_extensions': {
            const alpn = (0,extensions/* extension */.ck)(content.extensions, 'application_layer_protocol_negotiation')?.protocols;
            return parts([alpn ? `ALPN ${some(alpn, itself)}` : 'no ALPN']);
        }
        case 'certificate': {
            if (content.entries.length === 0)
                return 'no certificate';
            const stapled = content.entries.some(entry => (0,extensions/* extension */.ck)(entry.extensions, 'status_request') !== undefined);
            return parts([
                `${content.entries.length} sent: ${some(content.entries, entry => subjectOf(entry.certificate))}`,
                stapled && 'OCSP response stapled',
            ]);
        }
        case 'compressed_certificate':
            return `compressed with ${certificateCompressions.label(content.algorithm)}`;
        case 'certificate_request': {
            const schemes = content.form === 'fields' ? content.signatureSchemes : ((0,extensions/* extension */.ck)(content.extensions, 'signature_algorithms')?.schemes ?? []);
            const authorities = content.form === 'fields' ? content.authorities : ((0,extensions/* extension */.ck)(content.extensions, 'certificate_authorities')?.authorities ?? []);
            return parts([
                'asks for a client certificate',
                schemes.length > 0 && labels(signature_schemes/* signatureSchemes */.Bb, schemes),
                authorities.length > 0 && `${authorities.length} authorities named`,
            ]);
        }
        case 'certificate_status':
            return `OCSP response of ${content.response.length} bytes`;
        case 'certificate_verify':
            return content.scheme === null ? 'signature' : `signed with ${signature_schemes/* signatureSchemes */.Bb.label(content.scheme)}`;
        case 'server_key_exchange': {
            if (content.form === 'bytes')
                return `${content.body.length} bytes`;
            const { params, signature } = content;
            const key = params?.kind === 'ec'
                ? `group ${groups/* groups */.T.label(params.group)}`
                : params?.kind === 'dh'
                    ? `${(0,der/* bitLengthOf */.Dp)(params.prime)}-bit finite-field group`
                    : params?.kind;
            return parts([key, signature && signature.scheme !== null && `signed with ${signature_schemes/* signatureSchemes */.Bb.label(signature.scheme)}`]);
        }
        case 'new_session_ticket':
            return 'session ticket';
        case 'alert':
            return `${content.level === 2 ? 'fatal' : 'warning'} ${alerts/* alerts */.Cv.label(content.description)} (${content.description})`;
        case 'sslv2':
            return 'an SSLv2 message';
        case 'undecodable':
            return `malformed: ${content.reason}`;
        case 'sealed':
            return 'protected, no secret to open it';
        case 'finished':
            return 'handshake verified';
        case 'change_cipher_spec':
            // RFC 8446 §D.4: TLS 1.3 sends it for the middleboxes' sake.
            return (version ?? 0) >= 0x0304 ? 'for middleboxes only' : 'records are protected from here on';
        default:
            return '';
    }
}
const parts = (list) => list.filter(part => typeof part === 'string' && part !== '').join(', ');


/***/ }),

/***/ 8346:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ stillExpected)
/* harmony export */ });
/* harmony import */ var _negotiated_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3350);
/* harmony import */ var _trace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8961);
// Which messages a handshake still needs after those that were seen: RFC 8446 §2, RFC 5246 §7.3.


const c = (name) => ({ name, from: 'client' });
const s = (name) => ({ name, from: 'server' });
// What every full handshake of that version has; what depends on the suite or the policy is left out.
const flights = {
    unknown: [c('client_hello'), s('server_hello'), s('certificate'), s('finished'), c('finished')],
    tls12: [
        c('client_hello'),
        s('server_hello'),
        s('certificate'),
        s('server_hello_done'),
        c('client_key_exchange'),
        c('change_cipher_spec'),
        c('finished'),
        s('change_cipher_spec'),
        s('finished'),
    ],
    tls13: [
        c('client_hello'),
        s('server_hello'),
        s('encrypted_extensions'),
        s('certificate'),
        s('certificate_verify'),
        s('finished'),
        c('finished'),
    ],
};
/** The messages that were not seen, in the order they would come. */
function stillExpected(trace) {
    const { version } = (0,_negotiated_js__WEBPACK_IMPORTED_MODULE_0__/* .negotiated */ .H)(trace);
    const flight = version === null ? flights.unknown : version >= 0x0304 ? flights.tls13 : flights.tls12;
    const seen = trace.messages.map(message => ({ name: (0,_trace_js__WEBPACK_IMPORTED_MODULE_1__/* .messageName */ .fe)(message), from: message.from }));
    const last = flight.findLastIndex(place => seen.some(({ name, from }) => name === place.name && from === place.from));
    return flight.slice(last + 1);
}


/***/ }),

/***/ 3350:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ negotiated),
/* harmony export */   _: () => (/* binding */ stapleOf)
/* harmony export */ });
/* harmony import */ var _wire_extensions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3540);
/* harmony import */ var _wire_hello_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7282);
// What a handshake agreed on, as its messages say it: wire numbers, named by whoever prints them.


/** Read from the messages of the trace; all of it null before a ServerHello. */
function negotiated(trace) {
    const { serverHello } = trace;
    const facts = { version: null, cipherSuite: null, group: null, signatureScheme: null, alpn: null, ocspStapled: null };
    if (!serverHello)
        return facts;
    return {
        version: (0,_wire_hello_js__WEBPACK_IMPORTED_MODULE_1__/* .negotiatedVersion */ .d7)(serverHello),
        cipherSuite: serverHello.cipherSuite,
        group: groupOf(trace),
        signatureScheme: signatureSchemeOf(trace),
        alpn: alpnOf(trace),
        ocspStapled: trace.presented.length === 0 ? null : stapleOf(trace) !== null,
    };
}
function groupOf({ serverHello, messages }) {
    const group = serverHello && (0,_wire_hello_js__WEBPACK_IMPORTED_MODULE_1__/* .selectedGroup */ .h1)(serverHello);
    if (typeof group === 'number')
        return group;
    for (const { content } of messages) {
        if (content.kind === 'server_key_exchange' && content.form === 'fields' && content.params?.kind === 'ec')
            return content.params.group;
        // RFC 7919 gives finite-field groups numbers but leaves them off the wire before TLS 1.3.
    }
    return null;
}
function signatureSchemeOf({ messages }) {
    for (const { from, content } of messages) {
        if (from !== 'server')
            continue;
        if (content.kind === 'certificate_verify')
            return content.scheme;
        if (content.kind === 'server_key_exchange' && content.form === 'fields')
            return content.signature?.scheme ?? null;
    }
    return null;
}
function alpnOf({ messages }) {
    for (const { content } of messages) {
        if (content.kind !== 'server_hello' && content.kind !== 'encrypted_extensions')
            continue;
        const kind = 'application_layer_protocol_negotiation';
        // In one form in both messages.
        const chosen = (0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_0__/* .extension */ .ck)(content.extensions, kind);
        if (chosen)
            return chosen.protocols[0] ?? null;
    }
    return null;
}
/**
 * The OCSP response that came with the certificate of the server, DER; null when none came. Before TLS 1.3 it is a message of its own
 * (RFC 6066 §8), since then an extension of the certificate (RFC 8446 §4.4.2.1).
 */
function stapleOf({ messages }) {
    let staple = null;
    for (const { from, content } of messages) {
        if (from !== 'server')
            continue;
        if (content.kind === 'certificate_status')
            return content.response;
        if (content.kind !== 'certificate')
            continue;
        staple = (0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_0__/* .extension */ .ck)(content.entries[0]?.extensions ?? [], 'status_request')?.response ?? staple;
    }
    return staple;
}


/***/ })

};
;