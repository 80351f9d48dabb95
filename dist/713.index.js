export const id = 713;
export const ids = [713];
export const modules = {

/***/ 3928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ kinds),
/* harmony export */   r: () => (/* binding */ gap)
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
};
const gap = (message, weak = false) => ({ effect: 'not-compared', message, weak });


/***/ }),

/***/ 8713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VM: () => (/* binding */ goneTargetCheck),
/* harmony export */   hG: () => (/* binding */ comparisonChecks),
/* harmony export */   hL: () => (/* binding */ fixOfWeakenings),
/* harmony export */   regressionVerdict: () => (/* binding */ regressionVerdict),
/* harmony export */   yk: () => (/* binding */ newTargetCheck)
/* harmony export */ });
/* harmony import */ var _causes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4154);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(220);
/* harmony import */ var _check_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1396);
/* harmony import */ var _policy_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8778);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3928);
// From a comparison to the checks of a report, and what of a report fails a run that looks for regressions only.





/** A check for each kind of facts that either side knows. */
function comparisonChecks(comparison, location) {
    const checks = Object.keys(_change_js__WEBPACK_IMPORTED_MODULE_0__/* .kinds */ .E).flatMap(what => kindCheck(comparison, what));
    return [...checks, ...clientsCheck(comparison)].map(check => (check.status === 'pass' ? check : { ...check, location }));
}
/** Of a target that the baseline does not have. */
function newTargetCheck(location) {
    const message = 'the baseline does not have this target: it is judged by the policy alone';
    return { ...(0,_check_of_js__WEBPACK_IMPORTED_MODULE_1__/* .checkOf */ .E)({ ...noticed, id: 'baseline/target', cause: 'baseline-target-new', message }), location };
}
/** Of a target that only the baseline has. */
function goneTargetCheck(key, location) {
    const message = `the baseline has ${key}, which was not checked`;
    return { ...(0,_check_of_js__WEBPACK_IMPORTED_MODULE_1__/* .checkOf */ .E)({ ...noticed, id: 'baseline/target', cause: 'baseline-target-gone', message }), location };
}
const noticed = { severity: 'notice', status: 'fail', evidence: [] };
function kindCheck({ weaker, different, stronger, notCompared, compared }, what) {
    const of = (changes) => changes.filter(change => change.what === what);
    const said = (changes) => changes.map(({ message }) => message).join('; ');
    const id = `baseline/${what}`;
    const [worse, other, better, gaps] = [of(weaker), of(different), of(stronger), of(notCompared)];
    if (worse.length > 0) {
        const fix = fixOfWeakenings(worse);
        return [(0,_check_of_js__WEBPACK_IMPORTED_MODULE_1__/* .checkOf */ .E)({ id, severity: 'error', status: 'fail', cause: 'baseline-weakened', message: said(worse), fix, evidence: [] })];
    }
    // What may be new and weak is no more excluded than any other question without an answer.
    const severity = gaps.some(({ weak }) => weak) ? 'error' : 'notice';
    if (gaps.length > 0 && (severity === 'error' || other.length === 0))
        return [(0,_check_of_js__WEBPACK_IMPORTED_MODULE_1__/* .checkOf */ .E)({ id, severity, status: 'inconclusive', message: said(gaps), fix: recordAll, evidence: [] })];
    if (other.length > 0)
        return [(0,_check_of_js__WEBPACK_IMPORTED_MODULE_1__/* .checkOf */ .E)({ ...noticed, id, cause: 'baseline-changed', message: said(other) })];
    if (!compared.includes(what))
        return [];
    const message = better.length > 0 ? `stronger than the baseline: ${said(better)}` : `${_change_js__WEBPACK_IMPORTED_MODULE_0__/* .kinds */ .E[what]} as in the baseline`;
    return [(0,_check_of_js__WEBPACK_IMPORTED_MODULE_1__/* .checkOf */ .E)({ id, severity: 'error', status: 'pass', message, evidence: [] })];
}
const recordAll = 'Compare what was asked alike: survey full, in this run and when the baseline is written';
/** How to undo each: what to do in the first line, which is all that an annotation has, then a line a product. */
function fixOfWeakenings(weakenings) {
    const fixes = [...new Set(weakenings.map(({ remedy }) => remedy))].map(remedy => (0,_causes_js__WEBPACK_IMPORTED_MODULE_2__/* .fixOf */ .BW)(remedy).split('\n'));
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
        return [(0,_check_of_js__WEBPACK_IMPORTED_MODULE_1__/* .checkOf */ .E)({ ...noticed, id, cause: 'baseline-changed', message })];
    return [(0,_check_of_js__WEBPACK_IMPORTED_MODULE_1__/* .checkOf */ .E)({ id, severity: 'error', status: 'pass', message: 'the same clients connect as in the baseline', evidence: [] })];
}
/**
 * The verdict where only regressions count: what has failed before, for the same cause, does not. What could not be decided does: it may have
 * got worse.
 * @param before null for a target that the baseline does not have
 */
function regressionVerdict(checks, before) {
    const known = new Map(Object.entries(before?.failed ?? {}));
    const isOld = ({ id, status, cause }) => status === 'fail' && cause !== null && known.get(id) === cause;
    const counted = checks.filter(check => !isOld(check));
    // Where nothing but old failures is left, nothing got worse.
    return counted.length === 0 && checks.length > 0 ? 'pass' : (0,_check_js__WEBPACK_IMPORTED_MODULE_4__/* .verdictOf */ .Vj)(counted, 'error');
}


/***/ })

};
