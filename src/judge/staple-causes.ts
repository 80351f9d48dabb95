// What can be wrong with the OCSP response that a server staples to its certificate. The words for causes, as in causes.ts.
import type { CauseRow } from './causes.ts'
import type { CheckRow } from './check-ids.ts'

/** Causes of what came with the certificate, or did not. */
export const stapleCauses = {
  'staple-missing': {
    category: 'configuration',
    title: 'Stapled response missing',
    meaning:
      'The certificate says that it is to be accepted only with an OCSP response stapled to it, and the server staples none. Firefox refuses it then; most other clients take it.',
    fix: {
      do: 'Let the server staple, or issue a certificate without the TLS feature status_request (certbot without --must-staple)',
      nginx: 'ssl_stapling on; (with ssl_trusted_certificate and a resolver; ssl_stapling_file gives the response to the first client too)',
      apache: 'SSLUseStapling on (and, outside of all virtual hosts, SSLStaplingCache shmcb:/run/ocsp(128000))',
      haproxy:
        'bind :443 ssl crt /etc/haproxy/site.pem (with the response in site.pem.ocsp; 2.8 and later fetch it themselves: ocsp-update on)',
      node: "server.on('OCSPRequest', (certificate, issuer, callback) => callback(null, response))",
    },
    refs: ['RFC 7633 §4.2.2', 'RFC 6066 §8'],
  },
  'staple-stale': {
    category: 'configuration',
    title: 'Stapled response out of date',
    meaning:
      'The time for which the stapled OCSP response holds is over, so that it proves nothing any more. The server has not fetched a newer one: it cannot reach the responder, or its response comes from a file that nobody renews.',
    fix: {
      do: 'Let the server reach the responder that the certificate names, or renew the file it staples from; then reload it',
      nginx: 'resolver 127.0.0.53; (without one nginx finds no responder; error.log says why it could not fetch a response)',
      apache: 'SSLStaplingReturnResponderErrors off (with it Apache staples no old response; error.log says why none was fetched)',
      haproxy: 'systemctl reload haproxy (with the new response in site.pem.ocsp; 2.8 and later fetch it themselves: ocsp-update on)',
    },
    refs: ['RFC 6960 §4.2.2.1', 'RFC 6066 §8'],
  },
  'staple-invalid': {
    category: 'configuration',
    title: 'Stapled response of no use',
    meaning:
      'What is stapled to the certificate is no answer about it from its issuer: it is about another certificate, signed by somebody else, an error of the responder, or not to be read. Clients that look at it refuse it.',
    fix: {
      do: 'Let the server fetch the response anew, from the responder of the issuer: openssl ocsp -issuer issuer.pem -cert server.pem -url URL shows what it says',
      nginx: 'ssl_trusted_certificate /etc/nginx/chain.pem; (the issuer has to be in it; and no old file in ssl_stapling_file)',
      apache: 'SSLCertificateFile /etc/apache2/fullchain.pem (with the issuer after the certificate: mod_ssl asks in its name)',
      haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (with the issuer in it; remove a site.pem.ocsp of an older certificate)',
    },
    refs: ['RFC 6960 §3.2', 'RFC 6066 §8'],
  },
} as const satisfies Readonly<Record<string, CauseRow>>

/** The check that says so. */
export const stapleCheckRows = {
  'certificate/staple': {
    title: 'Stapled OCSP response',
    reason:
      'A response stapled to the certificate is the word of its issuer that it is not revoked, and a stale or wrong one is worse than none: clients that look at it refuse the server. Without one nothing is said, unless the certificate asks for it.',
    causes: ['staple-missing', 'staple-stale', 'staple-invalid', 'certificate-revoked'],
    refs: ['RFC 6066 §8', 'RFC 6960 §3.2'],
  },
} as const satisfies Readonly<Record<string, CheckRow>>
