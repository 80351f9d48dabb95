"use strict";
exports.id = 603;
exports.ids = [603,24];
exports.modules = {

/***/ 5603:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mergedReport: () => (/* binding */ mergedReport)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/check.js
var check = __webpack_require__(9998);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/policy/waivers.js
var waivers = __webpack_require__(643);
// EXTERNAL MODULE: ./build/commonjs/esm/shard.js
var shard = __webpack_require__(6134);
// EXTERNAL MODULE: ./build/commonjs/esm/usage-error.js
var usage_error = __webpack_require__(4994);
;// CONCATENATED MODULE: ./build/commonjs/esm/report/merge.js
// The reports of the shards of a run as one report. What is missing stays missing: a run without the report of a shard has not passed.





/**
 * One report with the targets of all, in the order of the shards.
 * @throws UsageError for reports that are not of one run
 */
function mergeReports(named) {
    const [first, ...others] = named;
    if (first === undefined)
        throw new usage_error/* UsageError */.e('there is no report to merge', 'name the JSON reports of the shards');
    const missing = missingOf(first, others);
    const sorted = named.toSorted(byNumber);
    const reports = sorted.map(({ report }) => report);
    const unused = missing.length === 0 ? unusedIn(reports) : [];
    const checks = [...unused, ...reports.flatMap(report => report.checks)];
    const failOn = strictestOf(reports);
    const start = Math.min(...reports.map(startOf));
    const end = Math.max(...reports.map(report => startOf(report) + report.durationMs));
    return {
        schemaVersion: 1,
        tool: first.report.tool,
        startedAt: new Date(start).toISOString(),
        durationMs: end - start,
        verdict: (0,check/* verdictOfAll */.O1)([
            ...reports.map(({ verdict }) => verdict),
            ...(0,check/* failuresOfRun */.eQ)(checks, failOn),
            ...missing.map(() => 'inconclusive'),
        ]),
        failOn,
        policy: {
            id: unique(reports.map(({ policy }) => policy.id)).join(', '),
            version: unique(reports.map(({ policy }) => policy.version)).join(', '),
        },
        shard: null,
        missingShards: missing,
        baseline: baselineOfAll(reports),
        checks,
        targets: reports.flatMap(({ targets }) => targets),
    };
}
/** The numbers of the shards that are not there. */
function missingOf(first, others) {
    const { shard } = first.report;
    const all = [first, ...others];
    refuseOther(all, countText, ofOneRun);
    if (shard === null) {
        refuseTwice(all);
        return all.flatMap(({ report }) => report.missingShards);
    }
    const seen = new Map();
    for (const { name, report } of all) {
        const number = report.shard?.number ?? 0;
        const before = seen.get(number);
        if (before !== undefined)
            throw new usage_error/* UsageError */.e(`${quote(before)} and ${quote(name)} are both of shard ${number}/${shard.count}`, 'give each job of the matrix its own shard, and merge the report of each once');
        seen.set(number, name);
    }
    // What differs here between reports of no shard is no mistake: they may be of several runs.
    refuseOther(all, ({ policy }) => `the policy ${policy.id} ${policy.version}`, ofOneRun);
    refuseOther(all, ({ failOn }) => `fail-on ${failOn}`, ofOneRun);
    refuseOther(all, ({ tool }) => `tlsgate ${tool.version}`, 'use the same tlsgate for all shards: each version may divide a list in its own way');
    refuseOther(all, report => `the list ${report.shard?.list}`, 'make the reports of one run and one list anew: there may be a target that no shard has checked');
    const missing = Array.from({ length: shard.count }, (_, index) => index + 1).filter(number => !seen.has(number));
    if (missing.length === 0)
        refuseOtherTargets(all, shard.list);
    return missing;
}
const ofOneRun = 'merge the reports of one run: those of an earlier one may still be there';
/** @throws UsageError for a report that is not of what the first is of */
function refuseOther([first, ...others], of, hint) {
    if (first === undefined)
        return;
    const stranger = others.find(({ report }) => of(report) !== of(first.report));
    if (stranger === undefined)
        return;
    throw new usage_error/* UsageError */.e(`${quote(first.name)} is of ${of(first.report)} and ${quote(stranger.name)} of ${of(stranger.report)}`, hint);
}
/** @throws UsageError where the shards, all of them, have other targets than their list */
function refuseOtherTargets(shards, list) {
    if ((0,shard/* digestOf */.ol)(shards.flatMap(({ report }) => report.targets.map(({ target }) => target.url))) === list)
        return;
    throw new usage_error/* UsageError */.e('the reports of all shards are there, and their targets are not those of the list', 'merge the reports as the jobs have written them: there may be a target that no shard has checked');
}
/** @throws UsageError for a report that is there twice: its targets would be counted twice. No two runs take the same time to the microsecond. */
function refuseTwice(all) {
    const seen = new Map();
    for (const { name, report } of all) {
        const digest = (0,external_node_crypto_.hash)('sha256', JSON.stringify(report));
        const before = seen.get(digest);
        if (before !== undefined)
            throw new usage_error/* UsageError */.e(`${quote(before)} and ${quote(name)} are the same report`, 'merge each report once: a pattern may match copies of it');
        seen.set(digest, name);
    }
}
/** Of all shards, for a missing one may have used a waiver. Reports of no shard have said it. */
const unusedIn = (reports) => (0,waivers.unusedWaivers)(reports.flatMap(({ shard }) => shard?.waivers ?? []));
/** What fails some of several runs fails them together. */
const strictestOf = (reports) => check/* severities */.gO.toReversed().find(severity => reports.some(({ failOn }) => failOn === severity)) ?? 'regression';
/** Of the reports that were compared with one. */
function baselineOfAll(reports) {
    const compared = reports.flatMap(({ baseline }) => baseline ?? []);
    const files = unique(compared.map(({ file }) => file));
    return compared.length === 0 ? null : { file: files.join(', '), targets: compared.flatMap(({ targets }) => targets) };
}
const startOf = ({ startedAt }) => Date.parse(startedAt);
const unique = (texts) => [...new Set(texts)];
const byNumber = (one, other) => (one.report.shard?.number ?? 0) - (other.report.shard?.number ?? 0);
const countText = ({ shard }) => (shard === null ? 'no shard' : `one of ${shard.count} shards`);
const quote = (text) => JSON.stringify(text.slice(0, 200));

;// CONCATENATED MODULE: ./build/commonjs/esm/report/report.schema.json
const report_schema_namespaceObject = /*#__PURE__*/JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:tlsgate:report:1","title":"tlsgate report","description":"The result of a run, as printed by `tlsgate check --format json`. Texts may hold anything a server chose to send: escape them for where they are shown.","type":"object","properties":{"schemaVersion":{"const":1},"tool":{"type":"object","properties":{"name":{"const":"tlsgate"},"version":{"type":"string"},"node":{"type":"string"},"openssl":{"type":"string"}},"required":["name","version","node","openssl"],"additionalProperties":false},"startedAt":{"type":"string","description":"ISO 8601, UTC.","format":"date-time"},"durationMs":{"description":"Milliseconds the run took.","type":"number","minimum":0},"verdict":{"$ref":"#/$defs/verdict"},"failOn":{"description":"What fails a target or the run: a failed check at least that severe, or only an error that the baseline does not have. Of merged runs that differ the strictest.","enum":["error","warning","notice","regression"]},"policy":{"type":"object","properties":{"id":{"type":"string"},"version":{"type":"string"}},"required":["id","version"],"additionalProperties":false},"shard":{"description":"Which part of the targets these are; null for all.","anyOf":[{"type":"object","properties":{"number":{"type":"integer","minimum":1},"count":{"type":"integer","minimum":1,"maximum":256},"list":{"description":"SHA-256 of the URLs of all targets, each once, sorted, a line each.","type":"string","pattern":"^[0-9a-f]{64}$"},"waivers":{"description":"Those that mean a target of this shard: one that no shard used is named where their reports are merged.","type":"array","items":{"type":"object","properties":{"number":{"description":"Its place among all waivers.","type":"integer","minimum":1},"check":{"type":"string"},"target":{"type":"string"},"only":{"type":"array","items":{"type":"string"}},"until":{"type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},"location":{"$ref":"#/$defs/location"},"used":{"description":"Whether it covers a check here.","type":"boolean"}},"required":["number","check","target","until","location","used"],"additionalProperties":false}}},"required":["number","count","list","waivers"],"additionalProperties":false},{"type":"null"}]},"missingShards":{"description":"Numbers of the shards whose reports were missing when this one was merged.","type":"array","maxItems":256,"items":{"type":"integer","minimum":1,"maximum":256}},"baseline":{"description":"What became of the targets since their baseline was written; null without one.","anyOf":[{"type":"object","properties":{"file":{"type":"string","description":"The lock file, as the user named it."},"targets":{"type":"array","description":"Those that both have.","items":{"$ref":"#/$defs/comparison"}}},"required":["file","targets"],"additionalProperties":false},{"type":"null"}]},"checks":{"type":"array","description":"What belongs to the run as a whole and to no target: waivers that none has used, and targets that only the baseline has.","items":{"$ref":"#/$defs/check"}},"targets":{"type":"array","description":"One for each endpoint probed, in input order.","items":{"$ref":"#/$defs/target"}}},"required":["schemaVersion","tool","startedAt","durationMs","verdict","failOn","policy","shard","missingShards","baseline","checks","targets"],"additionalProperties":false,"$defs":{"verdict":{"description":"What could not be found out is inconclusive, not passed.","enum":["pass","fail","inconclusive"]},"side":{"enum":["client","server"]},"target":{"type":"object","description":"One endpoint.","properties":{"target":{"type":"object","properties":{"url":{"type":"string","description":"The target as a URL whose scheme says the protocol: https://example.com:443."},"host":{"type":"string"},"port":{"type":"integer","minimum":0,"maximum":65535},"address":{"type":["string","null"],"description":"The IP address that was dialled; null when none was."},"servername":{"type":["string","null"],"description":"The name sent as server_name (RFC 6066 §3)."},"starttls":{"type":["string","null"],"description":"The protocol that was upgraded."},"location":{"description":"Where a file of the user\'s names the target; null when none does.","$ref":"#/$defs/location"}},"required":["url","host","port","address","servername","starttls","location"],"additionalProperties":false},"verdict":{"$ref":"#/$defs/verdict"},"attempts":{"description":"Times the target was checked; what stands here is of the last.","type":"integer","minimum":1},"durationMs":{"description":"Milliseconds this target took.","type":"number","minimum":0},"connections":{"description":"TCP connections this target cost.","type":"integer","minimum":0},"handshake":{"$ref":"#/$defs/handshake"},"certificates":{"type":"object","properties":{"presented":{"type":"array","description":"As sent, leaf first as sent.","items":{"$ref":"#/$defs/certificate"}}},"required":["presented"],"additionalProperties":false},"survey":{"anyOf":[{"$ref":"#/$defs/survey"},{"type":"null"}]},"checks":{"type":"array","items":{"$ref":"#/$defs/check"}}},"required":["target","verdict","attempts","durationMs","connections","handshake","certificates","survey","checks"],"additionalProperties":false},"handshake":{"type":"object","properties":{"completed":{"description":"Whether a client that verifies completed it.","type":"boolean"},"protocol":{"type":["string","null"],"description":"TLSv1.3."},"cipherSuite":{"type":["string","null"],"description":"IANA name."},"group":{"type":["string","null"],"description":"IANA name."},"signatureScheme":{"type":["string","null"],"description":"IANA name."},"alpn":{"type":["string","null"]},"ocspStapled":{"type":["boolean","null"],"description":"Whether an OCSP response came with the certificate; null when no certificate came."},"steps":{"type":"array","items":{"$ref":"#/$defs/step"}},"failure":{"anyOf":[{"$ref":"#/$defs/failure"},{"type":"null"}]}},"required":["completed","protocol","cipherSuite","group","signatureScheme","alpn","ocspStapled","steps","failure"],"additionalProperties":false},"step":{"type":"object","properties":{"name":{"type":"string","description":"resolve, connect, proxy, starttls, or the RFC name of a message: client_hello, server_hello, certificate."},"from":{"anyOf":[{"$ref":"#/$defs/side"},{"type":"null"}]},"status":{"enum":["done","failed","not-reached"]},"atMs":{"description":"Milliseconds since the target\'s start; null for a step that was not reached.","type":["number","null"],"minimum":0},"bytes":{"description":"Size of the message; 0 where nothing was on the wire.","type":"integer","minimum":0},"detail":{"type":"string","description":"One line of what the step carried."}},"required":["name","from","status","atMs","bytes","detail"],"additionalProperties":false},"failure":{"type":"object","description":"Why a verifying client did not complete the handshake.","properties":{"step":{"type":"string","description":"Name of the step that failed."},"cause":{"$ref":"#/$defs/handshakeCause"},"category":{"enum":["protocol","certificate","cipher","network","configuration"]},"alert":{"anyOf":[{"type":"object","properties":{"level":{"enum":["warning","fatal"]},"code":{"type":"integer","minimum":0,"maximum":255},"name":{"type":"string","description":"RFC name, or the number of an unknown one: alert 0x99."},"sentBy":{"$ref":"#/$defs/side"}},"required":["level","code","name","sentBy"],"additionalProperties":false},{"type":"null"}]},"message":{"type":"string","description":"What was seen, one sentence."}},"required":["step","cause","category","alert","message"],"additionalProperties":false},"handshakeCause":{"enum":["protocol-version-mismatch","no-common-cipher","no-common-group","no-common-signature-scheme","weak-dh-parameters","certificate-expired","certificate-not-yet-valid","certificate-self-signed","certificate-untrusted","certificate-chain-incomplete","certificate-host-mismatch","certificate-revoked","certificate-misissued","certificate-weak-key","certificate-weak-signature","dns-failure","connection-refused","connection-timeout","host-unreachable","connection-reset","connection-closed","handshake-timeout","proxy-refused","starttls-refused","starttls-unavailable","not-tls","client-certificate-required","client-certificate-rejected","unrecognized-name","alpn-mismatch","server-internal-error","malformed-message","unexpected-alert"]},"check":{"type":"object","description":"One property of a target, judged.","properties":{"id":{"type":"string","description":"A property: certificate/validity.","pattern":"^[a-z0-9-]+/[a-z0-9-]+$"},"status":{"enum":["pass","fail","inconclusive","waived"]},"severity":{"enum":["error","warning","notice"]},"cause":{"type":["string","null"],"description":"What is wrong: certificate-expired. Null for a passed check.","pattern":"^[a-z0-9-]+$"},"message":{"type":"string","description":"What was seen, one sentence."},"members":{"type":"array","description":"Of a check on many things that failed or could not be decided, by name: those that fail it, and those of which it is not known.","items":{"type":"string"}},"undecided":{"type":"array","description":"Of the members of a check that failed those of which it is not known.","items":{"type":"string"}},"fix":{"type":["string","null"],"description":"What to do: the first line for everyone, then a line a product."},"evidence":{"type":"array","description":"The steps, probes and certificates the judgement rests on.","items":{"type":"string"}},"refs":{"type":"array","description":"RFC 8996 §4.","items":{"type":"string"}},"location":{"$ref":"#/$defs/location"}},"required":["id","status","severity","cause","message","fix","evidence","refs","location"],"additionalProperties":false},"location":{"anyOf":[{"type":"object","description":"A place in a file, 1-based.","properties":{"file":{"type":"string"},"line":{"type":"integer","minimum":1},"column":{"type":"integer","minimum":1}},"required":["file","line","column"],"additionalProperties":false},{"type":"null"}]},"certificate":{"type":"object","description":"An X.509 certificate (RFC 5280); its texts as the server sent them.","properties":{"subject":{"type":"string","description":"RFC 4514 string."},"issuer":{"type":"string","description":"RFC 4514 string."},"serialNumber":{"type":"string","description":"Hexadecimal.","pattern":"^[0-9A-F]*$"},"notBefore":{"type":"string","description":"ISO 8601, UTC."},"notAfter":{"type":"string","description":"ISO 8601, UTC."},"names":{"type":"object","description":"Subject alternative names.","properties":{"dns":{"type":"array","items":{"type":"string"}},"ip":{"type":"array","items":{"type":"string"}},"other":{"type":"array","items":{"type":"string"}}},"required":["dns","ip","other"],"additionalProperties":false},"key":{"type":"object","properties":{"type":{"type":"string","description":"RSA, EC, Ed25519, …, or the algorithm\'s OID."},"bits":{"type":["integer","null"],"minimum":0},"group":{"type":["string","null"],"description":"IANA name of an EC key\'s group, or the curve\'s OID."}},"required":["type","bits","group"],"additionalProperties":false},"signatureAlgorithm":{"type":"string"},"basicConstraints":{"anyOf":[{"type":"object","properties":{"ca":{"type":"boolean"},"pathLength":{"type":["integer","null"],"minimum":0}},"required":["ca","pathLength"],"additionalProperties":false},{"type":"null"}]},"keyUsage":{"type":["array","null"],"items":{"type":"string"}},"extendedKeyUsage":{"type":["array","null"],"items":{"type":"string"}},"subjectKeyId":{"type":["string","null"],"description":"Hexadecimal.","pattern":"^[0-9A-Fa-f]*$"},"authorityKeyId":{"type":["string","null"],"description":"Hexadecimal.","pattern":"^[0-9A-Fa-f]*$"},"ocspUrls":{"type":"array","items":{"type":"string"}},"issuerUrls":{"type":"array","items":{"type":"string"}},"crlUrls":{"type":"array","items":{"type":"string"}},"mustStaple":{"description":"RFC 7633 status_request feature.","type":"boolean"},"fingerprint256":{"type":"string","description":"SHA-256 of the DER bytes, hexadecimal, colons between bytes.","pattern":"^([0-9A-F]{2}(:[0-9A-F]{2}){31})?$"},"pem":{"type":"string"}},"required":["subject","issuer","serialNumber","notBefore","notAfter","names","key","signatureAlgorithm","basicConstraints","keyUsage","extendedKeyUsage","subjectKeyId","authorityKeyId","ocspUrls","issuerUrls","crlUrls","mustStaple","fingerprint256","pem"],"additionalProperties":false},"survey":{"type":"object","description":"What the server would accept.","properties":{"kind":{"description":"How much was asked: what the policy needs to be decided, or everything.","enum":["policy","full"]},"protocols":{"type":"object","properties":{"SSLv2":{"$ref":"#/$defs/support"},"SSLv3":{"$ref":"#/$defs/support"},"TLSv1.0":{"$ref":"#/$defs/support"},"TLSv1.1":{"$ref":"#/$defs/support"},"TLSv1.2":{"$ref":"#/$defs/support"},"TLSv1.3":{"$ref":"#/$defs/support"}},"required":["SSLv2","SSLv3","TLSv1.0","TLSv1.1","TLSv1.2","TLSv1.3"],"additionalProperties":false},"cipherSuites":{"description":"By protocol: IANA names, in the server\'s order where it has one.","type":"object","propertyNames":{"$ref":"#/$defs/protocolName"},"additionalProperties":{"type":"array","items":{"type":"string"}}},"cipherOrder":{"description":"By protocol: who chooses the cipher suite.","type":"object","propertyNames":{"$ref":"#/$defs/protocolName"},"additionalProperties":{"enum":["server","client","unknown"]}},"groups":{"description":"IANA names, of all protocols.","type":"array","items":{"type":"string"}},"groupsByProtocol":{"description":"IANA names.","type":"object","propertyNames":{"$ref":"#/$defs/protocolName"},"additionalProperties":{"type":"array","items":{"type":"string"}}},"signatureSchemes":{"description":"IANA names, of all protocols.","type":"array","items":{"type":"string"}},"dhPrimeBits":{"description":"Of the shortest prime of finite-field Diffie-Hellman that was seen before TLS 1.3; null when none was.","type":["integer","null"],"minimum":0},"signatureSchemesByProtocol":{"description":"IANA names.","type":"object","propertyNames":{"$ref":"#/$defs/protocolName"},"additionalProperties":{"type":"array","items":{"type":"string"}}},"features":{"type":"array","items":{"$ref":"#/$defs/feature"}},"clients":{"type":"array","items":{"$ref":"#/$defs/client"}},"complete":{"description":"Whether everything was asked and answered; false when only the policy\'s questions were asked.","type":"boolean"},"cost":{"type":"object","properties":{"connections":{"description":"TCP connections beside the handshake\'s.","type":"integer","minimum":0},"roundTrips":{"description":"Answers that had to be waited for one after the other, TCP set-up not counted.","type":"integer","minimum":0},"durationMs":{"type":"number","minimum":0}},"required":["connections","roundTrips","durationMs"],"additionalProperties":false},"notes":{"description":"What a reader has to know of how it was asked.","type":"array","items":{"type":"string"}},"probes":{"description":"Every hello and its answer: the evidence that checks name.","type":"array","items":{"type":"object","properties":{"number":{"type":"integer","minimum":1},"asked":{"type":"string"},"answer":{"type":"string"}},"required":["number","asked","answer"],"additionalProperties":false}},"completeFor":{"description":"The accepted versions of which a list has all that the server accepts: what it leaves out is refused, and not unknown.","type":"object","properties":{"cipherSuites":{"type":"array","items":{"$ref":"#/$defs/protocolName"}},"groups":{"type":"array","items":{"$ref":"#/$defs/protocolName"}},"signatureSchemes":{"type":"array","items":{"$ref":"#/$defs/protocolName"}}},"required":["cipherSuites","groups","signatureSchemes"],"additionalProperties":false}},"required":["kind","protocols","cipherSuites","cipherOrder","groups","groupsByProtocol","signatureSchemes","signatureSchemesByProtocol","features","clients","complete","cost","notes","probes","completeFor"],"additionalProperties":false},"protocolName":{"enum":["SSLv2","SSLv3","TLSv1.0","TLSv1.1","TLSv1.2","TLSv1.3"]},"support":{"description":"Refused is positive evidence: what was not asked or not answered is unknown.","enum":["accepted","refused","unknown"]},"feature":{"type":"object","description":"A property of the server that is neither version, suite, group nor scheme.","properties":{"name":{"type":"string","description":"secure-renegotiation."},"status":{"enum":["yes","no","unknown"]},"detail":{"type":"string","description":"What was seen, one clause."},"evidence":{"type":"array","items":{"type":"string"}}},"required":["name","status","detail","evidence"],"additionalProperties":false},"client":{"type":"object","description":"Whether a named client would connect.","properties":{"name":{"type":"string","description":"java-8u161."},"title":{"type":"string","description":"Java 8u161."},"connects":{"enum":["yes","no","unknown"]},"by":{"description":"hello: its own hello was sent; derived: it follows from what the server accepts.","enum":["hello","derived"]},"protocol":{"type":["string","null"],"description":"Null when it does not connect or it is not known."},"cipherSuite":{"type":["string","null"],"description":"IANA name."},"group":{"type":["string","null"],"description":"IANA name."},"detail":{"type":"string","description":"Why not, why it is not known, or what was negotiated, one clause."},"evidence":{"type":"array","items":{"type":"string"}}},"required":["name","title","connects","by","protocol","cipherSuite","group","detail","evidence"],"additionalProperties":false},"comparison":{"type":"object","description":"A target against its baseline.","properties":{"url":{"type":"string"},"servername":{"type":["string","null"]},"weaker":{"type":"array","items":{"type":"object","properties":{"what":{"$ref":"#/$defs/factKind"},"message":{"type":"string"},"fix":{"type":"string","description":"What to do: the first line for everyone, then a line a product."}},"required":["what","message","fix"],"additionalProperties":false}},"stronger":{"$ref":"#/$defs/changes"},"different":{"description":"Neither stronger nor weaker.","$ref":"#/$defs/changes"},"notCompared":{"description":"Not known on both sides, which is never taken for equal.","$ref":"#/$defs/changes"},"clients":{"type":"object","description":"Names of clients that connect now and did not, and the other way round.","properties":{"gained":{"type":"array","items":{"type":"string"}},"lost":{"type":"array","items":{"type":"string"}}},"required":["gained","lost"],"additionalProperties":false},"checks":{"type":"object","description":"Ids of checks that fail now and did not, or for another cause, and the other way round.","properties":{"failing":{"type":"array","items":{"type":"string"}},"mended":{"type":"array","items":{"type":"string"}}},"required":["failing","mended"],"additionalProperties":false}},"required":["url","servername","weaker","stronger","different","notCompared","clients","checks"],"additionalProperties":false},"factKind":{"enum":["handshake","protocols","suites","groups","signature-schemes","chain","key","features","checks"]},"changes":{"type":"array","items":{"type":"object","properties":{"what":{"$ref":"#/$defs/factKind"},"message":{"type":"string","description":"One sentence."}},"required":["what","message"],"additionalProperties":false}}}}');
;// CONCATENATED MODULE: ./build/commonjs/esm/report/read-report.js
// A report of an earlier run, read back from its JSON. Whoever wrote the file may be somebody else: nothing of it is taken on trust.



const schemaVersion = 1;
/**
 * Loads what reading reports takes, which is more than a check needs.
 * @returns a reader; `name` says in its errors which report it was given. It throws UsageError for what is no report of this version
 */
async function reportReader() {
    const { fromJSONSchema } = await Promise.all(/* import() */[__webpack_require__.e(0), __webpack_require__.e(973)]).then(__webpack_require__.bind(__webpack_require__, 2973));
    const shape = fromJSONSchema(report_schema_namespaceObject);
    return (json, name) => {
        const value = parse(json, name);
        const version = typeof value === 'object' && value !== null && 'schemaVersion' in value ? value.schemaVersion : undefined;
        const noReport = (wrong) => new usage_error/* UsageError */.e(`${read_report_quote(name)} is no report: ${wrong}`, 'name what tlsgate wrote as its JSON report');
        if (typeof version !== 'number')
            throw noReport('it has no schemaVersion');
        if (version !== schemaVersion)
            throw new usage_error/* UsageError */.e(`${read_report_quote(name)} is a report of schema version ${version}, and this tlsgate reads version ${schemaVersion}`, 'use the same tlsgate for all reports');
        const { success, error } = shape.safeParse(value);
        const [issue] = error?.issues ?? [];
        const wrong = success ? contradictionIn(value) : `${issue?.path.join('.') || 'it'} is wrong: ${issue?.message}`;
        if (wrong === null)
            return value;
        throw noReport(wrong);
    };
}
/**
 * What the shape of a report cannot say: its verdict is that of its targets and of its own checks, and theirs one that their checks allow, or a
 * report could be green that has proven nothing.
 */
function contradictionIn({ verdict, failOn, checks: ofRun, targets, shard, missingShards, baseline }) {
    const keyOf = ({ url, servername }) => JSON.stringify([url, servername]);
    const compared = new Set(baseline?.targets.map(keyOf));
    for (const { target, verdict: own, checks, handshake } of targets) {
        const possible = possibleVerdicts(checks, compared.has(keyOf(target)));
        if (!possible.has(own))
            return `the verdict of ${read_report_quote(target.url)} is ${own}, and its checks come to ${[...possible].join(' or ')}`;
        const completions = checks.filter(({ id }) => id === 'handshake/completion');
        if (own === 'pass' && completions.length === 0)
            return `${read_report_quote(target.url)} passed without the check handshake/completion`;
        const hasFailed = !handshake.completed || handshake.failure !== null;
        if (hasFailed && completions.some(({ status }) => status === 'pass'))
            return `the handshake of ${read_report_quote(target.url)} failed, and its check handshake/completion passed`;
    }
    const ofParts = [...targets.map(target => target.verdict), ...missingShards.map(() => 'inconclusive')];
    const proven = (0,check/* verdictOfAll */.O1)([...ofParts, ...(0,check/* failuresOfRun */.eQ)(ofRun, failOn)]);
    if (proven !== verdict)
        return `its verdict is ${verdict}, and that of its targets ${proven}`;
    if (shard === null)
        return null;
    if (shard.number > shard.count)
        return `it is of shard ${shard.number} of ${shard.count}`;
    return targets.length === 0 ? `it is of shard ${shard.number} of ${shard.count}, and has no target` : null;
}
/** What some checks come to, whatever fails the run: of a target with a baseline those that failed before may not count. */
function possibleVerdicts(checks, isCompared) {
    const verdicts = new Set(check/* severities */.gO.map(severity => (0,check/* verdictOf */.Vj)(checks, severity)));
    const counted = checks.filter(({ id, status }) => status !== 'fail' || id.startsWith('baseline/'));
    if (!isCompared || counted.length === checks.length)
        return verdicts;
    return verdicts.add('inconclusive').add(counted.length === 0 ? 'pass' : (0,check/* verdictOf */.Vj)(counted, 'error'));
}
function parse(json, name) {
    try {
        return JSON.parse(json);
    }
    catch (cause) {
        throw new usage_error/* UsageError */.e(`${read_report_quote(name)} is no JSON`, 'name what tlsgate wrote as its JSON report; a file that ends early was cut', {
            cause,
        });
    }
}
const read_report_quote = (text) => JSON.stringify(text.slice(0, 200));

// EXTERNAL MODULE: ./build/commonjs/esm/share.js
var esm_share = __webpack_require__(6853);
// EXTERNAL MODULE: ./build/commonjs/esm/settings/files.js
var settings_files = __webpack_require__(9645);
;// CONCATENATED MODULE: ./build/commonjs/esm/settings/reports.js



/** Bytes of one file. A report has about ten thousand a target, of a survey a few times as many. */
const largest = 128 * 1024 * 1024;
/**
 * Reads reports for mergeReports().
 * @throws UsageError for a file that cannot be read, or holds no report
 */
async function readReports(paths, files) {
    const [read, share] = [await reportReader(), (0,esm_share/* sharer */.g)()];
    return paths.map(name => {
        const report = read((0,settings_files/* readText */.yR)(files, 'merge', name, { noun: 'a report', largest }), name);
        return { name, report: { ...report, targets: report.targets.map(share) } };
    });
}

// EXTERNAL MODULE: ./build/commonjs/esm/action/inputs.js + 3 modules
var inputs = __webpack_require__(9172);
;// CONCATENATED MODULE: ./build/commonjs/esm/action/merge.js
// The reports that the jobs of a matrix have left, as one.







/**
 * @param patterns paths and globs, relative to the directory
 * @throws UsageError where there is no report, or one that cannot be read or is of another run
 */
async function mergedReport(patterns, directory) {
    const found = new Set(patterns.flatMap(pattern => (0,external_node_fs_.globSync)(pattern, { cwd: directory })));
    // '**' matches directories too.
    const paths = [...found].filter(path => !(0,external_node_fs_.statSync)((0,external_node_path_.resolve)(directory, path), { throwIfNoEntry: false })?.isDirectory()).sort();
    if (paths.length === 0)
        throw new usage_error/* UsageError */.e(`there is no report to merge: nothing matches ${patterns.join(', ')}`, 'download the artifacts of the jobs first, and name their tlsgate.json');
    if (paths.length > shard/* mostShards */.bA)
        throw new usage_error/* UsageError */.e(`${paths.length} files match ${patterns.join(', ')}`, `a run has at most ${shard/* mostShards */.bA} shards: name their tlsgate.json alone`);
    return mergeReports(await readReports(paths, (0,inputs/* filesIn */.nG)(directory, process.cwd())));
}


/***/ }),

/***/ 643:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applyWaivers: () => (/* binding */ applyWaivers),
/* harmony export */   unusedWaivers: () => (/* binding */ unusedWaivers),
/* harmony export */   waiverUses: () => (/* binding */ waiverUses),
/* harmony export */   waiversByTarget: () => (/* binding */ waiversByTarget)
/* harmony export */ });
/* harmony import */ var _certificate_span_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7176);
/* harmony import */ var _net_address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7706);
/* harmony import */ var _check_of_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7754);
/* harmony import */ var _classes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(497);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9816);
// Failed checks that somebody has accepted for a time. A waiver never hides: what it covers stays in the report, and it ends loudly.





const waiversByTarget = (waivers) => Map.groupBy(waivers, meantBy);
/** From this many days before its end on a waiver says that it ends. */
const noticeDays = 14;
/**
 * The checks of one target with those waived that waivers cover: failed ones and ones that could not be decided. A waiver that has ended
 * waives nothing, and neither do some that cover a part of a check; the check says so. `used` are the waivers that covered a check or a part
 * of it, ended ones included.
 */
function applyWaivers(checks, waivers, target, at) {
    const used = new Set();
    const ofTarget = namesOf(target).flatMap(name => waivers.get(name) ?? []);
    const waived = checks.map(check => {
        if (check.status !== 'fail' && check.status !== 'inconclusive')
            return check;
        const ids = [check.id, ...accountsOf(check, checks)];
        const fitting = ofTarget.filter(waiver => ids.some(id => coversCheck(waiver, id)));
        const parts = partsOf(check).map(part => ({ part, waiver: longest(fitting.filter(waiver => coversPart(waiver, check, part))) }));
        const covering = [...new Set(parts.flatMap(({ waiver }) => waiver ?? []))];
        for (const waiver of covering)
            used.add(waiver);
        if (covering.length === 0)
            return fitting.length === 0 ? check : uncovered(check, fitting, { parts, at });
        return parts.every(({ waiver }) => waiver !== undefined) ? waivedCheck(check, covering, at) : uncovered(check, covering, { parts, at });
    });
    return { checks: waived, used: [...used] };
}
/**
 * Ids of the checks that say what a handshake failed for which ended at the certificate: whoever accepts that accepts that it ends there. For
 * whatever else was wrong with it there are checks of their own.
 */
function accountsOf({ id, status, severity, cause }, checks) {
    if (id !== 'handshake/completion' || status !== 'fail')
        return [];
    const saySo = checks.filter(other => other.id.startsWith('certificate/') && other.status === 'fail');
    return saySo.filter(other => other.severity === severity && other.cause === cause).map(other => other.id);
}
/** What has to be covered for a check to be waived; of a check on one thing its cause, and of one that was not decided and names nothing nothing. */
const partsOf = ({ members = [], cause }) => (members.length > 0 ? members : [cause]);
function coversPart({ only }, { cause }, part) {
    if (only === undefined || (cause !== null && only.includes(cause)))
        return true;
    return part !== null && (only.includes(part) || only.some(name => (0,_classes_js__WEBPACK_IMPORTED_MODULE_3__/* .namesMeantBy */ .dT)(name).includes(part)));
}
/** The one that holds longest counts. */
const longest = (waivers) => waivers.reduce((a, b) => (a === undefined || endOf(b) > endOf(a) ? b : a), undefined);
/** It takes all of them: when the first ends, the check fails. */
function waivedCheck(check, waivers, at) {
    const [first, ...others] = waivers.toSorted((a, b) => endOf(a) - endOf(b));
    if (first === undefined)
        return check;
    const { until } = first;
    const left = endOf(first) - at.getTime();
    if (!(left > 0))
        return { ...check, message: `${check.message}; its waiver (${first.reason}) ended on ${until}` };
    const days = Math.ceil(left / _certificate_span_js__WEBPACK_IMPORTED_MODULE_0__/* .dayMs */ .LP);
    const soon = days <= noticeDays ? `, which is in ${days === 1 ? '1 day' : `${days} days`}` : '';
    const reasons = [...new Set([first, ...others].map(({ reason }) => reason))].join('; ');
    return { ...check, status: 'waived', message: `${check.message}; waived until ${until}${soon}: ${reasons}` };
}
/** @param parts of the check, each with the waiver that covers it */
function uncovered(check, waivers, { parts, at }) {
    const reasons = [...new Set(waivers.map(({ reason }) => reason))].join('; ');
    const left = parts.flatMap(({ part, waiver }) => (waiver === undefined && part !== null ? [part] : []));
    const what = left.length > 0 ? (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)(left) : 'what is not known';
    // What it does cover will fail with it.
    const ended = waivers.filter(waiver => !(endOf(waiver) > at.getTime())).map(({ until }) => until);
    const end = ended.length === 0 ? '' : ` and ended on ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)([...new Set(ended)])}`;
    return { ...check, message: `${check.message}; its waiver (${reasons}) does not cover ${what}${end}` };
}
/**
 * Of the waivers that mean one of the targets: one for a target that was not checked may well be needed.
 * @param used over all targets
 */
function waiverUses(waivers, used, targets) {
    const names = new Set(targets.flatMap(namesOf));
    return waivers.flatMap((waiver, index) => {
        if (!names.has(meantBy(waiver)))
            return [];
        const { reason: _, location = null, ...rest } = waiver;
        return { number: index + 1, ...rest, location, used: used.has(waiver) };
    });
}
/**
 * What is to be said of waivers that covered no check of any target: they outlived their reason, or never fitted.
 * @param uses of all targets; those of several shards may have the same waiver
 */
function unusedWaivers(uses) {
    const waivers = Map.groupBy(uses, ({ used: _, ...waiver }) => JSON.stringify(waiver));
    return [...waivers.values()]
        .filter(each => !each.some(({ used }) => used))
        .flatMap(each => each.slice(0, 1))
        .toSorted((a, b) => a.number - b.number)
        .map(({ check, target, only, until, location }) => ({
        ...(0,_check_of_js__WEBPACK_IMPORTED_MODULE_2__/* .checkOf */ .E)({
            id: 'policy/waivers',
            severity: 'notice',
            status: 'fail',
            cause: 'waiver-unused',
            message: `the waiver of ${check}${only ? ` (${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)(only)})` : ''} for ${target} until ${until} covers no failed check`,
            evidence: [],
        }),
        location,
    }));
}
/** That nothing could be asked is no property of a family that somebody accepts: it has to be named. */
function coversCheck({ check }, id) {
    if (!check.endsWith('/*'))
        return check === id;
    return id.startsWith(check.slice(0, -1)) && id !== 'policy/questions';
}
/** What a waiver can name to mean a target, as meantBy() writes it; what means it alone comes first. */
function namesOf({ host, port }) {
    const name = host.toLowerCase();
    return [withPort(name, port), name, '*'];
}
function meantBy({ target }) {
    const [, address, port] = /^\[([^\]*]*)\](?::(\d+))?$/.exec(target) ?? [];
    const name = (0,_net_address_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalAddress */ .Z)(address ?? target).toLowerCase();
    return port === undefined ? name : withPort(name, Number(port));
}
const withPort = (name, port) => (name.includes(':') ? `[${name}]:${port}` : `${name}:${port}`);
/** The moment a waiver no longer holds: the end of its last day. */
const endOf = ({ until }) => Date.parse(`${until}T00:00:00Z`) + _certificate_span_js__WEBPACK_IMPORTED_MODULE_0__/* .dayMs */ .LP;


/***/ }),

/***/ 6853:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ sharer)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
// The targets of a fleet in memory: its servers are much alike, and what is said of many of them in the same words is kept once.

/** Gives targets back that say the same and share what is equal in them, also with those that were given to it before. */
function sharer() {
    const known = new Map();
    const shared = (value) => {
        const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', JSON.stringify(value), 'base64');
        if (!known.has(digest))
            known.set(digest, value);
        return known.get(digest);
    };
    const sharedParts = (value) => Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shared(part)]));
    return target => ({
        ...target,
        certificates: { presented: target.certificates.presented.map(shared) },
        survey: target.survey && sharedParts(target.survey),
        checks: target.checks.map(shared),
    });
}


/***/ })

};
;