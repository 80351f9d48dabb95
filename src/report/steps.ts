// A step of the handshake in words, the same in every form of a report.
import type { Handshake } from '../gate.ts'
import type { Step } from '../trace/step.ts'

/** 'client_hello' → 'Client Hello'. Any other text than a name of lower-case words is given back as it is, unescaped. */
export function titleOf(name: string): string {
  if (!/^[a-z]+(_[a-z]+)*$/.test(name)) return name
  if (name === 'starttls') return 'STARTTLS'
  return name.replace(/(^|_)([a-z])/g, (_, gap: string, letter: string) => (gap && ' ') + letter.toUpperCase())
}

export const marks = { done: '✓', failed: '✗', 'not-reached': '·' } as const satisfies Record<Step['status'], string>

export const timeOf = (step: Step): string => (step.atMs === null ? '' : `${step.atMs.toFixed(1)} ms`)

export const sizeOf = (step: Step): string => (step.bytes === 0 ? '' : `${step.bytes} B`)

/** Said after a refused certificate, since the steps that follow would otherwise read as if the certificate had been accepted. */
export const wentOn = 'a verifying client stops here; the probe went on'

/** Whether `wentOn` is to be said after the step at this index. */
export function wentOnAfter({ failure, steps }: Handshake, index: number): boolean {
  return (
    failure?.category === 'certificate' && steps[index]?.status === 'failed' && steps.slice(index + 1).some(step => step.status === 'done')
  )
}
