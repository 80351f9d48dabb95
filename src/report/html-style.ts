// The style of the HTML report: light and dark after the reader's system, and for paper. No fonts, images or anything else from elsewhere.

export const style = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1f2328, #e6edf3);
  --quiet: light-dark(#59636e, #9198a1);
  --page: light-dark(#ffffff, #0d1117);
  --panel: light-dark(#f6f8fa, #151b23);
  --line: light-dark(#d1d9e0, #3d444d);
  --pass: light-dark(#116329, #3fb950);
  --fail: light-dark(#a40e26, #ff7b72);
  --inconclusive: light-dark(#7d4e00, #d29922);
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1.15rem; margin: 0; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; overflow-wrap: anywhere; }
p, ul { margin: .35rem 0; }
ul { padding-left: 1.25rem; }
a { color: inherit; }
code, pre, .ladder td { font-family: ui-monospace, monospace; font-size: .85em; overflow-wrap: anywhere; }
pre { margin: .35rem 0; padding: .6rem .8rem; background: var(--panel); border: 1px solid var(--line); border-radius: 6px; white-space: pre-wrap; }
header, section { border: 1px solid var(--line); border-left: .4rem solid var(--quiet); border-radius: 6px; padding: 1rem 1.25rem; margin-bottom: 1rem; }
header.pass, section.pass { border-left-color: var(--pass); }
header.fail, section.fail { border-left-color: var(--fail); }
header.inconclusive, section.inconclusive { border-left-color: var(--inconclusive); }
.quiet { color: var(--quiet); }
b.pass, td.pass, .done td:first-child { color: var(--pass); }
b.fail, td.fail, .failed td { color: var(--fail); font-weight: 600; }
b.inconclusive, td.inconclusive, b.warning { color: var(--inconclusive); }
.not-reached td { color: var(--quiet); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: .5rem 0; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { color: var(--quiet); font-weight: 600; }
.overview { width: 100%; margin-bottom: 1.5rem; }
.ladder td { border-bottom: 0; padding: .05rem .9rem .05rem 0; }
.ladder td:not(:last-child) { white-space: nowrap; }
.ladder td:nth-child(4), .ladder td:nth-child(5) { text-align: right; }
details { margin-top: .75rem; }
summary { cursor: pointer; font-weight: 600; }
@media print {
  body { max-width: none; padding: 0; font-size: 11px; }
  section, header { break-inside: avoid-page; }
  pre { break-inside: avoid; }
}
`
