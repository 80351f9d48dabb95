"use strict";
exports.id = 108;
exports.ids = [108];
exports.modules = {

/***/ 1245:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ alerts),
/* harmony export */   Hj: () => (/* binding */ unrecognizedName),
/* harmony export */   LO: () => (/* binding */ unknownPskIdentity),
/* harmony export */   Q$: () => (/* binding */ handshakeFailure),
/* harmony export */   UH: () => (/* binding */ noApplicationProtocol),
/* harmony export */   WB: () => (/* binding */ internalError),
/* harmony export */   X3: () => (/* binding */ certificateRequired),
/* harmony export */   Xg: () => (/* binding */ protocolVersion),
/* harmony export */   YB: () => (/* binding */ illegalParameter),
/* harmony export */   a2: () => (/* binding */ insufficientSecurity),
/* harmony export */   h9: () => (/* binding */ inappropriateFallback)
/* harmony export */ });
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4672);
// IANA "TLS Alerts" (tls-parameters-6), 2026-09-29. Names as in the RFCs, without IANA's _RESERVED.

/** Alert descriptions by number; `label` has a name for every one: 'handshake_failure', 'alert 0x99'. */
const alerts = (0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .t)('alert', 2, () => [
    { code: 0, name: 'close_notify', text: 'closed the connection' },
    { code: 10, name: 'unexpected_message', text: 'got a message that may not come at that point' },
    { code: 20, name: 'bad_record_mac', text: 'could not verify or decrypt a record' },
    { code: 21, name: 'decryption_failed', text: 'could not decrypt a record' },
    { code: 22, name: 'record_overflow', text: 'got a record that is too long' },
    { code: 30, name: 'decompression_failure', text: 'could not decompress a record' },
    { code: 40, name: 'handshake_failure', text: 'found no common parameters' },
    { code: 41, name: 'no_certificate', text: 'has no certificate to present' },
    { code: 42, name: 'bad_certificate', text: 'rejected the certificate as corrupt or wrongly signed' },
    { code: 43, name: 'unsupported_certificate', text: 'does not support this type of certificate' },
    { code: 44, name: 'certificate_revoked', text: 'rejected the certificate as revoked' },
    { code: 45, name: 'certificate_expired', text: 'rejected the certificate as expired or not yet valid' },
    { code: 46, name: 'certificate_unknown', text: 'rejected the certificate for a reason it does not name' },
    { code: 47, name: 'illegal_parameter', text: 'got a message with a value that is not allowed' },
    { code: 48, name: 'unknown_ca', text: 'does not trust the authority that issued the certificate' },
    { code: 49, name: 'access_denied', text: 'accepted the certificate and denies access' },
    { code: 50, name: 'decode_error', text: 'could not decode a message' },
    { code: 51, name: 'decrypt_error', text: 'could not verify a signature, a Finished message or a PSK binder' },
    { code: 52, name: 'too_many_cids_requested', text: 'was asked for too many connection ids' },
    { code: 60, name: 'export_restriction', text: 'saw the export rules for keys broken' },
    { code: 70, name: 'protocol_version', text: 'does not speak the protocol version asked for' },
    { code: 71, name: 'insufficient_security', text: 'asks for stronger parameters than it was offered' },
    { code: 80, name: 'internal_error', text: 'failed for a reason of its own' },
    { code: 86, name: 'inappropriate_fallback', text: 'speaks a newer protocol version than this retry offers' },
    { code: 90, name: 'user_canceled', text: 'cancelled the handshake' },
    { code: 100, name: 'no_renegotiation', text: 'refuses to renegotiate' },
    { code: 109, name: 'missing_extension', text: 'misses an extension that is mandatory' },
    { code: 110, name: 'unsupported_extension', text: 'got an extension that it did not offer or that may not stand there' },
    { code: 111, name: 'certificate_unobtainable', text: 'could not fetch the certificate from the URL it was given' },
    { code: 112, name: 'unrecognized_name', text: 'does not serve the name asked for' },
    { code: 113, name: 'bad_certificate_status_response', text: 'rejected the stapled OCSP response' },
    { code: 114, name: 'bad_certificate_hash_value', text: 'fetched a certificate that does not match its hash' },
    { code: 115, name: 'unknown_psk_identity', text: 'does not know the PSK identity' },
    { code: 116, name: 'certificate_required', text: 'requires a client certificate' },
    { code: 117, name: 'general_error', text: 'failed for a reason that no other alert names' },
    { code: 120, name: 'no_application_protocol', text: 'supports none of the application protocols offered (ALPN)' },
    { code: 121, name: 'ech_required', text: 'requires Encrypted Client Hello' },
]);
/** Wire numbers of the alerts that code has to tell apart. */
const handshakeFailure = 40;
const illegalParameter = 47;
/** Speaks of the version alone, and of nothing that was offered in it (RFC 8446 §6.2). */
const protocolVersion = 70;
const insufficientSecurity = 71;
const internalError = 80;
/** RFC 7507 §3 */
const inappropriateFallback = 86;
/** RFC 6066 §3 */
const unrecognizedName = 112;
/** RFC 5054 §2.5.1.3: comes to a hello only when a suite of SRP was chosen. */
const unknownPskIdentity = 115;
const certificateRequired = 116;
/** RFC 7301 §3.2 */
const noApplicationProtocol = 120;


/***/ }),

/***/ 629:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ isGrease)
/* harmony export */ });
// RFC 8701: values that mean nothing, sent to keep the other side tolerant of values it does not know. They are in no registry.
/**
 * Whether a 16-bit number is a GREASE value: 0x0a0a, 0x1a1a, … 0xfafa (RFC 8701 §2). The same sixteen serve for cipher suites,
 * groups, signature schemes, extensions and versions.
 */
function isGrease(code) {
    return (code & 0x0f0f) === 0x0a0a && code >> 8 === (code & 0xff);
}


/***/ }),

/***/ 2932:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   clientNamed: () => (/* binding */ clientNamed),
/* harmony export */   knownNames: () => (/* binding */ knownNames),
/* harmony export */   unknownName: () => (/* binding */ unknownName),
/* harmony export */   waivedNames: () => (/* binding */ waivedNames)
/* harmony export */ });
/* harmony import */ var _certificate_object_identifiers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8506);
/* harmony import */ var _judge_causes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5232);
/* harmony import */ var _judge_check_ids_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8829);
/* harmony import */ var _judge_nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8788);
/* harmony import */ var _judge_policy_classes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(497);
/* harmony import */ var _judge_policy_policies_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(872);
/* harmony import */ var _judge_vulnerability_vulnerabilities_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5961);
/* harmony import */ var _probe_features_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1190);
/* harmony import */ var _registry_clients_clients_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8553);
/* harmony import */ var _registry_groups_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9218);
/* harmony import */ var _registry_protocols_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6729);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4994);
// The names that settings can use, by what they name: for the schema an editor checks by, and for a word to whoever misspelt one.












/** Those that policies resolve: of a registry, and of classes of its entries. */
const resolved = (kind) => ({
    none: `no ${kind} and no class of them`,
    names: (0,_judge_policy_classes_js__WEBPACK_IMPORTED_MODULE_4__/* .knownNames */ .UH)(kind),
    translated: name => (0,_judge_policy_classes_js__WEBPACK_IMPORTED_MODULE_4__/* .membersOf */ .lS)(kind, name)?.map(code => (0,_judge_policy_classes_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb)(kind, code))[0],
});
/** RSASSA-PSS has one identifier for every hash, see certificate/subject-key.ts. */
const pssNames = ['SHA256', 'SHA384', 'SHA512'].map(hash => `RSASSA-PSS-${hash}`);
/** Ids of checks, and 'certificate/*' for all that begin so. */
function checkNames() {
    const ids = [...Object.keys(_judge_check_ids_js__WEBPACK_IMPORTED_MODULE_2__/* .checkIds */ .t), ...clientNames().map(name => `client/${name}`)];
    return [...new Set([...ids.map(id => id.replace(/[^/]*$/, '*')), ...ids])];
}
const clientNames = () => (0,_registry_clients_clients_js__WEBPACK_IMPORTED_MODULE_11__/* .clientProfiles */ .k)().map(({ name }) => name);
/** Every kind of names; made at each call. */
const knownNames = () => ({
    policy: { none: 'no policy', names: _judge_policy_policies_js__WEBPACK_IMPORTED_MODULE_5__.policies.map(({ id }) => id) },
    protocol: { none: 'no protocol', names: _registry_protocols_js__WEBPACK_IMPORTED_MODULE_9__/* .protocols */ .WH.rows.map(({ name }) => name) },
    cipherSuite: resolved('cipher suite'),
    group: resolved('group'),
    signatureScheme: resolved('signature scheme'),
    feature: { none: 'no feature', names: Object.keys(_probe_features_js__WEBPACK_IMPORTED_MODULE_7__/* .featureRows */ .U) },
    vulnerability: { none: 'no vulnerability', names: Object.keys(_judge_vulnerability_vulnerabilities_js__WEBPACK_IMPORTED_MODULE_6__/* .vulnerabilities */ .pe) },
    client: { none: 'no client', names: clientNames() },
    handshakeCause: { none: 'no cause of a failed handshake', names: Object.keys(_judge_causes_js__WEBPACK_IMPORTED_MODULE_1__/* .handshakeCauses */ .SZ) },
    check: { none: 'no check', names: checkNames() },
    curve: { none: 'no elliptic curve', names: _registry_groups_js__WEBPACK_IMPORTED_MODULE_8__/* .groups */ .T.rows.flatMap(({ name, kind }) => (kind === 'ecdh' ? [name] : [])) },
    certificateSignature: {
        none: 'no signature algorithm of certificates',
        names: [...new Set([..._certificate_object_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .signatureAlgorithms */ .gW.values(), ...pssNames])],
    },
});
/** What a waiver can name in `only`: whatever checks have for members, and causes. */
function waivedNames() {
    const { protocol, cipherSuite, group, signatureScheme, feature } = knownNames();
    const members = [protocol, cipherSuite, group, signatureScheme, feature].flatMap(({ names }) => names);
    return [...new Set([...members, ...Object.keys(_judge_causes_js__WEBPACK_IMPORTED_MODULE_1__/* .causes */ .ps)])];
}
/** What to say to a name that is none. */
function unknownName({ none, names, translated }, name) {
    const translation = translated?.(name);
    const near = translation === undefined ? (0,_judge_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .pA)(name, names) : [translation];
    return {
        message: `${JSON.stringify(name.slice(0, 80))} is ${none}`,
        hint: near.length > 0 ? `did you mean ${near.join(' or ')}?` : `use one of ${enough(names)}`,
    };
}
/** A registry has hundreds of names; those of classes come first. */
const most = 30;
const enough = (names) => (names.length > most ? `${names.slice(0, most).join(', ')}, …` : names.join(', '));
/**
 * The name of a client profile, when it is one.
 * @throws UsageError otherwise
 */
function clientNamed(name) {
    const { client } = knownNames();
    if (client.names.includes(name))
        return name;
    const { message, hint } = unknownName(client, name);
    throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_10__/* .UsageError */ .e(message, hint);
}


/***/ })

};
;