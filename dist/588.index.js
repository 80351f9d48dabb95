"use strict";
exports.id = 588;
exports.ids = [588];
exports.modules = {

/***/ 2588:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  investigate: () => (/* binding */ investigate)
});

// EXTERNAL MODULE: ./build/commonjs/esm/registry/alerts.js
var alerts = __webpack_require__(1245);
// EXTERNAL MODULE: ./build/commonjs/esm/trace/expected.js
var expected = __webpack_require__(8346);
;// CONCATENATED MODULE: ./build/commonjs/esm/judge/diagnose/alert.js
// Rules for a handshake that an alert of the server ended. Alert numbers: IANA "TLS Alerts".

function says(code) {
    const known = alerts/* alerts */.Cv.get(code);
    return known ? `alert ${known.name}: the server ${known.text}` : `${alerts/* alerts */.Cv.label(code)}, which has no name`;
}
/** The server's fatal alert, or any alert of it that ended the handshake. */
const serverAlert = ({ alert }) => (alert?.from === 'server' ? alert.code : null);
// RFC 8446 §6.2; the certificate alerts of RFC 5246 §7.2.2 and access_denied.
const certificateAlerts = [41, 42, 43, 44, 45, 46, 48, 49, alerts/* unknownPskIdentity */.LO, alerts/* certificateRequired */.X3];
/** A server that asked for a certificate and got none may say so with any of these (RFC 5246 §7.4.6: handshake_failure). */
const orHandshakeFailure = [...certificateAlerts, alerts/* handshakeFailure */.Q$];
/** The server asked for a certificate, and did not go on with what it got. */
const clientCertificateRules = [
    {
        cause: 'client-certificate-required',
        failedAt: 'client-certificate',
        seen: symptom => {
            const code = serverAlert(symptom);
            const asked = symptom.clientCertificate === 'none-sent' && code !== null && orHandshakeFailure.includes(code);
            return asked || code === alerts/* certificateRequired */.X3
                ? `the server asked for a client certificate, got none and sent alert ${alerts/* alerts */.Cv.label(code ?? 0)}`
                : null;
        },
    },
    {
        cause: 'client-certificate-rejected',
        failedAt: 'client-certificate',
        seen: symptom => {
            const code = serverAlert(symptom);
            // decrypt_error: the signature under the client's key did not verify.
            const rejected = symptom.clientCertificate === 'sent' && code !== null && [...orHandshakeFailure, 51].includes(code);
            return rejected ? `the server refused the client certificate with ${says(code)}` : null;
        },
    },
    wordlessRefusal('client-certificate-required', 'none-sent', 'got none'),
    wordlessRefusal('client-certificate-rejected', 'sent', 'got one'),
];
/**
 * A server that says nothing after our last message may have taken it or not: likely refused, and not proven. Before TLS 1.3 its Finished is due
 * then, and one that hangs up in its place gives no reason either: Node's server does so when it does not like the certificate, and when its
 * application closes every connection at once.
 */
function wordlessRefusal(cause, given, got) {
    return {
        cause,
        failedAt: 'client-certificate',
        undecided: true,
        seen: ({ secured, clientCertificate, serverWentOn, alert, end, trace }) => {
            const dropped = end?.kind === 'closed' || end?.kind === 'reset';
            const clientFinished = trace.messages.some(({ from, content }) => from === 'client' && content.kind === 'finished');
            const wordless = secured ? !serverWentOn && alert?.from !== 'server' : dropped && clientFinished && alert === null;
            return wordless && clientCertificate === given
                ? `the server asked for a client certificate, ${got} and then ${dropped ? 'dropped the connection' : 'kept silent'} without saying ${secured ? 'whether it goes on' : 'why'}`
                : null;
        },
    };
}
/** Alerts that mean one thing. */
const plain = [
    [alerts/* protocolVersion */.Xg, 'protocol-version-mismatch'],
    [alerts/* inappropriateFallback */.h9, 'protocol-version-mismatch'],
    [alerts/* unrecognizedName */.Hj, 'unrecognized-name'],
    [alerts/* noApplicationProtocol */.UH, 'alpn-mismatch'],
    [alerts/* internalError */.WB, 'server-internal-error'],
];
/** Alerts that name their cause themselves. */
const plainAlertRules = plain.map(([code, cause]) => ({
    cause,
    seen: symptom => {
        if (serverAlert(symptom) !== code)
            return null;
        if (cause === 'unrecognized-name')
            return `the server sent ${says(code)}; it was asked for ${symptom.servername ?? 'no name'}`;
        if (cause === 'alpn-mismatch')
            return `the server sent ${says(code)}; offered were ${symptom.alpn.join(', ') || 'none'}`;
        return `the server sent ${says(code)}`;
    },
}));
/** Alerts that name no cause: they are reported as they are. */
const otherAlertRules = [
    {
        cause: 'unexpected-alert',
        seen: symptom => {
            const code = serverAlert(symptom);
            return code === null ? null : `the server sent ${says(code)}`;
        },
    },
];

// EXTERNAL MODULE: ./build/commonjs/esm/judge/diagnose/certificate.js
var certificate = __webpack_require__(360);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/diagnose/symptom.js
var diagnose_symptom = __webpack_require__(1620);
;// CONCATENATED MODULE: ./build/commonjs/esm/judge/diagnose/malformed.js

/** Bytes that the TLS standard does not allow, by either side's word. */
const malformedRules = [
    {
        cause: 'malformed-message',
        failedAt: 'last-server-message',
        seen: ({ trace }) => trace.broken && `the server's bytes cannot be read to their end: ${trace.broken}`,
    },
    {
        cause: 'malformed-message',
        failedAt: 'last-server-message',
        seen: ({ end }) => (end?.kind === 'flooded' ? 'the server sent more than a handshake can need' : null),
    },
    {
        cause: 'malformed-message',
        failedAt: 'last-server-message',
        seen: ({ trace }) => {
            for (const { from, content } of trace.messages) {
                if (from === 'server' && content.kind === 'undecodable')
                    return `the server sent a malformed message: ${content.reason}`;
                if (from === 'server' && content.kind === 'unknown')
                    return `the server sent a handshake message of the unknown type ${content.type}`;
            }
            return null;
        },
    },
];
/** Asked after all others that look at OpenSSL's word: the client gave up, and this is why. */
const engineRules = [
    {
        cause: 'malformed-message',
        failedAt: 'last-server-message',
        seen: ({ end, trace }) => {
            if (end?.kind !== 'engine')
                return null;
            const last = (0,diagnose_symptom/* lastMessageOf */.hY)(trace, 'server');
            return `the client could not go on ${last ? `after the server's ${last}` : 'with what the server sent'}: ${reasonOf(end.code, end.message)}`;
        },
    },
];
/** OpenSSL's words: 'ERR_SSL_BAD_EXTENSION' is 'bad extension'. */
function reasonOf(code, message) {
    return code.startsWith('ERR_SSL_') ? code.slice('ERR_SSL_'.length).toLowerCase().replaceAll('_', ' ') : message.trim();
}

// EXTERNAL MODULE: ./build/commonjs/esm/net/scheme.js
var scheme = __webpack_require__(7615);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/causes.js
var causes = __webpack_require__(5232);
;// CONCATENATED MODULE: ./build/commonjs/esm/judge/diagnose/banner.js
// What speaks on a port that does not speak TLS, by its first bytes.
// What a protocol's first answer starts with, as latin1.
const banners = [
    [/^HTTP\/\d/, 'plain HTTP'],
    [/^\s*<(?:!doctype|html)/i, 'an HTML page without HTTP headers'],
    [/^SSH-/, 'an SSH banner'],
    [/^220[ -].*SMTP/i, 'an SMTP greeting'],
    [/^220[ -].*FTP/i, 'an FTP greeting'],
    [/^220[ -]/, 'an SMTP or FTP greeting'],
    [/^\* OK/, 'an IMAP greeting'],
    [/^\+OK/, 'a POP3 greeting'],
    [/^-ERR/, 'a POP3 or Redis error'],
    [/^20[01][ -]/, 'an NNTP greeting'],
    [/^"IMPLEMENTATION"/, 'a ManageSieve greeting'],
    [/^<\?xml|^<stream:/, 'an XMPP stream'],
    [/^[\s\S]{3}\0\x0a\d/, 'a MySQL greeting'],
    [/^[\s\S]{3}\0\xff/, 'a MySQL error'],
    [/^E\0\0/, 'a PostgreSQL error'],
    [/^RFB /, 'a VNC banner'],
    [/^\x03\0\0/, 'an RDP answer'],
];
/** Completes "the server answered with …". The quoted bytes are the server's: escape for where it is printed. */
function nameBanner(bytes) {
    const text = Buffer.from(bytes).toString('latin1');
    const known = banners.find(([pattern]) => pattern.test(text))?.[1];
    const line = text.split(/[\r\n]/, 1)[0] ?? '';
    // Printable text is quoted as it came, anything else in hexadecimal.
    const shown = /^[\x20-\x7e]+$/.test(line)
        ? JSON.stringify(line.slice(0, 60))
        : `the bytes ${Buffer.from(bytes.subarray(0, 8)).toString('hex')}`;
    return known ? `${known} (${shown})` : shown;
}

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/diagnose/network.js
// Rules for what goes wrong before or below TLS: names, connections, proxies, STARTTLS, silence.




/** Nothing is wrong with a server whose check was cut short. */
const runAgain = () => 'Run the check again and let it come to its end';
/** The scheme for a port that speaks TLS where the dialogue was to begin. */
function schemeAtOnce({ network }) {
    const name = `${network?.dialogue?.protocol}s`;
    return `${scheme/* schemes */.f.find(scheme => scheme.name === name)?.name ?? 'tls'}://`;
}
const protocolOf = ({ network }) => network?.dialogue?.name ?? 'this protocol';
/** The system's error codes and what they mean for a user. */
const failures = [
    {
        cause: 'proxy-refused',
        codes: ['ENOTFOUND', 'ENODATA', 'ECONNREFUSED', 'REFUSED', 'ECLOSED', 'ECONNRESET', 'EPIPE', 'ANSWER_LIMIT'],
        step: 'proxy',
        text: 'the proxy opened no tunnel',
    },
    { cause: 'dns-failure', codes: ['ENOTFOUND', 'ENODATA'], text: 'the name does not resolve' },
    // EAI_AGAIN is a resolver that did not answer: it says nothing of the name, be it that of the target or of a proxy.
    {
        cause: 'dns-failure',
        codes: ['EAI_AGAIN', 'EAI_FAIL', 'ETIMEOUT', 'ESERVFAIL'],
        undecided: true,
        text: 'no name server gave an answer',
    },
    {
        cause: 'dns-failure',
        codes: ['ECONNREFUSED', 'DEADLINE'],
        step: 'resolve',
        undecided: true,
        text: 'no name server gave an answer',
    },
    { cause: 'connection-refused', codes: ['ECONNREFUSED'], text: 'nothing listens on the port' },
    {
        cause: 'connection-timeout',
        codes: ['ETIMEDOUT', 'DEADLINE'],
        step: 'connect',
        undecided: true,
        text: 'the connection attempt got no answer',
    },
    { cause: 'connection-timeout', codes: ['ETIMEDOUT', 'DEADLINE'], step: 'proxy', undecided: true, text: 'the proxy did not answer' },
    {
        cause: 'handshake-timeout',
        codes: ['ETIMEDOUT', 'DEADLINE'],
        step: 'starttls',
        undecided: true,
        fix: symptom => `Check that the port serves ${protocolOf(symptom)} (where it speaks TLS from the first byte, the scheme is ${schemeAtOnce(symptom)}), then the load of the server and firewalls on the way`,
        text: 'the server did not answer in the dialogue before TLS',
    },
    // No route says something of this machine's network, not of the server.
    {
        cause: 'host-unreachable',
        codes: ['EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'EHOSTDOWN', 'EADDRNOTAVAIL', 'EACCES', 'EPERM', 'EINVAL'],
        undecided: true,
        text: 'there is no route to the address',
    },
    {
        cause: 'starttls-refused',
        codes: ['REFUSED', 'ANSWER_LIMIT'],
        step: 'starttls',
        fix: ({ network }) => (0,causes/* fixOf */.BW)('starttls-refused', network?.dialogue?.protocol),
        text: 'the server does not go on to TLS',
    },
    {
        cause: 'starttls-unavailable',
        codes: ['UNAVAILABLE'],
        undecided: true,
        fix: ({ network }) => (0,causes/* fixOf */.BW)('starttls-unavailable', network?.dialogue?.protocol),
        text: 'the server does not go on to TLS for now',
    },
    { cause: 'connection-closed', codes: ['ECLOSED', 'EPIPE'], text: 'the server closed the connection before TLS began' },
    { cause: 'connection-reset', codes: ['ECONNRESET', 'ECONNABORTED'], text: 'the connection was reset before TLS began' },
    { cause: 'handshake-timeout', codes: ['ABORTED', 'ABORT_ERR'], undecided: true, fix: runAgain, text: 'the check was interrupted' },
];
/** RFC 8446 §5.1: the type of the record, and the first byte of its version. */
const isTlsAlert = (bytes) => bytes[0] === 21 && bytes[1] === 3;
/** Rules that need TLS never to have started. */
const networkRules = [
    {
        cause: 'starttls-refused',
        fix: symptom => `Use the scheme ${schemeAtOnce(symptom)} for this port, or the port on which the server speaks ${protocolOf(symptom)}`,
        seen: ({ network }) => network?.dialogue?.strange && isTlsAlert(network.dialogue.strange)
            ? `the server answered with a TLS alert: it speaks TLS from the first byte, not ${network.dialogue.name}`
            : null,
    },
    {
        cause: 'not-tls',
        fix: symptom => `Check the port: give the one on which the server speaks ${protocolOf(symptom)}, or the scheme of what answers on this one`,
        seen: ({ network }) => network?.dialogue?.strange
            ? `the server answered with ${nameBanner(network.dialogue.strange)}, which is no ${network.dialogue.name}`
            : null,
    },
    ...failures.map(({ codes, step, text, ...rule }) => ({
        ...rule,
        seen: ({ network }) => network && codes.includes(network.code) && (step === undefined || step === network.step) ? `${text}: ${network.message}` : null,
    })),
    // A code not foreseen above is no proof of anything but that there was no connection.
    {
        cause: 'host-unreachable',
        undecided: true,
        seen: ({ network }) => network && `the ${network.step} step failed: ${network.message} (${network.code})`,
    },
];
/** The server answered in another protocol. */
const notTlsRules = [
    {
        cause: 'not-tls',
        seen: ({ trace }) => trace.notTls && `the server answered with ${nameBanner(trace.notTls)}, which is no TLS`,
    },
];
/** Where the server's talk broke off. */
function after({ trace }) {
    const { unfinished } = trace;
    if (unfinished)
        return `after ${unfinished.received} bytes of ${unfinished.length === null ? `a ${unfinished.name}` : `a ${unfinished.name} of ${unfinished.length}`}`;
    const last = (0,diagnose_symptom/* lastMessageOf */.hY)(trace, 'server');
    return last ? `after its ${last}` : 'after the client_hello';
}
const endsWith = (kind, words) => (symptom) => symptom.end?.kind === kind ? words(after(symptom), (0,diagnose_symptom/* lastMessageOf */.hY)(symptom.trace, 'server') === null && !symptom.trace.unfinished) : null;
/** Rules for an end of the connection that no alert explains; asked last. */
const endRules = [
    { cause: 'connection-reset', seen: endsWith('reset', place => `the server reset the connection ${place}`) },
    { cause: 'connection-closed', seen: endsWith('closed', place => `the server closed the connection ${place}, without an alert`) },
    {
        cause: 'handshake-timeout',
        undecided: true,
        seen: endsWith('timeout', (place, nothing) => `the server sent ${nothing ? 'nothing in answer to the client_hello' : `nothing more ${place}`} before the deadline`),
    },
    { cause: 'handshake-timeout', undecided: true, fix: runAgain, seen: endsWith('aborted', place => `the check was interrupted ${place}`) },
];

// EXTERNAL MODULE: ./build/commonjs/esm/certificate/der.js
var der = __webpack_require__(6485);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/leaf-curve.js
var leaf_curve = __webpack_require__(3025);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/cipher-suites.js
var cipher_suites = __webpack_require__(3103);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/groups.js
var groups = __webpack_require__(9218);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/protocols.js
var protocols = __webpack_require__(6729);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/signature-schemes.js
var signature_schemes = __webpack_require__(5591);
// EXTERNAL MODULE: ./build/commonjs/esm/trace/detail.js + 1 modules
var detail = __webpack_require__(2129);
// EXTERNAL MODULE: ./build/commonjs/esm/trace/negotiated.js
var negotiated = __webpack_require__(3350);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/extensions.js + 1 modules
var extensions = __webpack_require__(3540);
;// CONCATENATED MODULE: ./build/commonjs/esm/judge/diagnose/parameters.js
// Rules for two sides without a common version, suite, group or signature scheme, told apart by what the server picks from a wider hello.










/** What the server picked from the wider hello, when it was asked one. */
function picked({ widening }) {
    return widening?.accepted && !widening.accepted.withoutName ? widening.accepted : null;
}
const hello = ({ trace }) => trace.clientHello;
const offered = {
    versions: (symptom) => {
        const client = hello(symptom);
        return client ? (0,detail/* offeredVersions */.d)(client) : [];
    },
    groups: (symptom) => (0,extensions/* extension */.ck)(hello(symptom)?.extensions ?? null, 'supported_groups')?.groups ?? [],
    schemes: (symptom) => (0,extensions/* extension */.ck)(hello(symptom)?.extensions ?? null, 'signature_algorithms')?.schemes ?? [],
};
/** Without supported_versions, legacy_version offers everything below it too, which the client need not accept (RFC 5246 §E.1). */
function offersVersion(symptom, version) {
    const client = hello(symptom);
    const isListed = (0,extensions/* extension */.ck)(client?.extensions ?? null, 'supported_versions') !== undefined;
    return isListed ? offered.versions(symptom).includes(version) : version <= (client?.legacyVersion ?? 0);
}
/** 'ecdsa' for ecdsa_secp256r1_sha256. */
const keyType = (scheme) => signature_schemes/* signatureSchemes */.Bb.label(scheme).split('_')[0];
const listed = (table, codes) => codes.map(table.label).join(', ');
/** OpenSSL's reasons for not going on with an answer it got, where the trace alone does not tell. */
const engineCodes = {
    version: ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'ERR_SSL_WRONG_SSL_VERSION', 'ERR_SSL_VERSION_TOO_LOW'],
    group: ['ERR_SSL_WRONG_CURVE', 'ERR_SSL_UNSUPPORTED_ELLIPTIC_CURVE'],
    /** The latter of a client with a higher security level, which holds the whole of the parameters against it. */
    dh: ['ERR_SSL_DH_KEY_TOO_SMALL', 'ERR_SSL_BAD_DH_VALUE', 'ERR_TLS_DH_PARAM_SIZE'],
    scheme: [
        'ERR_SSL_WRONG_SIGNATURE_TYPE',
        'ERR_SSL_UNKNOWN_DIGEST',
        'ERR_SSL_NO_SUITABLE_SIGNATURE_ALGORITHM',
        'ERR_SSL_LEGACY_SIGALG_DISALLOWED_OR_UNSUPPORTED',
    ],
};
const engine = ({ end }, codes) => end?.kind === 'engine' && codes.includes(end.code);
/** Length of the prime that the server exchanges keys with; null where it was not seen. */
function primeBits({ trace }) {
    for (const { content } of trace.messages)
        if (content.kind === 'server_key_exchange' && content.form === 'fields' && content.params?.kind === 'dh')
            return (0,der/* bitLengthOf */.Dp)(content.params.prime);
    return null;
}
/** Most specific first: what the trace shows, then what wider hellos brought to light. */
const parameterRules = [
    {
        cause: 'protocol-version-mismatch',
        failedAt: 'last-server-message',
        seen: symptom => {
            const { version } = (0,negotiated/* negotiated */.H)(symptom.trace);
            if (symptom.trace.messages.some(({ from, content }) => from === 'server' && content.kind === 'sslv2'))
                return 'the server answered with an SSLv2 message';
            if (version === null)
                return engine(symptom, engineCodes.version) ? 'the server answered with a version the client does not accept' : null;
            if (offersVersion(symptom, version))
                return engine(symptom, engineCodes.version)
                    ? `the server chose ${protocols/* protocols */.WH.label(version)}, which the client does not accept`
                    : null;
            return `the server chose ${protocols/* protocols */.WH.label(version)}; offered were ${listed(protocols/* protocols */.WH, offered.versions(symptom))}`;
        },
    },
    {
        cause: 'malformed-message',
        failedAt: 'last-server-message',
        seen: symptom => {
            const { cipherSuite } = (0,negotiated/* negotiated */.H)(symptom.trace);
            const suites = hello(symptom)?.cipherSuites;
            return cipherSuite === null || !suites || suites.includes(cipherSuite)
                ? null
                : `the server chose ${cipher_suites/* cipherSuites */.vS.label(cipherSuite)}, which was not offered`;
        },
    },
    {
        cause: 'weak-dh-parameters',
        failedAt: 'server-key-exchange',
        seen: symptom => {
            if (!engine(symptom, engineCodes.dh))
                return null;
            const bits = primeBits(symptom);
            return `the client refused the Diffie-Hellman parameters of the server${bits === null ? '' : `, whose prime has ${bits} bits`}`;
        },
    },
    {
        cause: 'no-common-group',
        failedAt: 'last-server-message',
        seen: symptom => {
            const { group } = (0,negotiated/* negotiated */.H)(symptom.trace);
            if (group !== null && !offered.groups(symptom).includes(group))
                return `the server chose ${groups/* groups */.T.label(group)} for the key exchange, which was not offered`;
            return engine(symptom, engineCodes.group) ? "the client refused the server's key exchange group as too weak or not offered" : null;
        },
    },
    {
        cause: 'no-common-signature-scheme',
        failedAt: 'last-server-message',
        seen: symptom => {
            const { signatureScheme } = (0,negotiated/* negotiated */.H)(symptom.trace);
            if (signatureScheme !== null && !symptom.secured && !offered.schemes(symptom).includes(signatureScheme))
                return `the server signed with ${signature_schemes/* signatureSchemes */.Bb.label(signatureScheme)}, which was not offered`;
            return engine(symptom, engineCodes.scheme) ? "the client refused the scheme of the server's signature" : null;
        },
    },
    {
        cause: 'alpn-mismatch',
        failedAt: 'last-server-message',
        // RFC 7301 §3.1 forbids it; Apache answers with the first protocol it has.
        seen: symptom => {
            const { alpn } = (0,negotiated/* negotiated */.H)(symptom.trace);
            return alpn !== null && !symptom.alpn.includes(alpn)
                ? `the server chose the application protocol ${JSON.stringify(alpn)}; offered were ${symptom.alpn.join(', ') || 'none'}`
                : null;
        },
    },
    {
        cause: 'protocol-version-mismatch',
        seen: symptom => {
            const answer = picked(symptom);
            return answer && !offersVersion(symptom, answer.version)
                ? `the server refused ${listed(protocols/* protocols */.WH, offered.versions(symptom))} and took ${protocols/* protocols */.WH.label(answer.version)} when it was offered`
                : null;
        },
    },
    {
        cause: 'no-common-signature-scheme',
        // OpenSSL leaves out the suites that none of its schemes fits: those are missing for the sake of the schemes.
        seen: symptom => {
            const scheme = picked(symptom)?.signatureScheme ?? null;
            const schemes = offered.schemes(symptom);
            return scheme !== null && schemes.length > 0 && !schemes.some(each => keyType(each) === keyType(scheme))
                ? `the server refused the signature schemes offered, none of which is for the type of its key, and took ${signature_schemes/* signatureSchemes */.Bb.label(scheme)} when it was offered`
                : null;
        },
    },
    {
        cause: 'no-common-cipher',
        seen: symptom => {
            const answer = picked(symptom);
            const suites = hello(symptom)?.cipherSuites ?? [];
            const those = suites.length === 1 ? 'the one cipher suite' : `all ${suites.length} cipher suites`;
            return answer && !suites.includes(answer.cipherSuite)
                ? `the server refused ${those} offered and took ${cipher_suites/* cipherSuites */.vS.label(answer.cipherSuite)} when asked with ${answer.title}`
                : null;
        },
    },
    {
        cause: 'no-common-signature-scheme',
        // RFC 8422 §5.1: before TLS 1.3 the groups are the curves of certificates as well.
        seen: symptom => {
            const answer = picked(symptom);
            const curve = answer && answer.version < protocols/* tls13 */.mP ? (0,leaf_curve/* curveOf */.F)(answer.answer) : null;
            const those = offered.groups(symptom);
            return curve !== null && those.length > 0 && !those.includes(curve)
                ? `the key of the server's certificate is on the curve ${groups/* groups */.T.label(curve)}, which was not offered`
                : null;
        },
    },
    {
        cause: 'no-common-group',
        seen: symptom => {
            const group = picked(symptom)?.group ?? null;
            return group !== null && !offered.groups(symptom).includes(group)
                ? `the server refused the groups ${listed(groups/* groups */.T, offered.groups(symptom))} and took ${groups/* groups */.T.label(group)} when it was offered`
                : null;
        },
    },
    {
        cause: 'no-common-signature-scheme',
        seen: symptom => {
            const answer = picked(symptom);
            if (!answer)
                return null;
            const scheme = answer.signatureScheme;
            if (scheme !== null && !offered.schemes(symptom).includes(scheme))
                return `the server refused the signature schemes offered and took ${signature_schemes/* signatureSchemes */.Bb.label(scheme)} when it was offered`;
            // TLS 1.3 hides the scheme. Version, suite and group were among those offered, so it is what is left to a server that said so by an
            // alert. One that dropped the connection may have had any reason, such as the length of the hello.
            if (symptom.alert?.from !== 'server')
                return null;
            return 'the server takes a version, a suite and a group that were offered once every signature scheme is: those offered do not fit its certificate';
        },
    },
    {
        cause: 'unrecognized-name',
        seen: ({ widening, servername }) => widening?.accepted?.withoutName
            ? `the server refuses a handshake for ${servername ?? 'the name'} and accepts the same one without a server name`
            : null,
    },
    {
        cause: 'server-internal-error',
        seen: ({ widening, alert }) => widening?.accepted === null && widening.conclusive && alert?.from === 'server' && isAmbiguousAlert(alert.code)
            ? 'the server refuses every hello it was asked with, the widest included, as one without a usable certificate and key does'
            : null,
    },
];
/**
 * handshake_failure, illegal_parameter and insufficient_security: "nothing that you offer suits me", for any reason. OpenSSL without a certificate
 * counts TLS 1.3 as a version that it does not have.
 */
const isAmbiguousAlert = (code) => [alerts/* handshakeFailure */.Q$, alerts/* illegalParameter */.YB, alerts/* insufficientSecurity */.a2, alerts/* protocolVersion */.Xg].includes(code);
/** Whether only further hellos can tell why the server refused. */
function isAmbiguous(symptom) {
    const { alert, trace, clientCertificate, end } = symptom;
    if (trace.serverHello?.kind === 'server_hello' || trace.notTls || clientCertificate !== 'not-asked' || symptom.network)
        return false;
    if (alert?.from === 'server')
        return isAmbiguousAlert(alert.code);
    // Some servers close or reset where others send an alert.
    return (trace.clientHello !== null &&
        (end?.kind === 'closed' || end?.kind === 'reset') &&
        trace.messages.every(({ from }) => from === 'client') &&
        trace.unfinished === null);
}

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/diagnose/diagnose.js
// From what was seen to why: the rules of the neighbouring files, asked in order.








// Most specific first. A rule sees the whole symptom, so the order is what separates a cause from its look-alikes.
const rules = [
    ...networkRules,
    ...notTlsRules,
    ...clientCertificateRules,
    ...parameterRules,
    ...plainAlertRules,
    ...malformedRules,
    ...otherAlertRules,
    ...engineRules,
];
/** Why a verifying client does not complete this handshake; null when it does. */
function diagnose(symptom) {
    // A completed handshake ends in a close that means nothing; before that an end without an alert is itself the symptom.
    const applicable = symptom.secured
        ? [...clientCertificateRules, ...(isRefusedLate(symptom) ? [...plainAlertRules, ...otherAlertRules] : []), ...certificate/* certificateRules */.P]
        : [...rules, ...endRules];
    for (const rule of applicable) {
        const message = rule.seen(symptom);
        if (message !== null)
            return {
                cause: rule.cause,
                message,
                place: placeOf(rule, symptom),
                alert: alertOf(symptom),
                fix: rule.fix?.(symptom) ?? null,
                undecided: rule.undecided === true,
            };
    }
    return null;
}
/**
 * In TLS 1.3 the client has finished before the server has read its last message, and may yet be refused (RFC 8446 §2): by any alert in the place
 * of anything else, whatever its level (§6), and by a fatal one even after a ticket where a certificate was asked for, which may be looked at later.
 */
function isRefusedLate({ alert, serverWentOn, clientCertificate }) {
    if (alert?.from !== 'server')
        return false;
    return serverWentOn ? alert.fatal && clientCertificate !== 'not-asked' : true;
}
function placeOf(rule, symptom) {
    if (symptom.network)
        return { name: symptom.network.step, from: null };
    switch (rule.failedAt) {
        case 'server-certificate':
            return { name: 'certificate', from: 'server' };
        case 'server-key-exchange':
            return { name: 'server_key_exchange', from: 'server' };
        case 'client-certificate':
            return { name: 'certificate', from: 'client' };
        case 'last-server-message':
            return beginning(symptom) ?? { name: (0,diagnose_symptom/* lastMessageOf */.hY)(symptom.trace, 'server') ?? 'server_hello', from: 'server' };
        default:
            rule.failedAt;
            return dueMessage(symptom);
    }
}
/** The message the server had begun; null when it was between two, or in a record whose message is not known yet. */
function beginning({ trace: { unfinished } }) {
    return unfinished?.length == null ? null : { name: unfinished.name, from: 'server' };
}
/** A server that stops in the middle of a message fails at that message, otherwise at the next one that was due from it. */
function dueMessage(symptom) {
    const { trace } = symptom;
    return beginning(symptom) ?? (0,expected/* stillExpected */.d)(trace).find(({ from }) => from === 'server') ?? { name: 'finished', from: 'server' };
}
function alertOf({ alert }) {
    return alert && { level: alert.fatal ? 'fatal' : 'warning', code: alert.code, name: alerts/* alerts */.Cv.label(alert.code), sentBy: alert.from };
}

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/diagnose/investigate.js


async function investigate(symptom, widen) {
    const { clientHello } = symptom.trace;
    const widening = isAmbiguous(symptom) && clientHello ? await widen(clientHello, symptom.alert === null) : null;
    return { diagnosis: diagnose(widening ? { ...symptom, widening } : symptom), asked: widening?.asked ?? [] };
}


/***/ }),

/***/ 3025:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ curveOf)
/* harmony export */ });
/* harmony import */ var _certificate_der_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6485);
/* harmony import */ var _certificate_object_identifiers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8506);
/* harmony import */ var _registry_groups_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9218);
// The curve of the certificate that came with an answer. Nothing else of it is read: a survey is no place to parse certificates in.



/** id-ecPublicKey (RFC 5480 §2.1.1), which stands right before the curve of a key; tag and length included. */
const ecPublicKey = Buffer.from('06072a8648ce3d0201', 'hex');
/** The wire number of the group; null for a key of another kind, on a curve that is not known here, or without a certificate. */
function curveOf({ presented }) {
    const [leaf] = presented;
    if (leaf === undefined)
        return null;
    const at = Buffer.from(leaf.buffer, leaf.byteOffset, leaf.byteLength).indexOf(ecPublicKey);
    const named = at < 0 ? undefined : _certificate_object_identifiers_js__WEBPACK_IMPORTED_MODULE_1__/* .curves */ .LV.get(identifierIn(leaf.subarray(at + ecPublicKey.length)));
    return (named && _registry_groups_js__WEBPACK_IMPORTED_MODULE_2__/* .groups */ .T.named(named.group)?.code) ?? null;
}
/** The object identifier that bytes begin with; empty where they begin with something else. */
function identifierIn(bytes) {
    const what = 'curve';
    try {
        return (0,_certificate_der_js__WEBPACK_IMPORTED_MODULE_0__/* .oidOf */ ._f)(new _certificate_der_js__WEBPACK_IMPORTED_MODULE_0__/* .DerReader */ .lL(bytes).expect(_certificate_der_js__WEBPACK_IMPORTED_MODULE_0__/* .tags */ ._A.oid, what), what);
    }
    catch (error) {
        if (error instanceof _certificate_der_js__WEBPACK_IMPORTED_MODULE_0__/* .DerError */ .I4)
            return '';
        throw error;
    }
}


/***/ })

};
;