"use strict";
exports.id = 31;
exports.ids = [31];
exports.modules = {

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


/***/ })

};
;