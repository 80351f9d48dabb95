"use strict";
exports.id = 24;
exports.ids = [24];
exports.modules = {

/***/ 643:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applyWaivers: () => (/* binding */ applyWaivers),
/* harmony export */   unusedWaivers: () => (/* binding */ unusedWaivers),
/* harmony export */   waiverUses: () => (/* binding */ waiverUses),
/* harmony export */   waiversByTarget: () => (/* binding */ waiversByTarget)
/* harmony export */ });
/* harmony import */ var _certificate_span_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7176);
/* harmony import */ var _net_address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7706);
/* harmony import */ var _check_of_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7754);
/* harmony import */ var _classes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(497);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9816);
// Failed checks that somebody has accepted for a time. A waiver never hides: what it covers stays in the report, and it ends loudly.





const waiversByTarget = (waivers) => Map.groupBy(waivers, meantBy);
/** From this many days before its end on a waiver says that it ends. */
const noticeDays = 14;
/**
 * The checks of one target with those waived that waivers cover: failed ones and ones that could not be decided. A waiver that has ended
 * waives nothing, and neither do some that cover a part of a check; the check says so. `used` are the waivers that covered a check or a part
 * of it, ended ones included.
 */
function applyWaivers(checks, waivers, target, at) {
    const used = new Set();
    const ofTarget = namesOf(target).flatMap(name => waivers.get(name) ?? []);
    const waived = checks.map(check => {
        if (check.status !== 'fail' && check.status !== 'inconclusive')
            return check;
        const ids = [check.id, ...accountsOf(check, checks)];
        const fitting = ofTarget.filter(waiver => ids.some(id => coversCheck(waiver, id)));
        const parts = partsOf(check).map(part => ({ part, waiver: longest(fitting.filter(waiver => coversPart(waiver, check, part))) }));
        const covering = [...new Set(parts.flatMap(({ waiver }) => waiver ?? []))];
        for (const waiver of covering)
            used.add(waiver);
        if (covering.length === 0)
            return fitting.length === 0 ? check : uncovered(check, fitting, { parts, at });
        return parts.every(({ waiver }) => waiver !== undefined) ? waivedCheck(check, covering, at) : uncovered(check, covering, { parts, at });
    });
    return { checks: waived, used: [...used] };
}
/**
 * Ids of the checks that say what a handshake failed for which ended at the certificate: whoever accepts that accepts that it ends there. For
 * whatever else was wrong with it there are checks of their own.
 */
function accountsOf({ id, status, severity, cause }, checks) {
    if (id !== 'handshake/completion' || status !== 'fail')
        return [];
    const saySo = checks.filter(other => other.id.startsWith('certificate/') && other.status === 'fail');
    return saySo.filter(other => other.severity === severity && other.cause === cause).map(other => other.id);
}
/** What has to be covered for a check to be waived; of a check on one thing its cause, and of one that was not decided and names nothing nothing. */
const partsOf = ({ members = [], cause }) => (members.length > 0 ? members : [cause]);
function coversPart({ only }, { cause }, part) {
    if (only === undefined || (cause !== null && only.includes(cause)))
        return true;
    return part !== null && (only.includes(part) || only.some(name => (0,_classes_js__WEBPACK_IMPORTED_MODULE_3__/* .namesMeantBy */ .dT)(name).includes(part)));
}
/** The one that holds longest counts. */
const longest = (waivers) => waivers.reduce((a, b) => (a === undefined || endOf(b) > endOf(a) ? b : a), undefined);
/** It takes all of them: when the first ends, the check fails. */
function waivedCheck(check, waivers, at) {
    const [first, ...others] = waivers.toSorted((a, b) => endOf(a) - endOf(b));
    if (first === undefined)
        return check;
    const { until } = first;
    const left = endOf(first) - at.getTime();
    if (!(left > 0))
        return { ...check, message: `${check.message}; its waiver (${first.reason}) ended on ${until}` };
    const days = Math.ceil(left / _certificate_span_js__WEBPACK_IMPORTED_MODULE_0__/* .dayMs */ .LP);
    const soon = days <= noticeDays ? `, which is in ${days === 1 ? '1 day' : `${days} days`}` : '';
    const reasons = [...new Set([first, ...others].map(({ reason }) => reason))].join('; ');
    return { ...check, status: 'waived', message: `${check.message}; waived until ${until}${soon}: ${reasons}` };
}
/** @param parts of the check, each with the waiver that covers it */
function uncovered(check, waivers, { parts, at }) {
    const reasons = [...new Set(waivers.map(({ reason }) => reason))].join('; ');
    const left = parts.flatMap(({ part, waiver }) => (waiver === undefined && part !== null ? [part] : []));
    const what = left.length > 0 ? (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)(left) : 'what is not known';
    // What it does cover will fail with it.
    const ended = waivers.filter(waiver => !(endOf(waiver) > at.getTime())).map(({ until }) => until);
    const end = ended.length === 0 ? '' : ` and ended on ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)([...new Set(ended)])}`;
    return { ...check, message: `${check.message}; its waiver (${reasons}) does not cover ${what}${end}` };
}
/**
 * Of the waivers that mean one of the targets: one for a target that was not checked may well be needed.
 * @param used over all targets
 */
function waiverUses(waivers, used, targets) {
    const names = new Set(targets.flatMap(namesOf));
    return waivers.flatMap((waiver, index) => {
        if (!names.has(meantBy(waiver)))
            return [];
        const { reason: _, location = null, ...rest } = waiver;
        return { number: index + 1, ...rest, location, used: used.has(waiver) };
    });
}
/**
 * What is to be said of waivers that covered no check of any target: they outlived their reason, or never fitted.
 * @param uses of all targets; those of several shards may have the same waiver
 */
function unusedWaivers(uses) {
    const waivers = Map.groupBy(uses, ({ used: _, ...waiver }) => JSON.stringify(waiver));
    return [...waivers.values()]
        .filter(each => !each.some(({ used }) => used))
        .flatMap(each => each.slice(0, 1))
        .toSorted((a, b) => a.number - b.number)
        .map(({ check, target, only, until, location }) => ({
        ...(0,_check_of_js__WEBPACK_IMPORTED_MODULE_2__/* .checkOf */ .E)({
            id: 'policy/waivers',
            severity: 'notice',
            status: 'fail',
            cause: 'waiver-unused',
            message: `the waiver of ${check}${only ? ` (${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)(only)})` : ''} for ${target} until ${until} covers no failed check`,
            evidence: [],
        }),
        location,
    }));
}
/** That nothing could be asked is no property of a family that somebody accepts: it has to be named. */
function coversCheck({ check }, id) {
    if (!check.endsWith('/*'))
        return check === id;
    return id.startsWith(check.slice(0, -1)) && id !== 'policy/questions';
}
/** What a waiver can name to mean a target, as meantBy() writes it; what means it alone comes first. */
function namesOf({ host, port }) {
    const name = host.toLowerCase();
    return [withPort(name, port), name, '*'];
}
function meantBy({ target }) {
    const [, address, port] = /^\[([^\]*]*)\](?::(\d+))?$/.exec(target) ?? [];
    const name = (0,_net_address_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalAddress */ .Z)(address ?? target).toLowerCase();
    return port === undefined ? name : withPort(name, Number(port));
}
const withPort = (name, port) => (name.includes(':') ? `[${name}]:${port}` : `${name}:${port}`);
/** The moment a waiver no longer holds: the end of its last day. */
const endOf = ({ until }) => Date.parse(`${until}T00:00:00Z`) + _certificate_span_js__WEBPACK_IMPORTED_MODULE_0__/* .dayMs */ .LP;


/***/ })

};
;