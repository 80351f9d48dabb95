"use strict";
exports.id = 264;
exports.ids = [264,883];
exports.modules = {

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

/***/ 9264:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   failsBeforeTls: () => (/* binding */ failsBeforeTls),
/* harmony export */   judgeExpectation: () => (/* binding */ judgeExpectation),
/* harmony export */   refuseUnknown: () => (/* binding */ refuseUnknown),
/* harmony export */   refuseUnreachable: () => (/* binding */ refuseUnreachable)
/* harmony export */ });
/* harmony import */ var _certificate_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9114);
/* harmony import */ var _certificate_hostname_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(429);
/* harmony import */ var _certificate_span_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7176);
/* harmony import */ var _net_address_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7706);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4994);
/* harmony import */ var _causes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5232);
/* harmony import */ var _check_of_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7754);
/* harmony import */ var _completion_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8590);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8788);
/* harmony import */ var _policy_classes_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(497);
// What the user of a target expects it to show, and whether it does. Each part is a check of its own.










const parts = {
    protocol: true,
    cipherSuite: true,
    group: true,
    signatureScheme: true,
    alpn: true,
    failsWith: true,
    fingerprint: true,
    issuer: true,
    covers: true,
    daysLeft: true,
};
/**
 * The checks of a target with what its failure as expected explains waived, and those of the expectation.
 * @param checks of the handshake and of everything beside it
 */
function judgeExpectation(expectation, checks, shown) {
    const causes = listOf(expectation.failsWith);
    const findings = [
        ...agreements.flatMap(part => agreed(part, expectation, shown)),
        ...(causes.length > 0 ? [failure(causes, checks, shown)] : []),
        ...certificateFindings(expectation, shown),
    ];
    return [...(asExpected(causes, checks, shown) ? waived(checks, causes) : checks), ...findings.map(_check_of_js__WEBPACK_IMPORTED_MODULE_6__/* .checkOf */ .E)];
}
/** @throws UsageError for a part, a name or a fingerprint that is none; before anything is asked */
function refuseUnknown(expectation) {
    (0,_nearest_js__WEBPACK_IMPORTED_MODULE_8__/* .refuseUnknownNames */ .fw)(expectation, Object.keys(parts), 'part of expect');
    for (const { key, kind } of agreements)
        if (kind !== null)
            for (const name of listOf(expectation[key]))
                (0,_policy_classes_js__WEBPACK_IMPORTED_MODULE_9__/* .resolveNames */ .jN)(kind, name);
    const causes = Object.keys(_causes_js__WEBPACK_IMPORTED_MODULE_5__/* .handshakeCauses */ .SZ);
    const noCause = listOf(expectation.failsWith).find(cause => !causes.includes(cause));
    if (noCause !== undefined)
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .e(`${JSON.stringify(noCause)} is no cause of a failed handshake`, (0,_nearest_js__WEBPACK_IMPORTED_MODULE_8__/* .nearestHint */ .AN)(noCause, causes));
    for (const text of listOf(expectation.fingerprint))
        (0,_certificate_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .parseFingerprint */ .sr)(text);
}
/** Failures before a server has said anything in TLS. */
const beforeTls = [
    'dns-failure',
    'connection-refused',
    'connection-timeout',
    'host-unreachable',
    'proxy-refused',
    'starttls-refused',
    'starttls-unavailable',
    'not-tls',
];
/** Whether nothing is heard in TLS of a target that shows what is expected of it. */
function failsBeforeTls({ failsWith }) {
    const causes = listOf(failsWith);
    return causes.length > 0 && causes.every(cause => beforeTls.includes(cause));
}
/** @throws UsageError for what cannot come about: a failure where no certificate fails a handshake, and what no failure of the kind lets be seen */
function refuseUnreachable(expectation, insecure) {
    const causes = listOf(expectation.failsWith);
    const [other] = Object.entries(expectation).flatMap(([name, value]) => (name === 'failsWith' || value === undefined ? [] : [name]));
    if (failsBeforeTls(expectation) && other !== undefined) {
        const shown = other.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .e(`a handshake that fails with ${causes.join(' or ')} shows nothing of what is expected as ${shown}`, `leave out fails-with for this target, or ${shown}`);
    }
    if (!insecure || causes.length === 0 || !causes.every(cause => _causes_js__WEBPACK_IMPORTED_MODULE_5__/* .handshakeCauses */ .SZ[cause].category === 'certificate'))
        return;
    throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .e(`with insecure no handshake fails with ${causes.join(' or ')}`, 'leave out insecure for this target, or fails-with: the checks of the certificate say what is wrong with it all the same');
}
const listOf = (value) => (value === undefined ? [] : [value].flat());
const agreements = [
    { id: 'expect/protocol', key: 'protocol', kind: 'protocol', what: 'protocol version' },
    { id: 'expect/cipher-suite', key: 'cipherSuite', kind: 'cipher suite', what: 'cipher suite' },
    { id: 'expect/group', key: 'group', kind: 'group', what: 'group' },
    { id: 'expect/signature-scheme', key: 'signatureScheme', kind: 'signature scheme', what: 'signature scheme' },
    { id: 'expect/alpn', key: 'alpn', kind: null, what: 'application protocol' },
];
const error = (id, message, rest) => ({
    id,
    severity: 'error',
    message,
    evidence: [],
    ...rest,
});
const unmet = (id, message, cause = 'expectation-unmet') => error(id, message, { status: 'fail', cause });
const met = (id, message) => error(id, message, { status: 'pass' });
const unknown = (id, message) => error(id, message, { status: 'inconclusive', fix: null });
function agreed({ id, key, kind, what }, expectation, { handshake }) {
    const names = listOf(expectation[key]);
    if (names.length === 0)
        return [];
    const shown = handshake[key];
    if (shown === null && !handshake.completed)
        return [unknown(id, `the ${what} is not known: the handshake did not get that far`)];
    const expected = names.flatMap(name => (kind === null ? [name] : ((0,_policy_classes_js__WEBPACK_IMPORTED_MODULE_9__/* .membersOf */ .lS)(kind, name) ?? []).map(code => (0,_policy_classes_js__WEBPACK_IMPORTED_MODULE_9__/* .nameOf */ .Vb)(kind, code))));
    const is = shown ?? 'none';
    if (expected.includes(is))
        return [met(id, `the ${what} is ${is}, as expected`)];
    return [unmet(id, `the ${what} is ${is}; expected is ${names.join(' or ')}`)];
}
function asExpected(causes, checks, { handshake: { failure }, interrupted }) {
    return failure !== null && causes.includes(failure.cause) && (0,_completion_js__WEBPACK_IMPORTED_MODULE_7__/* .provesCause */ .XN)(checks, failure.cause) && !interrupted;
}
function failure(causes, checks, shown) {
    const id = 'expect/fails-with';
    const { handshake, interrupted } = shown;
    const expected = `expected is a failure with ${causes.join(' or ')}`;
    if (asExpected(causes, checks, shown))
        return met(id, `the handshake fails with ${handshake.failure?.cause}, as expected`);
    if (handshake.completed)
        return unmet(id, `the handshake completes; ${expected}`, 'unexpected-success');
    if (interrupted)
        return unknown(id, `the check was interrupted; ${expected}`);
    if (!(0,_completion_js__WEBPACK_IMPORTED_MODULE_7__/* .isDecided */ .d$)(checks))
        return unknown(id, `whether the handshake fails, and for what, is not known; ${expected}`);
    return unmet(id, `the handshake fails with ${handshake.failure?.cause}; ${expected}`);
}
/** What follows from the failure that is wanted; another thing that is wrong stays wrong. */
function waived(checks, causes) {
    return checks.map(check => {
        const follows = check.status === 'fail' ? causes.includes(check.cause ?? '') : isUndecided(check);
        return follows ? { ...check, status: 'waived', message: `${check.message}; expected` } : check;
    });
}
/** What cannot be known of a handshake that fails. */
const isUndecided = ({ id, status }) => status === 'inconclusive' && /^(?:handshake|certificate)\//.test(id);
function certificateFindings(expectation, { leaf, others, at }) {
    const rows = [
        ['expect/fingerprint', listOf(expectation.fingerprint), fingerprintsWith(others)],
        ['expect/issuer', listOf(expectation.issuer), issuer],
        ['expect/covers', listOf(expectation.covers), covers],
        ['expect/days-left', listOf(expectation.daysLeft).map(String), daysLeft],
    ];
    return rows
        .filter(([, expected]) => expected.length > 0)
        .map(([id, expected, judge]) => leaf === null ? unknown(id, 'the certificate is not known: the handshake did not get that far') : judge(expected, leaf, at));
}
/** Every certificate of a server, one for RSA beside one for ECDSA, has to be one of those expected: the old one of either is what is looked for. */
const fingerprintsWith = (others) => (expected, leaf) => {
    const ofLeaf = fingerprint(expected, leaf);
    if (ofLeaf.status === 'fail')
        return ofLeaf;
    return others.map(other => fingerprint(expected, other)).find(({ status }) => status === 'fail') ?? ofLeaf;
};
function fingerprint(expected, leaf) {
    const id = 'expect/fingerprint';
    const digits = expected.map(_certificate_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .parseFingerprint */ .sr);
    const shown = leaf.fingerprint256;
    if (digits.includes(shown.replaceAll(':', '')))
        return met(id, `the certificate has the SHA-256 fingerprint ${shown}, as expected`);
    const key = (0,_certificate_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .keyFingerprint */ .yy)(leaf.pem);
    if (key !== null && digits.includes(key))
        return met(id, `the key has the SHA-256 fingerprint ${(0,_certificate_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprintText */ .UP)(key)}, as expected`);
    const ofKey = key === null ? '' : ` (its key ${(0,_certificate_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprintText */ .UP)(key)})`;
    const wanted = digits.map(_certificate_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprintText */ .UP).join(' or ');
    const message = `the certificate, valid from ${leaf.notBefore}, has the SHA-256 fingerprint ${shown}${ofKey}; expected is ${wanted}`;
    return unmet(id, message, 'fingerprint-mismatch');
}
function issuer(expected, leaf) {
    const id = 'expect/issuer';
    // A comma or a plus sign that belongs to a value has a backslash before it (RFC 4514 §2.4).
    const parts = leaf.issuer.split(/(?<!\\)[,+]/);
    const values = parts.map(part => part.slice(part.indexOf('=') + 1).replace(/\\(.)/g, '$1'));
    if (expected.some(name => [leaf.issuer, ...parts, ...values].includes(name)))
        return met(id, `the issuer is ${leaf.issuer}, as expected`);
    return unmet(id, `the issuer is ${leaf.issuer}; expected is ${expected.join(' or ')}`);
}
function covers(expected, leaf) {
    const id = 'expect/covers';
    const missing = expected.filter(name => !(0,_certificate_hostname_js__WEBPACK_IMPORTED_MODULE_1__/* .matchHostname */ .$)({ kind: (0,_net_address_js__WEBPACK_IMPORTED_MODULE_3__/* .familyOf */ .A)(name) === 0 ? 'dns' : 'ip', name }, leaf).matches);
    if (missing.length === 0)
        return met(id, `the certificate covers ${expected.join(', ')}, as expected`);
    return unmet(id, `the certificate does not cover ${missing.join(', ')}`);
}
function daysLeft([expected = '0'], { notAfter }, at) {
    const id = 'expect/days-left';
    const days = (0,_certificate_span_js__WEBPACK_IMPORTED_MODULE_2__/* .daysUntil */ .AQ)(notAfter, at);
    const left = `the certificate ends at ${notAfter}, which is ${days < 0 ? 'over' : `in ${days} days`}`;
    return days >= Number(expected) ? met(id, left) : unmet(id, `${left}; expected are ${expected} or more`);
}


/***/ })

};
;