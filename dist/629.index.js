"use strict";
exports.id = 629;
exports.ids = [629,108,996];
exports.modules = {

/***/ 5861:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NP: () => (/* binding */ policyProblems),
/* harmony export */   _X: () => (/* binding */ extensionProblems),
/* harmony export */   jq: () => (/* binding */ extendPolicy)
/* harmony export */ });
/* harmony import */ var _probe_features_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1190);
/* harmony import */ var _registry_clients_clients_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8553);
/* harmony import */ var _registry_protocols_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6729);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8788);
/* harmony import */ var _vulnerability_vulnerabilities_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5961);
/* harmony import */ var _classes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(497);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3303);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(584);
// A user's own policy: one of the named ones with some of its lists replaced. Says everything that is wrong with it.








/**
 * The policy with the lists that `changes` names in the place of its own.
 * @throws UsageError for the first of policyProblems
 */
function extendPolicy(base, changes) {
    (0,_shape_js__WEBPACK_IMPORTED_MODULE_5__/* .refuseProblems */ .nN)(idOf(base), extensionProblems(base, changes));
    return merged(base, changes);
}
/** Everything that is wrong with a base and changes to it, so that a reader of a file can say where. */
function extensionProblems(base, changes) {
    const misshapen = (0,_shape_js__WEBPACK_IMPORTED_MODULE_5__/* .changeProblems */ .Pj)(changes);
    return misshapen.length > 0 ? misshapen : policyProblems(merged(base, changes));
}
const idOf = ({ id }) => (id.endsWith('+') ? id : `${id}+`);
function merged(base, changes) {
    return {
        ...base,
        ...changes,
        id: idOf(base),
        protocols: { ...base.protocols, ...changes.protocols },
        cipherSuites: { ...base.cipherSuites, ...changes.cipherSuites },
        groups: { ...base.groups, ...changes.groups },
        signatureSchemes: { ...base.signatureSchemes, ...changes.signatureSchemes },
        features: { ...base.features, ...changes.features },
        vulnerabilities: { ...base.vulnerabilities, ...changes.vulnerabilities },
        clients: { ...base.clients, ...changes.clients },
        certificate: { ...base.certificate, ...changes.certificate },
    };
}
const sections = { protocols: 'protocol', cipherSuites: 'cipher suite', groups: 'group', signatureSchemes: 'signature scheme' };
/** What is no policy's part, names nobody knows, and what is wanted and forbidden at the same time. */
function policyProblems(policy) {
    const misshapen = (0,_shape_js__WEBPACK_IMPORTED_MODULE_5__/* .shapeProblems */ .qf)(policy);
    if (misshapen.length > 0)
        return misshapen;
    const named = Object.entries(sections).flatMap(([section, kind]) => {
        const wanted = policy[section];
        const unknown = unknownNames(section, wanted, (0,_classes_js__WEBPACK_IMPORTED_MODULE_4__/* .knownNames */ .UH)(kind), name => (0,_classes_js__WEBPACK_IMPORTED_MODULE_4__/* .membersOf */ .lS)(kind, name) !== null, kind);
        return unknown.length > 0 ? unknown : contradictions(section, kind, wanted);
    });
    const others = Object.entries(tables).flatMap(([section, [noun, names]]) => {
        const known = names();
        return unknownNames(section, policy[section], known, name => known.includes(name), noun);
    });
    return [...named, ...others, ...versionless(policy)];
}
/** What is known by name alone. */
const tables = {
    features: ['feature', () => Object.keys(_probe_features_js__WEBPACK_IMPORTED_MODULE_0__/* .featureRows */ .U)],
    vulnerabilities: ['vulnerability', () => Object.keys(_vulnerability_vulnerabilities_js__WEBPACK_IMPORTED_MODULE_3__/* .vulnerabilities */ .pe)],
    clients: ['client', () => (0,_registry_clients_clients_js__WEBPACK_IMPORTED_MODULE_6__/* .clientProfiles */ .k)().map(({ name }) => name)],
};
function unknownNames(section, wanted, known, isKnown, noun) {
    return _shape_js__WEBPACK_IMPORTED_MODULE_5__/* .lists */ .k8.flatMap(list => (wanted[list] ?? []).flatMap((name, index) => isKnown(name)
        ? []
        : [{ path: [section, list, index], message: `${JSON.stringify(name)} is no ${noun}`, hint: (0,_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearestHint */ .AN)(name, known) }]));
}
/** What is required, recommended or suggested has to have a member that is allowed. */
function contradictions(section, kind, wanted) {
    const codes = (names) => new Set(names.flatMap(name => (0,_classes_js__WEBPACK_IMPORTED_MODULE_4__/* .membersOf */ .lS)(kind, name) ?? []));
    const names = (0,_policy_js__WEBPACK_IMPORTED_MODULE_7__/* .allowedOf */ .m)(wanted);
    const allowed = names && codes(names);
    const forbidden = codes(wanted.forbid ?? []);
    const isPossible = (code) => (allowed?.has(code) ?? true) && !forbidden.has(code);
    return ['require', 'recommend', 'suggest'].flatMap(list => (wanted[list] ?? []).flatMap((name, index) => {
        if ((0,_classes_js__WEBPACK_IMPORTED_MODULE_4__/* .membersOf */ .lS)(kind, name)?.some(isPossible))
            return [];
        const inAllow = allowed === null || [...codes([name])].some(code => allowed.has(code));
        return [
            {
                path: [section, list, index],
                message: `${section} ${list}s ${name} and forbids it`,
                hint: inAllow ? `take ${name} out of ${section}.forbid or out of ${section}.${list}` : `add ${name} to ${section}.allow`,
            },
        ];
    }));
}
function versionless({ protocols: wanted }) {
    const possible = _registry_protocols_js__WEBPACK_IMPORTED_MODULE_1__/* .protocols */ .WH.rows.some(({ name }) => ((0,_policy_js__WEBPACK_IMPORTED_MODULE_7__/* .allowedOf */ .m)(wanted)?.includes(name) ?? true) && !wanted.forbid?.includes(name));
    if (possible)
        return [];
    return [{ path: ['protocols'], message: 'protocols forbids every version', hint: 'allow TLSv1.3 at least' }];
}


/***/ }),

/***/ 3303:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ allowedOf)
/* harmony export */ });
/** The names of a list that allows some and forbids the rest; null where there is no such list, or an empty one, which takes that of a base away. */
const allowedOf = ({ allow = [] }) => (allow.length === 0 ? null : allow);


/***/ }),

/***/ 584:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pj: () => (/* binding */ changeProblems),
/* harmony export */   k8: () => (/* binding */ lists),
/* harmony export */   nN: () => (/* binding */ refuseProblems),
/* harmony export */   qf: () => (/* binding */ shapeProblems)
/* harmony export */ });
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4994);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8788);
// The parts that a policy is made of. What is misspelt there would be passed over, and the server judged by something else than was meant.


const head = { id: 'text', version: 'text', title: 'text', source: 'text' };
const changeable = {
    protocols: 'lists',
    cipherSuites: 'lists',
    groups: 'lists',
    signatureSchemes: 'lists',
    features: 'lists',
    vulnerabilities: 'lists',
    clients: 'lists',
    cipherOrder: 'side',
    minDhBits: 'number',
    certificate: 'certificate',
};
const optional = ['cipherOrder', 'minDhBits'];
const wanted = {
    allow: 'list',
    forbid: 'list',
    discourage: 'list',
    require: 'list',
    recommend: 'list',
    suggest: 'list',
};
/** What names can be wanted for. */
const lists = Object.keys(wanted);
const certificate = {
    keys: 'keys',
    signatures: 'list',
    maxLifetimeDays: 'number',
    recommendedLifetimeDays: 'number',
};
const keyTypes = { RSA: true, EC: true, Ed25519: true, Ed448: true };
/** What of changes to a policy is no part of one, or of another type than the part is. */
const changeProblems = (changes) => problemsOf(changes, changeable, []);
/** The same of a whole policy, and what it lacks. */
function shapeProblems(policy) {
    const known = { ...head, ...changeable };
    const problems = problemsOf(policy, known, []);
    if (problems.length > 0)
        return problems;
    const missing = Object.keys(known).find(name => !optional.includes(name) && policy[name] == null);
    if (missing === undefined)
        return [];
    const hint = "give all parts, or begin with a policy that has them: extendPolicy(policyNamed('default'), { … })";
    return [{ path: [], message: `it has no ${missing}`, hint }];
}
/** @throws UsageError for the first problem */
function refuseProblems(id, [problem]) {
    const called = typeof id === 'string' ? `the policy ${id}` : 'the policy';
    if (problem)
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e(`${called} cannot be used: ${problem.message}`, problem.hint);
}
function problemsOf(value, known, path) {
    const name = path.join('.') || 'it';
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return [{ path, message: `${name} is ${shown(value)}, not an object`, hint: `give its parts: ${Object.keys(known).join(', ')}` }];
    return Object.entries(value).flatMap(([part, given]) => {
        const below = [...path, part];
        if (!Object.hasOwn(known, part)) {
            const message = `${JSON.stringify(part.slice(0, 80))} is no part of ${path.join('.') || 'a policy'}`;
            return [{ path: below, message, hint: (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestHint */ .AN)(part, Object.keys(known)) }];
        }
        return given === undefined ? [] : partProblems(given, known[part], below);
    });
}
function partProblems(value, kind, path) {
    const other = (what, hint) => [
        { path, message: `${path.join('.')} is ${shown(value)}, not ${what}`, hint },
    ];
    switch (kind) {
        case 'lists':
            return problemsOf(value, wanted, path);
        case 'certificate':
            return problemsOf(value, certificate, path);
        case 'text':
            return typeof value === 'string' ? [] : other('a text', 'give a text');
        case 'list':
            if (Array.isArray(value) && value.every(name => typeof name === 'string'))
                return [];
            return other('a list of names', `put it in brackets: [${typeof value === 'string' ? JSON.stringify(value) : "'…'"}]`);
        case 'number':
            return typeof value === 'number' && value > 0 ? [] : other('a number above 0', 'give a number such as 90');
        case 'side':
            return value === 'server' || value === 'client' ? [] : other('server or client', "give 'server' or 'client'");
        case 'keys':
            if (Array.isArray(value) && value.every(rule => Object.hasOwn(keyTypes, rule?.type)))
                return [];
            return other(`a list of keys of the types ${Object.keys(keyTypes).join(', ')}`, "write each as { type: 'RSA', minBits: 2048 }");
        default:
            return kind;
    }
}
function shown(value) {
    if (Array.isArray(value))
        return 'a list';
    return typeof value === 'object' && value !== null ? 'an object' : String(JSON.stringify(value)).slice(0, 80);
}


/***/ }),

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

/***/ 9509:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readConfig: () => (/* binding */ readConfig)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/policy/extend.js
var extend = __webpack_require__(5861);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/policy/policies.js + 5 modules
var policies = __webpack_require__(872);
// EXTERNAL MODULE: ./build/commonjs/esm/location.js
var esm_location = __webpack_require__(2427);
// EXTERNAL MODULE: ./build/commonjs/esm/usage-error.js
var usage_error = __webpack_require__(4994);
// EXTERNAL MODULE: ./build/commonjs/esm/settings/known-names.js
var known_names = __webpack_require__(2932);
// EXTERNAL MODULE: ./build/commonjs/esm/settings/config/document.js
var config_document = __webpack_require__(9996);
// EXTERNAL MODULE: ./build/commonjs/esm/settings/config/mistakes.js
var mistakes = __webpack_require__(5108);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(0);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/nearest.js
var nearest = __webpack_require__(8788);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/fingerprint.js
var fingerprint = __webpack_require__(9114);
// EXTERNAL MODULE: ./build/commonjs/esm/gate-options.js
var gate_options = __webpack_require__(5636);
// EXTERNAL MODULE: ./build/commonjs/esm/net/target.js
var net_target = __webpack_require__(1393);
// EXTERNAL MODULE: ./build/commonjs/esm/settings/options.js
var options = __webpack_require__(3788);
// EXTERNAL MODULE: ./build/commonjs/esm/settings/values.js
var values = __webpack_require__(6354);
;// CONCATENATED MODULE: ./build/commonjs/esm/settings/config/schema.js
// What tlsgate.yml may say, as a schema: it refuses what is wrong, and editors are given the same as JSON Schema (scripts/config-schema.ts).









/** Options that no file can give: its own name, and what only whoever runs it can say or answer for. */
const notInFiles = ['config', 'i-own-this-host', 'shard'];
/** The options of a file that mean what they mean elsewhere, and nothing more. */
const plainOptions = options/* options */.f.filter(({ name }) => !notInFiles.includes(name) && name !== 'policy');
/** Options that a target cannot have for itself, and what to do instead. */
const notInTargets = {
    baseline: 'one file has all targets: give it at the top of the file',
    'fail-on': 'it holds for the run as a whole: give it at the top of the file',
    'expect-fingerprint': 'write expect: {fingerprint: …}',
    waivers: 'they stand at the top of the file, each with its target',
};
/** The plain options that a target can have for itself. */
const targetOptions = plainOptions.filter(({ name }) => !Object.hasOwn(notInTargets, name));
/** The schema; made at the first call, since it takes longer than to read a file by it. */
function configSchema() {
    made ??= makeSchema();
    return made;
}
let made = null;
function makeSchema() {
    const names = namesSchemas();
    const option = Object.fromEntries(plainOptions.map(each => [each.name, optionSchema(each, names)]));
    // The same ones: most of the time goes into making them.
    const ofTarget = Object.fromEntries(Object.entries(option).filter(([name]) => !Object.hasOwn(notInTargets, name)));
    return schemas.strictObject({ ...ownParts(names, ofTarget), ...option }).meta({
        title: 'Configuration of tlsgate',
        description: 'Options, policy, waivers and targets of `tlsgate check` and of the Action. Options at the top hold for every target; those of a target win over them, and flags and inputs win over both',
    });
}
/** What a file can say beyond the plain options. */
const ownParts = (names, ofTarget) => {
    const policy = described('What is wanted of the servers: a policy by its name, or one and what to change in it', schemas.union([names.policy, policySchema(names).meta({ id: 'policyChanges' })]), ['mozilla-intermediate', { extends: 'default', protocols: { require: ['TLSv1.3'] } }]);
    return {
        policy,
        waivers: described('Failed checks that are known and accepted until a day', schemas.array(waiverSchema(names))),
        targets: described('What to check unless targets are given otherwise', schemas.array(schemas.union([targetSchema(), ownTargetSchema(names).extend({ policy, ...ofTarget })])), [
            [
                'example.com',
                { target: 'smtp://mail.example.com', clients: { require: ['java-8u161'] } },
                { target: 'revoked.example.com', crl: 'ca.crl', expect: { 'fails-with': 'certificate-revoked' } },
            ],
        ]),
    };
};
const targetSchema = () => holding(schemas.string(), target => (0,net_target/* parseTarget */.h)(target));
/** The parts of a target that no option has. */
const ownTargetSchema = (names) => schemas.strictObject({
    target: targetSchema().meta({ description: 'What to check' }),
    clients: clientsSchema(names),
    expect: described('What the target has to show, each part a check of its own', expectSchema(names)),
});
const expectSchema = (names) => schemas.strictObject({
    protocol: described('The version agreed on', some(names.protocol), ['TLSv1.3']),
    'cipher-suite': described('The cipher suite agreed on, by its IANA name or a class of it', some(names.cipherSuite)),
    group: described('The group agreed on, by its IANA name or a class of it', some(names.group), ['X25519MLKEM768', 'post-quantum']),
    'signature-scheme': described('The signature scheme of the server, by its IANA name or a class of it', some(names.signatureScheme)),
    alpn: described('The application protocol agreed on; none for none', some(filled()), ['h2']),
    'fails-with': described('The cause that the handshake fails for, which passes then; a handshake that completes is an error', some(names.handshakeCause), ['client-certificate-required']),
    fingerprint: described('SHA-256 of the certificate or of its key, in hexadecimal digits', some(holding(schemas.string(), text => (0,fingerprint/* parseFingerprint */.sr)(text)))),
    issuer: described('Who issued the certificate: the whole name, a part of it such as O=Example, or the value of a part', some(filled())),
    covers: described('Names that the certificate covers, all of them', some(holding(schemas.string(), name => (0,net_target/* targetOf */.$)('https', name, 443)))),
    'days-left': described('Days that the certificate is valid for still, at the least', schemas.int().nonnegative()),
});
/** One, or a list of which one is shown. */
const some = (schema) => schemas.union([schema, schemas.array(schema).min(1)]);
const filled = () => schemas.string().min(1);
const policySchema = (names) => schemas.strictObject({
    extends: names.policy.meta({
        description: 'The policy to begin with; a list below takes the place of its own, an empty one takes it away',
    }),
    protocols: wanted('Versions', names.protocol, accepted),
    cipherSuites: wanted('Cipher suites by their IANA names, or classes of them', names.cipherSuite, accepted),
    groups: wanted('Groups by their IANA names, or classes of them', names.group, accepted),
    signatureSchemes: wanted('Signature schemes by their IANA names, or classes of them', names.signatureScheme, accepted),
    features: wanted('Other properties of the server', names.feature, {
        forbid: 'An error when the server has it',
        discourage: 'A warning when the server has it',
        require: 'An error when the server does not have it',
        recommend: 'A warning when the server does not have it',
        suggest: 'A notice when the server does not have it',
    }),
    vulnerabilities: wanted('Known vulnerabilities', names.vulnerability, {
        forbid: 'An error when the server is exposed to it',
        discourage: 'A warning when the server is exposed to it',
    }),
    clients: clientsSchema(names),
    cipherOrder: described('Who chooses the cipher suite; a warning when it is the other side', schemas["enum"](['server', 'client'], { error: 'neither server nor client' })),
    minDhBits: described('Smallest prime of finite-field Diffie-Hellman, in bits', positive()),
    certificate: described('What is wanted of the certificate of the server', certificateSchema(names)),
});
const clientsSchema = (names) => wanted('Clients that connect, or do not', names.client, {
    forbid: 'An error when it can connect',
    discourage: 'A warning when it can connect',
    require: 'An error when it cannot connect',
    recommend: 'A warning when it cannot connect',
    suggest: 'A notice when it cannot connect',
});
const accepted = {
    allow: 'Everything else is an error',
    forbid: 'An error when accepted',
    discourage: 'A warning when accepted',
    require: 'An error when refused',
    recommend: 'A warning when refused',
    suggest: 'A notice when refused',
};
/** Lists of names by what is wanted of them, which the descriptions say. */
function wanted(what, name, lists) {
    const entries = Object.entries(lists).map(([list, description]) => [list, described(description, schemas.array(name))]);
    return described(what, schemas.strictObject(Object.fromEntries(entries)));
}
const certificateSchema = (names) => schemas.strictObject({
    keys: described('The keys that are allowed', schemas.array(schemas.union([
        schemas.discriminatedUnion('type', [
            schemas.strictObject({ type: schemas.literal('RSA'), minBits: positive() }),
            schemas.strictObject({ type: schemas.literal('EC'), curves: schemas.array(names.curve) }),
            schemas.strictObject({ type: schemas["enum"](['Ed25519', 'Ed448']) }),
        ], { error: 'no type of keys' }),
        schemas.strictObject({ type: schemas.literal('EC'), minBits: positive() }),
    ]))),
    signatures: described('The signature algorithms that are allowed', schemas.array(names.certificateSignature)),
    maxLifetimeDays: described('Longest lifetime in days: an error above it', positive()),
    recommendedLifetimeDays: described('Longest lifetime in days without a warning', positive()),
});
const waiverSchema = (names) => schemas.strictObject({
    check: names.check.meta({ description: 'Id of a check as the report has it, or of several as vulnerability/*' }),
    target: holding(schemas.string(), readWaivedTarget).meta({
        description: 'host, host:port, or * for every target',
        examples: ['legacy.example.com:8443'],
    }),
    only: described('The cipher suites, groups, features … or causes it covers, by the names that the check has or those of classes; everything unless given', schemas.array(holding(schemas.string(), readWaivedMember)).min(1), [['TLS_RSA_WITH_AES_128_CBC_SHA']]),
    reason: holding(schemas.string().min(1), readReason).meta({ description: 'Why it is accepted; the report repeats it' }),
    until: holding(schemas.string(), readDay).meta({ format: 'date', description: 'The last day it holds, in UTC', examples: ['2027-01-31'] }),
});
function readWaivedTarget(target) {
    if (target === '*')
        return;
    if (target.includes('/'))
        throw new usage_error/* UsageError */.e(`${JSON.stringify(target)} is a URL`, 'write host, host:port or * for every target');
    (0,net_target/* parseTarget */.h)(target);
}
function readWaivedMember(name) {
    const known = (0,known_names.waivedNames)();
    if (!known.includes(name))
        throw new usage_error/* UsageError */.e(`${JSON.stringify(name)} is nothing that a check names`, (0,nearest/* nearestHint */.AN)(name, known));
}
function readReason(reason) {
    if (/^\s+$/.test(reason))
        throw new usage_error/* UsageError */.e('the reason is blank', 'write why it is accepted');
}
function readDay(until) {
    if (!(0,gate_options/* isDay */.N)(until))
        throw new usage_error/* UsageError */.e(`until is ${JSON.stringify(until.slice(0, 80))}`, 'give a day such as 2027-01-31');
}
function optionSchema(option, names) {
    const schema = option.name === 'as' ? names.client : valueSchema(option);
    return described(option.description, holding(schema, value => (0,values/* checkValue */.Su)({ [option.name]: rawValue(value) }, option)));
}
/** As the flag of the same name, but with YAML's own types. */
function valueSchema({ kind, choices, range }) {
    switch (kind) {
        case 'flag':
            return schemas.boolean();
        case 'seconds':
            return schemas.number().meta({ exclusiveMinimum: 0, maximum: values/* mostSeconds */.vi });
        case 'integer': {
            const [minimum, maximum] = range ?? [];
            return schemas.number().meta({ type: 'integer', minimum, maximum });
        }
        case 'choice':
            return schemas.string().meta({ enum: [...(choices ?? [])] });
        case 'list':
        case 'fingerprints':
        case 'files':
            return schemas.union([schemas.string(), schemas.array(schemas.string())]);
        case 'text':
        case 'date':
        case 'duration':
        case 'file':
            return schemas.string();
        default:
            return kind;
    }
}
/** A value of a file as the flag of the same option has it. */
function rawValue(value) {
    if (typeof value === 'boolean')
        return value;
    return Array.isArray(value) ? value.map(String) : String(value);
}
const positive = () => schemas.int().positive();
/** What it is not is for problems.ts, which makes a sentence of it and knows the names by it. */
const oneOf = ({ none, names }, id) => schemas["enum"](names, { error: none }).meta({ id });
/** A schema for each kind of names: one, however often it is used, so that editors are given each list once. */
function namesSchemas() {
    const known = (0,known_names.knownNames)();
    return {
        policy: oneOf(known.policy, 'policy'),
        protocol: oneOf(known.protocol, 'protocol'),
        cipherSuite: oneOf(known.cipherSuite, 'cipherSuite'),
        group: oneOf(known.group, 'group'),
        signatureScheme: oneOf(known.signatureScheme, 'signatureScheme'),
        feature: oneOf(known.feature, 'feature'),
        vulnerability: oneOf(known.vulnerability, 'vulnerability'),
        client: oneOf(known.client, 'client'),
        handshakeCause: oneOf(known.handshakeCause, 'handshakeCause'),
        curve: oneOf(known.curve, 'curve'),
        certificateSignature: oneOf(known.certificateSignature, 'certificateSignature'),
        check: oneOf(known.check, 'check'),
    };
}
function described(description, schema, examples) {
    return schema.exactOptional().meta({ description, ...(examples && { examples: [...examples] }) });
}
/** A schema of what a reader of the core accepts; its words are the reader's. */
function holding(schema, read) {
    return schema.superRefine((value, context) => {
        try {
            read(value);
        }
        catch (error) {
            if (!(error instanceof usage_error/* UsageError */.e))
                throw error;
            context.addIssue({ code: 'custom', message: error.message, params: { hint: error.hint } });
        }
    });
}

;// CONCATENATED MODULE: ./build/commonjs/esm/settings/config/problems.js
// What a schema found wrong, in words: one sentence that says what stands there, and what to write in its place.





/** More than are ever shown; to find the nearest known name for each of thousands would take minutes. */
const mostWorded = 500;
/** The issues of a schema in words, each with its place, in the order of the file. */
function problemsOf(issues, context) {
    const { location } = context.document;
    return issues
        .flatMap(issue => meant(issue))
        .slice(0, mostWorded)
        .flatMap(issue => (issue.code === 'unrecognized_keys' ? unknownKeys(issue, context) : problemOf(issue, context)))
        .sort((a, b) => a.offset - b.offset)
        .map(({ offset, message, hint }) => new usage_error/* UsageError */.e(message, hint, { location: location(offset) }));
}
/** Of a choice between schemas, the issues of the one that takes what stands there by its type, and has all its keys where one does. */
function meant(issue, above = []) {
    const path = [...above, ...issue.path];
    const ofItsType = issue.code === 'invalid_union' ? issue.errors.filter(issues => !issues.some(isOfAnotherType)) : [];
    const chosen = ofItsType.find(issues => !issues.some(({ code }) => code === 'unrecognized_keys')) ?? ofItsType[0];
    return chosen === undefined ? [{ ...issue, path }] : chosen.flatMap(each => meant(each, path));
}
function isOfAnotherType({ code, path, input }) {
    return path.length === 0 && (code === 'invalid_type' || (code === 'invalid_value' && typeof input !== 'string'));
}
function unknownKeys({ keys, path }, { schema, document }) {
    const all = keysAt(schema, path);
    return keys.slice(0, mostWorded).map(key => {
        // Another schema of several to choose from may have it.
        const known = [...new Set(all)].filter(each => each !== key);
        const near = (0,nearest/* nearest */.pA)(key, known);
        const hint = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `its parts are ${known.join(', ')}`;
        const offset = document.offsetOfKey([...path, key]);
        // A mapping was merged so in YAML 1.1; 1.2 has no such key.
        if (key === '<<')
            return { offset, message: '"<<" merges nothing here', hint: 'write out what it stands for' };
        if (path.length === 0 && notInFiles.includes(key))
            return { offset, message: `${key} cannot be given in a file`, hint: 'give it where tlsgate is started' };
        if (path.length === 2 && path[0] === 'targets' && Object.hasOwn(notInTargets, key))
            return { offset, message: `${key} cannot be given for a target`, hint: notInTargets[key] ?? '' };
        return { offset, message: `${quote(key)} is no part of ${path.length === 0 ? 'a configuration' : nameOf(path)}`, hint };
    });
}
/** The keys of the mapping that a schema has at a path; of several to choose from, those of all. */
function keysAt(schema, path) {
    const [part, ...below] = path;
    if (schema instanceof schemas.ZodExactOptional)
        return keysAt(schema.unwrap(), path);
    if (schema instanceof schemas.ZodUnion)
        return schema.options.flatMap(option => keysAt(option, path));
    if (schema instanceof schemas.ZodArray)
        return keysAt(schema.element, below);
    if (!(schema instanceof schemas.ZodObject))
        return [];
    if (part === undefined)
        return Object.keys(schema.shape);
    const next = schema.shape[String(part)];
    return next === undefined ? [] : keysAt(next, below);
}
function problemOf(issue, { document, known }) {
    return { offset: document.offset(issue.path), ...wordsOf(issue, known) };
}
function wordsOf(issue, known) {
    const { code, input } = issue;
    const name = nameOf(issue.path);
    if (code === 'custom')
        return { message: issue.message, hint: String(issue.params?.hint) };
    if (input === undefined)
        return { message: `${name} is missing`, hint: 'add it' };
    if (input === null || input === '' || (Array.isArray(input) && input.length === 0))
        return { message: `${name} is empty`, hint: 'give it a value, or leave it out' };
    const is = `${name} is ${problems_described(input)}`;
    switch (code) {
        case 'invalid_value': {
            if (typeof input !== 'string')
                return wrongType(is, ['string']);
            const names = issue.values.map(String);
            return (0,known_names.unknownName)(known.find(({ none }) => none === issue.message) ?? { none: issue.message, names }, input);
        }
        case 'invalid_type':
            return wrongType(is, [issue.expected]);
        case 'invalid_union':
            if (issue.inclusive !== false && issue.discriminator !== undefined)
                return wrongKind(issue);
            return wrongType(is, issue.errors.map(([first]) => (first?.code === 'invalid_type' ? first.expected : 'string')));
        case 'too_small':
            return { message: is, hint: `write at least ${Number(issue.minimum) + (issue.inclusive === false ? 1 : 0)}` };
        case 'too_big':
            return { message: is, hint: `write at most ${issue.maximum}` };
        default:
            return { message: is, hint: issue.message };
    }
}
/** Of a mapping the key that says which of several kinds it is. */
function wrongKind({ discriminator = '', input, options = [], message, path }) {
    const kind = input[discriminator];
    return kind === undefined
        ? { message: `${nameOf(path)} is missing`, hint: 'add it' }
        : (0,known_names.unknownName)({ none: message, names: options.map(String) }, String(kind));
}
/** The types that the schema has, and how they are written. */
const types = {
    string: ['a text', 'write a text, in quotes where it looks like a number'],
    number: ['a number', 'write a number, without quotes'],
    int: ['a whole number', 'write a whole number, without quotes'],
    boolean: ['true or false', 'write true or false, without quotes'],
    array: ['a list', 'write it in brackets: [one, other]'],
    object: ['a mapping', 'write its parts one a line, each as name: value'],
};
function wrongType(is, expected) {
    const [first, ...more] = expected.map(type => types[type] ?? [type, `write ${type}`]);
    return { message: `${is}, not ${[first, ...more].map(type => type?.[0]).join(' or ')}`, hint: first?.[1] ?? '' };
}
function problems_described(value) {
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'a mapping';
    return typeof value === 'string' ? `the text ${quote(value)}` : String(value);
}
/** ['policy', 'protocols', 'require', 0] as 'policy.protocols.require[0]'. */
function nameOf(path) {
    if (path.length === 0)
        return 'the file';
    return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`)).join('');
}
const quote = (text) => JSON.stringify(text.slice(0, 80));

// EXTERNAL MODULE: ./build/commonjs/esm/settings/config/source.js
var config_source = __webpack_require__(6476);
;// CONCATENATED MODULE: ./build/commonjs/esm/settings/config/config.js
// A configuration file from its text to what a run takes of it. Everything that is wrong in it is said at once, each with its place.











/** @throws UsageError with all that is wrong in it */
function readConfig(source) {
    const document = (0,config_document.readDocument)(source);
    const { value } = document;
    // Of comments alone, say: whoever wrote it believes that it says something.
    if (value === null)
        throw new usage_error/* UsageError */.e('the file of config is empty', (0,config_source/* ifEmpty */.Zf)(source.path), { location: (0,esm_location/* startOf */.G)(source.file) });
    const schema = configSchema();
    const { success, data, error } = schema.safeParse(value, { reportInput: true });
    if (!success)
        throw (0,mistakes/* allOf */.b)(problemsOf(error.issues, { schema, document, known: Object.values((0,known_names.knownNames)()) })) ?? error;
    const file = data;
    const reader = { source, document, problems: [] };
    const part = readPart(file, { path: [], known: plainOptions }, reader);
    const targets = (file.targets ?? []).map((each, index) => readTarget(each, ['targets', index], reader));
    const wrong = (0,mistakes/* allOf */.b)(reader.problems);
    if (wrong !== null)
        throw wrong;
    const waivers = (file.waivers ?? []).map((each, index) => ({ ...each, location: document.location(document.offset(['waivers', index])) }));
    return { ...part, targets, waivers };
}
function readTarget(each, path, reader) {
    const { document } = reader;
    const given = typeof each === 'string' ? { target: each } : each;
    const { target, clients, expect } = given;
    return {
        ...readPart(given, { path, known: targetOptions }, reader),
        target,
        ...(clients && { clients }),
        ...(expect && { expect: camelCase(expect) }),
        location: document.location(document.offset(typeof each === 'string' ? path : [...path, 'target'])),
    };
}
/** Keys of the file as the library has them: 'cipher-suite' is cipherSuite. */
function camelCase(part) {
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [name.replace(/-(.)/g, (_, letter) => letter.toUpperCase()), value]));
}
function readPart(part, { path, known }, reader) {
    const { source, document } = reader;
    const values = part;
    const policy = readPolicy(part.policy, path, reader);
    const settings = known
        .filter(({ name }) => values[name] !== undefined)
        .map(({ name, kind }) => [name, kind === 'file' || kind === 'files' ? paths(source.path, values[name]) : rawValue(values[name])]);
    const options = { ...Object.fromEntries(settings), ...(policy && { policy: policy.id }) };
    return { policy, options, locating: (merged, read) => locating({ document, path, options }, merged, read) };
}
function readPolicy(policy, path, { document, problems }) {
    if (policy === undefined)
        return undefined;
    if (typeof policy === 'string')
        return (0,policies.policyNamed)(policy);
    const { extends: name, ...changes } = policy;
    const base = (0,policies.policyNamed)(name);
    // Names are known by now; what is left is what contradicts itself.
    const found = (0,extend/* extensionProblems */._X)(base, changes);
    for (const { path: below, message, hint } of found) {
        const location = document.location(document.offset([...path, 'policy', ...below]));
        problems.push(new usage_error/* UsageError */.e(message, hint, { location }));
    }
    return found.length > 0 ? base : (0,extend/* extendPolicy */.jq)(base, changes);
}
/** Relative to the file that names them, wherever the run starts. */
function paths(config, value) {
    const written = [value].flat().flatMap(text => String(text).split(/\s*[\r\n]\s*/));
    return written.filter(path => path.trim() !== '').map(path => ((0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.join)((0,external_node_path_.dirname)(config), path)));
}
function locating({ document, path, options }, settings, read) {
    const attempt = (without) => read(Object.fromEntries(Object.entries(settings).filter(([name]) => name !== without)));
    try {
        return attempt();
    }
    catch (error) {
        if (!(error instanceof usage_error/* UsageError */.e))
            throw error;
        // The option without which it is not, or not the same, that goes wrong.
        const atFault = Object.keys(options).find(name => settings[name] === options[name] && messageOf(() => attempt(name)) !== error.message);
        if (atFault === undefined)
            throw error;
        const location = document.location(document.offsetOfKey([...path, atFault]));
        throw new usage_error/* UsageError */.e(error.message, error.hint, { cause: error, location });
    }
}
function messageOf(run) {
    try {
        run();
        return undefined;
    }
    catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}


/***/ }),

/***/ 9996:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readDocument: () => (/* binding */ readDocument)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4994);
/* harmony import */ var _mistakes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5108);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6476);
// YAML, or JSON, as a plain value whose parts can be found in the text again. Whoever writes the file may be hostile: bounds come before parsing.




/** Collections in collections: the parser recurses, and V8 ends the process where a regular expression meets the end of the stack. */
const deepest = 32;
/** Scalars and collections in all: 100,000 targets, or 50,000 with an option of their own, five parts each, and what else there is to say. */
const mostParts = 300_000;
/** Keys of one mapping, and tokens that are none: the parser's work grows with their square. */
const mostKeys = 1000;
/** Aliases in all, which bounds the search for their anchors; also yaml's own measure of what they may add up to. */
const mostAliases = 100;
/** @throws UsageError with all that makes it no YAML */
function readDocument({ file, text }) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const tokens = [...new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Parser */ .iX(lines.addNewLine).parse(text)];
    const location = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { file, line, column: col };
    };
    refuseExcess(tokens, location);
    // A tag such as !!binary would make an object of a text, with functions for parts.
    const [document, second] = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Composer */ .Dk({ prettyErrors: false, resolveKnownTags: false }).compose(tokens, true, text.length);
    if (document === undefined)
        throw new Error('YAML has no document');
    const language = (0,_source_js__WEBPACK_IMPORTED_MODULE_3__/* .isJson */ .Fh)(file) ? 'JSON' : 'YAML';
    const more = second === undefined ? [] : [{ offset: second.range[0], ...secondDocument }];
    const mistakes = [...more, ...syntaxErrors(document, language), ...(language === 'JSON' ? strictly(document) : looseAliases(document))];
    const wrong = (0,_mistakes_js__WEBPACK_IMPORTED_MODULE_2__/* .allOf */ .b)(mistakes.map(({ offset, message, hint }) => new _usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(message, hint, { location: location(offset) })));
    if (wrong !== null)
        throw wrong;
    const start = (node) => node?.range?.[0] ?? 0;
    return {
        value: plain(document, location(0)),
        offset: path => start(trail(document, path).at(-1)?.node),
        offsetOfKey: path => {
            const last = trail(document, path).at(-1);
            return start(last?.key ?? last?.node);
        },
        location,
    };
}
/** The parts on the way to one, as far as there are any. An empty value is found by its key. */
function trail(document, path) {
    const steps = [{ node: document.contents, key: null }];
    for (const name of path) {
        const step = stepInto(document, steps.at(-1)?.node ?? null, name);
        if (step === null)
            break;
        steps.push(step);
    }
    return steps;
}
function stepInto(document, node, name) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
        return stepInto(document, node.resolve(document) ?? null, name);
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
        return { node: node.items[Number(name)], key: null };
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return null;
    const pair = node.items.find(({ key }) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) && String(key.value) === name);
    return pair ? { key: pair.key, node: (pair.value ?? pair.key) } : null;
}
function refuseExcess(tokens, location) {
    const excess = (what, token = {}) => new _usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(`the file ${what}`, 'no configuration needs as much: check that it is the right file', {
        location: location('offset' in token ? Number(token.offset) : 0),
    });
    let parts = 0;
    let aliases = 0;
    let strays = 0;
    // The tokens of a part may nest as deep as the text is long: a list of what is left, not recursion.
    const left = [];
    for (const token of tokens)
        left.push({ token, depth: 0 });
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
        const { token, depth } = next;
        parts++;
        if ('type' in token && token.type === 'alias')
            aliases++;
        if ('type' in token && token.type === 'error')
            strays++;
        if (depth > deepest)
            throw excess(`nests more than ${deepest} levels deep`, token);
        if (parts > mostParts)
            throw excess(`has more than ${mostParts} parts`);
        if (aliases > mostAliases)
            throw excess(`has more than ${mostAliases} aliases`);
        if ('value' in token && typeof token.value === 'object' && token.value !== null)
            left.push({ token: token.value, depth });
        if (strays > mostKeys)
            throw excess(`has more than ${mostKeys} places that nothing can be read from`);
        if (!('items' in token))
            continue;
        if (isMapping(token) && token.items.length > mostKeys)
            throw excess(`has a mapping of more than ${mostKeys} keys`, token);
        for (const { key, value } of token.items) {
            if (key)
                left.push({ token: key, depth: depth + 1 });
            if (value)
                left.push({ token: value, depth: depth + 1 });
        }
    }
}
/** As data, where an alias stands for what it repeats. */
function plain(document, location) {
    try {
        return document.toJS({ maxAliasCount: mostAliases });
    }
    catch (cause) {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e('the aliases of the file repeat each other without measure', 'write out what they stand for', { cause, location });
    }
}
/** A token of a collection that has keys. */
function isMapping(token) {
    if (!('type' in token))
        return false;
    const { type, start } = token;
    return type === 'block-map' || (type === 'flow-collection' && start?.source === '{');
}
const secondDocument = { message: 'a second document begins here', hint: 'leave out the line ---' };
function looseAliases(document) {
    const found = [];
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Alias(_, alias) {
            if (alias.resolve(document))
                return;
            const message = `there is no &${alias.source} before this alias`;
            found.push({ offset: alias.range?.[0] ?? 0, message, hint: 'put a text with a star in quotes' });
        },
    });
    return found;
}
/** What YAML allows and JSON does not; a comma too many is let pass. */
function strictly(document) {
    const found = [];
    const add = (node, message, hint) => void found.push({ offset: node.range?.[0] ?? 0, message, hint });
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Node(_, node) {
            if (node.comment ?? node.commentBefore)
                add(node, 'JSON has no comments', 'leave them out, or name the file .yml');
            if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
                add(node, 'JSON has no aliases', 'write out what it stands for, or name the file .yml');
            if (((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) && node.flow !== true)
                add(node, 'JSON has brackets around this', 'add them, or name the file .yml');
            const isBare = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && (node.type === 'QUOTE_SINGLE' || (node.type === 'PLAIN' && typeof node.value === 'string'));
            if (isBare)
                add(node, 'JSON has double quotes around a text', 'add them, or name the file .yml');
        },
    });
    return found;
}
/** The first at each place: what follows from it is often worded as another. */
function syntaxErrors({ errors, warnings }, language) {
    const first = new Map();
    for (const error of [...errors, ...warnings])
        if (!first.has(error.pos[0]))
            first.set(error.pos[0], error);
    return [...first].map(([offset, error]) => ({ offset, ...syntaxError(error, language) }));
}
function syntaxError({ code, message }, language) {
    switch (code) {
        case 'DUPLICATE_KEY':
            return { message: 'this key stands here for the second time', hint: 'leave one of the two out' };
        case 'TAB_AS_INDENT':
            return { message: 'a tab indents this line', hint: 'indent by spaces' };
        case 'MULTILINE_IMPLICIT_KEY':
            return {
                message: 'this goes on in the next line, and has a colon there',
                hint: 'look for a comma or a bracket that is missing behind it',
            };
        case 'TAG_RESOLVE_FAILED':
            return {
                message: `${message.charAt(0).toLowerCase()}${message.slice(1)}`,
                hint: 'leave the tag (!name) out, or put the text in quotes',
            };
        default:
            return { message: `this is no ${language}: ${message}`, hint: 'look at the indentation, the quotes and the brackets before it' };
    }
}


/***/ }),

/***/ 5108:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ allOf)
/* harmony export */ });
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4994);
// Several mistakes of one file as one error.

/** How many are worth reading at a time. */
const most = 20;
/** The first, with the others behind it; null for none. */
function allOf(mistakes) {
    const [first, ...others] = mistakes.slice(0, most);
    if (first === undefined)
        return null;
    const left = mistakes.length - most;
    if (left > 0)
        others.push(new _usage_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e(`the same file has ${left} more mistakes`, 'begin with those above'));
    const { what, hint, location } = first;
    return new _usage_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e(what, hint, { others, ...(location && { location }) });
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