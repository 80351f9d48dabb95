"use strict";
exports.id = 8;
exports.ids = [8];
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

/***/ 1008:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderSarif: () => (/* binding */ renderSarif)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/check.js
var check = __webpack_require__(9998);
// EXTERNAL MODULE: ./build/commonjs/esm/report/apart.js
var apart = __webpack_require__(171);
// EXTERNAL MODULE: ./build/commonjs/esm/report/escape.js
var report_escape = __webpack_require__(6514);
// EXTERNAL MODULE: ./build/commonjs/esm/report/findings.js
var findings = __webpack_require__(4099);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/causes.js
var causes = __webpack_require__(5232);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/check-ids.js
var check_ids = __webpack_require__(8829);
// EXTERNAL MODULE: ./build/commonjs/esm/report/sources.js
var sources = __webpack_require__(9303);
;// CONCATENATED MODULE: ./build/commonjs/esm/report/sarif-rules.js
// The checks as rules of a SARIF log: what code scanning shows beside a result. Their words are those of judge/'s tables.




/**
 * How bad what a check finds is, from 0 to 10: of a vulnerability the base score of the NVD, in version 3 of CVSS where it has one. Those of
 * other checks are ours, after what an attacker gains. A check without a score is about connecting at all, and is no security rule.
 */
const scores = {
    'certificate/trust': '7.4',
    'certificate/hostname': '7.4',
    'certificate/validity': '5.9',
    'certificate/usage': '5.9',
    'certificate/key': '7.4',
    'certificate/signature': '7.4',
    'certificate/staple': '5.9',
    'certificate/max-lifetime': '3.1',
    'protocol/versions': '5.9',
    'cipher/suites': '5.9',
    'cipher/order': '3.1',
    'group/allowed': '3.7',
    'group/dh-parameters': '5.9',
    'group/post-quantum': '3.1',
    'signature/schemes': '3.7',
    'policy/features': '3.7',
    'policy/certificate-key': '5.9',
    'policy/certificate-signature': '5.9',
    'vulnerability/drown': '5.9',
    'vulnerability/poodle': '3.4',
    'vulnerability/beast': '4.3',
    'vulnerability/crime': '2.6',
    'vulnerability/freak': '4.3',
    'vulnerability/logjam': '3.7',
    'vulnerability/sweet32': '7.5',
    'vulnerability/rc4': '5.9',
    'vulnerability/robot': '5.9',
    'vulnerability/raccoon': '3.7',
    'vulnerability/lucky13': '2.6',
    'vulnerability/dheat': '7.5',
    'vulnerability/insecure-renegotiation': '5.8',
    'vulnerability/ticketbleed': '7.5',
    'vulnerability/heartbleed': '7.5',
    'vulnerability/ccs-injection': '7.4',
};
/** Code scanning takes no more of a name and of a description. */
const longest = { name: 255, text: 1000 };
/** The rules of the ids, each once, in the order of the table of checks. */
function rulesOf(ids) {
    const order = Object.keys(check_ids/* checkIds */.t);
    const rank = (id) => order.indexOf(rowIdOf(id) ?? 'client/*');
    return [...new Set(ids)].sort((a, b) => rank(a) - rank(b)).map(ruleOf);
}
function ruleOf(id) {
    const { title, reason, causes: named, refs } = rowOf(id);
    const score = scores[id];
    const [family = ''] = id.split('/', 1);
    const url = refs.map(sources/* urlOf */.r).find(each => each !== null);
    const fixes = named.map(cause => ({ cause, ...causes/* causes */.ps[cause], fix: (0,causes/* fixOf */.BW)(cause).split('\n') }));
    return {
        id: (0,report_escape/* inert */.tJ)(id, longest.name),
        name: (0,report_escape/* inert */.tJ)(nameOf(id), longest.name),
        shortDescription: { text: (0,report_escape/* inert */.tJ)(title, longest.text) },
        fullDescription: { text: (0,report_escape/* inert */.tJ)(reason, longest.text) },
        help: {
            text: [
                reason,
                ...fixes.map(({ cause, meaning, fix: [doing] }) => `${cause}: ${meaning} Fix: ${doing}.`),
                `See ${refs.join(', ')}.`,
            ].join('\n\n'),
            markdown: [
                (0,report_escape/* escapeMarkdown */.FV)(reason),
                ...fixes.flatMap(({ cause, title, meaning, fix: [doing = '', ...products] }) => [
                    `### ${(0,report_escape/* escapeMarkdown */.FV)(title)} (\`${cause}\`)`,
                    (0,report_escape/* escapeMarkdown */.FV)(meaning),
                    `**Fix:** ${(0,report_escape/* escapeMarkdown */.FV)(doing)}`,
                    ...(products.length === 0 ? [] : [(0,report_escape/* codeBlock */.DV)(products, 'text')]),
                ]),
                ...seeAlso(refs, linked),
            ].join('\n\n'),
        },
        ...(url !== undefined && { helpUri: url }),
        properties: {
            tags: [...(score === undefined ? [] : ['security']), 'tls', (0,report_escape/* inert */.tJ)(family, 60)],
            precision: 'very-high',
            ...(score !== undefined && { 'security-severity': score }),
        },
    };
}
/** A report may come from another version of tlsgate, with checks that this one does not know. */
function rowOf(id) {
    const known = rowIdOf(id);
    const shown = (0,report_escape/* inert */.tJ)(id, 200);
    if (known === null)
        return { title: shown, reason: `The check ${shown}, of another version of tlsgate.`, causes: [], refs: [] };
    const row = check_ids/* checkIds */.t[known];
    return id === known ? row : { ...row, title: `${row.title}: ${shown.slice('client/'.length)}` };
}
function rowIdOf(id) {
    if (Object.hasOwn(check_ids/* checkIds */.t, id))
        return id;
    return id.startsWith('client/') ? 'client/*' : null;
}
/** 'certificate/lifetime-left' → 'CertificateLifetimeLeft': viewers take a name for one word. */
const nameOf = (id) => id.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_, letter) => letter.toUpperCase());
const seeAlso = (refs, words) => refs.length === 0 ? [] : [`See ${refs.map(words).join(', ')}.`];
function linked(ref) {
    const url = (0,sources/* urlOf */.r)(ref);
    return url === null ? (0,report_escape/* escapeMarkdown */.FV)(ref) : `[${(0,report_escape/* escapeMarkdown */.FV)(ref)}](${url})`;
}

// EXTERNAL MODULE: ./build/commonjs/esm/report/subjects.js
var subjects = __webpack_require__(376);
// EXTERNAL MODULE: ./build/commonjs/esm/report/tally.js
var tally = __webpack_require__(3979);
;// CONCATENATED MODULE: ./build/commonjs/esm/report/sarif.js
// A report as a SARIF 2.1.0 log for code scanning: what failed and what could not be decided as results, each at a place in a file. Code scanning
// closes an alert that has no result any more as fixed, which nobody knows of one that is undecided. It shows an alert for every result, whatever
// its kind (microsoft/PSRule#955) and suppressions (codeql-action#1230): so what is waived is left out, and the notices that could not be
// decided, which many a healthy server has, are notifications. Kept within GitHub's limits (docs.github.com: "SARIF support for code scanning", 2026-11).









/** Of a run, and of its file when compressed; of the most severe results, 5,000 are shown. */
const limits = { results: 25_000, gzipBytes: 10_000_000, notifications: 1000, text: 1024 };
const levels = { error: 'error', warning: 'warning', notice: 'note' };
/** The log, with a final line feed. Beyond the limits the least severe results are left out, and a notification says how many. */
function renderSarif(report, options = {}) {
    const judged = (0,subjects/* subjectsOf */.Z)(report).flatMap(judgedOf);
    const rules = rulesOf(judged.map(({ check }) => check.id));
    const failed = judged.filter(({ check }) => check.status === 'fail').sort(bySeverity);
    const undecided = Map.groupBy(judged.filter(({ check }) => check.status === 'inconclusive').sort(bySeverity), isFinding);
    const found = [...failed, ...(undecided.get(true) ?? [])];
    const results = resultsOf(found.slice(0, limits.results), rules, options);
    const notifications = notificationsOf(undecided.get(false) ?? [], rules, options);
    for (let kept = results.length;; kept = Math.floor(kept / 2)) {
        const leftOut = found.length - kept;
        const text = logText(report, rules, results.slice(0, kept), leftOut === 0 ? notifications : [leftOutNote(leftOut), ...notifications]);
        if (kept === 0 || fits(text))
            return text;
    }
}
function judgedOf(subject) {
    const checks = [...(0,findings/* completionOf */.G9)(subject), ...subject.checks];
    const names = (0,apart/* checkNames */.L)(checks, subject);
    return checks.map((check, index) => ({ subject, check, name: names[index] ?? check.id }));
}
/**
 * Whether what could not be decided is worth an alert. Where a handshake ended before the certificate its own result stands for all that could not be
 * looked at: a server that is down for a night would raise an alert for each check.
 */
function isFinding({ subject, check }) {
    if (check.severity === 'notice')
        return false;
    if (subject.target === null || subject.certificates.presented.length > 0 || check.id === 'handshake/completion')
        return true;
    return !subject.checks.some(({ id, status }) => id === 'handshake/completion' && (status === 'fail' || status === 'inconclusive'));
}
const fits = (text) => text.length <= limits.gzipBytes / 3 || (0,external_node_zlib_.gzipSync)(text).length <= limits.gzipBytes;
function logText(report, rules, results, notifications) {
    const { tool, startedAt, durationMs, policy, verdict } = report;
    const log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: { driver: { name: 'tlsgate', version: (0,report_escape/* inert */.tJ)(tool.version, 100), rules } },
                columnKind: 'utf16CodeUnits',
                originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository' } } },
                invocations: [
                    {
                        // What could not be found out is no success.
                        executionSuccessful: report.targets.length > 0 && report.targets.every(target => target.verdict !== 'inconclusive'),
                        ...timesOf(startedAt, durationMs),
                        toolExecutionNotifications: notifications,
                    },
                ],
                results,
                properties: { verdict, policy: textOf(`${policy.id} ${policy.version}`) },
            },
        ],
    };
    return `${(0,report_escape/* escapeJson */.GO)(JSON.stringify(log, null, 2))}\n`;
}
function timesOf(startedAt, durationMs) {
    const start = Date.parse(startedAt);
    const end = new Date(start + durationMs);
    return Number.isNaN(end.getTime()) ? {} : { startTimeUtc: new Date(start).toISOString(), endTimeUtc: end.toISOString() };
}
function resultsOf(found, rules, options) {
    const occurrences = new Map();
    return found.map(each => {
        const { subject: { target }, check, } = each;
        const fingerprint = fingerprintOf(each);
        const occurrence = (occurrences.get(fingerprint) ?? 0) + 1;
        occurrences.set(fingerprint, occurrence);
        return {
            ruleId: (0,report_escape/* inert */.tJ)(check.id, 255),
            ruleIndex: indexOf(check, rules),
            // Only what failed has a level (SARIF 2.1.0 §3.27.10).
            ...(check.status === 'fail' ? { level: levels[check.severity] } : { kind: 'open', level: 'none' }),
            message: { text: messageOf(target, check, check.status === 'fail' ? '' : 'could not be decided this time: ') },
            locations: [placeOf(target, check, options)],
            // Code scanning reads the first alone. Without it, it takes the text of the line: new for every change beside it, and one for all
            // targets that no file names. (upload-sarif warns that it would have computed another.)
            partialFingerprints: { primaryLocationLineHash: `${fingerprint}:${occurrence}`, 'tlsgate/v1': fingerprint },
            properties: {
                ...(target !== null && { target: textOf(target.url) }),
                ...(check.cause !== null && { cause: textOf(check.cause) }),
                ...(check.evidence.length > 0 && { evidence: check.evidence.slice(0, 20).map(item => textOf(item)) }),
            },
        };
    });
}
function notificationsOf(undecided, rules, options) {
    const shown = undecided.slice(0, limits.notifications).map(({ subject: { target }, check }) => ({
        level: 'note',
        message: { text: messageOf(target, check) },
        associatedRule: { id: (0,report_escape/* inert */.tJ)(check.id, 255), index: indexOf(check, rules) },
        locations: [placeOf(target, check, options)],
    }));
    const more = undecided.length - shown.length;
    return more === 0 ? shown : [...shown, { level: 'note', message: { text: `and ${(0,tally/* count */.U9)(more, 'more check')} that could not be decided` } }];
}
const leftOutNote = (leftOut) => ({
    level: 'warning',
    message: {
        text: `${(0,tally/* count */.U9)(leftOut, 'result')}, the least severe, left out to stay within the limits of code scanning; the JSON report has them all`,
    },
});
const indexOf = ({ id }, rules) => rules.findIndex(rule => rule.id === (0,report_escape/* inert */.tJ)(id, 255));
/** The same for one check of one target, whatever is wrong, also where that is not known, and wherever it stands in a file. */
const fingerprintOf = ({ subject: { target }, name }) => (0,external_node_crypto_.createHash)('sha256')
    .update(JSON.stringify([name, ...(target === null ? [] : [target.url])]))
    .digest('hex')
    .slice(0, 32);
function messageOf(target, { message, fix }, before = '') {
    const [doing] = fix?.split('\n', 1) ?? [];
    const seen = textOf(`${target === null ? '' : `${target.url}: `}${before}${message}`, 640);
    return doing === undefined ? seen : `${seen}\nFix: ${textOf(doing, 360)}`;
}
/** Within the limit also where characters had to be spelled; no link can be made of it (SARIF 2.1.0 §3.11.6). */
function textOf(text, max = limits.text) {
    const shown = (0,report_escape/* inert */.tJ)(text, max - 40).replaceAll('](', ']\\x28');
    return shown.length <= max ? shown : `${shown.slice(0, max - 1).toWellFormed()}…`;
}
function placeOf(target, check, { root, fallbackFile = 'tlsgate.yml' }) {
    const location = check.location ?? target?.location ?? null;
    const path = location === null ? null : pathOf(location, root);
    const region = location === null || path === null ? { startLine: 1 } : { startLine: location.line, startColumn: location.column };
    return {
        physicalLocation: {
            artifactLocation: { uri: uriOf(path ?? fallbackFile), uriBaseId: '%SRCROOT%' },
            region,
        },
        ...(target !== null && { logicalLocations: [{ fullyQualifiedName: textOf(target.url), kind: 'resource' }] }),
    };
}
/** A file's path from the root, with slashes; null for one that lies elsewhere, where code scanning finds no file. */
function pathOf({ file }, root) {
    const slashed = (path) => path.replaceAll('\\', '/');
    const start = root === undefined ? null : `${slashed(root).replace(/\/+$/, '')}/`;
    const path = slashed(file);
    const relative = (start !== null && path.startsWith(start) ? path.slice(start.length) : path).replace(/^(?:\.\/)+/, '');
    return /^(?:\/|[A-Za-z]:\/|\.\.(?:\/|$))/.test(relative) || relative === '' ? null : relative;
}
const uriOf = (path) => path
    .split('/')
    .map(part => encodeURIComponent(part.toWellFormed()))
    .join('/');
const bySeverity = ({ check: a }, { check: b }) => check/* severities */.gO.indexOf(a.severity) - check/* severities */.gO.indexOf(b.severity);


/***/ }),

/***/ 9303:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ urlOf)
/* harmony export */ });
// Where the sources that a check rests on can be read. Only those whose address follows from their name.
/** The page of 'RFC 8446 §4.2.1' or 'CVE-2014-0160'; null for any other source. */
function urlOf(ref) {
    const [, rfc, section] = /^RFC (\d{1,5})(?: §([\dA-Z](?:[\d.]*\d)?))?$/.exec(ref) ?? [];
    if (rfc !== undefined)
        return `https://www.rfc-editor.org/rfc/rfc${rfc}${section === undefined ? '' : `#${anchorOf(section)}`}`;
    return /^CVE-\d{4}-\d{4,7}$/.test(ref) ? `https://www.cve.org/CVERecord?id=${ref}` : null;
}
const anchorOf = (section) => `${/^\d/.test(section) ? 'section' : 'appendix'}-${section}`;


/***/ })

};
;