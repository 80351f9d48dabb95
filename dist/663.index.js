"use strict";
exports.id = 663;
exports.ids = [663];
exports.modules = {

/***/ 1663:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  stapleChecks: () => (/* binding */ stapleChecks)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/der.js
var der = __webpack_require__(6485);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/distinguished-name.js
var distinguished_name = __webpack_require__(1024);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/object-identifiers.js
var object_identifiers = __webpack_require__(8506);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/parse.js + 1 modules
var parse = __webpack_require__(8173);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/subject-key.js
var subject_key = __webpack_require__(492);
;// CONCATENATED MODULE: ./build/commonjs/esm/certificate/ocsp-response.js
// An OCSP response (RFC 6960 §4.2.1) read, and held against the certificate it should speak of and the authority that should have signed it.






/** Larger ones are not read: a response has one to four kilobytes, with the certificate of its responder. */
const maxBytes = 0x20000;
/** Certificates and single answers that are looked at; a response for one certificate has one of each, and rarely more. */
const mostParts = 16;
/**
 * What a response says of a certificate, once it is proven that its issuer said it: RFC 6960 §3.2. Whether that is still of value, the caller
 * judges by the times. Never throws for what the bytes are.
 * @param at the time, in milliseconds since 1970, at which a responder of the issuer's has to have a valid certificate
 */
function statusOf(response, certificate, issuer, at) {
    if (response.length > maxBytes)
        return unusable(`has ${response.length} bytes, more than one has`);
    try {
        const basic = readResponse(response);
        if (basic.kind === 'unusable')
            return basic;
        const single = basic.answers.find(answer => isAbout(answer, certificate, issuer));
        if (single === undefined)
            return unusable('speaks of another certificate');
        const proven = [issuer, ...respondersOf(basic, issuer, at)].some(signer => isSignedBy(basic, signer));
        return proven
            ? { kind: 'answer', ...single.said }
            : unusable('is signed neither by the issuer of the certificate nor by a responder that it appointed');
    }
    catch (error) {
        if (!(error instanceof der/* DerError */.I4))
            throw error;
        return unusable(`cannot be read: ${error.message}`);
    }
}
const unusable = (reason) => ({ kind: 'unusable', reason });
/** RFC 6960 §4.2.1: why there is no answer. */
const refusals = { malformedRequest: 1, internalError: 2, tryLater: 3, sigRequired: 5, unauthorized: 6 };
/** The one type of response that is in use: RFC 6960 §4.2.1 */
const basicResponse = '1.3.6.1.5.5.7.48.1.1';
function readResponse(bytes) {
    const outer = new der/* DerReader */.lL(bytes);
    const response = outer.enter(der/* tags */._A.sequence, 'OCSPResponse');
    outer.end('OCSPResponse');
    const [status = 0] = response.expect(der/* tags */._A.enumerated, 'responseStatus').content;
    if (status !== 0)
        return unusable(`is the error ${Object.entries(refusals).find(([, code]) => code === status)?.[0] ?? status}`);
    const wrapped = response.enter((0,der/* context */._O)(0, true), 'responseBytes').enter(der/* tags */._A.sequence, 'responseBytes');
    const type = (0,der/* oidOf */._f)(wrapped.expect(der/* tags */._A.oid, 'responseType'), 'responseType');
    if (type !== basicResponse)
        return unusable(`is of the unknown type ${type}`);
    const basic = new der/* DerReader */.lL(wrapped.expect(der/* tags */._A.octetString, 'response').content).enter(der/* tags */._A.sequence, 'BasicOCSPResponse');
    const data = basic.expect(der/* tags */._A.sequence, 'tbsResponseData');
    const algorithm = (0,subject_key/* readSignatureAlgorithm */.Gz)(basic);
    const signature = (0,der/* bitStringOf */.wT)(basic.expect(der/* tags */._A.bitString, 'signature'), 'signature').bytes;
    const certificates = basic.optional((0,der/* context */._O)(0, true), 'certs');
    return {
        kind: 'basic',
        data: data.bytes,
        algorithm,
        signature,
        certificates: certificates
            ? ocsp_response_all(new der/* DerReader */.lL(certificates.content).enter(der/* tags */._A.sequence, 'certs'), 'certs').map(({ bytes: der }) => der)
            : [],
        answers: readData(new der/* DerReader */.lL(data.content)),
    };
}
function readData(data) {
    data.optional((0,der/* context */._O)(0, true), 'version');
    data.next('responderID');
    data.expect(der/* tags */._A.generalizedTime, 'producedAt');
    return ocsp_response_all(data.enter(der/* tags */._A.sequence, 'responses'), 'responses').map(readSingle);
}
function readSingle(element) {
    const single = new der/* DerReader */.lL(element.content);
    const id = single.enter(der/* tags */._A.sequence, 'certID');
    const algorithm = id.enter(der/* tags */._A.sequence, 'hashAlgorithm');
    const digest = (0,der/* oidOf */._f)(algorithm.expect(der/* tags */._A.oid, 'hashAlgorithm'), 'hashAlgorithm');
    const nameHash = id.expect(der/* tags */._A.octetString, 'issuerNameHash').content;
    const keyHash = id.expect(der/* tags */._A.octetString, 'issuerKeyHash').content;
    const serialNumber = (0,der/* hex */.uh)(id.expect(der/* tags */._A.integer, 'serialNumber').content).replace(/^00(?=.)/, '');
    const status = single.next('certStatus');
    const thisUpdate = (0,der/* timeOf */.nR)(single.expect(der/* tags */._A.generalizedTime, 'thisUpdate'), 'thisUpdate');
    const next = single.optional((0,der/* context */._O)(0, true), 'nextUpdate');
    const nextUpdate = next && (0,der/* timeOf */.nR)(new der/* DerReader */.lL(next.content).expect(der/* tags */._A.generalizedTime, 'nextUpdate'), 'nextUpdate');
    return { digest: object_identifiers/* hashes */.RY.get(digest) ?? digest, nameHash, keyHash, serialNumber, said: { ...readStatus(status), thisUpdate, nextUpdate } };
}
function readStatus({ tag, content }) {
    switch (tag) {
        case (0,der/* context */._O)(0):
            return { status: 'good', revokedAt: null };
        case (0,der/* context */._O)(1, true):
            return {
                status: 'revoked',
                revokedAt: (0,der/* timeOf */.nR)(new der/* DerReader */.lL(content).expect(der/* tags */._A.generalizedTime, 'revocationTime'), 'revocationTime'),
            };
        case (0,der/* context */._O)(2):
            return { status: 'unknown', revokedAt: null };
        default:
            throw new der/* DerError */.I4('certStatus: neither good nor revoked nor unknown');
    }
}
function ocsp_response_all(reader, what) {
    const elements = [];
    while (!reader.done) {
        if (elements.length === mostParts)
            throw new der/* DerError */.I4(`${what}: more than ${mostParts}`);
        elements.push(reader.next(what));
    }
    return elements;
}
/** RFC 6960 §4.1.1: the certificate is known by its number, its issuer by the hashes of its name and of its key. */
function isAbout({ digest, nameHash, keyHash, serialNumber }, { certificate }, issuer) {
    if (serialNumber !== certificate.serialNumber || !/^SHA\d+$/.test(digest))
        return false;
    const is = (hashed, bytes) => (0,external_node_crypto_.hash)(digest.toLowerCase(), bytes, 'buffer').equals(hashed);
    const key = keyBitsOf(issuer);
    return key !== null && is(nameHash, issuer.subject.bytes) && is(keyHash, key);
}
/** The key without what is around it, unlike in a key identifier. */
function keyBitsOf({ der }) {
    const info = (0,parse/* subjectKeyInfoOf */.lN)(der);
    return info && (0,subject_key/* keyBytesOf */.GP)(info);
}
/** RFC 6960 §4.2.2.2: those that the issuer itself has given a certificate for it, and that is valid. */
function respondersOf({ certificates }, issuer, at) {
    return certificates.flatMap(der => {
        const responder = (0,parse/* parseCertificate */.hB)(der);
        return responder.kind === 'certificate' && isAppointed(responder, issuer, at) ? [responder] : [];
    });
}
function isAppointed(responder, issuer, at) {
    const { extendedKeyUsage, notBefore, notAfter } = responder.certificate;
    if (extendedKeyUsage?.includes('OCSPSigning') !== true || !(0,distinguished_name/* sameName */.q)(responder.issuer, issuer.subject))
        return false;
    if (at < Date.parse(notBefore) || at > Date.parse(notAfter))
        return false;
    return proves(() => new external_node_crypto_.X509Certificate(responder.der).verify(keyOf(issuer)));
}
const isSignedBy = ({ data, algorithm, signature }, signer) => proves(() => (0,external_node_crypto_.verify)(hashNameOf(algorithm), data, keyFor(keyOf(signer), algorithm), signature));
const keyOf = ({ der }) => new external_node_crypto_.X509Certificate(der).publicKey;
/** What OpenSSL cannot verify, by a key or an algorithm that it does not have, is not proven. */
function proves(verified) {
    try {
        return verified();
    }
    catch {
        return false;
    }
}
/** 'sha256' for 'sha256WithRSAEncryption'; null for a scheme with a hash of its own (Ed25519). */
const hashNameOf = (algorithm) => /sha\d+/i.exec(algorithm)?.[0].toLowerCase() ?? null;
const keyFor = (key, algorithm) => algorithm.startsWith('RSASSA-PSS') ? { key, padding: external_node_crypto_.constants.RSA_PKCS1_PSS_PADDING, saltLength: external_node_crypto_.constants.RSA_PSS_SALTLEN_AUTO } : key;

// EXTERNAL MODULE: ./build/commonjs/esm/certificate/pem.js
var certificate_pem = __webpack_require__(6260);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/problem.js
var problem = __webpack_require__(9);
// EXTERNAL MODULE: ./build/commonjs/esm/certificate/span.js
var span = __webpack_require__(7176);
// EXTERNAL MODULE: ./build/commonjs/esm/judge/check-of.js
var check_of = __webpack_require__(7754);
;// CONCATENATED MODULE: ./build/commonjs/esm/judge/staple.js






/** A responder's clock may be ahead of ours by so much. */
const skewMs = span/* hourMs */.$0 / 12;
/** @param staple the OCSP response that came with the certificate, DER; null when none came */
function stapleChecks(staple, { path, at }) {
    const [leaf, issuer] = path;
    if (leaf === undefined)
        return [];
    const id = 'certificate/staple';
    const label = (0,problem/* certificateLabel */.eH)(leaf.index, leaf.certificate);
    const found = (status, message, more = {}) => [
        (0,check_of/* checkOf */.E)({ id, severity: 'warning', status, message, evidence: [label], ...more }),
    ];
    if (staple === null) {
        if (!leaf.certificate.mustStaple)
            return [];
        return found('fail', `${label} must come with an OCSP response, and none was stapled`, { cause: 'staple-missing' });
    }
    const [own, authority] = [leaf, issuer].map(element => element && read(element.certificate));
    if (!own || !authority)
        return found('inconclusive', 'who issued the certificate is not known, whose word the stapled OCSP response has to be', {
            fix: 'Let the server send the certificate of the issuer, or give it with ca',
        });
    const now = Date.parse(at);
    const answer = statusOf(staple, own, authority, now);
    if (answer.kind === 'unusable')
        return found('fail', `the stapled OCSP response ${answer.reason}`, { cause: 'staple-invalid' });
    const { status, revokedAt, thisUpdate, nextUpdate } = answer;
    if (status === 'revoked') {
        const message = `the stapled OCSP response says that ${label} was revoked on ${(0,span/* timeText */.Tc)(revokedAt ?? thisUpdate)}`;
        return found('fail', message, { severity: 'error', cause: 'certificate-revoked' });
    }
    if (status === 'unknown')
        return found('fail', `the stapled OCSP response says that the issuer does not know ${label}`, { cause: 'staple-invalid' });
    if (thisUpdate > now + skewMs)
        return found('fail', `the stapled OCSP response holds from ${(0,span/* timeText */.Tc)(thisUpdate)} on, ${(0,span/* span */.Ln)(thisUpdate - now)} from now`, {
            cause: 'staple-invalid',
        });
    if (nextUpdate !== null && nextUpdate < now) {
        const message = `the stapled OCSP response ended on ${(0,span/* timeText */.Tc)(nextUpdate)}, ${(0,span/* span */.Ln)(now - nextUpdate)} ago`;
        return found('fail', message, { cause: 'staple-stale' });
    }
    const until = nextUpdate === null ? `as of ${(0,span/* timeText */.Tc)(thisUpdate)}` : `until ${(0,span/* timeText */.Tc)(nextUpdate)}`;
    return found('pass', `the stapled OCSP response says that ${label} is good, ${until}`);
}
function read({ pem }) {
    const [der] = (0,certificate_pem/* certificatesOfPem */.sQ)(pem);
    const parsed = der && (0,parse/* parseCertificate */.hB)(der);
    return parsed?.kind === 'certificate' ? parsed : null;
}


/***/ })

};
;