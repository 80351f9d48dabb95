/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 4447:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ failureCommand),
/* harmony export */   w: () => (/* binding */ failureLines)
/* harmony export */ });
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6514);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4994);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7630);
// What is printed when there is no verdict: what is wrong and what to do, as errors of the step. In the words of the command line.



/** GitHub shows ten errors of a step. */
const most = 10;
/** Workflow commands, written by hand: nothing of what they need may be what just failed. */
function failureCommand(error) {
    if (!(error instanceof _usage_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e))
        return command(bugLines(error));
    const mistakes = [error, ...error.others];
    // Those without a place belong together: they are of one call.
    const placed = mistakes.filter(({ location }) => location !== null);
    const others = mistakes.filter(({ location }) => location === null);
    const shown = placed.slice(0, placed.length + Math.sign(others.length) > most ? most - 1 : most);
    const rest = [...placed.slice(shown.length), ...others].flatMap(({ message, hint }) => [message, hint]);
    return [...shown.map(each => command([each.message, each.hint], each)), ...(rest.length > 0 ? [command(rest)] : [])].join('');
}
/** What is wrong and what to do, for each mistake there is. */
function failureLines(error) {
    if (error instanceof _usage_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e)
        return [error, ...error.others].map(({ message, hint }) => [message, hint]);
    const [message = '', hint = ''] = bugLines(error);
    return [[message, hint]];
}
function command(lines, { location } = { location: null }) {
    const place = location === null ? '' : `file=${escapeProperty(location.file)},line=${location.line},col=${location.column},`;
    return `::error ${place}title=tlsgate::${lines.map(escapeData).join('%0A')}\n`;
}
function bugLines(error) {
    const [message = '', ...stack] = (error instanceof Error ? (error.stack ?? String(error)) : String(error)).split('\n');
    return [message, `this is a bug in tlsgate ${_version_js__WEBPACK_IMPORTED_MODULE_1__/* .version */ .r} on Node ${process.versions.node}: report all of this`, ...stack];
}
// Line ends would end the command, and '%' begins its escapes (@actions/core, command.ts).
const escapeData = (line) => (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .inert */ .tJ)(line).replaceAll('%', '%25');
// A property ends at a comma, and all of them at a colon.
const escapeProperty = (text) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');


/***/ }),

/***/ 6514:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   Fw: () => (/* binding */ escapeMermaid),
/* harmony export */   GO: () => (/* binding */ escapeJson),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   tJ: () => (/* binding */ inert)
/* harmony export */ });
// The one place where foreign text is made inert for where it is printed. No layout here: see text.ts and markdown.ts.
/**
 * What may not reach a reader as it is: control characters (ANSI and OSC sequences start with one), format characters such as bidi overrides
 * (UTS #55), private use, unassigned, lone surrogates, line and paragraph separators, and all that Unicode wants drawn as nothing.
 */
const invisible = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** Old workflow commands of GitHub, Azure and TeamCity are obeyed anywhere in a line: '##[error]'. */
const hashCommand = /##(?=\w*\[)/g;
/**
 * Workflow commands are obeyed at the start of a line, spaces before them are skipped: '::error::'. Every start of a word counts, since a
 * renderer may wrap there. A letter beyond f is asked for, so that IPv6 addresses ('::ffff:10.0.0.1') stay readable.
 */
const colonCommand = /(?<!\S)::(?=[a-f\d-]*[g-z])/gi;
/** All but printable Latin-1 ('RFC 5280 §6.1'), and what begins commands: whatever the three above match has some of it. */
const strange = /[^\x20-\x7e\xa1-\xac\xae-\xff]|##|::/;
/**
 * Text for a terminal or a log, also for the log of a workflow: one line, nothing in it is obeyed by either.
 * @param max how many UTF-16 units of the text to show; what is left out is counted in a visible mark
 */
function inert(text, max = 1000) {
    const shown = cap(text, max);
    // Nearly always there is nothing to replace, which one look tells faster than three.
    if (!strange.test(shown))
        return shown;
    return shown.replace(invisible, visible).replace(hashCommand, '#\\x23').replace(colonCommand, '\\x3a:');
}
/** Text as inline Markdown of GitHub's kind, in a paragraph or a table cell: no markup, HTML, mathematics, link, mention, reference or emoji comes of it. */
function escapeMarkdown(text, max) {
    // A fingerprint is copied from the page, and would take what keeps it from being an emoji with it.
    return inert(text, max)
        .trim()
        .split(/((?<![\w:])(?:[\dA-F]{2}:){7,}[\dA-F]{2}(?![\w:]))/)
        .map((part, index) => (index % 2 === 0 ? escapeSentence(part) : codeSpan(part)))
        .join('');
}
function escapeSentence(text) {
    return (text
        .replace(/[\\`*_{}[\]#!~]/g, '\\$&')
        .replace(/^[-+=]|(?<=^\d+)[.)](?!\S)/, '\\$&')
        .replace(/[&<>|$]/g, entity)
        // GitHub looks for these in the rendered text, where no escape is left; a space without width is the usual remedy.
        .replace(/@|\\#(?=\d)|\bGH-(?=\d)|:(?=\/\/)|:(?!\d\d:)(?=[\w+\\-]+:)|\bwww(?=\.)/gi, '$&&#8203;'));
}
/** Text as a code span of Markdown, also in a table: for names, addresses and all else that is no sentence. Empty text gives no span. */
function codeSpan(text, max) {
    // A pipe would end the cell of a table, and the rules for escaping it there depend on what precedes it (GFM §4.10).
    const content = inert(text, max).replaceAll('|', '\\x7c');
    if (content.trim() === '')
        return '';
    const fence = '`'.repeat(longestRun(content) + 1);
    const space = /^`|`$/.test(content) ? ' ' : '';
    return `${fence}${space}${content}${space}${fence}`;
}
/** Lines as a fenced code block of Markdown: for what is copied from the page. */
function codeBlock(lines, language) {
    const content = lines.map(line => inert(line));
    const fence = '`'.repeat(Math.max(3, longestRun(content.join('\n')) + 1));
    return [`${fence}${language}`, ...content, fence].join('\n');
}
/**
 * Text for HTML and XML, between tags or in a quoted attribute. What XML 1.0 has no character for (§2.2) is spelled, so that any text gives a
 * document.
 */
function escapeHtml(text, max) {
    return inert(text, max).replace(/[&<>"']/g, entity);
}
/** Text for a label or a note of a Mermaid diagram: all but plain letters becomes one of Mermaid's entity codes ('#35;'). */
function escapeMermaid(text, max) {
    return inert(text, max).replace(/[^A-Za-z0-9 .,_/()+-]/gu, character => `#${character.codePointAt(0)};`);
}
/** JSON with its meaning unchanged and its strings inert in a terminal and in a workflow's log. */
function escapeJson(json) {
    const withoutCommands = json.replace(/##(?=\w*\[)/g, '#\\u0023');
    // Nearly always it is printable Latin-1 ('RFC 5280 §6.1'), which is told much faster than the lack of all the others.
    if (!/[^\n\x20-\x7e\xa1-\xac\xae-\xff]/.test(withoutCommands))
        return withoutCommands;
    // A raw line feed stands between tokens only; not to match one is what keeps a report of ten megabytes from being taken apart.
    const invisibleInJson = new RegExp(`(?!\\n)${invisible.source}`, 'gu');
    return withoutCommands.replace(invisibleInJson, character => character.split('').map(unicodeEscape).join(''));
}
const unicodeEscape = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
function cap(text, max) {
    if (text.length <= max)
        return text;
    const kept = text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '');
    return `${kept}… (${text.length - kept.length} more)`;
}
function visible(character) {
    const code = character.codePointAt(0) ?? 0;
    const digits = code.toString(16);
    if (code <= 0xff)
        return `\\x${digits.padStart(2, '0')}`;
    return code <= 0xffff ? unicodeEscape(character) : `\\u{${digits}}`;
}
const entity = (character) => `&#${character.charCodeAt(0)};`;
const longestRun = (text) => Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length));


/***/ }),

/***/ 4994:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ UsageError)
/* harmony export */ });
/* unused harmony export wrongCall */
/** What is wrong with what the user gave; the message and the hint are one line each, to be shown as they are. */
class UsageError extends Error {
    name = 'UsageError';
    /** The message without its place. */
    what;
    /** One line: what to do. */
    hint;
    /** What else is wrong with the same call: a file has more than one place to be wrong in. */
    others;
    /** Where it is wrong, when that is in a file; the message begins with it. */
    location;
    constructor(message, hint, { others = [], location, ...options } = {}) {
        super(location === undefined ? message : `${location.file}:${location.line}:${location.column}: ${message}`, options);
        this.what = message;
        this.hint = hint;
        this.others = others;
        this.location = location ?? null;
    }
}
/** A wrong call of a test: its runner prints no more than the message, so that what to do stands in it below what is wrong. */
const wrongCall = (what, todo) => new TypeError(`${what}\n${todo}`);


/***/ }),

/***/ 7630:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
// The version of this package, as its reports state it. A test holds it equal to package.json.
const version = '0.1.0';


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = require("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = require("buffer");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = require("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = require("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = require("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = require("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = require("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = require("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = require("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = require("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = require("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = require("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = require("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = require("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = require("node:dns");

/***/ }),

/***/ 1553:
/***/ ((module) => {

module.exports = require("node:dns/promises");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = require("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = require("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = require("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = require("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = require("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = require("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 5881:
/***/ ((module) => {

module.exports = require("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = require("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = require("node:stream");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = require("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = require("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = require("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = require("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = require("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = require("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = require("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = require("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = require("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = require("process");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = require("string_decoder");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = require("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = require("util");

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};

// EXTERNAL MODULE: ./build/commonjs/esm/version.js
var version = __nccwpck_require__(7630);
;// CONCATENATED MODULE: ./build/commonjs/esm/action/cancellation.js
// A cancelled job: SIGINT, seconds later SIGTERM, then the end. The step stops at the first, and what is known is reported.
/** Aborted at the first signal, from now on. */
function cancellation() {
    const controller = new AbortController();
    const onSignal = (name) => controller.abort(new Error(`interrupted by ${name}`));
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
    return controller.signal;
}

// EXTERNAL MODULE: ./build/commonjs/esm/action/failure.js
var failure = __nccwpck_require__(4447);
;// CONCATENATED MODULE: ./build/commonjs/esm/action/main.js
// The entry of the Action: says at once that it runs, and loads everything else behind that line.



const signal = cancellation();
process.stdout.write(`tlsgate ${version/* version */.r} on Node ${process.versions.node}\n`);
// Until there is a verdict: whatever ends the run early must not look green.
process.exitCode = 1;
function giveUp(error) {
    process.stdout.write((0,failure/* failureCommand */.E)(error), () => process.exit(1));
}
process.on('uncaughtException', giveUp);
__nccwpck_require__.e(/* import() */ 144).then(__nccwpck_require__.bind(__nccwpck_require__, 9144))
    .then(({ run }) => run({ env: process.env, signal }))
    .then(passed => {
    process.exitCode = passed ? 0 : 1;
}, giveUp);

module.exports = __webpack_exports__;
/******/ })()
;