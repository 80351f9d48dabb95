"use strict";
exports.id = 762;
exports.ids = [762];
exports.modules = {

/***/ 762:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   poolChecks: () => (/* binding */ poolChecks)
/* harmony export */ });
/* harmony import */ var _check_of_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7754);
/* harmony import */ var _policy_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9816);


/** One check for each address, in their order. */
function poolChecks(members) {
    const [newest] = members.filter(({ presented }) => presented.length > 0).toSorted(byAge);
    if (newest === undefined)
        return members.map(() => finding('inconclusive', 'no address has shown a certificate, so that nothing can be compared'));
    const found = members.map(member => differences(member, newest));
    const others = members.flatMap(({ address }, index) => (found[index]?.length ? [nameOf(address)] : []));
    const unseen = members.flatMap(({ address, presented }) => (presented.length === 0 ? [nameOf(address)] : []));
    return members.map((member, index) => {
        const differing = found[index] ?? [];
        if (member.presented.length === 0)
            return finding('inconclusive', `${nameOf(member.address)} has shown no certificate that could be compared`);
        if (differing.length > 0)
            return finding('fail', `${nameOf(member.address)} differs from ${nameOf(newest.address)}: ${differing.join('; ')}`);
        if (members.length === 1)
            return finding('pass', `${nameOf(member.address)} is the only address`);
        if (others.length > 0)
            return finding('pass', `shows the newest certificate; ${others.join(', ')} ${others.length === 1 ? 'differs' : 'differ'}`);
        if (unseen.length > 0)
            return finding('inconclusive', seenText(members.length, unseen));
        return finding('pass', `${members.length === 2 ? 'both' : `all ${members.length}`} addresses show the same certificate and parameters`);
    });
}
/** Of those that were seen nothing differs, which says nothing of the others. */
function seenText(all, unseen) {
    const seen = all - unseen.length;
    const shown = seen === 1 ? 'has shown a certificate' : 'show the same certificate and parameters';
    return `${seen} of ${all} addresses ${shown}; ${(0,_policy_words_js__WEBPACK_IMPORTED_MODULE_1__/* .enumerated */ .BD)([...new Set(unseen)])} ${unseen.length === 1 ? 'has' : 'have'} shown none`;
}
function finding(status, message) {
    return (0,_check_of_js__WEBPACK_IMPORTED_MODULE_0__/* .checkOf */ .E)({
        id: 'pool/consistency',
        severity: 'error',
        status,
        message,
        evidence: [],
        // What is to be done about an address that shows nothing, its handshake says.
        ...(status === 'fail' ? { cause: 'pool-inconsistent' } : { fix: null }),
    });
}
/** The newest certificate first. */
function byAge({ presented: [a] }, { presented: [b] }) {
    return Date.parse(b?.notBefore ?? '') - Date.parse(a?.notBefore ?? '');
}
const parameters = [
    ['protocol', 'the protocol version'],
    ['cipherSuite', 'the cipher suite'],
    ['group', 'the group'],
    ['signatureScheme', 'the signature scheme'],
    ['alpn', 'the application protocol'],
];
function differences({ handshake, presented }, newest) {
    const [leaf, ...above] = presented;
    const [expected, ...expectedAbove] = newest.presented;
    if (leaf === undefined || expected === undefined)
        return [];
    if (leaf.fingerprint256 !== expected.fingerprint256) {
        const age = leaf.notBefore < expected.notBefore ? 'the old certificate' : 'another certificate';
        return [`it shows ${age}, ${described(leaf)}, not ${described(expected)}`];
    }
    const chain = (certificates) => certificates.map(({ fingerprint256 }) => fingerprint256).join();
    return [
        ...(chain(above) === chain(expectedAbove) ? [] : ['it sends other intermediate certificates with the same one of its own']),
        ...parameters.flatMap(([key, what]) => handshake[key] === newest.handshake[key] ? [] : [`${what} is ${handshake[key] ?? 'none'}, not ${newest.handshake[key] ?? 'none'}`]),
    ];
}
const described = ({ fingerprint256, notBefore }) => `${fingerprint256.slice(0, 23)}… valid from ${notBefore}`;
const nameOf = (address) => address ?? 'an address that was not reached';


/***/ })

};
;