export const id = 911;
export const ids = [911];
export const modules = {

/***/ 6911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applyWaivers: () => (/* binding */ applyWaivers),
/* harmony export */   unusedWaivers: () => (/* binding */ unusedWaivers)
/* harmony export */ });
/* harmony import */ var _check_of_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1825);

const day = 86_400_000;
/** From this many days before its end on a waiver says that it ends. */
const noticeDays = 14;
/**
 * The checks of one target with those waived that a waiver covers: failed ones and ones that could not be decided. A waiver that has ended
 * waives nothing, and the check says so. `used` are the waivers that covered a check, ended ones included.
 */
function applyWaivers(checks, waivers, target, at) {
    const used = new Set();
    const waived = checks.map(check => {
        if (check.status !== 'fail' && check.status !== 'inconclusive')
            return check;
        const covering = waivers.filter(waiver => coversCheck(waiver, check.id) && coversTarget(waiver, target));
        // The one that holds longest counts.
        const waiver = covering.reduce((a, b) => (a === undefined || endOf(b) > endOf(a) ? b : a), undefined);
        if (waiver === undefined)
            return check;
        used.add(waiver);
        return waivedCheck(check, waiver, at);
    });
    return { checks: waived, used: [...used] };
}
function waivedCheck(check, { reason, until }, at) {
    const left = endOf({ until }) - at.getTime();
    if (!(left > 0))
        return { ...check, message: `${check.message}; its waiver (${reason}) ended on ${until}` };
    const days = Math.ceil(left / day);
    const soon = days <= noticeDays ? `, which is in ${days === 1 ? '1 day' : `${days} days`}` : '';
    return { ...check, status: 'waived', message: `${check.message}; waived until ${until}${soon}: ${reason}` };
}
/**
 * What is to be said of waivers that covered no check of any target: they outlived their reason, or never fitted. One for a target that was
 * not checked may well be needed.
 * @param used over all targets
 */
function unusedWaivers(waivers, used, targets) {
    return waivers
        .filter(waiver => !used.includes(waiver) && targets.some(target => coversTarget(waiver, target)))
        .map(({ check, target, until }) => (0,_check_of_js__WEBPACK_IMPORTED_MODULE_0__/* .checkOf */ .E)({
        id: 'policy/waivers',
        severity: 'notice',
        status: 'fail',
        cause: 'waiver-unused',
        message: `the waiver of ${check} for ${target} until ${until} covers no failed check`,
        evidence: [],
    }));
}
/** That nothing could be asked is no property of a family that somebody accepts: it has to be named. */
function coversCheck({ check }, id) {
    if (!check.endsWith('/*'))
        return check === id;
    return id.startsWith(check.slice(0, -1)) && id !== 'policy/questions';
}
function coversTarget({ target }, { host, port }) {
    if (target === '*')
        return true;
    const named = target.toLowerCase();
    const name = host.toLowerCase();
    const spelled = name.includes(':') ? `[${name}]` : name;
    return named === name || named === spelled || named === `${spelled}:${port}`;
}
/** The moment a waiver no longer holds: the end of its last day. */
const endOf = ({ until }) => Date.parse(`${until}T00:00:00Z`) + day;


/***/ })

};
