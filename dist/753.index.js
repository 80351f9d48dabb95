"use strict";
exports.id = 753;
exports.ids = [753];
exports.modules = {

/***/ 1753:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nameOfProtocol: () => (/* binding */ nameOfProtocol),
/* harmony export */   startTls: () => (/* binding */ startTls)
/* harmony export */ });
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8612);
/* harmony import */ var _dialogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6922);


const turn = (send, accept, refuse = () => false) => ({
    send: typeof send === 'string' ? () => send : send,
    accept: accept instanceof RegExp ? text => accept.test(text) : accept,
    refuse: refuse instanceof RegExp ? text => refuse.test(text) : refuse,
});
// Replies of SMTP and its kin: the last line has a space after the code (RFC 5321 §4.2.1).
const reply2 = /^2\d\d(?: .*)?\r?\n/m;
const reply45 = /^[45]\d\d(?: .*)?\r?\n/m;
// RFC 5321 §4.2.1 and RFC 959 §4.2: the first digit alone says that the same may be asked again.
const reply4 = /^4\d\d(?: .*)?\r?\n/m;
const smtpLike = (hello) => [
    turn(null, reply2, reply45),
    turn(`${hello} tlsgate.invalid\r\n`, reply2, reply45),
    turn('STARTTLS\r\n', reply2, reply45),
];
// RFC 6120 §4.9.3.17 and §4.9.3.20
const xmppOverloaded = /<stream:error[^<>]*>[\s\S]*<(?:resource-constraint|system-shutdown)[\s/>]/;
const xmppLike = (namespace) => [
    turn(host => `<?xml version='1.0'?><stream:stream to='${host}' xmlns='${namespace}' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>`, text => /<\/stream:features>/.test(text) && /<starttls[\s>]/.test(text), text => /<\/stream:(?:features|error|stream)>|<stream:error[^<>]*\/>/.test(text)),
    turn("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>", /<proceed[^<>]*>/, /<failure|<\/stream:stream>/),
];
/** MySQL's greeting packet: 3 bytes of length, the sequence number, then protocol 10 (MySQL "Protocol::HandshakeV10"). */
function mysqlGreeting(text) {
    const length = text.charCodeAt(0) | (text.charCodeAt(1) << 8) | (text.charCodeAt(2) << 16);
    if (text.length < 4 || text.length < length + 4)
        return { whole: false, tls: false };
    const flags = text.indexOf('\0', 5) + 1 + 4 + 8 + 1;
    const clientSsl = 0x0800;
    return { whole: true, tls: text.charCodeAt(4) === 10 && ((text.charCodeAt(flags) | (text.charCodeAt(flags + 1) << 8)) & clientSsl) !== 0 };
}
// CLIENT_PROTOCOL_41 | CLIENT_SSL | CLIENT_SECURE_CONNECTION, 16 MiB packets, utf8mb4, 23 reserved bytes; sequence number 1.
const mysqlSslRequest = `\x20\0\0\x01\x00\x8a\0\0\0\0\0\x01\x2d${'\0'.repeat(23)}`;
// 'html' is well-formed XML too, but no stream.
const notXml = /^\s*(?:[^<\s]|<(?:!|html))/i;
const notReply = /^\d{0,2}\D|^\d{3}[^ \r\n-]/;
const dialogues = {
    smtp: { name: 'SMTP', stranger: notReply, passing: reply4, turns: smtpLike('EHLO') }, // RFC 3207
    lmtp: { name: 'LMTP', stranger: notReply, passing: reply4, turns: smtpLike('LHLO') }, // RFC 2033
    // RFC 9051 §6.2.1
    imap: {
        name: 'IMAP',
        stranger: /^[^*]|^\*[^ ]/,
        passing: /^(?:a|\*) (?:NO|BYE) \[UNAVAILABLE\]/im, // RFC 9051 §7.1
        turns: [
            turn(null, /^\* OK.*\r?\n/m, /^\* (?:BYE|NO|BAD|PREAUTH).*\r?\n/m),
            turn('a STARTTLS\r\n', /^a OK.*\r?\n/m, /^(?:a (?:NO|BAD)|\* BYE).*\r?\n/m),
        ],
    },
    // RFC 2595 §4
    pop3: {
        name: 'POP3',
        stranger: /^[^+-]/,
        passing: /^-ERR \[SYS\/TEMP[\]/]/i, // RFC 3206 §4
        turns: [turn(null, /^\+OK.*\r?\n/, /^-ERR.*\r?\n/), turn('STLS\r\n', /^\+OK.*\r?\n/, /^-ERR.*\r?\n/)],
    },
    // RFC 4217 §4
    ftp: {
        name: 'FTP',
        stranger: notReply,
        passing: reply4,
        turns: [turn(null, reply2, reply45), turn('AUTH TLS\r\n', reply2, reply45)],
    },
    // RFC 4642 §2.2; of its refusals 400 alone is called temporary (RFC 3977 §5.1.1), where 580 is for any reason.
    nntp: {
        name: 'NNTP',
        stranger: notReply,
        passing: /^400(?: .*)?\r?\n/m,
        turns: [turn(null, reply2, reply45), turn('STARTTLS\r\n', /^382.*\r?\n/, reply45)],
    },
    // RFC 5804 §2.2; the greeting is a list of strings, then OK, NO or BYE (§1.7).
    sieve: {
        name: 'ManageSieve',
        stranger: /^[^"{ONB]/i,
        passing: /^(?:NO|BYE) \(TRYLATER[)/ ]/im, // RFC 5804 §1.3
        turns: [turn(null, /^OK.*\r?\n/m, /^(?:NO|BYE).*\r?\n/m), turn('STARTTLS\r\n', /^OK.*\r?\n/m, /^(?:NO|BYE).*\r?\n/m)],
    },
    xmpp: { name: 'XMPP', stranger: notXml, passing: xmppOverloaded, turns: xmppLike('jabber:client') }, // RFC 6120 §5
    'xmpp-server': { name: 'XMPP', stranger: notXml, passing: xmppOverloaded, turns: xmppLike('jabber:server') },
    // RFC 4511 §4.14: ExtendedRequest 1.3.6.1.4.1.1466.20037, and the resultCode of the ExtendedResponse. Whoever is about to hang
    // up gives it as message 0 (§4.4.1). busy is 51, unavailable 52 (appendix A.2).
    ldap: {
        name: 'LDAP',
        stranger: /^[^\x30]/,
        passing: /\x0a\x01[\x33\x34]/,
        turns: [
            turn('\x30\x1d\x02\x01\x01\x77\x18\x80\x161.3.6.1.4.1.1466.20037', /^\x30[\s\S]{1,5}\x02\x01\x01\x78[\s\S]{1,5}\x0a\x01\x00/, /^\x30[\s\S]{1,5}\x02\x01[\0\x01]\x78[\s\S]{1,5}\x0a\x01[^\0]/),
        ],
    },
    // PostgreSQL "Message Formats": SSLRequest; the answer is one byte, or an error (of a server that cannot fork, without its length).
    postgres: {
        name: 'PostgreSQL',
        stranger: /^[^SNE]|^[SN][\s\S]/,
        passing: null,
        turns: [turn('\0\0\0\x08\x04\xd2\x16\x2f', /^S/, /^[NE]/)],
    },
    // The greeting is packet 0, of protocol 10 (9 before MySQL 3.21) or an error.
    mysql: {
        name: 'MySQL',
        stranger: /^[\s\S]{3}[^\0]|^[\s\S]{4}[^\x09\x0a\xff]/,
        passing: /^[\s\S]{4}\xff[\x10\x1d]\x04/, // ER_CON_COUNT_ERROR (1040) and ER_SERVER_SHUTDOWN (1053)
        turns: [
            turn(null, text => mysqlGreeting(text).tls, text => mysqlGreeting(text).whole),
            turn(mysqlSslRequest, null),
        ],
    },
};
/** What a protocol is called. */
const nameOfProtocol = (protocol) => dialogues[protocol].name;
/** Talks a connected server into TLS; on 'ready' its next bytes are TLS. */
async function startTls(socket, protocol, host, signal) {
    const { name, stranger, passing, turns } = dialogues[protocol];
    for (const [index, { send, accept, refuse }] of turns.entries()) {
        if (accept === null) {
            socket.write(send?.(host) ?? '', 'latin1');
            continue;
        }
        // A later answer may begin with the rest of the one before.
        const isStranger = (text) => index === 0 && stranger.test(text);
        const whole = (text) => isStranger(text) || accept(text) || refuse(text);
        const answer = await (0,_dialogue_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .k)(socket, send ? send(host) : null, whole, signal);
        if (answer.kind === 'failed') {
            const limit = answer.code === 'DEADLINE' && signal.reason instanceof _deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .DeadlineError */ .j3 ? signal.reason.timeoutMs : null;
            return limit === null ? answer : { ...answer, message: `no ${name} ${send ? 'answer' : 'greeting'} within ${limit} ms` };
        }
        const { text } = answer;
        if (isStranger(text))
            return { kind: 'stranger', detail: `the server answered ${JSON.stringify(firstLine(text))}`, answer: Buffer.from(text, 'latin1') };
        if (!accept(text))
            return { kind: passing?.test(text) ? 'unavailable' : 'refused', detail: `the server answered ${JSON.stringify(lastLine(text))}` };
    }
    return { kind: 'ready', detail: `${protocol} upgraded to TLS` };
}
const firstLine = (text) => text.split(/\r?\n/, 1)[0]?.slice(0, 120) ?? '';
const lastLine = (text) => text.trimEnd().split('\n').at(-1)?.trim().slice(-120) ?? '';


/***/ })

};
;