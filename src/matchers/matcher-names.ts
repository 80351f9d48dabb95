// The names of the matchers and nothing of what they do, so that a runner can be given them before any of that is loaded.

export const matcherNames = [
  'toAcceptCipher',
  'toAcceptGroup',
  'toAcceptProtocol',
  'toCompleteHandshake',
  'toCoverHostname',
  'toFailHandshakeWith',
  'toMeetPolicy',
  'toNegotiate',
  'toPresentTrustedChain',
  'toRefuseCipher',
  'toRefuseProtocol',
  'toRequireClientCertificate',
  'toStapleOcsp',
  'toStayValidFor',
] as const

export type MatcherName = (typeof matcherNames)[number]
