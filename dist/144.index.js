"use strict";
exports.id = 144;
exports.ids = [144];
exports.modules = {

/***/ 5444:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FZ: () => (/* binding */ wantsGithub),
/* harmony export */   NH: () => (/* binding */ readGithubInputs),
/* harmony export */   Rk: () => (/* binding */ wantsDeploymentStatus),
/* harmony export */   tx: () => (/* binding */ readableGithubInputs)
/* harmony export */ });
/* harmony import */ var _settings_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6354);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4994);
// The inputs for what is written on GitHub: the comment, the issue, the deployment status. Reads them; whether there is a place to write is context.ts's.


/** @throws UsageError at the first that is wrong */
const readGithubInputs = (own) => readWith(own, read => read());
/** Of the inputs those that can be read: one that is wrong counts as not given, and silences none of the others. */
const readableGithubInputs = (own) => readWith(own, (read, otherwise) => {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof _usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e))
            throw error;
        return otherwise;
    }
});
function readWith(own, attempt) {
    const key = attempt(() => ({ commentKey: readKey(own) }), null);
    const inputs = {
        comment: attempt(() => (0,_settings_values_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(own, 'comment', ['always', 'on-failure', 'never']) ?? 'never', 'never'),
        issue: attempt(() => (0,_settings_values_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(own, 'issue') ?? false, false),
        deploymentStatus: attempt(() => (0,_settings_values_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(own, 'deployment-status') ?? null, null),
        token: (0,_settings_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(own, 'token') ?? null,
    };
    // Under another key they would be those of another step.
    return key === null ? { ...inputs, commentKey: null, comment: 'never', issue: false } : { ...inputs, ...key };
}
/** Whether there may be something to write. As a rule there is not, and nothing of this folder is loaded. */
function wantsGithub({ comment, issue, deploymentStatus }, event) {
    return comment !== 'never' || issue || wantsDeploymentStatus(deploymentStatus, event);
}
function wantsDeploymentStatus(wanted, event) {
    return wanted ?? (event === 'deployment' || event === 'deployment_status');
}
const longestKey = 100;
function readKey(own) {
    const key = (0,_settings_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(own, 'comment-key');
    if (key === undefined)
        return null;
    if (key.length > longestKey || /\p{C}/u.test(key)) {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(`comment-key is ${JSON.stringify(key.length > longestKey ? `${key.slice(0, longestKey)}…` : key)}`, `give one line of at most ${longestKey} characters, such as the name of the job`);
    }
    return key;
}


/***/ }),

/***/ 9172:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nG: () => (/* binding */ filesIn),
  _J: () => (/* binding */ githubInputsOf),
  Ko: () => (/* binding */ readInputs)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/nearest.js
var nearest = __webpack_require__(8788);
// EXTERNAL MODULE: ./build/commonjs/esm/net/proxy.js
var net_proxy = __webpack_require__(6670);
// EXTERNAL MODULE: ./build/commonjs/esm/net/target.js
var net_target = __webpack_require__(1393);
// EXTERNAL MODULE: ./build/commonjs/esm/settings/files.js
var settings_files = __webpack_require__(9645);
// EXTERNAL MODULE: ./build/commonjs/esm/settings/options.js
var options = __webpack_require__(3788);
// EXTERNAL MODULE: ./build/commonjs/esm/usage-error.js
var usage_error = __webpack_require__(4994);
// EXTERNAL MODULE: ./build/commonjs/esm/settings/config/source.js
var config_source = __webpack_require__(6476);
// EXTERNAL MODULE: ./build/commonjs/esm/settings/read-options.js
var read_options = __webpack_require__(2311);
// EXTERNAL MODULE: ./build/commonjs/esm/settings/values.js
var values = __webpack_require__(6354);
;// CONCATENATED MODULE: ./build/commonjs/esm/settings/settings.js






/**
 * Reads options into what gate() takes, with the files they name. The configuration file supplies what is not given otherwise.
 * @param raw by option name; a name that is no option is an error
 * @throws UsageError at the first that is wrong, naming it; of the configuration file with all that is wrong in it
 */
async function readSettings(raw, files) {
    refuseUnknown(raw);
    const source = (0,config_source/* findConfig */.u0)(files, (0,values/* text */.Qq)(raw, 'config'));
    if (source === null) {
        return { targets: [], options: { ...(0,read_options/* readOptions */.Tt)(raw, files), ...(await readNames(raw)) }, baseline: (0,values/* text */.Qq)(raw, 'baseline') };
    }
    // What reads YAML takes longer to load than a whole check: only a run with a file pays for it.
    const [{ readConfig }, { readTargets }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(0), __webpack_require__.e(815), __webpack_require__.e(553), __webpack_require__.e(98), __webpack_require__.e(61), __webpack_require__.e(629)]).then(__webpack_require__.bind(__webpack_require__, 9509)), __webpack_require__.e(/* import() */ 263).then(__webpack_require__.bind(__webpack_require__, 5263))]);
    const config = readConfig(source);
    const merged = { ...(0,read_options/* withoutContradicted */.xH)(config.options, raw), ...(0,read_options/* compact */.oE)(raw) };
    const options = config.locating(merged, settings => (0,read_options/* readOptions */.Tt)(settings, files));
    return {
        targets: readTargets(config.targets, { given: (0,read_options/* compact */.oE)(raw), merged, files }),
        options: (0,read_options/* compact */.oE)({
            ...options,
            waivers: (0,read_options/* given */.gI)(config.waivers),
            ...(await readNames(merged, raw.policy === undefined ? config.policy : undefined)),
        }),
        baseline: (0,values/* text */.Qq)(merged, 'baseline'),
    };
}
/**
 * The options whose value is a name of a large table, which is loaded only for them.
 * @param own the policy of that name as a configuration file has it
 */
async function readNames(raw, own) {
    const [policy, as] = [(0,values/* text */.Qq)(raw, 'policy'), (0,values/* text */.Qq)(raw, 'as')];
    return (0,read_options/* compact */.oE)({
        policy: policy === undefined ? undefined : (own ?? (await __webpack_require__.e(/* import() */ 872).then(__webpack_require__.bind(__webpack_require__, 872))).policyNamed(policy)),
        as: as === undefined ? undefined : (await Promise.all(/* import() */[__webpack_require__.e(553), __webpack_require__.e(98), __webpack_require__.e(61), __webpack_require__.e(108)]).then(__webpack_require__.bind(__webpack_require__, 2932))).clientNamed(as),
    });
}
function refuseUnknown(raw) {
    const known = options/* options */.f.map(({ name }) => name);
    for (const name of Object.keys(raw)) {
        if (known.some(option => option === name))
            continue;
        const [near] = (0,nearest/* nearest */.pA)(name, known);
        throw new usage_error/* UsageError */.e(`${JSON.stringify(name)} is no option`, near === undefined ? `the options are ${known.join(', ')}` : `did you mean ${near}?`);
    }
}

;// CONCATENATED MODULE: ./build/commonjs/esm/settings/target-list.js
// A list of targets as text: one a line, '#' begins a comment.


/**
 * The targets of a list, unparsed, without comments and empty lines.
 * @throws UsageError for a line that lists its targets some other way, and for a target that stands there twice
 */
function readTargetList(list) {
    const lines = list.split(/\r?\n/).map(line => line.replace(/(^|\s)#.*$/, '').trim());
    const targets = lines.filter(line => line !== '');
    // No target has white space or a comma in it: as one target, such a line would be refused with advice on IPv6 addresses.
    const several = targets.find(target => /[\s,]/.test(target));
    if (several === undefined) {
        refuseTwice(lines);
        return targets;
    }
    throw new usage_error/* UsageError */.e(
    // A password before a host is nothing to repeat.
    `the list of targets has the line ${JSON.stringify(several.replace(/[^\s,/]*@/g, '…@'))}`, several.startsWith('- ')
        ? 'leave out the dash: the list is text, with one target a line'
        : 'write one target a line, and nothing else on it');
}
/**
 * @param targets one for each line, empty where it has none
 * @param unit what they are counted in
 * @throws UsageError for one that is the same as another, in whatever spelling
 */
function refuseTwice(targets, unit = 'line') {
    const seen = new Map();
    for (const [index, target] of targets.entries()) {
        const url = target === '' ? null : urlOf(target);
        if (url === null)
            continue;
        const before = seen.get(url);
        if (before !== undefined)
            throw new usage_error/* UsageError */.e(`${url} is listed twice: ${unit} ${before + 1} and ${unit} ${index + 1}`, 'leave one of the two out');
        seen.set(url, index);
    }
}
/** What is no target is refused elsewhere, in its turn. */
function urlOf(target) {
    try {
        return (0,net_target/* parseTarget */.h)(target).url;
    }
    catch (error) {
        if (!(error instanceof usage_error/* UsageError */.e))
            throw error;
        return null;
    }
}

// EXTERNAL MODULE: ./build/commonjs/esm/action/github/inputs.js
var inputs = __webpack_require__(5444);
;// CONCATENATED MODULE: ./build/commonjs/esm/action/own-inputs.js
// The inputs and outputs of the Action beside the options of a check: what action.yml says more than settings/options.ts. A test compares.
// Only the token has a default there: no configuration file can hold one, and it is not to be had in another way.
const ownInputs = [
    {
        name: 'targets',
        description: "What to check, one a line: host, host:port, [v6]:port or a URL such as smtp://mail.example.com; '#' begins a comment",
    },
    { name: 'fail-if-empty', description: 'Whether an empty list of targets fails the step; true unless given' },
    {
        name: 'start',
        description: 'Commands that start the servers to check, one a line, each for a shell; they and all they start are ended with the step',
    },
    {
        name: 'wait-on',
        description: 'What has to answer TLS, trusted or not, before anything is checked, one a line; with start the targets unless given',
    },
    { name: 'wait-on-timeout', description: 'Longest time in seconds to wait for that; 60 unless given' },
    {
        name: 'merge',
        description: 'JSON reports of the shards of a run to join in the place of checking anything, as paths or globs, one a line',
    },
    {
        name: 'report-dir',
        description: 'Directory for the report as tlsgate.json, .md, .sarif, .junit.xml and .html, made when missing; no files unless given',
    },
    {
        name: 'comment',
        description: 'When to comment on the pull request, in one comment that is edited in place: always, on-failure or never; never unless given; the job needs pull-requests: write',
    },
    {
        name: 'comment-key',
        description: 'Tells the comment and the issue of this step from those of others; the workflow and the job unless given',
    },
    {
        name: 'issue',
        description: 'Whether to keep an issue open while a target does not pass, and to close it when all do (true or false); false unless given; the job needs issues: write',
    },
    {
        name: 'deployment-status',
        description: 'Whether to write the verdict as a status of the deployment (true or false); true on the events deployment and deployment_status unless given; the job needs deployments: write',
    },
    {
        name: 'token',
        description: 'Token to write comment, issue and deployment status with; that of the job unless given',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's
        default: '${{ github.token }}',
    },
    {
        name: 'working-directory',
        description: 'Where relative paths of the other inputs begin, and where start runs; the workspace unless given',
    },
];
const outputs = [
    { name: 'verdict', description: 'pass, fail or inconclusive; inconclusive also when the step could not run' },
    { name: 'passed', description: 'How many targets passed' },
    { name: 'failed', description: 'How many targets failed' },
    { name: 'inconclusive', description: 'How many targets could not be decided' },
    { name: 'report', description: 'Absolute path of the JSON report; empty without report-dir' },
    { name: 'markdown', description: 'Absolute path of the Markdown report; empty without report-dir' },
    { name: 'sarif', description: 'Absolute path of the SARIF log for code scanning; empty without report-dir' },
    { name: 'junit', description: 'Absolute path of the JUnit XML report; empty without report-dir' },
    { name: 'html', description: 'Absolute path of the HTML report, one page for a browser; empty without report-dir' },
];

// EXTERNAL MODULE: ./build/commonjs/esm/action/workflow-places.js
var workflow_places = __webpack_require__(4365);
;// CONCATENATED MODULE: ./build/commonjs/esm/action/inputs.js
// The inputs of a step, read from the environment the runner starts it with.














/**
 * Reads the inputs, and the files they name.
 * @param cwd where the step runs: the workspace
 * @throws UsageError at the first that is wrong
 */
async function readInputs(env, cwd) {
    inputs_refuseUnknown(env);
    const own = ownOf(env);
    refuseUseless(own);
    const base = directory(cwd, (0,values/* text */.Qq)(own, 'working-directory'));
    const files = filesIn(base, cwd);
    const settings = await readSettings(Object.fromEntries(options/* options */.f.map(({ name }) => [name, inputOf(env, name)])), files);
    const baseline = settings.baseline === undefined ? {} : { baseline: (0,settings_files/* readBaseline */.mF)(files, settings.baseline) };
    const listed = readTargetList(own.targets ?? '');
    const reportDir = (0,values/* text */.Qq)(own, 'report-dir');
    const checked = listed.length > 0 ? await located(listed, env, cwd) : settings.targets;
    const start = (0,values/* lines */.Mn)(own, 'start');
    const github = (0,inputs/* readGithubInputs */.NH)(own);
    return {
        targets: checked,
        options: { ...settings.options, ...baseline },
        failIfEmpty: (0,values/* flag */.Jt)(own, 'fail-if-empty') ?? true,
        merge: mergedReports(env),
        start,
        waitOn: waitedFor(own['wait-on'], start.length > 0 ? await answering(checked) : []),
        waitOnTimeoutMs: (0,values/* seconds */.YA)(own, 'wait-on-timeout') ?? defaultWaitMs,
        directory: base,
        reportDir: reportDir === undefined ? null : (0,external_node_path_.resolve)(base, reportDir),
        github,
        secrets: [
            ...secretsOf([settings.options, ...settings.targets.filter(each => typeof each !== 'string')]),
            ...(github.token === null ? [] : [github.token]),
        ],
    };
}
/** Of the inputs those that say what to write on GitHub and can be read, whatever is wrong with the others. */
const githubInputsOf = (env) => (0,inputs/* readableGithubInputs */.tx)(ownOf(env));
const ownOf = (env) => Object.fromEntries(ownInputs.map(({ name }) => [name, inputOf(env, name)]));
/** Beside merge they would be passed over in silence: a verdict was given by each shard. Where the configuration file is does no harm. */
const ofChecks = [...['targets', 'start', 'wait-on'], ...options/* options */.f.flatMap(({ name }) => (name === 'config' ? [] : [name]))];
/** @throws UsageError beside an input that says what to check, or how */
function mergedReports(env) {
    const merge = (0,values/* lines */.Mn)({ merge: inputOf(env, 'merge') }, 'merge');
    const other = ofChecks.find(name => inputOf(env, name) !== undefined);
    if (merge.length === 0 || other === undefined)
        return merge;
    throw new usage_error/* UsageError */.e(`merge and ${other} contradict each other`, 'merge joins reports and checks nothing: use a step of its own for it');
}
const defaultWaitMs = 60_000;
/** Targets without those of which it is expected that they never answer TLS. */
async function answering(targets) {
    const { failsBeforeTls } = await __webpack_require__.e(/* import() */ 264).then(__webpack_require__.bind(__webpack_require__, 9264));
    return targets.filter(target => typeof target === 'string' || target.expect === undefined || !failsBeforeTls(target.expect));
}
/** @throws UsageError for an input that does nothing without another, which is missing */
function refuseUseless(own) {
    const needs = [
        ['wait-on-timeout', ['start', 'wait-on']],
        ['comment-key', ['comment', 'issue']],
    ];
    const useless = needs.find(([name, others]) => own[name] !== undefined && others.every(other => own[other] === undefined));
    if (useless === undefined)
        return;
    const [name, others] = useless;
    throw new usage_error/* UsageError */.e(`${name} is given without ${others.join(' or ')}`, `give one of these too, or leave out ${name}`);
}
/** @throws UsageError for a target that is none: before anything is started */
function waitedFor(given, otherwise) {
    const targets = readTargetList(given ?? '');
    for (const target of targets)
        (0,net_target/* parseTarget */.h)(target);
    return targets.length > 0 ? targets : otherwise;
}
/** The targets of the input, each with its place in the workflow where that is known. */
async function located(targets, env, cwd) {
    const places = await (0,workflow_places/* workflowPlaces */.c)(env, cwd, targets);
    return targets.map((target, index) => {
        const location = places[index];
        return location ? { target, location } : target;
    });
}
/** The files of a directory. */
const filesIn = (directory, workspace) => ({
    readFile: path => (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(directory, path)),
    // GitHub looks for the file of an annotation in the workspace.
    shownPath: path => inWorkspace(workspace, (0,external_node_path_.resolve)(directory, path)),
});
function inWorkspace(workspace, path) {
    const inside = (0,external_node_path_.relative)(workspace, path);
    return inside.startsWith('..') ? path : inside;
}
const inputNames = [...ownInputs, ...options/* options */.f].map(({ name }) => name);
/** The runner passes an input 'fail-on' as INPUT_FAIL-ON, and one that was left out as an empty text. */
const variableOf = (name) => `INPUT_${name.toUpperCase()}`;
function inputOf(env, name) {
    return env[variableOf(name)]?.trim() || undefined;
}
/** The runner only warns of an input it does not know: a misspelt one would leave the gate weaker than its author thinks. */
function inputs_refuseUnknown(env) {
    const known = new Set(inputNames.map(variableOf));
    // Windows has one name for all spellings of it.
    const unknown = Object.keys(env).find(variable => /^INPUT_/i.test(variable) && !known.has(variable.toUpperCase()));
    if (unknown === undefined)
        return;
    const name = unknown.slice('INPUT_'.length).toLowerCase();
    const [near] = (0,nearest/* nearest */.pA)(name.replaceAll('_', '-'), inputNames);
    throw new usage_error/* UsageError */.e(`${JSON.stringify(name)} is no input`, near === undefined ? `the inputs are ${inputNames.join(', ')}` : `did you mean ${near}?`);
}
function directory(cwd, path) {
    if (path === undefined)
        return cwd;
    const base = (0,external_node_path_.resolve)(cwd, path);
    if (!(0,external_node_fs_.statSync)(base, { throwIfNoEntry: false })?.isDirectory()) {
        throw new usage_error/* UsageError */.e(`working-directory is no directory: ${JSON.stringify(path)}`, 'name one that exists when the step starts, relative to the workspace');
    }
    return base;
}
/** Of the run, and of each target that has its own. */
function secretsOf(options) {
    const secrets = options.flatMap(({ passphrase, proxy }) => [passphrase ?? '', ...(proxy === undefined ? [] : proxySecrets(proxy))]);
    return [...new Set(secrets)].filter(secret => secret !== '');
}
function proxySecrets(proxy) {
    const { password } = URL.canParse(proxy) ? new URL(proxy) : { password: '' };
    const authorization = password === '' ? '' : ((0,net_proxy.parseProxy)(proxy).authorization ?? '').replace('Basic ', '');
    // As it is written in the input, as it is meant, and as it is sent.
    return [password, decodeURIComponent(password), authorization];
}


/***/ }),

/***/ 9144:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/commonjs/esm/report/tally.js
var tally = __webpack_require__(3979);
// EXTERNAL MODULE: ./build/commonjs/esm/usage-error.js
var usage_error = __webpack_require__(4994);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/check.js
var check = __webpack_require__(9998);
// EXTERNAL MODULE: ./build/commonjs/esm/report/counting.js
var counting = __webpack_require__(4480);
// EXTERNAL MODULE: ./build/commonjs/esm/report/escape.js
var report_escape = __webpack_require__(6514);
// EXTERNAL MODULE: ./build/commonjs/esm/report/findings.js
var report_findings = __webpack_require__(4099);
// EXTERNAL MODULE: ./build/commonjs/esm/report/glance.js
var glance = __webpack_require__(1249);
// EXTERNAL MODULE: ./build/commonjs/esm/report/subjects.js
var subjects = __webpack_require__(376);
;// CONCATENATED MODULE: ./build/commonjs/esm/action/annotations.js






/** GitHub shows ten of each level a step and drops the rest in silence; the tenth error is the step's own failure (core.setFailed). */
const shown = { error: 9, warning: 10, notice: 10 };
/** Annotations of all findings, most severe first; where a level has too many, the last one says how many more. */
function annotationsOf(report) {
    const nameOf = (0,glance/* namesOf */.eZ)(report.targets);
    // Each check of the run is about something else, at a place of its own.
    const ofRun = (0,subjects/* runOf */.n)(report).flatMap(run => run.checks.map(check => ({ ...run, checks: [check] })));
    const all = [...report.targets, ...ofRun]
        .flatMap(subject => {
        const counts = (0,counting/* countingFor */.P)(subject, report.failOn);
        return worthSaying(subject, counts).map(finding => ({ subject, counts, finding, level: levelOf(finding, counts) }));
    })
        .toSorted((a, b) => check/* severities */.gO.indexOf(severityOf(a.finding)) - check/* severities */.gO.indexOf(severityOf(b.finding)));
    return check/* severities */.gO.flatMap(level => {
        const ofLevel = all.filter(each => each.level === level);
        const limit = shown[level];
        if (ofLevel.length <= limit)
            return ofLevel.map(each => annotationOf(each, nameOf));
        const title = `and ${ofLevel.length - limit + 1} more`;
        return [
            ...ofLevel.slice(0, limit - 1).map(each => annotationOf(each, nameOf)),
            { level, title, message: 'see the report, the job summary and the log for the others', location: null },
        ];
    });
}
/** What stayed undecided behind an error follows from it; otherwise it may be what decided, unless it hardly matters. */
function worthSaying(subject, counts) {
    const findings = (0,report_findings/* findingsOf */.WX)(subject);
    const explained = findings.filter(({ cause }) => cause !== null);
    if (explained.some(finding => levelOf(finding, counts) === 'error'))
        return explained;
    const matters = (check) => check.severity !== 'notice' || counts(check);
    return findings.filter(({ cause, checks }) => cause !== null || checks.some(matters));
}
/** A finding without a check is a handshake that failed. */
const severityOf = ({ checks }) => check/* severities */.gO.find(severity => checks.some(check => check.severity === severity)) ?? 'error';
/** What keeps a target or the run from passing is an error, however severe it is by itself. */
const levelOf = (finding, counts) => (finding.checks.some(counts) ? 'error' : severityOf(finding));
function annotationOf({ subject, counts, finding, level }, nameOf) {
    const { target } = subject;
    const { cause, checks, message, fixes } = finding;
    // The worst comes first by its status: an undecided error after a failed notice.
    const first = checks.find(counts) ?? checks.find(({ severity }) => severity === level);
    const what = cause ?? first?.id ?? 'handshake';
    const seen = first?.message ?? message ?? '';
    const [fix] = (first?.fix ?? fixes[0])?.split('\n', 1) ?? [];
    return {
        level,
        title: (0,report_escape/* inert */.tJ)(target === null ? what : `${what}: ${nameOf({ target })}`, 200),
        message: [seen, ...(fix === undefined ? [] : [`Fix: ${fix}`])].map(line => (0,report_escape/* inert */.tJ)(line)).join('\n'),
        location: first?.location ?? target?.location ?? null,
    };
}

// EXTERNAL MODULE: ./build/commonjs/esm/action/github/inputs.js
var github_inputs = __webpack_require__(5444);
// EXTERNAL MODULE: ./build/commonjs/esm/action/inputs.js + 3 modules
var action_inputs = __webpack_require__(9172);
// EXTERNAL MODULE: ./build/commonjs/esm/report/text.js + 1 modules
var report_text = __webpack_require__(5086);
// EXTERNAL MODULE: ./build/commonjs/esm/trace/trace.js + 1 modules
var trace = __webpack_require__(8961);
;// CONCATENATED MODULE: ./build/commonjs/esm/action/log.js





/** What of a trace goes to the debug log: a handshake has about fifteen messages, a hostile server may send thousands. */
const debugMessages = 100;
const debugBytes = 4096;
/** From so many targets on, the log says now and then how far it is: ten times in all. */
const manyTargets = 100;
/** Writes one target. */
function writeTarget(log, report, options) {
    const { colour, at } = options;
    if ((0,glance/* isWell */.f5)(report))
        log.info((0,report_text.renderLine)(report, at, { colour }));
    else {
        log.startGroup(titleOf(report, options));
        log.info((0,report_text.renderTarget)(report, { colour }));
        log.endGroup();
    }
}
/** Writes what was checked elsewhere. The logs of those jobs have all accounts, so here they are no more than on a page: those of the worst. */
function writeTargets(log, targets, options) {
    const withoutAccount = new Set((0,glance/* worstFirst */.md)(targets.filter(target => !(0,glance/* isWell */.f5)(target))).slice(glance/* mostAccounts */.o));
    for (const target of targets) {
        if (withoutAccount.has(target))
            log.info(titleOf(target, options));
        else
            writeTarget(log, target, options);
    }
}
/** Writes what is to be said of the run beside its targets, which is known last. */
function writeRun(log, report, options) {
    for (const run of (0,subjects/* runOf */.n)(report))
        log.info((0,report_text.renderRun)(run, options));
}
/** The title of a group shows no colours. */
function titleOf(report, { failOn }) {
    const causes = (0,glance/* causesOf */.cZ)(report, failOn).slice(0, 3);
    const words = [(0,glance/* addressWords */.SW)(report), ...causes].filter(word => word !== '');
    return [(0,report_text.renderHeadline)(report, { colour: false }), ...words.map(word => (0,report_escape/* inert */.tJ)(word, 60))].join('  ');
}
/** Writes targets to a log as they end. */
class TargetLog {
    #log;
    #options;
    #total;
    #ended = { pass: 0, fail: 0, inconclusive: 0 };
    /** @param total how many targets there are to be */
    constructor(log, total, options) {
        this.#log = log;
        this.#total = total;
        this.#options = options;
    }
    write(report, trace) {
        const log = this.#log;
        writeTarget(log, report, this.#options);
        if (log.isDebug())
            for (const line of debugLines(report, trace))
                log.debug(line);
        this.#count(report);
    }
    #count({ verdict }) {
        this.#ended[verdict]++;
        const { pass, fail, inconclusive } = this.#ended;
        const ended = pass + fail + inconclusive;
        if (this.#total < manyTargets || ended % Math.ceil(this.#total / 10) !== 0)
            return;
        this.#log.info(`${ended} of ${this.#total} targets checked: ${pass} passed, ${fail} failed, ${inconclusive} inconclusive`);
    }
}
function debugLines({ target }, { messages }) {
    const lines = messages.slice(0, debugMessages).map(message => {
        const { from, atMs, bytes } = message;
        const hex = Buffer.from(bytes.subarray(0, debugBytes)).toString('hex');
        const more = bytes.length > debugBytes ? ` and ${bytes.length - debugBytes} bytes more` : '';
        const sealed = message.protected ? ', encrypted' : '';
        return (0,report_escape/* inert */.tJ)(`${target.url} ${atMs.toFixed(1)} ms ${from} ${(0,trace/* messageName */.fe)(message)}, ${bytes.length} bytes${sealed}: ${hex}${more}`, 3 * debugBytes);
    });
    return messages.length > debugMessages ? [...lines, `and ${messages.length - debugMessages} messages more`] : lines;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/commonjs/esm/report/pieces.js
var pieces = __webpack_require__(10);
;// CONCATENATED MODULE: ./build/commonjs/esm/report/formats.js

const formats = (/* unused pure expression or super */ null && (['text', 'json', 'markdown', 'sarif', 'junit', 'html']));
/** The whole report in a format, with a final line feed, in pieces that are each worth a write. */
async function render(report, format, options = {}) {
    return (0,pieces/* inChunks */.m)(await piecesOf(report, format, options));
}
async function piecesOf(report, format, { text = { colour: false }, sarif = {} }) {
    switch (format) {
        case 'text':
            return (await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 5086))).textPieces(report, text);
        case 'json':
            return (await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 3359))).jsonPieces(report);
        case 'markdown':
            return [(await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 5423))).renderMarkdown(report)];
        case 'sarif':
            return [(await __webpack_require__.e(/* import() */ 8).then(__webpack_require__.bind(__webpack_require__, 1008))).renderSarif(report, sarif)];
        case 'junit':
            return (await __webpack_require__.e(/* import() */ 861).then(__webpack_require__.bind(__webpack_require__, 4861))).junitPieces(report);
        case 'html':
            return [(await __webpack_require__.e(/* import() */ 914).then(__webpack_require__.bind(__webpack_require__, 1914))).renderHtml(report)];
        default:
            return format;
    }
}

// EXTERNAL MODULE: ./build/commonjs/esm/report/json.js
var json = __webpack_require__(3359);
// EXTERNAL MODULE: ./build/commonjs/esm/settings/files.js
var files = __webpack_require__(9645);
;// CONCATENATED MODULE: ./build/commonjs/esm/action/report-files.js
// The report as files, for a later step to upload.






/** A row a file: the output that names its path, its name, and what it holds. */
const report_files_files = [
    { output: 'report', name: 'tlsgate.json', format: 'json' },
    { output: 'markdown', name: 'tlsgate.md', format: 'markdown' },
    { output: 'sarif', name: 'tlsgate.sarif', format: 'sarif' },
    { output: 'junit', name: 'tlsgate.junit.xml', format: 'junit' },
    { output: 'html', name: 'tlsgate.html', format: 'html' },
];
const pathsIn = (pathOf) => Object.fromEntries(report_files_files.map(({ output, name }) => [output, pathOf(name)]));
/** What the outputs say of a run that writes no files. */
const noFiles = pathsIn(() => '');
/**
 * Makes the directory, before anything is probed.
 * @throws UsageError when reports cannot be written there
 */
async function prepareReportDir(directory) {
    try {
        await makeDirectory(directory);
        await (0,promises_.access)(directory, promises_.constants.W_OK);
    }
    catch (error) {
        throw unwritable(error);
    }
    await refuseStranger((0,external_node_path_.join)(directory, 'tlsgate.json'));
}
/** A configuration may have the name of the report, and must not end as one. */
async function refuseStranger(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch(() => '');
    if (text === '' || (0,json.isReport)(text))
        return;
    throw new usage_error/* UsageError */.e(`report-dir has a tlsgate.json that is no report: ${JSON.stringify(path)}`, 'name a directory for the reports alone');
}
/** One at a time: Node's own recursion does not end below a directory that answers ENOENT to every new one, as /proc does. */
async function makeDirectory(path) {
    try {
        await (0,promises_.mkdir)(path);
    }
    catch (error) {
        if ((await (0,promises_.stat)(path).catch(() => null))?.isDirectory())
            return;
        const isParentMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT' && (0,external_node_path_.dirname)(path) !== path;
        if (!isParentMissing)
            throw error;
        await makeDirectory((0,external_node_path_.dirname)(path));
        await (0,promises_.mkdir)(path);
    }
}
/**
 * Writes the report in every format.
 * @throws UsageError when the disk is full, or someone took the directory away
 */
async function writeReportFiles(directory, report, options = {}) {
    const paths = pathsIn(name => (0,external_node_path_.join)(directory, name));
    for (const { output, format } of report_files_files)
        await replace(paths[output], await render(report, format, options));
    return paths;
}
/** Writes aside and renames, so that nobody ever reads half a file. */
async function replace(path, content) {
    const aside = `${path}.${process.pid}.tmp`;
    try {
        await (0,promises_.writeFile)(aside, content, { flag: 'wx' });
        await (0,promises_.rename)(aside, path);
    }
    catch (error) {
        // Content is made while it is written.
        throw (0,files/* isOfSystem */.bV)(error) ? unwritable(error) : error;
    }
    finally {
        await (0,promises_.rm)(aside, { force: true });
    }
}
function unwritable(error) {
    const reason = error instanceof Error ? error.message : String(error);
    return new usage_error/* UsageError */.e(`report-dir cannot be written: ${reason}`, 'name a directory that can be made and written to', { cause: error });
}

// EXTERNAL MODULE: ./build/commonjs/esm/action/summary.js
var summary = __webpack_require__(8273);
// EXTERNAL MODULE: ./build/commonjs/esm/action/workflow-places.js
var workflow_places = __webpack_require__(4365);
;// CONCATENATED MODULE: ./build/commonjs/esm/action/run.js









/**
 * Runs the step, until the signal is aborted: what is not known by then is inconclusive.
 * @returns whether it passed; if not, the runner has been told why
 * @throws UsageError on wrong inputs, with the outputs set
 */
async function run({ env, signal }) {
    const core = await __webpack_require__.e(/* import() */ 282).then(__webpack_require__.bind(__webpack_require__, 2282));
    tellCancelled(core, signal);
    try {
        return await runWith(core, { env, signal });
    }
    catch (error) {
        // A later step that asks for the verdict must not find that of nobody: nothing was proven.
        setOutputs(core, { verdict: 'inconclusive', ...countsOf([]), ...noFiles });
        const { tellUnchecked } = await __webpack_require__.e(/* import() */ 293).then(__webpack_require__.bind(__webpack_require__, 3293));
        await tellUnchecked(core, error, { env, signal });
        throw error;
    }
}
async function runWith(core, { env, signal }) {
    const inputs = await (0,action_inputs/* readInputs */.Ko)(env, process.cwd());
    for (const secret of inputs.secrets)
        core.setSecret(secret);
    const isEmpty = inputs.targets.length === 0 && inputs.merge.length === 0;
    if (isEmpty && !inputs.failIfEmpty) {
        core.notice('there is no target, so nothing was checked', { title: 'tlsgate' });
        // Green because its author wants it so; nothing was proven all the same.
        setOutputs(core, { verdict: 'inconclusive', ...countsOf([]), ...noFiles });
        return true;
    }
    if (isEmpty)
        throw new usage_error/* UsageError */.e('there is no target', 'name at least one host, host:port or URL in targets, or let fail-if-empty be false');
    if (inputs.reportDir !== null)
        await prepareReportDir(inputs.reportDir);
    const report = inputs.merge.length > 0 ? await merged(core, inputs, env) : await served(core, inputs, { env, signal });
    writeRun(core, report, { colour: showsColour(env) });
    for (const { level, title, message, location } of annotationsOf(report)) {
        core[level](message, location ? { title, file: location.file, startLine: location.line, startColumn: location.column } : { title });
    }
    await (0,summary/* writeSummary */.S)(core, report, { file: env.GITHUB_STEP_SUMMARY });
    const files = inputs.reportDir === null ? noFiles : await writeReportFiles(inputs.reportDir, report, { sarif: sarifOptions(env) });
    setOutputs(core, { verdict: report.verdict, ...countsOf(report.targets), ...files });
    if ((0,github_inputs/* wantsGithub */.FZ)(inputs.github, env.GITHUB_EVENT_NAME)) {
        const { tellGithub } = await __webpack_require__.e(/* import() */ 254).then(__webpack_require__.bind(__webpack_require__, 4254));
        await tellGithub(core, report, { inputs: inputs.github, env, signal });
    }
    return conclude(core, report);
}
/** The reports of other jobs as one; nothing is checked. */
async function merged(core, { merge, directory }, env) {
    const { mergedReport } = await __webpack_require__.e(/* import() */ 603).then(__webpack_require__.bind(__webpack_require__, 5603));
    const report = await mergedReport(merge, directory);
    writeTargets(core, report.targets, { colour: showsColour(env), at: new Date(report.startedAt), failOn: report.failOn });
    return report;
}
/** The report, with the servers of the step running while it is made, and whatever has to answer answering. */
async function served(core, inputs, { env, signal }) {
    if (inputs.start.length === 0 && inputs.waitOn.length === 0)
        return run_check(core, inputs, { env, signal });
    const { withServers } = await Promise.all(/* import() */[__webpack_require__.e(368), __webpack_require__.e(464)]).then(__webpack_require__.bind(__webpack_require__, 7464));
    return withServers(inputs, { log: core, env, signal }, async () => {
        const report = await run_check(core, inputs, { env, signal });
        return { result: report, isWell: report.verdict === 'pass' };
    });
}
async function run_check(core, inputs, { env, signal }) {
    const { gate } = await __webpack_require__.e(/* import() */ 368).then(__webpack_require__.bind(__webpack_require__, 8368));
    const log = new TargetLog(core, inputs.targets.length, {
        colour: showsColour(env),
        at: new Date(),
        failOn: inputs.options.failOn ?? 'error',
    });
    return gate(inputs.targets, inputs.options, {
        signal,
        onTarget: (report, trace) => log.write(report, trace),
        onRetry: retry => core.info((0,tally/* retryLine */.Rn)(retry)),
    });
}
/** As in other logs of a runner, which is no terminal but shows colours (https://no-color.org). */
const showsColour = (env) => !env.NO_COLOR;
/** Code scanning shows nothing that stands in no file. */
function sarifOptions(env) {
    const fallbackFile = (0,workflow_places/* workflowPath */.R)(env);
    return { ...(env.GITHUB_WORKSPACE && { root: env.GITHUB_WORKSPACE }), ...(fallbackFile !== null && { fallbackFile }) };
}
/** Says at the first signal that it was heard. */
function tellCancelled(core, signal) {
    const tell = () => core.warning('the run is cancelled: what is not known by now is inconclusive', { title: 'tlsgate' });
    if (signal.aborted)
        tell();
    else
        signal.addEventListener('abort', tell, { once: true });
}
function conclude(core, report) {
    const sentence = (0,tally/* tally */.N4)(report);
    switch (report.verdict) {
        case 'pass':
            core.info(sentence);
            return true;
        case 'fail':
            core.setFailed(sentence);
            return false;
        case 'inconclusive':
            core.setFailed(`${sentence}: what could not be found out is no pass`);
            return false;
        default:
            return report.verdict;
    }
}
function countsOf(targets) {
    const count = (verdict) => targets.filter(target => target.verdict === verdict).length;
    return { passed: count('pass'), failed: count('fail'), inconclusive: count('inconclusive') };
}
function setOutputs(core, values) {
    for (const [name, value] of Object.entries(values))
        core.setOutput(name, value);
}


/***/ }),

/***/ 8273:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ writeSummary)
/* harmony export */ });
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5423);

/** Under 1 MiB with room for what other tools of the same step may have written. */
const maxBytes = 1_000_000;
/** Adds the report to the summary of the job. */
async function writeSummary({ summary, warning }, report, { file, sections = [] }) {
    if (!file)
        return;
    try {
        await summary.addRaw((0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_0__.renderMarkdown)(report, { maxBytes, sections })).write();
    }
    catch (error) {
        // The verdict stands without its picture.
        warning(`the job summary cannot be written: ${error instanceof Error ? error.message : String(error)}`);
    }
}


/***/ }),

/***/ 4365:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ workflowPath),
/* harmony export */   c: () => (/* binding */ workflowPlaces)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
// Where the workflow file names the targets of this step. What cannot be known for sure is null; nothing here ever fails a step.


/** Bytes. GitHub runs no workflow that is larger. */
const largest = 1024 * 1024;
/**
 * The place of each target, in their order: the line on which it stands, where it stands in one only; else the line `targets:` of the step,
 * where one step alone uses this action.
 * @param workspace where the repository is checked out, or not
 * @param targets as the input has them
 */
async function workflowPlaces(env, workspace, targets) {
    const file = workflowPath(env);
    const text = file === null ? null : read((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, file));
    if (file === null || text === null)
        return targets.map(() => null);
    const found = tokensOf(text);
    const places = targets.map(target => found.get(target) ?? null);
    const input = places.includes(null) ? await inputPlace(text, env) : null;
    return places.map(place => {
        const known = place ?? input;
        return known && { file, ...known };
    });
}
/**
 * Path of the workflow's file in the repository ('.github/workflows/tls.yml'), which GITHUB_WORKFLOW_REF names as
 * 'octo/site/.github/workflows/tls.yml@refs/heads/main'; null where the workflow is another repository's, or nobody says.
 */
function workflowPath({ GITHUB_WORKFLOW_REF: ref = '', GITHUB_REPOSITORY: repository = '' }) {
    const [, owner, path] = /^([^/]+\/[^/]+)\/(\.github\/workflows\/[^/@\\]+\.ya?ml)@/.exec(ref) ?? [];
    return path !== undefined && owner === repository ? path : null;
}
function read(path) {
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
        return stats.isFile() && stats.size <= largest ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8') : null;
    }
    catch {
        return null; // not checked out, or not readable: then there is no place to name
    }
}
/** Words of the file by where they stand; null for those that stand there more than once. Comments have none. */
function tokensOf(text) {
    const found = new Map();
    for (const [index, line] of text.split('\n').entries()) {
        const said = line.replace(/(^|\s)#.*$/, '$1');
        for (const { 0: word, index: at } of said.matchAll(/[^\s"',]+/g))
            found.set(word, found.has(word) ? null : { line: index + 1, column: at + 1 });
    }
    return found;
}
/** The input `targets` of the one step that uses this action. */
async function inputPlace(text, env) {
    const { readDocument } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(996)]).then(__webpack_require__.bind(__webpack_require__, 9996));
    try {
        const { value, location, offsetOfKey } = readDocument({ path: '', file: '', text });
        const [only, ...more] = stepsOf(value).filter(({ step }) => isOurs(step, env));
        if (only === undefined || more.length > 0)
            return null;
        const { line, column } = location(offsetOfKey([...only.path, 'with', 'targets']));
        return { line, column };
    }
    catch {
        return null; // the runner reads a workflow its own way: what is odd here may be fine there
    }
}
function stepsOf(workflow) {
    return Object.entries(Object(Object(workflow).jobs)).flatMap(([job, value]) => {
        const { steps } = Object(value);
        return Array.isArray(steps) ? steps.map((step, index) => ({ step: Object(step), path: ['jobs', job, 'steps', index] })) : [];
    });
}
/** A local action has no repository of its own in the environment. */
function isOurs({ uses, with: inputs }, { GITHUB_ACTION_REPOSITORY: repository = '' }) {
    if (typeof uses !== 'string' || !('targets' in Object(inputs)))
        return false;
    const [name = ''] = uses.split('@', 1);
    return repository === '' ? name.startsWith('./') : name.toLowerCase() === repository.toLowerCase();
}


/***/ }),

/***/ 5228:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ canonicalIpv6)
/* harmony export */ });
// The one way to write an IPv6 address, by which two can be compared as texts (RFC 5952).
/** @param address an IPv6 address without a zone, as anyone may write it */
const canonicalIpv6 = (address) => new URL(`http://[${address}]`).hostname.slice(1, -1);


/***/ }),

/***/ 6485:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dp: () => (/* binding */ bitLengthOf),
/* harmony export */   I4: () => (/* binding */ DerError),
/* harmony export */   SF: () => (/* binding */ booleanOf),
/* harmony export */   Xo: () => (/* binding */ smallIntegerOf),
/* harmony export */   _A: () => (/* binding */ tags),
/* harmony export */   _O: () => (/* binding */ context),
/* harmony export */   _f: () => (/* binding */ oidOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   lL: () => (/* binding */ DerReader),
/* harmony export */   nR: () => (/* binding */ timeOf),
/* harmony export */   uh: () => (/* binding */ hex),
/* harmony export */   wT: () => (/* binding */ bitStringOf)
/* harmony export */ });
// Reads DER (ITU-T X.690), strictly and within bounds. It knows shapes, not certificates; how deep it goes is written in its callers, never chosen by
// the bytes. Our own because @peculiar/asn1-schema costs 20 ms at start, more than the whole rest of a run.
/** Tags, as the identifier byte stands in the encoding (X.680 §8.4); 0x20 marks a constructed value. */
const tags = {
    boolean: 0x01,
    integer: 0x02,
    bitString: 0x03,
    octetString: 0x04,
    oid: 0x06,
    enumerated: 0x0a,
    utf8String: 0x0c,
    numericString: 0x12,
    printableString: 0x13,
    teletexString: 0x14,
    ia5String: 0x16,
    utcTime: 0x17,
    generalizedTime: 0x18,
    visibleString: 0x1a,
    universalString: 0x1c,
    bmpString: 0x1e,
    sequence: 0x30,
    set: 0x31,
};
/** The identifier byte of a context-specific tag: [n], primitive or constructed. */
const context = (n, constructed = false) => (constructed ? 0xa0 : 0x80) | n;
/** Bytes that are not what they should be; the message says what was expected. */
class DerError extends Error {
    name = 'DerError';
}
/** Reads the values of a constructed one, in order. */
class DerReader {
    #bytes;
    #offset = 0;
    constructor(bytes) {
        this.#bytes = bytes;
    }
    get done() {
        return this.#offset === this.#bytes.length;
    }
    /** The next value, whatever it is. `what` names it in the error. */
    next(what) {
        const start = this.#offset;
        const tag = this.#byte(what);
        if ((tag & 0x1f) === 0x1f)
            throw new DerError(`${what}: a tag of several bytes`);
        const length = this.#length(what);
        if (length > this.#bytes.length - this.#offset)
            throw new DerError(`${what}: ends after the data`);
        const content = this.#bytes.subarray(this.#offset, this.#offset + length);
        this.#offset += length;
        return { tag, content, bytes: this.#bytes.subarray(start, this.#offset) };
    }
    /** The next value, which must have this tag. */
    expect(tag, what) {
        const element = this.next(what);
        if (element.tag !== tag)
            throw new DerError(`${what}: tag 0x${hexByte(element.tag)} where 0x${hexByte(tag)} belongs`);
        return element;
    }
    /** The next value if it has this tag; otherwise nothing is read. */
    optional(tag, what) {
        return this.#bytes[this.#offset] === tag ? this.next(what) : null;
    }
    /** The values inside the next one. */
    enter(tag, what) {
        return new DerReader(this.expect(tag, what).content);
    }
    /** Trailing bytes are an error. */
    end(what) {
        if (!this.done)
            throw new DerError(`${what}: trailing bytes`);
    }
    #byte(what) {
        const byte = this.#bytes[this.#offset];
        if (byte === undefined)
            throw new DerError(`${what}: missing`);
        this.#offset += 1;
        return byte;
    }
    /** X.690 §10.1: definite and in the fewest bytes. */
    #length(what) {
        const first = this.#byte(what);
        if (first < 0x80)
            return first;
        const count = first & 0x7f;
        if (count === 0 || count > 4)
            throw new DerError(`${what}: a length of ${count === 0 ? 'indefinite form' : `${count} bytes`}`);
        let length = 0;
        for (let i = 0; i < count; i++)
            length = length * 0x100 + this.#byte(what);
        if (length < 0x80 || length < 0x100 ** (count - 1))
            throw new DerError(`${what}: a length in more bytes than it needs`);
        return length;
    }
}
/** Dotted decimal: '2.5.4.3' (X.690 §8.19). Arcs beyond 2^53 occur (UUIDs under 2.25), so they are counted in BigInt. */
function oidOf(element, what) {
    const { content } = element;
    const last = content.at(-1);
    // 64 bytes hold every identifier in use several times over; without a limit, BigInt arithmetic on an attacker's megabyte takes minutes.
    if (last === undefined || last & 0x80 || content.length > 64)
        throw new DerError(`${what}: a broken object identifier`);
    const arcs = [];
    let arc = 0n;
    let starts = true;
    for (const byte of content) {
        if (starts && byte === 0x80)
            throw new DerError(`${what}: a broken object identifier`);
        starts = byte < 0x80;
        arc = (arc << 7n) | BigInt(byte & 0x7f);
        if (!starts)
            continue;
        arcs.push(arc);
        arc = 0n;
    }
    const first = arcs[0] ?? 0n;
    const root = first < 80n ? first / 40n : 2n;
    return [root, first - root * 40n, ...arcs.slice(1)].join('.');
}
/** A small non-negative number; null when it is larger than 2^31 - 1. */
function smallIntegerOf(element, what) {
    const { content } = element;
    const first = content[0];
    if (first === undefined || first & 0x80)
        throw new DerError(`${what}: not a non-negative number`);
    if (content.length > 5)
        return null;
    const value = content.reduce((sum, byte) => sum * 0x100 + byte, 0);
    return value > 0x7fff_ffff ? null : value;
}
/** How many bits a non-negative number has whose most significant byte comes first. */
function bitLengthOf(number) {
    const start = number.findIndex(byte => byte !== 0);
    return start < 0 ? 0 : (number.length - start) * 8 - Math.clz32(number[start] ?? 0) + 24;
}
/** The bytes of a BIT STRING (X.690 §8.6) and how many of their bits count. */
function bitStringOf(element, what) {
    const unused = element.content[0];
    const bytes = element.content.subarray(1);
    if (unused === undefined || unused > 7 || (bytes.length === 0 && unused > 0))
        throw new DerError(`${what}: a broken bit string`);
    return { bytes, bits: bytes.length * 8 - unused };
}
/** Any byte but zero is true: BER's spelling, which OpenSSL accepts. */
function booleanOf(element, what) {
    if (element.content.length !== 1)
        throw new DerError(`${what}: a broken truth value`);
    return element.content[0] !== 0;
}
/** The text of a character string, or null when the value is none. Bytes that are no text in their encoding become U+FFFD. */
function textOf(element) {
    const bytes = Buffer.from(element.content.buffer, element.content.byteOffset, element.content.length);
    switch (element.tag) {
        case tags.utf8String:
            return bytes.toString('utf8');
        case tags.numericString:
        case tags.printableString:
        case tags.ia5String:
        case tags.visibleString:
        // T.61 in name, Latin-1 in all certificates that use it.
        case tags.teletexString:
            return bytes.toString('latin1');
        case tags.bmpString:
            return Buffer.from(bytes.subarray(0, bytes.length & ~1))
                .swap16()
                .toString('utf16le')
                .toWellFormed();
        case tags.universalString: {
            let text = '';
            for (let at = 0; at + 4 <= bytes.length; at += 4) {
                const point = bytes.readUInt32BE(at);
                text += point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
            }
            return text.toWellFormed();
        }
        default:
            return null;
    }
}
const twoDigits = '(\\d{2})';
const timePattern = new RegExp(`^(\\d{2}|\\d{4})${twoDigits.repeat(5)}Z$`);
/** Milliseconds since 1970 of a UTCTime or GeneralizedTime in the only forms a certificate may use (RFC 5280 §4.1.2.5). */
function timeOf(element, what) {
    const text = Buffer.from(element.content).toString('latin1');
    const match = timePattern.exec(text);
    const yearDigits = element.tag === tags.utcTime ? 2 : element.tag === tags.generalizedTime ? 4 : 0;
    if (match?.[1]?.length !== yearDigits)
        throw new DerError(`${what}: not a date`);
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
    // Two digits: 50 is 1950 and 49 is 2049.
    const fullYear = yearDigits === 4 ? year : year < 50 ? 2000 + year : 1900 + year;
    const date = new Date(0);
    date.setUTCFullYear(fullYear, month - 1, day);
    date.setUTCHours(hour, minute, second);
    // A 31st of June rolls over silently: the text must come back as it was.
    if (date.toISOString().replace(/[-T:]/g, '').slice(0, 14) !== `${String(fullYear).padStart(4, '0')}${text.slice(yearDigits, -1)}`)
        throw new DerError(`${what}: not a date`);
    return date.getTime();
}
/** In hexadecimal, two upper-case digits a byte, with nothing between them. */
const hex = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex').toUpperCase();
const hexByte = (byte) => byte.toString(16).padStart(2, '0');


/***/ }),

/***/ 1024:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lq: () => (/* binding */ startsWithName),
/* harmony export */   MQ: () => (/* binding */ readName),
/* harmony export */   q: () => (/* binding */ sameName)
/* harmony export */ });
/* harmony import */ var _der_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6485);
/* harmony import */ var _object_identifiers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8506);
// Distinguished names: as text for people, as a key for comparison.


/** Reads a Name, which is the next value of the reader (RFC 5280 §4.1.2.4). */
function readName(reader, what) {
    const { bytes, content } = reader.expect(_der_js__WEBPACK_IMPORTED_MODULE_0__/* .tags */ ._A.sequence, what);
    const sequence = new _der_js__WEBPACK_IMPORTED_MODULE_0__/* .DerReader */ .lL(content);
    const relativeNames = [];
    while (!sequence.done) {
        const set = sequence.enter(_der_js__WEBPACK_IMPORTED_MODULE_0__/* .tags */ ._A.set, what);
        const attributes = [];
        while (!set.done) {
            const pair = set.enter(_der_js__WEBPACK_IMPORTED_MODULE_0__/* .tags */ ._A.sequence, what);
            const oid = (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .oidOf */ ._f)(pair.expect(_der_js__WEBPACK_IMPORTED_MODULE_0__/* .tags */ ._A.oid, what), what);
            const element = pair.next(what);
            pair.end(what);
            attributes.push({ oid, value: (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(element), bytes: element.bytes });
        }
        relativeNames.push(attributes);
    }
    const valuesOf = (type) => relativeNames.flat().flatMap(({ oid, value }) => (oid === type && value !== null ? [value] : []));
    return {
        bytes,
        text: relativeNames
            .map(attributes => attributes.map(attributeText).join('+'))
            .reverse()
            .join(','),
        keys: relativeNames.map(attributes => attributes.map(attributeKey).sort().join('+')),
        commonNames: valuesOf('2.5.4.3'),
        organizations: valuesOf('2.5.4.10'),
    };
}
/** Whether two names are the same. */
function sameName(a, b) {
    return a.keys.length === b.keys.length && startsWithName(a, b);
}
/** Whether `name` stands in the subtree below `base`: the relation of directoryName constraints (RFC 5280 §4.2.1.10). */
function startsWithName(name, base) {
    return base.keys.length <= name.keys.length && base.keys.every((key, i) => key === name.keys[i]);
}
function attributeText({ oid, value, bytes }) {
    const type = _object_identifiers_js__WEBPACK_IMPORTED_MODULE_1__/* .attributeTypes */ .sJ.get(oid);
    // RFC 4514 §2.4: a value of a type without a short name, or without a text form, is its encoding in hexadecimal.
    return type === undefined || value === null ? `${type ?? oid}=#${(0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .hex */ .uh)(bytes)}` : `${type}=${escapeValue(value)}`;
}
/** RFC 4514 §2.4. */
function escapeValue(value) {
    return value.replace(/^[ #]|[ ]$|["+,;<>\\]/g, '\\$&').replaceAll('\0', '\\00');
}
/** Letter case and runs of white space do not count, nor does the string type: what OpenSSL compares, a subset of RFC 5280 §7.1. */
function attributeKey({ oid, value, bytes }) {
    const text = value
        ?.replace(/[A-Z]+/g, letters => letters.toLowerCase())
        .replace(/[\t-\r ]+/g, ' ')
        .replace(/^ | $/g, '');
    return JSON.stringify([oid, text ?? `#${(0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .hex */ .uh)(bytes)}`]);
}


/***/ }),

/***/ 9114:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UP: () => (/* binding */ fingerprintText),
/* harmony export */   sr: () => (/* binding */ parseFingerprint),
/* harmony export */   yy: () => (/* binding */ keyFingerprint)
/* harmony export */ });
/* unused harmony export readFingerprint */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4994);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8173);
/* harmony import */ var _pem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6260);
// SHA-256 fingerprints: of a certificate and of its key, and in the spellings that people copy them in.




/**
 * The 64 hexadecimal digits, upper case, of a fingerprint: as openssl and browsers print one ('AB:CD:…', 'abcd…', 'SHA256 Fingerprint=AB:…'), or
 * in base64 as curl and RFC 7469 have it ('sha256//…'). Null for anything else.
 */
function readFingerprint(text) {
    const [, digits = ''] = /^(?:sha-?256(?: fingerprint)?[=: ]\s*|sha-?256\/{1,2})?(\S+)$/i.exec(text.trim()) ?? [];
    const hexadecimal = digits.replaceAll(':', '');
    if (/^[0-9a-f]{64}$/i.test(hexadecimal))
        return hexadecimal.toUpperCase();
    // 32 bytes have 43 digits and one to fill up.
    return /^[0-9a-z+/]{43}=$/i.test(digits) ? Buffer.from(digits, 'base64').toString('hex').toUpperCase() : null;
}
/**
 * As readFingerprint.
 * @throws UsageError for what is none
 */
function parseFingerprint(text) {
    const digits = readFingerprint(text);
    if (digits !== null)
        return digits;
    throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(`${JSON.stringify(text.slice(0, 120))} is no SHA-256 fingerprint`, 'give the 64 hexadecimal digits that openssl x509 -noout -fingerprint -sha256 -in FILE prints');
}
/** The fingerprint of the SubjectPublicKeyInfo (RFC 7469 §2.4), 64 hexadecimal digits; null where it cannot be read. */
function keyFingerprint(pem) {
    const [der] = (0,_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .certificatesOfPem */ .sQ)(pem);
    const info = der === undefined ? null : (0,_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectKeyInfoOf */ .lN)(der);
    return info === null ? null : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', info, 'hex').toUpperCase();
}
/** 'ab12…' as certificates have it: 'AB:12:…'. */
const fingerprintText = (digits) => digits.replace(/..(?=.)/g, '$&:');


/***/ }),

/***/ 7848:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FE: () => (/* binding */ generalNameOf),
/* harmony export */   GI: () => (/* binding */ addressText),
/* harmony export */   rh: () => (/* binding */ readGeneralNames)
/* harmony export */ });
/* harmony import */ var _address_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5228);
/* harmony import */ var _der_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6485);
/* harmony import */ var _distinguished_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1024);
// The names of RFC 5280 §4.2.1.6, as they stand in alternative names, name constraints and addresses of services.



/** Reads names up to the end of the reader. */
function readGeneralNames(reader, what) {
    const names = [];
    while (!reader.done)
        names.push(generalNameOf(reader.next(what), what));
    return names;
}
function generalNameOf(element, what) {
    switch (element.tag) {
        case (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._O)(0, true):
            return { kind: 'other', text: `othername:${(0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .oidOf */ ._f)(new _der_js__WEBPACK_IMPORTED_MODULE_0__/* .DerReader */ .lL(element.content).expect(_der_js__WEBPACK_IMPORTED_MODULE_0__/* .tags */ ._A.oid, what), what)}` };
        case (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._O)(1):
            return { kind: 'email', text: latin1(element) };
        case (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._O)(2):
            return { kind: 'dns', text: latin1(element) };
        case (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._O)(4, true):
            return { kind: 'directory', name: (0,_distinguished_name_js__WEBPACK_IMPORTED_MODULE_1__/* .readName */ .MQ)(new _der_js__WEBPACK_IMPORTED_MODULE_0__/* .DerReader */ .lL(element.content), what) };
        case (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._O)(6):
            return { kind: 'uri', text: latin1(element) };
        case (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._O)(7):
            return { kind: 'ip', bytes: element.content };
        case (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._O)(8):
            return { kind: 'other', text: `rid:${(0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .oidOf */ ._f)(element, what)}` };
        default:
            return { kind: 'other', text: `0x${element.tag.toString(16)}:${(0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .hex */ .uh)(element.content)}` };
    }
}
/** The canonical text of an address (RFC 5952 for IPv6); null when it is not 4 or 16 bytes long. */
function addressText(bytes) {
    if (bytes.length === 4)
        return bytes.join('.');
    if (bytes.length !== 16)
        return null;
    const groups = (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .hex */ .uh)(bytes).match(/.{4}/g) ?? [];
    return (0,_address_text_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalIpv6 */ .G)(groups.join(':'));
}
// IA5String by the RFC; a server may send any byte, and none may be lost or merged with another.
const latin1 = ({ content }) => Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1');


/***/ }),

/***/ 8506:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Im: () => (/* binding */ keyAlgorithms),
/* harmony export */   LV: () => (/* binding */ curves),
/* harmony export */   Py: () => (/* binding */ keyPurposes),
/* harmony export */   RY: () => (/* binding */ hashes),
/* harmony export */   Xg: () => (/* binding */ keyUsageBits),
/* harmony export */   gW: () => (/* binding */ signatureAlgorithms),
/* harmony export */   ic: () => (/* binding */ extensionIds),
/* harmony export */   sJ: () => (/* binding */ attributeTypes),
/* harmony export */   tq: () => (/* binding */ rsaPss)
/* harmony export */ });
/* unused harmony export identifierOf */
// Object identifiers that occur in certificates, and what they are called. Source: RFC 5280 and the documents named at each table; 2026-11.
/** RFC 4514 §3 and RFC 4519: the short names of attribute types; then those OpenSSL prints that occur in real certificates. */
const attributeTypes = new Map([
    ['2.5.4.3', 'CN'],
    ['2.5.4.4', 'SN'],
    ['2.5.4.5', 'serialNumber'],
    ['2.5.4.6', 'C'],
    ['2.5.4.7', 'L'],
    ['2.5.4.8', 'ST'],
    ['2.5.4.9', 'STREET'],
    ['2.5.4.10', 'O'],
    ['2.5.4.11', 'OU'],
    ['2.5.4.12', 'title'],
    ['2.5.4.15', 'businessCategory'],
    ['2.5.4.17', 'postalCode'],
    ['2.5.4.42', 'GN'],
    ['2.5.4.97', 'organizationIdentifier'],
    ['0.9.2342.19200300.100.1.1', 'UID'],
    ['0.9.2342.19200300.100.1.25', 'DC'],
    ['1.2.840.113549.1.9.1', 'emailAddress'],
    ['1.3.6.1.4.1.311.60.2.1.1', 'jurisdictionL'],
    ['1.3.6.1.4.1.311.60.2.1.2', 'jurisdictionST'],
    ['1.3.6.1.4.1.311.60.2.1.3', 'jurisdictionC'],
]);
/** RFC 5280 §4.2.1.12. */
const keyPurposes = new Map([
    ['2.5.29.37.0', 'anyExtendedKeyUsage'],
    ['1.3.6.1.5.5.7.3.1', 'serverAuth'],
    ['1.3.6.1.5.5.7.3.2', 'clientAuth'],
    ['1.3.6.1.5.5.7.3.3', 'codeSigning'],
    ['1.3.6.1.5.5.7.3.4', 'emailProtection'],
    ['1.3.6.1.5.5.7.3.8', 'timeStamping'],
    ['1.3.6.1.5.5.7.3.9', 'OCSPSigning'],
]);
/** RFC 5280 §4.2.1.3, in the order of the bits. */
const keyUsageBits = [
    'digitalSignature',
    'nonRepudiation',
    'keyEncipherment',
    'dataEncipherment',
    'keyAgreement',
    'keyCertSign',
    'cRLSign',
    'encipherOnly',
    'decipherOnly',
];
/** What a subject's key may be (RFC 3279, RFC 5480, RFC 8410, RFC 9881). `size`: what is counted as its size. */
const keyAlgorithms = new Map([
    ['1.2.840.113549.1.1.1', { type: 'RSA', size: 'modulus' }],
    ['1.2.840.113549.1.1.10', { type: 'RSA-PSS', size: 'modulus' }],
    ['1.2.840.10045.2.1', { type: 'EC', size: 'curve' }],
    ['1.2.840.10040.4.1', { type: 'DSA', size: 'prime' }],
    ['1.3.101.112', { type: 'Ed25519', size: 'key' }],
    ['1.3.101.113', { type: 'Ed448', size: 'key' }],
    ['2.16.840.1.101.3.4.3.17', { type: 'ML-DSA-44', size: 'key' }],
    ['2.16.840.1.101.3.4.3.18', { type: 'ML-DSA-65', size: 'key' }],
    ['2.16.840.1.101.3.4.3.19', { type: 'ML-DSA-87', size: 'key' }],
]);
/** Named curves (RFC 5480 §2.1.1.1, RFC 5639 §4.1, SEC 2) under IANA's group names, with the size of the field. */
const curves = new Map([
    ['1.2.840.10045.3.1.1', { group: 'secp192r1', bits: 192 }],
    ['1.2.840.10045.3.1.7', { group: 'secp256r1', bits: 256 }],
    ['1.3.132.0.10', { group: 'secp256k1', bits: 256 }],
    ['1.3.132.0.33', { group: 'secp224r1', bits: 224 }],
    ['1.3.132.0.34', { group: 'secp384r1', bits: 384 }],
    ['1.3.132.0.35', { group: 'secp521r1', bits: 521 }],
    ['1.3.36.3.3.2.8.1.1.7', { group: 'brainpoolP256r1', bits: 256 }],
    ['1.3.36.3.3.2.8.1.1.11', { group: 'brainpoolP384r1', bits: 384 }],
    ['1.3.36.3.3.2.8.1.1.13', { group: 'brainpoolP512r1', bits: 512 }],
    ['1.2.156.10197.1.301', { group: 'curveSM2', bits: 256 }],
]);
/** The hash functions of RSASSA-PSS (RFC 4055 §2.1), spelled as the names in `signatureAlgorithms` need them. */
const hashes = new Map([
    ['1.3.14.3.2.26', 'SHA1'],
    ['2.16.840.1.101.3.4.2.4', 'SHA224'],
    ['2.16.840.1.101.3.4.2.1', 'SHA256'],
    ['2.16.840.1.101.3.4.2.2', 'SHA384'],
    ['2.16.840.1.101.3.4.2.3', 'SHA512'],
]);
/** Signature algorithms by identifier: RFC 3279, RFC 4055, RFC 5758, RFC 8410, RFC 9881. RSASSA-PSS is told by its hash instead. */
const signatureAlgorithms = new Map([
    ['1.2.840.113549.1.1.2', 'md2WithRSAEncryption'],
    ['1.2.840.113549.1.1.3', 'md4WithRSAEncryption'],
    ['1.2.840.113549.1.1.4', 'md5WithRSAEncryption'],
    ['1.2.840.113549.1.1.5', 'sha1WithRSAEncryption'],
    // The second name of the same, from OIW; makecert wrote it.
    ['1.3.14.3.2.29', 'sha1WithRSAEncryption'],
    ['1.2.840.113549.1.1.14', 'sha224WithRSAEncryption'],
    ['1.2.840.113549.1.1.11', 'sha256WithRSAEncryption'],
    ['1.2.840.113549.1.1.12', 'sha384WithRSAEncryption'],
    ['1.2.840.113549.1.1.13', 'sha512WithRSAEncryption'],
    ['1.2.840.10040.4.3', 'dsa-with-SHA1'],
    ['2.16.840.1.101.3.4.3.1', 'dsa-with-SHA224'],
    ['2.16.840.1.101.3.4.3.2', 'dsa-with-SHA256'],
    ['1.2.840.10045.4.1', 'ecdsa-with-SHA1'],
    ['1.2.840.10045.4.3.1', 'ecdsa-with-SHA224'],
    ['1.2.840.10045.4.3.2', 'ecdsa-with-SHA256'],
    ['1.2.840.10045.4.3.3', 'ecdsa-with-SHA384'],
    ['1.2.840.10045.4.3.4', 'ecdsa-with-SHA512'],
    ['1.3.101.112', 'Ed25519'],
    ['1.3.101.113', 'Ed448'],
    ['2.16.840.1.101.3.4.3.17', 'ML-DSA-44'],
    ['2.16.840.1.101.3.4.3.18', 'ML-DSA-65'],
    ['2.16.840.1.101.3.4.3.19', 'ML-DSA-87'],
]);
/** RSASSA-PSS, both as a key's and as a signature's algorithm. */
const rsaPss = '1.2.840.113549.1.1.10';
/** RFC 5280 §4.2 and §4.2.2.1; RFC 7633 (TLS feature). */
const extensionIds = {
    subjectKeyId: '2.5.29.14',
    keyUsage: '2.5.29.15',
    subjectAltName: '2.5.29.17',
    basicConstraints: '2.5.29.19',
    nameConstraints: '2.5.29.30',
    crlDistributionPoints: '2.5.29.31',
    authorityKeyId: '2.5.29.35',
    extendedKeyUsage: '2.5.29.37',
    authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
    tlsFeature: '1.3.6.1.5.5.7.1.24',
};
/** The identifier that a table has under a name, the first of several. */
function identifierOf(table, name) {
    return [...table].find(([, known]) => known === name)?.[0];
}


/***/ }),

/***/ 8173:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hB: () => (/* binding */ parseCertificate),
  lN: () => (/* binding */ subjectKeyInfoOf),
  et: () => (/* binding */ subjectOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/der.js
var certificate_der = __webpack_require__(6485);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/distinguished-name.js
var distinguished_name = __webpack_require__(1024);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/general-name.js
var general_name = __webpack_require__(7848);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/object-identifiers.js
var object_identifiers = __webpack_require__(8506);
;// CONCATENATED MODULE: ./build/commonjs/esm/certificate/extensions.js



/** Reads `Extensions`; null stands for a certificate without any. */
function readExtensions(sequence) {
    const values = new Map();
    const unknownCritical = [];
    while (sequence !== null && !sequence.done) {
        const extension = sequence.enter(certificate_der/* tags */._A.sequence, 'extension');
        const oid = (0,certificate_der/* oidOf */._f)(extension.expect(certificate_der/* tags */._A.oid, 'extension'), 'extension');
        const critical = extension.optional(certificate_der/* tags */._A.boolean, 'extension');
        const value = extension.expect(certificate_der/* tags */._A.octetString, `extension ${oid}`);
        extension.end(`extension ${oid}`);
        if (values.has(oid))
            throw new certificate_der/* DerError */.I4(`extension ${oid}: stands there twice`);
        values.set(oid, new certificate_der/* DerReader */.lL(value.content));
        if (critical !== null && (0,certificate_der/* booleanOf */.SF)(critical, 'extension') && !understood.has(oid))
            unknownCritical.push(oid);
    }
    /** Reads the value of an extension, which must be all of its octets; `absent` when the certificate has no such extension. */
    const value = (name, read, absent) => {
        const reader = values.get(object_identifiers/* extensionIds */.ic[name]);
        if (reader === undefined)
            return absent;
        const result = read(reader, name);
        reader.end(name);
        return result;
    };
    /** The same for what only informs: OpenSSL never looks into it, so being malformed there makes no certificate unreadable. */
    const hint = (name, read, absent) => {
        try {
            return value(name, read, absent);
        }
        catch (error) {
            if (error instanceof certificate_der/* DerError */.I4)
                return absent;
            throw error;
        }
    };
    const access = hint('authorityInfoAccess', readAccess, []);
    const urlsOf = (method) => access.flatMap(({ oid, name }) => (oid === method && name.kind === 'uri' ? [name.text] : []));
    return {
        alternativeNames: value('subjectAltName', (reader, what) => (0,general_name/* readGeneralNames */.rh)(reader.enter(certificate_der/* tags */._A.sequence, what), what), []),
        basicConstraints: value('basicConstraints', readBasicConstraints, null),
        keyUsage: value('keyUsage', readKeyUsage, null),
        extendedKeyUsage: value('extendedKeyUsage', readExtendedKeyUsage, null),
        nameConstraints: value('nameConstraints', readNameConstraints, null),
        subjectKeyId: value('subjectKeyId', (reader, what) => (0,certificate_der/* hex */.uh)(reader.expect(certificate_der/* tags */._A.octetString, what).content), null),
        authorityKeyId: value('authorityKeyId', readAuthorityKeyId, null),
        ocspUrls: urlsOf('1.3.6.1.5.5.7.48.1'),
        issuerUrls: urlsOf('1.3.6.1.5.5.7.48.2'),
        crlUrls: hint('crlDistributionPoints', readDistributionPoints, []),
        mustStaple: value('tlsFeature', readTlsFeature, []).includes(statusRequest),
        unknownCritical,
    };
}
/** The extensions that OpenSSL takes note of, so that they may be critical; the first are read here, the others are: */
const understood = new Set([
    ...Object.values(object_identifiers/* extensionIds */.ic).filter(oid => oid !== object_identifiers/* extensionIds */.ic.tlsFeature && oid !== object_identifiers/* extensionIds */.ic.authorityInfoAccess),
    '2.5.29.32', // certificatePolicies
    '2.5.29.33', // policyMappings
    '2.5.29.36', // policyConstraints
    '2.5.29.54', // inhibitAnyPolicy
    '2.16.840.1.113730.1.1', // Netscape's certificate type
    '1.3.6.1.5.5.7.1.7', // IP address blocks, RFC 3779
    '1.3.6.1.5.5.7.1.8', // AS numbers, RFC 3779
    '1.3.6.1.5.5.7.1.14', // proxy certificates, RFC 3820
]);
/** RFC 6066 §8: the extension that a certificate with the TLS feature asks its server to answer. */
const statusRequest = 5;
function readBasicConstraints(reader, what) {
    const sequence = reader.enter(certificate_der/* tags */._A.sequence, what);
    const ca = sequence.optional(certificate_der/* tags */._A.boolean, what);
    const pathLength = sequence.optional(certificate_der/* tags */._A.integer, what);
    sequence.end(what);
    return {
        ca: ca !== null && (0,certificate_der/* booleanOf */.SF)(ca, what),
        // A limit beyond 2^31 is none.
        pathLength: pathLength && (0,certificate_der/* smallIntegerOf */.Xo)(pathLength, what),
    };
}
function readKeyUsage(reader, what) {
    const { bytes, bits } = (0,certificate_der/* bitStringOf */.wT)(reader.expect(certificate_der/* tags */._A.bitString, what), what);
    return object_identifiers/* keyUsageBits */.Xg.filter((_, bit) => bit < bits && ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0);
}
function readExtendedKeyUsage(reader, what) {
    return readAll(reader.enter(certificate_der/* tags */._A.sequence, what), sequence => {
        const oid = (0,certificate_der/* oidOf */._f)(sequence.expect(certificate_der/* tags */._A.oid, what), what);
        return object_identifiers/* keyPurposes */.Py.get(oid) ?? oid;
    });
}
function readNameConstraints(reader, what) {
    const sequence = reader.enter(certificate_der/* tags */._A.sequence, what);
    const subtrees = (tag) => {
        const list = sequence.optional(tag, what);
        if (list === null)
            return [];
        // minimum and maximum, which may follow the base, are not used with any name form.
        return readAll(new certificate_der/* DerReader */.lL(list.content), it => (0,general_name/* generalNameOf */.FE)(it.enter(certificate_der/* tags */._A.sequence, what).next(what), what));
    };
    const constraints = { permitted: subtrees((0,certificate_der/* context */._O)(0, true)), excluded: subtrees((0,certificate_der/* context */._O)(1, true)) };
    sequence.end(what);
    return constraints;
}
function readAuthorityKeyId(reader, what) {
    const id = reader.enter(certificate_der/* tags */._A.sequence, what).optional((0,certificate_der/* context */._O)(0), what);
    return id && (0,certificate_der/* hex */.uh)(id.content);
}
function readAccess(reader, what) {
    return readAll(reader.enter(certificate_der/* tags */._A.sequence, what), sequence => {
        const description = sequence.enter(certificate_der/* tags */._A.sequence, what);
        const oid = (0,certificate_der/* oidOf */._f)(description.expect(certificate_der/* tags */._A.oid, what), what);
        return { oid, name: (0,general_name/* generalNameOf */.FE)(description.next(what), what) };
    });
}
function readDistributionPoints(reader, what) {
    return readAll(reader.enter(certificate_der/* tags */._A.sequence, what), sequence => {
        const name = sequence.enter(certificate_der/* tags */._A.sequence, what).optional((0,certificate_der/* context */._O)(0, true), what);
        const fullName = name && new certificate_der/* DerReader */.lL(name.content).optional((0,certificate_der/* context */._O)(0, true), what);
        if (fullName === null)
            return [];
        return (0,general_name/* readGeneralNames */.rh)(new certificate_der/* DerReader */.lL(fullName.content), what).flatMap(it => (it.kind === 'uri' ? [it.text] : []));
    }).flat();
}
function readTlsFeature(reader, what) {
    return readAll(reader.enter(certificate_der/* tags */._A.sequence, what), sequence => (0,certificate_der/* smallIntegerOf */.Xo)(sequence.expect(certificate_der/* tags */._A.integer, what), what));
}
function readAll(reader, read) {
    const items = [];
    while (!reader.done)
        items.push(read(reader));
    return items;
}

// EXTERNAL MODULE: ./build/commonjs/esm/certificate/pem.js
var pem = __webpack_require__(6260);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/span.js
var span = __webpack_require__(7176);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/subject-key.js
var subject_key = __webpack_require__(492);
;// CONCATENATED MODULE: ./build/commonjs/esm/certificate/parse.js
// DER bytes to a certificate as plain data (RFC 5280 §4.1). What is read is what the bytes say; whether it is right is judged elsewhere.








/** Larger ones are not read. OpenSSL's limit for a whole chain is 100 KiB; certificates with post-quantum signatures have about 20. */
const maxBytes = 0x20000;
/**
 * The certificates read last, by their bytes. The servers of a fleet share intermediates and often the leaf; each is read once, and stands once
 * in memory however many reports show it.
 */
const lastRead = new Map();
const maxRemembered = 64;
/** Reads a certificate. Never throws: the bytes are a stranger's. */
function parseCertificate(der) {
    if (der.length > maxBytes)
        return { kind: 'unreadable', reason: `${der.length} bytes are more than a certificate has`, der };
    const key = (0,external_node_crypto_.hash)('sha256', der, 'base64');
    // A copy: the bytes given are part of a connection's, which would stay in memory as long as the certificate does.
    const parsed = lastRead.get(key) ?? parse(Uint8Array.from(der));
    lastRead.delete(key);
    lastRead.set(key, parsed);
    const [oldest] = lastRead.size > maxRemembered ? lastRead.keys() : [];
    if (oldest !== undefined)
        lastRead.delete(oldest);
    return parsed;
}
function parse(der) {
    try {
        return read(der);
    }
    catch (error) {
        if (!(error instanceof certificate_der/* DerError */.I4))
            throw error;
        return { kind: 'unreadable', reason: error.message, der };
    }
}
/** Reads the subject of a certificate and nothing after it: enough to find one of many. Null when it cannot be read. */
const subjectOf = (der) => fromSubject(der, tbs => (0,distinguished_name/* readName */.MQ)(tbs, 'subject'));
/** The bytes of the SubjectPublicKeyInfo; null when they cannot be found. */
function subjectKeyInfoOf(der) {
    return fromSubject(der, tbs => {
        tbs.next('subject');
        return tbs.expect(certificate_der/* tags */._A.sequence, 'subjectPublicKeyInfo').bytes;
    });
}
/** What is read of a certificate from its subject on (RFC 5280 §4.1). */
function fromSubject(der, read) {
    try {
        const tbs = new certificate_der/* DerReader */.lL(der).enter(certificate_der/* tags */._A.sequence, 'certificate').enter(certificate_der/* tags */._A.sequence, 'tbsCertificate');
        tbs.optional((0,certificate_der/* context */._O)(0, true), 'version');
        for (const what of ['serialNumber', 'signature', 'issuer', 'validity'])
            tbs.next(what);
        return read(tbs);
    }
    catch (error) {
        if (!(error instanceof certificate_der/* DerError */.I4))
            throw error;
        return null;
    }
}
function read(der) {
    const outer = new certificate_der/* DerReader */.lL(der);
    const certificate = outer.enter(certificate_der/* tags */._A.sequence, 'certificate');
    outer.end('certificate');
    const tbs = certificate.enter(certificate_der/* tags */._A.sequence, 'tbsCertificate');
    const signatureAlgorithm = (0,subject_key/* readSignatureAlgorithm */.Gz)(certificate);
    (0,certificate_der/* bitStringOf */.wT)(certificate.expect(certificate_der/* tags */._A.bitString, 'signature'), 'signature');
    certificate.end('certificate');
    const version = readVersion(tbs);
    // A zero byte in front only says that the number is not negative.
    const serialNumber = (0,certificate_der/* hex */.uh)(tbs.expect(certificate_der/* tags */._A.integer, 'serialNumber').content).replace(/^00(?=.)/, '');
    // The algorithm once more, inside what is signed (RFC 5280 §4.1.2.3); OpenSSL compares the two when it verifies.
    tbs.expect(certificate_der/* tags */._A.sequence, 'signature');
    const issuer = (0,distinguished_name/* readName */.MQ)(tbs, 'issuer');
    const validity = tbs.enter(certificate_der/* tags */._A.sequence, 'validity');
    const notBefore = (0,certificate_der/* timeOf */.nR)(validity.next('notBefore'), 'notBefore');
    const notAfter = (0,certificate_der/* timeOf */.nR)(validity.next('notAfter'), 'notAfter');
    validity.end('validity');
    const subject = (0,distinguished_name/* readName */.MQ)(tbs, 'subject');
    const key = (0,subject_key/* readSubjectKey */.QC)(tbs);
    tbs.optional((0,certificate_der/* context */._O)(1), 'issuerUniqueID');
    tbs.optional((0,certificate_der/* context */._O)(2), 'subjectUniqueID');
    const explicit = tbs.optional((0,certificate_der/* context */._O)(3, true), 'extensions');
    tbs.end('tbsCertificate');
    const { alternativeNames, nameConstraints, unknownCritical, ...extensions } = readExtensions(explicit && new certificate_der/* DerReader */.lL(explicit.content).enter(certificate_der/* tags */._A.sequence, 'extensions'));
    return {
        kind: 'certificate',
        certificate: {
            subject: subject.text,
            issuer: issuer.text,
            serialNumber,
            notBefore: (0,span/* timeText */.Tc)(notBefore),
            notAfter: (0,span/* timeText */.Tc)(notAfter),
            names: namesOf(alternativeNames),
            key,
            signatureAlgorithm,
            ...extensions,
            fingerprint256: (0,external_node_crypto_.hash)('sha256', der, 'hex')
                .toUpperCase()
                .replace(/..(?=.)/g, '$&:'),
            pem: (0,pem/* pemOf */._y)('CERTIFICATE', der),
        },
        der,
        subject,
        issuer,
        alternativeNames,
        nameConstraints,
        unknownCritical,
        version,
    };
}
/** 1, 2 or 3; the encoding counts from 0 and leaves 1 out. */
function readVersion(tbs) {
    const explicit = tbs.optional((0,certificate_der/* context */._O)(0, true), 'version');
    if (explicit === null)
        return 1;
    const value = new certificate_der/* DerReader */.lL(explicit.content).expect(certificate_der/* tags */._A.integer, 'version').content;
    const number = value.length === 1 ? value[0] : undefined;
    if (number === undefined || number > 2)
        throw new certificate_der/* DerError */.I4('version: not one of 1, 2, 3');
    return number + 1;
}
function namesOf(names) {
    const dns = [];
    const ip = [];
    const other = [];
    for (const name of names) {
        switch (name.kind) {
            case 'dns':
                dns.push(name.text);
                break;
            case 'ip': {
                const text = (0,general_name/* addressText */.GI)(name.bytes);
                if (text === null)
                    other.push(`ip:${(0,certificate_der/* hex */.uh)(name.bytes)}`);
                else
                    ip.push(text);
                break;
            }
            case 'email':
            case 'uri':
                other.push(`${name.kind}:${name.text}`);
                break;
            case 'directory':
                other.push(`dirname:${name.name.text}`);
                break;
            case 'other':
                other.push(name.text);
                break;
            default:
                name;
        }
    }
    return { dns, ip, other };
}


/***/ }),

/***/ 6260:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PQ: () => (/* binding */ pemBlocks),
/* harmony export */   _y: () => (/* binding */ pemOf),
/* harmony export */   c6: () => (/* binding */ adviceOnPem),
/* harmony export */   sQ: () => (/* binding */ certificatesOfPem),
/* harmony export */   v9: () => (/* binding */ holds)
/* harmony export */ });
// PEM (RFC 7468): DER bytes as text, and back. Whether the bytes are what the label says, their readers find out.
/** One block, with its last line end. */
function pemOf(label, der) {
    const base64 = Buffer.from(der.buffer, der.byteOffset, der.length).toString('base64');
    return `-----BEGIN ${label}-----\n${base64.replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----\n`;
}
/** The DER bytes of each certificate of a PEM text. */
function certificatesOfPem(pem) {
    const blocks = pem.matchAll(/-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----([^-]*)-----END/g);
    return Array.from(blocks, ([, base64 = '']) => Buffer.from(base64, 'base64'));
}
/** The blocks of a PEM text whose label is of the kind, each with its label. */
function pemBlocks(pem, kind) {
    return pem.match(new RegExp(`-----BEGIN (${kind.source})-----(?:(?!-----)[\\s\\S])*-----END \\1-----`, 'g')) ?? [];
}
/** Whether a PEM text has a block of the kind ('RSA PRIVATE KEY' is a PRIVATE KEY). */
const holds = (pem, kind) => pemBlocks(pem, new RegExp(`(?:[A-Z0-9]+ )?${kind}`)).length > 0;
/** What to do about a value in the place of PEM: one line. */
function adviceOnPem(value) {
    const parts = [value].flat().find(each => typeof each === 'object' && each !== null);
    if (parts instanceof Uint8Array)
        return "give it as text: readFileSync('file.pem', 'utf8')";
    if (parts && 'certificate' in parts)
        return 'of what createCa() and mint() give: give its .certificate, or its .key';
    if (parts && 'export' in parts)
        return "give it as PEM: key.export({ type: 'pkcs8', format: 'pem' })";
    if (parts && 'raw' in parts)
        return 'give it as PEM: certificate.toString()';
    return "give the text of a PEM file: readFileSync('file.pem', 'utf8')";
}


/***/ }),

/***/ 7176:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ hourMs),
/* harmony export */   AQ: () => (/* binding */ daysUntil),
/* harmony export */   LP: () => (/* binding */ dayMs),
/* harmony export */   Ln: () => (/* binding */ span),
/* harmony export */   Tc: () => (/* binding */ timeText)
/* harmony export */ });
/* unused harmony export weekMs */
// Times and spans of time: units, and how one is written in a message.
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const weekMs = 7 * dayMs;
/** ISO 8601, UTC, to the second, of milliseconds since 1970. */
const timeText = (ms) => `${new Date(ms).toISOString().slice(0, -'.000Z'.length)}Z`;
/** Whole days until a time, negative when it has passed; NaN for a text that is no time. */
const daysUntil = (time, at) => Math.floor((Date.parse(time) - at.getTime()) / dayMs);
/** Whole units, never so few that rounding down hides much: '3 days', '71 hours', '1 minute'. */
function span(ms) {
    const [unit, name] = ms >= 3 * dayMs ? [dayMs, 'day'] : ms >= 3 * hourMs ? [hourMs, 'hour'] : [minuteMs, 'minute'];
    const count = Math.floor(ms / unit);
    return `${count} ${name}${count === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 4037:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pu: () => (/* binding */ keyText),
/* harmony export */   V4: () => (/* binding */ keyStrength),
/* harmony export */   wd: () => (/* binding */ signatureStrength),
/* harmony export */   zH: () => (/* binding */ enoughBits)
/* harmony export */ });
/**
 * Less than this is weak: NIST SP 800-131A ended 80 bits in 2013, and OpenSSL 3.2 and newer (security level 2), browsers and the CA/Browser Forum
 * (Baseline Requirements §6.1.5) ask for 112.
 */
const enoughBits = 112;
/** NIST SP 800-57 Part 1, table 2: the largest step a modulus reaches. */
const modulusSteps = [
    [15360, 256],
    [7680, 192],
    [3072, 128],
    [2048, 112],
    [1024, 80],
];
/** Of the key types with one strength each: RFC 8032 §8.5, FIPS 204 table 1. */
const fixedStrengths = {
    Ed25519: 128,
    Ed448: 224,
    'ML-DSA-44': 128,
    'ML-DSA-65': 192,
    'ML-DSA-87': 256,
};
/** Against collisions: half of the digest, or what attacks have left of it (OpenSSL counts 63 for SHA-1 and 39 for MD5). */
const hashStrengths = [
    [/^md[245]with/i, 39],
    [/sha1(?!\d)/i, 63],
    [/sha224/i, 112],
    [/sha256/i, 128],
    [/sha384/i, 192],
    [/sha512/i, 256],
];
/** Security of a key in bits; null when its algorithm or curve is not known here. */
function keyStrength({ type, bits }) {
    switch (type) {
        case 'RSA':
        case 'RSA-PSS':
        case 'DSA':
            if (bits === null)
                return null;
            return modulusSteps.find(([atLeast]) => bits >= atLeast)?.[1] ?? 0;
        case 'EC':
            // Pollard's rho takes the square root.
            return bits === null ? null : Math.floor(bits / 2);
        default:
            return fixedStrengths[type] ?? null;
    }
}
/** Security of the hash or the scheme a certificate is signed with, in bits; null when the algorithm is not known here. */
function signatureStrength(algorithm) {
    return fixedStrengths[algorithm] ?? hashStrengths.find(([pattern]) => pattern.test(algorithm))?.[1] ?? null;
}
/** 'RSA 2048', 'EC secp256r1', 'Ed25519'. */
function keyText({ type, bits, group }) {
    if (group !== null)
        return `${type} ${group}`;
    return bits === null || type in fixedStrengths ? type : `${type} ${bits}`;
}


/***/ }),

/***/ 492:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GP: () => (/* binding */ keyBytesOf),
/* harmony export */   Gz: () => (/* binding */ readSignatureAlgorithm),
/* harmony export */   QC: () => (/* binding */ readSubjectKey)
/* harmony export */ });
/* harmony import */ var _der_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6485);
/* harmony import */ var _object_identifiers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8506);


/** Reads SubjectPublicKeyInfo (RFC 5280 §4.1.2.7), which is the next value of the reader. */
function readSubjectKey(reader) {
    const what = 'subjectPublicKeyInfo';
    const info = reader.enter(_der_js__WEBPACK_IMPORTED_MODULE_0__/* .tags */ ._A.sequence, what);
    const { oid, parameters } = readAlgorithm(info, what);
    const key = (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .bitStringOf */ .wT)(info.expect(_der_js__WEBPACK_IMPORTED_MODULE_0__/* .tags */ ._A.bitString, what), what);
    info.end(what);
    const algorithm = _object_identifiers_js__WEBPACK_IMPORTED_MODULE_1__/* .keyAlgorithms */ .Im.get(oid);
    if (algorithm === undefined)
        return { type: oid, bits: null, group: null };
    switch (algorithm.size) {
        case 'key':
            return { type: algorithm.type, bits: key.bits, group: null };
        case 'modulus': {
            const modulus = new _der_js__WEBPACK_IMPORTED_MODULE_0__/* .DerReader */ .lL(key.bytes).enter(_der_js__WEBPACK_IMPORTED_MODULE_0__/* .tags */ ._A.sequence, what).expect(_der_js__WEBPACK_IMPORTED_MODULE_0__/* .tags */ ._A.integer, what);
            return { type: algorithm.type, bits: (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .bitLengthOf */ .Dp)(modulus.content), group: null };
        }
        case 'prime': {
            // The parameters may be inherited from the issuer (RFC 3279 §2.3.2).
            const prime = parameters?.tag === _der_js__WEBPACK_IMPORTED_MODULE_0__/* .tags */ ._A.sequence ? new _der_js__WEBPACK_IMPORTED_MODULE_0__/* .DerReader */ .lL(parameters.content).expect(_der_js__WEBPACK_IMPORTED_MODULE_0__/* .tags */ ._A.integer, what) : null;
            return { type: algorithm.type, bits: prime && (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .bitLengthOf */ .Dp)(prime.content), group: null };
        }
        case 'curve': {
            // Parameters that spell the curve out (RFC 3279 §2.3.5) name no group; TLS cannot use them.
            if (parameters?.tag !== _der_js__WEBPACK_IMPORTED_MODULE_0__/* .tags */ ._A.oid)
                return { type: algorithm.type, bits: null, group: null };
            const curve = (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .oidOf */ ._f)(parameters, what);
            const named = _object_identifiers_js__WEBPACK_IMPORTED_MODULE_1__/* .curves */ .LV.get(curve);
            return { type: algorithm.type, bits: named?.bits ?? null, group: named?.group ?? curve };
        }
        default:
            return algorithm.size;
    }
}
/** The key inside a SubjectPublicKeyInfo, without its algorithm. */
function keyBytesOf(info) {
    const what = 'subjectPublicKeyInfo';
    const reader = new _der_js__WEBPACK_IMPORTED_MODULE_0__/* .DerReader */ .lL(info).enter(_der_js__WEBPACK_IMPORTED_MODULE_0__/* .tags */ ._A.sequence, what);
    reader.expect(_der_js__WEBPACK_IMPORTED_MODULE_0__/* .tags */ ._A.sequence, what);
    return (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .bitStringOf */ .wT)(reader.expect(_der_js__WEBPACK_IMPORTED_MODULE_0__/* .tags */ ._A.bitString, what), what).bytes;
}
/** Reads a signature's AlgorithmIdentifier and gives its name: 'sha256WithRSAEncryption', 'RSASSA-PSS-SHA256', or the identifier. */
function readSignatureAlgorithm(reader) {
    const what = 'signatureAlgorithm';
    const { oid, parameters } = readAlgorithm(reader, what);
    return oid === _object_identifiers_js__WEBPACK_IMPORTED_MODULE_1__/* .rsaPss */ .tq ? `RSASSA-PSS-${pssHash(parameters)}` : (_object_identifiers_js__WEBPACK_IMPORTED_MODULE_1__/* .signatureAlgorithms */ .gW.get(oid) ?? oid);
}
/** RFC 4055 §3.1: the hash is the first of the parameters, and SHA-1 where none is given. */
function pssHash(parameters) {
    const explicit = parameters?.tag === _der_js__WEBPACK_IMPORTED_MODULE_0__/* .tags */ ._A.sequence ? new _der_js__WEBPACK_IMPORTED_MODULE_0__/* .DerReader */ .lL(parameters.content).optional((0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._O)(0, true), 'PSS parameters') : null;
    if (explicit === null)
        return 'SHA1';
    const { oid } = readAlgorithm(new _der_js__WEBPACK_IMPORTED_MODULE_0__/* .DerReader */ .lL(explicit.content), 'PSS parameters');
    return _object_identifiers_js__WEBPACK_IMPORTED_MODULE_1__/* .hashes */ .RY.get(oid) ?? oid;
}
function readAlgorithm(reader, what) {
    const sequence = reader.enter(_der_js__WEBPACK_IMPORTED_MODULE_0__/* .tags */ ._A.sequence, what);
    const oid = (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .oidOf */ ._f)(sequence.expect(_der_js__WEBPACK_IMPORTED_MODULE_0__/* .tags */ ._A.oid, what), what);
    const parameters = sequence.done ? null : sequence.next(what);
    sequence.end(what);
    return { oid, parameters };
}


/***/ }),

/***/ 5636:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ku: () => (/* binding */ runOptions),
/* harmony export */   N: () => (/* binding */ isDay),
/* harmony export */   Yw: () => (/* binding */ usualConnections),
/* harmony export */   hZ: () => (/* binding */ defaultVersions),
/* harmony export */   ir: () => (/* binding */ surveyKinds),
/* harmony export */   ju: () => (/* binding */ defaultConnections),
/* harmony export */   on: () => (/* binding */ mostRetries),
/* harmony export */   r9: () => (/* binding */ canonicalOptions),
/* harmony export */   s1: () => (/* binding */ clientOptions),
/* harmony export */   ux: () => (/* binding */ sniOf),
/* harmony export */   xO: () => (/* binding */ defaultTimeoutMs),
/* harmony export */   zs: () => (/* binding */ parseConnectTo)
/* harmony export */ });
/* unused harmony exports handshakeOptions, foreignOptions */
/* harmony import */ var _certificate_pem_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6260);
/* harmony import */ var _judge_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9998);
/* harmony import */ var _judge_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8788);
/* harmony import */ var _net_address_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7706);
/* harmony import */ var _net_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1393);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4994);
// What gate() can be told, and what of it is refused before anything is probed.






const surveyKinds = ['policy', 'full', 'none'];
const defaultConnections = 8;
/** Mail servers count connections, and turn away a client that opens many at once. */
const usualConnections = ({ starttls }) => (starttls === null ? defaultConnections : 2);
const forAll = 'it holds for the run as a whole: give it beside the targets';
/** Options that hold for a run as a whole, and what to do with one that a target has. */
const runOptions = {
    baseline: forAll,
    expectFingerprint: 'write expect: { fingerprint: … }',
    failOn: forAll,
    iOwnThisHost: forAll,
    shard: forAll,
    waivers: forAll,
};
const defaultTimeoutMs = 10_000;
/** What Node offers when it is not told otherwise. */
const defaultVersions = { oldest: 'TLSv1.2', newest: 'TLSv1.3' };
/** setTimeout's 32 bits of milliseconds. */
const longestTimeoutMs = 2 ** 31 - 1;
/** Nobody waits for more; whoever does not know how long it takes gives a time. */
const mostRetries = 100;
/** What OpenSSL does not judge, and would otherwise weaken a gate in silence. */
function wrongOf(options) {
    const { alpn = [], allAddresses, at, ca = [], connectTo, crl = [], failOn = 'error', proxy, timeoutMs = defaultTimeoutMs } = options;
    const { minVersion = defaultVersions.oldest, maxVersion = defaultVersions.newest, survey = 'policy', connections = 1, budget = 2, active, iOwnThisHost, } = options;
    const { retries = 0, waitMs = 1 } = options;
    const badWaiver = options.waivers?.find(({ until }) => !isDay(until));
    const ownOffer = [options.minVersion, options.maxVersion, options.ciphers, options.groups, options.signatureSchemes];
    // RFC 7301 §3.1: opaque ProtocolName<1..2^8-1>
    const impossible = alpn.find(id => id === '' || Buffer.byteLength(id) > 255);
    return [
        [!_judge_check_js__WEBPACK_IMPORTED_MODULE_0__/* .failOns */ .FE.includes(failOn), `there is no severity ${JSON.stringify(failOn)}`, `use one of ${_judge_check_js__WEBPACK_IMPORTED_MODULE_0__/* .failOns */ .FE.join(', ')}`],
        [
            failOn === 'regression' && options.baseline === undefined,
            'without a baseline nothing can be told to be a regression',
            'name the lock file as baseline (tlsgate check --update-baseline writes one), or fail on error',
        ],
        [
            !(timeoutMs > 0 && timeoutMs <= longestTimeoutMs),
            `the timeout is ${timeoutMs} ms`,
            `give milliseconds above 0 and up to ${longestTimeoutMs}, such as 10000`,
        ],
        [at !== undefined && Number.isNaN(at.getTime()), 'at is an invalid Date', 'give a Date with a time'],
        // OpenSSL gives one verdict, as of now. Where that is on dates, it hides the one on revocation.
        [
            at !== undefined && crl.length > 0,
            'at and crl contradict each other',
            'revocation can only be judged as of now: leave one of the two out',
        ],
        [
            (allAddresses === true || options.converge === true) && (connectTo ?? proxy) !== undefined,
            'every address of a name cannot be reached through one other',
            'leave out all addresses and converge, or the proxy and the address to connect to',
        ],
        [!(isCount(retries, 0) && retries <= mostRetries), `retries is ${retries}`, `give a whole number up to ${mostRetries}`],
        [
            !(waitMs > 0 && waitMs <= longestTimeoutMs),
            `the time to wait is ${waitMs} ms`,
            `give milliseconds above 0 and up to ${longestTimeoutMs}, such as 300000`,
        ],
        // Compared as text: 'TLSv1' < 'TLSv1.1' < 'TLSv1.2' < 'TLSv1.3'.
        [
            minVersion > maxVersion,
            `the oldest version ${minVersion} is newer than the newest, ${maxVersion}`,
            'give the older one as the oldest',
        ],
        [ca.some(pem => (0,_certificate_pem_js__WEBPACK_IMPORTED_MODULE_5__/* .certificatesOfPem */ .sQ)(pem).length === 0), 'ca has a text without a certificate', 'give certificates as PEM'],
        // Whoever writes JavaScript is told by no compiler.
        [
            typeof options.policy === 'string',
            `the policy is the text ${JSON.stringify(options.policy)}`,
            "give the policy of that name: policyNamed('mozilla-intermediate')",
        ],
        [!surveyKinds.includes(survey), `there is no survey ${JSON.stringify(survey)}`, `use one of ${surveyKinds.join(', ')}`],
        [
            badWaiver !== undefined,
            `the waiver of ${badWaiver?.check} ends on ${quote(String(badWaiver?.until))}`,
            'give a day such as 2027-01-31',
        ],
        [!isCount(connections, 1), `connections is ${connections}`, `give a whole number from 1, such as ${defaultConnections}`],
        [!isCount(budget, 2), `the budget is ${budget} connections`, 'give a whole number from 2'],
        [
            survey === 'none' && (options.policy ?? options.as ?? options.budget ?? (active || undefined)) !== undefined,
            'with survey none nothing is asked that a policy, a client or a payload needs',
            'leave out survey, or policy, as, budget and active',
        ],
        // OpenSSL takes one without the other, and sends neither.
        [
            options.cert !== undefined && options.key === undefined,
            'cert is given without key',
            'give its private key as key, or as PEM in the same text',
        ],
        [options.key !== undefined && options.cert === undefined, 'key is given without cert', 'give the certificate of the key as cert'],
        [iOwnThisHost === true && active !== true, 'iOwnThisHost is given without active', 'give active too, or leave it out'],
        [
            options.as !== undefined && ownOffer.some(each => each !== undefined),
            'a client offers its own versions, suites, groups and signature schemes',
            'leave out as, or minVersion, maxVersion, ciphers, groups and signatureSchemes',
        ],
        [impossible !== undefined, `the ALPN id ${quote(impossible ?? '')} is empty or too long`, 'an id has 1 to 255 bytes'],
    ];
}
/** Whether a text is a day there is, such as 2028-02-29. */
function isDay(text) {
    const time = Date.parse(`${text}T00:00:00Z`);
    // Date.parse takes 30 February for 2 March.
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(`${text}T`);
}
const isCount = (value, least) => Number.isInteger(value) && value >= least;
/** @throws UsageError at the first that is wrong */
function canonicalOptions({ ca, crl, ...rest }) {
    (0,_judge_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseUnknownNames */ .fw)(rest, Object.keys(optionKinds), 'option', foreignOptions);
    refuseOtherTypes({ ca, crl, ...rest });
    for (const waiver of rest.waivers ?? [])
        (0,_judge_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseUnknownNames */ .fw)(waiver, Object.keys(waiverParts), 'part of a waiver');
    const options = {
        ...rest,
        ...(ca !== undefined && { ca: [ca].flat() }),
        ...(crl !== undefined && { crl: [crl].flat() }),
        ...(rest.cert !== undefined && rest.key === undefined && (0,_certificate_pem_js__WEBPACK_IMPORTED_MODULE_5__/* .holds */ .v9)(rest.cert, 'PRIVATE KEY') && { key: rest.cert }),
        // What is compared has to be known, and that is more than a policy asks.
        ...(rest.baseline !== undefined && rest.survey === undefined && { survey: 'full' }),
    };
    for (const [wrong, message, hint] of wrongOf(options))
        if (wrong)
            throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .e(message, hint);
    const { servername } = options;
    return servername == null ? options : { ...options, servername: canonicalName(servername) };
}
function canonicalName(name) {
    try {
        return (0,_net_target_js__WEBPACK_IMPORTED_MODULE_3__/* .targetOf */ .$)('https', name, 443).host;
    }
    catch (cause) {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .e(`the server name ${quote(name)} is no host name`, 'give a name such as www.example.com', { cause });
    }
}
/**
 * A host and its port, which is never guessed: on another port another server may answer.
 * @throws UsageError when either is missing
 */
function parseConnectTo(text) {
    if (!/^(?:[^:/]*|\[[^\]]*\]):[^:/]*$/.test(text.trim()))
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .e(`the address to connect to is ${quote(text)}`, 'write host:port or [v6]:port');
    return (0,_net_target_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTarget */ .h)(text);
}
const quote = (text) => JSON.stringify(text.slice(0, 80));
/** What to send as SNI to a host: RFC 6066 §3 allows no address there. */
function sniOf(host, { servername = host }) {
    return servername === null || (0,_net_address_js__WEBPACK_IMPORTED_MODULE_2__/* .familyOf */ .A)(servername) !== 0 ? null : servername;
}
/** Those that make the client: what OpenSSL is told. */
function clientOptions(options) {
    const { ca, crl, partialChain, minVersion, maxVersion, ciphers, groups, signatureSchemes, cert, key, pfx, passphrase } = options;
    const given = { ca, crl, partialChain, minVersion, maxVersion, ciphers, groups, signatureSchemes, cert, key, pfx, passphrase };
    return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
const isText = (value) => typeof value === 'string';
/** What a value has to be, in words for whoever is told by no compiler. */
const valueTypes = {
    text: [isText, 'a text', 'give a text'],
    pem: [isText, 'PEM', _certificate_pem_js__WEBPACK_IMPORTED_MODULE_5__/* .adviceOnPem */ .c6],
    pems: [value => [value].flat().every(isText), 'PEM', _certificate_pem_js__WEBPACK_IMPORTED_MODULE_5__/* .adviceOnPem */ .c6],
    texts: [value => Array.isArray(value) && value.every(isText), 'a list of texts', 'put it in brackets'],
    bytes: [value => value instanceof Uint8Array, 'bytes', 'give what readFileSync() gives'],
    flag: [value => typeof value === 'boolean', 'true or false', 'give true or false'],
    number: [value => typeof value === 'number', 'a number', 'give a number'],
    date: [value => value instanceof Date, 'a Date', "give a Date: new Date('2027-01-31')"],
    object: [value => typeof value === 'object' && !Array.isArray(value), 'an object', 'give an object'],
    list: [Array.isArray, 'a list', 'put it in brackets'],
    any: [() => true, '', ''],
};
/** @throws UsageError at the first value of another type than its option has */
function refuseOtherTypes(options) {
    for (const [name, value] of Object.entries(options)) {
        const [is, what, hint] = valueTypes[optionKinds[name][1]];
        const isNone = value === undefined || (value === null && name === 'servername');
        if (isNone || is(value))
            continue;
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .e(`${name} is ${kindOf(value)}, not ${what}`, typeof hint === 'string' ? hint : hint(value));
    }
}
function kindOf(value) {
    if (typeof value === 'string')
        return `the text ${quote(value)}`;
    if (typeof value !== 'object' || value === null)
        return String(value);
    return Array.isArray(value) ? 'a list' : `an object (${value.constructor?.name || 'Object'})`;
}
/** Every option: one of a handshake, which matchers take as well, or one that gate() alone takes; and the type of its value, see valueTypes. */
const optionKinds = {
    servername: ['handshake', 'text'],
    connectTo: ['handshake', 'text'],
    ca: ['handshake', 'pems'],
    crl: ['handshake', 'pems'],
    partialChain: ['gate', 'flag'],
    minVersion: ['handshake', 'text'],
    maxVersion: ['handshake', 'text'],
    ciphers: ['handshake', 'text'],
    groups: ['handshake', 'text'],
    signatureSchemes: ['handshake', 'text'],
    cert: ['handshake', 'pem'],
    key: ['handshake', 'pem'],
    pfx: ['handshake', 'bytes'],
    passphrase: ['handshake', 'text'],
    alpn: ['handshake', 'texts'],
    proxy: ['handshake', 'text'],
    timeoutMs: ['handshake', 'number'],
    at: ['handshake', 'date'],
    insecure: ['handshake', 'flag'],
    allAddresses: ['handshake', 'flag'],
    failOn: ['gate', 'text'],
    shard: ['gate', 'object'],
    survey: ['gate', 'text'],
    policy: ['gate', 'any'],
    connections: ['gate', 'number'],
    budget: ['gate', 'number'],
    baseline: ['gate', 'object'],
    waivers: ['gate', 'list'],
    active: ['gate', 'flag'],
    iOwnThisHost: ['gate', 'flag'],
    as: ['gate', 'text'],
    retries: ['gate', 'number'],
    waitMs: ['gate', 'number'],
    converge: ['gate', 'flag'],
    expectFingerprint: ['gate', 'any'],
};
/** The options that a matcher takes. */
const handshakeOptions = Object.entries(optionKinds).flatMap(([name, [kind]]) => kind === 'handshake' ? [name] : []);
/** What tls.connect() calls them. */
const foreignOptions = {
    rejectUnauthorized: 'insecure',
    ALPNProtocols: 'alpn',
    ecdhCurve: 'groups',
    sigalgs: 'signatureSchemes',
    timeout: 'timeoutMs',
};
const waiverParts = {
    check: true,
    target: true,
    only: true,
    reason: true,
    until: true,
    location: true,
};


/***/ }),

/***/ 1526:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ baselineCauses),
/* harmony export */   j: () => (/* binding */ baselineChecks)
/* harmony export */ });
/** Causes of a check that compares with a baseline. Part of the public contract. */
const baselineCauses = {
    'baseline-weakened': {
        category: 'configuration',
        title: 'Weaker than the baseline',
        meaning: 'The server accepts something weaker than it did when its baseline was written, or lacks a protection that it had. The message says what; as a rule a change of its configuration or its TLS library did it.',
        fix: {
            do: 'Take the change back; if it is meant, record it with tlsgate check --update-baseline, so that whoever reviews the lock file sees it',
        },
        refs: ['RFC 9325 §1'],
    },
    'baseline-changed': {
        category: 'configuration',
        title: 'Other than the baseline',
        meaning: 'The server is neither stronger nor weaker than when its baseline was written, but not the same: other suites of the same strength, another issuer, other clients that connect.',
        fix: { do: 'Look whether the change is meant; if so, record it with tlsgate check --update-baseline' },
        refs: ['RFC 9325 §1'],
    },
    'baseline-target-new': {
        category: 'configuration',
        title: 'Target without a baseline',
        meaning: 'The baseline has no such target, so that there is nothing to compare it with. It is judged by the policy alone.',
        fix: { do: 'Record the target with tlsgate check --update-baseline' },
        refs: ['RFC 9325 §1'],
    },
    'baseline-target-gone': {
        category: 'configuration',
        title: 'Baseline without its target',
        meaning: 'The baseline has a target that this run did not check. Either it is no longer there, or the list of targets lost it and nobody guards it now.',
        fix: { do: 'Put the target back on the list, or take its entry out of the lock file' },
        refs: ['RFC 9325 §1'],
    },
};
const compared = ['baseline-weakened', 'baseline-changed'];
/** The checks that a baseline brings. Their ids are part of the public contract. */
const baselineChecks = {
    'baseline/handshake': {
        title: 'Handshake as in the baseline',
        reason: 'What a client of today negotiates is what nearly all traffic runs on; a change of it should be one that somebody wanted.',
        causes: compared,
        refs: ['RFC 8446 §4.1.1'],
    },
    'baseline/protocols': {
        title: 'Protocol versions as in the baseline',
        reason: 'A version that comes back, or a newer one that goes, is seen by no client that still connects. Obsolete ones that are new are weaker, as is the loss of the newest.',
        causes: compared,
        refs: ['RFC 9325 §3.1.1', 'RFC 8996'],
    },
    'baseline/suites': {
        title: 'Cipher suites as in the baseline',
        reason: 'A list of suites is as strong as the weakest of them. New ones are weaker when the default policy forbids them, or when no other has so little forward secrecy, integrity or bits.',
        causes: compared,
        refs: ['RFC 9325 §4.2'],
    },
    'baseline/groups': {
        title: 'Groups as in the baseline',
        reason: 'A short or withdrawn group that is new is weaker, and so is the loss of the last group that a quantum computer does not break.',
        causes: compared,
        refs: ['RFC 8446 §4.2.7', 'RFC 8422 §5.1.1'],
    },
    'baseline/signature-schemes': {
        title: 'Signature schemes as in the baseline',
        reason: 'A scheme over SHA-1 or MD5 that is new is weaker; others differ by the key of the certificate and little else.',
        causes: compared,
        refs: ['RFC 9155', 'RFC 8446 §4.2.3'],
    },
    'baseline/chain': {
        title: 'Chain as in the baseline',
        reason: 'A renewal that loses an intermediate certificate, or comes from another authority, breaks clients that nobody tries. Renewals as such are no difference: dates and serials are not compared.',
        causes: compared,
        refs: ['RFC 8446 §4.4.2'],
    },
    'baseline/key': {
        title: 'Key as in the baseline',
        reason: 'The type and the size of the key decide which clients connect and how strong the proof of the server is.',
        causes: compared,
        refs: ['RFC 9325 §4.5'],
    },
    'baseline/features': {
        title: 'Features as in the baseline',
        reason: 'Protections such as secure renegotiation, and risks such as compression, come and go with the TLS library and its options.',
        causes: compared,
        refs: ['RFC 9325 §3'],
    },
    'baseline/checks': {
        title: 'Failed checks as in the baseline',
        reason: 'A check that failed when the baseline was written may fail for more by now. It is known to only where the baseline has how severe it was, and for what it failed.',
        causes: [],
        refs: ['RFC 9325 §1'],
    },
    'baseline/clients': {
        title: 'Clients as in the baseline',
        reason: 'Who loses its connection by a change is worth knowing, but mostly meant: it is a notice. A client that has to connect is named in the policy, and its own check then fails.',
        causes: ['baseline-changed'],
        refs: ['RFC 8446 §4.1.1'],
    },
    'baseline/target': {
        title: 'Targets as in the baseline',
        reason: 'A target that the baseline does not have is not guarded by it, and one that only the baseline has is not guarded any more.',
        causes: ['baseline-target-new', 'baseline-target-gone'],
        refs: ['RFC 9325 §1'],
    },
};


/***/ }),

/***/ 5232:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ fixOf),
/* harmony export */   Di: () => (/* binding */ titleOfCause),
/* harmony export */   SZ: () => (/* binding */ handshakeCauses),
/* harmony export */   ZE: () => (/* binding */ products),
/* harmony export */   et: () => (/* binding */ askAgain),
/* harmony export */   ps: () => (/* binding */ causes)
/* harmony export */ });
/* unused harmony exports checkCauses, fixText */
/* harmony import */ var _baseline_baseline_causes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1526);
/* harmony import */ var _client_causes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9160);
/* harmony import */ var _deploy_causes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1412);
/* harmony import */ var _policy_policy_causes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3212);
/* harmony import */ var _staple_causes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(850);
/* harmony import */ var _vulnerability_vulnerabilities_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5961);






/** The products a fix may speak of, with the label its line starts with, in the order of the lines. */
const products = {
    nginx: 'nginx',
    apache: 'Apache',
    haproxy: 'HAProxy',
    postfix: 'Postfix',
    dovecot: 'Dovecot',
    postgresql: 'PostgreSQL',
    node: 'Node',
    curl: 'curl',
    java: 'Java',
};
/** The protocols with STARTTLS that a product serves; of the others it is no server. */
const served = {
    nginx: ['smtp', 'imap', 'pop3'],
    postfix: ['smtp'],
    dovecot: ['lmtp', 'imap', 'pop3', 'sieve'],
    postgresql: ['postgres'],
};
/** Causes of a failed handshake, by category. Their names are part of the public contract. */
const handshakeCauses = {
    'protocol-version-mismatch': {
        category: 'protocol',
        title: 'No common protocol version',
        meaning: 'Client and server have no TLS version in common. As a rule one of them is old (TLS 1.0 or 1.1 only), or a minimum on one side lies above the maximum on the other.',
        fix: {
            do: 'Enable TLS 1.2 and TLS 1.3 on the server; where it cannot be changed, let the client offer a version that the server has',
            nginx: 'ssl_protocols TLSv1.2 TLSv1.3; (in the default server of the port: older nginx takes its value for all names)',
            apache: 'SSLProtocol -all +TLSv1.2 +TLSv1.3 (in the first virtual host of the port too: it answers clients without SNI)',
            haproxy: 'ssl-default-bind-options ssl-min-ver TLSv1.2 (section global; remove ssl-max-ver and force-tlsv… from it and the bind line)',
            node: "minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' (only to reach a server that ends at TLS 1.0 or 1.1)",
            curl: '--tlsv1.2 (and no --tls-max below 1.2)',
            java: '-Djdk.tls.client.protocols=TLSv1.3,TLSv1.2 (Java 8 before 8u261 has no TLS 1.3)',
        },
        refs: ['RFC 8446 §4.2.1', 'RFC 9325 §3.1.1', 'RFC 8996'],
    },
    'no-common-cipher': {
        category: 'cipher',
        title: 'No common cipher suite',
        meaning: 'Client and server have no cipher suite in common that also fits the TLS version and the key of the certificate: an ECDSA suite needs an EC key, an RSA suite an RSA key.',
        fix: {
            do: 'Let the server accept the AEAD suites with ECDHE, for the type of key its certificate has',
            nginx: 'ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20; (for RSA and EC keys; TLS 1.3 has its own list: ssl_conf_command Ciphersuites)',
            apache: 'SSLCipherSuite ECDHE+AESGCM:ECDHE+CHACHA20 (for RSA and EC keys; TLS 1.3 has its own list: SSLCipherSuite TLSv1.3 …)',
            haproxy: 'ssl-default-bind-ciphers ECDHE+AESGCM:ECDHE+CHACHA20 (section global; for TLS 1.3: ssl-default-bind-ciphersuites)',
            node: 'ciphers: tls.DEFAULT_CIPHERS (on both sides: a list of your own may leave out what the other one has)',
            curl: '--ciphers DEFAULT (or no --ciphers at all; for TLS 1.3: --tls13-ciphers)',
            java: 'jdk.tls.disabledAlgorithms (in conf/security/java.security: an entry here switches off suites; compare it with the server)',
        },
        refs: ['RFC 8446 §4.1.1', 'RFC 9325 §4.2'],
    },
    'no-common-group': {
        category: 'cipher',
        title: 'No common key exchange group',
        meaning: 'Client and server have no group (elliptic curve or ML-KEM hybrid) in common, so they cannot agree on a key. As a rule a list on one side was narrowed by hand.',
        fix: {
            do: 'Let the server accept X25519 and secp256r1 (P-256), which nearly every client offers',
            nginx: 'ssl_ecdh_curve auto; (the list of OpenSSL; by hand: X25519:prime256v1:secp384r1)',
            apache: 'SSLOpenSSLConfCmd Groups X25519:P-256:P-384 (or no such line: the list of OpenSSL has them)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem curves X25519:P-256:P-384',
            node: "ecdhCurve: 'auto' (the default, on both sides)",
            curl: '--curves X25519:P-256:P-384 (or no --curves at all)',
            java: '-Djdk.tls.namedGroups=x25519,secp256r1,secp384r1',
        },
        refs: ['RFC 8446 §4.2.7', 'RFC 8422 §5.1'],
    },
    'no-common-signature-scheme': {
        category: 'cipher',
        title: 'No common signature scheme',
        meaning: 'The server has no certificate whose key can sign in a way that the client accepts. The key is of a rare type (Ed25519, P-521), too small for RSA-PSS, or a list of schemes was narrowed.',
        fix: {
            do: 'Serve a certificate with an RSA key of 2048 bits or an EC key on P-256, whose signatures every client can verify',
            nginx: 'ssl_certificate /etc/nginx/rsa.pem; (with its ssl_certificate_key, beside the first pair: nginx takes the one that fits)',
            apache: 'SSLCertificateFile /etc/apache2/rsa.pem (with its SSLCertificateKeyFile, beside the first pair)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (and put site.pem.rsa and site.pem.ecdsa there: HAProxy takes the one that fits)',
            node: "sigalgs: 'ECDSA+SHA256:RSA-PSS+SHA256:RSA+SHA256' (or no sigalgs at all, on both sides)",
            curl: '--sigalgs ECDSA+SHA256:RSA-PSS+SHA256:RSA+SHA256 (curl 8.14 and later; or no --sigalgs at all)',
            java: '-Djdk.tls.client.SignatureSchemes=ecdsa_secp256r1_sha256,rsa_pss_rsae_sha256,rsa_pkcs1_sha256 (or leave it unset)',
        },
        refs: ['RFC 8446 §4.2.3', 'RFC 8446 §4.4.2.2'],
    },
    'weak-dh-parameters': {
        category: 'cipher',
        title: 'Diffie-Hellman prime too short',
        meaning: 'The finite-field Diffie-Hellman of the server has a prime that is shorter than the client or the policy allows. One of 1024 bits can be broken by a state, and then opens every session that used it.',
        fix: {
            do: 'Take the suites with DHE out of the list of the server, or give it a prime of 3072 bits; where it cannot be changed, let the client leave DHE out',
            nginx: 'ssl_ciphers ECDHE+AESGCM; (and what else the policy has; or ssl_dhparam with the longer prime)',
            apache: 'SSLCipherSuite ECDHE+AESGCM (and what else the policy has; or the longer prime at the end of the SSLCertificateFile)',
            haproxy: 'ssl-default-bind-ciphers ECDHE+AESGCM (section global; and what else the policy has; or tune.ssl.default-dh-param 3072)',
            node: "ciphers: 'ECDHE+AESGCM' (and what else the policy has; or dhparam: 'auto'; in a client: 'DEFAULT:!DHE')",
            curl: "--ciphers 'DEFAULT:!DHE' (the server then takes ECDHE or RSA where it has them)",
            java: '-Djdk.tls.ephemeralDHKeySize=2048 (in a server; Java 8 has 1024 unless told otherwise)',
        },
        refs: ['RFC 9325 §4.5', 'RFC 7919'],
    },
    'certificate-expired': {
        category: 'certificate',
        title: 'Certificate expired',
        meaning: 'A certificate of the chain is past its end date. Either nobody renewed it, or it was renewed and the running server still presents the old one.',
        fix: {
            do: 'Renew the certificate, then reload the server: it keeps the old file in memory until then',
            nginx: 'nginx -s reload (after every renewal: certbot renew --deploy-hook "nginx -s reload")',
            apache: 'apachectl graceful (after every renewal: certbot renew --deploy-hook "apachectl graceful")',
            haproxy: 'systemctl reload haproxy (after cat fullchain.pem privkey.pem > /etc/haproxy/site.pem)',
            node: 'server.setSecureContext({ key, cert }) (a running Node server takes the renewed files this way)',
        },
        refs: ['RFC 5280 §4.1.2.5'],
    },
    'certificate-not-yet-valid': {
        category: 'certificate',
        title: 'Certificate not yet valid',
        meaning: 'The start date of a certificate of the chain lies in the future. As a rule the clock of the client, a container or the issuing machine is wrong; otherwise the certificate was put in place too early.',
        fix: {
            do: 'Compare the clocks of client and server with UTC (date -u; timedatectl set-ntp true); if both are right, present the previous certificate until the start date',
        },
        refs: ['RFC 5280 §4.1.2.5'],
    },
    'certificate-self-signed': {
        category: 'certificate',
        title: 'Self-signed certificate',
        meaning: 'The server presents a certificate that it signed itself, so nobody vouches for it: the placeholder of an installation or an ingress, a default virtual host, or a private server.',
        fix: {
            do: 'Present a certificate from a CA that the clients trust; for a private server, give its certificate to the clients as trusted (tlsgate: the option ca)',
            nginx: 'ssl_certificate /etc/letsencrypt/live/example.com/fullchain.pem; (in the server block with this server_name)',
            apache: 'SSLCertificateFile /etc/letsencrypt/live/example.com/fullchain.pem (in the virtual host with this ServerName)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (made by cat fullchain.pem privkey.pem > site.pem)',
            node: "ca: readFileSync('server.pem') (or NODE_EXTRA_CA_CERTS=server.pem in the environment)",
            curl: '--cacert server.pem',
            java: 'keytool -importcert -cacerts -alias example -file server.pem',
        },
        refs: ['RFC 5280 §3.2', 'RFC 5280 §6.1'],
    },
    'certificate-untrusted': {
        category: 'certificate',
        title: 'Certificate from an untrusted CA',
        meaning: 'The chain ends at a CA that the client does not trust: a private or staging CA, a proxy that inspects traffic, or a public CA missing from an outdated list of roots.',
        fix: {
            do: 'Give the root certificate of this CA to the client as trusted (tlsgate: the option ca), or present a certificate from a CA that the clients trust already',
            nginx: 'ssl_certificate /etc/letsencrypt/live/example.com/fullchain.pem; (a public certificate in the place of the private one)',
            apache: 'SSLCertificateFile /etc/letsencrypt/live/example.com/fullchain.pem (a public certificate in the place of the private one)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (public certificate, intermediates and key in one file)',
            node: 'NODE_EXTRA_CA_CERTS=/path/root.pem (or --use-system-ca when the operating system trusts it; in code the option ca)',
            curl: '--cacert root.pem',
            java: 'keytool -importcert -cacerts -alias example-root -file root.pem (or -Djavax.net.ssl.trustStore=…)',
        },
        refs: ['RFC 5280 §6.1'],
    },
    'certificate-chain-incomplete': {
        category: 'certificate',
        title: 'Intermediate certificate missing',
        meaning: 'The server does not send the intermediate certificate that leads to a trusted root. Browsers often know or fetch it and hide the fault; Node, curl, Java and most programs fail.',
        fix: {
            do: 'Configure the full chain: the certificate of the server first, then each intermediate, without the root',
            nginx: 'ssl_certificate /etc/letsencrypt/live/example.com/fullchain.pem; (not cert.pem, which has no intermediates)',
            apache: 'SSLCertificateFile /etc/letsencrypt/live/example.com/fullchain.pem (2.4.8 and later; not cert.pem)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (made by cat fullchain.pem privkey.pem > site.pem)',
            node: "cert: readFileSync('fullchain.pem') (in a server; a client can add the intermediate: NODE_EXTRA_CA_CERTS=intermediate.pem)",
            curl: '--cacert bundle.pem (a stopgap: the root and the missing intermediate in one file)',
            java: '-Dcom.sun.security.enableAIAcaIssuers=true (a stopgap: Java fetches the missing certificate)',
        },
        refs: ['RFC 8446 §4.4.2', 'RFC 5246 §7.4.2'],
    },
    'certificate-host-mismatch': {
        category: 'certificate',
        title: 'Certificate for another host',
        meaning: 'The certificate does not carry the name that the client asked for. The name was left out when it was issued, a wildcard covers one label only, or another virtual host answered.',
        fix: {
            do: 'Issue the certificate again with this name, or connect by a name it carries; check first which virtual host answers for the name',
            nginx: 'server_name example.com www.example.com; (beside the ssl_certificate for it; else the default server answers)',
            apache: 'ServerAlias www.example.com (in the virtual host with the right certificate; else the first one of the port answers)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/certs/ (a directory: HAProxy picks the certificate by name, else the first file)',
            node: "servername: 'example.com' (when connecting by address, by another name or through a tunnel)",
            curl: '--connect-to example.com:443:192.0.2.10:443 (with the right name in the URL, instead of an address)',
        },
        refs: ['RFC 9525 §6.3', 'RFC 9525 §6.4'],
    },
    'certificate-revoked': {
        category: 'certificate',
        title: 'Certificate revoked',
        meaning: 'The CA has withdrawn a certificate of the chain before its end date: its key was exposed, it was issued wrongly, or someone replaced it and revoked the old one.',
        fix: {
            do: 'Find the reason with the CA, then issue a certificate on a new key and reload the server',
            nginx: 'ssl_certificate_key /etc/nginx/new.key; (and the ssl_certificate that belongs to it, then nginx -s reload)',
            apache: 'SSLCertificateKeyFile /etc/apache2/new.key (and the SSLCertificateFile that belongs to it, then apachectl graceful)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/new.pem (new certificate, intermediates and new key, then systemctl reload haproxy)',
        },
        refs: ['RFC 5280 §6.3', 'RFC 6960'],
    },
    'certificate-misissued': {
        category: 'certificate',
        title: 'Certificate not issued for this use',
        meaning: 'A certificate of the chain is used for what it was not issued for: a server certificate without serverAuth, an issuer that is no CA, or a path or name outside the constraints of its CA.',
        fix: {
            do: 'Issue a server certificate with extendedKeyUsage serverAuth from a CA with cA, keyCertSign and constraints that allow this name and path',
        },
        refs: ['RFC 5280 §4.2.1.3', 'RFC 5280 §4.2.1.9', 'RFC 5280 §4.2.1.10', 'RFC 5280 §4.2.1.12'],
    },
    'certificate-weak-key': {
        category: 'certificate',
        title: 'Weak key in a certificate',
        meaning: 'The key of a certificate of the chain is too small to be safe (RSA below 2048 bits, an EC key below 224), so clients refuse it.',
        fix: {
            do: 'Issue the certificate on a new key, RSA with at least 2048 bits or EC on P-256; for a weak CA, move to another one',
            node: "ciphers: 'DEFAULT@SECLEVEL=1' (a stopgap in the client: level 1 accepts RSA with 1024 bits)",
            curl: '--ciphers DEFAULT@SECLEVEL=1 (a stopgap, where curl is built on OpenSSL)',
        },
        refs: ['RFC 9325 §4.5'],
    },
    'certificate-weak-signature': {
        category: 'certificate',
        title: 'Weak signature in a certificate',
        meaning: 'A certificate of the chain below the root is signed with MD5 or SHA-1, for which forgeries are practical, so clients refuse it. The signature of the root itself does not matter.',
        fix: {
            do: 'Have the certificate issued again with SHA-256 or better; if it is an intermediate, take the current one of the CA',
            node: "ciphers: 'DEFAULT@SECLEVEL=0' (a stopgap in the client: only level 0 accepts SHA-1)",
            curl: '--ciphers DEFAULT@SECLEVEL=0 (a stopgap, where curl is built on OpenSSL)',
            java: 'jdk.certpath.disabledAlgorithms (in conf/security/java.security: lists what Java refuses)',
        },
        refs: ['RFC 8446 §4.4.2.4', 'RFC 9155'],
    },
    'dns-failure': {
        category: 'network',
        title: 'Host name not found',
        meaning: 'The name could not be turned into an address: it is misspelt, has no A or AAAA record, is known in another network only, or the resolver gave no answer.',
        fix: {
            do: 'Check the spelling and the DNS record as this machine sees it: getent hosts example.com',
            node: "host: '192.0.2.10', servername: 'example.com' (to test the server before its record exists)",
            curl: '--resolve example.com:443:192.0.2.10 (to test the server before its record exists)',
        },
        refs: ['RFC 1035 §4.1.1'],
    },
    'connection-refused': {
        category: 'network',
        title: 'Connection refused',
        meaning: 'The address answered that nothing listens on this port: the server is not running, not started yet, bound to another address or port, or a firewall refuses in its place.',
        fix: {
            do: 'Start the server, or wait until it listens; check the port and that it is bound to this address: ss -ltn',
            nginx: 'listen 443 ssl; (with listen [::]:443 ssl; for IPv6)',
            apache: 'Listen 443 https',
            haproxy: 'bind :::443 v4v6 ssl crt /etc/haproxy/site.pem',
            node: "await once(server.listen(0), 'listening') (in a test: connect only after this event, to the port of server.address())",
        },
        refs: ['RFC 9293 §3.5.2'],
    },
    'connection-timeout': {
        category: 'network',
        title: 'No answer to the connection',
        meaning: 'Nothing answered the TCP connection in time: a firewall or security group drops the packets, the address is wrong, or the machine is down.',
        fix: {
            do: 'Open the port between this client and the server in every firewall and security group on the way, and check the address',
            curl: '--connect-timeout 30 (only where the network is slow)',
        },
        refs: ['RFC 9293 §3.8.3'],
    },
    'host-unreachable': {
        category: 'network',
        title: 'No route to the host',
        meaning: 'The network reported that it cannot reach the address. Often the name has an IPv6 address and this machine has no IPv6; otherwise a VPN, a route or the host itself is down.',
        fix: {
            do: 'Check the route to the address (ip route get 192.0.2.10); if only IPv6 fails, repair it or connect over IPv4',
            node: 'family: 4',
            curl: '--ipv4',
            java: '-Djava.net.preferIPv4Stack=true',
        },
        refs: ['RFC 1122 §3.2.2.1', 'RFC 4443 §3.1'],
    },
    'connection-reset': {
        category: 'network',
        title: 'Connection reset during the handshake',
        meaning: 'The TCP connection was torn down in the middle of the handshake: the server waits for a PROXY protocol header, its process crashed, or a filter on the way objects to the name.',
        fix: {
            do: 'Read the error log of the server at this time; if it shows nothing, repeat from another network, to find a filter on the way',
            nginx: 'listen 443 ssl; (without proxy_protocol, unless a load balancer in front of it sends the header)',
            apache: 'RemoteIPProxyProtocol Off (unless a load balancer in front of it sends the header)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (without accept-proxy, unless a load balancer in front of it sends the header)',
        },
        refs: ['RFC 9293 §3.5.3', 'RFC 8446 §6'],
    },
    'connection-closed': {
        category: 'network',
        title: 'Connection closed during the handshake',
        meaning: 'The other side closed the connection in the middle of the handshake without a TLS alert: a load balancer without a backend or a certificate, an allow list, or a port that speaks another protocol.',
        fix: {
            do: 'Read the error log of the server at this time; look for a load balancer without a healthy backend and for a list of allowed addresses',
            nginx: 'error_log /var/log/nginx/error.log info; (at level info it says why a handshake ended)',
            apache: 'LogLevel ssl:info (it says why a handshake ended)',
            haproxy: 'error-log-format "%ci:%cp %[ssl_fc_err_str]" (2.5 and later; it says why a handshake ended)',
            node: "server.on('tlsClientError', error => console.error(error)) (it says why a handshake ended)",
        },
        refs: ['RFC 8446 §6.1'],
    },
    'handshake-timeout': {
        category: 'network',
        title: 'No answer to the handshake',
        meaning: 'The TCP connection stands, but the handshake did not go on in time: the port waits for a plain-text protocol, the server is overloaded, or a device drops a ClientHello that takes two packets.',
        fix: {
            do: 'Check that the port speaks as its scheme says (https:// TLS at once, smtp:// plain text first), then the load of the server and devices on the way',
            nginx: 'listen 443 ssl; (in the server block of this port: without ssl it waits for plain HTTP)',
            apache: 'SSLEngine on (in the virtual host of this port)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (with the word ssl)',
            node: "ecdhCurve: 'X25519:P-256' (without ML-KEM the ClientHello fits in one packet: if this works, a device drops large ones)",
            curl: '--curves X25519:P-256 (for the same trial)',
        },
        refs: ['RFC 8446 §4.1.2', 'RFC 8446 §5.1'],
    },
    'proxy-refused': {
        category: 'network',
        title: 'Refused by the proxy',
        meaning: 'The proxy did not open a tunnel to the server: it is not there, wants credentials, does not allow this host or port, or cannot reach the server itself.',
        fix: {
            do: 'Check the address and credentials of the proxy and its list of allowed hosts and ports, or leave it out for this host',
            apache: 'AllowCONNECT 443 8443 (where Apache is the proxy)',
            node: 'NO_PROXY=example.com (in the environment, to leave the proxy out)',
            curl: '--proxy http://name:password@proxy.example:3128 (or --noproxy example.com)',
            java: '-Dhttps.proxyHost=proxy.example -Dhttps.proxyPort=3128 (or -Dhttp.nonProxyHosts=example.com)',
        },
        refs: ['RFC 9110 §9.3.6'],
    },
    'starttls-refused': {
        category: 'network',
        title: 'STARTTLS refused',
        meaning: 'The server answered in plain text and would not change to TLS: STARTTLS is switched off, it has no certificate, or the port is meant for TLS from the first byte.',
        fix: {
            do: 'Turn STARTTLS on in the server, or use the port that speaks TLS from the first byte (smtps 465, imaps 993, pop3s 995, ldaps 636)',
            nginx: 'starttls on; (in the mail module)',
            postfix: 'smtpd_tls_security_level = may (with smtpd_tls_chain_files = /etc/postfix/key-and-chain.pem)',
            dovecot: 'ssl = yes (with the certificate and the key of the server)',
            postgresql: 'ssl = on (with ssl_cert_file and ssl_key_file)',
        },
        refs: ['RFC 3207 §4', 'RFC 9051 §6.2.1', 'RFC 8314 §3'],
    },
    'starttls-unavailable': {
        category: 'network',
        title: 'STARTTLS not available for now',
        meaning: 'The server answered in plain text that it cannot go on at the moment: it is overloaded, about to stop, or out of something it needs. Its protocol calls that temporary, so it proves nothing of its TLS.',
        fix: {
            do: 'Ask again later (tlsgate: retries, wait); if the answer stays, read the log of the server: some give it when they cannot read their certificate or key',
            postfix: 'postfix check (then look for "cannot load" in /var/log/mail.log: without its certificate it says 454 4.7.0)',
        },
        refs: ['RFC 3207 §4', 'RFC 4511 §4.14.1', 'RFC 5321 §4.2.1', 'RFC 5804 §1.3', 'RFC 9051 §7.1'],
    },
    'not-tls': {
        category: 'network',
        title: 'Not a TLS server',
        meaning: 'The server answered with something that is not TLS: plain HTTP, an SSH or mail greeting, or an error page of a device on the way.',
        fix: {
            do: 'Connect to the port that speaks TLS or turn TLS on for this one; a protocol that starts in plain text needs its scheme (smtp://, imap://, postgres://)',
            nginx: 'listen 443 ssl; (with the word ssl)',
            apache: 'SSLEngine on (in the virtual host of this port)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (with the word ssl)',
            node: 'https.createServer({ key, cert }) (instead of http.createServer)',
            curl: 'http:// (in the URL, if the port is meant to be plain)',
        },
        refs: ['RFC 8446 §5.1'],
    },
    'client-certificate-required': {
        category: 'configuration',
        title: 'Client certificate required',
        meaning: 'The server asked the client for a certificate, got none and ended the handshake. It is meant for clients that authenticate themselves (mutual TLS).',
        fix: {
            do: 'Let the client send a certificate from a CA the server accepts (tlsgate: the options cert and key), or make it optional in the server',
            nginx: 'ssl_verify_client optional; (and test $ssl_client_verify where the certificate matters)',
            apache: 'SSLVerifyClient optional (and Require ssl-verify-client where the certificate matters)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem verify optional ca-file /etc/haproxy/client-ca.pem',
            node: "key: readFileSync('client.key'), cert: readFileSync('client.pem')",
            curl: '--cert client.pem --key client.key',
            java: '-Djavax.net.ssl.keyStore=client.p12 -Djavax.net.ssl.keyStorePassword=…',
        },
        refs: ['RFC 8446 §4.3.2', 'RFC 8446 §4.4.2.4', 'RFC 8446 §6.2'],
    },
    'client-certificate-rejected': {
        category: 'configuration',
        title: 'Client certificate rejected',
        meaning: 'The server did not accept the certificate of the client: it is expired, not for clientAuth, revoked, from a CA the server does not trust, or sent without its intermediates.',
        fix: {
            do: 'Send a client certificate that is valid today, allows clientAuth and comes, intermediates included, from a CA the server trusts',
            nginx: 'ssl_client_certificate /etc/nginx/client-ca.pem; (and ssl_verify_depth 2 for a CA with two intermediates; the default is 1)',
            apache: 'SSLCACertificateFile /etc/apache2/client-ca.pem (and SSLVerifyDepth 2 for a CA with an intermediate; the default is 1)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem verify required ca-file /etc/haproxy/client-ca.pem',
            node: "key: readFileSync('client.key'), cert: readFileSync('client-fullchain.pem')",
            curl: '--cert client-fullchain.pem --key client.key',
            java: '-Djavax.net.ssl.keyStore=client.p12 (with the whole chain in it: keytool -list -v -keystore client.p12)',
        },
        refs: ['RFC 8446 §4.4.2.4', 'RFC 8446 §6.2'],
    },
    'unrecognized-name': {
        category: 'configuration',
        title: 'Server does not know the name',
        meaning: 'The server refused the name in the SNI extension: no virtual host or certificate is configured for it, or the client sent no name or a wrong one.',
        fix: {
            do: 'Configure a virtual host and a certificate for this name, or send a name the server knows',
            nginx: 'server_name example.com; (in a server block with its certificate; the refusal comes from ssl_reject_handshake on)',
            apache: 'ServerName example.com (in a virtual host with its certificate)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/certs/ (with a file for this name in it; the refusal comes from strict-sni)',
            node: "servername: 'example.com'",
            curl: '--connect-to example.com:443:192.0.2.10:443 (curl sends the name in the URL as SNI)',
            java: '-Djsse.enableSNIExtension=true (the default; someone may have switched it off)',
        },
        refs: ['RFC 6066 §3'],
    },
    'alpn-mismatch': {
        category: 'configuration',
        title: 'No common application protocol',
        meaning: 'Client and server have no application protocol (ALPN) in common: the client asked for h2 only, say, and the server has HTTP/1.1 only.',
        fix: {
            do: 'Let the server offer what its clients ask for, on the web both h2 and http/1.1',
            nginx: 'http2 on; (1.25.1 and later; before: listen 443 ssl http2;)',
            apache: 'Protocols h2 http/1.1 (with mod_http2)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem alpn h2,http/1.1',
            node: "ALPNProtocols: ['h2', 'http/1.1'] (on either side)",
            curl: '--http1.1 (or --no-alpn)',
        },
        refs: ['RFC 7301 §3.2'],
    },
    'server-internal-error': {
        category: 'configuration',
        title: 'Internal error of the server',
        meaning: 'The server reported that it failed for a reason of its own. As a rule it has no certificate for the name, cannot read a key file, or a backend it asks for certificates is down.',
        fix: {
            do: 'Read the error log of the server at this time; check that it has a certificate for this name and may read its key',
            nginx: 'error_log /var/log/nginx/error.log info; (then nginx -t; a path with variables in ssl_certificate fails only at the handshake)',
            apache: 'LogLevel ssl:info (then apachectl configtest)',
            haproxy: 'error-log-format "%ci:%cp %[ssl_fc_err_str]" (2.5 and later)',
            node: "server.on('tlsClientError', error => console.error(error)) (an SNICallback that throws or fails ends here)",
        },
        refs: ['RFC 8446 §6.2'],
    },
    'malformed-message': {
        category: 'configuration',
        title: 'Malformed handshake message',
        meaning: 'One side sent bytes that the TLS standard does not allow, and the other ended the handshake. A device on the way changes the traffic, or a TLS library is faulty.',
        fix: {
            do: 'Connect directly, without the proxy or inspecting device on the way; if it still fails, update the TLS library of the side that sent the message',
            node: "maxVersion: 'TLSv1.2' (a trial: if this works, something on the way cannot bear TLS 1.3)",
            curl: '--tls-max 1.2 (for the same trial)',
            java: '-Djdk.tls.client.protocols=TLSv1.2 (for the same trial)',
        },
        refs: ['RFC 8446 §6.2'],
    },
    'unexpected-alert': {
        category: 'configuration',
        title: 'Handshake ended by an alert',
        meaning: 'One side ended the handshake with an alert that does not tell the reason, and further questions to the server did not find it.',
        fix: {
            do: 'Read the error log of the server at this time: it has the reason that the alert leaves out',
            nginx: 'error_log /var/log/nginx/error.log info; (at level info it says why a handshake ended)',
            apache: 'LogLevel ssl:info (it says why a handshake ended)',
            haproxy: 'error-log-format "%ci:%cp %[ssl_fc_err_str]" (2.5 and later; it says why a handshake ended)',
            node: "server.on('tlsClientError', error => console.error(error)) (it says why a handshake ended)",
        },
        refs: ['RFC 8446 §6'],
    },
};
/** Causes of a failed check with which a handshake can still complete. */
const checkCauses = {
    'certificate-expires-soon': {
        category: 'certificate',
        title: 'Certificate expires soon',
        meaning: 'Most of the lifetime of the certificate has passed and no newer one is presented: the automatic renewal did not run, failed, or the server was not reloaded.',
        fix: {
            do: 'Find out why the renewal failed (certbot renew --dry-run), renew the certificate and reload the server',
            nginx: 'nginx -s reload (after every renewal: certbot renew --deploy-hook "nginx -s reload")',
            apache: 'apachectl graceful (after every renewal: certbot renew --deploy-hook "apachectl graceful")',
            haproxy: 'systemctl reload haproxy (after cat fullchain.pem privkey.pem > /etc/haproxy/site.pem)',
        },
        refs: ['RFC 5280 §4.1.2.5', 'RFC 9773'],
    },
    'certificate-chain-misordered': {
        category: 'certificate',
        title: 'Certificate chain out of order',
        meaning: 'The certificates are not sent in the order of the chain, each followed by its issuer. Many clients sort them; strict ones fail.',
        fix: {
            do: 'Put the certificate of the server first and after each one its issuer: cat server.pem intermediate.pem > fullchain.pem',
            nginx: 'ssl_certificate /etc/nginx/fullchain.pem; (with the file in that order)',
            apache: 'SSLCertificateFile /etc/apache2/fullchain.pem (with the file in that order)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (with the file in that order, the key last)',
            node: "cert: readFileSync('fullchain.pem') (with the file in that order)",
        },
        refs: ['RFC 5246 §7.4.2', 'RFC 8446 §4.4.2'],
    },
    'certificate-chain-extraneous': {
        category: 'certificate',
        title: 'Superfluous certificates in the chain',
        meaning: 'The server sends certificates that no client needs: the root, a copy, or certificates of another chain. Each costs bytes in every handshake and may lead a client astray.',
        fix: {
            do: 'Remove from the chain file the root, copies and everything that did not issue the certificate before it',
            nginx: 'ssl_certificate /etc/nginx/fullchain.pem; (the certificate of the server and its intermediates, nothing else)',
            apache: 'SSLCertificateFile /etc/apache2/fullchain.pem (and no SSLCertificateChainFile that sends them a second time)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (the certificate of the server, its intermediates and the key, nothing else)',
            node: "cert: readFileSync('fullchain.pem') (the certificate of the server and its intermediates, nothing else)",
        },
        refs: ['RFC 8446 §4.4.2'],
    },
    'certificate-no-san': {
        category: 'certificate',
        title: 'Certificate without alternative names',
        meaning: 'The certificate names its host in the common name only. Clients read the subject alternative names and nothing else, so it is valid for no host.',
        fix: {
            do: 'Issue the certificate again with the host in subjectAltName: openssl req -new -key server.key -addext subjectAltName=DNS:example.com',
        },
        refs: ['RFC 9525 §4.1'],
    },
    ..._staple_causes_js__WEBPACK_IMPORTED_MODULE_4__/* .stapleCauses */ .k,
    ..._policy_policy_causes_js__WEBPACK_IMPORTED_MODULE_3__/* .policyCauses */ .X,
    ..._vulnerability_vulnerabilities_js__WEBPACK_IMPORTED_MODULE_5__/* .vulnerabilityCauses */ .zj,
    ..._client_causes_js__WEBPACK_IMPORTED_MODULE_1__/* .clientCauses */ .w,
    ..._baseline_baseline_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .baselineCauses */ .Q,
    ..._deploy_causes_js__WEBPACK_IMPORTED_MODULE_2__/* .deployCauses */ .y,
};
/** Every cause, in the order of the contract. */
const causes = { ...handshakeCauses, ...checkCauses };
/** What to do about a cause, see fixText(). */
const fixOf = (cause, protocol) => fixText(causes[cause].fix, protocol);
/**
 * What to do: a line for everyone, then a line a product, as in 'nginx: ssl_protocols TLSv1.2 TLSv1.3;'.
 * @param protocol to leave out the products that do not serve it
 */
function fixText(fix, protocol) {
    const lines = Object.entries(products).flatMap(([key, label]) => {
        const product = key;
        const line = fix[product];
        return line === undefined || (protocol && !served[product]?.includes(protocol)) ? [] : [`${label}: ${line}`];
    });
    return [fix.do, ...lines].join('\n');
}
/** The fix of what could not be found out. */
const askAgain = 'Ask again with more time (timeout), a larger budget, or one question at a time (connections 1)';
/** What a cause is called in words; null for one that a report has and this version does not. */
function titleOfCause(cause) {
    const known = causes;
    return (Object.hasOwn(known, cause) && known[cause]?.title) || null;
}


/***/ }),

/***/ 8829:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ checkIds)
/* harmony export */ });
/* harmony import */ var _baseline_baseline_causes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1526);
/* harmony import */ var _causes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5232);
/* harmony import */ var _client_causes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9160);
/* harmony import */ var _deploy_causes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1412);
/* harmony import */ var _policy_policy_causes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3212);
/* harmony import */ var _staple_causes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(850);
/* harmony import */ var _vulnerability_vulnerabilities_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5961);
// Every check that a report can hold: what it looks at and why. The judging itself stands in the neighbouring files.







/** Every check, by its id. The ids are part of the public contract. */
const checkIds = {
    'handshake/completion': {
        title: 'Handshake completes',
        reason: 'Nothing can be served over TLS until a client that verifies the certificate completes the handshake. This check performs a real one and lingers after it, since a TLS 1.3 server refuses a client certificate only then.',
        causes: Object.keys(_causes_js__WEBPACK_IMPORTED_MODULE_1__/* .handshakeCauses */ .SZ),
        refs: ['RFC 8446 §2'],
    },
    'certificate/validity': {
        title: 'Validity period',
        reason: 'Outside its validity period a certificate proves nothing, and every verifying client ends the handshake. The whole chain counts, not the certificate of the server alone.',
        causes: ['certificate-expired', 'certificate-not-yet-valid'],
        refs: ['RFC 5280 §4.1.2.5'],
    },
    'certificate/lifetime-left': {
        title: 'Lifetime left',
        reason: 'An expired certificate is the outage that a calendar could have prevented. What counts is the share of the lifetime that is left, as lifetimes range from days to years.',
        causes: ['certificate-expires-soon', 'certificate-expired'],
        refs: ['RFC 5280 §4.1.2.5', 'RFC 9773'],
    },
    'certificate/trust': {
        title: 'Trusted issuer',
        reason: 'Without a path to a root that the client trusts, the server could be anyone. OpenSSL judges the path; tlsgate explains where it ends.',
        causes: ['certificate-self-signed', 'certificate-untrusted', 'certificate-chain-incomplete', 'certificate-revoked'],
        refs: ['RFC 5280 §6.1'],
    },
    'certificate/hostname': {
        title: 'Host name covered',
        reason: 'A trusted certificate of another host proves nothing about this one. The subject alternative names must carry the name that the client asked for.',
        causes: ['certificate-host-mismatch', 'certificate-no-san'],
        refs: ['RFC 9525 §6'],
    },
    'certificate/chain': {
        title: 'Chain as sent',
        reason: 'Browsers repair a chain that is incomplete or out of order, other clients do not, so the fault shows only in production. This check reads the chain as the server sent it.',
        causes: ['certificate-chain-incomplete', 'certificate-chain-misordered', 'certificate-chain-extraneous'],
        refs: ['RFC 8446 §4.4.2', 'RFC 5246 §7.4.2'],
    },
    'certificate/usage': {
        title: 'Issued for this use',
        reason: 'A certificate says what its key may be used for and an issuer says for which names and how deep it may issue. A client that verifies holds them to it.',
        causes: ['certificate-misissued'],
        refs: ['RFC 5280 §4.2.1.3', 'RFC 5280 §4.2.1.9', 'RFC 5280 §4.2.1.12'],
    },
    'certificate/key': {
        title: 'Key strength',
        reason: 'Whoever can compute the private key from the public one can pose as the server. Clients refuse keys that are small enough for it.',
        causes: ['certificate-weak-key'],
        refs: ['RFC 9325 §4.5'],
    },
    'certificate/signature': {
        title: 'Signature strength',
        reason: 'Certificates have been forged where MD5 was in use, and collisions of SHA-1 are practical. Clients refuse a chain that rests on either.',
        causes: ['certificate-weak-signature'],
        refs: ['RFC 8446 §4.4.2.4', 'RFC 9155'],
    },
    ..._staple_causes_js__WEBPACK_IMPORTED_MODULE_5__/* .stapleCheckRows */ .F,
    ..._policy_policy_causes_js__WEBPACK_IMPORTED_MODULE_4__/* .policyChecks */ .G,
    ..._vulnerability_vulnerabilities_js__WEBPACK_IMPORTED_MODULE_6__/* .vulnerabilityChecks */ .Ar,
    ..._client_causes_js__WEBPACK_IMPORTED_MODULE_2__/* .clientCheckRows */ .z,
    ..._baseline_baseline_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .baselineChecks */ .j,
    ..._deploy_causes_js__WEBPACK_IMPORTED_MODULE_3__/* .deployCheckRows */ .l,
    'run/shards': {
        title: 'Reports of all shards',
        reason: 'A fleet is checked by the jobs of a matrix, and a job that was ended has left no report. Whatever the others found, its targets were not checked, and a run with such targets has not passed.',
        causes: [],
        refs: ['RFC 9325 §1'],
    },
};


/***/ }),

/***/ 7754:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ checkOf)
/* harmony export */ });
/* harmony import */ var _causes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5232);
/* harmony import */ var _check_ids_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8829);
// From what was found out about a property to the check in the report.


/** The check, with what its cause or else its id has to say on it. */
function checkOf({ id, severity, status, message, members, undecided = [], evidence, cause, fix }) {
    const failed = status === 'fail' && cause !== undefined;
    return {
        id,
        status,
        severity,
        cause: failed ? cause : null,
        message,
        ...(members && { members }),
        ...(undecided.length > 0 && { undecided }),
        fix: fix !== undefined ? fix : failed ? (0,_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .fixOf */ .BW)(cause) : status === 'inconclusive' ? _causes_js__WEBPACK_IMPORTED_MODULE_0__/* .askAgain */ .et : null,
        evidence,
        refs: failed ? _causes_js__WEBPACK_IMPORTED_MODULE_0__/* .causes */ .ps[cause].refs : _check_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .checkIds */ .t[id].refs,
        location: null,
    };
}


/***/ }),

/***/ 9998:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FE: () => (/* binding */ failOns),
/* harmony export */   O1: () => (/* binding */ verdictOfAll),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   eQ: () => (/* binding */ failuresOfRun),
/* harmony export */   gO: () => (/* binding */ severities)
/* harmony export */ });
/** Every severity, most severe first. */
const severities = ['error', 'warning', 'notice'];
/** What fails a run: a failed check at least that severe, or only an error that the baseline does not have. */
const failOns = [...severities, 'regression'];
/** The verdict of some checks: only those at least as severe as `failOn` count; without any nothing is proven. */
function verdictOf(checks, failOn) {
    const threshold = severities.indexOf(failOn);
    const counted = checks.filter(check => severities.indexOf(check.severity) <= threshold);
    if (counted.some(check => check.status === 'fail'))
        return 'fail';
    return counted.length === 0 || counted.some(check => check.status === 'inconclusive') ? 'inconclusive' : 'pass';
}
/**
 * What checks of a run that belong to none of its targets add to the verdicts of these: failures alone. All of them are notices, which prove
 * nothing and are no regression.
 */
function failuresOfRun(checks, failOn) {
    return failOn !== 'regression' && verdictOf(checks, failOn) === 'fail' ? ['fail'] : [];
}
/** The verdict of several: one failure fails all; without any verdict nothing is proven. */
function verdictOfAll(verdicts) {
    if (verdicts.includes('fail'))
        return 'fail';
    return verdicts.length === 0 || verdicts.includes('inconclusive') ? 'inconclusive' : 'pass';
}


/***/ }),

/***/ 9160:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ clientCauses),
/* harmony export */   z: () => (/* binding */ clientCheckRows)
/* harmony export */ });
/** Causes of a failed check of a client. */
const clientCauses = {
    'client-cannot-connect': {
        category: 'protocol',
        title: 'Client cannot connect',
        meaning: 'A client that has to reach this server would not: the two have no version, cipher suite, group or signature scheme in common. The message says which of them.',
        fix: {
            do: 'Let the server accept one more of what the client offers, or take the client out of those that have to connect',
            nginx: 'ssl_protocols TLSv1.2 TLSv1.3; (and in ssl_ciphers a suite of the client)',
            apache: 'SSLProtocol -all +TLSv1.2 +TLSv1.3 (and in SSLCipherSuite a suite of the client)',
            haproxy: 'ssl-default-bind-options ssl-min-ver TLSv1.2 (and in ssl-default-bind-ciphers a suite of the client)',
        },
        refs: ['RFC 8446 §4.1.1', 'RFC 5246 §7.4.1'],
    },
    'client-can-connect': {
        category: 'protocol',
        title: 'Client connects that should not',
        meaning: 'A client that is to be kept out, as a rule for its age, finds a version and a cipher suite that this server accepts.',
        fix: {
            do: 'Stop accepting the version or the cipher suite that the message names, or take the client out of those that are to be kept out',
            nginx: 'ssl_protocols TLSv1.3; (where every client in use has it)',
            apache: 'SSLProtocol -all +TLSv1.3 (where every client in use has it)',
            haproxy: 'ssl-default-bind-options ssl-min-ver TLSv1.3 (where every client in use has it)',
        },
        refs: ['RFC 9325 §3.1.1', 'RFC 9325 §4.1'],
    },
};
/** One row for the checks of all clients: that of Java 8u161 has the id 'client/java-8u161'. */
const clientCheckRows = {
    'client/*': {
        title: 'Client connects',
        reason: 'Who tightens a server finds out from its users which of them it locked out. A client has this check when the policy wants it to connect, or to be kept out; tlsgate offers what that client offers.',
        causes: ['client-cannot-connect', 'client-can-connect'],
        refs: ['RFC 8446 §4.1.1', 'RFC 5246 §7.4.1'],
    },
};


/***/ }),

/***/ 1412:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ deployCheckRows),
/* harmony export */   y: () => (/* binding */ deployCauses)
/* harmony export */ });
/** Causes of what an expectation, a wait and a comparison of addresses can find. */
const deployCauses = {
    'expectation-unmet': {
        category: 'configuration',
        title: 'Not what is expected',
        meaning: 'The server shows something else than the configuration says it should. One of the two was changed without the other.',
        fix: { do: 'Mend the server, or, where the change was meant, write what it shows now into expect' },
        refs: ['RFC 8446 §4.1.1'],
    },
    'unexpected-success': {
        category: 'configuration',
        title: 'Handshake that should fail completes',
        meaning: 'The configuration expects the handshake with this target to fail, and it completes: what was to be kept out gets in.',
        fix: { do: 'Restore what made the handshake fail, or take fails-with out of expect where the success is right' },
        refs: ['RFC 8446 §6.2'],
    },
    'fingerprint-mismatch': {
        category: 'certificate',
        title: 'Another certificate than expected',
        meaning: 'Neither the certificate that the server shows nor its key has one of the expected fingerprints. As a rule the deployment has not reached this server, or it was not reloaded.',
        fix: {
            do: 'Install the expected certificate and reload the server, or let expect-fingerprint name the one shown as well',
            nginx: 'nginx -s reload (it keeps the old file in memory until then)',
            apache: 'apachectl graceful (it keeps the old file in memory until then)',
            haproxy: 'systemctl reload haproxy (after cat fullchain.pem privkey.pem > /etc/haproxy/site.pem)',
            node: 'server.setSecureContext({ key, cert }) (a running Node server takes the renewed files this way)',
        },
        refs: ['RFC 7469 §2.4'],
    },
    'pool-inconsistent': {
        category: 'configuration',
        title: 'Addresses that differ',
        meaning: 'The addresses of one name show different certificates or agree on different parameters, so that what a client gets depends on chance. Part of the servers was not updated.',
        fix: {
            do: 'Deploy the same files and settings to the addresses named, and reload them; while a rollout is on its way, let wait give it time',
            nginx: 'nginx -s reload (on every server behind the name)',
            apache: 'apachectl graceful (on every server behind the name)',
            haproxy: 'systemctl reload haproxy (on every server behind the name)',
        },
        refs: ['RFC 1794'],
    },
    'passed-after-retry': {
        category: 'network',
        title: 'Passed only when tried again',
        meaning: 'The target passed, but not at its first attempt. Clients do not always try again: what failed before is worth a look.',
        fix: {
            do: 'Look for what made the earlier attempts fail: a server of several that is broken, an overload, a network that loses packets',
        },
        refs: ['RFC 8446 §2'],
    },
    'not-mended-in-time': {
        category: 'network',
        title: 'Tried again in vain',
        meaning: 'The target was checked again and again, as retries and wait ask for, and did not pass before they were used up.',
        fix: { do: 'Mend what the other findings name; where a rollout takes longer, give it more time (wait) or more attempts (retries)' },
        refs: ['RFC 8446 §2'],
    },
};
const expected = (title, reason, refs) => ({
    title,
    reason,
    causes: ['expectation-unmet'],
    refs,
});
const negotiated = (what) => expected(`Expected ${what}`, `The configuration says which ${what} this target agrees on with the client. A change of it shows here, whether or not a policy objects.`, ['RFC 8446 §4.1.1']);
/** The checks that say so. */
const deployCheckRows = {
    'handshake/attempts': {
        title: 'Attempts',
        reason: 'A target that passes when it is tried again passes, but not unnoticed: this check says what was wrong before.',
        causes: ['passed-after-retry', 'not-mended-in-time'],
        refs: ['RFC 8446 §2'],
    },
    'pool/consistency': {
        title: 'All addresses alike',
        reason: 'A name with several addresses is as good as its worst one, and most clients see only one of them. This check compares the certificates that all show, and what they agree on.',
        causes: ['pool-inconsistent'],
        refs: ['RFC 1794'],
    },
    'expect/protocol': negotiated('protocol version'),
    'expect/cipher-suite': negotiated('cipher suite'),
    'expect/group': negotiated('group'),
    'expect/signature-scheme': negotiated('signature scheme'),
    'expect/alpn': negotiated('application protocol'),
    'expect/fails-with': {
        title: 'Expected failure',
        reason: 'Some handshakes have to fail: that of a client without a certificate, of an old client, with a revoked certificate. This check fails when they do not.',
        causes: ['unexpected-success', 'expectation-unmet'],
        refs: ['RFC 8446 §6.2'],
    },
    'expect/fingerprint': {
        title: 'Expected certificate',
        reason: 'After a deployment the new certificate has to be the one that is served. Its fingerprint, or that of its key, leaves no doubt about it.',
        causes: ['fingerprint-mismatch'],
        refs: ['RFC 7469 §2.4'],
    },
    'expect/issuer': expected('Expected issuer', 'The configuration says which authority issues the certificates of this target.', [
        'RFC 5280 §4.1.2.4',
    ]),
    'expect/covers': expected('Expected names', 'The configuration says which names the certificate of this target has to cover.', [
        'RFC 9525 §6',
    ]),
    'expect/days-left': expected('Expected days left', 'The configuration says for how many days the certificate has to be valid still.', [
        'RFC 5280 §4.1.2.5',
    ]),
};


/***/ }),

/***/ 8788:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AN: () => (/* binding */ nearestHint),
/* harmony export */   fw: () => (/* binding */ refuseUnknownNames),
/* harmony export */   pA: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4994);
// The known names that someone who typed another one most likely meant. Not a search engine: the lists are short.

const most = 3;
/**
 * The known names nearest to `name`, best first, at most three; none when nothing is near.
 * A name is near when it contains every word typed ('expired', 'java8') or when few letters differ from it ('not-tsl') or from its first word
 * ('mozila'); case does not count, and one that differs by it alone is the only one. Nothing is near to a single letter.
 */
function nearest(name, known) {
    const typed = name.toLowerCase();
    const same = known.filter(candidate => candidate.toLowerCase() === typed);
    if (same.length > 0)
        return same.slice(0, most);
    if (typed.length === 1)
        return [];
    const words = typed.split(/[^a-z0-9]+|(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])/).filter(word => word !== '');
    // Beyond a third of the letters, or beyond three, it is another name. The length alone rules out most, and any overlong input.
    const slip = Math.min(3, Math.floor(typed.length / 3));
    return known
        .flatMap(candidate => {
        const lower = candidate.toLowerCase();
        if (words.length > 0 && words.every(word => lower.includes(word)))
            return { candidate, distance: 0 };
        const [first = ''] = lower.split('-', 1);
        const forms = [lower, first].filter(form => Math.abs(form.length - typed.length) <= slip);
        const distance = Math.min(...forms.map(form => editDistance(typed, form)));
        return distance > slip ? [] : { candidate, distance };
    })
        .sort((a, b) => a.distance - b.distance)
        .slice(0, most)
        .map(({ candidate }) => candidate);
}
/** One line: what may have been meant, or what there is. */
function nearestHint(name, known) {
    const near = nearest(name, known);
    return near.length > 0
        ? `did you mean ${near.join(' or ')}?`
        : `use one of ${known.slice(0, 8).join(', ')}${known.length > 8 ? ', …' : ''}`;
}
/**
 * A name that is passed over means nothing, and what was meant by it holds for nothing.
 * @param foreign what others call one of the known names
 * @throws UsageError at the first name of a part that is not among the known ones
 */
function refuseUnknownNames(part, known, noun, foreign = {}) {
    const unknown = Object.keys(part).find(name => !known.includes(name));
    if (unknown === undefined)
        return;
    const near = Object.hasOwn(foreign, unknown) ? [foreign[unknown]] : nearest(unknown, known);
    throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e(`${JSON.stringify(unknown.slice(0, 80))} is no ${noun}`, near.length > 0 ? `did you mean ${near.join(' or ')}?` : `the ${noun.split(' ')[0]}s are ${known.join(', ')}`);
}
/** Letters to insert, delete, replace or swap with their neighbour to turn `a` into `b` (optimal string alignment). */
function editDistance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row++) {
        const current = [row];
        for (let column = 1; column <= b.length; column++) {
            const same = a[row - 1] === b[column - 1];
            const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
            current[column] = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1), swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY);
        }
        beforeLast = last;
        last = current;
    }
    return at(last, b.length);
}
const at = (row, column) => row[column] ?? Number.POSITIVE_INFINITY;


/***/ }),

/***/ 497:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UH: () => (/* binding */ knownNames),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   aP: () => (/* binding */ schemeClasses),
/* harmony export */   dT: () => (/* binding */ namesMeantBy),
/* harmony export */   fL: () => (/* binding */ everyCode),
/* harmony export */   jN: () => (/* binding */ resolveNames),
/* harmony export */   jn: () => (/* binding */ suiteClasses),
/* harmony export */   lS: () => (/* binding */ membersOf),
/* harmony export */   qy: () => (/* binding */ groupClasses)
/* harmony export */ });
/* harmony import */ var _registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5823);
/* harmony import */ var _registry_cipher_suites_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3103);
/* harmony import */ var _registry_groups_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9218);
/* harmony import */ var _registry_protocols_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6729);
/* harmony import */ var _registry_signature_schemes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5591);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4994);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8788);
// Names for sets of cipher suites, groups and signature schemes, so that a policy says 'export' and not twenty names. Read off the registries.







const keyExchangeIs = (...names) => ({ parts }) => names.includes(parts.keyExchange ?? '');
/** Classes of cipher suites. A suite is in every class that fits it. */
const suiteClasses = {
    null: { title: 'that encrypt nothing', has: ({ parts }) => parts.bits === 0 },
    anonymous: {
        title: 'that do not authenticate the server',
        has: ({ parts }) => parts.authentication === 'anon' || parts.authentication === 'NULL',
    },
    export: { title: 'weakened for the export rules of the 1990s', has: ({ parts }) => parts.exportGrade },
    'under-112-bits': { title: 'whose cipher has less than 112 bits of security', has: ({ parts }) => parts.bits < 112 },
    rc4: { title: 'with RC4', has: ({ parts }) => parts.cipher.startsWith('RC4') },
    des: { title: 'with single DES', has: ({ parts }) => /^DES/.test(parts.cipher) },
    '3des': { title: 'with triple DES', has: ({ parts }) => parts.cipher === '3DES_EDE' },
    '64-bit-block': { title: 'whose cipher has blocks of 64 bits, on which SWEET32 rests', has: ({ parts }) => parts.blockBits === 64 },
    'static-rsa': { title: 'with RSA key transport', has: keyExchangeIs('RSA', 'RSA_PSK') },
    'static-dh': { title: 'with the Diffie-Hellman key of the certificate', has: keyExchangeIs('DH', 'ECDH') },
    dhe: { title: 'with ephemeral Diffie-Hellman over a finite field', has: ({ parts }) => (0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .hasDhe */ .Kv)(parts) },
    'no-forward-secrecy': { title: 'without forward secrecy', has: ({ parts }) => !(0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .isForwardSecret */ .aD)(parts) },
    'forward-secrecy': { title: 'with forward secrecy', has: ({ parts }) => (0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .isForwardSecret */ .aD)(parts) },
    cbc: { title: 'in CBC mode', has: ({ parts }) => (0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .hasCbc */ .Jx)(parts) },
    aead: { title: 'whose cipher is an AEAD', has: ({ parts }) => parts.aead },
    'non-aead': { title: 'whose cipher is no AEAD', has: ({ parts }) => !parts.aead },
    'short-tag': { title: 'whose tag is cut to 64 bits', has: ({ parts: { mode } }) => mode === 'CCM_8' },
    chacha20: { title: 'with ChaCha20', has: ({ parts }) => parts.cipher === 'CHACHA20' },
    md5: { title: 'whose MAC is HMAC-MD5', has: ({ parts }) => parts.hash === 'MD5' },
    'sha1-mac': { title: 'whose MAC is HMAC-SHA1', has: ({ parts }) => parts.hash === 'SHA' && !parts.aead },
    dss: { title: 'authenticated by a DSA key', has: ({ parts }) => parts.authentication === 'DSS' },
    psk: { title: 'with a pre-shared key', has: ({ parts }) => parts.keyExchange?.endsWith('PSK') ?? false },
    srp: { title: 'with a password (SRP)', has: keyExchangeIs('SRP') },
    krb5: { title: 'with Kerberos', has: keyExchangeIs('KRB5') },
    gost: { title: 'of the Russian standards', has: ({ name }) => name.includes('GOST') },
    draft: { title: 'that were drafts and got other numbers', has: ({ name }) => name.endsWith('_OLD') },
};
/** Classes of key exchange groups. */
const groupClasses = {
    'post-quantum': {
        title: 'that a quantum computer does not break',
        has: ({ kind, name }) => (kind === 'kem' || kind === 'hybrid') && !name.includes('Kyber'),
    },
    hybrid: { title: 'of a curve and ML-KEM', has: ({ kind, name }) => kind === 'hybrid' && !name.includes('Kyber') },
    kyber: { title: 'of the withdrawn drafts of Kyber', has: ({ name }) => name.includes('Kyber') },
    'p-256-or-p-384': { title: 'on the curves P-256 and P-384', has: ({ name }) => name === 'secp256r1' || name === 'secp384r1' },
    'binary-curves': { title: 'over a binary field', has: ({ name }) => name.startsWith('sect') },
    'under-224-bits': { title: 'over a field of less than 224 bits', has: ({ kind, bits }) => kind === 'ecdh' && (bits ?? 0) < 224 },
    brainpool: { title: 'of the Brainpool curves', has: ({ name }) => name.startsWith('brainpool') },
    ffdhe: { title: 'over a finite field', has: ({ kind }) => kind === 'ffdh' },
    gost: { title: 'of the Russian standards', has: ({ name }) => name.startsWith('GC') },
};
/** Classes of signature schemes, by their names: what TLS 1.2 pairs as it likes is named here as the registry would. */
const schemeClasses = {
    sha1: { title: 'over SHA-1', has: ({ name }) => name.endsWith('_sha1') },
    md5: { title: 'over MD5', has: ({ name }) => name.endsWith('_md5') },
    sha224: { title: 'over SHA-224', has: ({ name }) => name.endsWith('_sha224') },
    dsa: { title: 'of DSA', has: ({ name }) => name.startsWith('dsa_') },
    pkcs1: { title: 'of RSA with PKCS #1 v1.5 padding', has: ({ name }) => name.startsWith('rsa_pkcs1_') },
    pss: { title: 'of RSA with PSS padding', has: ({ name }) => name.startsWith('rsa_pss_') },
    ecdsa: { title: 'of ECDSA', has: ({ name }) => name.startsWith('ecdsa_') },
    eddsa: { title: 'of Ed25519 and Ed448', has: ({ name }) => /^ed\d+$/.test(name) },
    'post-quantum': { title: 'that a quantum computer does not break', has: ({ name }) => /^(?:ml|slh)dsa/.test(name) },
};
const nameKinds = ['protocol', 'cipher suite', 'group', 'signature scheme'];
const made = new Map();
function vocabulary(kind) {
    const known = made.get(kind) ?? vocabularies[kind]();
    made.set(kind, known);
    return known;
}
const vocabularies = {
    protocol: () => vocabularyOf(_registry_protocols_js__WEBPACK_IMPORTED_MODULE_3__/* .protocols */ .WH.rows, {}, () => []),
    'cipher suite': () => {
        const rows = _registry_cipher_suites_js__WEBPACK_IMPORTED_MODULE_1__/* .cipherSuites */ .vS.rows.flatMap(row => {
            const parts = (0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(row);
            return parts ? [{ ...row, parts }] : [];
        });
        return vocabularyOf(rows, suiteClasses, row => [row.openssl]);
    },
    // The two that stand for a curve spelled out are no groups that could be asked for by name.
    group: () => vocabularyOf(_registry_groups_js__WEBPACK_IMPORTED_MODULE_2__/* .groups */ .T.rows.filter(({ kind }) => kind !== 'explicit'), groupClasses, row => [row.openssl, row.nist]),
    'signature scheme': () => {
        const codes = new Set([..._registry_signature_schemes_js__WEBPACK_IMPORTED_MODULE_4__/* .signatureSchemes */ .Bb.rows.map(({ code }) => code), ..._registry_signature_schemes_js__WEBPACK_IMPORTED_MODULE_4__/* .pairCodes */ .XJ]);
        const rows = [...codes].sort((a, b) => a - b).map(code => ({ code, name: _registry_signature_schemes_js__WEBPACK_IMPORTED_MODULE_4__/* .signatureSchemes */ .Bb.label(code) }));
        return vocabularyOf(rows, schemeClasses, () => []);
    },
};
function vocabularyOf(rows, classes, aliasesOf) {
    // A policy names a few of them, and to find the members of all takes longer than to judge by it.
    const found = new Map();
    return {
        members: new Map(rows.map(({ name, code }) => [name, code])),
        aliases: new Map(rows.flatMap(row => aliasesOf(row).flatMap(alias => (alias == null ? [] : [[alias, row.code]])))),
        classNames: Object.keys(classes),
        classOf(name) {
            const row = Object.hasOwn(classes, name) ? classes[name] : undefined;
            if (row === undefined)
                return null;
            const codes = found.get(name) ?? rows.filter(row.has).map(({ code }) => code);
            found.set(name, codes);
            return codes;
        },
    };
}
/** Every member of a kind that a policy can speak of, by code. */
const everyCode = (kind) => [...vocabulary(kind).members.values()];
/** The names a policy can use: those of the registry and of the classes. */
function knownNames(kind) {
    const { members, classNames } = vocabulary(kind);
    return [...classNames, ...members.keys()];
}
/** What a name of a policy stands for, by code: the members of a class, or the one of that name (also in OpenSSL's spelling); null for an unknown name. */
function membersOf(kind, name) {
    const { members, aliases, classOf } = vocabulary(kind);
    const code = members.get(name) ?? aliases.get(name);
    return classOf(name) ?? (code === undefined ? null : [code]);
}
/** The names of all members, of whatever kind, that a name of a policy stands for. */
const namesMeantBy = (name) => nameKinds.flatMap(kind => (membersOf(kind, name) ?? []).map(code => nameOf(kind, code)));
/**
 * As membersOf.
 * @throws UsageError for an unknown name, with those it may have been meant for
 */
function resolveNames(kind, name) {
    const codes = membersOf(kind, name);
    if (codes)
        return codes;
    throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_5__/* .UsageError */ .e(`${JSON.stringify(name)} is no ${kind}`, (0,_nearest_js__WEBPACK_IMPORTED_MODULE_6__/* .nearestHint */ .AN)(name, knownNames(kind)));
}
/** The name of a code, for a message. */
function nameOf(kind, code) {
    switch (kind) {
        case 'protocol':
            return _registry_protocols_js__WEBPACK_IMPORTED_MODULE_3__/* .protocols */ .WH.label(code);
        case 'cipher suite':
            return _registry_cipher_suites_js__WEBPACK_IMPORTED_MODULE_1__/* .cipherSuites */ .vS.label(code);
        case 'group':
            return _registry_groups_js__WEBPACK_IMPORTED_MODULE_2__/* .groups */ .T.label(code);
        case 'signature scheme':
            return _registry_signature_schemes_js__WEBPACK_IMPORTED_MODULE_4__/* .signatureSchemes */ .Bb.label(code);
        default:
            return kind;
    }
}


/***/ }),

/***/ 34:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ handshakeAlone)
/* harmony export */ });
/** What is judged without a survey: the handshake, and the certificates it showed. In the place of a policy. */
const handshakeAlone = { id: 'handshake', version: '1' };


/***/ }),

/***/ 3212:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ policyChecks),
/* harmony export */   X: () => (/* binding */ policyCauses)
/* harmony export */ });
// What is typed here is allowed by every policy that has TLS 1.2. A failed check has the lists of its own policy instead, see fixes.ts.
const aead = {
    nginx: 'ssl_ciphers ECDHE+AESGCM; (and what else the policy has)',
    apache: 'SSLCipherSuite ECDHE+AESGCM (and what else the policy has)',
    haproxy: 'ssl-default-bind-ciphers ECDHE+AESGCM (section global; and what else the policy has)',
    node: "ciphers: 'ECDHE+AESGCM' (and what else the policy has)",
};
const oneSuite = {
    nginx: 'ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256; (TLS 1.3: ssl_conf_command Ciphersuites)',
    apache: 'SSLCipherSuite ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256 (TLS 1.3: SSLCipherSuite TLSv1.3 …)',
    haproxy: 'ssl-default-bind-ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256 (TLS 1.3: …-ciphersuites)',
    node: "ciphers: 'TLS_AES_128_GCM_SHA256:ECDHE-ECDSA-AES128-GCM-SHA256' (one list for every version)",
};
const curves = {
    nginx: 'ssl_ecdh_curve prime256v1:secp384r1; (and what else the policy has)',
    apache: 'SSLOpenSSLConfCmd Groups P-256:P-384 (and what else the policy has)',
    haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem curves P-256:P-384 (and what else the policy has)',
    node: "ecdhCurve: 'P-256:P-384' (and what else the policy has)",
    java: '-Djdk.tls.namedGroups=secp256r1,secp384r1 (and what else the policy has)',
};
const schemes = {
    nginx: 'ssl_conf_command SignatureAlgorithms ECDSA+SHA256:RSA-PSS+SHA256; (and what else the policy has)',
    apache: 'SSLOpenSSLConfCmd SignatureAlgorithms ECDSA+SHA256:RSA-PSS+SHA256 (and what else the policy has)',
    node: "sigalgs: 'ECDSA+SHA256:RSA-PSS+SHA256' (and what else the policy has)",
};
/** Causes of a check that a policy fails. Part of the public contract. */
const policyCauses = {
    'obsolete-protocol-accepted': {
        category: 'protocol',
        title: 'Obsolete protocol version accepted',
        meaning: 'The server takes part in a version of SSL or TLS that the policy forbids. All before TLS 1.2 rest on MD5 and SHA-1, and have been forbidden to clients and servers alike since 2021.',
        fix: {
            do: 'Let the server start where the policy does, and never below TLS 1.2 without need: every browser since 2014 has it',
            nginx: 'ssl_protocols TLSv1.2 TLSv1.3; (in the default server of the port: older nginx takes its value for all names)',
            apache: 'SSLProtocol -all +TLSv1.2 +TLSv1.3 (in the first virtual host of the port too)',
            haproxy: 'ssl-default-bind-options ssl-min-ver TLSv1.2 (section global; bind lines of their own come first)',
            postfix: 'smtpd_tls_protocols = >=TLSv1.2 (3.6 and later; for mandatory TLS smtpd_tls_mandatory_protocols too)',
            node: "minVersion: 'TLSv1.2'",
        },
        refs: ['RFC 8996 §4', 'RFC 8996 §5', 'RFC 7568 §3', 'RFC 6176 §3'],
    },
    'policy-protocol-accepted': {
        category: 'protocol',
        title: 'Protocol version outside of the policy',
        meaning: 'The server takes part in a version of TLS that the policy does not list. It need not be obsolete: some policies start at TLS 1.3.',
        fix: {
            do: 'Take out of the list of the server the version that the policy does not have (tlsgate names it)',
            nginx: 'ssl_protocols TLSv1.3; (for a policy that starts at TLS 1.3; in the default server of the port)',
            apache: 'SSLProtocol -all +TLSv1.3 (for a policy that starts at TLS 1.3)',
            haproxy: 'ssl-default-bind-options ssl-min-ver TLSv1.3 (section global; for a policy that starts at TLS 1.3)',
            node: "minVersion: 'TLSv1.3' (for a policy that starts at TLS 1.3)",
        },
        refs: ['RFC 9325 §3.1.1'],
    },
    'required-protocol-refused': {
        category: 'protocol',
        title: 'Wanted protocol version refused',
        meaning: 'The server does not take part in a version of TLS that the policy wants. A list of versions was written before that version was there, or the TLS library is older than it.',
        fix: {
            do: 'Enable the version in the server; TLS 1.3 takes OpenSSL 1.1.1 or newer',
            nginx: 'ssl_protocols TLSv1.2 TLSv1.3; (for a policy that has both)',
            apache: 'SSLProtocol -all +TLSv1.2 +TLSv1.3 (for a policy that has both)',
            haproxy: 'ssl-default-bind-options ssl-min-ver TLSv1.2 (section global; and no ssl-max-ver below TLSv1.3)',
            node: "maxVersion: 'TLSv1.3' (the default)",
        },
        refs: ['RFC 9325 §3.1.1', 'RFC 8446 §4.2.1'],
    },
    'weak-cipher-accepted': {
        category: 'cipher',
        title: 'Weak cipher suite accepted',
        meaning: 'The server accepts a cipher suite with a broken or short cipher, without authentication, or whose keys anyone with the key of the certificate can compute later (no forward secrecy).',
        fix: { do: 'Accept AEAD suites with ECDHE and no others: every client since 2014 has them', ...aead },
        refs: ['RFC 9325 §4.1', 'RFC 9325 §4.2', 'RFC 7465'],
    },
    'policy-cipher-accepted': {
        category: 'cipher',
        title: 'Cipher suite outside of the policy',
        meaning: 'The server accepts a cipher suite that the policy does not list. It need not be weak by itself: policies keep their lists short.',
        fix: { do: 'Take out of the list of the server what the policy does not have (tlsgate names it)', ...aead },
        refs: ['RFC 9325 §4.2'],
    },
    'policy-cipher-refused': {
        category: 'cipher',
        title: 'Wanted cipher suite refused',
        meaning: 'The server refuses a cipher suite that the policy wants, of which clients may have no other. Either the list leaves it out, or no certificate has the key it needs (ECDSA or RSA).',
        fix: { do: 'Add the suite to the list of the server, and a certificate with a key of the type it needs', ...oneSuite },
        refs: ['RFC 9325 §4.2'],
    },
    'policy-cipher-order': {
        category: 'cipher',
        title: 'Order of cipher suites decided by the other side',
        meaning: 'Server or client decides which of the common suites is taken. Where all are strong the client knows best what its hardware is fast at; where weak ones are left the server should.',
        fix: {
            do: 'Set who decides as the policy has it; off and on stand for client and server',
            nginx: 'ssl_prefer_server_ciphers off;',
            apache: 'SSLHonorCipherOrder off',
            haproxy: 'ssl-default-bind-options prefer-client-ciphers (section global; without it the server decides)',
            node: 'honorCipherOrder: false',
        },
        refs: ['RFC 9325 §4.2.1'],
    },
    'weak-group-accepted': {
        category: 'cipher',
        title: 'Weak key exchange group accepted',
        meaning: 'The server accepts a group that is too small, over a binary field, or a draft that was withdrawn. As a rule it never had a list and takes whatever its TLS library has.',
        fix: { do: 'Give the server a list of groups, those first that every client has', ...curves },
        refs: ['RFC 8422 §5.1.1', 'RFC 9325 §4.2.1'],
    },
    'policy-group-accepted': {
        category: 'cipher',
        title: 'Key exchange group outside of the policy',
        meaning: 'The server accepts a group that the policy does not list. It need not be weak by itself; as a rule the list is that of the TLS library.',
        fix: { do: 'Give the server the list of groups that the policy has', ...curves },
        refs: ['RFC 8446 §4.2.7'],
    },
    'policy-group-refused': {
        category: 'cipher',
        title: 'Wanted key exchange group refused',
        meaning: 'The server refuses a group that the policy wants, of which clients may have no other.',
        fix: { do: 'Add the group to the list of the server', ...curves },
        refs: ['RFC 8446 §9.1', 'RFC 8446 §4.2.7'],
    },
    'post-quantum-group-missing': {
        category: 'cipher',
        title: 'No post-quantum key exchange',
        meaning: 'Traffic that is recorded today can be read once there are quantum computers. A hybrid group (X25519MLKEM768) keeps it safe; browsers have offered it since 2024, and this server does not take it.',
        fix: {
            do: 'Bring the TLS library of the server to one with ML-KEM (OpenSSL 3.5, Go 1.24, BoringSSL, Java 27) and put X25519MLKEM768 first',
            nginx: 'ssl_ecdh_curve auto; (with OpenSSL 3.5, whose list has it; for a policy with a list X25519MLKEM768 and what else that has)',
            node: "ecdhCurve: 'X25519MLKEM768:P-256:P-384' (Node 24 and later; and what else the policy has)",
        },
        refs: ['RFC 8446 §4.2.7'],
    },
    'weak-signature-scheme-accepted': {
        category: 'cipher',
        title: 'Handshake signed over SHA-1 or MD5',
        meaning: 'Asked to, the server signs its handshake over SHA-1 or MD5. Collisions of both are practical, and may let an attacker pass a signature off as one of another handshake.',
        fix: { do: 'Switch such signatures off; in OpenSSL 3 security level 1 has none', ...schemes },
        refs: ['RFC 9155', 'RFC 9325 §4.1'],
    },
    'policy-signature-scheme-accepted': {
        category: 'cipher',
        title: 'Signature scheme outside of the policy',
        meaning: 'Asked to, the server signs its handshake with a scheme that the policy does not list.',
        fix: { do: 'Give the server the list of signature schemes that the policy has', ...schemes },
        refs: ['RFC 8446 §4.2.3'],
    },
    'policy-signature-scheme-refused': {
        category: 'cipher',
        title: 'Wanted signature scheme refused',
        meaning: 'The server does not sign its handshake with a scheme that the policy wants. Either it has no certificate with a key of that type, or a list leaves the scheme out.',
        fix: { do: 'Serve a certificate with a key of the type the scheme needs, beside the first one if there is one', ...schemes },
        refs: ['RFC 8446 §4.2.3'],
    },
    'policy-feature-offered': {
        category: 'configuration',
        title: 'Feature that the policy rules out',
        meaning: 'The server offers a feature of TLS that the policy does not want, such as compression or heartbeats.',
        fix: {
            do: 'Switch the feature off; what only an old TLS library has goes away with a newer one',
            apache: 'SSLCompression off',
        },
        refs: ['RFC 9325 §3.3', 'RFC 9325 §3.4'],
    },
    'policy-feature-missing': {
        category: 'configuration',
        title: 'Feature missing that the policy wants',
        meaning: 'The server lacks a protection that the policy wants, such as the extended main secret (RFC 7627) or secure renegotiation (RFC 5746). Every maintained TLS library has them.',
        fix: { do: 'Update the TLS library of the server, and look for an option that switches the feature off' },
        refs: ['RFC 9325 §3.5', 'RFC 7627', 'RFC 5746'],
    },
    'policy-certificate-key': {
        category: 'certificate',
        title: 'Key of the certificate outside of the policy',
        meaning: 'The key of the certificate is of a type or a size that the policy does not list. It need not be weak by itself.',
        fix: { do: 'Issue the certificate on a key of a type and a size that the policy has (tlsgate names them)' },
        refs: ['RFC 9325 §4.5'],
    },
    'policy-certificate-signature': {
        category: 'certificate',
        title: 'Signature of the certificate outside of the policy',
        meaning: 'The authority signed the certificate with an algorithm that the policy does not list. Which one it takes follows from the key of the authority, and sometimes from that of the certificate.',
        fix: { do: 'Have the certificate issued by an authority, or on a type of key, for which the signature is one that the policy has' },
        refs: ['RFC 9325 §4.5', 'RFC 8446 §4.4.2.2'],
    },
    'certificate-lives-too-long': {
        category: 'certificate',
        title: 'Certificate lives too long',
        meaning: 'The certificate is valid for longer than the policy allows. The longer it lives, the longer a stolen key is of use, and the rarer its renewal is practised; public authorities go down to 47 days by 2029.',
        fix: { do: 'Have the certificate issued for a shorter time, and let ACME renew it (certbot renew, in a timer)' },
        refs: ['RFC 9773', 'RFC 8555'],
    },
    'waiver-unused': {
        category: 'configuration',
        title: 'Waiver without a failed check',
        meaning: 'A waiver of a target that was checked covers no check that fails: what it was for is mended, or it names a check that there is none of.',
        fix: { do: 'Take the waiver out of tlsgate.yml, or correct the check and the target it names' },
        refs: ['RFC 9325 §1'],
    },
};
/** The checks that policies bring. Their ids are part of the public contract. */
const policyChecks = {
    'protocol/versions': {
        title: 'No unwanted protocol version',
        reason: 'A version that is accepted can be forced on clients that have better ones. Each is asked for by itself, since some servers refuse a newer version in a way that hides an older one.',
        causes: ['obsolete-protocol-accepted', 'policy-protocol-accepted'],
        refs: ['RFC 8996', 'RFC 9325 §3.1.1'],
    },
    'protocol/required': {
        title: 'Wanted protocol versions',
        reason: 'A version that is not there keeps clients out, or from the protection it brings.',
        causes: ['required-protocol-refused'],
        refs: ['RFC 9325 §3.1.1'],
    },
    'cipher/suites': {
        title: 'No unwanted cipher suite',
        reason: 'One hello offers everything that the policy does not allow. A server that refuses it has none of it; what a server accepts is named.',
        causes: ['weak-cipher-accepted', 'policy-cipher-accepted'],
        refs: ['RFC 9325 §4.1', 'RFC 9325 §4.2'],
    },
    'cipher/required': {
        title: 'Wanted cipher suites',
        reason: 'A suite that clients depend on has to be there, and with it a certificate of the type it needs.',
        causes: ['policy-cipher-refused'],
        refs: ['RFC 9325 §4.2'],
    },
    'cipher/order': {
        title: 'Order of cipher suites',
        reason: 'The same suites in two orders show whether the server follows the client or a list of its own.',
        causes: ['policy-cipher-order'],
        refs: ['RFC 9325 §4.2.1'],
    },
    'group/allowed': {
        title: 'No unwanted key exchange group',
        reason: 'The group decides how hard it is to compute the keys of a recorded session.',
        causes: ['weak-group-accepted', 'policy-group-accepted'],
        refs: ['RFC 8446 §4.2.7', 'RFC 8422 §5.1.1'],
    },
    'group/required': {
        title: 'Wanted key exchange groups',
        reason: 'A client that has no group in common with the server cannot connect.',
        causes: ['policy-group-refused'],
        refs: ['RFC 8446 §9.1'],
    },
    'group/post-quantum': {
        title: 'Post-quantum key exchange',
        reason: 'What is recorded today can be opened later, when there are quantum computers; a hybrid group is safe against that.',
        causes: ['post-quantum-group-missing'],
        refs: ['RFC 8446 §4.2.7'],
    },
    'group/dh-parameters': {
        title: 'Diffie-Hellman parameters',
        reason: 'Before TLS 1.3 a server brings a Diffie-Hellman prime of its own, and many still bring a short one.',
        causes: ['weak-dh-parameters'],
        refs: ['RFC 9325 §4.5', 'RFC 7919'],
    },
    'signature/schemes': {
        title: 'No unwanted signature scheme',
        reason: 'The signature of the handshake proves who the server is. One hello asks for nothing but the schemes that the policy does not allow.',
        causes: ['weak-signature-scheme-accepted', 'policy-signature-scheme-accepted'],
        refs: ['RFC 9155', 'RFC 8446 §4.2.3'],
    },
    'signature/required': {
        title: 'Wanted signature schemes',
        reason: 'A client that cannot verify any signature of the server cannot connect.',
        causes: ['policy-signature-scheme-refused'],
        refs: ['RFC 8446 §4.2.3'],
    },
    'policy/features': {
        title: 'Features of the policy',
        reason: 'Some features of TLS are attacks waiting to happen, others close one. Which, is read from answers that are there anyhow.',
        causes: ['policy-feature-offered', 'policy-feature-missing'],
        refs: ['RFC 9325 §3'],
    },
    'policy/certificate-key': {
        title: 'Key as the policy has it',
        reason: 'Publishers list the types and sizes of keys that they allow. What clients refuse whatever the policy is judged by certificate/key.',
        causes: ['policy-certificate-key'],
        refs: ['RFC 9325 §4.5'],
    },
    'policy/certificate-signature': {
        title: 'Signature as the policy has it',
        reason: 'Publishers list the signature algorithms that they allow on the certificate of a server.',
        causes: ['policy-certificate-signature'],
        refs: ['RFC 9325 §4.5'],
    },
    'certificate/max-lifetime': {
        title: 'Lifetime of the certificate',
        reason: 'A short lifetime limits what a stolen key is worth, and makes renewal something that is known to work.',
        causes: ['certificate-lives-too-long'],
        refs: ['RFC 9773'],
    },
    'policy/questions': {
        title: 'Questions answered',
        reason: 'A policy is judged by what the server answers. Where it answers nothing that counts, no rule is decided, and nothing is taken for refused.',
        causes: [],
        refs: ['RFC 8446 §4.1.1'],
    },
    'policy/waivers': {
        title: 'Waivers in use',
        reason: 'A waiver that covers nothing would hide the next failure of its kind.',
        causes: ['waiver-unused'],
        refs: ['RFC 9325 §1'],
    },
};


/***/ }),

/***/ 9816:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ probesText),
/* harmony export */   BD: () => (/* binding */ enumerated),
/* harmony export */   Jw: () => (/* binding */ are),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   al: () => (/* binding */ inOrder)
/* harmony export */ });
// How findings of a policy are put into words.
const most = 6;
/** 'a', 'a and b', 'a, b and c'; of many names the first, 'and 12 more'. */
function listed(names) {
    if (names.length > most)
        return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
    return enumerated(names);
}
/** 'a', 'a and b', 'a, b and c' */
const enumerated = (names) => names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
/** 'A is refused', 'A and B are refused' */
const are = (names, what) => `${listed(names)} ${names.length === 1 ? 'is' : 'are'} ${what}`;
/** Pieces of evidence, each once: 'probe 9' before 'probe 10', and before these whatever is no probe. */
const inOrder = (evidence) => [...new Set(evidence)].sort((a, b) => probeNumber(a) - probeNumber(b));
const probeNumber = (piece) => Number(/^probe (\d+)$/.exec(piece)?.[1] ?? -1);
/** 'probe 3', each once, in order. */
function probesText(numbers) {
    const text = texts.get(numbers) ?? inOrder(numbers.map(number => `probe ${number}`));
    texts.set(numbers, text);
    return text;
}
/** Many findings rest on one list of probes. */
const texts = new WeakMap();


/***/ }),

/***/ 850:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ stapleCheckRows),
/* harmony export */   k: () => (/* binding */ stapleCauses)
/* harmony export */ });
/** Causes of what came with the certificate, or did not. */
const stapleCauses = {
    'staple-missing': {
        category: 'configuration',
        title: 'Stapled response missing',
        meaning: 'The certificate says that it is to be accepted only with an OCSP response stapled to it, and the server staples none. Firefox refuses it then; most other clients take it.',
        fix: {
            do: 'Let the server staple, or issue a certificate without the TLS feature status_request (certbot without --must-staple)',
            nginx: 'ssl_stapling on; (with ssl_trusted_certificate and a resolver; ssl_stapling_file gives the response to the first client too)',
            apache: 'SSLUseStapling on (and, outside of all virtual hosts, SSLStaplingCache shmcb:/run/ocsp(128000))',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (with the response in site.pem.ocsp; 2.8 and later fetch it themselves: ocsp-update on)',
            node: "server.on('OCSPRequest', (certificate, issuer, callback) => callback(null, response))",
        },
        refs: ['RFC 7633 §4.2.2', 'RFC 6066 §8'],
    },
    'staple-stale': {
        category: 'configuration',
        title: 'Stapled response out of date',
        meaning: 'The time for which the stapled OCSP response holds is over, so that it proves nothing any more. The server has not fetched a newer one: it cannot reach the responder, or its response comes from a file that nobody renews.',
        fix: {
            do: 'Let the server reach the responder that the certificate names, or renew the file it staples from; then reload it',
            nginx: 'resolver 127.0.0.53; (without one nginx finds no responder; error.log says why it could not fetch a response)',
            apache: 'SSLStaplingReturnResponderErrors off (with it Apache staples no old response; error.log says why none was fetched)',
            haproxy: 'systemctl reload haproxy (with the new response in site.pem.ocsp; 2.8 and later fetch it themselves: ocsp-update on)',
        },
        refs: ['RFC 6960 §4.2.2.1', 'RFC 6066 §8'],
    },
    'staple-invalid': {
        category: 'configuration',
        title: 'Stapled response of no use',
        meaning: 'What is stapled to the certificate is no answer about it from its issuer: it is about another certificate, signed by somebody else, an error of the responder, or not to be read. Clients that look at it refuse it.',
        fix: {
            do: 'Let the server fetch the response anew, from the responder of the issuer: openssl ocsp -issuer issuer.pem -cert server.pem -url URL shows what it says',
            nginx: 'ssl_trusted_certificate /etc/nginx/chain.pem; (the issuer has to be in it; and no old file in ssl_stapling_file)',
            apache: 'SSLCertificateFile /etc/apache2/fullchain.pem (with the issuer after the certificate: mod_ssl asks in its name)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (with the issuer in it; remove a site.pem.ocsp of an older certificate)',
        },
        refs: ['RFC 6960 §3.2', 'RFC 6066 §8'],
    },
};
/** The check that says so. */
const stapleCheckRows = {
    'certificate/staple': {
        title: 'Stapled OCSP response',
        reason: 'A response stapled to the certificate is the word of its issuer that it is not revoked, and a stale or wrong one is worse than none: clients that look at it refuse the server. Without one nothing is said, unless the certificate asks for it.',
        causes: ['staple-missing', 'staple-stale', 'staple-invalid', 'certificate-revoked'],
        refs: ['RFC 6066 §8', 'RFC 6960 §3.2'],
    },
};


/***/ }),

/***/ 5961:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ar: () => (/* binding */ vulnerabilityChecks),
/* harmony export */   pe: () => (/* binding */ vulnerabilities),
/* harmony export */   zj: () => (/* binding */ vulnerabilityCauses)
/* harmony export */ });
/* harmony import */ var _registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5823);
/* harmony import */ var _registry_protocols_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6729);
// The known vulnerabilities: one row each, with what excludes it and the words for it. How answers are weighed stands in judge.ts.


const beforeTls13 = [_registry_protocols_js__WEBPACK_IMPORTED_MODULE_1__/* .ssl3 */ .IY, _registry_protocols_js__WEBPACK_IMPORTED_MODULE_1__/* .tls10 */ .tr, 0x0302, _registry_protocols_js__WEBPACK_IMPORTED_MODULE_1__/* .tls12 */ .t8];
const protocols = (...versions) => ({ kind: 'protocols', versions });
const suites = (noun, versions, exposes) => ({
    kind: 'cipher-suites',
    noun,
    versions,
    exposes,
});
const dhe = suites('DHE suite', beforeTls13, _registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .hasDhe */ .Kv);
const newProtocols = {
    nginx: 'ssl_protocols TLSv1.2 TLSv1.3;',
    apache: 'SSLProtocol -all +TLSv1.2 +TLSv1.3',
    haproxy: 'ssl-default-bind-options ssl-min-ver TLSv1.2 (section global)',
    postfix: 'smtpd_tls_protocols = >=TLSv1.2 (3.6 and later)',
    node: "minVersion: 'TLSv1.2'",
};
const aeadSuites = {
    nginx: 'ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20;',
    apache: 'SSLCipherSuite ECDHE+AESGCM:ECDHE+CHACHA20',
    haproxy: 'ssl-default-bind-ciphers ECDHE+AESGCM:ECDHE+CHACHA20 (section global)',
    postfix: 'smtpd_tls_exclude_ciphers = EXPORT, LOW, RC4, 3DES, kRSA, DHE, SHA1, SHA256, SHA384',
    node: "ciphers: 'ECDHE+AESGCM:ECDHE+CHACHA20'",
};
const onlyAead = 'Accept the AEAD suites with ECDHE and no others: every client since 2014 has them';
/** Every vulnerability by its name, which policies and the check `vulnerability/<name>` use. Part of the public contract. */
const vulnerabilities = {
    drown: {
        name: 'DROWN',
        reason: 'An SSLv2 server answers questions about RSA ciphertexts. With them TLS sessions under the same key were decrypted in 2016.',
        questions: [protocols(_registry_protocols_js__WEBPACK_IMPORTED_MODULE_1__/* .ssl2 */ .Bk)],
        cause: {
            category: 'protocol',
            title: 'SSLv2 is accepted (DROWN)',
            meaning: 'The server takes part in SSLv2, through which recorded TLS sessions of every server with the same key can be decrypted. Only software from before 2016 has it.',
            fix: { do: 'Switch SSLv2 off wherever this key is in use, and replace the software that still has it', ...newProtocols },
            refs: ['RFC 6176 §3', 'CVE-2016-0800'],
        },
    },
    poodle: {
        name: 'POODLE',
        reason: 'The padding of SSLv3 is not authenticated, which gives away a cookie byte by byte. Known since 2014, when browsers left SSLv3.',
        questions: [suites('CBC suite', [_registry_protocols_js__WEBPACK_IMPORTED_MODULE_1__/* .ssl3 */ .IY], _registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .hasCbc */ .Jx)],
        cause: {
            category: 'protocol',
            title: 'CBC suites are accepted in SSLv3 (POODLE)',
            meaning: 'SSLv3 does not authenticate the padding of CBC suites, so someone on the path who can make a client repeat a request reads its cookies byte by byte.',
            fix: { do: 'Switch SSLv3 off: no client in use needs it', ...newProtocols },
            refs: ['RFC 7568 §3', 'RFC 7457 §2.4', 'CVE-2014-3566'],
        },
    },
    beast: {
        name: 'BEAST',
        reason: 'Until TLS 1.0 the initialization vector of a CBC record is known before it is sent, which gave away cookies in 2011.',
        questions: [suites('CBC suite', [_registry_protocols_js__WEBPACK_IMPORTED_MODULE_1__/* .ssl3 */ .IY, _registry_protocols_js__WEBPACK_IMPORTED_MODULE_1__/* .tls10 */ .tr], _registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .hasCbc */ .Jx)],
        caveat: 'clients since 2012 split their records against it',
        cause: {
            category: 'protocol',
            title: 'Predictable CBC records (BEAST)',
            meaning: 'Up to TLS 1.0 a CBC record starts from a value an attacker knows. It is up to each client to split its records against that, and the server cannot tell whether it does.',
            fix: { do: 'Switch TLS 1.0 off: later versions have a fresh initialization vector for each record', ...newProtocols },
            refs: ['RFC 8996 §4', 'RFC 7457 §2.3', 'CVE-2011-3389'],
        },
    },
    crime: {
        name: 'CRIME',
        reason: 'Compressed text gives away by its length what it contains: cookies were read that way in 2012.',
        questions: [{ kind: 'feature', name: 'compression', exposes: 'yes', among: protocols(...beforeTls13) }],
        cause: {
            category: 'configuration',
            title: 'TLS compression is accepted (CRIME)',
            meaning: 'The server compresses what it encrypts. The length of a record then tells how much of it repeats what an attacker made the client send, which gives cookies away.',
            fix: {
                do: 'Switch TLS compression off; software that has it on by default dates from before 2013 and wants an update',
                apache: 'SSLCompression off',
            },
            refs: ['RFC 9325 §3.3', 'RFC 7457 §2.6', 'CVE-2012-4929'],
        },
    },
    freak: {
        name: 'FREAK',
        reason: 'RSA keys of 512 bits, made for the export rules of the 1990s, can be factored for a few dollars. Clients were tricked into them in 2015.',
        questions: [suites('RSA_EXPORT suite', beforeTls13, ({ exportGrade, keyExchange }) => exportGrade && keyExchange === 'RSA')],
        cause: {
            category: 'cipher',
            title: 'RSA_EXPORT suites are accepted (FREAK)',
            meaning: 'The server signs a temporary RSA key of 512 bits, which can be factored in hours. A client with the fault of 2015 takes it although it never asked for such a suite.',
            fix: { do: onlyAead, ...aeadSuites },
            refs: ['RFC 9325 §4.1', 'RFC 7457 §2.7', 'CVE-2015-0204'],
        },
    },
    logjam: {
        name: 'LOGJAM',
        reason: 'Diffie-Hellman in a prime of 512 bits is broken in minutes, and one of 1024 bits is within reach of a state. Known since 2015.',
        questions: [
            suites('DHE_EXPORT suite', beforeTls13, suite => suite.exportGrade && (0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .hasDhe */ .Kv)(suite)),
            { kind: 'dh-prime', maxBits: 1024, among: dhe },
        ],
        cause: {
            category: 'cipher',
            title: 'Diffie-Hellman with a small prime (LOGJAM)',
            meaning: 'The server exchanges keys in a Diffie-Hellman group of 1024 bits or less, or in one of export grade. The work to break one such prime opens every session that used it.',
            fix: {
                do: 'Accept ECDHE suites in the place of DHE, or give the server a prime of 2048 bits such as ffdhe2048',
                ...aeadSuites,
            },
            refs: ['RFC 9325 §4.1', 'RFC 7457 §2.9', 'CVE-2015-4000'],
        },
    },
    sweet32: {
        name: 'SWEET32',
        reason: 'A cipher with blocks of 64 bits repeats one after some 32 GB under one key, which gave away cookies in 2016.',
        // Whatever the mode: one that counts never repeats a block, which after as many of them tells as much.
        questions: [suites('64-bit block suite', [_registry_protocols_js__WEBPACK_IMPORTED_MODULE_1__/* .ssl2 */ .Bk, ...beforeTls13, _registry_protocols_js__WEBPACK_IMPORTED_MODULE_1__/* .tls13 */ .mP], ({ blockBits }) => blockBits === 64)],
        cause: {
            category: 'cipher',
            title: 'Ciphers with 64-bit blocks (SWEET32)',
            meaning: 'The server accepts a cipher with blocks of 64 bits: 3DES, DES, IDEA, RC2, GOST 28147 or Magma. Such blocks repeat within the traffic of one long connection, and each repetition gives something of the text away.',
            fix: { do: onlyAead, ...aeadSuites },
            refs: ['RFC 9325 §4.1', 'CVE-2016-2183'],
        },
    },
    rc4: {
        name: 'RC4',
        reason: 'The bytes of RC4 are not evenly spread, so that text sent often enough can be read: cookies within 75 hours, in 2015.',
        questions: [suites('RC4 suite', [_registry_protocols_js__WEBPACK_IMPORTED_MODULE_1__/* .ssl2 */ .Bk, ...beforeTls13], ({ cipher }) => cipher.startsWith('RC4'))],
        cause: {
            category: 'cipher',
            title: 'RC4 suites are accepted',
            meaning: 'The key stream of RC4 is biased, so that text which is sent many times, such as a cookie or a password, can be computed from its ciphertexts.',
            fix: { do: onlyAead, ...aeadSuites },
            refs: ['RFC 7465 §2', 'RFC 7457 §2.5', 'CVE-2013-2566', 'CVE-2015-2808'],
        },
    },
    robot: {
        name: 'ROBOT',
        reason: "A server that tells good from bad RSA padding decrypts for an attacker: Bleichenbacher's attack of 1998, found again in products of seven vendors in 2017.",
        questions: [
            suites('static RSA suite', [_registry_protocols_js__WEBPACK_IMPORTED_MODULE_1__/* .ssl2 */ .Bk, ...beforeTls13], ({ keyExchange }) => keyExchange === 'RSA' || keyExchange === 'RSA_PSK'),
        ],
        caveat: 'whether the server tells good from bad padding was not tested',
        cause: {
            category: 'cipher',
            title: 'Static RSA suites are accepted (ROBOT)',
            meaning: 'Clients may encrypt the session key to the RSA key of the certificate. That gives no forward secrecy, and a server that handles the padding wrongly lets others decrypt the session.',
            fix: { do: onlyAead, ...aeadSuites },
            refs: ['RFC 9325 §4.1', 'RFC 7457 §2.7', 'CVE-2017-13099'],
        },
    },
    raccoon: {
        name: 'Raccoon',
        reason: 'Leading zeros of a Diffie-Hellman secret are dropped before it is hashed, which can be timed where the server keeps its key. Known since 2020.',
        questions: [
            suites('static DH suite', beforeTls13, ({ keyExchange }) => keyExchange === 'DH'),
            { kind: 'feature', name: 'dh-reuse', exposes: 'yes', among: dhe },
        ],
        caveat: 'whether its timing can be measured was not tested',
        cause: {
            category: 'cipher',
            title: 'A Diffie-Hellman key is used again (Raccoon)',
            meaning: 'The server uses one Diffie-Hellman key for several sessions. By timing many of them an attacker can compute the secret of one, and the key gives no forward secrecy while it lives.',
            fix: {
                do: 'Accept ECDHE suites in the place of DH and DHE, or have the server make a Diffie-Hellman key for each session',
                ...aeadSuites,
            },
            refs: ['RFC 9325 §4.1', 'CVE-2020-1968'],
        },
    },
    lucky13: {
        name: 'LUCKY13',
        reason: 'TLS computes the MAC of a CBC record before the padding, so that the time to check it tells of the text. Known since 2013.',
        questions: [suites('CBC suite', beforeTls13, _registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .hasCbc */ .Jx)],
        caveat: 'whether its timing can be measured was not tested',
        cause: {
            category: 'cipher',
            title: 'CBC suites are accepted (LUCKY13)',
            meaning: 'CBC suites check the MAC after the padding, and only code of great care takes the same time for every record. Libraries have had to be mended again and again.',
            fix: { do: onlyAead, ...aeadSuites },
            refs: ['RFC 7457 §2.4', 'RFC 7366', 'CVE-2013-0169'],
        },
    },
    dheat: {
        name: 'D(HE)at',
        reason: 'Finite-field Diffie-Hellman costs a server much computation for a few bytes of anyone, which was turned into an attack in 2021.',
        questions: [dhe, { kind: 'groups', noun: 'finite-field group', exposes: ({ kind }) => kind === 'ffdh' }],
        caveat: 'whether the server limits how often was not tested',
        cause: {
            category: 'cipher',
            title: 'Finite-field Diffie-Hellman (D(HE)at)',
            meaning: 'Each handshake with finite-field Diffie-Hellman costs the server far more than a client that sends any number in the place of its key, so that a slow line is enough to keep it busy.',
            fix: {
                do: 'Accept ECDHE suites and elliptic curves only, or limit the handshakes of one address',
                nginx: 'ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20; (and for TLS 1.3 ssl_ecdh_curve X25519:prime256v1:secp384r1)',
                apache: 'SSLCipherSuite ECDHE+AESGCM:ECDHE+CHACHA20 (and for TLS 1.3 SSLOpenSSLConfCmd Groups X25519:P-256:P-384)',
                haproxy: 'ssl-default-bind-ciphers ECDHE+AESGCM:ECDHE+CHACHA20 (section global; for TLS 1.3 curves X25519:P-256 in the bind line)',
                node: "ciphers: 'ECDHE+AESGCM:ECDHE+CHACHA20' (and for TLS 1.3 ecdhCurve: 'X25519:P-256:P-384')",
            },
            refs: ['RFC 7457 §2.13', 'CVE-2002-20001'],
        },
    },
    'insecure-renegotiation': {
        name: 'insecure renegotiation',
        reason: 'A new handshake within a connection was not bound to the one before it, so that someone else could speak first in the name of the client. Known since 2009.',
        questions: [{ kind: 'feature', name: 'secure-renegotiation', exposes: 'no', among: protocols(...beforeTls13) }],
        caveat: 'whether the server renegotiates at all was not tested',
        cause: {
            category: 'protocol',
            title: 'Renegotiation is not bound to its connection',
            meaning: 'The server does not answer renegotiation_info. If it renegotiates, an attacker can put a request of his own before that of a client; strict clients refuse such a server.',
            fix: {
                do: 'Update the TLS library of the server: each one since 2010 answers renegotiation_info unless it was switched off',
                apache: 'SSLInsecureRenegotiation off',
            },
            refs: ['RFC 5746 §3.6', 'RFC 7457 §2.10', 'CVE-2009-3555'],
        },
    },
    ticketbleed: {
        name: 'Ticketbleed',
        reason: 'F5 BIG-IP of 2016 answered the session id that comes with a ticket with 32 bytes whatever its length, the rest from its memory.',
        questions: [{ kind: 'feature', name: 'session-ticket', exposes: 'yes', among: protocols(...beforeTls13) }],
        caveat: 'how a session id that is sent with a ticket comes back was not tested',
        payload: true,
        cause: {
            category: 'configuration',
            title: 'Memory comes back with session ids (Ticketbleed)',
            meaning: 'A session id that is sent along with a session ticket comes back longer than it was, filled up with bytes of the memory of the server.',
            fix: { do: 'Update the device (F5 K05121675 names the versions of BIG-IP), and until then switch session tickets off' },
            refs: ['RFC 5077 §3.4', 'CVE-2016-9244'],
        },
    },
    heartbleed: {
        name: 'Heartbleed',
        reason: 'OpenSSL 1.0.1 up to 1.0.1f answers a heartbeat with as many bytes as it says it has, private keys among them. Known since 2014.',
        questions: [{ kind: 'feature', name: 'heartbeat', exposes: 'yes', among: protocols(...beforeTls13) }],
        caveat: 'whether the server checks the lengths in a heartbeat was not tested',
        payload: true,
        cause: {
            category: 'configuration',
            title: 'Lengths of heartbeats are not checked (Heartbleed)',
            meaning: 'The server answers a heartbeat whose lengths do not add up, as OpenSSL 1.0.1 to 1.0.1f does. Such a server gives its memory away, keys and passwords with it.',
            fix: {
                do: 'Update OpenSSL and restart everything that uses it, then replace the key and the certificate: both count as known to others',
            },
            refs: ['RFC 6520 §4', 'RFC 7457 §2.14', 'CVE-2014-0160'],
        },
    },
    'ccs-injection': {
        name: 'CCS injection',
        reason: 'OpenSSL before June 2014 takes a ChangeCipherSpec before there are keys, and then encrypts with keys that anyone can compute.',
        questions: [protocols(...beforeTls13)],
        caveat: 'whether an early ChangeCipherSpec is processed was not tested',
        payload: true,
        cause: {
            category: 'configuration',
            title: 'An early ChangeCipherSpec is processed',
            meaning: 'The server processes a ChangeCipherSpec before the keys are exchanged, as OpenSSL before 1.0.1h, 1.0.0m and 0.9.8za does. With a client of the same fault others can read the session.',
            fix: { do: 'Update OpenSSL and restart everything that uses it' },
            refs: ['RFC 5246 §7.1', 'RFC 7457 §2.14', 'CVE-2014-0224'],
        },
    },
};
/** What a failed check of each names. */
const vulnerabilityCauses = byName('vulnerable-', ({ cause }) => cause);
/** What each check looks at. */
const vulnerabilityChecks = byName('vulnerability/', ({ name, reason, cause }, key) => ({
    title: `${name.charAt(0).toUpperCase()}${name.slice(1)} excluded`,
    reason,
    causes: [`vulnerable-${key}`],
    refs: cause.refs,
}));
function byName(prefix, make) {
    const rows = Object.entries(vulnerabilities);
    return Object.fromEntries(rows.map(([key, row]) => [prefix + key, make(row, key)]));
}


/***/ }),

/***/ 2427:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ startOf)
/* harmony export */ });
// Where something stands in a file of the user's. What stands there is for others.
/** Where a mistake of a file as a whole stands. */
const startOf = (file) => ({ file, line: 1, column: 1 });


/***/ }),

/***/ 7706:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ familyOf),
/* harmony export */   Z: () => (/* binding */ canonicalAddress)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _certificate_address_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5228);
// Whether a host is an address, and the one way to write it. No look-ups.


/**
 * 4 or 6 for an IP address, 0 for anything else, as node:net's isIP says. That one's pattern for IPv6 takes 5 ms at its first use, a
 * fifth of a handshake: it is asked only about what has the two colons every IPv6 address has.
 */
function familyOf(host) {
    if (host.indexOf(':') !== host.lastIndexOf(':'))
        return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(host) ? 6 : 0;
    return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv4)(host) ? 4 : 0;
}
/** An address in the form of RFC 5952, with its zone, without which nothing on the link is reached (RFC 4007 §11). */
function canonicalAddress(address) {
    if (familyOf(address) !== 6)
        return address;
    const [withoutZone = '', ...zone] = address.split(/(?=%)/);
    return [(0,_certificate_address_text_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalIpv6 */ .G)(withoutZone), ...zone].join('');
}


/***/ }),

/***/ 8612:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pl: () => (/* binding */ after),
/* harmony export */   Si: () => (/* binding */ every),
/* harmony export */   j3: () => (/* binding */ DeadlineError),
/* harmony export */   nl: () => (/* binding */ deadline),
/* harmony export */   qX: () => (/* binding */ soon),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
// One point in time after which a target's check must have ended, and the one signal that says so. Not a retry policy.
/** Why a signal of a deadline was aborted. */
class DeadlineError extends Error {
    name = 'DeadlineError';
    code = 'DEADLINE';
    timeoutMs;
    constructor(timeoutMs) {
        super(`no end within ${timeoutMs} ms`);
        this.timeoutMs = timeoutMs;
    }
}
// Taken at load, so that a test's fake timers cannot stop the clock of a real connection.
const { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate } = globalThis;
/** A deadline `timeoutMs` from now that also ends when `outer` is aborted. Dispose of it, or the process stays up until it passes. */
function deadline(timeoutMs, outer) {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(new DeadlineError(timeoutMs)), timeoutMs);
    const onAbort = () => controller.abort(outer?.reason);
    if (outer?.aborted)
        onAbort();
    outer?.addEventListener('abort', onAbort, { once: true });
    return {
        signal: controller.signal,
        timeoutMs,
        [Symbol.dispose]() {
            clearTimeout(timer);
            outer?.removeEventListener('abort', onAbort);
        },
    };
}
/** Waits for `ms`, or until the signal is aborted; never rejects. */
function pause(ms, signal) {
    return new Promise(resolve => {
        const end = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', end);
            resolve();
        };
        const timer = setTimeout(end, ms);
        signal.addEventListener('abort', end, { once: true });
        if (signal.aborted)
            end();
    });
}
/** Does the work as soon as what is under way has gone as far as it can without waiting. */
function soon(work) {
    return new Promise((resolve, reject) => {
        setImmediate(() => {
            try {
                resolve(work());
            }
            catch (error) {
                reject(error);
            }
        });
    });
}
/** Does the work once, after `ms`, unless it is disposed of before. */
function after(ms, work) {
    const timer = setTimeout(work, ms);
    return { [Symbol.dispose]: () => clearTimeout(timer) };
}
/** Does the work every `ms` until disposed of. */
function every(ms, work) {
    const timer = setInterval(work, ms);
    return { [Symbol.dispose]: () => clearInterval(timer) };
}


/***/ }),

/***/ 6386:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eu: () => (/* binding */ untilAborted),
/* harmony export */   g5: () => (/* binding */ failureOf),
/* harmony export */   hd: () => (/* binding */ resolve),
/* harmony export */   zy: () => (/* binding */ dial)
/* harmony export */ });
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7706);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8612);


/** Every address of a host; an IP address resolves to itself. */
async function resolve(host, env, signal) {
    const family = (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .familyOf */ .A)(host);
    if (family !== 0)
        return { kind: 'resolved', addresses: [{ address: host, family: family === 6 ? 6 : 4 }] };
    // A cancelled run of many targets asks no resolver, which would keep the process up.
    if (signal.aborted)
        return failureOf(signal.reason);
    try {
        const addresses = await untilAborted(env.lookup(host), signal);
        return addresses.length > 0 ? { kind: 'resolved', addresses } : { kind: 'failed', code: 'ENODATA', message: 'the name has no address' };
    }
    catch (error) {
        return failureOf(error);
    }
}
/** RFC 8305 §5: the delay before the next address is tried as well, while the one before goes on. */
const nextAddressAfterMs = 250;
/** Connects to the address that answers first, each tried a little after the one before. The caller owns the socket. */
async function dial(addresses, port, env, signal) {
    if (signal.aborted)
        return failureOf(signal.reason);
    const sockets = [];
    const errors = [];
    const { promise: connected, resolve, reject } = Promise.withResolvers();
    const waiting = [];
    let over = false;
    const queue = [...addresses];
    const tryNext = () => {
        const address = queue.shift();
        if (!address || over)
            return;
        const socket = env.dial(address, port);
        sockets.push(socket);
        // A gate asks small questions and waits for each answer: nothing is gained by collecting bytes.
        socket.setNoDelay(true);
        socket.once('connect', () => resolve({ kind: 'connected', socket, address: address.address }));
        // Stays for good: a late error of a socket given up would end the process if nobody listened.
        socket.on('error', error => {
            if (errors.push(error) === addresses.length)
                reject(new AggregateError(errors));
            tryNext();
        });
        if (queue.length > 0)
            waiting.push((0,_deadline_js__WEBPACK_IMPORTED_MODULE_1__/* .after */ .Pl)(nextAddressAfterMs, tryNext));
    };
    tryNext();
    try {
        const winner = await untilAborted(connected, signal);
        for (const socket of sockets)
            if (winner.kind !== 'connected' || socket !== winner.socket)
                socket.destroy();
        return winner;
    }
    catch (error) {
        for (const socket of sockets)
            socket.destroy();
        return failureOf(error);
    }
    finally {
        over = true;
        for (const next of waiting)
            next[Symbol.dispose]();
    }
}
/** Settles as the promise does, or rejects with the signal's reason when that comes first. */
async function untilAborted(promise, signal) {
    const { promise: aborted, reject } = Promise.withResolvers();
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted)
        onAbort();
    try {
        return await Promise.race([promise, aborted]);
    }
    finally {
        signal.removeEventListener('abort', onAbort);
    }
}
/** The failure an error of a socket or a look-up stands for. */
function failureOf(error) {
    // Several addresses, several errors: the last that says something of the host. A machine without IPv6 has no route to half of them.
    const errors = error instanceof AggregateError ? error.errors : [error];
    const telling = errors.findLast(each => !noRoute.includes(codeOf(each))) ?? errors.at(-1);
    // Whoever aborts gives any reason, or null.
    const { message } = Object(telling);
    return { kind: 'failed', code: codeOf(telling) || 'ABORTED', message: typeof message === 'string' ? message : String(telling) };
}
const noRoute = ['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL'];
function codeOf(error) {
    const { code } = Object(error);
    return typeof code === 'string' ? code : '';
}


/***/ }),

/***/ 6922:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ask)
/* harmony export */ });
/* harmony import */ var _dial_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6386);

/** Longest answer read before TLS starts; real greetings and proxy heads are under 4 KiB. */
const answerLimit = 16_384;
/**
 * Sends `request` (latin1; null for nothing) and collects what comes back until `complete` says it is whole.
 * Bytes are latin1 text, so that binary protocols can be matched as well.
 */
async function ask(socket, request, complete, signal) {
    let text = '';
    const { promise, resolve, reject } = Promise.withResolvers();
    const onData = (bytes) => {
        text += bytes.toString('latin1');
        if (complete(text))
            resolve({ kind: 'answer', text });
        else if (text.length > answerLimit)
            resolve({ kind: 'failed', code: 'ANSWER_LIMIT', message: `more than ${answerLimit} bytes without a complete answer` });
    };
    const onEnd = () => resolve({
        kind: 'failed',
        code: 'ECLOSED',
        message: text === '' ? 'the connection was closed' : `the connection was closed after ${JSON.stringify(text.slice(0, 120))}`,
    });
    // Resumed by hand: the pause that ended an earlier question holds until then, listener or not.
    socket.on('data', onData).on('end', onEnd).on('error', reject).resume();
    // A peer may have hung up before anybody listened.
    if (socket.readableEnded || socket.destroyed)
        onEnd();
    if (request !== null)
        socket.write(request, 'latin1');
    try {
        return await (0,_dial_js__WEBPACK_IMPORTED_MODULE_0__/* .untilAborted */ .Eu)(promise, signal);
    }
    catch (error) {
        return (0,_dial_js__WEBPACK_IMPORTED_MODULE_0__/* .failureOf */ .g5)(error);
    }
    finally {
        socket.pause();
        socket.off('data', onData).off('end', onEnd).off('error', reject);
    }
}


/***/ }),

/***/ 6670:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openTunnel: () => (/* binding */ openTunnel),
/* harmony export */   parseProxy: () => (/* binding */ parseProxy)
/* harmony export */ });
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4994);
/* harmony import */ var _dialogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6922);


/** @throws UsageError; its message never holds the credentials */
function parseProxy(text) {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url?.protocol !== 'http:' || url.hostname === '')
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e('the proxy is no http:// URL', 'write http://host:port or http://user:password@host:port');
    const credentials = `${decoded(url.username)}:${decoded(url.password)}`;
    return {
        host: url.hostname.replace(/^\[|\]$/g, ''),
        port: url.port === '' ? 80 : Number(url.port),
        authorization: credentials === ':' ? null : `Basic ${Buffer.from(credentials).toString('base64')}`,
    };
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch (cause) {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e("the proxy's user or password has a percent sign that encodes nothing", 'write %25 for a percent sign', { cause });
    }
}
/** Asks a connected proxy for a tunnel; on 'open' the socket carries the tunnel's bytes. */
async function openTunnel(socket, proxy, target, signal) {
    const authority = `${target.host.includes(':') ? `[${target.host}]` : target.host}:${target.port}`;
    const head = [
        `CONNECT ${authority} HTTP/1.1`,
        `Host: ${authority}`,
        ...(proxy.authorization ? [`Proxy-Authorization: ${proxy.authorization}`] : []),
        '',
        '',
    ];
    const answer = await (0,_dialogue_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .k)(socket, head.join('\r\n'), text => text.includes('\r\n\r\n'), signal);
    if (answer.kind === 'failed')
        return answer;
    const [statusLine = ''] = answer.text.split('\r\n', 1);
    if (!/^HTTP\/1\.[01] \d{3}/.test(statusLine))
        return { kind: 'refused', detail: `the proxy answered ${JSON.stringify(statusLine.slice(0, 80))}` };
    if (!/^HTTP\/1\.[01] 2/.test(statusLine))
        return { kind: 'refused', detail: `the proxy answered ${statusLine.slice(9, 120)}` };
    const early = answer.text.slice(answer.text.indexOf('\r\n\r\n') + 4);
    if (early !== '')
        socket.unshift(Buffer.from(early, 'latin1'));
    return { kind: 'open', detail: `tunnel to ${authority}` };
}


/***/ }),

/***/ 7615:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ schemes)
/* harmony export */ });
// What a target's scheme says: the default port, and how the protocol comes to TLS. No sockets here.
const scheme = (name, port, starttls = null, alpn = []) => ({
    name,
    port,
    starttls,
    alpn,
});
// IANA "Service Name and Transport Protocol Port Number Registry", 2026-11.
const schemes = [
    scheme('https', 443, null, ['h2', 'http/1.1']),
    scheme('tls', null),
    scheme('smtp', 25, 'smtp'),
    scheme('submission', 587, 'smtp'),
    scheme('smtps', 465),
    scheme('lmtp', 24, 'lmtp'),
    scheme('imap', 143, 'imap'),
    scheme('imaps', 993),
    scheme('pop3', 110, 'pop3'),
    scheme('pop3s', 995),
    scheme('ftp', 21, 'ftp'),
    scheme('ftps', 990),
    scheme('nntp', 119, 'nntp'),
    scheme('sieve', 4190, 'sieve'),
    scheme('xmpp', 5222, 'xmpp'),
    scheme('xmpp-server', 5269, 'xmpp-server'),
    scheme('ldap', 389, 'ldap'),
    scheme('ldaps', 636),
    scheme('postgres', 5432, 'postgres'),
    scheme('mysql', 3306, 'mysql'),
];


/***/ }),

/***/ 1393:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ targetOf),
/* harmony export */   h: () => (/* binding */ parseTarget)
/* harmony export */ });
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3136);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_url__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4994);
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7706);
/* harmony import */ var _scheme_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7615);
// What a user points at, parsed: 'host', 'host:port', '[v6]:port' or a URL whose scheme says the protocol. Nothing is resolved here.




const forms = 'write host, host:port, [v6]:port or a URL such as https://example.com or smtp://mail.example.com:25';
/**
 * Parses a target. A bare host means https, on port 443 unless one is given.
 * @throws UsageError when it is no target; the message quotes it
 */
function parseTarget(text) {
    const trimmed = text.trim();
    if (trimmed === '')
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e('the target is empty', forms);
    if (trimmed.length > 2048)
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(`the target is ${trimmed.length} characters long`, forms);
    // Before anything else is said of it, as that quotes it.
    if (/^(?:[a-z][a-z0-9+.-]*:\/\/)?[^/?#]*@/i.test(trimmed))
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e('the target has a user name or password before the host', 'leave it out: a handshake needs no login');
    const [, schemeName = 'https', authority] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/?#]*)\/?$/i.exec(trimmed) ?? [];
    if (authority === undefined) {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(`${quote(trimmed)} is no target: it has a path, a query or a fragment`, 'leave out what follows the host and port');
    }
    const row = _scheme_js__WEBPACK_IMPORTED_MODULE_3__/* .schemes */ .f.find(candidate => candidate.name === schemeName.toLowerCase());
    if (schemeName.toLowerCase() === 'http')
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(`${quote(trimmed)} is plain HTTP, which has no handshake`, 'write https:// in its place');
    if (row === undefined) {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(`${quote(trimmed)} has the unknown scheme ${quote(schemeName)}`, `use one of ${_scheme_js__WEBPACK_IMPORTED_MODULE_3__/* .schemes */ .f.map(known => known.name).join(', ')}`);
    }
    const { host, port } = splitAuthority(authority, trimmed);
    return build(row, canonicalHost(host, trimmed), portOf(port, row, trimmed));
}
/** A target from its parts, as a test has them: a bound server's address and port. */
function targetOf(schemeName, host, port) {
    return parseTarget(`${schemeName}://${(0,_address_js__WEBPACK_IMPORTED_MODULE_2__/* .familyOf */ .A)(host) === 6 ? `[${host}]` : host}:${port}`);
}
function build(row, host, port) {
    return { url: `${row.name}://${(0,_address_js__WEBPACK_IMPORTED_MODULE_2__/* .familyOf */ .A)(host) === 6 ? `[${host}]` : host}:${port}`, host, port, starttls: row.starttls, alpn: row.alpn };
}
function splitAuthority(authority, text) {
    const bracketed = /^\[([^\]]*)\](?::(.*))?$/.exec(authority);
    if (bracketed) {
        const host = bracketed[1] ?? '';
        if ((0,_address_js__WEBPACK_IMPORTED_MODULE_2__/* .familyOf */ .A)(host) !== 6)
            throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(`${quote(text)} has no IPv6 address in its brackets`, 'write [address]:port, for example [::1]:8443');
        return { host, port: bracketed[2] ?? null };
    }
    if ((0,_address_js__WEBPACK_IMPORTED_MODULE_2__/* .familyOf */ .A)(authority) === 6)
        return { host: authority, port: null };
    const colon = authority.indexOf(':');
    if (colon !== authority.lastIndexOf(':'))
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(`${quote(text)} has more than one colon`, 'put an IPv6 address in brackets: [::1]:8443');
    return colon < 0 ? { host: authority, port: null } : { host: authority.slice(0, colon), port: authority.slice(colon + 1) };
}
function canonicalHost(host, text) {
    if (host === '')
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(`${quote(text)} has no host`, forms);
    if ((0,_address_js__WEBPACK_IMPORTED_MODULE_2__/* .familyOf */ .A)(host) !== 0)
        return (0,_address_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalAddress */ .Z)(host);
    // domainToASCII reads its argument as a URL does: it would drop what follows a backslash, and line ends, and decode percent signs.
    const ascii = /[\\%\s]/.test(host) ? '' : (0,node_url__WEBPACK_IMPORTED_MODULE_0__.domainToASCII)(host.replace(/\.$/, ''));
    // RFC 1123 §2.1, with the underscore that names in private zones use; RFC 1035 §2.3.4 for the lengths.
    const valid = ascii.length > 0 && ascii.length <= 253 && ascii.split('.').every(label => /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/.test(label));
    // A last label of digits only is an IPv4 address gone wrong (WHATWG URL §3.5), never a name.
    if (!valid || /(^|\.)\d+$/.test(ascii))
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(`${quote(text)} has no valid host name`, forms);
    return ascii;
}
function portOf(port, row, text) {
    if (port === null) {
        if (row.port === null)
            throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(`${quote(text)} has no port`, `${row.name} has no usual port: write ${row.name}://host:port`);
        return row.port;
    }
    const number = /^\d{1,6}$/.test(port) ? Number(port) : Number.NaN;
    if (!(number >= 1 && number <= 65_535))
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(`${quote(text)} has the port ${quote(port)}`, 'a port is a number from 1 to 65535');
    return number;
}
// Quoted as JSON, so that control characters of a hostile target list stay inert.
const quote = (text) => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);


/***/ }),

/***/ 5823:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   JI: () => (/* binding */ isSigned),
/* harmony export */   Jx: () => (/* binding */ hasCbc),
/* harmony export */   Kv: () => (/* binding */ hasDhe),
/* harmony export */   MT: () => (/* binding */ isDhe),
/* harmony export */   NT: () => (/* binding */ isEcdsa),
/* harmony export */   Uf: () => (/* binding */ authenticationOf),
/* harmony export */   aD: () => (/* binding */ isForwardSecret),
/* harmony export */   hm: () => (/* binding */ isChaCha),
/* harmony export */   tu: () => (/* binding */ isCbc),
/* harmony export */   xi: () => (/* binding */ partsOfCode),
/* harmony export */   yS: () => (/* binding */ isSrp),
/* harmony export */   zO: () => (/* binding */ exchangeName)
/* harmony export */ });
/* harmony import */ var _cipher_suites_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3103);
// Reads the name of a cipher suite: IANA's names follow one grammar, so nothing here is a second list of suites. No opinion on them.

// How a suite names its key exchange -> what is exchanged, and what proves the server's identity.
const keyExchanges = {
    NULL: ['NULL', 'NULL'],
    RSA: ['RSA', 'RSA'],
    RSA_FIPS: ['RSA', 'RSA'],
    DH_DSS: ['DH', 'DSS'],
    DH_RSA: ['DH', 'RSA'],
    DH_anon: ['DHE', 'anon'],
    DHE_DSS: ['DHE', 'DSS'],
    DHE_RSA: ['DHE', 'RSA'],
    ECDH_ECDSA: ['ECDH', 'ECDSA'],
    ECDH_RSA: ['ECDH', 'RSA'],
    ECDH_anon: ['ECDHE', 'anon'],
    ECDHE_ECDSA: ['ECDHE', 'ECDSA'],
    ECDHE_RSA: ['ECDHE', 'RSA'],
    PSK: ['PSK', 'PSK'],
    RSA_PSK: ['RSA_PSK', 'RSA'],
    DHE_PSK: ['DHE_PSK', 'PSK'],
    PSK_DHE: ['DHE_PSK', 'PSK'],
    ECDHE_PSK: ['ECDHE_PSK', 'PSK'],
    SRP_SHA: ['SRP', 'SRP'],
    SRP_SHA_RSA: ['SRP', 'RSA'],
    SRP_SHA_DSS: ['SRP', 'DSS'],
    KRB5: ['KRB5', 'KRB5'],
    ECCPWD: ['ECCPWD', 'ECCPWD'],
    ECJPAKE: ['ECJPAKE', 'ECJPAKE'],
    FORTEZZA_KEA: ['KEA', 'DSS'],
    GOSTR341094: ['GOST', 'GOST'],
    GOSTR341001: ['GOST', 'GOST'],
    GOSTR341112_256: ['GOST', 'GOST'],
};
// Of each cipher the strength in bits, the work of the best practical attack on the key, so 112 for three-key 3DES (NIST SP 800-57 part 1);
// and the size of its blocks in bits, null for what is no block cipher.
const ciphers = {
    NULL: [0, null],
    DES_40: [40, 64],
    RC2_40: [40, 64],
    RC4_40: [40, null],
    DES: [56, 64],
    RC2_56: [56, 64],
    RC4_56: [56, null],
    FORTEZZA: [80, 64],
    '3DES_EDE': [112, 64],
    AEGIS_128L: [128, null],
    AES_128: [128, 128],
    ARIA_128: [128, 128],
    ASCONAEAD128: [128, null],
    CAMELLIA_128: [128, 128],
    IDEA: [128, 64],
    RC4_128: [128, null],
    SEED: [128, 128],
    SM4: [128, 128],
    '28147': [256, 64],
    AEGIS_256: [256, null],
    AES_256: [256, 128],
    ARIA_256: [256, 128],
    CAMELLIA_256: [256, 128],
    CHACHA20: [256, null],
    KUZNYECHIK: [256, 128],
    MAGMA: [256, 64],
};
// How a suite names its mode -> whether encryption and integrity are one (AEAD). No name for it: a stream, or AEAD by itself.
const modes = {
    stream: false,
    CBC: false,
    CNT: false,
    CTR: false,
    AEAD: true,
    CCM: true,
    CCM_8: true,
    GCM: true,
    MGM_L: true,
    MGM_S: true,
    POLY1305: true,
};
// cipher, mode, shortened key (export suites), hash; `_OLD` is the mark of the table's draft code points
const protection = /^(.+?)(?:_(CBC|CCM_8|CCM|CNT|CTR|GCM|MGM_L|MGM_S|POLY1305))?(?:_(40|56))?(?:_(NULL|MD5|SHA(?:256|384|512)?|SM3|ASCONHASH256|GOSTR3411|IMIT|OMAC))?(?:_OLD)?$/;
const cache = new WeakMap();
/**
 * What a suite is made of; null for a signalling value (TLS_FALLBACK_SCSV), which is no suite.
 * @throws Error when the table has a name this grammar does not cover: a bug of ours
 */
function partsOf(suite) {
    let parts = cache.get(suite);
    if (parts === undefined) {
        parts = suite.name.endsWith('_SCSV') ? null : parse(suite.name);
        cache.set(suite, parts);
    }
    return parts;
}
const byCode = new Map();
/** What the suite of a wire number is made of; null for a number that is not registered, and for a signalling value. */
function partsOfCode(code) {
    let parts = byCode.get(code);
    if (parts === undefined) {
        const row = _cipher_suites_js__WEBPACK_IMPORTED_MODULE_0__/* .cipherSuites */ .vS.get(code);
        parts = row ? partsOf(row) : null;
        byCode.set(code, parts);
    }
    return parts;
}
/** What a suite's name has between TLS_ and _WITH_: 'ECDHE_RSA'; undefined for one of TLS 1.3 and for an unknown number. */
const exchangeName = (code) => /^TLS_(.+)_WITH_/.exec(_cipher_suites_js__WEBPACK_IMPORTED_MODULE_0__/* .cipherSuites */ .vS.label(code))?.[1];
/** Whether a recorded session stays closed to whoever gets the key of the certificate later; in TLS 1.3 it does, but for psk_ke. */
const isForwardSecret = ({ keyExchange }) => keyExchange === null || forwardSecret.has(keyExchange);
const forwardSecret = new Set(['DHE', 'ECDHE', 'DHE_PSK', 'ECDHE_PSK', 'SRP', 'ECCPWD', 'ECJPAKE']);
/** Whether the server signs what it exchanges the key with: where it does, it is asked with a signature scheme. */
function isSigned(code) {
    const { keyExchange, authentication } = partsOfCode(code) ?? {};
    return (keyExchange === 'ECDHE' || keyExchange === 'DHE') && authentication !== 'anon';
}
/** What the server proves itself with, see CipherSuiteParts; null also for a number that is not registered. */
const authenticationOf = (code) => partsOfCode(code)?.authentication ?? null;
/** Whether the certificate has to have a key for ECDSA. */
const isEcdsa = (code) => authenticationOf(code) === 'ECDSA';
/** Whether Diffie-Hellman is ephemeral and over a finite field, also beside a pre-shared key; of parts, which the cipher kinds of SSLv2 have too. */
const hasDhe = ({ keyExchange }) => keyExchange === 'DHE' || keyExchange === 'DHE_PSK';
const isDhe = (code) => isOf(code, hasDhe);
/** Whether blocks are chained, which pads them; of parts as hasDhe. */
const hasCbc = ({ mode }) => mode === 'CBC';
const isCbc = (code) => isOf(code, hasCbc);
/** Whether the key is exchanged with a password (RFC 5054). */
const isSrp = (code) => partsOfCode(code)?.keyExchange === 'SRP';
/** Whether the cipher is ChaCha20, which servers may prefer for clients that list it first. */
const isChaCha = (code) => partsOfCode(code)?.cipher === 'CHACHA20';
function isOf(code, has) {
    const parts = partsOfCode(code);
    return parts !== null && has(parts);
}
function parse(name) {
    const [, before, after] = /^(?:TLS|SSL)_(?:(.+)_WITH_)?(.+)$/.exec(name) ?? [];
    // 'TLS_SHA256_SHA256' encrypts nothing: what stands in the cipher's place is the MAC (RFC 9150). DES of 40 bits has two spellings.
    const regular = after?.replace(/^SHA\d+_/, 'NULL_').replace('DES40_CBC', 'DES_CBC_40') ?? '';
    const [, base, mode, shortened, hash] = protection.exec(regular) ?? [];
    const exchange = before?.replace(/_EXPORT(?:1024)?$/, '');
    const cipher = shortened === undefined ? base : `${base}_${shortened}`;
    if (!isKeyOf(ciphers, cipher) || (exchange !== undefined && !isKeyOf(keyExchanges, exchange))) {
        throw new Error(`cipher suite ${name} has a name of unknown form`);
    }
    const ownMode = /^(?:AEGIS|ASCON)/.test(cipher) ? 'AEAD' : 'stream';
    const kind = isKeyOf(modes, mode) ? mode : ownMode;
    const [keyExchange, authentication] = exchange === undefined ? [null, null] : keyExchanges[exchange];
    const [bits, blockBits] = ciphers[cipher];
    const parts = {
        cipher,
        mode: kind,
        aead: modes[kind],
        hash: hashOf(hash, exchange),
        bits,
        blockBits,
        exportGrade: before?.includes('_EXPORT') ?? false,
    };
    // RFC 9367: the GOST suites of TLS 1.3 kept the old form of name.
    if (exchange === undefined || kind === 'MGM_L' || kind === 'MGM_S') {
        return { keyExchange: null, authentication: null, ...parts, firstProtocol: 0x0304, lastProtocol: 0x0304 };
    }
    const made = { keyExchange, authentication, ...parts };
    return { ...made, firstProtocol: firstProtocol(made), lastProtocol: lastProtocol(made) };
}
function hashOf(named, exchange) {
    if (exchange?.startsWith('GOST'))
        return exchange === 'GOSTR341112_256' ? 'GOSTR3411_2012_256' : 'GOSTR3411';
    return named ?? 'SHA256'; // only CCM leaves it out, and takes the protocol's default (RFC 6655 §3)
}
// Where standards and practice differ this is OpenSSL's practice: AES came after SSLv3 (RFC 3268), and is negotiated in it.
function firstProtocol({ keyExchange, aead, hash }) {
    const oldHash = ['NULL', 'MD5', 'SHA', 'GOSTR3411'].includes(hash);
    // AEAD came with TLS 1.2 (RFC 5246 §6.2.3.3), as did the newer hashes (RFC 5289 §4), but not for PSK (RFC 5487, RFC 5489).
    if (aead || (!oldHash && !keyExchange?.endsWith('PSK')))
        return 0x0303;
    // Elliptic curves need a hello extension (RFC 8422 §5.1), which SSLv3 does not have.
    return !oldHash || keyExchange?.startsWith('ECDH') || keyExchange === 'GOST' ? 0x0301 : 0x0300;
}
function lastProtocol({ keyExchange, cipher, exportGrade }) {
    if (keyExchange === 'KEA')
        return 0x0300;
    if (exportGrade)
        return 0x0301; // RFC 4346 §A.5
    return cipher === 'DES' || cipher === 'IDEA' ? 0x0302 : 0x0303; // RFC 5469
}
function isKeyOf(table, key) {
    return key !== undefined && Object.hasOwn(table, key);
}


/***/ }),

/***/ 3103:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O8: () => (/* binding */ fallbackScsv),
/* harmony export */   eO: () => (/* binding */ emptyRenegotiationInfo),
/* harmony export */   vS: () => (/* binding */ cipherSuites)
/* harmony export */ });
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4672);
// IANA "TLS Cipher Suites" (tls-parameters-4), 2026-09-29, with OpenSSL's names. What a name means stands in cipher-suite-parts.ts.

// OpenSSL's names are those of 1.1.0 and later, and for suites removed before it those of 1.0.2.
// Suites outside of IANA's table stand here when a stack that was in wide use has them; a comment says which.
/** Every registered cipher suite, whatever it is worth. */
const cipherSuites = (0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .t)('cipher suite', 4, () => [
    { code: 0x0000, name: 'TLS_NULL_WITH_NULL_NULL', openssl: null },
    { code: 0x0001, name: 'TLS_RSA_WITH_NULL_MD5', openssl: 'NULL-MD5' },
    { code: 0x0002, name: 'TLS_RSA_WITH_NULL_SHA', openssl: 'NULL-SHA' },
    { code: 0x0003, name: 'TLS_RSA_EXPORT_WITH_RC4_40_MD5', openssl: 'EXP-RC4-MD5' },
    { code: 0x0004, name: 'TLS_RSA_WITH_RC4_128_MD5', openssl: 'RC4-MD5' },
    { code: 0x0005, name: 'TLS_RSA_WITH_RC4_128_SHA', openssl: 'RC4-SHA' },
    { code: 0x0006, name: 'TLS_RSA_EXPORT_WITH_RC2_CBC_40_MD5', openssl: 'EXP-RC2-CBC-MD5' },
    { code: 0x0007, name: 'TLS_RSA_WITH_IDEA_CBC_SHA', openssl: 'IDEA-CBC-SHA' },
    { code: 0x0008, name: 'TLS_RSA_EXPORT_WITH_DES40_CBC_SHA', openssl: 'EXP-DES-CBC-SHA' },
    { code: 0x0009, name: 'TLS_RSA_WITH_DES_CBC_SHA', openssl: 'DES-CBC-SHA' },
    { code: 0x000a, name: 'TLS_RSA_WITH_3DES_EDE_CBC_SHA', openssl: 'DES-CBC3-SHA' },
    { code: 0x000b, name: 'TLS_DH_DSS_EXPORT_WITH_DES40_CBC_SHA', openssl: 'EXP-DH-DSS-DES-CBC-SHA' },
    { code: 0x000c, name: 'TLS_DH_DSS_WITH_DES_CBC_SHA', openssl: 'DH-DSS-DES-CBC-SHA' },
    { code: 0x000d, name: 'TLS_DH_DSS_WITH_3DES_EDE_CBC_SHA', openssl: 'DH-DSS-DES-CBC3-SHA' },
    { code: 0x000e, name: 'TLS_DH_RSA_EXPORT_WITH_DES40_CBC_SHA', openssl: 'EXP-DH-RSA-DES-CBC-SHA' },
    { code: 0x000f, name: 'TLS_DH_RSA_WITH_DES_CBC_SHA', openssl: 'DH-RSA-DES-CBC-SHA' },
    { code: 0x0010, name: 'TLS_DH_RSA_WITH_3DES_EDE_CBC_SHA', openssl: 'DH-RSA-DES-CBC3-SHA' },
    { code: 0x0011, name: 'TLS_DHE_DSS_EXPORT_WITH_DES40_CBC_SHA', openssl: 'EXP-EDH-DSS-DES-CBC-SHA' },
    { code: 0x0012, name: 'TLS_DHE_DSS_WITH_DES_CBC_SHA', openssl: 'EDH-DSS-DES-CBC-SHA' },
    { code: 0x0013, name: 'TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA', openssl: 'DHE-DSS-DES-CBC3-SHA' },
    { code: 0x0014, name: 'TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA', openssl: 'EXP-EDH-RSA-DES-CBC-SHA' },
    { code: 0x0015, name: 'TLS_DHE_RSA_WITH_DES_CBC_SHA', openssl: 'EDH-RSA-DES-CBC-SHA' },
    { code: 0x0016, name: 'TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA', openssl: 'DHE-RSA-DES-CBC3-SHA' },
    { code: 0x0017, name: 'TLS_DH_anon_EXPORT_WITH_RC4_40_MD5', openssl: 'EXP-ADH-RC4-MD5' },
    { code: 0x0018, name: 'TLS_DH_anon_WITH_RC4_128_MD5', openssl: 'ADH-RC4-MD5' },
    { code: 0x0019, name: 'TLS_DH_anon_EXPORT_WITH_DES40_CBC_SHA', openssl: 'EXP-ADH-DES-CBC-SHA' },
    { code: 0x001a, name: 'TLS_DH_anon_WITH_DES_CBC_SHA', openssl: 'ADH-DES-CBC-SHA' },
    { code: 0x001b, name: 'TLS_DH_anon_WITH_3DES_EDE_CBC_SHA', openssl: 'ADH-DES-CBC3-SHA' },
    // 0x001c and 0x001d: Fortezza in SSLv3 (RFC 6101 appendix C); IANA keeps the numbers reserved for it
    { code: 0x001c, name: 'SSL_FORTEZZA_KEA_WITH_NULL_SHA', openssl: null },
    { code: 0x001d, name: 'SSL_FORTEZZA_KEA_WITH_FORTEZZA_CBC_SHA', openssl: null },
    { code: 0x001e, name: 'TLS_KRB5_WITH_DES_CBC_SHA', openssl: 'KRB5-DES-CBC-SHA' },
    { code: 0x001f, name: 'TLS_KRB5_WITH_3DES_EDE_CBC_SHA', openssl: 'KRB5-DES-CBC3-SHA' },
    { code: 0x0020, name: 'TLS_KRB5_WITH_RC4_128_SHA', openssl: 'KRB5-RC4-SHA' },
    { code: 0x0021, name: 'TLS_KRB5_WITH_IDEA_CBC_SHA', openssl: 'KRB5-IDEA-CBC-SHA' },
    { code: 0x0022, name: 'TLS_KRB5_WITH_DES_CBC_MD5', openssl: 'KRB5-DES-CBC-MD5' },
    { code: 0x0023, name: 'TLS_KRB5_WITH_3DES_EDE_CBC_MD5', openssl: 'KRB5-DES-CBC3-MD5' },
    { code: 0x0024, name: 'TLS_KRB5_WITH_RC4_128_MD5', openssl: 'KRB5-RC4-MD5' },
    { code: 0x0025, name: 'TLS_KRB5_WITH_IDEA_CBC_MD5', openssl: 'KRB5-IDEA-CBC-MD5' },
    { code: 0x0026, name: 'TLS_KRB5_EXPORT_WITH_DES_CBC_40_SHA', openssl: 'EXP-KRB5-DES-CBC-SHA' },
    { code: 0x0027, name: 'TLS_KRB5_EXPORT_WITH_RC2_CBC_40_SHA', openssl: 'EXP-KRB5-RC2-CBC-SHA' },
    { code: 0x0028, name: 'TLS_KRB5_EXPORT_WITH_RC4_40_SHA', openssl: 'EXP-KRB5-RC4-SHA' },
    { code: 0x0029, name: 'TLS_KRB5_EXPORT_WITH_DES_CBC_40_MD5', openssl: 'EXP-KRB5-DES-CBC-MD5' },
    { code: 0x002a, name: 'TLS_KRB5_EXPORT_WITH_RC2_CBC_40_MD5', openssl: 'EXP-KRB5-RC2-CBC-MD5' },
    { code: 0x002b, name: 'TLS_KRB5_EXPORT_WITH_RC4_40_MD5', openssl: 'EXP-KRB5-RC4-MD5' },
    { code: 0x002c, name: 'TLS_PSK_WITH_NULL_SHA', openssl: 'PSK-NULL-SHA' },
    { code: 0x002d, name: 'TLS_DHE_PSK_WITH_NULL_SHA', openssl: 'DHE-PSK-NULL-SHA' },
    { code: 0x002e, name: 'TLS_RSA_PSK_WITH_NULL_SHA', openssl: 'RSA-PSK-NULL-SHA' },
    { code: 0x002f, name: 'TLS_RSA_WITH_AES_128_CBC_SHA', openssl: 'AES128-SHA' },
    { code: 0x0030, name: 'TLS_DH_DSS_WITH_AES_128_CBC_SHA', openssl: 'DH-DSS-AES128-SHA' },
    { code: 0x0031, name: 'TLS_DH_RSA_WITH_AES_128_CBC_SHA', openssl: 'DH-RSA-AES128-SHA' },
    { code: 0x0032, name: 'TLS_DHE_DSS_WITH_AES_128_CBC_SHA', openssl: 'DHE-DSS-AES128-SHA' },
    { code: 0x0033, name: 'TLS_DHE_RSA_WITH_AES_128_CBC_SHA', openssl: 'DHE-RSA-AES128-SHA' },
    { code: 0x0034, name: 'TLS_DH_anon_WITH_AES_128_CBC_SHA', openssl: 'ADH-AES128-SHA' },
    { code: 0x0035, name: 'TLS_RSA_WITH_AES_256_CBC_SHA', openssl: 'AES256-SHA' },
    { code: 0x0036, name: 'TLS_DH_DSS_WITH_AES_256_CBC_SHA', openssl: 'DH-DSS-AES256-SHA' },
    { code: 0x0037, name: 'TLS_DH_RSA_WITH_AES_256_CBC_SHA', openssl: 'DH-RSA-AES256-SHA' },
    { code: 0x0038, name: 'TLS_DHE_DSS_WITH_AES_256_CBC_SHA', openssl: 'DHE-DSS-AES256-SHA' },
    { code: 0x0039, name: 'TLS_DHE_RSA_WITH_AES_256_CBC_SHA', openssl: 'DHE-RSA-AES256-SHA' },
    { code: 0x003a, name: 'TLS_DH_anon_WITH_AES_256_CBC_SHA', openssl: 'ADH-AES256-SHA' },
    { code: 0x003b, name: 'TLS_RSA_WITH_NULL_SHA256', openssl: 'NULL-SHA256' },
    { code: 0x003c, name: 'TLS_RSA_WITH_AES_128_CBC_SHA256', openssl: 'AES128-SHA256' },
    { code: 0x003d, name: 'TLS_RSA_WITH_AES_256_CBC_SHA256', openssl: 'AES256-SHA256' },
    { code: 0x003e, name: 'TLS_DH_DSS_WITH_AES_128_CBC_SHA256', openssl: 'DH-DSS-AES128-SHA256' },
    { code: 0x003f, name: 'TLS_DH_RSA_WITH_AES_128_CBC_SHA256', openssl: 'DH-RSA-AES128-SHA256' },
    { code: 0x0040, name: 'TLS_DHE_DSS_WITH_AES_128_CBC_SHA256', openssl: 'DHE-DSS-AES128-SHA256' },
    { code: 0x0041, name: 'TLS_RSA_WITH_CAMELLIA_128_CBC_SHA', openssl: 'CAMELLIA128-SHA' },
    { code: 0x0042, name: 'TLS_DH_DSS_WITH_CAMELLIA_128_CBC_SHA', openssl: 'DH-DSS-CAMELLIA128-SHA' },
    { code: 0x0043, name: 'TLS_DH_RSA_WITH_CAMELLIA_128_CBC_SHA', openssl: 'DH-RSA-CAMELLIA128-SHA' },
    { code: 0x0044, name: 'TLS_DHE_DSS_WITH_CAMELLIA_128_CBC_SHA', openssl: 'DHE-DSS-CAMELLIA128-SHA' },
    { code: 0x0045, name: 'TLS_DHE_RSA_WITH_CAMELLIA_128_CBC_SHA', openssl: 'DHE-RSA-CAMELLIA128-SHA' },
    { code: 0x0046, name: 'TLS_DH_anon_WITH_CAMELLIA_128_CBC_SHA', openssl: 'ADH-CAMELLIA128-SHA' },
    // 0x0060 to 0x0066: draft-ietf-tls-56-bit-ciphersuites; OpenSSL before 1.1.0 has them
    { code: 0x0060, name: 'TLS_RSA_EXPORT1024_WITH_RC4_56_MD5', openssl: 'EXP1024-RC4-MD5' },
    { code: 0x0061, name: 'TLS_RSA_EXPORT1024_WITH_RC2_CBC_56_MD5', openssl: 'EXP1024-RC2-CBC-MD5' },
    { code: 0x0062, name: 'TLS_RSA_EXPORT1024_WITH_DES_CBC_SHA', openssl: 'EXP1024-DES-CBC-SHA' },
    { code: 0x0063, name: 'TLS_DHE_DSS_EXPORT1024_WITH_DES_CBC_SHA', openssl: 'EXP1024-DHE-DSS-DES-CBC-SHA' },
    { code: 0x0064, name: 'TLS_RSA_EXPORT1024_WITH_RC4_56_SHA', openssl: 'EXP1024-RC4-SHA' },
    { code: 0x0065, name: 'TLS_DHE_DSS_EXPORT1024_WITH_RC4_56_SHA', openssl: 'EXP1024-DHE-DSS-RC4-SHA' },
    { code: 0x0066, name: 'TLS_DHE_DSS_WITH_RC4_128_SHA', openssl: 'DHE-DSS-RC4-SHA' },
    { code: 0x0067, name: 'TLS_DHE_RSA_WITH_AES_128_CBC_SHA256', openssl: 'DHE-RSA-AES128-SHA256' },
    { code: 0x0068, name: 'TLS_DH_DSS_WITH_AES_256_CBC_SHA256', openssl: 'DH-DSS-AES256-SHA256' },
    { code: 0x0069, name: 'TLS_DH_RSA_WITH_AES_256_CBC_SHA256', openssl: 'DH-RSA-AES256-SHA256' },
    { code: 0x006a, name: 'TLS_DHE_DSS_WITH_AES_256_CBC_SHA256', openssl: 'DHE-DSS-AES256-SHA256' },
    { code: 0x006b, name: 'TLS_DHE_RSA_WITH_AES_256_CBC_SHA256', openssl: 'DHE-RSA-AES256-SHA256' },
    { code: 0x006c, name: 'TLS_DH_anon_WITH_AES_128_CBC_SHA256', openssl: 'ADH-AES128-SHA256' },
    { code: 0x006d, name: 'TLS_DH_anon_WITH_AES_256_CBC_SHA256', openssl: 'ADH-AES256-SHA256' },
    { code: 0x006e, name: 'TLS_ASCONAEAD128_ASCONHASH256', openssl: null },
    { code: 0x006f, name: 'TLS_ASCONAEAD128_SHA256', openssl: null },
    { code: 0x0070, name: 'TLS_AES_128_GCM_ASCONHASH256', openssl: null },
    { code: 0x0071, name: 'TLS_AES_128_CCM_ASCONHASH256', openssl: null },
    // 0x0080 to 0x0083: draft-chudov-cryptopro-cptls; OpenSSL with its GOST engine has them
    { code: 0x0080, name: 'TLS_GOSTR341094_WITH_28147_CNT_IMIT', openssl: 'GOST94-GOST89-GOST89' },
    { code: 0x0081, name: 'TLS_GOSTR341001_WITH_28147_CNT_IMIT', openssl: 'GOST2001-GOST89-GOST89' },
    { code: 0x0082, name: 'TLS_GOSTR341094_WITH_NULL_GOSTR3411', openssl: 'GOST94-NULL-GOST94' },
    { code: 0x0083, name: 'TLS_GOSTR341001_WITH_NULL_GOSTR3411', openssl: 'GOST2001-NULL-GOST94' },
    { code: 0x0084, name: 'TLS_RSA_WITH_CAMELLIA_256_CBC_SHA', openssl: 'CAMELLIA256-SHA' },
    { code: 0x0085, name: 'TLS_DH_DSS_WITH_CAMELLIA_256_CBC_SHA', openssl: 'DH-DSS-CAMELLIA256-SHA' },
    { code: 0x0086, name: 'TLS_DH_RSA_WITH_CAMELLIA_256_CBC_SHA', openssl: 'DH-RSA-CAMELLIA256-SHA' },
    { code: 0x0087, name: 'TLS_DHE_DSS_WITH_CAMELLIA_256_CBC_SHA', openssl: 'DHE-DSS-CAMELLIA256-SHA' },
    { code: 0x0088, name: 'TLS_DHE_RSA_WITH_CAMELLIA_256_CBC_SHA', openssl: 'DHE-RSA-CAMELLIA256-SHA' },
    { code: 0x0089, name: 'TLS_DH_anon_WITH_CAMELLIA_256_CBC_SHA', openssl: 'ADH-CAMELLIA256-SHA' },
    { code: 0x008a, name: 'TLS_PSK_WITH_RC4_128_SHA', openssl: 'PSK-RC4-SHA' },
    { code: 0x008b, name: 'TLS_PSK_WITH_3DES_EDE_CBC_SHA', openssl: 'PSK-3DES-EDE-CBC-SHA' },
    { code: 0x008c, name: 'TLS_PSK_WITH_AES_128_CBC_SHA', openssl: 'PSK-AES128-CBC-SHA' },
    { code: 0x008d, name: 'TLS_PSK_WITH_AES_256_CBC_SHA', openssl: 'PSK-AES256-CBC-SHA' },
    { code: 0x008e, name: 'TLS_DHE_PSK_WITH_RC4_128_SHA', openssl: 'DHE-PSK-RC4-SHA' },
    { code: 0x008f, name: 'TLS_DHE_PSK_WITH_3DES_EDE_CBC_SHA', openssl: 'DHE-PSK-3DES-EDE-CBC-SHA' },
    { code: 0x0090, name: 'TLS_DHE_PSK_WITH_AES_128_CBC_SHA', openssl: 'DHE-PSK-AES128-CBC-SHA' },
    { code: 0x0091, name: 'TLS_DHE_PSK_WITH_AES_256_CBC_SHA', openssl: 'DHE-PSK-AES256-CBC-SHA' },
    { code: 0x0092, name: 'TLS_RSA_PSK_WITH_RC4_128_SHA', openssl: 'RSA-PSK-RC4-SHA' },
    { code: 0x0093, name: 'TLS_RSA_PSK_WITH_3DES_EDE_CBC_SHA', openssl: 'RSA-PSK-3DES-EDE-CBC-SHA' },
    { code: 0x0094, name: 'TLS_RSA_PSK_WITH_AES_128_CBC_SHA', openssl: 'RSA-PSK-AES128-CBC-SHA' },
    { code: 0x0095, name: 'TLS_RSA_PSK_WITH_AES_256_CBC_SHA', openssl: 'RSA-PSK-AES256-CBC-SHA' },
    { code: 0x0096, name: 'TLS_RSA_WITH_SEED_CBC_SHA', openssl: 'SEED-SHA' },
    { code: 0x0097, name: 'TLS_DH_DSS_WITH_SEED_CBC_SHA', openssl: 'DH-DSS-SEED-SHA' },
    { code: 0x0098, name: 'TLS_DH_RSA_WITH_SEED_CBC_SHA', openssl: 'DH-RSA-SEED-SHA' },
    { code: 0x0099, name: 'TLS_DHE_DSS_WITH_SEED_CBC_SHA', openssl: 'DHE-DSS-SEED-SHA' },
    { code: 0x009a, name: 'TLS_DHE_RSA_WITH_SEED_CBC_SHA', openssl: 'DHE-RSA-SEED-SHA' },
    { code: 0x009b, name: 'TLS_DH_anon_WITH_SEED_CBC_SHA', openssl: 'ADH-SEED-SHA' },
    { code: 0x009c, name: 'TLS_RSA_WITH_AES_128_GCM_SHA256', openssl: 'AES128-GCM-SHA256' },
    { code: 0x009d, name: 'TLS_RSA_WITH_AES_256_GCM_SHA384', openssl: 'AES256-GCM-SHA384' },
    { code: 0x009e, name: 'TLS_DHE_RSA_WITH_AES_128_GCM_SHA256', openssl: 'DHE-RSA-AES128-GCM-SHA256' },
    { code: 0x009f, name: 'TLS_DHE_RSA_WITH_AES_256_GCM_SHA384', openssl: 'DHE-RSA-AES256-GCM-SHA384' },
    { code: 0x00a0, name: 'TLS_DH_RSA_WITH_AES_128_GCM_SHA256', openssl: 'DH-RSA-AES128-GCM-SHA256' },
    { code: 0x00a1, name: 'TLS_DH_RSA_WITH_AES_256_GCM_SHA384', openssl: 'DH-RSA-AES256-GCM-SHA384' },
    { code: 0x00a2, name: 'TLS_DHE_DSS_WITH_AES_128_GCM_SHA256', openssl: 'DHE-DSS-AES128-GCM-SHA256' },
    { code: 0x00a3, name: 'TLS_DHE_DSS_WITH_AES_256_GCM_SHA384', openssl: 'DHE-DSS-AES256-GCM-SHA384' },
    { code: 0x00a4, name: 'TLS_DH_DSS_WITH_AES_128_GCM_SHA256', openssl: 'DH-DSS-AES128-GCM-SHA256' },
    { code: 0x00a5, name: 'TLS_DH_DSS_WITH_AES_256_GCM_SHA384', openssl: 'DH-DSS-AES256-GCM-SHA384' },
    { code: 0x00a6, name: 'TLS_DH_anon_WITH_AES_128_GCM_SHA256', openssl: 'ADH-AES128-GCM-SHA256' },
    { code: 0x00a7, name: 'TLS_DH_anon_WITH_AES_256_GCM_SHA384', openssl: 'ADH-AES256-GCM-SHA384' },
    { code: 0x00a8, name: 'TLS_PSK_WITH_AES_128_GCM_SHA256', openssl: 'PSK-AES128-GCM-SHA256' },
    { code: 0x00a9, name: 'TLS_PSK_WITH_AES_256_GCM_SHA384', openssl: 'PSK-AES256-GCM-SHA384' },
    { code: 0x00aa, name: 'TLS_DHE_PSK_WITH_AES_128_GCM_SHA256', openssl: 'DHE-PSK-AES128-GCM-SHA256' },
    { code: 0x00ab, name: 'TLS_DHE_PSK_WITH_AES_256_GCM_SHA384', openssl: 'DHE-PSK-AES256-GCM-SHA384' },
    { code: 0x00ac, name: 'TLS_RSA_PSK_WITH_AES_128_GCM_SHA256', openssl: 'RSA-PSK-AES128-GCM-SHA256' },
    { code: 0x00ad, name: 'TLS_RSA_PSK_WITH_AES_256_GCM_SHA384', openssl: 'RSA-PSK-AES256-GCM-SHA384' },
    { code: 0x00ae, name: 'TLS_PSK_WITH_AES_128_CBC_SHA256', openssl: 'PSK-AES128-CBC-SHA256' },
    { code: 0x00af, name: 'TLS_PSK_WITH_AES_256_CBC_SHA384', openssl: 'PSK-AES256-CBC-SHA384' },
    { code: 0x00b0, name: 'TLS_PSK_WITH_NULL_SHA256', openssl: 'PSK-NULL-SHA256' },
    { code: 0x00b1, name: 'TLS_PSK_WITH_NULL_SHA384', openssl: 'PSK-NULL-SHA384' },
    { code: 0x00b2, name: 'TLS_DHE_PSK_WITH_AES_128_CBC_SHA256', openssl: 'DHE-PSK-AES128-CBC-SHA256' },
    { code: 0x00b3, name: 'TLS_DHE_PSK_WITH_AES_256_CBC_SHA384', openssl: 'DHE-PSK-AES256-CBC-SHA384' },
    { code: 0x00b4, name: 'TLS_DHE_PSK_WITH_NULL_SHA256', openssl: 'DHE-PSK-NULL-SHA256' },
    { code: 0x00b5, name: 'TLS_DHE_PSK_WITH_NULL_SHA384', openssl: 'DHE-PSK-NULL-SHA384' },
    { code: 0x00b6, name: 'TLS_RSA_PSK_WITH_AES_128_CBC_SHA256', openssl: 'RSA-PSK-AES128-CBC-SHA256' },
    { code: 0x00b7, name: 'TLS_RSA_PSK_WITH_AES_256_CBC_SHA384', openssl: 'RSA-PSK-AES256-CBC-SHA384' },
    { code: 0x00b8, name: 'TLS_RSA_PSK_WITH_NULL_SHA256', openssl: 'RSA-PSK-NULL-SHA256' },
    { code: 0x00b9, name: 'TLS_RSA_PSK_WITH_NULL_SHA384', openssl: 'RSA-PSK-NULL-SHA384' },
    { code: 0x00ba, name: 'TLS_RSA_WITH_CAMELLIA_128_CBC_SHA256', openssl: 'CAMELLIA128-SHA256' },
    { code: 0x00bb, name: 'TLS_DH_DSS_WITH_CAMELLIA_128_CBC_SHA256', openssl: null },
    { code: 0x00bc, name: 'TLS_DH_RSA_WITH_CAMELLIA_128_CBC_SHA256', openssl: null },
    { code: 0x00bd, name: 'TLS_DHE_DSS_WITH_CAMELLIA_128_CBC_SHA256', openssl: 'DHE-DSS-CAMELLIA128-SHA256' },
    { code: 0x00be, name: 'TLS_DHE_RSA_WITH_CAMELLIA_128_CBC_SHA256', openssl: 'DHE-RSA-CAMELLIA128-SHA256' },
    { code: 0x00bf, name: 'TLS_DH_anon_WITH_CAMELLIA_128_CBC_SHA256', openssl: 'ADH-CAMELLIA128-SHA256' },
    { code: 0x00c0, name: 'TLS_RSA_WITH_CAMELLIA_256_CBC_SHA256', openssl: 'CAMELLIA256-SHA256' },
    { code: 0x00c1, name: 'TLS_DH_DSS_WITH_CAMELLIA_256_CBC_SHA256', openssl: null },
    { code: 0x00c2, name: 'TLS_DH_RSA_WITH_CAMELLIA_256_CBC_SHA256', openssl: null },
    { code: 0x00c3, name: 'TLS_DHE_DSS_WITH_CAMELLIA_256_CBC_SHA256', openssl: 'DHE-DSS-CAMELLIA256-SHA256' },
    { code: 0x00c4, name: 'TLS_DHE_RSA_WITH_CAMELLIA_256_CBC_SHA256', openssl: 'DHE-RSA-CAMELLIA256-SHA256' },
    { code: 0x00c5, name: 'TLS_DH_anon_WITH_CAMELLIA_256_CBC_SHA256', openssl: 'ADH-CAMELLIA256-SHA256' },
    { code: 0x00c6, name: 'TLS_SM4_GCM_SM3', openssl: null },
    { code: 0x00c7, name: 'TLS_SM4_CCM_SM3', openssl: null },
    { code: 0x00ff, name: 'TLS_EMPTY_RENEGOTIATION_INFO_SCSV', openssl: null },
    { code: 0x1301, name: 'TLS_AES_128_GCM_SHA256', openssl: 'TLS_AES_128_GCM_SHA256' },
    { code: 0x1302, name: 'TLS_AES_256_GCM_SHA384', openssl: 'TLS_AES_256_GCM_SHA384' },
    { code: 0x1303, name: 'TLS_CHACHA20_POLY1305_SHA256', openssl: 'TLS_CHACHA20_POLY1305_SHA256' },
    { code: 0x1304, name: 'TLS_AES_128_CCM_SHA256', openssl: 'TLS_AES_128_CCM_SHA256' },
    { code: 0x1305, name: 'TLS_AES_128_CCM_8_SHA256', openssl: 'TLS_AES_128_CCM_8_SHA256' },
    { code: 0x1306, name: 'TLS_AEGIS_256_SHA512', openssl: null },
    { code: 0x1307, name: 'TLS_AEGIS_128L_SHA256', openssl: null },
    { code: 0x5600, name: 'TLS_FALLBACK_SCSV', openssl: null },
    { code: 0xc001, name: 'TLS_ECDH_ECDSA_WITH_NULL_SHA', openssl: 'ECDH-ECDSA-NULL-SHA' },
    { code: 0xc002, name: 'TLS_ECDH_ECDSA_WITH_RC4_128_SHA', openssl: 'ECDH-ECDSA-RC4-SHA' },
    { code: 0xc003, name: 'TLS_ECDH_ECDSA_WITH_3DES_EDE_CBC_SHA', openssl: 'ECDH-ECDSA-DES-CBC3-SHA' },
    { code: 0xc004, name: 'TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA', openssl: 'ECDH-ECDSA-AES128-SHA' },
    { code: 0xc005, name: 'TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA', openssl: 'ECDH-ECDSA-AES256-SHA' },
    { code: 0xc006, name: 'TLS_ECDHE_ECDSA_WITH_NULL_SHA', openssl: 'ECDHE-ECDSA-NULL-SHA' },
    { code: 0xc007, name: 'TLS_ECDHE_ECDSA_WITH_RC4_128_SHA', openssl: 'ECDHE-ECDSA-RC4-SHA' },
    { code: 0xc008, name: 'TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA', openssl: 'ECDHE-ECDSA-DES-CBC3-SHA' },
    { code: 0xc009, name: 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA', openssl: 'ECDHE-ECDSA-AES128-SHA' },
    { code: 0xc00a, name: 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA', openssl: 'ECDHE-ECDSA-AES256-SHA' },
    { code: 0xc00b, name: 'TLS_ECDH_RSA_WITH_NULL_SHA', openssl: 'ECDH-RSA-NULL-SHA' },
    { code: 0xc00c, name: 'TLS_ECDH_RSA_WITH_RC4_128_SHA', openssl: 'ECDH-RSA-RC4-SHA' },
    { code: 0xc00d, name: 'TLS_ECDH_RSA_WITH_3DES_EDE_CBC_SHA', openssl: 'ECDH-RSA-DES-CBC3-SHA' },
    { code: 0xc00e, name: 'TLS_ECDH_RSA_WITH_AES_128_CBC_SHA', openssl: 'ECDH-RSA-AES128-SHA' },
    { code: 0xc00f, name: 'TLS_ECDH_RSA_WITH_AES_256_CBC_SHA', openssl: 'ECDH-RSA-AES256-SHA' },
    { code: 0xc010, name: 'TLS_ECDHE_RSA_WITH_NULL_SHA', openssl: 'ECDHE-RSA-NULL-SHA' },
    { code: 0xc011, name: 'TLS_ECDHE_RSA_WITH_RC4_128_SHA', openssl: 'ECDHE-RSA-RC4-SHA' },
    { code: 0xc012, name: 'TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA', openssl: 'ECDHE-RSA-DES-CBC3-SHA' },
    { code: 0xc013, name: 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', openssl: 'ECDHE-RSA-AES128-SHA' },
    { code: 0xc014, name: 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA', openssl: 'ECDHE-RSA-AES256-SHA' },
    { code: 0xc015, name: 'TLS_ECDH_anon_WITH_NULL_SHA', openssl: 'AECDH-NULL-SHA' },
    { code: 0xc016, name: 'TLS_ECDH_anon_WITH_RC4_128_SHA', openssl: 'AECDH-RC4-SHA' },
    { code: 0xc017, name: 'TLS_ECDH_anon_WITH_3DES_EDE_CBC_SHA', openssl: 'AECDH-DES-CBC3-SHA' },
    { code: 0xc018, name: 'TLS_ECDH_anon_WITH_AES_128_CBC_SHA', openssl: 'AECDH-AES128-SHA' },
    { code: 0xc019, name: 'TLS_ECDH_anon_WITH_AES_256_CBC_SHA', openssl: 'AECDH-AES256-SHA' },
    { code: 0xc01a, name: 'TLS_SRP_SHA_WITH_3DES_EDE_CBC_SHA', openssl: 'SRP-3DES-EDE-CBC-SHA' },
    { code: 0xc01b, name: 'TLS_SRP_SHA_RSA_WITH_3DES_EDE_CBC_SHA', openssl: 'SRP-RSA-3DES-EDE-CBC-SHA' },
    { code: 0xc01c, name: 'TLS_SRP_SHA_DSS_WITH_3DES_EDE_CBC_SHA', openssl: 'SRP-DSS-3DES-EDE-CBC-SHA' },
    { code: 0xc01d, name: 'TLS_SRP_SHA_WITH_AES_128_CBC_SHA', openssl: 'SRP-AES-128-CBC-SHA' },
    { code: 0xc01e, name: 'TLS_SRP_SHA_RSA_WITH_AES_128_CBC_SHA', openssl: 'SRP-RSA-AES-128-CBC-SHA' },
    { code: 0xc01f, name: 'TLS_SRP_SHA_DSS_WITH_AES_128_CBC_SHA', openssl: 'SRP-DSS-AES-128-CBC-SHA' },
    { code: 0xc020, name: 'TLS_SRP_SHA_WITH_AES_256_CBC_SHA', openssl: 'SRP-AES-256-CBC-SHA' },
    { code: 0xc021, name: 'TLS_SRP_SHA_RSA_WITH_AES_256_CBC_SHA', openssl: 'SRP-RSA-AES-256-CBC-SHA' },
    { code: 0xc022, name: 'TLS_SRP_SHA_DSS_WITH_AES_256_CBC_SHA', openssl: 'SRP-DSS-AES-256-CBC-SHA' },
    { code: 0xc023, name: 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256', openssl: 'ECDHE-ECDSA-AES128-SHA256' },
    { code: 0xc024, name: 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384', openssl: 'ECDHE-ECDSA-AES256-SHA384' },
    { code: 0xc025, name: 'TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256', openssl: 'ECDH-ECDSA-AES128-SHA256' },
    { code: 0xc026, name: 'TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA384', openssl: 'ECDH-ECDSA-AES256-SHA384' },
    { code: 0xc027, name: 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256', openssl: 'ECDHE-RSA-AES128-SHA256' },
    { code: 0xc028, name: 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384', openssl: 'ECDHE-RSA-AES256-SHA384' },
    { code: 0xc029, name: 'TLS_ECDH_RSA_WITH_AES_128_CBC_SHA256', openssl: 'ECDH-RSA-AES128-SHA256' },
    { code: 0xc02a, name: 'TLS_ECDH_RSA_WITH_AES_256_CBC_SHA384', openssl: 'ECDH-RSA-AES256-SHA384' },
    { code: 0xc02b, name: 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', openssl: 'ECDHE-ECDSA-AES128-GCM-SHA256' },
    { code: 0xc02c, name: 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', openssl: 'ECDHE-ECDSA-AES256-GCM-SHA384' },
    { code: 0xc02d, name: 'TLS_ECDH_ECDSA_WITH_AES_128_GCM_SHA256', openssl: 'ECDH-ECDSA-AES128-GCM-SHA256' },
    { code: 0xc02e, name: 'TLS_ECDH_ECDSA_WITH_AES_256_GCM_SHA384', openssl: 'ECDH-ECDSA-AES256-GCM-SHA384' },
    { code: 0xc02f, name: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', openssl: 'ECDHE-RSA-AES128-GCM-SHA256' },
    { code: 0xc030, name: 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', openssl: 'ECDHE-RSA-AES256-GCM-SHA384' },
    { code: 0xc031, name: 'TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256', openssl: 'ECDH-RSA-AES128-GCM-SHA256' },
    { code: 0xc032, name: 'TLS_ECDH_RSA_WITH_AES_256_GCM_SHA384', openssl: 'ECDH-RSA-AES256-GCM-SHA384' },
    { code: 0xc033, name: 'TLS_ECDHE_PSK_WITH_RC4_128_SHA', openssl: 'ECDHE-PSK-RC4-SHA' },
    { code: 0xc034, name: 'TLS_ECDHE_PSK_WITH_3DES_EDE_CBC_SHA', openssl: 'ECDHE-PSK-3DES-EDE-CBC-SHA' },
    { code: 0xc035, name: 'TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA', openssl: 'ECDHE-PSK-AES128-CBC-SHA' },
    { code: 0xc036, name: 'TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA', openssl: 'ECDHE-PSK-AES256-CBC-SHA' },
    { code: 0xc037, name: 'TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256', openssl: 'ECDHE-PSK-AES128-CBC-SHA256' },
    { code: 0xc038, name: 'TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA384', openssl: 'ECDHE-PSK-AES256-CBC-SHA384' },
    { code: 0xc039, name: 'TLS_ECDHE_PSK_WITH_NULL_SHA', openssl: 'ECDHE-PSK-NULL-SHA' },
    { code: 0xc03a, name: 'TLS_ECDHE_PSK_WITH_NULL_SHA256', openssl: 'ECDHE-PSK-NULL-SHA256' },
    { code: 0xc03b, name: 'TLS_ECDHE_PSK_WITH_NULL_SHA384', openssl: 'ECDHE-PSK-NULL-SHA384' },
    { code: 0xc03c, name: 'TLS_RSA_WITH_ARIA_128_CBC_SHA256', openssl: null },
    { code: 0xc03d, name: 'TLS_RSA_WITH_ARIA_256_CBC_SHA384', openssl: null },
    { code: 0xc03e, name: 'TLS_DH_DSS_WITH_ARIA_128_CBC_SHA256', openssl: null },
    { code: 0xc03f, name: 'TLS_DH_DSS_WITH_ARIA_256_CBC_SHA384', openssl: null },
    { code: 0xc040, name: 'TLS_DH_RSA_WITH_ARIA_128_CBC_SHA256', openssl: null },
    { code: 0xc041, name: 'TLS_DH_RSA_WITH_ARIA_256_CBC_SHA384', openssl: null },
    { code: 0xc042, name: 'TLS_DHE_DSS_WITH_ARIA_128_CBC_SHA256', openssl: null },
    { code: 0xc043, name: 'TLS_DHE_DSS_WITH_ARIA_256_CBC_SHA384', openssl: null },
    { code: 0xc044, name: 'TLS_DHE_RSA_WITH_ARIA_128_CBC_SHA256', openssl: null },
    { code: 0xc045, name: 'TLS_DHE_RSA_WITH_ARIA_256_CBC_SHA384', openssl: null },
    { code: 0xc046, name: 'TLS_DH_anon_WITH_ARIA_128_CBC_SHA256', openssl: null },
    { code: 0xc047, name: 'TLS_DH_anon_WITH_ARIA_256_CBC_SHA384', openssl: null },
    { code: 0xc048, name: 'TLS_ECDHE_ECDSA_WITH_ARIA_128_CBC_SHA256', openssl: null },
    { code: 0xc049, name: 'TLS_ECDHE_ECDSA_WITH_ARIA_256_CBC_SHA384', openssl: null },
    { code: 0xc04a, name: 'TLS_ECDH_ECDSA_WITH_ARIA_128_CBC_SHA256', openssl: null },
    { code: 0xc04b, name: 'TLS_ECDH_ECDSA_WITH_ARIA_256_CBC_SHA384', openssl: null },
    { code: 0xc04c, name: 'TLS_ECDHE_RSA_WITH_ARIA_128_CBC_SHA256', openssl: null },
    { code: 0xc04d, name: 'TLS_ECDHE_RSA_WITH_ARIA_256_CBC_SHA384', openssl: null },
    { code: 0xc04e, name: 'TLS_ECDH_RSA_WITH_ARIA_128_CBC_SHA256', openssl: null },
    { code: 0xc04f, name: 'TLS_ECDH_RSA_WITH_ARIA_256_CBC_SHA384', openssl: null },
    { code: 0xc050, name: 'TLS_RSA_WITH_ARIA_128_GCM_SHA256', openssl: 'ARIA128-GCM-SHA256' },
    { code: 0xc051, name: 'TLS_RSA_WITH_ARIA_256_GCM_SHA384', openssl: 'ARIA256-GCM-SHA384' },
    { code: 0xc052, name: 'TLS_DHE_RSA_WITH_ARIA_128_GCM_SHA256', openssl: 'DHE-RSA-ARIA128-GCM-SHA256' },
    { code: 0xc053, name: 'TLS_DHE_RSA_WITH_ARIA_256_GCM_SHA384', openssl: 'DHE-RSA-ARIA256-GCM-SHA384' },
    { code: 0xc054, name: 'TLS_DH_RSA_WITH_ARIA_128_GCM_SHA256', openssl: null },
    { code: 0xc055, name: 'TLS_DH_RSA_WITH_ARIA_256_GCM_SHA384', openssl: null },
    { code: 0xc056, name: 'TLS_DHE_DSS_WITH_ARIA_128_GCM_SHA256', openssl: 'DHE-DSS-ARIA128-GCM-SHA256' },
    { code: 0xc057, name: 'TLS_DHE_DSS_WITH_ARIA_256_GCM_SHA384', openssl: 'DHE-DSS-ARIA256-GCM-SHA384' },
    { code: 0xc058, name: 'TLS_DH_DSS_WITH_ARIA_128_GCM_SHA256', openssl: null },
    { code: 0xc059, name: 'TLS_DH_DSS_WITH_ARIA_256_GCM_SHA384', openssl: null },
    { code: 0xc05a, name: 'TLS_DH_anon_WITH_ARIA_128_GCM_SHA256', openssl: null },
    { code: 0xc05b, name: 'TLS_DH_anon_WITH_ARIA_256_GCM_SHA384', openssl: null },
    { code: 0xc05c, name: 'TLS_ECDHE_ECDSA_WITH_ARIA_128_GCM_SHA256', openssl: 'ECDHE-ECDSA-ARIA128-GCM-SHA256' },
    { code: 0xc05d, name: 'TLS_ECDHE_ECDSA_WITH_ARIA_256_GCM_SHA384', openssl: 'ECDHE-ECDSA-ARIA256-GCM-SHA384' },
    { code: 0xc05e, name: 'TLS_ECDH_ECDSA_WITH_ARIA_128_GCM_SHA256', openssl: null },
    { code: 0xc05f, name: 'TLS_ECDH_ECDSA_WITH_ARIA_256_GCM_SHA384', openssl: null },
    { code: 0xc060, name: 'TLS_ECDHE_RSA_WITH_ARIA_128_GCM_SHA256', openssl: 'ECDHE-ARIA128-GCM-SHA256' },
    { code: 0xc061, name: 'TLS_ECDHE_RSA_WITH_ARIA_256_GCM_SHA384', openssl: 'ECDHE-ARIA256-GCM-SHA384' },
    { code: 0xc062, name: 'TLS_ECDH_RSA_WITH_ARIA_128_GCM_SHA256', openssl: null },
    { code: 0xc063, name: 'TLS_ECDH_RSA_WITH_ARIA_256_GCM_SHA384', openssl: null },
    { code: 0xc064, name: 'TLS_PSK_WITH_ARIA_128_CBC_SHA256', openssl: null },
    { code: 0xc065, name: 'TLS_PSK_WITH_ARIA_256_CBC_SHA384', openssl: null },
    { code: 0xc066, name: 'TLS_DHE_PSK_WITH_ARIA_128_CBC_SHA256', openssl: null },
    { code: 0xc067, name: 'TLS_DHE_PSK_WITH_ARIA_256_CBC_SHA384', openssl: null },
    { code: 0xc068, name: 'TLS_RSA_PSK_WITH_ARIA_128_CBC_SHA256', openssl: null },
    { code: 0xc069, name: 'TLS_RSA_PSK_WITH_ARIA_256_CBC_SHA384', openssl: null },
    { code: 0xc06a, name: 'TLS_PSK_WITH_ARIA_128_GCM_SHA256', openssl: 'PSK-ARIA128-GCM-SHA256' },
    { code: 0xc06b, name: 'TLS_PSK_WITH_ARIA_256_GCM_SHA384', openssl: 'PSK-ARIA256-GCM-SHA384' },
    { code: 0xc06c, name: 'TLS_DHE_PSK_WITH_ARIA_128_GCM_SHA256', openssl: 'DHE-PSK-ARIA128-GCM-SHA256' },
    { code: 0xc06d, name: 'TLS_DHE_PSK_WITH_ARIA_256_GCM_SHA384', openssl: 'DHE-PSK-ARIA256-GCM-SHA384' },
    { code: 0xc06e, name: 'TLS_RSA_PSK_WITH_ARIA_128_GCM_SHA256', openssl: 'RSA-PSK-ARIA128-GCM-SHA256' },
    { code: 0xc06f, name: 'TLS_RSA_PSK_WITH_ARIA_256_GCM_SHA384', openssl: 'RSA-PSK-ARIA256-GCM-SHA384' },
    { code: 0xc070, name: 'TLS_ECDHE_PSK_WITH_ARIA_128_CBC_SHA256', openssl: null },
    { code: 0xc071, name: 'TLS_ECDHE_PSK_WITH_ARIA_256_CBC_SHA384', openssl: null },
    { code: 0xc072, name: 'TLS_ECDHE_ECDSA_WITH_CAMELLIA_128_CBC_SHA256', openssl: 'ECDHE-ECDSA-CAMELLIA128-SHA256' },
    { code: 0xc073, name: 'TLS_ECDHE_ECDSA_WITH_CAMELLIA_256_CBC_SHA384', openssl: 'ECDHE-ECDSA-CAMELLIA256-SHA384' },
    { code: 0xc074, name: 'TLS_ECDH_ECDSA_WITH_CAMELLIA_128_CBC_SHA256', openssl: null },
    { code: 0xc075, name: 'TLS_ECDH_ECDSA_WITH_CAMELLIA_256_CBC_SHA384', openssl: null },
    { code: 0xc076, name: 'TLS_ECDHE_RSA_WITH_CAMELLIA_128_CBC_SHA256', openssl: 'ECDHE-RSA-CAMELLIA128-SHA256' },
    { code: 0xc077, name: 'TLS_ECDHE_RSA_WITH_CAMELLIA_256_CBC_SHA384', openssl: 'ECDHE-RSA-CAMELLIA256-SHA384' },
    { code: 0xc078, name: 'TLS_ECDH_RSA_WITH_CAMELLIA_128_CBC_SHA256', openssl: null },
    { code: 0xc079, name: 'TLS_ECDH_RSA_WITH_CAMELLIA_256_CBC_SHA384', openssl: null },
    { code: 0xc07a, name: 'TLS_RSA_WITH_CAMELLIA_128_GCM_SHA256', openssl: null },
    { code: 0xc07b, name: 'TLS_RSA_WITH_CAMELLIA_256_GCM_SHA384', openssl: null },
    { code: 0xc07c, name: 'TLS_DHE_RSA_WITH_CAMELLIA_128_GCM_SHA256', openssl: null },
    { code: 0xc07d, name: 'TLS_DHE_RSA_WITH_CAMELLIA_256_GCM_SHA384', openssl: null },
    { code: 0xc07e, name: 'TLS_DH_RSA_WITH_CAMELLIA_128_GCM_SHA256', openssl: null },
    { code: 0xc07f, name: 'TLS_DH_RSA_WITH_CAMELLIA_256_GCM_SHA384', openssl: null },
    { code: 0xc080, name: 'TLS_DHE_DSS_WITH_CAMELLIA_128_GCM_SHA256', openssl: null },
    { code: 0xc081, name: 'TLS_DHE_DSS_WITH_CAMELLIA_256_GCM_SHA384', openssl: null },
    { code: 0xc082, name: 'TLS_DH_DSS_WITH_CAMELLIA_128_GCM_SHA256', openssl: null },
    { code: 0xc083, name: 'TLS_DH_DSS_WITH_CAMELLIA_256_GCM_SHA384', openssl: null },
    { code: 0xc084, name: 'TLS_DH_anon_WITH_CAMELLIA_128_GCM_SHA256', openssl: null },
    { code: 0xc085, name: 'TLS_DH_anon_WITH_CAMELLIA_256_GCM_SHA384', openssl: null },
    { code: 0xc086, name: 'TLS_ECDHE_ECDSA_WITH_CAMELLIA_128_GCM_SHA256', openssl: null },
    { code: 0xc087, name: 'TLS_ECDHE_ECDSA_WITH_CAMELLIA_256_GCM_SHA384', openssl: null },
    { code: 0xc088, name: 'TLS_ECDH_ECDSA_WITH_CAMELLIA_128_GCM_SHA256', openssl: null },
    { code: 0xc089, name: 'TLS_ECDH_ECDSA_WITH_CAMELLIA_256_GCM_SHA384', openssl: null },
    { code: 0xc08a, name: 'TLS_ECDHE_RSA_WITH_CAMELLIA_128_GCM_SHA256', openssl: null },
    { code: 0xc08b, name: 'TLS_ECDHE_RSA_WITH_CAMELLIA_256_GCM_SHA384', openssl: null },
    { code: 0xc08c, name: 'TLS_ECDH_RSA_WITH_CAMELLIA_128_GCM_SHA256', openssl: null },
    { code: 0xc08d, name: 'TLS_ECDH_RSA_WITH_CAMELLIA_256_GCM_SHA384', openssl: null },
    { code: 0xc08e, name: 'TLS_PSK_WITH_CAMELLIA_128_GCM_SHA256', openssl: null },
    { code: 0xc08f, name: 'TLS_PSK_WITH_CAMELLIA_256_GCM_SHA384', openssl: null },
    { code: 0xc090, name: 'TLS_DHE_PSK_WITH_CAMELLIA_128_GCM_SHA256', openssl: null },
    { code: 0xc091, name: 'TLS_DHE_PSK_WITH_CAMELLIA_256_GCM_SHA384', openssl: null },
    { code: 0xc092, name: 'TLS_RSA_PSK_WITH_CAMELLIA_128_GCM_SHA256', openssl: null },
    { code: 0xc093, name: 'TLS_RSA_PSK_WITH_CAMELLIA_256_GCM_SHA384', openssl: null },
    { code: 0xc094, name: 'TLS_PSK_WITH_CAMELLIA_128_CBC_SHA256', openssl: 'PSK-CAMELLIA128-SHA256' },
    { code: 0xc095, name: 'TLS_PSK_WITH_CAMELLIA_256_CBC_SHA384', openssl: 'PSK-CAMELLIA256-SHA384' },
    { code: 0xc096, name: 'TLS_DHE_PSK_WITH_CAMELLIA_128_CBC_SHA256', openssl: 'DHE-PSK-CAMELLIA128-SHA256' },
    { code: 0xc097, name: 'TLS_DHE_PSK_WITH_CAMELLIA_256_CBC_SHA384', openssl: 'DHE-PSK-CAMELLIA256-SHA384' },
    { code: 0xc098, name: 'TLS_RSA_PSK_WITH_CAMELLIA_128_CBC_SHA256', openssl: 'RSA-PSK-CAMELLIA128-SHA256' },
    { code: 0xc099, name: 'TLS_RSA_PSK_WITH_CAMELLIA_256_CBC_SHA384', openssl: 'RSA-PSK-CAMELLIA256-SHA384' },
    { code: 0xc09a, name: 'TLS_ECDHE_PSK_WITH_CAMELLIA_128_CBC_SHA256', openssl: 'ECDHE-PSK-CAMELLIA128-SHA256' },
    { code: 0xc09b, name: 'TLS_ECDHE_PSK_WITH_CAMELLIA_256_CBC_SHA384', openssl: 'ECDHE-PSK-CAMELLIA256-SHA384' },
    { code: 0xc09c, name: 'TLS_RSA_WITH_AES_128_CCM', openssl: 'AES128-CCM' },
    { code: 0xc09d, name: 'TLS_RSA_WITH_AES_256_CCM', openssl: 'AES256-CCM' },
    { code: 0xc09e, name: 'TLS_DHE_RSA_WITH_AES_128_CCM', openssl: 'DHE-RSA-AES128-CCM' },
    { code: 0xc09f, name: 'TLS_DHE_RSA_WITH_AES_256_CCM', openssl: 'DHE-RSA-AES256-CCM' },
    { code: 0xc0a0, name: 'TLS_RSA_WITH_AES_128_CCM_8', openssl: 'AES128-CCM8' },
    { code: 0xc0a1, name: 'TLS_RSA_WITH_AES_256_CCM_8', openssl: 'AES256-CCM8' },
    { code: 0xc0a2, name: 'TLS_DHE_RSA_WITH_AES_128_CCM_8', openssl: 'DHE-RSA-AES128-CCM8' },
    { code: 0xc0a3, name: 'TLS_DHE_RSA_WITH_AES_256_CCM_8', openssl: 'DHE-RSA-AES256-CCM8' },
    { code: 0xc0a4, name: 'TLS_PSK_WITH_AES_128_CCM', openssl: 'PSK-AES128-CCM' },
    { code: 0xc0a5, name: 'TLS_PSK_WITH_AES_256_CCM', openssl: 'PSK-AES256-CCM' },
    { code: 0xc0a6, name: 'TLS_DHE_PSK_WITH_AES_128_CCM', openssl: 'DHE-PSK-AES128-CCM' },
    { code: 0xc0a7, name: 'TLS_DHE_PSK_WITH_AES_256_CCM', openssl: 'DHE-PSK-AES256-CCM' },
    { code: 0xc0a8, name: 'TLS_PSK_WITH_AES_128_CCM_8', openssl: 'PSK-AES128-CCM8' },
    { code: 0xc0a9, name: 'TLS_PSK_WITH_AES_256_CCM_8', openssl: 'PSK-AES256-CCM8' },
    { code: 0xc0aa, name: 'TLS_PSK_DHE_WITH_AES_128_CCM_8', openssl: 'DHE-PSK-AES128-CCM8' },
    { code: 0xc0ab, name: 'TLS_PSK_DHE_WITH_AES_256_CCM_8', openssl: 'DHE-PSK-AES256-CCM8' },
    { code: 0xc0ac, name: 'TLS_ECDHE_ECDSA_WITH_AES_128_CCM', openssl: 'ECDHE-ECDSA-AES128-CCM' },
    { code: 0xc0ad, name: 'TLS_ECDHE_ECDSA_WITH_AES_256_CCM', openssl: 'ECDHE-ECDSA-AES256-CCM' },
    { code: 0xc0ae, name: 'TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8', openssl: 'ECDHE-ECDSA-AES128-CCM8' },
    { code: 0xc0af, name: 'TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8', openssl: 'ECDHE-ECDSA-AES256-CCM8' },
    { code: 0xc0b0, name: 'TLS_ECCPWD_WITH_AES_128_GCM_SHA256', openssl: null },
    { code: 0xc0b1, name: 'TLS_ECCPWD_WITH_AES_256_GCM_SHA384', openssl: null },
    { code: 0xc0b2, name: 'TLS_ECCPWD_WITH_AES_128_CCM_SHA256', openssl: null },
    { code: 0xc0b3, name: 'TLS_ECCPWD_WITH_AES_256_CCM_SHA384', openssl: null },
    { code: 0xc0b4, name: 'TLS_SHA256_SHA256', openssl: null },
    { code: 0xc0b5, name: 'TLS_SHA384_SHA384', openssl: null },
    // 0xc0ff: draft-cragie-tls-ecjpake; Mbed TLS and Thread devices have it
    { code: 0xc0ff, name: 'TLS_ECJPAKE_WITH_AES_128_CCM_8', openssl: null },
    { code: 0xc100, name: 'TLS_GOSTR341112_256_WITH_KUZNYECHIK_CTR_OMAC', openssl: 'GOST2012-KUZNYECHIK-KUZNYECHIKOMAC' },
    { code: 0xc101, name: 'TLS_GOSTR341112_256_WITH_MAGMA_CTR_OMAC', openssl: 'GOST2012-MAGMA-MAGMAOMAC' },
    { code: 0xc102, name: 'TLS_GOSTR341112_256_WITH_28147_CNT_IMIT', openssl: 'IANA-GOST2012-GOST8912-GOST8912' },
    { code: 0xc103, name: 'TLS_GOSTR341112_256_WITH_KUZNYECHIK_MGM_L', openssl: null },
    { code: 0xc104, name: 'TLS_GOSTR341112_256_WITH_MAGMA_MGM_L', openssl: null },
    { code: 0xc105, name: 'TLS_GOSTR341112_256_WITH_KUZNYECHIK_MGM_S', openssl: null },
    { code: 0xc106, name: 'TLS_GOSTR341112_256_WITH_MAGMA_MGM_S', openssl: null },
    // 0xcc13 to 0xcc15: draft-agl-tls-chacha20poly1305; Chrome and Google's servers had them before RFC 7905. The suffix is ours
    { code: 0xcc13, name: 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256_OLD', openssl: null },
    { code: 0xcc14, name: 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256_OLD', openssl: null },
    { code: 0xcc15, name: 'TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256_OLD', openssl: null },
    { code: 0xcca8, name: 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256', openssl: 'ECDHE-RSA-CHACHA20-POLY1305' },
    { code: 0xcca9, name: 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256', openssl: 'ECDHE-ECDSA-CHACHA20-POLY1305' },
    { code: 0xccaa, name: 'TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256', openssl: 'DHE-RSA-CHACHA20-POLY1305' },
    { code: 0xccab, name: 'TLS_PSK_WITH_CHACHA20_POLY1305_SHA256', openssl: 'PSK-CHACHA20-POLY1305' },
    { code: 0xccac, name: 'TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256', openssl: 'ECDHE-PSK-CHACHA20-POLY1305' },
    { code: 0xccad, name: 'TLS_DHE_PSK_WITH_CHACHA20_POLY1305_SHA256', openssl: 'DHE-PSK-CHACHA20-POLY1305' },
    { code: 0xccae, name: 'TLS_RSA_PSK_WITH_CHACHA20_POLY1305_SHA256', openssl: 'RSA-PSK-CHACHA20-POLY1305' },
    { code: 0xd001, name: 'TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256', openssl: null },
    { code: 0xd002, name: 'TLS_ECDHE_PSK_WITH_AES_256_GCM_SHA384', openssl: null },
    { code: 0xd003, name: 'TLS_ECDHE_PSK_WITH_AES_128_CCM_8_SHA256', openssl: null },
    { code: 0xd005, name: 'TLS_ECDHE_PSK_WITH_AES_128_CCM_SHA256', openssl: null },
    // 0xfefe and 0xfeff: Netscape's, before IANA gave numbers; NSS had them
    { code: 0xfefe, name: 'SSL_RSA_FIPS_WITH_DES_CBC_SHA', openssl: null },
    { code: 0xfeff, name: 'SSL_RSA_FIPS_WITH_3DES_EDE_CBC_SHA', openssl: null },
    // 0xff85: the number of 0xc102 before its registration, still met (RFC 9189 §10). The suffix is ours
    { code: 0xff85, name: 'TLS_GOSTR341112_256_WITH_28147_CNT_IMIT_OLD', openssl: 'LEGACY-GOST2012-GOST8912-GOST8912' },
]);
/** Wire numbers of what signals something and is no suite: TLS_EMPTY_RENEGOTIATION_INFO_SCSV (RFC 5746 §3.3). */
const emptyRenegotiationInfo = 0x00ff;
/** TLS_FALLBACK_SCSV (RFC 7507 §2) */
const fallbackScsv = 0x5600;


/***/ }),

/***/ 8180:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ extensions)
/* harmony export */ });
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4672);
// IANA "TLS ExtensionType Values" (tls-extensiontype-values-1), 2026-09-29.

/** Every registered extension of a hello, a certificate or a certificate request. */
const extensions = (0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .t)('extension', 4, () => [
    { code: 0, name: 'server_name' },
    { code: 1, name: 'max_fragment_length' },
    { code: 2, name: 'client_certificate_url' },
    { code: 3, name: 'trusted_ca_keys' },
    { code: 4, name: 'truncated_hmac' },
    { code: 5, name: 'status_request' },
    { code: 6, name: 'user_mapping' },
    { code: 7, name: 'client_authz' },
    { code: 8, name: 'server_authz' },
    { code: 9, name: 'cert_type' },
    { code: 10, name: 'supported_groups' },
    { code: 11, name: 'ec_point_formats' },
    { code: 12, name: 'srp' },
    { code: 13, name: 'signature_algorithms' },
    { code: 14, name: 'use_srtp' },
    { code: 15, name: 'heartbeat' },
    { code: 16, name: 'application_layer_protocol_negotiation' },
    { code: 17, name: 'status_request_v2' },
    { code: 18, name: 'signed_certificate_timestamp' },
    { code: 19, name: 'client_certificate_type' },
    { code: 20, name: 'server_certificate_type' },
    { code: 21, name: 'padding' },
    { code: 22, name: 'encrypt_then_mac' },
    // extended_master_secret in RFC 7627; renamed with RFC 9846
    { code: 23, name: 'extended_main_secret' },
    { code: 24, name: 'token_binding' },
    { code: 25, name: 'cached_info' },
    { code: 26, name: 'tls_lts' },
    { code: 27, name: 'compress_certificate' },
    { code: 28, name: 'record_size_limit' },
    { code: 29, name: 'pwd_protect' },
    { code: 30, name: 'pwd_clear' },
    { code: 31, name: 'password_salt' },
    { code: 32, name: 'ticket_pinning' },
    { code: 33, name: 'tls_cert_with_extern_psk' },
    { code: 34, name: 'delegated_credential' },
    { code: 35, name: 'session_ticket' },
    { code: 36, name: 'TLMSP' },
    { code: 37, name: 'TLMSP_proxying' },
    { code: 38, name: 'TLMSP_delegate' },
    { code: 39, name: 'supported_ekt_ciphers' },
    { code: 41, name: 'pre_shared_key' },
    { code: 42, name: 'early_data' },
    { code: 43, name: 'supported_versions' },
    { code: 44, name: 'cookie' },
    { code: 45, name: 'psk_key_exchange_modes' },
    { code: 47, name: 'certificate_authorities' },
    { code: 48, name: 'oid_filters' },
    { code: 49, name: 'post_handshake_auth' },
    { code: 50, name: 'signature_algorithms_cert' },
    { code: 51, name: 'key_share' },
    { code: 52, name: 'transparency_info' },
    { code: 53, name: 'connection_id_deprecated' },
    { code: 54, name: 'connection_id' },
    { code: 55, name: 'external_id_hash' },
    { code: 56, name: 'external_session_id' },
    { code: 57, name: 'quic_transport_parameters' },
    { code: 58, name: 'ticket_request' },
    { code: 59, name: 'dnssec_chain' },
    { code: 60, name: 'sequence_number_encryption_algorithms' },
    { code: 61, name: 'rrc' },
    { code: 62, name: 'tls_flags' },
    // Not IANA's: next_protocol_negotiation, application_settings and channel_id are Google's, met in what Chrome and its kin send
    { code: 13172, name: 'next_protocol_negotiation' },
    { code: 17513, name: 'application_settings_old' },
    { code: 17613, name: 'application_settings' },
    { code: 30031, name: 'channel_id_old' },
    { code: 30032, name: 'channel_id' },
    { code: 64768, name: 'ech_outer_extensions' },
    { code: 65037, name: 'encrypted_client_hello' },
    { code: 65281, name: 'renegotiation_info' },
    // 65486: not IANA's; the forerunner of encrypted_client_hello (draft-ietf-tls-esni up to 06), sent by Firefox until 2021
    { code: 65486, name: 'encrypted_server_name' },
]);


/***/ }),

/***/ 9218:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ groups)
/* harmony export */ });
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4672);
// IANA "TLS Supported Groups" (tls-parameters-8), 2026-09-29.

/** Every registered group, the withdrawn drafts of Kyber included. */
const groups = (0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .t)('group', 4, () => [
    { code: 0x0001, name: 'sect163k1', kind: 'ecdh', bits: 163, openssl: 'sect163k1' },
    { code: 0x0002, name: 'sect163r1', kind: 'ecdh', bits: 163, openssl: 'sect163r1' },
    { code: 0x0003, name: 'sect163r2', kind: 'ecdh', bits: 163, openssl: 'sect163r2' },
    { code: 0x0004, name: 'sect193r1', kind: 'ecdh', bits: 193, openssl: 'sect193r1' },
    { code: 0x0005, name: 'sect193r2', kind: 'ecdh', bits: 193, openssl: 'sect193r2' },
    { code: 0x0006, name: 'sect233k1', kind: 'ecdh', bits: 233, openssl: 'sect233k1' },
    { code: 0x0007, name: 'sect233r1', kind: 'ecdh', bits: 233, openssl: 'sect233r1' },
    { code: 0x0008, name: 'sect239k1', kind: 'ecdh', bits: 239, openssl: 'sect239k1' },
    { code: 0x0009, name: 'sect283k1', kind: 'ecdh', bits: 283, openssl: 'sect283k1' },
    { code: 0x000a, name: 'sect283r1', kind: 'ecdh', bits: 283, openssl: 'sect283r1' },
    { code: 0x000b, name: 'sect409k1', kind: 'ecdh', bits: 409, openssl: 'sect409k1' },
    { code: 0x000c, name: 'sect409r1', kind: 'ecdh', bits: 409, openssl: 'sect409r1' },
    { code: 0x000d, name: 'sect571k1', kind: 'ecdh', bits: 571, openssl: 'sect571k1' },
    { code: 0x000e, name: 'sect571r1', kind: 'ecdh', bits: 571, openssl: 'sect571r1' },
    { code: 0x000f, name: 'secp160k1', kind: 'ecdh', bits: 160, openssl: 'secp160k1' },
    { code: 0x0010, name: 'secp160r1', kind: 'ecdh', bits: 160, openssl: 'secp160r1' },
    { code: 0x0011, name: 'secp160r2', kind: 'ecdh', bits: 160, openssl: 'secp160r2' },
    { code: 0x0012, name: 'secp192k1', kind: 'ecdh', bits: 192, openssl: 'secp192k1' },
    { code: 0x0013, name: 'secp192r1', kind: 'ecdh', bits: 192, openssl: 'prime192v1' },
    { code: 0x0014, name: 'secp224k1', kind: 'ecdh', bits: 224, openssl: 'secp224k1' },
    { code: 0x0015, name: 'secp224r1', kind: 'ecdh', bits: 224, openssl: 'secp224r1' },
    { code: 0x0016, name: 'secp256k1', kind: 'ecdh', bits: 256, openssl: 'secp256k1' },
    { code: 0x0017, name: 'secp256r1', kind: 'ecdh', bits: 256, openssl: 'prime256v1', nist: 'P-256' },
    { code: 0x0018, name: 'secp384r1', kind: 'ecdh', bits: 384, openssl: 'secp384r1', nist: 'P-384' },
    { code: 0x0019, name: 'secp521r1', kind: 'ecdh', bits: 521, openssl: 'secp521r1', nist: 'P-521' },
    { code: 0x001a, name: 'brainpoolP256r1', kind: 'ecdh', bits: 256, openssl: 'brainpoolP256r1' },
    { code: 0x001b, name: 'brainpoolP384r1', kind: 'ecdh', bits: 384, openssl: 'brainpoolP384r1' },
    { code: 0x001c, name: 'brainpoolP512r1', kind: 'ecdh', bits: 512, openssl: 'brainpoolP512r1' },
    { code: 0x001d, name: 'x25519', kind: 'ecdh', bits: 255, openssl: 'X25519' },
    { code: 0x001e, name: 'x448', kind: 'ecdh', bits: 448, openssl: 'X448' },
    { code: 0x001f, name: 'brainpoolP256r1tls13', kind: 'ecdh', bits: 256, openssl: 'brainpoolP256r1' },
    { code: 0x0020, name: 'brainpoolP384r1tls13', kind: 'ecdh', bits: 384, openssl: 'brainpoolP384r1' },
    { code: 0x0021, name: 'brainpoolP512r1tls13', kind: 'ecdh', bits: 512, openssl: 'brainpoolP512r1' },
    { code: 0x0022, name: 'GC256A', kind: 'ecdh', bits: 256, openssl: null },
    { code: 0x0023, name: 'GC256B', kind: 'ecdh', bits: 256, openssl: null },
    { code: 0x0024, name: 'GC256C', kind: 'ecdh', bits: 256, openssl: null },
    { code: 0x0025, name: 'GC256D', kind: 'ecdh', bits: 256, openssl: null },
    { code: 0x0026, name: 'GC512A', kind: 'ecdh', bits: 512, openssl: null },
    { code: 0x0027, name: 'GC512B', kind: 'ecdh', bits: 512, openssl: null },
    { code: 0x0028, name: 'GC512C', kind: 'ecdh', bits: 512, openssl: null },
    { code: 0x0029, name: 'curveSM2', kind: 'ecdh', bits: 256, openssl: null },
    { code: 0x0100, name: 'ffdhe2048', kind: 'ffdh', bits: 2048, openssl: 'ffdhe2048' },
    { code: 0x0101, name: 'ffdhe3072', kind: 'ffdh', bits: 3072, openssl: 'ffdhe3072' },
    { code: 0x0102, name: 'ffdhe4096', kind: 'ffdh', bits: 4096, openssl: 'ffdhe4096' },
    { code: 0x0103, name: 'ffdhe6144', kind: 'ffdh', bits: 6144, openssl: 'ffdhe6144' },
    { code: 0x0104, name: 'ffdhe8192', kind: 'ffdh', bits: 8192, openssl: 'ffdhe8192' },
    { code: 0x0200, name: 'MLKEM512', kind: 'kem', bits: null, openssl: 'MLKEM512' },
    { code: 0x0201, name: 'MLKEM768', kind: 'kem', bits: null, openssl: 'MLKEM768' },
    { code: 0x0202, name: 'MLKEM1024', kind: 'kem', bits: null, openssl: 'MLKEM1024' },
    { code: 0x11e9, name: 'SecP256r1MLKEM512', kind: 'hybrid', bits: 256, openssl: null },
    { code: 0x11ea, name: 'MLKEM512X25519', kind: 'hybrid', bits: 255, openssl: null },
    { code: 0x11eb, name: 'SecP256r1MLKEM768', kind: 'hybrid', bits: 256, openssl: 'SecP256r1MLKEM768' },
    { code: 0x11ec, name: 'X25519MLKEM768', kind: 'hybrid', bits: 255, openssl: 'X25519MLKEM768' },
    { code: 0x11ed, name: 'SecP384r1MLKEM1024', kind: 'hybrid', bits: 384, openssl: 'SecP384r1MLKEM1024' },
    { code: 0x11ee, name: 'curveSM2MLKEM768', kind: 'hybrid', bits: 256, openssl: null },
    { code: 0x6399, name: 'X25519Kyber768Draft00', kind: 'hybrid', bits: 255, openssl: null },
    { code: 0x639a, name: 'SecP256r1Kyber768Draft00', kind: 'hybrid', bits: 256, openssl: null },
    { code: 0xff01, name: 'arbitrary_explicit_prime_curves', kind: 'explicit', bits: null, openssl: null },
    { code: 0xff02, name: 'arbitrary_explicit_char2_curves', kind: 'explicit', bits: null, openssl: null },
]);


/***/ }),

/***/ 3693:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ handshakeTypes)
/* harmony export */ });
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4672);
// IANA "TLS HandshakeType" (tls-parameters-7), 2026-09-29. Names as in the RFCs, without IANA's _RESERVED.

/** The messages of a handshake. A report names its steps by them. */
const handshakeTypes = (0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .t)('handshake message', 2, () => [
    { code: 0, name: 'hello_request' },
    { code: 1, name: 'client_hello' },
    { code: 2, name: 'server_hello' },
    { code: 3, name: 'hello_verify_request' },
    { code: 4, name: 'new_session_ticket' },
    { code: 5, name: 'end_of_early_data' },
    // Only drafts of TLS 1.3 sent this type: the RFC's HelloRetryRequest is a server_hello with a fixed random (RFC 8446 §4.1.3)
    { code: 6, name: 'hello_retry_request' },
    { code: 8, name: 'encrypted_extensions' },
    { code: 9, name: 'request_connection_id' },
    { code: 10, name: 'new_connection_id' },
    { code: 11, name: 'certificate' },
    { code: 12, name: 'server_key_exchange' },
    { code: 13, name: 'certificate_request' },
    { code: 14, name: 'server_hello_done' },
    { code: 15, name: 'certificate_verify' },
    { code: 16, name: 'client_key_exchange' },
    { code: 17, name: 'client_certificate_request' },
    { code: 20, name: 'finished' },
    { code: 21, name: 'certificate_url' },
    { code: 22, name: 'certificate_status' },
    { code: 23, name: 'supplemental_data' },
    { code: 24, name: 'key_update' },
    { code: 25, name: 'compressed_certificate' },
    { code: 26, name: 'ekt_key' },
    // 67: not IANA's; clients with draft-agl-tls-nextprotoneg send it
    { code: 67, name: 'next_protocol' },
    { code: 254, name: 'message_hash' },
]);


/***/ }),

/***/ 6729:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ ssl2),
/* harmony export */   IY: () => (/* binding */ ssl3),
/* harmony export */   WH: () => (/* binding */ protocols),
/* harmony export */   mP: () => (/* binding */ tls13),
/* harmony export */   t8: () => (/* binding */ tls12),
/* harmony export */   tr: () => (/* binding */ tls10)
/* harmony export */ });
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4672);
// The versions of SSL and TLS over TCP, by the number on the wire (RFC 8446 §4.2.1 and its forerunners), 2026-09-29. No DTLS.

/** The versions, oldest first. */
const protocols = (0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .t)('protocol', 4, () => [
    { code: 0x0002, name: 'SSLv2', openssl: null, forbiddenBy: 'RFC 6176 §3' },
    { code: 0x0300, name: 'SSLv3', openssl: null, forbiddenBy: 'RFC 7568 §3' },
    { code: 0x0301, name: 'TLSv1.0', openssl: 'TLSv1', forbiddenBy: 'RFC 8996 §4' },
    { code: 0x0302, name: 'TLSv1.1', openssl: 'TLSv1.1', forbiddenBy: 'RFC 8996 §5' },
    { code: 0x0303, name: 'TLSv1.2', openssl: 'TLSv1.2', forbiddenBy: null },
    { code: 0x0304, name: 'TLSv1.3', openssl: 'TLSv1.3', forbiddenBy: null },
]);
/** Wire numbers of the versions that code has to tell apart: where something begins or ends. */
const ssl2 = 0x0002;
const ssl3 = 0x0300;
const tls10 = 0x0301;
const tls12 = 0x0303;
const tls13 = 0x0304;


/***/ }),

/***/ 5591:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bb: () => (/* binding */ signatureSchemes),
/* harmony export */   IL: () => (/* binding */ isEdDsa),
/* harmony export */   XJ: () => (/* binding */ pairCodes),
/* harmony export */   e0: () => (/* binding */ authenticationFor)
/* harmony export */ });
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4672);
// IANA "TLS SignatureScheme" (tls-signaturescheme), 2026-09-29, and the pairs of hash and signature that TLS 1.2 had in its place.

const registered = (0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .t)('signature scheme', 4, () => [
    { code: 0x0201, name: 'rsa_pkcs1_sha1' },
    { code: 0x0203, name: 'ecdsa_sha1' },
    { code: 0x0401, name: 'rsa_pkcs1_sha256' },
    { code: 0x0403, name: 'ecdsa_secp256r1_sha256' },
    { code: 0x0420, name: 'rsa_pkcs1_sha256_legacy' },
    { code: 0x0501, name: 'rsa_pkcs1_sha384' },
    { code: 0x0503, name: 'ecdsa_secp384r1_sha384' },
    { code: 0x0520, name: 'rsa_pkcs1_sha384_legacy' },
    { code: 0x0601, name: 'rsa_pkcs1_sha512' },
    { code: 0x0603, name: 'ecdsa_secp521r1_sha512' },
    { code: 0x0620, name: 'rsa_pkcs1_sha512_legacy' },
    { code: 0x0704, name: 'eccsi_sha256' },
    { code: 0x0705, name: 'iso_ibs1' },
    { code: 0x0706, name: 'iso_ibs2' },
    { code: 0x0707, name: 'iso_chinese_ibs' },
    { code: 0x0708, name: 'sm2sig_sm3' },
    { code: 0x0709, name: 'gostr34102012_256a' },
    { code: 0x070a, name: 'gostr34102012_256b' },
    { code: 0x070b, name: 'gostr34102012_256c' },
    { code: 0x070c, name: 'gostr34102012_256d' },
    { code: 0x070d, name: 'gostr34102012_512a' },
    { code: 0x070e, name: 'gostr34102012_512b' },
    { code: 0x070f, name: 'gostr34102012_512c' },
    { code: 0x0804, name: 'rsa_pss_rsae_sha256' },
    { code: 0x0805, name: 'rsa_pss_rsae_sha384' },
    { code: 0x0806, name: 'rsa_pss_rsae_sha512' },
    { code: 0x0807, name: 'ed25519' },
    { code: 0x0808, name: 'ed448' },
    { code: 0x0809, name: 'rsa_pss_pss_sha256' },
    { code: 0x080a, name: 'rsa_pss_pss_sha384' },
    { code: 0x080b, name: 'rsa_pss_pss_sha512' },
    { code: 0x081a, name: 'ecdsa_brainpoolP256r1tls13_sha256' },
    { code: 0x081b, name: 'ecdsa_brainpoolP384r1tls13_sha384' },
    { code: 0x081c, name: 'ecdsa_brainpoolP512r1tls13_sha512' },
    { code: 0x0904, name: 'mldsa44' },
    { code: 0x0905, name: 'mldsa65' },
    { code: 0x0906, name: 'mldsa87' },
    { code: 0x0911, name: 'slhdsa_sha2_128s' },
    { code: 0x0912, name: 'slhdsa_sha2_128f' },
    { code: 0x0913, name: 'slhdsa_sha2_192s' },
    { code: 0x0914, name: 'slhdsa_sha2_192f' },
    { code: 0x0915, name: 'slhdsa_sha2_256s' },
    { code: 0x0916, name: 'slhdsa_sha2_256f' },
    { code: 0x0917, name: 'slhdsa_shake_128s' },
    { code: 0x0918, name: 'slhdsa_shake_128f' },
    { code: 0x0919, name: 'slhdsa_shake_192s' },
    { code: 0x091a, name: 'slhdsa_shake_192f' },
    { code: 0x091b, name: 'slhdsa_shake_256s' },
    { code: 0x091c, name: 'slhdsa_shake_256f' },
]);
// RFC 5246 §7.4.1.4.1: the first byte is the hash, the second the signature, both from 1 (0 is none). The lists are closed.
const hashes = [undefined, 'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'];
const signatures = [undefined, 'rsa_pkcs1', 'dsa', 'ecdsa'];
/** The pairs by their numbers, those of MD5 last; the few that are registered have the same number there. */
const pairCodes = [2, 3, 4, 5, 6, 1].flatMap(hash => [1, 2, 3].map(signature => hash * 256 + signature));
/**
 * Every registered signature scheme. The label of an unregistered number that is a pair of TLS 1.2 is made from the pair, in the
 * spelling of the registry: 'dsa_sha1', 'rsa_pkcs1_md5'. Mind that in TLS 1.2 'ecdsa_secp256r1_sha256' says nothing of the curve.
 */
const signatureSchemes = {
    get rows() {
        return registered.rows;
    },
    get: registered.get,
    named: registered.named,
    label: code => registered.get(code)?.name ?? pairOf(code) ?? registered.label(code),
};
/** RFC 8032 */
const isEdDsa = (code) => ['ed25519', 'ed448'].includes(signatureSchemes.label(code));
/** The key a suite before TLS 1.3 has to have for it, as in its name; null where none of them can be signed with it. */
function authenticationFor(code) {
    const [kind] = signatureSchemes.label(code).split('_', 1);
    if (kind === 'rsa')
        return 'RSA';
    if (kind === 'dsa')
        return 'DSS';
    // RFC 8422 §5.10: a key for EdDSA goes with the suites of ECDSA.
    return kind === 'ecdsa' || isEdDsa(code) ? 'ECDSA' : null;
}
function pairOf(code) {
    const hash = hashes[code >> 8];
    const signature = signatures[code & 0xff];
    return hash && signature && `${signature}_${hash}`;
}


/***/ }),

/***/ 4672:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ table)
/* harmony export */ });
// The one shape of every registry: rows looked up by code or by name. Not a parser and not a policy.
/**
 * Makes a registry.
 * @param noun what an entry is called, singular, for the label of an unknown number: 'alert'
 * @param digits hexadecimal digits of an unknown number: 2 for one byte, 4 for two
 * @param rows made at first use: a short run touches few of the registries, and none of them may slow its start
 */
function table(noun, digits, rows) {
    let made;
    let byName;
    const all = () => {
        made ??= rows();
        return made;
    };
    // A search of the sorted rows: a run asks for a handful of codes, which an index of them all would cost more than it saves.
    const get = (code) => {
        const sorted = all();
        for (let low = 0, high = sorted.length; low < high;) {
            const middle = (low + high) >>> 1;
            const row = sorted[middle];
            if (row?.code === code)
                return row;
            if (row && row.code < code)
                low = middle + 1;
            else
                high = middle;
        }
        return undefined;
    };
    return {
        get rows() {
            return all();
        },
        get,
        named(name) {
            byName ??= new Map(all().map(row => [row.name, row]));
            return byName.get(name);
        },
        label: code => get(code)?.name ?? `${noun} 0x${code.toString(16).padStart(digits, '0')}`,
    };
}


/***/ }),

/***/ 7108:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ comparisonLines),
/* harmony export */   v: () => (/* binding */ comparisonMarkdown)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6514);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4099);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5343);
/* harmony import */ var _markdown_table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4465);
/* harmony import */ var _tally_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3979);





/** What is listed of one target; more than that is counted. */
const mostLines = 40;
/** Changed targets on the page of a report, the worst first: what is wrong with a fleet has to have room below them. */
const mostChanged = 50;
/** Lines of a section, without a last line feed; none where there is nothing to compare. */
function comparisonLines({ since, targets, wholeFixes = false }, options) {
    if (targets.length === 0)
        return [];
    const paint = (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .painter */ .C2)(options);
    const [same, changed] = partition(targets);
    const lines = changed.flatMap(target => [
        `  ${paint('bold', (0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inert */ .tJ)(nameOf(target)))}`,
        ...sayings(target)
            .slice(0, mostLines)
            .flatMap(({ label, style, text }) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .hanging */ .rM)(`    ${paint(style, label.padEnd(indent - 4))}`, indent, (0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inert */ .tJ)(text, longestText), options)),
        ...fixesOf(target).flatMap(({ doing, products }) => [
            ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .hanging */ .rM)(`    ${paint('bold', 'Fix'.padEnd(indent - 4))}`, indent, (0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inert */ .tJ)(doing), options),
            ...(wholeFixes ? products.map(line => `${' '.repeat(indent)}${(0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inert */ .tJ)(line)}`) : []),
        ]),
    ]);
    const quiet = same.length === 0 ? [] : [paint('dim', `  ${sameWords(same)}`)];
    return [`${paint('bold', `Since ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inert */ .tJ)(since)}`)}: ${headline(targets)}`, ...lines, ...quiet];
}
/** The same as Markdown, a part a target and the heading first, each with its line feed; headings at the fourth level. */
function comparisonMarkdown({ since, targets, wholeFixes = false }) {
    if (targets.length === 0)
        return [];
    const [same, changed] = partition(targets);
    const shown = wholeFixes || changed.length <= mostChanged + 1 ? changed : changed.slice(0, mostChanged);
    const parts = shown.map(target => {
        const items = sayings(target)
            .slice(0, mostLines)
            .map(({ label, text, weight }) => `- ${weight === 'strong' ? `**${label}**` : label}: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(text, longestText)}`);
        const fixes = fixesOf(target).flatMap(({ doing, products }) => [
            `\n**Fix:** ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(doing)}`,
            ...(wholeFixes && products.length > 0 ? [`\n${(0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .codeBlock */ .DV)(products, 'text')}`] : []),
        ]);
        return [(0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .codeSpan */ .SS)(nameOf(target), _markdown_table_js__WEBPACK_IMPORTED_MODULE_4__/* .cellLength */ .Pz), '', ...items, ...fixes].join('\n');
    });
    const more = changed.length === shown.length ? [] : [`and ${changed.length - shown.length} more: the JSON report has them all`];
    const quiet = [...more, ...(same.length === 0 ? [] : [sameWords(same)])];
    return [`#### Since ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(since)}: ${headline(targets)}`, ...parts, ...quiet].map(part => `${part}\n`);
}
/** Where the text of a line starts. */
const indent = 20;
const longestText = 2000;
/** Worst first. */
function sayings({ weaker, stronger, different, notCompared, clients, checks }) {
    const say = (label, texts, style = 'bold', weight = 'plain') => texts.map(text => ({ label, style, weight, text }));
    const messages = (changes) => changes.map(({ message }) => message);
    const names = (list) => (list.length === 0 ? [] : [list.join(', ')]);
    return [
        ...say('weaker', messages(weaker), ['bold', 'red'], 'strong'),
        ...say('failing now', names(checks.failing), ['bold', 'red'], 'strong'),
        ...say('stronger', messages(stronger), ['bold', 'green'], 'strong'),
        ...say('passing now', names(checks.mended), ['bold', 'green']),
        ...say('different', messages(different)),
        ...say('clients lost', names(clients.lost), ['bold', 'yellow']),
        ...say('clients gained', names(clients.gained)),
        ...say('not compared', messages(notCompared), ['bold', 'yellow']),
    ];
}
/** Each fix of what got weaker, by its lines. */
const fixesOf = ({ weaker }) => (0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .adviceOf */ .wr)(weaker.map(({ fix }) => fix));
function partition(targets) {
    const rank = ({ weaker, checks }) => (weaker.length > 0 ? 0 : checks.failing.length > 0 ? 1 : 2);
    const isChanged = (target) => sayings(target).length > 0;
    return [targets.filter(target => !isChanged(target)), targets.filter(isChanged).toSorted((a, b) => rank(a) - rank(b))];
}
/** 'weaker', 'stronger', 'weaker and stronger', 'different', 'not compared in full', 'nothing changed'. */
function headline(targets) {
    const some = (has) => targets.some(has);
    const words = [
        ...(some(({ weaker }) => weaker.length > 0) ? ['weaker'] : []),
        ...(some(({ stronger }) => stronger.length > 0) ? ['stronger'] : []),
    ];
    if (words.length > 0)
        return words.join(' and ');
    if (some(({ checks }) => checks.failing.length > 0))
        return 'checks that fail';
    if (some(({ different, clients }) => different.length + clients.lost.length + clients.gained.length > 0))
        return 'different';
    return some(({ notCompared }) => notCompared.length > 0) ? 'not compared in full' : 'nothing changed';
}
const sameWords = (same) => `${(0,_tally_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(same.length, 'target')} unchanged`;
const nameOf = ({ url, servername }) => servername === null || url.includes(`//${servername}:`) ? url : `${url} as ${servername}`;


/***/ }),

/***/ 4480:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ countingFor)
/* harmony export */ });
/* harmony import */ var _judge_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9998);
// Which failed checks made a target or a run fail.

/** Tells of the failed and undecided checks of a target or a run whether they count for its verdict. What passed has nothing that counts. */
function countingFor({ verdict }, failOn) {
    const least = _judge_check_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO.indexOf(failOn === 'regression' ? 'error' : failOn);
    return ({ severity }) => verdict !== 'pass' && _judge_check_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO.indexOf(severity) <= least;
}


/***/ }),

/***/ 4099:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G9: () => (/* binding */ completionOf),
/* harmony export */   WX: () => (/* binding */ findingsOf),
/* harmony export */   YI: () => (/* binding */ foldedChecks),
/* harmony export */   Z9: () => (/* binding */ placeText),
/* harmony export */   fD: () => (/* binding */ isNotice),
/* harmony export */   hp: () => (/* binding */ settledChecks),
/* harmony export */   kR: () => (/* binding */ sayingsOf),
/* harmony export */   wr: () => (/* binding */ adviceOf),
/* harmony export */   xU: () => (/* binding */ placedChecks)
/* harmony export */ });
/* harmony import */ var _judge_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9998);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9287);
// What is wrong with a target or a run, gathered by cause: several checks often fail for one reason and have one fix. No wording of its own, no layout.


/** The advice of fixes, each sentence once. */
function adviceOf(fixes) {
    const written = unique(fixes).map(fix => fix.split('\n'));
    const byDoing = Map.groupBy(written, ([doing = '']) => doing);
    return [...byDoing].map(([doing, same]) => ({ doing, products: unique(same.flatMap(([, ...products]) => products)) }));
}
/** The findings of a target or a run, worst first. A waived check is none. */
function findingsOf(subject) {
    const { failure } = subject.handshake;
    const checks = placedChecks(subject);
    const groups = new Map();
    // Where it is accepted that the handshake fails, it speaks for nothing.
    const isAccepted = checks.some(({ id, status }) => id === 'handshake/completion' && status === 'waived');
    if (failure !== null && !isAccepted)
        groups.set(failure.cause, []);
    for (const check of checks.filter(isProblem).sort(byWeight)) {
        const key = check.cause ?? `without a cause: ${check.message}`;
        groups.set(key, [...(groups.get(key) ?? []), check]);
    }
    return [...groups].map(([key, members]) => {
        const own = failure?.cause === key ? failure : null;
        const alert = own?.alert ? [`${own.alert.level} alert ${own.alert.name} (${own.alert.code}) from the ${own.alert.sentBy}`] : [];
        return {
            cause: own?.cause ?? members[0]?.cause ?? null,
            checks: members,
            message: members.length === 0 ? (own?.message ?? null) : null,
            fixes: unique(members.flatMap(check => check.fix ?? [])),
            evidence: [...(0,_survey_js__WEBPACK_IMPORTED_MODULE_1__/* .evidenceWords */ .Jg)(unique(members.flatMap(check => check.evidence)), subject.survey), ...alert],
            // What could not be looked at breaks no rule.
            refs: unique(members.flatMap(check => (check.cause === null ? [] : check.refs))),
        };
    });
}
/** The checks with the place of each that is not at that of its target, which is said once. */
function placedChecks({ target, checks }) {
    const own = placeText(target?.location ?? null);
    return own === null ? checks : checks.map(check => (placeText(check.location) === own ? { ...check, location: null } : check));
}
/** 'tlsgate.yml:9:5'; null for none. */
const placeText = (place) => place && `${place.file}:${place.line}:${place.column}`;
/** The handshake's own account as a check, where it failed and no check gives one; none as a rule. */
function completionOf({ checks, verdict, handshake: { failure } }) {
    if (failure === null || checks.some(({ id, cause }) => id === 'handshake/completion' || cause === failure.cause))
        return [];
    const { cause, message } = failure;
    const status = verdict === 'fail' ? 'fail' : 'inconclusive';
    return [{ id: 'handshake/completion', status, severity: 'error', cause, message, fix: null, evidence: [], refs: [], location: null }];
}
/** Whether it is no more than a notice. */
const isNotice = ({ checks }) => checks.length > 0 && checks.every(({ severity }) => severity === 'notice');
/** The checks that are no finding: waived ones first, then passed ones. */
function settledChecks(subject) {
    return placedChecks(subject)
        .filter(check => !isProblem(check))
        .sort(byWeight);
}
/** Families of which it is enough to know that all is well: what is said of several passed checks, and of which. */
const families = [
    ['vulnerability/', 'excluded: ', /./],
    ['client/', 'connect: ', /./],
    // What got stronger is worth its own line.
    ['baseline/', 'as in the baseline: ', /as in the baseline$/],
];
/** The checks with the passed ones of a family as one, which names them. */
function foldedChecks(checks) {
    return families.reduce((rest, [prefix, words, said]) => {
        const members = rest.filter(({ id, status, message }) => status === 'pass' && id.startsWith(prefix) && said.test(message));
        const [first] = members;
        if (first === undefined || members.length === 1)
            return rest;
        const names = members.map(({ id }) => id.slice(prefix.length));
        const fold = { ...first, id: `${prefix}…`, message: `${members.length} ${words}${names.join(', ')}` };
        return rest.flatMap(check => (check === first ? fold : members.includes(check) ? [] : check));
    }, [...checks]);
}
/** What the checks say, each sentence once with the names of all that say it, in their order. */
function sayingsOf(checks) {
    const same = Map.groupBy(checks, ({ status, message, location }) => JSON.stringify([status, message, location]));
    return [...same.values()].flatMap(all => all.slice(0, 1).map(check => ({ check, names: all.map(({ id }) => id) })));
}
const statuses = ['fail', 'inconclusive', 'waived', 'pass'];
const weight = (check) => statuses.indexOf(check.status) * _judge_check_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO.length + _judge_check_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO.indexOf(check.severity);
const byWeight = (a, b) => weight(a) - weight(b);
const isProblem = (check) => check.status === 'fail' || check.status === 'inconclusive';
const unique = (texts) => [...new Set(texts)];


/***/ }),

/***/ 1249:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Id: () => (/* binding */ msLeft),
/* harmony export */   NV: () => (/* binding */ targetsInFull),
/* harmony export */   SW: () => (/* binding */ addressWords),
/* harmony export */   T_: () => (/* binding */ expiryWords),
/* harmony export */   cZ: () => (/* binding */ causesOf),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   f5: () => (/* binding */ isWell),
/* harmony export */   hP: () => (/* binding */ agreedNames),
/* harmony export */   md: () => (/* binding */ worstFirst),
/* harmony export */   o: () => (/* binding */ mostAccounts)
/* harmony export */ });
/* harmony import */ var _certificate_span_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7176);
/* harmony import */ var _counting_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4480);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4099);
// Targets at a glance: what was agreed, how long the certificate lasts, what is wrong, and of which there is more to tell. The same in tables,
// logs and pages.



/** Of more targets than this, those with which nothing is wrong are said in a line each. */
const targetsInFull = 20;
/** Targets with an account of their own on a page, worst first; the others have their row. A page of more is slow to open. */
const mostAccounts = 300;
/** Whether nothing is wrong with it; a notice is nothing wrong. */
const isWell = (target) => target.verdict === 'pass' && (0,_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .findingsOf */ .WX)(target).every(_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .isNotice */ .fD);
const worst = ['fail', 'inconclusive', 'pass'];
/** The targets that want looking at first; in their order otherwise. */
const worstFirst = (targets) => targets.toSorted((a, b) => worst.indexOf(a.verdict) - worst.indexOf(b.verdict));
/** What may tell two targets of one URL apart. */
const marks = [
    ({ address }) => address ?? 'no address',
    ({ servername }) => (servername === null ? 'without a name' : `as ${servername}`),
];
/** Names for the targets of a report: the URL, and where more than one of them has that URL, in what they differ. */
function namesOf(targets) {
    const marksOf = new Map();
    for (const [url, same] of Map.groupBy(targets, ({ target }) => target.url))
        if (same.length > 1)
            marksOf.set(url, marks.filter(mark => new Set(same.map(({ target }) => mark(target))).size > 1));
    return ({ target }) => {
        const own = marksOf.get(target.url)?.map(mark => mark(target)) ?? [];
        return own.length === 0 ? target.url : `${target.url} (${own.join(', ')})`;
    };
}
/** The address that was dialled, where the name does not say it; empty without one. */
const addressWords = ({ target: { host, address } }) => (address === host ? '' : (address ?? ''));
/** The causes of what is wrong with it, each once, worst first; a notice only where it keeps the target from passing. */
function causesOf(target, failOn) {
    const counts = (0,_counting_js__WEBPACK_IMPORTED_MODULE_1__/* .countingFor */ .P)(target, failOn);
    const wrong = (0,_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .findingsOf */ .WX)(target).filter(finding => !(0,_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .isNotice */ .fD)(finding) || finding.checks.some(counts));
    return [...new Set(wrong.flatMap(({ cause }) => cause ?? []))];
}
/** 'TLSv1.3', the suite and the group: what was negotiated, those that were. */
function agreedNames({ handshake: { protocol, cipherSuite, group } }) {
    return [protocol, cipherSuite, group].filter(name => name !== null);
}
/** Milliseconds until the certificate of the server ends, negative when it has ended; null without one. */
function msLeft({ certificates: { presented } }, at) {
    const left = Date.parse(presented[0]?.notAfter ?? '') - at.getTime();
    return Number.isNaN(left) ? null : left;
}
/** '21 days left', '23 hours left', 'expired 22 days ago'; empty without a certificate. In the units of the checks. */
function expiryWords(target, at) {
    const left = msLeft(target, at);
    if (left === null)
        return '';
    return left >= 0 ? `${(0,_certificate_span_js__WEBPACK_IMPORTED_MODULE_0__/* .span */ .Ln)(left)} left` : `expired ${(0,_certificate_span_js__WEBPACK_IMPORTED_MODULE_0__/* .span */ .Ln)(-left)} ago`;
}


/***/ }),

/***/ 3359:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isReport: () => (/* binding */ isReport),
/* harmony export */   jsonPieces: () => (/* binding */ jsonPieces),
/* harmony export */   renderJson: () => (/* binding */ renderJson)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6514);
/* harmony import */ var _glance_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1249);
/* harmony import */ var _pieces_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10);



/** The report as JSON text with a final line feed. Parsing it gives the report back, character by character. */
const renderJson = (report) => (0,_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .whole */ .W)(jsonPieces(report));
/** The same in pieces. Of many targets each is a line: nobody reads so much by eye, and indented it is two thirds longer. */
function* jsonPieces(report) {
    const { targets, ...head } = report;
    if (targets.length <= _glance_js__WEBPACK_IMPORTED_MODULE_0__/* .targetsInFull */ .NV)
        yield `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeJson */ .GO)(JSON.stringify(report, null, 2))}\n`;
    else {
        yield (0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeJson */ .GO)(JSON.stringify({ ...head, targets: [] })).slice(0, -']}'.length);
        for (const [index, target] of targets.entries())
            yield `${index === 0 ? '' : ','}\n${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeJson */ .GO)(JSON.stringify(target))}`;
        yield '\n]}\n';
    }
}
/** Whether a file is a report, as far as its beginning tells: a configuration may have the same name. */
const isReport = (text) => /^\s*\{\s*"schemaVersion"/.test(text);


/***/ }),

/***/ 5343:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   C2: () => (/* binding */ painter),
/* harmony export */   D3: () => (/* binding */ widest),
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   Y5: () => (/* binding */ lengthOf),
/* harmony export */   eV: () => (/* binding */ pad),
/* harmony export */   rM: () => (/* binding */ hanging)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
// How lines of text are set: columns, wrapping, colour. No words of its own, and nothing is made inert here: see escape.ts.

function painter({ colour }) {
    return (style, text) => (colour ? (0,node_util__WEBPACK_IMPORTED_MODULE_0__.styleText)(style, text, { validateStream: false }) : text);
}
// Lengths count characters, not columns: what may hold wide ones stands last on its line.
const lengthOf = (text) => text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
const widest = (texts) => Math.max(0, ...texts.map(lengthOf));
const pad = (text, columns) => text + ' '.repeat(Math.max(0, columns - lengthOf(text)));
/** The text cut to a number of columns, with a visible mark; never to fewer than 16, however narrow the terminal. */
function clip(text, columns) {
    const room = Math.max(columns, 16);
    return lengthOf(text) <= room ? text : `${[...text].slice(0, room - 1).join('')}…`;
}
/** The text in lines of at most so many columns, broken at spaces; a longer word stays whole. */
function wrap(text, columns) {
    if (columns === undefined)
        return [text];
    const lines = [''];
    const room = Math.max(columns, 30);
    for (const word of text.split(' ')) {
        const last = lines[lines.length - 1] ?? '';
        if (last === '')
            lines[lines.length - 1] = word;
        else if (lengthOf(last) + 1 + lengthOf(word) <= room)
            lines[lines.length - 1] = `${last} ${word}`;
        else
            lines.push(word);
    }
    return lines;
}
/**
 * A heading and a text beside it, wrapped under itself.
 * @param start what the first line begins with, painted or not
 * @param indent the column the text begins at; `start` has to be as wide
 */
function hanging(start, indent, text, { width }) {
    const [first, ...rest] = wrap(text, width === undefined ? undefined : width - indent);
    return [`${start}${first}`, ...rest.map(line => `${' '.repeat(indent)}${line}`)];
}


/***/ }),

/***/ 4465:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PP: () => (/* binding */ tableHead),
/* harmony export */   Pz: () => (/* binding */ cellLength),
/* harmony export */   nM: () => (/* binding */ row),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
// Tables of GitHub's Markdown. Their cells are made inert by whoever fills them.
/** Characters of a name or a detail in a table; the JSON report has the rest. */
const cellLength = 300;
/** Rows of a table about one target. A server with every cipher suite has some three hundred. */
const rowsShown = 400;
const row = (cells) => `| ${cells.join(' | ')} |`;
const tableHead = (titles) => `${row(titles)}\n${row(titles.map(() => '---'))}`;
/** A table with a row an item; beyond four hundred a last row says how many more there are. */
function table(titles, items, cells) {
    const rows = items.slice(0, rowsShown).map((item, index) => row(cells(item, index)));
    const more = items.length > rowsShown ? [row(['', `and ${items.length - rowsShown} more`])] : [];
    return [tableHead(titles), ...rows, ...more].join('\n');
}


/***/ }),

/***/ 5423:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderMarkdown: () => (/* binding */ renderMarkdown)
});

// EXTERNAL MODULE: ./build/commonjs/esm/certificate/span.js
var span = __webpack_require__(7176);
// EXTERNAL MODULE: ./build/commonjs/esm/report/comparison.js
var comparison = __webpack_require__(7108);
// EXTERNAL MODULE: ./build/commonjs/esm/report/escape.js
var report_escape = __webpack_require__(6514);
// EXTERNAL MODULE: ./build/commonjs/esm/report/glance.js
var glance = __webpack_require__(1249);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/strength.js
var strength = __webpack_require__(4037);
// EXTERNAL MODULE: ./build/commonjs/esm/report/findings.js
var report_findings = __webpack_require__(4099);
// EXTERNAL MODULE: ./build/commonjs/esm/report/markdown-table.js
var markdown_table = __webpack_require__(4465);
;// CONCATENATED MODULE: ./build/commonjs/esm/report/markdown-checks.js



/** @param indent spaces before each item: two more than the item that the list belongs to */
function checkList(checks, indent = '') {
    return (0,report_findings/* sayingsOf */.kR)(checks)
        .map(({ check, names }) => {
        const place = (0,report_findings/* placeText */.Z9)(check.location);
        return `${indent}- **${stateOf(check)}** ${names.map(name => (0,report_escape/* codeSpan */.SS)(name, markdown_table/* cellLength */.Pz)).join(', ')} ${(0,report_escape/* escapeMarkdown */.FV)(check.message)}${place === null ? '' : ` (${(0,report_escape/* codeSpan */.SS)(place, markdown_table/* cellLength */.Pz)})`}`;
    })
        .join('\n');
}
function stateOf({ status, severity }) {
    if (status === 'fail')
        return severity;
    return status === 'inconclusive' && severity !== 'error' ? `inconclusive ${severity}` : status;
}

// EXTERNAL MODULE: ./build/commonjs/esm/judge/causes.js
var causes = __webpack_require__(5232);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/check.js
var check = __webpack_require__(9998);
// EXTERNAL MODULE: ./build/commonjs/esm/report/tally.js
var tally = __webpack_require__(3979);
;// CONCATENATED MODULE: ./build/commonjs/esm/report/markdown-findings.js







/** Targets of one cause that are told in full, and those that are named beyond it. */
const told = 10;
const named = 100;
/** Causes and fixes that have a part. */
const mostParts = 300;
/** A part a cause and its fix, most severe first; last what could not be decided. */
function findingParts(subjects, nameOfTarget) {
    const nameOf = subject => (subject.target === null ? 'the run' : (0,report_escape/* codeSpan */.SS)(nameOfTarget(subject), markdown_table/* cellLength */.Pz));
    const members = subjects.flatMap(subject => (0,report_findings/* findingsOf */.WX)(subject).map(finding => ({ subject, finding: worthTelling(finding) })));
    const groups = Map.groupBy(members.filter(({ finding: { checks, message } }) => checks.length > 0 || message !== null), ({ finding: { cause, fixes } }) => (cause === null ? '' : JSON.stringify([cause, fixes])));
    const sorted = [...groups.values()].sort((a, b) => weight(a) - weight(b));
    const more = sorted.length - mostParts;
    return [
        ...sorted.slice(0, mostParts).map(group => groupPart(group, nameOf)),
        ...(more > 0 ? [`_${(0,tally/* count */.U9)(more, 'more finding')} left out here: the JSON report has them all_`] : []),
    ];
}
/** An undecided notice follows from the server's answers, and nobody has to do anything about it. */
const hardlyMatters = ({ status, severity }) => status === 'inconclusive' && severity === 'notice';
const worthTelling = (finding) => ({ ...finding, checks: finding.checks.filter(check => !hardlyMatters(check)) });
function weight(group) {
    if (group.some(({ finding }) => finding.cause === null))
        return check/* severities */.gO.length;
    // The handshake's own account, of which there is no check, is as severe as can be.
    const checks = group.flatMap(({ finding }) => finding.checks);
    const worst = check/* severities */.gO.find(severity => checks.some(check => check.severity === severity)) ?? 'error';
    return check/* severities */.gO.indexOf(worst);
}
function groupPart(group, nameOf) {
    const [first] = group;
    const cause = first?.finding.cause ?? null;
    const refs = [...new Set(group.flatMap(({ finding }) => finding.refs))].slice(0, 10);
    const advice = (0,report_findings/* adviceOf */.wr)(group.flatMap(({ finding }) => finding.fixes));
    const bySubject = [...Map.groupBy(group, ({ subject }) => subject).entries()];
    const more = bySubject.slice(told).map(([subject]) => nameOf(subject));
    return [
        `#### ${titleOf(cause)}${bySubject.length > 1 ? ` at ${(0,tally/* count */.U9)(bySubject.length, 'target')}` : ''}`,
        [
            ...bySubject.slice(0, told).map(([subject, members]) => memberItem(nameOf(subject), subject, members)),
            ...(more.length === 0
                ? []
                : [`- and ${more.slice(0, named).join(', ')}${more.length > named ? ` and ${more.length - named} more` : ''}`]),
        ].join('\n'),
        ...advice.flatMap(({ doing, products }) => [
            `**Fix:** ${(0,report_escape/* escapeMarkdown */.FV)(doing)}`,
            ...(products.length === 0 ? [] : [(0,report_escape/* codeBlock */.DV)(products, 'text')]),
        ]),
        ...(refs.length === 0 ? [] : [`See ${refs.map(ref => (0,report_escape/* escapeMarkdown */.FV)(ref, markdown_table/* cellLength */.Pz)).join(', ')}.`]),
    ].join('\n\n');
}
/** 'Certificate expired: `certificate-expired`'. */
function titleOf(cause) {
    if (cause === null)
        return 'Not decided';
    const [title, name] = [(0,causes/* titleOfCause */.Di)(cause), (0,report_escape/* codeSpan */.SS)(cause, markdown_table/* cellLength */.Pz)];
    return title === null ? name : `${title}: ${name}`;
}
function memberItem(name, subject, members) {
    const findings = members.map(({ finding }) => finding);
    const evidence = [...new Set(findings.flatMap(finding => finding.evidence))].slice(0, 10);
    const messages = findings.flatMap(({ message }) => message ?? []);
    const place = (0,report_findings/* placeText */.Z9)(subject.target?.location ?? null);
    return [
        `- ${name}${place === null ? '' : ` (${(0,report_escape/* codeSpan */.SS)(place, markdown_table/* cellLength */.Pz)})`}`,
        ...findings.flatMap(({ checks }) => (checks.length === 0 ? [] : [checkList(checks, '  ')])),
        ...messages.map(message => `  - ${(0,report_escape/* escapeMarkdown */.FV)(message)}`),
        ...(evidence.length === 0 ? [] : [`  - Evidence: ${evidence.map(item => (0,report_escape/* escapeMarkdown */.FV)(item, markdown_table/* cellLength */.Pz)).join('; ')}`]),
    ].join('\n');
}

// EXTERNAL MODULE: ./build/commonjs/esm/report/steps.js
var report_steps = __webpack_require__(4174);
;// CONCATENATED MODULE: ./build/commonjs/esm/report/mermaid.js


/** GitHub refuses diagrams of more than 50,000 characters; failed steps are shown beyond this number as well. */
const stepsShown = 80;
/** Translucent, to be legible on a light and on a dark page. */
const failedBackground = 'rgba(248, 81, 73, 0.25)';
/** The diagram's text, one statement a line, without a final line feed. */
function sequenceDiagram({ target, handshake }) {
    const { steps, failure } = handshake;
    const shown = steps.map((step, index) => ({ step, index })).filter(({ step, index }) => index < stepsShown || step.status === 'failed');
    const unreached = shown.filter(({ step }) => step.status === 'not-reached').map(({ step }) => (0,report_steps/* titleOf */.Gg)(step.name));
    const statements = shown.flatMap(({ step, index }) => {
        if (step.status === 'not-reached')
            return [];
        if (step.status === 'done')
            return [step.from === null ? note(label(step)) : `${arrow(step, '->>')}: ${label(step)}`];
        return [
            `rect ${failedBackground}`,
            `  ${arrow(step, '-x')}: ${report_steps/* marks */.Z8.failed} ${label(step)}`,
            ...(failure === null ? [] : [`  ${note([(0,report_escape/* escapeMermaid */.Fw)(failure.cause), ...folded(failure.message)].join('<br/>'))}`]),
            'end',
            ...((0,report_steps/* wentOnAfter */.on)(handshake, index) ? [note((0,report_escape/* escapeMermaid */.Fw)(report_steps/* wentOn */.c8))] : []),
        ];
    });
    return [
        'sequenceDiagram',
        '  participant client as Client',
        `  participant server as ${(0,report_escape/* escapeMermaid */.Fw)(target.host, 60)}`,
        ...statements.map(statement => `  ${statement}`),
        ...(unreached.length > 0 ? [`  ${note(`not reached<br/>${folded(unreached.join(', ')).join('<br/>')}`)}`] : []),
        ...(shown.length < steps.length ? [`  ${note(`and ${steps.length - shown.length} more steps`)}`] : []),
    ].join('\n');
}
/** A step of nobody's is the client's doing: resolving, connecting. */
const arrow = (step, head) => (step.from === 'server' ? `server${head}client` : `client${head}server`);
const label = (step) => [(0,report_escape/* escapeMermaid */.Fw)((0,report_steps/* titleOf */.Gg)(step.name), 40), (0,report_steps/* timeOf */.nR)(step)].filter(text => text !== '').join(' ');
const note = (text) => `Note over client,server: ${text}`;
/** A sentence in lines a note has room for, escaped; cut when it is very long. */
function folded(sentence) {
    const lines = [];
    for (const word of sentence.slice(0, 400).split(/\s+/)) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + word.length < 56)
            lines[lines.length - 1] = `${last} ${word}`;
        else
            lines.push(word);
    }
    return lines.map(line => (0,report_escape/* escapeMermaid */.Fw)(line, 80));
}

;// CONCATENATED MODULE: ./build/commonjs/esm/report/markdown-details.js








/** The account of one handshake, in one fold. */
function detailsPart(target, name, withDiagram) {
    const { handshake, certificates } = target;
    const settled = [...(0,report_findings/* placedChecks */.xU)(target).filter(check => hardlyMatters(check)), ...(0,report_findings/* foldedChecks */.YI)((0,report_findings/* settledChecks */.hp)(target))];
    return [
        `<details><summary>Handshake with <code>${(0,report_escape/* escapeHtml */.ZD)(name, markdown_table/* cellLength */.Pz)}</code></summary>`,
        ...(withDiagram && handshake.steps.length > 0 ? [['```mermaid', sequenceDiagram(target), '```'].join('\n')] : []),
        ...(handshake.steps.length > 0 ? [stepTable(target)] : []),
        ...(certificates.presented.length > 0 ? [`Certificates as sent:\n\n${certificateTable(certificates.presented)}`] : []),
        ...(settled.length > 0 ? [`Other checks:\n\n${checkList(settled)}`] : []),
        '</details>',
    ].join('\n\n');
}
function stepTable({ handshake }) {
    return (0,markdown_table/* table */.tp)(['', 'From', 'Step', 'Time', 'Size', 'Detail'], handshake.steps, (step, index) => {
        const title = (0,report_escape/* escapeMarkdown */.FV)((0,report_steps/* titleOf */.Gg)(step.name), 40);
        return [
            report_steps/* marks */.Z8[step.status],
            step.from ?? '',
            step.status === 'failed' ? `**${title}**` : title,
            (0,report_steps/* timeOf */.nR)(step),
            (0,report_steps/* sizeOf */.$d)(step),
            step.status === 'not-reached'
                ? 'not reached'
                : (0,report_escape/* escapeMarkdown */.FV)(step.detail, markdown_table/* cellLength */.Pz) + ((0,report_steps/* wentOnAfter */.on)(handshake, index) ? ` (${report_steps/* wentOn */.c8})` : ''),
        ];
    });
}
function certificateTable(presented) {
    return (0,markdown_table/* table */.tp)(['', 'Subject', 'Issuer', 'Valid', 'Key', 'Signature'], presented, (certificate, index) => [
        String(index),
        (0,report_escape/* escapeMarkdown */.FV)(certificate.subject, markdown_table/* cellLength */.Pz),
        (0,report_escape/* escapeMarkdown */.FV)(certificate.issuer, markdown_table/* cellLength */.Pz),
        (0,report_escape/* escapeMarkdown */.FV)(`${certificate.notBefore} to ${certificate.notAfter}`, markdown_table/* cellLength */.Pz),
        (0,report_escape/* escapeMarkdown */.FV)((0,strength/* keyText */.Pu)(certificate.key), markdown_table/* cellLength */.Pz),
        (0,report_escape/* escapeMarkdown */.FV)(certificate.signatureAlgorithm, markdown_table/* cellLength */.Pz),
    ]);
}

// EXTERNAL MODULE: ./build/commonjs/esm/report/subjects.js
var subjects = __webpack_require__(376);
// EXTERNAL MODULE: ./build/commonjs/esm/report/strength.js
var report_strength = __webpack_require__(5380);
// EXTERNAL MODULE: ./build/commonjs/esm/report/survey.js
var report_survey = __webpack_require__(9287);
;// CONCATENATED MODULE: ./build/commonjs/esm/report/survey-markdown.js




/** Everything that is known of what a target accepts. */
function surveyPart(survey, target) {
    const accounts = (0,report_survey/* protocolAccounts */.H5)(survey);
    const suites = accounts.flatMap(({ name, suites: listed }) => listed.map(suite => ({ name, suite, strength: (0,report_strength/* strengthOf */.N)(suite) })));
    return [
        `<details><summary>What <code>${(0,report_escape/* escapeHtml */.ZD)(target, markdown_table/* cellLength */.Pz)}</code> accepts, asked with ${(0,report_escape/* escapeHtml */.ZD)((0,report_survey/* costWords */.fL)(survey))}</summary>`,
        (0,markdown_table/* table */.tp)(['Protocol', '', 'Cipher suites'], accounts, ({ name, support, words }) => [name, report_survey/* supportWords */.tO[support], (0,report_escape/* escapeMarkdown */.FV)(words)]),
        ...section(suites, () => (0,markdown_table/* table */.tp)(['Protocol', 'Cipher suite', 'Strength'], suites, ({ name, suite, strength }) => [
            name,
            (0,report_escape/* codeSpan */.SS)(suite, markdown_table/* cellLength */.Pz),
            strength === null ? '' : [strength.word, strength.why].filter(text => text !== '').join(': '),
        ])),
        ...names('Groups', survey.groups, report_survey/* groupWords */.Jk),
        ...names('Signature schemes', survey.signatureSchemes, name => name),
        ...section(survey.clients, clients => (0,markdown_table/* table */.tp)(['', 'Client', 'Connects with'], clients, client => [
            report_survey/* clientMarks */.Un[client.connects],
            (0,report_escape/* escapeMarkdown */.FV)(client.title, markdown_table/* cellLength */.Pz),
            (0,report_escape/* escapeMarkdown */.FV)((0,report_survey/* clientWords */.hx)(client), markdown_table/* cellLength */.Pz),
        ])),
        ...section((0,report_survey/* knownFeatures */.pR)(survey), features => (0,markdown_table/* table */.tp)(['', 'Feature', 'Seen'], features, ({ name, status, detail }) => [
            report_survey/* featureMarks */.fv[status],
            (0,report_escape/* codeSpan */.SS)(name, markdown_table/* cellLength */.Pz),
            (0,report_escape/* escapeMarkdown */.FV)(detail, markdown_table/* cellLength */.Pz),
        ])),
        ...section(survey.probes, probes => (0,markdown_table/* table */.tp)(['Probe', 'Asked with', 'Answer'], probes, ({ number, asked, answer }) => [
            String(number),
            (0,report_escape/* escapeMarkdown */.FV)(asked, markdown_table/* cellLength */.Pz),
            (0,report_escape/* escapeMarkdown */.FV)(answer, markdown_table/* cellLength */.Pz),
        ])),
        ...survey.notes.map(note => (0,report_escape/* escapeMarkdown */.FV)(note)),
        '</details>',
    ].join('\n\n');
}
const section = (items, render) => (items.length === 0 ? [] : [render(items)]);
/** Names in one paragraph. */
function names(title, list, words) {
    return section(list, () => `${title}: ${list.map(name => (0,report_escape/* escapeMarkdown */.FV)(words(name), markdown_table/* cellLength */.Pz)).join(', ')}`);
}

;// CONCATENATED MODULE: ./build/commonjs/esm/report/markdown.js
// A report for a page of GitHub: a job summary, a comment. Most important first, so that cutting it from the end hurts least.










/** Targets of each verdict with a row of their own where there are more: a last row sums up the others. All of them leave room in a comment. */
const rowsListed = { fail: 150, inconclusive: 50, pass: 50 };
/** A diagram takes a browser long to draw. */
const diagramsShown = 10;
const part = (kind) => (text) => ({ kind, text });
/** The whole report, with a final line feed; headings start at the third level. */
function renderMarkdown(report, { maxBytes = Number.POSITIVE_INFINITY, sections = [], details = true } = {}) {
    const targets = (0,glance/* worstFirst */.md)(report.targets);
    const told = targets.filter(({ verdict }) => verdict !== 'pass' || targets.length <= glance/* targetsInFull */.NV);
    const untold = told.length - glance/* mostAccounts */.o;
    const { tool, policy, startedAt, durationMs } = report;
    const nameOf = (0,glance/* namesOf */.eZ)(targets);
    const by = targets.length === 0 ? '' : ` policy ${policy.id} ${policy.version},`;
    const parts = [
        part('frame')(`### tlsgate: ${report.verdict}, ${(0,tally/* tally */.N4)(report)}\n`),
        ...rowsOf(targets, nameOf, report),
        ...baselineParts(report).map(part('finding')),
        ...sections.map(section => part('finding')(`\n${section}\n`)),
        ...findingParts([...targets, ...(0,subjects/* runOf */.n)(report)], nameOf).map(text => part('finding')(`\n${text}\n`)),
        ...(details ? told.slice(0, glance/* mostAccounts */.o) : []).flatMap((target, index) => [
            // A target that passed has a diagram only when it is alone.
            part('account')(`\n${detailsPart(target, nameOf(target), index < diagramsShown && (target.verdict !== 'pass' || targets.length === 1))}\n`),
            ...(target.survey === null ? [] : [part('survey')(`\n${surveyPart(target.survey, nameOf(target))}\n`)]),
        ]),
        ...(details && untold > 0
            ? [part('frame')(`\n_${(0,tally/* count */.U9)(untold, 'more target')} without an account here: the JSON report has them all_\n`)]
            : []),
        part('frame')(`\n<sub>${(0,report_escape/* escapeMarkdown */.FV)(`tlsgate ${tool.version},${by} ${startedAt}`)}, ${(0,tally/* duration */.p0)(durationMs)}</sub>\n`),
    ];
    return fit(parts, maxBytes);
}
const baselineParts = ({ baseline }) => baseline === null
    ? []
    : (0,comparison/* comparisonMarkdown */.v)({ since: `the baseline ${baseline.file}`, targets: baseline.targets }).map(part => `\n${part}`);
/** Of a part that is left out, in words. */
const kindWords = { row: 'row', finding: 'finding', account: 'account', survey: 'survey', frame: 'line' };
/** The parts as one text, those left out that do not fit. */
function fit(parts, maxBytes) {
    const textOf = (some) => some.map(({ text }) => text).join('');
    const whole = textOf(parts);
    if (Buffer.byteLength(whole) <= maxBytes)
        return whole;
    const note = (leftOut) => {
        const counts = [...Map.groupBy(leftOut, ({ kind }) => kind)].map(([kind, some]) => (0,tally/* count */.U9)(some.length, kindWords[kind]));
        return `\n_Left out to stay under ${maxBytes} bytes: ${counts.join(', ')}; the JSON report has everything_\n`;
    };
    let room = maxBytes - Buffer.byteLength(note(parts));
    const { kept = [], leftOut = [] } = Object.groupBy(parts, ({ text }) => {
        const size = Buffer.byteLength(text);
        if (size > room)
            return 'leftOut';
        room -= size;
        return 'kept';
    });
    return (textOf(kept) + note(leftOut)).slice(0, maxBytes);
}
const verdictMarks = { pass: '✓', fail: '✗', inconclusive: '?' };
/** The table: worst first, and where there are many of a verdict, the others of them in one row. */
function rowsOf(targets, nameOf, report) {
    if (targets.length === 0)
        return [];
    return [
        part('frame')(`\n${(0,markdown_table/* tableHead */.PP)(['', 'Target', 'Protocol', 'Cipher suite', 'Group', 'Certificate', 'What is wrong'])}\n`),
        ...[...Map.groupBy(targets, ({ verdict }) => verdict)].flatMap(([verdict, some]) => {
            const others = some.slice(rowsListed[verdict]);
            // One more takes no more room than the row that would sum it up.
            if (others.length <= 1)
                return some.map(target => part('row')(`${targetRow(target, nameOf(target), report)}\n`));
            const listed = some.slice(0, rowsListed[verdict]);
            return [...listed.map(target => targetRow(target, nameOf(target), report)), sumRow(verdict, others, report)].map(text => part('row')(`${text}\n`));
        }),
    ];
}
function targetRow(target, name, { failOn, startedAt }) {
    const { protocol, cipherSuite, group } = target.handshake;
    const names = [protocol, cipherSuite, group].map(name => (0,report_escape/* codeSpan */.SS)(name ?? '', markdown_table/* cellLength */.Pz));
    const listed = (0,glance/* causesOf */.cZ)(target, failOn)
        .slice(0, 5)
        .map(cause => (0,report_escape/* codeSpan */.SS)(cause, markdown_table/* cellLength */.Pz));
    const wrong = listed.length === 0 && target.verdict === 'inconclusive' ? 'not decided' : listed.join(', ');
    const state = `${verdictMarks[target.verdict]} ${target.verdict}`;
    return (0,markdown_table/* row */.nM)([state, (0,report_escape/* codeSpan */.SS)(name, markdown_table/* cellLength */.Pz), ...names, (0,glance/* expiryWords */.T_)(target, new Date(startedAt)), wrong]);
}
/** What many have in common: how many have each version, when the first certificate ends, and what is wrong with how many. */
function sumRow(verdict, targets, { failOn, startedAt }) {
    const at = new Date(startedAt);
    const tallied = (namesOf) => [...Map.groupBy(targets.flatMap(namesOf), name => name)]
        .sort(([, a], [, b]) => b.length - a.length)
        .slice(0, 6)
        .map(([name, some]) => `${(0,report_escape/* codeSpan */.SS)(name, markdown_table/* cellLength */.Pz)} ${some.length}`)
        .join(', ');
    const soonest = targets.reduce((least, target) => Math.min(least, (0,glance/* msLeft */.Id)(target, at) ?? least), Number.POSITIVE_INFINITY);
    const certificate = soonest === Number.POSITIVE_INFINITY || soonest < 0 ? '' : `at least ${(0,span/* span */.Ln)(soonest)} left`;
    const protocols = tallied(({ handshake: { protocol } }) => (protocol === null ? [] : [protocol]));
    return (0,markdown_table/* row */.nM)([
        `${verdictMarks[verdict]} ${verdict}`,
        `and ${targets.length} more`,
        protocols,
        '',
        '',
        certificate,
        tallied(target => (0,glance/* causesOf */.cZ)(target, failOn)),
    ]);
}


/***/ }),

/***/ 3183:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ missingChecks),
/* harmony export */   y: () => (/* binding */ missingWords)
/* harmony export */ });
/* harmony import */ var _judge_check_of_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7754);
/* harmony import */ var _judge_policy_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9816);


/** 'the reports of shards 2 and 4 are missing'; null where all are there. */
function missingWords({ missingShards }) {
    if (missingShards.length === 0)
        return null;
    const [shards, have] = missingShards.length === 1 ? ['the report of shard', 'is'] : ['the reports of shards', 'are'];
    return `${shards} ${(0,_judge_policy_words_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(missingShards.map(String))} ${have} missing`;
}
/** The same as a check of the run: a reader of its checks alone would take the run for one that has passed. */
function missingChecks(report) {
    const message = missingWords(report);
    if (message === null)
        return [];
    const fix = 'Look at the job of the shard and run it again; its report has to be uploaded also when it is red (if: always())';
    return [(0,_judge_check_of_js__WEBPACK_IMPORTED_MODULE_0__/* .checkOf */ .E)({ id: 'run/shards', severity: 'error', status: 'inconclusive', message, evidence: [], fix })];
}


/***/ }),

/***/ 10:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ whole),
/* harmony export */   m: () => (/* binding */ inChunks)
/* harmony export */ });
// Reports in pieces: that of a large fleet is longer than V8 lets a string be, half a billion characters.
/** Characters that are worth a write of their own. */
const enough = 1_000_000;
/** The same text in pieces that are each worth a write; the last one may be shorter. */
function* inChunks(pieces) {
    let [chunk, length] = [[], 0];
    for (const piece of pieces) {
        chunk.push(piece);
        length += piece.length;
        if (length < enough)
            continue;
        yield chunk.join('');
        chunk = [];
        length = 0;
    }
    if (length > 0)
        yield chunk.join('');
}
/** The text that the pieces make, where it is known to be of a moderate length. */
const whole = (pieces) => [...pieces].join('');


/***/ }),

/***/ 4174:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ sizeOf),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   Z8: () => (/* binding */ marks),
/* harmony export */   c8: () => (/* binding */ wentOn),
/* harmony export */   nR: () => (/* binding */ timeOf),
/* harmony export */   on: () => (/* binding */ wentOnAfter)
/* harmony export */ });
/** 'client_hello' → 'Client Hello'. Any other text than a name of lower-case words is given back as it is, unescaped. */
function titleOf(name) {
    if (!/^[a-z]+(_[a-z]+)*$/.test(name))
        return name;
    if (name === 'starttls')
        return 'STARTTLS';
    return name.replace(/(^|_)([a-z])/g, (_, gap, letter) => (gap && ' ') + letter.toUpperCase());
}
const marks = { done: '✓', failed: '✗', 'not-reached': '·' };
const timeOf = (step) => (step.atMs === null ? '' : `${step.atMs.toFixed(1)} ms`);
const sizeOf = (step) => (step.bytes === 0 ? '' : `${step.bytes} B`);
/** Said after a refused certificate, since the steps that follow would otherwise read as if the certificate had been accepted. */
const wentOn = 'a verifying client stops here; the probe went on';
/** Whether `wentOn` is to be said after the step at this index. */
function wentOnAfter({ failure, steps }, index) {
    return (failure?.category === 'certificate' && steps[index]?.status === 'failed' && steps.slice(index + 1).some(step => step.status === 'done'));
}


/***/ }),

/***/ 5380:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ strengths),
/* harmony export */   N: () => (/* binding */ strengthOf)
/* harmony export */ });
/* harmony import */ var _judge_policy_classes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(497);
/* harmony import */ var _registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5823);
/* harmony import */ var _registry_cipher_suites_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3103);
// What a cipher suite is worth, in one word and the reason for it, so that a long list can be read at a glance. No verdict: policies give that.



/** Best first. 'dated': nothing practical is known against it where it is implemented well, and it often was not. */
const strengths = ['strong', 'dated', 'weak', 'broken'];
/** Worst first: the first class that a suite is in is the reason. */
const flaws = [
    ['null', 'broken', 'no encryption'],
    ['anonymous', 'broken', 'no authentication'], // RFC 5246 §F.1.1.1
    ['export', 'broken', 'export grade'],
    ['rc4', 'broken', 'RC4'], // RFC 7465
    ['under-112-bits', 'broken', 'key too short'], // RFC 9325 §4.1
    ['64-bit-block', 'weak', '64-bit blocks'],
    ['md5', 'weak', 'MD5'],
    ['no-forward-secrecy', 'weak', 'no forward secrecy'], // RFC 9325 §4.1
    ['cbc', 'dated', 'CBC'], // RFC 7457 §2.4
    ['non-aead', 'dated', 'no AEAD'],
    ['short-tag', 'dated', 'short tag'], // 8 bytes, which IANA does not recommend
];
/** The strength of a suite by its IANA name, or of a kind of SSLv2's; null for a name that is neither. */
function strengthOf(name) {
    if (name.startsWith('SSL_CK_'))
        return { word: 'broken', why: 'SSLv2' };
    const suite = _registry_cipher_suites_js__WEBPACK_IMPORTED_MODULE_2__/* .cipherSuites */ .vS.named(name);
    const parts = suite && (0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .partsOf */ .CI)(suite);
    if (!parts)
        return null;
    const [, word, why] = flaws.find(([suiteClass]) => _judge_policy_classes_js__WEBPACK_IMPORTED_MODULE_0__/* .suiteClasses */ .jn[suiteClass]?.has({ ...suite, parts })) ?? ['', 'strong', ''];
    return { word, why };
}


/***/ }),

/***/ 376:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ subjectsOf),
/* harmony export */   n: () => (/* binding */ runOf)
/* harmony export */ });
/* harmony import */ var _judge_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9998);
/* harmony import */ var _missing_shards_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3183);


/** The run of a report, where it has checks of its own or a shard of it is missing; none as a rule. */
function runOf(report) {
    const missing = (0,_missing_shards_js__WEBPACK_IMPORTED_MODULE_1__/* .missingChecks */ .S)(report);
    const checks = [...missing, ...report.checks];
    if (checks.length === 0)
        return [];
    const isFailed = (0,_judge_check_js__WEBPACK_IMPORTED_MODULE_0__/* .failuresOfRun */ .eQ)(report.checks, report.failOn).length > 0;
    const verdict = isFailed ? 'fail' : missing.length > 0 ? 'inconclusive' : 'pass';
    return [{ target: null, verdict, handshake: { failure: null }, survey: null, checks }];
}
/** The targets, and last the run where it has checks of its own. */
const subjectsOf = (report) => [...report.targets, ...runOf(report)];


/***/ }),

/***/ 9287:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   En: () => (/* binding */ protocolSentence),
/* harmony export */   H5: () => (/* binding */ protocolAccounts),
/* harmony export */   Jg: () => (/* binding */ evidenceWords),
/* harmony export */   Jk: () => (/* binding */ groupWords),
/* harmony export */   Un: () => (/* binding */ clientMarks),
/* harmony export */   fL: () => (/* binding */ costWords),
/* harmony export */   fv: () => (/* binding */ featureMarks),
/* harmony export */   hx: () => (/* binding */ clientWords),
/* harmony export */   pR: () => (/* binding */ knownFeatures),
/* harmony export */   tO: () => (/* binding */ supportWords),
/* harmony export */   xp: () => (/* binding */ featureSummary)
/* harmony export */ });
/* harmony import */ var _judge_policy_classes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(497);
/* harmony import */ var _judge_policy_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9816);
/* harmony import */ var _registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5823);
/* harmony import */ var _registry_cipher_suites_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3103);
/* harmony import */ var _registry_groups_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9218);
/* harmony import */ var _registry_protocols_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6729);
/* harmony import */ var _strength_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5380);
/* harmony import */ var _tally_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3979);
// The survey in words, the same in every form of a report. No layout, and nothing is made inert here.








const supportWords = { accepted: 'accepted', refused: 'refused', unknown: 'not known' };
const featureMarks = { yes: 'yes', no: 'no', unknown: '?' };
const clientMarks = { yes: '✓', no: '✗', unknown: '?' };
/** Every version, newest first. Old versions often have the suites of a newer one: those are listed once. */
function protocolAccounts(survey) {
    const newestFirst = _registry_protocols_js__WEBPACK_IMPORTED_MODULE_5__/* .protocols */ .WH.rows.toReversed();
    return newestFirst.map(({ name, forbiddenBy, code }, index) => {
        const support = survey.protocols[name];
        const suites = survey.cipherSuites[name] ?? [];
        const twin = newestFirst.slice(0, index).find(newer => hasTheSuitesOf(survey, name, newer.name, code));
        const obsolete = support === 'accepted' && forbiddenBy !== null ? [`obsolete by ${forbiddenBy}`] : [];
        const known = twin === undefined ? strengthTally(suites) : `those of ${twin.name} that ${name} has`;
        const counted = suites.length === 0 ? [] : [`${atLeast(survey)}${(0,_tally_js__WEBPACK_IMPORTED_MODULE_7__/* .count */ .U9)(suites.length, 'suite')}${orderOf(survey, name)}: ${known}`];
        const listed = survey.cipherOrder[name] === 'server' ? suites : suites.toSorted((a, b) => rank(a) - rank(b));
        return { name, support, words: [...obsolete, ...counted].join('; '), suites: twin === undefined ? listed : [] };
    });
}
/** '4 strong, 2 dated'; 'all strong'. */
function strengthTally(suites) {
    const words = suites.map(name => (0,_strength_js__WEBPACK_IMPORTED_MODULE_6__/* .strengthOf */ .N)(name)?.word ?? 'unknown');
    const counts = [..._strength_js__WEBPACK_IMPORTED_MODULE_6__/* .strengths */ .J, 'unknown']
        .map(word => [words.filter(each => each === word).length, word])
        .filter(([number]) => number > 0);
    if (counts.length === 1)
        return suites.length === 1 ? `${counts[0]?.[1]}` : `all ${counts[0]?.[1]}`;
    return counts.map(([number, word]) => `${number} ${word}`).join(', ');
}
const rank = (name) => _strength_js__WEBPACK_IMPORTED_MODULE_6__/* .strengths */ .J.indexOf((0,_strength_js__WEBPACK_IMPORTED_MODULE_6__/* .strengthOf */ .N)(name)?.word ?? 'broken');
/** A policy's questions find some suites, not all. */
const atLeast = (survey) => (survey.complete ? '' : 'at least ');
function orderOf(survey, name) {
    if ((survey.cipherSuites[name] ?? []).length < 2)
        return '';
    const order = survey.cipherOrder[name];
    if (order === 'server')
        return " in the server's order";
    return order === 'client' ? " in the client's order" : '';
}
/** Whether a version has every suite of a newer one that it can have, and no other; in the same order where it matters. */
function hasTheSuitesOf(survey, name, newer, code) {
    const own = survey.cipherSuites[name] ?? [];
    const others = (survey.cipherSuites[newer] ?? []).filter(suite => firstProtocol(suite) <= code);
    if (own.length < 2 || own.length !== others.length || survey.cipherOrder[name] !== survey.cipherOrder[newer])
        return false;
    return survey.cipherOrder[name] === 'server' ? own.every((suite, at) => suite === others[at]) : own.every(suite => others.includes(suite));
}
function firstProtocol(name) {
    const suite = _registry_cipher_suites_js__WEBPACK_IMPORTED_MODULE_3__/* .cipherSuites */ .vS.named(name);
    return (suite && (0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .partsOf */ .CI)(suite)?.firstProtocol) ?? Number.POSITIVE_INFINITY;
}
/** 'TLSv1.3 and TLSv1.2 accepted; SSLv3 refused; SSLv2 not known': for those who want no more than that. */
function protocolSentence({ protocols: supports }) {
    const newestFirst = _registry_protocols_js__WEBPACK_IMPORTED_MODULE_5__/* .protocols */ .WH.rows.toReversed().map(({ name }) => name);
    const parts = ['accepted', 'refused', 'unknown'].map(support => {
        const names = newestFirst.filter(name => supports[name] === support);
        return names.length === 0 ? '' : `${(0,_judge_policy_words_js__WEBPACK_IMPORTED_MODULE_1__/* .enumerated */ .BD)(names)} ${supportWords[support]}`;
    });
    return parts.filter(text => text !== '').join('; ');
}
/** 'X25519MLKEM768 (post-quantum)'. */
function groupWords(name) {
    const group = _registry_groups_js__WEBPACK_IMPORTED_MODULE_4__/* .groups */ .T.named(name);
    return group && _judge_policy_classes_js__WEBPACK_IMPORTED_MODULE_0__/* .groupClasses */ .qy['post-quantum']?.has(group) ? `${name} (post-quantum)` : name;
}
/** Features that are more than yes or no, and what they are called: their detail has the value. */
const valued = { alpn: 'ALPN', 'dh-parameters': 'DH primes' };
/** The features that anything was asked about: a policy's questions leave out most. */
function knownFeatures({ kind, features }) {
    return kind === 'full' ? features : features.filter(({ status, evidence }) => status !== 'unknown' || evidence.length > 0);
}
/** The features in a few lines, by the names that policies have: those there are, those there are not, and the values of some. */
function featureSummary(survey) {
    const features = knownFeatures(survey);
    const isValue = ({ name, status }) => status === 'yes' && valued[name] !== undefined;
    const named = (status) => features.flatMap(feature => (feature.status === status && !isValue(feature) ? feature.name : [])).join(', ');
    return [
        ...features.filter(isValue).map(({ name, detail }) => [valued[name] ?? name, detail]),
        ['Features', named('yes')],
        ['Without', named('no')],
        ['Not known', named('unknown')],
    ];
}
/** What a client connects with, or why it does not. */
function clientWords({ connects, protocol, cipherSuite, group, detail }) {
    if (connects !== 'yes')
        return detail;
    return [protocol, cipherSuite, group].filter(name => name !== null).join(' · ') || detail;
}
/** '11 connections beside the handshake, 2 round trips, 34 ms'. */
function costWords({ cost }) {
    return [
        `${(0,_tally_js__WEBPACK_IMPORTED_MODULE_7__/* .count */ .U9)(cost.connections, 'connection')} beside the handshake`,
        (0,_tally_js__WEBPACK_IMPORTED_MODULE_7__/* .count */ .U9)(cost.roundTrips, 'round trip'),
        (0,_tally_js__WEBPACK_IMPORTED_MODULE_7__/* .duration */ .p0)(cost.durationMs),
    ].join(', ');
}
/** So many probes of a finding are named with what they asked, and more than that by their numbers. */
const probesExplained = 3;
/** Evidence as a reader understands it: 'probe 3 (every cipher suite in SSLv3)', 'probes 3 to 9 and 12'. */
function evidenceWords(evidence, survey) {
    const others = evidence.filter(item => !isProbe.test(item));
    const numbers = evidence.filter(item => isProbe.test(item)).map(item => Number(item.replace(isProbe, '$1')));
    if (numbers.length > probesExplained)
        return [...others, `probes ${(0,_judge_policy_words_js__WEBPACK_IMPORTED_MODULE_1__/* .enumerated */ .BD)(ranges(numbers.toSorted((a, b) => a - b)))}`];
    const asked = (number) => survey?.probes.find(probe => probe.number === number)?.asked ?? '';
    return [...others, ...numbers.map(number => (asked(number) === '' ? `probe ${number}` : `probe ${number} (${asked(number)})`))];
}
const isProbe = /^probe (\d+)$/;
/** Sorted numbers, three or more in a row as '3 to 9'. */
function ranges(sorted) {
    const runs = [];
    for (const number of sorted) {
        const run = runs.at(-1);
        if (run && number <= run[1] + 1)
            run[1] = number;
        else
            runs.push([number, number]);
    }
    return runs.flatMap(([first, last]) => (last - first > 1 ? [`${first} to ${last}`] : [...new Set([first, last])].map(String)));
}


/***/ }),

/***/ 3979:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N4: () => (/* binding */ tally),
/* harmony export */   Rn: () => (/* binding */ retryLine),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var _missing_shards_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3183);
/* harmony import */ var _subjects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(376);


/** '1 of 3 targets failed, 1 inconclusive, 1 passed; 2 checks waived'. */
function tally(report) {
    return [countsText(report), ...waivedText(report), ...missingText(report), ...runText(report)].join('; ');
}
function countsText({ targets }) {
    if (targets.length === 0)
        return 'no target has a verdict';
    const of = (verdict) => targets.filter(target => target.verdict === verdict).length;
    const counts = [
        [of('fail'), 'failed'],
        [of('inconclusive'), 'inconclusive'],
        [of('pass'), 'passed'],
    ];
    const [[most, word], ...rest] = counts.filter(([number]) => number > 0);
    const all = count(targets.length, 'target');
    const first = most === targets.length ? `${all} ${word}` : `${most} of ${all} ${word}`;
    return [first, ...rest.map(([number, what]) => `${number} ${what}`)].join(', ');
}
/** What somebody has accepted, or a baseline had already, is not hidden behind a pass. */
function waivedText({ targets }) {
    const waived = targets.reduce((sum, { checks }) => sum + checks.filter(({ status }) => status === 'waived').length, 0);
    return waived === 0 ? [] : [`${count(waived, 'check')} waived`];
}
const missingText = (report) => [(0,_missing_shards_js__WEBPACK_IMPORTED_MODULE_0__/* .missingWords */ .y)(report)].filter(words => words !== null);
/** A notice is not counted elsewhere. */
function runText(report) {
    return (0,_subjects_js__WEBPACK_IMPORTED_MODULE_1__/* .runOf */ .n)(report).flatMap(({ verdict, checks }) => verdict === 'fail' ? `${count(checks.filter(({ status }) => status === 'fail').length, 'check')} of the run failed` : []);
}
/** 'https://example.com:443 did not pass at attempt 2 (connection-refused); again in 2.0 s'. */
function retryLine({ url, attempt, causes, pauseMs }) {
    return `${url} did not pass at attempt ${attempt} (${causes.join(', ')}); again in ${duration(pauseMs)}`;
}
/** '840 ms', '12.3 s'. */
function duration(ms) {
    return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
/** '1 suite', '6 suites'. */
const count = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;


/***/ }),

/***/ 5086:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderHeadline: () => (/* binding */ renderHeadline),
  renderLine: () => (/* binding */ renderLine),
  renderRun: () => (/* binding */ renderRun),
  renderTarget: () => (/* binding */ renderTarget),
  renderText: () => (/* binding */ renderText),
  textPieces: () => (/* binding */ textPieces)
});

// EXTERNAL MODULE: ./build/commonjs/esm/certificate/strength.js
var strength = __webpack_require__(4037);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/policy/handshake-alone.js
var handshake_alone = __webpack_require__(34);
// EXTERNAL MODULE: ./build/commonjs/esm/report/comparison.js
var comparison = __webpack_require__(7108);
// EXTERNAL MODULE: ./build/commonjs/esm/report/escape.js
var report_escape = __webpack_require__(6514);
// EXTERNAL MODULE: ./build/commonjs/esm/report/findings.js
var report_findings = __webpack_require__(4099);
// EXTERNAL MODULE: ./build/commonjs/esm/report/glance.js
var glance = __webpack_require__(1249);
// EXTERNAL MODULE: ./build/commonjs/esm/report/layout.js
var layout = __webpack_require__(5343);
// EXTERNAL MODULE: ./build/commonjs/esm/report/pieces.js
var pieces = __webpack_require__(10);
// EXTERNAL MODULE: ./build/commonjs/esm/report/steps.js
var steps = __webpack_require__(4174);
// EXTERNAL MODULE: ./build/commonjs/esm/report/subjects.js
var subjects = __webpack_require__(376);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/policy/words.js
var words = __webpack_require__(9816);
// EXTERNAL MODULE: ./build/commonjs/esm/report/strength.js
var report_strength = __webpack_require__(5380);
// EXTERNAL MODULE: ./build/commonjs/esm/report/survey.js
var report_survey = __webpack_require__(9287);
;// CONCATENATED MODULE: ./build/commonjs/esm/report/survey-text.js
// The survey as lines of text. What is said of it stands in survey.ts.





const strengthStyles = { strong: 'green', dated: 'dim', weak: 'yellow', broken: 'red' };
const clientStyles = { yes: 'green', no: 'red', unknown: 'yellow' };
/** Where the text of a heading starts: after the longest, 'Signatures'. */
const indent = 14;
/** A full survey, or a policy's with all that was found; otherwise in a few lines. */
function surveyLines(survey, options) {
    const blocks = survey.kind === 'full' || options.verbose ? fullBlocks(survey, options) : [briefLines(survey, options)];
    return blocks.filter(lines => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}
function briefLines(survey, options) {
    return [
        ...heading('Protocols', (0,report_survey/* protocolSentence */.En)(survey), options),
        ...heading('Clients', clientSentence(survey.clients), options),
        ...costLines(survey, options),
    ];
}
function fullBlocks(survey, options) {
    return [
        protocolLines(survey, options),
        [
            ...heading('Groups', survey.groups.map(report_survey/* groupWords */.Jk).join(', '), options),
            ...heading('Signatures', survey.signatureSchemes.join(', '), options),
            ...(options.verbose ? [] : (0,report_survey/* featureSummary */.xp)(survey).flatMap(([title, text]) => heading(title, text, options))),
        ],
        options.verbose ? featureLines(survey, options) : [],
        clientLines(survey.clients, options),
        options.verbose ? probeLines(survey, options) : [],
        costLines(survey, options),
    ];
}
function heading(title, text, options) {
    if (text === '')
        return [];
    return (0,layout/* hanging */.rM)(`  ${(0,layout/* painter */.C2)(options)('bold', title.padEnd(indent - 2))}`, indent, (0,report_escape/* inert */.tJ)(text, longest), options);
}
/** UTF-16 units of a list that are shown: every group and scheme there is has room. */
const longest = 10_000;
function protocolLines(survey, options) {
    const paint = (0,layout/* painter */.C2)(options);
    const accounts = (0,report_survey/* protocolAccounts */.H5)(survey);
    const columns = { name: (0,layout/* widest */.D3)(accounts.map(({ name }) => name)), support: (0,layout/* widest */.D3)(Object.values(report_survey/* supportWords */.tO)) };
    return accounts.flatMap(({ name, support, words, suites }) => {
        const start = `  ${paint('bold', (0,layout/* pad */.eV)(name, columns.name))}  ${(0,layout/* pad */.eV)(report_survey/* supportWords */.tO[support], words === '' ? 0 : columns.support + 2)}`;
        return [...(0,layout/* hanging */.rM)(start, columns.name + columns.support + 6, (0,report_escape/* inert */.tJ)(words), options), ...suiteLines(suites, options)];
    });
}
function suiteLines(suites, options) {
    const paint = (0,layout/* painter */.C2)(options);
    const rows = suites.map(name => ({ name: (0,report_escape/* inert */.tJ)(name, 80), strength: (0,report_strength/* strengthOf */.N)(name) }));
    const columns = { word: (0,layout/* widest */.D3)(report_strength/* strengths */.J), name: (0,layout/* widest */.D3)(rows.map(({ name }) => name)) };
    return rows.map(({ name, strength }) => {
        if (strength === null)
            return `    ${' '.repeat(columns.word)}  ${name}`;
        const word = paint(strengthStyles[strength.word], (0,layout/* pad */.eV)(strength.word, columns.word));
        return strength.why === '' ? `    ${word}  ${name}` : `    ${word}  ${(0,layout/* pad */.eV)(name, columns.name)}  ${paint('dim', strength.why)}`;
    });
}
function featureLines(survey, options) {
    const features = (0,report_survey/* knownFeatures */.pR)(survey);
    const names = features.map(({ name }) => (0,report_escape/* inert */.tJ)(name, 60));
    const columns = (0,layout/* widest */.D3)(names);
    return features.flatMap(({ status, detail }, index) => (0,layout/* hanging */.rM)(`  ${(0,layout/* pad */.eV)(report_survey/* featureMarks */.fv[status], 3)}  ${(0,layout/* pad */.eV)(names[index] ?? '', columns)}  `, columns + 9, (0,report_escape/* inert */.tJ)(detail), options));
}
/** '12 of 14 connect, not Java 8u161; not known of IE 11': who connects is no news. */
function clientSentence(clients) {
    if (clients.length === 0)
        return '';
    const titles = (connects) => clients.flatMap(client => (client.connects === connects ? client.title : []));
    const [without, undecided] = [titles('no'), titles('unknown')];
    const not = without.length === 0 ? '' : `, not ${(0,words/* enumerated */.BD)(without)}`;
    const unknown = undecided.length === 0 ? '' : `; not known of ${(0,words/* enumerated */.BD)(undecided)}`;
    return `${titles('yes').length} of ${clients.length} connect${not}${unknown}`;
}
function clientLines(clients, options) {
    const paint = (0,layout/* painter */.C2)(options);
    const titles = clients.map(({ title }) => (0,report_escape/* inert */.tJ)(title, 40));
    const columns = (0,layout/* widest */.D3)(titles);
    return clients.flatMap((client, index) => {
        const mark = paint(clientStyles[client.connects], report_survey/* clientMarks */.Un[client.connects]);
        return (0,layout/* hanging */.rM)(`  ${mark} ${(0,layout/* pad */.eV)(titles[index] ?? '', columns)}  `, columns + 6, (0,report_escape/* inert */.tJ)((0,report_survey/* clientWords */.hx)(client)), options);
    });
}
function probeLines({ probes }, options) {
    const columns = String(probes.at(-1)?.number ?? 0).length;
    return probes.flatMap(({ number, asked, answer }) => (0,layout/* hanging */.rM)(`  probe ${String(number).padStart(columns)}  `, columns + 10, (0,report_escape/* inert */.tJ)(`${asked}: ${answer}`), options));
}
function costLines(survey, options) {
    return [...heading('Cost', (0,report_survey/* costWords */.fL)(survey), options), ...survey.notes.flatMap(note => heading('Note', note, options))];
}

// EXTERNAL MODULE: ./build/commonjs/esm/report/tally.js
var tally = __webpack_require__(3979);
;// CONCATENATED MODULE: ./build/commonjs/esm/report/text.js
// A report for people: in a terminal, a log, a failing test's message. The caller decides about colour; nothing here asks the environment.












const verdictStyles = { pass: ['bold', 'green'], fail: ['bold', 'red'], inconclusive: ['bold', 'yellow'] };
const stepStyles = { failed: 'red', 'not-reached': 'dim' };
const arrows = { client: '→', server: '←' };
/** More presented certificates than this are counted, not listed. */
const certificatesShown = 20;
/** The whole report, with a final line feed. */
const renderText = (report, options) => (0,pieces/* whole */.W)(textPieces(report, options));
/** The same in pieces. */
function* textPieces(report, options) {
    const paint = (0,layout/* painter */.C2)(options);
    const { id, version } = report.policy;
    const policy = id === handshake_alone/* handshakeAlone */.x.id ? '' : (0,report_escape/* inert */.tJ)(`policy ${id} ${version} · `);
    const result = `${verdictWord(report.verdict, paint)}  ${(0,tally/* tally */.N4)(report)}${paint('dim', ` · ${policy}${(0,tally/* duration */.p0)(report.durationMs)}`)}\n`;
    const since = report.baseline && (0,comparison/* comparisonLines */.p)({ since: `the baseline ${report.baseline.file}`, targets: report.baseline.targets }, options);
    for (const block of targetBlocks(report, options))
        yield `${block}\n`;
    for (const run of (0,subjects/* runOf */.n)(report))
        yield `${renderRun(run, options)}\n\n`;
    if (since && since.length > 0)
        yield `${since.join('\n')}\n\n`;
    yield result;
}
/** Targets with a final line feed each, but for one whose line is followed by the next one's. */
function* targetBlocks({ targets, startedAt }, options) {
    const inFull = options.verbose || targets.length <= glance/* targetsInFull */.NV;
    const at = new Date(startedAt);
    const isLine = (target) => !inFull && target !== undefined && (0,glance/* isWell */.f5)(target);
    for (const [index, target] of targets.entries()) {
        if (!isLine(target))
            yield `${renderHeadline(target, options)}\n${renderTarget(target, options)}\n`;
        else
            yield renderLine(target, at, options) + (isLine(targets[index + 1]) ? '' : '\n');
    }
}
/** All that is worth knowing of a target with which nothing is wrong, one line. */
function renderLine(target, at, options) {
    const facts = [(0,glance/* addressWords */.SW)(target), ...(0,glance/* agreedNames */.hP)(target), (0,glance/* expiryWords */.T_)(target, at), (0,tally/* duration */.p0)(target.durationMs)].filter(fact => fact !== '');
    return `${renderHeadline(target, options)}  ${facts.map(fact => (0,report_escape/* inert */.tJ)(fact, 100)).join(' · ')}`;
}
/** Verdict and address of one target, one line. */
function renderHeadline(target, options) {
    const paint = (0,layout/* painter */.C2)(options);
    return `${verdictWord(target.verdict, paint)}  ${paint('bold', (0,report_escape/* inert */.tJ)(target.target.url))}`;
}
/**
 * What follows one target's headline: what was agreed, the steps as a ladder, what else the server accepts, the findings with cause and fix,
 * the other checks. No final line feed.
 */
function renderTarget(target, options) {
    const paint = (0,layout/* painter */.C2)(options);
    return joined([
        (0,layout/* wrap */.LV)(facts(target), options.width && options.width - 2).map(line => paint('dim', `  ${line}`)),
        ladder(target, options),
        target.survey === null ? [] : surveyLines(target.survey, options),
        ...checkBlocks(target, options),
        options.verbose ? certificateLines(target) : [],
    ]);
}
/** What a run has to say beside its targets: a headline and the same as of a target. No final line feed. */
const renderRun = (run, options) => `${(0,layout/* painter */.C2)(options)('bold', 'The run')}\n${joined(checkBlocks(run, options))}`;
/** The findings with cause and fix, the other checks. */
function checkBlocks(subject, options) {
    const findings = (0,report_findings/* findingsOf */.WX)(subject);
    const settled = (0,report_findings/* settledChecks */.hp)(subject);
    return [
        ...findings.filter(({ cause }) => cause !== null).map(finding => findingLines(finding, options)),
        undecidedLines(findings.filter(({ cause }) => cause === null), options),
        checkLines(options.verbose ? settled : (0,report_findings/* foldedChecks */.YI)(settled), options),
    ];
}
const joined = (blocks) => blocks
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n');
function facts({ target, handshake, durationMs, connections }) {
    const agreed = [handshake.protocol, handshake.cipherSuite, handshake.group, handshake.signatureScheme, handshake.alpn];
    return [target.address, ...agreed, (0,tally/* count */.U9)(connections, 'connection'), (0,tally/* duration */.p0)(durationMs), (0,report_findings/* placeText */.Z9)(target.location)]
        .flatMap(fact => (fact === null ? [] : (0,report_escape/* inert */.tJ)(fact)))
        .join(' · ');
}
function ladder({ handshake }, options) {
    const paint = (0,layout/* painter */.C2)(options);
    const rows = handshake.steps.map(step => ({
        step,
        title: (0,report_escape/* inert */.tJ)((0,steps/* titleOf */.Gg)(step.name), 40),
        time: (0,steps/* timeOf */.nR)(step),
        size: (0,steps/* sizeOf */.$d)(step),
        detail: (0,report_escape/* inert */.tJ)(step.detail) || (step.status === 'not-reached' ? 'not reached' : ''),
    }));
    const columns = {
        title: (0,layout/* widest */.D3)(rows.map(row => row.title)),
        time: (0,layout/* widest */.D3)(rows.map(row => row.time)),
        size: (0,layout/* widest */.D3)(rows.map(row => row.size)),
    };
    return rows.flatMap(({ step, title, time, size, detail }, index) => {
        const name = `${step.from === null ? ' ' : arrows[step.from]} ${(0,layout/* pad */.eV)(title, columns.title)}`;
        const numbers = `  ${time.padStart(columns.time)}  ${size.padStart(columns.size)}`;
        const room = options.width === undefined || options.verbose ? Number.POSITIVE_INFINITY : options.width - 6 - (0,layout/* lengthOf */.Y5)(name + numbers);
        const shown = detail === '' ? '' : `  ${(0,layout/* clip */.$Q)(detail, room)}`;
        const mark = steps/* marks */.Z8[step.status];
        const line = step.status === 'done'
            ? `  ${paint('green', mark)} ${name}${paint('dim', numbers)}${shown}`
            : paint(stepStyles[step.status], `  ${mark} ${name}${numbers}${shown}`);
        return (0,steps/* wentOnAfter */.on)(handshake, index) ? [line, paint('dim', `      ${steps/* wentOn */.c8}`)] : [line];
    });
}
function findingLines({ cause, checks, message, fixes, evidence, refs }, options) {
    return [
        ...checkLines(checks, options),
        ...item('Cause', [cause, message].filter(text => text !== null).join(': '), options),
        ...fixLines(fixes, options),
        ...item('Evidence', evidence.join('; '), options),
        ...item('See', refs.join(', '), options),
    ];
}
/**
 * What could not be decided, in one block: checks that say the same once, with their names, and last those that something can be done about, each
 * fix below its own.
 */
function undecidedLines(findings, options) {
    const shared = findings.filter(({ checks }) => checks.length > 1);
    const single = findings.filter(finding => !shared.includes(finding));
    const fixes = [...new Set(single.flatMap(finding => finding.fixes))];
    const fixedBy = (fix) => single.filter(finding => finding.fixes[0] === fix).flatMap(({ checks }) => checks);
    const [first, ...others] = fixes;
    return [
        ...shared.flatMap(({ checks, fixes }) => [
            ...(0,report_findings/* sayingsOf */.kR)(checks).flatMap(({ check, names }) => [
                ...checkLines([{ ...check, id: (0,tally/* count */.U9)(names.length, 'check') }], options),
                ...item('Checks', names.join(', '), options),
            ]),
            ...fixLines(fixes, options),
        ]),
        ...checkLines([...fixedBy(undefined), ...(first === undefined ? [] : fixedBy(first))], options),
        ...fixLines(first === undefined ? [] : [first], options),
        ...others.flatMap(fix => [...checkLines(fixedBy(fix), options), ...fixLines([fix], options)]),
    ];
}
function fixLines(fixes, options) {
    return (0,report_findings/* adviceOf */.wr)(fixes).flatMap(({ doing, products }) => [
        ...item('Fix', doing, options),
        // What is copied from the screen is not wrapped.
        ...products.map(line => `${' '.repeat(text_indent)}${(0,report_escape/* inert */.tJ)(line)}`),
    ]);
}
/** Where the text of an item starts. */
const text_indent = 14;
function item(label, text, options) {
    if (text === '')
        return [];
    return (0,layout/* hanging */.rM)(`    ${(0,layout/* painter */.C2)(options)('bold', label.padEnd(text_indent - 4))}`, text_indent, (0,report_escape/* inert */.tJ)(text), options);
}
function checkLines(checks, options) {
    const paint = (0,layout/* painter */.C2)(options);
    const labels = checks.map(({ id, status, severity }) => {
        const isProblem = status === 'fail' || status === 'inconclusive';
        return (0,report_escape/* inert */.tJ)(id, 60) + (isProblem && severity !== 'error' ? ` (${severity})` : '');
    });
    const column = (0,layout/* widest */.D3)(labels);
    return checks.flatMap((check, index) => {
        const [mark, style] = checkMark(check);
        const place = (0,report_findings/* placeText */.Z9)(check.location);
        const [first, ...rest] = (0,layout/* wrap */.LV)((0,report_escape/* inert */.tJ)(check.message + (place === null ? '' : ` (${place})`)), options.width === undefined ? undefined : options.width - column - 6);
        const quiet = (text) => (check.status === 'pass' ? paint('dim', text) : text);
        const label = (0,layout/* pad */.eV)(labels[index] ?? '', column);
        return [`  ${paint(style, mark)} ${quiet(`${label}  ${first}`)}`, ...rest.map(line => quiet(`${' '.repeat(column + 6)}${line}`))];
    });
}
function checkMark(check) {
    switch (check.status) {
        case 'pass':
            return ['✓', 'green'];
        case 'waived':
            return ['-', 'dim'];
        case 'inconclusive':
            return ['?', 'yellow'];
        case 'fail':
            return check.severity === 'error' ? ['✗', 'red'] : ['!', 'yellow'];
        default:
            return check.status;
    }
}
function certificateLines({ certificates: { presented } }) {
    if (presented.length === 0)
        return [];
    const shown = presented
        .slice(0, certificatesShown)
        .flatMap((certificate, index) => [
        `  ${String(index).padStart(2)}  ${(0,report_escape/* inert */.tJ)(certificate.subject)}`,
        `      issued by ${(0,report_escape/* inert */.tJ)(certificate.issuer)}`,
        `      ${[`${certificate.notBefore} to ${certificate.notAfter}`, (0,strength/* keyText */.Pu)(certificate.key), certificate.signatureAlgorithm].map(text => (0,report_escape/* inert */.tJ)(text)).join(' · ')}`,
        `      SHA-256 ${(0,report_escape/* inert */.tJ)(certificate.fingerprint256)}`,
    ]);
    const more = presented.length - certificatesShown;
    return ['  Certificates as sent', ...shown, ...(more > 0 ? [`  and ${more} more`] : [])];
}
const verdictWord = (verdict, paint) => paint(verdictStyles[verdict], verdict.toUpperCase());


/***/ }),

/***/ 6476:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fh: () => (/* binding */ isJson),
/* harmony export */   Zf: () => (/* binding */ ifEmpty),
/* harmony export */   u0: () => (/* binding */ findConfig)
/* harmony export */ });
/* harmony import */ var _report_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3359);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4994);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9645);
// Where the configuration file is, and its text. What it says is for the neighbouring files, which are loaded only when there is one.



/** What to do with a file that says nothing: the smallest that says something. */
const ifEmpty = (path) => `write what to check, such as ${isJson(path) ? '{"targets": ["example.com"]}' : 'targets: [example.com]'}, or remove the file`;
const isJson = (path) => path.toLowerCase().endsWith('.json');
/** Looked for in the working directory. */
const names = ['tlsgate.yml', 'tlsgate.yaml', 'tlsgate.json'];
/** Bytes: what 100,000 targets need, a line each, also with names of 80 characters. */
const largest = 8 * 1024 * 1024;
/**
 * The configuration file, or null without one.
 * @param given its path, where the user names one
 * @throws UsageError when it cannot be read, or when there are several to choose from
 */
function findConfig(files, given) {
    if (given !== undefined)
        return readSource(files, given);
    const [found, ...more] = names.filter(name => (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .isThere */ .$B)(files, name) && !isOwnReport(files, name));
    if (found === undefined)
        return null;
    if (more.length > 0) {
        const all = more.length === 1 ? 'both' : 'all';
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(`${[found, ...more].join(' and ')} are ${all} there`, 'remove one of them, or name one with config');
    }
    return readSource(files, found);
}
/** A report that an earlier run has left in the working directory. */
function isOwnReport(files, name) {
    try {
        return (0,_report_json_js__WEBPACK_IMPORTED_MODULE_0__.isReport)(Buffer.from(files.readFile(name)).toString('utf8', 0, 100));
    }
    catch {
        return false; // what is wrong with it is said where it is read as a configuration
    }
}
const readSource = (files, path) => ({
    path,
    file: (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .shownPath */ .pS)(files, path),
    text: (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)(files, 'config', path, { noun: 'a configuration', largest, ifEmpty: ifEmpty(path) }),
});


/***/ }),

/***/ 9645:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ isThere),
/* harmony export */   Fi: () => (/* binding */ readRevocationList),
/* harmony export */   Je: () => (/* binding */ readPem),
/* harmony export */   Lc: () => (/* binding */ readFirstLine),
/* harmony export */   bV: () => (/* binding */ isOfSystem),
/* harmony export */   io: () => (/* binding */ readBytes),
/* harmony export */   jZ: () => (/* binding */ readCertificates),
/* harmony export */   mF: () => (/* binding */ readBaseline),
/* harmony export */   pS: () => (/* binding */ shownPath),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _certificate_pem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6260);
/* harmony import */ var _location_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2427);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4994);
// The files that options name: certificates, revocation lists, keys. Whether they belong together is for OpenSSL to say.




/** A file as messages and reports name it, with forward slashes. */
const shownPath = (files, path) => (files.shownPath?.(path) ?? path).replaceAll('\\', '/');
/** Whatever else may be wrong with it, a file that is there was meant. */
function isThere(files, path) {
    try {
        files.readFile(path);
        return true;
    }
    catch (error) {
        return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
    }
}
/** Whether it was the system that could not do something with a file, and no mistake of ours in what was to be written. */
const isOfSystem = (error) => error instanceof Error && 'syscall' in error;
/** What is wrong in a file that could be read; as a whole, so that it stands at its beginning. */
const wrongIn = (files, path, [message, hint], cause) => new _usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(message, hint, { cause, location: (0,_location_js__WEBPACK_IMPORTED_MODULE_2__/* .startOf */ .G)(shownPath(files, path)) });
const checkPath = 'check the path and the rights of the file';
/** @throws UsageError when the file cannot be read or is empty */
function readBytes(files, name, path, hints = {}) {
    const { ifMissing = checkPath, ifEmpty = 'check what should have written it' } = hints;
    let bytes;
    try {
        bytes = files.readFile(path);
    }
    catch (error) {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(`the file of ${name} cannot be read: ${reasonOf(error)}: ${JSON.stringify(path)}`, isThere(files, path) ? checkPath : ifMissing, { cause: error });
    }
    if (bytes.length === 0)
        throw wrongIn(files, path, [`the file of ${name} is empty`, ifEmpty]);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
/**
 * The text of a UTF-8 file.
 * @throws UsageError when it cannot be read, is empty, too long or no text
 */
function readText(files, name, path, { noun, largest, ...hints }) {
    const bytes = readBytes(files, name, path, hints);
    if (bytes.length > largest)
        throw wrongIn(files, path, [
            `the file of ${name} has ${bytes.length} bytes`,
            `${noun} has at most ${largest}: check that it is the right file`,
        ]);
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (cause) {
        throw wrongIn(files, path, [`the file of ${name} is no UTF-8 text`, 'save it as UTF-8'], cause);
    }
}
const readBefore = new WeakMap();
/**
 * The certificates of a PEM or DER file, each as PEM. The same texts for the same files and path: a thousand targets may name one file.
 * @throws UsageError when there is none, or one cannot be parsed
 */
function readCertificates(files, name, path) {
    const known = readBefore.get(files) ?? new Map();
    readBefore.set(files, known);
    const certificates = known.get(path) ?? parseCertificates(files, name, path);
    known.set(path, certificates);
    return certificates;
}
function parseCertificates(files, name, path) {
    const bytes = readBytes(files, name, path);
    const blocks = (0,_certificate_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .pemBlocks */ .PQ)(bytes.toString('latin1'), /(?:X509 |TRUSTED )?CERTIFICATE/);
    const found = blocks.length > 0 ? blocks : [bytes];
    return found.map((certificate, index) => {
        try {
            return new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(certificate).toString();
        }
        catch (error) {
            const which = blocks.length > 1 ? `certificate ${index + 1} of` : 'the certificate in';
            throw blocks.length === 0
                ? wrongIn(files, path, notHolding(name, 'certificate'), error)
                : wrongIn(files, path, [`${which} the file of ${name} cannot be parsed`, 'look at it with: openssl x509 -text -in FILE'], error);
        }
    });
}
/**
 * A revocation list as PEM; authorities publish them as DER (RFC 5280 §4.2.1.13).
 * @throws UsageError when the file holds something else
 */
function readRevocationList(files, name, path) {
    const bytes = readBytes(files, name, path);
    const blocks = (0,_certificate_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .pemBlocks */ .PQ)(bytes.toString('latin1'), /X509 CRL/);
    if (blocks.length > 0)
        return `${blocks.join('\n')}\n`;
    // A DER SEQUENCE whose length is not in the short form: a list is never that small.
    if (bytes[0] !== 0x30 || (bytes[1] ?? 0) < 0x80)
        throw wrongIn(files, path, notHolding(name, 'revocation list'));
    return (0,_certificate_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .pemOf */ ._y)('X509 CRL', bytes);
}
/**
 * The text of a PEM file with at least one block of the kind.
 * @throws UsageError otherwise
 */
function readPem(files, name, path, kind) {
    const pem = readBytes(files, name, path).toString('latin1');
    if (!(0,_certificate_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .holds */ .v9)(pem, kind))
        throw wrongIn(files, path, notHolding(name, kind === 'CERTIFICATE' ? 'certificate as PEM' : 'private key as PEM'));
    return pem;
}
/**
 * The text of a lock file; what it says is for gate() to read.
 * @throws UsageError when there is none, or nobody wrote it
 */
function readBaseline(files, path, name = 'baseline') {
    const kind = { noun: 'a baseline', largest: largestBaseline, ...(name === 'baseline' && lockFileHints) };
    return { file: shownPath(files, path), text: readText(files, name, path, kind) };
}
/** Of the lock file of a run, which tlsgate itself writes; what is compared by hand may be anything. */
const lockFileHints = {
    ifMissing: 'write it with tlsgate check --update-baseline and commit it, or correct the path',
    ifEmpty: 'restore it from version control; or remove it, and write it anew with tlsgate check --update-baseline',
};
/** Bytes, not much less than the characters that V8 lets a string have: 100,000 targets of a lock file, and 10,000 of a report with a survey. */
const largestBaseline = 500 * 1024 * 1024;
/** The first line of a file, without its end: how a passphrase is stored. */
function readFirstLine(files, name, path) {
    const [line = ''] = readBytes(files, name, path).toString('utf8').split(/\r?\n/, 1);
    return line;
}
const notHolding = (name, what) => [
    `the file of ${name} holds no ${what}`,
    `name a file with a ${what}`,
];
function reasonOf(error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT')
        return 'there is no such file';
    if (code === 'EISDIR')
        return 'it is a directory';
    if (code === 'EACCES' || code === 'EPERM')
        return 'permission denied';
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 3788:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ versions),
/* harmony export */   f: () => (/* binding */ options)
/* harmony export */ });
/* harmony import */ var _gate_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5636);
/* harmony import */ var _judge_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9998);
/* harmony import */ var _registry_protocols_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6729);
// The options of a check, one row each: inputs of the Action, flags of the command line, --help and the README are all printed or tested from
// this table. What an adapter has for itself (where the result goes, for one) is not here.



/** The versions an option takes: those that OpenSSL speaks, oldest first. */
const versions = _registry_protocols_js__WEBPACK_IMPORTED_MODULE_2__/* .protocols */ .WH.rows.flatMap(({ name, openssl }) => (openssl === null ? [] : [name]));
const value = (kind, placeholder = null) => ({ kind, placeholder, choices: null, range: null });
const text = (placeholder) => value('text', placeholder);
const integer = (least, greatest) => ({ ...value('integer', 'N'), range: [least, greatest] });
const oneOf = (choices) => ({ ...value('choice', choices.join('|')), choices });
const flag = value('flag');
const file = value('file', 'FILE');
const files = value('files', 'FILE');
const option = (group, name, { kind, placeholder, choices, range }, description) => ({
    /** Kebab-case; the same on the command line and as an input of the Action. */
    name,
    kind,
    placeholder,
    choices,
    range,
    group,
    /** One sentence without a full stop; says the default. */
    description,
});
const options = [
    option('Connection', 'servername', text('NAME'), 'Name to send as SNI and to find in the certificate; the host of the target unless given'),
    option('Connection', 'connect-to', text('HOST:PORT'), 'Connect to this address in the place of every target, to check a server before DNS points at it'),
    option('Connection', 'all-addresses', flag, 'Check every address of a name, not only the first that answers'),
    option('Connection', 'proxy', text('URL'), 'HTTP proxy to tunnel through, such as http://proxy.example:3128; none unless given'),
    option('Connection', 'timeout', value('seconds', 'SECONDS'), 'Longest time in seconds for one address of a target, everything included; 10 unless given'),
    option('Trust', 'ca', files, "Trust the certificates of this file, PEM or DER, in the place of Node's own roots"),
    option('Trust', 'crl', files, 'Revocation list, PEM or DER; every issuer of the chain needs one then'),
    option('Trust', 'at', value('date', 'DATE'), 'Judge the validity of certificates at this date, such as 2027-01-31 or 2027-01-31T12:00:00Z; now unless given'),
    option('Trust', 'insecure', flag, 'Complete the handshake whatever the certificate; the checks still say what is wrong with it'),
    option('Client certificate', 'cert', file, 'Client certificate and its chain, PEM'),
    option('Client certificate', 'key', file, 'Private key of the client certificate, PEM; may stand in the file of cert'),
    option('Client certificate', 'pfx', file, 'Client certificate with its key, PKCS#12'),
    option('Client certificate', 'passphrase-file', file, 'File whose first line is the passphrase of key or pfx'),
    option('Handshake', 'min-version', oneOf(versions), `Oldest version to offer; ${_gate_options_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultVersions */ .hZ.oldest} unless given. Older ones need ciphers with @SECLEVEL=0 as well`),
    option('Handshake', 'max-version', oneOf(versions), `Newest version to offer; ${_gate_options_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultVersions */ .hZ.newest} unless given`),
    option('Handshake', 'ciphers', text('LIST'), 'Cipher suites to offer, in the syntax of OpenSSL: names separated by colons'),
    option('Handshake', 'groups', text('LIST'), 'Groups to offer, OpenSSL names separated by colons: X25519MLKEM768:X25519'),
    option('Handshake', 'sigalgs', text('LIST'), 'Signature schemes to offer, OpenSSL names separated by colons'),
    option('Handshake', 'alpn', value('list', 'IDS'), 'Application protocols to offer, such as h2,http/1.1; those of the scheme of the target unless given'),
    option('Survey', 'survey', oneOf(_gate_options_js__WEBPACK_IMPORTED_MODULE_0__/* .surveyKinds */ .ir), 'What to ask the server beside the handshake: what the policy needs, all there is to ask, or nothing; policy unless given, full with a baseline'),
    option('Survey', 'policy', text('NAME'), 'Policy to judge by: mozilla-modern, mozilla-intermediate, mozilla-old, nist-800-52r2, bsi-tr-02102-2, pci-dss-4 or default; default unless given'),
    option('Survey', 'connections', integer(1, 64), `Most questions put to a server at the same time, 1 to 64; ${_gate_options_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultConnections */ .ju} unless given`),
    option('Survey', 'budget', integer(2, 10_000), 'Most connections spent on a target beside the handshake; what is needed unless given'),
    option('Survey', 'as', text('CLIENT'), 'Offer what this client offers, such as java-8u161, and check whether it connects'),
    option('Survey', 'active', flag, 'Send what shows Heartbleed, CCS injection and Ticketbleed; to private addresses only'),
    option('Survey', 'i-own-this-host', flag, 'Let active send it to public addresses as well'),
    option('Deployment', 'retries', integer(0, _gate_options_js__WEBPACK_IMPORTED_MODULE_0__/* .mostRetries */ .on), 'Check a target that did not pass up to N times more, with pauses; none unless given'),
    option('Deployment', 'wait', value('duration', 'DURATION'), 'Check a target again until it passes or this time since the start is up, such as 90s or 5m; once unless given'),
    option('Deployment', 'expect-fingerprint', value('fingerprints', 'SHA256'), 'SHA-256 fingerprint that the certificate of the server, or its key, has to have; one of them where several are given'),
    option('Deployment', 'converge', flag, 'Check every address of a name, and that all show the same certificate and agree on the same parameters'),
    option('Verdict', 'fail-on', oneOf(_judge_check_js__WEBPACK_IMPORTED_MODULE_1__/* .failOns */ .FE), 'Least severe failed check that fails the run, or regression for errors that the baseline does not have; error unless given'),
    option('Verdict', 'baseline', file, 'Lock file to compare every target with, such as tls.lock.json; none unless given'),
    option('Configuration', 'shard', text('N/COUNT'), 'Check this part of the targets alone, such as 3/8; all of them unless given'),
    option('Configuration', 'config', file, 'File of targets, options, policy and waivers; tlsgate.yml, .yaml or .json in the working directory, where there is one, unless given'),
];


/***/ }),

/***/ 2311:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ refuseContradictions),
/* harmony export */   N$: () => (/* binding */ readValues),
/* harmony export */   Tt: () => (/* binding */ readOptions),
/* harmony export */   gI: () => (/* binding */ given),
/* harmony export */   oE: () => (/* binding */ compact),
/* harmony export */   xH: () => (/* binding */ withoutContradicted)
/* harmony export */ });
/* harmony import */ var _certificate_pem_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6260);
/* harmony import */ var _gate_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5636);
/* harmony import */ var _judge_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9998);
/* harmony import */ var _registry_protocols_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6729);
/* harmony import */ var _shard_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6134);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4994);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9645);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3788);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6354);
// The options that need nothing but themselves and the files they name, and which of them go together.









/** @throws UsageError at the first that is wrong, naming it */
function readOptions(raw, files) {
    refuseContradictions(raw);
    return readValues(raw, files);
}
/** @throws UsageError for options that cannot be meant together, and for one without which another means nothing */
function refuseContradictions(raw) {
    refuseBoth(raw);
    refuseIncomplete(raw);
    refuseVersions(raw);
}
/**
 * Each option by itself.
 * @throws UsageError at the first that is wrong, naming it
 */
function readValues(raw, files) {
    return compact({
        servername: (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)(raw, 'servername'),
        connectTo: (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)(raw, 'connect-to'),
        allAddresses: (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .flag */ .Jt)(raw, 'all-addresses'),
        proxy: (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)(raw, 'proxy'),
        timeoutMs: (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .seconds */ .YA)(raw, 'timeout'),
        ca: given((0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .lines */ .Mn)(raw, 'ca').flatMap(path => (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readCertificates */ .jZ)(files, 'ca', path))),
        crl: given((0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .lines */ .Mn)(raw, 'crl').map(path => (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readRevocationList */ .Fi)(files, 'crl', path))),
        at: (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .date */ .p6)(raw, 'at'),
        insecure: (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .flag */ .Jt)(raw, 'insecure'),
        ...readClientCertificate(raw, files),
        minVersion: nodeVersion((0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .choice */ .Yq)(raw, 'min-version', _options_js__WEBPACK_IMPORTED_MODULE_6__/* .versions */ .e)),
        maxVersion: nodeVersion((0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .choice */ .Yq)(raw, 'max-version', _options_js__WEBPACK_IMPORTED_MODULE_6__/* .versions */ .e)),
        ciphers: (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)(raw, 'ciphers'),
        groups: (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)(raw, 'groups'),
        signatureSchemes: (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)(raw, 'sigalgs'),
        alpn: given((0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .list */ .p_)(raw, 'alpn')),
        survey: (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .choice */ .Yq)(raw, 'survey', _gate_options_js__WEBPACK_IMPORTED_MODULE_0__/* .surveyKinds */ .ir),
        connections: (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .integer */ .nd)(raw, 'connections'),
        budget: (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .integer */ .nd)(raw, 'budget'),
        active: (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .flag */ .Jt)(raw, 'active'),
        iOwnThisHost: (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .flag */ .Jt)(raw, 'i-own-this-host'),
        retries: (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .integer */ .nd)(raw, 'retries'),
        waitMs: (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .duration */ .p0)(raw, 'wait'),
        converge: (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .flag */ .Jt)(raw, 'converge'),
        expectFingerprint: given((0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .fingerprints */ .WS)(raw, 'expect-fingerprint')),
        failOn: (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .choice */ .Yq)(raw, 'fail-on', _judge_check_js__WEBPACK_IMPORTED_MODULE_1__/* .failOns */ .FE),
        shard: shardOf((0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)(raw, 'shard')),
    });
}
const shardOf = (value) => (value === undefined ? undefined : (0,_shard_js__WEBPACK_IMPORTED_MODULE_3__/* .parseShard */ .uK)(value));
/** Two options that cannot both be meant, and what to do about it. */
const contradictions = [
    ['pfx', 'cert', 'a PKCS#12 file holds the certificate: leave cert out'],
    ['pfx', 'key', 'a PKCS#12 file holds the key: leave key out'],
    ['connect-to', 'all-addresses', 'connect-to names the one address to check: leave one of the two out'],
    ['connect-to', 'converge', 'connect-to names the one address to check: leave one of the two out'],
    ['proxy', 'converge', 'the proxy looks up the name and picks the address: leave one of the two out'],
    ['proxy', 'all-addresses', 'the proxy looks up the name and picks the address: leave one of the two out'],
    ['policy', 'survey', 'a policy is judged by what the survey asks: leave out the policy, or survey none'],
];
/** Options that mean nothing unless one of some others is given. */
const needs = [
    ['key', ['cert'], 'give the certificate of the key as cert'],
    ['passphrase-file', ['key', 'cert', 'pfx'], 'give the file it opens as key or pfx, or leave it out'],
    ['i-own-this-host', ['active'], 'give active too, or leave it out'],
];
/** Whether an option is given, and says something that others can contradict: a flag that is on, and of the surveys none. */
function isGiven(raw, name) {
    if (name === 'survey')
        return raw.survey !== undefined && (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .choice */ .Yq)(raw, 'survey', _gate_options_js__WEBPACK_IMPORTED_MODULE_0__/* .surveyKinds */ .ir) === 'none';
    const isFlag = _options_js__WEBPACK_IMPORTED_MODULE_6__/* .options */ .f.some(option => option.name === name && option.kind === 'flag');
    return isFlag ? (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .flag */ .Jt)(raw, name) === true : raw[name] !== undefined;
}
function refuseBoth(raw) {
    for (const [one, other, hint] of contradictions) {
        if (isGiven(raw, one) && isGiven(raw, other))
            throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .e(`${one} and ${other} contradict each other`, hint);
    }
}
function refuseIncomplete(raw) {
    for (const [one, needed, hint] of needs) {
        if (isGiven(raw, one) && !needed.some(name => isGiven(raw, name)))
            throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .e(`${one} is given without ${needed.join(' or ')}`, hint);
    }
}
/** What a file says, without what the words beside it contradict: they win. */
function withoutContradicted(fromFile, given) {
    const giveWay = contradictions.flatMap(([one, other]) => [
        ...(isGiven(given, one) ? [other] : []),
        ...(isGiven(given, other) ? [one] : []),
    ]);
    return Object.fromEntries(Object.entries(fromFile).filter(([name]) => !giveWay.some(contradicted => contradicted === name)));
}
function readClientCertificate(raw, files) {
    const certPath = (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)(raw, 'cert');
    const keyPath = (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)(raw, 'key');
    const pfxPath = (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)(raw, 'pfx');
    const passphrasePath = (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)(raw, 'passphrase-file');
    const cert = certPath === undefined ? undefined : (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readPem */ .Je)(files, 'cert', certPath, 'CERTIFICATE');
    if (cert !== undefined && keyPath === undefined && !(0,_certificate_pem_js__WEBPACK_IMPORTED_MODULE_8__/* .holds */ .v9)(cert, 'PRIVATE KEY')) {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .e('cert is given without key', 'give its private key as key, or as PEM in the same file');
    }
    return {
        cert,
        key: keyPath === undefined ? cert : (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readPem */ .Je)(files, 'key', keyPath, 'PRIVATE KEY'),
        pfx: pfxPath === undefined ? undefined : (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readBytes */ .io)(files, 'pfx', pfxPath),
        passphrase: passphrasePath === undefined ? undefined : (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readFirstLine */ .Lc)(files, 'passphrase-file', passphrasePath),
    };
}
function refuseVersions(raw) {
    const min = (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .choice */ .Yq)(raw, 'min-version', _options_js__WEBPACK_IMPORTED_MODULE_6__/* .versions */ .e);
    const max = (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .choice */ .Yq)(raw, 'max-version', _options_js__WEBPACK_IMPORTED_MODULE_6__/* .versions */ .e);
    const { oldest, newest } = { oldest: min ?? _gate_options_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultVersions */ .hZ.oldest, newest: max ?? _gate_options_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultVersions */ .hZ.newest };
    if (_options_js__WEBPACK_IMPORTED_MODULE_6__/* .versions */ .e.indexOf(oldest) <= _options_js__WEBPACK_IMPORTED_MODULE_6__/* .versions */ .e.indexOf(newest))
        return;
    const assumed = min === undefined ? `; without one it is ${oldest}` : '';
    throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .e(`min-version ${oldest} is newer than max-version ${newest}`, `give the older of the two as min-version${assumed}`);
}
const nodeVersion = (version) => (version && _registry_protocols_js__WEBPACK_IMPORTED_MODULE_2__/* .protocols */ .WH.named(version)?.openssl) ?? undefined;
const given = (values) => (values.length > 0 ? values : undefined);
/** Without the entries that are undefined. */
function compact(value) {
    return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined));
}


/***/ }),

/***/ 6354:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Su: () => (/* binding */ checkValue),
/* harmony export */   WS: () => (/* binding */ fingerprints),
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p6: () => (/* binding */ date),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   vi: () => (/* binding */ mostSeconds)
/* harmony export */ });
/* unused harmony exports texts, longestWaitMs */
/* harmony import */ var _certificate_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9114);
/* harmony import */ var _gate_options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5636);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4994);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3788);
// One value of an option, from the text a user wrote. Each returns undefined for an option that was not given.




/** Every value of an option that may be repeated, without surrounding white space. */
function texts(raw, name) {
    const value = raw[name];
    if (value === undefined)
        return [];
    const values = (typeof value === 'object' ? value : [String(value)]).map(item => item.trim());
    if (values.includes(''))
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e(`${name} is empty`, `give ${placeholder(name)}, or leave ${name} out`);
    return values;
}
function text(raw, name) {
    const [value, ...more] = texts(raw, name);
    if (more.length > 0)
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e(`${name} is given ${more.length + 1} times`, `give ${name} once`);
    return value;
}
/** Ids separated by commas or white space. */
function list(raw, name) {
    return texts(raw, name).flatMap(value => value.split(/[\s,]+/).filter(id => id !== ''));
}
/** SHA-256 fingerprints, as they were written. */
function fingerprints(raw, name) {
    const values = list(raw, name);
    for (const each of values)
        (0,_certificate_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .parseFingerprint */ .sr)(each);
    return values;
}
/** One item a line, for values that may hold any other character. */
function lines(raw, name) {
    return texts(raw, name).flatMap(value => value.split(/\s*[\r\n]\s*/).filter(line => line !== ''));
}
/** True and false are those of YAML 1.2 (§10.3.2), as in the inputs of other Actions. */
function flag(raw, name) {
    const value = text(raw, name);
    if (value === undefined)
        return undefined;
    if (/^(true|True|TRUE)$/.test(value))
        return true;
    if (/^(false|False|FALSE)$/.test(value))
        return false;
    throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e(`${name} is ${JSON.stringify(value)}`, `${name} is either true or false`);
}
function choice(raw, name, choices) {
    const value = text(raw, name);
    if (value === undefined)
        return undefined;
    const chosen = choices.find(candidate => candidate === value);
    if (chosen === undefined)
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e(`${name} is ${JSON.stringify(value)}`, `use one of ${choices.join(', ')}`);
    return chosen;
}
/** setTimeout's 32 bits of milliseconds end at 24 days; nobody waits for a server longer than an hour. */
const mostSeconds = 3600;
/** Seconds, fractions allowed, as milliseconds. */
function seconds(raw, name) {
    const value = text(raw, name);
    if (value === undefined)
        return undefined;
    const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= 0.001 && number <= mostSeconds)) {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e(`${name} is ${JSON.stringify(value)}`, `give seconds as a number above 0 and up to ${mostSeconds}, such as 5 or 0.5`);
    }
    return Math.round(number * 1000);
}
const unitsMs = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
/** The longest job of GitHub's own runners is six hours; a day is for those of one's own. */
const longestWaitMs = 24 * unitsMs.h;
/** '90s', '5m' or '1h30m', as milliseconds. */
function duration(raw, name) {
    const value = text(raw, name);
    if (value === undefined)
        return undefined;
    const parts = /^(?:\d+(?:\.\d+)?(?:ms|[smh]))+$/.test(value) ? value.matchAll(/([\d.]+)(ms|[smh])/g) : [];
    const ms = Array.from(parts, ([, number, unit]) => Number(number) * unitsMs[unit]).reduce((a, b) => a + b, 0);
    if (!(ms >= 1 && ms <= longestWaitMs)) {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e(`${name} is ${JSON.stringify(value)}`, 'give a time with its unit, such as 90s, 5m or 1h30m, and up to 24h');
    }
    return Math.round(ms);
}
/** A whole number in the range of the option. */
function integer(raw, name) {
    const value = text(raw, name);
    if (value === undefined)
        return undefined;
    const [least, greatest] = optionNamed(name)?.range ?? [0, Number.MAX_SAFE_INTEGER];
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= least && number <= greatest)) {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e(`${name} is ${JSON.stringify(value)}`, `give a whole number from ${least} to ${greatest}`);
    }
    return number;
}
/** A day, or a time with its offset (RFC 3339 §5.6): anything less would depend on where it is read. */
function date(raw, name) {
    const value = text(raw, name);
    if (value === undefined)
        return undefined;
    const [, day] = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/.exec(value) ?? [];
    const time = day === undefined ? Number.NaN : Date.parse(value);
    if (Number.isNaN(time) || !(0,_gate_options_js__WEBPACK_IMPORTED_MODULE_1__/* .isDay */ .N)(day ?? '')) {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e(`${name} is ${JSON.stringify(value)}`, 'give a date such as 2027-01-31 or 2027-01-31T12:00:00Z');
    }
    return new Date(time);
}
/**
 * Looks for what is wrong with the value of one option by itself; files are not opened.
 * @throws UsageError naming the option
 */
function checkValue(raw, { name, kind, choices }) {
    switch (kind) {
        case 'text':
        case 'file':
            text(raw, name);
            return;
        case 'list':
        case 'files':
            texts(raw, name);
            return;
        case 'seconds':
            seconds(raw, name);
            return;
        case 'fingerprints':
            fingerprints(raw, name);
            return;
        case 'duration':
            duration(raw, name);
            return;
        case 'integer':
            integer(raw, name);
            return;
        case 'date':
            date(raw, name);
            return;
        case 'flag':
            flag(raw, name);
            return;
        case 'choice':
            choice(raw, name, choices ?? []);
            return;
        default:
            kind;
    }
}
const optionNamed = (name) => _options_js__WEBPACK_IMPORTED_MODULE_3__/* .options */ .f.find(option => option.name === name);
const placeholder = (name) => optionNamed(name)?.placeholder ?? 'true or false';


/***/ }),

/***/ 6134:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S3: () => (/* binding */ itemsOf),
/* harmony export */   bA: () => (/* binding */ mostShards),
/* harmony export */   eG: () => (/* binding */ shardText),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   pq: () => (/* binding */ countOf),
/* harmony export */   uK: () => (/* binding */ parseShard)
/* harmony export */ });
/* unused harmony exports inOrder, shardsOf */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _net_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1393);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4994);
// Parts of a long list of targets, for the jobs of a matrix: which part a target is in. The same list always has the same parts.



/** GitHub starts at most 256 jobs from a matrix (https://docs.github.com/actions, usage limits). */
const mostShards = 256;
/** How many targets a shard has when tlsgate chooses: some minutes of work, and a summary that a person can read. */
const targetsPerShard = 500;
/**
 * '3/8'.
 * @throws UsageError when it is no part of anything
 */
function parseShard(text) {
    const [, number = Number.NaN, count = Number.NaN] = /^(\d{1,5})\/(\d{1,5})$/.exec(text)?.map(Number) ?? [];
    if (number >= 1 && number <= count && count <= mostShards)
        return { number, count };
    const hint = count > 0 && (number > count || number === 0)
        ? `the shards of ${count} are 1/${count} to ${count}/${count}`
        : `give a part of at most ${mostShards}, such as 3/8`;
    throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e(`the shard is ${JSON.stringify(text.slice(0, 80))}`, hint);
}
/** As parseShard takes it. */
const shardText = ({ number, count }) => `${number}/${count}`;
/** Below zero where the one comes before the other, and zero where they are one target. */
function inOrder(one, other) {
    if (one.host !== other.host)
        return one.host < other.host ? -1 : 1;
    if (one.url === other.url)
        return 0;
    return one.url < other.url ? -1 : 1;
}
/** SHA-256 of the URLs of a list, each once, in hexadecimal digits: by this merging tells that shards are of one list, and all of it. */
const digestOf = (urls) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', [...new Set(urls)].sort().join('\n'));
/** The items of a shard, in their order. All shards have the same number of targets, but for one; what has the same place is in the same shard. */
function itemsOf({ number, count }, items, placeOf) {
    const placed = items.map(item => ({ item, place: placeOf(item) }));
    const urls = [...new Set(placed.toSorted((one, other) => inOrder(one.place, other.place)).map(({ place }) => place.url))];
    const bound = (shards) => Math.floor((shards * urls.length) / count);
    const chosen = new Set(urls.slice(bound(number - 1), bound(number)));
    return placed.filter(({ place }) => chosen.has(place.url)).map(({ item }) => item);
}
/**
 * How many targets a list has for its shards: one that is there again, with other options, is the same.
 * @throws UsageError for what is no target
 */
const countOf = (targets) => new Set(targets.map(target => (0,_net_target_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTarget */ .h)(target).url)).size;
/**
 * Every shard of a list: as many as are wanted, never one without a target.
 * @param targets their number, as countOf() has it
 */
function shardsOf(targets, wanted) {
    const asked = wanted === 'auto' ? Math.ceil(targets / targetsPerShard) : wanted;
    const count = Math.min(asked, targets, mostShards);
    return Array.from({ length: count }, (_, index) => ({ number: index + 1, count }));
}


/***/ }),

/***/ 6213:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fT: () => (/* binding */ expand),
/* harmony export */   ug: () => (/* binding */ hkdfLabel),
/* harmony export */   yr: () => (/* binding */ handshakeHash),
/* harmony export */   zi: () => (/* binding */ serverHandshakeSecret)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5823);
// The key schedule of TLS 1.3 (RFC 8446 §7.1) as far as the server's first flight, from our own x25519 share. To read it only: what
// OpenSSL negotiates comes with a key log, and needs none of this.


/** SERVER_HANDSHAKE_TRAFFIC_SECRET; null when the server's key is none. */
function serverHandshakeSecret({ cipherSuite, privateKey, peerKey, transcript }) {
    const shared = x25519(privateKey, peerKey);
    if (shared === null)
        return null;
    const hash = handshakeHash(cipherSuite);
    const digest = (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(hash).update(bytes).digest();
    const none = Buffer.alloc(digest(new Uint8Array(0)).length);
    const derive = (secret, label, messages) => expand(hash, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createSecretKey)(secret), hkdfLabel(label, none.length, digest(messages)));
    const extract = (salt, input) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)(hash, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createSecretKey)(salt)).update(input).digest();
    const earlySecret = extract(none, none);
    const handshakeSecret = extract(derive(earlySecret, 'derived', new Uint8Array(0)), shared);
    return derive(handshakeSecret, 's hs traffic', transcript);
}
/** The hash of a suite's key schedule, before TLS 1.3 of its PRF (RFC 5246 §5), as Node names it. */
const handshakeHash = (cipherSuite) => (0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .partsOfCode */ .xi)(cipherSuite)?.hash === 'SHA384' ? 'sha384' : 'sha256';
/** HkdfLabel (RFC 8446 §7.1) with what HKDF-Expand puts behind it in its first round (RFC 5869 §2.3). */
function hkdfLabel(label, length, context = new Uint8Array(0)) {
    const name = Buffer.from(`tls13 ${label}`);
    return {
        length,
        info: Buffer.concat([Buffer.from([0, length, name.length]), name, Buffer.from([context.length]), context, Buffer.from([1])]),
    };
}
/** HKDF-Expand-Label (RFC 8446 §7.1); a label is made once for many secrets. */
function expand(hash, secret, { length, info }) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)(hash, secret).update(info).digest().subarray(0, length);
}
// RFC 8410 §4: what stands before the raw key in SubjectPublicKeyInfo.
const spki = Buffer.from('302a300506032b656e032100', 'hex');
function x25519(privateKey, peerKey) {
    if (peerKey.length !== 32)
        return null;
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.diffieHellman)({
            privateKey,
            publicKey: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: Buffer.concat([spki, peerKey]), format: 'der', type: 'spki' }),
        });
    }
    catch {
        return null; // a point of small order, of which no secret follows (RFC 7748 §6.1)
    }
}


/***/ }),

/***/ 4109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ openTls12),
/* harmony export */   m: () => (/* binding */ openTls13)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5823);
/* harmony import */ var _key_schedule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6213);
// Opening protected records with the secrets of a key log: TLS 1.3 (RFC 8446 §5.2) and the ciphers of TLS 1.0 to 1.2 (RFC 5246 §6.2.3).
// Reading one's own trace only: nothing is encrypted here, and no MAC but an AEAD's is checked, since OpenSSL has checked them all. Keys are
// KeyObjects: from bytes Node makes one at each call, which costs more than all the rest.



// Those that OpenSSL has for TLS in the modes below.
const ciphers = {
    AES_128: { name: 'aes-128', keyLength: 16, blockLength: 16 },
    AES_256: { name: 'aes-256', keyLength: 32, blockLength: 16 },
    CAMELLIA_128: { name: 'camellia-128', keyLength: 16, blockLength: 16 },
    CAMELLIA_256: { name: 'camellia-256', keyLength: 32, blockLength: 16 },
    ARIA_128: { name: 'aria-128', keyLength: 16, blockLength: 16 },
    ARIA_256: { name: 'aria-256', keyLength: 32, blockLength: 16 },
    '3DES_EDE': { name: 'des-ede3', keyLength: 24, blockLength: 8 },
    CHACHA20: { name: 'chacha20', keyLength: 32, blockLength: 0 },
};
const modeNames = { GCM: 'gcm', CCM: 'ccm', CCM_8: 'ccm', POLY1305: 'poly1305', CBC: 'cbc' };
const macLengths = { MD5: 16, SHA: 20, SHA256: 32, SHA384: 48 };
const suites = new Map();
/** Null for a cipher that is not opened here. */
function suiteOf(code) {
    let suite = suites.get(code);
    if (suite === undefined) {
        suite = madeOf(code);
        suites.set(code, suite);
    }
    return suite;
}
function madeOf(code) {
    const parts = (0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .partsOfCode */ .xi)(code);
    const cipher = parts && ciphers[parts.cipher];
    if (!cipher)
        return null;
    const mode = parts.mode;
    return {
        cipher,
        mode,
        algorithm: `${cipher.name}-${modeNames[mode]}`,
        tagLength: mode === 'CCM_8' ? 8 : 16,
        macLength: mode === 'CBC' ? (macLengths[parts.hash] ?? 20) : 0,
        hash: (0,_key_schedule_js__WEBPACK_IMPORTED_MODULE_2__/* .handshakeHash */ .yr)(code),
        labels: { key: (0,_key_schedule_js__WEBPACK_IMPORTED_MODULE_2__/* .hkdfLabel */ .ug)('key', cipher.keyLength), iv: (0,_key_schedule_js__WEBPACK_IMPORTED_MODULE_2__/* .hkdfLabel */ .ug)('iv', 12) },
    };
}
/** Opens one direction of TLS 1.3 from a traffic secret. */
function openTls13(cipherSuite, secret) {
    const suite = suiteOf(cipherSuite);
    if (!suite)
        return null;
    const trafficSecret = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createSecretKey)(secret);
    const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createSecretKey)((0,_key_schedule_js__WEBPACK_IMPORTED_MODULE_2__/* .expand */ .fT)(suite.hash, trafficSecret, suite.labels.key));
    const iv = (0,_key_schedule_js__WEBPACK_IMPORTED_MODULE_2__/* .expand */ .fT)(suite.hash, trafficSecret, suite.labels.iv);
    let sequence = 0;
    return {
        open({ type, version, fragment }) {
            const header = Uint8Array.of(type, version >> 8, version & 0xff, fragment.length >> 8, fragment.length & 0xff);
            const inner = openAead(suite, key, xorSequence(iv, sequence), header, fragment);
            if (!inner)
                return null;
            sequence++;
            // RFC 8446 §5.4: the content type is the last byte that is not zero.
            const end = inner.findLastIndex(byte => byte !== 0);
            return end < 0 ? null : { type: inner[end] ?? 0, fragment: inner.subarray(0, end) };
        },
    };
}
/** Opens both directions of TLS 1.0 to 1.2 after their ChangeCipherSpec. */
function openTls12(keys) {
    const suite = suiteOf(keys.cipherSuite);
    if (!suite)
        return null;
    const { cipher, mode, macLength } = suite;
    const aead = mode !== 'CBC';
    // RFC 5246 §6.3: an AEAD takes a fixed part of the nonce, TLS 1.0's CBC the first IV, later CBC nothing.
    const ivLength = aead ? (mode === 'POLY1305' ? 12 : 4) : keys.version <= 0x0301 ? cipher.blockLength : 0;
    const block = keyBlock(keys, suite.hash, 2 * (macLength + cipher.keyLength + ivLength));
    const cut = (offset, length) => [
        block.subarray(offset, offset + length),
        block.subarray(offset + length, offset + 2 * length),
    ];
    const [clientKey, serverKey] = cut(2 * macLength, cipher.keyLength).map(key => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createSecretKey)(key));
    const [clientIv, serverIv] = cut(2 * (macLength + cipher.keyLength), ivLength);
    const opener = (key, iv) => aead ? aeadOpener(suite, key, iv) : cbcOpener(suite, key, iv, keys.encryptThenMac);
    return { client: opener(clientKey, clientIv), server: opener(serverKey, serverIv) };
}
function aeadOpener(suite, key, iv) {
    let sequence = 0;
    const explicit = suite.mode === 'POLY1305' ? 0 : 8; // RFC 7905 §2 has no explicit nonce; RFC 5288 §3 and RFC 6655 §3 have eight bytes
    return {
        open({ type, version, fragment }) {
            const length = fragment.length - explicit - suite.tagLength;
            if (length < 0)
                return null;
            const additional = Buffer.alloc(13);
            additional.writeUIntBE(sequence, 2, 6);
            additional.set([type, version >> 8, version & 0xff, length >> 8, length & 0xff], 8);
            const nonce = explicit === 0 ? xorSequence(iv, sequence) : Buffer.concat([iv, fragment.subarray(0, explicit)]);
            const plain = openAead(suite, key, nonce, additional, fragment.subarray(explicit));
            if (!plain)
                return null;
            sequence++;
            return { type, fragment: plain };
        },
    };
}
function cbcOpener({ cipher, algorithm, macLength }, key, firstIv, encryptThenMac) {
    let chained = firstIv; // TLS 1.0 only: the last block of the record before
    return {
        open({ type, version, fragment }) {
            const sealed = encryptThenMac ? fragment.subarray(0, Math.max(0, fragment.length - macLength)) : fragment;
            const iv = version <= 0x0301 ? chained : sealed.subarray(0, cipher.blockLength);
            const body = version <= 0x0301 ? sealed : sealed.subarray(cipher.blockLength);
            if (body.length === 0 || body.length % cipher.blockLength !== 0 || iv.length !== cipher.blockLength)
                return null;
            chained = body.subarray(-cipher.blockLength);
            const decipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createDecipheriv)(algorithm, key, iv).setAutoPadding(false);
            const padded = Buffer.concat([decipher.update(body), decipher.final()]);
            // RFC 5246 §6.2.3.2: the last byte counts the padding bytes before it.
            const end = padded.length - 1 - (padded.at(-1) ?? 0) - (encryptThenMac ? 0 : macLength);
            return end < 0 ? null : { type, fragment: padded.subarray(0, end) };
        },
    };
}
function openAead({ algorithm, tagLength: authTagLength }, key, nonce, additional, sealed) {
    const plaintextLength = sealed.length - authTagLength;
    if (plaintextLength < 0)
        return null;
    try {
        // One call for every AEAD: Node types the modes apart although their options are the same.
        const decipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createDecipheriv)(algorithm, key, nonce, { authTagLength });
        decipher.setAuthTag(sealed.subarray(plaintextLength));
        decipher.setAAD(additional, { plaintextLength });
        const plaintext = decipher.update(sealed.subarray(0, plaintextLength));
        decipher.final(); // only checks the tag: an AEAD keeps nothing back
        return plaintext;
    }
    catch {
        return null; // the tag does not match: not a record of this key
    }
}
/** RFC 8446 §5.3. The number of a record takes 64 bits; a recording ends long before 32 are used up. */
function xorSequence(iv, sequence) {
    const nonce = new Uint8Array(iv);
    let left = sequence;
    for (let index = nonce.length - 1; left > 0; index--, left >>>= 8)
        nonce[index] = (nonce[index] ?? 0) ^ (left & 0xff);
    return nonce;
}
function keyBlock(keys, hash, length) {
    const seed = Buffer.concat([Buffer.from('key expansion'), keys.serverRandom, keys.clientRandom]);
    if (keys.version >= 0x0303)
        return pHash(hash, keys.masterSecret, seed, length);
    // RFC 2246 §5: MD5 over one half of the secret, SHA-1 over the other.
    const half = Math.ceil(keys.masterSecret.length / 2);
    const md5 = pHash('md5', keys.masterSecret.subarray(0, half), seed, length);
    const sha1 = pHash('sha1', keys.masterSecret.subarray(-half), seed, length);
    return md5.map((byte, index) => byte ^ (sha1[index] ?? 0));
}
/** P_hash of RFC 5246 §5. */
function pHash(hash, secretBytes, seed, length) {
    const secret = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createSecretKey)(secretBytes);
    const output = [];
    let a = seed;
    for (let made = 0; made < length; made += output.at(-1)?.length ?? length) {
        a = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)(hash, secret).update(a).digest();
        output.push((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)(hash, secret).update(a).update(seed).digest());
    }
    return Buffer.concat(output).subarray(0, length);
}


/***/ }),

/***/ 8961:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lC: () => (/* binding */ TraceReader),
  fe: () => (/* binding */ messageName),
  ce: () => (/* binding */ readTrace)
});

// EXTERNAL MODULE: ./build/commonjs/esm/registry/cipher-suite-parts.js
var cipher_suite_parts = __webpack_require__(5823);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/handshake-types.js
var handshake_types = __webpack_require__(3693);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/protocols.js
var protocols = __webpack_require__(6729);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/alert.js
var wire_alert = __webpack_require__(5876);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/codec.js
var codec = __webpack_require__(3008);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/extensions.js + 1 modules
var extensions = __webpack_require__(3540);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/handshake.js
var handshake = __webpack_require__(4395);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/hello.js
var hello = __webpack_require__(7282);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/messages.js + 2 modules
var messages = __webpack_require__(3498);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/record.js
var wire_record = __webpack_require__(1565);
;// CONCATENATED MODULE: ./build/commonjs/esm/trace/key-log.js
// The secrets of one session, read from its key log. The format is NSS's, now draft-ietf-tls-keylogfile.
/**
 * The secret of that label for one session, or null.
 * @param clientRandom of its ClientHello, in lower-case hexadecimal digits
 */
function secretOf(keyLog, label, clientRandom) {
    const prefix = `${label} ${clientRandom} `;
    const line = keyLog.find(candidate => candidate.startsWith(prefix));
    return line === undefined ? null : Buffer.from(line.slice(prefix.length), 'hex');
}

// EXTERNAL MODULE: ./build/commonjs/esm/trace/protection.js
var protection = __webpack_require__(4109);
;// CONCATENATED MODULE: ./build/commonjs/esm/trace/trace.js
// A recording, read: every message of both directions in the order it was seen, the protected ones opened by the key log. Pure.












/** The RFC name of a message: 'client_hello', 'alert', 'handshake message 0x63'. */
function messageName({ content }) {
    if (content.kind === 'undecodable')
        return content.name;
    return content.kind === 'unknown' ? handshake_types/* handshakeTypes */.D.label(content.type) : content.kind;
}
/** Reads a recording. Never throws for what a peer sent. */
function readTrace(recording) {
    return new TraceReader(recording).trace();
}
const direction = () => ({
    deframer: new wire_record/* Deframer */.LU(),
    assembler: new handshake/* MessageAssembler */.Y(),
    messages: 0,
    opener: null,
    protected: false,
});
/**
 * Messages after which nothing more is read of a side. The limits of wire/ allow thousands of records of alerts or data, each of them to be
 * decrypted and a line in every report; a handshake has a dozen messages, and what follows it a few more.
 */
const maxMessages = 128;
/** Reads a recording that still grows, each byte once however often it is asked. */
class TraceReader {
    #recording;
    #sides = { client: direction(), server: direction() };
    #messages = [];
    #chunksRead = 0;
    #last = null;
    #notTls = null;
    #broken = null;
    #clientHello = null;
    /** The client's random as the key log has it. */
    #clientRandom = '';
    #serverHello = null;
    #keyExchange;
    constructor(recording) {
        this.#recording = recording;
    }
    /** What the chunks so far say; the messages of an earlier answer grow with those of a later one. */
    trace() {
        const { chunks } = this.#recording;
        if (this.#last !== null && chunks.length === this.#chunksRead)
            return this.#last;
        for (const { from, atMs, bytes } of chunks.slice(this.#chunksRead))
            this.#read(from, atMs, bytes);
        this.#chunksRead = chunks.length;
        this.#last = this.#soFar();
        return this.#last;
    }
    #read(from, atMs, bytes) {
        const side = this.#sides[from];
        side.deframer.push(bytes, atMs);
        for (;;) {
            const frame = side.deframer.next();
            if (frame.kind === 'need-more')
                return;
            if (side.messages >= maxMessages) {
                if (from === 'server')
                    this.#broken ??= `more than ${maxMessages} messages were sent`;
                return;
            }
            if (frame.kind === 'error') {
                if (from === 'server' && frame.code === 'not-tls')
                    this.#notTls = frame.bytes;
                else if (from === 'server')
                    this.#broken ??= frame.message;
                return;
            }
            if (frame.kind === 'sslv2')
                this.#add(from, frame.context, frame.message, { kind: 'sslv2' });
            else
                this.#record(from, frame);
        }
    }
    #soFar() {
        const first = this.#messages.find(({ from, content }) => from === 'server' && content.kind === 'certificate');
        return {
            recording: this.#recording,
            messages: this.#messages,
            notTls: this.#notTls,
            broken: this.#broken,
            unfinished: this.#unfinished(),
            clientHello: this.#clientHello,
            serverHello: this.#serverHello,
            presented: first?.content.kind === 'certificate' ? first.content.entries.map(entry => entry.certificate) : [],
        };
    }
    #record(from, record) {
        const side = this.#sides[from];
        // RFC 8446 §5: a protected record is application data on the outside; an alert or a change_cipher_spec in the clear stays itself.
        const sealed = side.protected && (this.#version() < protocols/* tls13 */.mP || record.type === wire_record/* contentType */.IM.applicationData);
        const opened = sealed ? (side.opener?.open(record) ?? null) : record;
        if (opened === null) {
            this.#add(from, record.context, record.fragment, { kind: 'sealed' }, true);
            return;
        }
        const { type, fragment } = opened;
        if (type === wire_record/* contentType */.IM.handshake) {
            side.assembler.push(fragment);
            this.#assemble(from, record.context, sealed);
        }
        else if (type === wire_record/* contentType */.IM.changeCipherSpec) {
            this.#add(from, record.context, fragment, { kind: 'change_cipher_spec' });
            if (this.#version() < protocols/* tls13 */.mP)
                this.#protectTls12(from);
        }
        else if (type === wire_record/* contentType */.IM.alert) {
            this.#add(from, record.context, fragment, this.#decoded('alert', () => ({ kind: 'alert', ...(0,codec/* decode */.D4)(wire_alert/* alert */.x, fragment) })), sealed);
        }
        else {
            this.#add(from, record.context, fragment, { kind: 'application_data' }, sealed);
        }
    }
    #assemble(from, atMs, isProtected) {
        const { assembler } = this.#sides[from];
        for (;;) {
            const next = assembler.next();
            if (next.kind === 'need-more')
                return;
            if (next.kind === 'error') {
                if (from === 'server')
                    this.#broken ??= next.message;
                return;
            }
            const content = this.#decoded(handshake_types/* handshakeTypes */.D.label(next.type), () => (0,messages/* decodeHandshake */.K)(next.type, next.body, { version: this.#version(), keyExchange: this.#keyExchange }));
            this.#add(from, atMs, next.bytes, content, isProtected);
            this.#follow(from, content);
        }
    }
    /** What a message changes for the records after it. */
    #follow(from, content) {
        if (content.kind === 'client_hello' && this.#clientHello === null) {
            this.#clientHello = content;
            this.#clientRandom = Buffer.from(content.random).toString('hex');
        }
        if (content.kind === 'hello_retry_request' || content.kind === 'server_hello') {
            this.#serverHello = content;
            this.#keyExchange = (0,cipher_suite_parts/* exchangeName */.zO)(content.cipherSuite);
        }
        if (this.#version() < protocols/* tls13 */.mP)
            return;
        if (content.kind === 'server_hello') {
            this.#protectTls13('server', 'SERVER_HANDSHAKE_TRAFFIC_SECRET');
            this.#protectTls13('client', 'CLIENT_HANDSHAKE_TRAFFIC_SECRET');
        }
        else if (content.kind === 'finished') {
            this.#protectTls13(from, from === 'server' ? 'SERVER_TRAFFIC_SECRET_0' : 'CLIENT_TRAFFIC_SECRET_0');
        }
    }
    #protectTls13(from, label) {
        const secret = secretOf(this.#recording.keyLog, label, this.#clientRandom);
        const side = this.#sides[from];
        side.opener = secret ? (0,protection/* openTls13 */.m)(this.#serverHello?.cipherSuite ?? 0, secret) : null;
        side.protected = true;
    }
    #protectTls12(from) {
        const side = this.#sides[from];
        side.protected = true;
        const [hello, answer] = [this.#clientHello, this.#serverHello];
        const masterSecret = secretOf(this.#recording.keyLog, 'CLIENT_RANDOM', this.#clientRandom);
        if (hello === null || masterSecret === null || answer?.kind !== 'server_hello')
            return;
        const encryptThenMac = (0,extensions/* extension */.ck)(answer.extensions, 'encrypt_then_mac') !== undefined;
        const keys = {
            version: this.#version(),
            cipherSuite: answer.cipherSuite,
            masterSecret,
            clientRandom: hello.random,
            serverRandom: answer.random,
            encryptThenMac,
        };
        side.opener = (0,protection/* openTls12 */.f)(keys)?.[from] ?? null;
    }
    #unfinished() {
        const { assembler, deframer } = this.#sides.server;
        const rest = assembler.next();
        if (rest.kind !== 'need-more')
            return null;
        const frame = deframer.next();
        const inRecord = frame.kind === 'need-more' ? frame.pending : 0;
        if (rest.pending === 0 && inRecord === 0)
            return null;
        const head = rest.header;
        return { name: head ? handshake_types/* handshakeTypes */.D.label(head.type) : 'record', received: rest.pending + inRecord, length: head ? head.length : null };
    }
    #version() {
        return this.#serverHello ? (0,hello/* negotiatedVersion */.d7)(this.#serverHello) : 0;
    }
    #decoded(name, read) {
        try {
            return read();
        }
        catch (error) {
            if (!(error instanceof codec/* DecodeError */.Xc))
                throw error;
            return { kind: 'undecodable', name, reason: error.message };
        }
    }
    #add(from, atMs, bytes, content, isProtected = false) {
        this.#sides[from].messages += 1;
        this.#messages.push({ from, atMs, bytes, protected: isProtected, content });
    }
}


/***/ }),

/***/ 5876:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ alertLevel),
/* harmony export */   x: () => (/* binding */ alert)
/* harmony export */ });
/* harmony import */ var _presentation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(528);

/** AlertLevel: 1 warning, 2 fatal. In TLS 1.3 the description decides and the level may be ignored (RFC 8446 §6). */
const alertLevel = { warning: 1, fatal: 2 };
/** The fragment of an alert record in the clear. */
const alert = (0,_presentation_js__WEBPACK_IMPORTED_MODULE_0__/* .struct */ .w3)({ level: _presentation_js__WEBPACK_IMPORTED_MODULE_0__/* .uint8 */ .hV, description: _presentation_js__WEBPACK_IMPORTED_MODULE_0__/* .uint8 */ .hV });


/***/ }),

/***/ 184:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ ByteQueue)
/* harmony export */ });
// Bytes that arrive in pieces and leave in other pieces. No meaning and no limit: its users set both.
const none = new Uint8Array(0);
/** A first-in first-out buffer. It keeps what it is given, which must not change from then on, and gives out views of it. */
class ByteQueue {
    /** What stands before `#start` of the first is gone. */
    #pieces = [];
    #start = 0;
    #length = 0;
    get length() {
        return this.#length;
    }
    push(piece) {
        if (piece.length === 0)
            return;
        // Not the piece itself, which may be a Buffer: values should not differ by where they came from.
        this.#pieces.push(new Uint8Array(piece.buffer, piece.byteOffset, piece.length));
        this.#length += piece.length;
    }
    /** The first bytes, or all there are; they stay in the queue. */
    peek(length) {
        const end = this.#start + Math.min(length, this.#length);
        const first = this.#pieces[0] ?? none;
        return (end <= first.length ? first : this.#join(end)).subarray(this.#start, end);
    }
    /** Removes and returns the first bytes, or all there are. */
    take(length) {
        const bytes = this.peek(length);
        this.#start += bytes.length;
        this.#length -= bytes.length;
        if (this.#start === this.#pieces[0]?.length) {
            this.#pieces.shift();
            this.#start = 0;
        }
        return bytes;
    }
    /** Makes the first pieces one with so many bytes, a copy: once for a message, however many pieces it came in. */
    #join(end) {
        let count = 0;
        let size = 0;
        while (size < end)
            size += this.#pieces[count++]?.length ?? end;
        const joined = new Uint8Array(size);
        let offset = 0;
        for (const piece of this.#pieces.splice(0, count)) {
            joined.set(piece, offset);
            offset += piece.length;
        }
        this.#pieces.unshift(joined);
        return joined;
    }
}


/***/ }),

/***/ 3008:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ Writer),
/* harmony export */   D4: () => (/* binding */ decode),
/* harmony export */   Xc: () => (/* binding */ DecodeError),
/* harmony export */   lF: () => (/* binding */ encode)
/* harmony export */ });
/* unused harmony export Reader */
// Bytes to values and back from one declaration: the reader, the writer and the errors. What the bytes mean is declared elsewhere.
/**
 * Decodes the whole of some bytes.
 * The byte strings in the result are views of the input: copy the input first if it is going to change.
 * @throws DecodeError also on bytes left over
 */
function decode(codec, bytes) {
    const reader = new Reader(bytes);
    const value = codec.read(reader);
    reader.end();
    return value;
}
/**
 * Encodes one value.
 * Written is whatever has bytes: the bounds a standard sets are checked by reading only, so that a test server can send what nobody should.
 * @throws RangeError with the path of a value that has no bytes
 */
function encode(codec, value) {
    const writer = new Writer();
    codec.write(writer, value);
    return writer.finish();
}
/** Bytes that do not say what they should. Its message holds no byte of theirs, so it is safe to print. */
class DecodeError extends Error {
    name = 'DecodeError';
    code;
    /** Where in the value: 'extensions.0.key_share.group'; empty for the value as a whole. */
    path;
    /** Where in the bytes given to `decode`. */
    offset;
    constructor(code, problem, place) {
        super(`${place.path === '' ? '' : `${place.path} `}at byte ${place.offset}: ${problem}`);
        this.code = code;
        this.path = place.path;
        this.offset = place.offset;
    }
}
/** The one place that slices and indexes. It never gives out a byte beyond its end. */
class Reader {
    #bytes;
    #path;
    #end;
    #offset;
    constructor(bytes, start = 0, end = bytes.length, path = []) {
        this.#bytes = bytes;
        this.#offset = start;
        this.#end = end;
        this.#path = path;
    }
    /** How many bytes are left. */
    get left() {
        return this.#end - this.#offset;
    }
    /** An unsigned integer of 1 to 4 bytes in network byte order. */
    uint(size) {
        this.#need(size);
        let value = 0;
        // Most of what is read: without a view of its own for each.
        for (const end = this.#offset + size; this.#offset < end; this.#offset += 1)
            value = value * 256 + (this.#bytes[this.#offset] ?? 0);
        return value;
    }
    /** All that is left as a list of them, of which it has a whole number: most of what a hello is made of. */
    uints(size) {
        const values = [];
        while (this.#offset < this.#end)
            values.push(this.uint(size));
        return values;
    }
    /** A view of the next bytes; moves past them. */
    take(length) {
        const bytes = this.peek(length);
        this.#offset += length;
        return bytes;
    }
    /** A view of the next bytes; stays where it is. */
    peek(length) {
        this.#need(length);
        // Not `subarray`: that of a Buffer is a Buffer, and values should not differ by where they came from.
        return new Uint8Array(this.#bytes.buffer, this.#bytes.byteOffset + this.#offset, length);
    }
    /** A reader of the next bytes only; moves past them. */
    sub(length) {
        this.#need(length);
        const start = this.#offset;
        this.#offset += length;
        return new Reader(this.#bytes, start, this.#offset, this.#path);
    }
    /** Reads under a name, for the path of an error; after one nothing more is read. */
    at(key, codec) {
        this.#path.push(key);
        const value = codec.read(this);
        this.#path.pop();
        return value;
    }
    /** States that everything has been read. */
    end() {
        if (this.left > 0)
            this.fail('trailing', `${count(this.left)} left over`);
    }
    fail(code, problem) {
        throw new DecodeError(code, problem, { path: this.#path.join('.'), offset: this.#offset });
    }
    #need(length) {
        if (length > this.left)
            this.fail('short', `needs ${count(length)}, ${this.left} left`);
    }
}
/** Collects bytes. */
class Writer {
    #path = [];
    #bytes = new Uint8Array(512);
    #length = 0;
    uint(size, value) {
        if (!Number.isInteger(value) || value < 0 || value >= 256 ** size)
            this.fail(`${value} does not fit in ${count(size)}`);
        const start = this.#grow(size);
        this.#set(start, size, value);
    }
    /** A list of them: most of what a hello is made of. */
    uints(size, values) {
        const most = 256 ** size;
        const start = this.#grow(size * values.length);
        for (let index = 0; index < values.length; index++) {
            const value = values[index] ?? Number.NaN;
            // Not an integer of at most 32 bits, or one too large.
            if (value >>> 0 !== value || value >= most)
                this.at(index, { write: () => this.uint(size, value) }, value);
            this.#set(start + index * size, size, value);
        }
    }
    bytes(bytes) {
        const start = this.#grow(bytes.length);
        this.#bytes.set(bytes, start);
    }
    /** Writes what `body` writes behind its length in bytes. */
    prefixed(size, body) {
        const start = this.#grow(size);
        body();
        const length = this.#length - start - size;
        if (length >= 256 ** size)
            this.fail(`${count(length)} do not fit behind a length of ${count(size)}`);
        this.#set(start, size, length);
    }
    /** Writes under a name, for the path of an error. */
    at(key, codec, value) {
        this.#path.push(key);
        codec.write(this, value);
        this.#path.pop();
    }
    finish() {
        return this.#bytes.slice(0, this.#length);
    }
    fail(problem) {
        throw new RangeError(this.#path.length === 0 ? problem : `${this.#path.join('.')}: ${problem}`);
    }
    /** Makes room and returns where it starts. */
    #grow(length) {
        const start = this.#length;
        this.#length += length;
        if (this.#length > this.#bytes.length) {
            const larger = new Uint8Array(Math.max(this.#length, this.#bytes.length * 2));
            larger.set(this.#bytes);
            this.#bytes = larger;
        }
        return start;
    }
    #set(start, size, value) {
        for (let i = start + size - 1, rest = value; i >= start; i -= 1, rest >>>= 8)
            this.#bytes[i] = rest;
    }
}
function count(bytes) {
    return bytes === 1 ? '1 byte' : `${bytes} bytes`;
}


/***/ }),

/***/ 3540:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  EO: () => (/* binding */ certificateExtensions),
  Nn: () => (/* binding */ certificateRequestExtensions),
  yI: () => (/* binding */ clientHelloExtensions),
  L$: () => (/* binding */ encryptedExtensions),
  ck: () => (/* binding */ extension),
  mz: () => (/* binding */ helloRetryRequestExtensions),
  LZ: () => (/* binding */ newSessionTicketExtensions),
  e2: () => (/* binding */ serverHelloExtensions)
});

// UNUSED EXPORTS: extensionType

// EXTERNAL MODULE: ./build/commonjs/esm/registry/extensions.js
var extensions = __webpack_require__(8180);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/presentation.js
var presentation = __webpack_require__(528);
;// CONCATENATED MODULE: ./build/commonjs/esm/wire/extension-bodies.js

/** An extension that says something by being there. */
function empty(kind) {
    return (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)(kind) });
}
/** RFC 6066 §3. The type 0 is host_name and the only one there is; an unknown one would have to have the same form (RFC 4366 erratum). */
const serverNames = (0,presentation/* struct */.w3)({
    kind: (0,presentation/* constant */.dY)('server_name'),
    names: (0,presentation/* vector */.i1)(presentation/* uint16 */.oe, (0,presentation/* struct */.w3)({ type: presentation/* uint8 */.hV, name: (0,presentation/* text */.Qq)(presentation/* uint16 */.oe, { min: 1 }) }), { min: 1 }),
});
/** RFC 6066 §4: 1 to 4 for 2^9 to 2^12 bytes. */
const maxFragmentLength = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('max_fragment_length'), code: presentation/* uint8 */.hV });
/** RFC 6066 §8. `request` is as `statusType` says: for ocsp (1) the responder ids and extensions, both as a rule empty: four zero bytes. */
const statusRequest = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('status_request'), statusType: presentation/* uint8 */.hV, request: presentation/* rest */.zs });
/** The response in a TLS 1.3 Certificate: RFC 8446 §4.4.2.1. For ocsp (1) `response` is a DER OCSPResponse. */
const certificateStatus = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('status_request'), statusType: presentation/* uint8 */.hV, response: (0,presentation/* opaque */.OZ)(presentation/* uint24 */.hv, { min: 1 }) });
/** RFC 8446 §4.2.7, RFC 8422 §5.1.1 */
const supportedGroups = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('supported_groups'), groups: (0,presentation/* vector */.i1)(presentation/* uint16 */.oe, presentation/* uint16 */.oe, { min: 2 }) });
/** RFC 8422 §5.1.2 */
const ecPointFormats = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('ec_point_formats'), formats: (0,presentation/* vector */.i1)(presentation/* uint8 */.hV, presentation/* uint8 */.hV, { min: 1 }) });
/** RFC 8446 §4.2.3 */
const signatureAlgorithms = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('signature_algorithms'), schemes: (0,presentation/* vector */.i1)(presentation/* uint16 */.oe, presentation/* uint16 */.oe, { min: 2 }) });
const signatureAlgorithmsCert = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('signature_algorithms_cert'), schemes: (0,presentation/* vector */.i1)(presentation/* uint16 */.oe, presentation/* uint16 */.oe, { min: 2 }) });
/** RFC 6520 §2 */
const heartbeat = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('heartbeat'), mode: presentation/* uint8 */.hV });
/** RFC 7301 §3.1; a server's holds one name. */
const protocolNames = (0,presentation/* struct */.w3)({
    kind: (0,presentation/* constant */.dY)('application_layer_protocol_negotiation'),
    protocols: (0,presentation/* vector */.i1)(presentation/* uint16 */.oe, (0,presentation/* text */.Qq)(presentation/* uint8 */.hV, { min: 1 }), { min: 2 }),
});
/** RFC 6962 §3.3: each a SerializedSCT. */
const signedCertificateTimestamps = (0,presentation/* struct */.w3)({
    kind: (0,presentation/* constant */.dY)('signed_certificate_timestamp'),
    timestamps: (0,presentation/* vector */.i1)(presentation/* uint16 */.oe, (0,presentation/* opaque */.OZ)(presentation/* uint16 */.oe, { min: 1 }), { min: 1 }),
});
/** RFC 7685 §3 */
const padding = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('padding'), zeros: presentation/* rest */.zs });
/** RFC 8879 §3 */
const compressCertificate = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('compress_certificate'), algorithms: (0,presentation/* vector */.i1)(presentation/* uint8 */.hV, presentation/* uint16 */.oe, { min: 2 }) });
/** RFC 8449 §4 */
const recordSizeLimit = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('record_size_limit'), limit: presentation/* uint16 */.oe });
/** RFC 5077 §3.2: empty from a server, and from a client that has none. */
const sessionTicket = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('session_ticket'), ticket: presentation/* rest */.zs });
/** RFC 8446 §4.2.11 */
const offeredPsks = (0,presentation/* struct */.w3)({
    kind: (0,presentation/* constant */.dY)('pre_shared_key'),
    identities: (0,presentation/* vector */.i1)(presentation/* uint16 */.oe, (0,presentation/* struct */.w3)({ identity: (0,presentation/* opaque */.OZ)(presentation/* uint16 */.oe, { min: 1 }), obfuscatedTicketAge: presentation/* uint32 */.S8 }), { min: 7 }),
    binders: (0,presentation/* vector */.i1)(presentation/* uint16 */.oe, (0,presentation/* opaque */.OZ)(presentation/* uint8 */.hV, { min: 32 }), { min: 33 }),
});
const selectedIdentity = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('pre_shared_key'), selectedIdentity: presentation/* uint16 */.oe });
/** In a NewSessionTicket: RFC 8446 §4.2.10 */
const maxEarlyDataSize = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('early_data'), maxEarlyDataSize: presentation/* uint32 */.S8 });
/** RFC 8446 §4.2.1 */
const supportedVersions = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('supported_versions'), versions: (0,presentation/* vector */.i1)(presentation/* uint8 */.hV, presentation/* uint16 */.oe, { min: 2 }) });
const selectedVersion = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('supported_versions'), selectedVersion: presentation/* uint16 */.oe });
/** RFC 8446 §4.2.2 */
const cookie = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('cookie'), cookie: (0,presentation/* opaque */.OZ)(presentation/* uint16 */.oe, { min: 1 }) });
/** RFC 8446 §4.2.9 */
const pskKeyExchangeModes = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('psk_key_exchange_modes'), modes: (0,presentation/* vector */.i1)(presentation/* uint8 */.hV, presentation/* uint8 */.hV, { min: 1 }) });
/** RFC 8446 §4.2.4: each a DER distinguished name. */
const certificateAuthorities = (0,presentation/* struct */.w3)({
    kind: (0,presentation/* constant */.dY)('certificate_authorities'),
    authorities: (0,presentation/* vector */.i1)(presentation/* uint16 */.oe, (0,presentation/* opaque */.OZ)(presentation/* uint16 */.oe, { min: 1 }), { min: 3 }),
});
/** RFC 8446 §4.2.5 */
const oidFilters = (0,presentation/* struct */.w3)({
    kind: (0,presentation/* constant */.dY)('oid_filters'),
    filters: (0,presentation/* vector */.i1)(presentation/* uint16 */.oe, (0,presentation/* struct */.w3)({ oid: (0,presentation/* opaque */.OZ)(presentation/* uint8 */.hV, { min: 1 }), values: (0,presentation/* opaque */.OZ)(presentation/* uint16 */.oe) })),
});
const keyShareEntry = (0,presentation/* struct */.w3)({ group: presentation/* uint16 */.oe, keyExchange: (0,presentation/* opaque */.OZ)(presentation/* uint16 */.oe, { min: 1 }) });
/** RFC 8446 §4.2.8: of a ClientHello, a HelloRetryRequest and a ServerHello. */
const clientShares = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('key_share'), shares: (0,presentation/* vector */.i1)(presentation/* uint16 */.oe, keyShareEntry) });
const selectedGroup = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('key_share'), selectedGroup: presentation/* uint16 */.oe });
const serverShare = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('key_share'), share: keyShareEntry });
/** draft-agl-tls-nextprotoneg-04 §3: a server's list, without a length of its own. */
const nextProtocols = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('next_protocol_negotiation'), protocols: (0,presentation/* list */.p_)((0,presentation/* text */.Qq)(presentation/* uint8 */.hV, { min: 1 })) });
/** RFC 5746 §3.2 */
const renegotiationInfo = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('renegotiation_info'), renegotiatedConnection: (0,presentation/* opaque */.OZ)(presentation/* uint8 */.hV) });

;// CONCATENATED MODULE: ./build/commonjs/esm/wire/extensions.js
// The extensions of hellos and of the messages of TLS 1.3, each in the form its message gives it. A type unknown here stays bytes.



const clientHelloForms = {
    server_name: serverNames,
    max_fragment_length: maxFragmentLength,
    status_request: statusRequest,
    supported_groups: supportedGroups,
    ec_point_formats: ecPointFormats,
    signature_algorithms: signatureAlgorithms,
    heartbeat: heartbeat,
    application_layer_protocol_negotiation: protocolNames,
    signed_certificate_timestamp: empty('signed_certificate_timestamp'),
    padding: padding,
    encrypt_then_mac: empty('encrypt_then_mac'),
    extended_main_secret: empty('extended_main_secret'),
    compress_certificate: compressCertificate,
    record_size_limit: recordSizeLimit,
    session_ticket: sessionTicket,
    pre_shared_key: offeredPsks,
    early_data: empty('early_data'),
    supported_versions: supportedVersions,
    cookie: cookie,
    psk_key_exchange_modes: pskKeyExchangeModes,
    certificate_authorities: certificateAuthorities,
    post_handshake_auth: empty('post_handshake_auth'),
    signature_algorithms_cert: signatureAlgorithmsCert,
    key_share: clientShares,
    next_protocol_negotiation: empty('next_protocol_negotiation'),
    renegotiation_info: renegotiationInfo,
};
const serverHelloForms = {
    server_name: empty('server_name'),
    max_fragment_length: maxFragmentLength,
    status_request: empty('status_request'),
    // Not for a server before TLS 1.3; some send it in a TLS 1.2 hello all the same.
    supported_groups: supportedGroups,
    ec_point_formats: ecPointFormats,
    heartbeat: heartbeat,
    application_layer_protocol_negotiation: protocolNames,
    signed_certificate_timestamp: signedCertificateTimestamps,
    encrypt_then_mac: empty('encrypt_then_mac'),
    extended_main_secret: empty('extended_main_secret'),
    record_size_limit: recordSizeLimit,
    session_ticket: sessionTicket,
    pre_shared_key: selectedIdentity,
    supported_versions: selectedVersion,
    key_share: serverShare,
    next_protocol_negotiation: nextProtocols,
    renegotiation_info: renegotiationInfo,
};
const helloRetryRequestForms = {
    supported_versions: selectedVersion,
    cookie: cookie,
    key_share: selectedGroup,
};
const encryptedExtensionsForms = {
    server_name: empty('server_name'),
    max_fragment_length: maxFragmentLength,
    supported_groups: supportedGroups,
    heartbeat: heartbeat,
    application_layer_protocol_negotiation: protocolNames,
    record_size_limit: recordSizeLimit,
    early_data: empty('early_data'),
};
const certificateForms = {
    status_request: certificateStatus,
    signed_certificate_timestamp: signedCertificateTimestamps,
};
const certificateRequestForms = {
    status_request: statusRequest,
    signature_algorithms: signatureAlgorithms,
    signed_certificate_timestamp: empty('signed_certificate_timestamp'),
    compress_certificate: compressCertificate,
    certificate_authorities: certificateAuthorities,
    oid_filters: oidFilters,
    signature_algorithms_cert: signatureAlgorithmsCert,
};
const newSessionTicketForms = {
    early_data: maxEarlyDataSize,
};
/**
 * The block of extensions of each message: `Extension extensions<0..2^16-1>`, in the order sent, duplicates kept.
 * A known extension with a malformed body makes the whole message malformed, as it does for every TLS library; the error's path names it.
 */
const clientHelloExtensions = block(clientHelloForms);
const serverHelloExtensions = block(serverHelloForms);
const helloRetryRequestExtensions = block(helloRetryRequestForms);
const encryptedExtensions = block(encryptedExtensionsForms);
const certificateExtensions = block(certificateForms);
const certificateRequestExtensions = block(certificateRequestForms);
const newSessionTicketExtensions = block(newSessionTicketForms);
/** The first extension of a name, in the form of the list's message; undefined also where there is no list. */
function extension(list, kind) {
    return list?.find((candidate) => candidate.kind === kind);
}
/** The number on the wire. */
function extensionType(extension) {
    if (extension.kind === 'unknown')
        return extension.type;
    const row = extensions/* extensions */.X.named(extension.kind);
    if (row === undefined)
        throw new Error(`the registry has no extension ${extension.kind}`);
    return row.code;
}
function block(forms) {
    // Made when they are met: a run meets few of them, and its start should not wait for the others.
    const bodies = new Map();
    const bodyOf = (name) => {
        if (!bodies.has(name) && Object.hasOwn(forms, name))
            bodies.set(name, (0,presentation/* prefixed */.gV)(presentation/* uint16 */.oe, forms[name]));
        return bodies.get(name);
    };
    const item = {
        read(r) {
            const type = r.at('type', presentation/* uint16 */.oe);
            const name = extensions/* extensions */.X.label(type);
            const known = bodyOf(name);
            return known ? r.at(name, known) : r.at('body', unknown(type));
        },
        write(w, value) {
            presentation/* uint16 */.oe.write(w, extensionType(value));
            if (value.kind === 'unknown')
                return w.at('unknown', unknown(value.type), value);
            const known = bodyOf(value.kind);
            if (known === undefined)
                return w.fail(`${value.kind} has no form in this message`);
            w.at(value.kind, known, value);
        },
    };
    return (0,presentation/* vector */.i1)(presentation/* uint16 */.oe, item);
}
function unknown(type) {
    return (0,presentation/* prefixed */.gV)(presentation/* uint16 */.oe, {
        read: r => ({ kind: 'unknown', type, body: presentation/* rest */.zs.read(r) }),
        write: (w, value) => presentation/* rest */.zs.write(w, value.body),
    });
}


/***/ }),

/***/ 4395:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ MessageAssembler)
/* harmony export */ });
/* harmony import */ var _byte_queue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(184);
/* harmony import */ var _codec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3008);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1868);
/* harmony import */ var _presentation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(528);
// Handshake messages out of the fragments of handshake records: RFC 8446 §4 and §5.1. What a message says is decoded in messages.ts.




const handshakeHeader = (0,_presentation_js__WEBPACK_IMPORTED_MODULE_3__/* .struct */ .w3)({ type: _presentation_js__WEBPACK_IMPORTED_MODULE_3__/* .uint8 */ .hV, length: _presentation_js__WEBPACK_IMPORTED_MODULE_3__/* .uint24 */ .hv });
const headerLength = 4;
/**
 * Joins the fragments of one direction and cuts them into messages: `push` the fragment of a handshake record, which must not change from then
 * on, and call `next` until it needs more or gives up. A message may span records and a record may hold several.
 */
class MessageAssembler {
    #queue = new _byte_queue_js__WEBPACK_IMPORTED_MODULE_0__/* .ByteQueue */ .y();
    #limits;
    #messages = 0;
    constructor(limits = _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .limits */ .F) {
        this.#limits = limits;
    }
    push(fragment) {
        this.#queue.push(fragment);
    }
    next() {
        const header = this.#queue.peek(headerLength);
        if (header.length < headerLength)
            return { kind: 'need-more', pending: this.#queue.length, header: null };
        const { type, length } = (0,_codec_js__WEBPACK_IMPORTED_MODULE_1__/* .decode */ .D4)(handshakeHeader, header);
        if (length > this.#limits.message) {
            const message = `a handshake message says it is ${length} bytes long, at most ${this.#limits.message} are read`;
            return { kind: 'error', code: 'message-too-long', message };
        }
        if (this.#messages >= this.#limits.messages) {
            return { kind: 'error', code: 'too-many-messages', message: `more than ${this.#limits.messages} handshake messages were sent` };
        }
        if (this.#queue.length < headerLength + length) {
            return { kind: 'need-more', pending: this.#queue.length, header: { type, length: headerLength + length } };
        }
        this.#messages += 1;
        const bytes = this.#queue.take(headerLength + length);
        return { kind: 'message', type, body: bytes.subarray(headerLength), bytes };
    }
}


/***/ }),

/***/ 7282:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PY: () => (/* binding */ serverHelloOrRetry),
/* harmony export */   S6: () => (/* binding */ selectedVersion),
/* harmony export */   Ye: () => (/* binding */ clientHello),
/* harmony export */   d7: () => (/* binding */ negotiatedVersion),
/* harmony export */   eS: () => (/* binding */ downgradeSentinel),
/* harmony export */   h1: () => (/* binding */ selectedGroup)
/* harmony export */ });
/* unused harmony exports helloRetryRequestRandom, isHelloRetryRequest, sentinel */
/* harmony import */ var _extensions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3540);
/* harmony import */ var _presentation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(528);


/** The form since SSLv3; the extensions may be missing (null) before TLS 1.3 (RFC 5246 §7.4.1.2). */
const clientHello = (0,_presentation_js__WEBPACK_IMPORTED_MODULE_1__/* .struct */ .w3)({
    kind: (0,_presentation_js__WEBPACK_IMPORTED_MODULE_1__/* .constant */ .dY)('client_hello'),
    legacyVersion: _presentation_js__WEBPACK_IMPORTED_MODULE_1__/* .uint16 */ .oe,
    random: (0,_presentation_js__WEBPACK_IMPORTED_MODULE_1__/* .fixed */ .Zu)(32),
    sessionId: (0,_presentation_js__WEBPACK_IMPORTED_MODULE_1__/* .opaque */ .OZ)(_presentation_js__WEBPACK_IMPORTED_MODULE_1__/* .uint8 */ .hV, { max: 32 }),
    cipherSuites: (0,_presentation_js__WEBPACK_IMPORTED_MODULE_1__/* .vector */ .i1)(_presentation_js__WEBPACK_IMPORTED_MODULE_1__/* .uint16 */ .oe, _presentation_js__WEBPACK_IMPORTED_MODULE_1__/* .uint16 */ .oe, { min: 2 }),
    compressionMethods: (0,_presentation_js__WEBPACK_IMPORTED_MODULE_1__/* .vector */ .i1)(_presentation_js__WEBPACK_IMPORTED_MODULE_1__/* .uint8 */ .hV, _presentation_js__WEBPACK_IMPORTED_MODULE_1__/* .uint8 */ .hV, { min: 1 }),
    extensions: (0,_presentation_js__WEBPACK_IMPORTED_MODULE_1__/* .tail */ .RT)(_extensions_js__WEBPACK_IMPORTED_MODULE_0__/* .clientHelloExtensions */ .yI),
});
const answerFields = {
    legacyVersion: _presentation_js__WEBPACK_IMPORTED_MODULE_1__/* .uint16 */ .oe,
    random: (0,_presentation_js__WEBPACK_IMPORTED_MODULE_1__/* .fixed */ .Zu)(32),
    sessionId: (0,_presentation_js__WEBPACK_IMPORTED_MODULE_1__/* .opaque */ .OZ)(_presentation_js__WEBPACK_IMPORTED_MODULE_1__/* .uint8 */ .hV, { max: 32 }),
    cipherSuite: _presentation_js__WEBPACK_IMPORTED_MODULE_1__/* .uint16 */ .oe,
    compressionMethod: _presentation_js__WEBPACK_IMPORTED_MODULE_1__/* .uint8 */ .hV,
};
const serverHello = (0,_presentation_js__WEBPACK_IMPORTED_MODULE_1__/* .struct */ .w3)({ kind: (0,_presentation_js__WEBPACK_IMPORTED_MODULE_1__/* .constant */ .dY)('server_hello'), ...answerFields, extensions: (0,_presentation_js__WEBPACK_IMPORTED_MODULE_1__/* .tail */ .RT)(_extensions_js__WEBPACK_IMPORTED_MODULE_0__/* .serverHelloExtensions */ .e2) });
const helloRetryRequest = (0,_presentation_js__WEBPACK_IMPORTED_MODULE_1__/* .struct */ .w3)({
    kind: (0,_presentation_js__WEBPACK_IMPORTED_MODULE_1__/* .constant */ .dY)('hello_retry_request'),
    ...answerFields,
    extensions: (0,_presentation_js__WEBPACK_IMPORTED_MODULE_1__/* .tail */ .RT)(_extensions_js__WEBPACK_IMPORTED_MODULE_0__/* .helloRetryRequestExtensions */ .mz),
});
/** The two messages of handshake type server_hello(2). */
const serverHelloOrRetry = {
    read: r => (isHelloRetryRequest({ random: r.peek(Math.min(34, r.left)).subarray(2) }) ? helloRetryRequest : serverHello).read(r),
    write: (w, value) => (value.kind === 'server_hello' ? serverHello.write(w, value) : helloRetryRequest.write(w, value)),
};
/** SHA-256 of "HelloRetryRequest": RFC 8446 §4.1.3 */
const helloRetryRequestRandom = Uint8Array.of(...[0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c, 0x02, 0x1e, 0x65, 0xb8, 0x91], ...[0xc2, 0xa2, 0x11, 0x16, 0x7a, 0xbb, 0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8, 0x33, 0x9c]);
/** Whether a server_hello message is a HelloRetryRequest: RFC 8446 §4.1.3 */
function isHelloRetryRequest(hello) {
    return equal(hello.random, helloRetryRequestRandom);
}
/** What supported_versions names; undefined where there is none. It has one form in both messages. */
const selectedVersion = (hello) => (0,_extensions_js__WEBPACK_IMPORTED_MODULE_0__/* .extension */ .ck)(hello.extensions, 'supported_versions')
    ?.selectedVersion;
/** The version a server chose: that of supported_versions, or else legacy_version (RFC 8446 §4.2.1). */
const negotiatedVersion = (hello) => selectedVersion(hello) ?? hello.legacyVersion;
/** The group of the server's share, or the one it asks for a share of (RFC 8446 §4.2.8); undefined where key_share is missing. */
const selectedGroup = (hello) => hello.kind === 'server_hello'
    ? (0,_extensions_js__WEBPACK_IMPORTED_MODULE_0__/* .extension */ .ck)(hello.extensions, 'key_share')?.share.group
    : (0,_extensions_js__WEBPACK_IMPORTED_MODULE_0__/* .extension */ .ck)(hello.extensions, 'key_share')?.selectedGroup;
/**
 * What the end of a ServerHello's random says of a server that could have done better: the version it was made to take (0x0303, or 0x0302
 * for TLS 1.1 and below), null without such a sign. RFC 8446 §4.1.3
 */
function downgradeSentinel(hello) {
    const end = hello.random.subarray(24);
    if (equal(end, sentinel(1)))
        return 0x0303;
    return equal(end, sentinel(0)) ? 0x0302 : null;
}
/** "DOWNGRD" and one byte more. */
function sentinel(last) {
    return Uint8Array.of(0x44, 0x4f, 0x57, 0x4e, 0x47, 0x52, 0x44, last);
}
function equal(a, b) {
    return a.length === b.length && a.every((byte, index) => byte === b[index]);
}


/***/ }),

/***/ 1868:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ limits)
/* harmony export */ });
// How much of a peer's talk is read before we stop listening. A handshake of the real world stays far below each of them.
/** The limits that every decoder keeps unless it is given others. */
const limits = {
    // TLSCiphertext.length of RFC 5246 §6.2.3, the larger of the two; TLS 1.3 allows 2^14 + 256 (RFC 8446 §5.2), which is the recipient's to mind.
    fragment: 2 ** 14 + 2048,
    // OpenSSL reads certificate lists of up to 100 KiB by default (SSL_CTX_set_max_cert_list); post-quantum chains reach 60 KB.
    message: 2 ** 17,
    // A full handshake has a dozen; the rest is room for session tickets, key updates and renegotiation requests.
    messages: 64,
    records: 16_384,
    // The numbers OpenSSL gives up at: MAX_EMPTY_RECORDS and MAX_WARN_ALERT_COUNT.
    emptyRecords: 32,
    warningAlerts: 5,
    bytes: 2 ** 20,
};


/***/ }),

/***/ 3498:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ decodeHandshake),
  u: () => (/* binding */ encodeHandshake)
});

// EXTERNAL MODULE: ./build/commonjs/esm/registry/handshake-types.js
var handshake_types = __webpack_require__(3693);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/extensions.js + 1 modules
var extensions = __webpack_require__(3540);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/presentation.js
var presentation = __webpack_require__(528);
;// CONCATENATED MODULE: ./build/commonjs/esm/wire/certificate-messages.js


const certificate13 = (0,presentation/* struct */.w3)({
    kind: (0,presentation/* constant */.dY)('certificate'),
    requestContext: (0,presentation/* opaque */.OZ)(presentation/* uint8 */.hV),
    entries: (0,presentation/* vector */.i1)(presentation/* uint24 */.hv, (0,presentation/* struct */.w3)({ certificate: (0,presentation/* opaque */.OZ)(presentation/* uint24 */.hv, { min: 1 }), extensions: extensions/* certificateExtensions */.EO })),
});
const certificate12 = (0,presentation/* struct */.w3)({
    kind: (0,presentation/* constant */.dY)('certificate'),
    requestContext: (0,presentation/* absent */.Ge)(() => new Uint8Array(0)),
    entries: (0,presentation/* vector */.i1)(presentation/* uint24 */.hv, (0,presentation/* struct */.w3)({ certificate: (0,presentation/* opaque */.OZ)(presentation/* uint24 */.hv, { min: 1 }), extensions: (0,presentation/* absent */.Ge)(() => []) })),
});
function certificateMessage(version) {
    return version >= 0x0304 ? certificate13 : certificate12;
}
const authorities = (0,presentation/* vector */.i1)(presentation/* uint16 */.oe, (0,presentation/* opaque */.OZ)(presentation/* uint16 */.oe, { min: 1 }));
/** RFC 8446 §4.3.2 */
const certificateRequest13 = (0,presentation/* struct */.w3)({
    kind: (0,presentation/* constant */.dY)('certificate_request'),
    form: (0,presentation/* constant */.dY)('extensions'),
    requestContext: (0,presentation/* opaque */.OZ)(presentation/* uint8 */.hV),
    extensions: extensions/* certificateRequestExtensions */.Nn,
});
/** RFC 5246 §7.4.4. Each authority is a DER distinguished name. */
const certificateRequest12 = (0,presentation/* struct */.w3)({
    kind: (0,presentation/* constant */.dY)('certificate_request'),
    form: (0,presentation/* constant */.dY)('fields'),
    certificateTypes: (0,presentation/* vector */.i1)(presentation/* uint8 */.hV, presentation/* uint8 */.hV, { min: 1 }),
    signatureSchemes: (0,presentation/* vector */.i1)(presentation/* uint16 */.oe, presentation/* uint16 */.oe, { min: 2 }),
    authorities,
});
/** RFC 4346 §7.4.4: no signature schemes. */
const certificateRequest10 = (0,presentation/* struct */.w3)({
    kind: (0,presentation/* constant */.dY)('certificate_request'),
    form: (0,presentation/* constant */.dY)('fields'),
    certificateTypes: (0,presentation/* vector */.i1)(presentation/* uint8 */.hV, presentation/* uint8 */.hV, { min: 1 }),
    signatureSchemes: (0,presentation/* absent */.Ge)(() => []),
    authorities,
});
function certificateRequest(version) {
    if (version >= 0x0304)
        return certificateRequest13;
    return version === 0x0303 ? certificateRequest12 : certificateRequest10;
}
/** RFC 6066 §8: `response` is a DER OCSPResponse for ocsp (1); for ocsp_multi (2) the list of RFC 6961 §2.2. */
const certificateStatusMessage = (0,presentation/* struct */.w3)({
    kind: (0,presentation/* constant */.dY)('certificate_status'),
    statusType: presentation/* uint8 */.hV,
    response: (0,presentation/* opaque */.OZ)(presentation/* uint24 */.hv, { min: 1 }),
});
/** `digitally-signed` of RFC 5246 §4.7 and of RFC 4346 §4.7 */
function signature(version) {
    return (0,presentation/* struct */.w3)({ scheme: scheme(version), signature: (0,presentation/* opaque */.OZ)(presentation/* uint16 */.oe) });
}
function certificateVerify(version) {
    return (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('certificate_verify'), scheme: scheme(version), signature: (0,presentation/* opaque */.OZ)(presentation/* uint16 */.oe) });
}
function scheme(version) {
    return version >= 0x0303 ? presentation/* uint16 */.oe : (0,presentation/* constant */.dY)(null);
}
/** RFC 8879 §4 */
const compressedCertificate = (0,presentation/* struct */.w3)({
    kind: (0,presentation/* constant */.dY)('compressed_certificate'),
    algorithm: presentation/* uint16 */.oe,
    uncompressedLength: presentation/* uint24 */.hv,
    compressed: (0,presentation/* opaque */.OZ)(presentation/* uint24 */.hv, { min: 1 }),
});

// EXTERNAL MODULE: ./build/commonjs/esm/wire/codec.js
var wire_codec = __webpack_require__(3008);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/hello.js
var hello = __webpack_require__(7282);
;// CONCATENATED MODULE: ./build/commonjs/esm/wire/key-exchange.js
// ServerKeyExchange and ClientKeyExchange of TLS 1.2 and below. A ServerKeyExchange cannot be read without knowing the cipher suite.


/** ECCurveType named_curve; explicit_prime and explicit_char2 spell the curve out and are deprecated (RFC 8422 §5.4). */
const namedCurve = 3;
const explicitCurves = [1, 2];
/** A curve by its number, and a point on it: RFC 8422 §5.4 */
const ecParams = (0,presentation/* struct */.w3)({
    kind: (0,presentation/* constant */.dY)('ec'),
    curveType: presentation/* uint8 */.hV,
    group: presentation/* uint16 */.oe,
    publicKey: (0,presentation/* opaque */.OZ)(presentation/* uint8 */.hV, { min: 1 }),
});
/** RFC 5246 §7.4.3; unsigned integers in network byte order, leading zeros as sent. */
const dhParams = (0,presentation/* struct */.w3)({
    kind: (0,presentation/* constant */.dY)('dh'),
    prime: (0,presentation/* opaque */.OZ)(presentation/* uint16 */.oe, { min: 1 }),
    generator: (0,presentation/* opaque */.OZ)(presentation/* uint16 */.oe, { min: 1 }),
    publicKey: (0,presentation/* opaque */.OZ)(presentation/* uint16 */.oe, { min: 1 }),
});
/** The temporary key of an export suite: RFC 2246 §7.4.3 */
const rsaParams = (0,presentation/* struct */.w3)({
    kind: (0,presentation/* constant */.dY)('rsa'),
    modulus: (0,presentation/* opaque */.OZ)(presentation/* uint16 */.oe, { min: 1 }),
    exponent: (0,presentation/* opaque */.OZ)(presentation/* uint16 */.oe, { min: 1 }),
});
const asBytes = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('server_key_exchange'), form: (0,presentation/* constant */.dY)('bytes'), body: presentation/* rest */.zs });
/**
 * @param keyExchange what a suite's name has between TLS_ and _WITH_ ('ECDHE_RSA', 'DH_anon', 'DHE_PSK', 'RSA_EXPORT'); 'ECDHE' and 'DHE'
 * alone stand for the signed ones; undefined when the suite is not known
 */
function serverKeyExchange(version, keyExchange = '') {
    const words = keyExchange.split('_');
    const isPsk = words.includes('PSK');
    const params = paramsOf(words);
    if (params === null && !isPsk)
        return asBytes;
    const asFields = (0,presentation/* struct */.w3)({
        kind: (0,presentation/* constant */.dY)('server_key_exchange'),
        form: (0,presentation/* constant */.dY)('fields'),
        pskIdentityHint: isPsk ? (0,presentation/* opaque */.OZ)(presentation/* uint16 */.oe) : (0,presentation/* constant */.dY)(null),
        params: params ?? (0,presentation/* constant */.dY)(null),
        signature: isPsk || words.includes('anon') ? (0,presentation/* constant */.dY)(null) : signature(version),
    });
    return {
        read: r => (params === ecParams && !isPsk && explicitCurves.includes(r.peek(1)[0] ?? namedCurve) ? asBytes : asFields).read(r),
        write: (w, value) => (value.form === 'bytes' ? asBytes.write(w, value) : asFields.write(w, value)),
    };
}
/** Static DH and ECDH are in the certificate and send no ServerKeyExchange, so without `anon` or the E of "ephemeral" there are no fields. */
function paramsOf(words) {
    const isAnon = words.includes('anon');
    if (words.includes('ECDHE') || (words.includes('ECDH') && isAnon))
        return ecParams;
    if (words.includes('DHE') || (words.includes('DH') && isAnon))
        return dhParams;
    return words.includes('RSA') && words.some(word => word.startsWith('EXPORT')) ? rsaParams : null;
}
/** RFC 5246 §7.4.7: encrypted premaster secret or public key, of no use without the server's private key. */
const clientKeyExchange = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('client_key_exchange'), body: presentation/* rest */.zs });

;// CONCATENATED MODULE: ./build/commonjs/esm/wire/messages.js
// Every handshake message as data, and the two functions between it and its bytes. Which message is allowed when is not decided here.







const helloRequest = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('hello_request') });
const serverHelloDone = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('server_hello_done') });
const endOfEarlyData = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('end_of_early_data') });
const encryptedExtensionsMessage = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('encrypted_extensions'), extensions: extensions/* encryptedExtensions */.L$ });
/** RFC 8446 §4.6.1 */
const newSessionTicket13 = (0,presentation/* struct */.w3)({
    kind: (0,presentation/* constant */.dY)('new_session_ticket'),
    form: (0,presentation/* constant */.dY)('tls1.3'),
    lifetimeSeconds: presentation/* uint32 */.S8,
    ageAdd: presentation/* uint32 */.S8,
    nonce: (0,presentation/* opaque */.OZ)(presentation/* uint8 */.hV),
    ticket: (0,presentation/* opaque */.OZ)(presentation/* uint16 */.oe, { min: 1 }),
    extensions: extensions/* newSessionTicketExtensions */.LZ,
});
/** RFC 5077 §3.3: an empty ticket says that there is none after all. */
const newSessionTicket12 = (0,presentation/* struct */.w3)({
    kind: (0,presentation/* constant */.dY)('new_session_ticket'),
    form: (0,presentation/* constant */.dY)('tls1.2'),
    lifetimeSeconds: presentation/* uint32 */.S8,
    ticket: (0,presentation/* opaque */.OZ)(presentation/* uint16 */.oe),
});
/** The length is the hash's in TLS 1.3, 12 before it and 36 in SSLv3: RFC 8446 §4.4.4, RFC 5246 §7.4.9, RFC 6101 §5.6.9 */
const finished = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('finished'), verifyData: presentation/* rest */.zs });
/** RFC 8446 §4.6.3: 1 asks for an update in return. */
const keyUpdate = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('key_update'), requestUpdate: presentation/* uint8 */.hV });
/** draft-agl-tls-nextprotoneg-04 §3 */
const nextProtocol = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('next_protocol'), selectedProtocol: (0,presentation/* opaque */.OZ)(presentation/* uint8 */.hV), padding: (0,presentation/* opaque */.OZ)(presentation/* uint8 */.hV) });
/** Never sent; stands for the first ClientHello in a transcript: RFC 8446 §4.4.1 */
const messageHash = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('message_hash'), hash: presentation/* rest */.zs });
/**
 * The message of a type and a body (without the four-byte header, which `MessageAssembler` takes off).
 * @throws DecodeError with the place in the body
 */
function decodeHandshake(type, body, context) {
    return (0,wire_codec/* decode */.D4)(codecOf(type, context), body);
}
/**
 * The bytes of a message, its four-byte header included.
 * @throws RangeError on a value that has no bytes, or a form that the version of the context does not have
 */
function encodeHandshake(message, context) {
    const type = handshakeType(message);
    const codec = message.kind === 'unknown' ? unknown(type) : codecOf(type, context);
    const writer = new wire_codec/* Writer */.AU();
    presentation/* uint8 */.hV.write(writer, type);
    (0,presentation/* prefixed */.gV)(presentation/* uint24 */.hv, codec).write(writer, message);
    return writer.finish();
}
/** The number on the wire; a HelloRetryRequest goes under that of server_hello. */
function handshakeType(message) {
    if (message.kind === 'unknown')
        return message.type;
    const name = message.kind === 'hello_retry_request' ? 'server_hello' : message.kind;
    const row = handshake_types/* handshakeTypes */.D.named(name);
    if (row === undefined)
        throw new Error(`the registry has no handshake message ${name}`);
    return row.code;
}
function codecOf(type, { version, keyExchange }) {
    switch (handshake_types/* handshakeTypes */.D.get(type)?.name) {
        case 'hello_request':
            return helloRequest;
        case 'client_hello':
            return hello/* clientHello */.Ye;
        case 'server_hello':
            return hello/* serverHelloOrRetry */.PY;
        case 'new_session_ticket':
            return version >= 0x0304 ? newSessionTicket13 : newSessionTicket12;
        case 'end_of_early_data':
            return endOfEarlyData;
        case 'encrypted_extensions':
            return encryptedExtensionsMessage;
        case 'certificate':
            return certificateMessage(version);
        case 'server_key_exchange':
            return serverKeyExchange(version, keyExchange);
        case 'certificate_request':
            return certificateRequest(version);
        case 'server_hello_done':
            return serverHelloDone;
        case 'certificate_verify':
            return certificateVerify(version);
        case 'client_key_exchange':
            return clientKeyExchange;
        case 'finished':
            return finished;
        case 'certificate_status':
            return certificateStatusMessage;
        case 'key_update':
            return keyUpdate;
        case 'compressed_certificate':
            return compressedCertificate;
        case 'next_protocol':
            return nextProtocol;
        case 'message_hash':
            return messageHash;
        default:
            return unknown(type);
    }
}
function unknown(type) {
    return {
        read: r => ({ kind: 'unknown', type, body: presentation/* rest */.zs.read(r) }),
        write: (w, value) => presentation/* rest */.zs.write(w, value.body),
    };
}


/***/ }),

/***/ 528:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ge: () => (/* binding */ absent),
/* harmony export */   OZ: () => (/* binding */ opaque),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   RT: () => (/* binding */ tail),
/* harmony export */   S8: () => (/* binding */ uint32),
/* harmony export */   Zu: () => (/* binding */ fixed),
/* harmony export */   dY: () => (/* binding */ constant),
/* harmony export */   gV: () => (/* binding */ prefixed),
/* harmony export */   hV: () => (/* binding */ uint8),
/* harmony export */   hv: () => (/* binding */ uint24),
/* harmony export */   i1: () => (/* binding */ vector),
/* harmony export */   oe: () => (/* binding */ uint16),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   w3: () => (/* binding */ struct),
/* harmony export */   zs: () => (/* binding */ rest)
/* harmony export */ });
/** Unsigned integers, most significant byte first (RFC 8446 §3.3). */
const uint8 = uint(1);
const uint16 = uint(2);
const uint24 = uint(3);
const uint32 = uint(4);
/** `opaque x[length]` */
function fixed(length) {
    return {
        read: r => r.take(length),
        write(w, value) {
            if (value.length !== length)
                w.fail(`${value.length} bytes where ${length} belong`);
            w.bytes(value);
        },
    };
}
/** Every byte that is left. */
const rest = {
    read: r => r.take(r.left),
    write: (w, value) => w.bytes(value),
};
/** Something behind its length in bytes, which it has to fill. */
function prefixed(length, content, bounds = {}) {
    const { min = 0, max = Number.POSITIVE_INFINITY } = bounds;
    return {
        read(r) {
            const size = length.read(r);
            if (size < min)
                r.fail('limit', `is ${size} bytes long, at least ${min} belong`);
            if (size > max)
                r.fail('limit', `is ${size} bytes long, at most ${max} belong`);
            const inner = r.sub(size);
            const value = content.read(inner);
            inner.end();
            return value;
        },
        write: (w, value) => w.prefixed(length.size, () => content.write(w, value)),
    };
}
/** `opaque x<min..max>` */
function opaque(length, bounds) {
    return prefixed(length, rest, bounds);
}
/** As many items as fill what is left. An item takes at least one byte. */
function list(item) {
    return {
        read(r) {
            if (isUint(item) && r.left % item.size === 0)
                return r.uints(item.size);
            const items = [];
            while (r.left > 0)
                items.push(r.at(items.length, item));
            return items;
        },
        write(w, items) {
            if (isUint(item))
                w.uints(item.size, items);
            else
                for (const [index, value] of items.entries())
                    w.at(index, item, value);
        },
    };
}
/** `T x<min..max>` */
function vector(length, item, bounds) {
    return prefixed(length, list(item), bounds);
}
/**
 * `opaque x<min..max>` as a string, for what is usually ASCII. Each byte becomes the character of its number, so that no byte is lost;
 * what a peer sent may hold any control character.
 */
function text(length, bounds) {
    const bytes = opaque(length, bounds);
    return {
        read(r) {
            let value = '';
            for (const byte of bytes.read(r))
                value += String.fromCharCode(byte);
            return value;
        },
        write(w, value) {
            const codes = Array.from(value, character => character.codePointAt(0) ?? 0);
            if (codes.some(code => code > 0xff))
                w.fail('holds a character that is not one byte');
            bytes.write(w, Uint8Array.from(codes));
        },
    };
}
/** `struct { … }`: the fields one after the other, in the order of their declaration. */
function struct(fields) {
    const keys = Object.keys(fields);
    return {
        read(r) {
            const value = {};
            for (const key of keys)
                value[key] = r.at(key, fields[key]);
            return value;
        },
        write(w, value) {
            for (const key of keys)
                w.at(key, fields[key], value[key]);
        },
    };
}
/** What may be missing at the end of a message: null when nothing is left. */
function tail(content) {
    return {
        read: r => (r.left === 0 ? null : content.read(r)),
        write(w, value) {
            if (value !== null)
                content.write(w, value);
        },
    };
}
/** A field that takes no byte because it always has this value: the tag of a variant. Writing another variant is a wrong call. */
function constant(value) {
    return {
        read: () => value,
        write(w, given) {
            if (given !== value)
                w.fail(`${given} where ${value} belongs`);
        },
    };
}
/** A field that this version of a message does not have: read as empty, not written. */
function absent(empty) {
    return { read: empty, write: () => { } };
}
const isUint = (codec) => 'size' in codec;
function uint(size) {
    return {
        size,
        read: r => r.uint(size),
        write: (w, value) => w.uint(size, value),
    };
}


/***/ }),

/***/ 1565:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IM: () => (/* binding */ contentType),
/* harmony export */   LU: () => (/* binding */ Deframer),
/* harmony export */   jc: () => (/* binding */ encodeRecords)
/* harmony export */ });
/* harmony import */ var _alert_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5876);
/* harmony import */ var _byte_queue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(184);
/* harmony import */ var _codec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3008);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1868);
/* harmony import */ var _presentation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(528);
// The record layer of RFC 8446 §5.1: records into bytes, and bytes in pieces of any size into records. No decryption.





/** IANA "TLS ContentType", as far as they travel over TCP: RFC 8446 §5.1 and RFC 6520. */
const contentType = { changeCipherSpec: 20, alert: 21, handshake: 22, applicationData: 23, heartbeat: 24 };
const recordHeader = (0,_presentation_js__WEBPACK_IMPORTED_MODULE_4__/* .struct */ .w3)({ type: _presentation_js__WEBPACK_IMPORTED_MODULE_4__/* .uint8 */ .hV, version: _presentation_js__WEBPACK_IMPORTED_MODULE_4__/* .uint16 */ .oe, length: _presentation_js__WEBPACK_IMPORTED_MODULE_4__/* .uint16 */ .oe });
const headerLength = 5;
/** The most plaintext a record may carry: RFC 8446 §5.1. */
const maxFragment = 2 ** 14;
/**
 * Puts bytes of one content type into as many records as needed; no bytes make one empty record.
 * @param options.version ProtocolVersion of the record headers: 0x0301 before a first ClientHello, else 0x0303 (RFC 8446 §5.1)
 * @param options.fragmentSize bytes a record carries at most
 */
function encodeRecords(type, bytes, options) {
    const { version, fragmentSize = maxFragment } = options;
    if (fragmentSize < 1)
        throw new RangeError(`records of ${fragmentSize} bytes carry nothing`);
    const queue = new _byte_queue_js__WEBPACK_IMPORTED_MODULE_1__/* .ByteQueue */ .y();
    for (let start = 0; start === 0 || start < bytes.length; start += fragmentSize) {
        const fragment = bytes.subarray(start, start + fragmentSize);
        queue.push((0,_codec_js__WEBPACK_IMPORTED_MODULE_2__/* .encode */ .lF)(recordHeader, { type, version, length: fragment.length }));
        queue.push(fragment);
    }
    return queue.take(queue.length);
}
/**
 * Cuts one direction of a connection into records: `push` what arrived, then call `next` until it needs more or gives up.
 * The context of a push (a time, say) comes back with the records it completes.
 */
class Deframer {
    #queue = new _byte_queue_js__WEBPACK_IMPORTED_MODULE_1__/* .ByteQueue */ .y();
    #limits;
    #context;
    #offset = 0;
    #received = 0;
    #records = 0;
    #emptyInARow = 0;
    #warningsInARow = 0;
    #failure;
    constructor(limits = _limits_js__WEBPACK_IMPORTED_MODULE_3__/* .limits */ .F) {
        this.#limits = limits;
    }
    /** @param bytes which must not change from then on */
    push(bytes, context) {
        this.#context = context;
        // What comes after a failure is of interest only as far as it is shown.
        const room = this.#failure === undefined ? this.#limits.bytes - this.#received : shownBytes - this.#queue.length;
        this.#received += bytes.length;
        this.#queue.push(bytes.length <= room ? bytes : bytes.subarray(0, Math.max(room, 0)));
    }
    next() {
        if (this.#failure === undefined) {
            const frame = this.#records === 0 && (this.#queue.peek(1)[0] ?? 0) >= 0x80 ? this.#sslv2() : this.#record();
            if (frame !== undefined)
                return frame;
        }
        if (this.#failure === undefined && this.#received > this.#limits.bytes)
            this.#fail('too-much', `more than ${this.#limits.bytes} bytes were sent`);
        if (this.#failure === undefined)
            return { kind: 'need-more', pending: this.#queue.length };
        return { kind: 'error', ...this.#failure, bytes: this.#queue.peek(shownBytes), context: this.#context };
    }
    /** Only a stream's first record is tried as SSLv2: what can follow it there in the clear is TLS, after a ClientHello in the old form. */
    #sslv2() {
        const [first = 0, second, type] = this.#queue.peek(3);
        if (second === undefined || type === undefined)
            return undefined;
        if (!sslv2Types.includes(type))
            return this.#fail('not-tls', notTls);
        const length = 2 + (first - 0x80) * 256 + second;
        if (this.#queue.length < length)
            return undefined;
        const message = this.#queue.take(length).subarray(2);
        return this.#advance({ kind: 'sslv2', message, offset: this.#offset, context: this.#context }, length);
    }
    #record() {
        const header = this.#queue.peek(headerLength);
        // Another protocol may say less than a header and wait for us: the first byte has to tell.
        if (header[0] !== undefined && !isContentType(header[0]))
            return this.#notARecord();
        if (header.length < headerLength)
            return undefined;
        const { type, version, length } = (0,_codec_js__WEBPACK_IMPORTED_MODULE_2__/* .decode */ .D4)(recordHeader, header);
        // A broken server may answer with an alert of version 0.0; by its type and length it is one all the same.
        const isAlert = type === contentType.alert && length === 2;
        if (version >> 8 !== 3 && !isAlert)
            return this.#notARecord();
        if (length > this.#limits.fragment)
            return this.#fail('record-too-long', `a record says it is ${length} bytes long, at most ${this.#limits.fragment} are allowed`);
        if (this.#queue.length < headerLength + length)
            return undefined;
        const fragment = this.#queue.take(headerLength + length).subarray(headerLength);
        const isWarning = isAlert && fragment[0] === _alert_js__WEBPACK_IMPORTED_MODULE_0__/* .alertLevel */ .j.warning;
        this.#emptyInARow = length === 0 ? this.#emptyInARow + 1 : 0;
        this.#warningsInARow = isWarning ? this.#warningsInARow + 1 : 0;
        if (this.#emptyInARow > this.#limits.emptyRecords)
            return this.#fail('too-much', `more than ${this.#limits.emptyRecords} empty records were sent in a row`);
        if (this.#warningsInARow > this.#limits.warningAlerts)
            return this.#fail('too-much', `more than ${this.#limits.warningAlerts} warning alerts were sent in a row`);
        if (this.#records >= this.#limits.records)
            return this.#fail('too-much', `more than ${this.#limits.records} records were sent`);
        return this.#advance({ kind: 'record', type, version, fragment, offset: this.#offset, context: this.#context }, headerLength + length);
    }
    #notARecord() {
        if (this.#records === 0)
            return this.#fail('not-tls', notTls);
        return this.#fail('bad-record', 'bytes that are no TLS record follow after TLS records');
    }
    #advance(frame, length) {
        this.#records += 1;
        this.#offset += length;
        return frame;
    }
    #fail(code, message) {
        this.#failure = { code, message };
    }
}
const notTls = 'the first bytes are no TLS record';
/** Enough of an unknown protocol to name it: a status line, a banner. */
const shownBytes = 1024;
/** SSLv2 ERROR, CLIENT-HELLO and SERVER-HELLO: the handshake messages sent in the clear. */
const sslv2Types = [0, 1, 4];
function isContentType(type) {
    return type >= contentType.changeCipherSpec && type <= contentType.heartbeat;
}


/***/ })

};
;