"use strict";
exports.id = 806;
exports.ids = [806,713];
exports.modules = {

/***/ 9806:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  inquiryOf: () => (/* binding */ inquiryOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/commonjs/esm/gate-options.js
var gate_options = __webpack_require__(5636);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/check-of.js
var check_of = __webpack_require__(7754);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/clients/client-profile.js
var client_profile = __webpack_require__(8316);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/extensions.js
var extensions = __webpack_require__(8180);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/grease.js
var grease = __webpack_require__(629);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/groups.js
var groups = __webpack_require__(9218);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/protocols.js
var protocols = __webpack_require__(6729);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/hello.js
var probe_hello = __webpack_require__(2119);
;// CONCATENATED MODULE: ./build/commonjs/esm/probe/key-share.js
// Key shares of our own: of x25519 (RFC 8446 §4.2.8.2) for hellos whose answer has to be opened, and of other curves.


const x25519 = 0x001d;
/** Makes a new pair of keys. */
function keyShare() {
    const { publicKey, privateKey } = (0,external_node_crypto_.generateKeyPairSync)('x25519');
    // RFC 8410 §4: the key is the end, behind a prefix that is always the same.
    const keyExchange = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32));
    return { share: { group: x25519, keyExchange }, privateKey };
}
/** A share of a curve whose points are written out (RFC 8446 §4.2.8.2), to be answered and not to be opened; null for another group. */
function shareOf(group) {
    const curve = groups/* groups */.T.get(group)?.openssl ?? '';
    return (0,external_node_crypto_.getCurves)().includes(curve) ? { group, keyExchange: new Uint8Array((0,external_node_crypto_.createECDH)(curve).generateKeys()) } : null;
}

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/client-hello.js
// The hello of a named client as it sends it: to the byte, but for what the client itself draws anew each time. Not a TLS client: nothing follows.







/** What an answer to it says of the client, see judge/clients.ts. */
function clientOffer(profile, context) {
    const { recordVersion } = profile;
    return { title: clientTitle(profile), about: 'client', hello: clientHelloOf(profile, context), recordVersion };
}
/** The title of a client's offer, by which its answer is found again: 'the hello of Java 8u161'. */
const clientTitle = ({ title }) => `the hello of ${title}`;
/**
 * The client's own hello to this server. Random values are ours, key shares have the form of real ones; ALPN is the client's, whatever the
 * context has.
 */
function clientHelloOf(profile, context) {
    const { random } = context;
    const draw = greaseDraws(random);
    const hello = {
        kind: 'client_hello',
        legacyVersion: protocols/* tls12 */.t8,
        random: random(32),
        sessionId: profile.versions === null ? new Uint8Array(0) : random(32),
        cipherSuites: profile.cipherSuites.map(code => draw('suite', code)),
        compressionMethods: [0],
        extensions: profile.extensions.flatMap(template => extensionOf(template, profile, context, draw)),
    };
    return profile.extensions.includes(padding) ? (0,probe_hello/* padded */.jC)(hello) : hello;
}
const padding = 21;
function extensionOf(template, profile, context, draw) {
    const [type, hex] = typeof template === 'number' ? [template, ''] : template;
    const body = Buffer.from(hex, 'hex');
    if (type === client_profile/* grease */.Eg)
        return [{ kind: 'unknown', type: draw(hex === '' ? 'first extension' : 'second extension', type), body }];
    const name = extensions/* extensions */.X.label(type);
    switch (name) {
        case 'server_name':
            return context.servername === null ? [] : [{ kind: name, names: [{ type: 0, name: context.servername }] }];
        case 'supported_groups':
            return [{ kind: name, groups: profile.groups.map(code => draw('group', code)) }];
        case 'ec_point_formats':
            return [{ kind: name, formats: profile.pointFormats }];
        case 'signature_algorithms':
            return [{ kind: name, schemes: profile.signatureSchemes.map(code => draw('scheme', code)) }];
        case 'application_layer_protocol_negotiation':
            return [{ kind: name, protocols: profile.alpn }];
        case 'padding':
            return []; // it fills up what the others leave
        case 'supported_versions':
            return [{ kind: name, versions: (profile.versions ?? []).map(code => draw('version', code)) }];
        case 'key_share':
            return [{ kind: name, shares: profile.keyShares.map(code => clientShareOf(draw('group', code), context.random)) }];
        case 'encrypted_client_hello':
            return [{ kind: 'unknown', type, body: greaseEch(profile.echPayloadLength ?? 0, context.random) }];
        default:
            return [{ kind: 'unknown', type, body }];
    }
}
function greaseDraws(random) {
    const drawn = new Map();
    return (place, code) => {
        if (code !== client_profile/* grease */.Eg)
            return code;
        // RFC 8701 §2: 0x0a0a, 0x1a1a, … 0xfafa
        let value = drawn.get(place) ?? client_profile/* grease */.Eg + 0x1010 * ((random(1)[0] ?? 0) % 16);
        // RFC 8446 §4.2: no extension twice
        if (place === 'second extension' && value === drawn.get('first extension'))
            value ^= 0x1010;
        drawn.set(place, value);
        return value;
    };
}
function clientShareOf(group, random) {
    if ((0,grease/* isGrease */.W)(group))
        return { group, keyExchange: new Uint8Array(1) }; // RFC 8701 §3.1 leaves it open; clients send one zero byte
    const publicKey = publicKeys[group];
    const share = publicKey === undefined ? shareOf(group) : { group, keyExchange: publicKey(random) };
    if (share === null)
        throw new Error(`no client had a share of ${groups/* groups */.T.label(group)} so far`);
    return share;
}
/** What has the form of a public key where random bytes have it: RFC 8446 §4.2.8.2, draft-ietf-tls-ecdhe-mlkem §4. */
const publicKeys = {
    29: random => random(32),
    4588: random => Buffer.concat([mlkem768Key(random), random(32)]),
};
/** FIPS 203 §7.2: 768 coefficients below 3329 in 12 bits each, which servers check, and a seed of 32 bytes. */
function mlkem768Key(random) {
    const drawn = random(768 * 2);
    const coefficient = (index) => (((drawn[2 * index] ?? 0) << 8) | (drawn[2 * index + 1] ?? 0)) % 3329;
    const pairs = Array.from({ length: 384 }, (_, pair) => {
        const [low, high] = [coefficient(2 * pair), coefficient(2 * pair + 1)];
        return [low & 0xff, (low >> 8) | ((high & 0x0f) << 4), high >> 4];
    });
    return Buffer.concat([Uint8Array.from(pairs.flat()), random(32)]);
}
/** RFC 9849 §6.2: the outer form, HKDF-SHA256 and AES-128-GCM, a config id, an encapsulated key and a payload, all of random bytes. */
function greaseEch(payloadLength, random) {
    const length = [payloadLength >> 8, payloadLength & 0xff];
    return Buffer.concat([
        Uint8Array.of(0, 0, 1, 0, 1),
        random(1),
        Uint8Array.of(0, 32),
        random(32),
        Uint8Array.from(length),
        random(payloadLength),
    ]);
}

// EXTERNAL MODULE: ./build/commonjs/esm/probe/dh-parameters.js + 1 modules
var dh_parameters = __webpack_require__(4865);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/alerts.js
var alerts = __webpack_require__(1245);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/cipher-suite-parts.js
var cipher_suite_parts = __webpack_require__(5823);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/cipher-suites.js
var cipher_suites = __webpack_require__(3103);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/clients/clients.js + 7 modules
var clients_clients = __webpack_require__(8553);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/causes.js
var causes = __webpack_require__(5232);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/leaf-curve.js
var leaf_curve = __webpack_require__(3025);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/signature-schemes.js
var signature_schemes = __webpack_require__(5591);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/policy/classes.js
var classes = __webpack_require__(497);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/policy/policy.js
var policy_policy = __webpack_require__(3303);
;// CONCATENATED MODULE: ./build/commonjs/esm/judge/policy/meaning.js
// What a policy comes to in wire numbers: which suites, groups and schemes it forbids, and of which versions. Asked for in plan.ts, judged in rules.ts.






const kinds = { protocols: 'protocol', cipherSuites: 'cipher suite', groups: 'group', signatureSchemes: 'signature scheme' };
const meanings = new WeakMap();
/** @throws UsageError for a name nobody knows */
function meaningOf(policy) {
    const known = meanings.get(policy);
    if (known)
        return known;
    const meaning = resolvedAll(policy);
    meanings.set(policy, meaning);
    return meaning;
}
function resolvedAll(policy) {
    const meant = {
        protocols: resolved(kinds.protocols, policy.protocols),
        cipherSuites: resolved(kinds.cipherSuites, policy.cipherSuites),
        groups: resolved(kinds.groups, policy.groups),
        signatureSchemes: resolved(kinds.signatureSchemes, policy.signatureSchemes),
    };
    const versions = protocols/* protocols */.WH.rows.map(({ code }) => code).filter(code => !meant.protocols.forbidden.has(code));
    return { policy, ...meant, versions };
}
function resolved(kind, lists) {
    const codes = (names) => names.flatMap(name => (0,classes/* resolveNames */.jN)(kind, name));
    const requirements = (names = []) => names.map(name => ({ name, members: (0,classes/* resolveNames */.jN)(kind, name) }));
    const forbidden = new Set(codes(lists.forbid ?? []));
    const names = (0,policy_policy/* allowedOf */.m)(lists);
    if (names) {
        const allowed = new Set(codes(names));
        for (const code of (0,classes/* everyCode */.fL)(kind))
            if (!allowed.has(code))
                forbidden.add(code);
    }
    return {
        kind,
        forbidden,
        discouraged: new Set(codes(lists.discourage ?? []).filter(code => !forbidden.has(code))),
        required: requirements(lists.require),
        recommended: requirements(lists.recommend),
        suggested: requirements(lists.suggest),
    };
}
/** What the policy has against a member being accepted: everything that has to be asked about. */
const unwanted = ({ forbidden, discouraged }) => [...forbidden, ...discouraged];
/** What has to be there, or should: everything that has to be asked for. */
const wanted = ({ required, recommended, suggested }) => [...required, ...recommended, ...suggested];
/** Whether a member can occur in a version at all. SSLv2 has cipher kinds of its own, of which policies do not speak. */
function isUsable(kind, code, version) {
    switch (kind) {
        case 'protocol':
            return code === version;
        case 'cipher suite': {
            const parts = (0,cipher_suite_parts/* partsOfCode */.xi)(code);
            return parts !== null && parts.firstProtocol <= version && version <= parts.lastProtocol;
        }
        case 'group':
            return isGroupUsable(code, version);
        case 'signature scheme':
            return isSchemeUsable(code, version);
        default:
            return kind;
    }
}
/**
 * Before TLS 1.3 only curves have a group on the wire, and only where there are extensions: a finite field is spelled out (minDhBits judges
 * it), and ML-KEM came later. In TLS 1.3 some of the curves are gone (RFC 8446 §4.2.7), which does not keep a server from them.
 */
function isGroupUsable(code, version) {
    if (version >= protocols/* tls13 */.mP)
        return true;
    const row = groups/* groups */.T.get(code);
    return version > 0x0300 && row?.kind === 'ecdh' && !row.name.endsWith('tls13');
}
/** TLS 1.2 has pairs of hash and signature; TLS 1.3 forbids most of them for signing a handshake (RFC 8446 §4.2.3). */
function isSchemeUsable(code, version) {
    if (version < protocols/* tls12 */.t8)
        return false;
    const name = signature_schemes/* signatureSchemes */.Bb.label(code);
    const isOld = /^(?:rsa_pkcs1|dsa)_|_(?:md5|sha1|sha224)$|^ecdsa_sha/.test(name);
    if (version === protocols/* tls12 */.t8)
        return isOld || /^(?:rsa_pss|ecdsa_secp|ed)/.test(name);
    return !isOld;
}
/** A member by its name; of a class that any member of it will do. */
function requirementText(kind, { name, members }) {
    return members.length === 1 && (0,classes/* nameOf */.Vb)(kind, members[0] ?? 0) === name ? name : `every ${kind} of the class ${name}`;
}

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/client-negotiation.js
// What a client and a server would agree on, as far as it follows from what each is known to have: RFC 5246 §7.4.1, RFC 8446 §4.1.1. Pure.







/** A server takes the newest version that both have and fails there when nothing else fits: clients of today do not try an older one. */
function negotiate(profile, ledger) {
    const versions = versionsOf(profile);
    const asked = [];
    for (const version of versions) {
        const { support, probes } = ledger.protocol(version);
        asked.push(...probes);
        if (support === 'accepted')
            return negotiateIn(version, profile, ledger);
        if (support === 'unknown')
            return { connects: 'unknown', detail: `whether ${protocols/* protocols */.WH.label(version)} is accepted is not known`, probes: asked };
    }
    return { connects: 'no', detail: `none of its versions is accepted (${versions.map(protocols/* protocols */.WH.label).join(', ')})`, probes: asked };
}
/** Newest first: those it lists, or all down to the oldest it takes. */
function versionsOf({ versions, oldest }) {
    if (versions !== null)
        return versions.filter(code => code !== client_profile/* grease */.Eg).sort((a, b) => b - a);
    return protocols/* protocols */.WH.rows.flatMap(({ code }) => (code >= oldest && code <= protocols/* tls12 */.t8 ? [code] : [])).reverse();
}
/** What a suite needs, in the order in which it is looked at. */
const needs = ['suite', 'group', 'scheme', 'curve'];
function negotiateIn(version, profile, ledger) {
    const schemes = profile.signatureSchemes.length === 0 ? unsaid : profile.signatureSchemes;
    const meeting = {
        version,
        ledger,
        suites: profile.cipherSuites.filter(code => isUsable('cipher suite', code, version)),
        groups: profile.groups.filter(code => code !== client_profile/* grease */.Eg && isUsable('group', code, version)),
        schemes: schemes.filter(code => code !== client_profile/* grease */.Eg && isUsable('signature scheme', code, version)),
        found: new Map(),
    };
    const ways = meeting.suites.map(code => ({ code, obstacle: obstacleOf(code, meeting) }));
    const suites = ways.flatMap(({ code, obstacle }) => (obstacle === null ? [code] : []));
    const unknown = ways.find(({ obstacle }) => obstacle?.support === 'unknown')?.obstacle;
    if (suites.length > 0)
        return agreed(suites, unknown === undefined, meeting);
    if (unknown) {
        const detail = `whether any of ${textOf(unknown.need, meeting)} is accepted in ${protocols/* protocols */.WH.label(version)} is not known`;
        return { connects: 'unknown', detail, probes: unknown.probes };
    }
    const refused = ways.flatMap(({ obstacle }) => obstacle ?? []);
    // A suite that fails for its group says more than those that are not accepted at all.
    const need = needs.findLast(each => refused.some(obstacle => obstacle.need === each)) ?? 'suite';
    const probes = refused.flatMap(obstacle => (obstacle.need === need ? obstacle.probes : []));
    return { connects: 'no', detail: refusalOf(need, meeting), probes };
}
function agreed(suites, isCertain, { version, ledger, groups }) {
    const found = suites.some(negotiatesGroup) ? groups.map(code => ({ code, support: ledger.group(version, code).support })) : [];
    return {
        connects: 'yes',
        version,
        suites,
        groups: found.flatMap(({ code, support }) => (support === 'accepted' ? [code] : [])),
        certain: isCertain && found.every(({ support }) => support !== 'unknown'),
        probes: [...ledger.protocol(version).probes, ...suites.flatMap(code => ledger.cipherSuite(version, code).probes)],
    };
}
/** The first thing a suite needs that is refused, or else not known; null when nothing stands against it. */
function obstacleOf(code, meeting) {
    let open = null;
    for (const need of needs) {
        const { support, probes } = findingOf(need, code, meeting);
        if (support === 'refused')
            return { need, support, probes };
        if (support === 'unknown')
            open ??= { need, support, probes };
    }
    return open;
}
function findingOf(need, code, meeting) {
    const { version, ledger, groups } = meeting;
    switch (need) {
        case 'suite':
            return ledger.cipherSuite(version, code);
        case 'group':
            // RFC 8422 §4: to a client that names no groups, a server may use any.
            return negotiatesGroup(code) && groups.length > 0
                ? once('group', meeting, () => anyOf(groups.map(group => ledger.group(version, group))))
                : given;
        case 'scheme': {
            const key = signingKey(code, version);
            return key === null
                ? given
                : once(key, meeting, () => anyOf(schemesFor(key, meeting).map(each => ledger.signatureScheme(version, each))));
        }
        case 'curve':
            return curveFinding(code, meeting);
        default:
            return need;
    }
}
/** RFC 8422 §5.3: before TLS 1.3 the key of an ECDSA certificate has to be on a curve that the client names. */
function curveFinding(code, { version, ledger, groups }) {
    if (groups.length === 0 || (0,cipher_suite_parts/* partsOfCode */.xi)(code)?.authentication !== 'ECDSA')
        return given;
    const answer = ledger.accepted(version).find(({ outcome }) => outcome.cipherSuite === code);
    const curve = answer ? (0,leaf_curve/* curveOf */.F)(answer.outcome.answer) : null;
    return answer && curve !== null && !groups.includes(curve) ? { support: 'refused', probes: [answer.number] } : given;
}
function refusalOf(need, meeting) {
    if (need === 'curve')
        return `the key of the certificate is on a curve that is none of ${textOf('group', meeting)}`;
    return `none of ${textOf(need, meeting)} is accepted in ${protocols/* protocols */.WH.label(meeting.version)}`;
}
/** Completes "none of …". */
function textOf(need, meeting) {
    if (need === 'suite')
        return `its ${meeting.suites.length} cipher suites`;
    if (need === 'scheme')
        return 'its signature schemes';
    const names = meeting.groups.map(groups/* groups */.T.label);
    return `its groups (${names.length > 6 ? `${names.slice(0, 6).join(', ')} and ${names.length - 6} more` : names.join(', ')})`;
}
/** What needs no asking. */
const given = { support: 'accepted', probes: [] };
function anyOf(findings) {
    const known = (support) => findings.find(finding => finding.support === support);
    const accepted = known('accepted');
    if (accepted)
        return accepted;
    const probes = [...new Set(findings.flatMap(finding => finding.probes))];
    return { support: known('unknown') ? 'unknown' : 'refused', probes };
}
/** TLS 1.3 has a group with every suite, versions before it with ephemeral elliptic curves. */
function negotiatesGroup(code) {
    const parts = (0,cipher_suite_parts/* partsOfCode */.xi)(code);
    return parts !== null && (parts.keyExchange === null || parts.keyExchange === 'ECDHE');
}
/** RFC 5246 §7.4.1.4.1: what a client of TLS 1.2 is taken to have that does not say. */
const unsaid = [0x0201, 0x0202, 0x0203];
/** Names of the schemes that a key signs with. */
const schemesOf = { RSA: /^rsa_/, ECDSA: /^e(?:cdsa|d)/, DSS: /^dsa_/, any: /^/ };
/** The key that the key exchange of a suite is signed with; null where nothing is signed by a scheme that the client names. */
function signingKey(code, version) {
    if (version >= protocols/* tls13 */.mP)
        return 'any';
    const { keyExchange, authentication } = (0,cipher_suite_parts/* partsOfCode */.xi)(code) ?? {};
    if (version < protocols/* tls12 */.t8 || (keyExchange !== 'DHE' && keyExchange !== 'ECDHE'))
        return null;
    return authentication === 'RSA' || authentication === 'ECDSA' || authentication === 'DSS' ? authentication : null;
}
/** The client's schemes for such a key. */
const schemesFor = (key, { schemes }) => schemes.filter(scheme => schemesOf[key].test(signature_schemes/* signatureSchemes */.Bb.label(scheme)));
/** What is the same for several suites, found out once in a meeting. */
function once(what, { found }, find) {
    const finding = found.get(what) ?? find();
    found.set(what, finding);
    return finding;
}

// EXTERNAL MODULE: ./build/commonjs/esm/judge/policy/words.js
var words = __webpack_require__(9816);
;// CONCATENATED MODULE: ./build/commonjs/esm/judge/clients.js
// Whether named clients connect: by the answer to their own hello, or derived from what the server is known to accept. Nothing here asks.
// A client may still turn down what neither shows: the chain of the certificate.












const noOrder = { cipherOrder: {}, cipherSuites: {} };
/** Of each profile: by its own hello where that was asked, else derived. */
function clientResults(profiles, ledger, order = noOrder) {
    const answered = new Map(ledger.about('client').map(asked => [asked.offer.title, asked]));
    return profiles.map(profile => {
        const asked = answered.get(clientTitle(profile));
        return doubtful(asked ? clientResultOf(profile, asked, ledger) : deriveClient(profile, ledger, order), ledger);
    });
}
/** Clients of today turn down a prime that short, those of yesterday take it; where the line is drawn is in no hello. */
const leastBits = 2048;
function doubtful(result, ledger) {
    const { connects, protocol, cipherSuite } = result;
    if (connects !== 'yes' || protocol === 'TLSv1.3')
        return result;
    const code = cipherSuite === null ? null : (cipher_suites/* cipherSuites */.vS.named(cipherSuite)?.code ?? null);
    if (code !== null && (0,cipher_suite_parts/* partsOfCode */.xi)(code)?.keyExchange !== 'DHE')
        return result;
    const short = (0,dh_parameters/* dhParametersOf */.u)(ledger).find(({ bits }) => bits < leastBits);
    if (short === undefined)
        return result;
    const detail = `whether it takes the Diffie-Hellman prime of ${short.bits} bits is not known`;
    return { ...result, connects: 'unknown', detail, evidence: [...result.evidence, `probe ${short.probe}`] };
}
/**
 * What the answer to the client's own hello says.
 * @param ledger gives the reason of a refusal, which stands without it
 */
function clientResultOf(profile, { number, outcome }, ledger) {
    const found = { by: 'hello', evidence: [`probe ${number}`] };
    switch (outcome.kind) {
        case 'accepted':
            return takes(profile, outcome)
                ? resultOf(profile, { ...found, connects: 'yes', ...outcome })
                : resultOf(profile, { ...found, connects: 'no', detail: tooOld(profile, outcome) });
        case 'refused': {
            const derived = ledger && negotiate(profile, ledger);
            const reason = derived?.connects === 'no' ? `: ${derived.detail}` : '';
            return resultOf(profile, { ...found, connects: 'no', detail: `its hello is refused ${refusalText(outcome)}${reason}` });
        }
        case 'unknown':
            return resultOf(profile, { ...found, connects: 'unknown', detail: `its hello had no answer that counts (${outcome.detail})` });
        default:
            return outcome;
    }
}
const takes = ({ oldest }, { version }) => version >= oldest;
const tooOld = ({ oldest }, { version }) => `the server chose ${protocols/* protocols */.WH.label(version)}, and it takes nothing older than ${protocols/* protocols */.WH.label(oldest)}`;
function refusalText(outcome) {
    return outcome.by === 'alert' ? `by alert ${alerts/* alerts */.Cv.label(outcome.alert)}` : `by a ${outcome.by}`;
}
/**
 * What follows for a client from the versions, suites, groups and signature schemes that the server accepts. The suite and the group are
 * null where several are possible and the order does not tell which.
 */
function deriveClient(profile, ledger, order = noOrder) {
    const found = negotiate(profile, ledger);
    const evidence = (0,words/* probesText */.$$)(found.probes);
    if (found.connects !== 'yes')
        return resultOf(profile, { by: 'derived', connects: found.connects, detail: found.detail, evidence });
    const { version, certain } = found;
    const cipherSuite = certain ? suiteOf(found.suites, protocols/* protocols */.WH.label(version), order) : null;
    const [group = null, another] = cipherSuite !== null && negotiatesGroup(cipherSuite) ? found.groups : [];
    return resultOf(profile, { by: 'derived', connects: 'yes', version, cipherSuite, group: another === undefined ? group : null, evidence });
}
/** Which of the suites that both have is taken; null when it cannot be told. */
function suiteOf(suites, protocol, { cipherOrder, cipherSuites: ordered }) {
    const [first = null, ...others] = suites;
    if (others.length === 0 || cipherOrder[protocol] === 'client')
        return first;
    if (cipherOrder[protocol] !== 'server')
        return null;
    const taken = ordered[protocol]?.map(name => cipher_suites/* cipherSuites */.vS.named(name)?.code).find(code => code !== undefined && suites.includes(code)) ?? null;
    // OpenSSL's PrioritizeChaCha puts ChaCha20 before the server's own first for a client that has it first.
    const mayDiffer = first !== taken && first !== null && (0,cipher_suite_parts/* partsOfCode */.xi)(first)?.cipher === 'CHACHA20';
    return mayDiffer ? null : taken;
}
function resultOf({ name, title }, found) {
    const { by, connects, version = null, cipherSuite = null, group = null, evidence } = found;
    const negotiated = {
        protocol: version === null ? null : protocols/* protocols */.WH.label(version),
        cipherSuite: cipherSuite === null ? null : cipher_suites/* cipherSuites */.vS.label(cipherSuite),
        group: group === null ? null : groups/* groups */.T.label(group),
    };
    const detail = found.detail ??
        Object.values(negotiated)
            .filter(part => part !== null)
            .join(', ');
    return { name, title, connects, by, ...negotiated, detail, evidence };
}
/**
 * One check a client that the policy names, 'client/java-8u161': what is wanted of a client is to connect. With `allow` every other client
 * of the results is to be kept out.
 */
function clientChecks(wanted, results) {
    const { require = [], recommend = [], suggest = [], forbid = [], discourage = [] } = wanted;
    const allow = (0,policy_policy/* allowedOf */.m)(wanted);
    const kept = allow ? results.flatMap(({ name }) => (allow.includes(name) ? [] : [name])) : [];
    const rules = [
        [require, 'yes', 'error'],
        [recommend, 'yes', 'warning'],
        [suggest, 'yes', 'notice'],
        [[...forbid, ...kept], 'no', 'error'],
        [discourage, 'no', 'warning'],
    ];
    return rules.flatMap(([names, connects, severity]) => [...new Set(names)].map(name => checkOf(results.find(result => result.name === name) ?? notAsked(name), connects, severity)));
}
const notAsked = (name) => {
    const profile = { name, title: (0,clients_clients.clientProfile)(name)?.title ?? name };
    return resultOf(profile, { by: 'derived', connects: 'unknown', detail: 'the server was not asked', evidence: [] });
};
function checkOf(result, wanted, severity) {
    const { name, title, connects, detail, evidence } = result;
    const cause = wanted === 'yes' ? 'client-cannot-connect' : 'client-can-connect';
    const { refs } = causes/* causes */.ps[cause];
    const check = { id: `client/${name}`, severity, evidence, refs, location: null };
    const message = `${title} ${verbs[connects]}: ${detail}`;
    if (connects === 'unknown')
        return { ...check, status: 'inconclusive', cause: null, message, fix: null };
    if (connects === wanted)
        return { ...check, status: 'pass', cause: null, message, fix: null };
    return { ...check, status: 'fail', cause, message, fix: (0,causes/* fixOf */.BW)(cause) };
}
const verbs = { yes: 'connects', no: 'cannot connect', unknown: 'may or may not connect' };

// EXTERNAL MODULE: ./build/commonjs/esm/judge/further-certificates.js
var further_certificates = __webpack_require__(713);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/nearest.js
var nearest = __webpack_require__(8788);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/policy/extend.js
var extend = __webpack_require__(5861);
;// CONCATENATED MODULE: ./build/commonjs/esm/judge/policy/known.js




/** @returns null where the server chose no version */
function knownOf(handshake, leaf) {
    const codeIn = (table, name) => (name && table.named(name)?.code) || null;
    const version = codeIn(protocols/* protocols */.WH, handshake.protocol);
    if (version === null)
        return null;
    return {
        version,
        cipherSuite: codeIn(cipher_suites/* cipherSuites */.vS, handshake.cipherSuite),
        group: codeIn(groups/* groups */.T, handshake.group),
        signatureScheme: codeIn(signature_schemes/* signatureSchemes */.Bb, handshake.signatureScheme),
        curve: codeIn(groups/* groups */.T, leaf?.key.group),
    };
}

// EXTERNAL MODULE: ./build/commonjs/esm/probe/hello-bytes.js
var hello_bytes = __webpack_require__(1509);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/offer.js
var offer = __webpack_require__(3473);
;// CONCATENATED MODULE: ./build/commonjs/esm/probe/together.js
// Several probes as one, in step with each other.


/** Puts the batches of all at the same time. One of them that has to wait yields an empty batch. */
function* together(probes) {
    let running = probes.map(probe => ({ probe, turn: probe.next() }));
    for (;;) {
        const batches = running.flatMap(({ probe, turn }) => turn.done ? [] : [{ probe, batch: turn.value }]);
        if (batches.length === 0)
            return;
        const offers = batches.flatMap(({ batch }) => batch);
        // Where nobody says what follows, that is not known; none to follow would be.
        const expected = batches.flatMap(({ batch }) => batch.next ?? []);
        const next = expected.reduce((sum, count) => sum + count, 0);
        const outcomes = [...(yield expected.length === 0 ? offers : (0,offer/* followedBy */.gx)(next, offers))];
        running = batches.map(({ probe, batch }) => ({ probe, turn: probe.next(outcomes.splice(0, batch.length)) }));
    }
}
/** The probe with its first hellos made now, and not when they are sent. */
function madeAhead(probe) {
    const first = probe.next();
    for (const { hello } of first.done ? [] : first.value)
        if (hello.kind === 'client_hello')
            (0,hello_bytes/* bytesOf */.$)(hello);
    return continued(first, probe);
}
function* continued(first, probe) {
    let turn = first;
    while (!turn.done)
        turn = probe.next(yield turn.value);
    return turn.value;
}

// EXTERNAL MODULE: ./build/commonjs/esm/probe/without-srp.js
var without_srp = __webpack_require__(8341);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/ledger.js + 1 modules
var probe_ledger = __webpack_require__(4134);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/offered.js
var offered = __webpack_require__(4580);
;// CONCATENATED MODULE: ./build/commonjs/esm/probe/survey/order.js
// Whose order decides on the cipher suite, and what the server's is: read from what it chose of what was listed. Pure.

/**
 * @param suites what is accepted in this version or some of it, in the order that a server is thought to have
 * @param answered hellos and their answers, those of other versions too
 */
function orderOf(version, suites, answered) {
    const choices = answered.flatMap(({ offer, outcome }) => choiceOf(version, suites, offer, outcome));
    const over = new Map();
    for (const { chosen, among } of choices) {
        const beaten = over.get(chosen) ?? new Set();
        for (const code of among)
            if (code !== chosen)
                beaten.add(code);
        over.set(chosen, beaten);
    }
    const beats = (a, b) => over.get(a)?.has(b) === true;
    const sorted = inOrder(suites, beats);
    const fitsClient = choices.every(({ chosen, among }) => among[0] === chosen);
    if (sorted === null)
        return { by: fitsClient ? 'client' : 'unknown', suites, guessed: [] };
    const guessed = sorted.slice(1).flatMap((code, index) => {
        const before = sorted[index] ?? code;
        return beats(before, code) ? [] : [[before, code]];
    });
    if (!fitsClient)
        return { by: 'server', suites: sorted, guessed };
    const [first, second] = sorted;
    const likeliest = first === undefined || second === undefined ? [] : [[first, second]];
    return { by: 'unknown', suites, guessed: guessed.length > 0 ? guessed : likeliest };
}
/** Sorted so that whatever beats another comes before it, else as given; null when they beat each other in a circle. */
function inOrder(suites, beats) {
    const left = [...suites];
    const sorted = [];
    while (left.length > 0) {
        const next = left.findIndex(code => !left.some(other => beats(other, code)));
        if (next < 0)
            return null;
        sorted.push(...left.splice(next, 1));
    }
    return sorted;
}
/** A narrow choice of groups or schemes may decide between suites too, but not between those that take them in the same way. */
const telling = new Set(['cipher-suites', 'groups', 'signature-schemes', 'several', 'control']);
function choiceOf(version, suites, { about, hello }, outcome) {
    if (outcome.kind !== 'accepted' || outcome.version !== version || hello.kind !== 'client_hello' || !telling.has(about))
        return [];
    const chosen = outcome.cipherSuite;
    if (!suites.includes(chosen))
        return [];
    const isFree = version >= 0x0304 || about === 'cipher-suites';
    const kindOf = about === 'signature-schemes' ? cipher_suite_parts/* authenticationOf */.Uf : exchangeOf;
    const among = hello.cipherSuites.filter(code => suites.includes(code) && (isFree || kindOf(code) === kindOf(chosen)));
    return among.length > 1 ? [{ chosen, among }] : [];
}
const exchangeOf = (code) => `${(0,cipher_suite_parts/* partsOfCode */.xi)(code)?.keyExchange} ${(0,cipher_suite_parts/* authenticationOf */.Uf)(code)}`;

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/policy/batches.js
// How the questions of a policy go on: until nothing is accepted any more, or nothing more is to be learned. Knows nothing of what they ask.

/** Chains beside each other while members are named: more would meet the limits of servers that count connections. */
const chains = 4;
/**
 * Finds every member of a set that a server accepts: asks for it without those that were accepted so far, until it is refused. What is left
 * after an acceptance is asked for in two parts, up to four beside each other, so that many members do not take as many answers in a row.
 * @param chosen the member that an answer names; null when it names none, which ends the question
 */
function* named(members, ask, chosen) {
    for (let parts = [members]; parts.length > 0;) {
        const asked = parts.filter(part => part.length > 0);
        if (asked.length === 0)
            return;
        const outcomes = yield asked.map(ask);
        const left = asked.flatMap((part, index) => {
            const outcome = outcomes[index];
            const member = outcome?.kind === 'accepted' ? chosen(outcome) : null;
            return member === null || !part.includes(member) ? [] : [part.filter(other => other !== member)];
        });
        parts = left.length * 2 > chains ? left : left.flatMap(halves);
    }
}
/** Every second one, so that neighbours, which servers tend to have together, are apart. */
const halves = (codes) => [
    codes.filter((_, index) => index % 2 === 0),
    codes.filter((_, index) => index % 2 === 1),
];
/** Whether there is an answer, and it accepts. */
const isAccepted = (outcome) => outcome?.kind === 'accepted';
/**
 * Whether an answer to a hello of one version leaves nothing to ask about it: it is there, or it is not, or nothing more is to be learned.
 */
const isSettled = (outcome) => outcome.kind !== 'refused' || (0,offer/* refusesVersion */.su)(outcome);

// EXTERNAL MODULE: ./build/commonjs/esm/probe/survey/ranking.js
var ranking = __webpack_require__(1020);
;// CONCATENATED MODULE: ./build/commonjs/esm/probe/either-version.js
// A hello that tells a server without TLS 1.3 from one that has it and refuses what the hello offers in it.




const secp256r1 = 0x0017;
/**
 * Offers TLS 1.3 with shares of the groups that every server of it should have (RFC 8446 §9.1), and TLS 1.2 beside it. Of a server that has
 * neither version the answer is an older one, or a refusal.
 */
function eitherOffer(context) {
    const { share, privateKey } = keyShare();
    const other = shareOf(secp256r1);
    const hello = (0,probe_hello/* helloOf */.s0)(context, {
        version: protocols/* tls13 */.mP,
        cipherSuites: [...(0,ranking/* likelySuites */.KC)(protocols/* tls13 */.mP), ...(0,ranking/* likelySuites */.KC)(protocols/* tls12 */.t8).slice(0, 64)],
        shares: other === null ? [share] : [share, other],
        extensions: [
            { kind: 'supported_versions', versions: [protocols/* tls13 */.mP, protocols/* tls12 */.t8] },
            { kind: 'ec_point_formats', formats: [0] },
            { kind: 'renegotiation_info', renegotiatedConnection: new Uint8Array(0) },
        ],
    });
    return { title: 'TLSv1.3 beside TLSv1.2', about: 'several', hello, privateKey };
}

// EXTERNAL MODULE: ./build/commonjs/esm/probe/slices.js
var slices = __webpack_require__(6992);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/sslv2-cipher-kinds.js
var sslv2_cipher_kinds = __webpack_require__(946);
;// CONCATENATED MODULE: ./build/commonjs/esm/probe/sslv2-offer.js
// The one question that is put in SSLv2's own form.


/** Every cipher kind: a server of SSLv2 names all of them that it has. */
function sslv2Offer({ random }) {
    return {
        title: 'every cipher kind in SSLv2',
        about: 'cipher-suites',
        hello: {
            kind: 'sslv2_client_hello',
            version: protocols/* ssl2 */.Bk,
            cipherKinds: sslv2_cipher_kinds/* sslv2CipherKinds */.F.rows.map(({ code }) => code),
            sessionId: new Uint8Array(0),
            challenge: random(16),
        },
    };
}

// EXTERNAL MODULE: ./build/commonjs/esm/judge/vulnerability/vulnerabilities.js
var vulnerabilities = __webpack_require__(5961);
;// CONCATENATED MODULE: ./build/commonjs/esm/judge/policy/offers.js





/** @param title what is offered, without the version: 'every cipher suite' */
function offerOf(context, about, title, parts, privateKey) {
    return {
        title: `${title} in ${protocols/* protocols */.WH.label(parts.version)}`,
        about,
        hello: (0,probe_hello/* helloOf */.s0)(context, parts),
        ...(privateKey && { privateKey }),
    };
}
const likelyFirst = new Map();
/** Suites that can be used in a version, those that servers in use have first. */
function suitesIn(version) {
    const suites = likelyFirst.get(version) ?? (0,probe_ledger/* suitesOf */.f3)(version).toSorted((a, b) => rarity(a) - rarity(b));
    likelyFirst.set(version, suites);
    return suites;
}
/** 0 for what is on by default somewhere: certificates of RSA and ECDSA keys; then what OpenSSL can do at all; then the rest. */
function rarity(code) {
    const parts = (0,cipher_suite_parts/* partsOfCode */.xi)(code);
    const { keyExchange, authentication } = parts ?? {};
    const isPlain = keyExchange === null || (['RSA', 'DHE', 'ECDHE'].includes(keyExchange ?? '') && ['RSA', 'ECDSA'].includes(authentication ?? ''));
    const isInOpenssl = cipher_suites/* cipherSuites */.vS.get(code)?.openssl !== null;
    return isInOpenssl ? (isPlain ? 0 : 1) : 2;
}
/** ChaCha20 never first: OpenSSL can be told to follow a client that has it there, and only that one. */
const orderedSuites = (codes) => [...codes.filter(code => !(0,cipher_suite_parts/* isChaCha */.hm)(code)), ...codes.filter(cipher_suite_parts/* isChaCha */.hm)];
/** The other way round, and ChaCha20 not first there either. */
const reversedSuites = (codes) => orderedSuites([...codes].reverse());
/** Codes in the order every hello has them in. */
const orderedGroups = (codes) => (0,probe_hello/* everyGroup */.JJ)().filter(code => codes.has(code));
const orderedSchemes = (codes) => (0,probe_hello/* everySignatureScheme */.Lp)().filter(code => codes.has(code));

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/policy/desk.js





/** @throws UsageError for a name in the policy that nobody knows */
function deskOf(policy, context, known) {
    const meaning = meaningOf(policy);
    const named = new Set(Object.values(policy.vulnerabilities).flat());
    const questions = Object.entries(vulnerabilities/* vulnerabilities */.pe).flatMap(([name, row]) => (named.has(name) ? row.questions : []));
    const among = questions.map(question => ('among' in question ? question.among : question));
    return {
        context,
        policy,
        meaning,
        known,
        features: new Set([
            ...Object.values(policy.features).flat(),
            ...questions.flatMap(question => (question.kind === 'feature' ? [question.name] : [])),
        ]),
        exposing: [...new Set(among.filter(question => question.kind === 'cipher-suites'))],
        unwantedSuites: new Set(unwanted(meaning.cipherSuites)),
        unwantedGroups: new Set(unwanted(meaning.groups)),
        unwantedSchemes: new Set(unwanted(meaning.signatureSchemes)),
        legacy: meaning.versions.findLast(version => version < protocols/* tls13 */.mP && version >= 0x0300) ?? null,
    };
}
/** Suites of a version that are not forbidden, those most in use first. */
const allowedSuites = ({ meaning }, version) => suitesIn(version).filter(code => !meaning.cipherSuites.forbidden.has(code));
/** Whether the handshake has met a requirement. */
function isKnown({ known }, kind, { members }) {
    const code = known?.[kind] ?? null;
    return code !== null && members.includes(code);
}
/** The sets of suites in a version that vulnerabilities rest on and the policy itself has nothing against, each once. */
function exposingSuites({ exposing, unwantedSuites }, version) {
    const traits = (code) => (0,cipher_suite_parts/* partsOfCode */.xi)(code);
    const sets = exposing
        .filter(({ versions }) => versions.includes(version))
        .map(({ exposes }) => suitesIn(version).filter(code => {
        const suite = traits(code);
        return suite !== null && exposes(suite) && !unwantedSuites.has(code);
    }));
    return distinct(sets.filter(set => set.length > 0));
}
/** Allowed requirements that something in a version can meet, narrowed to what can. */
function requirementsIn(requirements, forbidden, kind, version) {
    return requirements
        .map(({ name, members }) => ({ name, members: members.filter(code => !forbidden.has(code) && isUsable(kind, code, version)) }))
        .filter(({ members }) => members.length > 0);
}
/** Each set once, two being the same when they have the same codes in the same order. */
const distinct = (sets) => [...new Map(sets.map(set => [set.join(), set])).values()];

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/policy/tls13-questions.js
// What a policy has to ask about TLS 1.3.










/** Everything there is to ask in TLS 1.3, where it is not forbidden. */
function tls13Questions(desk) {
    const isOrderAsked = desk.policy.cipherOrder !== undefined && desk.legacy === null;
    return [...(desk.known?.version !== protocols/* tls13 */.mP || isOrderAsked ? [positive(desk)] : []), ...tls13Unwanted(desk)];
}
/** What the policy has something against, also where it forbids the version and the server has it all the same. */
const tls13Unwanted = (desk) => [
    unwantedSuites(desk),
    suiteSets(desk),
    unwantedGroups(desk),
    unwantedSchemes(desk),
];
/** A hello that the server should accept, with an empty key_share: says, too, whether the server has HelloRetryRequest. */
function positiveOffer(desk, about, order = 'forward') {
    const suites = allowedSuites(desk, protocols/* tls13 */.mP).slice(0, probe_hello/* suitesPerHello */.FY);
    return offerOf(desk.context, about, 'allowed cipher suites and groups', {
        version: protocols/* tls13 */.mP,
        cipherSuites: order === 'forward' ? orderedSuites(suites) : reversedSuites(suites),
        groups: allowedGroups(desk),
    });
}
/** The same as positiveOffer() with a share. */
const allowedOffer = (desk) => sharedOffer(desk, 'cipher-suites', 'allowed cipher suites', allowedSuites(desk, protocols/* tls13 */.mP));
function* positive(desk) {
    // Its refusal may be for the missing share, and so speaks of nothing.
    const [outcome] = yield [positiveOffer(desk, 'several')];
    if (outcome === undefined || isSettled(outcome))
        return;
    const [shared] = yield [allowedOffer(desk)];
    // So may this one, for a share of another group than the server has.
    if (shared !== undefined && !isSettled(shared))
        yield [eitherOffer(desk.context)];
}
/** With a real share, so that a refusal needs no second question. */
function* unwantedSuites(desk) {
    const suites = suitesIn(protocols/* tls13 */.mP).filter(code => desk.unwantedSuites.has(code));
    if (suites.length === 0)
        return;
    yield* named(suites, part => sharedOffer(desk, 'cipher-suites', 'unwanted cipher suites', part), ({ cipherSuite }) => cipherSuite);
}
/** Suites of which it matters whether any is accepted: not named. */
function* suiteSets(desk) {
    const sets = exposingSuites(desk, protocols/* tls13 */.mP);
    if (sets.length > 0)
        yield sets.map(set => sharedOffer(desk, 'cipher-suites', 'cipher suites that attacks rest on', set));
}
/**
 * Unwanted groups, and in the same hello the post-quantum ones that are wanted: a server without them refuses it, which decides both.
 * Wanted groups that nearly every server has would be accepted, and are asked for by themselves, see plan.ts.
 */
function* unwantedGroups(desk) {
    const { missing, unwanted } = groupsToAsk(desk);
    const rare = missing.filter(isPostQuantum);
    const all = [...new Set([...rare.flatMap(({ members }) => members), ...unwanted])];
    if (all.length > 0)
        yield* joint(desk, rare, unwanted, all);
}
function groupsToAsk(desk) {
    const { groups } = desk.meaning;
    return {
        missing: requirementsIn(wanted(groups), groups.forbidden, 'group', protocols/* tls13 */.mP).filter(requirement => !isKnown(desk, 'group', requirement)),
        unwanted: orderedGroups(new Set([...desk.unwantedGroups].filter(code => isUsable('group', code, protocols/* tls13 */.mP)))),
    };
}
/** Whether groups are asked for of which the server may have none: a missing HelloRetryRequest would look the same. */
function asksForGroups(desk) {
    const { missing, unwanted } = groupsToAsk(desk);
    return unwanted.length + missing.filter(isPostQuantum).length > 0 && missing.every(isPostQuantum);
}
function* joint(desk, rare, unwanted, all) {
    const [outcome] = yield [groupOffer(desk, all, rare.length === 0 ? 'unwanted groups' : 'unwanted and post-quantum groups')];
    if (!isAccepted(outcome))
        return;
    const { group } = outcome;
    const isOpen = ({ members }) => rare.length + unwanted.length > 1 && (group === null || !members.includes(group));
    yield* together([
        ...rare.filter(isOpen).map(requirement => asked(desk, requirement)),
        named(unwanted.filter(code => code !== group), part => groupOffer(desk, part, 'unwanted groups'), answer => answer.group),
    ]);
}
function* asked(desk, { members }) {
    yield [groupOffer(desk, members, 'wanted groups')];
}
/** The answer to a share alone is signed, and only with the private key can be seen how. */
function* unwantedSchemes(desk) {
    const schemes = orderedSchemes(new Set([...desk.unwantedSchemes].filter(code => isUsable('signature scheme', code, protocols/* tls13 */.mP))));
    if (schemes.length === 0)
        return;
    yield* named(schemes, part => sharedOffer(desk, 'signature-schemes', 'unwanted signature schemes', allowedSuites(desk, protocols/* tls13 */.mP), part), ({ signatureScheme }) => signatureScheme);
}
/** Asks for groups without a share, so that the server names the one it takes in a HelloRetryRequest. */
const groupOffer = (desk, groups, title) => offerOf(desk.context, 'groups', title, { version: protocols/* tls13 */.mP, cipherSuites: orderedSuites(allowedSuites(desk, protocols/* tls13 */.mP)), groups });
/** With a share that opens the answer: its refusal is for what is offered, and its signature can be read. */
function sharedOffer(desk, about, title, suites, signatureSchemes) {
    const { share, privateKey } = keyShare();
    const parts = {
        version: protocols/* tls13 */.mP,
        cipherSuites: suites.slice(0, probe_hello/* suitesPerHello */.FY),
        shares: [share, ...ownShare(desk)],
        ...(signatureSchemes && { signatureSchemes }),
    };
    return offerOf(desk.context, about, title, parts, privateKey);
}
/** The group that the server took in the handshake, where that is another one: some servers have no HelloRetryRequest to ask for it with. */
function ownShare({ known }) {
    const made = known?.version === protocols/* tls13 */.mP && known.group !== null ? shareOf(known.group) : null;
    return made === null ? [] : [made];
}
const allowedGroups = ({ meaning }) => orderedGroups(new Set(groups/* groups */.T.rows.map(({ code }) => code).filter(code => !meaning.groups.forbidden.has(code))));
/** Whether nothing meets a requirement but what a quantum computer does not break. */
const isPostQuantum = ({ members }) => members.every(code => ['kem', 'hybrid'].includes(groups/* groups */.T.get(code)?.kind ?? ''));

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/policy/legacy-questions.js
// What a policy has to ask about SSL and TLS up to 1.2.















/** Whether a forbidden version is accepted at all. Of one that is, all is asked that an allowed one is asked for what is unwanted in it. */
function* forbiddenVersion(desk, version) {
    if (version === protocols/* ssl2 */.Bk) {
        yield [sslv2Offer(desk.context)];
        return;
    }
    const suites = suitesIn(version);
    const ask = (part, title) => version === protocols/* tls13 */.mP
        ? sharedOffer(desk, 'cipher-suites', title, part)
        : offerOf(desk.context, 'cipher-suites', title, { version, cipherSuites: part });
    const first = yield [
        ask(suites.slice(0, probe_hello/* suitesPerHello */.FY), suites.length > probe_hello/* suitesPerHello */.FY ? 'the cipher suites most in use' : 'every cipher suite'),
    ];
    const rest = (0,slices/* slices */.w)(suites.slice(probe_hello/* suitesPerHello */.FY), probe_hello/* suitesPerHello */.FY);
    // A server may have the version and none of the likely suites, unless it says that it does not have the version.
    const others = first.every(isSettled) || rest.length === 0 ? [] : yield rest.map(part => ask(part, 'the other cipher suites'));
    if (![...first, ...others].some(outcome => isAccepted(outcome) && outcome.version === version)) {
        if (version === protocols/* tls13 */.mP && !first.every(isSettled))
            yield [eitherOffer(desk.context)];
        return;
    }
    yield* together(version === protocols/* tls13 */.mP ? tls13Unwanted(desk) : unwantedThere(desk, version));
}
const unwantedThere = (desk, version) => [
    unwantedMembers(desk, version),
    curvedGroups(desk, version),
    legacy_questions_unwantedSchemes(desk, version),
    legacy_questions_suiteSets(desk, version),
];
/** Everything there is to ask in a version that is not forbidden. */
function legacyQuestions(desk, version) {
    const { meaning, legacy, known } = desk;
    const isWanted = wanted(meaning.protocols).some(({ members }) => members.includes(version));
    // That a version is there shows with any of its suites; that it is not, with all of them alone.
    const isAsked = isWanted || meaning.protocols.discouraged.has(version);
    const isPositive = version === legacy || (isAsked && known?.version !== version) || curvedHello(desk, version) !== null;
    return [
        ...(isPositive ? [legacy_questions_positive(desk, version)] : []),
        unwantedMembers(desk, version),
        legacy_questions_unwantedSchemes(desk, version),
        legacy_questions_suiteSets(desk, version),
        ...(version === legacy ? [encryptThenMac(desk, version), fallback(desk, version)] : []),
    ];
}
/**
 * A hello that the server should accept: the version, what its ServerHello says of features, and which suite it takes first. With a
 * certificate on a curve it asks for the unwanted groups too: that curve stands last in it, so that a server which takes it has passed the others over.
 */
function* legacy_questions_positive(desk, version) {
    const { context } = desk;
    const compressionMethods = [1, 0];
    const curved = yield* curvedGroups(desk, version, compressionMethods);
    if (curved && isSettled(curved))
        return;
    const [likely = [], ...rest] = (0,slices/* slices */.w)(allowedSuites(desk, version), probe_hello/* suitesPerHello */.FY);
    const ask = (part) => offerOf(context, 'cipher-suites', 'allowed cipher suites', { version, cipherSuites: orderedSuites(part), compressionMethods });
    const [outcome] = yield [ask(likely)];
    if (outcome && !isSettled(outcome) && rest.length > 0)
        yield rest.map(ask);
}
/** Returns the answer to its first hello; null where nothing is to be asked so. */
function* curvedGroups(desk, version, compressionMethods = [0]) {
    const curved = curvedHello(desk, version);
    if (curved === null)
        return null;
    const { curve, groups, suites } = curved;
    const ask = (members) => offerOf(desk.context, 'groups', 'unwanted groups before that of the certificate', {
        version,
        cipherSuites: suites,
        groups: [...members, curve],
        compressionMethods,
    });
    const [outcome = null] = yield [ask(groups)];
    const group = outcome?.kind === 'accepted' ? outcome.group : null;
    if (group !== null && groups.includes(group))
        yield* named(groups.filter(code => code !== group), ask, groupOf);
    return outcome;
}
/** What asks for unwanted groups where the certificate's own curve has to be offered too; null where nothing is to be asked so. */
function curvedHello(desk, version) {
    const curve = desk.known?.curve ?? null;
    if (curve === null || desk.unwantedGroups.has(curve))
        return null;
    const groups = legacy_questions_groupsToAsk(desk, version);
    const suites = carriers(desk, version).filter(cipher_suite_parts/* isEcdsa */.NT);
    return groups.length === 0 || suites.length === 0 ? null : { curve, groups, suites: orderedSuites(suites) };
}
/** One refusal decides all the suites and groups that the policy has something against; what is accepted is named. */
function* unwantedMembers(desk, version) {
    const { context, unwantedSuites, known } = desk;
    const suites = suitesIn(version).filter(code => unwantedSuites.has(code));
    const groups = legacy_questions_groupsToAsk(desk, version);
    // Without the curve of the certificate an ECDSA suite would be refused for that; positive() asks with it.
    const isCurved = (known?.curve ?? null) !== null;
    const carrying = groups.length === 0 ? [] : carriers(desk, version).filter(code => !(isCurved && (0,cipher_suite_parts/* isEcdsa */.NT)(code)));
    const riding = carrying.length === 0 ? [] : suites.filter(code => !(0,probe_ledger/* needsGroup */.zv)(version, code)).slice(0, probe_hello/* suitesPerHello */.FY - carrying.length);
    const rest = suites.filter(code => !riding.includes(code));
    const suitesNamed = (part) => named(part, members => offerOf(context, 'cipher-suites', 'unwanted cipher suites', { version, cipherSuites: members }), legacy_questions_suiteOf);
    yield* together([
        ...(0,slices/* slices */.w)(rest, probe_hello/* suitesPerHello */.FY).map(suitesNamed),
        ...(carrying.length === 0 ? [] : [askGroups(desk, version, { groups, carrying, riding }, suitesNamed)]),
    ]);
}
/** Of a server whose certificate is on a curve it is asked first whether it has another one; as a rule it has not, which decides it all. */
function* askGroups(desk, version, parts, suitesNamed) {
    if ((desk.known?.curve ?? null) !== null) {
        const cipherSuites = [...parts.carrying, ...parts.riding];
        const other = offerOf(desk.context, 'cipher-suites', 'cipher suites for another certificate', { version, cipherSuites });
        const [outcome] = yield [other];
        if (!isAccepted(outcome))
            return;
    }
    yield* legacy_questions_unwantedGroups(desk, version, parts, suitesNamed);
}
/**
 * Unwanted groups, with suites that allow of them. Unwanted suites that need no group ride in the same hello: its refusal is theirs as well.
 */
function* legacy_questions_unwantedGroups({ context }, version, { groups, carrying, riding }, suitesNamed) {
    const ask = (members, beside, title) => offerOf(context, 'groups', title, { version, cipherSuites: [...carrying, ...beside], groups: members });
    const title = riding.length > 0 ? 'unwanted groups, and unwanted cipher suites without any' : 'unwanted groups';
    const [outcome] = yield [ask(groups, riding, title)];
    if (!isAccepted(outcome))
        return;
    yield* together([
        suitesNamed(riding.filter(code => code !== outcome.cipherSuite)),
        named(groups.filter(code => code !== outcome.group), members => ask(members, [], 'unwanted groups'), groupOf),
    ]);
}
function* legacy_questions_unwantedSchemes(desk, version) {
    const schemes = orderedSchemes(new Set([...desk.unwantedSchemes].filter(code => isUsable('signature scheme', code, version))));
    const suites = suitesToAskWith(desk, version).filter(cipher_suite_parts/* isSigned */.JI);
    if (version < protocols/* tls12 */.t8 || schemes.length === 0 || suites.length === 0)
        return;
    const found = new Set();
    const ask = (members, cipherSuites) => named(members.filter(code => !found.has(code)), signatureSchemes => offerOf(desk.context, 'signature-schemes', 'unwanted signature schemes', { version, cipherSuites, signatureSchemes }), ({ signatureScheme }) => {
        if (signatureScheme !== null)
            found.add(signatureScheme);
        return signatureScheme;
    });
    const listed = suites.slice(0, probe_hello/* suitesPerHello */.FY);
    const byKey = [...Map.groupBy(listed, cipher_suite_parts/* authenticationOf */.Uf)];
    const { curve = null, signatureScheme = null } = desk.known ?? {};
    const likely = curve === null ? ((signatureScheme && (0,signature_schemes/* authenticationFor */.e0)(signatureScheme)) ?? 'RSA') : 'ECDSA';
    const others = listed.filter(code => (0,cipher_suite_parts/* authenticationOf */.Uf)(code) !== likely);
    let isAlone = true;
    yield* together([ask(schemes, listed), ...(others.length === 0 ? [] : [isThere()])]);
    if (isAlone || byKey.length === 1)
        return;
    // A server may settle on a certificate for one of the schemes, and refuse what another certificate could be used with.
    yield* together(byKey.map(([key, own]) => ask(schemes.filter(code => [key, null].includes((0,signature_schemes/* authenticationFor */.e0)(code))), own)));
    function* isThere() {
        const [outcome] = yield [
            offerOf(desk.context, 'cipher-suites', 'cipher suites for another certificate', { version, cipherSuites: others }),
        ];
        isAlone = outcome?.kind === 'refused';
    }
}
/** Suites of which it matters whether any is accepted, or what a ServerKeyExchange of theirs says: not named. */
function* legacy_questions_suiteSets(desk, version) {
    const withDh = desk.policy.minDhBits !== undefined;
    const dhe = allowedSuites(desk, version).filter(cipher_suite_parts/* isDhe */.MT);
    const sets = distinct([...exposingSuites(desk, version), ...(withDh && dhe.length > 0 ? [dhe] : [])]).flatMap(set => (0,slices/* slices */.w)(set, probe_hello/* suitesPerHello */.FY));
    const ask = (set) => offerOf(desk.context, 'cipher-suites', set.every(cipher_suite_parts/* isDhe */.MT) ? 'suites with finite-field Diffie-Hellman' : 'cipher suites that attacks rest on', {
        version,
        cipherSuites: set,
    });
    if (sets.length === 0)
        return;
    const outcomes = yield sets.map(ask);
    // Whether a public key is used again takes two answers.
    const again = sets.filter((set, index) => desk.features.has('dh-reuse') && set.every(cipher_suite_parts/* isDhe */.MT) && isAccepted(outcomes[index]));
    if (again.length > 0)
        yield again.map(set => ({ ...ask(set), about: 'control' }));
}
/** Only a server that takes a CBC suite has an answer to this extension. */
function* encryptThenMac(desk, version) {
    const suites = allowedSuites(desk, version).filter(cipher_suite_parts/* isCbc */.tu);
    if (!desk.features.has('encrypt-then-mac') || suites.length === 0)
        return;
    yield (0,slices/* slices */.w)(suites, probe_hello/* suitesPerHello */.FY).map(part => offerOf(desk.context, 'cipher-suites', 'allowed CBC suites', { version, cipherSuites: part }));
}
/** RFC 7507: a hello that says it is a second try with an older version. */
function* fallback(desk, version) {
    const older = desk.meaning.versions.includes(protocols/* tls13 */.mP) ? version : desk.meaning.versions.findLast(other => other < version && other > protocols/* ssl2 */.Bk);
    if (!desk.features.has('fallback-scsv') || older === undefined)
        return;
    const cipherSuites = [...allowedSuites(desk, older).slice(0, probe_hello/* suitesPerHello */.FY - 1), cipher_suites/* fallbackScsv */.O8];
    yield [offerOf(desk.context, 'fallback', 'allowed cipher suites and TLS_FALLBACK_SCSV', { version: older, cipherSuites })];
}
/** Whether groups or signature schemes are asked about in a version, whose refusal takes a suite that is accepted. */
const asksForParts = (desk, version) => legacy_questions_groupsToAsk(desk, version).length > 0 || [...desk.unwantedSchemes].some(code => isUsable('signature scheme', code, version));
const legacy_questions_groupsToAsk = ({ unwantedGroups: codes }, version) => orderedGroups(new Set([...codes].filter(code => isUsable('group', code, version))));
/** In a forbidden version the policy may allow no suite at all, and what the server does in it shows with any. */
const suitesToAskWith = (desk, version) => desk.meaning.versions.includes(version) ? allowedSuites(desk, version) : suitesIn(version);
/** Suites that exchange keys on a curve; in a version that is not forbidden those that are not either. */
const carriers = (desk, version) => suitesToAskWith(desk, version).filter(code => (0,cipher_suite_parts/* isSigned */.JI)(code) && (0,cipher_suite_parts/* partsOfCode */.xi)(code)?.keyExchange === 'ECDHE');
const legacy_questions_suiteOf = ({ cipherSuite }) => cipherSuite;
const groupOf = ({ group }) => group;

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/policy/closing-questions.js
// The last hellos of a plan, which a server should accept: they say what the refusals before them are worth, and who decides on the order of suites.











/** The most hellos that closing() has where nothing fails. */
function closingCount(desk) {
    const { policy, legacy, known, meaning } = desk;
    const retry = known?.version === protocols/* tls13 */.mP && legacy !== null && asksForGroups(desk) ? 1 : 0;
    const borneOut = meaning.versions.filter(version => version < protocols/* tls13 */.mP && asksForParts(desk, version)).length;
    return retry + borneOut + (policy.cipherOrder === undefined ? 0 : mostOfOrder[policy.cipherOrder]);
}
/** A server that follows the client shows it at once, unless it has but one suite; one that has an order of its own may have passed suites over. */
const mostOfOrder = { client: 2, server: 3 };
/**
 * To be asked when everything else has its answer.
 * @param seen every answer so far
 */
function* closing(desk, seen) {
    yield* together([bearOut(desk, seen), ...(desk.policy.cipherOrder === undefined ? [] : [order(desk, seen)])]);
}
/** Asks with what refusals count for nothing without, see Ledger.doubted: first what is likely to be accepted, then what is left. */
function* bearOut(desk, seen) {
    const answered = [...seen];
    for (let round = 0; round < rounds; round++) {
        const ledger = (0,probe_ledger/* ledgerOf */.Xr)(answered.map((each, index) => ({ number: index + 1, ...each })), desk.known);
        const doubted = Map.groupBy(ledger.doubted, ({ offer }) => (0,offered/* newestVersion */.Rg)(offer));
        const offers = [...doubted].flatMap(([version, refused]) => {
            if (ledger.protocol(version).support === 'refused')
                return [];
            return (version === protocols/* tls13 */.mP ? sharedControl(desk, refused, round) : carrierControl(desk, version, refused, ledger)) ?? [];
        });
        if (offers.length === 0) {
            // A server of TLS 1.3 alone may have refused everything: then this is the only hello that shows what those refusals are worth.
            const isAlone = round === 0 && desk.known?.version === protocols/* tls13 */.mP && !seen.some(({ outcome }) => isAccepted(outcome));
            if (isAlone)
                yield [positiveOffer(desk, 'control')];
            return;
        }
        const outcomes = yield offers;
        answered.push(...offers.flatMap((offer, index) => (outcomes[index] ? [{ offer, outcome: outcomes[index] }] : [])));
    }
}
/** The suites of a hello, those left of its kind, and the same for signatures where groups came first. */
const rounds = 4;
/** Some servers have no HelloRetryRequest, and refuse every hello without a share for that alone. One that answers this hello is none of them. */
function sharedControl(desk, refused, round) {
    if (round === 0)
        return positiveOffer(desk, 'control');
    return round === 1 && refused.some(({ offer }) => !(0,offered/* hasNoShare */.ZP)(offer)) ? allowedOffer(desk) : null;
}
/** Cipher suites that could carry what was refused, with every group and signature scheme; null where nothing is known to be left of them. */
function carrierControl(desk, version, refused, ledger) {
    for (const { offer } of refused) {
        const carries = offer.about === 'groups' ? isOnCurve : offer.about === 'signature-schemes' ? cipher_suite_parts/* isSigned */.JI : null;
        if (carries === null)
            continue;
        const open = suitesIn(version).filter(code => carries(code) && ledger.cipherSuite(version, code).support === 'unknown');
        const own = open.filter(code => (0,offered/* offeredSuites */.FE)(offer).includes(code));
        const cipherSuites = orderedSuites((own.length > 0 ? own : open).slice(0, probe_hello/* suitesPerHello */.FY));
        if (cipherSuites.length > 0)
            return offerOf(desk.context, 'cipher-suites', 'the cipher suites that carry what was refused', { version, cipherSuites });
    }
    return null;
}
const isOnCurve = (code) => (0,cipher_suite_parts/* partsOfCode */.xi)(code)?.keyExchange?.startsWith('ECDHE') ?? false;
/** The widest hello that was accepted, with its suites the other way round. Where the choice stays the same, there may be no other: asks without it. */
function* order(desk, seen) {
    const version = desk.legacy ?? protocols/* tls13 */.mP;
    const forward = seen
        .flatMap(({ offer, outcome }) => (isAccepted(outcome) && outcome.version === version ? [{ offer, outcome }] : []))
        .filter(({ offer }) => (0,offered/* offeredSuites */.FE)(offer).every(code => !desk.unwantedSuites.has(code)))
        .sort((a, b) => (0,offered/* offeredSuites */.FE)(b.offer).length - (0,offered/* offeredSuites */.FE)(a.offer).length)[0];
    if (forward === undefined)
        return;
    const suites = (0,offered/* offeredSuites */.FE)(forward.offer);
    const control = withSuites(forward.offer, 'control', reversedSuites(suites), 'the same suites the other way round');
    const [outcome] = yield [control];
    if (!isAccepted(outcome) || outcome.cipherSuite !== forward.outcome.cipherSuite)
        return;
    const others = orderedSuites(suites.filter(code => code !== forward.outcome.cipherSuite));
    if (others.length === 0)
        return;
    const rest = withSuites(forward.offer, 'cipher-suites', others, 'the same suites without the one that was chosen');
    const [second] = yield [rest];
    if (!isAccepted(second))
        return;
    // Those before its second choice it may not have, or may like less.
    const passedOver = others.slice(0, others.indexOf(second.cipherSuite));
    const answers = [forward, { offer: control, outcome }, { offer: rest, outcome: second }];
    if (passedOver.length === 0 || orderOf(version, [outcome.cipherSuite, second.cipherSuite], answers).by !== 'unknown')
        return;
    yield [withSuites(forward.offer, 'cipher-suites', passedOver, 'the suites that were passed over')];
}
function withSuites(offer, about, cipherSuites, title) {
    const { hello } = offer;
    return hello.kind === 'client_hello' ? { title, about, hello: { ...hello, cipherSuites } } : offer;
}

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/policy/plan.js
// From a policy to the smallest set of hellos that decides each of its rules: all at once, and more only where a rule fails.











/** @throws UsageError for a name in the policy that nobody knows */
function planOf(policy, context) {
    const desk = deskOf(policy, context, context.known);
    const opening = together(questionsOf(desk).map(without_srp/* withoutSrp */.O));
    const first = opening.next();
    if (first.done)
        return { probes: [], leastConnections: 0 };
    return { probes: [whole(desk, opening, first.value)], leastConnections: first.value.length + Math.max(1, closingCount(desk)) };
}
/** A refusal counts only if an acceptance comes after it, so that the questions which will be accepted come last. */
function* whole(desk, opening, first) {
    const seen = [];
    for (let offers = first;;) {
        const outcomes = yield offers;
        seen.push(...offers.flatMap((offer, index) => (outcomes[index] ? [{ offer, outcome: outcomes[index] }] : [])));
        const turn = opening.next(outcomes);
        if (turn.done)
            break;
        offers = turn.value;
    }
    yield* closing(desk, seen);
}
function questionsOf(desk) {
    const { versions } = desk.meaning;
    const byVersion = protocols/* protocols */.WH.rows.flatMap(({ code }) => {
        if (!versions.includes(code) || code === protocols/* ssl2 */.Bk)
            return [forbiddenVersion(desk, code)];
        return code === protocols/* tls13 */.mP ? tls13Questions(desk) : legacyQuestions(desk, code);
    });
    return [...byVersion, ...wantedMembers(desk)];
}
/** Suites, groups and signature schemes that have to be there, each in the newest version that can have it, and in older ones if that refuses. */
function wantedMembers(desk) {
    const { cipherSuites, groups, signatureSchemes } = desk.meaning;
    const exchanges = wanted(groups).filter(requirement => !isPostQuantum(requirement) && !isKnown(desk, 'group', requirement));
    const suites = wanted(cipherSuites).filter(requirement => !isKnown(desk, 'cipherSuite', requirement));
    const schemes = wanted(signatureSchemes).filter(requirement => !isKnown(desk, 'signatureScheme', requirement));
    return [
        ...suites.map(requirement => newestFirst(desk, version => {
            const [usable] = requirementsIn([requirement], cipherSuites.forbidden, 'cipher suite', version);
            return usable && offerOf(desk.context, 'cipher-suites', 'wanted cipher suites', { version, cipherSuites: usable.members });
        })),
        ...exchanges.map(requirement => newestFirst(desk, version => {
            const [usable] = requirementsIn([requirement], groups.forbidden, 'group', version);
            return usable && (version === protocols/* tls13 */.mP ? groupOffer(desk, usable.members, 'wanted groups') : curveOffer(desk, version, usable));
        })),
        ...schemes.map(requirement => newestFirst(desk, version => schemeOffer(desk, version, requirement))),
    ];
}
/** The curve of a certificate is offered too, and last: without it the certificate is of no use. */
function curveOffer(desk, version, { members }) {
    const suites = carriers(desk, version);
    const curve = desk.known?.curve ?? null;
    const groups = curve === null || members.includes(curve) ? members : [...members, curve];
    return suites.length === 0 ? undefined : offerOf(desk.context, 'groups', 'wanted groups', { version, cipherSuites: suites, groups });
}
function schemeOffer(desk, version, requirement) {
    const [usable] = requirementsIn([requirement], desk.meaning.signatureSchemes.forbidden, 'signature scheme', version);
    if (usable === undefined || version < protocols/* tls12 */.t8)
        return undefined;
    const title = 'wanted signature schemes';
    if (version === protocols/* tls13 */.mP)
        return sharedOffer(desk, 'signature-schemes', title, allowedSuites(desk, version), usable.members);
    const cipherSuites = allowedSuites(desk, version).filter(cipher_suite_parts/* isSigned */.JI).slice(0, probe_hello/* suitesPerHello */.FY);
    if (cipherSuites.length === 0)
        return undefined;
    return offerOf(desk.context, 'signature-schemes', title, { version, cipherSuites, signatureSchemes: usable.members });
}
function* newestFirst(desk, offer) {
    for (const version of desk.meaning.versions.toReversed()) {
        const made = version === protocols/* ssl2 */.Bk ? undefined : offer(version);
        if (made === undefined)
            continue;
        const [outcome] = yield [made];
        if (outcome?.kind !== 'refused')
            return;
    }
}

// EXTERNAL MODULE: ./build/commonjs/esm/judge/policy/policies.js + 5 modules
var policies = __webpack_require__(872);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/span.js
var span = __webpack_require__(7176);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/strength.js
var strength = __webpack_require__(4037);
;// CONCATENATED MODULE: ./build/commonjs/esm/judge/policy/fixes.js
// What to do about a failed rule, in the words of the policy: its own versions, suites and groups, so that who types it passes the rule and no
// line leads out of the policy. What is true under every policy stands in policy-causes.ts.









/**
 * As fixOf, with the lists of the policy.
 * @param codes the members that are accepted and should not be, or the other way round
 */
function fixFor(meaning, cause, codes = []) {
    const fix = policyFix(meaning, cause, codes);
    return fix === null ? (0,causes/* fixOf */.BW)(cause) : [fix.do, ...fix.lines.map(([product, text]) => `${causes/* products */.ZE[product]}: ${text}`)].join('\n');
}
/** Null where the fix of the cause is true under every policy. */
function policyFix(meaning, cause, codes) {
    const { id, certificate, cipherOrder } = meaning.policy;
    switch (cause) {
        case 'obsolete-protocol-accepted':
        case 'policy-protocol-accepted':
            return { do: `Give the server the versions of the policy ${id} and no others`, lines: protocolLines(meaning) };
        case 'required-protocol-refused':
            return { do: 'Enable the version in the server; TLS 1.3 takes OpenSSL 1.1.1 or newer', lines: protocolLines(meaning, 'closed') };
        case 'weak-cipher-accepted':
        case 'policy-cipher-accepted':
            return { do: `Let the server accept cipher suites of the policy ${id} and no others`, lines: suiteLines(meaning, codes, []) };
        case 'policy-cipher-refused':
            return {
                do: 'Add the suite to the list of the server, and a certificate with a key of the type it needs',
                lines: suiteLines(meaning, codes, codes),
            };
        case 'weak-dh-parameters':
            return {
                do: `Take the suites with DHE out, or give the server a prime of at least ${meaning.policy.minDhBits ?? 2048} bits (openssl genpkey -genparam -algorithm DH)`,
                lines: linesWithoutDhe(meaning),
            };
        case 'weak-group-accepted':
        case 'policy-group-accepted':
            return { do: `Give the server groups of the policy ${id} and no others`, lines: groupLines(meaning, []) };
        case 'policy-group-refused':
            return { do: 'Add the group to the list of the server', lines: groupLines(meaning, codes) };
        case 'post-quantum-group-missing':
            return {
                do: 'Bring the TLS library of the server to one with ML-KEM (OpenSSL 3.5, Go 1.24, BoringSSL, Java 27) and put such a group first',
                lines: groupLines(meaning, codes),
            };
        case 'weak-signature-scheme-accepted':
        case 'policy-signature-scheme-accepted':
            return { do: `Let the server sign with schemes of the policy ${id} and no others`, lines: schemeLines(meaning) };
        case 'policy-cipher-order':
            return { do: `Let the ${cipherOrder} decide on the cipher suite`, lines: orderLines(cipherOrder === 'server') };
        case 'policy-certificate-key':
            return { do: `Issue the certificate on a key that the policy ${id} has: ${keyCommand(certificate.keys ?? [])}`, lines: [] };
        default:
            return null;
    }
}
const isWanted = ({ forbidden, discouraged }, code) => !forbidden.has(code) && !discouraged.has(code);
/** Each product has names of its own: what stands after 'TLSv1' for the first. */
const versionName = (version, first) => (version === 0x0301 ? `TLSv1${first}` : protocols/* protocols */.WH.label(version));
/**
 * The versions that a server under the policy has. That a policy does not speak of a version before TLS 1.2, which RFC 8996 forbids, is no reason
 * to switch it on: such a one is there only where the policy allows it by name, or where it or an older one has to be accepted.
 */
function versionsToHave({ policy, versions, protocols: meaning }) {
    const all = versions.filter(version => version >= 0x0301 && isWanted(meaning, version));
    if ((0,policy_policy/* allowedOf */.m)(policy.protocols) !== null)
        return all;
    const first = Math.min(protocols/* tls12 */.t8, ...wanted(meaning).flatMap(({ members }) => members));
    return all.filter(version => version >= first);
}
/** @param end 'closed' to say the newest version as well, which an older limit may stand in the way of */
function protocolLines(meaning, end = 'open') {
    const versions = versionsToHave(meaning);
    const [oldest] = versions;
    const newest = versions.at(-1);
    if (oldest === undefined || newest === undefined)
        return [];
    const inNginx = versions.map(version => versionName(version, ''));
    const lists = [
        ['nginx', `ssl_protocols ${inNginx.join(' ')}; (in the default server of the port: older nginx takes its value for all names)`],
        ['apache', `SSLProtocol -all ${inNginx.map(name => `+${name}`).join(' ')} (in the first virtual host of the port too)`],
    ];
    // The others have a first and a last version, and nothing missing between the two.
    if (newest - oldest !== versions.length - 1)
        return lists;
    const isNewest = newest === protocols/* tls13 */.mP;
    const isOpen = isNewest && end === 'open';
    const [from, to] = [versionName(oldest, ''), versionName(newest, '')];
    const haproxy = `ssl-min-ver ${versionName(oldest, '.0')}${isOpen ? '' : ` ssl-max-ver ${versionName(newest, '.0')}`}`;
    return [
        ...lists,
        ['haproxy', `ssl-default-bind-options ${haproxy} (section global; bind lines of their own come first)`],
        [
            'postfix',
            `smtpd_tls_protocols = >=${from}${isNewest ? '' : `, <=${to}`} (3.6 and later; for mandatory TLS smtpd_tls_mandatory_protocols too)`,
        ],
        ['node', `minVersion: '${from}'${isOpen ? '' : `, maxVersion: '${to}'`}`],
    ];
}
/** A list in a fix has no more names than one can read. */
const mostNames = 12;
/**
 * Names of OpenSSL for allowed suites up to TLS 1.2: with ECDHE and an AEAD that clients have, for policies with older versions AES in CBC mode
 * beside them. Of a policy with none of these all it has, if they are few.
 */
function oldSuites(policy, needed) {
    const meaning = policy.cipherSuites;
    const old = versionsToHave(policy).filter(version => version < protocols/* tls13 */.mP);
    const usable = (code) => isWanted(meaning, code) && old.some(version => isUsable('cipher suite', code, version));
    const all = cipher_suites/* cipherSuites */.vS.rows.map(({ code }) => code).filter(usable);
    const usual = all.filter(code => {
        const { keyExchange, authentication, cipher, mode, hash } = (0,cipher_suite_parts/* partsOfCode */.xi)(code) ?? {};
        if (keyExchange !== 'ECDHE' || (authentication !== 'ECDSA' && authentication !== 'RSA'))
            return false;
        if (mode === 'GCM')
            return cipher === 'AES_128' || cipher === 'AES_256';
        if (cipher === 'CHACHA20')
            return true;
        return mode === 'CBC' && hash === 'SHA' && (cipher === 'AES_128' || cipher === 'AES_256') && old.some(version => version < protocols/* tls12 */.t8);
    });
    const aeadFirst = usual.sort((a, b) => Number((0,cipher_suite_parts/* partsOfCode */.xi)(b)?.aead) - Number((0,cipher_suite_parts/* partsOfCode */.xi)(a)?.aead));
    const names = opensslNames([...needed.filter(usable), ...(usual.length > 0 ? aeadFirst : all)]);
    return names.length <= mostNames ? names : [];
}
/** The same for TLS 1.3: what every build of OpenSSL has on, else all that the policy has. */
function newSuites({ cipherSuites: meaning, versions }, needed) {
    const usable = (code) => isWanted(meaning, code) && isUsable('cipher suite', code, protocols/* tls13 */.mP);
    const all = versions.includes(protocols/* tls13 */.mP) ? cipher_suites/* cipherSuites */.vS.rows.map(({ code }) => code).filter(usable) : [];
    const usual = all.filter(code => code >= 0x1301 && code <= 0x1303);
    return opensslNames([...needed.filter(code => all.includes(code)), ...(usual.length > 0 ? usual : all)]);
}
const opensslNames = (codes) => [...new Set(codes.map(code => cipher_suites/* cipherSuites */.vS.get(code)?.openssl ?? null))].filter(name => name !== null);
/** Up to TLS 1.2 and from 1.3 on there are two lists: lines for those that the codes are of. */
function suiteLines(meaning, codes, needed) {
    const isNew = codes.some(code => isUsable('cipher suite', code, protocols/* tls13 */.mP));
    const isOld = codes.some(code => !isUsable('cipher suite', code, protocols/* tls13 */.mP));
    const old = oldSuites(meaning, needed);
    const recent = newSuites(meaning, needed);
    // A policy that starts at TLS 1.3 has no suite for the versions before it.
    const startsLate = !meaning.versions.some(version => version < protocols/* tls13 */.mP);
    const versions = isOld && startsLate ? protocolLines(meaning) : [];
    const lists = [...(isOld ? oldLines(old) : []), ...(isNew ? newLines(recent) : [])];
    const inNode = ['node', `ciphers: '${[...recent, ...old].join(':')}' (one list for every version)`];
    return [...versions, ...lists, ...(lists.length > 0 ? [inNode] : [])].sort(byProduct);
}
function oldLines(names) {
    const list = names.join(':');
    return names.length === 0
        ? []
        : [
            ['nginx', `ssl_ciphers ${list};`],
            ['apache', `SSLCipherSuite ${list}`],
            ['haproxy', `ssl-default-bind-ciphers ${list} (section global)`],
        ];
}
function newLines(names) {
    const list = names.join(':');
    return names.length === 0
        ? []
        : [
            ['nginx', `ssl_conf_command Ciphersuites ${list}; (in the default server of the port too)`],
            ['apache', `SSLCipherSuite TLSv1.3 ${list}`],
            ['haproxy', `ssl-default-bind-ciphersuites ${list} (section global)`],
        ];
}
const fixes_order = Object.keys(causes/* products */.ZE);
const byProduct = ([one], [other]) => fixes_order.indexOf(one) - fixes_order.indexOf(other);
function linesWithoutDhe(meaning) {
    const names = oldSuites(meaning, []);
    const hasDhe = cipher_suites/* cipherSuites */.vS.rows.some(({ code, openssl }) => openssl !== null && names.includes(openssl) && (0,cipher_suite_parts/* isDhe */.MT)(code));
    return hasDhe ? [] : oldLines(names);
}
const hybrids = ['X25519MLKEM768', 'SecP256r1MLKEM768', 'SecP384r1MLKEM1024'];
/**
 * Groups of the policy that servers are set up with, in the order they should have. A server whose TLS library lacks a post-quantum one would not
 * start with it in its list: only who is to add one is told to type it.
 */
function groupLines({ groups: meaning }, needed) {
    const rows = groups/* groups */.T.rows.filter(({ code, openssl }) => openssl !== null && isWanted(meaning, code));
    const named = (names) => names.flatMap(name => rows.filter(row => row.name === name));
    const isNeeded = ({ code }) => needed.includes(code);
    const hybrid = named(hybrids).find(isNeeded) ?? named(hybrids)[0];
    const usual = named(['x25519', 'secp256r1', 'secp384r1']);
    const classic = [
        ...rows.filter(row => isNeeded(row) && (row.kind === 'ecdh' || row.kind === 'ffdh')),
        ...(usual.length > 0 ? usual : rows.filter(({ kind }) => kind === 'ecdh')),
    ];
    const withHybrid = hybrid !== undefined && (isNeeded(hybrid) || classic.length === 0);
    const list = withHybrid ? [hybrid, ...classic] : classic;
    const names = [...new Set(list.map(({ openssl }) => openssl))].join(':');
    const before = hybrid === undefined ? '' : ` (with OpenSSL 3.5 and later ${hybrid.openssl} before them)`;
    const remark = withHybrid ? ' (OpenSSL 3.5 and later)' : before;
    if (list.length === 0)
        return [];
    return [
        ['nginx', `ssl_ecdh_curve ${names};${remark}`],
        ['apache', `SSLOpenSSLConfCmd Groups ${names}${remark}`],
        ['haproxy', `bind :443 ssl crt /etc/haproxy/site.pem curves ${names}${remark}`],
        ['node', `ecdhCurve: '${names}'${remark}`],
        ...(withHybrid ? [] : [['java', `-Djdk.tls.namedGroups=${[...new Set(list.map(({ name }) => name))].join(',')}`]]),
    ];
}
/** By the names of OpenSSL. */
const usualSchemes = [
    ['ECDSA+SHA256', 'ecdsa_secp256r1_sha256'],
    ['ECDSA+SHA384', 'ecdsa_secp384r1_sha384'],
    ['RSA-PSS+SHA256', 'rsa_pss_rsae_sha256'],
    ['RSA-PSS+SHA384', 'rsa_pss_rsae_sha384'],
    ['RSA+SHA256', 'rsa_pkcs1_sha256'],
];
function schemeLines({ signatureSchemes: meaning }) {
    const list = usualSchemes.flatMap(([openssl, name]) => {
        const row = signature_schemes/* signatureSchemes */.Bb.named(name);
        return row && isWanted(meaning, row.code) ? [openssl] : [];
    });
    const text = list.join(':');
    return list.length === 0
        ? []
        : [
            ['nginx', `ssl_conf_command SignatureAlgorithms ${text};`],
            ['apache', `SSLOpenSSLConfCmd SignatureAlgorithms ${text}`],
            ['node', `sigalgs: '${text}'`],
        ];
}
const orderLines = (byServer) => [
    ['nginx', `ssl_prefer_server_ciphers ${byServer ? 'on' : 'off'};`],
    ['apache', `SSLHonorCipherOrder ${byServer ? 'on' : 'off'}`],
    ...(byServer ? [] : [['haproxy', 'ssl-default-bind-options prefer-client-ciphers (section global)']]),
    ['node', `honorCipherOrder: ${byServer}`],
];
/** Makes a key of the smallest size that a rule allows, on a curve where one does. */
function keyCommand(rules) {
    const rule = rules.find(({ type }) => type === 'EC') ?? rules[0];
    switch (rule?.type) {
        case undefined:
            return 'openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072';
        case 'RSA':
            return `openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:${Math.max(2048, Math.ceil(rule.minBits / 1024) * 1024)}`;
        case 'EC':
            return `openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:${curveFor(rule)}`;
        case 'Ed25519':
        case 'Ed448':
            return `openssl genpkey -algorithm ${rule.type}`;
        default:
            return rule;
    }
}
function curveFor(rule) {
    const curves = 'curves' in rule ? rule.curves : ['secp256r1', 'secp384r1', 'secp521r1'].filter(name => (groups/* groups */.T.named(name)?.bits ?? 0) >= rule.minBits);
    const [code] = curves.flatMap(name => (0,classes/* resolveNames */.jN)('group', name));
    return groups/* groups */.T.get(code ?? 0x0018)?.openssl ?? 'secp384r1';
}

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/policy/certificate-rules.js
// What a policy wants of the certificate of the server: its key, what it is signed with, how long it lives.





/** @param leaf null where no certificate was seen */
function certificateChecksOf(meaning, leaf) {
    const { id, certificate: rules } = meaning.policy;
    return [keyCheck(meaning, leaf), signatureCheck(id, rules, leaf), ...lifetimeChecks(id, rules, leaf)].filter(check => check !== null);
}
function judged(id, severity, leaf, judge) {
    if (leaf === null)
        return (0,check_of/* checkOf */.E)({
            id,
            severity,
            status: 'inconclusive',
            message: 'no certificate was seen that could be judged',
            fix: null,
            evidence: [],
        });
    const { seen, isAllowed, wanted, ...failure } = judge(leaf);
    const evidence = ['certificate 0'];
    return isAllowed
        ? (0,check_of/* checkOf */.E)({ id, severity, status: 'pass', message: `${seen}; ${wanted}`, evidence })
        : (0,check_of/* checkOf */.E)({ id, severity, status: 'fail', ...failure, message: `${seen}; ${wanted}`, evidence });
}
function keyCheck(meaning, leaf) {
    const { id: policyId, certificate } = meaning.policy;
    const { keys } = certificate;
    if (keys === undefined || keys.length === 0)
        return null;
    return judged('policy/certificate-key', 'error', leaf, ({ key }) => ({
        seen: `the key of the certificate is ${(0,strength/* keyText */.Pu)(key)}`,
        isAllowed: keys.some(rule => fits(rule, key)),
        wanted: `the policy ${policyId} allows ${(0,words/* listed */.KE)(keys.map(ruleText))}`,
        cause: 'policy-certificate-key',
        fix: fixFor(meaning, 'policy-certificate-key'),
    }));
}
function fits(rule, { type, bits, group }) {
    switch (rule.type) {
        case 'RSA':
            return (type === 'RSA' || type === 'RSA-PSS') && bits !== null && bits >= rule.minBits;
        case 'EC':
            if (type !== 'EC')
                return false;
            return 'curves' in rule ? group !== null && rule.curves.includes(group) : bits !== null && bits >= rule.minBits;
        case 'Ed25519':
        case 'Ed448':
            return type === rule.type;
        default:
            return rule;
    }
}
function ruleText(rule) {
    if (rule.type === 'RSA')
        return `RSA from ${rule.minBits} bits on`;
    if (rule.type !== 'EC')
        return rule.type;
    return 'curves' in rule ? `EC on ${rule.curves.join(' or ')}` : `EC from ${rule.minBits} bits on`;
}
function signatureCheck(policyId, { signatures }, leaf) {
    if (signatures === undefined || signatures.length === 0)
        return null;
    return judged('policy/certificate-signature', 'error', leaf, ({ signatureAlgorithm }) => ({
        seen: `the certificate is signed with ${signatureAlgorithm}`,
        isAllowed: signatures.includes(signatureAlgorithm),
        wanted: `the policy ${policyId} allows ${(0,words/* listed */.KE)(signatures)}`,
        cause: 'policy-certificate-signature',
    }));
}
function lifetimeChecks(policyId, rules, leaf) {
    const { maxLifetimeDays: most, recommendedLifetimeDays: recommended } = rules;
    const check = (severity, days, verb) => judged('certificate/max-lifetime', severity, leaf, ({ notBefore, notAfter }) => {
        // 90 days less the last second, which belongs to the lifetime, are 90 days, and so are those of a start set back by an hour.
        const lifetimeDays = Math.round((Date.parse(notAfter) - Date.parse(notBefore)) / span/* dayMs */.LP);
        return {
            seen: `the certificate lives ${lifetimeDays === 1 ? '1 day' : `${lifetimeDays} days`}`,
            isAllowed: lifetimeDays <= days,
            wanted: `the policy ${policyId} ${verb} ${days} at most`,
            cause: 'certificate-lives-too-long',
        };
    });
    return [
        ...(most === undefined ? [] : [check('error', most, 'allows')]),
        // The same number twice would be said twice.
        ...(recommended === undefined || recommended === most ? [] : [check('warning', recommended, 'recommends')]),
    ];
}

// EXTERNAL MODULE: ./build/commonjs/esm/judge/policy/default.js
var policy_default = __webpack_require__(3816);
;// CONCATENATED MODULE: ./build/commonjs/esm/judge/policy/finding.js

/** @param version a protocol stands for itself */
function finding_findingOf({ ledger, known }, kind, version, code) {
    const shown = known?.version === version && (kind === 'protocol' ? known.version : known[fields[kind]]) === code;
    if (shown)
        return { code, version, support: 'accepted', evidence: ['handshake'], why: '' };
    const { support, probes, doubt } = kind === 'protocol' ? ledger.protocol(version) : ledger[fields[kind]](version, code);
    const why = support === 'unknown' ? (doubt ?? whyUnknown(ledger, probes)) : '';
    return { code, version, support, evidence: (0,words/* probesText */.$$)(probes), why };
}
const fields = { 'cipher suite': 'cipherSuite', group: 'group', 'signature scheme': 'signatureScheme' };
function whyUnknown(ledger, probes) {
    for (const { number, outcome } of ledger.asked)
        if (probes.includes(number) && outcome.kind === 'unknown')
            return outcome.detail;
    return probes.length === 0 ? 'it was not asked' : 'not everything that decides it was asked';
}

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/policy/member-rules.js







/** A check for each of forbidden, discouraged, required, recommended and suggested members, where the policy has any. */
function memberChecks(witness, policy, meaning, rules) {
    const { kind, forbidden, discouraged, required, recommended, suggested } = meaning;
    return [
        unwantedCheck(witness, policy, { kind, ...rules.unwanted, severity: 'error', members: forbidden }),
        unwantedCheck(witness, policy, { kind, ...rules.unwanted, end: null, severity: 'warning', members: discouraged }),
        wantedCheck(witness, policy, { kind, ...rules.wanted, severity: 'error', requirements: required }),
        wantedCheck(witness, policy, { kind, ...rules.wanted, severity: 'warning', requirements: recommended }),
        wantedCheck(witness, policy, { kind, ...rules.wanted, severity: 'notice', requirements: suggested }),
    ].filter(check => check !== null);
}
/**
 * Fails for every member that is accepted in any version: one that is forbidden and accepted all the same may be waived, and with it goes
 * nothing else. Null without members.
 */
function unwantedCheck(witness, meaning, rule) {
    const { policy } = meaning;
    const { id, kind, severity, members } = rule;
    if (members.size === 0)
        return null;
    const versions = judgedVersions(witness, meaning);
    const found = [...members].flatMap(code => (kind === 'protocol' ? [code] : usableVersions(kind, code, versions)).map(version => finding_findingOf(witness, kind, version, code)));
    const accepted = found.filter(({ support }) => support === 'accepted');
    const open = found.filter(({ support }) => support === 'unknown');
    const where = (some) => (kind === 'protocol' ? '' : ` in ${versionText(some)}`);
    const verb = severity === 'error' ? 'does not allow' : 'discourages';
    if (accepted.length > 0) {
        const names = namesOf(kind, accepted);
        const end = rule.end ?? `the policy ${policy.id} ${verb} ${names.length === 1 ? 'it' : 'them'}`;
        const more = open.length === 0 ? '' : `; of ${namesOf(kind, open).length} more it is not known: ${whyOf(open)}`;
        const message = `${(0,words/* are */.Jw)(names, `accepted${where(accepted)}`)}; ${end}${more}`;
        const codes = [...new Set(accepted.map(({ code }) => code))];
        const cause = rule.cause(codes);
        const fix = fixFor(meaning, cause, codes);
        const members = namesOf(kind, [...accepted, ...open]);
        // One that is accepted in another version fails all the same.
        const undecided = members.filter(name => !names.includes(name));
        return (0,check_of/* checkOf */.E)({ id, severity, status: 'fail', cause, fix, message, members, undecided, evidence: evidenceOf(accepted) });
    }
    if (open.length > 0) {
        const message = `whether ${(0,words/* are */.Jw)(namesOf(kind, open), `accepted${where(open)}`)} is not known: ${whyOf(open)}`;
        return (0,check_of/* checkOf */.E)({ id, severity, status: 'inconclusive', message, members: namesOf(kind, open), evidence: evidenceOf(open) });
    }
    return (0,check_of/* checkOf */.E)({
        id,
        severity,
        status: 'pass',
        message: passText(kind, kind === 'protocol' ? found : inVersionsOf(witness, found), `the policy ${policy.id} ${verb}`),
        evidence: evidenceOf(found),
    });
}
function passText(kind, found, verb) {
    const names = namesOf(kind, found);
    if (kind === 'protocol')
        return (0,words/* are */.Jw)(names, 'refused');
    if (names.length === 0)
        return `nothing that ${verb} occurs in the versions of the server`;
    if (names.length <= 3)
        return `${(0,words/* are */.Jw)(names, 'refused')} in ${versionText(found)}`;
    return `none of the ${names.length} ${kind}s that ${verb} is accepted in ${versionText(found)}`;
}
const wantedVerbs = { error: 'requires', warning: 'recommends', notice: 'suggests' };
/** Fails for every requirement of which no member is accepted in any version that is not forbidden. Null without requirements. */
function wantedCheck(witness, meaning, rule) {
    const { policy, versions } = meaning;
    const { id, kind, severity, requirements, cause } = rule;
    if (requirements.length === 0)
        return null;
    const found = requirements.map(requirement => ({
        ...requirement,
        findings: requirement.members.flatMap(code => usableVersions(kind, code, versions).map(version => finding_findingOf(witness, kind, version, code))),
    }));
    const met = found.filter(({ findings }) => findings.some(({ support }) => support === 'accepted'));
    const open = found.filter(each => !met.includes(each) && each.findings.some(({ support }) => support === 'unknown'));
    const missing = found.filter(each => !met.includes(each) && !open.includes(each));
    const names = (some) => some.map(requirement => requirementText(kind, requirement));
    const all = (some) => some.flatMap(({ findings }) => findings);
    if (missing.length > 0) {
        const end = `the policy ${policy.id} ${wantedVerbs[severity]} ${missing.length === 1 ? 'it' : 'them'}`;
        return (0,check_of/* checkOf */.E)({
            id,
            severity,
            status: 'fail',
            cause,
            fix: fixFor(meaning, cause, missing.flatMap(({ members }) => members)),
            message: `${(0,words/* are */.Jw)(names(missing), 'refused')}; ${end}`,
            members: [...missing, ...open].map(({ name }) => name),
            undecided: open.map(({ name }) => name),
            evidence: evidenceOf(all(missing)),
        });
    }
    if (open.length > 0) {
        const unknown = all(open).filter(({ support }) => support === 'unknown');
        const message = `whether ${(0,words/* are */.Jw)(names(open), 'accepted')} is not known: ${whyOf(unknown)}`;
        return (0,check_of/* checkOf */.E)({ id, severity, status: 'inconclusive', message, members: open.map(({ name }) => name), evidence: evidenceOf(unknown) });
    }
    const accepted = all(met).filter(({ support }) => support === 'accepted');
    const seen = kind === 'protocol' || names(met).length > 1 ? names(met) : namesOf(kind, accepted);
    return (0,check_of/* checkOf */.E)({ id, severity, status: 'pass', message: (0,words/* are */.Jw)(seen, 'accepted'), evidence: evidenceOf(accepted) });
}
/** Those the policy has nothing against, and those that the server has all the same; oldest first. */
const judgedVersions = (witness, { versions }) => protocols/* protocols */.WH.rows.map(({ code }) => code).filter(code => versions.includes(code) || versionSupport(witness, code) === 'accepted');
const versionSupport = (witness, version) => finding_findingOf(witness, 'protocol', version, version).support;
/** A version that is refused is nothing to name. */
const inVersionsOf = (witness, found) => found.filter(({ version }) => versionSupport(witness, version) !== 'refused');
/** Of SSLv2 policies speak as a version only: it has cipher kinds of its own. */
const usableVersions = (kind, code, versions) => versions.filter(version => (version !== protocols/* ssl2 */.Bk || kind === 'protocol') && isUsable(kind, code, version));
const namesOf = (kind, found) => [...new Set(found.map(({ code }) => (0,classes/* nameOf */.Vb)(kind, code)))];
const versionText = (found) => (0,words/* listed */.KE)([...new Set(found.map(({ version }) => version))].sort((a, b) => a - b).map(version => (0,classes/* nameOf */.Vb)('protocol', version)));
/** The first reason that says more than that something was not asked. */
function whyOf(found) {
    const reasons = found.map(({ why }) => why).filter(why => why !== '');
    return reasons.find(why => !why.startsWith('it was not')) ?? reasons[0] ?? 'it was not asked';
}
const evidenceOf = (found) => (0,words/* inOrder */.al)(found.flatMap(({ evidence }) => evidence));

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/policy/feature-rules.js



/** A check for each list of features that the policy has. */
function featureChecks(features, { id, features: wanted }) {
    const offered = { bad: 'yes', cause: 'policy-feature-offered' };
    const missing = { bad: 'no', cause: 'policy-feature-missing' };
    const rules = [
        { ...offered, names: wanted.forbid, severity: 'error', verb: 'does not allow' },
        { ...offered, names: wanted.discourage, severity: 'warning', verb: 'discourages' },
        { ...missing, names: wanted.require, severity: 'error', verb: 'requires' },
        { ...missing, names: wanted.recommend, severity: 'warning', verb: 'recommends' },
        { ...missing, names: wanted.suggest, severity: 'notice', verb: 'suggests' },
    ];
    return rules.flatMap(rule => featureCheck(features, id, rule) ?? []);
}
function featureCheck(features, policyId, { names = [], severity, bad, verb, cause }) {
    if (names.length === 0)
        return null;
    const found = names.map(name => features.find(feature => feature.name === name) ?? feature_rules_notAsked(name));
    const failed = found.filter(({ status }) => status === bad);
    const open = found.filter(({ status }) => status === 'unknown');
    const shared = { id: 'policy/features', severity };
    const members = [...failed, ...open].map(({ name }) => name);
    if (failed.length > 0) {
        const message = `${details(failed)}; the policy ${policyId} ${verb} ${failed.length === 1 ? 'it' : 'them'}`;
        const undecided = open.map(({ name }) => name);
        return (0,check_of/* checkOf */.E)({ ...shared, status: 'fail', cause, message, members, undecided, evidence: evidenceOf(failed) });
    }
    if (open.length > 0) {
        const message = `of ${(0,words/* listed */.KE)(open.map(({ name }) => name))} it is not known whether the server has it: ${details(open)}`;
        return (0,check_of/* checkOf */.E)({ ...shared, status: 'inconclusive', message, members, evidence: evidenceOf(open) });
    }
    return (0,check_of/* checkOf */.E)({ ...shared, status: 'pass', message: details(found), evidence: evidenceOf(found) });
}
const details = (some) => some.map(({ name, detail }) => `${name}: ${detail}`).join('; ');
const feature_rules_notAsked = (name) => ({ name, status: 'unknown', detail: 'it was not asked', evidence: [] });

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/policy/order-rule.js






/** A warning where the other side decides; null where the policy does not care. */
function orderCheck(ledger, meaning) {
    const { policy, versions } = meaning;
    const wanted = policy.cipherOrder;
    if (wanted === undefined)
        return null;
    const check = (finding) => (0,check_of/* checkOf */.E)({ id: 'cipher/order', severity: 'warning', ...finding });
    // Before TLS 1.3 suites differ in more than the cipher: where there is such a version, its order is the one that matters.
    const accepted = versions.filter(version => ledger.protocol(version).support === 'accepted');
    const version = accepted.findLast(each => each < protocols/* tls13 */.mP) ?? accepted.at(-1);
    if (version === undefined)
        return check(withoutVersion(ledger, versions));
    const answers = ledger.accepted(version).filter(({ offer }) => suitesOf(offer).length > 1);
    const suites = [...new Set(ledger.accepted(version).map(({ outcome }) => outcome.cipherSuite))];
    const evidence = (0,words/* probesText */.$$)(answers.filter(({ offer }) => suites.every(code => suitesOf(offer).includes(code))).map(({ number }) => number));
    const place = (0,classes/* nameOf */.Vb)('protocol', version);
    const { by } = orderOf(version, suites, answers);
    if (by !== 'unknown') {
        const message = `the ${by} decides on the cipher suite in ${place}`;
        if (by === wanted)
            return check({ status: 'pass', message, evidence });
        return check({
            status: 'fail',
            cause: 'policy-cipher-order',
            fix: fixFor(meaning, 'policy-cipher-order'),
            message: `${message}; the policy ${policy.id} leaves it to the ${wanted}`,
            evidence,
        });
    }
    const [only = 0] = suites;
    const others = new Set(answers.flatMap(({ offer }) => suitesOf(offer)).filter(code => code !== only));
    if (suites.length === 1 && [...others].every(code => ledger.cipherSuite(version, code).support === 'refused'))
        return check({
            status: 'pass',
            message: `${place} has no other cipher suite than ${(0,classes/* nameOf */.Vb)('cipher suite', only)} to decide on`,
            evidence,
        });
    const message = `who decides on the cipher suite in ${place} is not known: no two answers to the same suites tell`;
    return check({ status: 'inconclusive', message, evidence });
}
function withoutVersion(ledger, versions) {
    const isRefused = versions.every(version => ledger.protocol(version).support === 'refused');
    return isRefused
        ? { status: 'pass', message: 'no version that the policy allows is accepted, so that there is no order to judge', evidence: [] }
        : { status: 'inconclusive', message: 'who decides on the cipher suite is not known: it was not asked', evidence: [] };
}
const suitesOf = ({ hello }) => (hello.kind === 'client_hello' ? hello.cipherSuites : []);

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/policy/rules.js

















/** Vulnerabilities and clients have judges of their own; everything else of a policy is judged here. */
function judgePolicy(policy, evidence) {
    const meaning = meaningOf(policy);
    return [
        ...protocolChecks(evidence, meaning),
        ...suiteChecks(evidence, meaning),
        orderCheck(evidence.ledger, meaning),
        ...groupChecks(evidence, meaning),
        dhCheck(evidence, meaning),
        ...schemeChecks(evidence, meaning),
        ...featureChecks(evidence.features, policy),
        ...certificateChecksOf(meaning, evidence.leaf),
        ...(evidence.further ?? []).flatMap(leaf => certificateChecksOf(meaning, leaf.certificate).map(check => (0,further_certificates/* saidOf */.J)(leaf, check))),
    ].filter(check => check !== null);
}
/** By RFC 8996 and its forerunners, whatever the policy says. */
const isObsolete = (version) => protocols/* protocols */.WH.get(version)?.forbiddenBy != null;
function protocolChecks(witness, policy) {
    const [oldest] = policy.versions;
    const isAge = oldest !== undefined && [...policy.protocols.forbidden].every(version => version < oldest);
    return memberChecks(witness, policy, policy.protocols, {
        unwanted: {
            id: 'protocol/versions',
            cause: accepted => (accepted.some(isObsolete) ? 'obsolete-protocol-accepted' : 'policy-protocol-accepted'),
            end: isAge ? `the policy starts at ${(0,classes/* nameOf */.Vb)('protocol', oldest)}` : null,
        },
        wanted: { id: 'protocol/required', cause: 'required-protocol-refused' },
    });
}
/** What the policy `default` has something against is weak, whatever policy is judged by. */
const weakNames = ({ forbid = [], discourage = [] }) => [...forbid, ...discourage];
function causeOf(kind, standard, weak, other) {
    return accepted => (weakNames(standard).some(name => (0,classes/* resolveNames */.jN)(kind, name).some(code => accepted.includes(code))) ? weak : other);
}
const suiteChecks = (witness, policy) => memberChecks(witness, policy, policy.cipherSuites, {
    unwanted: {
        id: 'cipher/suites',
        cause: causeOf('cipher suite', policy_default/* byDefault */.R.cipherSuites, 'weak-cipher-accepted', 'policy-cipher-accepted'),
    },
    wanted: { id: 'cipher/required', cause: 'policy-cipher-refused' },
});
/** What is wanted against quantum computers is a check of its own. */
function groupChecks(witness, policy) {
    const { required, recommended, suggested } = policy.groups;
    const unwanted = {
        id: 'group/allowed',
        cause: causeOf('group', policy_default/* byDefault */.R.groups, 'weak-group-accepted', 'policy-group-accepted'),
    };
    const usual = (requirement) => !isPostQuantum(requirement);
    return [
        ...memberChecks(witness, policy, { ...policy.groups, required: required.filter(usual), recommended: recommended.filter(usual), suggested: suggested.filter(usual) }, { unwanted, wanted: { id: 'group/required', cause: 'policy-group-refused' } }),
        ...memberChecks(witness, policy, {
            kind: 'group',
            forbidden: new Set(),
            discouraged: new Set(),
            required: required.filter(isPostQuantum),
            recommended: recommended.filter(isPostQuantum),
            suggested: suggested.filter(isPostQuantum),
        }, { unwanted, wanted: { id: 'group/post-quantum', cause: 'post-quantum-group-missing' } }),
    ];
}
/** Before TLS 1.3 a server brings a prime of its own, which shows only in an answer with such a suite. */
function dhCheck(witness, meaning) {
    const { policy } = meaning;
    const { minDhBits: least } = policy;
    if (least === undefined)
        return null;
    const rule = { id: 'group/dh-parameters', severity: 'error' };
    const seen = (0,dh_parameters/* dhParametersOf */.u)(witness.ledger);
    const evidence = seen.map(({ probe }) => `probe ${probe}`);
    const short = seen.filter(({ bits }) => bits < least);
    if (short.length > 0) {
        const sizes = (0,words/* listed */.KE)(short.map(({ bits, name }) => `${bits} bits${name === null ? '' : ` (${name})`}`));
        const message = `Diffie-Hellman primes of ${sizes} are in use; the policy ${policy.id} asks for ${least}`;
        return (0,check_of/* checkOf */.E)({ ...rule, status: 'fail', cause: 'weak-dh-parameters', fix: fixFor(meaning, 'weak-dh-parameters'), message, evidence });
    }
    if (seen.length > 0) {
        const message = `the smallest Diffie-Hellman prime that was seen has ${Math.min(...seen.map(({ bits }) => bits))} bits`;
        return (0,check_of/* checkOf */.E)({ ...rule, status: 'pass', message, evidence });
    }
    const judged = judgedVersions(witness, meaning).filter(version => version < protocols/* tls13 */.mP && version >= 0x0300);
    const found = judged.flatMap(version => suitesIn(version)
        .filter(cipher_suite_parts/* isDhe */.MT)
        .map(code => finding_findingOf(witness, 'cipher suite', version, code)));
    const open = found.filter(({ support }) => support !== 'refused');
    if (open.length === 0)
        return (0,check_of/* checkOf */.E)({
            ...rule,
            status: 'pass',
            message: 'no suite with finite-field Diffie-Hellman is accepted',
            evidence: evidenceOf(found),
        });
    const why = open.find(({ why }) => why !== '')?.why ?? 'its prime was not seen';
    const message = `how long the Diffie-Hellman prime is, is not known: ${why}`;
    return (0,check_of/* checkOf */.E)({ ...rule, status: 'inconclusive', message, evidence: evidenceOf(open) });
}
const schemeChecks = (witness, policy) => memberChecks(witness, policy, policy.signatureSchemes, {
    unwanted: {
        id: 'signature/schemes',
        cause: causeOf('signature scheme', policy_default/* byDefault */.R.signatureSchemes, 'weak-signature-scheme-accepted', 'policy-signature-scheme-accepted'),
    },
    wanted: { id: 'signature/required', cause: 'policy-signature-scheme-refused' },
});

// EXTERNAL MODULE: ./build/commonjs/esm/judge/policy/shape.js
var shape = __webpack_require__(584);
;// CONCATENATED MODULE: ./build/commonjs/esm/judge/survey-of.js











/** Everything of the survey but the clients, who are derived from it. */
function surveyOf({ kind, ledger: asked, known, features, cost, notes }) {
    const ledger = known ? withHandshake(asked, known) : asked;
    const accepted = protocols/* protocols */.WH.rows.filter(({ code }) => ledger.protocol(code).support === 'accepted');
    const byProtocol = (of) => Object.fromEntries(accepted.map(({ code, name }) => [name, of(code)]));
    const orders = new Map(accepted.map(({ code }) => [
        code,
        orderOf(code, acceptedOf((0,ranking/* likelySuites */.KC)(code), suite => ledger.cipherSuite(code, suite)), ledger.asked),
    ]));
    const groupsBy = byProtocol(version => acceptedOf((0,probe_hello/* everyGroup */.JJ)(), group => ledger.group(version, group)).map(code => groups/* groups */.T.label(code)));
    const schemesBy = byProtocol(version => acceptedOf((0,probe_hello/* everySignatureScheme */.Lp)(), scheme => ledger.signatureScheme(version, scheme)).map(code => signature_schemes/* signatureSchemes */.Bb.label(code)));
    const complete = (findings) => accepted.flatMap(({ code, name }) => (findings(code).every(survey_of_isKnown) ? [name] : []));
    const completeSchemes = complete(version => (0,probe_hello/* everySignatureScheme */.Lp)().map(scheme => ledger.signatureScheme(version, scheme)));
    // Before TLS 1.2 there are none to choose from.
    const openSchemes = accepted.flatMap(({ code, name }) => (code >= protocols/* tls12 */.t8 && !completeSchemes.includes(name) ? [name] : []));
    return {
        kind,
        protocols: Object.fromEntries(protocols/* protocols */.WH.rows.map(({ code, name }) => [name, ledger.protocol(code).support])),
        cipherSuites: byProtocol(version => (orders.get(version)?.suites ?? []).map(code => suiteName(version, code))),
        cipherOrder: byProtocol(version => orders.get(version)?.by ?? 'unknown'),
        groups: union(Object.values(groupsBy).reverse()),
        groupsByProtocol: groupsBy,
        signatureSchemes: union(Object.values(schemesBy).reverse()),
        signatureSchemesByProtocol: schemesBy,
        dhPrimeBits: shortestOf((0,dh_parameters/* dhParametersOf */.u)(ledger)),
        features,
        complete: kind === 'full' && knowsAll(ledger),
        completeFor: {
            cipherSuites: complete(version => (0,probe_ledger/* suitesOf */.f3)(version).map(suite => ledger.cipherSuite(version, suite))),
            groups: complete(version => (0,probe_hello/* everyGroup */.JJ)().map(group => ledger.group(version, group))),
            signatureSchemes: completeSchemes,
        },
        cost,
        notes: [
            ...notes,
            ...(kind === 'full' ? accepted.flatMap(({ code, name }) => guessNote(name, orders.get(code))) : []),
            ...(kind === 'full' ? openSchemes.map(name => `the signature schemes of ${name} are known in part`) : []),
        ],
        probes: ledger.asked.map(asked => ({ number: asked.number, asked: asked.offer.title, answer: answerText(asked) })),
    };
}
/** What was not asked because the handshake had shown it. */
function withHandshake(ledger, known) {
    const shown = (finding, isShown) => finding.support === 'unknown' && isShown ? { support: 'accepted', probes: [] } : finding;
    const within = (code) => (version, wanted) => version === known.version && wanted === code;
    const [isSuite, isGroup, isScheme] = [within(known.cipherSuite), within(known.group), within(known.signatureScheme)];
    return {
        ...ledger,
        protocol: version => shown(ledger.protocol(version), version === known.version),
        cipherSuite: (version, code) => shown(ledger.cipherSuite(version, code), isSuite(version, code)),
        group: (version, code) => shown(ledger.group(version, code), isGroup(version, code)),
        signatureScheme: (version, code) => shown(ledger.signatureScheme(version, code), isScheme(version, code)),
    };
}
/** Whether it is known of every version, and of every suite in those that are accepted, if the server accepts it. */
function knowsAll(ledger) {
    return protocols/* protocols */.WH.rows.every(({ code }) => {
        const finding = ledger.protocol(code);
        return survey_of_isKnown(finding) && (finding.support === 'refused' || (0,probe_ledger/* suitesOf */.f3)(code).every(suite => survey_of_isKnown(ledger.cipherSuite(code, suite))));
    });
}
const survey_of_isKnown = ({ support }) => support !== 'unknown';
/** Of many suites it would take more hellos to find the order than to find the suites. */
const guessNote = (protocol, order) => order?.by === 'server' && order.guessed.length > 0 ? [`the server's order of the suites of ${protocol} is known in part`] : [];
const suiteName = (version, code) => (version === 0x0002 ? sslv2_cipher_kinds/* sslv2CipherKinds */.F : cipher_suites/* cipherSuites */.vS).label(code);
const acceptedOf = (codes, finding) => codes.filter(code => finding(code).support === 'accepted');
const shortestOf = (primes) => primes.length === 0 ? null : Math.min(...primes.map(({ bits }) => bits));
const union = (lists) => [...new Set(lists.flat())];
function answerText({ outcome }) {
    switch (outcome.kind) {
        case 'accepted': {
            const { version, cipherSuite, group } = outcome;
            return [protocols/* protocols */.WH.label(version), suiteName(version, cipherSuite), group === null ? null : groups/* groups */.T.label(group)]
                .filter(part => part !== null)
                .join(', ');
        }
        case 'refused':
            return outcome.by === 'alert' ? `refused by alert ${alerts/* alerts */.Cv.label(outcome.alert)}` : `refused by ${outcome.by}`;
        case 'unknown':
            return `not known: ${outcome.detail}`;
        default:
            return outcome;
    }
}

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/vulnerability/answer.js
// Reads the answer to a vulnerability's question out of what the server was asked. Only a complete "no" excludes; it never guesses.








/** Exposed by any of the questions, excluded by all of them together. */
function answerTo(questions, evidence) {
    const answers = questions.map(question => answer(question, evidence));
    const kind = ['exposed', 'unknown'].find(wanted => answers.some(each => each.kind === wanted)) ?? 'excluded';
    const telling = answers.filter(each => each.kind === kind);
    return {
        kind,
        seen: [...new Set(telling.map(({ seen }) => seen))].join('; '),
        evidence: (0,words/* inOrder */.al)(telling.flatMap(each => each.evidence)),
    };
}
function answer(question, evidence) {
    const { ledger } = evidence;
    switch (question.kind) {
        case 'protocols':
            return protocolAnswer(question, ledger);
        case 'cipher-suites':
            return suiteAnswer(question, ledger);
        case 'groups': {
            const tls13 = ledger.protocol(0x0304);
            if (tls13.support === 'refused')
                return { kind: 'excluded', seen: 'TLSv1.3 is refused', evidence: probesOf([tls13]) };
            const members = groups/* groups */.T.rows
                .filter(question.exposes)
                .map(({ code, name }) => ({ name, version: 0x0304, ...ledger.group(0x0304, code) }));
            return memberAnswer(question.noun, [0x0304], members, ledger);
        }
        case 'feature': {
            const among = answer(question.among, evidence);
            if (among.kind === 'excluded')
                return among;
            const feature = evidence.features.find(({ name }) => name === question.name);
            if (feature === undefined || feature.status === 'unknown')
                return notKnown(question.name, feature);
            return { kind: feature.status === question.exposes ? 'exposed' : 'excluded', seen: feature.detail, evidence: feature.evidence };
        }
        case 'dh-prime': {
            const among = answer(question.among, evidence);
            return among.kind === 'excluded' ? among : primeAnswer(question.maxBits, among, ledger);
        }
        default:
            return question;
    }
}
function protocolAnswer({ versions }, ledger) {
    const found = versions.map(version => ({ name: protocols/* protocols */.WH.label(version), ...ledger.protocol(version) }));
    const of = (support) => found.filter(each => each.support === support);
    const [accepted, unknown] = [of('accepted'), of('unknown')];
    if (accepted.length > 0)
        return { kind: 'exposed', seen: are(accepted, 'accepted'), evidence: probesOf(accepted) };
    if (unknown.length === 0)
        return { kind: 'excluded', seen: refusedText(versions), evidence: probesOf(found) };
    const which = (0,words/* enumerated */.BD)(unknown.map(({ name }) => name));
    return { kind: 'unknown', seen: `whether ${which} is accepted is not known: ${whyNot(unknown, ledger)}`, evidence: probesOf(unknown) };
}
function suiteAnswer({ noun, versions, exposes }, ledger) {
    const refused = versions.map(version => ({ version, ...ledger.protocol(version) })).filter(({ support }) => support === 'refused');
    if (refused.length === versions.length)
        return { kind: 'excluded', seen: refusedText(versions), evidence: probesOf(refused) };
    const open = versions.filter(version => !refused.some(each => each.version === version));
    const members = open.flatMap(version => answer_exposingSuites(exposes, version).map(code => {
        const finding = ledger.cipherSuite(version, code);
        return { name: finding.support === 'accepted' ? answer_suiteName(version, code) : '', version, ...finding };
    }));
    return memberAnswer(noun, versions, [...members, ...refused.map(each => ({ name: '', ...each }))], ledger);
}
/** The suites of a version that expose to something; the same for every server. */
function answer_exposingSuites(exposes, version) {
    const byVersion = foundExposing.get(exposes) ?? new Map();
    foundExposing.set(exposes, byVersion);
    const suites = byVersion.get(version) ?? (0,probe_ledger/* suitesOf */.f3)(version).filter(code => isExposing(exposes, version, code));
    byVersion.set(version, suites);
    return suites;
}
const foundExposing = new WeakMap();
function isExposing(exposes, version, code) {
    const traits = traitsOf(version, code);
    return traits !== null && exposes(traits);
}
function memberAnswer(noun, versions, members, ledger) {
    const of = (support) => members.filter(each => each.support === support);
    const [accepted, unknown] = [of('accepted'), of('unknown')];
    const where = (some) => (0,words/* enumerated */.BD)([...new Set(some.map(({ version }) => protocols/* protocols */.WH.label(version)))]);
    const named = [...new Set(accepted.map(({ name }) => name))];
    const [first = ''] = named;
    if (named.length === 1)
        return { kind: 'exposed', seen: `the ${noun} ${first} is accepted in ${where(accepted)}`, evidence: probesOf(accepted) };
    if (named.length > 1) {
        const count = `${unknown.length > 0 ? 'at least ' : ''}${named.length}`; // after a failed rule not everything is asked
        const seen = `${count} ${noun}s are accepted in ${where(accepted)}, ${first} among them`;
        return { kind: 'exposed', seen, evidence: probesOf(accepted) };
    }
    if (unknown.length > 0) {
        const seen = `whether ${noun}s are accepted in ${where(unknown)} is not known: ${whyNot(unknown, ledger)}`;
        return { kind: 'unknown', seen, evidence: probesOf(unknown) };
    }
    const scope = versions.length > 3 ? '' : ` in ${versions.map(version => protocols/* protocols */.WH.label(version)).join(' or ')}`;
    return { kind: 'excluded', seen: `no ${noun} is accepted${scope}`, evidence: probesOf(members) };
}
const answer_suiteName = (version, code) => (version === protocols/* ssl2 */.Bk ? sslv2_cipher_kinds/* sslv2CipherKinds */.F : cipher_suites/* cipherSuites */.vS).label(code);
/** Null for a signalling value. */
const traitsOf = (version, code) => (version === protocols/* ssl2 */.Bk ? sslv2Traits(code) : (0,cipher_suite_parts/* partsOfCode */.xi)(code));
/** 'SSL_CK_RC2_128_CBC_EXPORT40_WITH_MD5': of SSLv2 all is in the name but the key exchange, which is always RSA. */
function sslv2Traits(code) {
    const { name, blockBits } = sslv2_cipher_kinds/* sslv2CipherKinds */.F.get(code) ?? { name: '', blockBits: null };
    const mode = name.includes('_CBC') ? 'CBC' : 'stream';
    return { keyExchange: 'RSA', exportGrade: name.includes('EXPORT'), cipher: name.replace(/^SSL_CK_/, ''), mode, blockBits };
}
function primeAnswer(maxBits, among, ledger) {
    const primes = (0,dh_parameters/* dhParametersOf */.u)(ledger).map(prime => ({ ...prime, probes: [prime.probe] }));
    const small = primes.filter(({ bits }) => bits <= maxBits);
    const [worst] = small.sort((a, b) => a.bits - b.bits);
    if (worst) {
        const whose = worst.name === null ? '' : `, that of ${worst.name},`;
        return { kind: 'exposed', seen: `a Diffie-Hellman prime of ${worst.bits} bits${whose} is in use`, evidence: probesOf(small) };
    }
    if (primes.length > 0) {
        const sizes = (0,words/* enumerated */.BD)([...new Set(primes.map(({ bits }) => String(bits)))]);
        return { kind: 'excluded', seen: `Diffie-Hellman primes have ${sizes} bits`, evidence: probesOf(primes) };
    }
    return among.kind === 'unknown' ? among : { ...among, kind: 'unknown', seen: `${among.seen}, but no prime was seen` };
}
function notKnown(name, { detail, evidence } = { detail: 'it was not asked', evidence: [] }) {
    return { kind: 'unknown', seen: `${name} is not known: ${detail}`, evidence };
}
/** Why these have no answer: what the first hello came to that asked for one of them. */
function whyNot(unknown, ledger) {
    const numbers = new Set(unknown.flatMap(({ probes }) => probes));
    const doubt = unknown.find(each => each.doubt !== undefined)?.doubt;
    if (doubt !== undefined)
        return doubt;
    const outcomes = ledger.asked.filter(({ number }) => numbers.has(number)).map(({ outcome }) => outcome);
    const [failed] = outcomes.filter(outcome => outcome.kind === 'unknown');
    if (failed)
        return failed.detail;
    return outcomes.length > 0 ? 'not all of them were asked' : 'it was not asked';
}
/** 'SSLv3 to TLSv1.2 are refused'; several versions of a question follow each other. */
function refusedText(versions) {
    const ends = [...new Set([versions.at(0), versions.at(-1)])].map(version => protocols/* protocols */.WH.label(version ?? 0));
    return `${ends.join(versions.length > 2 ? ' to ' : ' and ')} ${ends.length === 1 ? 'is' : 'are'} refused`;
}
const are = (some, what) => `${(0,words/* enumerated */.BD)(some.map(({ name }) => name))} ${some.length === 1 ? 'is' : 'are'} ${what}`;
const probesOf = (findings) => (0,words/* probesText */.$$)(findings.flatMap(({ probes }) => probes));

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/vulnerability/judge.js




/** A check for each vulnerability, in the order of the table; none for one that was not asked about and that the policy does not name. */
function judgeVulnerabilities({ policy, payloads, ...evidence }) {
    const names = Object.keys(vulnerabilities/* vulnerabilities */.pe);
    return names.flatMap(name => {
        const row = vulnerabilities/* vulnerabilities */.pe[name];
        const severity = severityOf(name, policy.vulnerabilities);
        const answer = answerTo(row.questions, evidence);
        if (payloads && isPayload(name))
            return [afterPayload(name, severity, answer, payloads[name])];
        if (answer.kind === 'unknown' && answer.evidence.length === 0 && severity === 'notice')
            return [];
        return [byAnswer(name, severity, row, answer)];
    });
}
/**
 * What takes a payload was never promised to be decided without it: most servers of TLS 1.2 would fail for it. Hardly any answers heartbeats,
 * and one that does is worth a stop.
 */
const undecided = (name, severity) => isPayload(name) && name !== 'heartbleed' ? 'notice' : severity;
function severityOf(name, wanted) {
    const { forbid = [], discourage = [] } = wanted;
    if (forbid.includes(name) || (0,policy_policy/* allowedOf */.m)(wanted)?.includes(name) === false)
        return 'error';
    return discourage.includes(name) ? 'warning' : 'notice';
}
function byAnswer(name, severity, row, answer) {
    switch (answer.kind) {
        case 'excluded':
            return check(name, severity, 'pass', answer.seen, answer.evidence);
        case 'unknown':
            return check(name, undecided(name, severity), 'inconclusive', answer.seen, answer.evidence);
        case 'exposed': {
            if (row.caveat === undefined)
                return check(name, severity, 'fail', answer.seen, answer.evidence);
            if (row.payload)
                return check(name, undecided(name, severity), 'inconclusive', `${answer.seen}; ${row.caveat}`, answer.evidence, askForPayload);
            // What may be harmless fails where the policy wants it excluded, and nowhere else.
            const status = severity === 'notice' ? 'inconclusive' : 'fail';
            const message = `${answer.seen}, on which ${row.name} rests; ${row.caveat}`;
            return check(name, severity, status, message, answer.evidence, status === 'fail' ? undefined : null);
        }
        default:
            return answer.kind;
    }
}
const askForPayload = 'Run tlsgate with the option active, which sends the server what tells (on a public address with i-own-this-host as well)';
/** A payload's answer decides, but where there is none what excludes the vulnerability still does. */
function afterPayload(name, severity, answer, payload) {
    switch (payload.kind) {
        case 'vulnerable':
            return check(name, severity, 'fail', payload.detail, ['payload']);
        case 'safe':
            return check(name, severity, 'pass', payload.detail, ['payload']);
        case 'unknown':
            if (answer.kind === 'excluded')
                return check(name, severity, 'pass', answer.seen, answer.evidence);
            return check(name, severity, 'inconclusive', payload.detail, answer.evidence, payload.fix);
        default:
            return payload;
    }
}
function check(name, severity, status, message, evidence, fix) {
    return (0,check_of/* checkOf */.E)({
        id: `vulnerability/${name}`,
        status,
        severity,
        cause: `vulnerable-${name}`,
        message,
        evidence,
        ...(fix !== undefined && { fix }),
    });
}
const isPayload = (name) => vulnerabilities/* vulnerabilities */.pe[name].payload === true;

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/contradiction.js
// Whether a server refused by alert what it granted another hello: then its alerts speak of something else, such as how many were under way, or
// two servers share the address. It costs no hello more, and finds a limiter only where something that is accepted met it. Pure.





/** Hellos that are alike but for what they list; others may be refused for their form, or for a name in them. */
const plain = ['cipher-suites', 'groups', 'signature-schemes', 'several', 'control'];
/** A refusal, and the acceptance it contradicts; null where there is none. */
function contradiction(asked) {
    const accepted = asked.flatMap(each => (each.outcome.kind === 'accepted' && isPlain(each) ? [{ ...each, outcome: each.outcome }] : []));
    for (const refused of asked) {
        const { offer, outcome } = refused;
        if (outcome.kind !== 'refused' || outcome.by !== 'alert' || !isPlain(refused))
            continue;
        const version = (0,offered/* newestVersion */.Rg)(offer);
        const granted = accepted.find(each => each.outcome.version === version && (0,offered/* newestVersion */.Rg)(each.offer) === version && offersAll(offer, each));
        if (granted)
            return { refused, accepted: granted };
    }
    return null;
}
const isPlain = ({ offer: { about, hello, fragmentSize } }) => plain.includes(about) && hello.kind === 'client_hello' && fragmentSize === undefined;
/** Whether an offer has everything that the server chose from another. */
function offersAll(offer, granted) {
    const { version, cipherSuite, group, signatureScheme, answer } = granted.outcome;
    const [groups, schemes] = [(0,offered/* offeredGroups */.OI)(offer), (0,offered/* offeredSchemes */.uk)(offer)];
    if (!(0,offered/* offeredSuites */.FE)(offer).includes(cipherSuite))
        return false;
    // An exchange that was not heard may take place in any group of the hello.
    const isUnheard = group === null && answer.keyExchange === null && (0,probe_ledger/* needsGroup */.zv)(version, cipherSuite);
    const takesPlaceIn = isUnheard ? (0,offered/* offeredGroups */.OI)(granted.offer) : group === null ? [] : [group];
    if (!takesPlaceIn.every(each => groups.includes(each)))
        return false;
    // A signature that is sealed may be by any scheme of the hello.
    const signedBy = signatureScheme === null ? (0,offered/* offeredSchemes */.uk)(granted.offer) : [signatureScheme];
    if (!signedBy.every(scheme => schemes.includes(scheme)))
        return false;
    if (version >= protocols/* tls13 */.mP)
        return (0,offered/* hasNoShare */.ZP)(offer) ? (0,offered/* hasNoShare */.ZP)(granted.offer) : group !== null && (0,offered/* sharedGroups */.CC)(offer).includes(group);
    const curve = (0,cipher_suite_parts/* isEcdsa */.NT)(cipherSuite) ? (0,leaf_curve/* curveOf */.F)(answer) : null;
    return curve === null || groups.includes(curve);
}

// EXTERNAL MODULE: ./build/commonjs/esm/probe/features.js + 4 modules
var probe_features = __webpack_require__(1190);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/line.js + 15 modules
var probe_line = __webpack_require__(4113);
// EXTERNAL MODULE: ./build/commonjs/esm/net/tls.js
var tls = __webpack_require__(9007);
// EXTERNAL MODULE: ./build/commonjs/esm/wire/extensions.js + 1 modules
var wire_extensions = __webpack_require__(3540);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/handshake.js + 1 modules
var handshake = __webpack_require__(898);
;// CONCATENATED MODULE: ./build/commonjs/esm/probe/resumption.js



/** The clients that ask. One that has no tickets makes the server keep the session under an id. */
const clients = {
    tls12: { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' },
    tls12WithoutTickets: { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2', tickets: false },
    tls13: { minVersion: 'TLSv1.3', maxVersion: 'TLSv1.3' },
};
/**
 * Takes up to five handshakes, four of them with TLS 1.2.
 * @param first the handshake that was made anyway, whose session is resumed when it is one of TLS 1.3
 */
async function probeResumption(question, first) {
    let connections = 0;
    const { env, clock, signal } = question;
    // Whom to trust is of no interest here, and takes longer to read than a handshake.
    const { crl: _, ...client } = { ...question.client, ca: [] };
    const contexts = new Map();
    const shake = async (name, session) => {
        const context = contexts.get(name) ?? (0,tls/* secureContext */.zi)({ ...client, ...clients[name] });
        contexts.set(name, context);
        const record = await (0,handshake/* probeHandshake */.s)({ ...question, context, keepsSession: true, lingerMs: 0, ...(session && { session }) }, env, clock, signal);
        connections += record.connections;
        return record;
    };
    const [before13, of13] = await Promise.all([resumptionBefore13(shake), resumption13(shake, first)]);
    return { resumption: { ...before13, ...of13 }, connections };
}
async function resumptionBefore13(shake) {
    const kept = await shake('tls12WithoutTickets');
    const failure = failureOf(kept);
    if (failure)
        return { 'resumption-by-id': failure, 'resumption-by-ticket': failure };
    const second = await shake('tls12', kept.session?.resumable);
    const byId = failureOf(second) ?? {
        status: second.session?.resumed ? 'yes' : 'no',
        detail: second.session?.resumed ? 'a session of TLSv1.2 is resumed by its id' : 'a session of TLSv1.2 is not resumed by its id',
    };
    // A session resumed by its id brings no ticket as a rule, a new one does where the server has any.
    const issued = second.session?.resumed && ticketsOf(second).length === 0 ? await shake('tls12') : second;
    return { 'resumption-by-id': byId, 'resumption-by-ticket': await byTicket(shake, issued) };
}
async function byTicket(shake, issued) {
    const failure = failureOf(issued);
    if (failure)
        return failure;
    const session = issued.session?.resumable;
    if (!session || ticketsOf(issued).length === 0)
        return { status: 'no', detail: 'no ticket is given with TLSv1.2' };
    const record = await shake('tls12', session);
    return (failureOf(record) ??
        (record.session?.resumed
            ? { status: 'yes', detail: 'a session of TLSv1.2 is resumed by its ticket' }
            : { status: 'no', detail: 'a session of TLSv1.2 is not resumed by its ticket' }));
}
async function resumption13(shake, first) {
    const record = await first;
    const is13 = record.session?.protocol === 'TLSv1.3';
    const issued = failureOf(record) ?? (is13 ? null : { status: 'unknown', detail: 'the handshake was not one of TLSv1.3' });
    if (issued)
        return { 'resumption-tls13': issued, 'early-data': issued };
    const [ticket] = ticketsOf(record);
    const session = record.session?.resumable;
    if (!ticket || !session) {
        // It may come later: on a slow way, or with the first data.
        const none = { status: 'unknown', detail: 'no ticket came with the handshake of TLSv1.3' };
        return { 'resumption-tls13': none, 'early-data': none };
    }
    const bytes = ticket.form === 'tls1.3' ? ((0,wire_extensions/* extension */.ck)(ticket.extensions, 'early_data')?.maxEarlyDataSize ?? 0) : 0;
    const second = await shake('tls13', session);
    const resumed = failureOf(second) ?? {
        status: second.session?.resumed ? 'yes' : 'no',
        detail: second.session?.resumed ? 'a session of TLSv1.3 is resumed' : 'a session of TLSv1.3 is not resumed',
    };
    const early = bytes > 0
        ? { status: 'yes', detail: `a ticket allows ${bytes} bytes of early data` }
        : { status: 'no', detail: 'tickets allow no early data' };
    return { 'resumption-tls13': resumed, 'early-data': early };
}
const ticketsOf = ({ trace }) => trace.messages.flatMap(({ from, content }) => (from === 'server' && content.kind === 'new_session_ticket' ? [content] : []));
/** What a handshake that was not completed leaves of the question; null for one that was. */
function failureOf({ session, networkFailure }) {
    if (session?.end.kind === 'secured')
        return null;
    return { status: 'unknown', detail: networkFailure?.message ?? 'the handshake for it was not completed' };
}

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/survey/oddities.js
// Hellos unlike those of twenty years ago, and names and protocols that nobody has. All are put at once; one that is refused is put again in a hello
// that is accepted without what is odd in it. What follows from that is read in refusal-readings.ts.








const oddities = {
    version: { about: 'version-tolerance', title: 'a version that does not exist', of: changed(withStrangeVersion) },
    grease: { about: 'grease-tolerance', title: 'unknown suites, groups and extensions', of: changed(withGrease) },
    long: { about: 'length-tolerance', title: 'a hello longer than a TCP segment', of: changed(plain => sized(plain, longBytes)) },
    middling: { about: 'length-tolerance', title: 'a hello of 256 to 511 bytes', of: changed(plain => sized(plain, middlingBytes)) },
    split: { about: 'split-tolerance', title: 'a hello split over records', of: changed(split) },
    name: { about: 'server-name', title: 'a name that nobody has', of: (frame, context) => frame(foreign(context)) },
    protocol: { about: 'alpn', title: 'an unknown application protocol', of: (frame, context) => frame(unspoken(context)) },
};
/** RFC 6761 §6.4 */
const foreign = (context) => ({ ...context, servername: 'tlsgate.invalid' });
const unspoken = (context) => ({ ...context, alpn: ['x-tlsgate-unknown'] });
/** Puts hellos that differ from an accepted one in one trait each. */
function* askOddities(context) {
    const everything = sized(withHybridShare(withGrease(withStrangeVersion(wide(context))), context), longBytes);
    const [joint, name, protocol] = yield [
        { title: 'a long hello with unknown values, split over records', about: 'several', ...split(everything) },
        { ...oddities_offerOf(oddities.name, wide, context), ...sized(wide(foreign(context)), middlingBytes) },
        oddities_offerOf(oddities.protocol, wide, context),
    ];
    const { version, grease, long, middling, split: splitting } = oddities;
    const left = [
        // Who chooses an older version has as a rule not looked at the list with the strange one.
        ...(joint?.kind === 'accepted' && joint.version >= protocols/* tls13 */.mP ? [] : [version]),
        ...(joint?.kind === 'accepted' ? [] : [grease, long, splitting]),
        ...(name?.kind === 'accepted' ? [] : [middling]),
        ...(isTold(name, alerts/* unrecognizedName */.Hj) ? [] : [oddities.name]),
        ...(isTold(protocol, alerts/* noApplicationProtocol */.UH) ? [] : [oddities.protocol]),
    ];
    if (left.length > 0)
        yield* askApart(context, left, joint);
}
/** Whether the server has come to what is in question: a HelloRetryRequest is sent before that, and most alerts may be about something else. */
function isTold(outcome, alert) {
    return isAnswer(outcome) || (0,offer/* isRefusedBy */.EA)(outcome, alert);
}
/** Each by itself, in a hello that is accepted without it; unless there is none. */
function* askApart(context, left, joint) {
    const control = (frame) => ({ title: 'a hello with nothing odd in it', about: 'several', ...frame(context) });
    const known = isAnswer(joint) ? frameOf(joint.version) : null;
    const frame = known ?? bestOf(yield oddities_frames.map(control));
    if (!frame)
        return;
    const outcomes = yield left.map(oddity => oddities_offerOf(oddity, frame, context));
    if (known && outcomes.some(({ kind }) => kind === 'refused'))
        yield [control(frame)];
}
const isAnswer = (outcome) => outcome?.kind === 'accepted' && outcome.answer.hello.kind === 'server_hello';
/** Of the frames, which met these outcomes, the one to ask in: that of one version tells more about a server which has no TLS 1.3. */
function bestOf(outcomes) {
    const isMatching = (each, index) => isAnswer(each) && (index > 0 || each.version >= protocols/* tls13 */.mP);
    const fits = [isMatching, isAnswer, ({ kind }) => kind === 'accepted'];
    const [best] = fits.map(fit => outcomes.findIndex(fit)).filter(index => index >= 0);
    return best === undefined ? null : (oddities_frames[best] ?? null);
}
const oddities_offerOf = ({ title, about, of }, frame, context) => ({ title, about, ...of(frame, context) });
/** All of the same length, which then makes no difference between them. */
const usualBytes = 512;
const middlingBytes = 384;
const longBytes = 1700;
/** A hello of every version from TLS 1.0 on, with a share that opens the answer of TLS 1.3; with room for it in 256 bytes. */
function wide(context) {
    const { share, privateKey } = keyShare();
    const hello = (0,probe_hello/* helloOf */.s0)(context, {
        version: protocols/* tls13 */.mP,
        cipherSuites: usualSuites,
        groups: [0x001d, 0x0017, 0x0018, 0x0019, 0x0100],
        signatureSchemes: [0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601, 0x0807, 0x0201],
        shares: [share],
        extensions: [
            { kind: 'supported_versions', versions: [protocols/* tls13 */.mP, protocols/* tls12 */.t8, 0x0302, 0x0301] },
            { kind: 'extended_main_secret' },
            { kind: 'renegotiation_info', renegotiatedConnection: new Uint8Array(0) },
            { kind: 'ec_point_formats', formats: [0] },
        ],
    });
    return sized({ hello, privateKey }, usualBytes);
}
/** What nearly every server has one of: AEAD and CBC suites, for keys of RSA and of elliptic curves. */
const usualSuites = [
    0x1301, 0x1302, 0x1303, 0xc02f, 0xc02b, 0xc030, 0xc02c, 0xcca8, 0xcca9, 0xc013, 0xc014, 0xc009, 0xc00a, 0x009e, 0x009f, 0x0033, 0x0039,
    0x009c, 0x009d, 0x002f, 0x0035, 0x000a, 0x0005,
];
/** A hello of one version, and of none that came later. */
const narrow = (version) => context => sized({ hello: (0,probe_hello/* helloOf */.s0)(context, { version, cipherSuites: (0,ranking/* likelySuites */.KC)(version).slice(0, 64) }) }, usualBytes);
const narrowFrames = [protocols/* tls12 */.t8, 0x0302, 0x0301].map(version => ({ version, frame: narrow(version) }));
const oddities_frames = [wide, ...narrowFrames.map(({ frame }) => frame)];
/** What a server that chooses this version is known to take; null for SSLv3, of which there is no form with extensions. */
const frameOf = (version) => version >= protocols/* tls13 */.mP ? wide : (narrowFrames.find(each => each.version === version)?.frame ?? null);
function changed(change) {
    return (frame, context) => change(frame(context));
}
/** As long as that, by padding (RFC 7685); longer only where it is so without. */
function sized(plain, bytes) {
    const bare = { ...plain.hello, extensions: (plain.hello.extensions ?? []).filter(({ kind }) => kind !== 'padding') };
    const zeros = new Uint8Array(Math.max(bytes - (0,hello_bytes/* lengthOf */.Y)(bare) - 4, 1));
    return { ...plain, hello: { ...bare, extensions: [...bare.extensions, { kind: 'padding', zeros }] } };
}
/** Into the middle of the extensions, as the packets of a longer hello come. */
function split(plain) {
    return { ...plain, fragmentSize: 150 };
}
/** What SSL Labs asks with: 2.152 would be the next step. */
const strangeVersion = 0x0399;
/** In the field of old, where there is no list. */
function withStrangeVersion(plain) {
    const { hello } = plain;
    if (!hello.extensions?.some(({ kind }) => kind === 'supported_versions'))
        return { ...plain, hello: { ...hello, legacyVersion: strangeVersion } };
    return withExtensions(plain, each => each.kind === 'supported_versions' ? { ...each, versions: [strangeVersion, ...each.versions] } : each);
}
/** GREASE, RFC 8701 §2 */
const oddities_grease = [0x0a0a, 0x1a1a, 0x2a2a, 0x3a3a, 0x4a4a];
function withGrease(plain) {
    const { hello } = withExtensions(plain, each => {
        if (each.kind === 'supported_versions')
            return { ...each, versions: [oddities_grease[0], ...each.versions] };
        return each.kind === 'supported_groups' ? { ...each, groups: [oddities_grease[2], ...each.groups] } : each;
    });
    const extensions = [
        { kind: 'unknown', type: oddities_grease[3], body: new Uint8Array(0) },
        ...(hello.extensions ?? []),
        { kind: 'unknown', type: oddities_grease[4], body: new Uint8Array(1) },
    ];
    return sized({ ...plain, hello: { ...hello, cipherSuites: [oddities_grease[1], ...hello.cipherSuites], extensions } }, usualBytes);
}
const mlkemHybrid = 0x11ec;
/** As clients of today have it, X25519MLKEM768; in the form of one, since nobody has the private key. */
function withHybridShare(plain, { random }) {
    return withExtensions(plain, each => {
        if (each.kind === 'supported_groups')
            return { ...each, groups: [mlkemHybrid, ...each.groups] };
        if (each.kind !== 'key_share')
            return each;
        const x25519 = each.shares.map(({ keyExchange }) => keyExchange);
        return { ...each, shares: [{ group: mlkemHybrid, keyExchange: Buffer.concat([mlkem768Key(random), ...x25519]) }, ...each.shares] };
    });
}
function withExtensions(plain, change) {
    return { ...plain, hello: { ...plain.hello, extensions: plain.hello.extensions?.map(change) ?? null } };
}

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/survey/questions.js
// What a full survey asks beside the versions and the oddities: SSLv2, and a needless fallback.






/** One hello, which names all that there is to know. */
function* askSslv2(context) {
    yield [sslv2Offer(context)];
}
/** What a client sends that has failed with a newer version. Which version is the newest is not known here, so it goes down to that alert. */
function* askFallback(context) {
    for (const version of [0x0303, 0x0302, 0x0301]) {
        const hello = (0,probe_hello/* helloOf */.s0)(context, { version, cipherSuites: [...(0,ranking/* likelySuites */.KC)(version).slice(0, 64), cipher_suites/* fallbackScsv */.O8] });
        const [outcome] = yield [{ title: 'TLS_FALLBACK_SCSV', about: 'fallback', hello }];
        if ((0,offer/* isRefusedBy */.EA)(outcome, alerts/* inappropriateFallback */.h9))
            return;
    }
}

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/survey/dimension.js
// One part of the hellos of a version that is being enumerated: what of it was found, what is open, and in which portions that is asked next.
// It knows nothing of hellos.
/** What each dimension has: members that are found one by one, since an answer names one of those that were listed. */
class Members {
    /** Every member there is, the likeliest first. */
    candidates;
    /** In the order they were found. */
    found = [];
    /** Neither found nor decided, the likeliest first. */
    open;
    constructor(candidates) {
        this.candidates = candidates;
        this.open = candidates;
    }
    get isDone() {
        return this.open.length === 0;
    }
    /** Whether a member is new. */
    find(code) {
        if (this.found.includes(code) || !this.candidates.includes(code))
            return false;
        this.found.push(code);
        this.open = this.open.filter(each => each !== code);
        return true;
    }
    /** What was asked with nothing else in question is refused, or is not going to be known. */
    close(portion) {
        this.open = this.open.filter(code => !portion.includes(code));
    }
}
/** Members in so many portions, each with some of the likeliest. */
function dealt(codes, count) {
    const portions = Array.from({ length: Math.min(count, codes.length) }, () => []);
    for (const [index, code] of codes.entries())
        portions[index % portions.length]?.push(code);
    return portions;
}
/** How many portions of suites are asked for at a time: at first, at most, and how fast that grows while each has something. */
const width = { first: 3, most: 8, growth: 2 };
/** A server with so many suites is likely to have many more. */
const many = 5;
/** A server with so many suites has all that there are. */
const withoutNumber = 16;
/** So many groups or schemes that are not likely are found one by one; whoever has more is asked for several at a time. */
const mostStreak = 4;
/** The suites that are likely, or the others, in as many portions as had something before. */
class Lot {
    #width;
    #portions = [];
    constructor(atFirst) {
        this.#width = atFirst;
    }
    /** @param size the most of a portion */
    dealt(codes, size) {
        this.#portions = dealt(codes, Math.max(this.#width, Math.ceil(codes.length / size)));
        return this.#portions;
    }
    /** @param fruitful those of the portions that had something */
    had(fruitful, areMany) {
        const { length } = this.#portions;
        if (length === 0)
            return;
        const hits = this.#portions.filter(portion => fruitful.has(portion)).length;
        // What was refused is done with; what is left then is less likely than it was thought.
        this.#width = hits < length ? Math.ceil(hits / 2) : areMany ? Math.min(length * width.growth, width.most) : 1;
    }
}
/** The cipher suites of a version. All that are open are asked for in each round, so that a portion that is refused is done with. */
class Suites extends Members {
    #size;
    /** Whether each of the portions asked last had something, as what is asked along with one hopes for. */
    isPlentiful = true;
    #leader = null;
    /** How many of the open ones, from the first on, the server is likely to have. */
    #likely = 0;
    #lots;
    /**
     * @param size the most suites of a hello
     * @param common how many of them a server is likely to have
     */
    constructor(candidates, size, common) {
        super(candidates);
        this.#size = size;
        this.#lots = { likely: new Lot(Math.min(width.first, common)), others: new Lot(1) };
    }
    /** Has it ask first, and one by one, for what a newer version of the same server has: that is likely to be all that it has, too. */
    follow(leader) {
        this.#leader = leader;
    }
    /** Whether what the newer version has is still being found out: until then little else is asked for. */
    get isWaiting() {
        return this.#leader !== null && !this.#leader.isDone;
    }
    /** So many that what is found says what else there is. */
    get areMany() {
        return this.found.length >= many;
    }
    /** So many that it takes many rounds to find them. */
    get areWithoutNumber() {
        return this.found.length >= withoutNumber;
    }
    /** Puts those that the server is likely to have before all others. */
    expect(isLikely) {
        const { likely = [], others = [] } = Object.groupBy(this.open, code => (isLikely(code) ? 'likely' : 'others'));
        this.#likely = likely.length;
        this.open = [...likely, ...others];
    }
    portions() {
        const isLed = (code) => this.#leader?.found.includes(code) === true;
        const single = this.open.filter(isLed).map(code => [code]);
        const rest = this.open.filter(code => !isLed(code));
        // Meanwhile all others in one hello: what it finds need not be asked for by itself.
        if (this.isWaiting)
            return rest.length > 0 ? [...single, rest.slice(0, this.#size)] : single;
        // Where there are many, the guess is good. What is not likely then is left to as few hellos as can list it.
        const likely = this.#leader ? 0 : this.areMany ? this.#likely : rest.length;
        const { likely: first, others } = this.#lots;
        return [...single, ...first.dealt(rest.slice(0, likely), this.#size), ...others.dealt(rest.slice(likely), this.#size)];
    }
    /** How many portions there are going to be next, as far as can be told while so many are being asked for. */
    following(portions) {
        if (this.areMany || this.#leader)
            return Math.max(0, Math.min(portions, this.open.length - portions));
        return portions > 2 ? 2 : 0;
    }
    /** @param fruitful those of the portions that had something */
    had(fruitful, wereAll) {
        this.isPlentiful = wereAll;
        for (const lot of Object.values(this.#lots))
            lot.had(fruitful, this.areMany);
    }
}
/** Groups or signature schemes: asked for along with suites, and with each other, as long as the server is likely to have them. */
class Rider extends Members {
    part;
    /**
     * Whether the server takes the first it knows of what the client lists. Then everything can stand behind what is asked, and nothing is ever
     * refused for that.
     */
    clientChooses = false;
    /** In how many rounds a hello that asked for it and for something else was refused: after one only suites that go with it will do, then none. */
    refusals = 0;
    /** Whether no suite was found yet whose answer speaks of it. */
    isMute = false;
    /** Whether the rest was refused while suites were still being found: it is asked for again after them. */
    isRefusedEarly = false;
    /** Those of the open ones that the server is likely to have. */
    #eager = [];
    #doubted = new Set();
    #leader = null;
    #width = width.first;
    /** How often in a row asking alone has found something. */
    #streak = 0;
    constructor(part, candidates) {
        super(candidates);
        this.part = part;
    }
    /** Has it ask along for what a newer version of the same server has. */
    follow(leader) {
        this.#leader = leader;
    }
    /** Has those of the open ones asked along, but for what was doubted. */
    expect(isCommon) {
        const isLikely = (code) => this.#leader?.found.includes(code) ?? isCommon(code);
        this.#eager = this.open.filter(code => this.#eager.includes(code) || (isLikely(code) && !this.#doubted.has(code)));
    }
    /** How many are asked along with other parts. */
    get riding() {
        return this.#eager.length;
    }
    /** What to ask for along with other parts. */
    slices() {
        return dealt(this.#eager, this.#width);
    }
    /** The same one by one. */
    singles() {
        return this.#eager.map(code => [code]);
    }
    /** Asks for nothing along any more. */
    dismount() {
        this.doubt(this.#eager);
    }
    /** What to ask for with nothing else in question: all that is open, once nothing is asked along any more. */
    rest() {
        return this.#eager.length > 0 ? [] : this.open;
    }
    /** What to list where it is not in question: everything, first what is known to work. */
    get wide() {
        return [...new Set([...this.found, ...this.candidates])];
    }
    /** The slice with everything behind it: a server that takes the first it knows of the list shows whether it has any of the slice. */
    before(slice) {
        return [...new Set([...slice, ...this.#eager.toReversed(), ...this.wide])];
    }
    find(code) {
        this.isMute = false;
        this.#eager = this.#eager.filter(each => each !== code);
        return super.find(code);
    }
    /** Of what was listed this was chosen. */
    chose(chosen, listed) {
        const passed = listed.slice(0, listed.indexOf(chosen));
        if (passed.some(code => this.found.includes(code)))
            this.clientChooses = false;
        else if (this.clientChooses)
            this.doubt(passed);
    }
    /** What was passed over is not that likely after all. */
    doubt(codes) {
        for (const code of codes)
            this.#doubted.add(code);
        this.#eager = this.#eager.filter(code => !codes.includes(code));
    }
    close(portion) {
        this.#streak = 0;
        this.doubt(portion);
        super.close(portion);
    }
    /** Asked alone, the rest had something. */
    hadMore() {
        this.#streak++;
        if (this.#streak > mostStreak)
            this.#eager = this.open;
    }
    /** So many of so many slices had something. */
    had(hits, slices) {
        this.#width = hits < slices ? Math.max(hits, 1) : Math.min(slices + 1, width.most);
    }
}

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/survey/enumeration.js
// Finds every suite, group and signature scheme of a version with as few hellos as it can: each asks for a portion of several of them at once,
// and an answer names one of each. A refused hello decides the one portion in question; where there were several, they are asked again apart.

/** Runs until every team has nothing left to ask. */
function* enumerate(teams) {
    for (let isFirst = true;; isFirst = false) {
        const rounds = teams.map(team => ({ team, asks: round(team, isFirst) }));
        const offers = rounds.flatMap(({ asks }) => asks.map(({ offer }) => offer));
        if (offers.length === 0 && !teams.some(({ suites }) => suites?.isWaiting))
            return;
        const outcomes = yield (0,offer/* followedBy */.gx)(sum(rounds.map(({ team, asks }) => following(team, asks))), offers);
        let from = 0;
        for (const { team, asks } of rounds) {
            learn(team, asks, outcomes.slice(from, from + asks.length));
            from += asks.length;
        }
    }
}
function round(team, isFirst) {
    team.expect();
    const portions = team.suites?.portions() ?? [];
    const isLate = (portions.length === 0 && !team.suites?.isWaiting) || !team.waitsForSuites;
    if (isLate && !isFirst)
        dismountLast(team.riders);
    const riders = team.riders.filter(rider => isLate || !rider.isMute);
    const seats = portions.map(() => []);
    for (const rider of riders.toSorted((a, b) => a.refusals - b.refusals))
        takeSeats(team, rider, portions, seats, isFirst);
    const joint = seats.map((slices, index) => ask(team, portions[index] ?? null, slices));
    // Which groups there are hangs on no suite, once there is one that goes with any.
    const isFinal = (rider) => isLate || (!isFirst && rider.part === 'groups' && team.suites?.found.some(code => team.carries(code, { rider, codes: [] })) === true);
    // Where there are suites without number, what is found one by one would be found last, with nothing beside it.
    const isEarly = (rider) => !isFirst && team.suites?.areWithoutNumber === true && !rider.isRefusedEarly;
    const resting = riders.filter(rider => rider.rest().length > 0 && (isFinal(rider) || isEarly(rider)));
    const alone = resting.flatMap(rider => team.apart({ rider, codes: rider.rest() }).map(codes => ({ ...ask(team, null, [{ rider, codes }], true), isEarly: !isFinal(rider) })));
    return [...joint, ...alone];
}
/** Finds hellos to ask for slices of a rider in: those of the portions of suites, or more of them. */
function takeSeats({ suites, carries, apart }, rider, portions, seats, isFirst) {
    const isBoarding = suites !== null && !suites.isDone && suites.isPlentiful && !rider.clientChooses && rider.refusals < 2;
    if (!isFirst && isBoarding && (suites.areMany || suites.isWaiting || rider.refusals > 0)) {
        // There are portions enough to wait for those that go with it.
        for (const codes of rider.singles()) {
            const slice = { rider, codes };
            const seat = seats.find((taken, index) => !taken.some(other => other.rider === rider) && portions[index]?.every(suite => carries(suite, slice)));
            seat?.push(slice);
        }
        return;
    }
    // What can be refused would take a portion of suites with it; only what is asked first is nearly certain to be accepted.
    const isWelcome = isFirst || (rider.clientChooses && suites?.isPlentiful);
    const from = isWelcome ? 0 : rider.refusals > 0 ? seats.length : portions.length;
    const slices = isWelcome ? rider.slices() : rider.slices().flatMap(codes => apart({ rider, codes }));
    for (const [index, codes] of slices.entries()) {
        const seat = seats[from + index];
        if (seat)
            seat.push({ rider, codes });
        else
            seats.push([{ rider, codes }]);
    }
}
/** The last few have nothing to be asked along with, and as slices would be refused one by one. */
function dismountLast(riders) {
    const [rider, ...others] = riders.filter(({ riding }) => riding > 0);
    if (rider && others.length === 0 && rider.riding <= 2 && !rider.clientChooses)
        rider.dismount();
}
function ask(team, portion, slices, isRest = false) {
    const isSafe = ({ rider }) => rider.clientChooses && !isRest;
    const inQuestion = [
        ...(portion ? ['cipher-suites'] : []),
        ...slices.filter(slice => !isSafe(slice)).map(({ rider }) => rider.part),
    ];
    const [only] = inQuestion.length === 1 ? inQuestion : [];
    const listed = {
        question: questionOf(portion, slices),
        about: only ?? 'several',
        ...(portion && { suites: portion }),
        ...Object.fromEntries(slices.map(slice => [slice.rider.part, isSafe(slice) ? slice.rider.before(slice.codes) : slice.codes])),
    };
    return { offer: team.offer(listed), listed, portion, slices, isRest, isEarly: false };
}
function questionOf(portion, slices) {
    const nouns = { groups: 'group', 'signature-schemes': 'signature scheme' };
    const counted = slices.map(({ rider, codes }) => counting(codes, nouns[rider.part]));
    return [...(portion ? [counting(portion, 'cipher suite')] : []), ...counted].join(', ');
}
/** '2 cipher suites' */
const counting = ({ length }, noun) => `${length} ${noun}${length === 1 ? '' : 's'}`;
/** How many hellos a team is going to ask next, if the answers are as expected. */
function following({ suites, riders }, asks) {
    const portions = asks.filter(({ portion }) => portion).length;
    const next = riders.map(rider => {
        if (rider.isDone || asks.some(({ isRest, slices }) => isRest && slices.some(slice => slice.rider === rider)))
            return 0;
        const slices = asks.flatMap(each => each.slices.filter(slice => slice.rider === rider)).length;
        return Math.max(1, Math.min(slices, rider.riding - slices));
    });
    return (suites?.following(portions) ?? 0) + sum(next);
}
const sum = (counts) => counts.reduce((total, count) => total + count, 0);
function learn(team, asks, outcomes) {
    const answers = asks.map((each, index) => ({ ask: each, answer: answerOf(team, outcomes[index]) }));
    // First all that was found, so that nothing of it is counted among what is open.
    for (const { answer } of answers)
        if (answer)
            takeDown(team, answer);
    for (const { ask: each, answer } of answers)
        if (answer)
            accepted(team, each, answer);
    const wary = new Set(answers.flatMap(({ ask: each, answer }) => (answer ? [] : refused(team, each))));
    for (const rider of wary)
        rider.refusals++;
    // One that was asked by itself says nothing of how many more there are.
    const portions = answers.filter(({ ask: { portion } }) => portion && portion.length > 1);
    const fruitful = answers.flatMap(({ ask: { portion }, answer }) => (portion && answer ? [portion] : []));
    if (portions.length > 0)
        team.suites?.had(new Set(fruitful), portions.every(({ answer }) => answer));
    for (const rider of team.riders) {
        const asked = answers.flatMap(({ ask: { slices, listed, isRest }, answer }) => !answer && listed.about === 'cipher-suites'
            ? []
            : slices
                .filter(slice => slice.rider === rider && !isRest)
                .map(({ codes }) => codes.includes((answer && chosenOf(rider, answer)) ?? -1)));
        if (asked.length > 0)
            rider.had(asked.filter(Boolean).length, asked.length);
    }
}
function accepted({ suites }, { listed, portion, slices, isRest }, answer) {
    for (const { rider, codes } of slices) {
        const chosen = chosenOf(rider, answer);
        if (chosen === null) {
            // Another portion of suites may have one that speaks of it. What is known to work has not; as long as there may be more, it can wait.
            if (portion)
                continue;
            if (suites && !suites.isDone)
                rider.isMute = true;
            else if (isRest)
                rider.close(codes);
            else
                rider.doubt(codes);
        }
        else if (isRest) {
            if (codes.includes(chosen))
                rider.hadMore();
            else
                rider.close(codes);
        }
        else if (codes.includes(chosen) || rider.clientChooses)
            rider.chose(chosen, listed[rider.part] ?? []);
        // The curve of the certificate, without which no question of a group can be put.
        else
            rider.doubt(codes);
    }
}
/**
 * Or not answered at all, which leaves it unknown: there is no sense in asking on.
 * @returns the riders that may be the reason, or the others
 */
function refused(team, { listed, portion, slices, isEarly }) {
    for (const { rider, codes } of slices) {
        if (isEarly)
            rider.isRefusedEarly = true;
        else if (listed.about === rider.part)
            rider.close(codes);
        else if (listed.about === 'several' && rider.clientChooses)
            rider.doubt(codes);
    }
    if (portion && listed.about === 'cipher-suites')
        team.suites?.close(portion);
    return listed.about === 'several' ? slices.flatMap(({ rider }) => (rider.clientChooses ? [] : [rider])) : [];
}
/** The answer, if it is one of this version. */
const answerOf = ({ version }, outcome) => outcome?.kind === 'accepted' && outcome.version === version ? outcome : null;
/** What an answer says of a dimension; null where it says nothing. */
const chosenOf = ({ part }, { group, signatureScheme }) => (part === 'groups' ? group : signatureScheme);
function takeDown({ suites, riders }, answer) {
    suites?.find(answer.cipherSuite);
    for (const rider of riders) {
        const chosen = chosenOf(rider, answer);
        if (chosen !== null)
            rider.find(chosen);
    }
}
/** Takes down what answers name that were not asked for in rounds. */
function takeDownAll(teams, outcomes) {
    for (const team of teams)
        for (const outcome of outcomes) {
            const answer = answerOf(team, outcome);
            if (answer)
                takeDown(team, answer);
        }
}

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/survey/version.js
// The survey of one version of SSL and TLS: whether it is there, and with which cipher suites, groups and signature schemes.













/**
 * Asks everything of some versions, each in a probe of its own, to be run side by side. They have suites in common: what the newest has that is
 * there, the others are likely to have as well, and so wait for it.
 * @param versions 0x0300 to 0x0304, newest first
 */
function surveyVersions(context, versions) {
    const surveys = versions.map(version => new VersionSurvey(context, version));
    return surveys.map((survey, index) => survey.noting(everythingOf(context, survey, versions[index] ?? 0, surveys.slice(0, index))));
}
function* everythingOf(context, survey, version, newer) {
    // An old version is refused as a rule, for which one hello will do.
    const [forward] = yield* survey.put(version < protocols/* tls12 */.t8 ? [survey.forward()] : survey.first());
    if (isRefusal(forward, version))
        return;
    if (version < protocols/* tls12 */.t8 && forward?.kind === 'accepted')
        yield* survey.put([survey.backward()]);
    yield* survey.findFirst(forward);
    if (!survey.isThere) {
        if (version >= protocols/* tls13 */.mP && forward?.kind === 'refused')
            yield [eitherOffer(context)];
        return;
    }
    while (newer.some(({ isThere, isOver }) => !isThere && !isOver))
        yield [];
    const leader = newer.find(({ isThere }) => isThere);
    if (leader)
        survey.follow(leader);
    yield* together([enumerate(survey.teams), survey.settle()]);
}
/** Whether the answer refuses the whole version: by alert protocol_version, or by an older version. */
function isRefusal(outcome, version) {
    if (outcome?.kind === 'accepted')
        return outcome.version < version;
    return (0,offer/* refusesVersion */.su)(outcome);
}
class VersionSurvey {
    teams;
    /** Whether there is nothing more to come of it. */
    isOver = false;
    #context;
    #version;
    #suites;
    #groups;
    #schemes;
    /** TLS 1.3: the share that opens the server's flight, which has the signature. */
    #share;
    /** Whether the first suite of the client's that the server knows is taken. */
    #clientChooses = false;
    /** TLS 1.3: whether the server answers a hello without a share, as every server should (RFC 8446 §4.1.4). */
    #retries = true;
    #answered = [];
    /** Pairs of suites that hellos of this round put in order. */
    #pairs = new Set();
    constructor(context, version) {
        this.#context = context;
        this.#version = version;
        this.#share = version >= protocols/* tls13 */.mP ? keyShare() : null;
        this.#suites = new Suites((0,ranking/* likelySuites */.KC)(version), probe_hello/* suitesPerHello */.FY, version >= protocols/* tls13 */.mP ? 2 : probe_hello/* suitesPerHello */.FY);
        this.#groups = new Rider('groups', version > protocols/* ssl3 */.IY ? (0,probe_hello/* everyGroup */.JJ)() : []);
        this.#schemes = new Rider('signature-schemes', version >= protocols/* tls12 */.t8 ? (0,probe_hello/* everySignatureScheme */.Lp)() : []);
        const team = (suites, ...riders) => ({
            version,
            suites,
            riders,
            waitsForSuites: this.#share === null,
            expect: () => this.#expect(),
            carries: (suite, { rider, codes }) => (0,ranking/* canCarry */.gh)(suite, rider.part, codes),
            apart: ({ rider, codes }) => (rider.part === 'groups' ? [codes] : this.#byCertificate(codes)),
            offer: listed => this.#offer(listed),
        });
        // The signature of TLS 1.3 is sealed for whoever has no share, and a HelloRetryRequest, which names the group, is for those who have none.
        this.teams = this.#share
            ? [team(this.#suites, this.#groups), team(null, this.#schemes)]
            : [team(this.#suites, this.#groups, this.#schemes)];
    }
    get isThere() {
        return this.#suites.found.length > 0;
    }
    /** Expects what a newer version has. */
    follow(leader) {
        this.#suites.follow(leader.#suites);
        this.#groups.follow(leader.#groups);
    }
    /** Everything likely, the likeliest first. */
    forward() {
        // With TLS 1.3 the hello with a share finds x25519.
        const groups = this.#share ? this.#groups.candidates.filter(code => code !== this.#share?.share.group) : this.#groups.candidates;
        return this.#offer({
            question: 'the likely cipher suites',
            about: this.#share ? 'several' : 'cipher-suites',
            suites: this.#likely,
            groups,
        });
    }
    /**
     * The same suites the other way round, which shows whose order counts. Without the groups and schemes that were answered with already,
     * since a server that has but them is hardly there. Asks for compression too.
     */
    backward() {
        // Before TLS 1.3 a certificate may need the second.
        const usual = usualGroups.slice(0, this.#share ? 2 : 1);
        return this.#offer({
            question: 'the likely cipher suites in reverse',
            about: 'several',
            suites: backward(this.#likely, ranking/* isCarrier */.FX),
            groups: backward(this.#groups.candidates, ranking/* isCommonGroup */.l3).filter(code => !usual.includes(code)),
            ...(!this.#share && {
                'signature-schemes': backward(this.#schemes.candidates, code => (0,ranking/* isCommonScheme */.dX)(code, this.#version)).filter(code => !version_usualSchemes.includes(code)),
            }),
            compressionMethods: [deflate, 0],
        });
    }
    /** What to begin with where the version is likely to be there. */
    first() {
        const { candidates } = this.#schemes;
        const shared = this.#offer({ question: 'every cipher suite and a key share', about: 'cipher-suites', 'signature-schemes': candidates });
        return [this.forward(), this.backward(), ...(this.#share ? [shared] : [])];
    }
    /** Runs a probe, and keeps what it is told. */
    *noting(probe) {
        for (let turn = probe.next(); !turn.done;) {
            const offers = turn.value;
            const outcomes = yield offers;
            this.#pairs.clear();
            for (const [index, offer] of offers.entries()) {
                const outcome = outcomes[index];
                if (outcome)
                    this.#answered.push({ offer, outcome });
            }
            turn = probe.next(outcomes);
        }
        this.isOver = true;
        this.#suites.close(this.#suites.candidates); // or whoever waits for it would wait for ever
    }
    /** Puts offers, and takes down what their answers name. */
    *put(offers) {
        const outcomes = yield offers;
        takeDownAll(this.teams, outcomes);
        return outcomes;
    }
    /** Nothing is known to work as long as no suite is; so the suites go first, by themselves. */
    *findFirst(forward) {
        if (forward?.kind === 'accepted') {
            this.#clientChooses = this.#order().by === 'client';
            // As a rule one setting is for all of them; but the group of a HelloRetryRequest is mostly the server's choice.
            for (const rider of [this.#groups, this.#schemes])
                rider.clientChooses = this.#clientChooses && !this.#share;
            return;
        }
        if (this.#share) {
            if (!this.isThere)
                return;
            // With a share it is accepted. Either x25519 is all that the server has, or it answers no hello without a share: then of the groups
            // nothing more can be found out.
            const retry = this.#offer({ question: 'every group and no key share', about: 'several' });
            const [outcome] = yield* this.put([retry]);
            this.#retries = outcome?.kind === 'accepted';
            if (!this.#retries)
                this.#groups.close(this.#groups.candidates);
            return;
        }
        if (!this.isThere)
            this.#suites.close(this.#likely);
        while (!this.isThere && !this.#suites.isDone) {
            const portions = this.#suites.portions();
            const outcomes = yield* this.put(portions.map(suites => this.#offer({ question: counting(suites, 'cipher suite'), about: 'cipher-suites', suites })));
            for (const [index, outcome] of outcomes.entries())
                if (outcome.kind !== 'accepted')
                    this.#suites.close(portions[index] ?? []);
        }
    }
    #expect() {
        const { found, areMany } = this.#suites;
        this.#suites.expect(areMany ? (0,ranking/* isMixOf */.iw)(found) : (0,ranking/* isAuthenticatedAs */.AL)(found));
        this.#groups.expect(code => (0,ranking/* isCommonGroup */.l3)(code) && (this.#share !== null || (0,ranking/* isCurve */.c3)(code)));
        const kinds = new Set(this.#schemes.found.map(ranking/* keyKindOf */.lJ));
        this.#schemes.expect(code => kinds.has((0,ranking/* keyKindOf */.lJ)(code)) && (0,ranking/* isCommonScheme */.dX)(code, this.#version));
    }
    /**
     * When all suites are found, what is left of the server's order, a second key of finite-field Diffie-Hellman to compare the first with, and
     * compression, where the only hello that offered it was refused.
     */
    *settle() {
        while (!this.#suites.isDone)
            yield [];
        const [once, ...more] = this.#answered.filter(({ outcome }) => outcome.kind === 'accepted' && hasDhKey(outcome));
        const again = once?.outcome.kind === 'accepted' && more.length === 0 ? [[once.outcome.cipherSuite]] : [];
        const askFor = (suites) => this.#offer({ question: counting(suites, 'cipher suite'), about: 'cipher-suites', suites });
        // Each round may show that the guess was wrong, and make another; an order that is still not found after some is none.
        for (let round = 0, asked = [...again.map(askFor), ...this.#compression()]; round < version_rounds; round++, asked = []) {
            const offers = [...asked, ...this.#order().guessed.map(pair => askFor(pair.toReversed()))];
            if (offers.length === 0)
                return;
            yield offers;
        }
    }
    /** DEFLATE in a hello that works, if none was accepted that offered it. */
    #compression() {
        const isTold = this.#answered.some(({ offer: { hello }, outcome }) => outcome.kind === 'accepted' && hello.kind === 'client_hello' && hello.compressionMethods.includes(deflate));
        if (isTold || this.#share || !this.isThere)
            return [];
        return [
            this.#offer({
                question: 'compression',
                about: 'several',
                suites: this.#suites.found.slice(0, probe_hello/* suitesPerHello */.FY),
                compressionMethods: [deflate, 0],
            }),
        ];
    }
    /** Of so many suites that it would cost more to find the order than the suites, only whose order it is. */
    #order() {
        const { found } = this.#suites;
        if (this.#clientChooses)
            return { by: 'client', suites: found, guessed: [] };
        // Of two ChaCha20 does not come first, see chaChaNotFirst.
        const compared = found.length > version_orderedSuites ? found.filter(code => !(0,cipher_suite_parts/* isChaCha */.hm)(code)).slice(0, 2) : found;
        return orderOf(this.#version, this.#suites.candidates.filter(code => compared.includes(code)), this.#answered);
    }
    /** A pair of suites whose order is not known, to ask for something else with. The one thought to come second stands first. */
    #pairOf(allowed) {
        const pair = this.#order().guessed.find(codes => codes.every(code => allowed.includes(code)) && !this.#pairs.has(String(codes)));
        if (!pair)
            return null;
        this.#pairs.add(String(pair));
        return pair.toReversed();
    }
    /** What to list where the suites are not in question: what is known to work and speaks of what is asked. */
    #carrying({ about, 'signature-schemes': schemes }) {
        if (!this.isThere)
            return this.#likely;
        const all = (0,ranking/* carriers */.Mf)(this.#suites.found, about);
        const keys = new Set(schemes?.map(code => this.#keyFor(code)));
        const fitting = about === 'signature-schemes' ? all.filter(code => keys.has((0,cipher_suite_parts/* authenticationOf */.Uf)(code))) : all;
        const mixed = schemes !== undefined && new Set(fitting.map(cipher_suite_parts/* authenticationOf */.Uf)).size > 1;
        return (mixed ? null : this.#pairOf(fitting)) ?? fitting;
    }
    /** Schemes by the certificate to ask for them with. One that is chosen for a scheme it cannot sign after all would be refused with all others. */
    #byCertificate(schemes) {
        return [...Map.groupBy(schemes, code => this.#keyFor(code)).values()];
    }
    /** As suites name it: that which the scheme is for, or any where no suite is found that has it; null in TLS 1.3. */
    #keyFor(scheme) {
        const found = (0,ranking/* carriers */.Mf)(this.#suites.found, 'signature-schemes').map(cipher_suite_parts/* authenticationOf */.Uf);
        const key = (0,signature_schemes/* authenticationFor */.e0)(scheme);
        return found.includes(key) ? key : (found[0] ?? null);
    }
    get #likely() {
        return this.#suites.candidates.slice(0, probe_hello/* suitesPerHello */.FY);
    }
    /** With the curve of the certificate where no other will do: it has to be there, whatever the key exchange is made with (RFC 8422 §5.1). */
    #withCurve(groups, suites) {
        const others = suites.filter(code => (0,cipher_suite_parts/* authenticationOf */.Uf)(code) !== 'ECDSA');
        if (this.#share || others.length === suites.length || others.some(code => this.#suites.found.includes(code)))
            return groups;
        const curves = this.#answered.flatMap(({ outcome }) => (outcome.kind === 'accepted' ? ((0,leaf_curve/* curveOf */.F)(outcome.answer) ?? []) : []));
        return [...groups, ...curves.slice(0, 1).filter(curve => !groups.includes(curve))];
    }
    #offer(listed) {
        const { question, about, compressionMethods, 'signature-schemes': schemes } = listed;
        const suites = listed.suites ?? this.#carrying(listed);
        const share = schemes || !this.#retries ? this.#share : null;
        const hello = (0,probe_hello/* helloOf */.s0)(this.#context, {
            version: this.#version,
            cipherSuites: chaChaNotFirst(suites),
            groups: listed.groups ? this.#withCurve(listed.groups, suites) : this.#groups.wide,
            signatureSchemes: schemes ?? this.#schemes.wide,
            ...(share && { shares: [share.share] }),
            ...(compressionMethods && this.#version < protocols/* tls13 */.mP && { compressionMethods }),
        });
        return { title: `${question} of ${protocols/* protocols */.WH.label(this.#version)}`, about, hello, ...(share && { privateKey: share.privateKey }) };
    }
}
/** RFC 3749 §2 */
const deflate = 1;
/** The most suites of a version to find the order of, and how often to guess it. */
const version_orderedSuites = 16;
const version_rounds = 3;
const hasDhKey = ({ answer: { keyExchange } }) => keyExchange?.form === 'fields' && keyExchange.params?.kind === 'dh';
/** What a server with the usual settings takes of a hello that has everything. */
const usualGroups = [0x001d, 0x0017];
const version_usualSchemes = [0x0804, 0x0403];
/** The likely ones turned round and the others behind them: what nobody knows should not come first, where some servers stumble over it. */
function backward(codes, isLikely) {
    return [...codes.filter(isLikely).reverse(), ...codes.filter(code => !isLikely(code))];
}
/** OpenSSL can be told to take ChaCha20 from whoever lists it first, its own order notwithstanding. */
function chaChaNotFirst(codes) {
    const first = codes.find(code => !(0,cipher_suite_parts/* isChaCha */.hm)(code));
    return first === undefined ? codes : [first, ...codes.filter(code => code !== first)];
}

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/survey/full.js




/** Runs to put over one line at the same time; what they find out is in the ledger of what was asked. */
function fullSurvey(context) {
    return [
        // Those that take the most rounds first.
        ...surveyVersions(context, [0x0303, 0x0302, 0x0301, 0x0300]),
        ...surveyVersions(context, [0x0304]),
        askOddities(context),
        askFallback(context),
        askSslv2(context),
    ].map(without_srp/* withoutSrp */.O);
}

// EXTERNAL MODULE: ./build/commonjs/esm/usage-error.js
var usage_error = __webpack_require__(4994);
;// CONCATENATED MODULE: ./build/commonjs/esm/inquiry.js
// What is asked of one endpoint beside the handshake, and what follows from it: survey, policy, vulnerabilities, clients. Loaded only when asked.

























/**
 * What the options ask to be found out.
 * @param clients that are wanted, or not, beside those of the policy
 * @throws UsageError for a name in the policy that nobody knows, and for a budget in which the policy can never be decided
 */
function inquiryOf(options, clients = {}) {
    const { survey = 'policy', policy = (0,policies.policyNamed)('default'), connections, budget, active, iOwnThisHost, as } = options;
    const asked = as === undefined ? clients : inquiry_together(clients, { require: [as] });
    const questions = {
        kind: survey === 'full' ? 'full' : 'policy',
        policy: Object.keys(asked).length === 0 ? policy : { ...policy, clients: inquiry_together(policy.clients, asked) },
        connections,
        budget,
        active: active ? { iOwnThisHost: iOwnThisHost === true } : null,
    };
    refuseUnknown(questions.policy);
    const least = budget === undefined ? 0 : leastConnections(questions.policy);
    if (budget !== undefined && budget < least)
        throw new usage_error/* UsageError */.e(`the policy ${policy.id} cannot be decided with ${budget} connections`, `give a budget of ${least} or more, or leave it out`);
    return {
        kind: questions.kind,
        policy: questions.policy,
        begin: client => begin(questions, client),
        ask: (endpoint, begun) => inquiry_ask(questions, endpoint, begun),
        judge: (findings, shown) => {
            if (findings)
                return judge(questions, findings, shown);
            return { survey: null, checks: [unanswered('there was no connection to ask on', shown)] };
        },
    };
}
/** What either of the two wants. */
function inquiry_together(one, other) {
    const lists = new Set([...Object.keys(one), ...Object.keys(other)]);
    return Object.fromEntries([...lists].map(list => [list, [...new Set([...(one[list] ?? []), ...(other[list] ?? [])])]]));
}
/** @throws UsageError for a name that nobody knows; before anything is asked, and not in the policies that come with tlsgate */
function refuseUnknown(policy) {
    if (!policies.policies.includes(policy))
        (0,shape/* refuseProblems */.nN)(policy.id, (0,shape/* shapeProblems */.qf)(policy));
    wantedClients(policy);
    if (!policies.policies.includes(policy))
        (0,shape/* refuseProblems */.nN)(policy.id, (0,extend/* policyProblems */.NP)(policy));
}
function leastConnections(policy) {
    return planOf(policy, { servername: null, alpn: [], random, known: null }).leastConnections + wantedClients(policy).length;
}
function begin({ policy }, { servername, alpn }) {
    meaningOf(policy); // by which the answers will be judged
    return fullSurvey({ servername, alpn, random }).map(madeAhead);
}
async function inquiry_ask(questions, endpoint, begun) {
    const { kind, policy, connections: limit, budget, active } = questions;
    const { route, servername, alpn, shown, env, clock, signal } = endpoint;
    const context = { servername, alpn, random, known: shown && knownOf(shown.handshake, shown.leaf) };
    const line = new probe_line/* Line */.N({ route, env, clock, signal, budget: budget ?? null, connections: limit ?? (0,gate_options/* usualConnections */.Yw)(route.target) });
    const clients = wantedClients(policy).map(profile => clientOffer(profile, context));
    const probes = [
        ...(kind === 'full' ? (begun ?? begin(questions, endpoint)) : planOf(policy, context).probes),
        ...(clients.length > 0 ? [inquiry_once(clients)] : []),
    ];
    // Whole handshakes are dear: where connections are counted none is made for this.
    const sessions = kind === 'full' && budget === undefined ? probeResumption(endpoint, endpoint.handshake) : null;
    await Promise.all(probes.map(probe => line.run(probe)));
    await line.settle();
    const resumed = await sessions;
    const payloads = active && (await sendPayloads(endpoint, active));
    const connections = line.cost.connections + (resumed?.connections ?? 0) + (payloads?.connections ?? 0);
    return {
        asked: line.asked,
        resumption: resumed?.resumption ?? null,
        cost: { ...line.cost, connections },
        notes: line.notes,
        payloads: payloads?.answers ?? null,
    };
}
async function sendPayloads(endpoint, { iOwnThisHost }) {
    const { route, env, clock, signal, servername, alpn } = endpoint;
    const { sendPayloads: send } = await __webpack_require__.e(/* import() */ 743).then(__webpack_require__.bind(__webpack_require__, 2743));
    const address = route.address?.address ?? null;
    return await send({ route, env, clock, signal, address, iOwnThisHost, context: { servername, alpn, random } });
}
function judge({ kind, policy }, findings, { handshake, leaf }) {
    const { resumption, cost, payloads } = findings;
    const known = knownOf(handshake, leaf);
    const told = (0,probe_ledger/* ledgerOf */.Xr)(findings.asked, known);
    const isSteady = contradiction(told.asked) === null && (known === null || !refuses(told, known));
    const ledger = isSteady ? told : withoutRefusals(told);
    const notes = isSteady ? findings.notes : [...findings.notes, unsteady];
    const features = (0,probe_features/* featuresOf */.H)(ledger, resumption);
    const surveyed = surveyOf({ kind, ledger, known, features, cost, notes });
    // Of a server that accepted nothing there is nothing to say for each client that was not asked about.
    const profiles = kind === 'full' && ledger.accepted().length > 0 ? (0,clients_clients/* clientProfiles */.k)() : wantedClients(policy);
    const clients = clientResults(profiles, ledger, surveyed);
    const survey = { ...surveyed, clients };
    // Without a single hello accepted no refusal counts either: one check says so in the place of dozens.
    if (ledger.accepted().length === 0)
        return { survey, checks: [unanswered(whyUnanswered(ledger), { handshake })] };
    const checks = [
        ...judgePolicy(policy, { ledger, features, known, leaf, further: (0,further_certificates.furtherLeaves)(ledger.asked, leaf) }),
        ...judgeVulnerabilities({ policy, ledger, features, ...(payloads && { payloads }) }),
        ...clientChecks(policy.clients, clients),
    ];
    return { survey, checks };
}
const unsteady = 'no refusal counts, since the server refused what it had granted the handshake or another hello (connections 1 asks one at a time)';
/** Whether the server refuses what the handshake was granted: for another reason than the hello, or as another server of the same address. */
function refuses(ledger, { version, cipherSuite, group }) {
    return (ledger.protocol(version).support === 'refused' ||
        (cipherSuite !== null && ledger.cipherSuite(version, cipherSuite).support === 'refused') ||
        (group !== null && ledger.group(version, group).support === 'refused'));
}
function withoutRefusals({ asked }) {
    const doubted = { kind: 'unknown', why: 'ban', detail: 'the server refused what it had granted the handshake or another hello' };
    return (0,probe_ledger/* ledgerOf */.Xr)(asked.map(each => (each.outcome.kind === 'refused' ? { ...each, outcome: doubted } : each)));
}
/** What was met most often. */
function whyUnanswered({ asked }) {
    if (asked.length === 0)
        return 'nothing was asked';
    const met = Map.groupBy(asked, ({ outcome }) => (outcome.kind === 'unknown' ? outcome.detail : 'the server accepted none of the hellos'));
    const [[most] = ['']] = [...met].sort(([, one], [, other]) => other.length - one.length);
    return most;
}
/**
 * Where the handshake found no server of TLS either, it says why and what to do.
 * @param why one clause
 */
function unanswered(why, { handshake: { protocol, failure } }) {
    const follows = protocol === null && failure !== null;
    const message = `what the server accepts is not known${follows ? `, which follows from the failed handshake: ${failure.message}` : `: ${why}`}`;
    return (0,check_of/* checkOf */.E)({
        ...{ id: 'policy/questions', status: 'inconclusive', severity: 'error', message, evidence: [] },
        ...(follows && { fix: null }),
    });
}
const random = (length) => (0,external_node_crypto_.randomFillSync)(new Uint8Array(length));
/** The clients that the policy has a rule for. */
function wantedClients({ clients }) {
    const { allow = [], forbid = [], discourage = [], require = [], recommend = [], suggest = [] } = clients;
    const names = new Set([...allow, ...forbid, ...discourage, ...require, ...recommend, ...suggest]);
    return [...names].map(name => {
        const profile = (0,clients_clients.clientProfile)(name);
        if (profile)
            return profile;
        throw new usage_error/* UsageError */.e(`${JSON.stringify(name)} is no client`, (0,nearest/* nearestHint */.AN)(name, (0,clients_clients/* clientProfiles */.k)().map(known => known.name)));
    });
}
function* inquiry_once(offers) {
    yield offers;
}


/***/ }),

/***/ 713:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ saidOf),
/* harmony export */   furtherChecks: () => (/* binding */ furtherChecks),
/* harmony export */   furtherLeaves: () => (/* binding */ furtherLeaves)
/* harmony export */ });
/* harmony import */ var _certificate_chain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7874);
/* harmony import */ var _certificate_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8173);
/* harmony import */ var _certificate_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9);
/* harmony import */ var _certificate_checks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9291);
/* harmony import */ var _check_of_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7754);





/** A server has one certificate a type of key; one that has a new one for each connection is not followed any further. */
const most = 4;
/**
 * Every certificate that answers showed beside that of the handshake, in the order seen.
 * @param leaf the one of the handshake; null when it showed none
 */
function furtherLeaves(asked, leaf) {
    const seen = new Map();
    for (const { number, offer, outcome } of asked) {
        const { presented = [] } = outcome.kind === 'accepted' ? outcome.answer : {};
        const [der] = presented;
        // A foreign name may have a certificate of its own, which is not for this one.
        if (der === undefined || offer.about === 'server-name')
            continue;
        const key = Buffer.from(der).toString('base64');
        if (seen.has(key))
            continue;
        const parsed = (0,_certificate_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parseCertificate */ .hB)(der);
        const certificate = parsed.kind === 'certificate' ? parsed.certificate : null;
        seen.set(key, { label: labelOf(certificate), certificate, presented, evidence: [`probe ${number}`] });
    }
    return [...seen.values()].filter(({ certificate }) => certificate === null || certificate.fingerprint256 !== leaf?.fingerprint256);
}
const kinds = { EC: 'ECDSA', 'RSA-PSS': 'RSA-PSS' };
function labelOf(certificate) {
    if (certificate === null)
        return 'a certificate that cannot be read';
    const { key, serialNumber } = certificate;
    return `the ${kinds[key.type] ?? key.type} certificate with the serial number ${serialNumber.slice(0, 40)}`;
}
/** A check of a certificate, said of this one. */
const saidOf = ({ label, evidence }, check) => ({
    ...check,
    message: `${label}: ${check.message}`,
    evidence,
});
/** The checks that certificateChecks() has, of every further certificate. */
function furtherChecks(asked, leaf, question) {
    const found = furtherLeaves(asked, leaf);
    const checks = found.slice(0, most).flatMap(further => checksOf(further, question));
    const left = found.length - most;
    const message = `${left} more certificates were shown to other hellos, and only ${most} are judged`;
    const all = left > 0 ? [...checks, (0,_check_of_js__WEBPACK_IMPORTED_MODULE_4__/* .checkOf */ .E)({ id: 'certificate/chain', severity: 'error', status: 'inconclusive', message, evidence: [] })] : checks;
    return question.insecure ? all.map(check => ({ ...check, severity: 'notice' })) : all;
}
function checksOf(further, { store, at, reference, revocation }) {
    const analysis = (0,_certificate_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .analyseChain */ .n)({ presented: further.presented, store, verified: false, at, reference });
    return (0,_certificate_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .certificateChecks */ .N)({ analysis, verdict: null }).map(check => saidOf(further, check.id === 'certificate/trust' && check.status === 'inconclusive' ? trustOf(analysis, check, revocation) : check));
}
/** The path was followed signature by signature; what only OpenSSL was given to judge by is not proven. */
function trustOf({ path, complete }, check, revocation) {
    const root = path.at(-1);
    if (!complete || root === undefined)
        return { ...check, message: 'the chain could not be followed to a root' };
    if (revocation)
        return { ...check, message: 'whether a certificate of the chain is revoked is not known: no handshake was made with it' };
    const message = `the chain leads to ${(0,_certificate_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .certificateLabel */ .eH)(root.index, root.certificate)}, as tlsgate follows it; no handshake was made with it`;
    return { ...check, status: 'pass', message };
}


/***/ }),

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


/***/ })

};
;