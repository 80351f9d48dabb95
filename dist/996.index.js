"use strict";
exports.id = 996;
exports.ids = [996];
exports.modules = {

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


/***/ })

};
;