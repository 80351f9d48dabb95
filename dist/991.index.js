"use strict";
exports.id = 991;
exports.ids = [991];
exports.modules = {

/***/ 2991:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   optionsAs: () => (/* binding */ optionsAs)
/* harmony export */ });
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1692);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_tls__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _registry_cipher_suites_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3103);
/* harmony import */ var _registry_groups_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9218);
/* harmony import */ var _registry_protocols_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6729);
/* harmony import */ var _registry_signature_schemes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5591);
// What OpenSSL has to be told to offer what a named client offers, as far as it can. Its own hello, to the byte, is made in client-hello.ts.





/** Options that offer the versions, suites, groups and signature schemes of the client that this OpenSSL has. */
function optionsAs(profile) {
    const versions = _registry_protocols_js__WEBPACK_IMPORTED_MODULE_3__/* .protocols */ .WH.rows.flatMap(({ code, openssl }) => openssl !== null && code >= profile.oldest && code <= newestOf(profile) ? [openssl] : []);
    const known = new Set((0,node_tls__WEBPACK_IMPORTED_MODULE_0__.getCiphers)().map(name => name.toUpperCase()));
    const suites = profile.cipherSuites.flatMap(code => {
        const row = _registry_cipher_suites_js__WEBPACK_IMPORTED_MODULE_1__/* .cipherSuites */ .vS.get(code);
        // OpenSSL calls the suites of TLS 1.3 by their IANA names.
        const name = row && (row.openssl ?? row.name);
        return name !== undefined && known.has(name.toUpperCase()) ? [name] : [];
    });
    const named = (codes, nameOf) => codes.flatMap(code => nameOf(code) ?? []).join(':');
    const groupNames = named([...new Set(profile.groups)], code => _registry_groups_js__WEBPACK_IMPORTED_MODULE_2__/* .groups */ .T.get(code)?.openssl);
    const schemeNames = named(profile.signatureSchemes, code => schemeName(code));
    const [oldest, newest] = [versions[0], versions.at(-1)];
    return {
        ...(oldest && { minVersion: oldest }),
        ...(newest && { maxVersion: newest }),
        // What such clients offer is below today's security level: whether it is acceptable is for the checks to say.
        ciphers: [...suites, '@SECLEVEL=0'].join(':'),
        ...(groupNames !== '' && { groups: groupNames }),
        ...(schemeNames !== '' && { signatureSchemes: schemeNames }),
    };
}
const newestOf = ({ versions }) => Math.max(...(versions ?? [0x0303]).filter(version => version <= 0x0304));
/** One name that OpenSSL does not know spoils a whole list, and it has no list of those it knows. */
function schemeName(code) {
    const name = _registry_signature_schemes_js__WEBPACK_IMPORTED_MODULE_4__/* .signatureSchemes */ .Bb.label(code);
    try {
        (0,node_tls__WEBPACK_IMPORTED_MODULE_0__.createSecureContext)({ sigalgs: name });
        return name;
    }
    catch {
        return null;
    }
}


/***/ })

};
;