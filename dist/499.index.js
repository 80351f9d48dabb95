export const id = 499;
export const ids = [499];
export const modules = {

/***/ 1499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderJunit: () => (/* binding */ renderJunit)
});

// EXTERNAL MODULE: ./build/esm/judge/check.js
var check = __webpack_require__(220);
;// CONCATENATED MODULE: ./build/esm/report/counting.js

/**
 * Whether a failed or undecided check counts for the verdict of its target. What counts is told from the verdict: with the checks of that
 * severity and above it has to come out. A target that passed has nothing that counts.
 */
function counts({ checks, verdict }, { severity }) {
    if (verdict === 'pass')
        return false;
    const least = check/* severities */.gO.find(failOn => (0,check/* verdictOf */.Vj)(checks, failOn) === verdict) ?? 'notice';
    return rank(severity) <= rank(least);
}
const rank = (severity) => check/* severities */.gO.indexOf(severity);

// EXTERNAL MODULE: ./build/esm/report/escape.js
var report_escape = __webpack_require__(4432);
// EXTERNAL MODULE: ./build/esm/report/findings.js
var findings = __webpack_require__(2109);
// EXTERNAL MODULE: ./build/esm/report/survey.js
var report_survey = __webpack_require__(1361);
// EXTERNAL MODULE: ./build/esm/report/tally.js
var tally = __webpack_require__(9301);
// EXTERNAL MODULE: ./build/esm/report/text.js + 1 modules
var report_text = __webpack_require__(6320);
;// CONCATENATED MODULE: ./build/esm/report/junit.js






/** The document, with a final line feed. */
function renderJunit(report) {
    const suites = report.targets.map(target => {
        const cases = checksOf(target).map(check => caseOf(target, check));
        return { cases, xml: suiteXml(report, target, cases) };
    });
    const attributes = {
        name: `tlsgate: ${(0,tally/* tally */.N4)(report)}`,
        ...countsOf(suites.flatMap(({ cases }) => cases)),
        time: seconds(report.durationMs),
    };
    // Jenkins' schema knows no skipped cases of the whole.
    const { skipped: _, ...allowed } = attributes;
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites${attributesXml(allowed)}>`,
        ...suites.map(({ xml }) => xml),
        '</testsuites>',
        '',
    ].join('\n');
}
/** Never none: a suite without a case is green, and a target of which nothing is known is not. */
function checksOf(target) {
    const checks = [...(0,findings/* completionOf */.G9)(target), ...target.checks];
    if (checks.length > 0)
        return checks;
    return [
        {
            ...{ id: 'handshake/completion', status: 'inconclusive', severity: 'error', cause: null, message: 'nothing was checked' },
            ...{ fix: null, evidence: [], refs: [], location: null },
        },
    ];
}
function suiteXml(report, target, cases) {
    const { url, host } = target.target;
    const attributes = {
        name: (0,report_escape/* inert */.tJ)(url),
        ...countsOf(cases),
        time: seconds(target.durationMs),
        timestamp: (0,report_escape/* inert */.tJ)(report.startedAt.replace(/(?:\.\d+)?Z$/, ''), 40),
        hostname: (0,report_escape/* inert */.tJ)(host),
    };
    return [
        `  <testsuite${attributesXml(attributes)}>`,
        '    <properties>',
        ...propertiesOf(report, target).map(([name, value]) => `      <property name="${name}" value="${(0,report_escape/* escapeHtml */.ZD)(value)}"/>`),
        '    </properties>',
        ...cases.map(({ xml }) => xml),
        // What a test prints: the steps of the handshake, where there is something to find in them.
        ...(target.verdict === 'pass'
            ? []
            : [
                `    <system-out>${(0,report_text.renderTarget)(target, { colour: false })
                    .split('\n')
                    .map(line => (0,report_escape/* escapeHtml */.ZD)(line, 10_000))
                    .join('\n')}</system-out>`,
            ]),
        '  </testsuite>',
    ].join('\n');
}
function propertiesOf({ policy }, { verdict, target, handshake }) {
    const { protocol, cipherSuite, group, signatureScheme, alpn } = handshake;
    const values = { verdict, address: target.address, servername: target.servername, protocol, cipherSuite, group, signatureScheme, alpn };
    return Object.entries({ ...values, policy: `${policy.id} ${policy.version}` }).flatMap(([name, value]) => value === null ? [] : [[name, value]]);
}
function caseOf(target, check) {
    const kind = kindOf(target, check);
    // The one check that takes time: the others look at what it saw.
    const time = check.id === 'handshake/completion' ? { time: seconds(target.durationMs) } : {};
    const attributes = attributesXml({ classname: (0,report_escape/* inert */.tJ)(target.target.url), name: (0,report_escape/* inert */.tJ)(check.id), ...time });
    if (kind === 'passed')
        return { kind, xml: `    <testcase${attributes}/>` };
    const content = accountOf(target, check)
        .map(line => (0,report_escape/* escapeHtml */.ZD)(line))
        .join('\n');
    const message = { message: (0,report_escape/* inert */.tJ)(check.message), ...(check.cause !== null && { type: (0,report_escape/* inert */.tJ)(check.cause) }) };
    const outcome = kind === 'skipped' ? `<skipped>${content}</skipped>` : `<${kind}${attributesXml(message)}>${content}</${kind}>`;
    return { kind, xml: [`    <testcase${attributes}>`, `      ${outcome}`, '    </testcase>'].join('\n') };
}
/** A check that does not count for the verdict must not turn another system red: it is skipped, and says why. */
function kindOf(target, check) {
    if (check.status === 'pass')
        return 'passed';
    if (check.status === 'waived' || !counts(target, check))
        return 'skipped';
    return check.status === 'fail' ? 'failure' : 'error';
}
/** What was seen, why, what to do and what it rests on, a line each. */
function accountOf({ target, survey }, { status, severity, cause, message, fix, evidence, refs, location }) {
    const place = location ?? target.location;
    const word = status === 'fail' ? severity : status;
    return [
        `${word}: ${message}`,
        ...(cause === null ? [] : [`Cause: ${cause}`]),
        ...(fix === null ? [] : `Fix: ${fix}`.split('\n')),
        ...(evidence.length === 0 ? [] : [`Evidence: ${(0,report_survey/* evidenceWords */.Jg)(evidence, survey).join('; ')}`]),
        ...(cause === null || refs.length === 0 ? [] : [`See: ${refs.join(', ')}`]),
        ...(place === null ? [] : [`At: ${place.file}:${place.line}:${place.column}`]),
    ];
}
function countsOf(cases) {
    const of = (kind) => String(cases.filter(each => each.kind === kind).length);
    return { tests: String(cases.length), failures: of('failure'), errors: of('error'), skipped: of('skipped') };
}
const attributesXml = (attributes) => Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${(0,report_escape/* escapeHtml */.ZD)(value)}"`)
    .join('');
const seconds = (ms) => (ms / 1000).toFixed(3);


/***/ })

};
