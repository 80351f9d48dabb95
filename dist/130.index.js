"use strict";
exports.id = 130;
exports.ids = [130];
exports.modules = {

/***/ 3130:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  askWider: () => (/* binding */ askWider)
});

// EXTERNAL MODULE: ./build/commonjs/esm/registry/alerts.js
var alerts = __webpack_require__(1245);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/cipher-suites.js
var cipher_suites = __webpack_require__(3103);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/protocols.js
var protocols = __webpack_require__(6729);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/line.js + 15 modules
var probe_line = __webpack_require__(4113);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/cipher-suite-parts.js
var cipher_suite_parts = __webpack_require__(5823);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/groups.js
var groups = __webpack_require__(9218);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/signature-schemes.js
var signature_schemes = __webpack_require__(5591);
// EXTERNAL MODULE: ./build/commonjs/esm/trace/detail.js + 1 modules
var detail = __webpack_require__(2129);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/hello.js
var hello = __webpack_require__(2119);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/slices.js
var slices = __webpack_require__(6992);
// EXTERNAL MODULE: ./build/commonjs/esm/probe/survey/ranking.js
var ranking = __webpack_require__(1020);
;// CONCATENATED MODULE: ./build/commonjs/esm/probe/widen.js
// Why did a server refuse a hello without saying so? Asks again with everything we know to name, and looks at what the server picks.









/**
 * Asks up to five hellos, one after the other, until the server accepts one: all suites, groups and signature schemes up to the newest
 * version of the original in batches, those of every version, then the original without a server name.
 * @param wordless whether the original was hung up on, which may have been chance: the server has to do so again while it accepts another
 */
function* widen(original, wordless = false) {
    const unnamed = withoutName(original);
    let conclusive = true;
    for (const offer of [...wideOffers(original), ...(unnamed ? [unnamed] : [])]) {
        const [outcome] = yield [offer];
        if (outcome?.kind === 'accepted') {
            const [again] = wordless ? yield [{ title: 'the same hello again', about: 'widening', hello: original }] : [];
            if (again && again.kind !== 'refused')
                return { accepted: null, conclusive: false };
            return { accepted: { ...outcome, title: offer.title, withoutName: offer === unnamed }, conclusive: true };
        }
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
    // What servers in use have goes first, so that one hello is enough as a rule.
    const known = cipher_suites/* cipherSuites */.vS.rows.flatMap(row => {
        const parts = (0,cipher_suite_parts/* partsOf */.CI)(row);
        return row.openssl === null || parts === null || parts.bits === 0 ? [] : [{ code: row.code, ...parts }];
    });
    const isCommon = ({ keyExchange }) => !/PSK|SRP|KRB5|GOST/.test(keyExchange ?? '');
    const common = (0,ranking/* likeliestFirst */.tH)(known.filter(isCommon).map(({ code }) => code));
    const others = known.filter(suite => !isCommon(suite)).map(({ code }) => code);
    const batches = [...(0,slices/* slices */.w)(common, hello/* suitesPerHello */.FY), others.slice(0, hello/* suitesPerHello */.FY)];
    const ofClient = Math.max(...(0,detail/* offeredVersions */.d)(original));
    const titleOf = (newest) => `all common cipher suites, groups and signature schemes of TLSv1.0 to ${protocols/* protocols */.WH.label(newest)}`;
    const offer = (suites, newest, title) => ({
        title,
        about: 'widening',
        hello: {
            ...original,
            legacyVersion: Math.min(newest, protocols/* tls12 */.t8),
            sessionId: new Uint8Array(0),
            cipherSuites: suites,
            extensions: wideExtensions(original, suites, newest),
        },
    });
    return [
        ...batches.map((suites, index) => offer(suites, ofClient, index === 0 ? titleOf(ofClient) : `${suites.length} more cipher suites`)),
        // Only then: a server that has a newer version takes it, whatever it had against the rest of the original.
        ...batches.slice(0, ofClient < protocols/* tls13 */.mP ? 1 : 0).map(suites => offer(suites, protocols/* tls13 */.mP, titleOf(protocols/* tls13 */.mP))),
    ];
}
function wideExtensions(original, suites, newest) {
    const has13 = newest === protocols/* tls13 */.mP && suites.some(suite => suite >> 8 === 0x13);
    const replaced = [
        { kind: 'supported_groups', groups: groups/* groups */.T.rows.filter(row => row.kind !== 'explicit').map(row => row.code) },
        { kind: 'signature_algorithms', schemes: signature_schemes/* signatureSchemes */.Bb.rows.map(row => row.code) },
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

;// CONCATENATED MODULE: ./build/commonjs/esm/probe/ask-wider.js





/**
 * One hello after the other. Never rejects for what a server does.
 * @param wordless see widen.ts
 */
async function askWider(original, wordless, ways) {
    const line = new probe_line/* Line */.N({ ...ways, connections: 1 });
    const facts = await line.run(widen(original, wordless));
    const asked = line.asked.map(({ offer, outcome }) => `asked with ${offer.title}: ${outcomeText(outcome)}`);
    return { ...facts, asked, connections: line.cost.connections };
}
function outcomeText(outcome) {
    if (outcome.kind === 'accepted')
        return `accepted, ${protocols/* protocols */.WH.label(outcome.version)} ${cipher_suites/* cipherSuites */.vS.label(outcome.cipherSuite)}`;
    if (outcome.kind === 'unknown')
        return `no answer that counts (${outcome.detail})`;
    return outcome.by === 'alert' ? `refused by alert ${alerts/* alerts */.Cv.label(outcome.alert)}` : `refused by ${outcome.by}`;
}


/***/ })

};
;