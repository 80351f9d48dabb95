// What can be wrong and what to do about it: one row a cause. Which cause applies is decided elsewhere in judge/.
// A product's line is the text to type, then in brackets where it goes or when it applies; server paths are those of Debian and certbot.
import type { StartTls } from '../net/scheme.ts'
import { baselineCauses } from './baseline/baseline-causes.ts'
import { clientCauses } from './client-causes.ts'
import { deployCauses } from './deploy-causes.ts'
import { policyCauses } from './policy/policy-causes.ts'
import { stapleCauses } from './staple-causes.ts'
import { vulnerabilityCauses } from './vulnerability/vulnerabilities.ts'

/** What causes are grouped by. */
export type Category = 'protocol' | 'certificate' | 'cipher' | 'network' | 'configuration'

/** The products a fix may speak of, with the label its line starts with, in the order of the lines. */
export const products = {
  nginx: 'nginx',
  apache: 'Apache',
  haproxy: 'HAProxy',
  postfix: 'Postfix',
  dovecot: 'Dovecot',
  postgresql: 'PostgreSQL',
  node: 'Node',
  curl: 'curl',
  java: 'Java',
} as const
/** As fixes name them. */
export type Product = keyof typeof products

/** The protocols with STARTTLS that a product serves; of the others it is no server. */
const served: { readonly [P in Product]?: readonly StartTls[] } = {
  nginx: ['smtp', 'imap', 'pop3'],
  postfix: ['smtp'],
  dovecot: ['lmtp', 'imap', 'pop3', 'sieve'],
  postgresql: ['postgres'],
}

/** What to do: `do` for everyone, a sentence in the imperative; then what to type in each product that has a directive for it. */
export type Fix = { readonly do: string } & { readonly [P in Product]?: string }

/** The words for one cause. */
export interface CauseRow {
  readonly category: Category
  /** A few words without a full stop: 'Certificate expired'. */
  readonly title: string
  /** What it means and how it comes about, one or two sentences. */
  readonly meaning: string
  readonly fix: Fix
  /** 'RFC 5280 §4.1.2.5'. */
  readonly refs: readonly string[]
}

/** Causes of a failed handshake, by category. Their names are part of the public contract. */
export const handshakeCauses = {
  'protocol-version-mismatch': {
    category: 'protocol',
    title: 'No common protocol version',
    meaning:
      'Client and server have no TLS version in common. As a rule one of them is old (TLS 1.0 or 1.1 only), or a minimum on one side lies above the maximum on the other.',
    fix: {
      do: 'Enable TLS 1.2 and TLS 1.3 on the server; where it cannot be changed, let the client offer a version that the server has',
      nginx: 'ssl_protocols TLSv1.2 TLSv1.3; (in the default server of the port: older nginx takes its value for all names)',
      apache: 'SSLProtocol -all +TLSv1.2 +TLSv1.3 (in the first virtual host of the port too: it answers clients without SNI)',
      haproxy:
        'ssl-default-bind-options ssl-min-ver TLSv1.2 (section global; remove ssl-max-ver and force-tlsv… from it and the bind line)',
      node: "minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' (only to reach a server that ends at TLS 1.0 or 1.1)",
      curl: '--tlsv1.2 (and no --tls-max below 1.2)',
      java: '-Djdk.tls.client.protocols=TLSv1.3,TLSv1.2 (Java 8 before 8u261 has no TLS 1.3)',
    },
    refs: ['RFC 8446 §4.2.1', 'RFC 9325 §3.1.1', 'RFC 8996'],
  },
  'no-common-cipher': {
    category: 'cipher',
    title: 'No common cipher suite',
    meaning:
      'Client and server have no cipher suite in common that also fits the TLS version and the key of the certificate: an ECDSA suite needs an EC key, an RSA suite an RSA key.',
    fix: {
      do: 'Let the server accept the AEAD suites with ECDHE, for the type of key its certificate has',
      nginx: 'ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20; (for RSA and EC keys; TLS 1.3 has its own list: ssl_conf_command Ciphersuites)',
      apache: 'SSLCipherSuite ECDHE+AESGCM:ECDHE+CHACHA20 (for RSA and EC keys; TLS 1.3 has its own list: SSLCipherSuite TLSv1.3 …)',
      haproxy: 'ssl-default-bind-ciphers ECDHE+AESGCM:ECDHE+CHACHA20 (section global; for TLS 1.3: ssl-default-bind-ciphersuites)',
      node: 'ciphers: tls.DEFAULT_CIPHERS (on both sides: a list of your own may leave out what the other one has)',
      curl: '--ciphers DEFAULT (or no --ciphers at all; for TLS 1.3: --tls13-ciphers)',
      java: 'jdk.tls.disabledAlgorithms (in conf/security/java.security: an entry here switches off suites; compare it with the server)',
    },
    refs: ['RFC 8446 §4.1.1', 'RFC 9325 §4.2'],
  },
  'no-common-group': {
    category: 'cipher',
    title: 'No common key exchange group',
    meaning:
      'Client and server have no group (elliptic curve or ML-KEM hybrid) in common, so they cannot agree on a key. As a rule a list on one side was narrowed by hand.',
    fix: {
      do: 'Let the server accept X25519 and secp256r1 (P-256), which nearly every client offers',
      nginx: 'ssl_ecdh_curve auto; (the list of OpenSSL; by hand: X25519:prime256v1:secp384r1)',
      apache: 'SSLOpenSSLConfCmd Groups X25519:P-256:P-384 (or no such line: the list of OpenSSL has them)',
      haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem curves X25519:P-256:P-384',
      node: "ecdhCurve: 'auto' (the default, on both sides)",
      curl: '--curves X25519:P-256:P-384 (or no --curves at all)',
      java: '-Djdk.tls.namedGroups=x25519,secp256r1,secp384r1',
    },
    refs: ['RFC 8446 §4.2.7', 'RFC 8422 §5.1'],
  },
  'no-common-signature-scheme': {
    category: 'cipher',
    title: 'No common signature scheme',
    meaning:
      'The server has no certificate whose key can sign in a way that the client accepts. The key is of a rare type (Ed25519, P-521), too small for RSA-PSS, or a list of schemes was narrowed.',
    fix: {
      do: 'Serve a certificate with an RSA key of 2048 bits or an EC key on P-256, whose signatures every client can verify',
      nginx: 'ssl_certificate /etc/nginx/rsa.pem; (with its ssl_certificate_key, beside the first pair: nginx takes the one that fits)',
      apache: 'SSLCertificateFile /etc/apache2/rsa.pem (with its SSLCertificateKeyFile, beside the first pair)',
      haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (and put site.pem.rsa and site.pem.ecdsa there: HAProxy takes the one that fits)',
      node: "sigalgs: 'ECDSA+SHA256:RSA-PSS+SHA256:RSA+SHA256' (or no sigalgs at all, on both sides)",
      curl: '--sigalgs ECDSA+SHA256:RSA-PSS+SHA256:RSA+SHA256 (curl 8.14 and later; or no --sigalgs at all)',
      java: '-Djdk.tls.client.SignatureSchemes=ecdsa_secp256r1_sha256,rsa_pss_rsae_sha256,rsa_pkcs1_sha256 (or leave it unset)',
    },
    refs: ['RFC 8446 §4.2.3', 'RFC 8446 §4.4.2.2'],
  },
  'weak-dh-parameters': {
    category: 'cipher',
    title: 'Diffie-Hellman prime too short',
    meaning:
      'The finite-field Diffie-Hellman of the server has a prime that is shorter than the client or the policy allows. One of 1024 bits can be broken by a state, and then opens every session that used it.',
    fix: {
      do: 'Take the suites with DHE out of the list of the server, or give it a prime of 3072 bits; where it cannot be changed, let the client leave DHE out',
      nginx: 'ssl_ciphers ECDHE+AESGCM; (and what else the policy has; or ssl_dhparam with the longer prime)',
      apache: 'SSLCipherSuite ECDHE+AESGCM (and what else the policy has; or the longer prime at the end of the SSLCertificateFile)',
      haproxy: 'ssl-default-bind-ciphers ECDHE+AESGCM (section global; and what else the policy has; or tune.ssl.default-dh-param 3072)',
      node: "ciphers: 'ECDHE+AESGCM' (and what else the policy has; or dhparam: 'auto'; in a client: 'DEFAULT:!DHE')",
      curl: "--ciphers 'DEFAULT:!DHE' (the server then takes ECDHE or RSA where it has them)",
      java: '-Djdk.tls.ephemeralDHKeySize=2048 (in a server; Java 8 has 1024 unless told otherwise)',
    },
    refs: ['RFC 9325 §4.5', 'RFC 7919'],
  },
  'certificate-expired': {
    category: 'certificate',
    title: 'Certificate expired',
    meaning:
      'A certificate of the chain is past its end date. Either nobody renewed it, or it was renewed and the running server still presents the old one.',
    fix: {
      do: 'Renew the certificate, then reload the server: it keeps the old file in memory until then',
      nginx: 'nginx -s reload (after every renewal: certbot renew --deploy-hook "nginx -s reload")',
      apache: 'apachectl graceful (after every renewal: certbot renew --deploy-hook "apachectl graceful")',
      haproxy: 'systemctl reload haproxy (after cat fullchain.pem privkey.pem > /etc/haproxy/site.pem)',
      node: 'server.setSecureContext({ key, cert }) (a running Node server takes the renewed files this way)',
    },
    refs: ['RFC 5280 §4.1.2.5'],
  },
  'certificate-not-yet-valid': {
    category: 'certificate',
    title: 'Certificate not yet valid',
    meaning:
      'The start date of a certificate of the chain lies in the future. As a rule the clock of the client, a container or the issuing machine is wrong; otherwise the certificate was put in place too early.',
    fix: {
      do: 'Compare the clocks of client and server with UTC (date -u; timedatectl set-ntp true); if both are right, present the previous certificate until the start date',
    },
    refs: ['RFC 5280 §4.1.2.5'],
  },
  'certificate-self-signed': {
    category: 'certificate',
    title: 'Self-signed certificate',
    meaning:
      'The server presents a certificate that it signed itself, so nobody vouches for it: the placeholder of an installation or an ingress, a default virtual host, or a private server.',
    fix: {
      do: 'Present a certificate from a CA that the clients trust; for a private server, give its certificate to the clients as trusted (tlsgate: the option ca)',
      nginx: 'ssl_certificate /etc/letsencrypt/live/example.com/fullchain.pem; (in the server block with this server_name)',
      apache: 'SSLCertificateFile /etc/letsencrypt/live/example.com/fullchain.pem (in the virtual host with this ServerName)',
      haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (made by cat fullchain.pem privkey.pem > site.pem)',
      node: "ca: readFileSync('server.pem') (or NODE_EXTRA_CA_CERTS=server.pem in the environment)",
      curl: '--cacert server.pem',
      java: 'keytool -importcert -cacerts -alias example -file server.pem',
    },
    refs: ['RFC 5280 §3.2', 'RFC 5280 §6.1'],
  },
  'certificate-untrusted': {
    category: 'certificate',
    title: 'Certificate from an untrusted CA',
    meaning:
      'The chain ends at a CA that the client does not trust: a private or staging CA, a proxy that inspects traffic, or a public CA missing from an outdated list of roots.',
    fix: {
      do: 'Give the root certificate of this CA to the client as trusted (tlsgate: the option ca), or present a certificate from a CA that the clients trust already',
      nginx: 'ssl_certificate /etc/letsencrypt/live/example.com/fullchain.pem; (a public certificate in the place of the private one)',
      apache: 'SSLCertificateFile /etc/letsencrypt/live/example.com/fullchain.pem (a public certificate in the place of the private one)',
      haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (public certificate, intermediates and key in one file)',
      node: 'NODE_EXTRA_CA_CERTS=/path/root.pem (or --use-system-ca when the operating system trusts it; in code the option ca)',
      curl: '--cacert root.pem',
      java: 'keytool -importcert -cacerts -alias example-root -file root.pem (or -Djavax.net.ssl.trustStore=…)',
    },
    refs: ['RFC 5280 §6.1'],
  },
  'certificate-chain-incomplete': {
    category: 'certificate',
    title: 'Intermediate certificate missing',
    meaning:
      'The server does not send the intermediate certificate that leads to a trusted root. Browsers often know or fetch it and hide the fault; Node, curl, Java and most programs fail.',
    fix: {
      do: 'Configure the full chain: the certificate of the server first, then each intermediate, without the root',
      nginx: 'ssl_certificate /etc/letsencrypt/live/example.com/fullchain.pem; (not cert.pem, which has no intermediates)',
      apache: 'SSLCertificateFile /etc/letsencrypt/live/example.com/fullchain.pem (2.4.8 and later; not cert.pem)',
      haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (made by cat fullchain.pem privkey.pem > site.pem)',
      node: "cert: readFileSync('fullchain.pem') (in a server; a client can add the intermediate: NODE_EXTRA_CA_CERTS=intermediate.pem)",
      curl: '--cacert bundle.pem (a stopgap: the root and the missing intermediate in one file)',
      java: '-Dcom.sun.security.enableAIAcaIssuers=true (a stopgap: Java fetches the missing certificate)',
    },
    refs: ['RFC 8446 §4.4.2', 'RFC 5246 §7.4.2'],
  },
  'certificate-host-mismatch': {
    category: 'certificate',
    title: 'Certificate for another host',
    meaning:
      'The certificate does not carry the name that the client asked for. The name was left out when it was issued, a wildcard covers one label only, or another virtual host answered.',
    fix: {
      do: 'Issue the certificate again with this name, or connect by a name it carries; check first which virtual host answers for the name',
      nginx: 'server_name example.com www.example.com; (beside the ssl_certificate for it; else the default server answers)',
      apache: 'ServerAlias www.example.com (in the virtual host with the right certificate; else the first one of the port answers)',
      haproxy: 'bind :443 ssl crt /etc/haproxy/certs/ (a directory: HAProxy picks the certificate by name, else the first file)',
      node: "servername: 'example.com' (when connecting by address, by another name or through a tunnel)",
      curl: '--connect-to example.com:443:192.0.2.10:443 (with the right name in the URL, instead of an address)',
    },
    refs: ['RFC 9525 §6.3', 'RFC 9525 §6.4'],
  },
  'certificate-revoked': {
    category: 'certificate',
    title: 'Certificate revoked',
    meaning:
      'The CA has withdrawn a certificate of the chain before its end date: its key was exposed, it was issued wrongly, or someone replaced it and revoked the old one.',
    fix: {
      do: 'Find the reason with the CA, then issue a certificate on a new key and reload the server',
      nginx: 'ssl_certificate_key /etc/nginx/new.key; (and the ssl_certificate that belongs to it, then nginx -s reload)',
      apache: 'SSLCertificateKeyFile /etc/apache2/new.key (and the SSLCertificateFile that belongs to it, then apachectl graceful)',
      haproxy: 'bind :443 ssl crt /etc/haproxy/new.pem (new certificate, intermediates and new key, then systemctl reload haproxy)',
    },
    refs: ['RFC 5280 §6.3', 'RFC 6960'],
  },
  'certificate-misissued': {
    category: 'certificate',
    title: 'Certificate not issued for this use',
    meaning:
      'A certificate of the chain is used for what it was not issued for: a server certificate without serverAuth, an issuer that is no CA, or a path or name outside the constraints of its CA.',
    fix: {
      do: 'Issue a server certificate with extendedKeyUsage serverAuth from a CA with cA, keyCertSign and constraints that allow this name and path',
    },
    refs: ['RFC 5280 §4.2.1.3', 'RFC 5280 §4.2.1.9', 'RFC 5280 §4.2.1.10', 'RFC 5280 §4.2.1.12'],
  },
  'certificate-weak-key': {
    category: 'certificate',
    title: 'Weak key in a certificate',
    meaning:
      'The key of a certificate of the chain is too small to be safe (RSA below 2048 bits, an EC key below 224), so clients refuse it.',
    fix: {
      do: 'Issue the certificate on a new key, RSA with at least 2048 bits or EC on P-256; for a weak CA, move to another one',
      node: "ciphers: 'DEFAULT@SECLEVEL=1' (a stopgap in the client: level 1 accepts RSA with 1024 bits)",
      curl: '--ciphers DEFAULT@SECLEVEL=1 (a stopgap, where curl is built on OpenSSL)',
    },
    refs: ['RFC 9325 §4.5'],
  },
  'certificate-weak-signature': {
    category: 'certificate',
    title: 'Weak signature in a certificate',
    meaning:
      'A certificate of the chain below the root is signed with MD5 or SHA-1, for which forgeries are practical, so clients refuse it. The signature of the root itself does not matter.',
    fix: {
      do: 'Have the certificate issued again with SHA-256 or better; if it is an intermediate, take the current one of the CA',
      node: "ciphers: 'DEFAULT@SECLEVEL=0' (a stopgap in the client: only level 0 accepts SHA-1)",
      curl: '--ciphers DEFAULT@SECLEVEL=0 (a stopgap, where curl is built on OpenSSL)',
      java: 'jdk.certpath.disabledAlgorithms (in conf/security/java.security: lists what Java refuses)',
    },
    refs: ['RFC 8446 §4.4.2.4', 'RFC 9155'],
  },
  'dns-failure': {
    category: 'network',
    title: 'Host name not found',
    meaning:
      'The name could not be turned into an address: it is misspelt, has no A or AAAA record, is known in another network only, or the resolver gave no answer.',
    fix: {
      do: 'Check the spelling and the DNS record as this machine sees it: getent hosts example.com',
      node: "host: '192.0.2.10', servername: 'example.com' (to test the server before its record exists)",
      curl: '--resolve example.com:443:192.0.2.10 (to test the server before its record exists)',
    },
    refs: ['RFC 1035 §4.1.1'],
  },
  'connection-refused': {
    category: 'network',
    title: 'Connection refused',
    meaning:
      'The address answered that nothing listens on this port: the server is not running, not started yet, bound to another address or port, or a firewall refuses in its place.',
    fix: {
      do: 'Start the server, or wait until it listens; check the port and that it is bound to this address: ss -ltn',
      nginx: 'listen 443 ssl; (with listen [::]:443 ssl; for IPv6)',
      apache: 'Listen 443 https',
      haproxy: 'bind :::443 v4v6 ssl crt /etc/haproxy/site.pem',
      node: "await once(server.listen(0), 'listening') (in a test: connect only after this event, to the port of server.address())",
    },
    refs: ['RFC 9293 §3.5.2'],
  },
  'connection-timeout': {
    category: 'network',
    title: 'No answer to the connection',
    meaning:
      'Nothing answered the TCP connection in time: a firewall or security group drops the packets, the address is wrong, or the machine is down.',
    fix: {
      do: 'Open the port between this client and the server in every firewall and security group on the way, and check the address',
      curl: '--connect-timeout 30 (only where the network is slow)',
    },
    refs: ['RFC 9293 §3.8.3'],
  },
  'host-unreachable': {
    category: 'network',
    title: 'No route to the host',
    meaning:
      'The network reported that it cannot reach the address. Often the name has an IPv6 address and this machine has no IPv6; otherwise a VPN, a route or the host itself is down.',
    fix: {
      do: 'Check the route to the address (ip route get 192.0.2.10); if only IPv6 fails, repair it or connect over IPv4',
      node: 'family: 4',
      curl: '--ipv4',
      java: '-Djava.net.preferIPv4Stack=true',
    },
    refs: ['RFC 1122 §3.2.2.1', 'RFC 4443 §3.1'],
  },
  'connection-reset': {
    category: 'network',
    title: 'Connection reset during the handshake',
    meaning:
      'The TCP connection was torn down in the middle of the handshake: the server waits for a PROXY protocol header, its process crashed, or a filter on the way objects to the name.',
    fix: {
      do: 'Read the error log of the server at this time; if it shows nothing, repeat from another network, to find a filter on the way',
      nginx: 'listen 443 ssl; (without proxy_protocol, unless a load balancer in front of it sends the header)',
      apache: 'RemoteIPProxyProtocol Off (unless a load balancer in front of it sends the header)',
      haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (without accept-proxy, unless a load balancer in front of it sends the header)',
    },
    refs: ['RFC 9293 §3.5.3', 'RFC 8446 §6'],
  },
  'connection-closed': {
    category: 'network',
    title: 'Connection closed during the handshake',
    meaning:
      'The other side closed the connection in the middle of the handshake without a TLS alert: a load balancer without a backend or a certificate, an allow list, or a port that speaks another protocol.',
    fix: {
      do: 'Read the error log of the server at this time; look for a load balancer without a healthy backend and for a list of allowed addresses',
      nginx: 'error_log /var/log/nginx/error.log info; (at level info it says why a handshake ended)',
      apache: 'LogLevel ssl:info (it says why a handshake ended)',
      haproxy: 'error-log-format "%ci:%cp %[ssl_fc_err_str]" (2.5 and later; it says why a handshake ended)',
      node: "server.on('tlsClientError', error => console.error(error)) (it says why a handshake ended)",
    },
    refs: ['RFC 8446 §6.1'],
  },
  'handshake-timeout': {
    category: 'network',
    title: 'No answer to the handshake',
    meaning:
      'The TCP connection stands, but the handshake did not go on in time: the port waits for a plain-text protocol, the server is overloaded, or a device drops a ClientHello that takes two packets.',
    fix: {
      do: 'Check that the port speaks as its scheme says (https:// TLS at once, smtp:// plain text first), then the load of the server and devices on the way',
      nginx: 'listen 443 ssl; (in the server block of this port: without ssl it waits for plain HTTP)',
      apache: 'SSLEngine on (in the virtual host of this port)',
      haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (with the word ssl)',
      node: "ecdhCurve: 'X25519:P-256' (without ML-KEM the ClientHello fits in one packet: if this works, a device drops large ones)",
      curl: '--curves X25519:P-256 (for the same trial)',
    },
    refs: ['RFC 8446 §4.1.2', 'RFC 8446 §5.1'],
  },
  'proxy-refused': {
    category: 'network',
    title: 'Refused by the proxy',
    meaning:
      'The proxy did not open a tunnel to the server: it is not there, wants credentials, does not allow this host or port, or cannot reach the server itself.',
    fix: {
      do: 'Check the address and credentials of the proxy and its list of allowed hosts and ports, or leave it out for this host',
      apache: 'AllowCONNECT 443 8443 (where Apache is the proxy)',
      node: 'NO_PROXY=example.com (in the environment, to leave the proxy out)',
      curl: '--proxy http://name:password@proxy.example:3128 (or --noproxy example.com)',
      java: '-Dhttps.proxyHost=proxy.example -Dhttps.proxyPort=3128 (or -Dhttp.nonProxyHosts=example.com)',
    },
    refs: ['RFC 9110 §9.3.6'],
  },
  'starttls-refused': {
    category: 'network',
    title: 'STARTTLS refused',
    meaning:
      'The server answered in plain text and would not change to TLS: STARTTLS is switched off, it has no certificate, or the port is meant for TLS from the first byte.',
    fix: {
      do: 'Turn STARTTLS on in the server, or use the port that speaks TLS from the first byte (smtps 465, imaps 993, pop3s 995, ldaps 636)',
      nginx: 'starttls on; (in the mail module)',
      postfix: 'smtpd_tls_security_level = may (with smtpd_tls_chain_files = /etc/postfix/key-and-chain.pem)',
      dovecot: 'ssl = yes (with the certificate and the key of the server)',
      postgresql: 'ssl = on (with ssl_cert_file and ssl_key_file)',
    },
    refs: ['RFC 3207 §4', 'RFC 9051 §6.2.1', 'RFC 8314 §3'],
  },
  'starttls-unavailable': {
    category: 'network',
    title: 'STARTTLS not available for now',
    meaning:
      'The server answered in plain text that it cannot go on at the moment: it is overloaded, about to stop, or out of something it needs. Its protocol calls that temporary, so it proves nothing of its TLS.',
    fix: {
      do: 'Ask again later (tlsgate: retries, wait); if the answer stays, read the log of the server: some give it when they cannot read their certificate or key',
      postfix: 'postfix check (then look for "cannot load" in /var/log/mail.log: without its certificate it says 454 4.7.0)',
    },
    refs: ['RFC 3207 §4', 'RFC 4511 §4.14.1', 'RFC 5321 §4.2.1', 'RFC 5804 §1.3', 'RFC 9051 §7.1'],
  },
  'not-tls': {
    category: 'network',
    title: 'Not a TLS server',
    meaning:
      'The server answered with something that is not TLS: plain HTTP, an SSH or mail greeting, or an error page of a device on the way.',
    fix: {
      do: 'Connect to the port that speaks TLS or turn TLS on for this one; a protocol that starts in plain text needs its scheme (smtp://, imap://, postgres://)',
      nginx: 'listen 443 ssl; (with the word ssl)',
      apache: 'SSLEngine on (in the virtual host of this port)',
      haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (with the word ssl)',
      node: 'https.createServer({ key, cert }) (instead of http.createServer)',
      curl: 'http:// (in the URL, if the port is meant to be plain)',
    },
    refs: ['RFC 8446 §5.1'],
  },
  'client-certificate-required': {
    category: 'configuration',
    title: 'Client certificate required',
    meaning:
      'The server asked the client for a certificate, got none and ended the handshake. It is meant for clients that authenticate themselves (mutual TLS).',
    fix: {
      do: 'Let the client send a certificate from a CA the server accepts (tlsgate: the options cert and key), or make it optional in the server',
      nginx: 'ssl_verify_client optional; (and test $ssl_client_verify where the certificate matters)',
      apache: 'SSLVerifyClient optional (and Require ssl-verify-client where the certificate matters)',
      haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem verify optional ca-file /etc/haproxy/client-ca.pem',
      node: "key: readFileSync('client.key'), cert: readFileSync('client.pem')",
      curl: '--cert client.pem --key client.key',
      java: '-Djavax.net.ssl.keyStore=client.p12 -Djavax.net.ssl.keyStorePassword=…',
    },
    refs: ['RFC 8446 §4.3.2', 'RFC 8446 §4.4.2.4', 'RFC 8446 §6.2'],
  },
  'client-certificate-rejected': {
    category: 'configuration',
    title: 'Client certificate rejected',
    meaning:
      'The server did not accept the certificate of the client: it is expired, not for clientAuth, revoked, from a CA the server does not trust, or sent without its intermediates.',
    fix: {
      do: 'Send a client certificate that is valid today, allows clientAuth and comes, intermediates included, from a CA the server trusts',
      nginx: 'ssl_client_certificate /etc/nginx/client-ca.pem; (and ssl_verify_depth 2 for a CA with two intermediates; the default is 1)',
      apache: 'SSLCACertificateFile /etc/apache2/client-ca.pem (and SSLVerifyDepth 2 for a CA with an intermediate; the default is 1)',
      haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem verify required ca-file /etc/haproxy/client-ca.pem',
      node: "key: readFileSync('client.key'), cert: readFileSync('client-fullchain.pem')",
      curl: '--cert client-fullchain.pem --key client.key',
      java: '-Djavax.net.ssl.keyStore=client.p12 (with the whole chain in it: keytool -list -v -keystore client.p12)',
    },
    refs: ['RFC 8446 §4.4.2.4', 'RFC 8446 §6.2'],
  },
  'unrecognized-name': {
    category: 'configuration',
    title: 'Server does not know the name',
    meaning:
      'The server refused the name in the SNI extension: no virtual host or certificate is configured for it, or the client sent no name or a wrong one.',
    fix: {
      do: 'Configure a virtual host and a certificate for this name, or send a name the server knows',
      nginx: 'server_name example.com; (in a server block with its certificate; the refusal comes from ssl_reject_handshake on)',
      apache: 'ServerName example.com (in a virtual host with its certificate)',
      haproxy: 'bind :443 ssl crt /etc/haproxy/certs/ (with a file for this name in it; the refusal comes from strict-sni)',
      node: "servername: 'example.com'",
      curl: '--connect-to example.com:443:192.0.2.10:443 (curl sends the name in the URL as SNI)',
      java: '-Djsse.enableSNIExtension=true (the default; someone may have switched it off)',
    },
    refs: ['RFC 6066 §3'],
  },
  'alpn-mismatch': {
    category: 'configuration',
    title: 'No common application protocol',
    meaning:
      'Client and server have no application protocol (ALPN) in common: the client asked for h2 only, say, and the server has HTTP/1.1 only.',
    fix: {
      do: 'Let the server offer what its clients ask for, on the web both h2 and http/1.1',
      nginx: 'http2 on; (1.25.1 and later; before: listen 443 ssl http2;)',
      apache: 'Protocols h2 http/1.1 (with mod_http2)',
      haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem alpn h2,http/1.1',
      node: "ALPNProtocols: ['h2', 'http/1.1'] (on either side)",
      curl: '--http1.1 (or --no-alpn)',
    },
    refs: ['RFC 7301 §3.2'],
  },
  'server-internal-error': {
    category: 'configuration',
    title: 'Internal error of the server',
    meaning:
      'The server reported that it failed for a reason of its own. As a rule it has no certificate for the name, cannot read a key file, or a backend it asks for certificates is down.',
    fix: {
      do: 'Read the error log of the server at this time; check that it has a certificate for this name and may read its key',
      nginx:
        'error_log /var/log/nginx/error.log info; (then nginx -t; a path with variables in ssl_certificate fails only at the handshake)',
      apache: 'LogLevel ssl:info (then apachectl configtest)',
      haproxy: 'error-log-format "%ci:%cp %[ssl_fc_err_str]" (2.5 and later)',
      node: "server.on('tlsClientError', error => console.error(error)) (an SNICallback that throws or fails ends here)",
    },
    refs: ['RFC 8446 §6.2'],
  },
  'malformed-message': {
    category: 'configuration',
    title: 'Malformed handshake message',
    meaning:
      'One side sent bytes that the TLS standard does not allow, and the other ended the handshake. A device on the way changes the traffic, or a TLS library is faulty.',
    fix: {
      do: 'Connect directly, without the proxy or inspecting device on the way; if it still fails, update the TLS library of the side that sent the message',
      node: "maxVersion: 'TLSv1.2' (a trial: if this works, something on the way cannot bear TLS 1.3)",
      curl: '--tls-max 1.2 (for the same trial)',
      java: '-Djdk.tls.client.protocols=TLSv1.2 (for the same trial)',
    },
    refs: ['RFC 8446 §6.2'],
  },
  'unexpected-alert': {
    category: 'configuration',
    title: 'Handshake ended by an alert',
    meaning:
      'One side ended the handshake with an alert that does not tell the reason, and further questions to the server did not find it.',
    fix: {
      do: 'Read the error log of the server at this time: it has the reason that the alert leaves out',
      nginx: 'error_log /var/log/nginx/error.log info; (at level info it says why a handshake ended)',
      apache: 'LogLevel ssl:info (it says why a handshake ended)',
      haproxy: 'error-log-format "%ci:%cp %[ssl_fc_err_str]" (2.5 and later; it says why a handshake ended)',
      node: "server.on('tlsClientError', error => console.error(error)) (it says why a handshake ended)",
    },
    refs: ['RFC 8446 §6'],
  },
} satisfies Readonly<Record<string, CauseRow>>

/** Causes of a failed check with which a handshake can still complete. */
export const checkCauses = {
  'certificate-expires-soon': {
    category: 'certificate',
    title: 'Certificate expires soon',
    meaning:
      'Most of the lifetime of the certificate has passed and no newer one is presented: the automatic renewal did not run, failed, or the server was not reloaded.',
    fix: {
      do: 'Find out why the renewal failed (certbot renew --dry-run), renew the certificate and reload the server',
      nginx: 'nginx -s reload (after every renewal: certbot renew --deploy-hook "nginx -s reload")',
      apache: 'apachectl graceful (after every renewal: certbot renew --deploy-hook "apachectl graceful")',
      haproxy: 'systemctl reload haproxy (after cat fullchain.pem privkey.pem > /etc/haproxy/site.pem)',
    },
    refs: ['RFC 5280 §4.1.2.5', 'RFC 9773'],
  },
  'certificate-chain-misordered': {
    category: 'certificate',
    title: 'Certificate chain out of order',
    meaning:
      'The certificates are not sent in the order of the chain, each followed by its issuer. Many clients sort them; strict ones fail.',
    fix: {
      do: 'Put the certificate of the server first and after each one its issuer: cat server.pem intermediate.pem > fullchain.pem',
      nginx: 'ssl_certificate /etc/nginx/fullchain.pem; (with the file in that order)',
      apache: 'SSLCertificateFile /etc/apache2/fullchain.pem (with the file in that order)',
      haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (with the file in that order, the key last)',
      node: "cert: readFileSync('fullchain.pem') (with the file in that order)",
    },
    refs: ['RFC 5246 §7.4.2', 'RFC 8446 §4.4.2'],
  },
  'certificate-chain-extraneous': {
    category: 'certificate',
    title: 'Superfluous certificates in the chain',
    meaning:
      'The server sends certificates that no client needs: the root, a copy, or certificates of another chain. Each costs bytes in every handshake and may lead a client astray.',
    fix: {
      do: 'Remove from the chain file the root, copies and everything that did not issue the certificate before it',
      nginx: 'ssl_certificate /etc/nginx/fullchain.pem; (the certificate of the server and its intermediates, nothing else)',
      apache: 'SSLCertificateFile /etc/apache2/fullchain.pem (and no SSLCertificateChainFile that sends them a second time)',
      haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem (the certificate of the server, its intermediates and the key, nothing else)',
      node: "cert: readFileSync('fullchain.pem') (the certificate of the server and its intermediates, nothing else)",
    },
    refs: ['RFC 8446 §4.4.2'],
  },
  'certificate-no-san': {
    category: 'certificate',
    title: 'Certificate without alternative names',
    meaning:
      'The certificate names its host in the common name only. Clients read the subject alternative names and nothing else, so it is valid for no host.',
    fix: {
      do: 'Issue the certificate again with the host in subjectAltName: openssl req -new -key server.key -addext subjectAltName=DNS:example.com',
    },
    refs: ['RFC 9525 §4.1'],
  },
  ...stapleCauses,
  ...policyCauses,
  ...vulnerabilityCauses,
  ...clientCauses,
  ...baselineCauses,
  ...deployCauses,
} satisfies Readonly<Record<string, CauseRow>>

/** What a handshake can fail for. */
export type HandshakeCause = keyof typeof handshakeCauses
/** What any check can fail for. */
export type Cause = HandshakeCause | keyof typeof checkCauses

/** Every cause, in the order of the contract. */
export const causes: Readonly<Record<Cause, CauseRow>> = { ...handshakeCauses, ...checkCauses }

/** What to do about a cause, see fixText(). */
export const fixOf = (cause: Cause, protocol?: StartTls): string => fixText(causes[cause].fix, protocol)

/**
 * What to do: a line for everyone, then a line a product, as in 'nginx: ssl_protocols TLSv1.2 TLSv1.3;'.
 * @param protocol to leave out the products that do not serve it
 */
export function fixText(fix: Fix, protocol?: StartTls): string {
  const lines = Object.entries(products).flatMap(([key, label]) => {
    const product = key as Product
    const line = fix[product]
    return line === undefined || (protocol && !served[product]?.includes(protocol)) ? [] : [`${label}: ${line}`]
  })
  return [fix.do, ...lines].join('\n')
}

/** The fix of what could not be found out. */
export const askAgain = 'Ask again with more time (timeout), a larger budget, or one question at a time (connections 1)'

/** What a cause is called in words; null for one that a report has and this version does not. */
export function titleOfCause(cause: string): string | null {
  const known: Readonly<Record<string, CauseRow>> = causes
  return (Object.hasOwn(known, cause) && known[cause]?.title) || null
}
