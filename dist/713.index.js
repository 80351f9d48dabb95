"use strict";
exports.id = 713;
exports.ids = [713];
exports.modules = {

/***/ 713:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ saidOf),
/* harmony export */   furtherChecks: () => (/* binding */ furtherChecks),
/* harmony export */   furtherLeaves: () => (/* binding */ furtherLeaves)
/* harmony export */ });
/* harmony import */ var _certificate_chain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7874);
/* harmony import */ var _certificate_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8173);
/* harmony import */ var _certificate_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9);
/* harmony import */ var _certificate_checks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9291);
/* harmony import */ var _check_of_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7754);





/** A server has one certificate a type of key; one that has a new one for each connection is not followed any further. */
const most = 4;
/**
 * Every certificate that answers showed beside that of the handshake, in the order seen.
 * @param leaf the one of the handshake; null when it showed none
 */
function furtherLeaves(asked, leaf) {
    const seen = new Map();
    for (const { number, offer, outcome } of asked) {
        const { presented = [] } = outcome.kind === 'accepted' ? outcome.answer : {};
        const [der] = presented;
        // A foreign name may have a certificate of its own, which is not for this one.
        if (der === undefined || offer.about === 'server-name')
            continue;
        const key = Buffer.from(der).toString('base64');
        if (seen.has(key))
            continue;
        const parsed = (0,_certificate_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parseCertificate */ .hB)(der);
        const certificate = parsed.kind === 'certificate' ? parsed.certificate : null;
        seen.set(key, { label: labelOf(certificate), certificate, presented, evidence: [`probe ${number}`] });
    }
    return [...seen.values()].filter(({ certificate }) => certificate === null || certificate.fingerprint256 !== leaf?.fingerprint256);
}
const kinds = { EC: 'ECDSA', 'RSA-PSS': 'RSA-PSS' };
function labelOf(certificate) {
    if (certificate === null)
        return 'a certificate that cannot be read';
    const { key, serialNumber } = certificate;
    return `the ${kinds[key.type] ?? key.type} certificate with the serial number ${serialNumber.slice(0, 40)}`;
}
/** A check of a certificate, said of this one. */
const saidOf = ({ label, evidence }, check) => ({
    ...check,
    message: `${label}: ${check.message}`,
    evidence,
});
/** The checks that certificateChecks() has, of every further certificate. */
function furtherChecks(asked, leaf, question) {
    const found = furtherLeaves(asked, leaf);
    const checks = found.slice(0, most).flatMap(further => checksOf(further, question));
    const left = found.length - most;
    const message = `${left} more certificates were shown to other hellos, and only ${most} are judged`;
    const all = left > 0 ? [...checks, (0,_check_of_js__WEBPACK_IMPORTED_MODULE_4__/* .checkOf */ .E)({ id: 'certificate/chain', severity: 'error', status: 'inconclusive', message, evidence: [] })] : checks;
    return question.insecure ? all.map(check => ({ ...check, severity: 'notice' })) : all;
}
function checksOf(further, { store, at, reference, revocation }) {
    const analysis = (0,_certificate_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .analyseChain */ .n)({ presented: further.presented, store, verified: false, at, reference });
    return (0,_certificate_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .certificateChecks */ .N)({ analysis, verdict: null }).map(check => saidOf(further, check.id === 'certificate/trust' && check.status === 'inconclusive' ? trustOf(analysis, check, revocation) : check));
}
/** The path was followed signature by signature; what only OpenSSL was given to judge by is not proven. */
function trustOf({ path, complete }, check, revocation) {
    const root = path.at(-1);
    if (!complete || root === undefined)
        return { ...check, message: 'the chain could not be followed to a root' };
    if (revocation)
        return { ...check, message: 'whether a certificate of the chain is revoked is not known: no handshake was made with it' };
    const message = `the chain leads to ${(0,_certificate_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .certificateLabel */ .eH)(root.index, root.certificate)}, as tlsgate follows it; no handshake was made with it`;
    return { ...check, status: 'pass', message };
}


/***/ })

};
;