// Alerts: RFC 8446 §6. What a number means is in the registry.
import type { Decoded } from './codec.ts'
import { struct, uint8 } from './presentation.ts'

/** AlertLevel: 1 warning, 2 fatal. In TLS 1.3 the description decides and the level may be ignored (RFC 8446 §6). */
export const alertLevel = { warning: 1, fatal: 2 } as const

/** The fragment of an alert record in the clear. */
export const alert = struct({ level: uint8, description: uint8 })

export type Alert = Decoded<typeof alert>
