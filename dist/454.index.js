export const id = 454;
export const ids = [454];
export const modules = {

/***/ 2425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   startTls: () => (/* binding */ startTls)
/* harmony export */ });
/* harmony import */ var _dialogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3537);

const turn = (send, accept, refuse = () => false) => ({
    send: typeof send === 'string' ? () => send : send,
    accept: accept instanceof RegExp ? text => accept.test(text) : accept,
    refuse: refuse instanceof RegExp ? text => refuse.test(text) : refuse,
});
// Replies of SMTP and its kin: the last line has a space after the code (RFC 5321 §4.2.1).
const reply2 = /^2\d\d(?: .*)?\r?\n/m;
const reply45 = /^[45]\d\d(?: .*)?\r?\n/m;
const smtpLike = (hello) => [
    turn(null, reply2, reply45),
    turn(`${hello} tlsgate.invalid\r\n`, reply2, reply45),
    turn('STARTTLS\r\n', reply2, reply45),
];
const xmppLike = (namespace) => [
    turn(host => `<?xml version='1.0'?><stream:stream to='${host}' xmlns='${namespace}' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>`, text => /<\/stream:features>/.test(text) && /<starttls[\s>]/.test(text), text => /<\/stream:features>|<stream:error/.test(text)),
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
const dialogues = {
    smtp: smtpLike('EHLO'), // RFC 3207
    lmtp: smtpLike('LHLO'), // RFC 2033
    imap: [
        turn(null, /^\* OK.*\r?\n/m, /^\* (?:BYE|NO|BAD|PREAUTH).*\r?\n/m),
        turn('a STARTTLS\r\n', /^a OK.*\r?\n/m, /^(?:a (?:NO|BAD)|\* BYE).*\r?\n/m),
    ], // RFC 9051 §6.2.1
    pop3: [turn(null, /^\+OK.*\r?\n/, /^-ERR.*\r?\n/), turn('STLS\r\n', /^\+OK.*\r?\n/, /^-ERR.*\r?\n/)], // RFC 2595 §4
    ftp: [turn(null, reply2, reply45), turn('AUTH TLS\r\n', reply2, reply45)], // RFC 4217 §4
    nntp: [turn(null, reply2, reply45), turn('STARTTLS\r\n', /^382.*\r?\n/, reply45)], // RFC 4642 §2.2
    sieve: [turn(null, /^OK.*\r?\n/m, /^(?:NO|BYE).*\r?\n/m), turn('STARTTLS\r\n', /^OK.*\r?\n/m, /^(?:NO|BYE).*\r?\n/m)], // RFC 5804 §2.2
    xmpp: xmppLike('jabber:client'), // RFC 6120 §5
    'xmpp-server': xmppLike('jabber:server'),
    // RFC 4511 §4.14: ExtendedRequest 1.3.6.1.4.1.1466.20037, and the resultCode of the ExtendedResponse.
    ldap: [
        turn('\x30\x1d\x02\x01\x01\x77\x18\x80\x161.3.6.1.4.1.1466.20037', /^\x30[\s\S]{1,5}\x02\x01\x01\x78[\s\S]{1,5}\x0a\x01\x00/, /^(?!\x30)[\s\S]|^\x30[\s\S]{1,5}\x02\x01\x01\x78[\s\S]{1,5}\x0a\x01[^\0]/),
    ],
    postgres: [turn('\0\0\0\x08\x04\xd2\x16\x2f', /^S/, /^[^S]/)], // PostgreSQL "Message Formats": SSLRequest
    mysql: [
        turn(null, text => mysqlGreeting(text).tls, text => mysqlGreeting(text).whole),
        turn(mysqlSslRequest, null),
    ],
};
/** Talks a connected server into TLS; on 'ready' its next bytes are TLS. */
async function startTls(socket, protocol, host, signal) {
    for (const { send, accept, refuse } of dialogues[protocol]) {
        if (accept === null) {
            socket.write(send?.(host) ?? '', 'latin1');
            continue;
        }
        const answer = await (0,_dialogue_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .k)(socket, send ? send(host) : null, text => accept(text) || refuse(text), signal);
        if (answer.kind === 'failed')
            return answer;
        if (!accept(answer.text))
            return { kind: 'refused', detail: `the server answered ${JSON.stringify(lastLine(answer.text))}` };
    }
    return { kind: 'ready', detail: `${protocol} upgraded to TLS` };
}
const lastLine = (text) => text.trimEnd().split('\n').at(-1)?.trim().slice(-120) ?? '';


/***/ })

};
