"use strict";
exports.id = 254;
exports.ids = [254];
exports.modules = {

/***/ 4254:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tellGithub: () => (/* binding */ tellGithub)
});

// EXTERNAL MODULE: ./build/commonjs/esm/certificate/span.js
var span = __webpack_require__(7176);
// EXTERNAL MODULE: ./build/commonjs/esm/report/escape.js
var report_escape = __webpack_require__(6514);
// EXTERNAL MODULE: ./build/commonjs/esm/report/glance.js
var glance = __webpack_require__(1249);
// EXTERNAL MODULE: ./build/commonjs/esm/report/markdown.js + 5 modules
var markdown = __webpack_require__(5423);
// EXTERNAL MODULE: ./build/commonjs/esm/report/markdown-table.js
var markdown_table = __webpack_require__(4465);
// EXTERNAL MODULE: ./build/commonjs/esm/report/tally.js
var tally = __webpack_require__(3979);
;// CONCATENATED MODULE: ./build/commonjs/esm/report/comment.js
// A report as a comment on a pull request or the body of an issue: verdict, table, cause and fix, and where the rest is. Without hidden lines: whoever
// looks for the comment again puts them before it.






/** For a pull request. */
function renderComment(report, { maxBytes, origin, sections = [] }) {
    const last = `\n${footer(origin)}\n`;
    return (0,markdown.renderMarkdown)(report, { maxBytes: maxBytes - Buffer.byteLength(last), sections, details: false }) + last;
}
/** Said of a comment on a failure that becomes one on a pass. */
const recovered = 'An earlier run for this pull request did not pass; this one does.';
/** For an issue that is open as long as a target does not pass: with the days left of every certificate. */
function renderIssue(report, { sections = [], ...options }) {
    const parts = [...sections, ...(report.verdict === 'pass' ? [] : [keeping]), lifetimesPart(report)];
    return renderComment(report, { ...options, sections: parts.filter(part => part !== null) });
}
const keeping = 'tlsgate keeps this issue up to date and closes it when the run passes.';
const issueTitle = (report) => `tlsgate: ${(0,tally/* tally */.N4)(report)}`;
/** For a comment on that issue, when something has changed since the run before. */
function renderChange(report, { began, changed, recovered, gone }, origin) {
    const parts = [
        listPart('No longer passing', began, report),
        listPart('Still not passing, for another reason', changed, report),
        listPart('Passing again', recovered, report),
        gonePart(gone),
    ].filter(part => part !== null);
    return [`**${(0,tally/* tally */.N4)(report)}**`, ...parts, footer(origin)].join('\n\n');
}
/** Targets named in a list; an issue has them all. */
const listed = 50;
function listPart(title, targets, { failOn, targets: all }) {
    const nameOf = (0,glance/* namesOf */.eZ)(all);
    const items = targets.slice(0, listed).map(target => {
        const causes = (0,glance/* causesOf */.cZ)(target, failOn)
            .slice(0, 5)
            .map(cause => (0,report_escape/* codeSpan */.SS)(cause, markdown_table/* cellLength */.Pz));
        const why = target.verdict === 'pass' || causes.length === 0 ? '' : `: ${causes.join(', ')}`;
        return `${(0,report_escape/* codeSpan */.SS)(nameOf(target), markdown_table/* cellLength */.Pz)} ${target.verdict}${why}`;
    });
    return itemsPart(title, items, targets.length);
}
function gonePart(gone) {
    const named = gone.filter(url => url !== null).slice(0, listed);
    return itemsPart('No longer checked', named.map(url => (0,report_escape/* codeSpan */.SS)(url, markdown_table/* cellLength */.Pz)), gone.length);
}
/** A list of so many, of which some are named. */
function itemsPart(title, items, all) {
    if (all === 0)
        return null;
    const more = all - items.length;
    const rest = items.length === 0 ? `${more} that did not pass` : `and ${more} more`;
    return [`${title}:`, '', ...[...items, ...(more > 0 ? [rest] : [])].map(item => `- ${item}`)].join('\n');
}
/** The end of every certificate's life, soonest first; null without any. */
function lifetimesPart({ targets, startedAt }) {
    const nameOf = (0,glance/* namesOf */.eZ)(targets);
    const leaves = targets
        .flatMap(target => target.certificates.presented.slice(0, 1).map(({ notAfter }) => ({ name: nameOf(target), notAfter })))
        .toSorted((a, b) => a.notAfter.localeCompare(b.notAfter));
    if (leaves.length === 0)
        return null;
    const rows = (0,markdown_table/* table */.tp)(['Certificate of', 'Valid until', 'Left'], leaves.slice(0, listed), ({ name, notAfter }) => [
        (0,report_escape/* codeSpan */.SS)(name, markdown_table/* cellLength */.Pz),
        (0,report_escape/* escapeMarkdown */.FV)(notAfter, markdown_table/* cellLength */.Pz),
        leftOf(Date.parse(notAfter) - Date.parse(startedAt)),
    ]);
    return leaves.length > listed ? `${rows}\n${(0,markdown_table/* row */.nM)(['', '', `and ${leaves.length - listed} more`])}` : rows;
}
function leftOf(ms) {
    if (Number.isNaN(ms))
        return '';
    return ms > 0 ? (0,span/* span */.Ln)(ms) : `expired ${(0,span/* span */.Ln)(-ms)} ago`;
}
function footer({ names, commit, url }) {
    const run = url === null ? 'The run' : `[The run](${url})`;
    const of = names.filter(name => name !== '').map(name => (0,report_escape/* codeSpan */.SS)(name, markdown_table/* cellLength */.Pz));
    return `<sub>${run}${of.length === 0 ? '' : ` of ${of.join(' ')}`}${commit === null ? '' : ` at ${commit.slice(0, 10)}`} has every detail in its job summary</sub>`;
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/commonjs/esm/action/github/trouble.js
// Why GitHub did not do what it was asked: what an error of a request means, and whether it passes. Says nothing to the user: see tell.ts.
/**
 * Reads the error of a request; null for one that is none.
 * @param nowMs the time since 1970, for limits that end at a time
 */
function troubleOf(error, nowMs) {
    if (!(error instanceof Error))
        return null;
    const { status, response } = error;
    if (typeof status !== 'number')
        return null;
    // @octokit/request gives 500 for a request that had no answer.
    if (response === undefined)
        return { kind: 'passing', says: unanswered(error), waitMs: null };
    const says = `GitHub answered ${status}${sentence(response.data)}`;
    if (status === 429 || (status === 403 && isLimit(response)))
        return { kind: 'passing', says, waitMs: waitOf(response, nowMs) };
    if (status >= 500 || status === 408)
        return { kind: 'passing', says, waitMs: waitOf(response, nowMs) };
    // 410: issues are switched off.
    if (status === 403 || status === 404 || status === 410)
        return { kind: 'forbidden', says };
    if (status === 401)
        return { kind: 'unknown-token', says };
    return { kind: status === 422 ? 'invalid' : 'other', says };
}
/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api: both limits may answer 403. Without a header the message alone tells. */
function isLimit({ headers, data }) {
    return (headers['retry-after'] !== undefined ||
        String(headers['x-ratelimit-remaining']) === '0' ||
        /secondary rate limit/i.test(messageOf(data)));
}
function waitOf({ headers }, nowMs) {
    const after = Number(headers['retry-after'] ?? Number.NaN);
    if (after >= 0)
        return after * 1000;
    const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN);
    return String(headers['x-ratelimit-remaining']) === '0' && reset >= 0 ? Math.max(0, reset * 1000 - nowMs) : null;
}
function unanswered(error) {
    // Our own deadlines end a request with a TimeoutError, a cancelled job with an AbortError.
    if (error.cause instanceof Error && error.cause.name === 'TimeoutError')
        return 'GitHub did not answer in time';
    return error.name === 'AbortError' ? 'the run is cancelled' : `GitHub cannot be reached: ${error.message}`;
}
const messageOf = (data) => {
    const message = data !== null && typeof data === 'object' && 'message' in data ? data.message : null;
    return typeof message === 'string' ? message : '';
};
function sentence(data) {
    const message = messageOf(data);
    return message === '' ? '' : `: ${message}`;
}

;// CONCATENATED MODULE: ./build/commonjs/esm/action/github/client.js
// Requests to GitHub's API, bounded in time and repeated where that helps. The only file that loads @actions/github, which costs more than a check.


const defaultLimits = { tries: 3, requestMs: 10_000, totalMs: 30_000, pauseMs: 1000 };
/** A client whose time runs from now on. */
async function connect({ token, apiUrl, signal, limits = defaultLimits }) {
    const end = AbortSignal.any([AbortSignal.timeout(limits.totalMs), ...(signal ? [signal] : [])]);
    const endMs = performance.now() + limits.totalMs;
    const { getOctokit } = await __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 2413));
    const octokit = getOctokit(token, apiUrl ? { baseUrl: apiUrl } : {});
    octokit.hook.before('request', options => {
        options.request.signal = AbortSignal.any([end, AbortSignal.timeout(limits.requestMs)]);
        // It would print headers of an answer, such as that a call is deprecated.
        options.request.log = silent;
    });
    octokit.hook.after('request', ({ data, url }) => {
        // A page of a proxy, or an answer that was cut.
        if (typeof data !== 'object' || data === null)
            throw Object.assign(new Error(`the answer of ${url} is no JSON`), { status: 500 });
    });
    async function attempt(operation) {
        for (let tried = 1;; tried++) {
            try {
                return { kind: 'done', value: await operation() };
            }
            catch (error) {
                const trouble = troubleOf(error, Date.now());
                if (trouble === null)
                    throw error;
                const told = { ...trouble, says: trouble.says.replaceAll(token, '***') };
                if (told.kind !== 'passing')
                    return told;
                const waitMs = told.waitMs ?? limits.pauseMs * 2 ** (tried - 1);
                if (tried === limits.tries)
                    return { ...told, says: `${told.says}, ${tried} times` };
                if (waitMs > endMs - performance.now())
                    return told.waitMs === null ? told : { ...told, says: `${told.says}; it asks to wait ${seconds(waitMs)}` };
                if (!(await slept(waitMs, end)))
                    return told;
            }
        }
    }
    let login;
    return {
        rest: octokit.rest,
        pages: octokit.paginate.iterator,
        attempt,
        isOurs: async (author) => {
            if (author === null || author.type === 'Bot')
                return author !== null;
            if (login === undefined)
                login = await ownLogin(octokit);
            return login === author.login;
        },
    };
}
/** Null for the token of a job, and of every App: they may not ask. */
async function ownLogin({ rest }) {
    try {
        return (await rest.users.getAuthenticated()).data.login;
    }
    catch (error) {
        if (troubleOf(error, Date.now())?.kind === 'forbidden')
            return null;
        throw error;
    }
}
/** Whether the time was slept through; not when everything ends before. */
async function slept(ms, signal) {
    try {
        await (0,promises_.setTimeout)(ms, undefined, { signal });
        return true;
    }
    catch (error) {
        if (signal.aborted)
            return false;
        throw error;
    }
}
const seconds = (ms) => `${Math.ceil(ms / 1000)} s`;
const nothing = () => { };
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

;// CONCATENATED MODULE: ./build/commonjs/esm/action/github/marker.js
// The hidden first line by which a comment or an issue is found again. It counts only as the first line: text further down is anybody's.
/** The line for a key. Every key has its own, and none can end the comment of HTML it stands in. */
function markerOf(key) {
    const safe = key.toWellFormed().replace(/[^\w ./-]/gu, character => encodeURIComponent(character).replace(/[!'()*~]/g, percent));
    return `<!-- tlsgate:${safe} -->`;
}
/** Whether a body is that of the marker. */
const isMarked = (body, marker) => lineOf(body, 0) === marker;
/** A line of a body. GitHub keeps the line ends it was given; a person who edits in a browser leaves CRLF. */
const lineOf = (body, index) => body?.split(/\r?\n/, index + 1)[index]?.trimEnd() ?? '';
const percent = (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

;// CONCATENATED MODULE: ./build/commonjs/esm/action/github/comment.js

/** GitHub refuses a longer body with 422. It counts characters; to stay under it in bytes is safe whatever it counts as one. */
const longestBody = 65_536;
/** The address of the comment; null when none was wanted and none there. */
async function writeComment(client, place, comment) {
    const written = await write(client, place, comment, longestBody);
    // Whatever limit a server has: an eighth fits, and has the verdict still.
    return written.kind === 'invalid' ? write(client, place, comment, longestBody / 8) : written;
}
function write(client, place, { marker, mode, verdict, bodyOf }, maxBytes) {
    const { issue_number: _, ...repository } = place;
    return client.attempt(async () => {
        const id = await find(client, place, marker);
        if (id !== null) {
            const isRecovery = mode === 'on-failure' && verdict === 'pass';
            const { data } = await client.rest.issues.updateComment({ ...repository, comment_id: id, body: bodyOf(maxBytes, isRecovery) });
            return data.html_url;
        }
        if (mode === 'on-failure' && verdict === 'pass')
            return null;
        const { data } = await client.rest.issues.createComment({ ...place, body: bodyOf(maxBytes, false) });
        return data.html_url;
    });
}
/** The oldest that is ours: anybody can write a comment with our marker, and could change it again after we have. */
async function find({ rest, pages, isOurs }, place, marker) {
    for await (const { data } of pages(rest.issues.listComments, { ...place, per_page: 100 })) {
        for (const { id, body, user } of data)
            if (isMarked(body, marker) && (await isOurs(user)))
                return id;
    }
    return null;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/commonjs/esm/action/github/context.js
// What the runner says of the run: repository, pull request, deployment, commit. From the environment and the file of the event; nothing is asked.

/** @throws Error when the file of the event cannot be read */
function readContext(env) {
    const event = env.GITHUB_EVENT_NAME ?? '';
    const payload = env.GITHUB_EVENT_PATH ? readPayload(env.GITHUB_EVENT_PATH) : null;
    const commit = [at(payload, 'pull_request', 'head', 'sha'), at(payload, 'workflow_run', 'head_sha'), at(payload, 'deployment', 'sha')];
    return {
        event,
        repository: repositoryOf(env.GITHUB_REPOSITORY),
        pullRequest: pullRequestOf(payload),
        deployment: deploymentOf(payload),
        readOnly: readOnlyOf(env, event, payload),
        commit: [...commit, env.GITHUB_SHA].filter(isText).find(sha => /^[0-9a-f]{7,64}$/.test(sha)) ?? null,
        runUrl: runUrlOf(env),
        workflow: env.GITHUB_WORKFLOW ?? '',
        job: env.GITHUB_JOB ?? '',
    };
}
function readPayload(path) {
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Error(`the event of this run cannot be read: ${reason}`, { cause: error });
    }
}
/** A member of an object in an object; undefined where there is none. */
function at(value, ...path) {
    return path.reduce((inner, name) => (inner !== null && typeof inner === 'object' ? inner[name] : undefined), value);
}
function pullRequestOf(payload) {
    const started = at(payload, 'workflow_run', 'pull_requests');
    // Pull requests of the same branch into another repository are listed as well; for forks the list is empty.
    const here = Array.isArray(started) ? started.find(pull => at(pull, 'base', 'repo', 'id') === at(payload, 'repository', 'id')) : undefined;
    const commented = at(payload, 'issue', 'pull_request') === undefined ? undefined : at(payload, 'issue', 'number');
    return [at(payload, 'pull_request', 'number'), commented, at(here, 'number')].find(isId) ?? null;
}
function deploymentOf(payload) {
    const id = at(payload, 'deployment', 'id');
    if (!isId(id))
        return null;
    const state = at(payload, 'deployment_status', 'state');
    if (!isText(state))
        return { id, status: null };
    const [description, environmentUrl] = ['description', 'environment_url'].map(name => at(payload, 'deployment_status', name));
    return {
        id,
        status: { state, description: isText(description) ? description : '', environmentUrl: isText(environmentUrl) ? environmentUrl : '' },
    };
}
/** https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows: pull_request_target has a token that may write. */
function readOnlyOf(env, event, payload) {
    if (!event.startsWith('pull_request') || event === 'pull_request_target')
        return null;
    if (env.GITHUB_ACTOR === 'dependabot[bot]')
        return 'dependabot';
    // The head of a fork that is deleted has no repository.
    const [head, base] = ['head', 'base'].map(side => at(payload, 'pull_request', side, 'repo', 'full_name'));
    return isText(base) && head !== base ? 'fork' : null;
}
function repositoryOf(name) {
    const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(name ?? '') ?? [];
    return owner === undefined || repo === undefined ? null : { owner, repo };
}
function runUrlOf({ GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: name, GITHUB_RUN_ID: id = '', GITHUB_RUN_ATTEMPT: attempt = '', }) {
    if (repositoryOf(name) === null || !/^\d+$/.test(id) || !/^https?:\/\/[^\s()<>]+$/.test(server))
        return null;
    return `${server}/${name}/actions/runs/${id}${/^\d+$/.test(attempt) ? `/attempts/${attempt}` : ''}`;
}
const isText = (value) => typeof value === 'string';
const isId = (value) => Number.isSafeInteger(value) && Number(value) > 0;

;// CONCATENATED MODULE: ./build/commonjs/esm/action/github/deployment.js
const states = { pass: 'success', fail: 'failure', inconclusive: 'error' };
/** GitHub refuses a longer one. */
const longestDescription = 140;
/** By which a status is known to be ours: one of ours has to start no further one, or the two would go on for ever. */
const signature = 'tlsgate: ';
/** Why there is nothing to conclude about a deployment; null when there is. */
function notOurs({ status }) {
    if (status === null || (status.state === 'success' && !status.description.startsWith(signature)))
        return null;
    return status.state === 'success' ? 'its status is of tlsgate already' : `its status is ${status.state}`;
}
function writeDeploymentStatus(client, repository, { id, status }, { verdict, sentence, runUrl }) {
    const text = signature + sentence;
    return client.attempt(async () => {
        const { data } = await client.rest.repos.createDeploymentStatus({
            ...repository,
            deployment_id: id,
            state: states[verdict],
            description: text.length > longestDescription ? `${text.slice(0, longestDescription - 1)}…` : text,
            ...(runUrl === null ? {} : { log_url: runUrl }),
            // A status without it takes the link to the environment away.
            ...(status?.environmentUrl ? { environment_url: status.environmentUrl } : {}),
        });
        return data.state;
    });
}

// EXTERNAL MODULE: ./build/commonjs/esm/action/github/inputs.js
var github_inputs = __webpack_require__(5444);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/check.js
var check = __webpack_require__(9998);
// EXTERNAL MODULE: ./build/commonjs/esm/report/findings.js
var findings = __webpack_require__(4099);
;// CONCATENATED MODULE: ./build/commonjs/esm/action/github/state.js
// What is wrong with which target, as a hidden line of an issue, so that the next run can tell what has changed. Hashes only: no text of anybody's.



/** A thousand take 34 kB of the 64 a body may have. */
const mostTargets = 1000;
const stateOf = (report) => new Map([...troublesOf(report)].slice(0, mostTargets));
/** Of all targets, however many. */
function troublesOf({ targets }) {
    // With all addresses asked for, a target is there several times.
    const troubled = Map.groupBy(targets.filter(({ verdict }) => verdict !== 'pass'), keyOf);
    return new Map(Array.from(troubled, ([key, endpoints]) => [key, hash([...new Set(endpoints.map(state_troubleOf))].sort().join('\n'))]));
}
/** The state after a run. Of a target that it could not have checked the last that is known still holds. */
function stateAfter(before, report) {
    if (isWhole(report))
        return stateOf(report);
    return new Map([...stateOf(report), ...unheardOf(before, report)].slice(0, mostTargets));
}
/** Whether a target that is not in the report was not to be checked. */
const isWhole = ({ targets, missingShards }) => targets.length > 0 && missingShards.length === 0;
/** What a state has of targets that are not in the report. */
function unheardOf(before, { targets }) {
    const there = new Set(targets.map(keyOf));
    return [...before].filter(([key]) => !there.has(key));
}
function writeState(state) {
    return `<!-- state:${[...state].map(([key, trouble]) => ` ${key}=${trouble}`).join('')} -->`;
}
/** An empty state for a line that is none: everything has begun then. */
function readState(line) {
    const [, entries = ''] = /^<!-- state:((?: [0-9a-f]{16}=[0-9a-f]{16})*) -->$/.exec(line) ?? [];
    return new Map(entries.split(' ').flatMap(entry => (entry === '' ? [] : [[entry.slice(0, 16), entry.slice(17)]])));
}
/** @param body of the issue as it was when the state was: what names the targets */
function changesSince(before, report, body) {
    const now = troublesOf(report);
    const keyed = report.targets.map(target => ({ target, was: before.get(keyOf(target)), is: now.get(keyOf(target)) }));
    const those = (isSuch) => keyed.filter(isSuch).map(({ target }) => target);
    return {
        // Of a state that was full, what is not in it may have been there as well.
        began: before.size >= mostTargets ? [] : those(({ was, is }) => was === undefined && is !== undefined),
        changed: those(({ was, is }) => was !== undefined && is !== undefined && was !== is),
        recovered: those(({ target, was, is }) => was !== undefined && is === undefined && target.verdict === 'pass'),
        gone: isWhole(report) ? namesOf(new Set(unheardOf(before, report).map(([key]) => key)), body) : [],
    };
}
/** What the targets of some keys are called in a body. Whoever wrote it, a name counts only where its hash is one of the keys. */
function namesOf(keys, body) {
    const names = new Map();
    for (const [, url = '', host = ''] of body.matchAll(/`([a-z\d]+:\/\/([^\s`/:[\]]+|\[[\da-f:.]+\]):\d+)`/g)) {
        // An address is not sent as the name of a server.
        for (const servername of [host, null])
            names.set(keyOf({ target: { url, servername } }), url);
    }
    return [...keys].map(key => names.get(key) ?? null);
}
/** Not the address, which is another at every look-up of many a name. */
const keyOf = ({ target }) => hash(`${target.url} ${target.servername ?? ''}`);
/**
 * Why a target cannot be decided differs from run to run: that it cannot is what counts. Of one that failed only the most severe failures count:
 * they decided, whatever fails the run, and a notice beside them is no other reason.
 */
function state_troubleOf(target) {
    if (target.verdict === 'inconclusive')
        return 'inconclusive';
    const isFailed = (check, severity) => check.status === 'fail' && check.severity === severity;
    const worst = check/* severities */.gO.find(severity => target.checks.some(check => isFailed(check, severity)));
    const failed = (0,findings/* findingsOf */.WX)(target).filter(({ checks }) => worst !== undefined && checks.some(check => isFailed(check, worst)));
    return `fail ${failed
        .map(({ cause }) => cause)
        .sort()
        .join(' ')}`;
}
const hash = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);

;// CONCATENATED MODULE: ./build/commonjs/esm/action/github/issue.js



/** Put on when the issue is opened. The list of issues with it is short and right at once, where GitHub's search is late. */
const label = 'tlsgate';
/** The address of the issue; null when all is well and none is open. */
async function keepIssue(client, repository, issue) {
    const written = await keep(client, repository, issue, longestBody);
    const kept = written.kind === 'invalid' ? await keep(client, repository, issue, longestBody / 2) : written;
    if (kept.kind !== 'done')
        return kept;
    if (kept.value === null)
        return { kind: 'done', value: null };
    const { url, number, changes } = kept.value;
    if (changes === null)
        return { kind: 'done', value: url };
    const body = issue.changeOf(changes);
    const commented = await client.attempt(() => client.rest.issues.createComment({ ...repository, issue_number: number, body }));
    return commented.kind === 'done' ? { kind: 'done', value: url } : commented;
}
function keep(client, repository, issue, maxBytes) {
    const { marker, report, title, bodyOf } = issue;
    const { rest } = client;
    const bodyWith = (state) => {
        const hidden = `${marker}\n${writeState(state)}\n`;
        return hidden + bodyOf(maxBytes - hidden.length);
    };
    // What was before is read once: a second try may find what the first has written.
    let before = null;
    return client.attempt(async () => {
        const found = await issue_find(client, repository, marker);
        const isClosing = report.verdict === 'pass';
        if (found === null) {
            if (isClosing)
                return null;
            const { data } = await rest.issues.create({ ...repository, title, body: bodyWith(stateOf(report)), labels: [label] });
            return { url: data.html_url, number: data.number, changes: null };
        }
        before ??= found.body ?? '';
        const known = readState(lineOf(before, 1));
        const body = bodyWith(stateAfter(known, report));
        // The title of a closed issue goes on saying what it was about.
        const changed = isClosing ? { body, state: 'closed', state_reason: 'completed' } : { body, title };
        const { data } = await rest.issues.update({ ...repository, issue_number: found.number, ...changed });
        const changes = changesSince(known, report, before);
        const isNews = isClosing || Object.values(changes).some(targets => targets.length > 0);
        return { url: data.html_url, number: found.number, changes: isNews ? changes : null };
    });
}
async function issue_find({ rest, pages, isOurs }, repository, marker) {
    for await (const { data } of pages(rest.issues.listForRepo, { ...repository, state: 'open', labels: label, per_page: 100 })) {
        for (const { number, body, user, pull_request } of data) {
            if (pull_request === undefined && isMarked(body, marker) && (await isOurs(user)))
                return { number, body };
        }
    }
    return null;
}

;// CONCATENATED MODULE: ./build/commonjs/esm/action/github/tell.js










/** Never rejects. */
async function tellGithub(core, report, options) {
    // What a run says that was ended early is no news of the servers, and it has no time.
    if (options.signal?.aborted)
        return;
    try {
        await tell(core, report, options);
    }
    catch (error) {
        warn(core, `nothing more is written on GitHub: ${error instanceof Error ? error.message : String(error)}`);
    }
}
async function tell(core, report, { inputs, env, signal, sections = [], limits }) {
    const context = readContext(env);
    const { repository, workflow, job } = context;
    if (repository === null)
        return warn(core, 'nothing is written on GitHub: GITHUB_REPOSITORY names no repository');
    const marker = markerOf(inputs.commentKey ?? `${workflow}/${job}`);
    const origin = { names: [workflow, job], commit: context.commit, url: context.runUrl };
    const tasks = tasksOf(inputs, { report, context, repository, marker, origin, sections });
    for (const { what, plan } of tasks)
        if (typeof plan === 'string')
            notice(core, `no ${what} is written: ${plan}`);
    const planned = tasks.flatMap(({ plan, ...task }) => (typeof plan === 'string' ? [] : [{ ...task, write: plan }]));
    if (planned.length === 0)
        return;
    const { token } = inputs;
    if (token === null)
        return notice(core, `no ${planned.map(({ what }) => what).join(' and no ')} is written: token is empty`);
    const client = await connect({ token, apiUrl: env.GITHUB_API_URL, ...(signal && { signal }), ...(limits && { limits }) });
    for (const { what, permission, write } of planned)
        conclude(core, what, await write(client), reasonOf(context, permission));
}
function tasksOf(inputs, subject) {
    const { comment, issue, deploymentStatus } = inputs;
    const tasks = [
        comment !== 'never' && { what: 'comment', permission: 'pull-requests: write', plan: commentPlan(subject, comment) },
        issue && { what: 'issue', permission: 'issues: write', plan: issuePlan(subject) },
        (0,github_inputs/* wantsDeploymentStatus */.Rk)(deploymentStatus, subject.context.event) && {
            what: 'deployment status',
            permission: 'deployments: write',
            plan: deploymentPlan(subject),
        },
    ];
    return tasks.filter(task => task !== false);
}
function commentPlan({ report, context, repository, marker, origin, sections }, mode) {
    const { pullRequest, event } = context;
    if (pullRequest === null)
        return `the event ${event} names no pull request`;
    const { verdict } = report;
    const bodyOf = (maxBytes, isRecovery) => {
        const room = maxBytes - marker.length - 1;
        return `${marker}\n${renderComment(report, { maxBytes: room, origin, sections: isRecovery ? [recovered] : sections })}`;
    };
    return client => writeComment(client, { ...repository, issue_number: pullRequest }, { marker, mode, verdict, bodyOf });
}
function issuePlan({ report, context, repository, marker, origin, sections }) {
    if (context.event.startsWith('pull_request'))
        return 'a pull request is not what is monitored';
    return client => keepIssue(client, repository, {
        marker,
        report,
        title: issueTitle(report),
        bodyOf: maxBytes => renderIssue(report, { maxBytes, origin, sections }),
        changeOf: changes => renderChange(report, changes, origin),
    });
}
function deploymentPlan({ report, context, repository, origin }) {
    const { deployment, event } = context;
    if (deployment === null)
        return `the event ${event} names no deployment`;
    const { verdict } = report;
    return (notOurs(deployment) ??
        (client => writeDeploymentStatus(client, repository, deployment, { verdict, sentence: (0,tally/* tally */.N4)(report), runUrl: origin.url })));
}
function conclude(core, what, attempt, reason) {
    switch (attempt.kind) {
        case 'done':
            if (attempt.value !== null)
                core.info((0,report_escape/* inert */.tJ)(`${what} written: ${attempt.value}`));
            return;
        case 'forbidden':
            notice(core, `no ${what} is written: ${attempt.says}; ${reason}`);
            return;
        case 'unknown-token':
            warn(core, `the ${what} could not be written: ${attempt.says}; leave the input token out, or give it a token that is valid`);
            return;
        case 'invalid':
        case 'passing':
        case 'other':
            warn(core, `the ${what} could not be written: ${attempt.says}`);
            return;
        default:
            attempt;
    }
}
/** Why a token may not, as far as the event tells. */
function reasonOf({ readOnly }, permission) {
    switch (readOnly) {
        case 'fork':
            return 'in a run for the pull request of a fork the token can only read, whatever the permissions of the job';
        case 'dependabot':
            return `in a run for Dependabot the token can only read unless the job has the permission ${permission}`;
        case null:
            return `the job needs the permission ${permission}`;
        default:
            return readOnly;
    }
}
const notice = (core, message) => core.notice((0,report_escape/* inert */.tJ)(message), { title: 'tlsgate' });
const warn = (core, message) => core.warning((0,report_escape/* inert */.tJ)(message), { title: 'tlsgate' });


/***/ })

};
;