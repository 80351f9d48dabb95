"use strict";
exports.id = 861;
exports.ids = [861];
exports.modules = {

/***/ 171:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ checkNames),
/* harmony export */   i: () => (/* binding */ targetNames)
/* harmony export */ });
/**
 * Of each check of one target: its id, and of one that comes later what tells it from the first ('group/allowed (warning)'). Those of a run are each
 * about something else, which they name.
 */
const checkNames = (checks, { target }) => apart(checks.map(({ id, severity, message }) => [target === null ? `${id}: ${message}` : id, severity]));
/** Of each target: its URL, and of one that comes later its address. */
const targetNames = (targets) => apart(targets.map(({ target }) => [target.url, target.address ?? 'no address']));
function apart(named) {
    const counts = new Map();
    const next = (name) => {
        const count = (counts.get(name) ?? 0) + 1;
        counts.set(name, count);
        return count;
    };
    return named.map(([name, more]) => {
        if (next(name) === 1)
            return name;
        const nth = next(JSON.stringify([name, more]));
        return `${name} (${more}${nth === 1 ? '' : ` ${nth}`})`;
    });
}


/***/ }),

/***/ 4861:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   junitPieces: () => (/* binding */ junitPieces),
/* harmony export */   renderJunit: () => (/* binding */ renderJunit)
/* harmony export */ });
/* harmony import */ var _apart_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(171);
/* harmony import */ var _counting_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4480);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6514);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4099);
/* harmony import */ var _pieces_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(10);
/* harmony import */ var _subjects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(376);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9287);
/* harmony import */ var _tally_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3979);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5086);









/** The document, with a final line feed. */
const renderJunit = (report) => (0,_pieces_js__WEBPACK_IMPORTED_MODULE_6__/* .whole */ .W)(junitPieces(report));
/** The same in pieces. */
function* junitPieces(report) {
    const subjects = (0,_subjects_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectsOf */ .Z)(report);
    const kinds = subjects.flatMap(subject => casesOf(subject, report).map(({ kind }) => kind));
    // Jenkins' schema knows no skipped cases of the whole.
    const { skipped: _, ...counted } = countsOf(kinds);
    const attributes = { name: `tlsgate: ${(0,_tally_js__WEBPACK_IMPORTED_MODULE_4__/* .tally */ .N4)(report)}`, ...counted, time: seconds(report.durationMs) };
    yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributesXml(attributes)}>\n`;
    const names = (0,_apart_js__WEBPACK_IMPORTED_MODULE_7__/* .targetNames */ .i)(report.targets);
    for (const [index, subject] of subjects.entries())
        yield `${suiteXml(report, subject, names[index] ?? 'run')}\n`;
    yield '</testsuites>\n';
}
/** Never none: a suite without a case is green, and a target of which nothing is known is not. */
function checksOf(subject) {
    const checks = [...(0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .completionOf */ .G9)(subject), ...subject.checks];
    if (checks.length > 0)
        return checks;
    return [
        {
            ...{ id: 'handshake/completion', status: 'inconclusive', severity: 'error', cause: null, message: 'nothing was checked' },
            ...{ fix: null, evidence: [], refs: [], location: null },
        },
    ];
}
function suiteXml(report, subject, suite) {
    const cases = casesOf(subject, report);
    const attributes = {
        name: (0,_escape_js__WEBPACK_IMPORTED_MODULE_8__/* .inert */ .tJ)(suite),
        ...countsOf(cases.map(({ kind }) => kind)),
        ...timeOf(subject),
        timestamp: (0,_escape_js__WEBPACK_IMPORTED_MODULE_8__/* .inert */ .tJ)(report.startedAt.replace(/(?:\.\d+)?Z$/, ''), 40),
        ...(subject.target !== null && { hostname: (0,_escape_js__WEBPACK_IMPORTED_MODULE_8__/* .inert */ .tJ)(subject.target.host) }),
    };
    return [
        `  <testsuite${attributesXml(attributes)}>`,
        ...(subject.target === null ? [] : propertiesXml(report, subject)),
        ...cases.map(each => caseXml(subject, suite, each)),
        // What a test prints: the steps of the handshake, where there is something to find in them.
        ...(subject.target === null || subject.verdict === 'pass'
            ? []
            : [
                `    <system-out>${(0,_text_js__WEBPACK_IMPORTED_MODULE_5__.renderTarget)(subject, { colour: false })
                    .split('\n')
                    .map(line => (0,_escape_js__WEBPACK_IMPORTED_MODULE_8__/* .escapeHtml */ .ZD)(line, 10_000))
                    .join('\n')}</system-out>`,
            ]),
        '  </testsuite>',
    ].join('\n');
}
/** The run has no time of its own beside its targets. */
const timeOf = (subject) => (subject.target === null ? {} : { time: seconds(subject.durationMs) });
function propertiesXml({ policy }, { verdict, target, handshake }) {
    const { protocol, cipherSuite, group, signatureScheme, alpn } = handshake;
    const values = { verdict, address: target.address, servername: target.servername, protocol, cipherSuite, group, signatureScheme, alpn };
    const properties = Object.entries({ ...values, policy: `${policy.id} ${policy.version}` }).flatMap(([name, value]) => value === null ? [] : `      <property name="${name}" value="${(0,_escape_js__WEBPACK_IMPORTED_MODULE_8__/* .escapeHtml */ .ZD)(value)}"/>`);
    return ['    <properties>', ...properties, '    </properties>'];
}
function caseXml(subject, suite, { check, name, kind }) {
    // The one check that takes time: the others look at what it saw.
    const time = check.id === 'handshake/completion' ? timeOf(subject) : {};
    const attributes = attributesXml({ classname: (0,_escape_js__WEBPACK_IMPORTED_MODULE_8__/* .inert */ .tJ)(suite), name: (0,_escape_js__WEBPACK_IMPORTED_MODULE_8__/* .inert */ .tJ)(name), ...time });
    if (kind === 'passed')
        return `    <testcase${attributes}/>`;
    const content = accountOf(subject, check)
        .map(line => (0,_escape_js__WEBPACK_IMPORTED_MODULE_8__/* .escapeHtml */ .ZD)(line))
        .join('\n');
    const message = { message: (0,_escape_js__WEBPACK_IMPORTED_MODULE_8__/* .inert */ .tJ)(check.message), ...(check.cause !== null && { type: (0,_escape_js__WEBPACK_IMPORTED_MODULE_8__/* .inert */ .tJ)(check.cause) }) };
    const outcome = kind === 'skipped' ? `<skipped>${content}</skipped>` : `<${kind}${attributesXml(message)}>${content}</${kind}>`;
    return [`    <testcase${attributes}>`, `      ${outcome}`, '    </testcase>'].join('\n');
}
/** A check that does not count for the verdict must not turn another system red: it is skipped, and says why. */
function casesOf(subject, { failOn }) {
    const counts = (0,_counting_js__WEBPACK_IMPORTED_MODULE_0__/* .countingFor */ .P)(subject, failOn);
    const kindOf = (check) => {
        if (check.status === 'pass')
            return 'passed';
        if (check.status === 'waived' || !counts(check))
            return 'skipped';
        return check.status === 'fail' ? 'failure' : 'error';
    };
    const checks = checksOf(subject);
    const names = (0,_apart_js__WEBPACK_IMPORTED_MODULE_7__/* .checkNames */ .L)(checks, subject);
    return checks.map((check, index) => ({ check, name: names[index] ?? check.id, kind: kindOf(check) }));
}
/** What was seen, why, what to do and what it rests on, a line each. */
function accountOf({ target, survey }, { status, severity, cause, message, fix, evidence, refs, location }) {
    const place = location ?? target?.location ?? null;
    const word = status === 'fail' ? severity : status;
    return [
        `${word}: ${message}`,
        ...(cause === null ? [] : [`Cause: ${cause}`]),
        ...(fix === null ? [] : `Fix: ${fix}`.split('\n')),
        ...(evidence.length === 0 ? [] : [`Evidence: ${(0,_survey_js__WEBPACK_IMPORTED_MODULE_3__/* .evidenceWords */ .Jg)(evidence, survey).join('; ')}`]),
        ...(cause === null || refs.length === 0 ? [] : [`See: ${refs.join(', ')}`]),
        ...(place === null ? [] : [`At: ${place.file}:${place.line}:${place.column}`]),
    ];
}
function countsOf(kinds) {
    const of = (kind) => String(kinds.filter(each => each === kind).length);
    return { tests: String(kinds.length), failures: of('failure'), errors: of('error'), skipped: of('skipped') };
}
const attributesXml = (attributes) => Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${(0,_escape_js__WEBPACK_IMPORTED_MODULE_8__/* .escapeHtml */ .ZD)(value)}"`)
    .join('');
const seconds = (ms) => (ms / 1000).toFixed(3);


/***/ })

};
;