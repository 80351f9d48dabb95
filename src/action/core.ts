// What the Action uses of @actions/core, name by name: the bundle leaves out the rest, which has an HTTP client in it (scripts/build.ts).
export { debug, endGroup, error, info, isDebug, notice, setFailed, setOutput, setSecret, startGroup, summary, warning } from '@actions/core'
