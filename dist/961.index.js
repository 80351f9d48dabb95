export const id = 961;
export const ids = [961];
export const modules = {

/***/ 5342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   clientNamed: () => (/* binding */ clientNamed),
/* harmony export */   knownNames: () => (/* binding */ knownNames),
/* harmony export */   unknownName: () => (/* binding */ unknownName),
/* harmony export */   waivedNames: () => (/* binding */ waivedNames)
/* harmony export */ });
/* harmony import */ var _certificate_object_identifiers_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1568);
/* harmony import */ var _judge_causes_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4154);
/* harmony import */ var _judge_check_ids_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7207);
/* harmony import */ var _judge_nearest_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7890);
/* harmony import */ var _judge_policy_classes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8195);
/* harmony import */ var _judge_policy_policies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6368);
/* harmony import */ var _judge_vulnerability_vulnerabilities_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6291);
/* harmony import */ var _probe_features_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3125);
/* harmony import */ var _registry_clients_clients_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5968);
/* harmony import */ var _registry_groups_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4372);
/* harmony import */ var _registry_protocols_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6759);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2656);
// The names that settings can use, by what they name: for the schema an editor checks by, and for a word to whoever misspelt one.












/** Those that policies resolve: of a registry, and of classes of its entries. */
const resolved = (kind) => ({
    none: `no ${kind} and no class of them`,
    names: (0,_judge_policy_classes_js__WEBPACK_IMPORTED_MODULE_0__/* .knownNames */ .UH)(kind),
    translated: name => (0,_judge_policy_classes_js__WEBPACK_IMPORTED_MODULE_0__/* .membersOf */ .lS)(kind, name)?.map(code => (0,_judge_policy_classes_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(kind, code))[0],
});
/** RSASSA-PSS has one identifier for every hash, see certificate/subject-key.ts. */
const pssNames = ['SHA256', 'SHA384', 'SHA512'].map(hash => `RSASSA-PSS-${hash}`);
/** Ids of checks, and 'certificate/*' for all that begin so. */
function checkNames() {
    const ids = [...Object.keys(_judge_check_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .checkIds */ .t), ...clientNames().map(name => `client/${name}`)];
    return [...new Set([...ids.map(id => id.replace(/[^/]*$/, '*')), ...ids])];
}
const clientNames = () => (0,_registry_clients_clients_js__WEBPACK_IMPORTED_MODULE_2__/* .clientProfiles */ .k)().map(({ name }) => name);
/** Every kind of names; made at each call. */
const knownNames = () => ({
    policy: { none: 'no policy', names: _judge_policy_policies_js__WEBPACK_IMPORTED_MODULE_3__.policies.map(({ id }) => id) },
    protocol: { none: 'no protocol', names: _registry_protocols_js__WEBPACK_IMPORTED_MODULE_4__/* .protocols */ .WH.rows.map(({ name }) => name) },
    cipherSuite: resolved('cipher suite'),
    group: resolved('group'),
    signatureScheme: resolved('signature scheme'),
    feature: { none: 'no feature', names: Object.keys(_probe_features_js__WEBPACK_IMPORTED_MODULE_5__/* .featureRows */ .U) },
    vulnerability: { none: 'no vulnerability', names: Object.keys(_judge_vulnerability_vulnerabilities_js__WEBPACK_IMPORTED_MODULE_6__/* .vulnerabilities */ .pe) },
    client: { none: 'no client', names: clientNames() },
    handshakeCause: { none: 'no cause of a failed handshake', names: Object.keys(_judge_causes_js__WEBPACK_IMPORTED_MODULE_7__/* .handshakeCauses */ .SZ) },
    check: { none: 'no check', names: checkNames() },
    curve: { none: 'no elliptic curve', names: _registry_groups_js__WEBPACK_IMPORTED_MODULE_8__/* .groups */ .T.rows.flatMap(({ name, kind }) => (kind === 'ecdh' ? [name] : [])) },
    certificateSignature: {
        none: 'no signature algorithm of certificates',
        names: [...new Set([..._certificate_object_identifiers_js__WEBPACK_IMPORTED_MODULE_9__/* .signatureAlgorithms */ .gW.values(), ...pssNames])],
    },
});
/** What a waiver can name in `only`: whatever checks have for members, and causes. */
function waivedNames() {
    const { protocol, cipherSuite, group, signatureScheme, feature } = knownNames();
    const members = [protocol, cipherSuite, group, signatureScheme, feature].flatMap(({ names }) => names);
    return [...new Set([...members, ...Object.keys(_judge_causes_js__WEBPACK_IMPORTED_MODULE_7__/* .causes */ .ps)])];
}
/** What to say to a name that is none. */
function unknownName({ none, names, translated }, name) {
    const translation = translated?.(name);
    const near = translation === undefined ? (0,_judge_nearest_js__WEBPACK_IMPORTED_MODULE_10__/* .nearest */ .p)(name, names) : [translation];
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
    throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_11__/* .UsageError */ .e(message, hint);
}


/***/ })

};
