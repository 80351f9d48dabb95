"use strict";
exports.id = 743;
exports.ids = [743];
exports.modules = {

/***/ 2743:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sendPayloads: () => (/* binding */ sendPayloads)
});

// UNUSED EXPORTS: payloadNames

// EXTERNAL MODULE: ./build/commonjs/esm/registry/alerts.js
var alerts = __webpack_require__(1245);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/record.js
var record = __webpack_require__(1565);
// EXTERNAL MODULE: ./build/commonjs/esm/net/deadline.js
var deadline = __webpack_require__(8612);
// EXTERNAL MODULE: ./build/commonjs/esm/net/endpoint.js
var endpoint = __webpack_require__(2449);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/alert.js
var wire_alert = __webpack_require__(5876);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/codec.js
var codec = __webpack_require__(3008);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/handshake.js
var handshake = __webpack_require__(4395);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/messages.js + 2 modules
var wire_messages = __webpack_require__(3498);
;// CONCATENATED MODULE: ./build/commonjs/esm/probe/active/conversation.js
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








/** setTimeout's 32 bits: in effect only the signal ends the wait. */
const longestMs = 2 ** 31 - 1;
/** RFC 8446 §5.1: a first ClientHello travels in records of this version. */
const helloRecordVersion = 0x0301;
/** Why there is no conversation, a clause. */
class NoAnswer extends Error {
    name = 'NoAnswer';
}
/** One connection, to be disposed of. */
class Conversation {
    #socket;
    #clock;
    #openedMs;
    #signal;
    #records = new record/* Deframer */.LU();
    /** A record of another than the negotiated version is refused for that alone. */
    #version = helloRecordVersion;
    #end = null;
    #wake = () => { };
    constructor(socket, { clock, signal }) {
        this.#socket = socket;
        this.#clock = clock;
        this.#openedMs = clock();
        this.#signal = signal;
        socket.on('data', bytes => {
            this.#records.push(bytes);
            this.#wake();
        });
        const ended = (by) => () => {
            this.#end ??= by;
            this.#wake();
        };
        socket.on('end', ended('close')).on('error', ended('reset')).on('close', ended('close'));
    }
    /** @throws NoAnswer when there is no connection */
    static async open(place) {
        const { route, env, clock, signal } = place;
        const { socket, failure } = await (0,endpoint/* openEndpoint */.k)(route, env, clock, signal);
        if (socket === null)
            throw new NoAnswer(failure?.message ?? 'no connection');
        return new Conversation(socket, place);
    }
    /** Milliseconds since it was opened. */
    get ageMs() {
        return this.#clock() - this.#openedMs;
    }
    send(type, bytes) {
        this.#socket.write((0,record/* encodeRecords */.jc)(type, bytes, { version: this.#version }));
    }
    /** close_notify, and no more bytes after it: a server that is alive ends the connection in answer. */
    close() {
        this.#socket.end((0,record/* encodeRecords */.jc)(record/* contentType */.IM.alert, Uint8Array.of(wire_alert/* alertLevel */.j.warning, 0), { version: this.#version }));
    }
    /** The next record, or what there is in its place; silence after so many milliseconds, or else when the signal is aborted. */
    async hear(forMs = longestMs) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const limit = __addDisposableResource(env_1, (0,deadline/* deadline */.nl)(forMs, this.#signal), false);
            limit.signal.addEventListener('abort', () => this.#wake(), { once: true });
            for (;;) {
                const frame = this.#records.next();
                if (frame.kind === 'record')
                    return { kind: 'record', type: frame.type, fragment: frame.fragment };
                if (frame.kind === 'error')
                    return { kind: 'unreadable', detail: frame.message };
                if (frame.kind === 'sslv2')
                    return { kind: 'unreadable', detail: 'an SSLv2 message was sent' };
                if (this.#end !== null)
                    return { kind: 'ended', by: this.#end };
                if (limit.signal.aborted)
                    return { kind: 'silence' };
                await new Promise(resolve => (this.#wake = resolve));
            }
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            __disposeResources(env_1);
        }
    }
    /**
     * Sends a hello of TLS 1.2 or below and reads up to the ServerHello, or to ServerHelloDone, after which the server waits.
     * @throws NoAnswer when the server does not get there
     */
    async greet(hello, until) {
        this.send(record/* contentType */.IM.handshake, (0,wire_messages/* encodeHandshake */.u)(hello, { version: helloRecordVersion }));
        const messages = new handshake/* MessageAssembler */.Y();
        let answer = null;
        for (;;) {
            for (let message = messages.next(); message.kind !== 'need-more'; message = messages.next()) {
                if (message.kind === 'error')
                    throw new NoAnswer(message.message);
                answer ??= serverHelloOf(message.type, message.body);
                this.#version = answer.legacyVersion;
                if (until === 'server_hello' || message.type === serverHelloDone)
                    return answer;
            }
            const heard = await this.hear();
            const refusal = fatalAlert(heard);
            if (refusal !== null)
                throw new NoAnswer(`the hello was refused by alert ${alerts/* alerts */.Cv.label(refusal)}`);
            if (heard.kind !== 'record')
                throw new NoAnswer(`the hello was not answered: ${heardText(heard)}`);
            if (heard.type === record/* contentType */.IM.handshake)
                messages.push(heard.fragment);
        }
    }
    [Symbol.dispose]() {
        this.#socket.destroy();
    }
}
/** HandshakeType: RFC 5246 §7.4 */
const serverHelloDone = 14;
function serverHelloOf(type, body) {
    try {
        const message = (0,wire_messages/* decodeHandshake */.K)(type, body, { version: helloRecordVersion });
        if (message.kind === 'server_hello')
            return message;
        throw new NoAnswer(`a ${message.kind} came in the place of a ServerHello`);
    }
    catch (error) {
        if (error instanceof codec/* DecodeError */.Xc)
            throw new NoAnswer(`the ServerHello cannot be read: ${error.message}`, { cause: error });
        throw error;
    }
}
/** The description of a fatal alert; null for everything else. */
function fatalAlert(heard) {
    if (heard.kind !== 'record' || heard.type !== record/* contentType */.IM.alert || heard.fragment.length !== 2)
        return null;
    const { level, description } = (0,codec/* decode */.D4)(wire_alert/* alert */.x, heard.fragment);
    return level === wire_alert/* alertLevel */.j.fatal ? description : null;
}
/** What was heard, in words. */
function heardText(heard) {
    switch (heard.kind) {
        case 'record':
            return `a record of type ${heard.type} was sent`;
        case 'ended':
            return heard.by === 'close' ? 'the connection was closed' : 'the connection was reset';
        case 'silence':
            return 'no answer in time';
        case 'unreadable':
            return heard.detail;
        default:
            return heard;
    }
}

// EXTERNAL MODULE: ./build/commonjs/esm/registry/cipher-suite-parts.js
var cipher_suite_parts = __webpack_require__(5823);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/cipher-suites.js
var cipher_suites = __webpack_require__(3103);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/hello.js
var hello = __webpack_require__(2119);
;// CONCATENATED MODULE: ./build/commonjs/esm/probe/active/greeting.js
// The hello that payloads are sent after: TLS 1.2 or below, with every suite that servers of that time are known to have.



/** A hello that a server with a certificate answers unless it has no version before TLS 1.3; an older version than TLS 1.2 is its choice. */
function greeting(context, parts = {}) {
    return (0,hello/* helloOf */.s0)(context, { version: 0x0303, cipherSuites: usualSuites(), ...parts });
}
/** Those of OpenSSL that encrypt and need a certificate, about a hundred; with forward secrecy first. */
function usualSuites() {
    const exchanges = ['ECDHE', 'DHE', 'RSA'];
    const usual = cipher_suites/* cipherSuites */.vS.rows.flatMap(row => {
        const parts = (0,cipher_suite_parts/* partsOf */.CI)(row);
        const rank = exchanges.indexOf(parts?.keyExchange ?? '');
        return row.openssl === null || rank < 0 || parts?.authentication === 'anon' || parts?.bits === 0 ? [] : [{ code: row.code, rank }];
    });
    return usual.sort((a, b) => a.rank - b.rank).map(({ code }) => code);
}

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/active/hang-up.js
var hang_up_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var hang_up_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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

/** How long a connection on which nothing more is said has to stay open: so many times as long as the others, and this at least. */
const [times, leastMs] = [4, 1000];
/**
 * A hang-up counts only where it comes again, and a connection that is only greeted lives much longer.
 * @throws NoAnswer when the server takes part in no handshake before TLS 1.3
 */
async function heldAgainstSilence(place, { question, hello, attempt }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const first = await timed(place, attempt);
        if (first.answer.kind !== 'hung-up')
            return first.answer;
        const second = await timed(place, attempt);
        if (second.answer.kind !== 'hung-up')
            return second.answer;
        const control = hang_up_addDisposableResource(env_1, await Conversation.open(place), false);
        await control.greet(hello, 'server_hello_done');
        const heard = await control.hear(Math.max(leastMs, times * Math.max(first.ageMs, second.ageMs) - control.ageMs));
        if (heard.kind === 'silence' && !place.signal.aborted)
            return { kind: 'safe', detail: second.answer.detail };
        const why = heard.kind === 'silence' ? 'there was no time for a control' : `${heardText(heard)} on a connection without it, too`;
        return { kind: 'unknown', detail: `whether ${question} is not known: ${why}` };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        hang_up_disposeResources(env_1);
    }
}
async function timed(place, attempt) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const conversation = hang_up_addDisposableResource(env_2, await Conversation.open(place), false);
        const answer = await attempt(conversation);
        return { answer, ageMs: conversation.ageMs };
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        hang_up_disposeResources(env_2);
    }
}

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/active/ccs-injection.js
// CVE-2014-0224: a ChangeCipherSpec before the keys are exchanged. Who processes it fails to decrypt what comes next, and says so.





const unexpectedMessage = 10;
/** bad_record_mac and decryption_failed (RFC 5246 §7.2.2): neither can be said of a record in the clear. */
const decryptionFailures = [20, 21];
/** The one byte of the message: RFC 5246 §7.1 */
const changeCipherSpec = Uint8Array.of(1);
/** Sent as a handshake record; a multiple of every block size. */
const undecryptable = new Uint8Array(64);
/** How long a server is given that refuses, in answers of its own and at least in milliseconds. */
const patience = { answers: 4, ms: 200 };
/** @throws NoAnswer when the server takes part in no handshake before TLS 1.3 */
async function ccsInjection({ context, ...place }) {
    const hello = greeting(context);
    const question = 'an early ChangeCipherSpec is processed';
    return await heldAgainstSilence(place, { question, hello, attempt: conversation => inject(conversation, hello) });
}
async function inject(conversation, hello) {
    await conversation.greet(hello, 'server_hello_done');
    const answerMs = conversation.ageMs;
    conversation.send(record/* contentType */.IM.changeCipherSpec, changeCipherSpec);
    const first = await conversation.hear(Math.max(patience.ms, patience.answers * answerMs));
    const refusal = fatalAlert(first);
    if (refusal !== null)
        return { kind: 'safe', detail: `an early ChangeCipherSpec was refused by alert ${alerts/* alerts */.Cv.label(refusal)}` };
    if (first.kind === 'ended')
        return { kind: 'hung-up', detail: `an early ChangeCipherSpec was refused: ${heardText(first)}` };
    // It may be slow, it may not mind, or it has switched its decryption on: another record tells.
    conversation.send(record/* contentType */.IM.handshake, undecryptable);
    const second = await conversation.hear();
    const verdict = fatalAlert(second);
    if (verdict !== null && decryptionFailures.includes(verdict))
        return { kind: 'vulnerable', detail: `an early ChangeCipherSpec was processed: alert ${alerts/* alerts */.Cv.label(verdict)} to the record after it` };
    if (verdict === unexpectedMessage)
        return { kind: 'safe', detail: 'an early ChangeCipherSpec was refused by alert unexpected_message' };
    const what = verdict === null ? heardText(second) : `alert ${alerts/* alerts */.Cv.label(verdict)}`;
    return {
        kind: 'unknown',
        detail: `whether an early ChangeCipherSpec is processed is not known: ${what} after the record that followed it`,
    };
}

// EXTERNAL MODULE: ./build/commonjs/esm/wire/extensions.js + 1 modules
var wire_extensions = __webpack_require__(3540);
;// CONCATENATED MODULE: ./build/commonjs/esm/probe/active/heartbleed.js
// CVE-2014-0160, in the form that leaks nothing: a heartbeat that asks back exactly the bytes it brings, but lacks the padding it must have.
// The check that OpenSSL 1.0.1g brought in counts the padding and drops it; without the check our own bytes come back.





const payloadLength = 32;
/** A heartbeat_request (RFC 6520 §4) without the 16 bytes of padding that have to follow the payload. */
function request(payload) {
    return Uint8Array.of(1, payload.length >> 8, payload.length & 0xff, ...payload);
}
/** @throws NoAnswer when the server takes part in no handshake before TLS 1.3 */
async function heartbleed({ context, ...place }) {
    const hello = greeting(context);
    const question = 'a heartbeat without padding is answered';
    return await heldAgainstSilence(place, {
        question,
        hello,
        attempt: conversation => beat(conversation, hello, context.random(payloadLength)),
    });
}
async function beat(conversation, hello, payload) {
    const { extensions } = await conversation.greet(hello, 'server_hello_done');
    if ((0,wire_extensions/* extension */.ck)(extensions, 'heartbeat') === undefined)
        return { kind: 'safe', detail: 'the heartbeat extension was not answered' };
    conversation.send(record/* contentType */.IM.heartbeat, request(payload));
    // Whoever drops the heartbeat says nothing; that it was read is seen by what follows it being answered.
    conversation.close();
    for (;;) {
        const heard = await conversation.hear();
        if (heard.kind === 'record' && heard.type === record/* contentType */.IM.heartbeat)
            return { kind: 'vulnerable', detail: `a heartbeat without padding was answered by one of ${heard.fragment.length} bytes` };
        if (heard.kind === 'record')
            continue;
        if (heard.kind === 'ended' && heard.by === 'close')
            return { kind: 'hung-up', detail: 'a heartbeat without padding was not answered' };
        // A reset may have overtaken an answer.
        return { kind: 'unknown', detail: `whether a heartbeat without padding is answered is not known: ${heardText(heard)}` };
    }
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./build/commonjs/esm/probe/active/private-address.js
// Which addresses nobody but their owner can mean: a payload may go there without a word from the user. No look-ups.

const networks = [
    ['127.0.0.0', 8, 'ipv4'], // loopback: RFC 1122 §3.2.1.3
    ['10.0.0.0', 8, 'ipv4'], // RFC 1918
    ['172.16.0.0', 12, 'ipv4'],
    ['192.168.0.0', 16, 'ipv4'],
    ['169.254.0.0', 16, 'ipv4'], // link-local: RFC 3927
    ['100.64.0.0', 10, 'ipv4'], // behind a carrier's NAT: RFC 6598
    ['::1', 128, 'ipv6'],
    ['fc00::', 7, 'ipv6'], // RFC 4193
    ['fe80::', 10, 'ipv6'], // link-local: RFC 4291 §2.5.6
];
let list;
/** Whether an IP address is loopback, link-local or of a private network; IPv4 in the form of IPv6 counts as what it is. */
function isPrivateAddress(address) {
    if (list === undefined) {
        list = new external_node_net_.BlockList();
        for (const [network, prefix, family] of networks)
            list.addSubnet(network, prefix, family);
    }
    const [withoutZone = ''] = address.split('%', 1);
    return list.check(withoutZone, withoutZone.includes(':') ? 'ipv6' : 'ipv4');
}

// EXTERNAL MODULE: ./build/commonjs/esm/net/tls.js
var tls = __webpack_require__(9007);
// EXTERNAL MODULE: ./build/commonjs/esm/trace/negotiated.js
var negotiated = __webpack_require__(3350);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/handshake.js + 1 modules
var probe_handshake = __webpack_require__(898);
;// CONCATENATED MODULE: ./build/commonjs/esm/probe/active/ticketbleed.js
var ticketbleed_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var ticketbleed_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
// CVE-2016-9244: a session id that comes with a ticket has to come back as it is (RFC 5077 §3.4); F5 sent 32 bytes of memory from where it
// begins. One byte short of that, ours lets a single foreign byte out, and cannot be met with by chance.





const longestSessionId = 32;
/** @throws NoAnswer when the server takes part in no handshake before TLS 1.3 */
async function ticketbleed({ context, ...place }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const session = await firstSession(context, place);
        if (session.ticket === null)
            return { kind: 'safe', detail: 'no session ticket was issued' };
        const sessionId = context.random(longestSessionId - 1);
        const hello = greeting(context, {
            cipherSuites: [...new Set([session.cipherSuite, ...usualSuites()])],
            extensions: [{ kind: 'session_ticket', ticket: session.ticket }],
        });
        const conversation = ticketbleed_addDisposableResource(env_1, await Conversation.open(place), false);
        const { sessionId: returned } = await conversation.greet({ ...hello, sessionId }, 'server_hello');
        const isOurs = returned.length >= sessionId.length && sessionId.every((byte, index) => byte === returned[index]);
        if (!isOurs)
            return { kind: 'unknown', detail: 'the session ticket was not taken, so that no session id had to come back' };
        const sent = `a session id of ${sessionId.length} bytes came back`;
        return returned.length === sessionId.length
            ? { kind: 'safe', detail: `${sent} as it was` }
            : { kind: 'vulnerable', detail: `${sent} with ${returned.length} bytes` };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        ticketbleed_disposeResources(env_1);
    }
}
/** A whole handshake by OpenSSL, whatever the certificate and however old the version and suite: only the ticket is of interest. */
async function firstSession({ servername, alpn }, { route, env, clock, signal }) {
    const context = (0,tls/* secureContext */.zi)({ ca: [], minVersion: 'TLSv1', maxVersion: 'TLSv1.2', ciphers: 'ALL:@SECLEVEL=0' });
    const { session, networkFailure, trace } = await (0,probe_handshake/* probeHandshake */.s)({ route, context, servername, alpn }, env, clock, signal);
    const { cipherSuite } = (0,negotiated/* negotiated */.H)(trace);
    if (session?.end.kind !== 'secured' || cipherSuite === null)
        throw new NoAnswer(networkFailure?.message ?? 'OpenSSL completed no handshake before TLSv1.3, so there is no session to resume');
    // Sent in the clear before the server's ChangeCipherSpec: RFC 5077 §3.3
    const message = trace.messages.map(({ content }) => content).find(content => content.kind === 'new_session_ticket');
    return { cipherSuite, ticket: message?.ticket.length ? message.ticket : null };
}

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/active/payloads.js





/** The vulnerabilities that take a payload, in the order they are tested. */
const payloadNames = (/* unused pure expression or super */ null && (['heartbleed', 'ccs-injection', 'ticketbleed']));
/** Sends every payload, one after the other, or none at all. Never rejects for what a server does. */
async function sendPayloads(options) {
    const refusal = refusalOf(options);
    if (refusal !== null)
        return { answers: { heartbleed: refusal, 'ccs-injection': refusal, ticketbleed: refusal }, connections: 0 };
    const { route, env, address } = options;
    let connections = 0;
    const dial = (to, port) => {
        connections += 1;
        return env.dial(to, port);
    };
    const target = {
        ...options,
        // The very address that was judged: a name may lead elsewhere by now.
        route: address === null ? route : { ...route, address: { address, family: address.includes(':') ? 6 : 4 } },
        env: { ...env, dial },
    };
    const answers = {
        heartbleed: await answerOf(heartbleed(target)),
        'ccs-injection': await answerOf(ccsInjection(target)),
        ticketbleed: await answerOf(ticketbleed(target)),
    };
    return { answers, connections };
}
function refusalOf({ address, iOwnThisHost, route }) {
    if (iOwnThisHost)
        return null;
    const fix = 'Repeat with i-own-this-host if the host is yours, or test it at a private address';
    if (route.proxy !== null)
        return { kind: 'unknown', detail: 'no payload was sent: behind a proxy nobody knows whose address it is', fix };
    if (address === null)
        return { kind: 'unknown', detail: 'no payload was sent: the server has no known address' };
    return isPrivateAddress(address) ? null : { kind: 'unknown', detail: `no payload was sent: ${address} is no private address`, fix };
}
async function answerOf(answer) {
    try {
        return await answer;
    }
    catch (error) {
        if (error instanceof NoAnswer)
            return { kind: 'unknown', detail: error.message };
        throw error;
    }
}


/***/ })

};
;