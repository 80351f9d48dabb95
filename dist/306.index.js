export const id = 306;
export const ids = [306];
export const modules = {

/***/ 1306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  askWider: () => (/* binding */ askWider)
});

// EXTERNAL MODULE: ./build/esm/registry/alerts.js
var alerts = __webpack_require__(6279);
// EXTERNAL MODULE: ./build/esm/registry/cipher-suites.js
var cipher_suites = __webpack_require__(5445);
// EXTERNAL MODULE: ./build/esm/registry/protocols.js
var protocols = __webpack_require__(6759);
// EXTERNAL MODULE: ./build/esm/net/endpoint.js
var net_endpoint = __webpack_require__(8071);
// EXTERNAL MODULE: ./build/esm/net/tap.js
var net_tap = __webpack_require__(2489);
// EXTERNAL MODULE: ./build/esm/trace/negotiated.js
var negotiated = __webpack_require__(1056);
// EXTERNAL MODULE: ./build/esm/trace/trace.js + 3 modules
var trace = __webpack_require__(7477);
// EXTERNAL MODULE: ./build/esm/wire/messages.js + 2 modules
var messages = __webpack_require__(4035);
// EXTERNAL MODULE: ./build/esm/wire/record.js
var record = __webpack_require__(8391);
;// CONCATENATED MODULE: ./build/esm/probe/exchange.js
// One offer on one connection: our own hello out, the server's flight up to the ServerHello (before TLS 1.3 up to its end) in. No keys, no crypto.






/** RFC 8446 §5.1: an initial ClientHello travels in records of this version. */
const initialRecordVersion = 0x0301;
/** Sends the offer and reads the answer. Never rejects for what a server does; the connection is closed when it returns. */
async function exchange(offer, route, env, clock, signal) {
    const endpoint = await (0,net_endpoint/* openEndpoint */.k)(route, env, clock, signal);
    if (endpoint.socket === null)
        return { kind: 'unknown', why: 'unreachable', detail: endpoint.failure?.message ?? 'no connection' };
    const tap = new net_tap/* Tap */.Cx(endpoint.socket, clock);
    const { promise: ended, resolve: end } = Promise.withResolvers();
    const { promise: answered, resolve: answer } = Promise.withResolvers();
    const onAbort = () => end({ kind: 'unknown', why: 'timeout', detail: 'no answer in time' });
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted)
        onAbort();
    const reader = new trace/* TraceReader */.lC({ chunks: tap.chunks, keyLog: [] });
    tap.on('data', () => {
        const outcome = outcomeOf(reader.trace());
        if (outcome)
            answer(outcome);
    });
    tap.once('end', () => end({ kind: 'refused', by: 'close' }));
    tap.once('error', error => end(brokenOff(error)));
    tap.once('close', () => end({ kind: 'refused', by: 'close' }));
    try {
        const message = (0,messages/* encodeHandshake */.u)(offer.hello, { version: initialRecordVersion });
        tap.write((0,record/* encodeRecords */.jc)(record/* contentType */.IM.handshake, message, { version: initialRecordVersion }));
        return await Promise.race([answered, ended.then(outcome => partialOutcome(reader.trace()) ?? outcome)]);
    }
    finally {
        signal.removeEventListener('abort', onAbort);
        tap.destroy();
    }
}
/** What the bytes so far prove, or null while the answer is not whole. */
function outcomeOf(trace) {
    if (trace.notTls)
        return { kind: 'unknown', why: 'not-tls', detail: 'the answer is no TLS' };
    if (trace.broken)
        return { kind: 'unknown', why: 'unreadable', detail: trace.broken };
    for (const { from, content } of trace.messages) {
        if (from !== 'server')
            continue;
        if (content.kind === 'alert' && content.level === 2)
            return { kind: 'refused', by: 'alert', alert: content.description };
        if (content.kind === 'undecodable')
            return { kind: 'unknown', why: 'unreadable', detail: content.reason };
    }
    const { version } = (0,negotiated/* negotiated */.H)(trace);
    // Before TLS 1.3 the group and the signature scheme come later in the flight, in the clear.
    const whole = version !== null && (version >= 0x0304 || trace.messages.some(({ content }) => content.kind === 'server_hello_done'));
    return whole ? accepted(trace) : null;
}
/** A server that answered with a ServerHello and then went away has answered. */
const partialOutcome = (trace) => outcomeOf(trace) ?? (trace.serverHello ? accepted(trace) : null);
function accepted(trace) {
    const { version, cipherSuite, group, signatureScheme } = (0,negotiated/* negotiated */.H)(trace);
    return version === null || cipherSuite === null ? null : { kind: 'accepted', version, cipherSuite, group, signatureScheme };
}
/** A reset is the server's doing; a flood or a network that fails is no refusal. */
function brokenOff({ code, message }) {
    const isReset = code === 'ECONNRESET' || code === 'EPIPE' || code === 'ECONNABORTED';
    return isReset ? { kind: 'refused', by: 'reset' } : { kind: 'unknown', why: 'unreadable', detail: message };
}

;// CONCATENATED MODULE: ./build/esm/probe/run.js
/** @param put puts one offer to the server, on a connection of its own */
async function runProbe(probe, put) {
    const asked = [];
    let turn = probe.next();
    while (!turn.done) {
        const outcomes = [];
        // One after the other: a handful of hellos, and some servers serve one connection at a time.
        for (const offer of turn.value) {
            const outcome = await put(offer);
            outcomes.push(outcome);
            asked.push({ offer, outcome });
        }
        turn = probe.next(outcomes);
    }
    return { facts: turn.value, asked };
}

// EXTERNAL MODULE: ./build/esm/registry/cipher-suite-parts.js
var cipher_suite_parts = __webpack_require__(5477);
// EXTERNAL MODULE: ./build/esm/registry/groups.js
var groups = __webpack_require__(4372);
// EXTERNAL MODULE: ./build/esm/registry/signature-schemes.js
var signature_schemes = __webpack_require__(6409);
;// CONCATENATED MODULE: ./build/esm/probe/widen.js
// Why did a server refuse a hello without saying so? Asks again with everything we know to name, and looks at what the server picks.




/** Hellos with more suites are refused by some servers for their length alone. */
const suitesPerHello = 120;
const tls13 = 0x0304;
/**
 * Asks up to four hellos, one after the other, until the server accepts one: all suites, groups and signature schemes of every version
 * in batches, then the original without a server name.
 */
function* widen(original) {
    const unnamed = withoutName(original);
    let conclusive = true;
    for (const offer of [...wideOffers(original), ...(unnamed ? [unnamed] : [])]) {
        const [outcome] = yield [offer];
        if (outcome?.kind === 'accepted')
            return { accepted: { ...outcome, title: offer.title, withoutName: offer === unnamed }, conclusive: true };
        // The deadline has passed: nothing that is asked after it can be answered.
        if (outcome?.kind === 'unknown' && outcome.why === 'timeout')
            return { accepted: null, conclusive: false };
        conclusive &&= outcome?.kind === 'refused';
    }
    return { accepted: null, conclusive };
}
function wideOffers(original) {
    // Strongest suites last in the table; what servers in use have goes first so that one hello is enough as a rule.
    const known = cipher_suites/* cipherSuites */.v.rows.flatMap(row => {
        const parts = (0,cipher_suite_parts/* partsOf */.C)(row);
        return row.openssl === null || parts === null || parts.bits === 0 ? [] : [{ code: row.code, ...parts }];
    });
    const isCommon = ({ keyExchange }) => !/PSK|SRP|KRB5|GOST/.test(keyExchange ?? '');
    const common = known.filter(isCommon).map(({ code }) => code);
    const others = known.filter(suite => !isCommon(suite)).map(({ code }) => code);
    const batches = [...chunks(common), ...chunks(others).slice(0, 1)];
    return batches.map((suites, index) => ({
        title: index === 0 ? 'all common cipher suites, groups and signature schemes of TLSv1.0 to TLSv1.3' : `${suites.length} more cipher suites`,
        hello: {
            ...original,
            legacyVersion: 0x0303,
            sessionId: new Uint8Array(0),
            cipherSuites: suites,
            extensions: wideExtensions(original, suites),
        },
    }));
}
const chunks = (codes) => Array.from({ length: Math.ceil(codes.length / suitesPerHello) }, (_, index) => codes.slice(index * suitesPerHello, (index + 1) * suitesPerHello));
function wideExtensions(original, suites) {
    const has13 = suites.some(suite => suite >> 8 === 0x13);
    const replaced = [
        { kind: 'supported_groups', groups: groups/* groups */.T.rows.filter(row => row.kind !== 'explicit').map(row => row.code) },
        { kind: 'signature_algorithms', schemes: signature_schemes/* signatureSchemes */.B.rows.map(row => row.code) },
        ...(has13
            ? // An empty share draws a HelloRetryRequest that names the group (RFC 8446 §4.2.8).
                [
                    { kind: 'supported_versions', versions: [tls13, 0x0303, 0x0302, 0x0301] },
                    { kind: 'key_share', shares: [] },
                ]
            : []),
    ];
    const dropped = [
        'supported_groups',
        'signature_algorithms',
        'signature_algorithms_cert',
        'supported_versions',
        'key_share',
        'session_ticket',
        'pre_shared_key',
        'padding',
    ];
    return [...(original.extensions ?? []).filter(({ kind }) => !dropped.includes(kind)), ...replaced];
}
function withoutName(original) {
    const extensions = (original.extensions ?? []).filter(({ kind }) => kind !== 'server_name');
    if (extensions.length === (original.extensions ?? []).length)
        return null;
    return { title: 'the same hello without a server name', hello: { ...original, extensions } };
}

;// CONCATENATED MODULE: ./build/esm/probe/ask-wider.js






/** Never rejects for what a server does. */
async function askWider(original, { route, env, clock, signal }) {
    const { facts, asked } = await runProbe(widen(original), offer => exchange(offer, route, env, clock, signal));
    return { ...facts, asked: asked.map(({ offer, outcome }) => `asked with ${offer.title}: ${outcomeText(outcome)}`) };
}
function outcomeText(outcome) {
    if (outcome.kind === 'accepted')
        return `accepted, ${protocols/* protocols */.W.label(outcome.version)} ${cipher_suites/* cipherSuites */.v.label(outcome.cipherSuite)}`;
    if (outcome.kind === 'unknown')
        return `no answer that counts (${outcome.detail})`;
    return outcome.by === 'alert' ? `refused by alert ${alerts/* alerts */.C.label(outcome.alert)}` : `refused by ${outcome.by}`;
}


/***/ })

};
