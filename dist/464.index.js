"use strict";
exports.id = 464;
exports.ids = [464];
exports.modules = {

/***/ 7464:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  withServers: () => (/* binding */ withServers)
});

// EXTERNAL MODULE: ./build/commonjs/esm/report/escape.js
var report_escape = __webpack_require__(6514);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/commonjs/esm/usage-error.js
var usage_error = __webpack_require__(4994);
;// CONCATENATED MODULE: ./build/commonjs/esm/action/fork-head.js
// Events that run with the rights of this repository while what they are about is the code of a fork. Whoever starts a server then runs that code.


/** Whose code an event is about; by its name (https://docs.github.com/actions, events that trigger workflows). */
const headOf = {
    pull_request_target: ({ pull_request }) => pull_request?.head?.repo,
    workflow_run: ({ workflow_run }) => workflow_run?.head_repository,
};
/**
 * Refuses `start` where it could run what a stranger wrote with the secrets of this repository.
 * @throws UsageError for the head of a fork, and where it cannot be told whose it is
 */
function refuseForkHead({ GITHUB_EVENT_NAME: event = '', GITHUB_EVENT_PATH: path }) {
    const head = Object.hasOwn(headOf, event) ? headOf[event] : undefined;
    if (head === undefined)
        return;
    const payload = readPayload(path);
    const [own, other] = [payload.repository?.full_name, head(payload)?.full_name];
    if (typeof own === 'string' && own === other)
        return;
    const whose = typeof other === 'string' ? 'of a fork' : 'of nobody who can be told';
    throw new usage_error/* UsageError */.e(`start is refused: ${event} runs with the secrets of this repository, and the code it is about is ${whose}`, 'use the event pull_request, or check a server that is not started from that code');
}
function readPayload(path) {
    try {
        const payload = JSON.parse((0,external_node_fs_.readFileSync)(path ?? '', 'utf8'));
        return typeof payload === 'object' && payload !== null ? payload : {};
    }
    catch {
        return {}; // then it cannot be told, and is refused
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/commonjs/esm/action/process-tree.js
// The processes that a command has started, and their end. A server may have left its parent, its group and its session (a daemon does). It is
// known all the same by what it was given at its start and hardly any gives away: a variable of its environment, or an open file.



/** How long processes may take to end themselves, before they are ended. */
const graceMs = 3000;
const pollMs = 50;
/** The processes of the tree that run. Empty on Windows once the first has ended: what it left behind is not known there. */
function runningIn(tree) {
    if (process.platform === 'win32')
        return isRunning(tree.pid) ? [tree.pid] : [];
    const all = processes();
    const isOwn = ({ pid, group }) => pid === tree.pid ||
        group === tree.pid ||
        environmentOf(pid).includes(tree.marker) ||
        // A server that writes its title over its environment, as nginx does, still has the file.
        filesOf(pid).some(path => path.includes(tree.marker));
    const members = new Set(all.filter(isOwn).map(({ pid }) => pid));
    // A process under another user hides its environment (sudo); its parents tell whose it is.
    for (let before = -1; before < members.size;) {
        before = members.size;
        for (const { pid, parent } of all)
            if (members.has(parent))
                members.add(pid);
    }
    // Whatever a reading of it may say: never this process, nor one that it runs under.
    for (let pid = process.pid; pid !== undefined && pid > 0; pid = all.find(each => each.pid === pid)?.parent)
        members.delete(pid);
    return all.filter(({ pid, isOver }) => members.has(pid) && !isOver).map(({ pid }) => pid);
}
/**
 * Ends every process of the tree, those first asked to that can be.
 * @returns those that still run: of another user, as a rule
 */
async function endTree(tree) {
    if (process.platform === 'win32') {
        (0,external_node_child_process_.spawnSync)('taskkill', ['/pid', String(tree.pid), '/t', '/f'], { stdio: 'ignore' });
        return runningIn(tree);
    }
    for (const [signal, waitMs] of [
        ['SIGTERM', graceMs],
        ['SIGKILL', graceMs],
    ]) {
        if (!signalTree(tree, signal))
            return [];
        for (let waitedMs = 0; waitedMs < waitMs && runningIn(tree).length > 0; waitedMs += pollMs)
            await (0,promises_.setTimeout)(pollMs);
    }
    return runningIn(tree);
}
/** Ends the tree at once, when there is no time for more: at the end of this process. */
function killTree(tree) {
    if (process.platform === 'win32')
        (0,external_node_child_process_.spawnSync)('taskkill', ['/pid', String(tree.pid), '/t', '/f'], { stdio: 'ignore' });
    else
        signalTree(tree, 'SIGKILL');
}
/** Whether there was anyone to signal. */
function signalTree(tree, signal) {
    const running = runningIn(tree);
    const forbidden = running.filter(pid => {
        try {
            process.kill(pid, signal);
            return false;
        }
        catch (error) {
            return error.code === 'EPERM';
        }
    });
    // What was started by sudo is ended by it; hosted runners ask for no password.
    if (forbidden.length > 0)
        (0,external_node_child_process_.spawnSync)('sudo', ['-n', 'kill', `-${signal}`, ...forbidden.map(String)], { stdio: 'ignore' });
    return running.length > 0;
}
function processes() {
    if (process.platform === 'linux')
        return (0,external_node_fs_.readdirSync)('/proc').flatMap(name => (/^\d+$/.test(name) ? statOf(name) : []));
    const { stdout } = (0,external_node_child_process_.spawnSync)('ps', ['-Ao', 'pid=,ppid=,pgid=,stat='], { encoding: 'utf8' });
    return (stdout ?? '').split('\n').flatMap(line => {
        const [pid, parent, group, state = ''] = line.trim().split(/\s+/);
        return group === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), group: Number(group), isOver: state.startsWith('Z') }];
    });
}
/** proc_pid_stat(5): 'pid (name) state parent group …', where the name may hold anything. */
function statOf(name) {
    const stat = contentOf(`/proc/${name}/stat`);
    const [state = '', parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return group === undefined ? [] : [{ pid: Number(name), parent: Number(parent), group: Number(group), isOver: 'ZX'.includes(state) }];
}
const environmentOf = (pid) => (process.platform === 'linux' ? contentOf(`/proc/${pid}/environ`) : '');
/** What the open files of a process are. */
function filesOf(pid) {
    if (process.platform !== 'linux')
        return [];
    const folder = `/proc/${pid}/fd`;
    return orNothing(() => (0,external_node_fs_.readdirSync)(folder)).flatMap(name => orNothing(() => [(0,external_node_fs_.readlinkSync)(`${folder}/${name}`)]));
}
const contentOf = (path) => orNothing(() => [(0,external_node_fs_.readFileSync)(path, 'utf8')]).join('');
/** The process may have ended meanwhile, or be another user's. */
function orNothing(read) {
    try {
        return read();
    }
    catch {
        return [];
    }
}
function isRunning(pid) {
    try {
        return process.kill(pid, 0);
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/commonjs/esm/action/started-servers.js
// The servers that a step starts from commands, for as long as they are needed. What they print is kept, to be shown when the step is red.






/** UTF-16 units of output that are kept of each server. */
const outputKept = 64 * 1024;
class StartedServers {
    #servers;
    /** Also when this process ends without a word: nothing is left running. */
    #onExit = () => {
        for (const { tree } of this.#servers)
            if (tree)
                killTree(tree);
    };
    /** @param commands each for a shell, in the directory `cwd` */
    constructor(commands, { cwd, env }) {
        process.on('exit', this.#onExit);
        this.#servers = commands.map(command => new Server(command, cwd, env));
    }
    get servers() {
        return this.#servers;
    }
    /** Ends all of them, with whatever they have started. */
    async [Symbol.asyncDispose]() {
        await Promise.all(this.#servers.map(server => server.stop()));
        process.off('exit', this.#onExit);
    }
}
class Server {
    command;
    /** Null when it could not be started. */
    tree;
    #process;
    #output = '';
    #end = null;
    constructor(command, cwd, env) {
        this.command = command;
        const marker = `tlsgate-start-${(0,external_node_crypto_.randomUUID)()}`;
        const path = (0,external_node_path_.join)((0,external_node_os_.tmpdir)(), marker);
        const file = (0,external_node_fs_.openSync)(path, 'wx');
        // A group of its own: what a terminal or a runner sends to ours is not for it, and it can be ended as one.
        this.#process = (0,external_node_child_process_.spawn)(command, {
            ...{ cwd, shell: true, stdio: ['ignore', 'pipe', 'pipe', file], windowsHide: true },
            detached: process.platform !== 'win32',
            env: { ...env, TLSGATE_START: marker },
        });
        (0,external_node_fs_.closeSync)(file);
        (0,external_node_fs_.rmSync)(path, { force: true });
        const { pid } = this.#process;
        this.tree = pid === undefined ? null : { pid, marker };
        this.#process.on('error', error => {
            this.#end ??= `it could not be started: ${error.message}`;
        });
        this.#process.on('exit', (code, signal) => {
            this.#end ??= code === null ? `it was ended by ${signal}` : `it ended with exit code ${code}`;
        });
        for (const stream of [this.#process.stdout, this.#process.stderr]) {
            stream?.setEncoding('utf8').on('data', (text) => {
                this.#output = `${this.#output}${text}`.slice(-outputKept);
            });
        }
    }
    get output() {
        return this.#output;
    }
    get end() {
        const { exitCode } = this.#process;
        // A daemon leaves its first process, which ends well.
        return exitCode === 0 && this.tree && runningIn(this.tree).length > 0 ? null : this.#end;
    }
    async stop() {
        const left = this.tree ? await endTree(this.tree) : [];
        // What still runs may hold the pipes open, and this process with them.
        for (const stream of this.#process.stdio)
            stream?.destroy();
        this.#process.unref();
        if (left.length > 0)
            this.#output = `${this.#output}\n(tlsgate could not end it: ${left.length} processes still run: ${left.join(', ')})\n`;
    }
}

// EXTERNAL MODULE: ./build/commonjs/esm/gate.js + 9 modules
var gate = __webpack_require__(8368);
;// CONCATENATED MODULE: ./build/commonjs/esm/action/wait-on.js
// Waits until servers answer TLS at all, trusted or not: what they answer is for the checks that follow. Before they are started nobody may.



/** Until the next try, and the longest that one try may take. */
const [pauseMs, tryMs] = [200, 5000];
/** For an answer of whoever is there before the start: where nothing listens, that is known at once. */
const askMs = 2000;
/**
 * Asks each target once: a server that is started where another one listens ends as a rule only after the other has been checked in its place.
 * Those of other machines may be checked beside what is started here.
 * @throws UsageError when one of this machine answers
 */
async function refuseAnswering({ targets, options, signal }) {
    await Promise.all(targets.map(async (target) => {
        const [report] = await seen(target, { options, timeoutMs: askMs, signal });
        if (report === undefined || !isLoopback(report.target.address ?? '') || !answersTls(report))
            return;
        throw new usage_error/* UsageError */.e(`something answers at ${report.target.url} before start has begun`, 'stop it, or take another port; wait-on has to name only what start starts');
    }));
}
/** RFC 1122 §3.2.1.3, RFC 4291 §2.5.3 */
const isLoopback = (address) => address.startsWith('127.') || address === '::1';
/**
 * Returns when every target has answered, or when the signal ends the waiting.
 * @throws UsageError when a server has ended, or the time is up
 */
async function waitOn({ targets, options, servers, timeoutMs, signal }) {
    const until = performance.now() + timeoutMs;
    await Promise.all(targets.map(async (target) => {
        while (!signal.aborted) {
            refuseEnded(servers, beforeAnswer);
            const leftMs = until - performance.now();
            const [report] = await seen(target, { options, timeoutMs: Math.max(1, Math.ceil(Math.min(tryMs, leftMs))), signal });
            if (report === undefined || answersTls(report) || signal.aborted)
                return;
            refuseEnded(servers, beforeAnswer);
            if (performance.now() + pauseMs >= until)
                throw tooLate(report, { servers, timeoutMs });
            await (0,promises_.setTimeout)(pauseMs, undefined, { signal }).catch(() => { });
        }
    }));
}
async function seen(target, { options, timeoutMs, signal }) {
    const own = typeof target === 'string' ? { target } : { target: target.target, ...wayOf(target) };
    const { targets } = await (0,gate.gate)([own], { ...wayOf(options), timeoutMs, insecure: true, survey: 'none' }, { signal });
    return targets;
}
/** How a target is reached: of its options those that decide who answers. */
function wayOf(options) {
    const ways = ['connectTo', 'proxy', 'servername'];
    return Object.fromEntries(ways.flatMap(name => (name in options ? [[name, options[name]]] : [])));
}
/** Whether the server said anything in TLS: a refusal is an answer too. */
function answersTls({ handshake: { completed, failure, steps } }) {
    const heard = steps.some(({ from, status, name }) => from === 'server' && status === 'done' && name === 'server_hello');
    return completed || heard || failure?.alert?.sentBy === 'server';
}
const beforeAnswer = 'before it answered TLS';
/** @throws UsageError when a server has ended; `when` completes 'is gone …' */
function refuseEnded(servers, when) {
    for (const { command, end } of servers) {
        if (end === null)
            continue;
        throw new usage_error/* UsageError */.e(`the server started by ${JSON.stringify(command.slice(0, 200))} is gone ${when}: ${end}`, 'look at its output in the log; start has to keep it running, or leave a daemon behind');
    }
}
function tooLate({ target, handshake: { failure } }, { servers, timeoutMs }) {
    const why = failure === null ? 'it did not answer' : failure.message;
    return new usage_error/* UsageError */.e(`${target.url} did not answer TLS within ${timeoutMs / 1000} s: ${why}`, `check ${servers.length > 0 ? 'the command of start' : 'what starts the server'} and the address of wait-on, or give more time as wait-on-timeout`);
}

;// CONCATENATED MODULE: ./build/commonjs/esm/action/start.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
// What a step does around its checks when it has to start the servers itself: start, wait, show what they printed when it is red, end them.




/** What nothing that a step starts has to know: inputs, tokens of the runner, and the files by which a step speaks to it. */
const withheld = /^(?:INPUT_.*|ACTIONS_.*|GITHUB_(?:OUTPUT|ENV|PATH|STATE|STEP_SUMMARY|TOKEN))$/i;
/**
 * Does the work with the servers of the step running and answering TLS.
 * @param work gives whether all went well: otherwise what the servers printed is shown
 * @throws UsageError when something answers in the place of a server, when one ends before the work has or takes too long, and whatever the work throws
 */
async function withServers({ start, waitOn: targets, waitOnTimeoutMs, directory, options }, { log, env, signal }, work) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (start.length > 0) {
            refuseForkHead(env);
            await refuseAnswering({ targets, options, signal });
        }
        const started = __addDisposableResource(env_1, new StartedServers(start, { cwd: directory, env: withoutWithheld(env) }), true);
        try {
            await waitOn({ targets, options, servers: started.servers, timeoutMs: waitOnTimeoutMs, signal });
            const { result, isWell } = await work();
            // Whoever answered then may have been another.
            if (isWell)
                refuseEnded(started.servers, 'before the checks were done');
            else
                showOutputs(log, started.servers);
            return result;
        }
        catch (error) {
            showOutputs(log, started.servers);
            throw error;
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
const withoutWithheld = (env) => Object.fromEntries(Object.entries(env).filter(([name]) => !withheld.test(name)));
function showOutputs(log, servers) {
    for (const { command, output, end } of servers) {
        log.startGroup((0,report_escape/* inert */.tJ)(`Output of ${command}${end === null ? '' : `: ${end}`}`, 300));
        log.info(output.trim() === ''
            ? '(it printed nothing)'
            : output
                .trimEnd()
                .split(/\r?\n/)
                .map(line => (0,report_escape/* inert */.tJ)(line))
                .join('\n'));
        log.endGroup();
    }
}


/***/ })

};
;