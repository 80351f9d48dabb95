export const id = 402;
export const ids = [402];
export const modules = {

/***/ 1402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gate: () => (/* binding */ gate)
});

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

;// CONCATENATED MODULE: ./build/esm/certificate/object-identifiers.js
// Object identifiers that occur in certificates, and what they are called. Source: RFC 5280 and the documents named at each table; 2026-11.
/** RFC 4514 §3 and RFC 4519: the short names of attribute types; then those OpenSSL prints that occur in real certificates. */
const attributeTypes = new Map([
    ['2.5.4.3', 'CN'],
    ['2.5.4.4', 'SN'],
    ['2.5.4.5', 'serialNumber'],
    ['2.5.4.6', 'C'],
    ['2.5.4.7', 'L'],
    ['2.5.4.8', 'ST'],
    ['2.5.4.9', 'STREET'],
    ['2.5.4.10', 'O'],
    ['2.5.4.11', 'OU'],
    ['2.5.4.12', 'title'],
    ['2.5.4.15', 'businessCategory'],
    ['2.5.4.17', 'postalCode'],
    ['2.5.4.42', 'GN'],
    ['2.5.4.97', 'organizationIdentifier'],
    ['0.9.2342.19200300.100.1.1', 'UID'],
    ['0.9.2342.19200300.100.1.25', 'DC'],
    ['1.2.840.113549.1.9.1', 'emailAddress'],
    ['1.3.6.1.4.1.311.60.2.1.1', 'jurisdictionL'],
    ['1.3.6.1.4.1.311.60.2.1.2', 'jurisdictionST'],
    ['1.3.6.1.4.1.311.60.2.1.3', 'jurisdictionC'],
]);
/** RFC 5280 §4.2.1.12. */
const keyPurposes = new Map([
    ['2.5.29.37.0', 'anyExtendedKeyUsage'],
    ['1.3.6.1.5.5.7.3.1', 'serverAuth'],
    ['1.3.6.1.5.5.7.3.2', 'clientAuth'],
    ['1.3.6.1.5.5.7.3.3', 'codeSigning'],
    ['1.3.6.1.5.5.7.3.4', 'emailProtection'],
    ['1.3.6.1.5.5.7.3.8', 'timeStamping'],
    ['1.3.6.1.5.5.7.3.9', 'OCSPSigning'],
]);
/** RFC 5280 §4.2.1.3, in the order of the bits. */
const keyUsageBits = [
    'digitalSignature',
    'nonRepudiation',
    'keyEncipherment',
    'dataEncipherment',
    'keyAgreement',
    'keyCertSign',
    'cRLSign',
    'encipherOnly',
    'decipherOnly',
];
/** What a subject's key may be (RFC 3279, RFC 5480, RFC 8410, RFC 9881). `size`: what is counted as its size. */
const keyAlgorithms = new Map([
    ['1.2.840.113549.1.1.1', { type: 'RSA', size: 'modulus' }],
    ['1.2.840.113549.1.1.10', { type: 'RSA-PSS', size: 'modulus' }],
    ['1.2.840.10045.2.1', { type: 'EC', size: 'curve' }],
    ['1.2.840.10040.4.1', { type: 'DSA', size: 'prime' }],
    ['1.3.101.112', { type: 'Ed25519', size: 'key' }],
    ['1.3.101.113', { type: 'Ed448', size: 'key' }],
    ['2.16.840.1.101.3.4.3.17', { type: 'ML-DSA-44', size: 'key' }],
    ['2.16.840.1.101.3.4.3.18', { type: 'ML-DSA-65', size: 'key' }],
    ['2.16.840.1.101.3.4.3.19', { type: 'ML-DSA-87', size: 'key' }],
]);
/** Named curves (RFC 5480 §2.1.1.1, RFC 5639 §4.1, SEC 2) under IANA's group names, with the size of the field. */
const curves = new Map([
    ['1.2.840.10045.3.1.1', { group: 'secp192r1', bits: 192 }],
    ['1.2.840.10045.3.1.7', { group: 'secp256r1', bits: 256 }],
    ['1.3.132.0.10', { group: 'secp256k1', bits: 256 }],
    ['1.3.132.0.33', { group: 'secp224r1', bits: 224 }],
    ['1.3.132.0.34', { group: 'secp384r1', bits: 384 }],
    ['1.3.132.0.35', { group: 'secp521r1', bits: 521 }],
    ['1.3.36.3.3.2.8.1.1.7', { group: 'brainpoolP256r1', bits: 256 }],
    ['1.3.36.3.3.2.8.1.1.11', { group: 'brainpoolP384r1', bits: 384 }],
    ['1.3.36.3.3.2.8.1.1.13', { group: 'brainpoolP512r1', bits: 512 }],
    ['1.2.156.10197.1.301', { group: 'curveSM2', bits: 256 }],
]);
/** The hash functions of RSASSA-PSS (RFC 4055 §2.1), spelled as the names in `signatureAlgorithms` need them. */
const hashes = new Map([
    ['1.3.14.3.2.26', 'SHA1'],
    ['2.16.840.1.101.3.4.2.4', 'SHA224'],
    ['2.16.840.1.101.3.4.2.1', 'SHA256'],
    ['2.16.840.1.101.3.4.2.2', 'SHA384'],
    ['2.16.840.1.101.3.4.2.3', 'SHA512'],
]);
/** Signature algorithms by identifier: RFC 3279, RFC 4055, RFC 5758, RFC 8410, RFC 9881. RSASSA-PSS is told by its hash instead. */
const signatureAlgorithms = new Map([
    ['1.2.840.113549.1.1.2', 'md2WithRSAEncryption'],
    ['1.2.840.113549.1.1.3', 'md4WithRSAEncryption'],
    ['1.2.840.113549.1.1.4', 'md5WithRSAEncryption'],
    ['1.2.840.113549.1.1.5', 'sha1WithRSAEncryption'],
    // The second name of the same, from OIW; makecert wrote it.
    ['1.3.14.3.2.29', 'sha1WithRSAEncryption'],
    ['1.2.840.113549.1.1.14', 'sha224WithRSAEncryption'],
    ['1.2.840.113549.1.1.11', 'sha256WithRSAEncryption'],
    ['1.2.840.113549.1.1.12', 'sha384WithRSAEncryption'],
    ['1.2.840.113549.1.1.13', 'sha512WithRSAEncryption'],
    ['1.2.840.10040.4.3', 'dsa-with-SHA1'],
    ['2.16.840.1.101.3.4.3.1', 'dsa-with-SHA224'],
    ['2.16.840.1.101.3.4.3.2', 'dsa-with-SHA256'],
    ['1.2.840.10045.4.1', 'ecdsa-with-SHA1'],
    ['1.2.840.10045.4.3.1', 'ecdsa-with-SHA224'],
    ['1.2.840.10045.4.3.2', 'ecdsa-with-SHA256'],
    ['1.2.840.10045.4.3.3', 'ecdsa-with-SHA384'],
    ['1.2.840.10045.4.3.4', 'ecdsa-with-SHA512'],
    ['1.3.101.112', 'Ed25519'],
    ['1.3.101.113', 'Ed448'],
    ['2.16.840.1.101.3.4.3.17', 'ML-DSA-44'],
    ['2.16.840.1.101.3.4.3.18', 'ML-DSA-65'],
    ['2.16.840.1.101.3.4.3.19', 'ML-DSA-87'],
]);
/** RSASSA-PSS, both as a key's and as a signature's algorithm. */
const rsaPss = '1.2.840.113549.1.1.10';
/** RFC 5280 §4.2 and §4.2.2.1; RFC 7633 (TLS feature). */
const extensionIds = {
    subjectKeyId: '2.5.29.14',
    keyUsage: '2.5.29.15',
    subjectAltName: '2.5.29.17',
    basicConstraints: '2.5.29.19',
    nameConstraints: '2.5.29.30',
    crlDistributionPoints: '2.5.29.31',
    authorityKeyId: '2.5.29.35',
    extendedKeyUsage: '2.5.29.37',
    authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
    tlsFeature: '1.3.6.1.5.5.7.1.24',
};
/** The identifier that a table has under a name, the first of several. */
function identifierOf(table, name) {
    return [...table].find(([, known]) => known === name)?.[0];
}

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
    const type = attributeTypes.get(oid);
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
        const reader = values.get(extensionIds[name]);
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
    ...Object.values(extensionIds).filter(oid => oid !== extensionIds.tlsFeature && oid !== extensionIds.authorityInfoAccess),
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
    return keyUsageBits.filter((_, bit) => bit < bits && ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0);
}
function readExtendedKeyUsage(reader, what) {
    return readAll(reader.enter(tags.sequence, what), sequence => {
        const oid = oidOf(sequence.expect(tags.oid, what), what);
        return keyPurposes.get(oid) ?? oid;
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
var certificate_pem = __webpack_require__(6446);
;// CONCATENATED MODULE: ./build/esm/certificate/subject-key.js


/** Reads SubjectPublicKeyInfo (RFC 5280 §4.1.2.7), which is the next value of the reader. */
function readSubjectKey(reader) {
    const what = 'subjectPublicKeyInfo';
    const info = reader.enter(tags.sequence, what);
    const { oid, parameters } = readAlgorithm(info, what);
    const key = bitStringOf(info.expect(tags.bitString, what), what);
    info.end(what);
    const algorithm = keyAlgorithms.get(oid);
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
            const named = curves.get(curve);
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
    return oid === rsaPss ? `RSASSA-PSS-${pssHash(parameters)}` : (signatureAlgorithms.get(oid) ?? oid);
}
/** RFC 4055 §3.1: the hash is the first of the parameters, and SHA-1 where none is given. */
function pssHash(parameters) {
    const explicit = parameters?.tag === tags.sequence ? new DerReader(parameters.content).optional(context(0, true), 'PSS parameters') : null;
    if (explicit === null)
        return 'SHA1';
    const { oid } = readAlgorithm(new DerReader(explicit.content), 'PSS parameters');
    return hashes.get(oid) ?? oid;
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
            pem: (0,certificate_pem/* pemOf */._)('CERTIFICATE', der),
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
    const all = once(() => pems().flatMap(certificate_pem/* certificatesOfPem */.s));
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

// EXTERNAL MODULE: ./build/esm/judge/check.js
var check = __webpack_require__(220);
// EXTERNAL MODULE: ./build/esm/net/address.js
var address = __webpack_require__(9516);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./build/esm/usage-error.js
var usage_error = __webpack_require__(2656);
;// CONCATENATED MODULE: ./build/esm/net/scheme.js
// What a target's scheme says: the default port, and how the protocol comes to TLS. No sockets here.
const scheme = (name, port, starttls = null, alpn = []) => ({
    name,
    port,
    starttls,
    alpn,
});
// IANA "Service Name and Transport Protocol Port Number Registry", 2026-11.
const schemes = [
    scheme('https', 443, null, ['h2', 'http/1.1']),
    scheme('tls', null),
    scheme('smtp', 25, 'smtp'),
    scheme('submission', 587, 'smtp'),
    scheme('smtps', 465),
    scheme('lmtp', 24, 'lmtp'),
    scheme('imap', 143, 'imap'),
    scheme('imaps', 993),
    scheme('pop3', 110, 'pop3'),
    scheme('pop3s', 995),
    scheme('ftp', 21, 'ftp'),
    scheme('ftps', 990),
    scheme('nntp', 119, 'nntp'),
    scheme('sieve', 4190, 'sieve'),
    scheme('xmpp', 5222, 'xmpp'),
    scheme('xmpp-server', 5269, 'xmpp-server'),
    scheme('ldap', 389, 'ldap'),
    scheme('ldaps', 636),
    scheme('postgres', 5432, 'postgres'),
    scheme('mysql', 3306, 'mysql'),
];

;// CONCATENATED MODULE: ./build/esm/net/target.js
// What a user points at, parsed: 'host', 'host:port', '[v6]:port' or a URL whose scheme says the protocol. Nothing is resolved here.




const target_forms = 'write host, host:port, [v6]:port or a URL such as https://example.com or smtp://mail.example.com:25';
/**
 * Parses a target. A bare host means https, on port 443 unless one is given.
 * @throws UsageError when it is no target; the message quotes it
 */
function parseTarget(text) {
    const trimmed = text.trim();
    if (trimmed === '')
        throw new usage_error/* UsageError */.e('the target is empty', target_forms);
    if (trimmed.length > 2048)
        throw new usage_error/* UsageError */.e(`the target is ${trimmed.length} characters long`, target_forms);
    const [, schemeName = 'https', authority] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/?#]*)\/?$/i.exec(trimmed) ?? [];
    if (authority === undefined) {
        throw new usage_error/* UsageError */.e(`${quote(trimmed)} is no target: it has a path, a query or a fragment`, 'leave out what follows the host and port');
    }
    const row = schemes.find(candidate => candidate.name === schemeName.toLowerCase());
    if (schemeName.toLowerCase() === 'http')
        throw new usage_error/* UsageError */.e(`${quote(trimmed)} is plain HTTP, which has no handshake`, 'write https:// in its place');
    if (row === undefined) {
        throw new usage_error/* UsageError */.e(`${quote(trimmed)} has the unknown scheme ${quote(schemeName)}`, `use one of ${schemes.map(known => known.name).join(', ')}`);
    }
    if (authority.includes('@'))
        throw new usage_error/* UsageError */.e('the target has a user name or password before the host', 'leave it out: a handshake needs no login');
    const { host, port } = splitAuthority(authority, trimmed);
    return build(row, canonicalHost(host, trimmed), portOf(port, row, trimmed));
}
/** A target from its parts, as a test has them: a bound server's address and port. */
function targetOf(schemeName, host, port) {
    return parseTarget(`${schemeName}://${(0,address/* familyOf */.A)(host) === 6 ? `[${host}]` : host}:${port}`);
}
function build(row, host, port) {
    return { url: `${row.name}://${(0,address/* familyOf */.A)(host) === 6 ? `[${host}]` : host}:${port}`, host, port, starttls: row.starttls, alpn: row.alpn };
}
function splitAuthority(authority, text) {
    const bracketed = /^\[([^\]]*)\](?::(.*))?$/.exec(authority);
    if (bracketed) {
        const host = bracketed[1] ?? '';
        if ((0,address/* familyOf */.A)(host) !== 6)
            throw new usage_error/* UsageError */.e(`${quote(text)} has no IPv6 address in its brackets`, 'write [address]:port, for example [::1]:8443');
        return { host, port: bracketed[2] ?? null };
    }
    if ((0,address/* familyOf */.A)(authority) === 6)
        return { host: authority, port: null };
    const colon = authority.indexOf(':');
    if (colon !== authority.lastIndexOf(':'))
        throw new usage_error/* UsageError */.e(`${quote(text)} has more than one colon`, 'put an IPv6 address in brackets: [::1]:8443');
    return colon < 0 ? { host: authority, port: null } : { host: authority.slice(0, colon), port: authority.slice(colon + 1) };
}
function canonicalHost(host, text) {
    if (host === '')
        throw new usage_error/* UsageError */.e(`${quote(text)} has no host`, target_forms);
    if ((0,address/* familyOf */.A)(host) !== 0)
        return host;
    // domainToASCII reads its argument as a URL does: it would drop what follows a backslash, and line ends, and decode percent signs.
    const ascii = /[\\%\s]/.test(host) ? '' : (0,external_node_url_.domainToASCII)(host.replace(/\.$/, ''));
    // RFC 1123 §2.1, with the underscore that names in private zones use; RFC 1035 §2.3.4 for the lengths.
    const valid = ascii.length > 0 && ascii.length <= 253 && ascii.split('.').every(label => /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/.test(label));
    // A last label of digits only is an IPv4 address gone wrong (WHATWG URL §3.5), never a name.
    if (!valid || /(^|\.)\d+$/.test(ascii))
        throw new usage_error/* UsageError */.e(`${quote(text)} has no valid host name`, target_forms);
    return ascii;
}
function portOf(port, row, text) {
    if (port === null) {
        if (row.port === null)
            throw new usage_error/* UsageError */.e(`${quote(text)} has no port`, `${row.name} has no usual port: write ${row.name}://host:port`);
        return row.port;
    }
    const number = /^\d{1,6}$/.test(port) ? Number(port) : Number.NaN;
    if (!(number >= 1 && number <= 65_535))
        throw new usage_error/* UsageError */.e(`${quote(text)} has the port ${quote(port)}`, 'a port is a number from 1 to 65535');
    return number;
}
// Quoted as JSON, so that control characters of a hostile target list stay inert.
const quote = (text) => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);

;// CONCATENATED MODULE: ./build/esm/gate-options.js
// What gate() can be told, and what of it is refused before anything is probed.





const defaultTimeoutMs = 10_000;
/** setTimeout's 32 bits of milliseconds. */
const longestTimeoutMs = 2 ** 31 - 1;
/** What OpenSSL does not judge, and would otherwise weaken a gate in silence. */
function wrongOf(options) {
    const { alpn = [], allAddresses, at, ca = [], connectTo, crl = [], failOn = 'error', proxy, timeoutMs = defaultTimeoutMs } = options;
    const { minVersion = 'TLSv1', maxVersion = 'TLSv1.3' } = options;
    // RFC 7301 §3.1: opaque ProtocolName<1..2^8-1>
    const impossible = alpn.find(id => id === '' || Buffer.byteLength(id) > 255);
    return [
        [!check/* severities */.gO.includes(failOn), `there is no severity ${JSON.stringify(failOn)}`, `use one of ${check/* severities */.gO.join(', ')}`],
        [!(timeoutMs > 0 && timeoutMs <= longestTimeoutMs), `the timeout is ${timeoutMs} ms`, 'give milliseconds above 0, such as 10000'],
        [at !== undefined && Number.isNaN(at.getTime()), 'at is an invalid Date', 'give a Date with a time'],
        // OpenSSL gives one verdict, as of now. Where that is on dates, it hides the one on revocation.
        [
            at !== undefined && crl.length > 0,
            'at and crl contradict each other',
            'revocation can only be judged as of now: leave one of the two out',
        ],
        [
            allAddresses === true && (connectTo ?? proxy) !== undefined,
            'every address of a name cannot be reached through one other',
            'leave out all addresses, or the proxy and the address to connect to',
        ],
        // Compared as text: 'TLSv1' < 'TLSv1.1' < 'TLSv1.2' < 'TLSv1.3'.
        [
            minVersion > maxVersion,
            `the oldest version ${minVersion} is newer than the newest, ${maxVersion}`,
            'give the older one as the oldest',
        ],
        [ca.some(pem => (0,certificate_pem/* certificatesOfPem */.s)(pem).length === 0), 'ca has a text without a certificate', 'give certificates as PEM'],
        [impossible !== undefined, `the ALPN id ${gate_options_quote(impossible ?? '')} is empty or too long`, 'an id has 1 to 255 bytes'],
    ];
}
/** @throws UsageError at the first that is wrong */
function canonicalOptions({ ca, crl, ...rest }) {
    const options = {
        ...rest,
        ...(ca !== undefined && { ca: [ca].flat() }),
        ...(crl !== undefined && { crl: [crl].flat() }),
    };
    for (const [wrong, message, hint] of wrongOf(options))
        if (wrong)
            throw new usage_error/* UsageError */.e(message, hint);
    const { servername } = options;
    return servername == null ? options : { ...options, servername: canonicalName(servername) };
}
function canonicalName(name) {
    try {
        return targetOf('https', name, 443).host;
    }
    catch (cause) {
        throw new usage_error/* UsageError */.e(`the server name ${gate_options_quote(name)} is no host name`, 'give a name such as www.example.com', { cause });
    }
}
/**
 * A host and its port, which is never guessed: on another port another server may answer.
 * @throws UsageError when either is missing
 */
function parseConnectTo(text) {
    if (!/^(?:[^:/]*|\[[^\]]*\]):[^:/]*$/.test(text.trim()))
        throw new usage_error/* UsageError */.e(`the address to connect to is ${gate_options_quote(text)}`, 'write host:port or [v6]:port');
    return parseTarget(text);
}
const gate_options_quote = (text) => JSON.stringify(text.slice(0, 80));
/** What to send as SNI for a name: RFC 6066 §3 allows no address there. */
const sniOf = (name) => (name === null || (0,address/* familyOf */.A)(name) !== 0 ? null : name);
/** Those that make the client: what OpenSSL is told. */
function clientOptions(options) {
    const { ca, crl, minVersion, maxVersion, ciphers, groups, signatureSchemes, cert, key, pfx, passphrase } = options;
    const given = { ca, crl, minVersion, maxVersion, ciphers, groups, signatureSchemes, cert, key, pfx, passphrase };
    return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
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
    const wanted = reference.kind === 'ip' ? canonicalAddress(reference.name) : hostname_canonicalName(reference.name);
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
function hostname_canonicalName(name) {
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

;// CONCATENATED MODULE: ./build/esm/judge/causes.js
// What can be wrong and what to do about it: one row a cause. Which cause applies is decided elsewhere in judge/.
// A product's line is the text to type, then in brackets where it goes or when it applies; server paths are those of Debian and certbot.
/** The products a fix may speak of, with the label its line starts with, in the order of the lines. */
const products = {
    nginx: 'nginx',
    apache: 'Apache',
    haproxy: 'HAProxy',
    postfix: 'Postfix',
    dovecot: 'Dovecot',
    postgresql: 'PostgreSQL',
    node: 'Node',
    curl: 'curl',
    java: 'Java',
};
/** Causes of a failed handshake, by category. Their names are part of the public contract. */
const handshakeCauses = {
    'protocol-version-mismatch': {
        category: 'protocol',
        title: 'No common protocol version',
        meaning: 'Client and server have no TLS version in common. As a rule one of them is old (TLS 1.0 or 1.1 only), or a minimum on one side lies above the maximum on the other.',
        fix: {
            do: 'Enable TLS 1.2 and TLS 1.3 on the server; where it cannot be changed, let the client offer a version that the server has',
            nginx: 'ssl_protocols TLSv1.2 TLSv1.3; (in the default server of the port: older nginx takes its value for all names)',
            apache: 'SSLProtocol -all +TLSv1.2 +TLSv1.3 (in the first virtual host of the port too: it answers clients without SNI)',
            haproxy: 'ssl-default-bind-options ssl-min-ver TLSv1.2 (section global; remove ssl-max-ver and force-tlsv… from it and the bind line)',
            node: "minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' (only to reach a server that ends at TLS 1.0 or 1.1)",
            curl: '--tlsv1.2 (and no --tls-max below 1.2)',
            java: '-Djdk.tls.client.protocols=TLSv1.3,TLSv1.2 (Java 8 before 8u261 has no TLS 1.3)',
        },
        refs: ['RFC 8446 §4.2.1', 'RFC 9325 §3.1.1', 'RFC 8996'],
    },
    'no-common-cipher': {
        category: 'cipher',
        title: 'No common cipher suite',
        meaning: 'Client and server have no cipher suite in common that also fits the TLS version and the key of the certificate: an ECDSA suite needs an EC key, an RSA suite an RSA key.',
        fix: {
            do: 'Let the server accept the AEAD suites with ECDHE, for the type of key its certificate has',
            nginx: 'ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20; (for RSA and EC keys; TLS 1.3 has its own list: ssl_conf_command Ciphersuites)',
            apache: 'SSLCipherSuite ECDHE+AESGCM:ECDHE+CHACHA20 (for RSA and EC keys; TLS 1.3 has its own list: SSLCipherSuite TLSv1.3 …)',
            haproxy: 'ssl-default-bind-ciphers ECDHE+AESGCM:ECDHE+CHACHA20 (section global; for TLS 1.3: ssl-default-bind-ciphersuites)',
            node: 'ciphers: tls.DEFAULT_CIPHERS (on both sides: a list of your own may leave out what the other one has)',
            curl: '--ciphers DEFAULT (or no --ciphers at all; for TLS 1.3: --tls13-ciphers)',
            java: 'jdk.tls.disabledAlgorithms (in conf/security/java.security: an entry here switches off suites; compare it with the server)',
        },
        refs: ['RFC 8446 §4.1.1', 'RFC 9325 §4.2'],
    },
    'no-common-group': {
        category: 'cipher',
        title: 'No common key exchange group',
        meaning: 'Client and server have no group (elliptic curve or ML-KEM hybrid) in common, so they cannot agree on a key. As a rule a list on one side was narrowed by hand.',
        fix: {
            do: 'Let the server accept X25519 and secp256r1 (P-256), which nearly every client offers',
            nginx: 'ssl_ecdh_curve auto; (the list of OpenSSL; by hand: X25519:prime256v1:secp384r1)',
            apache: 'SSLOpenSSLConfCmd Groups X25519:P-256:P-384 (or no such line: the list of OpenSSL has them)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem curves X25519:P-256:P-384',
            node: "ecdhCurve: 'auto' (the default, on both sides)",
            curl: '--curves X25519:P-256:P-384 (or no --curves at all)',
            java: '-Djdk.tls.namedGroups=x25519,secp256r1,secp384r1',
        },
        refs: ['RFC 8446 §4.2.7', 'RFC 8422 §5.1'],
    },
    'no-common-signature-scheme': {
        category: 'cipher',
        title: 'No common signature scheme',
        meaning: 'The server has no certificate whose key can sign in a way that the client accepts. The key is of a rare type (Ed25519, P-521), too small for RSA-PSS, or a list of schemes was narrowed.',
        fix: {
            do: 'Serve a certificate with an RSA key of 2048 bits or an EC key on P-256, whose signatures every client can verify',
            nginx: 'ssl_certificate /etc/nginx/rsa.pem; (with its ssl_certificate_key, beside the first pair: nginx takes the one that fits)',
            apache: 'SSLCertificateFile /etc/apache2/rsa.pem (with its SSLCertificateKeyFile, beside the first pair)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (and put site.pem.rsa and site.pem.ecdsa there: HAProxy takes the one that fits)',
            node: "sigalgs: 'ECDSA+SHA256:RSA-PSS+SHA256:RSA+SHA256' (or no sigalgs at all, on both sides)",
            curl: '--sigalgs ECDSA+SHA256:RSA-PSS+SHA256:RSA+SHA256 (curl 8.14 and later; or no --sigalgs at all)',
            java: '-Djdk.tls.client.SignatureSchemes=ecdsa_secp256r1_sha256,rsa_pss_rsae_sha256,rsa_pkcs1_sha256 (or leave it unset)',
        },
        refs: ['RFC 8446 §4.2.3', 'RFC 8446 §4.4.2.2'],
    },
    'certificate-expired': {
        category: 'certificate',
        title: 'Certificate expired',
        meaning: 'A certificate of the chain is past its end date. Either nobody renewed it, or it was renewed and the running server still presents the old one.',
        fix: {
            do: 'Renew the certificate, then reload the server: it keeps the old file in memory until then',
            nginx: 'nginx -s reload (after every renewal: certbot renew --deploy-hook "nginx -s reload")',
            apache: 'apachectl graceful (after every renewal: certbot renew --deploy-hook "apachectl graceful")',
            haproxy: 'systemctl reload haproxy (after cat fullchain.pem privkey.pem > /etc/haproxy/site.pem)',
            node: 'server.setSecureContext({ key, cert }) (a running Node server takes the renewed files this way)',
        },
        refs: ['RFC 5280 §4.1.2.5'],
    },
    'certificate-not-yet-valid': {
        category: 'certificate',
        title: 'Certificate not yet valid',
        meaning: 'The start date of a certificate of the chain lies in the future. As a rule the clock of the client, a container or the issuing machine is wrong; otherwise the certificate was put in place too early.',
        fix: {
            do: 'Compare the clocks of client and server with UTC (date -u; timedatectl set-ntp true); if both are right, present the previous certificate until the start date',
        },
        refs: ['RFC 5280 §4.1.2.5'],
    },
    'certificate-self-signed': {
        category: 'certificate',
        title: 'Self-signed certificate',
        meaning: 'The server presents a certificate that it signed itself, so nobody vouches for it: the placeholder of an installation or an ingress, a default virtual host, or a private server.',
        fix: {
            do: 'Present a certificate from a CA that the clients trust; for a private server, give its certificate to the clients as trusted (tlsgate: the option ca)',
            nginx: 'ssl_certificate /etc/letsencrypt/live/example.com/fullchain.pem; (in the server block with this server_name)',
            apache: 'SSLCertificateFile /etc/letsencrypt/live/example.com/fullchain.pem (in the virtual host with this ServerName)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (made by cat fullchain.pem privkey.pem > site.pem)',
            node: "ca: readFileSync('server.pem') (or NODE_EXTRA_CA_CERTS=server.pem in the environment)",
            curl: '--cacert server.pem',
            java: 'keytool -importcert -cacerts -alias example -file server.pem',
        },
        refs: ['RFC 5280 §3.2', 'RFC 5280 §6.1'],
    },
    'certificate-untrusted': {
        category: 'certificate',
        title: 'Certificate from an untrusted CA',
        meaning: 'The chain ends at a CA that the client does not trust: a private or staging CA, a proxy that inspects traffic, or a public CA missing from an outdated list of roots.',
        fix: {
            do: 'Give the root certificate of this CA to the client as trusted (tlsgate: the option ca), or present a certificate from a CA that the clients trust already',
            nginx: 'ssl_certificate /etc/letsencrypt/live/example.com/fullchain.pem; (a public certificate in the place of the private one)',
            apache: 'SSLCertificateFile /etc/letsencrypt/live/example.com/fullchain.pem (a public certificate in the place of the private one)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (public certificate, intermediates and key in one file)',
            node: 'NODE_EXTRA_CA_CERTS=/path/root.pem (or --use-system-ca when the operating system trusts it; in code the option ca)',
            curl: '--cacert root.pem',
            java: 'keytool -importcert -cacerts -alias example-root -file root.pem (or -Djavax.net.ssl.trustStore=…)',
        },
        refs: ['RFC 5280 §6.1'],
    },
    'certificate-chain-incomplete': {
        category: 'certificate',
        title: 'Intermediate certificate missing',
        meaning: 'The server does not send the intermediate certificate that leads to a trusted root. Browsers often know or fetch it and hide the fault; Node, curl, Java and most programs fail.',
        fix: {
            do: 'Configure the full chain: the certificate of the server first, then each intermediate, without the root',
            nginx: 'ssl_certificate /etc/letsencrypt/live/example.com/fullchain.pem; (not cert.pem, which has no intermediates)',
            apache: 'SSLCertificateFile /etc/letsencrypt/live/example.com/fullchain.pem (2.4.8 and later; not cert.pem)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (made by cat fullchain.pem privkey.pem > site.pem)',
            node: "cert: readFileSync('fullchain.pem') (in a server; a client can add the intermediate: NODE_EXTRA_CA_CERTS=intermediate.pem)",
            curl: '--cacert bundle.pem (a stopgap: the root and the missing intermediate in one file)',
            java: '-Dcom.sun.security.enableAIAcaIssuers=true (a stopgap: Java fetches the missing certificate)',
        },
        refs: ['RFC 8446 §4.4.2', 'RFC 5246 §7.4.2'],
    },
    'certificate-host-mismatch': {
        category: 'certificate',
        title: 'Certificate for another host',
        meaning: 'The certificate does not carry the name that the client asked for. The name was left out when it was issued, a wildcard covers one label only, or another virtual host answered.',
        fix: {
            do: 'Issue the certificate again with this name, or connect by a name it carries; check first which virtual host answers for the name',
            nginx: 'server_name example.com www.example.com; (beside the ssl_certificate for it; else the default server answers)',
            apache: 'ServerAlias www.example.com (in the virtual host with the right certificate; else the first one of the port answers)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/certs/ (a directory: HAProxy picks the certificate by name, else the first file)',
            node: "servername: 'example.com' (when connecting by address, by another name or through a tunnel)",
            curl: '--connect-to example.com:443:192.0.2.10:443 (with the right name in the URL, instead of an address)',
        },
        refs: ['RFC 9525 §6.3', 'RFC 9525 §6.4'],
    },
    'certificate-revoked': {
        category: 'certificate',
        title: 'Certificate revoked',
        meaning: 'The CA has withdrawn a certificate of the chain before its end date: its key was exposed, it was issued wrongly, or someone replaced it and revoked the old one.',
        fix: {
            do: 'Find the reason with the CA, then issue a certificate on a new key and reload the server',
            nginx: 'ssl_certificate_key /etc/nginx/new.key; (and the ssl_certificate that belongs to it, then nginx -s reload)',
            apache: 'SSLCertificateKeyFile /etc/apache2/new.key (and the SSLCertificateFile that belongs to it, then apachectl graceful)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/new.pem (new certificate, intermediates and new key, then systemctl reload haproxy)',
        },
        refs: ['RFC 5280 §6.3', 'RFC 6960'],
    },
    'certificate-misissued': {
        category: 'certificate',
        title: 'Certificate not issued for this use',
        meaning: 'A certificate of the chain is used for what it was not issued for: a server certificate without serverAuth, an issuer that is no CA, or a path or name outside the constraints of its CA.',
        fix: {
            do: 'Issue a server certificate with extendedKeyUsage serverAuth from a CA with cA, keyCertSign and constraints that allow this name and path',
        },
        refs: ['RFC 5280 §4.2.1.3', 'RFC 5280 §4.2.1.9', 'RFC 5280 §4.2.1.10', 'RFC 5280 §4.2.1.12'],
    },
    'certificate-weak-key': {
        category: 'certificate',
        title: 'Weak key in a certificate',
        meaning: 'The key of a certificate of the chain is too small to be safe (RSA below 2048 bits, an EC key below 224), so clients refuse it.',
        fix: {
            do: 'Issue the certificate on a new key, RSA with at least 2048 bits or EC on P-256; for a weak CA, move to another one',
            node: "ciphers: 'DEFAULT@SECLEVEL=1' (a stopgap in the client: level 1 accepts RSA with 1024 bits)",
            curl: '--ciphers DEFAULT@SECLEVEL=1 (a stopgap, where curl is built on OpenSSL)',
        },
        refs: ['RFC 9325 §4.5'],
    },
    'certificate-weak-signature': {
        category: 'certificate',
        title: 'Weak signature in a certificate',
        meaning: 'A certificate of the chain below the root is signed with MD5 or SHA-1, for which forgeries are practical, so clients refuse it. The signature of the root itself does not matter.',
        fix: {
            do: 'Have the certificate issued again with SHA-256 or better; if it is an intermediate, take the current one of the CA',
            node: "ciphers: 'DEFAULT@SECLEVEL=0' (a stopgap in the client: only level 0 accepts SHA-1)",
            curl: '--ciphers DEFAULT@SECLEVEL=0 (a stopgap, where curl is built on OpenSSL)',
            java: 'jdk.certpath.disabledAlgorithms (in conf/security/java.security: lists what Java refuses)',
        },
        refs: ['RFC 8446 §4.4.2.4', 'RFC 9155'],
    },
    'dns-failure': {
        category: 'network',
        title: 'Host name not found',
        meaning: 'The name could not be turned into an address: it is misspelt, has no A or AAAA record, is known in another network only, or the resolver gave no answer.',
        fix: {
            do: 'Check the spelling and the DNS record as this machine sees it: getent hosts example.com',
            node: "host: '192.0.2.10', servername: 'example.com' (to test the server before its record exists)",
            curl: '--resolve example.com:443:192.0.2.10 (to test the server before its record exists)',
        },
        refs: ['RFC 1035 §4.1.1'],
    },
    'connection-refused': {
        category: 'network',
        title: 'Connection refused',
        meaning: 'The address answered that nothing listens on this port: the server is not running, not started yet, bound to another address or port, or a firewall refuses in its place.',
        fix: {
            do: 'Start the server, or wait until it listens; check the port and that it is bound to this address: ss -ltn',
            nginx: 'listen 443 ssl; (with listen [::]:443 ssl; for IPv6)',
            apache: 'Listen 443 https',
            haproxy: 'bind :::443 v4v6 ssl crt /etc/haproxy/site.pem',
            node: "await once(server.listen(0), 'listening') (in a test: connect only after this event, to the port of server.address())",
        },
        refs: ['RFC 9293 §3.5.2'],
    },
    'connection-timeout': {
        category: 'network',
        title: 'No answer to the connection',
        meaning: 'Nothing answered the TCP connection in time: a firewall or security group drops the packets, the address is wrong, or the machine is down.',
        fix: {
            do: 'Open the port between this client and the server in every firewall and security group on the way, and check the address',
            curl: '--connect-timeout 30 (only where the network is slow)',
        },
        refs: ['RFC 9293 §3.8.3'],
    },
    'host-unreachable': {
        category: 'network',
        title: 'No route to the host',
        meaning: 'The network reported that it cannot reach the address. Often the name has an IPv6 address and this machine has no IPv6; otherwise a VPN, a route or the host itself is down.',
        fix: {
            do: 'Check the route to the address (ip route get 192.0.2.10); if only IPv6 fails, repair it or connect over IPv4',
            node: 'family: 4',
            curl: '--ipv4',
            java: '-Djava.net.preferIPv4Stack=true',
        },
        refs: ['RFC 1122 §3.2.2.1', 'RFC 4443 §3.1'],
    },
    'connection-reset': {
        category: 'network',
        title: 'Connection reset during the handshake',
        meaning: 'The TCP connection was torn down in the middle of the handshake: the server waits for a PROXY protocol header, its process crashed, or a filter on the way objects to the name.',
        fix: {
            do: 'Read the error log of the server at this time; if it shows nothing, repeat from another network, to find a filter on the way',
            nginx: 'listen 443 ssl; (without proxy_protocol, unless a load balancer in front of it sends the header)',
            apache: 'RemoteIPProxyProtocol Off (unless a load balancer in front of it sends the header)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (without accept-proxy, unless a load balancer in front of it sends the header)',
        },
        refs: ['RFC 9293 §3.5.3', 'RFC 8446 §6'],
    },
    'connection-closed': {
        category: 'network',
        title: 'Connection closed during the handshake',
        meaning: 'The other side closed the connection in the middle of the handshake without a TLS alert: a load balancer without a backend or a certificate, an allow list, or a port that speaks another protocol.',
        fix: {
            do: 'Read the error log of the server at this time; look for a load balancer without a healthy backend and for a list of allowed addresses',
            nginx: 'error_log /var/log/nginx/error.log info; (at level info it says why a handshake ended)',
            apache: 'LogLevel ssl:info (it says why a handshake ended)',
            haproxy: 'error-log-format "%ci:%cp %[ssl_fc_err_str]" (2.5 and later; it says why a handshake ended)',
            node: "server.on('tlsClientError', error => console.error(error)) (it says why a handshake ended)",
        },
        refs: ['RFC 8446 §6.1'],
    },
    'handshake-timeout': {
        category: 'network',
        title: 'No answer to the handshake',
        meaning: 'The TCP connection stands, but the handshake did not go on in time: the port waits for a plain-text protocol, the server is overloaded, or a device drops a ClientHello that takes two packets.',
        fix: {
            do: 'Check that the port speaks as its scheme says (https:// TLS at once, smtp:// plain text first), then the load of the server and devices on the way',
            nginx: 'listen 443 ssl; (in the server block of this port: without ssl it waits for plain HTTP)',
            apache: 'SSLEngine on (in the virtual host of this port)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (with the word ssl)',
            node: "ecdhCurve: 'X25519:P-256' (without ML-KEM the ClientHello fits in one packet: if this works, a device drops large ones)",
            curl: '--curves X25519:P-256 (for the same trial)',
        },
        refs: ['RFC 8446 §4.1.2', 'RFC 8446 §5.1'],
    },
    'proxy-refused': {
        category: 'network',
        title: 'Refused by the proxy',
        meaning: 'The proxy did not open a tunnel to the server: it wants credentials, does not allow this host or port, or cannot reach the server itself.',
        fix: {
            do: 'Check the address and credentials of the proxy and its list of allowed hosts and ports, or leave it out for this host',
            apache: 'AllowCONNECT 443 8443 (where Apache is the proxy)',
            node: 'NO_PROXY=example.com (in the environment, to leave the proxy out)',
            curl: '--proxy http://name:password@proxy.example:3128 (or --noproxy example.com)',
            java: '-Dhttps.proxyHost=proxy.example -Dhttps.proxyPort=3128 (or -Dhttp.nonProxyHosts=example.com)',
        },
        refs: ['RFC 9110 §9.3.6'],
    },
    'starttls-refused': {
        category: 'network',
        title: 'STARTTLS refused',
        meaning: 'The server answered in plain text and would not change to TLS: STARTTLS is switched off, it has no certificate, or the port is meant for TLS from the first byte.',
        fix: {
            do: 'Turn STARTTLS on in the server, or use the port that speaks TLS from the first byte (smtps 465, imaps 993, pop3s 995, ldaps 636)',
            nginx: 'starttls on; (in the mail module)',
            postfix: 'smtpd_tls_security_level = may (with smtpd_tls_chain_files = /etc/postfix/key-and-chain.pem)',
            dovecot: 'ssl = yes (with the certificate and the key of the server)',
            postgresql: 'ssl = on (with ssl_cert_file and ssl_key_file)',
        },
        refs: ['RFC 3207 §4', 'RFC 9051 §6.2.1', 'RFC 8314 §3'],
    },
    'not-tls': {
        category: 'network',
        title: 'Not a TLS server',
        meaning: 'The server answered with something that is not TLS: plain HTTP, an SSH or mail greeting, or an error page of a device on the way.',
        fix: {
            do: 'Connect to the port that speaks TLS or turn TLS on for this one; a protocol that starts in plain text needs its scheme (smtp://, imap://, postgres://)',
            nginx: 'listen 443 ssl; (with the word ssl)',
            apache: 'SSLEngine on (in the virtual host of this port)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (with the word ssl)',
            node: 'https.createServer({ key, cert }) (instead of http.createServer)',
            curl: 'http:// (in the URL, if the port is meant to be plain)',
        },
        refs: ['RFC 8446 §5.1'],
    },
    'client-certificate-required': {
        category: 'configuration',
        title: 'Client certificate required',
        meaning: 'The server asked the client for a certificate, got none and ended the handshake. It is meant for clients that authenticate themselves (mutual TLS).',
        fix: {
            do: 'Let the client send a certificate from a CA the server accepts (tlsgate: the options cert and key), or make it optional in the server',
            nginx: 'ssl_verify_client optional; (and test $ssl_client_verify where the certificate matters)',
            apache: 'SSLVerifyClient optional (and Require ssl-verify-client where the certificate matters)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem verify optional ca-file /etc/haproxy/client-ca.pem',
            node: "key: readFileSync('client.key'), cert: readFileSync('client.pem')",
            curl: '--cert client.pem --key client.key',
            java: '-Djavax.net.ssl.keyStore=client.p12 -Djavax.net.ssl.keyStorePassword=…',
        },
        refs: ['RFC 8446 §4.3.2', 'RFC 8446 §4.4.2.4', 'RFC 8446 §6.2'],
    },
    'client-certificate-rejected': {
        category: 'configuration',
        title: 'Client certificate rejected',
        meaning: 'The server did not accept the certificate of the client: it is expired, not for clientAuth, revoked, from a CA the server does not trust, or sent without its intermediates.',
        fix: {
            do: 'Send a client certificate that is valid today, allows clientAuth and comes, intermediates included, from a CA the server trusts',
            nginx: 'ssl_client_certificate /etc/nginx/client-ca.pem; (and ssl_verify_depth 2 for a CA with two intermediates; the default is 1)',
            apache: 'SSLCACertificateFile /etc/apache2/client-ca.pem (and SSLVerifyDepth 2 for a CA with an intermediate; the default is 1)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem verify required ca-file /etc/haproxy/client-ca.pem',
            node: "key: readFileSync('client.key'), cert: readFileSync('client-fullchain.pem')",
            curl: '--cert client-fullchain.pem --key client.key',
            java: '-Djavax.net.ssl.keyStore=client.p12 (with the whole chain in it: keytool -list -v -keystore client.p12)',
        },
        refs: ['RFC 8446 §4.4.2.4', 'RFC 8446 §6.2'],
    },
    'unrecognized-name': {
        category: 'configuration',
        title: 'Server does not know the name',
        meaning: 'The server refused the name in the SNI extension: no virtual host or certificate is configured for it, or the client sent no name or a wrong one.',
        fix: {
            do: 'Configure a virtual host and a certificate for this name, or send a name the server knows',
            nginx: 'server_name example.com; (in a server block with its certificate; the refusal comes from ssl_reject_handshake on)',
            apache: 'ServerName example.com (in a virtual host with its certificate)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/certs/ (with a file for this name in it; the refusal comes from strict-sni)',
            node: "servername: 'example.com'",
            curl: '--connect-to example.com:443:192.0.2.10:443 (curl sends the name in the URL as SNI)',
            java: '-Djsse.enableSNIExtension=true (the default; someone may have switched it off)',
        },
        refs: ['RFC 6066 §3'],
    },
    'alpn-mismatch': {
        category: 'configuration',
        title: 'No common application protocol',
        meaning: 'Client and server have no application protocol (ALPN) in common: the client asked for h2 only, say, and the server has HTTP/1.1 only.',
        fix: {
            do: 'Let the server offer what its clients ask for, on the web both h2 and http/1.1',
            nginx: 'http2 on; (1.25.1 and later; before: listen 443 ssl http2;)',
            apache: 'Protocols h2 http/1.1 (with mod_http2)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem alpn h2,http/1.1',
            node: "ALPNProtocols: ['h2', 'http/1.1'] (on either side)",
            curl: '--http1.1 (or --no-alpn)',
        },
        refs: ['RFC 7301 §3.2'],
    },
    'server-internal-error': {
        category: 'configuration',
        title: 'Internal error of the server',
        meaning: 'The server reported that it failed for a reason of its own. As a rule it has no certificate for the name, cannot read a key file, or a backend it asks for certificates is down.',
        fix: {
            do: 'Read the error log of the server at this time; check that it has a certificate for this name and may read its key',
            nginx: 'error_log /var/log/nginx/error.log info; (then nginx -t; a path with variables in ssl_certificate fails only at the handshake)',
            apache: 'LogLevel ssl:info (then apachectl configtest)',
            haproxy: 'error-log-format "%ci:%cp %[ssl_fc_err_str]" (2.5 and later)',
            node: "server.on('tlsClientError', error => console.error(error)) (an SNICallback that throws or fails ends here)",
        },
        refs: ['RFC 8446 §6.2'],
    },
    'malformed-message': {
        category: 'configuration',
        title: 'Malformed handshake message',
        meaning: 'One side sent bytes that the TLS standard does not allow, and the other ended the handshake. A device on the way changes the traffic, or a TLS library is faulty.',
        fix: {
            do: 'Connect directly, without the proxy or inspecting device on the way; if it still fails, update the TLS library of the side that sent the message',
            node: "maxVersion: 'TLSv1.2' (a trial: if this works, something on the way cannot bear TLS 1.3)",
            curl: '--tls-max 1.2 (for the same trial)',
            java: '-Djdk.tls.client.protocols=TLSv1.2 (for the same trial)',
        },
        refs: ['RFC 8446 §6.2'],
    },
    'unexpected-alert': {
        category: 'configuration',
        title: 'Handshake ended by an alert',
        meaning: 'One side ended the handshake with an alert that does not tell the reason, and further questions to the server did not find it.',
        fix: {
            do: 'Read the error log of the server at this time: it has the reason that the alert leaves out',
            nginx: 'error_log /var/log/nginx/error.log info; (at level info it says why a handshake ended)',
            apache: 'LogLevel ssl:info (it says why a handshake ended)',
            haproxy: 'error-log-format "%ci:%cp %[ssl_fc_err_str]" (2.5 and later; it says why a handshake ended)',
            node: "server.on('tlsClientError', error => console.error(error)) (it says why a handshake ended)",
        },
        refs: ['RFC 8446 §6'],
    },
};
/** Causes of a failed check with which a handshake can still complete. */
const checkCauses = {
    'certificate-expires-soon': {
        category: 'certificate',
        title: 'Certificate expires soon',
        meaning: 'Most of the lifetime of the certificate has passed and no newer one is presented: the automatic renewal did not run, failed, or the server was not reloaded.',
        fix: {
            do: 'Find out why the renewal failed (certbot renew --dry-run), renew the certificate and reload the server',
            nginx: 'nginx -s reload (after every renewal: certbot renew --deploy-hook "nginx -s reload")',
            apache: 'apachectl graceful (after every renewal: certbot renew --deploy-hook "apachectl graceful")',
            haproxy: 'systemctl reload haproxy (after cat fullchain.pem privkey.pem > /etc/haproxy/site.pem)',
        },
        refs: ['RFC 5280 §4.1.2.5', 'RFC 9773'],
    },
    'certificate-chain-misordered': {
        category: 'certificate',
        title: 'Certificate chain out of order',
        meaning: 'The certificates are not sent in the order of the chain, each followed by its issuer. Many clients sort them; strict ones fail.',
        fix: {
            do: 'Put the certificate of the server first and after each one its issuer: cat server.pem intermediate.pem > fullchain.pem',
            nginx: 'ssl_certificate /etc/nginx/fullchain.pem; (with the file in that order)',
            apache: 'SSLCertificateFile /etc/apache2/fullchain.pem (with the file in that order)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (with the file in that order, the key last)',
            node: "cert: readFileSync('fullchain.pem') (with the file in that order)",
        },
        refs: ['RFC 5246 §7.4.2', 'RFC 8446 §4.4.2'],
    },
    'certificate-chain-extraneous': {
        category: 'certificate',
        title: 'Superfluous certificates in the chain',
        meaning: 'The server sends certificates that no client needs: the root, a copy, or certificates of another chain. Each costs bytes in every handshake and may lead a client astray.',
        fix: {
            do: 'Remove from the chain file the root, copies and everything that did not issue the certificate before it',
            nginx: 'ssl_certificate /etc/nginx/fullchain.pem; (the certificate of the server and its intermediates, nothing else)',
            apache: 'SSLCertificateFile /etc/apache2/fullchain.pem (and no SSLCertificateChainFile that sends them a second time)',
            haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (the certificate of the server, its intermediates and the key, nothing else)',
            node: "cert: readFileSync('fullchain.pem') (the certificate of the server and its intermediates, nothing else)",
        },
        refs: ['RFC 8446 §4.4.2'],
    },
    'certificate-no-san': {
        category: 'certificate',
        title: 'Certificate without alternative names',
        meaning: 'The certificate names its host in the common name only. Clients read the subject alternative names and nothing else, so it is valid for no host.',
        fix: {
            do: 'Issue the certificate again with the host in subjectAltName: openssl req -new -key server.key -addext subjectAltName=DNS:example.com',
        },
        refs: ['RFC 9525 §4.1'],
    },
};
/** Every cause, in the order of the contract. */
const causes = { ...handshakeCauses, ...checkCauses };
/** What to do about a cause: a line for everyone, then a line a product, as in 'nginx: ssl_protocols TLSv1.2 TLSv1.3;'. */
function fixOf(cause) {
    const { fix } = causes[cause];
    const lines = Object.entries(products).flatMap(([product, label]) => {
        const line = fix[product];
        return line === undefined ? [] : [`${label}: ${line}`];
    });
    return [fix.do, ...lines].join('\n');
}

;// CONCATENATED MODULE: ./build/esm/judge/check-ids.js
// Every check that a report can hold: what it looks at and why. The judging itself stands in the neighbouring files.

/** Every check, by its id. The ids are part of the public contract. */
const checkIds = {
    'handshake/completion': {
        title: 'Handshake completes',
        reason: 'Nothing can be served over TLS until a client that verifies the certificate completes the handshake. This check performs a real one and lingers after it, since a TLS 1.3 server refuses a client certificate only then.',
        causes: Object.keys(handshakeCauses),
        refs: ['RFC 8446 §2'],
    },
    'certificate/validity': {
        title: 'Validity period',
        reason: 'Outside its validity period a certificate proves nothing, and every verifying client ends the handshake. The whole chain counts, not the certificate of the server alone.',
        causes: ['certificate-expired', 'certificate-not-yet-valid'],
        refs: ['RFC 5280 §4.1.2.5'],
    },
    'certificate/lifetime-left': {
        title: 'Lifetime left',
        reason: 'An expired certificate is the outage that a calendar could have prevented. What counts is the share of the lifetime that is left, as lifetimes range from days to years.',
        causes: ['certificate-expires-soon', 'certificate-expired'],
        refs: ['RFC 5280 §4.1.2.5', 'RFC 9773'],
    },
    'certificate/trust': {
        title: 'Trusted issuer',
        reason: 'Without a path to a root that the client trusts, the server could be anyone. OpenSSL judges the path; tlsgate explains where it ends.',
        causes: ['certificate-self-signed', 'certificate-untrusted', 'certificate-chain-incomplete', 'certificate-revoked'],
        refs: ['RFC 5280 §6.1'],
    },
    'certificate/hostname': {
        title: 'Host name covered',
        reason: 'A trusted certificate of another host proves nothing about this one. The subject alternative names must carry the name that the client asked for.',
        causes: ['certificate-host-mismatch', 'certificate-no-san'],
        refs: ['RFC 9525 §6'],
    },
    'certificate/chain': {
        title: 'Chain as sent',
        reason: 'Browsers repair a chain that is incomplete or out of order, other clients do not, so the fault shows only in production. This check reads the chain as the server sent it.',
        causes: ['certificate-chain-incomplete', 'certificate-chain-misordered', 'certificate-chain-extraneous'],
        refs: ['RFC 8446 §4.4.2', 'RFC 5246 §7.4.2'],
    },
    'certificate/usage': {
        title: 'Issued for this use',
        reason: 'A certificate says what its key may be used for and an issuer says for which names and how deep it may issue. A client that verifies holds them to it.',
        causes: ['certificate-misissued'],
        refs: ['RFC 5280 §4.2.1.3', 'RFC 5280 §4.2.1.9', 'RFC 5280 §4.2.1.12'],
    },
    'certificate/key': {
        title: 'Key strength',
        reason: 'Whoever can compute the private key from the public one can pose as the server. Clients refuse keys that are small enough for it.',
        causes: ['certificate-weak-key'],
        refs: ['RFC 9325 §4.5'],
    },
    'certificate/signature': {
        title: 'Signature strength',
        reason: 'Certificates have been forged where MD5 was in use, and collisions of SHA-1 are practical. Clients refuse a chain that rests on either.',
        causes: ['certificate-weak-signature'],
        refs: ['RFC 8446 §4.4.2.4', 'RFC 9155'],
    },
};

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
    return { id, status: 'fail', severity, cause, message, fix: fixOf(cause), evidence, refs: causes[cause].refs, location: null };
}
function passed(id, message, path) {
    return { ...unknown(id, message), status: 'pass', evidence: path.map(labelOf) };
}
function unknown(id, message) {
    const severity = id === 'certificate/lifetime-left' ? 'warning' : 'error';
    return { id, status: 'inconclusive', severity, cause: null, message, fix: null, evidence: [], refs: checkIds[id].refs, location: null };
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
        fix: fix ?? fixOf(cause),
        evidence: [`step ${place.name}`, ...asked],
        refs: causes[cause].refs,
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
// EXTERNAL MODULE: ./build/esm/trace/detail.js + 1 modules
var detail = __webpack_require__(2882);
// EXTERNAL MODULE: ./build/esm/trace/expected.js
var expected = __webpack_require__(9898);
// EXTERNAL MODULE: ./build/esm/trace/negotiated.js
var negotiated = __webpack_require__(1056);
// EXTERNAL MODULE: ./build/esm/trace/trace.js + 3 modules
var trace_trace = __webpack_require__(7477);
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
        protocol: named(protocols/* protocols */.W, facts.version),
        cipherSuite: named(cipher_suites/* cipherSuites */.v, facts.cipherSuite),
        group: named(groups/* groups */.T, facts.group),
        signatureScheme: named(signature_schemes/* signatureSchemes */.B, facts.signatureScheme),
        // TLS 1.3 protects it: what the engine says stands in where the key log could not open the message.
        alpn: facts.alpn ?? session?.alpn ?? null,
        steps: ladder(networkSteps, trace, failed, subjectOf),
        failure: diagnosis && {
            step: diagnosis.place.name,
            cause: diagnosis.cause,
            category: causes[diagnosis.cause].category,
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
    const certificates = certificateChecks(evidence, { timeShifted: question.timeShifted });
    return {
        handshake,
        presented: evidence.analysis?.presented.flatMap(parsed => (parsed.kind === 'certificate' ? [parsed.certificate] : [])) ?? [],
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

// EXTERNAL MODULE: ./build/esm/net/deadline.js
var deadline = __webpack_require__(6554);
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

;// CONCATENATED MODULE: ./build/esm/net/tls.js
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
    const { groups, signatureSchemes, ca, crl, pfx, ...rest } = options;
    try {
        return (0,external_node_tls_.createSecureContext)({
            ...rest,
            ...(ca && { ca: [...ca] }),
            ...(crl && { crl: [...crl] }),
            ...(pfx && { pfx: Buffer.from(pfx) }),
            ...(groups !== undefined && { ecdhCurve: groups }),
            ...(signatureSchemes !== undefined && { sigalgs: signatureSchemes }),
        });
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new usage_error/* UsageError */.e(`OpenSSL refuses the client options: ${reason}`, hintFor(options), { cause: error });
    }
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
        const socket = (0,external_node_tls_.connect)({
            socket: tap,
            secureContext: options.context,
            // The whole chain is read and judged in any case, so a refusal here would only hide the rest of the handshake.
            rejectUnauthorized: false,
            // Names are matched by certificate/hostname.ts, which reports them beside the other problems instead of in their place.
            checkServerIdentity: () => undefined,
            requestOCSP: true,
            ...(options.servername !== null && { servername: options.servername }),
            ...(options.alpn.length > 0 && { ALPNProtocols: [...options.alpn] }),
        });
        const onAbort = () => end({ kind: options.signal.reason?.code === 'DEADLINE' ? 'timeout' : 'aborted' });
        options.signal.addEventListener('abort', onAbort, { once: true });
        if (options.signal.aborted)
            onAbort();
        socket.on('keylog', line => options.keyLog.push(line.toString('latin1').trimEnd()));
        socket.once('secureConnect', onSecured);
        socket.on('error', error => end(endOf(error)));
        socket.once('close', () => end({ kind: 'closed' }));
        const _watch = __addDisposableResource(env_1, (0,deadline/* every */.Si)(refusalPollMs, () => options.isRefused() && end({ kind: 'closed' })), false);
        try {
            const early = await Promise.race([ended, secured]);
            const facts = {
                protocol: early ? null : socket.getProtocol(),
                cipherSuite: early ? null : socket.getCipher().standardName,
                alpn: early ? null : socket.alpnProtocol || null,
            };
            if (early)
                return { ...facts, end: early };
            const verifyCode = socket.authorized ? null : String(socket.authorizationError);
            // Our close_notify makes the server answer: with session tickets, its own close_notify, or the refusal waited for.
            const { promise: ticket, resolve: onTicket } = Promise.withResolvers();
            socket.once('session', () => onTicket(null));
            socket.resume().end();
            const { maxMs, ticketEnds } = options.linger();
            const over = new AbortController();
            const answers = [ended, (0,deadline/* pause */.v7)(maxMs, over.signal).then(() => null), ...(ticketEnds ? [ticket] : [])];
            const afterwards = await Promise.race(answers).finally(() => over.abort());
            return { ...facts, end: { kind: 'secured', verifyCode, afterwards } };
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

// EXTERNAL MODULE: ./build/esm/net/endpoint.js
var net_endpoint = __webpack_require__(8071);
// EXTERNAL MODULE: ./build/esm/net/tap.js
var net_tap = __webpack_require__(2489);
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
        return { ...before, session: null, trace: (0,trace_trace/* readTrace */.ce)({ chunks: [], keyLog: [] }) };
    const tap = new net_tap/* Tap */.Cx(endpoint.socket, clock);
    const keyLog = [];
    // Nothing is read twice, and nearly all of it while the server answers our close. Its part needs the secrets, which come with its first bytes.
    const reader = new trace_trace/* TraceReader */.lC({ chunks: tap.chunks, keyLog });
    const linger = () => {
        const asked = reader.trace().messages.some(({ content }) => content.kind === 'certificate_request');
        return { maxMs: asked ? lingerMs.askedForCertificate : lingerMs.otherwise, ticketEnds: !asked };
    };
    // What the engine has not read yet has left no secrets, without which its messages would stay sealed.
    const isRefused = () => tap.readableLength === 0 &&
        reader.trace().messages.some(({ from, content }) => from === 'server' && content.kind === 'alert' && content.level === wire_alert/* alertLevel */.j.fatal);
    const session = await shakeHands(tap, { context: question.context, servername, alpn, keyLog, linger, isRefused, signal });
    return { ...before, session, trace: reader.trace() };
}

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
 * @param targets 'host', 'host:port', '[v6]:port' or URLs, see parseTarget
 * @throws UsageError on a wrong target or option, before anything is probed
 */
async function gate(targets, given = {}, hooks = {}) {
    const { env = systemEnv, signal, onTarget } = hooks;
    const options = canonicalOptions(given);
    const parsed = targets.map(parseTarget);
    if (parsed.length === 0)
        throw new usage_error/* UsageError */.e('there is no target', 'name at least one host, host:port or URL');
    const connectTo = options.connectTo === undefined ? null : parseConnectTo(options.connectTo);
    const proxy = options.proxy === undefined ? null : (await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 1540))).parseProxy(options.proxy);
    const store = trustStore(() => options.ca ?? external_node_tls_.rootCertificates);
    const run = { options, context: secureContext(clientOptions(options)), store, env, signal };
    const startedAt = env.now().toISOString();
    const start = env.clock();
    const reports = await concurrently(parsed, async (target) => {
        const route = { target, connectTo, address: null, proxy };
        const ofTarget = [];
        for (const each of options.allAddresses ? await everyAddress(route, run) : [route]) {
            const { report, trace } = await checkEndpoint(each, run);
            ofTarget.push(report);
            onTarget?.(report, trace);
        }
        return ofTarget;
    });
    const all = reports.flat();
    return {
        schemaVersion: 1,
        tool: { name: 'tlsgate', version: version/* version */.r, node: process.versions.node, openssl: process.versions.openssl },
        startedAt,
        durationMs: round(env.clock() - start),
        verdict: (0,check/* verdictOfAll */.O1)(all.map(({ verdict }) => verdict)),
        policy: { id: 'handshake', version: '1' },
        targets: all,
    };
}
/** Works on a few items at a time; results in the order of the items. */
async function concurrently(items, work) {
    const results = [];
    const queue = items.entries(); // one iterator for all workers: each takes the next item
    const worker = async () => {
        for (const [index, item] of queue)
            results[index] = await work(item);
    };
    await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, worker));
    return results;
}
/** A route for each address of the target's name; the route itself when the name does not resolve, so that the report says why. */
async function everyAddress(route, run) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const limit = gate_addDisposableResource(env_1, (0,deadline/* deadline */.nl)(run.options.timeoutMs ?? defaultTimeoutMs, run.signal), false);
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
async function checkEndpoint(route, run) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { options, env, context, store } = run;
        const { target } = route;
        const start = env.clock();
        const clock = () => round(env.clock() - start);
        const limit = gate_addDisposableResource(env_2, (0,deadline/* deadline */.nl)(options.timeoutMs ?? defaultTimeoutMs, run.signal), false);
        const question = {
            route,
            context,
            servername: sniOf(options.servername === undefined ? target.host : options.servername),
            alpn: options.alpn ?? target.alpn,
        };
        const record = await probeHandshake(question, env, clock, limit.signal);
        let connections = record.connections;
        const judgement = await judgeEndpoint(record, {
            reference: referenceOf(options.servername ?? target.host),
            store,
            at: options.at ?? env.now(),
            timeShifted: options.at !== undefined,
            insecure: options.insecure === true,
            widen: async (original) => {
                const { askWider } = await __webpack_require__.e(/* import() */ 306).then(__webpack_require__.bind(__webpack_require__, 1306));
                const widening = await askWider(original, { route, env, clock, signal: limit.signal });
                connections += widening.asked.length; // a connection each
                return widening;
            },
        }, clock());
        const report = {
            target: {
                url: target.url,
                host: target.host,
                port: target.port,
                address: record.address,
                servername: record.servername,
                starttls: target.starttls,
            },
            verdict: (0,check/* verdictOf */.Vj)(judgement.checks, options.failOn ?? 'error'),
            durationMs: clock(),
            connections,
            handshake: judgement.handshake,
            certificates: { presented: judgement.presented },
            survey: null,
            checks: judgement.checks,
        };
        return { report, trace: record.trace };
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        gate_disposeResources(env_2);
    }
}
function referenceOf(name) {
    return { kind: (0,address/* familyOf */.A)(name) === 0 ? 'dns' : 'ip', name };
}
/** Microseconds are the most a clock of this kind can tell. */
const round = (ms) => Math.round(ms * 1000) / 1000;


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
/* harmony import */ var _trace_trace_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7477);
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

/***/ 2489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cx: () => (/* binding */ Tap)
/* harmony export */ });
/* unused harmony exports recordedBytesLimit, TapLimitError */
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);

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
class Tap extends node_stream__WEBPACK_IMPORTED_MODULE_0__.Duplex {
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


/***/ }),

/***/ 6279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ alerts)
/* harmony export */ });
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1786);
// IANA "TLS Alerts" (tls-parameters-6), 2026-09-29. Names as in the RFCs, without IANA's _RESERVED.

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


/***/ }),

/***/ 4372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ groups)
/* harmony export */ });
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1786);
// IANA "TLS Supported Groups" (tls-parameters-8), 2026-09-29.

/** Every registered group, the withdrawn drafts of Kyber included. */
const groups = (0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .t)('group', 4, () => [
    { code: 0x0001, name: 'sect163k1', kind: 'ecdh', bits: 163, openssl: 'sect163k1' },
    { code: 0x0002, name: 'sect163r1', kind: 'ecdh', bits: 163, openssl: 'sect163r1' },
    { code: 0x0003, name: 'sect163r2', kind: 'ecdh', bits: 163, openssl: 'sect163r2' },
    { code: 0x0004, name: 'sect193r1', kind: 'ecdh', bits: 193, openssl: 'sect193r1' },
    { code: 0x0005, name: 'sect193r2', kind: 'ecdh', bits: 193, openssl: 'sect193r2' },
    { code: 0x0006, name: 'sect233k1', kind: 'ecdh', bits: 233, openssl: 'sect233k1' },
    { code: 0x0007, name: 'sect233r1', kind: 'ecdh', bits: 233, openssl: 'sect233r1' },
    { code: 0x0008, name: 'sect239k1', kind: 'ecdh', bits: 239, openssl: 'sect239k1' },
    { code: 0x0009, name: 'sect283k1', kind: 'ecdh', bits: 283, openssl: 'sect283k1' },
    { code: 0x000a, name: 'sect283r1', kind: 'ecdh', bits: 283, openssl: 'sect283r1' },
    { code: 0x000b, name: 'sect409k1', kind: 'ecdh', bits: 409, openssl: 'sect409k1' },
    { code: 0x000c, name: 'sect409r1', kind: 'ecdh', bits: 409, openssl: 'sect409r1' },
    { code: 0x000d, name: 'sect571k1', kind: 'ecdh', bits: 571, openssl: 'sect571k1' },
    { code: 0x000e, name: 'sect571r1', kind: 'ecdh', bits: 571, openssl: 'sect571r1' },
    { code: 0x000f, name: 'secp160k1', kind: 'ecdh', bits: 160, openssl: 'secp160k1' },
    { code: 0x0010, name: 'secp160r1', kind: 'ecdh', bits: 160, openssl: 'secp160r1' },
    { code: 0x0011, name: 'secp160r2', kind: 'ecdh', bits: 160, openssl: 'secp160r2' },
    { code: 0x0012, name: 'secp192k1', kind: 'ecdh', bits: 192, openssl: 'secp192k1' },
    { code: 0x0013, name: 'secp192r1', kind: 'ecdh', bits: 192, openssl: 'prime192v1' },
    { code: 0x0014, name: 'secp224k1', kind: 'ecdh', bits: 224, openssl: 'secp224k1' },
    { code: 0x0015, name: 'secp224r1', kind: 'ecdh', bits: 224, openssl: 'secp224r1' },
    { code: 0x0016, name: 'secp256k1', kind: 'ecdh', bits: 256, openssl: 'secp256k1' },
    { code: 0x0017, name: 'secp256r1', kind: 'ecdh', bits: 256, openssl: 'prime256v1' },
    { code: 0x0018, name: 'secp384r1', kind: 'ecdh', bits: 384, openssl: 'secp384r1' },
    { code: 0x0019, name: 'secp521r1', kind: 'ecdh', bits: 521, openssl: 'secp521r1' },
    { code: 0x001a, name: 'brainpoolP256r1', kind: 'ecdh', bits: 256, openssl: 'brainpoolP256r1' },
    { code: 0x001b, name: 'brainpoolP384r1', kind: 'ecdh', bits: 384, openssl: 'brainpoolP384r1' },
    { code: 0x001c, name: 'brainpoolP512r1', kind: 'ecdh', bits: 512, openssl: 'brainpoolP512r1' },
    { code: 0x001d, name: 'x25519', kind: 'ecdh', bits: 255, openssl: 'X25519' },
    { code: 0x001e, name: 'x448', kind: 'ecdh', bits: 448, openssl: 'X448' },
    { code: 0x001f, name: 'brainpoolP256r1tls13', kind: 'ecdh', bits: 256, openssl: 'brainpoolP256r1' },
    { code: 0x0020, name: 'brainpoolP384r1tls13', kind: 'ecdh', bits: 384, openssl: 'brainpoolP384r1' },
    { code: 0x0021, name: 'brainpoolP512r1tls13', kind: 'ecdh', bits: 512, openssl: 'brainpoolP512r1' },
    { code: 0x0022, name: 'GC256A', kind: 'ecdh', bits: 256, openssl: null },
    { code: 0x0023, name: 'GC256B', kind: 'ecdh', bits: 256, openssl: null },
    { code: 0x0024, name: 'GC256C', kind: 'ecdh', bits: 256, openssl: null },
    { code: 0x0025, name: 'GC256D', kind: 'ecdh', bits: 256, openssl: null },
    { code: 0x0026, name: 'GC512A', kind: 'ecdh', bits: 512, openssl: null },
    { code: 0x0027, name: 'GC512B', kind: 'ecdh', bits: 512, openssl: null },
    { code: 0x0028, name: 'GC512C', kind: 'ecdh', bits: 512, openssl: null },
    { code: 0x0029, name: 'curveSM2', kind: 'ecdh', bits: 256, openssl: null },
    { code: 0x0100, name: 'ffdhe2048', kind: 'ffdh', bits: 2048, openssl: 'ffdhe2048' },
    { code: 0x0101, name: 'ffdhe3072', kind: 'ffdh', bits: 3072, openssl: 'ffdhe3072' },
    { code: 0x0102, name: 'ffdhe4096', kind: 'ffdh', bits: 4096, openssl: 'ffdhe4096' },
    { code: 0x0103, name: 'ffdhe6144', kind: 'ffdh', bits: 6144, openssl: 'ffdhe6144' },
    { code: 0x0104, name: 'ffdhe8192', kind: 'ffdh', bits: 8192, openssl: 'ffdhe8192' },
    { code: 0x0200, name: 'MLKEM512', kind: 'kem', bits: null, openssl: 'MLKEM512' },
    { code: 0x0201, name: 'MLKEM768', kind: 'kem', bits: null, openssl: 'MLKEM768' },
    { code: 0x0202, name: 'MLKEM1024', kind: 'kem', bits: null, openssl: 'MLKEM1024' },
    { code: 0x11e9, name: 'SecP256r1MLKEM512', kind: 'hybrid', bits: 256, openssl: null },
    { code: 0x11ea, name: 'MLKEM512X25519', kind: 'hybrid', bits: 255, openssl: null },
    { code: 0x11eb, name: 'SecP256r1MLKEM768', kind: 'hybrid', bits: 256, openssl: 'SecP256r1MLKEM768' },
    { code: 0x11ec, name: 'X25519MLKEM768', kind: 'hybrid', bits: 255, openssl: 'X25519MLKEM768' },
    { code: 0x11ed, name: 'SecP384r1MLKEM1024', kind: 'hybrid', bits: 384, openssl: 'SecP384r1MLKEM1024' },
    { code: 0x11ee, name: 'curveSM2MLKEM768', kind: 'hybrid', bits: 256, openssl: null },
    { code: 0x6399, name: 'X25519Kyber768Draft00', kind: 'hybrid', bits: 255, openssl: null },
    { code: 0x639a, name: 'SecP256r1Kyber768Draft00', kind: 'hybrid', bits: 256, openssl: null },
    { code: 0xff01, name: 'arbitrary_explicit_prime_curves', kind: 'explicit', bits: null, openssl: null },
    { code: 0xff02, name: 'arbitrary_explicit_char2_curves', kind: 'explicit', bits: null, openssl: null },
]);


/***/ }),

/***/ 6409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ signatureSchemes)
/* harmony export */ });
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1786);
// IANA "TLS SignatureScheme" (tls-signaturescheme), 2026-09-29, and the pairs of hash and signature that TLS 1.2 had in its place.

const registered = (0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .t)('signature scheme', 4, () => [
    { code: 0x0201, name: 'rsa_pkcs1_sha1' },
    { code: 0x0203, name: 'ecdsa_sha1' },
    { code: 0x0401, name: 'rsa_pkcs1_sha256' },
    { code: 0x0403, name: 'ecdsa_secp256r1_sha256' },
    { code: 0x0420, name: 'rsa_pkcs1_sha256_legacy' },
    { code: 0x0501, name: 'rsa_pkcs1_sha384' },
    { code: 0x0503, name: 'ecdsa_secp384r1_sha384' },
    { code: 0x0520, name: 'rsa_pkcs1_sha384_legacy' },
    { code: 0x0601, name: 'rsa_pkcs1_sha512' },
    { code: 0x0603, name: 'ecdsa_secp521r1_sha512' },
    { code: 0x0620, name: 'rsa_pkcs1_sha512_legacy' },
    { code: 0x0704, name: 'eccsi_sha256' },
    { code: 0x0705, name: 'iso_ibs1' },
    { code: 0x0706, name: 'iso_ibs2' },
    { code: 0x0707, name: 'iso_chinese_ibs' },
    { code: 0x0708, name: 'sm2sig_sm3' },
    { code: 0x0709, name: 'gostr34102012_256a' },
    { code: 0x070a, name: 'gostr34102012_256b' },
    { code: 0x070b, name: 'gostr34102012_256c' },
    { code: 0x070c, name: 'gostr34102012_256d' },
    { code: 0x070d, name: 'gostr34102012_512a' },
    { code: 0x070e, name: 'gostr34102012_512b' },
    { code: 0x070f, name: 'gostr34102012_512c' },
    { code: 0x0804, name: 'rsa_pss_rsae_sha256' },
    { code: 0x0805, name: 'rsa_pss_rsae_sha384' },
    { code: 0x0806, name: 'rsa_pss_rsae_sha512' },
    { code: 0x0807, name: 'ed25519' },
    { code: 0x0808, name: 'ed448' },
    { code: 0x0809, name: 'rsa_pss_pss_sha256' },
    { code: 0x080a, name: 'rsa_pss_pss_sha384' },
    { code: 0x080b, name: 'rsa_pss_pss_sha512' },
    { code: 0x081a, name: 'ecdsa_brainpoolP256r1tls13_sha256' },
    { code: 0x081b, name: 'ecdsa_brainpoolP384r1tls13_sha384' },
    { code: 0x081c, name: 'ecdsa_brainpoolP512r1tls13_sha512' },
    { code: 0x0904, name: 'mldsa44' },
    { code: 0x0905, name: 'mldsa65' },
    { code: 0x0906, name: 'mldsa87' },
    { code: 0x0911, name: 'slhdsa_sha2_128s' },
    { code: 0x0912, name: 'slhdsa_sha2_128f' },
    { code: 0x0913, name: 'slhdsa_sha2_192s' },
    { code: 0x0914, name: 'slhdsa_sha2_192f' },
    { code: 0x0915, name: 'slhdsa_sha2_256s' },
    { code: 0x0916, name: 'slhdsa_sha2_256f' },
    { code: 0x0917, name: 'slhdsa_shake_128s' },
    { code: 0x0918, name: 'slhdsa_shake_128f' },
    { code: 0x0919, name: 'slhdsa_shake_192s' },
    { code: 0x091a, name: 'slhdsa_shake_192f' },
    { code: 0x091b, name: 'slhdsa_shake_256s' },
    { code: 0x091c, name: 'slhdsa_shake_256f' },
]);
// RFC 5246 §7.4.1.4.1: the first byte is the hash, the second the signature, both from 1 (0 is none). The lists are closed.
const hashes = [undefined, 'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'];
const signatures = [undefined, 'rsa_pkcs1', 'dsa', 'ecdsa'];
/**
 * Every registered signature scheme. The label of an unregistered number that is a pair of TLS 1.2 is made from the pair, in the
 * spelling of the registry: 'dsa_sha1', 'rsa_pkcs1_md5'. Mind that in TLS 1.2 'ecdsa_secp256r1_sha256' says nothing of the curve.
 */
const signatureSchemes = {
    get rows() {
        return registered.rows;
    },
    get: registered.get,
    named: registered.named,
    label: code => registered.get(code)?.name ?? pairOf(code) ?? registered.label(code),
};
function pairOf(code) {
    const hash = hashes[code >> 8];
    const signature = signatures[code & 0xff];
    return hash && signature && `${signature}_${hash}`;
}


/***/ }),

/***/ 2882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ detailOf),
  d: () => (/* binding */ offeredVersions)
});

// EXTERNAL MODULE: ./build/esm/registry/alerts.js
var alerts = __webpack_require__(6279);
// EXTERNAL MODULE: ./build/esm/registry/cipher-suites.js
var cipher_suites = __webpack_require__(5445);
;// CONCATENATED MODULE: ./build/esm/registry/grease.js
// RFC 8701: values that mean nothing, sent to keep the other side tolerant of values it does not know. They are in no registry.
/**
 * Whether a 16-bit number is a GREASE value: 0x0a0a, 0x1a1a, … 0xfafa (RFC 8701 §2). The same sixteen serve for cipher suites,
 * groups, signature schemes, extensions and versions.
 */
function isGrease(code) {
    return (code & 0x0f0f) === 0x0a0a && code >> 8 === (code & 0xff);
}

// EXTERNAL MODULE: ./build/esm/registry/groups.js
var groups = __webpack_require__(4372);
// EXTERNAL MODULE: ./build/esm/registry/protocols.js
var protocols = __webpack_require__(6759);
// EXTERNAL MODULE: ./build/esm/registry/signature-schemes.js
var signature_schemes = __webpack_require__(6409);
// EXTERNAL MODULE: ./build/esm/wire/extensions.js + 2 modules
var extensions = __webpack_require__(6304);
// EXTERNAL MODULE: ./build/esm/wire/hello.js
var hello = __webpack_require__(5524);
;// CONCATENATED MODULE: ./build/esm/trace/detail.js
// One line on each message, in the standards' names. It may hold text the server chose: escape it for where it is printed.








/** Names of the first three and a count of the rest, which are not looked at: a server may send any number. */
function some(items, nameOf) {
    const named = items.slice(0, 3).map(nameOf).join(', ');
    return items.length <= 3 ? named : `${named} and ${items.length - 3} more`;
}
const itself = (name) => name;
const labels = (table, codes) => some(codes.filter(code => !isGrease(code)), table.label);
/** The versions a ClientHello offers: supported_versions, or everything up to legacy_version (RFC 8446 §4.2.1). */
function offeredVersions(hello) {
    const list = (0,extensions/* extension */.ck)(hello.extensions, 'supported_versions');
    return list ? list.versions.filter(version => !isGrease(version)) : [hello.legacyVersion];
}
/**
 * Says what a message carried.
 * @param version the negotiated version; null before there is one
 * @param subjectOf names a certificate by its subject
 */
function detailOf({ content }, version, subjectOf) {
    switch (content.kind) {
        case 'client_hello': {
            const name = (0,extensions/* extension */.ck)(content.extensions, 'server_name')?.names[0]?.name;
            const alpn = (0,extensions/* extension */.ck)(content.extensions, 'application_layer_protocol_negotiation')?.protocols;
            const group = (0,extensions/* extension */.ck)(content.extensions, 'supported_groups')?.groups ?? [];
            return parts([
                labels(protocols/* protocols */.W, offeredVersions(content)),
                `${content.cipherSuites.filter(suite => !isGrease(suite)).length} cipher suites`,
                group.length > 0 && `groups ${labels(groups/* groups */.T, group)}`,
                name === undefined ? 'no SNI' : `SNI ${name}`,
                alpn && `ALPN ${some(alpn, itself)}`,
            ]);
        }
        case 'server_hello':
        case 'hello_retry_request': {
            const group = content.kind === 'server_hello'
                ? (0,extensions/* extension */.ck)(content.extensions, 'key_share')?.share.group
                : (0,extensions/* extension */.ck)(content.extensions, 'key_share')?.selectedGroup;
            const alpn = content.kind === 'server_hello' && (0,extensions/* extension */.ck)(content.extensions, 'application_layer_protocol_negotiation')?.protocols;
            return parts([
                protocols/* protocols */.W.label((0,hello/* negotiatedVersion */.d7)(content)),
                cipher_suites/* cipherSuites */.v.label(content.cipherSuite),
                group !== undefined && `${content.kind === 'server_hello' ? 'group' : 'asks for group'} ${groups/* groups */.T.label(group)}`,
                alpn && `ALPN ${some(alpn, itself)}`,
            ]);
        }
        case 'encrypted_extensions': {
            const alpn = (0,extensions/* extension */.ck)(content.extensions, 'application_layer_protocol_negotiation')?.protocols;
            return parts([alpn ? `ALPN ${some(alpn, itself)}` : 'no ALPN']);
        }
        case 'certificate': {
            if (content.entries.length === 0)
                return 'no certificate';
            const stapled = content.entries.some(entry => (0,extensions/* extension */.ck)(entry.extensions, 'status_request') !== undefined);
            return parts([
                `${content.entries.length} sent: ${some(content.entries, entry => subjectOf(entry.certificate))}`,
                stapled && 'OCSP response stapled',
            ]);
        }
        case 'certificate_request': {
            const schemes = content.form === 'fields' ? content.signatureSchemes : ((0,extensions/* extension */.ck)(content.extensions, 'signature_algorithms')?.schemes ?? []);
            const authorities = content.form === 'fields' ? content.authorities : ((0,extensions/* extension */.ck)(content.extensions, 'certificate_authorities')?.authorities ?? []);
            return parts([
                'asks for a client certificate',
                schemes.length > 0 && labels(signature_schemes/* signatureSchemes */.B, schemes),
                authorities.length > 0 && `${authorities.length} authorities named`,
            ]);
        }
        case 'certificate_status':
            return `OCSP response of ${content.response.length} bytes`;
        case 'certificate_verify':
            return content.scheme === null ? 'signature' : `signed with ${signature_schemes/* signatureSchemes */.B.label(content.scheme)}`;
        case 'server_key_exchange': {
            if (content.form === 'bytes')
                return `${content.body.length} bytes`;
            const { params, signature } = content;
            const key = params?.kind === 'ec'
                ? `group ${groups/* groups */.T.label(params.group)}`
                : params?.kind === 'dh'
                    ? `${bitLength(params.prime)}-bit finite-field group`
                    : params?.kind;
            return parts([key, signature && signature.scheme !== null && `signed with ${signature_schemes/* signatureSchemes */.B.label(signature.scheme)}`]);
        }
        case 'new_session_ticket':
            return 'session ticket';
        case 'alert':
            return `${content.level === 2 ? 'fatal' : 'warning'} ${alerts/* alerts */.C.label(content.description)} (${content.description})`;
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
/* harmony import */ var _trace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7477);
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
/* harmony import */ var _wire_extensions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6304);
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
