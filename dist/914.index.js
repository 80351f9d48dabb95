"use strict";
exports.id = 914;
exports.ids = [914];
exports.modules = {

/***/ 1914:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderHtml: () => (/* binding */ renderHtml)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/causes.js
var causes = __webpack_require__(5232);
// EXTERNAL MODULE: ./build/commonjs/esm/report/escape.js
var report_escape = __webpack_require__(6514);
// EXTERNAL MODULE: ./build/commonjs/esm/report/findings.js
var findings = __webpack_require__(4099);
// EXTERNAL MODULE: ./build/commonjs/esm/report/glance.js
var glance = __webpack_require__(1249);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/strength.js
var strength = __webpack_require__(4037);
;// CONCATENATED MODULE: ./build/commonjs/esm/report/html-table.js
// Tables of the HTML report. Their cells are made inert by whoever fills them.
/** Rows of a table about one target. A server with every cipher suite has some three hundred. */
const rowsShown = 400;
/** A table with a row an item; beyond four hundred a last row says how many more there are. Empty text without items. */
function htmlTable(items, cells, { heads, kind, rowKind } = {}) {
    if (items.length === 0)
        return '';
    const classOf = (name) => (name === undefined ? '' : ` class="${name}"`);
    const rows = items.slice(0, rowsShown).map((item, index) => `<tr${classOf(rowKind?.(item))}>${cells(item, index)
        .map(cell => `<td>${cell}</td>`)
        .join('')}</tr>`);
    const head = heads === undefined ? '' : `<thead><tr>${heads.map(title => `<th scope="col">${title}</th>`).join('')}</tr></thead>`;
    const more = items.length > rowsShown ? [`<tr><td></td><td>and ${items.length - rowsShown} more</td></tr>`] : [];
    return `<div class="scroll"><table${classOf(kind)}>${head}<tbody>\n${[...rows, ...more].join('\n')}\n</tbody></table></div>`;
}

// EXTERNAL MODULE: ./build/commonjs/esm/report/strength.js
var report_strength = __webpack_require__(5380);
// EXTERNAL MODULE: ./build/commonjs/esm/report/survey.js
var report_survey = __webpack_require__(9287);
;// CONCATENATED MODULE: ./build/commonjs/esm/report/html-details.js





const cell = (text) => (0,report_escape/* escapeHtml */.ZD)(text, 300);
const code = (text) => `<code>${cell(text)}</code>`;
function certificatesHtml(presented) {
    return htmlTable(presented, (certificate, index) => [
        String(index),
        cell(certificate.subject),
        cell(certificate.issuer),
        cell(`${certificate.notBefore} to ${certificate.notAfter}`),
        cell((0,strength/* keyText */.Pu)(certificate.key)),
        cell(certificate.signatureAlgorithm),
        code(certificate.fingerprint256),
    ], { heads: ['', 'Subject', 'Issuer', 'Valid', 'Key', 'Signature', 'SHA-256'] });
}
/** Everything that is known of what a target accepts. */
function surveyHtml(survey) {
    const accounts = (0,report_survey/* protocolAccounts */.H5)(survey);
    const suites = accounts.flatMap(({ name, suites: listed }) => listed.map(suite => ({ name, suite, strength: (0,report_strength/* strengthOf */.N)(suite) })));
    return [
        htmlTable(accounts, ({ name, support, words }) => [name, report_survey/* supportWords */.tO[support], cell(words)], {
            heads: ['Protocol', '', 'Cipher suites'],
        }),
        htmlTable(suites, ({ name, suite, strength }) => [
            name,
            code(suite),
            strength === null ? '' : [strength.word, strength.why].filter(text => text !== '').join(': '),
        ], { heads: ['Protocol', 'Cipher suite', 'Strength'] }),
        paragraph('Groups', survey.groups.map(report_survey/* groupWords */.Jk)),
        paragraph('Signature schemes', survey.signatureSchemes),
        htmlTable(survey.clients, client => [report_survey/* clientMarks */.Un[client.connects], cell(client.title), cell((0,report_survey/* clientWords */.hx)(client))], {
            heads: ['', 'Client', 'Connects with'],
        }),
        htmlTable((0,report_survey/* knownFeatures */.pR)(survey), ({ name, status, detail }) => [report_survey/* featureMarks */.fv[status], code(name), cell(detail)], {
            heads: ['', 'Feature', 'Seen'],
        }),
        htmlTable(survey.probes, ({ number, asked, answer }) => [String(number), cell(asked), cell(answer)], {
            heads: ['Probe', 'Asked with', 'Answer'],
        }),
        ...survey.notes.map(note => `<p>${(0,report_escape/* escapeHtml */.ZD)(note)}</p>`),
        `<p class="quiet">Asked with ${(0,report_escape/* escapeHtml */.ZD)((0,report_survey/* costWords */.fL)(survey))}</p>`,
    ]
        .filter(part => part !== '')
        .join('\n');
}
const paragraph = (title, names) => names.length === 0 ? '' : `<p><b>${title}:</b> ${names.map(cell).join(', ')}</p>`;

;// CONCATENATED MODULE: ./build/commonjs/esm/report/html-style.js
// The style of the HTML report: light and dark after the reader's system, and for paper. No fonts, images or anything else from elsewhere.
const style = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1f2328, #e6edf3);
  --quiet: light-dark(#59636e, #9198a1);
  --page: light-dark(#ffffff, #0d1117);
  --panel: light-dark(#f6f8fa, #151b23);
  --line: light-dark(#d1d9e0, #3d444d);
  --pass: light-dark(#116329, #3fb950);
  --fail: light-dark(#a40e26, #ff7b72);
  --inconclusive: light-dark(#7d4e00, #d29922);
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1.15rem; margin: 0; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; overflow-wrap: anywhere; }
p, ul { margin: .35rem 0; }
ul { padding-left: 1.25rem; }
a { color: inherit; }
code, pre, .ladder td { font-family: ui-monospace, monospace; font-size: .85em; overflow-wrap: anywhere; }
pre { margin: .35rem 0; padding: .6rem .8rem; background: var(--panel); border: 1px solid var(--line); border-radius: 6px; white-space: pre-wrap; }
header, section { border: 1px solid var(--line); border-left: .4rem solid var(--quiet); border-radius: 6px; padding: 1rem 1.25rem; margin-bottom: 1rem; }
header.pass, section.pass { border-left-color: var(--pass); }
header.fail, section.fail { border-left-color: var(--fail); }
header.inconclusive, section.inconclusive { border-left-color: var(--inconclusive); }
.quiet { color: var(--quiet); }
b.pass, td.pass, .done td:first-child { color: var(--pass); }
b.fail, td.fail, .failed td { color: var(--fail); font-weight: 600; }
b.inconclusive, td.inconclusive, b.warning { color: var(--inconclusive); }
.not-reached td { color: var(--quiet); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: .5rem 0; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { color: var(--quiet); font-weight: 600; }
.overview { width: 100%; margin-bottom: 1.5rem; }
.ladder td { border-bottom: 0; padding: .05rem .9rem .05rem 0; }
.ladder td:not(:last-child) { white-space: nowrap; }
.ladder td:nth-child(4), .ladder td:nth-child(5) { text-align: right; }
details { margin-top: .75rem; }
summary { cursor: pointer; font-weight: 600; }
@media print {
  body { max-width: none; padding: 0; font-size: 11px; }
  section, header { break-inside: avoid-page; }
  pre { break-inside: avoid; }
}
`;

// EXTERNAL MODULE: ./build/commonjs/esm/report/sources.js
var sources = __webpack_require__(9303);
// EXTERNAL MODULE: ./build/commonjs/esm/report/steps.js
var steps = __webpack_require__(4174);
// EXTERNAL MODULE: ./build/commonjs/esm/report/subjects.js
var subjects = __webpack_require__(376);
// EXTERNAL MODULE: ./build/commonjs/esm/report/tally.js
var tally = __webpack_require__(3979);
;// CONCATENATED MODULE: ./build/commonjs/esm/report/html.js
// A report as one page for a browser, from a mail or an artifact: no script, and nothing is loaded from anywhere, which its policy enforces.












const order = ['fail', 'inconclusive', 'pass'];
const verdictWords = { pass: '✓ pass', fail: '✗ fail', inconclusive: '? inconclusive' };
const arrows = { client: '→', server: '←' };
/** The whole report, with a final line feed. */
function renderHtml(report) {
    const targets = (0,glance/* worstFirst */.md)(report.targets);
    const nameOf = (0,glance/* namesOf */.eZ)(targets);
    const at = new Date(report.startedAt);
    let accounts = 0;
    const placed = targets.map((target) => {
        const isInFull = accounts < glance/* mostAccounts */.o && (targets.length <= glance/* targetsInFull */.NV || !(0,glance/* isWell */.f5)(target));
        return { target, name: nameOf(target), id: isInFull ? `target-${++accounts}` : null };
    });
    const others = placed.filter(({ id }) => id === null);
    const hash = (0,external_node_crypto_.createHash)('sha256').update(style).digest('base64');
    return [
        '<!DOCTYPE html>',
        '<html lang="en">',
        '<head>',
        '<meta charset="utf-8">',
        `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">`,
        '<meta name="referrer" content="no-referrer">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        `<title>tlsgate: ${report.verdict}, ${(0,report_escape/* escapeHtml */.ZD)((0,tally/* tally */.N4)(report))}</title>`,
        `<style>${style}</style>`,
        '</head>',
        '<body>',
        `<header class="${report.verdict}">`,
        `<h1><b class="${report.verdict}">${report.verdict.toUpperCase()}</b> ${(0,report_escape/* escapeHtml */.ZD)((0,tally/* tally */.N4)(report))}</h1>`,
        `<p class="quiet">${(0,report_escape/* escapeHtml */.ZD)(`tlsgate ${report.tool.version} · policy ${report.policy.id} ${report.policy.version} · ${report.startedAt} · ${(0,tally/* duration */.p0)(report.durationMs)}`)}</p>`,
        '</header>',
        ...(targets.length > 1 ? [overviewHtml(placed, report)] : []),
        ...placed.flatMap(({ target, name, id }) => (id === null ? [] : accountHtml(target, { name, id, at }))),
        ...(others.length > 0
            ? [
                `<p>${(0,tally/* count */.U9)(others.length, 'more target')} without an account here, ${verdictsOf(others.map(({ target }) => target))}: the JSON report has them all.</p>`,
            ]
            : []),
        ...(0,subjects/* runOf */.n)(report).map(runHtml),
        '</body>',
        '</html>',
        '',
    ].join('\n');
}
function verdictsOf(targets) {
    const counts = order.map(verdict => [targets.filter(target => target.verdict === verdict).length, verdict]);
    return counts.flatMap(([number, verdict]) => (number === 0 ? [] : `${number} ${verdict}`)).join(', ');
}
function overviewHtml(targets, { failOn, startedAt }) {
    const at = new Date(startedAt);
    const rows = targets.map(({ target, name, id }) => {
        const url = `<code>${(0,report_escape/* escapeHtml */.ZD)(name, 300)}</code>`;
        const causesFound = (0,glance/* causesOf */.cZ)(target, failOn).slice(0, 5);
        const cells = [
            `<td class="${target.verdict}">${verdictWords[target.verdict]}</td>`,
            `<td>${id === null ? url : `<a href="#${id}">${url}</a>`}</td>`,
            `<td>${(0,glance/* agreedNames */.hP)(target)
                .map(name => (0,report_escape/* escapeHtml */.ZD)(name, 100))
                .join('<br>')}</td>`,
            `<td>${(0,report_escape/* escapeHtml */.ZD)((0,glance/* expiryWords */.T_)(target, at))}</td>`,
            `<td>${causesFound.map(cause => (0,report_escape/* escapeHtml */.ZD)((0,causes/* titleOfCause */.Di)(cause) ?? cause, 100)).join('<br>')}</td>`,
        ];
        return `<tr>${cells.join('')}</tr>`;
    });
    const heads = ['Verdict', 'Target', 'Agreed', 'Certificate', 'What is wrong'].map(head => `<th scope="col">${head}</th>`);
    return `<div class="scroll"><table class="overview"><thead><tr>${heads.join('')}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table></div>`;
}
/** What went well is folded: a reader comes for the rest. */
function accountHtml(target, { name, id, at }) {
    const { verdict, handshake, connections, durationMs, target: { address, location }, } = target;
    const settled = (0,findings/* settledChecks */.hp)(target);
    const facts = [address, ...(0,glance/* agreedNames */.hP)(target), handshake.signatureScheme, handshake.alpn, (0,glance/* expiryWords */.T_)(target, at)];
    const known = [...facts, (0,tally/* count */.U9)(connections, 'connection'), (0,tally/* duration */.p0)(durationMs), (0,findings/* placeText */.Z9)(location)].filter(fact => fact !== null && fact !== '');
    return [
        `<section class="${verdict}" id="${id}">`,
        `<h2><b class="${verdict}">${verdictWords[verdict]}</b> <code>${(0,report_escape/* escapeHtml */.ZD)(name, 300)}</code></h2>`,
        `<p class="quiet">${known.map(fact => (0,report_escape/* escapeHtml */.ZD)(fact ?? '', 300)).join(' · ')}</p>`,
        ...findingsHtml(target),
        foldedHtml('Handshake', ladderHtml(target), verdict !== 'pass'),
        foldedHtml(`Other checks (${settled.length})`, checksHtml((0,findings/* foldedChecks */.YI)(settled))),
        foldedHtml('Certificates as sent', certificatesHtml(target.certificates.presented)),
        ...(target.survey === null ? [] : [foldedHtml('What the server accepts', surveyHtml(target.survey))]),
        '</section>',
    ]
        .filter(part => part !== '')
        .join('\n');
}
const runHtml = (run) => [`<section class="${run.verdict}">`, '<h2>The run</h2>', ...findingsHtml(run), '</section>'].join('\n');
const foldedHtml = (title, content, open = false) => content === '' ? '' : `<details${open ? ' open' : ''}><summary>${title}</summary>\n${content}\n</details>`;
/** Each under its title; those that name no cause under one. */
function findingsHtml(subject) {
    let above = '';
    return (0,findings/* findingsOf */.WX)(subject).map(finding => {
        const title = titleHtml(finding.cause);
        const isContinued = title === above;
        above = title;
        return findingHtml(finding, isContinued ? '' : title);
    });
}
const titleHtml = (cause) => cause === null
    ? '<h3>Not decided</h3>'
    : `<h3>${(0,report_escape/* escapeHtml */.ZD)((0,causes/* titleOfCause */.Di)(cause) ?? cause, 100)} <code>${(0,report_escape/* escapeHtml */.ZD)(cause, 100)}</code></h3>`;
function findingHtml({ checks, message, fixes, evidence, refs }, title) {
    return [
        title,
        checksHtml(checks),
        message === null ? '' : `<p>${(0,report_escape/* escapeHtml */.ZD)(message)}</p>`,
        ...(0,findings/* adviceOf */.wr)(fixes).flatMap(({ doing, products }) => [
            `<p><b>Fix:</b> ${(0,report_escape/* escapeHtml */.ZD)(doing)}</p>`,
            products.length === 0 ? '' : `<pre>${products.map(line => (0,report_escape/* escapeHtml */.ZD)(line)).join('\n')}</pre>`,
        ]),
        evidence.length === 0
            ? ''
            : `<p><b>Evidence:</b> ${evidence
                .slice(0, 20)
                .map(item => (0,report_escape/* escapeHtml */.ZD)(item, 300))
                .join('; ')}</p>`,
        refs.length === 0 ? '' : `<p><b>See</b> ${refs.slice(0, 20).map(refHtml).join(', ')}</p>`,
    ]
        .filter(part => part !== '')
        .join('\n');
}
function refHtml(ref) {
    const url = (0,sources/* urlOf */.r)(ref);
    return url === null ? (0,report_escape/* escapeHtml */.ZD)(ref, 300) : `<a href="${(0,report_escape/* escapeHtml */.ZD)(url)}" rel="noreferrer">${(0,report_escape/* escapeHtml */.ZD)(ref)}</a>`;
}
function checksHtml(checks) {
    if (checks.length === 0)
        return '';
    const items = (0,findings/* sayingsOf */.kR)(checks).map(({ check, names }) => {
        const place = (0,findings/* placeText */.Z9)(check.location);
        const [word, kind] = wordOf(check);
        return `<li><b class="${kind}">${word}</b> ${names.map(name => `<code>${(0,report_escape/* escapeHtml */.ZD)(name, 100)}</code>`).join(', ')} ${(0,report_escape/* escapeHtml */.ZD)(check.message)}${place === null ? '' : (0,report_escape/* escapeHtml */.ZD)(` (${place})`)}</li>`;
    });
    return `<ul>\n${items.join('\n')}\n</ul>`;
}
function wordOf({ status, severity }) {
    if (status === 'fail')
        return severity === 'error' ? ['error', 'fail'] : [severity, 'warning'];
    return [status, status];
}
function ladderHtml({ handshake }) {
    return htmlTable(handshake.steps, (step, index) => [
        steps/* marks */.Z8[step.status],
        step.from === null ? '' : arrows[step.from],
        (0,report_escape/* escapeHtml */.ZD)((0,steps/* titleOf */.Gg)(step.name), 60),
        (0,steps/* timeOf */.nR)(step),
        (0,steps/* sizeOf */.$d)(step),
        (step.status === 'not-reached' ? 'not reached' : (0,report_escape/* escapeHtml */.ZD)(step.detail, 300)) +
            ((0,steps/* wentOnAfter */.on)(handshake, index) ? ` (${steps/* wentOn */.c8})` : ''),
    ], { kind: 'ladder', rowKind: ({ status }) => status });
}


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