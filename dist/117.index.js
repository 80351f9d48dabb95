export const id = 117;
export const ids = [117];
export const modules = {

/***/ 3498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderJson: () => (/* binding */ renderJson)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4432);

/** The report as JSON text with a final line feed. Parsing it gives the report back, character by character. */
function renderJson(report) {
    return `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeJson */ .GO)(JSON.stringify(report, null, 2))}\n`;
}


/***/ })

};
