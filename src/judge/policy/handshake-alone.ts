/** What is judged without a survey: the handshake, and the certificates it showed. In the place of a policy. */
export const handshakeAlone = { id: 'handshake', version: '1' } as const
