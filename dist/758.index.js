"use strict";
exports.id = 758;
exports.ids = [758];
exports.modules = {

/***/ 6758:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lockSchema: () => (/* binding */ lockSchema),
  parseBaseline: () => (/* binding */ parseBaseline),
  parseJson: () => (/* binding */ parseJson)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(0);
// EXTERNAL MODULE: ./build/commonjs/esm/location.js
var esm_location = __webpack_require__(2427);
// EXTERNAL MODULE: ./build/commonjs/esm/registry/protocols.js
var protocols = __webpack_require__(6729);
// EXTERNAL MODULE: ./build/commonjs/esm/usage-error.js
var usage_error = __webpack_require__(4994);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/check.js
var check = __webpack_require__(9998);
;// CONCATENATED MODULE: ./build/commonjs/esm/judge/baseline/place.js
function placeOf(text, offset) {
    const before = text.slice(0, offset);
    return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
/** Where the keys of a path lead: to the last of them that is found. */
function placeOfPath(text, path) {
    let offset = 0;
    for (const key of path) {
        if (typeof key !== 'string')
            break;
        const written = JSON.stringify(key);
        const next = text.indexOf(`${written}:`, offset);
        if (next < 0)
            break;
        offset = next;
    }
    return placeOf(text, offset);
}
/**
 * Where each key begins that stands in a text of JSON after another; from one that is not found on, where the last does that was. In one pass,
 * whatever the layout: files are long.
 */
function placesOfKeys(text, keys) {
    const found = [];
    let [line, lineStart, feed, end] = [1, 0, text.indexOf('\n'), 0];
    for (let start = text.indexOf('"'); start >= 0 && found.length < keys.length; start = text.indexOf('"', end)) {
        end = endOfText(text, start);
        if (readText(text.slice(start, end)) !== keys[found.length] || !isKey(text, end))
            continue;
        for (; feed >= 0 && feed < start; feed = text.indexOf('\n', feed + 1))
            [line, lineStart] = [line + 1, feed + 1];
        found.push({ line, column: start - lineStart + 1 });
    }
    return keys.map((_, index) => found[index] ?? found.at(-1) ?? { line: 1, column: 1 });
}
/** Behind the quote that ends the text that begins at an offset. */
function endOfText(json, start) {
    let end = json.indexOf('"', start + 1);
    while (end >= 0 && isEscaped(json, end))
        end = json.indexOf('"', end + 1);
    return end < 0 ? json.length : end + 1;
}
function isEscaped(json, offset) {
    let first = offset;
    while (json[first - 1] === '\\')
        first--;
    return (offset - first) % 2 === 1;
}
/** Few have escapes. */
const readText = (quoted) => (quoted.includes('\\') ? JSON.parse(quoted) : quoted.slice(1, -1));
function isKey(json, end) {
    let next = end;
    while (/\s/.test(json.charAt(next)))
        next++;
    return json[next] === ':';
}
/** So much of the text V8 quotes on either side of what it cannot read. */
const quoted = 10;
/** Where a text stops being JSON; null where that cannot be told. */
function placeOfMistake(text, error) {
    // What a merge leaves behind.
    const conflict = /^(?:<{7}|={7}|>{7})/m.exec(text);
    if (conflict)
        return placeOf(text, conflict.index);
    // No code says where, so that V8's words have to; where they read otherwise, the place is left out.
    const message = error instanceof Error ? error.message : '';
    const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(message) ?? [];
    if (line !== undefined)
        return { line: Number(line), column: Number(column) };
    const [, token = '', start, around = ''] = /^Unexpected token '(.)', (\.\.\.)?"(.*?)"(?:\.\.\.)? is not valid JSON$/su.exec(message) ?? [];
    const offset = start === undefined ? text.indexOf(token) : text.indexOf(around) + quoted;
    return token === '' || offset < 0 ? null : placeOf(text, offset);
}

;// CONCATENATED MODULE: ./build/commonjs/esm/judge/baseline/lock-file.js
// tls.lock.json: what is remembered of every target, from its text and back. Loaded only by a run that has one.






const names = () => schemas.array(schemas.string());
const answer = () => schemas["enum"](['yes', 'no', 'unknown']);
const list = () => schemas.strictObject({
    complete: schemas.boolean().meta({ description: 'Whether everything else is refused; otherwise it is unknown' }),
    accepted: names(),
});
const failure = () => schemas.strictObject({
    cause: schemas.string(),
    severity: schemas["enum"](check/* severities */.gO),
    members: names().optional().meta({ description: 'Of a check on many things those that fail it' }),
    undecided: names().optional().meta({ description: 'Those of which it was not known' }),
});
const factsSchema = () => schemas.strictObject({
    handshake: schemas.strictObject({
        protocol: schemas.string().nullable(),
        cipherSuite: schemas.string().nullable(),
        group: schemas.string().nullable(),
        signatureScheme: schemas.string().nullable(),
        alpn: schemas.string().nullable(),
    })
        .nullable()
        .meta({ description: 'What a client of today negotiates; null when its handshake got nowhere' }),
    protocols: schemas.partialRecord(schemas["enum"](protocols/* protocols */.WH.rows.map(({ name }) => name)), schemas["enum"](['accepted', 'refused', 'unknown'])),
    cipherSuites: schemas.record(schemas.string(), schemas.strictObject({ ...list().shape, order: schemas["enum"](['server', 'client', 'unknown']) }))
        .meta({ description: "By protocol, IANA names; in the server's order where it has one" }),
    groups: list(),
    signatureSchemes: list(),
    dhPrimeBits: schemas.int()
        .nullable()
        .optional()
        .meta({ description: 'Of the shortest prime of finite-field Diffie-Hellman before TLS 1.3; null when none was seen' }),
    features: schemas.record(schemas.string(), answer()),
    chain: schemas.strictObject({
        length: schemas.int(),
        problem: schemas.string().meta({ description: 'A cause such as certificate-chain-incomplete, none or unknown' }),
        certificates: schemas.array(schemas.strictObject({ key: schemas.string(), keyBits: schemas.int().nullable(), signature: schemas.string(), issuer: schemas.string() })),
    })
        .nullable(),
    clients: schemas.record(schemas.string(), answer()).meta({ description: 'Whether a client connects, by its name' }),
    failed: schemas.record(schemas.string(), schemas.union([schemas.string(), schemas.array(failure())]))
        .meta({ description: 'Failed checks, by the id of the check; a cause alone where a file of old says no more' }),
});
/** The schema of a lock file; made at each call. */
const lockSchema = () => schemas.strictObject({
    schemaVersion: schemas.literal(1),
    targets: schemas.record(schemas.string(), factsSchema()).meta({
        description: 'By URL, with "as NAME" after it where another name was asked for than the host',
    }),
})
    .meta({
    title: 'Baseline of tlsgate',
    description: 'What `tlsgate check --update-baseline` remembers of each target: facts that only a change of the server changes',
});
/**
 * @param hint what to do where it is none
 * @throws UsageError when it is no lock file of this version, with the place of the mistake
 */
function parseBaseline({ file, text }, hint = restore) {
    const value = parseJson(file, text, hint);
    const version = value?.schemaVersion;
    if (version !== 1)
        throw otherVersion(version, { file, ...placeOfPath(text, ['schemaVersion']) }, hint);
    const { success, data, error } = lockSchema().safeParse(value);
    if (!success) {
        const [issue] = error.issues;
        const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
        const location = { file, ...placeOfPath(text, [...(issue?.path ?? []), ...keys]) };
        throw new usage_error/* UsageError */.e(`this is no baseline: ${lowered(issue?.message ?? '')}`, hint, { location });
    }
    const found = Object.entries(data.targets);
    const places = placesOfKeys(text, found.map(([key]) => key));
    const entries = found.map(([key, facts], index) => {
        return [
            key,
            {
                facts: { ...facts, dhPrimeBits: facts.dhPrimeBits ?? null },
                location: { ...(0,esm_location/* startOf */.G)(file), ...places[index] },
            },
        ];
    });
    return { file, targets: new Map(entries) };
}
const restore = 'restore it from version control; or remove it, and write it anew with tlsgate check --update-baseline';
function parseJson(file, text, hint) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new usage_error/* UsageError */.e('this is no JSON', hint, { cause, location: { ...(0,esm_location/* startOf */.G)(file), ...placeOfMistake(text, cause) } });
    }
}
function otherVersion(version, location, hint) {
    return typeof version === 'number'
        ? new usage_error/* UsageError */.e(`this baseline is of version ${version}, and this tlsgate reads version 1`, 'use the tlsgate that wrote it, or write it anew', { location })
        : new usage_error/* UsageError */.e('this is no baseline: it has no schemaVersion', hint, { location });
}
const lowered = (text) => text.charAt(0).toLowerCase() + text.slice(1);


/***/ })

};
;