// RFC 8701: values that mean nothing, sent to keep the other side tolerant of values it does not know. They are in no registry.

/**
 * Whether a 16-bit number is a GREASE value: 0x0a0a, 0x1a1a, … 0xfafa (RFC 8701 §2). The same sixteen serve for cipher suites,
 * groups, signature schemes, extensions and versions.
 */
export function isGrease(code: number): boolean {
  return (code & 0x0f0f) === 0x0a0a && code >> 8 === (code & 0xff)
}
