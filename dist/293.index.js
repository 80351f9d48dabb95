"use strict";
exports.id = 293;
exports.ids = [293];
exports.modules = {

/***/ 3293:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tellUnchecked: () => (/* binding */ tellUnchecked)
/* harmony export */ });
/* harmony import */ var _judge_policy_handshake_alone_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34);
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6514);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7630);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5444);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9172);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8273);







/** Mistakes of a file that are shown: there may be one a line. */
const shown = 10;
/** Writes the summary, comment, issue and deployment status that the inputs ask for. Never rejects. */
async function tellUnchecked(core, error, { env, signal }) {
    const report = emptyReport();
    const mistakes = (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failureLines */ .w)(error).map(([message, hint]) => `**${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeMarkdown */ .FV)(message)}**\n\n${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeMarkdown */ .FV)(hint)}`);
    const sections = [...mistakes.slice(0, shown), ...(mistakes.length > shown ? [`and ${mistakes.length - shown} more, in the log`] : [])];
    await (0,_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .writeSummary */ .S)(core, report, { file: env.GITHUB_STEP_SUMMARY, sections });
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .githubInputsOf */ ._J)(env);
    if (!(0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .wantsGithub */ .FZ)(inputs, env.GITHUB_EVENT_NAME))
        return;
    if (inputs.token !== null)
        core.setSecret(inputs.token);
    const { tellGithub } = await __webpack_require__.e(/* import() */ 254).then(__webpack_require__.bind(__webpack_require__, 4254));
    await tellGithub(core, report, { inputs, env, signal, sections });
}
const emptyReport = () => ({
    schemaVersion: 1,
    tool: { name: 'tlsgate', version: _version_js__WEBPACK_IMPORTED_MODULE_6__/* .version */ .r, node: process.versions.node, openssl: process.versions.openssl },
    startedAt: new Date().toISOString(),
    durationMs: 0,
    verdict: 'inconclusive',
    failOn: 'error',
    policy: _judge_policy_handshake_alone_js__WEBPACK_IMPORTED_MODULE_0__/* .handshakeAlone */ .x,
    shard: null,
    missingShards: [],
    baseline: null,
    checks: [],
    targets: [],
});


/***/ })

};
;