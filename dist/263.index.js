"use strict";
exports.id = 263;
exports.ids = [263];
exports.modules = {

/***/ 5108:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ allOf)
/* harmony export */ });
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4994);
// Several mistakes of one file as one error.

/** How many are worth reading at a time. */
const most = 20;
/** The first, with the others behind it; null for none. */
function allOf(mistakes) {
    const [first, ...others] = mistakes.slice(0, most);
    if (first === undefined)
        return null;
    const left = mistakes.length - most;
    if (left > 0)
        others.push(new _usage_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e(`the same file has ${left} more mistakes`, 'begin with those above'));
    const { what, hint, location } = first;
    return new _usage_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e(what, hint, { others, ...(location && { location }) });
}


/***/ }),

/***/ 5263:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readTargets: () => (/* binding */ readTargets)
/* harmony export */ });
/* harmony import */ var _net_target_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1393);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4994);
/* harmony import */ var _read_options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2311);
/* harmony import */ var _mistakes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5108);




/** @throws UsageError with all that is wrong in them */
function readTargets(targets, surroundings) {
    const problems = duplicates(targets);
    // Files are read once for all targets that name the same.
    const made = new Map();
    const read = targets.map((each) => {
        try {
            return readTarget(each, surroundings, made);
        }
        catch (error) {
            if (!(error instanceof _usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e))
                throw error;
            problems.push(error);
            return each.target;
        }
    });
    const wrong = (0,_mistakes_js__WEBPACK_IMPORTED_MODULE_3__/* .allOf */ .b)(problems);
    if (wrong !== null)
        throw wrong;
    return read;
}
function readTarget(each, surroundings, made) {
    const { target, location, policy, clients } = each;
    const { given, merged, files } = surroundings;
    if (Object.keys(each.options).length === 0 && !clients && !each.expect)
        return { target, location };
    const own = ownOptions(each, given);
    const kept = keptOptions(merged, own);
    const key = JSON.stringify([own, Object.keys(kept)]);
    const options = made.get(key) ?? each.locating({ ...kept, ...own }, settings => readOwn(settings, { own, kept, merged, files }));
    made.set(key, options);
    const survey = own.survey ?? kept.survey;
    const asksNothing = [survey].flat().includes('none');
    if (clients && asksNothing && given.survey === undefined) {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e('with survey none nothing is asked that the clients of a target need', 'leave out survey, or the clients', {
            location,
        });
    }
    const expect = expectation(each, given);
    return {
        target,
        location,
        ...options,
        ...(own.policy !== undefined && policy && { policy }),
        ...(own.as !== undefined && { as: String(own.as) }),
        ...(clients && !asksNothing && { clients }),
        ...(expect && { expect }),
    };
}
/** What belongs to a client certificate, and is not mixed with parts of another. */
const clientCertificate = ['cert', 'key', 'pfx', 'passphrase-file'];
const hasCertificate = (raw) => raw.cert !== undefined || raw.pfx !== undefined;
const without = (raw, names) => Object.fromEntries(Object.entries(raw).filter(([name]) => !names.includes(name)));
/** The options of a target that nothing given beside the file takes the place of. */
function ownOptions({ options }, given) {
    const left = without((0,_read_options_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutContradicted */ .xH)(options, given), Object.keys(given));
    return hasCertificate(given) ? without(left, clientCertificate) : left;
}
/** The options of the run that hold for a target as well. */
function keptOptions(merged, own) {
    const left = without((0,_read_options_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutContradicted */ .xH)(merged, own), Object.keys(own));
    return hasCertificate(own) ? without(left, clientCertificate) : left;
}
function readOwn(settings, { own, kept, merged, files }) {
    (0,_read_options_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseContradictions */ .Dc)(settings);
    const values = (0,_read_options_js__WEBPACK_IMPORTED_MODULE_2__/* .readValues */ .N$)(Object.fromEntries(Object.entries(settings).filter(([name]) => name in own)), files);
    // What the run has and the target cannot have beside its own.
    const taken = Object.keys(merged).filter(name => !(name in kept) && !(name in own));
    return { ...Object.fromEntries(taken.map(name => [optionOf(name), undefined])), ...values };
}
/** The option of gate() that a file, flag or input of the name becomes. */
const optionOf = (name) => name === 'passphrase-file' ? 'passphrase' : name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
function expectation({ expect }, given) {
    if (expect === undefined || given['expect-fingerprint'] === undefined)
        return expect;
    const { fingerprint: _, ...others } = expect;
    return others;
}
/** The same endpoint with the same options twice: a slip, which would be checked and reported twice. */
function duplicates(targets) {
    const seen = new Map();
    return targets.flatMap(each => {
        const { url } = (0,_net_target_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTarget */ .h)(each.target);
        const key = JSON.stringify([url, Object.entries(each.options).sort(), each.policy]);
        const before = seen.get(key);
        if (before === undefined) {
            seen.set(key, each);
            return [];
        }
        const message = `${url} stands here again, as in line ${before.location.line} and with the same options`;
        return new _usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(message, 'leave one of the two out, and put what is expected of it into the other', { location: each.location });
    });
}


/***/ })

};
;