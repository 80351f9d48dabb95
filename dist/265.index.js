export const id = 265;
export const ids = [265];
export const modules = {

/***/ 2265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gate: () => (/* binding */ gate)
});

// UNUSED EXPORTS: handshakeAlone

// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
;// CONCATENATED MODULE: ./build/esm/certificate/der.js
// Reads DER (ITU-T X.690), strictly and within bounds. It knows shapes, not certificates; how deep it goes is written in its callers, never chosen by
// the bytes. Our own because @peculiar/asn1-schema costs 20 ms at start, more than the whole rest of a run.
/** Tags, as the identifier byte stands in the encoding (X.680 §8.4); 0x20 marks a constructed value. */
const tags = {
    boolean: 0x01,
    integer: 0x02,
    bitString: 0x03,
    octetString: 0x04,
    oid: 0x06,
    utf8String: 0x0c,
    numericString: 0x12,
    printableString: 0x13,
    teletexString: 0x14,
    ia5String: 0x16,
    utcTime: 0x17,
    generalizedTime: 0x18,
    visibleString: 0x1a,
    universalString: 0x1c,
    bmpString: 0x1e,
    sequence: 0x30,
    set: 0x31,
};
/** The identifier byte of a context-specific tag: [n], primitive or constructed. */
const context = (n, constructed = false) => (constructed ? 0xa0 : 0x80) | n;
/** Bytes that are not what they should be; the message says what was expected. */
class DerError extends Error {
    name = 'DerError';
}
/** Reads the values of a constructed one, in order. */
class DerReader {
    #bytes;
    #offset = 0;
    constructor(bytes) {
        this.#bytes = bytes;
    }
    get done() {
        return this.#offset === this.#bytes.length;
    }
    /** The next value, whatever it is. `what` names it in the error. */
    next(what) {
        const start = this.#offset;
        const tag = this.#byte(what);
        if ((tag & 0x1f) === 0x1f)
            throw new DerError(`${what}: a tag of several bytes`);
        const length = this.#length(what);
        if (length > this.#bytes.length - this.#offset)
            throw new DerError(`${what}: ends after the data`);
        const content = this.#bytes.subarray(this.#offset, this.#offset + length);
        this.#offset += length;
        return { tag, content, bytes: this.#bytes.subarray(start, this.#offset) };
    }
    /** The next value, which must have this tag. */
    expect(tag, what) {
        const element = this.next(what);
        if (element.tag !== tag)
            throw new DerError(`${what}: tag 0x${hexByte(element.tag)} where 0x${hexByte(tag)} belongs`);
        return element;
    }
    /** The next value if it has this tag; otherwise nothing is read. */
    optional(tag, what) {
        return this.#bytes[this.#offset] === tag ? this.next(what) : null;
    }
    /** The values inside the next one. */
    enter(tag, what) {
        return new DerReader(this.expect(tag, what).content);
    }
    /** Trailing bytes are an error. */
    end(what) {
        if (!this.done)
            throw new DerError(`${what}: trailing bytes`);
    }
    #byte(what) {
        const byte = this.#bytes[this.#offset];
        if (byte === undefined)
            throw new DerError(`${what}: missing`);
        this.#offset += 1;
        return byte;
    }
    /** X.690 §10.1: definite and in the fewest bytes. */
    #length(what) {
        const first = this.#byte(what);
        if (first < 0x80)
            return first;
        const count = first & 0x7f;
        if (count === 0 || count > 4)
            throw new DerError(`${what}: a length of ${count === 0 ? 'indefinite form' : `${count} bytes`}`);
        let length = 0;
        for (let i = 0; i < count; i++)
            length = length * 0x100 + this.#byte(what);
        if (length < 0x80 || length < 0x100 ** (count - 1))
            throw new DerError(`${what}: a length in more bytes than it needs`);
        return length;
    }
}
/** Dotted decimal: '2.5.4.3' (X.690 §8.19). Arcs beyond 2^53 occur (UUIDs under 2.25), so they are counted in BigInt. */
function oidOf(element, what) {
    const { content } = element;
    const last = content.at(-1);
    // 64 bytes hold every identifier in use several times over; without a limit, BigInt arithmetic on an attacker's megabyte takes minutes.
    if (last === undefined || last & 0x80 || content.length > 64)
        throw new DerError(`${what}: a broken object identifier`);
    const arcs = [];
    let arc = 0n;
    let starts = true;
    for (const byte of content) {
        if (starts && byte === 0x80)
            throw new DerError(`${what}: a broken object identifier`);
        starts = byte < 0x80;
        arc = (arc << 7n) | BigInt(byte & 0x7f);
        if (!starts)
            continue;
        arcs.push(arc);
        arc = 0n;
    }
    const first = arcs[0] ?? 0n;
    const root = first < 80n ? first / 40n : 2n;
    return [root, first - root * 40n, ...arcs.slice(1)].join('.');
}
/** A small non-negative number; null when it is larger than 2^31 - 1. */
function smallIntegerOf(element, what) {
    const { content } = element;
    const first = content[0];
    if (first === undefined || first & 0x80)
        throw new DerError(`${what}: not a non-negative number`);
    if (content.length > 5)
        return null;
    const value = content.reduce((sum, byte) => sum * 0x100 + byte, 0);
    return value > 0x7fff_ffff ? null : value;
}
/** How many bits a non-negative number has. */
function bitLengthOf(element) {
    const start = element.content.findIndex(byte => byte !== 0);
    const top = element.content[start];
    return top === undefined ? 0 : (element.content.length - start - 1) * 8 + (32 - Math.clz32(top));
}
/** The bytes of a BIT STRING (X.690 §8.6) and how many of their bits count. */
function bitStringOf(element, what) {
    const unused = element.content[0];
    const bytes = element.content.subarray(1);
    if (unused === undefined || unused > 7 || (bytes.length === 0 && unused > 0))
        throw new DerError(`${what}: a broken bit string`);
    return { bytes, bits: bytes.length * 8 - unused };
}
/** Any byte but zero is true: BER's spelling, which OpenSSL accepts. */
function booleanOf(element, what) {
    if (element.content.length !== 1)
        throw new DerError(`${what}: a broken truth value`);
    return element.content[0] !== 0;
}
/** The text of a character string, or null when the value is none. Bytes that are no text in their encoding become U+FFFD. */
function textOf(element) {
    const bytes = Buffer.from(element.content.buffer, element.content.byteOffset, element.content.length);
    switch (element.tag) {
        case tags.utf8String:
            return bytes.toString('utf8');
        case tags.numericString:
        case tags.printableString:
        case tags.ia5String:
        case tags.visibleString:
        // T.61 in name, Latin-1 in all certificates that use it.
        case tags.teletexString:
            return bytes.toString('latin1');
        case tags.bmpString:
            return Buffer.from(bytes.subarray(0, bytes.length & ~1))
                .swap16()
                .toString('utf16le')
                .toWellFormed();
        case tags.universalString: {
            let text = '';
            for (let at = 0; at + 4 <= bytes.length; at += 4) {
                const point = bytes.readUInt32BE(at);
                text += point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
            }
            return text.toWellFormed();
        }
        default:
            return null;
    }
}
const twoDigits = '(\\d{2})';
const timePattern = new RegExp(`^(\\d{2}|\\d{4})${twoDigits.repeat(5)}Z$`);
/** Milliseconds since 1970 of a UTCTime or GeneralizedTime in the only forms a certificate may use (RFC 5280 §4.1.2.5). */
function timeOf(element, what) {
    const text = Buffer.from(element.content).toString('latin1');
    const match = timePattern.exec(text);
    const yearDigits = element.tag === tags.utcTime ? 2 : element.tag === tags.generalizedTime ? 4 : 0;
    if (match?.[1]?.length !== yearDigits)
        throw new DerError(`${what}: not a date`);
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
    // Two digits: 50 is 1950 and 49 is 2049.
    const fullYear = yearDigits === 4 ? year : year < 50 ? 2000 + year : 1900 + year;
    const date = new Date(0);
    date.setUTCFullYear(fullYear, month - 1, day);
    date.setUTCHours(hour, minute, second);
    // A 31st of June rolls over silently: the text must come back as it was.
    if (date.toISOString().replace(/[-T:]/g, '').slice(0, 14) !== `${String(fullYear).padStart(4, '0')}${text.slice(yearDigits, -1)}`)
        throw new DerError(`${what}: not a date`);
    return date.getTime();
}
const hex = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex').toUpperCase();
const hexByte = (byte) => byte.toString(16).padStart(2, '0');

// EXTERNAL MODULE: ./build/esm/certificate/object-identifiers.js
var object_identifiers = __webpack_require__(1568);
;// CONCATENATED MODULE: ./build/esm/certificate/distinguished-name.js
// Distinguished names: as text for people, as a key for comparison.


/** Reads a Name, which is the next value of the reader (RFC 5280 §4.1.2.4). */
function readName(reader, what) {
    const { bytes, content } = reader.expect(tags.sequence, what);
    const sequence = new DerReader(content);
    const relativeNames = [];
    while (!sequence.done) {
        const set = sequence.enter(tags.set, what);
        const attributes = [];
        while (!set.done) {
            const pair = set.enter(tags.sequence, what);
            const oid = oidOf(pair.expect(tags.oid, what), what);
            const element = pair.next(what);
            pair.end(what);
            attributes.push({ oid, value: textOf(element), bytes: element.bytes });
        }
        relativeNames.push(attributes);
    }
    const valuesOf = (type) => relativeNames.flat().flatMap(({ oid, value }) => (oid === type && value !== null ? [value] : []));
    return {
        bytes,
        text: relativeNames
            .map(attributes => attributes.map(attributeText).join('+'))
            .reverse()
            .join(','),
        keys: relativeNames.map(attributes => attributes.map(attributeKey).sort().join('+')),
        commonNames: valuesOf('2.5.4.3'),
        organizations: valuesOf('2.5.4.10'),
    };
}
/** Whether two names are the same. */
function sameName(a, b) {
    return a.keys.length === b.keys.length && startsWithName(a, b);
}
/** Whether `name` stands in the subtree below `base`: the relation of directoryName constraints (RFC 5280 §4.2.1.10). */
function startsWithName(name, base) {
    return base.keys.length <= name.keys.length && base.keys.every((key, i) => key === name.keys[i]);
}
function attributeText({ oid, value, bytes }) {
    const type = object_identifiers/* attributeTypes */.sJ.get(oid);
    // RFC 4514 §2.4: a value of a type without a short name, or without a text form, is its encoding in hexadecimal.
    return type === undefined || value === null ? `${type ?? oid}=#${hex(bytes)}` : `${type}=${escapeValue(value)}`;
}
/** RFC 4514 §2.4. */
function escapeValue(value) {
    return value.replace(/^[ #]|[ ]$|["+,;<>\\]/g, '\\$&').replaceAll('\0', '\\00');
}
/** Letter case and runs of white space do not count, nor does the string type: what OpenSSL compares, a subset of RFC 5280 §7.1. */
function attributeKey({ oid, value, bytes }) {
    const text = value
        ?.replace(/[A-Z]+/g, letters => letters.toLowerCase())
        .replace(/[\t-\r ]+/g, ' ')
        .replace(/^ | $/g, '');
    return JSON.stringify([oid, text ?? `#${hex(bytes)}`]);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/esm/certificate/general-name.js
// The names of RFC 5280 §4.2.1.6, as they stand in alternative names, name constraints and addresses of services.


/** Reads names up to the end of the reader. */
function readGeneralNames(reader, what) {
    const names = [];
    while (!reader.done)
        names.push(generalNameOf(reader.next(what), what));
    return names;
}
function generalNameOf(element, what) {
    switch (element.tag) {
        case context(0, true):
            return { kind: 'other', text: `othername:${oidOf(new DerReader(element.content).expect(tags.oid, what), what)}` };
        case context(1):
            return { kind: 'email', text: latin1(element) };
        case context(2):
            return { kind: 'dns', text: latin1(element) };
        case context(4, true):
            return { kind: 'directory', name: readName(new DerReader(element.content), what) };
        case context(6):
            return { kind: 'uri', text: latin1(element) };
        case context(7):
            return { kind: 'ip', bytes: element.content };
        case context(8):
            return { kind: 'other', text: `rid:${oidOf(element, what)}` };
        default:
            return { kind: 'other', text: `0x${element.tag.toString(16)}:${hex(element.content)}` };
    }
}
/** The canonical text of an address (RFC 5952 for IPv6); null when it is not 4 or 16 bytes long. */
function addressText(bytes) {
    if (bytes.length === 4)
        return bytes.join('.');
    if (bytes.length !== 16)
        return null;
    const groups = hex(bytes).match(/.{4}/g) ?? [];
    return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
}
// IA5String by the RFC; a server may send any byte, and none may be lost or merged with another.
const latin1 = ({ content }) => Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1');

;// CONCATENATED MODULE: ./build/esm/certificate/extensions.js



/** Reads `Extensions`; null stands for a certificate without any. */
function readExtensions(sequence) {
    const values = new Map();
    const unknownCritical = [];
    while (sequence !== null && !sequence.done) {
        const extension = sequence.enter(tags.sequence, 'extension');
        const oid = oidOf(extension.expect(tags.oid, 'extension'), 'extension');
        const critical = extension.optional(tags.boolean, 'extension');
        const value = extension.expect(tags.octetString, `extension ${oid}`);
        extension.end(`extension ${oid}`);
        if (values.has(oid))
            throw new DerError(`extension ${oid}: stands there twice`);
        values.set(oid, new DerReader(value.content));
        if (critical !== null && booleanOf(critical, 'extension') && !understood.has(oid))
            unknownCritical.push(oid);
    }
    /** Reads the value of an extension, which must be all of its octets; `absent` when the certificate has no such extension. */
    const value = (name, read, absent) => {
        const reader = values.get(object_identifiers/* extensionIds */.ic[name]);
        if (reader === undefined)
            return absent;
        const result = read(reader, name);
        reader.end(name);
        return result;
    };
    /** The same for what only informs: OpenSSL never looks into it, so being malformed there makes no certificate unreadable. */
    const hint = (name, read, absent) => {
        try {
            return value(name, read, absent);
        }
        catch (error) {
            if (error instanceof DerError)
                return absent;
            throw error;
        }
    };
    const access = hint('authorityInfoAccess', readAccess, []);
    const urlsOf = (method) => access.flatMap(({ oid, name }) => (oid === method && name.kind === 'uri' ? [name.text] : []));
    return {
        alternativeNames: value('subjectAltName', (reader, what) => readGeneralNames(reader.enter(tags.sequence, what), what), []),
        basicConstraints: value('basicConstraints', readBasicConstraints, null),
        keyUsage: value('keyUsage', readKeyUsage, null),
        extendedKeyUsage: value('extendedKeyUsage', readExtendedKeyUsage, null),
        nameConstraints: value('nameConstraints', readNameConstraints, null),
        subjectKeyId: value('subjectKeyId', (reader, what) => hex(reader.expect(tags.octetString, what).content), null),
        authorityKeyId: value('authorityKeyId', readAuthorityKeyId, null),
        ocspUrls: urlsOf('1.3.6.1.5.5.7.48.1'),
        issuerUrls: urlsOf('1.3.6.1.5.5.7.48.2'),
        crlUrls: hint('crlDistributionPoints', readDistributionPoints, []),
        mustStaple: value('tlsFeature', readTlsFeature, []).includes(statusRequest),
        unknownCritical,
    };
}
/** The extensions that OpenSSL takes note of, so that they may be critical; the first are read here, the others are: */
const understood = new Set([
    ...Object.values(object_identifiers/* extensionIds */.ic).filter(oid => oid !== object_identifiers/* extensionIds */.ic.tlsFeature && oid !== object_identifiers/* extensionIds */.ic.authorityInfoAccess),
    '2.5.29.32', // certificatePolicies
    '2.5.29.33', // policyMappings
    '2.5.29.36', // policyConstraints
    '2.5.29.54', // inhibitAnyPolicy
    '2.16.840.1.113730.1.1', // Netscape's certificate type
    '1.3.6.1.5.5.7.1.7', // IP address blocks, RFC 3779
    '1.3.6.1.5.5.7.1.8', // AS numbers, RFC 3779
    '1.3.6.1.5.5.7.1.14', // proxy certificates, RFC 3820
]);
/** RFC 6066 §8: the extension that a certificate with the TLS feature asks its server to answer. */
const statusRequest = 5;
function readBasicConstraints(reader, what) {
    const sequence = reader.enter(tags.sequence, what);
    const ca = sequence.optional(tags.boolean, what);
    const pathLength = sequence.optional(tags.integer, what);
    sequence.end(what);
    return {
        ca: ca !== null && booleanOf(ca, what),
        // A limit beyond 2^31 is none.
        pathLength: pathLength && smallIntegerOf(pathLength, what),
    };
}
function readKeyUsage(reader, what) {
    const { bytes, bits } = bitStringOf(reader.expect(tags.bitString, what), what);
    return object_identifiers/* keyUsageBits */.Xg.filter((_, bit) => bit < bits && ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0);
}
function readExtendedKeyUsage(reader, what) {
    return readAll(reader.enter(tags.sequence, what), sequence => {
        const oid = oidOf(sequence.expect(tags.oid, what), what);
        return object_identifiers/* keyPurposes */.Py.get(oid) ?? oid;
    });
}
function readNameConstraints(reader, what) {
    const sequence = reader.enter(tags.sequence, what);
    const subtrees = (tag) => {
        const list = sequence.optional(tag, what);
        if (list === null)
            return [];
        // minimum and maximum, which may follow the base, are not used with any name form.
        return readAll(new DerReader(list.content), it => generalNameOf(it.enter(tags.sequence, what).next(what), what));
    };
    const constraints = { permitted: subtrees(context(0, true)), excluded: subtrees(context(1, true)) };
    sequence.end(what);
    return constraints;
}
function readAuthorityKeyId(reader, what) {
    const id = reader.enter(tags.sequence, what).optional(context(0), what);
    return id && hex(id.content);
}
function readAccess(reader, what) {
    return readAll(reader.enter(tags.sequence, what), sequence => {
        const description = sequence.enter(tags.sequence, what);
        const oid = oidOf(description.expect(tags.oid, what), what);
        return { oid, name: generalNameOf(description.next(what), what) };
    });
}
function readDistributionPoints(reader, what) {
    return readAll(reader.enter(tags.sequence, what), sequence => {
        const name = sequence.enter(tags.sequence, what).optional(context(0, true), what);
        const fullName = name && new DerReader(name.content).optional(context(0, true), what);
        if (fullName === null)
            return [];
        return readGeneralNames(new DerReader(fullName.content), what).flatMap(it => (it.kind === 'uri' ? [it.text] : []));
    }).flat();
}
function readTlsFeature(reader, what) {
    return readAll(reader.enter(tags.sequence, what), sequence => smallIntegerOf(sequence.expect(tags.integer, what), what));
}
function readAll(reader, read) {
    const items = [];
    while (!reader.done)
        items.push(read(reader));
    return items;
}

// EXTERNAL MODULE: ./build/esm/certificate/pem.js
var pem = __webpack_require__(6446);
;// CONCATENATED MODULE: ./build/esm/certificate/subject-key.js


/** Reads SubjectPublicKeyInfo (RFC 5280 §4.1.2.7), which is the next value of the reader. */
function readSubjectKey(reader) {
    const what = 'subjectPublicKeyInfo';
    const info = reader.enter(tags.sequence, what);
    const { oid, parameters } = readAlgorithm(info, what);
    const key = bitStringOf(info.expect(tags.bitString, what), what);
    info.end(what);
    const algorithm = object_identifiers/* keyAlgorithms */.Im.get(oid);
    if (algorithm === undefined)
        return { type: oid, bits: null, group: null };
    switch (algorithm.size) {
        case 'key':
            return { type: algorithm.type, bits: key.bits, group: null };
        case 'modulus': {
            const modulus = new DerReader(key.bytes).enter(tags.sequence, what).expect(tags.integer, what);
            return { type: algorithm.type, bits: bitLengthOf(modulus), group: null };
        }
        case 'prime': {
            // The parameters may be inherited from the issuer (RFC 3279 §2.3.2).
            const prime = parameters?.tag === tags.sequence ? new DerReader(parameters.content).expect(tags.integer, what) : null;
            return { type: algorithm.type, bits: prime && bitLengthOf(prime), group: null };
        }
        case 'curve': {
            // Parameters that spell the curve out (RFC 3279 §2.3.5) name no group; TLS cannot use them.
            if (parameters?.tag !== tags.oid)
                return { type: algorithm.type, bits: null, group: null };
            const curve = oidOf(parameters, what);
            const named = object_identifiers/* curves */.LV.get(curve);
            return { type: algorithm.type, bits: named?.bits ?? null, group: named?.group ?? curve };
        }
        default:
            return algorithm.size;
    }
}
/** Reads a signature's AlgorithmIdentifier and gives its name: 'sha256WithRSAEncryption', 'RSASSA-PSS-SHA256', or the identifier. */
function readSignatureAlgorithm(reader) {
    const what = 'signatureAlgorithm';
    const { oid, parameters } = readAlgorithm(reader, what);
    return oid === object_identifiers/* rsaPss */.tq ? `RSASSA-PSS-${pssHash(parameters)}` : (object_identifiers/* signatureAlgorithms */.gW.get(oid) ?? oid);
}
/** RFC 4055 §3.1: the hash is the first of the parameters, and SHA-1 where none is given. */
function pssHash(parameters) {
    const explicit = parameters?.tag === tags.sequence ? new DerReader(parameters.content).optional(context(0, true), 'PSS parameters') : null;
    if (explicit === null)
        return 'SHA1';
    const { oid } = readAlgorithm(new DerReader(explicit.content), 'PSS parameters');
    return object_identifiers/* hashes */.RY.get(oid) ?? oid;
}
function readAlgorithm(reader, what) {
    const sequence = reader.enter(tags.sequence, what);
    const oid = oidOf(sequence.expect(tags.oid, what), what);
    const parameters = sequence.done ? null : sequence.next(what);
    sequence.end(what);
    return { oid, parameters };
}

;// CONCATENATED MODULE: ./build/esm/certificate/parse.js
// DER bytes to a certificate as plain data (RFC 5280 §4.1). What is read is what the bytes say; whether it is right is judged elsewhere.







/** Larger ones are not read. OpenSSL's limit for a whole chain is 100 KiB; certificates with post-quantum signatures have about 20. */
const maxBytes = 0x20000;
/** Reads a certificate. Never throws: the bytes are a stranger's. */
function parseCertificate(der) {
    if (der.length > maxBytes)
        return { kind: 'unreadable', reason: `${der.length} bytes are more than a certificate has`, der };
    try {
        return read(der);
    }
    catch (error) {
        if (!(error instanceof DerError))
            throw error;
        return { kind: 'unreadable', reason: error.message, der };
    }
}
/** Reads the subject of a certificate and nothing after it: enough to find one of many. Null when it cannot be read. */
function subjectOf(der) {
    try {
        const tbs = new DerReader(der).enter(tags.sequence, 'certificate').enter(tags.sequence, 'tbsCertificate');
        tbs.optional(context(0, true), 'version');
        for (const what of ['serialNumber', 'signature', 'issuer', 'validity'])
            tbs.next(what);
        return readName(tbs, 'subject');
    }
    catch (error) {
        if (!(error instanceof DerError))
            throw error;
        return null;
    }
}
function read(der) {
    const outer = new DerReader(der);
    const certificate = outer.enter(tags.sequence, 'certificate');
    outer.end('certificate');
    const tbs = certificate.enter(tags.sequence, 'tbsCertificate');
    const signatureAlgorithm = readSignatureAlgorithm(certificate);
    bitStringOf(certificate.expect(tags.bitString, 'signature'), 'signature');
    certificate.end('certificate');
    const version = readVersion(tbs);
    // A zero byte in front only says that the number is not negative.
    const serialNumber = hex(tbs.expect(tags.integer, 'serialNumber').content).replace(/^00(?=.)/, '');
    // The algorithm once more, inside what is signed (RFC 5280 §4.1.2.3); OpenSSL compares the two when it verifies.
    tbs.expect(tags.sequence, 'signature');
    const issuer = readName(tbs, 'issuer');
    const validity = tbs.enter(tags.sequence, 'validity');
    const notBefore = timeOf(validity.next('notBefore'), 'notBefore');
    const notAfter = timeOf(validity.next('notAfter'), 'notAfter');
    validity.end('validity');
    const subject = readName(tbs, 'subject');
    const key = readSubjectKey(tbs);
    tbs.optional(context(1), 'issuerUniqueID');
    tbs.optional(context(2), 'subjectUniqueID');
    const explicit = tbs.optional(context(3, true), 'extensions');
    tbs.end('tbsCertificate');
    const { alternativeNames, nameConstraints, unknownCritical, ...extensions } = readExtensions(explicit && new DerReader(explicit.content).enter(tags.sequence, 'extensions'));
    return {
        kind: 'certificate',
        certificate: {
            subject: subject.text,
            issuer: issuer.text,
            serialNumber,
            notBefore: timeText(notBefore),
            notAfter: timeText(notAfter),
            names: namesOf(alternativeNames),
            key,
            signatureAlgorithm,
            ...extensions,
            fingerprint256: (0,external_node_crypto_.hash)('sha256', der, 'hex')
                .toUpperCase()
                .replace(/..(?=.)/g, '$&:'),
            pem: (0,pem/* pemOf */._)('CERTIFICATE', der),
        },
        der,
        subject,
        issuer,
        alternativeNames,
        nameConstraints,
        unknownCritical,
        version,
    };
}
/** 1, 2 or 3; the encoding counts from 0 and leaves 1 out. */
function readVersion(tbs) {
    const explicit = tbs.optional(context(0, true), 'version');
    if (explicit === null)
        return 1;
    const value = new DerReader(explicit.content).expect(tags.integer, 'version').content;
    const number = value.length === 1 ? value[0] : undefined;
    if (number === undefined || number > 2)
        throw new DerError('version: not one of 1, 2, 3');
    return number + 1;
}
function namesOf(names) {
    const dns = [];
    const ip = [];
    const other = [];
    for (const name of names) {
        switch (name.kind) {
            case 'dns':
                dns.push(name.text);
                break;
            case 'ip': {
                const text = addressText(name.bytes);
                if (text === null)
                    other.push(`ip:${hex(name.bytes)}`);
                else
                    ip.push(text);
                break;
            }
            case 'email':
            case 'uri':
                other.push(`${name.kind}:${name.text}`);
                break;
            case 'directory':
                other.push(`dirname:${name.name.text}`);
                break;
            case 'other':
                other.push(name.text);
                break;
            default:
                name;
        }
    }
    return { dns, ip, other };
}
/** ISO 8601; a certificate counts in seconds (RFC 5280 §4.1.2.5). */
const timeText = (time) => `${new Date(time).toISOString().slice(0, -'.000Z'.length)}Z`;

;// CONCATENATED MODULE: ./build/esm/certificate/trust-store.js
// The certificates a client trusts, searched by name. Node's bundled set has 121, of which a chain needs one, so none is parsed before it is needed.



/** @param pems asked for once, when needed: texts with one certificate or several; what cannot be read is not trusted */
function trustStore(pems) {
    const all = once(() => pems().flatMap(pem/* certificatesOfPem */.s));
    const read = new Map();
    const certificateOf = (der) => {
        const known = read.get(der) ?? parseCertificate(der);
        read.set(der, known);
        return known;
    };
    const subjects = once(() => all().map(der => ({ der, subject: subjectOf(der) })));
    const parsed = (ders, name) => ders.flatMap(der => {
        const certificate = certificateOf(der);
        return certificate.kind === 'certificate' && sameName(certificate.subject, name) ? [certificate] : [];
    });
    return {
        has: der => all().some(it => it.equals(der)),
        named: name => {
            const encoded = Buffer.from(name.bytes);
            return parsed(all().filter(der => der.includes(encoded)), name);
        },
        namedLoosely: name => {
            const same = subjects().filter(({ subject }) => subject !== null && sameName(subject, name));
            return parsed(same.map(({ der }) => der), name);
        },
        isPublic: () => all().length >= manyCertificates,
        knowsOrganization: ({ organizations }) => subjects().some(({ subject }) => subject?.organizations.some(organization => organizations.includes(organization)) === true),
    };
}
/** Fewer than the public authorities ever were, more than anyone lists by hand. */
const manyCertificates = 50;
function once(make) {
    let made;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}

// EXTERNAL MODULE: ./build/esm/gate-options.js
var gate_options = __webpack_require__(3602);
// EXTERNAL MODULE: ./build/esm/judge/check.js
var check = __webpack_require__(220);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./build/esm/certificate/problem.js
/** Kinds of problem and the cause each comes under. */
const problemKinds = {
    unreadable: 'certificate-misissued',
    expired: 'certificate-expired',
    'not-yet-valid': 'certificate-not-yet-valid',
    /** The leaf vouches for itself and is not trusted. */
    'self-signed': 'certificate-self-signed',
    /** The path ends at a root that was sent and is not trusted. */
    'root-untrusted': 'certificate-untrusted',
    /** The path ends at an intermediate whose issuer nobody has: as a rule a root that is not trusted. */
    'root-unknown': 'certificate-untrusted',
    'bad-signature': 'certificate-untrusted',
    /** The path ends where an intermediate should follow. */
    'issuer-missing': 'certificate-chain-incomplete',
    misordered: 'certificate-chain-misordered',
    duplicate: 'certificate-chain-extraneous',
    unrelated: 'certificate-chain-extraneous',
    'too-many': 'certificate-chain-extraneous',
    /** The trusted root was sent along: legal and useless. */
    'root-sent': 'certificate-chain-extraneous',
    'host-mismatch': 'certificate-host-mismatch',
    'no-san': 'certificate-no-san',
    'ca-as-leaf': 'certificate-misissued',
    'not-for-servers': 'certificate-misissued',
    'key-usage': 'certificate-misissued',
    'not-a-ca': 'certificate-misissued',
    'path-too-long': 'certificate-misissued',
    'name-constraint': 'certificate-misissued',
    'critical-extension': 'certificate-misissued',
    'weak-key': 'certificate-weak-key',
    'weak-signature': 'certificate-weak-signature',
};
/** Longer texts are cut in messages: a server may put 60 kB into a name. */
const longestText = 200;
/** A text of the server's, short enough for a message. */
function problem_short(text) {
    return text.length > longestText ? `${text.slice(0, longestText).toWellFormed()}…` : text;
}
/** What a message calls a certificate: 'certificate 0 (CN=example.com)', or 'the trusted certificate CN=Root' for one that was not sent. */
function certificateLabel(index, { subject, names }) {
    const name = problem_short(subject || names.dns[0] || names.ip[0] || 'without a name');
    return index === null ? `the trusted certificate ${name}` : `certificate ${index} (${name})`;
}
function problem(kind, index, message) {
    return { kind, cause: problemKinds[kind], index, message };
}

;// CONCATENATED MODULE: ./build/esm/certificate/hostname.js
// Whether a certificate is for the name a client wants to reach (RFC 9525). Only subject alternative names count, never the common name.



/** Compares a reference with the names of a certificate (RFC 9525 §6). Never throws; a reference that is no valid name matches nothing. */
function matchHostname(reference, certificate) {
    const { dns, ip } = certificate.names;
    if (dns.length + ip.length === 0)
        return { matches: false, reason: 'no-san', message: 'has no subject alternative name' };
    const wanted = reference.kind === 'ip' ? canonicalAddress(reference.name) : canonicalName(reference.name);
    const by = reference.kind === 'ip' ? ip.find(it => it === wanted) : dns.find(it => wanted !== '' && covers(it, wanted));
    if (by !== undefined)
        return { matches: true, by };
    const presented = `is for ${listed([...dns, ...ip])}, not for ${reference.name}`;
    return { matches: false, reason: 'mismatch', message: `${presented}${oddity(reference, wanted, certificate)}` };
}
/** Whether a DNS name of a certificate covers a canonical name: equal, or a wildcard in place of the whole leftmost label (RFC 9525 §6.3). */
function covers(presented, wanted) {
    const name = withoutRootDot(presented).toLowerCase();
    if (!name.startsWith('*.'))
        return name === wanted;
    const parent = name.slice(2);
    // Node, like the browsers, takes no wildcard right below a top-level name.
    if (!parent.includes('.') || parent.includes('*'))
        return false;
    const dot = wanted.indexOf('.');
    return dot > 0 && wanted.slice(dot + 1) === parent;
}
/** The reason in the frequent cases in which the name seems to be there. */
function oddity({ kind }, wanted, { names }) {
    if (kind === 'ip')
        return names.dns.includes(wanted) ? '; the address stands there as a DNS name, where no client looks for it' : '';
    const wildcard = names.dns.find(it => it.startsWith('*.') && wanted.endsWith(it.slice(1).toLowerCase()));
    return wildcard === undefined ? '' : `; ${problem_short(wildcard)} covers exactly one label`;
}
/** Lower case, A-labels, no root dot; empty when it is no DNS name. */
function canonicalName(name) {
    // What IDNA refuses ('xn--' before no valid Punycode) may still be a name that servers use.
    const ascii = withoutRootDot((0,external_node_url_.domainToASCII)(name) || (/^[\w.-]+$/.test(name) ? name.toLowerCase() : ''));
    // domainToASCII turns '0x7f.1' into an address; no certificate names one as a DNS name.
    return (0,external_node_net_.isIPv4)(ascii) ? '' : ascii;
}
/** RFC 5952, without a zone; empty when it is no address. */
function canonicalAddress(address) {
    if ((0,external_node_net_.isIPv4)(address))
        return address;
    const [withoutZone = ''] = address.split('%');
    return withoutZone.includes(':') && (0,external_node_net_.isIPv6)(withoutZone) ? new URL(`http://[${withoutZone}]`).hostname.slice(1, -1) : '';
}
const withoutRootDot = (name) => (name.endsWith('.') ? name.slice(0, -1) : name);
/** How many names a message shows: a certificate may have thousands. */
const shown = 5;
function listed(names) {
    const first = names.slice(0, shown).map(problem_short).join(', ');
    return names.length > shown ? `${first} and ${names.length - shown} more` : first;
}

;// CONCATENATED MODULE: ./build/esm/certificate/path.js
// Finds the way from a leaf up to a trusted root among the certificates that were sent and those of the trust store. It explains what OpenSSL
// decides, so it looks at the same things: names, key identifiers, signatures; and in the same order: the trust store first.


/** A real path has three signatures. More than this many are only tried for a server that wants to keep us busy. */
const maxVerifications = 64;
/**
 * The shortest path to an anchor; without one, the path that shows best what is missing. Every certificate is visited once, so a set of
 * cross-signed ones in a circle costs no more than a straight chain.
 * @param sent the readable certificates, the leaf first
 * @param verified OpenSSL has verified a path, so that a signature needs no second look where only one certificate can have made it
 */
function findPath(sent, store, { at, verified }) {
    const exact = search(sent, store.named, at, verified);
    // Reading every trusted subject is only worth while when no name was found as it is encoded.
    return exact.end.kind === 'anchor' ? exact : search(sent, store.namedLoosely, at, verified);
}
function search(sent, trustedNamed, at, verified) {
    const visited = new Set([fingerprint(sent[0])]);
    const queue = [{ link: sent[0], from: null }];
    let verifications = 0;
    let best = null;
    for (const step of queue) {
        const { link } = step;
        if (verified && link.trusted ? isSelfIssued(link.parsed) : isSelfSigned(link.parsed)) {
            if (link.trusted)
                return { links: linksTo(step), end: { kind: 'anchor' } };
            if (best?.end.kind !== 'untrusted-root')
                best = { step, end: { kind: 'untrusted-root' } };
            continue;
        }
        const namesakes = issuersByName(link, sent, trustedNamed);
        const possible = namesakes.filter(issuer => keyIdentifierFits(link.parsed, issuer.parsed));
        const issuers = verified && possible.length === 1
            ? possible
            : possible.filter(issuer => ++verifications <= maxVerifications && isSignedBy(link.parsed, issuer.parsed));
        for (const issuer of issuers.sort((a, b) => preference(b, at) - preference(a, at))) {
            if (visited.has(fingerprint(issuer)))
                continue;
            visited.add(fingerprint(issuer));
            queue.push({ link: issuer, from: step });
        }
        // A later step stands as far up or further; a root that was sent explains more than a gap.
        if (issuers.length === 0 && best?.end.kind !== 'untrusted-root')
            best = { step, end: possible.length > 0 ? { kind: 'bad-signature', issuers: possible } : { kind: 'issuer-missing', namesakes } };
    }
    const { step, end } = best ?? { step: queue.at(-1) ?? { link: sent[0], from: null }, end: { kind: 'circle' } };
    return { links: linksTo(step), end };
}
/** Certificates with the name of the issuer, the trust store's first. */
function issuersByName(link, sent, trustedNamed) {
    const trusted = trustedNamed(link.parsed.issuer).map(parsed => ({
        parsed,
        index: sent.find(it => isSame(it, parsed))?.index ?? null,
        trusted: true,
    }));
    const others = sent.filter(it => it !== link && sameName(it.parsed.subject, link.parsed.issuer) && !trusted.some(({ parsed }) => isSame(it, parsed)));
    return [...trusted, ...others];
}
const isSame = (link, parsed) => fingerprint(link) === parsed.certificate.fingerprint256;
/** RFC 5280 §4.2.1.1: a key identifier on one side only says nothing. */
function keyIdentifierFits({ certificate }, issuer) {
    const { authorityKeyId } = certificate;
    const { subjectKeyId } = issuer.certificate;
    return authorityKeyId === null || subjectKeyId === null || authorityKeyId === subjectKeyId;
}
/** Trusted ones first, then those in their time of validity. */
function preference({ trusted, parsed }, at) {
    return (trusted ? 2 : 0) + (isInTime(parsed, at) ? 1 : 0);
}
function isInTime({ certificate }, at) {
    return Date.parse(certificate.notBefore) <= at && at <= Date.parse(certificate.notAfter);
}
function isSelfIssued({ subject, issuer }) {
    return sameName(subject, issuer);
}
function isSelfSigned(parsed) {
    return isSelfIssued(parsed) && keyIdentifierFits(parsed, parsed) && isSignedBy(parsed, parsed);
}
/** Whether the signature is by the issuer's key. What OpenSSL cannot verify (an algorithm it lacks) is given the benefit of the doubt: it decides trust. */
function isSignedBy(parsed, issuer) {
    try {
        return new external_node_crypto_.X509Certificate(parsed.der).verify(new external_node_crypto_.X509Certificate(issuer.der).publicKey);
    }
    catch {
        return true;
    }
}
function linksTo(step) {
    const links = [];
    for (let at = step; at !== null; at = at.from)
        links.unshift(at.link);
    return links;
}
const fingerprint = ({ parsed }) => parsed.certificate.fingerprint256;

;// CONCATENATED MODULE: ./build/esm/certificate/span.js
// How long, in words for a message.
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Whole units, never so few that rounding down hides much: '3 days', '71 hours', '1 minute'. */
function span(ms) {
    const [unit, name] = ms >= 3 * dayMs ? [dayMs, 'day'] : ms >= 3 * hourMs ? [hourMs, 'hour'] : [minuteMs, 'minute'];
    const count = Math.floor(ms / unit);
    return `${count} ${name}${count === 1 ? '' : 's'}`;
}

// EXTERNAL MODULE: ./build/esm/certificate/strength.js
var strength = __webpack_require__(1515);
;// CONCATENATED MODULE: ./build/esm/certificate/name-constraints.js
// Whether the names of a certificate stand within the constraints of an authority above it (RFC 5280 §4.2.1.10).


/** OpenSSL's limit for one certificate and one authority (NAME_CHECK_MAX), here to be shared by all of a path: thirty of them took seconds. */
const allowance = () => ({ comparisons: 2 ** 20 });
/** The first name that breaks the constraints, for a message, or null; 'more names than can be compared' when the allowance is used up. */
function constraintBroken(constraints, { subject, alternativeNames }, left) {
    const { permitted, excluded } = constraints;
    const names = subject.keys.length > 0 ? [{ kind: 'directory', name: subject }, ...alternativeNames] : alternativeNames;
    left.comparisons -= names.length * (permitted.length + excluded.length);
    if (left.comparisons < 0)
        return 'more names than can be compared';
    const broken = names.find(name => {
        // Names of a kind that is not read here: OpenSSL's verdict on them is reported as it is.
        if (name.kind === 'other')
            return false;
        const ofItsKind = permitted.filter(({ kind }) => kind === name.kind);
        return excluded.some(base => isWithin(name, base)) || (ofItsKind.length > 0 && !ofItsKind.some(base => isWithin(name, base)));
    });
    return broken === undefined ? null : nameText(broken);
}
function isWithin(name, base) {
    switch (name.kind) {
        case 'dns':
            return base.kind === 'dns' && isWithinDomain(name.text, base.text);
        case 'email':
            return base.kind === 'email' && isWithinMailDomain(name.text, base.text);
        case 'uri':
            return base.kind === 'uri' && isWithinHost(URL.parse(name.text)?.hostname ?? '', base.text);
        case 'ip':
            return base.kind === 'ip' && isWithinRange(name.bytes, base.bytes);
        case 'directory':
            return base.kind === 'directory' && startsWithName(name.name, base.name);
        case 'other':
            return false;
        default:
            return name;
    }
}
/** 'example.com' is itself and everything below; '.example.com', which the RFC does not define for DNS names, everything below (as OpenSSL does). */
function isWithinDomain(name, base) {
    const [lower, domain] = [name.toLowerCase(), base.toLowerCase()];
    return domain === '' || lower === domain || lower.endsWith(domain.startsWith('.') ? domain : `.${domain}`);
}
/** 'example.com' is that host only, '.example.com' those below it. */
function isWithinHost(host, base) {
    const [lower, domain] = [host.toLowerCase(), base.toLowerCase()];
    return domain.startsWith('.') ? lower.endsWith(domain) : lower === domain;
}
function isWithinMailDomain(address, base) {
    if (base.includes('@'))
        return address === base;
    return isWithinHost(address.slice(address.lastIndexOf('@') + 1), base);
}
/** A base is an address and a mask after it. */
function isWithinRange(address, base) {
    const size = address.length;
    if (base.length !== 2 * size)
        return false;
    return address.every((byte, i) => ((byte ^ (base[i] ?? 0)) & (base[size + i] ?? 0)) === 0);
}
function nameText(name) {
    switch (name.kind) {
        case 'directory':
            return name.name.text;
        case 'ip':
            return addressText(name.bytes) ?? 'a broken address';
        case 'dns':
        case 'email':
        case 'uri':
        case 'other':
            return name.text;
        default:
            return name;
    }
}

;// CONCATENATED MODULE: ./build/esm/certificate/usage.js
// Whether the certificates of a path may be used as they are: the leaf for a TLS server, those above as its authorities (RFC 5280 §4.2.1, §6.1).



function usageProblems(links) {
    const [leaf, ...authorities] = links;
    if (leaf === undefined)
        return [];
    const left = allowance();
    return [
        ...leafProblems(leaf),
        ...authorities.flatMap((authority, i) => authorityProblems(authority, links.slice(0, i + 1), left)),
        ...links.flatMap(purposeProblems),
    ];
}
function leafProblems({ index, parsed: { certificate } }) {
    const problems = [];
    const label = certificateLabel(index, certificate);
    const { basicConstraints, keyUsage } = certificate;
    if (basicConstraints?.ca === true)
        problems.push(problem('ca-as-leaf', index, `${label} is a certificate authority's and should not be a server's: some clients refuse it`));
    // RFC 8446 §4.4.2.2: it signs the handshake, as in every cipher suite with an ephemeral key exchange.
    if (keyUsage !== null && !keyUsage.includes('digitalSignature'))
        problems.push(problem('key-usage', index, `${label} may be used for ${usage_listed(keyUsage)}, not for digitalSignature`));
    return problems;
}
/** @param below the certificates from the leaf up to the one this authority issued */
function authorityProblems({ index, parsed }, below, left) {
    const problems = [];
    const { certificate, version, nameConstraints } = parsed;
    const { basicConstraints, keyUsage } = certificate;
    const label = certificateLabel(index, certificate);
    // A root from before version 3 has no extension to say that it is an authority (RFC 5280 §6.1.4 k).
    const isOldRoot = version === 1 && isSelfIssued(parsed);
    if (!isOldRoot && basicConstraints?.ca !== true)
        problems.push(problem('not-a-ca', index, `${label} issued the one below it, but is not a certificate authority's`));
    if (keyUsage !== null && !keyUsage.includes('keyCertSign'))
        problems.push(problem('not-a-ca', index, `${label} may be used for ${usage_listed(keyUsage)}, not for keyCertSign`));
    const intermediates = below.slice(1).filter(link => !isSelfIssued(link.parsed)).length;
    const limit = basicConstraints?.ca === true ? basicConstraints.pathLength : null;
    if (limit !== null && intermediates > limit)
        problems.push(problem('path-too-long', index, `${label} allows ${limit} intermediates below it; there are ${intermediates}`));
    if (nameConstraints !== null)
        for (const [height, link] of below.entries()) {
            // RFC 5280 §6.1.3 b: constraints pass over self-issued intermediates.
            if (height > 0 && isSelfIssued(link.parsed))
                continue;
            const broken = constraintBroken(nameConstraints, link.parsed, left);
            if (broken === null)
                continue;
            const who = certificateLabel(link.index, link.parsed.certificate);
            problems.push(problem('name-constraint', link.index, `${who} names ${problem_short(broken)}, which ${label} does not allow`));
        }
    return problems;
}
/** OpenSSL asks authorities for the purpose too, as do browsers: an extendedKeyUsage restricts what is issued below it. */
function purposeProblems({ index, parsed }) {
    const problems = [];
    const { certificate, unknownCritical } = parsed;
    const label = certificateLabel(index, certificate);
    // anyExtendedKeyUsage does not count (RFC 5280 §4.2.1.12 leaves it to the application; OpenSSL asks for serverAuth).
    if (certificate.extendedKeyUsage !== null && !certificate.extendedKeyUsage.includes('serverAuth'))
        problems.push(problem('not-for-servers', index, `${label} is for ${usage_listed(certificate.extendedKeyUsage)}, not for serverAuth`));
    if (unknownCritical.length > 0)
        problems.push(problem('critical-extension', index, `${label} has the critical extension ${usage_listed(unknownCritical)}, which no TLS client knows`));
    return problems;
}
const usage_listed = (names) => problem_short(names.join(', ') || 'nothing');

;// CONCATENATED MODULE: ./build/esm/certificate/chain.js








/** OpenSSL's own limit for a path is 100, and real servers send at most 5; what follows the first of these is not looked at. */
const maxPresented = 32;
function analyseChain(question) {
    const { at, reference, store, verified } = question;
    const presented = question.presented.map(it => (it instanceof Uint8Array ? parseCertificate(it) : it));
    const sent = presented.slice(0, maxPresented).flatMap((parsed, index) => {
        return parsed.kind === 'certificate' ? [{ parsed, index, trusted: store.has(parsed.der) }] : [];
    });
    const [leaf] = sent;
    const path = leaf?.index === 0 ? findPath([leaf, ...sent.slice(1)], store, { at: at.getTime(), verified }) : null;
    const links = path?.links ?? [];
    return {
        at: at.toISOString(),
        reference,
        presented,
        path: links.map(({ index, parsed, trusted }) => ({ index, certificate: parsed.certificate, trusted })),
        complete: path?.end.kind === 'anchor',
        problems: [
            ...(path ? endProblems(path, store) : []),
            ...links.flatMap(link => validityProblems(link, at.getTime())),
            ...(leaf?.index === 0 && reference ? nameProblems(leaf, reference) : []),
            ...usageProblems(links),
            ...links.flatMap(strengthProblems),
            ...presented.slice(0, maxPresented).flatMap((parsed, index) => {
                return parsed.kind === 'unreadable' ? [problem('unreadable', index, `certificate ${index} cannot be read: ${parsed.reason}`)] : [];
            }),
            ...(path ? orderProblems(sent, path) : []),
            ...(presented.length > maxPresented
                ? [problem('too-many', null, `${presented.length} certificates were sent; only the first ${maxPresented} were looked at`)]
                : []),
        ],
    };
}
function endProblems({ links, end }, store) {
    const last = links.at(-1);
    if (last === undefined)
        return [];
    const isLeaf = links.length === 1;
    const { index, parsed } = last;
    const label = certificateLabel(index, parsed.certificate);
    const issuer = problem_short(parsed.certificate.issuer || 'a certificate without a name');
    switch (end.kind) {
        case 'anchor':
            return [];
        case 'untrusted-root':
            return isLeaf
                ? [problem('self-signed', index, `${label} is signed by its own key and is not one the client trusts`)]
                : [problem('root-untrusted', index, `the chain ends at the root ${label}, which the client does not trust`)];
        case 'bad-signature': {
            const others = end.issuers.map(it => certificateLabel(it.index, it.parsed.certificate)).slice(0, 3);
            return [
                problem('bad-signature', index, `the signature of ${label} is not by the key of ${others.join(' or of ')}, which has the name of its issuer`),
            ];
        }
        case 'issuer-missing': {
            const namesakes = end.namesakes
                .slice(0, 3)
                .map(it => `; ${certificateLabel(it.index, it.parsed.certificate)} has that name and another key`);
            const seen = `${label} was issued by ${issuer}, which was neither sent nor is trusted by the client${namesakes.join('')}`;
            return lacksIntermediate(parsed, isLeaf, store)
                ? [problem('issuer-missing', index, `${seen}${published(parsed.certificate)}`)]
                : [problem('root-unknown', index, seen)];
        }
        case 'circle':
            return [
                problem('root-unknown', index, `the certificates above the leaf issued each other up to ${label}, and none is one the client trusts`),
            ];
        default:
            return end;
    }
}
/**
 * From outside, a missing intermediate and an unknown root look the same. Where the client trusts a root of the issuer's organization, something
 * between the two is missing. Otherwise what follows an intermediate is a root; and what follows a leaf is an intermediate, unless it should be
 * one of the public authorities, for these say in a leaf where its issuer is published (Baseline Requirements §7.1.2.7.7).
 */
function lacksIntermediate({ issuer, certificate }, isLeaf, store) {
    if (store.knowsOrganization(issuer))
        return true;
    return isLeaf && (certificate.issuerUrls.length > 0 || !store.isPublic());
}
/** Where the missing certificate can be had (RFC 5280 §4.2.2.1). */
function published({ issuerUrls }) {
    const [url] = issuerUrls;
    return url === undefined ? '' : `; it is published at ${problem_short(url)}`;
}
function validityProblems({ index, parsed: { certificate } }, at) {
    const { notBefore, notAfter } = certificate;
    const label = certificateLabel(index, certificate);
    if (at > Date.parse(notAfter))
        return [problem('expired', index, `${label} expired at ${notAfter}, ${span(at - Date.parse(notAfter))} ago`)];
    if (at < Date.parse(notBefore))
        return [problem('not-yet-valid', index, `${label} is valid from ${notBefore}, in ${span(Date.parse(notBefore) - at)}`)];
    return [];
}
function nameProblems({ index, parsed: { certificate, subject } }, reference) {
    const match = matchHostname(reference, certificate);
    if (match.matches)
        return [];
    const seen = `${certificateLabel(index, certificate)} ${match.message}`;
    if (match.reason === 'mismatch')
        return [problem('host-mismatch', index, seen)];
    const inCommonName = subject.commonNames.some(name => name.toLowerCase() === reference.name.toLowerCase());
    return [problem('no-san', index, inCommonName ? `${seen}, and its common name no longer counts` : seen)];
}
function strengthProblems({ index, parsed }) {
    const { certificate } = parsed;
    const label = certificateLabel(index, certificate);
    const key = (0,strength/* keyStrength */.V4)(certificate.key);
    const signature = (0,strength/* signatureStrength */.wd)(certificate.signatureAlgorithm);
    const problems = [];
    if (key !== null && key < strength/* enoughBits */.zH)
        problems.push(problem('weak-key', index, `${label} has a weak key: ${(0,strength/* keyText */.Pu)(certificate.key)}`));
    // Nobody relies on the signature by which a root vouches for itself.
    if (signature !== null && signature < strength/* enoughBits */.zH && !isSelfSigned(parsed))
        problems.push(problem('weak-signature', index, `${label} is signed with the weak ${certificate.signatureAlgorithm}`));
    return problems;
}
/** What is odd about the list itself. RFC 5246 §7.4.2 asks for the order of the path; RFC 8446 §4.4.2 for the leaf first and lets clients sort the rest. */
function orderProblems(sent, { links, end }) {
    const problems = [];
    const order = links.flatMap(({ index }) => (index === null ? [] : [index]));
    if (order.some((index, i) => index < (order[i - 1] ?? -1)))
        problems.push(problem('misordered', null, `the certificates were sent out of order: the path is ${order.join(', ')} (counted as sent)`));
    const belonging = issuersAbove(sent);
    for (const link of sent) {
        const { index, parsed } = link;
        const label = certificateLabel(index, parsed.certificate);
        const first = sent.find(it => it.parsed.certificate.fingerprint256 === parsed.certificate.fingerprint256);
        if (first !== undefined && first !== link)
            problems.push(problem('duplicate', index, `${label} is the same as certificate ${first.index}`));
        else if (!belonging.has(link))
            problems.push(problem('unrelated', index, `${label} issued none of the others`));
        else if (index !== 0 && end.kind === 'anchor' && isSelfSigned(parsed))
            problems.push(problem('root-sent', index, `${label} is a root: clients have their own copy and ignore this one`));
    }
    return problems;
}
/** The leaf and everything above it by name: cross-signed alternatives, which serve other clients, belong to the chain though this path is without them. */
function issuersAbove(sent) {
    const belonging = new Set(sent.slice(0, 1));
    for (const { parsed } of belonging) {
        for (const link of sent)
            if (sameName(link.parsed.subject, parsed.issuer))
                belonging.add(link);
    }
    return belonging;
}

;// CONCATENATED MODULE: ./build/esm/certificate/openssl-verdict.js
const verdicts = {
    UNSPECIFIED: { cause: 'certificate-untrusted', text: 'for a reason that Node does not name' },
    UNABLE_TO_GET_ISSUER_CERT: { cause: 'certificate-chain-incomplete', text: 'the issuer of a trusted intermediate is not trusted itself' },
    UNABLE_TO_GET_CRL: { cause: 'certificate-untrusted', text: 'there is no revocation list of an issuer' },
    UNABLE_TO_DECRYPT_CERT_SIGNATURE: { cause: 'certificate-untrusted', text: 'a signature cannot be decrypted' },
    UNABLE_TO_DECRYPT_CRL_SIGNATURE: { cause: 'certificate-untrusted', text: 'the signature of a revocation list cannot be decrypted' },
    UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY: { cause: 'certificate-untrusted', text: 'the key of an issuer cannot be read' },
    CERT_SIGNATURE_FAILURE: { cause: 'certificate-untrusted', text: 'a signature is not by the key of the issuer' },
    CRL_SIGNATURE_FAILURE: { cause: 'certificate-untrusted', text: 'the signature of a revocation list is wrong' },
    CERT_NOT_YET_VALID: { cause: 'certificate-not-yet-valid', text: 'a certificate is not valid yet' },
    CERT_HAS_EXPIRED: { cause: 'certificate-expired', text: 'a certificate has expired' },
    CRL_NOT_YET_VALID: { cause: 'certificate-untrusted', text: 'a revocation list is not valid yet' },
    CRL_HAS_EXPIRED: { cause: 'certificate-untrusted', text: 'a revocation list has expired' },
    ERROR_IN_CERT_NOT_BEFORE_FIELD: { cause: 'certificate-misissued', text: 'notBefore is not a date' },
    ERROR_IN_CERT_NOT_AFTER_FIELD: { cause: 'certificate-misissued', text: 'notAfter is not a date' },
    ERROR_IN_CRL_LAST_UPDATE_FIELD: { cause: 'certificate-untrusted', text: 'lastUpdate of a revocation list is not a date' },
    ERROR_IN_CRL_NEXT_UPDATE_FIELD: { cause: 'certificate-untrusted', text: 'nextUpdate of a revocation list is not a date' },
    OUT_OF_MEM: { cause: 'certificate-untrusted', text: 'it ran out of memory' },
    DEPTH_ZERO_SELF_SIGNED_CERT: { cause: 'certificate-self-signed', text: 'the certificate is self-signed' },
    SELF_SIGNED_CERT_IN_CHAIN: { cause: 'certificate-untrusted', text: 'the root that was sent is not trusted' },
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: { cause: 'certificate-chain-incomplete', text: 'an issuer was not found' },
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: { cause: 'certificate-chain-incomplete', text: 'the issuer of the certificate was not found' },
    CERT_CHAIN_TOO_LONG: { cause: 'certificate-misissued', text: 'the chain is too long' },
    CERT_REVOKED: { cause: 'certificate-revoked', text: 'a certificate has been revoked' },
    INVALID_CA: { cause: 'certificate-misissued', text: 'an issuer is not a certificate authority' },
    PATH_LENGTH_EXCEEDED: { cause: 'certificate-misissued', text: 'there are more intermediates than an issuer allows' },
    INVALID_PURPOSE: { cause: 'certificate-misissued', text: 'a certificate is not for TLS servers' },
    CERT_UNTRUSTED: { cause: 'certificate-untrusted', text: 'the root is not trusted for this use' },
    CERT_REJECTED: { cause: 'certificate-untrusted', text: 'the root is marked as rejected for this use' },
    HOSTNAME_MISMATCH: { cause: 'certificate-host-mismatch', text: 'the certificate is for another host' },
    // Not OpenSSL's but node:tls's own, when only the name is wrong.
    ERR_TLS_CERT_ALTNAME_INVALID: { cause: 'certificate-host-mismatch', text: 'the certificate is for another host' },
    // The rest is UNSPECIFIED in Node 24; the names are OpenSSL's, for the Node that will know them.
    IP_ADDRESS_MISMATCH: { cause: 'certificate-host-mismatch', text: 'the certificate is for another address' },
    UNHANDLED_CRITICAL_EXTENSION: { cause: 'certificate-misissued', text: 'a critical extension is unknown' },
    INVALID_NON_CA: { cause: 'certificate-misissued', text: 'a certificate authority is used as a server' },
    KEYUSAGE_NO_CERTSIGN: { cause: 'certificate-misissued', text: 'an issuer may not sign certificates' },
    KEYUSAGE_NO_DIGITAL_SIGNATURE: { cause: 'certificate-misissued', text: 'the certificate may not sign a handshake' },
    INVALID_EXTENSION: { cause: 'certificate-misissued', text: 'an extension is broken' },
    PERMITTED_VIOLATION: { cause: 'certificate-misissued', text: 'a name is outside of what an issuer permits' },
    EXCLUDED_VIOLATION: { cause: 'certificate-misissued', text: 'a name is excluded by an issuer' },
    UNSUPPORTED_CONSTRAINT_TYPE: { cause: 'certificate-misissued', text: 'an issuer constrains a kind of name that OpenSSL does not know' },
    UNSUPPORTED_NAME_SYNTAX: { cause: 'certificate-misissued', text: 'a name cannot be read' },
    EE_KEY_TOO_SMALL: { cause: 'certificate-weak-key', text: 'the key of the certificate is too small' },
    CA_KEY_TOO_SMALL: { cause: 'certificate-weak-key', text: 'the key of an issuer is too small' },
    EC_KEY_EXPLICIT_PARAMS: { cause: 'certificate-weak-key', text: 'a key does not name its curve' },
    CA_MD_TOO_WEAK: { cause: 'certificate-weak-signature', text: 'a signature rests on a weak hash' },
};
/** The cause for a code; certificate-untrusted for one that is not known here, since a refusal of OpenSSL's always counts. */
function verdictCause(code) {
    return rowOf(code)?.cause ?? 'certificate-untrusted';
}
/** What a code says: 'a certificate has been revoked (CERT_REVOKED)'; the code alone where it is not known here. */
function verdictText(code) {
    const row = rowOf(code);
    return row === undefined ? code : `${row.text} (${code})`;
}
const rowOf = (code) => (Object.hasOwn(verdicts, code) ? verdicts[code] : undefined);
/** These three are told apart by where a path ends, and OpenSSL and chain.ts may draw the lines differently. */
const pathEnds = [
    'certificate-self-signed',
    'certificate-untrusted',
    'certificate-chain-incomplete',
];
/** What only UNSPECIFIED can stand for: everything OpenSSL refuses under a code that Node has no name for. */
const unnamed = [
    'certificate-misissued',
    'certificate-weak-key',
    'certificate-weak-signature',
];
/** Whether causes that were found account for OpenSSL's code. What they do not account for has to be reported as it is. */
function explains(found, code) {
    if (code === 'UNSPECIFIED')
        return found.some(cause => unnamed.includes(cause));
    const cause = verdictCause(code);
    return found.includes(cause) || (pathEnds.includes(cause) && found.some(it => pathEnds.includes(it)));
}

// EXTERNAL MODULE: ./build/esm/judge/causes.js
var causes = __webpack_require__(4154);
// EXTERNAL MODULE: ./build/esm/judge/check-ids.js
var check_ids = __webpack_require__(7207);
;// CONCATENATED MODULE: ./build/esm/judge/certificate-checks.js







const ids = [
    'certificate/trust',
    'certificate/chain',
    'certificate/hostname',
    'certificate/validity',
    'certificate/lifetime-left',
    'certificate/usage',
    'certificate/key',
    'certificate/signature',
];
/** Which property a problem breaks and how much it matters: error for what a verifying client refuses, warning for what some do. */
const placeOf = {
    expired: ['certificate/validity', 'error'],
    'not-yet-valid': ['certificate/validity', 'error'],
    'self-signed': ['certificate/trust', 'error'],
    'root-untrusted': ['certificate/trust', 'error'],
    'root-unknown': ['certificate/trust', 'error'],
    'bad-signature': ['certificate/trust', 'error'],
    'issuer-missing': ['certificate/chain', 'error'],
    misordered: ['certificate/chain', 'warning'],
    duplicate: ['certificate/chain', 'warning'],
    unrelated: ['certificate/chain', 'warning'],
    'too-many': ['certificate/chain', 'warning'],
    'root-sent': ['certificate/chain', 'notice'],
    'host-mismatch': ['certificate/hostname', 'error'],
    'no-san': ['certificate/hostname', 'error'],
    // OpenSSL, Go and Chromium accept it; Firefox and rustls do not.
    'ca-as-leaf': ['certificate/usage', 'warning'],
    'not-for-servers': ['certificate/usage', 'error'],
    'key-usage': ['certificate/usage', 'error'],
    'not-a-ca': ['certificate/usage', 'error'],
    'path-too-long': ['certificate/usage', 'error'],
    'name-constraint': ['certificate/usage', 'error'],
    'critical-extension': ['certificate/usage', 'error'],
    'weak-key': ['certificate/key', 'error'],
    'weak-signature': ['certificate/signature', 'error'],
};
/** The property that an unexplained refusal of OpenSSL's is reported under; certificate/trust for the other causes. */
const propertyOf = {
    'certificate-expired': 'certificate/validity',
    'certificate-not-yet-valid': 'certificate/validity',
    'certificate-host-mismatch': 'certificate/hostname',
    'certificate-misissued': 'certificate/usage',
    'certificate-weak-key': 'certificate/key',
    'certificate-weak-signature': 'certificate/signature',
};
/** At least one check a property, in the order of `ids`; a property with several problems has a check for each. */
function certificateChecks(evidence, { timeShifted = false } = {}) {
    if (evidence.analysis === null)
        return ids.map(id => unknown(id, evidence.why));
    const { analysis, verdict } = evidence;
    const failed = [...problemChecks(analysis, verdict), ...lifetimeChecks(analysis), ...refusal(analysis, verdict, timeShifted)];
    const unreadable = analysis.problems
        .filter(({ kind }) => kind === 'unreadable')
        .map(({ message }) => unknown('certificate/chain', message));
    return ids.flatMap(id => {
        const found = [...failed, ...unreadable].filter(check => check.id === id);
        return found.length > 0 ? found : [withoutProblem(id, analysis, verdict)];
    });
}
function problemChecks({ problems, path, presented }, verdict) {
    return problems.flatMap(problem => {
        if (problem.kind === 'unreadable')
            return [];
        const [id, severity] = placeOf[problem.kind];
        const isAboutTrust = id === 'certificate/trust' || problem.kind === 'issuer-missing';
        // OpenSSL found a path where the analysis found none.
        if (isAboutTrust && verdict?.authorized === true)
            return [];
        const evidence = evidenceOf(problem, presented) ?? path.map(labelOf);
        const check = failure(id, severity, problem.cause, problem.message, evidence);
        if (problem.kind !== 'issuer-missing')
            return [check];
        return [
            failure('certificate/trust', 'error', problem.cause, 'the chain leads to no trusted root: an issuer is missing', check.evidence),
            check,
        ];
    });
}
/** OpenSSL's refusal, where nothing that was found accounts for it. */
function refusal({ problems, path }, verdict, timeShifted) {
    if (verdict === null || verdict.authorized)
        return [];
    const code = verdict.code ?? 'UNSPECIFIED';
    const cause = verdictCause(code);
    if (timeShifted && propertyOf[cause] === 'certificate/validity')
        return [];
    const grave = problems.filter(({ kind }) => kind !== 'unreadable' && placeOf[kind][1] === 'error').map(problem => problem.cause);
    if (explains(grave, code))
        return [];
    const id = propertyOf[cause] ?? 'certificate/trust';
    return [failure(id, 'error', cause, `OpenSSL does not trust the chain: ${verdictText(code)}`, path.map(labelOf))];
}
const day = 86_400_000;
/**
 * A quarter of the lifetime, 30 days at most. ACME clients renew when a third is left (RFC 9773 lets the authority say when), so at a quarter a
 * renewal is late; a fixed number of days would be wrong for certificates that live 6 of them, and a quarter for one that lives years.
 */
const renewalLateMs = (lifetimeMs) => Math.min(lifetimeMs / 4, 30 * day);
function lifetimeChecks({ path, at }) {
    return path.flatMap(element => {
        const { leftMs, lifetimeMs } = lifetimeOf(element, at);
        if (leftMs >= renewalLateMs(lifetimeMs))
            return [];
        const label = labelOf(element);
        if (leftMs <= 0)
            return [
                failure('certificate/lifetime-left', 'warning', 'certificate-expired', `nothing is left of the lifetime of ${label}`, [label]),
            ];
        const message = `${span(leftMs)} of ${span(lifetimeMs)} are left of the lifetime of ${label}`;
        return [failure('certificate/lifetime-left', 'warning', 'certificate-expires-soon', message, [label])];
    });
}
function lifetimeOf({ certificate }, at) {
    const end = Date.parse(certificate.notAfter);
    return { leftMs: end - Date.parse(at), lifetimeMs: end - Date.parse(certificate.notBefore) };
}
/** A property that no problem was found with: passed, unless it could not be judged. */
function withoutProblem(id, analysis, verdict) {
    const { path, presented, reference, at } = analysis;
    const [leaf] = path;
    const root = path.at(-1);
    if (id === 'certificate/trust') {
        if (verdict === null)
            return unknown(id, 'the handshake ended before the chain was verified');
        if (!verdict.authorized && !analysis.complete)
            return unknown(id, 'the chain could not be followed');
        return passed(id, root && analysis.complete ? `the chain leads to ${labelOf(root)}` : 'OpenSSL trusts the chain', path);
    }
    if (leaf === undefined || root === undefined)
        return unknown(id, 'the certificate of the server cannot be read');
    switch (id) {
        case 'certificate/chain':
            return passed(id, presented.length === 1 ? '1 certificate was sent' : `${presented.length} certificates were sent, in order`, path);
        case 'certificate/hostname': {
            if (reference === null)
                return { ...unknown(id, 'no name was given to compare with'), severity: 'notice' };
            const match = matchHostname(reference, leaf.certificate);
            if (!match.matches)
                return unknown(id, `${labelOf(leaf)} ${match.message}`);
            return passed(id, `${reference.name} is covered by ${match.by}`, [leaf]);
        }
        case 'certificate/validity': {
            const first = path.reduce((a, b) => (b.certificate.notAfter < a.certificate.notAfter ? b : a));
            return passed(id, `the chain is valid until ${first.certificate.notAfter}, when ${labelOf(first)} expires`, path);
        }
        case 'certificate/lifetime-left': {
            const { leftMs, lifetimeMs } = lifetimeOf(leaf, at);
            return passed(id, `${span(leftMs)} of ${span(lifetimeMs)} are left of the lifetime of ${labelOf(leaf)}`, path);
        }
        case 'certificate/usage':
            return passed(id, `${labelOf(leaf)} may be used for a TLS server`, path);
        case 'certificate/key':
            return strengthCheck(id, path, verdict, ({ certificate }) => [(0,strength/* keyText */.Pu)(certificate.key), (0,strength/* keyStrength */.V4)(certificate.key)]);
        case 'certificate/signature': {
            // The signature of a root proves nothing to those who trust it.
            const judged = path.length > 1 ? path.filter(element => element !== root || !analysis.complete) : path;
            return strengthCheck(id, judged, verdict, ({ certificate: { signatureAlgorithm: name } }) => [name, (0,strength/* signatureStrength */.wd)(name)]);
        }
        default:
            return id;
    }
}
function strengthCheck(id, path, verdict, strength) {
    const all = path.map(strength);
    // OpenSSL has its own minimum, so what it authorizes is strong enough even if its strength is not known here.
    const stranger = verdict?.authorized === true ? undefined : all.find(([, bits]) => bits === null);
    if (stranger !== undefined)
        return unknown(id, `the strength of ${stranger[0]} is not known`);
    return passed(id, [...new Set(all.map(([text]) => text))].join(', '), path);
}
function failure(id, severity, cause, message, evidence) {
    return { id, status: 'fail', severity, cause, message, fix: (0,causes/* fixOf */.BW)(cause), evidence, refs: causes/* causes */.ps[cause].refs, location: null };
}
function passed(id, message, path) {
    return { ...unknown(id, message), status: 'pass', evidence: path.map(labelOf) };
}
function unknown(id, message) {
    const severity = id === 'certificate/lifetime-left' ? 'warning' : 'error';
    return { id, status: 'inconclusive', severity, cause: null, message, fix: null, evidence: [], refs: check_ids/* checkIds */.t[id].refs, location: null };
}
function evidenceOf({ index }, presented) {
    const parsed = index === null ? undefined : presented[index];
    return parsed?.kind === 'certificate' ? [certificateLabel(index, parsed.certificate)] : null;
}
const labelOf = ({ index, certificate }) => certificateLabel(index, certificate);

;// CONCATENATED MODULE: ./build/esm/judge/completion.js
// The check every target has: does a client that verifies complete the handshake?

/**
 * @param diagnosis why not; null when it does
 * @param summary what was negotiated, completing "completed …"
 * @param asked one line for each further hello that was sent to tell causes apart
 */
function completionCheck(diagnosis, summary, asked) {
    const id = 'handshake/completion';
    if (!diagnosis) {
        return {
            id,
            status: 'pass',
            severity: 'error',
            cause: null,
            message: `completed ${summary}`,
            fix: null,
            evidence: ['step finished'],
            refs: [],
            location: null,
        };
    }
    const { cause, message, place, fix, undecided } = diagnosis;
    return {
        id,
        status: undecided ? 'inconclusive' : 'fail',
        severity: 'error',
        cause,
        message,
        fix: fix ?? (0,causes/* fixOf */.BW)(cause),
        evidence: [`step ${place.name}`, ...asked],
        refs: causes/* causes */.ps[cause].refs,
        location: null,
    };
}

// EXTERNAL MODULE: ./build/esm/judge/diagnose/certificate.js
var certificate = __webpack_require__(6826);
// EXTERNAL MODULE: ./build/esm/judge/diagnose/symptom.js
var symptom = __webpack_require__(326);
// EXTERNAL MODULE: ./build/esm/registry/cipher-suites.js
var cipher_suites = __webpack_require__(5445);
// EXTERNAL MODULE: ./build/esm/registry/groups.js
var groups = __webpack_require__(4372);
// EXTERNAL MODULE: ./build/esm/registry/protocols.js
var protocols = __webpack_require__(6759);
// EXTERNAL MODULE: ./build/esm/registry/signature-schemes.js
var signature_schemes = __webpack_require__(6409);
// EXTERNAL MODULE: ./build/esm/trace/detail.js
var detail = __webpack_require__(1593);
// EXTERNAL MODULE: ./build/esm/trace/expected.js
var expected = __webpack_require__(9898);
// EXTERNAL MODULE: ./build/esm/trace/negotiated.js
var negotiated = __webpack_require__(1056);
// EXTERNAL MODULE: ./build/esm/trace/trace.js + 1 modules
var trace_trace = __webpack_require__(1037);
;// CONCATENATED MODULE: ./build/esm/trace/ladder.js
// The steps of one target, network and messages together, with the one that failed marked and those never reached named.




/** @param subjectOf names a certificate by its subject */
function ladder(networkSteps, trace, failed, subjectOf) {
    const messages = trace.messages.filter(isStep);
    const { version } = (0,negotiated/* negotiated */.H)(trace);
    const failedIndex = failed
        ? messages.findLastIndex(message => (0,trace_trace/* messageName */.fe)(message) === failed.place.name && message.from === failed.place.from)
        : -1;
    const steps = messages.map((message, index) => ({
        name: (0,trace_trace/* messageName */.fe)(message),
        from: message.from,
        status: index === failedIndex ? 'failed' : 'done',
        atMs: message.atMs,
        bytes: message.bytes.length,
        detail: (0,detail/* detailOf */.R)(message, version, subjectOf),
    }));
    if (!failed)
        return [...networkSteps, ...steps];
    const missing = (0,expected/* stillExpected */.d)(trace).map(({ name, from }) => ({
        name,
        from,
        status: 'not-reached',
        atMs: null,
        bytes: 0,
        detail: '',
    }));
    if (failed.place.from === null || failedIndex >= 0)
        return [...networkSteps, ...steps, ...missing];
    // The step that failed never came: it stands where it was due, before the alert or the end that took its place.
    const rest = missing.filter(step => !(step.name === failed.place.name && step.from === failed.place.from));
    const due = {
        name: failed.place.name,
        from: failed.place.from,
        status: 'failed',
        atMs: failed.atMs,
        bytes: 0,
        detail: failed.detail,
    };
    const before = steps.findLastIndex(step => step.name !== 'alert') + 1;
    return [...networkSteps, ...steps.slice(0, before), due, ...steps.slice(before), ...rest];
}
/** A proper close is the end of a connection, not a part of its handshake. */
function isStep({ content }) {
    return !(content.kind === 'alert' && content.description === 0) && content.kind !== 'application_data';
}

;// CONCATENATED MODULE: ./build/esm/judge/handshake.js
// The handshake as a report shows it: what was negotiated, the ladder of steps, and why a verifying client did not complete it.







/**
 * @param endedAtMs when the handshake ended, since the target's start
 * @param subjectOf names a certificate by its subject
 */
function handshakeOf(record, diagnosis, endedAtMs, subjectOf) {
    const { session, trace, networkSteps } = record;
    const facts = (0,negotiated/* negotiated */.H)(trace);
    const named = (table, code) => (code === null ? null : table.label(code));
    const alert = trace.messages.findLast(({ content }) => content.kind === 'alert');
    const failed = diagnosis && {
        place: diagnosis.place,
        atMs: alert?.atMs ?? endedAtMs,
        // Without a name it is called 'alert 0x99'.
        detail: diagnosis.alert?.sentBy === 'server' ? `alert ${diagnosis.alert.name.replace(/^alert /, '')} came instead` : diagnosis.message,
    };
    return {
        completed: diagnosis === null,
        protocol: named(protocols/* protocols */.WH, facts.version),
        cipherSuite: named(cipher_suites/* cipherSuites */.v, facts.cipherSuite),
        group: named(groups/* groups */.T, facts.group),
        signatureScheme: named(signature_schemes/* signatureSchemes */.B, facts.signatureScheme),
        // TLS 1.3 protects it: what the engine says stands in where the key log could not open the message.
        alpn: facts.alpn ?? session?.alpn ?? null,
        steps: ladder(networkSteps, trace, failed, subjectOf),
        failure: diagnosis && {
            step: diagnosis.place.name,
            cause: diagnosis.cause,
            category: causes/* causes */.ps[diagnosis.cause].category,
            alert: diagnosis.alert,
            message: diagnosis.message,
        },
    };
}

;// CONCATENATED MODULE: ./build/esm/judge/endpoint.js
// Everything there is to say of one handshake: the chain analysed, the cause found, each property a check. Pure but for the wider hellos it asks for.








async function judgeEndpoint(record, question, endedAtMs) {
    const evidence = certificateEvidence(record, question);
    const refused = question.insecure ? [] : refusals(evidence, verifyCodeOf(record), question.timeShifted);
    const doubt = question.insecure || refused.length > 0 ? null : unreadLeaf(evidence, record);
    const first = (0,symptom/* symptomOf */.L5)(record, doubt ? [doubt] : refused);
    const { diagnosis: found, asked } = (0,symptom/* isUnremarkable */.Ii)(first)
        ? { diagnosis: null, asked: [] }
        : await (await __webpack_require__.e(/* import() */ 375).then(__webpack_require__.bind(__webpack_require__, 3375))).investigate(first, question.widen);
    if (found === null && !first.secured)
        throw new Error('a handshake that did not complete has no cause');
    const diagnosis = found && doubt?.message === found.message ? { ...found, undecided: true } : found;
    const handshake = handshakeOf(record, diagnosis, endedAtMs, subjectsOf(evidence.analysis));
    const [leaf] = evidence.analysis?.presented ?? [];
    const certificates = certificateChecks(evidence, { timeShifted: question.timeShifted });
    return {
        handshake,
        presented: evidence.analysis?.presented.flatMap(parsed => (parsed.kind === 'certificate' ? [parsed.certificate] : [])) ?? [],
        leaf: leaf?.kind === 'certificate' ? leaf.certificate : null,
        checks: [completionCheck(diagnosis, summaryOf(handshake), asked), ...(question.insecure ? certificates.map(asNotice) : certificates)],
    };
}
function certificateEvidence(record, question) {
    const { presented } = record.trace;
    if (presented.length === 0) {
        const why = record.session?.end.kind === 'secured' ? 'the handshake completed without one' : 'the handshake did not get that far';
        return { analysis: null, why: `no certificate was seen: ${why}` };
    }
    const { store, at, reference } = question;
    const code = verifyCodeOf(record);
    const verdict = record.session?.end.kind === 'secured' ? { authorized: code === null, code } : null;
    return { analysis: analyseChain({ presented, store, verified: verdict?.authorized === true, at, reference, purpose: 'server' }), verdict };
}
/** Why OpenSSL does not trust the server; null when it does, and when it was not asked. */
function verifyCodeOf({ session }) {
    return session?.end.kind === 'secured' ? session.end.verifyCode : null;
}
/** Why a verifying client refuses this certificate: OpenSSL decides whether, our analysis says why. */
function refusals(evidence, verifyCode, timeShifted) {
    // An anonymous suite, as a rule: without a certificate the server could be anyone.
    if (evidence.analysis === null)
        return verifyCode === null ? [] : [{ cause: 'certificate-untrusted', message: evidence.why }];
    const { analysis } = evidence;
    const found = analysis.problems.flatMap(({ kind, cause, message }) => {
        // No alternative name at all is, for a client, a certificate for another name.
        const refusing = cause === 'certificate-no-san' ? 'certificate-host-mismatch' : certificate/* certificateCauses */.O.find(known => known === cause);
        // OpenSSL takes a CA's certificate as a server's; some clients do not, which is a check's matter.
        if (!refusing || kind === 'ca-as-leaf')
            return [];
        const ours = refusing === 'certificate-host-mismatch' || (timeShifted && isDate(refusing));
        return ours || verifyCode !== null ? [{ cause: refusing, message }] : [];
    });
    const causes = found.map(({ cause }) => cause);
    // Its word on dates is of today; on another day only the analysis can speak of them.
    const accounted = verifyCode === null || explains(causes, verifyCode) || (timeShifted && isDate(verdictCause(verifyCode)));
    if (accounted)
        return found;
    return [{ cause: verdictCause(verifyCode), message: `OpenSSL does not trust the certificate: ${verdictText(verifyCode)}` }, ...found];
}
/** OpenSSL has read and trusts a certificate that we have not: nobody has compared its name, so that nothing is proven. */
function unreadLeaf({ analysis }, { session }) {
    if (session?.end.kind !== 'secured' || (analysis !== null && analysis.path.length > 0))
        return null;
    const why = analysis?.problems.find(({ kind, index }) => kind === 'unreadable' && index === 0)?.message;
    return { cause: 'certificate-misissued', message: why ?? 'the certificate of the server could not be read' };
}
const isDate = (cause) => cause === 'certificate-expired' || cause === 'certificate-not-yet-valid';
const asNotice = (check) => ({ ...check, severity: 'notice' });
/** Names certificates by their subject: those of the server, parsed already, and those of a client as they come. */
function subjectsOf(analysis) {
    return der => {
        const parsed = analysis?.presented.find(known => known.der === der) ?? parseCertificate(der);
        return parsed.kind === 'certificate' ? parsed.certificate.subject || 'a certificate without a subject' : 'an unreadable certificate';
    };
}
function summaryOf({ protocol, cipherSuite, group }) {
    return `${protocol ?? 'a protocol that could not be read'} with ${[cipherSuite, group].filter(part => part !== null).join(' and ')}`;
}

// EXTERNAL MODULE: ./build/esm/net/address.js
var net_address = __webpack_require__(9516);
// EXTERNAL MODULE: ./build/esm/net/deadline.js
var deadline = __webpack_require__(6554);
// EXTERNAL MODULE: ./build/esm/probe/handshake.js + 1 modules
var probe_handshake = __webpack_require__(5174);
;// CONCATENATED MODULE: ./build/esm/endpoint-check.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});






/** Checks one endpoint. Never rejects for what a server or a network does. */
async function checkEndpoint(route, run) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { options, client, env, context, store, inquiry } = run;
        const { target } = route;
        const start = env.clock();
        const clock = () => microseconds(env.clock() - start);
        const limit = __addDisposableResource(env_1, (0,deadline/* deadline */.nl)(options.timeoutMs ?? gate_options/* defaultTimeoutMs */.xO, run.signal), false);
        const servername = (0,gate_options/* sniOf */.ux)(options.servername === undefined ? target.host : options.servername);
        const alpn = options.alpn ?? target.alpn;
        const ways = { env, clock, signal: limit.signal };
        const ask = (address, shown) => inquiry?.ask({
            ...{ ...ways, servername, alpn, shown, client },
            route: { ...route, address: addressOf(address) },
            handshake: handshake.promise,
        }) ?? null;
        let asked = null;
        const handshake = Promise.withResolvers();
        const record = await (0,probe_handshake/* probeHandshake */.s)({
            ...{ route, context, servername, alpn },
            // A full survey has no use for what the handshake shows, so that neither waits for the other.
            onConnected: address => {
                if (inquiry?.kind !== 'full')
                    return;
                asked = ask(address, null);
                asked?.catch(() => { }); // a bug of ours is thrown where it is awaited
            },
        }, env, clock, limit.signal);
        handshake.resolve(record);
        let connections = record.connections;
        const judgement = await judgeEndpoint(record, {
            reference: referenceOf(options.servername ?? target.host),
            store,
            at: options.at ?? env.now(),
            timeShifted: options.at !== undefined,
            insecure: options.insecure === true,
            widen: async (original) => {
                const { askWider } = await Promise.all(/* import() */[__webpack_require__.e(615), __webpack_require__.e(628)]).then(__webpack_require__.bind(__webpack_require__, 5481));
                const widening = await askWider(original, { route, ...ways });
                connections += widening.connections;
                return widening;
            },
        }, clock());
        // Where nothing listens, or no TLS can be reached, there is nobody to ask.
        if (record.address !== null && record.networkFailure === null)
            asked ??= ask(record.address, judgement);
        const findings = await asked;
        connections += findings?.cost.connections ?? 0;
        const { survey, checks } = inquiry?.judge(findings, judgement) ?? { survey: null, checks: [] };
        const { checks: waived, used } = await waivedChecks([...judgement.checks, ...checks], run, route);
        const report = {
            target: {
                url: target.url,
                host: target.host,
                port: target.port,
                address: record.address,
                servername: record.servername,
                starttls: target.starttls,
                location: null,
            },
            verdict: (0,check/* verdictOf */.Vj)(waived, options.failOn ?? 'error'),
            durationMs: clock(),
            connections,
            handshake: judgement.handshake,
            certificates: { presented: judgement.presented },
            survey,
            checks: waived,
        };
        return { report, trace: record.trace, waivers: used };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
async function waivedChecks(checks, { options, env }, { target }) {
    const { waivers = [] } = options;
    if (waivers.length === 0)
        return { checks, used: [] };
    const { applyWaivers } = await __webpack_require__.e(/* import() */ 18).then(__webpack_require__.bind(__webpack_require__, 2018));
    return applyWaivers(checks, waivers, target, env.now());
}
const addressOf = (address) => ({ address, family: (0,net_address/* familyOf */.A)(address) === 6 ? 6 : 4 });
function referenceOf(name) {
    return { kind: (0,net_address/* familyOf */.A)(name) === 0 ? 'dns' : 'ip', name };
}
/** A number of milliseconds, cut to what a clock of this kind can tell. */
const microseconds = (ms) => Math.round(ms * 1000) / 1000;

// EXTERNAL MODULE: ./build/esm/net/dial.js
var dial = __webpack_require__(6444);
;// CONCATENATED MODULE: ./build/esm/net/env.js
// Where time and connections come from, so that a test can bring its own. The only place that reads a clock.

const systemEnv = {
    now: () => new Date(),
    // The same clock as performance.now(), whose module takes a millisecond to load.
    clock: () => Number(process.hrtime.bigint()) / 1e6,
    async lookup(host) {
        // Loaded here: a target that is an address needs no resolver.
        const { lookup } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1553, 19));
        const found = await lookup(host, { all: true });
        return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
    },
    dial: ({ address, family }, port) => (0,external_node_net_.connect)({ host: address, port, family }),
};

// EXTERNAL MODULE: ./build/esm/net/target.js + 1 modules
var target = __webpack_require__(5450);
// EXTERNAL MODULE: ./build/esm/net/tls.js
var tls = __webpack_require__(7153);
// EXTERNAL MODULE: ./build/esm/usage-error.js
var usage_error = __webpack_require__(2656);
// EXTERNAL MODULE: ./build/esm/version.js
var version = __webpack_require__(7960);
;// CONCATENATED MODULE: ./build/esm/gate.js
var gate_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var gate_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
// The main verb: targets and options in, a Report out. Adapters (command line, Action, matchers) call this and nothing below it.












/** Endpoints probed at the same time. */
const concurrency = 8;
/**
 * Shakes hands with every target and judges the outcome. Whatever a server or a network does is in the report.
 * @throws UsageError on a wrong target or option, before anything is probed
 */
async function gate(targets, given = {}, hooks = {}) {
    const { env = systemEnv, signal, onTarget } = hooks;
    const options = (0,gate_options/* canonicalOptions */.r9)(given);
    const parsed = targets.map(each => typeof each === 'string' ? { target: (0,target/* parseTarget */.h)(each) } : { ...each, target: (0,target/* parseTarget */.h)(each.target) });
    if (parsed.length === 0)
        throw new usage_error/* UsageError */.e('there is no target', 'name at least one host, host:port or URL');
    const connectTo = options.connectTo === undefined ? null : (0,gate_options/* parseConnectTo */.zs)(options.connectTo);
    const proxy = options.proxy === undefined ? null : (await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 1540))).parseProxy(options.proxy);
    const store = trustStore(() => options.ca ?? external_node_tls_.rootCertificates);
    const client = (0,gate_options/* clientOptions */.s1)(options.as === undefined ? options : { ...options, ...(await optionsOf(options.as)) });
    const { inquiry, own } = await inquiries(parsed, options);
    const run = { options, client, context: (0,tls/* secureContext */.z)(client), store, env, signal, inquiry };
    const startedAt = env.now().toISOString();
    const start = env.clock();
    const used = new Set();
    const reports = await concurrently(parsed, async ({ target }, index) => {
        const ownRun = { ...run, inquiry: own[index] ?? null };
        const route = { target, connectTo, address: null, proxy };
        const ofTarget = [];
        for (const each of options.allAddresses ? await everyAddress(route, run) : [route]) {
            const { report, trace, waivers } = await checkEndpoint(each, ownRun);
            for (const waiver of waivers)
                used.add(waiver);
            ofTarget.push(report);
            onTarget?.(report, trace);
        }
        return ofTarget;
    });
    const all = await withUnusedWaivers(reports.flat(), options.waivers ?? [], used, options.failOn ?? 'error');
    return {
        schemaVersion: 1,
        tool: { name: 'tlsgate', version: version/* version */.r, node: process.versions.node, openssl: process.versions.openssl },
        startedAt,
        durationMs: microseconds(env.clock() - start),
        verdict: (0,check/* verdictOfAll */.O1)(all.map(({ verdict }) => verdict)),
        policy: inquiry ? { id: inquiry.policy.id, version: inquiry.policy.version } : handshakeAlone,
        shard: null,
        missingShards: [],
        targets: all,
    };
}
/** What is judged without a survey: the handshake, and the certificates it showed. */
const handshakeAlone = { id: 'handshake', version: '1' };
/** What all targets are asked, and what each of them is; null for nothing. */
async function inquiries(targets, options) {
    if (options.survey === 'none') {
        if (targets.every(({ clients }) => clients === undefined))
            return { inquiry: null, own: [] };
        throw new usage_error/* UsageError */.e('with survey none nothing is asked that the clients of a target need', 'leave out survey, or the clients');
    }
    const { inquiryOf } = await Promise.all(/* import() */[__webpack_require__.e(968), __webpack_require__.e(890), __webpack_require__.e(615), __webpack_require__.e(820)]).then(__webpack_require__.bind(__webpack_require__, 820));
    const inquiry = inquiryOf(options);
    return { inquiry, own: targets.map(({ clients }) => (clients ? inquiryOf(options, clients) : inquiry)) };
}
/** @throws UsageError for a client that nobody knows */
async function optionsOf(client) {
    const { clientProfile } = await __webpack_require__.e(/* import() */ 968).then(__webpack_require__.bind(__webpack_require__, 5968));
    const profile = clientProfile(client);
    if (profile === undefined)
        throw new usage_error/* UsageError */.e(`${JSON.stringify(client)} is no client`, 'name one such as java-8u161 or chrome');
    return (await __webpack_require__.e(/* import() */ 385).then(__webpack_require__.bind(__webpack_require__, 2385))).optionsAs(profile);
}
/** A waiver belongs to no target; what is to be said of it stands with the last. */
async function withUnusedWaivers(reports, waivers, used, failOn) {
    const last = reports.at(-1);
    if (last === undefined || waivers.every(waiver => used.has(waiver)))
        return reports;
    const { unusedWaivers } = await __webpack_require__.e(/* import() */ 18).then(__webpack_require__.bind(__webpack_require__, 2018));
    const targets = reports.map(({ target }) => target);
    const checks = [...last.checks, ...unusedWaivers(waivers, [...used], targets)];
    return [...reports.slice(0, -1), { ...last, checks, verdict: (0,check/* verdictOf */.Vj)(checks, failOn) }];
}
/** Works on a few items at a time; results in the order of the items. */
async function concurrently(items, work) {
    const results = [];
    const queue = items.entries(); // one iterator for all workers: each takes the next item
    const worker = async () => {
        for (const [index, item] of queue)
            results[index] = await work(item, index);
    };
    await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, worker));
    return results;
}
/** A route for each address of the target's name; the route itself when the name does not resolve, so that the report says why. */
async function everyAddress(route, run) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const limit = gate_addDisposableResource(env_1, (0,deadline/* deadline */.nl)(run.options.timeoutMs ?? gate_options/* defaultTimeoutMs */.xO, run.signal), false);
        const found = await (0,dial/* resolve */.hd)(route.target.host, run.env, limit.signal);
        return found.kind === 'resolved' ? found.addresses.map((address) => ({ ...route, address })) : [route];
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        gate_disposeResources(env_1);
    }
}


/***/ }),

/***/ 6826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ certificateCauses),
/* harmony export */   P: () => (/* binding */ certificateRules)
/* harmony export */ });
/** Most fundamental first: a chain to nowhere makes every other fault of it beside the point, and a wrong name may be the user's. */
const certificateCauses = [
    'certificate-self-signed',
    'certificate-chain-incomplete',
    'certificate-untrusted',
    'certificate-revoked',
    'certificate-expired',
    'certificate-not-yet-valid',
    'certificate-misissued',
    'certificate-weak-key',
    'certificate-weak-signature',
    'certificate-host-mismatch',
];
const certificateRules = certificateCauses.map((cause) => ({
    cause,
    failedAt: 'server-certificate',
    seen: ({ untrusted }) => untrusted.find(reason => reason.cause === cause)?.message ?? null,
}));


/***/ }),

/***/ 326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ii: () => (/* binding */ isUnremarkable),
/* harmony export */   L5: () => (/* binding */ symptomOf),
/* harmony export */   hY: () => (/* binding */ lastMessageOf)
/* harmony export */ });
/* harmony import */ var _trace_trace_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1037);
// What a failed handshake looked like, flattened from its record so that a rule reads like a sentence. No opinions here.

function symptomOf(record, untrusted) {
    const { messages } = record.trace;
    const end = record.session?.end ?? null;
    const clientFinished = messages.findLastIndex(({ from, content }) => from === 'client' && content.kind === 'finished');
    return {
        servername: record.servername,
        alpn: record.alpn,
        network: record.networkFailure,
        end: end?.kind === 'secured' ? end.afterwards : end,
        secured: end?.kind === 'secured',
        alert: endingAlert(messages),
        clientCertificate: clientCertificateOf(messages),
        serverWentOn: messages.slice(clientFinished + 1).some(message => message.from === 'server' && goesOn(message)),
        trace: record.trace,
        untrusted,
        widening: null,
    };
}
/** Completed, with nothing said against it and nobody asked for more: what no rule speaks of. Nearly every handshake is like that. */
function isUnremarkable({ secured, alert, untrusted, clientCertificate }) {
    return secured && alert === null && untrusted.length === 0 && clientCertificate === 'not-asked';
}
const closeNotify = 0;
function endingAlert(messages) {
    const wentOn = new Set();
    for (const { from, content } of messages.toReversed()) {
        const fatal = content.kind === 'alert' && content.level === 2;
        if (content.kind !== 'alert')
            wentOn.add(from);
        // A warning that its sender went on from ended nothing: unrecognized_name, for one (RFC 6066 §3).
        else if (content.description !== closeNotify && (fatal || !wentOn.has(from)))
            return { from, fatal, code: content.description };
    }
    return null;
}
function clientCertificateOf(messages) {
    if (!messages.some(({ content }) => content.kind === 'certificate_request'))
        return 'not-asked';
    const sent = messages.some(({ from, content }) => from === 'client' && content.kind === 'certificate' && content.entries.length > 0);
    return sent ? 'sent' : 'none-sent';
}
// Before TLS 1.3 the server's Finished comes last and is itself the proof.
const goesOn = ({ content }) => content.kind === 'finished' ||
    content.kind === 'new_session_ticket' ||
    content.kind === 'application_data' ||
    (content.kind === 'alert' && content.description === closeNotify);
/** Name of the last message of that side, alerts left out; null when it sent none. */
function lastMessageOf(trace, side) {
    const last = trace.messages.findLast(({ from, content }) => from === side && content.kind !== 'alert');
    return last ? (0,_trace_trace_js__WEBPACK_IMPORTED_MODULE_0__/* .messageName */ .fe)(last) : null;
}


/***/ }),

/***/ 8071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ openEndpoint)
/* harmony export */ });
/* harmony import */ var _dial_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6444);

/**
 * Opens a connection.
 * @param clock milliseconds since the target's start
 */
async function openEndpoint(route, env, clock, signal) {
    const steps = [];
    const done = (name, detail) => void steps.push({ name, from: null, status: 'done', atMs: clock(), bytes: 0, detail });
    const failed = (step, { code, message }, socket = null, address = null) => {
        socket?.destroy();
        steps.push({ name: step, from: null, status: 'failed', atMs: clock(), bytes: 0, detail: message });
        return { socket: null, address, steps, failure: { step, code, message }, connections: socket ? 1 : 0 };
    };
    const { target, proxy } = route;
    const { host, port } = proxy ?? route.connectTo ?? target;
    const found = route.address ? { kind: 'resolved', addresses: [route.address] } : await (0,_dial_js__WEBPACK_IMPORTED_MODULE_0__/* .resolve */ .hd)(host, env, signal);
    if (found.kind === 'failed')
        return failed('resolve', found);
    const addresses = found.addresses.map(({ address }) => address).join(', ');
    done('resolve', addresses === host ? 'the target is an address' : `${host} is ${addresses}`);
    const connected = await (0,_dial_js__WEBPACK_IMPORTED_MODULE_0__/* .dial */ .zy)(found.addresses, port, env, signal);
    if (connected.kind === 'failed')
        return failed('connect', connected, null, found.addresses.length === 1 ? (found.addresses[0]?.address ?? null) : null);
    const { socket, address } = connected;
    socket.on('error', () => { }); // from here on each reader listens for itself; between two readers nobody would
    done('connect', `${address.includes(':') ? `[${address}]` : address}:${port}`);
    // Most targets are reached without either, so neither is loaded before it is needed.
    if (proxy) {
        const { openTunnel } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 1540));
        const tunnel = await openTunnel(socket, proxy, route.connectTo ?? target, signal);
        if (tunnel.kind !== 'open')
            return failed('proxy', refusalOf(tunnel), socket, address);
        done('proxy', tunnel.detail);
    }
    if (target.starttls) {
        const { startTls } = await __webpack_require__.e(/* import() */ 735).then(__webpack_require__.bind(__webpack_require__, 1735));
        const upgrade = await startTls(socket, target.starttls, target.host, signal);
        if (upgrade.kind !== 'ready')
            return failed('starttls', refusalOf(upgrade), socket, address);
        done('starttls', upgrade.detail);
    }
    return { socket, address, steps, failure: null, connections: 1 };
}
const refusalOf = (outcome) => outcome.kind === 'refused' ? { code: 'REFUSED', message: outcome.detail } : outcome;


/***/ }),

/***/ 7153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ shakeHands),
/* harmony export */   z: () => (/* binding */ secureContext)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1692);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2656);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6554);
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
// The real handshake: OpenSSL's, through node:tls over a tapped stream. It judges nothing; it says how the handshake ended.




/**
 * Node's secure context for these options; one serves any number of targets.
 * @throws UsageError when OpenSSL refuses an option
 */
function secureContext(options) {
    const { groups, signatureSchemes, ca, crl, pfx, tickets, ...rest } = options;
    refuseStrangers(options);
    try {
        return (0,node_tls__WEBPACK_IMPORTED_MODULE_1__.createSecureContext)({
            ...rest,
            ...(ca && { ca: [...ca] }),
            ...(crl && { crl: [...crl] }),
            ...(pfx && { pfx: Buffer.from(pfx) }),
            ...(groups !== undefined && { ecdhCurve: groups }),
            ...(tickets === false && { secureOptions: node_crypto__WEBPACK_IMPORTED_MODULE_0__.constants.SSL_OP_NO_TICKET }),
            ...(signatureSchemes !== undefined && { sigalgs: signatureSchemes }),
        });
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        // OpenSSL has no words for a name that it does not know.
        const reason = /reason\(0\)/.test(message) ? 'one of them is not known' : message;
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e(`OpenSSL refuses the client options: ${reason}`, hintFor(options), { cause: error });
    }
}
/** OpenSSL takes a certificate and a key of different types, and then presents neither. */
function refuseStrangers({ cert, key, passphrase }) {
    if (cert === undefined || key === undefined)
        return;
    let belong;
    try {
        belong = new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(cert).checkPrivateKey((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key, ...(passphrase !== undefined && { passphrase }) }));
    }
    catch {
        return; // what cannot be read is said by OpenSSL's own words
    }
    if (!belong)
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e('the key is not that of the certificate', hintFor({ cert }));
}
function hintFor(options) {
    if (options.pfx)
        return 'check the file and its passphrase; PKCS#12 files with RC2 or 3DES have to be made anew (openssl pkcs12 -export)';
    if (options.cert ?? options.key)
        return 'give cert and key as PEM files that belong together, and the passphrase if the key has one';
    if (options.ciphers)
        return 'write cipher names as openssl ciphers lists them, separated by colons';
    if (options.groups)
        return 'write group names as OpenSSL spells them, separated by colons: X25519MLKEM768:X25519:P-256';
    if (options.signatureSchemes)
        return 'write signature schemes as OpenSSL spells them, separated by colons: ecdsa_secp256r1_sha256:RSA-PSS+SHA256';
    return 'check the certificates and versions given';
}
/**
 * How often to ask. OpenSSL itself ends at an alert, but for one of an unregistered number it has no words, and Node then no error: the
 * connection would stay open until the deadline.
 */
const refusalPollMs = 50;
/** Shakes hands over a connected tap and closes it. Never rejects for what a server does. */
async function shakeHands(tap, options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { promise: ended, resolve: end } = Promise.withResolvers();
        const { promise: secured, resolve: onSecured } = Promise.withResolvers();
        const socket = (0,node_tls__WEBPACK_IMPORTED_MODULE_1__.connect)({
            socket: tap,
            secureContext: options.context,
            // The whole chain is read and judged in any case, so a refusal here would only hide the rest of the handshake.
            rejectUnauthorized: false,
            // Names are matched by certificate/hostname.ts, which reports them beside the other problems instead of in their place.
            checkServerIdentity: () => undefined,
            requestOCSP: true,
            ...(options.servername !== null && { servername: options.servername }),
            ...(options.alpn.length > 0 && { ALPNProtocols: [...options.alpn] }),
            ...(options.session && { session: Buffer.from(options.session) }),
        });
        const onAbort = () => end({ kind: options.signal.reason?.code === 'DEADLINE' ? 'timeout' : 'aborted' });
        options.signal.addEventListener('abort', onAbort, { once: true });
        if (options.signal.aborted)
            onAbort();
        socket.on('keylog', line => options.keyLog.push(line.toString('latin1').trimEnd()));
        socket.once('secureConnect', onSecured);
        let resumable = null;
        socket.on('session', session => (resumable = session));
        socket.on('error', error => end(endOf(error)));
        socket.once('close', () => end({ kind: 'closed' }));
        const _watch = __addDisposableResource(env_1, (0,_deadline_js__WEBPACK_IMPORTED_MODULE_3__/* .every */ .Si)(refusalPollMs, () => options.isRefused() && end({ kind: 'closed' })), false);
        try {
            const early = await Promise.race([ended, secured]);
            const facts = {
                protocol: early ? null : socket.getProtocol(),
                cipherSuite: early ? null : socket.getCipher().standardName,
                alpn: early ? null : socket.alpnProtocol || null,
                resumed: !early && socket.isSessionReused(),
            };
            if (early)
                return { ...facts, resumable, end: early };
            // A new ticket for a resumed session is no event; in TLS 1.3 there is none to be had before the event.
            if (facts.protocol !== 'TLSv1.3')
                resumable ??= socket.getSession() ?? null;
            const verifyCode = socket.authorized ? null : String(socket.authorizationError);
            // Our close_notify makes the server answer: with session tickets, its own close_notify, or the refusal waited for.
            const { promise: ticket, resolve: onTicket } = Promise.withResolvers();
            socket.once('session', () => onTicket(null));
            socket.resume().end();
            const { maxMs, ticketEnds } = options.linger();
            const over = new AbortController();
            const answers = [ended, (0,_deadline_js__WEBPACK_IMPORTED_MODULE_3__/* .pause */ .v7)(maxMs, over.signal).then(() => null), ...(ticketEnds ? [ticket] : [])];
            const afterwards = await Promise.race(answers).finally(() => over.abort());
            return { ...facts, resumable, end: { kind: 'secured', verifyCode, afterwards } };
        }
        finally {
            options.signal.removeEventListener('abort', onAbort);
            socket.destroy();
            tap.destroy();
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
function endOf(error) {
    const code = error.code ?? '';
    if (code === 'RECORDING_LIMIT')
        return { kind: 'flooded' };
    if (code === 'ECONNRESET' || code === 'EPIPE' || code === 'ECONNABORTED') {
        // Node reports a FIN during the handshake under the same code as an RST; only the system call tells them apart.
        return 'syscall' in error ? { kind: 'reset', code } : { kind: 'closed' };
    }
    return { kind: 'engine', code, message: error.message };
}


/***/ }),

/***/ 5174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ probeHandshake)
});

// EXTERNAL MODULE: ./build/esm/net/endpoint.js
var net_endpoint = __webpack_require__(8071);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./build/esm/net/tap.js

/**
 * Bytes kept of one connection. A handshake takes 2 to 30 KB and 128 KiB certificates are the largest a usual client reads;
 * a peer that sends more than this is sending something else.
 */
const recordedBytesLimit = 1_048_576;
/** Why a tap gave up: the peer sent more than any handshake needs. */
class TapLimitError extends Error {
    name = 'TapLimitError';
    code = 'RECORDING_LIMIT';
}
class Tap extends external_node_stream_.Duplex {
    chunks = [];
    #socket;
    #clock;
    #recorded = 0;
    /** @param clock milliseconds since the target's start */
    constructor(socket, clock) {
        super({ allowHalfOpen: true });
        this.#socket = socket;
        this.#clock = clock;
        socket.on('data', bytes => {
            if (!this.#record('server', bytes))
                return;
            if (!this.push(bytes))
                socket.pause();
        });
        socket.on('end', () => this.push(null));
        socket.on('error', error => this.destroy(error));
        socket.on('close', () => this.destroy());
        socket.pause();
        // A peer may have hung up before anybody listened.
        if (socket.readableEnded)
            this.push(null);
    }
    _read() {
        this.#socket.resume();
    }
    _write(bytes, _encoding, done) {
        this.#record('client', bytes);
        this.#socket.write(bytes, done);
    }
    _final(done) {
        this.#socket.end(() => done());
    }
    _destroy(error, done) {
        this.#socket.destroy();
        done(error);
    }
    #record(from, bytes) {
        this.#recorded += bytes.length;
        if (this.#recorded > recordedBytesLimit) {
            this.destroy(new TapLimitError(`more than ${recordedBytesLimit} bytes in one handshake`));
            return false;
        }
        this.chunks.push({ from, atMs: this.#clock(), bytes: new Uint8Array(bytes) });
        return true;
    }
}

// EXTERNAL MODULE: ./build/esm/net/tls.js
var tls = __webpack_require__(7153);
// EXTERNAL MODULE: ./build/esm/trace/trace.js + 1 modules
var trace = __webpack_require__(1037);
// EXTERNAL MODULE: ./build/esm/wire/alert.js
var wire_alert = __webpack_require__(8998);
;// CONCATENATED MODULE: ./build/esm/probe/handshake.js





/**
 * How long to wait for a server's word after the handshake. One that asked for a client certificate may still refuse it,
 * so its silence would leave the question open; any other server has said all there is to say.
 */
const lingerMs = { askedForCertificate: 1000, otherwise: 150 };
/** Performs one handshake. Never rejects for what a server or a network does. */
async function probeHandshake(question, env, clock, signal) {
    const { alpn, servername } = question;
    const endpoint = await (0,net_endpoint/* openEndpoint */.k)(question.route, env, clock, signal);
    const before = {
        address: endpoint.address,
        servername,
        alpn,
        networkSteps: endpoint.steps,
        networkFailure: endpoint.failure,
        connections: endpoint.connections,
    };
    if (endpoint.socket === null)
        return { ...before, session: null, trace: (0,trace/* readTrace */.ce)({ chunks: [], keyLog: [] }) };
    if (endpoint.address !== null)
        question.onConnected?.(endpoint.address);
    const tap = new Tap(endpoint.socket, clock);
    const keyLog = [];
    // Nothing is read twice, and nearly all of it while the server answers our close. Its part needs the secrets, which come with its first bytes.
    const reader = new trace/* TraceReader */.lC({ chunks: tap.chunks, keyLog });
    const linger = () => {
        const asked = reader.trace().messages.some(({ content }) => content.kind === 'certificate_request');
        const usual = asked ? lingerMs.askedForCertificate : lingerMs.otherwise;
        return { maxMs: question.lingerMs ?? usual, ticketEnds: !asked };
    };
    // What the engine has not read yet has left no secrets, without which its messages would stay sealed.
    const isRefused = () => tap.readableLength === 0 &&
        reader.trace().messages.some(({ from, content }) => from === 'server' && content.kind === 'alert' && content.level === wire_alert/* alertLevel */.j.fatal);
    const session = await (0,tls/* shakeHands */.J)(tap, {
        ...{ context: question.context, servername, alpn, keyLog, linger, isRefused, signal },
        ...(question.session && { session: question.session }),
    });
    return { ...before, session, trace: reader.trace() };
}


/***/ }),

/***/ 1593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ detailOf),
/* harmony export */   d: () => (/* binding */ offeredVersions)
/* harmony export */ });
/* harmony import */ var _registry_alerts_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6279);
/* harmony import */ var _registry_cipher_suites_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5445);
/* harmony import */ var _registry_grease_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1811);
/* harmony import */ var _registry_groups_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4372);
/* harmony import */ var _registry_protocols_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6759);
/* harmony import */ var _registry_signature_schemes_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6409);
/* harmony import */ var _wire_extensions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2615);
/* harmony import */ var _wire_hello_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5524);
// One line on each message, in the standards' names. It may hold text the server chose: escape it for where it is printed.








/** Names of the first three and a count of the rest, which are not looked at: a server may send any number. */
function some(items, nameOf) {
    const named = items.slice(0, 3).map(nameOf).join(', ');
    return items.length <= 3 ? named : `${named} and ${items.length - 3} more`;
}
const itself = (name) => name;
const labels = (table, codes) => some(codes.filter(code => !(0,_registry_grease_js__WEBPACK_IMPORTED_MODULE_0__/* .isGrease */ .W)(code)), table.label);
/** The versions a ClientHello offers: supported_versions, or everything up to legacy_version (RFC 8446 §4.2.1). */
function offeredVersions(hello) {
    const list = (0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .extension */ .ck)(hello.extensions, 'supported_versions');
    return list ? list.versions.filter(version => !(0,_registry_grease_js__WEBPACK_IMPORTED_MODULE_0__/* .isGrease */ .W)(version)) : [hello.legacyVersion];
}
/**
 * Says what a message carried.
 * @param version the negotiated version; null before there is one
 * @param subjectOf names a certificate by its subject
 */
function detailOf({ content }, version, subjectOf) {
    switch (content.kind) {
        case 'client_hello': {
            const name = (0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .extension */ .ck)(content.extensions, 'server_name')?.names[0]?.name;
            const alpn = (0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .extension */ .ck)(content.extensions, 'application_layer_protocol_negotiation')?.protocols;
            const group = (0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .extension */ .ck)(content.extensions, 'supported_groups')?.groups ?? [];
            return parts([
                labels(_registry_protocols_js__WEBPACK_IMPORTED_MODULE_2__/* .protocols */ .WH, offeredVersions(content)),
                `${content.cipherSuites.filter(suite => !(0,_registry_grease_js__WEBPACK_IMPORTED_MODULE_0__/* .isGrease */ .W)(suite)).length} cipher suites`,
                group.length > 0 && `groups ${labels(_registry_groups_js__WEBPACK_IMPORTED_MODULE_3__/* .groups */ .T, group)}`,
                name === undefined ? 'no SNI' : `SNI ${name}`,
                alpn && `ALPN ${some(alpn, itself)}`,
            ]);
        }
        case 'server_hello':
        case 'hello_retry_request': {
            const group = content.kind === 'server_hello'
                ? (0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .extension */ .ck)(content.extensions, 'key_share')?.share.group
                : (0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .extension */ .ck)(content.extensions, 'key_share')?.selectedGroup;
            const alpn = content.kind === 'server_hello' && (0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .extension */ .ck)(content.extensions, 'application_layer_protocol_negotiation')?.protocols;
            return parts([
                _registry_protocols_js__WEBPACK_IMPORTED_MODULE_2__/* .protocols */ .WH.label((0,_wire_hello_js__WEBPACK_IMPORTED_MODULE_4__/* .negotiatedVersion */ .d7)(content)),
                _registry_cipher_suites_js__WEBPACK_IMPORTED_MODULE_5__/* .cipherSuites */ .v.label(content.cipherSuite),
                group !== undefined && `${content.kind === 'server_hello' ? 'group' : 'asks for group'} ${_registry_groups_js__WEBPACK_IMPORTED_MODULE_3__/* .groups */ .T.label(group)}`,
                alpn && `ALPN ${some(alpn, itself)}`,
            ]);
        }
        case 'encrypted_extensions': {
            const alpn = (0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .extension */ .ck)(content.extensions, 'application_layer_protocol_negotiation')?.protocols;
            return parts([alpn ? `ALPN ${some(alpn, itself)}` : 'no ALPN']);
        }
        case 'certificate': {
            if (content.entries.length === 0)
                return 'no certificate';
            const stapled = content.entries.some(entry => (0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .extension */ .ck)(entry.extensions, 'status_request') !== undefined);
            return parts([
                `${content.entries.length} sent: ${some(content.entries, entry => subjectOf(entry.certificate))}`,
                stapled && 'OCSP response stapled',
            ]);
        }
        case 'certificate_request': {
            const schemes = content.form === 'fields' ? content.signatureSchemes : ((0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .extension */ .ck)(content.extensions, 'signature_algorithms')?.schemes ?? []);
            const authorities = content.form === 'fields' ? content.authorities : ((0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .extension */ .ck)(content.extensions, 'certificate_authorities')?.authorities ?? []);
            return parts([
                'asks for a client certificate',
                schemes.length > 0 && labels(_registry_signature_schemes_js__WEBPACK_IMPORTED_MODULE_6__/* .signatureSchemes */ .B, schemes),
                authorities.length > 0 && `${authorities.length} authorities named`,
            ]);
        }
        case 'certificate_status':
            return `OCSP response of ${content.response.length} bytes`;
        case 'certificate_verify':
            return content.scheme === null ? 'signature' : `signed with ${_registry_signature_schemes_js__WEBPACK_IMPORTED_MODULE_6__/* .signatureSchemes */ .B.label(content.scheme)}`;
        case 'server_key_exchange': {
            if (content.form === 'bytes')
                return `${content.body.length} bytes`;
            const { params, signature } = content;
            const key = params?.kind === 'ec'
                ? `group ${_registry_groups_js__WEBPACK_IMPORTED_MODULE_3__/* .groups */ .T.label(params.group)}`
                : params?.kind === 'dh'
                    ? `${bitLength(params.prime)}-bit finite-field group`
                    : params?.kind;
            return parts([key, signature && signature.scheme !== null && `signed with ${_registry_signature_schemes_js__WEBPACK_IMPORTED_MODULE_6__/* .signatureSchemes */ .B.label(signature.scheme)}`]);
        }
        case 'new_session_ticket':
            return 'session ticket';
        case 'alert':
            return `${content.level === 2 ? 'fatal' : 'warning'} ${_registry_alerts_js__WEBPACK_IMPORTED_MODULE_7__/* .alerts */ .C.label(content.description)} (${content.description})`;
        case 'sslv2':
            return 'an SSLv2 message';
        case 'undecodable':
            return `malformed: ${content.reason}`;
        case 'sealed':
            return 'protected, no secret to open it';
        case 'finished':
            return 'handshake verified';
        case 'change_cipher_spec':
            // RFC 8446 §D.4: TLS 1.3 sends it for the middleboxes' sake.
            return (version ?? 0) >= 0x0304 ? 'for middleboxes only' : 'records are protected from here on';
        default:
            return '';
    }
}
const parts = (list) => list.filter(part => typeof part === 'string' && part !== '').join(', ');
function bitLength(number) {
    const start = number.findIndex(byte => byte !== 0);
    return start < 0 ? 0 : (number.length - start) * 8 - Math.clz32(number[start] ?? 0) + 24;
}


/***/ }),

/***/ 9898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ stillExpected)
/* harmony export */ });
/* harmony import */ var _negotiated_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1056);
/* harmony import */ var _trace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1037);
// Which messages a handshake still needs after those that were seen: RFC 8446 §2, RFC 5246 §7.3.


const c = (name) => ({ name, from: 'client' });
const s = (name) => ({ name, from: 'server' });
// What every full handshake of that version has; what depends on the suite or the policy is left out.
const flights = {
    unknown: [c('client_hello'), s('server_hello'), s('certificate'), s('finished'), c('finished')],
    tls12: [
        c('client_hello'),
        s('server_hello'),
        s('certificate'),
        s('server_hello_done'),
        c('client_key_exchange'),
        c('change_cipher_spec'),
        c('finished'),
        s('change_cipher_spec'),
        s('finished'),
    ],
    tls13: [
        c('client_hello'),
        s('server_hello'),
        s('encrypted_extensions'),
        s('certificate'),
        s('certificate_verify'),
        s('finished'),
        c('finished'),
    ],
};
/** The messages that were not seen, in the order they would come. */
function stillExpected(trace) {
    const { version } = (0,_negotiated_js__WEBPACK_IMPORTED_MODULE_0__/* .negotiated */ .H)(trace);
    const flight = version === null ? flights.unknown : version >= 0x0304 ? flights.tls13 : flights.tls12;
    const seen = trace.messages.map(message => ({ name: (0,_trace_js__WEBPACK_IMPORTED_MODULE_1__/* .messageName */ .fe)(message), from: message.from }));
    const last = flight.findLastIndex(place => seen.some(({ name, from }) => name === place.name && from === place.from));
    return flight.slice(last + 1);
}


/***/ }),

/***/ 1056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ negotiated)
/* harmony export */ });
/* harmony import */ var _wire_extensions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2615);
/* harmony import */ var _wire_hello_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5524);
// What a handshake agreed on, as its messages say it: wire numbers, named by whoever prints them.


function negotiated(trace) {
    const { serverHello } = trace;
    const facts = { version: null, cipherSuite: null, group: null, signatureScheme: null, alpn: null };
    if (!serverHello)
        return facts;
    return {
        version: (0,_wire_hello_js__WEBPACK_IMPORTED_MODULE_0__/* .negotiatedVersion */ .d7)(serverHello),
        cipherSuite: serverHello.cipherSuite,
        group: groupOf(trace),
        signatureScheme: signatureSchemeOf(trace),
        alpn: alpnOf(trace),
    };
}
function groupOf({ serverHello, messages }) {
    if (serverHello?.kind === 'hello_retry_request')
        return (0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .extension */ .ck)(serverHello.extensions, 'key_share')?.selectedGroup ?? null;
    const share = serverHello && (0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .extension */ .ck)(serverHello.extensions, 'key_share');
    if (share)
        return share.share.group;
    for (const { content } of messages) {
        if (content.kind === 'server_key_exchange' && content.form === 'fields' && content.params?.kind === 'ec')
            return content.params.group;
        // RFC 7919 gives finite-field groups numbers but leaves them off the wire before TLS 1.3.
    }
    return null;
}
function signatureSchemeOf({ messages }) {
    for (const { from, content } of messages) {
        if (from !== 'server')
            continue;
        if (content.kind === 'certificate_verify')
            return content.scheme;
        if (content.kind === 'server_key_exchange' && content.form === 'fields')
            return content.signature?.scheme ?? null;
    }
    return null;
}
function alpnOf({ messages }) {
    for (const { content } of messages) {
        if (content.kind !== 'server_hello' && content.kind !== 'encrypted_extensions')
            continue;
        const chosen = content.kind === 'server_hello'
            ? (0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .extension */ .ck)(content.extensions, 'application_layer_protocol_negotiation')
            : (0,_wire_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .extension */ .ck)(content.extensions, 'application_layer_protocol_negotiation');
        if (chosen)
            return chosen.protocols[0] ?? null;
    }
    return null;
}


/***/ })

};
