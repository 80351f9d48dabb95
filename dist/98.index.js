"use strict";
exports.id = 98;
exports.ids = [98];
exports.modules = {

/***/ 1509:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ bytesOf),
/* harmony export */   Y: () => (/* binding */ lengthOf)
/* harmony export */ });
/* harmony import */ var _wire_messages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3498);

const made = new WeakMap();
/** The hello as a message, without record headers. */
function bytesOf(hello) {
    const known = made.get(hello);
    if (known)
        return known;
    const bytes = (0,_wire_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeHandshake */ .u)(hello, { version: 0x0301 });
    made.set(hello, bytes);
    return bytes;
}
/** Bytes of a hello as a message. */
const lengthOf = (hello) => bytesOf(hello).length;


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


/***/ }),

/***/ 4134:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Xr: () => (/* binding */ ledgerOf),
  zv: () => (/* binding */ needsGroup),
  f3: () => (/* binding */ suitesOf)
});

// EXTERNAL MODULE: ./build/commonjs/esm/registry/cipher-suite-parts.js
var cipher_suite_parts = __webpack_require__(5823);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/cipher-suites.js
var cipher_suites = __webpack_require__(3103);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/protocols.js
var protocols = __webpack_require__(6729);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/signature-schemes.js
var signature_schemes = __webpack_require__(5591);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/sslv2-cipher-kinds.js
var sslv2_cipher_kinds = __webpack_require__(946);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/leaf-curve.js
var leaf_curve = __webpack_require__(3025);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/offer.js
var probe_offer = __webpack_require__(3473);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/offered.js
var offered = __webpack_require__(4580);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/without-srp.js
var without_srp = __webpack_require__(8341);
;// CONCATENATED MODULE: ./build/commonjs/esm/probe/refusal-doubts.js
// Refusals that speak of something else than what their hello asks: of the share, the suites or the user that had to be listed beside it. Pure.






/** @param shown what the handshake has shown; null when there was none */
function refusalDoubts(asked, shown) {
    const taken = asked.flatMap(({ offer, outcome }) => outcome.kind === 'accepted' && offer.about !== 'server-name' ? [takenBy(offer, outcome)] : []);
    if (shown !== null)
        taken.push({ ...shown, signatureScheme: null, isRetry: false, isCertified: true });
    const byVersion = Map.groupBy(taken, ({ version }) => version);
    const acceptedIn = (version) => byVersion.get(version) ?? [];
    return {
        ofHello: (offer, outcome) => {
            if (outcome.kind !== 'refused')
                return null;
            if ((0,without_srp/* isUnknownUser */.C)(offer, outcome))
                return 'the server chose a suite of SRP, and does not know the user that was named';
            return (0,offered/* newestVersion */.Rg)(offer) >= protocols/* tls13 */.mP ? shareDoubt(offer, acceptedIn(protocols/* tls13 */.mP)) : null;
        },
        ofCarriers: (offer, outcome, isRefused) => {
            if (outcome.kind !== 'refused')
                return null;
            const version = (0,offered/* newestVersion */.Rg)(offer);
            return certificateDoubt(offer, version, isRefused) ?? carrierDoubt(offer, version, acceptedIn(version));
        },
    };
}
const takenBy = (offer, { version, cipherSuite, group, signatureScheme, answer }) => ({
    ...{ version, cipherSuite, group, signatureScheme },
    curve: (0,leaf_curve/* curveOf */.F)(answer),
    isRetry: (0,offered/* hasNoShare */.ZP)(offer),
    isCertified: answer.presented.length > 0,
});
/**
 * A server has to take one of the shares, or to ask for another (RFC 8446 §4.1.4). One that does not ask refuses for the share alone, so that
 * either an answer shows that it asks, or that it takes this share.
 */
function shareDoubt(offer, accepted) {
    if (accepted.some(({ isRetry, group }) => isRetry || (group !== null && (0,offered/* sharedGroups */.CC)(offer).includes(group))))
        return null;
    return (0,offered/* hasNoShare */.ZP)(offer)
        ? 'the server answers no hello without a key share'
        : 'the server is not known to take the key share, nor to ask for another';
}
/**
 * A server may settle on a certificate as soon as the client has any scheme for such a key, and refuse what it then cannot sign for its curve,
 * although another certificate would do.
 */
function certificateDoubt(offer, version, isRefused) {
    if (offer.about !== 'signature-schemes' || version >= protocols/* tls13 */.mP)
        return null;
    const open = (0,offered/* offeredSuites */.FE)(offer).filter(code => (0,cipher_suite_parts/* isSigned */.JI)(code) && !isRefused(code));
    return new Set(open.map(code => (0,cipher_suite_parts/* authenticationOf */.Uf)(code))).size > 1
        ? 'the hello left it to the server which certificate to sign with'
        : null;
}
/** Groups and schemes are refused only where a suite that was offered with them is accepted with others. */
function carrierDoubt(offer, version, accepted) {
    if (offer.about !== 'groups' && offer.about !== 'signature-schemes')
        return null;
    const suites = (0,offered/* offeredSuites */.FE)(offer);
    const isCarried = accepted.some(each => {
        const { cipherSuite } = each;
        if (cipherSuite === null || !suites.includes(cipherSuite))
            return false;
        if (version >= protocols/* tls13 */.mP)
            return true;
        return offer.about === 'groups' ? carriesGroups(offer, cipherSuite, each) : carriesSchemes(offer, cipherSuite, each);
    });
    return isCarried ? null : 'no cipher suite of the hello is known to be accepted with anything else';
}
/** Whoever is to use an ECDSA certificate has to offer its curve (RFC 8422 §5.1); one for EdDSA goes with the same suites, and with any group. */
function carriesGroups(offer, cipherSuite, { group, curve, signatureScheme, isCertified }) {
    const groups = (0,offered/* offeredGroups */.OI)(offer);
    if (group === null || groups.includes(group))
        return false;
    if (!(0,cipher_suite_parts/* isEcdsa */.NT)(cipherSuite) || !isCertified)
        return true;
    return curve === null ? signatureScheme !== null && (0,signature_schemes/* isEdDsa */.IL)(signatureScheme) : groups.includes(curve);
}
const carriesSchemes = (offer, cipherSuite, { signatureScheme }) => (0,cipher_suite_parts/* isSigned */.JI)(cipherSuite) && (signatureScheme === null || !(0,offered/* offeredSchemes */.uk)(offer).includes(signatureScheme));

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/ledger.js
// What a list of answered hellos proves: of each version, suite, group and scheme whether it was accepted, refused, or is not known. Pure.









/**
 * What is accepted stays so, whatever a later hello met: a pool of servers may give both answers.
 * @param shown what the handshake has shown, which bears refusals out like any acceptance; null when there was none
 */
function ledgerOf(asked, shown = null) {
    const doubts = refusalDoubts(asked, shown);
    const doubted = [];
    const versions = new Index();
    const suites = new Index();
    const groups = new Index();
    const schemes = new Index();
    const passedOver = new Index();
    const accepted = [];
    const ofSchemes = [];
    for (const each of asked) {
        const { number, offer, outcome } = each;
        const newest = (0,offered/* newestVersion */.Rg)(offer);
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
            if (offer.about === 'groups' && group !== null && version < protocols/* tls13 */.mP && (0,leaf_curve/* curveOf */.F)(answer) === group) {
                const before = (0,offered/* offeredGroups */.OI)(offer).slice(0, (0,offered/* offeredGroups */.OI)(offer).indexOf(group));
                for (const code of before)
                    passedOver.put(version, code, 'refused', number);
            }
            // A server of SSLv2 names all that it has of what was offered.
            if (answer.hello.kind === 'sslv2_server_hello')
                for (const kind of offeredSuites(offer, newest))
                    suites.put(version, kind, answer.hello.cipherKinds.includes(kind) ? 'accepted' : 'refused', number);
            continue;
        }
        if (offer.about === 'signature-schemes')
            ofSchemes.push(each);
        const ofHello = doubts.ofHello(offer, outcome);
        const doubt = ofHello ?? (offer.about === 'groups' ? doubts.ofCarriers(offer, outcome, () => false) : null);
        const support = doubt === null ? outcome.kind : 'unknown';
        if (doubt !== null && offer.about !== 'signature-schemes')
            doubted.push(each);
        if (outcome.kind === 'unknown' || ((0,probe_offer/* refusesVersion */.su)(outcome) && speaksOfVersions(offer)))
            versions.put(0, newest, outcome.kind, number);
        if (offer.about === 'cipher-suites')
            for (const code of offeredSuites(offer, newest))
                suites.put(newest, code, support, number, doubt);
        if (offer.about === 'groups') {
            for (const code of (0,offered/* offeredGroups */.OI)(offer))
                groups.put(newest, code, support, number, doubt);
            // Whatever the groups are, a suite that needs none could have been taken.
            for (const code of offeredSuites(offer, newest))
                if (!needsGroup(newest, code))
                    suites.put(newest, code, ofHello === null ? outcome.kind : 'unknown', number, ofHello);
        }
    }
    // What they refuse hangs on which suites are refused.
    const doubtedSchemes = [];
    for (const each of ofSchemes) {
        const { number, offer, outcome } = each;
        const newest = (0,offered/* newestVersion */.Rg)(offer);
        const isRefused = (code) => suites.get(newest, code).support === 'refused';
        const ofHello = doubts.ofHello(offer, outcome);
        const doubt = ofHello ?? doubts.ofCarriers(offer, outcome, isRefused);
        if (doubt !== null)
            doubtedSchemes.push(each);
        const keys = new Set(offeredSuites(offer, newest).map(cipher_suite_parts/* authenticationOf */.Uf));
        for (const code of (0,offered/* offeredSchemes */.uk)(offer)) {
            const key = (0,signature_schemes/* authenticationFor */.e0)(code);
            // With no suite for such a key the scheme had no place in it.
            if (newest >= protocols/* tls13 */.mP || key === null || keys.has(key))
                schemes.put(newest, code, doubt === null ? outcome.kind : 'unknown', number, doubt);
        }
    }
    const protocol = once((version) => {
        const finding = versions.get(0, version);
        return finding.support === 'unknown' ? (allRefused(suitesOf(version).map(code => suites.get(version, code))) ?? finding) : finding;
    });
    const within = (index, version, code) => {
        const whole = protocol(version);
        return whole.support === 'refused' ? whole : index.get(version, code);
    };
    /** Whether every suite of a version with such a key exchange is refused, and by which probes. */
    const noneOf = (isOne) => once((version) => allRefused(suitesOf(version).flatMap(code => (isOne(code) ? [suites.get(version, code)] : []))));
    const noCurves = noneOf(isCurved);
    const noSignatures = once((key) => noneOf(code => (0,cipher_suite_parts/* isSigned */.JI)(code) && (key === null || (0,cipher_suite_parts/* authenticationOf */.Uf)(code) === key)));
    const onlyEcdsa = once((version) => suitesOf(version).every(code => !(isCurved(code) && (0,cipher_suite_parts/* isSigned */.JI)(code)) || (0,cipher_suite_parts/* isEcdsa */.NT)(code) || suites.get(version, code).support === 'refused'));
    const signatureScheme = (version, code) => {
        const finding = within(schemes, version, code);
        if (finding.support !== 'unknown' || version >= protocols/* tls13 */.mP)
            return finding;
        return noSignatures((0,signature_schemes/* authenticationFor */.e0)(code))(version) ?? finding;
    };
    const isOpen = ({ offer }) => (0,offered/* offeredSchemes */.uk)(offer).some(code => signatureScheme((0,offered/* newestVersion */.Rg)(offer), code).support === 'unknown');
    return {
        asked,
        protocol,
        cipherSuite: (version, code) => within(suites, version, code),
        group: (version, code) => {
            const finding = within(groups, version, code);
            if (finding.support !== 'unknown' || version >= protocols/* tls13 */.mP)
                return finding;
            // Before TLS 1.3 a group is chosen with a suite of elliptic curves alone.
            const none = noCurves(version);
            if (none)
                return none;
            // Whoever is to use the certificate has to offer its curve. A server that took that one when others stood before it always does.
            const passed = onlyEcdsa(version) ? passedOver.get(version, code) : notAsked;
            return passed.support === 'unknown' ? finding : passed;
        },
        signatureScheme,
        accepted: version => (version === undefined ? accepted : accepted.filter(({ outcome }) => outcome.version === version)),
        // What was asked of each certificate apart needs no more asking.
        doubted: [...doubted, ...doubtedSchemes.filter(isOpen)],
        about: subject => asked.filter(({ offer }) => offer.about === subject),
    };
}
/** Findings by version and code, the first of each kind of answer kept. */
class Index {
    #findings = new Map();
    /** The same for all that an answer says of a hello: it lists hundreds of suites. */
    #last = notAsked;
    put(version, code, support, probe, doubt = null) {
        const ofVersion = this.#findings.get(version) ?? new Map();
        this.#findings.set(version, ofVersion);
        const known = ofVersion.get(code);
        if (known !== undefined && rankOf(support, doubt) <= rankOf(known.support, known.doubt ?? null))
            return;
        const { support: lastSupport, probes, doubt: lastDoubt = null } = this.#last;
        if (lastSupport !== support || probes[0] !== probe || lastDoubt !== doubt)
            this.#last = { support, probes: [probe], ...(doubt !== null && { doubt }) };
        ofVersion.set(code, this.#last);
    }
    get(version, code) {
        return this.#findings.get(version)?.get(code) ?? notAsked;
    }
}
/** Of those that a hello lists the ones that can be used in a version. */
function offeredSuites(offer, version) {
    const usable = usableIn(version);
    return (0,offered/* offeredSuites */.FE)(offer).filter(code => usable.has(code));
}
const rank = { unknown: 1, refused: 2, accepted: 3 };
/** No answer says more of why something is not known than a refusal that does not count. */
const rankOf = (support, doubt) => (doubt === null ? rank[support] : 0);
const notAsked = { support: 'unknown', probes: [] };
function allRefused(findings) {
    if (findings.length === 0 || findings.some(({ support }) => support !== 'refused'))
        return null;
    return { support: 'refused', probes: [...new Set(findings.flatMap(({ probes }) => probes))].sort((a, b) => a - b) };
}
/** A client's own hello may offer a version and nothing that goes with it; an odd one may be refused for what is odd in it. */
const speaksOfVersions = ({ about }) => about !== 'server-name' && about !== 'client' && about !== 'fallback' && !about.endsWith('-tolerance');
const isCurved = (code) => /^ECDHE/.test((0,cipher_suite_parts/* partsOfCode */.xi)(code)?.keyExchange ?? '');
/** Every suite of TLS 1.3; before it those of Diffie-Hellman, also where the key is that of the certificate (RFC 8422 §5.1.1). */
function needsGroup(version, code) {
    return version >= protocols/* tls13 */.mP || /^(?:EC|DHE|GOST)/.test((0,cipher_suite_parts/* partsOfCode */.xi)(code)?.keyExchange ?? '');
}
/** Every registered suite that can be used in a version; of SSLv2 every cipher kind. */
const suitesOf = once(version => version === 0x0002 ? sslv2_cipher_kinds/* sslv2CipherKinds */.F.rows.map(({ code }) => code) : tlsSuites(version));
const usableIn = once((version) => new Set(suitesOf(version)));
function tlsSuites(version) {
    return cipher_suites/* cipherSuites */.vS.rows.flatMap(row => {
        const parts = (0,cipher_suite_parts/* partsOf */.CI)(row);
        return parts && parts.firstProtocol <= version && version <= parts.lastProtocol ? [row.code] : [];
    });
}
/** The function, asked but once for each version, or whatever it is asked about. */
function once(make) {
    const made = new Map();
    return key => {
        if (!made.has(key))
            made.set(key, make(key));
        return made.get(key);
    };
}


/***/ }),

/***/ 3473:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EA: () => (/* binding */ isRefusedBy),
/* harmony export */   gx: () => (/* binding */ followedBy),
/* harmony export */   su: () => (/* binding */ refusesVersion)
/* harmony export */ });
/* harmony import */ var _registry_alerts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1245);

/** Whether the server refused with this alert. */
const isRefusedBy = (outcome, alert) => outcome?.kind === 'refused' && outcome.by === 'alert' && outcome.alert === alert;
/** Whether the server refused the version, whatever was offered in it. */
const refusesVersion = (outcome) => isRefusedBy(outcome, _registry_alerts_js__WEBPACK_IMPORTED_MODULE_0__/* .protocolVersion */ .Xg);
/** A batch, and how many hellos are expected to follow from the answers. */
const followedBy = (next, offers) => Object.assign([...offers], { next });


/***/ }),

/***/ 4580:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CC: () => (/* binding */ sharedGroups),
/* harmony export */   FE: () => (/* binding */ offeredSuites),
/* harmony export */   OI: () => (/* binding */ offeredGroups),
/* harmony export */   Rg: () => (/* binding */ newestVersion),
/* harmony export */   ZP: () => (/* binding */ hasNoShare),
/* harmony export */   uk: () => (/* binding */ offeredSchemes)
/* harmony export */ });
/* harmony import */ var _registry_protocols_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6729);
/* harmony import */ var _wire_extensions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3540);
// What a hello lists, read back from it in wire numbers. What the answer to it means stands in ledger.ts.


/** The newest version that exists of those a hello offers; of a hello that offers newer ones that is the newest there is. */
function newestVersion({ hello }) {
    if (hello.kind === 'sslv2_client_hello')
        return hello.version;
    const listed = (0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .extension */ .ck)(hello.extensions, 'supported_versions')?.versions;
    if (listed === undefined)
        return Math.min(hello.legacyVersion, _registry_protocols_js__WEBPACK_IMPORTED_MODULE_0__/* .tls12 */ .t8);
    return Math.max(...listed.filter(version => version <= _registry_protocols_js__WEBPACK_IMPORTED_MODULE_0__/* .tls13 */ .mP));
}
/** Cipher suites; of SSLv2 cipher kinds. */
const offeredSuites = ({ hello }) => hello.kind === 'sslv2_client_hello' ? hello.cipherKinds : hello.cipherSuites;
/** Groups, none where the hello has no list of them. */
const offeredGroups = ({ hello }) => hello.kind === 'client_hello' ? ((0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .extension */ .ck)(hello.extensions, 'supported_groups')?.groups ?? []) : [];
/** Signature schemes, none where the hello has no list of them. */
const offeredSchemes = ({ hello }) => hello.kind === 'client_hello' ? ((0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .extension */ .ck)(hello.extensions, 'signature_algorithms')?.schemes ?? []) : [];
/** The groups of the key shares of TLS 1.3. */
const sharedGroups = ({ hello }) => hello.kind === 'client_hello' ? ((0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .extension */ .ck)(hello.extensions, 'key_share')?.shares ?? []).map(({ group }) => group) : [];
/** Whether a TLS 1.3 hello leaves it to the server to ask for a share. */
const hasNoShare = ({ hello }) => hello.kind === 'client_hello' && (0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .extension */ .ck)(hello.extensions, 'key_share')?.shares.length === 0;


/***/ }),

/***/ 8341:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ isUnknownUser),
/* harmony export */   O: () => (/* binding */ withoutSrp)
/* harmony export */ });
/* harmony import */ var _registry_alerts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1245);
/* harmony import */ var _registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5823);
/* harmony import */ var _offer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3473);
// Asks again what a server met with a suite of SRP that it would take if it knew the user: the other suites of the hello then have an answer.



/** Whether a refusal is for the user alone that a suite of SRP needs; which of those suites the server has is not known then. */
function isUnknownUser({ hello }, outcome) {
    return (0,_offer_js__WEBPACK_IMPORTED_MODULE_2__/* .isRefusedBy */ .EA)(outcome, _registry_alerts_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownPskIdentity */ .LO) && hello.kind === 'client_hello' && hello.cipherSuites.some(_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .isSrp */ .yS);
}
/** The probe, told what the server answers without the suites of SRP where it is them that it refuses. */
function* withoutSrp(probe) {
    let turn = probe.next();
    while (!turn.done) {
        const offers = turn.value;
        const outcomes = [...(yield offers)];
        const again = offers.flatMap((offer, index) => {
            const outcome = outcomes[index];
            const other = outcome !== undefined && isUnknownUser(offer, outcome) ? otherSuites(offer) : null;
            return other === null ? [] : [{ index, other }];
        });
        const answers = again.length === 0 ? [] : yield again.map(({ other }) => other);
        for (const [at, { index }] of again.entries()) {
            const answer = answers[at];
            if (answer !== undefined)
                outcomes[index] = answer;
        }
        turn = probe.next(outcomes);
    }
    return turn.value;
}
/** Null where the hello has no others. */
function otherSuites(offer) {
    const { hello, title } = offer;
    if (hello.kind !== 'client_hello')
        return null;
    const cipherSuites = hello.cipherSuites.filter(code => !(0,_registry_cipher_suite_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .isSrp */ .yS)(code));
    return cipherSuites.length === 0 ? null : { ...offer, title: `${title}, but for those of SRP`, hello: { ...hello, cipherSuites } };
}


/***/ }),

/***/ 946:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ sslv2CipherKinds)
/* harmony export */ });
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4672);
// The cipher kinds of SSL 2.0 (Netscape's draft-hickman-netscape-ssl-00 appendix C.4, 1995) and OpenSSL's additions. IANA never had a table.

/** Cipher kinds of SSLv2, three bytes each on the wire. */
const sslv2CipherKinds = (0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .t)('SSLv2 cipher kind', 6, () => [
    // 0x000000 and 0x080080: not in the draft; SSLeay and old OpenSSL have them
    { code: 0x000000, name: 'SSL_CK_NULL_WITH_MD5', openssl: 'NULL-MD5', bits: 0, blockBits: null },
    { code: 0x010080, name: 'SSL_CK_RC4_128_WITH_MD5', openssl: 'RC4-MD5', bits: 128, blockBits: null },
    { code: 0x020080, name: 'SSL_CK_RC4_128_EXPORT40_WITH_MD5', openssl: 'EXP-RC4-MD5', bits: 40, blockBits: null },
    { code: 0x030080, name: 'SSL_CK_RC2_128_CBC_WITH_MD5', openssl: 'RC2-CBC-MD5', bits: 128, blockBits: 64 },
    { code: 0x040080, name: 'SSL_CK_RC2_128_CBC_EXPORT40_WITH_MD5', openssl: 'EXP-RC2-CBC-MD5', bits: 40, blockBits: 64 },
    { code: 0x050080, name: 'SSL_CK_IDEA_128_CBC_WITH_MD5', openssl: 'IDEA-CBC-MD5', bits: 128, blockBits: 64 },
    { code: 0x060040, name: 'SSL_CK_DES_64_CBC_WITH_MD5', openssl: 'DES-CBC-MD5', bits: 56, blockBits: 64 },
    { code: 0x0700c0, name: 'SSL_CK_DES_192_EDE3_CBC_WITH_MD5', openssl: 'DES-CBC3-MD5', bits: 112, blockBits: 64 },
    { code: 0x080080, name: 'SSL_CK_RC4_64_WITH_MD5', openssl: 'RC4-64-MD5', bits: 64, blockBits: null },
]);


/***/ })

};
;