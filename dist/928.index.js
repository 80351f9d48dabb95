export const id = 928;
export const ids = [928];
export const modules = {

/***/ 8362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  askWider: () => (/* binding */ askWider)
});

// EXTERNAL MODULE: ./build/esm/registry/alerts.js
var alerts = __webpack_require__(4160);
// EXTERNAL MODULE: ./build/esm/registry/cipher-suites.js
var cipher_suites = __webpack_require__(6916);
// EXTERNAL MODULE: ./build/esm/registry/protocols.js
var protocols = __webpack_require__(7666);
// EXTERNAL MODULE: ./build/esm/probe/line.js + 9 modules
var probe_line = __webpack_require__(4091);
// EXTERNAL MODULE: ./build/esm/registry/cipher-suite-parts.js
var cipher_suite_parts = __webpack_require__(6122);
// EXTERNAL MODULE: ./build/esm/registry/groups.js
var groups = __webpack_require__(8443);
// EXTERNAL MODULE: ./build/esm/registry/signature-schemes.js
var signature_schemes = __webpack_require__(9508);
// EXTERNAL MODULE: ./build/esm/probe/hello.js
var hello = __webpack_require__(3706);
;// CONCATENATED MODULE: ./build/esm/probe/widen.js
// Why did a server refuse a hello without saying so? Asks again with everything we know to name, and looks at what the server picks.






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
        // Nothing that is asked after it would be answered.
        if (outcome?.kind === 'unknown' && isFinal(outcome.why))
            return { accepted: null, conclusive: false };
        conclusive &&= outcome?.kind === 'refused';
    }
    return { accepted: null, conclusive };
}
/** What holds of the server and not of one hello. */
const isFinal = (why) => why !== 'unreadable' && why !== 'off-menu';
function wideOffers(original) {
    // Strongest suites last in the table; what servers in use have goes first so that one hello is enough as a rule.
    const known = cipher_suites/* cipherSuites */.v.rows.flatMap(row => {
        const parts = (0,cipher_suite_parts/* partsOf */.CI)(row);
        return row.openssl === null || parts === null || parts.bits === 0 ? [] : [{ code: row.code, ...parts }];
    });
    const isCommon = ({ keyExchange }) => !/PSK|SRP|KRB5|GOST/.test(keyExchange ?? '');
    const common = known.filter(isCommon).map(({ code }) => code);
    const others = known.filter(suite => !isCommon(suite)).map(({ code }) => code);
    const batches = [...chunks(common), ...chunks(others).slice(0, 1)];
    return batches.map((suites, index) => ({
        title: index === 0 ? 'all common cipher suites, groups and signature schemes of TLSv1.0 to TLSv1.3' : `${suites.length} more cipher suites`,
        about: 'widening',
        hello: {
            ...original,
            legacyVersion: 0x0303,
            sessionId: new Uint8Array(0),
            cipherSuites: suites,
            extensions: wideExtensions(original, suites),
        },
    }));
}
const chunks = (codes) => Array.from({ length: Math.ceil(codes.length / hello/* suitesPerHello */.FY) }, (_, index) => codes.slice(index * hello/* suitesPerHello */.FY, (index + 1) * hello/* suitesPerHello */.FY));
function wideExtensions(original, suites) {
    const has13 = suites.some(suite => suite >> 8 === 0x13);
    const replaced = [
        { kind: 'supported_groups', groups: groups/* groups */.T.rows.filter(row => row.kind !== 'explicit').map(row => row.code) },
        { kind: 'signature_algorithms', schemes: signature_schemes/* signatureSchemes */.B.rows.map(row => row.code) },
        ...(has13
            ? // An empty share draws a HelloRetryRequest that names the group (RFC 8446 §4.2.8).
                [
                    { kind: 'supported_versions', versions: [protocols/* tls13 */.mP, 0x0303, 0x0302, 0x0301] },
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
    return { title: 'the same hello without a server name', about: 'widening', hello: { ...original, extensions } };
}

;// CONCATENATED MODULE: ./build/esm/probe/ask-wider.js





/** One hello after the other. Never rejects for what a server does. */
async function askWider(original, ways) {
    const line = new probe_line/* Line */.N({ ...ways, connections: 1 });
    const facts = await line.run(widen(original));
    const asked = line.asked.map(({ offer, outcome }) => `asked with ${offer.title}: ${outcomeText(outcome)}`);
    return { ...facts, asked, connections: line.cost.connections };
}
function outcomeText(outcome) {
    if (outcome.kind === 'accepted')
        return `accepted, ${protocols/* protocols */.WH.label(outcome.version)} ${cipher_suites/* cipherSuites */.v.label(outcome.cipherSuite)}`;
    if (outcome.kind === 'unknown')
        return `no answer that counts (${outcome.detail})`;
    return outcome.by === 'alert' ? `refused by alert ${alerts/* alerts */.C.label(outcome.alert)}` : `refused by ${outcome.by}`;
}


/***/ }),

/***/ 2202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ curveOf)
/* harmony export */ });
/* harmony import */ var _registry_groups_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8443);
// The curve of the certificate that came with an answer. Nothing else of it is read: a survey is no place to parse certificates in.

/** DER object identifiers of the curves that certificates are made with (RFC 5480 §2.1.1.1, RFC 5639 §4.1), tag and length included. */
const curves = [
    ['06082a8648ce3d030107', 'secp256r1'],
    ['06052b81040022', 'secp384r1'],
    ['06052b81040023', 'secp521r1'],
    ['06092b2403030208010107', 'brainpoolP256r1'],
    ['06092b240303020801010b', 'brainpoolP384r1'],
    ['06092b240303020801010d', 'brainpoolP512r1'],
];
/** id-ecPublicKey (RFC 5480 §2.1.1), which stands right before the curve of a key. */
const ecPublicKey = '06072a8648ce3d0201';
/** The wire number of the group; null for a key of another kind, on a curve that is not known here, or without a certificate. */
function curveOf({ presented }) {
    const [leaf] = presented;
    if (leaf === undefined)
        return null;
    const bytes = Buffer.from(leaf.buffer, leaf.byteOffset, leaf.byteLength);
    const found = curves.find(([identifier]) => bytes.includes(Buffer.from(ecPublicKey + identifier, 'hex')));
    return (found && _registry_groups_js__WEBPACK_IMPORTED_MODULE_0__/* .groups */ .T.named(found[1])?.code) ?? null;
}


/***/ }),

/***/ 5237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rg: () => (/* binding */ newestVersion),
/* harmony export */   Xr: () => (/* binding */ ledgerOf),
/* harmony export */   f3: () => (/* binding */ suitesOf),
/* harmony export */   zv: () => (/* binding */ needsGroup)
/* harmony export */ });
/* harmony import */ var _registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6122);
/* harmony import */ var _registry_cipher_suites_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6916);
/* harmony import */ var _registry_protocols_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7666);
/* harmony import */ var _registry_sslv2_cipher_kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(911);
/* harmony import */ var _wire_extensions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3302);
/* harmony import */ var _leaf_curve_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2202);
// What a list of answered hellos proves: of each version, suite, group and scheme whether it was accepted, refused, or is not known. Pure.






/** What is accepted stays so, whatever a later hello met: a pool of servers may give both answers. */
function ledgerOf(asked) {
    const versions = new Index();
    const suites = new Index();
    const groups = new Index();
    const schemes = new Index();
    const passedOver = new Index();
    const accepted = [];
    for (const each of asked) {
        const { number, offer, outcome } = each;
        const newest = newestVersion(offer);
        if (outcome.kind === 'accepted') {
            accepted.push({ ...each, outcome });
            // Another name may lead to another server's settings.
            if (offer.about === 'server-name')
                continue;
            const { version, cipherSuite, group, signatureScheme, answer } = outcome;
            versions.put(0, version, 'accepted', number);
            if (version < newest && speaksOfVersions(offer))
                versions.put(0, newest, 'refused', number);
            suites.put(version, cipherSuite, 'accepted', number);
            if (group !== null)
                groups.put(version, group, 'accepted', number);
            if (signatureScheme !== null)
                schemes.put(version, signatureScheme, 'accepted', number);
            if (offer.about === 'groups' && group !== null && version < _registry_protocols_js__WEBPACK_IMPORTED_MODULE_0__/* .tls13 */ .mP && (0,_leaf_curve_js__WEBPACK_IMPORTED_MODULE_1__/* .curveOf */ .F)(answer) === group) {
                const before = offeredGroups(offer).slice(0, offeredGroups(offer).indexOf(group));
                for (const code of before)
                    passedOver.put(version, code, 'refused', number);
            }
            // A server of SSLv2 names all that it has of what was offered.
            if (answer.hello.kind === 'sslv2_server_hello')
                for (const kind of offeredSuites(offer, newest))
                    suites.put(version, kind, answer.hello.cipherKinds.includes(kind) ? 'accepted' : 'refused', number);
            continue;
        }
        const support = outcome.kind;
        if (support === 'unknown' || (refusesVersion(outcome) && speaksOfVersions(offer)))
            versions.put(0, newest, support, number);
        if (offer.about === 'cipher-suites')
            for (const code of offeredSuites(offer, newest))
                suites.put(newest, code, support, number);
        if (offer.about === 'groups') {
            for (const code of offeredGroups(offer))
                groups.put(newest, code, support, number);
            // Whatever the groups are, a suite that needs none could have been taken.
            for (const code of offeredSuites(offer, newest))
                if (!needsGroup(newest, code))
                    suites.put(newest, code, support, number);
        }
        if (offer.about === 'signature-schemes')
            for (const code of offeredSchemes(offer))
                schemes.put(newest, code, support, number);
    }
    const protocol = once(version => {
        const finding = versions.get(0, version);
        return finding.support === 'unknown' ? (allRefused(suitesOf(version).map(code => suites.get(version, code))) ?? finding) : finding;
    });
    const within = (index, version, code) => {
        const whole = protocol(version);
        return whole.support === 'refused' ? whole : index.get(version, code);
    };
    /** Whether every suite of a version with such a key exchange is refused, and by which probes. */
    const noneOf = (isOne) => once(version => allRefused(suitesOf(version).flatMap(code => (isOne(code) ? [suites.get(version, code)] : []))));
    const noCurves = noneOf(isCurved);
    const noSignatures = noneOf(_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .isSigned */ .JI);
    const onlyEcdsa = once(version => suitesOf(version).every(code => !isCurved(code) || (0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .isEcdsa */ .NT)(code) || suites.get(version, code).support === 'refused'));
    return {
        asked,
        protocol,
        cipherSuite: (version, code) => within(suites, version, code),
        group: (version, code) => {
            const finding = within(groups, version, code);
            if (finding.support !== 'unknown' || version >= _registry_protocols_js__WEBPACK_IMPORTED_MODULE_0__/* .tls13 */ .mP)
                return finding;
            // Before TLS 1.3 a group is chosen with a suite of elliptic curves alone.
            const none = noCurves(version);
            if (none)
                return none;
            // Whoever is to use the certificate has to offer its curve. A server that took that one when others stood before it always does.
            return onlyEcdsa(version) ? passedOver.get(version, code) : finding;
        },
        signatureScheme: (version, code) => {
            const finding = within(schemes, version, code);
            if (finding.support !== 'unknown' || version >= _registry_protocols_js__WEBPACK_IMPORTED_MODULE_0__/* .tls13 */ .mP)
                return finding;
            return noSignatures(version) ?? finding;
        },
        accepted: version => (version === undefined ? accepted : accepted.filter(({ outcome }) => outcome.version === version)),
        about: subject => asked.filter(({ offer }) => offer.about === subject),
    };
}
/** Findings by version and code, the first of each kind of answer kept. */
class Index {
    #findings = new Map();
    put(version, code, support, probe) {
        const key = keyOf(version, code);
        const known = this.#findings.get(key);
        if (known === undefined || rank[support] > rank[known.support])
            this.#findings.set(key, { support, probes: [probe] });
    }
    get(version, code) {
        return this.#findings.get(keyOf(version, code)) ?? notAsked;
    }
}
/** A code has up to three bytes. */
const keyOf = (version, code) => version * 0x100_0000 + code;
const rank = { unknown: 0, refused: 1, accepted: 2 };
const notAsked = { support: 'unknown', probes: [] };
function allRefused(findings) {
    if (findings.length === 0 || findings.some(({ support }) => support !== 'refused'))
        return null;
    return { support: 'refused', probes: [...new Set(findings.flatMap(({ probes }) => probes))].sort((a, b) => a - b) };
}
/** A client's own hello may offer a version and nothing that goes with it; an odd one may be refused for what is odd in it. */
const speaksOfVersions = ({ about }) => about !== 'server-name' && about !== 'client' && about !== 'fallback' && !about.endsWith('-tolerance');
const isCurved = (code) => /^ECDHE/.test((0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .partsOfCode */ .xi)(code)?.keyExchange ?? '');
/** RFC 8446 §6.2: protocol_version */
const refusesVersion = (outcome) => outcome.kind === 'refused' && outcome.by === 'alert' && outcome.alert === 70;
/** The newest version that exists of those a hello offers; of a hello that offers newer ones that is the newest there is. */
function newestVersion({ hello }) {
    if (hello.kind === 'sslv2_client_hello')
        return hello.version;
    const listed = (0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_3__/* .extension */ .ck)(hello.extensions, 'supported_versions')?.versions;
    if (listed === undefined)
        return Math.min(hello.legacyVersion, 0x0303);
    return Math.max(...listed.filter(version => version <= 0x0304));
}
function offeredSuites({ hello }, version) {
    if (hello.kind === 'sslv2_client_hello')
        return hello.cipherKinds;
    const usable = new Set(suitesOf(version));
    return hello.cipherSuites.filter(code => usable.has(code));
}
const offeredGroups = ({ hello }) => hello.kind === 'client_hello' ? ((0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_3__/* .extension */ .ck)(hello.extensions, 'supported_groups')?.groups ?? []) : [];
const offeredSchemes = ({ hello }) => hello.kind === 'client_hello' ? ((0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_3__/* .extension */ .ck)(hello.extensions, 'signature_algorithms')?.schemes ?? []) : [];
/** Every suite of TLS 1.3; before it those of Diffie-Hellman, also where the key is that of the certificate (RFC 8422 §5.1.1). */
function needsGroup(version, code) {
    return version >= _registry_protocols_js__WEBPACK_IMPORTED_MODULE_0__/* .tls13 */ .mP || /^(?:EC|DHE|GOST)/.test((0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .partsOfCode */ .xi)(code)?.keyExchange ?? '');
}
/** Every registered suite that can be used in a version; of SSLv2 every cipher kind. */
const suitesOf = once(version => version === 0x0002 ? _registry_sslv2_cipher_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .sslv2CipherKinds */ .F.rows.map(({ code }) => code) : tlsSuites(version));
function tlsSuites(version) {
    return _registry_cipher_suites_js__WEBPACK_IMPORTED_MODULE_5__/* .cipherSuites */ .v.rows.flatMap(row => {
        const parts = (0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .partsOf */ .CI)(row);
        return parts && parts.firstProtocol <= version && version <= parts.lastProtocol ? [row.code] : [];
    });
}
/** The function, asked but once for each version. */
function once(make) {
    const made = new Map();
    return version => {
        if (!made.has(version))
            made.set(version, make(version));
        return made.get(version);
    };
}


/***/ }),

/***/ 8807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $P: () => (/* binding */ shorterOffers),
/* harmony export */   UD: () => (/* binding */ shortBytes),
/* harmony export */   Y5: () => (/* binding */ lengthOf),
/* harmony export */   aW: () => (/* binding */ isDivisible)
/* harmony export */ });
/* harmony import */ var _registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6122);
/* harmony import */ var _registry_cipher_suites_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6916);
/* harmony import */ var _registry_protocols_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7666);
/* harmony import */ var _wire_extensions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3302);
/* harmony import */ var _wire_messages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3077);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5237);
// A long hello's question in hellos under 256 bytes. When that is needed is not decided here. Pure.






/** Bytes of a short hello as a message, at most: under 256 with the five of its record header, whichever of the two a server counts. */
const shortBytes = 250;
/** Bytes of a hello as a message. */
const lengthOf = (hello) => (0,_wire_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeHandshake */ .u)(hello, { version: 0x0301 }).length;
/** Whether a hello may take another form without asking something else. */
const isDivisible = (about) => about !== 'client' && about !== 'widening' && about !== 'length-tolerance';
/**
 * The same question in hellos of at most shortBytes. What is in question is spread over them, in its order; of the rest each has the few that are
 * most common. None where there is no shorter form: it is short, its length or form is what it is about, or a name leaves no room.
 */
function shorterOffers(offer) {
    const { hello, about, title } = offer;
    if (hello.kind !== 'client_hello' || !isDivisible(about) || lengthOf(hello) <= shortBytes)
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
    const room = count + Math.floor((shortBytes - lengthOf(hello)) / 2);
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
        const portions = portionsOf(codes.filter(code => !always.includes(code)), size);
        return portions.map(portion => ({ ...offer, about, hello: withLists(hello, { ...few, [name]: [...portion, ...always] }) }));
    };
    switch (dimensionOf(offer)) {
        case 'groups':
            // The curve of an ECDSA certificate has to be offered along with those in question, and then stands last (RFC 8422 §5.1).
            return [
                ...spread('groups', lists.groups, (0,_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .newestVersion */ .Rg)(offer) < _registry_protocols_js__WEBPACK_IMPORTED_MODULE_2__/* .tls13 */ .mP ? lists.groups.slice(1).slice(-1) : [], 'groups'),
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
/** Values that signal something: TLS_EMPTY_RENEGOTIATION_INFO_SCSV (RFC 5746 §3.3), TLS_FALLBACK_SCSV (RFC 7507 §2). */
const signals = new Set([0x00ff, 0x5600]);
/** Suites that need no group are refused together with the groups in the same hello. */
function carryingAndRiding(offer, suites) {
    const version = (0,_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .newestVersion */ .Rg)(offer);
    const carrying = suites.filter(code => (0,_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .needsGroup */ .zv)(version, code) || signals.has(code));
    const isAllOne = offer.about !== 'groups' || !carrying.some(code => !signals.has(code));
    return isAllOne ? [[...suites], []] : [carrying, suites.filter(code => !carrying.includes(code))];
}
const listsOf = ({ cipherSuites: suites, extensions }) => ({
    suites,
    groups: (0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_3__/* .extension */ .ck)(extensions, 'supported_groups')?.groups ?? [],
    schemes: (0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_3__/* .extension */ .ck)(extensions, 'signature_algorithms')?.schemes ?? [],
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
/** About equally long, and in order: a server that takes the first it knows is in the first portion that has one. */
function portionsOf(codes, atMost) {
    const count = Math.ceil(codes.length / atMost);
    const size = Math.ceil(codes.length / Math.max(count, 1));
    return Array.from({ length: count }, (_, index) => codes.slice(index * size, (index + 1) * size));
}
/** Suites with every kind of key exchange and certificate that there is among them, since groups and schemes go with these. */
function ofEachKind(suites, atMost) {
    const seen = new Map();
    const ranked = suites.map(code => {
        const row = _registry_cipher_suites_js__WEBPACK_IMPORTED_MODULE_4__/* .cipherSuites */ .v.get(code);
        const parts = row && (0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_5__/* .partsOf */ .CI)(row);
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


/***/ }),

/***/ 911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ sslv2CipherKinds)
/* harmony export */ });
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4615);
// The cipher kinds of SSL 2.0 (Netscape's draft-hickman-netscape-ssl-00 appendix C.4, 1995) and OpenSSL's additions. IANA never had a table.

const sslv2CipherKinds = (0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .t)('SSLv2 cipher kind', 6, () => [
    // 0x000000 and 0x080080: not in the draft; SSLeay and old OpenSSL have them
    { code: 0x000000, name: 'SSL_CK_NULL_WITH_MD5', openssl: 'NULL-MD5', bits: 0 },
    { code: 0x010080, name: 'SSL_CK_RC4_128_WITH_MD5', openssl: 'RC4-MD5', bits: 128 },
    { code: 0x020080, name: 'SSL_CK_RC4_128_EXPORT40_WITH_MD5', openssl: 'EXP-RC4-MD5', bits: 40 },
    { code: 0x030080, name: 'SSL_CK_RC2_128_CBC_WITH_MD5', openssl: 'RC2-CBC-MD5', bits: 128 },
    { code: 0x040080, name: 'SSL_CK_RC2_128_CBC_EXPORT40_WITH_MD5', openssl: 'EXP-RC2-CBC-MD5', bits: 40 },
    { code: 0x050080, name: 'SSL_CK_IDEA_128_CBC_WITH_MD5', openssl: 'IDEA-CBC-MD5', bits: 128 },
    { code: 0x060040, name: 'SSL_CK_DES_64_CBC_WITH_MD5', openssl: 'DES-CBC-MD5', bits: 56 },
    { code: 0x0700c0, name: 'SSL_CK_DES_192_EDE3_CBC_WITH_MD5', openssl: 'DES-CBC3-MD5', bits: 112 },
    { code: 0x080080, name: 'SSL_CK_RC4_64_WITH_MD5', openssl: 'RC4-64-MD5', bits: 64 },
]);


/***/ })

};
