"use strict";
exports.id = 86;
exports.ids = [86];
exports.modules = {

/***/ 2119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FY: () => (/* binding */ suitesPerHello),
/* harmony export */   JJ: () => (/* binding */ everyGroup),
/* harmony export */   Lp: () => (/* binding */ everySignatureScheme),
/* harmony export */   jC: () => (/* binding */ padded),
/* harmony export */   s0: () => (/* binding */ helloOf)
/* harmony export */ });
/* harmony import */ var _registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5823);
/* harmony import */ var _registry_cipher_suites_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3103);
/* harmony import */ var _registry_groups_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9218);
/* harmony import */ var _registry_protocols_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6729);
/* harmony import */ var _registry_signature_schemes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5591);
/* harmony import */ var _hello_bytes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1509);
// Makes the hellos that questions are asked with: one form for every version, wide in everything that is not in question. No opinion.






/** The most cipher suites a hello has: some servers refuse a hello with more for its length alone. */
const suitesPerHello = 128;
/** A hello of one version, which asks beside it for everything a ServerHello of that version answers in the clear. */
function helloOf(context, parts) {
    const { version, compressionMethods = [0] } = parts;
    const hello = {
        kind: 'client_hello',
        legacyVersion: Math.min(version, _registry_protocols_js__WEBPACK_IMPORTED_MODULE_3__/* .tls12 */ .t8),
        random: context.random(32),
        // RFC 8446 appendix D.4: middleboxes let a hello pass that looks as if it resumed a session.
        sessionId: version >= _registry_protocols_js__WEBPACK_IMPORTED_MODULE_3__/* .tls13 */ .mP ? context.random(32) : new Uint8Array(0),
        cipherSuites: parts.cipherSuites,
        compressionMethods,
        extensions: null,
    };
    // SSLv3 has no extensions; RFC 5746 §3.3 gives it a signalling value for the one it needs.
    if (version <= _registry_protocols_js__WEBPACK_IMPORTED_MODULE_3__/* .ssl3 */ .IY)
        return { ...hello, cipherSuites: [...parts.cipherSuites, _registry_cipher_suites_js__WEBPACK_IMPORTED_MODULE_1__/* .emptyRenegotiationInfo */ .eO] };
    const usual = version >= _registry_protocols_js__WEBPACK_IMPORTED_MODULE_3__/* .tls13 */ .mP ? tls13Extensions(parts) : tls12Extensions(parts);
    return padded({ ...hello, extensions: endsInContent(replaced([...contextExtensions(context), ...usual], parts.extensions ?? [])) });
}
function contextExtensions({ servername, alpn }) {
    const named = servername === null ? [] : [{ kind: 'server_name', names: [{ type: 0, name: servername }] }];
    return alpn.length === 0 ? named : [...named, { kind: 'application_layer_protocol_negotiation', protocols: alpn }];
}
function tls13Extensions(parts) {
    return [
        { kind: 'supported_groups', groups: parts.groups ?? everyGroup() },
        { kind: 'signature_algorithms', schemes: parts.signatureSchemes ?? everySignatureScheme() },
        { kind: 'psk_key_exchange_modes', modes: [1] }, // psk_dhe_ke: without it a server sends no ticket (RFC 8446 §4.2.9)
        { kind: 'key_share', shares: parts.shares ?? [] },
        { kind: 'supported_versions', versions: [_registry_protocols_js__WEBPACK_IMPORTED_MODULE_3__/* .tls13 */ .mP] },
    ];
}
function tls12Extensions(parts) {
    const hasCurves = parts.cipherSuites.some(code => (0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOfCode */ .xi)(code)?.keyExchange?.startsWith('ECDH'));
    // RFC 7919 §4: finite-field groups are offered in the same extension.
    const hasGroups = hasCurves || parts.cipherSuites.some(_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .isDhe */ .MT);
    return [
        { kind: 'extended_main_secret' },
        { kind: 'encrypt_then_mac' },
        { kind: 'session_ticket', ticket: new Uint8Array(0) },
        ...(hasGroups ? [{ kind: 'supported_groups', groups: parts.groups ?? everyGroup() }] : []),
        ...(hasCurves ? [{ kind: 'ec_point_formats', formats: [0] }] : []),
        // RFC 5246 §7.4.1.4.1 forbids it to clients that offer nothing newer than TLS 1.1; a server has to ignore it there.
        ...(parts.version >= _registry_protocols_js__WEBPACK_IMPORTED_MODULE_3__/* .tls12 */ .t8
            ? [{ kind: 'signature_algorithms', schemes: parts.signatureSchemes ?? everySignatureScheme() }]
            : []),
        ...(parts.cipherSuites.some(_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .isSrp */ .yS) ? [srpUser] : []),
        { kind: 'heartbeat', mode: 1 },
        { kind: 'renegotiation_info', renegotiatedConnection: new Uint8Array(0) },
    ];
}
/** RFC 5054 §2.8.1: without a user no suite of SRP can be chosen. A server that has such suites and not this user answers alert 115. */
const srpUser = { kind: 'unknown', type: 12, body: Uint8Array.of(7, ...Buffer.from('tlsgate')) };
function replaced(usual, own) {
    const same = (a, b) => a.kind === b.kind && (a.kind !== 'unknown' || b.kind !== 'unknown' || a.type === b.type);
    const kept = usual.map(extension => own.find(candidate => same(candidate, extension)) ?? extension);
    return [...kept, ...own.filter(extension => !usual.some(candidate => same(candidate, extension)))];
}
/** Some servers refuse a hello whose last extension is empty; the last of the usual ones is not. */
function endsInContent(extensions) {
    const last = extensions.findLastIndex(extension => !isEmpty(extension));
    return [...extensions.slice(0, last), ...extensions.slice(last + 1), ...extensions.slice(last, last + 1)];
}
function isEmpty(extension) {
    if (extension.kind === 'unknown')
        return extension.body.length === 0;
    if (extension.kind === 'session_ticket')
        return extension.ticket.length === 0;
    return Object.keys(extension).length === 1;
}
/** RFC 7685 §4: servers in use hang on a hello of 256 to 511 bytes, so that such a one is made longer. */
function padded(hello) {
    const extensions = hello.extensions ?? [];
    if (extensions.some(({ kind }) => kind === 'padding'))
        return hello;
    const length = (0,_hello_bytes_js__WEBPACK_IMPORTED_MODULE_5__/* .lengthOf */ .Y)(hello);
    if (length < 256 || length >= 512)
        return hello;
    // An extension takes four bytes and should not be empty where it is the last.
    return { ...hello, extensions: [...extensions, { kind: 'padding', zeros: new Uint8Array(Math.max(512 - length - 4, 1)) }] };
}
// The groups and schemes that nearly every server has one of. A server that has no order of its own takes the first it knows, and reads
// no further; some read only so many.
const commonGroups = [0x001d, 0x0017, 0x11ec, 0x0018, 0x0019, 0x001e, 0x0100, 0x0101, 0x0102, 0x0103, 0x0104];
const commonSchemes = [0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0603, 0x0806, 0x0601, 0x0807, 0x0808, 0x0809, 0x080a, 0x080b];
/** RFC 8422 §5.1.1 deprecates all of sect* and the short curves; the drafts of Kyber are withdrawn. */
const bygone = /^sect|^secp(?:160|192|224|256k)|Kyber/;
let groupList;
let schemeList;
/** Every registered group, those most in use first and deprecated ones last; not the two that stand for a curve spelled out. */
function everyGroup() {
    if (groupList)
        return groupList;
    const known = _registry_groups_js__WEBPACK_IMPORTED_MODULE_2__/* .groups */ .T.rows.filter(({ code, kind }) => kind !== 'explicit' && !commonGroups.includes(code));
    const [old, current] = [known.filter(({ name }) => bygone.test(name)), known.filter(({ name }) => !bygone.test(name))];
    groupList = [...commonGroups, ...[...current, ...old].map(({ code }) => code)];
    return groupList;
}
/**
 * Every registered signature scheme, those most in use first, and last the other pairs of hash and signature that TLS 1.2 has
 * (RFC 5246 §7.4.1.4.1): those of DSA, SHA-224 and, at the very end because some servers stumble over it, MD5.
 */
function everySignatureScheme() {
    if (schemeList)
        return schemeList;
    const known = [...commonSchemes, ..._registry_signature_schemes_js__WEBPACK_IMPORTED_MODULE_4__/* .signatureSchemes */ .Bb.rows.map(({ code }) => code)];
    schemeList = [...new Set([...known, ..._registry_signature_schemes_js__WEBPACK_IMPORTED_MODULE_4__/* .pairCodes */ .XJ])];
    return schemeList;
}


/***/ }),

/***/ 4113:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ Line)
});

// EXTERNAL MODULE: ./build/commonjs/esm/net/deadline.js
var deadline = __webpack_require__(8612);
// EXTERNAL MODULE: ./build/commonjs/esm/net/endpoint.js
var net_endpoint = __webpack_require__(2449);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/record.js
var wire_record = __webpack_require__(1565);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/codec.js
var codec = __webpack_require__(3008);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/presentation.js
var presentation = __webpack_require__(528);
;// CONCATENATED MODULE: ./build/commonjs/esm/wire/sslv2.js
// The SSLv2 messages sent in the clear, and the SSLv2 form of a later ClientHello (RFC 5246 appendix E.2). SSLv2 itself was never an RFC:
// Hickman, "The SSL Protocol" (1995); RFC 6176 forbids it.


const messageTypes = { sslv2_error: 0, sslv2_client_hello: 1, sslv2_server_hello: 4 };
/**
 * The message of an SSLv2 record without its two-byte header, as `Deframer` gives it.
 * @throws DecodeError
 */
function decodeSslv2(message) {
    return (0,codec/* decode */.D4)(sslv2Message, message);
}
/** A whole SSLv2 record: the length of two bytes with the high bit set (no padding), then the message. */
function encodeSslv2(message) {
    const body = (0,codec/* encode */.lF)(sslv2Message, message);
    return (0,codec/* encode */.lF)((0,presentation/* struct */.w3)({ header: presentation/* uint16 */.oe, body: (0,presentation/* fixed */.Zu)(body.length) }), { header: 0x8000 + body.length, body });
}
const clientHello = joined((0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('sslv2_client_hello'), version: presentation/* uint16 */.oe }), lengthsFirst({ cipherKinds: (0,presentation/* list */.p_)(presentation/* uint24 */.hv), sessionId: presentation/* rest */.zs, challenge: presentation/* rest */.zs }));
const serverHello = joined((0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('sslv2_server_hello'), sessionIdHit: presentation/* uint8 */.hV, certificateType: presentation/* uint8 */.hV, version: presentation/* uint16 */.oe }), lengthsFirst({ certificate: presentation/* rest */.zs, cipherKinds: (0,presentation/* list */.p_)(presentation/* uint24 */.hv), connectionId: presentation/* rest */.zs }));
const error = (0,presentation/* struct */.w3)({ kind: (0,presentation/* constant */.dY)('sslv2_error'), code: presentation/* uint16 */.oe });
const sslv2Message = {
    read(r) {
        const type = r.at('type', presentation/* uint8 */.hV);
        switch (type) {
            case messageTypes.sslv2_error:
                return error.read(r);
            case messageTypes.sslv2_client_hello:
                return clientHello.read(r);
            case messageTypes.sslv2_server_hello:
                return serverHello.read(r);
            default:
                return r.fail('value', `${type} is no SSLv2 message sent in the clear`);
        }
    },
    write(w, value) {
        presentation/* uint8 */.hV.write(w, messageTypes[value.kind]);
        switch (value.kind) {
            case 'sslv2_error':
                return error.write(w, value);
            case 'sslv2_client_hello':
                return clientHello.write(w, value);
            case 'sslv2_server_hello':
                return serverHello.write(w, value);
            default:
                return value;
        }
    },
};
/** SSLv2's way with variable lengths: two bytes for each field, and then the fields. */
function lengthsFirst(fields) {
    const keys = Object.keys(fields);
    return {
        read(r) {
            const lengths = keys.map(() => presentation/* uint16 */.oe.read(r));
            const value = {};
            for (const [index, key] of keys.entries())
                value[key] = r.sub(lengths[index] ?? 0).at(key, fields[key]);
            return value;
        },
        write(w, value) {
            const parts = keys.map(key => (0,codec/* encode */.lF)(fields[key], value[key]));
            for (const part of parts)
                presentation/* uint16 */.oe.write(w, part.length);
            for (const part of parts)
                presentation/* rest */.zs.write(w, part);
        },
    };
}
/** The fields of two structures, one after the other, in one value. */
function joined(first, second) {
    return {
        read: r => ({ ...first.read(r), ...second.read(r) }),
        write(w, value) {
            first.write(w, value);
            second.write(w, value);
        },
    };
}

// EXTERNAL MODULE: ./build/commonjs/esm/registry/cipher-suite-parts.js
var cipher_suite_parts = __webpack_require__(5823);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/protocols.js
var protocols = __webpack_require__(6729);
// EXTERNAL MODULE: ./build/commonjs/esm/trace/key-schedule.js
var key_schedule = __webpack_require__(6213);
// EXTERNAL MODULE: ./build/commonjs/esm/trace/protection.js
var protection = __webpack_require__(4109);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/alert.js
var wire_alert = __webpack_require__(5876);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/extensions.js + 1 modules
var wire_extensions = __webpack_require__(3540);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/handshake.js
var handshake = __webpack_require__(4395);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/hello.js
var wire_hello = __webpack_require__(7282);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/messages.js + 2 modules
var messages = __webpack_require__(3498);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/cipher-suites.js
var cipher_suites = __webpack_require__(3103);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/groups.js
var groups = __webpack_require__(9218);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/signature-schemes.js
var signature_schemes = __webpack_require__(5591);
;// CONCATENATED MODULE: ./build/commonjs/esm/probe/menu.js
// What a hello offers, and whether an answer keeps to it: one that does not proves nothing of what was offered.







/** What the server chose without its being offered, by name; null when it kept to the menu. */
function offMenu(hello, accepted) {
    const { version, cipherSuite, group, signatureScheme, answer } = accepted;
    // SSLv2 itself has no choice to check: the flight looks for a cipher kind that both sides have.
    if (answer.hello.kind === 'sslv2_server_hello')
        return null;
    if (!offersVersion(hello, answer.hello))
        return protocols/* protocols */.WH.label(version);
    const suites = hello.kind === 'client_hello' ? hello.cipherSuites : hello.cipherKinds;
    if (!suites.includes(cipherSuite) || !fits(cipherSuite, version))
        return cipher_suites/* cipherSuites */.vS.label(cipherSuite);
    if (hello.kind !== 'client_hello')
        return null;
    const { compressionMethod } = answer.hello;
    if (!hello.compressionMethods.includes(compressionMethod))
        return `compression method ${compressionMethod}`;
    if (group !== null && !offersGroup(hello, group, answer.hello))
        return groups/* groups */.T.label(group);
    const schemes = (0,wire_extensions/* extension */.ck)(hello.extensions, 'signature_algorithms')?.schemes;
    const strange = signatureScheme !== null && schemes?.includes(signatureScheme) === false;
    return strange ? signature_schemes/* signatureSchemes */.Bb.label(signatureScheme) : null;
}
/**
 * Whether a suite was there yet in a version; of one that is not registered nobody knows. Old servers take DES and export suites in versions
 * that have done away with them, which is worth knowing.
 */
function fits(cipherSuite, version) {
    const parts = (0,cipher_suite_parts/* partsOfCode */.xi)(cipherSuite);
    return !parts || parts.firstProtocol <= version;
}
/** RFC 8446 §4.2.1: a server that knows supported_versions chooses from it; an older one goes by legacy_version, and downwards. */
function offersVersion(hello, answer) {
    const selected = (0,wire_hello/* selectedVersion */.S6)(answer);
    const newest = hello.kind === 'client_hello' ? hello.legacyVersion : hello.version;
    if (selected === undefined)
        return answer.legacyVersion >= 0x0300 && answer.legacyVersion <= Math.min(newest, 0x0303);
    return hello.kind === 'client_hello' && (0,wire_extensions/* extension */.ck)(hello.extensions, 'supported_versions')?.versions.includes(selected) === true;
}
/** A ServerHello answers one of the shares; all else has to be one of the groups, where any are named (RFC 8422 §4). */
function offersGroup({ extensions }, group, answer) {
    const answersShare = answer.kind === 'server_hello' && (0,wire_extensions/* extension */.ck)(answer.extensions, 'key_share') !== undefined;
    if (answersShare)
        return (0,wire_extensions/* extension */.ck)(extensions, 'key_share')?.shares.some(share => share.group === group) === true;
    return (0,wire_extensions/* extension */.ck)(extensions, 'supported_groups')?.groups.includes(group) !== false;
}

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/flight.js
// What a server answers one hello with, read as far as it says something in the clear: to the ServerHelloDone before TLS 1.3, in it to the
// ServerHello, or, where our key share opens the rest, to the CertificateVerify. Bytes in, an Outcome out; no socket.













const x25519 = 0x001d;
/** Reads the answer to one offer. */
class Flight {
    #offer;
    #sent;
    #deframer = new wire_record/* Deframer */.LU();
    #assembler = new handshake/* MessageAssembler */.Y();
    #opener = null;
    #heard = null;
    /** @param sent the hello as a message, without record headers */
    constructor(offer, sent) {
        this.#offer = offer;
        this.#sent = sent;
    }
    /** Takes what arrived; gives the outcome as soon as it is known, before that null. */
    read(bytes) {
        this.#deframer.push(bytes);
        try {
            for (;;) {
                const frame = this.#deframer.next();
                if (frame.kind === 'need-more')
                    return null;
                if (frame.kind === 'error')
                    return frame.code === 'not-tls' ? notTls : unreadable(frame.message);
                const outcome = frame.kind === 'sslv2' ? this.#sslv2(frame.message) : this.#record(frame);
                if (outcome)
                    return outcome;
            }
        }
        catch (error) {
            if (!(error instanceof codec/* DecodeError */.Xc))
                throw error;
            return unreadable(error.message);
        }
    }
    /** The outcome if nothing more comes; null when nothing was said. A server that sent a ServerHello and went away has answered. */
    rest() {
        if (this.#heard)
            return this.#accepted(this.#heard);
        const [frame, message] = [this.#deframer.next(), this.#assembler.next()];
        const begun = (frame.kind === 'need-more' && frame.pending > 0) || (message.kind === 'need-more' && message.pending > 0);
        return begun ? unreadable('the answer ends in the middle of a message') : null;
    }
    #record(record) {
        const isSealed = this.#opener !== null && record.type === wire_record/* contentType */.IM.applicationData;
        const { type, fragment } = (isSealed ? this.#opener?.open(record) : record) ?? { type: null, fragment: none };
        switch (type) {
            case wire_record/* contentType */.IM.handshake:
                this.#assembler.push(fragment);
                return this.#messages();
            case wire_record/* contentType */.IM.alert: {
                const { level, description } = (0,codec/* decode */.D4)(wire_alert/* alert */.x, fragment);
                return level === wire_alert/* alertLevel */.j.fatal ? { kind: 'refused', by: 'alert', alert: description } : null;
            }
            case wire_record/* contentType */.IM.changeCipherSpec:
                if (!this.#heard)
                    return beginsOtherwise;
                // Before TLS 1.3 the server resumes a session: there is no more to its flight. In it the record means nothing.
                return this.#heard.version < protocols/* tls13 */.mP ? this.#accepted(this.#heard) : null;
            case null: // our share does not open it
                return this.#heard && this.#accepted(this.#heard);
            default:
                return this.#heard ? unreadable(`a record of type ${type} comes in the middle of the answer`) : beginsOtherwise;
        }
    }
    #messages() {
        for (;;) {
            const next = this.#assembler.next();
            if (next.kind === 'need-more')
                return null;
            if (next.kind === 'error')
                return unreadable(next.message);
            const { version = 0, hello } = this.#heard ?? {};
            const keyExchange = hello && (0,cipher_suite_parts/* exchangeName */.zO)(hello.cipherSuite);
            const message = (0,messages/* decodeHandshake */.K)(next.type, next.body, { version, keyExchange });
            const outcome = this.#heard ? this.#follow(this.#heard, message) : this.#begin(message, next.bytes);
            if (outcome)
                return outcome;
        }
    }
    #begin(message, bytes) {
        if (message.kind !== 'server_hello' && message.kind !== 'hello_retry_request')
            return beginsOtherwise;
        const version = (0,wire_hello/* negotiatedVersion */.d7)(message);
        this.#heard = {
            hello: message,
            version,
            presented: [],
            keyExchange: null,
            encryptedExtensions: null,
            asksForCertificate: null,
            signatureScheme: null,
        };
        const outcome = this.#accepted(this.#heard);
        if (outcome.kind === 'unknown')
            return outcome;
        if (version < protocols/* tls13 */.mP)
            return null;
        this.#opener = message.kind === 'server_hello' ? this.#openerOf(message, bytes) : null;
        return this.#opener ? null : outcome;
    }
    #openerOf(hello, bytes) {
        const { privateKey } = this.#offer;
        const share = (0,wire_extensions/* extension */.ck)(hello.extensions, 'key_share')?.share;
        if (!privateKey || share?.group !== x25519)
            return null;
        const transcript = Buffer.concat([this.#sent, bytes]);
        const secret = (0,key_schedule/* serverHandshakeSecret */.zi)({ cipherSuite: hello.cipherSuite, privateKey, peerKey: share.keyExchange, transcript });
        return secret && (0,protection/* openTls13 */.m)(hello.cipherSuite, secret);
    }
    #follow(heard, message) {
        switch (message.kind) {
            case 'encrypted_extensions':
                heard.encryptedExtensions = message.extensions;
                return null;
            case 'certificate_request':
                heard.asksForCertificate = true;
                return null;
            case 'certificate':
                heard.presented = message.entries.map(({ certificate }) => certificate);
                // In TLS 1.3 the request comes before it, if at all.
                if (heard.version >= protocols/* tls13 */.mP)
                    heard.asksForCertificate ??= false;
                return null;
            case 'server_key_exchange':
                heard.keyExchange = message;
                return null;
            case 'certificate_verify':
                heard.signatureScheme = message.scheme;
                return this.#accepted(heard);
            case 'server_hello_done':
                heard.asksForCertificate ??= false;
                return this.#accepted(heard);
            case 'finished': // of a session resumed in TLS 1.3
                return this.#accepted(heard);
            case 'server_hello':
            case 'hello_retry_request':
                return unreadable('a second ServerHello follows the first');
            default:
                return null;
        }
    }
    #accepted({ signatureScheme, version, ...answer }) {
        const { hello, keyExchange } = answer;
        const fields = keyExchange?.form === 'fields' ? keyExchange : null;
        return this.#onMenu({
            kind: 'accepted',
            version,
            cipherSuite: hello.cipherSuite,
            group: fields?.params?.kind === 'ec' ? fields.params.group : shareGroup(hello),
            signatureScheme: signatureScheme ?? fields?.signature?.scheme ?? null,
            answer,
        });
    }
    #sslv2(bytes) {
        const { hello } = this.#offer;
        const message = decodeSslv2(bytes);
        if (hello.kind !== 'sslv2_client_hello' || message.kind === 'sslv2_client_hello')
            return unreadable('the answer is an SSLv2 message');
        // ERROR, after which the connection is closed: there is no alert in SSLv2.
        if (message.kind === 'sslv2_error')
            return { kind: 'refused', by: 'close' };
        const cipherSuite = message.cipherKinds.find(kind => hello.cipherKinds.includes(kind));
        // Not a refusal: servers have taken disabled cipher kinds all the same (CVE-2015-3197).
        if (cipherSuite === undefined)
            return unreadable('the server speaks SSLv2, and names no cipher kind that was offered');
        const answer = {
            hello: message,
            presented: message.certificate.length > 0 ? [message.certificate] : [],
            keyExchange: null,
            encryptedExtensions: null,
            asksForCertificate: null,
        };
        return this.#onMenu({ kind: 'accepted', version: message.version, cipherSuite, group: null, signatureScheme: null, answer });
    }
    #onMenu(accepted) {
        const strange = offMenu(this.#offer.hello, accepted);
        return strange === null ? accepted : { kind: 'unknown', why: 'off-menu', detail: `the server chose ${strange}, which was not offered` };
    }
}
const none = new Uint8Array(0);
const notTls = { kind: 'unknown', why: 'not-tls', detail: 'the answer is no TLS' };
const unreadable = (detail) => ({ kind: 'unknown', why: 'unreadable', detail });
const beginsOtherwise = unreadable('the answer begins with no ServerHello');
function shareGroup(hello) {
    if (hello.kind === 'hello_retry_request')
        return (0,wire_extensions/* extension */.ck)(hello.extensions, 'key_share')?.selectedGroup ?? null;
    return (0,wire_extensions/* extension */.ck)(hello.extensions, 'key_share')?.share.group ?? null;
}

// EXTERNAL MODULE: ./build/commonjs/esm/probe/hello-bytes.js
var hello_bytes = __webpack_require__(1509);
;// CONCATENATED MODULE: ./build/commonjs/esm/probe/exchange.js
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





/** RFC 8446 §5.1: an initial ClientHello travels in records of this version, which every server takes. */
const initialRecordVersion = 0x0301;
/** Milliseconds to wait for an answer where nobody says otherwise. */
const usualAnswerMs = 3000;
/**
 * Sends the offer and reads the answer. Never rejects for what a server does.
 * The connection is closed when it returns, by a FIN as a rule: the answer has been read, and a server logs a client that left.
 */
async function exchange(offer, socket, { answerMs, signal }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        // It has waited for its turn. What a server does before it has seen the hello says nothing of it.
        if (socket.destroyed || socket.readableEnded)
            return { kind: 'unknown', why: 'unreachable', detail: 'the connection ended before the hello' };
        const { promise, resolve } = Promise.withResolvers();
        const { message, bytes } = encoded(offer);
        const flight = new Flight(offer, message);
        let isOver = false;
        const end = (outcome) => {
            isOver = true;
            resolve(outcome);
        };
        /** Ends it with what was heard, or else with what hearing nothing means; our own end of the connection means nothing. */
        const endFor = (outcome) => {
            if (!isOver)
                end(flight.rest() ?? outcome);
        };
        const giveUp = () => endFor({ kind: 'unknown', why: 'timeout', detail: 'no answer in time' });
        const onClose = () => endFor({ kind: 'refused', by: 'close' });
        socket.on('data', chunk => {
            const outcome = isOver ? null : flight.read(chunk);
            if (outcome)
                end(outcome);
        });
        socket.once('end', onClose).once('close', onClose);
        socket.once('error', error => endFor(brokenOff(error)));
        // A dialogue before TLS has left it paused, listener or not.
        socket.resume();
        signal.addEventListener('abort', giveUp, { once: true });
        if (signal.aborted)
            giveUp();
        const _ = __addDisposableResource(env_1, (0,deadline/* after */.Pl)(answerMs, giveUp), false);
        try {
            socket.write(bytes);
            return await promise;
        }
        finally {
            signal.removeEventListener('abort', giveUp);
            socket.destroy();
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
function encoded({ hello, fragmentSize, recordVersion = initialRecordVersion }) {
    if (hello.kind === 'sslv2_client_hello') {
        const bytes = encodeSslv2(hello);
        return { message: bytes.subarray(2), bytes };
    }
    const message = (0,hello_bytes/* bytesOf */.$)(hello);
    const options = { version: recordVersion, ...(fragmentSize !== undefined && { fragmentSize }) };
    return { message, bytes: (0,wire_record/* encodeRecords */.jc)(wire_record/* contentType */.IM.handshake, message, options) };
}
/** A reset is the server's doing; a network that fails is no refusal. */
function brokenOff({ code, message }) {
    const isReset = code === 'ECONNRESET' || code === 'EPIPE' || code === 'ECONNABORTED';
    return isReset ? { kind: 'refused', by: 'reset' } : { kind: 'unknown', why: 'unreadable', detail: message };
}

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/spares.js
/**
 * They are given out in the order they were dialled, and before any other connection is made: a server that serves one at a time is waiting for
 * a hello on the first, and would keep all others waiting.
 */
class Spares {
    #dial;
    #waiting = [];
    constructor(dial) {
        this.#dial = dial;
    }
    get count() {
        return this.#waiting.length;
    }
    /** Makes one more. */
    add() {
        const given = new AbortController();
        const spare = { endpoint: this.#dial(given.signal), given, bytesRead: 0 };
        this.#waiting.push(spare);
        void spare.endpoint.then(({ socket }) => {
            spare.bytesRead = socket?.bytesRead ?? 0;
            socket?.resume(); // or it would not be noticed that the server closes it
        });
    }
    /** The oldest that is not closed, or could not be made; null where there is none. Whoever closes what nothing is said on refuses nothing. */
    async take() {
        for (let spare = this.#waiting.shift(); spare; spare = this.#waiting.shift()) {
            const endpoint = await spare.endpoint;
            const { socket } = endpoint;
            if (!socket || (!socket.destroyed && !socket.readableEnded && socket.bytesRead === spare.bytesRead))
                return endpoint;
            socket.destroy();
        }
        return null;
    }
    /** Closes all. */
    async drop() {
        const dropped = this.#waiting.splice(0).map(async ({ endpoint, given }) => {
            given.abort(null);
            const { socket } = await endpoint;
            socket?.destroy();
        });
        await Promise.all(dropped);
    }
}

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/connections.js
var connections_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var connections_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
// The connections of a line: made when there is a hello for them, or ahead of it where hellos are expected. What is said on them is not known here.




class Connections {
    #way;
    #spares = new Spares(signal => this.#dial(AbortSignal.any([this.#way.signal, signal])));
    /** How many hellos are expected to follow from what each run is waiting for, of those that tell. */
    #expected = new Map();
    #made = 0;
    constructor(way) {
        this.#way = way;
    }
    /** How many were made so far. */
    get made() {
        return this.#made;
    }
    /** So many hellos will follow from what a run is waiting for. */
    expect(run, hellos) {
        this.#expected.set(run, hellos);
    }
    forget(run) {
        this.#expected.delete(run);
    }
    /** Made for this, or else later than all that were given out before: who is let in on it was let in after those. */
    async take() {
        return (this.#spares.count > 0 ? await this.#spares.take() : null) ?? (await this.#dial(this.#way.signal));
    }
    /** Makes connections for the hellos that are expected to follow, as long as there is room for them. */
    makeAhead(room) {
        const expected = [...this.#expected.values()].reduce((sum, next) => sum + next, 0);
        // When nothing is expected any more, one for the control that settles it.
        const wanted = this.#expected.size > 0 ? Math.max(expected, 1) : 0;
        while (this.#spares.count < Math.min(wanted, room))
            this.#spares.add();
    }
    /** Closes those that nothing was said on. */
    drop() {
        return this.#spares.drop();
    }
    async #dial(outer) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const { route, env, clock, answerMs = usualAnswerMs } = this.#way;
            const limit = connections_addDisposableResource(env_1, (0,deadline/* deadline */.nl)(answerMs, outer), false);
            const endpoint = await (0,net_endpoint/* openEndpoint */.k)(route, env, clock, limit.signal);
            this.#made += endpoint.connections;
            return { ...endpoint, isLate: limit.signal.aborted };
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            connections_disposeResources(env_1);
        }
    }
}

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/doubt.js
/** Completes "the server … that it answered when they came alone". */
const doubtTexts = {
    'hang-up': 'hung up on hellos',
    silence: 'left hellos without an answer',
    error: 'reported an error of its own to hellos',
};
/**
 * Alerts that are unrelated to what the peer sent: internal_error and user_canceled (RFC 8446 §6.2). Some servers refuse with the former all
 * the same: OpenSSL a version that its security level leaves nothing for.
 */
const unrelated = [80, 90];
/** Null for an answer that speaks of the hello. */
function doubtOf(outcome) {
    if (outcome.kind === 'refused') {
        if (outcome.by !== 'alert')
            return 'hang-up';
        return unrelated.includes(outcome.alert) ? 'error' : null;
    }
    return outcome.kind === 'unknown' && (outcome.why === 'timeout' || outcome.why === 'unreachable') ? 'silence' : null;
}

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/hang-ups.js
// Whether a server that hung up on hellos refuses them: whoever hangs up by chance, or for what came before a hello, does not do so every time.
// It decides by the answers; the line asks.

/** Of an offer that was not put yet. */
const never = { hangUps: 0, hungUpAlone: false, isTooLong: false };
const isHungUpOn = ({ outcome }) => doubtOf(outcome) === 'hang-up';
/** Takes down an answer; whether the server had hung up on the hello before, although it came alone. */
function isAnsweredAfterAll(entry, outcome, isAlone) {
    if (!isHungUpOn({ outcome }))
        return entry.hungUpAlone && outcome.kind !== 'unknown';
    entry.hangUps++;
    entry.hungUpAlone ||= isAlone;
    return false;
}
/**
 * How often a server hangs up on a hello that it refuses. One that does so by chance is known for it by then, since it meets what is accepted as
 * well: however often it hangs up, with fewer than one in a hundred does one hello meet it so many times, and none of the others does.
 */
const enough = (accepted) => (accepted < 16 ? 4 : 3);
/**
 * How long to be quiet before each round, in shares of a rest. A limit that is slow to forget connections may let in the control just when the offers
 * before it were too early, but not after each of several times of unlike length.
 */
const quiets = [1 / 8, 1 / 32, 0];
/**
 * Puts all again that was hung up on, until it has been often enough. The control comes last in each round, where a limit would meet it first.
 * @returns false as soon as one of them gets an answer, which then is its outcome, or the control gets none
 */
async function areBorneOut(entries, { answer, isThere, rest }) {
    const most = enough(entries.filter(({ outcome }) => outcome.kind === 'accepted').length);
    for (const share of quiets) {
        const suspects = entries.filter(entry => isHungUpOn(entry) && !entry.isTooLong && entry.hangUps < most);
        if (suspects.length === 0)
            return true;
        await rest(share);
        const answers = suspects.map(async (entry) => {
            const outcome = await answer(entry);
            if (outcome.kind !== 'unknown')
                entry.outcome = outcome;
            return isHungUpOn({ outcome });
        });
        const all = await Promise.all([...answers, isThere()]);
        if (!all.every(Boolean))
            return false;
    }
    return true;
}

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/no-answer.js
// What an offer gets in the place of an answer: it was not asked, or what came does not count. What leads to each stands in asking.ts and repeats.ts.

const unknown = (why, detail) => ({ kind: 'unknown', why, detail });
const unanswered = unknown('timeout', 'no answer yet');
const late = unknown('timeout', 'the time was up before it was asked');
const overBudget = unknown('budget', 'the budget of connections was spent before it was asked');
const neverAnswered = unknown('timeout', 'it was not asked, since hellos before it had no answer of TLS');
const banned = unknown('ban', 'the server took no hello any more, not even one that is known to work');
const unsteady = unknown('ban', 'the server hangs up now and then, whatever the hello');
const erratic = unknown('error', 'the server reports errors of its own now and then');
/** No connection, or one that was closed before anything was said on it. */
const isShutOut = (outcome) => outcome.kind === 'unknown' && outcome.why === 'unreachable';
/** What a refusal becomes that was not followed by an acceptance. */
function unconfirmed(isLate, isSpent) {
    if (isLate)
        return unknown('timeout', 'the time was up before the server was seen to accept any hello after this one');
    if (isSpent)
        return unknown('budget', 'the budget was spent before the server was seen to accept any hello after this one');
    return unknown('ban', 'the server was not seen to accept any hello after this one');
}
/** What a doubtful answer is of a server that does such things now and then. */
function inconclusive(outcome) {
    const doubt = doubtOf(outcome);
    if (doubt === 'hang-up')
        return unsteady;
    return doubt === 'error' ? erratic : outcome;
}

// EXTERNAL MODULE: ./build/commonjs/esm/probe/ledger.js + 1 modules
var ledger = __webpack_require__(4134);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/offered.js
var offered = __webpack_require__(4580);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/slices.js
var slices = __webpack_require__(6992);
;// CONCATENATED MODULE: ./build/commonjs/esm/probe/shorter.js
// A long hello's question in hellos under 256 bytes. When that is needed is not decided here. Pure.








/** Bytes of a short hello as a message, at most: under 256 with the five of its record header, whichever of the two a server counts. */
const shortBytes = 250;
/** Whether a hello may take another form without asking something else. */
const isDivisible = (about) => about !== 'client' && about !== 'widening' && about !== 'length-tolerance';
/**
 * The same question in hellos of at most shortBytes. What is in question is spread over them, in its order; of the rest each has the few that are
 * most common. None where there is no shorter form: it is short, its length or form is what it is about, or a name leaves no room.
 */
function shorterOffers(offer) {
    const { hello, about, title } = offer;
    if (hello.kind !== 'client_hello' || !isDivisible(about) || (0,hello_bytes/* lengthOf */.Y)(hello) <= shortBytes)
        return [];
    // Without what features are read from only where that takes too much of the room.
    const parts = partsIn(offer, without(hello, ballast), 48) ?? partsIn(offer, without(hello, needless(about)), 20) ?? [];
    const part = (index) => (parts.length === 1 ? '' : `part ${index + 1} of ${parts.length} `);
    return parts.map((each, index) => ({ ...each, title: `${title}, ${part(index)}in under 256 bytes` }));
}
const ballast = ['padding', 'psk_key_exchange_modes'];
function needless(about) {
    const features = ['extended_main_secret', 'encrypt_then_mac', 'session_ticket', 'heartbeat'];
    return [...ballast, ...features, ...(about === 'alpn' ? [] : ['application_layer_protocol_negotiation'])];
}
/** Also without the session id, with which a hello of TLS 1.3 only looks as if it resumed a session (RFC 8446 appendix D.4). */
function without(hello, kinds) {
    return { ...hello, sessionId: new Uint8Array(0), extensions: hello.extensions?.filter(({ kind }) => !kinds.includes(kind)) ?? null };
}
/** @param least codes that a hello must have room for; null where it has not */
function partsIn(offer, hello, least) {
    const lists = listsOf(hello);
    const count = lengthOfAll(lists);
    const room = count + Math.floor((shortBytes - (0,hello_bytes/* lengthOf */.Y)(hello)) / 2);
    if (room >= count)
        return [{ ...offer, hello }];
    if (room < least)
        return null;
    const [carrying, riding] = carryingAndRiding(offer, lists.suites);
    const own = lists[dimensionOf(offer)].length;
    /** At least so many of what is not in question, and more where what is leaves room. */
    const quota = (least) => Math.max(Math.floor(least), Math.floor((room - own) / 2));
    const few = {
        suites: ofEachKind(carrying, quota(room * 0.4)),
        groups: mostCommon(lists.groups, commonGroups, quota(Math.min(14, room / 4))),
        schemes: mostCommon(lists.schemes, commonSchemes, quota(Math.min(10, room / 6))),
    };
    const spread = (name, codes, always, about) => {
        const size = room - lengthOfAll({ ...few, [name]: always });
        const portions = (0,slices/* slices */.w)(codes.filter(code => !always.includes(code)), size);
        return portions.map(portion => ({ ...offer, about, hello: withLists(hello, { ...few, [name]: [...portion, ...always] }) }));
    };
    switch (dimensionOf(offer)) {
        case 'groups':
            // The curve of an ECDSA certificate has to be offered along with those in question, and then stands last (RFC 8422 §5.1).
            return [
                ...spread('groups', lists.groups, (0,offered/* newestVersion */.Rg)(offer) < protocols/* tls13 */.mP ? lists.groups.slice(1).slice(-1) : [], 'groups'),
                // Apart from the groups it is the suites that are in question.
                ...spread('suites', riding, [], 'cipher-suites'),
            ];
        case 'schemes':
            return spread('schemes', lists.schemes, [], 'signature-schemes');
        case 'suites': {
            const always = lists.suites.filter(code => signals.has(code));
            const parts = spread('suites', lists.suites, always, offer.about);
            // Where a part may be refused for the suites it has not, that says nothing of anything else. Another name remains another name.
            return parts.length === 1 || offer.about === 'cipher-suites' || offer.about === 'server-name'
                ? parts
                : parts.map(part => ({ ...part, about: 'several' }));
        }
    }
}
/** What is spread over the hellos. */
const dimensionOf = ({ about }) => about === 'groups' ? 'groups' : about === 'signature-schemes' ? 'schemes' : 'suites';
/** Values that signal something and are no suites. */
const signals = new Set([cipher_suites/* emptyRenegotiationInfo */.eO, cipher_suites/* fallbackScsv */.O8]);
/** Suites that need no group are refused together with the groups in the same hello. */
function carryingAndRiding(offer, suites) {
    const version = (0,offered/* newestVersion */.Rg)(offer);
    const carrying = suites.filter(code => (0,ledger/* needsGroup */.zv)(version, code) || signals.has(code));
    const isAllOne = offer.about !== 'groups' || !carrying.some(code => !signals.has(code));
    return isAllOne ? [[...suites], []] : [carrying, suites.filter(code => !carrying.includes(code))];
}
const listsOf = ({ cipherSuites: suites, extensions }) => ({
    suites,
    groups: (0,wire_extensions/* extension */.ck)(extensions, 'supported_groups')?.groups ?? [],
    schemes: (0,wire_extensions/* extension */.ck)(extensions, 'signature_algorithms')?.schemes ?? [],
});
const lengthOfAll = ({ suites, groups, schemes }) => suites.length + groups.length + schemes.length;
function withLists(hello, { suites, groups, schemes }) {
    const extensions = hello.extensions?.map((each) => {
        if (each.kind === 'supported_groups')
            return { ...each, groups };
        if (each.kind === 'signature_algorithms')
            return { ...each, schemes };
        // RFC 8446 §4.2.8: no share of a group that is not offered.
        return each.kind === 'key_share' ? { ...each, shares: each.shares.filter(({ group }) => groups.includes(group)) } : each;
    });
    return { ...hello, cipherSuites: suites, extensions: extensions ?? null };
}
/** Suites with every kind of key exchange and certificate that there is among them, since groups and schemes go with these. */
function ofEachKind(suites, atMost) {
    const seen = new Map();
    const ranked = suites.map(code => {
        const parts = (0,cipher_suite_parts/* partsOfCode */.xi)(code);
        const kind = `${parts?.keyExchange} ${parts?.authentication}`;
        const rank = seen.get(kind) ?? 0;
        seen.set(kind, rank + 1);
        return { code, rank };
    });
    const kept = new Set(ranked
        .toSorted((a, b) => a.rank - b.rank)
        .slice(0, atMost)
        .map(({ code }) => code));
    return suites.filter(code => kept.has(code));
}
const commonGroups = new Set([
    0x001d, 0x0017, 0x11ec, 0x0018, 0x0019, 0x001e, 0x0016, 0x001a, 0x001b, 0x001c, 0x0100, 0x0101, 0x0102, 0x0103, 0x0104,
]);
const commonSchemes = new Set([0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0601, 0x0201, 0x0203]);
/** In the order of the list, and whatever begins it, which may be known to work. */
function mostCommon(codes, common, atMost) {
    const wanted = [...codes.slice(0, 2), ...codes.filter(code => common.has(code)), ...codes];
    const kept = new Set([...new Set(wanted)].slice(0, atMost));
    return codes.filter(code => kept.has(code));
}

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/shorter-trial.js
// Whether it is the length of a hello that a server has no answer for: which lengths it has answered, and hellos to try it with. No I/O.



/** The most trials of one server. */
const mostTrials = 4;
/** What one server has shown of the lengths it answers. */
class Lengths {
    #answered = [];
    #choked = [];
    #trials = 0;
    /** It was accepted, or refused with an alert. */
    answered({ hello }) {
        if (hello.kind === 'client_hello')
            this.#answered.push(hello);
    }
    /** A long hello of its trial had no answer, and a short one had. */
    choked({ hello }) {
        if (hello.kind === 'client_hello')
            this.#choked.push(sizeOf(hello));
    }
    /** Whether an offer is as long as what the server has no answer for, as far as that is known. */
    isTooLong(offer) {
        if (this.#choked.length === 0)
            return false;
        const size = this.#unprovenSize(offer);
        return size !== null && (isMiddling(size) || !this.#choked.every(isMiddling));
    }
    /** What can tell whether an offer had no answer for its length; null where that is known, or is not to be found out. */
    trialOf(offer) {
        if (!this.isInDoubt(offer) || offer.hello.kind !== 'client_hello')
            return null;
        this.#trials++;
        const [short, long] = [shortHello(offer.hello), longHello(offer.hello)];
        return {
            long: { title: `what any server should accept, in ${(0,hello_bytes/* lengthOf */.Y)(long)} bytes`, about: 'length-tolerance', hello: long },
            short: { title: `what any server should accept, in ${(0,hello_bytes/* lengthOf */.Y)(short)} bytes`, about: 'length-tolerance', hello: short },
        };
    }
    isInDoubt(offer) {
        // Who is asked by a foreign name need not accept anything.
        if (this.#trials >= mostTrials || offer.about === 'server-name' || this.isTooLong(offer))
            return false;
        return this.#unprovenSize(offer) !== null && offer.hello.kind === 'client_hello' && (0,hello_bytes/* lengthOf */.Y)(shortHello(offer.hello)) <= shortBytes;
    }
    /** Of a long hello, as long as no other was answered that is as long. */
    #unprovenSize({ hello, about }) {
        if (hello.kind !== 'client_hello' || !isDivisible(about))
            return null;
        const size = sizeOf(hello);
        return size.bytes <= shortBytes || this.#answered.some(each => proves(sizeOf(each), size)) ? null : size;
    }
}
const sizes = new WeakMap();
function sizeOf(hello) {
    const known = sizes.get(hello);
    if (known)
        return known;
    const size = { bytes: (0,hello_bytes/* lengthOf */.Y)(hello), suites: hello.cipherSuites.length };
    sizes.set(hello, size);
    return size;
}
/** RFC 7685 §4: there are servers that hang on a hello of 256 to 511 bytes and answer longer ones. */
const isMiddling = ({ bytes }) => bytes < 512;
/** Whether a server that answers the one hello should answer the other, as far as the length goes. */
function proves(one, other) {
    if (isMiddling(one) !== isMiddling(other))
        return false;
    return one.bytes >= other.bytes && (isMiddling(one) || one.suites >= other.suites);
}
// With what every server has one of: AEAD and CBC suites, keys of RSA and of elliptic curves.
const usualSuites = [
    0x1301, 0x1302, 0x1303, 0xc02f, 0xc02b, 0xc030, 0xc02c, 0xcca8, 0xcca9, 0xc013, 0xc014, 0xc009, 0xc00a, 0x009e, 0x009f, 0x0033, 0x0039,
    0x009c, 0x002f, 0x0035, 0x000a,
];
const usualGroups = [0x001d, 0x0017, 0x0018, 0x0100];
const usualSchemes = [0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0201, 0x0203];
/** For the same name as another hello; TLS 1.0 to 1.3. */
function shortHello({ random, extensions }) {
    const name = (0,wire_extensions/* extension */.ck)(extensions, 'server_name');
    return {
        kind: 'client_hello',
        legacyVersion: 0x0303,
        random,
        sessionId: new Uint8Array(0),
        cipherSuites: usualSuites,
        compressionMethods: [0],
        extensions: [
            ...(name ? [name] : []),
            { kind: 'extended_main_secret' },
            { kind: 'renegotiation_info', renegotiatedConnection: new Uint8Array(0) },
            { kind: 'supported_groups', groups: usualGroups },
            { kind: 'ec_point_formats', formats: [0] },
            { kind: 'signature_algorithms', schemes: usualSchemes },
            { kind: 'key_share', shares: [] },
            { kind: 'supported_versions', versions: [0x0304, 0x0303, 0x0302, 0x0301] },
        ],
    };
}
/** The same as long as another hello: with its suites behind the usual ones, and padding. A little longer, so that it proves more. */
function longHello(other) {
    const size = sizeOf(other);
    const short = shortHello(other);
    const suites = isMiddling(size) ? usualSuites : [...new Set([...usualSuites, ...other.cipherSuites])];
    const hello = { ...short, cipherSuites: suites.slice(0, Math.max(usualSuites.length, size.suites)) };
    const bytes = isMiddling(size) ? size.bytes : Math.ceil(size.bytes / 256) * 256;
    const padding = { kind: 'padding', zeros: new Uint8Array(Math.max(1, bytes - (0,hello_bytes/* lengthOf */.Y)(hello) - 4)) };
    return { ...hello, extensions: [...(hello.extensions ?? []), padding] };
}

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/turns.js
// Who may go next: so many at a time, the queues one after the other, or one with nobody beside it. No I/O and no time.
/** Lets work begin when it is its turn. */
class Turns {
    /** How many may be under way; a change holds from the next turn on. */
    limit;
    #underWay = 0;
    #isAlone = false;
    /** In the order of their next turns. */
    #queues = new Map();
    #loners = [];
    constructor(limit) {
        this.limit = limit;
    }
    /** Whether what is under way has nothing beside it. */
    get isSingle() {
        return this.#isAlone || this.limit === 1;
    }
    /** How many more could be under way now. */
    get room() {
        return this.isSingle || this.#loners.length > 0 || this.#queues.size > 0 ? 0 : this.limit - this.#underWay;
    }
    /** Does the work once there is room; each queue has one turn after the other, however long it is. */
    take(queue, work) {
        const { promise, resolve } = Promise.withResolvers();
        const waiting = this.#queues.get(queue);
        if (waiting)
            waiting.push(resolve);
        else
            this.#queues.set(queue, [resolve]);
        return this.#inTurn(promise, work);
    }
    /** Does the work once all that has begun has ended; nothing begins before it has ended too. It goes before all that waits. */
    alone(work) {
        const { promise, resolve } = Promise.withResolvers();
        this.#loners.push(resolve);
        return this.#inTurn(promise, work);
    }
    async #inTurn(turn, work) {
        this.#next();
        await turn;
        try {
            return await work();
        }
        finally {
            this.#underWay--;
            this.#isAlone = false;
            this.#next();
        }
    }
    #next() {
        if (this.#isAlone)
            return;
        const loner = this.#underWay === 0 ? this.#loners.shift() : undefined;
        if (loner) {
            this.#isAlone = true;
            this.#begin(loner);
        }
        else if (this.#loners.length === 0) {
            while (this.#underWay < this.limit && this.#queues.size > 0)
                this.#begin(this.#shift());
        }
    }
    #begin(go) {
        this.#underWay++;
        go();
    }
    #shift() {
        const [[queue, waiting] = [{}, []]] = this.#queues;
        const first = waiting.shift();
        this.#queues.delete(queue);
        if (waiting.length > 0)
            this.#queues.set(queue, waiting);
        return first ?? (() => { });
    }
}

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/asking.js







/** Nothing here rejects for what a server does. */
class Asking {
    /** Every offer, in the order they were sent. */
    entries = [];
    connections;
    /** For connections, and below for the hellos on them that wait for an answer. */
    turns;
    lengths = new Lengths();
    /** What every further offer gets for an answer; null while the server is asked. */
    over = null;
    /** Whether it hung up on a hello that came alone, and accepts it all the same: no hang-up is a refusal then. */
    isFitful = false;
    /** The longest chain of batches, which are waited for one after the other; those answers apart that have nothing beside them. */
    depth = 0;
    #options;
    #answers;
    /** The first hello that was accepted, and when the newest of them was put. */
    #accepted = null;
    #acceptedAt = -1;
    /** Whether it was heard to speak TLS, and whether it was seen to say nothing. */
    #isTls = false;
    #isSilent = false;
    #moment = 0;
    #tried = 0;
    /** Answers waited for with nothing beside them. */
    #single = 0;
    #startedMs = null;
    #endedMs = 0;
    constructor(options) {
        const { connections = 8 } = options;
        this.#options = options;
        this.connections = new Connections(options);
        this.turns = new Turns(connections === 1 ? 1 : 2 * connections);
        this.#answers = new Turns(connections);
    }
    get cost() {
        const durationMs = this.#startedMs === null ? 0 : this.#endedMs - this.#startedMs;
        return { connections: this.connections.made, roundTrips: this.depth + this.#single, durationMs };
    }
    get isAborted() {
        return this.#options.signal.aborted;
    }
    /** Whether it was heard to speak TLS. */
    get isTls() {
        return this.#isTls;
    }
    /** The first hello that was accepted; null while there is none. */
    get accepted() {
        return this.#accepted;
    }
    /** Whether a hello was accepted that was put after this one was answered. */
    isFollowed({ answeredAt }) {
        return answeredAt <= this.#acceptedAt;
    }
    /** Whether the budget has no connection more for a hello about this. */
    isSpent(about) {
        const { budget } = this.#options;
        if (typeof budget !== 'number')
            return false;
        const kept = about === 'control' ? 0 : Math.min(1, budget - 1);
        return this.#tried >= budget - kept;
    }
    /** Puts an offer for the first time. */
    async send(offer) {
        const entry = { number: this.entries.length + 1, offer, outcome: unanswered, answeredAt: 0, ...never };
        this.entries.push(entry);
        entry.outcome = await this.answer(entry);
        return entry;
    }
    /** Puts an offer, for the first time or again; whoever asks decides whether the answer is its outcome. */
    async answer(entry) {
        const { isSingle } = this.turns;
        const outcome = await this.#ask(entry.offer);
        entry.answeredAt = ++this.#moment;
        this.isFitful ||= isAnsweredAfterAll(entry, outcome, isSingle);
        return outcome;
    }
    /** Where each connection counts, none that may not be needed. */
    dialAhead() {
        const { signal, budget } = this.#options;
        if (!this.over && !signal.aborted && typeof budget !== 'number')
            this.connections.makeAhead(this.turns.room);
    }
    /** One connection. */
    async #ask(offer) {
        const { clock, signal } = this.#options;
        if (this.over)
            return this.over;
        if (this.isSpent(offer.about))
            return overBudget;
        if (signal.aborted)
            return late;
        if (this.turns.isSingle)
            this.#single++;
        this.#tried++;
        this.#startedMs ??= clock();
        const putAt = ++this.#moment;
        const connecting = this.connections.take();
        this.dialAhead();
        const endpoint = await connecting;
        const { socket } = endpoint;
        const outcome = socket
            ? await this.#answers.take(this, () => this.#hear(offer, socket))
            : unknown(endpoint.isLate ? 'timeout' : 'unreachable', endpoint.failure?.message ?? 'no connection');
        this.#endedMs = clock();
        this.#learn(outcome, offer, putAt);
        return outcome;
    }
    async #hear(offer, socket) {
        const { signal, answerMs = usualAnswerMs } = this.#options;
        // Those that were connected meanwhile need not wait as long as the ones before them did for nothing.
        const instead = this.over ?? (this.#isSilent && !this.#isTls && !this.turns.isSingle ? neverAnswered : null);
        if (instead === null)
            return exchange(offer, socket, { answerMs, signal });
        socket.destroy();
        return instead;
    }
    #learn(outcome, offer, putAt) {
        this.#isTls ||= outcome.kind === 'accepted' || (outcome.kind === 'refused' && outcome.by === 'alert');
        this.#isSilent ||= doubtOf(outcome) === 'silence';
        if (outcome.kind === 'accepted' || (outcome.kind === 'refused' && outcome.by === 'alert'))
            this.lengths.answered(offer);
        if (outcome.kind === 'accepted') {
            this.#accepted ??= offer;
            this.#acceptedAt = Math.max(this.#acceptedAt, putAt);
        }
        if (outcome.kind === 'unknown' && outcome.why === 'not-tls' && !this.#isTls)
            this.over = { ...neverAnswered, why: 'not-tls' };
    }
}

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/repeats.js
// Puts again what had a doubtful answer, and the hellos a server is known to accept beside it. A server may hang up because it is asked too fast, and
// may stop to answer at all; neither says anything of a hello.




class Repeats {
    /** What a reader has to know of how the server was asked, a clause each. */
    notes = [];
    #asking;
    #options;
    /** What a repetition did not change while the control was accepted: this server's way to refuse a hello, or to pass over it. */
    #usual = new Set();
    /** Of the trials that gave hellos out as too long what met the long one, and what was noted. */
    #tooLong = [];
    /** Whether an error of the server's own came to a hello and did not come again. */
    #isErratic = false;
    #hasRested = false;
    constructor(asking, options) {
        this.#asking = asking;
        this.#options = options;
    }
    /** Finds out what a doubtful answer is worth. */
    async clear(entry) {
        const doubt = doubtOf(entry.outcome);
        if (!doubt)
            return;
        if (this.#isExplained(entry, doubt))
            this.#explain(entry);
        else
            await this.#asking.turns.alone(() => this.#repeat(entry, doubt));
    }
    /** Makes unknown every refusal and every hang-up that the server does not bear out; to be called when nothing else will be asked. */
    async settle() {
        await this.#bearOut();
        await this.#asking.turns.alone(async () => {
            if (this.#isErratic)
                for (const entry of this.#asking.entries)
                    if (doubtOf(entry.outcome) === 'error')
                        entry.outcome = inconclusive(entry.outcome);
            const isOpen = (entry) => entry.outcome.kind === 'refused' && !this.#asking.isFollowed(entry);
            if (!this.#asking.entries.some(isOpen))
                return;
            if (!(await this.#isThere()))
                await this.#isThere();
            for (const entry of this.#asking.entries.filter(isOpen))
                entry.outcome = this.#unconfirmed();
        });
        await this.#bearOutLengths();
    }
    /** Whether there is nothing more to find out about a doubtful answer. */
    #isExplained(entry, doubt) {
        return this.#asking.lengths.isTooLong(entry.offer) || (this.#usual.has(doubt) && !isShutOut(entry.outcome) && !this.#mayBeLength(entry));
    }
    #mayBeLength({ offer, outcome }) {
        const wasSent = outcome.kind !== 'unknown' || (outcome.why !== 'unreachable' && outcome.why !== 'error');
        return wasSent && this.#asking.lengths.isInDoubt(offer);
    }
    #explain(entry) {
        entry.isTooLong = this.#asking.lengths.isTooLong(entry.offer);
        // Then it is all that the answer speaks of.
        if (entry.isTooLong)
            entry.offer = { ...entry.offer, about: 'length-tolerance' };
    }
    /** With nothing else under way, and nothing open either. */
    async #repeat(entry, doubt) {
        await this.#asking.connections.drop();
        if (!this.#isExplained(entry, doubt) && this.#mayBeLength(entry))
            await this.#tryLength(entry.offer, doubt);
        if (this.#isExplained(entry, doubt))
            return this.#explain(entry); // by this trial, or meanwhile by another offer
        const outcome = this.#asking.over ? entry.outcome : await this.#second(entry, doubt);
        // Whoever has stopped to answer did not refuse.
        entry.outcome = this.#asking.over && outcome.kind === 'refused' ? this.#asking.over : outcome;
    }
    /** Finds out whether it is the length of an offer that had no answer; true where it is. */
    async #tryLength(offer, doubt) {
        if (this.#asking.over || this.#asking.isAborted || this.#asking.isSpent(offer.about))
            return false;
        const trial = doubt === 'hang-up' && this.#asking.isFitful ? null : this.#asking.lengths.trialOf(offer);
        if (!trial)
            return false;
        if (doubt === 'silence' && !this.#asking.isTls && this.#isMute((await this.#asking.send(trial.short)).outcome))
            return false;
        const long = await this.#asking.send(trial.long);
        // Whoever was not let in had no hello to find too long.
        if (doubtOf(long.outcome) !== doubt || isShutOut(long.outcome))
            return false;
        if ((await this.#asking.send(trial.short)).outcome.kind !== 'accepted')
            return false;
        this.#asking.lengths.choked(offer);
        const note = `asked in hellos under 256 bytes, since the server ${doubt === 'hang-up' ? 'hung up on' : 'did not answer'} longer ones`;
        if (!this.notes.includes(note))
            this.notes.push(note);
        this.#tooLong.push({ long, doubt, note });
        return true;
    }
    /** Two time-outs are enough for a server that never said anything; connections that it did not let in only with a rest between them. */
    #isMute(second) {
        if (this.#asking.isTls || this.#asking.isAborted || doubtOf(second) !== 'silence')
            return false;
        if (isShutOut(second) && !this.#hasRested)
            return false;
        this.#asking.over = { ...neverAnswered, why: second.kind === 'unknown' ? second.why : 'timeout' };
        return true;
    }
    async #second(entry, doubt) {
        const first = await this.#asking.answer(entry);
        // It may be full of us, since the handshake has connections of its own: as long as nothing else tells, it is left in peace once.
        const isRested = !this.#hasRested && (isShutOut(first) ? !this.#asking.isTls : doubtOf(first) === 'hang-up' && !this.#control);
        if (isRested)
            await this.#rest();
        const second = isRested ? await this.#asking.answer(entry) : first;
        if (second === overBudget)
            return doubt === 'silence' ? entry.outcome : this.#unconfirmed();
        if (this.#asking.isAborted)
            return second;
        const again = doubtOf(second);
        if (!again) {
            if (entry.outcome !== neverAnswered)
                this.#askSingly(doubt);
            this.#isErratic ||= doubt === 'error';
            return second;
        }
        if (this.#isMute(second))
            return second;
        const isThere = await this.#isThere();
        if (isThere && again === 'error')
            return await this.#third(entry);
        const isPassing = isShutOut(second) || (again === 'hang-up' && (!isThere || this.#asking.isFitful));
        if (!isThere || isPassing)
            return await this.#later(entry, doubt, { outcome: second, isThere, isPassing });
        this.#usual.add(again);
        return second;
    }
    /** Leaves the server in peace, where it may pass longer each time. The offer goes before the control, which would take the only place there may be. */
    async #later(entry, doubt, met) {
        let { outcome } = met;
        for (const share of met.isPassing ? [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1] : [1]) {
            await this.#rest(share);
            if (met.isPassing)
                outcome = await this.#asking.answer(entry);
            if (this.#asking.isAborted || outcome === overBudget)
                return this.#unconfirmed();
            if (!doubtOf(outcome)) {
                this.#askSingly(doubt);
                return outcome;
            }
        }
        const isGone = isShutOut(outcome) && !this.#control;
        if (!isGone && (met.isThere || (await this.#isThere()))) {
            if (!met.isThere)
                this.#askSingly(doubt);
            if (!met.isPassing)
                outcome = await this.#asking.answer(entry);
            return inconclusive(outcome);
        }
        if (this.#asking.isAborted || this.#asking.isSpent('control'))
            return this.#unconfirmed();
        this.#asking.over = banned;
        this.notes.push(`the server took no hello any more after ${this.#asking.connections.made} connections`);
        return banned;
    }
    /** An error may come by chance, again and again: none is taken on trust, and one that does not come makes all of them chance. */
    async #third(entry) {
        const third = await this.#asking.answer(entry);
        this.#isErratic ||= doubtOf(third) !== 'error';
        return third;
    }
    #rest(share = 1) {
        this.#hasRested ||= share === 1;
        return (0,deadline/* pause */.v7)(share * (this.#options.restMs ?? 1000), this.#options.signal);
    }
    /** What a refusal becomes that was not followed by an acceptance. */
    #unconfirmed() {
        return unconfirmed(this.#asking.isAborted, this.#asking.isSpent('control'));
    }
    get #control() {
        return this.#asking.accepted ?? this.#options.control ?? null;
    }
    /** Whether the server accepts what it is known to accept; without such a hello nothing speaks against it. */
    async #isThere() {
        const control = this.#control;
        if (!control)
            return true;
        if (this.#asking.over || this.#asking.isAborted || this.#asking.isSpent('control'))
            return false;
        const { outcome } = await this.#asking.send({ ...control, title: 'a hello that is known to work', about: 'control' });
        const doubt = doubtOf(outcome);
        this.#asking.isFitful ||= doubt === 'hang-up' && control === this.#asking.accepted;
        // What was given for one may be too long for this server; after the trial there is another.
        return outcome.kind === 'accepted' || (doubt !== null && (await this.#tryLength(control, doubt)));
    }
    #askSingly(doubt) {
        if (this.#asking.turns.limit === 1)
            return;
        this.#asking.turns.limit = 1;
        this.notes.push(`asked one at a time, since the server ${doubtTexts[doubt]} that it answered when they came alone`);
    }
    /** Makes every hang-up unknown, unless all of them come again and again. */
    async #bearOut() {
        if (!this.#control || !this.#asking.entries.some(isHungUpOn))
            return;
        await this.#asking.connections.drop();
        const answer = (entry) => this.#asking.turns.take(this, () => this.#asking.answer(entry));
        const isThere = () => this.#asking.turns.take(this, () => this.#isThere());
        const rest = (share) => {
            if (!this.#asking.turns.isSingle)
                this.#asking.depth++;
            return this.#rest(share);
        };
        if (!this.#asking.over &&
            !this.#asking.isFitful &&
            (await areBorneOut(this.#asking.entries, { answer, isThere, rest })) &&
            !this.#asking.isFitful)
            return;
        const isUnasked = !this.#asking.isFitful && (this.#asking.isAborted || this.#asking.isSpent('control'));
        const instead = this.#asking.over ?? (isUnasked ? this.#unconfirmed() : null);
        for (const entry of this.#asking.entries.filter(isHungUpOn))
            entry.outcome = instead ?? inconclusive(entry.outcome);
    }
    /** Takes back what was said of long hellos where none of them bears it out: two in a row may have met with something else. */
    async #bearOutLengths() {
        const standing = await Promise.all(
        // Hang-ups have been borne out by now; the time for more silence is spent last, when nothing else waits for it.
        this.#tooLong.map(async ({ long, doubt, note }) => (doubt === 'hang-up' ? isHungUpOn(long) : await this.#isIgnored(long)) ? note : null));
        for (const { note } of this.#tooLong)
            if (!standing.includes(note) && this.notes.includes(note))
                this.notes.splice(this.notes.indexOf(note), 1);
    }
    /** Whether an offer that had no answer has none either when it is put twice more. */
    async #isIgnored(entry) {
        const again = await Promise.all([1, 2].map(() => this.#asking.turns.take(this, () => this.#asking.answer(entry))));
        const answer = again.find(({ kind }) => kind !== 'unknown');
        if (answer?.kind === 'accepted')
            entry.outcome = answer;
        return !answer;
    }
}

// EXTERNAL MODULE: ./build/commonjs/esm/probe/offer.js
var offer = __webpack_require__(3473);
;// CONCATENATED MODULE: ./build/commonjs/esm/probe/shorter-probe.js
// Has a probe's long hellos asked in shorter ones, without the probe knowing: it is told what the server would have answered. Pure.



/**
 * The probe, with offers that are too long asked in shorter hellos: at once, or after the server has shown that they are. It is told that such an
 * offer is accepted if any part is, refused if all are, and else unknown. What the parts met are answers of their own.
 */
function* inShort(probe, isTooLong) {
    let turn = probe.next();
    while (!turn.done)
        turn = probe.next(turn.value.length === 0 ? yield [] : yield* outcomesOf(turn.value, isTooLong));
    return turn.value;
}
function* outcomesOf(offers, isTooLong) {
    const shorter = (offer, outcome) => (isTooLong(offer, outcome) ? shorterOffers(offer) : []);
    const first = yield* put(offers.map(offer => atLeast(offer, shorter(offer, null))), offers.next);
    const lots = offers.map((offer, index) => ({ offer, answers: first[index] ?? [] }));
    const second = yield* put(lots.map(({ offer, answers: [answer] }) => (answer?.offer === offer ? shorter(offer, answer.outcome) : [])));
    const parts = lots.map(({ offer, answers }, index) => {
        const again = second[index] ?? [];
        return { offer, answers: again.length > 0 ? again : answers };
    });
    const last = yield* put(parts.map(runOff));
    return parts.map(({ offer, answers }, index) => shorter_probe_joined(offer, [...(last[index] ?? []), ...answers]));
}
const atLeast = (offer, parts) => (parts.length > 0 ? parts : [offer]);
/** Several lists of offers in one batch; no batch where all are empty. */
function* put(lists, next) {
    const offers = lists.flat();
    const outcomes = offers.length > 0 ? yield next === undefined ? offers : (0,offer/* followedBy */.gx)(next, offers) : [];
    let at = 0;
    return lists.map(list => list.flatMap(offer => {
        const outcome = outcomes[at++];
        return outcome ? [{ offer, outcome }] : [];
    }));
}
/** Which of what was chosen of each part would the server have chosen of all? Groups and schemes are asked in no order that says so much. */
function runOff({ offer: { title, about, hello }, answers }) {
    const chosen = new Set(answers.flatMap(({ outcome }) => (outcome.kind === 'accepted' ? [outcome.cipherSuite] : [])));
    const frame = answers.find(({ outcome }) => outcome.kind === 'accepted')?.offer;
    const isOfSuites = about !== 'groups' && about !== 'signature-schemes';
    if (chosen.size < 2 || !isOfSuites || hello.kind !== 'client_hello' || frame?.hello.kind !== 'client_hello')
        return [];
    const isInAll = (code) => answers.every(each => each.offer.hello.kind === 'client_hello' && each.offer.hello.cipherSuites.includes(code));
    const cipherSuites = hello.cipherSuites.filter(code => chosen.has(code) || isInAll(code));
    return [{ ...frame, title: `${title}, those chosen of the parts`, hello: { ...frame.hello, cipherSuites } }];
}
/** An answer that names what was in question is worth more than one that does not. */
function shorter_probe_joined({ about, hello }, answers) {
    const outcomes = answers.map(({ outcome }) => outcome);
    const extensions = hello.kind === 'client_hello' ? hello.extensions : null;
    const groups = (0,wire_extensions/* extension */.ck)(extensions, 'supported_groups')?.groups ?? [];
    const schemes = (0,wire_extensions/* extension */.ck)(extensions, 'signature_algorithms')?.schemes ?? [];
    const isNamed = (outcome) => outcome.kind === 'accepted' &&
        (about !== 'groups' || groups.some(code => code === outcome.group)) &&
        (about !== 'signature-schemes' || schemes.some(code => code === outcome.signatureScheme));
    const ranked = [isNamed, ({ kind }) => kind === 'accepted', ({ kind }) => kind === 'unknown', () => true];
    const [best] = ranked.flatMap(fits => outcomes.find(fits) ?? []);
    return best ?? { kind: 'unknown', why: 'timeout', detail: 'no answer' };
}

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/line.js
// The line to one server: puts the hellos of many probes to it, a few at a time, and sees to it that what it calls a refusal is one.





/** Several probes may run over one line at the same time. Nothing here rejects for what a server does. */
class Line {
    #budget;
    #asking;
    #repeats;
    /** Runs that have not ended, and what wakes those of them that wait for another. */
    #running = 0;
    #idle = [];
    constructor(options) {
        this.#budget = options.budget ?? null;
        this.#asking = new Asking(options);
        this.#repeats = new Repeats(this.#asking, options);
    }
    /** Every offer, in the order they were sent. Final after settle(): until then a refusal may turn out to be none. */
    get asked() {
        return this.#asking.entries.map(({ number, offer, outcome }) => ({ number, offer, outcome }));
    }
    get cost() {
        return this.#asking.cost;
    }
    /** What a reader has to know of how it was asked, a clause each: 'asked one at a time, since …'. */
    get notes() {
        const { notes } = this.#repeats;
        const unsent = this.#asking.entries.filter(({ outcome }) => outcome === overBudget).length;
        return unsent === 0 ? notes : [...notes, `the budget of ${this.#budget} connections left ${unsent} hellos unsent`];
    }
    /** Runs a probe to its end: each batch in parallel, as far as the line allows. */
    async run(asked) {
        const probe = inShort(asked, (offer, outcome) => this.#asking.lengths.isTooLong(offer) && (outcome === null || doubtOf(outcome) !== null));
        let depth = 0;
        let turn = probe.next();
        this.#running++;
        while (!turn.done) {
            const { length, next } = turn.value;
            if (length > 0 && !this.#asking.turns.isSingle && !this.#asking.over)
                this.#asking.depth = Math.max(this.#asking.depth, ++depth);
            if (next !== undefined)
                this.#asking.connections.expect(probe, next);
            if (length === 0)
                await this.#elsewhere();
            turn = probe.next(await Promise.all(turn.value.map(offer => this.#put(offer, probe))));
            if (length > 0)
                this.#wake();
        }
        this.#asking.connections.forget(probe);
        this.#running--;
        this.#wake();
        return turn.value;
    }
    /**
     * To be called when every run has ended. A refusal counts only if the same server accepted a hello after it: asks the control where that
     * is missing, and makes unknown what it does not confirm.
     */
    async settle() {
        await this.#repeats.settle();
        await this.#asking.connections.drop();
    }
    /** Until another run has been told something or has ended, if there is one that still can. */
    async #elsewhere() {
        const { promise, resolve } = Promise.withResolvers();
        this.#idle.push(resolve);
        if (this.#idle.length === this.#running)
            this.#wake();
        await promise;
    }
    #wake() {
        for (const resolve of this.#idle.splice(0))
            resolve();
    }
    async #put(offer, probe) {
        // In an object, so that the turn ends before it is waited for: nothing else may begin between the two.
        const { entry, cleared } = await this.#asking.turns.take(probe, async () => {
            const sent = await this.#asking.send(offer);
            return { entry: sent, cleared: this.#repeats.clear(sent) };
        });
        this.#asking.dialAhead();
        await cleared;
        return entry.outcome;
    }
}


/***/ }),

/***/ 6992:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ slices)
/* harmony export */ });
// A list that is too long for one hello, in parts for several.
/** Parts of at most so many, about equally long, and in order: a server that takes the first it knows is in the first part that has one. */
function slices(codes, atMost) {
    const count = Math.ceil(codes.length / atMost);
    const size = Math.ceil(codes.length / Math.max(1, count));
    return Array.from({ length: count }, (_, index) => codes.slice(index * size, (index + 1) * size));
}


/***/ }),

/***/ 1020:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AL: () => (/* binding */ isAuthenticatedAs),
/* harmony export */   FX: () => (/* binding */ isCarrier),
/* harmony export */   KC: () => (/* binding */ likelySuites),
/* harmony export */   Mf: () => (/* binding */ carriers),
/* harmony export */   c3: () => (/* binding */ isCurve),
/* harmony export */   dX: () => (/* binding */ isCommonScheme),
/* harmony export */   gh: () => (/* binding */ canCarry),
/* harmony export */   iw: () => (/* binding */ isMixOf),
/* harmony export */   l3: () => (/* binding */ isCommonGroup),
/* harmony export */   lJ: () => (/* binding */ keyKindOf),
/* harmony export */   tH: () => (/* binding */ likeliestFirst)
/* harmony export */ });
/* harmony import */ var _registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5823);
/* harmony import */ var _registry_cipher_suites_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3103);
/* harmony import */ var _registry_groups_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9218);
/* harmony import */ var _registry_protocols_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6729);
/* harmony import */ var _registry_signature_schemes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5591);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4134);
// In what order to ask: of each version what can be offered in it, what servers are likely to accept first. Only the cost of a survey hangs
// on it, not what it finds: everything registered is asked in the end.






const keyExchangeRank = {
    ECDHE: 0,
    DHE: 2,
    RSA: 3,
    ECDH: 12,
    DH: 12,
};
const authenticationRank = {
    RSA: 0,
    ECDSA: 0,
    DSS: 8,
    anon: 9,
};
const cipherRank = [
    [/^AES|^CHACHA20/, 0],
    [/^CAMELLIA|^ARIA/, 5],
    [/^3DES/, 6],
    [/^RC4_128|^SEED/, 8],
    [/^IDEA|^DES$|^NULL/, 10],
];
const modeRank = { GCM: 0, POLY1305: 0, CBC: 2, CCM: 4, CCM_8: 4 };
const ranks = new Map();
/** Low for what many servers accept. What is neither a certificate's nor anonymous (PSK, SRP, Kerberos, GOST) comes after all the rest. */
function rankOf(code) {
    let rank = ranks.get(code);
    if (rank === undefined) {
        rank = rankByParts(code);
        ranks.set(code, rank);
    }
    return rank;
}
function rankByParts(code) {
    const parts = (0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOfCode */ .xi)(code);
    if (!parts)
        return Number.MAX_SAFE_INTEGER;
    const { keyExchange, authentication, cipher, mode, exportGrade } = parts;
    return ((keyExchange === null ? 0 : (keyExchangeRank[keyExchange] ?? 40)) +
        (authentication === null ? 0 : (authenticationRank[authentication] ?? 40)) +
        (cipherRank.find(([form]) => form.test(cipher))?.[1] ?? 12) +
        (modeRank[mode] ?? 4) +
        (exportGrade ? 4 : 0) +
        (_registry_cipher_suites_js__WEBPACK_IMPORTED_MODULE_1__/* .cipherSuites */ .vS.get(code)?.openssl === null ? 20 : 0));
}
/** In the order in which servers in use are likely to accept them. */
const likeliestFirst = (codes) => codes.toSorted((a, b) => rankOf(a) - rankOf(b));
let likeliest;
const ranked = new Map();
/** Every suite that can be used in a version, the likely ones first. */
function likelySuites(version) {
    const known = ranked.get(version);
    if (known)
        return known;
    likeliest ??= likeliestFirst(_registry_cipher_suites_js__WEBPACK_IMPORTED_MODULE_1__/* .cipherSuites */ .vS.rows.map(({ code }) => code));
    const usable = new Set((0,_ledger_js__WEBPACK_IMPORTED_MODULE_5__/* .suitesOf */ .f3)(version));
    // SSLv2 has cipher kinds of its own, of which none is likely.
    const codes = version === _registry_protocols_js__WEBPACK_IMPORTED_MODULE_3__/* .ssl2 */ .Bk ? [...usable] : likeliest.filter(code => usable.has(code));
    ranked.set(version, codes);
    return codes;
}
/** Whether a suite has the certificate of one of those. */
function isAuthenticatedAs(suites) {
    const authentications = new Set(suites.map(_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .authenticationOf */ .Uf));
    return code => authentications.has((0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .authenticationOf */ .Uf)(code));
}
/** Whether a suite has the key exchange of one of those and the cipher of another, and OpenSSL has it too. */
function isMixOf(suites) {
    const [exchanges, ciphers] = [new Set(suites.map(code => halvesOf(code)[0])), new Set(suites.map(code => halvesOf(code)[1]))];
    return code => {
        const [exchange, cipher] = halvesOf(code);
        return exchanges.has(exchange) && ciphers.has(cipher) && _registry_cipher_suites_js__WEBPACK_IMPORTED_MODULE_1__/* .cipherSuites */ .vS.get(code)?.openssl !== null;
    };
}
const halves = new Map();
/** The key exchange, and the cipher in any length: 'TLS_ECDHE_RSA' and 'AES__GCM_SHA2'. */
function halvesOf(code) {
    const known = halves.get(code);
    if (known)
        return known;
    const [exchange, cipher] = _registry_cipher_suites_js__WEBPACK_IMPORTED_MODULE_1__/* .cipherSuites */ .vS.label(code).split('_WITH_');
    const split = [exchange, cipher?.replace(/128|256/, '').replace(/SHA(?:256|384)$/, 'SHA2')];
    halves.set(code, split);
    return split;
}
const hasCurve = (code) => /^ECDHE/.test((0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOfCode */ .xi)(code)?.keyExchange ?? '');
/** Whether an answer with this suite names a group and, where signatures are in the clear, a signature scheme. */
const isCarrier = (code) => {
    const { keyExchange, authentication } = (0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOfCode */ .xi)(code) ?? {};
    return keyExchange === null || (keyExchange === 'ECDHE' && authentication !== 'anon');
};
/** Whether whoever accepts a suite takes one of these groups or schemes along with it, with no regard to what else it accepts. */
function canCarry(suite, about, codes) {
    // An elliptic-curve certificate needs its own curve, whatever the key exchange is made with (RFC 8422 §5.1).
    if (about === 'groups')
        return hasCurve(suite) && (0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .authenticationOf */ .Uf)(suite) !== 'ECDSA';
    return (0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .isSigned */ .JI)(suite) && codes.every(code => (0,_registry_signature_schemes_js__WEBPACK_IMPORTED_MODULE_4__/* .authenticationFor */ .e0)(code) === (0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .authenticationOf */ .Uf)(suite));
}
/** Of suites that the server accepts those to ask for something else with, so that the answer speaks of it. */
function carriers(found, about) {
    const preferred = about === 'signature-schemes'
        ? [code => isCarrier(code) || (0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .isSigned */ .JI)(code)]
        : about === 'groups'
            ? // An elliptic-curve certificate needs its own curve among the groups, whatever the key exchange is made with (RFC 8422 §5.1).
                [code => isCarrier(code) && (0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .authenticationOf */ .Uf)(code) !== 'ECDSA', isCarrier, hasCurve]
            : [isCarrier];
    for (const isPreferred of preferred) {
        const some = found.filter(isPreferred);
        if (some.length > 0)
            return some;
    }
    return found;
}
const commonGroups = new Set([0x001d, 0x0017, 0x11ec, 0x0018, 0x0019, 0x001e, 0x0100, 0x0101, 0x0102, 0x0103, 0x0104]);
/** Groups that servers in use have as they come. */
const isCommonGroup = (code) => commonGroups.has(code);
/** Whether it is a group of elliptic curves alone, as the key exchanges before TLS 1.3 take them. */
const isCurve = (code) => _registry_groups_js__WEBPACK_IMPORTED_MODULE_2__/* .groups */ .T.get(code)?.kind === 'ecdh';
/** The kinds of signature that are in use, with SHA-2. In TLS 1.3 PKCS #1 is for certificates alone, and an elliptic curve has one scheme. */
const isCommonScheme = (code, version) => (version >= 0x0304 ? /^rsa_pss_rsae_/ : /^(?:rsa_pkcs1|rsa_pss_rsae|ecdsa(?:_secp\d+r1)?)_sha(?:224|256|384|512)$/).test(_registry_signature_schemes_js__WEBPACK_IMPORTED_MODULE_4__/* .signatureSchemes */ .Bb.label(code));
/** The kind of key a signature scheme is for: 'rsa', 'ecdsa', 'ed25519'. */
const keyKindOf = (code) => _registry_signature_schemes_js__WEBPACK_IMPORTED_MODULE_4__/* .signatureSchemes */ .Bb.label(code).split('_', 1)[0] ?? '';


/***/ })

};
;