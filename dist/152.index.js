export const id = 152;
export const ids = [152];
export const modules = {

/***/ 5715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ fixOf),
/* harmony export */   SZ: () => (/* binding */ handshakeCauses),
/* harmony export */   ZE: () => (/* binding */ products),
/* harmony export */   et: () => (/* binding */ askAgain),
/* harmony export */   ps: () => (/* binding */ causes)
/* harmony export */ });
/* unused harmony export checkCauses */
/* harmony import */ var _client_causes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3625);
/* harmony import */ var _deploy_causes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6821);
/* harmony import */ var _policy_policy_causes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3567);
/* harmony import */ var _vulnerability_vulnerabilities_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7784);
// What can be wrong and what to do about it: one row a cause. Which cause applies is decided elsewhere in judge/.
// A product's line is the text to type, then in brackets where it goes or when it applies; server paths are those of Debian and certbot.




/** The products a fix may speak of, with the label its line starts with, in the order of the lines. */
const products = {
    nginx: 'nginx',
    apache: 'Apache',
    haproxy: 'HAProxy',
    postfix: 'Postfix',
    dovecot: 'Dovecot',
    postgresql: 'PostgreSQL',
    node: 'Node',
    curl: 'curl',
    java: 'Java',
};
/** Causes of a failed handshake, by category. Their names are part of the public contract. */
const handshakeCauses = {
    'protocol-version-mismatch': {
        category: 'protocol',
        title: 'No common protocol version',
        meaning: 'Client and server have no TLS version in common. As a rule one of them is old (TLS 1.0 or 1.1 only), or a minimum on one side lies above the maximum on the other.',
        fix: {
            do: 'Enable TLS 1.2 and TLS 1.3 on the server; where it cannot be changed, let the client offer a version that the server has',
            nginx: 'ssl_protocols TLSv1.2 TLSv1.3; (in the default server of the port: older nginx takes its value for all names)',
            apache: 'SSLProtocol -all +TLSv1.2 +TLSv1.3 (in the first virtual host of the port too: it answers clients without SNI)',
            haproxy: 'ssl-default-bind-options ssl-min-ver TLSv1.2 (section global; remove ssl-max-ver and force-tlsv… from it and the bind line)',
            node: "minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' (only to reach a server that ends at TLS 1.0 or 1.1)",
            curl: '--tlsv1.2 (and no --tls-max below 1.2)',
            java: '-Djdk.tls.client.protocols=TLSv1.3,TLSv1.2 (Java 8 before 8u261 has no TLS 1.3)',
        },
        refs: ['RFC 8446 §4.2.1', 'RFC 9325 §3.1.1', 'RFC 8996'],
    },
    'no-common-cipher': {
        category: 'cipher',
        title: 'No common cipher suite',
        meaning: 'Client and server have no cipher suite in common that also fits the TLS version and the key of the certificate: an ECDSA suite needs an EC key, an RSA suite an RSA key.',
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
        meaning: 'Client and server have no group (elliptic curve or ML-KEM hybrid) in common, so they cannot agree on a key. As a rule a list on one side was narrowed by hand.',
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
        meaning: 'The server has no certificate whose key can sign in a way that the client accepts. The key is of a rare type (Ed25519, P-521), too small for RSA-PSS, or a list of schemes was narrowed.',
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
    'certificate-expired': {
        category: 'certificate',
        title: 'Certificate expired',
        meaning: 'A certificate of the chain is past its end date. Either nobody renewed it, or it was renewed and the running server still presents the old one.',
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
        meaning: 'The start date of a certificate of the chain lies in the future. As a rule the clock of the client, a container or the issuing machine is wrong; otherwise the certificate was put in place too early.',
        fix: {
            do: 'Compare the clocks of client and server with UTC (date -u; timedatectl set-ntp true); if both are right, present the previous certificate until the start date',
        },
        refs: ['RFC 5280 §4.1.2.5'],
    },
    'certificate-self-signed': {
        category: 'certificate',
        title: 'Self-signed certificate',
        meaning: 'The server presents a certificate that it signed itself, so nobody vouches for it: the placeholder of an installation or an ingress, a default virtual host, or a private server.',
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
        meaning: 'The chain ends at a CA that the client does not trust: a private or staging CA, a proxy that inspects traffic, or a public CA missing from an outdated list of roots.',
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
        meaning: 'The server does not send the intermediate certificate that leads to a trusted root. Browsers often know or fetch it and hide the fault; Node, curl, Java and most programs fail.',
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
        meaning: 'The certificate does not carry the name that the client asked for. The name was left out when it was issued, a wildcard covers one label only, or another virtual host answered.',
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
        meaning: 'The CA has withdrawn a certificate of the chain before its end date: its key was exposed, it was issued wrongly, or someone replaced it and revoked the old one.',
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
        meaning: 'A certificate of the chain is used for what it was not issued for: a server certificate without serverAuth, an issuer that is no CA, or a path or name outside the constraints of its CA.',
        fix: {
            do: 'Issue a server certificate with extendedKeyUsage serverAuth from a CA with cA, keyCertSign and constraints that allow this name and path',
        },
        refs: ['RFC 5280 §4.2.1.3', 'RFC 5280 §4.2.1.9', 'RFC 5280 §4.2.1.10', 'RFC 5280 §4.2.1.12'],
    },
    'certificate-weak-key': {
        category: 'certificate',
        title: 'Weak key in a certificate',
        meaning: 'The key of a certificate of the chain is too small to be safe (RSA below 2048 bits, an EC key below 224), so clients refuse it.',
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
        meaning: 'A certificate of the chain below the root is signed with MD5 or SHA-1, for which forgeries are practical, so clients refuse it. The signature of the root itself does not matter.',
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
        meaning: 'The name could not be turned into an address: it is misspelt, has no A or AAAA record, is known in another network only, or the resolver gave no answer.',
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
        meaning: 'The address answered that nothing listens on this port: the server is not running, not started yet, bound to another address or port, or a firewall refuses in its place.',
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
        meaning: 'Nothing answered the TCP connection in time: a firewall or security group drops the packets, the address is wrong, or the machine is down.',
        fix: {
            do: 'Open the port between this client and the server in every firewall and security group on the way, and check the address',
            curl: '--connect-timeout 30 (only where the network is slow)',
        },
        refs: ['RFC 9293 §3.8.3'],
    },
    'host-unreachable': {
        category: 'network',
        title: 'No route to the host',
        meaning: 'The network reported that it cannot reach the address. Often the name has an IPv6 address and this machine has no IPv6; otherwise a VPN, a route or the host itself is down.',
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
        meaning: 'The TCP connection was torn down in the middle of the handshake: the server waits for a PROXY protocol header, its process crashed, or a filter on the way objects to the name.',
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
        meaning: 'The other side closed the connection in the middle of the handshake without a TLS alert: a load balancer without a backend or a certificate, an allow list, or a port that speaks another protocol.',
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
        meaning: 'The TCP connection stands, but the handshake did not go on in time: the port waits for a plain-text protocol, the server is overloaded, or a device drops a ClientHello that takes two packets.',
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
        meaning: 'The proxy did not open a tunnel to the server: it wants credentials, does not allow this host or port, or cannot reach the server itself.',
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
        meaning: 'The server answered in plain text and would not change to TLS: STARTTLS is switched off, it has no certificate, or the port is meant for TLS from the first byte.',
        fix: {
            do: 'Turn STARTTLS on in the server, or use the port that speaks TLS from the first byte (smtps 465, imaps 993, pop3s 995, ldaps 636)',
            nginx: 'starttls on; (in the mail module)',
            postfix: 'smtpd_tls_security_level = may (with smtpd_tls_chain_files = /etc/postfix/key-and-chain.pem)',
            dovecot: 'ssl = yes (with the certificate and the key of the server)',
            postgresql: 'ssl = on (with ssl_cert_file and ssl_key_file)',
        },
        refs: ['RFC 3207 §4', 'RFC 9051 §6.2.1', 'RFC 8314 §3'],
    },
    'not-tls': {
        category: 'network',
        title: 'Not a TLS server',
        meaning: 'The server answered with something that is not TLS: plain HTTP, an SSH or mail greeting, or an error page of a device on the way.',
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
        meaning: 'The server asked the client for a certificate, got none and ended the handshake. It is meant for clients that authenticate themselves (mutual TLS).',
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
        meaning: 'The server did not accept the certificate of the client: it is expired, not for clientAuth, revoked, from a CA the server does not trust, or sent without its intermediates.',
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
        meaning: 'The server refused the name in the SNI extension: no virtual host or certificate is configured for it, or the client sent no name or a wrong one.',
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
        meaning: 'Client and server have no application protocol (ALPN) in common: the client asked for h2 only, say, and the server has HTTP/1.1 only.',
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
        meaning: 'The server reported that it failed for a reason of its own. As a rule it has no certificate for the name, cannot read a key file, or a backend it asks for certificates is down.',
        fix: {
            do: 'Read the error log of the server at this time; check that it has a certificate for this name and may read its key',
            nginx: 'error_log /var/log/nginx/error.log info; (then nginx -t; a path with variables in ssl_certificate fails only at the handshake)',
            apache: 'LogLevel ssl:info (then apachectl configtest)',
            haproxy: 'error-log-format "%ci:%cp %[ssl_fc_err_str]" (2.5 and later)',
            node: "server.on('tlsClientError', error => console.error(error)) (an SNICallback that throws or fails ends here)",
        },
        refs: ['RFC 8446 §6.2'],
    },
    'malformed-message': {
        category: 'configuration',
        title: 'Malformed handshake message',
        meaning: 'One side sent bytes that the TLS standard does not allow, and the other ended the handshake. A device on the way changes the traffic, or a TLS library is faulty.',
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
        meaning: 'One side ended the handshake with an alert that does not tell the reason, and further questions to the server did not find it.',
        fix: {
            do: 'Read the error log of the server at this time: it has the reason that the alert leaves out',
            nginx: 'error_log /var/log/nginx/error.log info; (at level info it says why a handshake ended)',
            apache: 'LogLevel ssl:info (it says why a handshake ended)',
            haproxy: 'error-log-format "%ci:%cp %[ssl_fc_err_str]" (2.5 and later; it says why a handshake ended)',
            node: "server.on('tlsClientError', error => console.error(error)) (it says why a handshake ended)",
        },
        refs: ['RFC 8446 §6'],
    },
};
/** Causes of a failed check with which a handshake can still complete. */
const checkCauses = {
    'certificate-expires-soon': {
        category: 'certificate',
        title: 'Certificate expires soon',
        meaning: 'Most of the lifetime of the certificate has passed and no newer one is presented: the automatic renewal did not run, failed, or the server was not reloaded.',
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
        meaning: 'The certificates are not sent in the order of the chain, each followed by its issuer. Many clients sort them; strict ones fail.',
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
        meaning: 'The server sends certificates that no client needs: the root, a copy, or certificates of another chain. Each costs bytes in every handshake and may lead a client astray.',
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
        meaning: 'The certificate names its host in the common name only. Clients read the subject alternative names and nothing else, so it is valid for no host.',
        fix: {
            do: 'Issue the certificate again with the host in subjectAltName: openssl req -new -key server.key -addext subjectAltName=DNS:example.com',
        },
        refs: ['RFC 9525 §4.1'],
    },
    ..._policy_policy_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .policyCauses */ .X,
    ..._vulnerability_vulnerabilities_js__WEBPACK_IMPORTED_MODULE_1__/* .vulnerabilityCauses */ .zj,
    ..._client_causes_js__WEBPACK_IMPORTED_MODULE_2__/* .clientCauses */ .w,
    ..._deploy_causes_js__WEBPACK_IMPORTED_MODULE_3__/* .deployCauses */ .y,
};
/** Every cause, in the order of the contract. */
const causes = { ...handshakeCauses, ...checkCauses };
/** What to do about a cause: a line for everyone, then a line a product, as in 'nginx: ssl_protocols TLSv1.2 TLSv1.3;'. */
function fixOf(cause) {
    const { fix } = causes[cause];
    const lines = Object.entries(products).flatMap(([product, label]) => {
        const line = fix[product];
        return line === undefined ? [] : [`${label}: ${line}`];
    });
    return [fix.do, ...lines].join('\n');
}
/** The fix of what could not be found out. */
const askAgain = 'Ask again with more time (timeout), a larger budget, or one question at a time (connections 1)';


/***/ }),

/***/ 9812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ checkIds)
/* harmony export */ });
/* harmony import */ var _causes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5715);
/* harmony import */ var _client_causes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3625);
/* harmony import */ var _deploy_causes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6821);
/* harmony import */ var _policy_policy_causes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3567);
/* harmony import */ var _vulnerability_vulnerabilities_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7784);
// Every check that a report can hold: what it looks at and why. The judging itself stands in the neighbouring files.





/** Every check, by its id. The ids are part of the public contract. */
const checkIds = {
    'handshake/completion': {
        title: 'Handshake completes',
        reason: 'Nothing can be served over TLS until a client that verifies the certificate completes the handshake. This check performs a real one and lingers after it, since a TLS 1.3 server refuses a client certificate only then.',
        causes: Object.keys(_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .handshakeCauses */ .SZ),
        refs: ['RFC 8446 §2'],
    },
    'certificate/validity': {
        title: 'Validity period',
        reason: 'Outside its validity period a certificate proves nothing, and every verifying client ends the handshake. The whole chain counts, not the certificate of the server alone.',
        causes: ['certificate-expired', 'certificate-not-yet-valid'],
        refs: ['RFC 5280 §4.1.2.5'],
    },
    'certificate/lifetime-left': {
        title: 'Lifetime left',
        reason: 'An expired certificate is the outage that a calendar could have prevented. What counts is the share of the lifetime that is left, as lifetimes range from days to years.',
        causes: ['certificate-expires-soon', 'certificate-expired'],
        refs: ['RFC 5280 §4.1.2.5', 'RFC 9773'],
    },
    'certificate/trust': {
        title: 'Trusted issuer',
        reason: 'Without a path to a root that the client trusts, the server could be anyone. OpenSSL judges the path; tlsgate explains where it ends.',
        causes: ['certificate-self-signed', 'certificate-untrusted', 'certificate-chain-incomplete', 'certificate-revoked'],
        refs: ['RFC 5280 §6.1'],
    },
    'certificate/hostname': {
        title: 'Host name covered',
        reason: 'A trusted certificate of another host proves nothing about this one. The subject alternative names must carry the name that the client asked for.',
        causes: ['certificate-host-mismatch', 'certificate-no-san'],
        refs: ['RFC 9525 §6'],
    },
    'certificate/chain': {
        title: 'Chain as sent',
        reason: 'Browsers repair a chain that is incomplete or out of order, other clients do not, so the fault shows only in production. This check reads the chain as the server sent it.',
        causes: ['certificate-chain-incomplete', 'certificate-chain-misordered', 'certificate-chain-extraneous'],
        refs: ['RFC 8446 §4.4.2', 'RFC 5246 §7.4.2'],
    },
    'certificate/usage': {
        title: 'Issued for this use',
        reason: 'A certificate says what its key may be used for and an issuer says for which names and how deep it may issue. A client that verifies holds them to it.',
        causes: ['certificate-misissued'],
        refs: ['RFC 5280 §4.2.1.3', 'RFC 5280 §4.2.1.9', 'RFC 5280 §4.2.1.12'],
    },
    'certificate/key': {
        title: 'Key strength',
        reason: 'Whoever can compute the private key from the public one can pose as the server. Clients refuse keys that are small enough for it.',
        causes: ['certificate-weak-key'],
        refs: ['RFC 9325 §4.5'],
    },
    'certificate/signature': {
        title: 'Signature strength',
        reason: 'Certificates have been forged where MD5 was in use, and collisions of SHA-1 are practical. Clients refuse a chain that rests on either.',
        causes: ['certificate-weak-signature'],
        refs: ['RFC 8446 §4.4.2.4', 'RFC 9155'],
    },
    ..._policy_policy_causes_js__WEBPACK_IMPORTED_MODULE_1__/* .policyChecks */ .G,
    ..._vulnerability_vulnerabilities_js__WEBPACK_IMPORTED_MODULE_2__/* .vulnerabilityChecks */ .Ar,
    ..._client_causes_js__WEBPACK_IMPORTED_MODULE_3__/* .clientCheckRows */ .z,
    ..._deploy_causes_js__WEBPACK_IMPORTED_MODULE_4__/* .deployCheckRows */ .l,
};


/***/ }),

/***/ 3625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ clientCauses),
/* harmony export */   z: () => (/* binding */ clientCheckRows)
/* harmony export */ });
/** Causes of a failed check of a client. */
const clientCauses = {
    'client-cannot-connect': {
        category: 'protocol',
        title: 'Client cannot connect',
        meaning: 'A client that has to reach this server would not: the two have no version, cipher suite, group or signature scheme in common. The message says which of them.',
        fix: {
            do: 'Let the server accept one more of what the client offers, or take the client out of those that have to connect',
            nginx: 'ssl_protocols TLSv1.2 TLSv1.3; (and in ssl_ciphers a suite of the client)',
            apache: 'SSLProtocol -all +TLSv1.2 +TLSv1.3 (and in SSLCipherSuite a suite of the client)',
            haproxy: 'ssl-default-bind-options ssl-min-ver TLSv1.2 (and in ssl-default-bind-ciphers a suite of the client)',
        },
        refs: ['RFC 8446 §4.1.1', 'RFC 5246 §7.4.1'],
    },
    'client-can-connect': {
        category: 'protocol',
        title: 'Client connects that should not',
        meaning: 'A client that is to be kept out, as a rule for its age, finds a version and a cipher suite that this server accepts.',
        fix: {
            do: 'Stop accepting the version or the cipher suite that the message names, or take the client out of those that are to be kept out',
            nginx: 'ssl_protocols TLSv1.3; (where every client in use has it)',
            apache: 'SSLProtocol -all +TLSv1.3 (where every client in use has it)',
            haproxy: 'ssl-default-bind-options ssl-min-ver TLSv1.3 (where every client in use has it)',
        },
        refs: ['RFC 9325 §3.1.1', 'RFC 9325 §4.1'],
    },
};
/** One row for the checks of all clients: that of Java 8u161 has the id 'client/java-8u161'. */
const clientCheckRows = {
    'client/*': {
        title: 'Client connects',
        reason: 'Who tightens a server finds out from its users which of them it locked out. A client has this check when the policy wants it to connect, or to be kept out; tlsgate offers what that client offers.',
        causes: ['client-cannot-connect', 'client-can-connect'],
        refs: ['RFC 8446 §4.1.1', 'RFC 5246 §7.4.1'],
    },
};


/***/ }),

/***/ 6821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ deployCheckRows),
/* harmony export */   y: () => (/* binding */ deployCauses)
/* harmony export */ });
/** Causes of what an expectation, a wait and a comparison of addresses can find. */
const deployCauses = {
    'expectation-unmet': {
        category: 'configuration',
        title: 'Not what is expected',
        meaning: 'The server shows something else than the configuration says it should. One of the two was changed without the other.',
        fix: { do: 'Mend the server, or, where the change was meant, write what it shows now into expect' },
        refs: ['RFC 8446 §4.1.1'],
    },
    'unexpected-success': {
        category: 'configuration',
        title: 'Handshake that should fail completes',
        meaning: 'The configuration expects the handshake with this target to fail, and it completes: what was to be kept out gets in.',
        fix: { do: 'Restore what made the handshake fail, or take fails-with out of expect where the success is right' },
        refs: ['RFC 8446 §6.2'],
    },
    'fingerprint-mismatch': {
        category: 'certificate',
        title: 'Another certificate than expected',
        meaning: 'Neither the certificate that the server shows nor its key has one of the expected fingerprints. As a rule the deployment has not reached this server, or it was not reloaded.',
        fix: {
            do: 'Install the expected certificate and reload the server, or let expect-fingerprint name the one shown as well',
            nginx: 'nginx -s reload (it keeps the old file in memory until then)',
            apache: 'apachectl graceful (it keeps the old file in memory until then)',
            haproxy: 'systemctl reload haproxy (after cat fullchain.pem privkey.pem > /etc/haproxy/site.pem)',
            node: 'server.setSecureContext({ key, cert }) (a running Node server takes the renewed files this way)',
        },
        refs: ['RFC 7469 §2.4'],
    },
    'pool-inconsistent': {
        category: 'configuration',
        title: 'Addresses that differ',
        meaning: 'The addresses of one name show different certificates or agree on different parameters, so that what a client gets depends on chance. Part of the servers was not updated.',
        fix: {
            do: 'Deploy the same files and settings to the addresses named, and reload them; while a rollout is on its way, let wait give it time',
            nginx: 'nginx -s reload (on every server behind the name)',
            apache: 'apachectl graceful (on every server behind the name)',
            haproxy: 'systemctl reload haproxy (on every server behind the name)',
        },
        refs: ['RFC 1794'],
    },
    'passed-after-retry': {
        category: 'network',
        title: 'Passed only when tried again',
        meaning: 'The target passed, but not at its first attempt. Clients do not always try again: what failed before is worth a look.',
        fix: {
            do: 'Look for what made the earlier attempts fail: a server of several that is broken, an overload, a network that loses packets',
        },
        refs: ['RFC 8446 §2'],
    },
    'not-mended-in-time': {
        category: 'network',
        title: 'Tried again in vain',
        meaning: 'The target was checked again and again, as retries and wait ask for, and did not pass before they were used up.',
        fix: { do: 'Mend what the other findings name; where a rollout takes longer, give it more time (wait) or more attempts (retries)' },
        refs: ['RFC 8446 §2'],
    },
};
const expected = (title, reason, refs) => ({
    title,
    reason,
    causes: ['expectation-unmet'],
    refs,
});
const negotiated = (what) => expected(`Expected ${what}`, `The configuration says which ${what} this target agrees on with the client. A change of it shows here, whether or not a policy objects.`, ['RFC 8446 §4.1.1']);
/** The checks that say so. */
const deployCheckRows = {
    'handshake/attempts': {
        title: 'Attempts',
        reason: 'A target that passes when it is tried again passes, but not unnoticed: this check says what was wrong before.',
        causes: ['passed-after-retry', 'not-mended-in-time'],
        refs: ['RFC 8446 §2'],
    },
    'pool/consistency': {
        title: 'All addresses alike',
        reason: 'A name with several addresses is as good as its worst one, and most clients see only one of them. This check compares the certificates that all show, and what they agree on.',
        causes: ['pool-inconsistent'],
        refs: ['RFC 1794'],
    },
    'expect/protocol': negotiated('protocol version'),
    'expect/cipher-suite': negotiated('cipher suite'),
    'expect/group': negotiated('group'),
    'expect/signature-scheme': negotiated('signature scheme'),
    'expect/alpn': negotiated('application protocol'),
    'expect/fails-with': {
        title: 'Expected failure',
        reason: 'Some handshakes have to fail: that of a client without a certificate, of an old client, with a revoked certificate. This check fails when they do not.',
        causes: ['unexpected-success', 'expectation-unmet'],
        refs: ['RFC 8446 §6.2'],
    },
    'expect/fingerprint': {
        title: 'Expected certificate',
        reason: 'After a deployment the new certificate has to be the one that is served. Its fingerprint, or that of its key, leaves no doubt about it.',
        causes: ['fingerprint-mismatch'],
        refs: ['RFC 7469 §2.4'],
    },
    'expect/issuer': expected('Expected issuer', 'The configuration says which authority issues the certificates of this target.', [
        'RFC 5280 §4.1.2.4',
    ]),
    'expect/covers': expected('Expected names', 'The configuration says which names the certificate of this target has to cover.', [
        'RFC 9525 §6',
    ]),
    'expect/days-left': expected('Expected days left', 'The configuration says for how many days the certificate has to be valid still.', [
        'RFC 5280 §4.1.2.5',
    ]),
};


/***/ }),

/***/ 3567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ policyChecks),
/* harmony export */   X: () => (/* binding */ policyCauses)
/* harmony export */ });
// What is typed here is allowed by every policy that has TLS 1.2. A failed check has the lists of its own policy instead, see fixes.ts.
const aead = {
    nginx: 'ssl_ciphers ECDHE+AESGCM; (and what else the policy has)',
    apache: 'SSLCipherSuite ECDHE+AESGCM (and what else the policy has)',
    haproxy: 'ssl-default-bind-ciphers ECDHE+AESGCM (section global; and what else the policy has)',
    node: "ciphers: 'ECDHE+AESGCM' (and what else the policy has)",
};
const oneSuite = {
    nginx: 'ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256; (TLS 1.3: ssl_conf_command Ciphersuites)',
    apache: 'SSLCipherSuite ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256 (TLS 1.3: SSLCipherSuite TLSv1.3 …)',
    haproxy: 'ssl-default-bind-ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256 (TLS 1.3: …-ciphersuites)',
    node: "ciphers: 'TLS_AES_128_GCM_SHA256:ECDHE-ECDSA-AES128-GCM-SHA256' (one list for every version)",
};
const curves = {
    nginx: 'ssl_ecdh_curve prime256v1:secp384r1; (and what else the policy has)',
    apache: 'SSLOpenSSLConfCmd Groups P-256:P-384 (and what else the policy has)',
    haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem curves P-256:P-384 (and what else the policy has)',
    node: "ecdhCurve: 'P-256:P-384' (and what else the policy has)",
    java: '-Djdk.tls.namedGroups=secp256r1,secp384r1 (and what else the policy has)',
};
const schemes = {
    nginx: 'ssl_conf_command SignatureAlgorithms ECDSA+SHA256:RSA-PSS+SHA256; (and what else the policy has)',
    apache: 'SSLOpenSSLConfCmd SignatureAlgorithms ECDSA+SHA256:RSA-PSS+SHA256 (and what else the policy has)',
    node: "sigalgs: 'ECDSA+SHA256:RSA-PSS+SHA256' (and what else the policy has)",
};
/** Causes of a check that a policy fails. Part of the public contract. */
const policyCauses = {
    'obsolete-protocol-accepted': {
        category: 'protocol',
        title: 'Obsolete protocol version accepted',
        meaning: 'The server takes part in a version of SSL or TLS that the policy forbids. All before TLS 1.2 rest on MD5 and SHA-1, and have been forbidden to clients and servers alike since 2021.',
        fix: {
            do: 'Let the server start where the policy does, and never below TLS 1.2 without need: no browser since 2014 has nothing newer',
            nginx: 'ssl_protocols TLSv1.2 TLSv1.3; (in the default server of the port: older nginx takes its value for all names)',
            apache: 'SSLProtocol -all +TLSv1.2 +TLSv1.3 (in the first virtual host of the port too)',
            haproxy: 'ssl-default-bind-options ssl-min-ver TLSv1.2 (section global; bind lines of their own come first)',
            postfix: 'smtpd_tls_protocols = >=TLSv1.2 (3.6 and later; for mandatory TLS smtpd_tls_mandatory_protocols too)',
            node: "minVersion: 'TLSv1.2'",
        },
        refs: ['RFC 8996 §4', 'RFC 8996 §5', 'RFC 7568 §3', 'RFC 6176 §3'],
    },
    'policy-protocol-accepted': {
        category: 'protocol',
        title: 'Protocol version outside of the policy',
        meaning: 'The server takes part in a version of TLS that the policy does not list. It need not be obsolete: some policies start at TLS 1.3.',
        fix: {
            do: 'Take out of the list of the server the version that the policy does not have (tlsgate names it)',
            nginx: 'ssl_protocols TLSv1.3; (for a policy that starts at TLS 1.3; in the default server of the port)',
            apache: 'SSLProtocol -all +TLSv1.3 (for a policy that starts at TLS 1.3)',
            haproxy: 'ssl-default-bind-options ssl-min-ver TLSv1.3 (section global; for a policy that starts at TLS 1.3)',
            node: "minVersion: 'TLSv1.3' (for a policy that starts at TLS 1.3)",
        },
        refs: ['RFC 9325 §3.1.1'],
    },
    'required-protocol-refused': {
        category: 'protocol',
        title: 'Wanted protocol version refused',
        meaning: 'The server does not take part in a version of TLS that the policy wants. A list of versions was written before that version was there, or the TLS library is older than it.',
        fix: {
            do: 'Enable the version in the server; TLS 1.3 takes OpenSSL 1.1.1 or newer',
            nginx: 'ssl_protocols TLSv1.2 TLSv1.3; (for a policy that has both)',
            apache: 'SSLProtocol -all +TLSv1.2 +TLSv1.3 (for a policy that has both)',
            haproxy: 'ssl-default-bind-options ssl-min-ver TLSv1.2 (section global; and no ssl-max-ver below TLSv1.3)',
            node: "maxVersion: 'TLSv1.3' (the default)",
        },
        refs: ['RFC 9325 §3.1.1', 'RFC 8446 §4.2.1'],
    },
    'weak-cipher-accepted': {
        category: 'cipher',
        title: 'Weak cipher suite accepted',
        meaning: 'The server accepts a cipher suite with a broken or short cipher, without authentication, or whose keys anyone with the key of the certificate can compute later (no forward secrecy).',
        fix: { do: 'Accept AEAD suites with ECDHE and no others: every client since 2014 has them', ...aead },
        refs: ['RFC 9325 §4.1', 'RFC 9325 §4.2', 'RFC 7465'],
    },
    'policy-cipher-accepted': {
        category: 'cipher',
        title: 'Cipher suite outside of the policy',
        meaning: 'The server accepts a cipher suite that the policy does not list. It need not be weak by itself: policies keep their lists short.',
        fix: { do: 'Take out of the list of the server what the policy does not have (tlsgate names it)', ...aead },
        refs: ['RFC 9325 §4.2'],
    },
    'policy-cipher-refused': {
        category: 'cipher',
        title: 'Wanted cipher suite refused',
        meaning: 'The server refuses a cipher suite that the policy wants, of which clients may have no other. Either the list leaves it out, or no certificate has the key it needs (ECDSA or RSA).',
        fix: { do: 'Add the suite to the list of the server, and a certificate with a key of the type it needs', ...oneSuite },
        refs: ['RFC 9325 §4.2'],
    },
    'policy-cipher-order': {
        category: 'cipher',
        title: 'Order of cipher suites decided by the other side',
        meaning: 'Server or client decides which of the common suites is taken. Where all are strong the client knows best what its hardware is fast at; where weak ones are left the server should.',
        fix: {
            do: 'Set who decides as the policy has it; off and on stand for client and server',
            nginx: 'ssl_prefer_server_ciphers off;',
            apache: 'SSLHonorCipherOrder off',
            haproxy: 'ssl-default-bind-options prefer-client-ciphers (section global; without it the server decides)',
            node: 'honorCipherOrder: false',
        },
        refs: ['RFC 9325 §4.2.1'],
    },
    'weak-group-accepted': {
        category: 'cipher',
        title: 'Weak key exchange group accepted',
        meaning: 'The server accepts a group that is too small, over a binary field, or a draft that was withdrawn. As a rule it never had a list and takes whatever its TLS library has.',
        fix: { do: 'Give the server a list of groups, those first that every client has', ...curves },
        refs: ['RFC 8422 §5.1.1', 'RFC 9325 §4.2.1'],
    },
    'policy-group-accepted': {
        category: 'cipher',
        title: 'Key exchange group outside of the policy',
        meaning: 'The server accepts a group that the policy does not list. It need not be weak by itself; as a rule the list is that of the TLS library.',
        fix: { do: 'Give the server the list of groups that the policy has', ...curves },
        refs: ['RFC 8446 §4.2.7'],
    },
    'policy-group-refused': {
        category: 'cipher',
        title: 'Wanted key exchange group refused',
        meaning: 'The server refuses a group that the policy wants, of which clients may have no other.',
        fix: { do: 'Add the group to the list of the server', ...curves },
        refs: ['RFC 8446 §9.1', 'RFC 8446 §4.2.7'],
    },
    'post-quantum-group-missing': {
        category: 'cipher',
        title: 'No post-quantum key exchange',
        meaning: 'Traffic that is recorded today can be read once there are quantum computers. A hybrid group (X25519MLKEM768) keeps it safe; browsers have offered it since 2024, and this server does not take it.',
        fix: {
            do: 'Bring the TLS library of the server to one with ML-KEM (OpenSSL 3.5, Go 1.24, BoringSSL, Java 27) and put X25519MLKEM768 first',
            nginx: 'ssl_ecdh_curve auto; (with OpenSSL 3.5, whose list has it; for a policy with a list X25519MLKEM768 and what else that has)',
            node: "ecdhCurve: 'X25519MLKEM768:P-256:P-384' (Node 24 and later; and what else the policy has)",
        },
        refs: ['RFC 8446 §4.2.7'],
    },
    'weak-dh-parameters': {
        category: 'cipher',
        title: 'Diffie-Hellman prime too short',
        meaning: 'The finite-field Diffie-Hellman of the server has a prime that is shorter than the policy allows. One of 1024 bits can be broken by a state, and then opens every session that used it.',
        fix: {
            do: 'Take the suites with DHE out, or give the server a prime as long as the policy asks for: ffdhe3072 or longer (openssl genpkey -genparam -algorithm DH)',
            ...aead,
        },
        refs: ['RFC 9325 §4.3', 'RFC 7919'],
    },
    'weak-signature-scheme-accepted': {
        category: 'cipher',
        title: 'Handshake signed over SHA-1 or MD5',
        meaning: 'Asked to, the server signs its handshake over SHA-1 or MD5. Collisions of both are practical, and may let an attacker pass a signature off as one of another handshake.',
        fix: { do: 'Switch such signatures off; in OpenSSL 3 security level 1 has none', ...schemes },
        refs: ['RFC 9155', 'RFC 9325 §4.1'],
    },
    'policy-signature-scheme-accepted': {
        category: 'cipher',
        title: 'Signature scheme outside of the policy',
        meaning: 'Asked to, the server signs its handshake with a scheme that the policy does not list.',
        fix: { do: 'Give the server the list of signature schemes that the policy has', ...schemes },
        refs: ['RFC 8446 §4.2.3'],
    },
    'policy-signature-scheme-refused': {
        category: 'cipher',
        title: 'Wanted signature scheme refused',
        meaning: 'The server does not sign its handshake with a scheme that the policy wants. Either it has no certificate with a key of that type, or a list leaves the scheme out.',
        fix: { do: 'Serve a certificate with a key of the type the scheme needs, beside the first one if there is one', ...schemes },
        refs: ['RFC 8446 §4.2.3'],
    },
    'policy-feature-offered': {
        category: 'configuration',
        title: 'Feature that the policy rules out',
        meaning: 'The server offers a feature of TLS that the policy does not want, such as compression or heartbeats.',
        fix: {
            do: 'Switch the feature off; what only an old TLS library has goes away with a newer one',
            apache: 'SSLCompression off',
        },
        refs: ['RFC 9325 §3.3', 'RFC 9325 §3.4'],
    },
    'policy-feature-missing': {
        category: 'configuration',
        title: 'Feature missing that the policy wants',
        meaning: 'The server lacks a protection that the policy wants, such as the extended main secret (RFC 7627) or secure renegotiation (RFC 5746). Every maintained TLS library has them.',
        fix: { do: 'Update the TLS library of the server, and look for an option that switches the feature off' },
        refs: ['RFC 9325 §3.5', 'RFC 7627', 'RFC 5746'],
    },
    'policy-certificate-key': {
        category: 'certificate',
        title: 'Key of the certificate outside of the policy',
        meaning: 'The key of the certificate is of a type or a size that the policy does not list. It need not be weak by itself.',
        fix: { do: 'Issue the certificate on a key of a type and a size that the policy has (tlsgate names them)' },
        refs: ['RFC 9325 §4.5'],
    },
    'policy-certificate-signature': {
        category: 'certificate',
        title: 'Signature of the certificate outside of the policy',
        meaning: 'The authority signed the certificate with an algorithm that the policy does not list. Which one it takes follows from the key of the authority, and sometimes from that of the certificate.',
        fix: { do: 'Have the certificate issued by an authority, or on a type of key, for which the signature is one that the policy has' },
        refs: ['RFC 9325 §4.5', 'RFC 8446 §4.4.2.2'],
    },
    'certificate-lives-too-long': {
        category: 'certificate',
        title: 'Certificate lives too long',
        meaning: 'The certificate is valid for longer than the policy allows. The longer it lives, the longer a stolen key is of use, and the rarer its renewal is practised; public authorities go down to 47 days by 2029.',
        fix: { do: 'Have the certificate issued for a shorter time, and let ACME renew it (certbot renew, in a timer)' },
        refs: ['RFC 9773', 'RFC 8555'],
    },
    'waiver-unused': {
        category: 'configuration',
        title: 'Waiver without a failed check',
        meaning: 'A waiver covers no check that fails: what it was for is mended, or it names a check or a target that there is none of.',
        fix: { do: 'Take the waiver out of tlsgate.yml, or correct the check and the target it names' },
        refs: ['RFC 9325 §1'],
    },
};
/** The checks that policies bring. Their ids are part of the public contract. */
const policyChecks = {
    'protocol/versions': {
        title: 'No unwanted protocol version',
        reason: 'A version that is accepted can be forced on clients that have better ones. Each is asked for by itself, since some servers refuse a newer version in a way that hides an older one.',
        causes: ['obsolete-protocol-accepted', 'policy-protocol-accepted'],
        refs: ['RFC 8996', 'RFC 9325 §3.1.1'],
    },
    'protocol/required': {
        title: 'Wanted protocol versions',
        reason: 'A version that is not there keeps clients out, or from the protection it brings.',
        causes: ['required-protocol-refused'],
        refs: ['RFC 9325 §3.1.1'],
    },
    'cipher/suites': {
        title: 'No unwanted cipher suite',
        reason: 'One hello offers everything that the policy does not allow. A server that refuses it has none of it; what a server accepts is named.',
        causes: ['weak-cipher-accepted', 'policy-cipher-accepted'],
        refs: ['RFC 9325 §4.1', 'RFC 9325 §4.2'],
    },
    'cipher/required': {
        title: 'Wanted cipher suites',
        reason: 'A suite that clients depend on has to be there, and with it a certificate of the type it needs.',
        causes: ['policy-cipher-refused'],
        refs: ['RFC 9325 §4.2'],
    },
    'cipher/order': {
        title: 'Order of cipher suites',
        reason: 'The same suites in two orders show whether the server follows the client or a list of its own.',
        causes: ['policy-cipher-order'],
        refs: ['RFC 9325 §4.2.1'],
    },
    'group/allowed': {
        title: 'No unwanted key exchange group',
        reason: 'The group decides how hard it is to compute the keys of a recorded session.',
        causes: ['weak-group-accepted', 'policy-group-accepted'],
        refs: ['RFC 8446 §4.2.7', 'RFC 8422 §5.1.1'],
    },
    'group/required': {
        title: 'Wanted key exchange groups',
        reason: 'A client that has no group in common with the server cannot connect.',
        causes: ['policy-group-refused'],
        refs: ['RFC 8446 §9.1'],
    },
    'group/post-quantum': {
        title: 'Post-quantum key exchange',
        reason: 'What is recorded today can be opened later, when there are quantum computers; a hybrid group is safe against that.',
        causes: ['post-quantum-group-missing'],
        refs: ['RFC 8446 §4.2.7'],
    },
    'group/dh-parameters': {
        title: 'Diffie-Hellman parameters',
        reason: 'Before TLS 1.3 a server brings a Diffie-Hellman prime of its own, and many still bring a short one.',
        causes: ['weak-dh-parameters'],
        refs: ['RFC 9325 §4.3', 'RFC 7919'],
    },
    'signature/schemes': {
        title: 'No unwanted signature scheme',
        reason: 'The signature of the handshake proves who the server is. One hello asks for nothing but the schemes that the policy does not allow.',
        causes: ['weak-signature-scheme-accepted', 'policy-signature-scheme-accepted'],
        refs: ['RFC 9155', 'RFC 8446 §4.2.3'],
    },
    'signature/required': {
        title: 'Wanted signature schemes',
        reason: 'A client that cannot verify any signature of the server cannot connect.',
        causes: ['policy-signature-scheme-refused'],
        refs: ['RFC 8446 §4.2.3'],
    },
    'policy/features': {
        title: 'Features of the policy',
        reason: 'Some features of TLS are attacks waiting to happen, others close one. Which, is read from answers that are there anyhow.',
        causes: ['policy-feature-offered', 'policy-feature-missing'],
        refs: ['RFC 9325 §3'],
    },
    'policy/certificate-key': {
        title: 'Key as the policy has it',
        reason: 'Publishers list the types and sizes of keys that they allow. What clients refuse whatever the policy is judged by certificate/key.',
        causes: ['policy-certificate-key'],
        refs: ['RFC 9325 §4.5'],
    },
    'policy/certificate-signature': {
        title: 'Signature as the policy has it',
        reason: 'Publishers list the signature algorithms that they allow on the certificate of a server.',
        causes: ['policy-certificate-signature'],
        refs: ['RFC 9325 §4.5'],
    },
    'certificate/max-lifetime': {
        title: 'Lifetime of the certificate',
        reason: 'A short lifetime limits what a stolen key is worth, and makes renewal something that is known to work.',
        causes: ['certificate-lives-too-long'],
        refs: ['RFC 9773'],
    },
    'policy/questions': {
        title: 'Questions answered',
        reason: 'A policy is judged by what the server answers. Where it answers nothing that counts, no rule is decided, and nothing is taken for refused.',
        causes: [],
        refs: ['RFC 8446 §4.1.1'],
    },
    'policy/waivers': {
        title: 'Waivers in use',
        reason: 'A waiver that covers nothing would hide the next failure of its kind.',
        causes: ['waiver-unused'],
        refs: ['RFC 9325 §1'],
    },
};


/***/ }),

/***/ 7784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ar: () => (/* binding */ vulnerabilityChecks),
/* harmony export */   pe: () => (/* binding */ vulnerabilities),
/* harmony export */   zj: () => (/* binding */ vulnerabilityCauses)
/* harmony export */ });
/* harmony import */ var _registry_protocols_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7666);
// The known vulnerabilities: one row each, with what excludes it and the words for it. How answers are weighed stands in judge.ts.

const beforeTls13 = [_registry_protocols_js__WEBPACK_IMPORTED_MODULE_0__/* .ssl3 */ .IY, _registry_protocols_js__WEBPACK_IMPORTED_MODULE_0__/* .tls10 */ .tr, 0x0302, _registry_protocols_js__WEBPACK_IMPORTED_MODULE_0__/* .tls12 */ .t8];
const protocols = (...versions) => ({ kind: 'protocols', versions });
const suites = (noun, versions, exposes) => ({
    kind: 'cipher-suites',
    noun,
    versions,
    exposes,
});
const isCbc = ({ mode }) => mode === 'CBC';
const isDhe = ({ keyExchange }) => keyExchange === 'DHE' || keyExchange === 'DHE_PSK';
const dhe = suites('DHE suite', beforeTls13, isDhe);
const newProtocols = {
    nginx: 'ssl_protocols TLSv1.2 TLSv1.3;',
    apache: 'SSLProtocol -all +TLSv1.2 +TLSv1.3',
    haproxy: 'ssl-default-bind-options ssl-min-ver TLSv1.2 (section global)',
    postfix: 'smtpd_tls_protocols = >=TLSv1.2 (3.6 and later)',
    node: "minVersion: 'TLSv1.2'",
};
const aeadSuites = {
    nginx: 'ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20;',
    apache: 'SSLCipherSuite ECDHE+AESGCM:ECDHE+CHACHA20',
    haproxy: 'ssl-default-bind-ciphers ECDHE+AESGCM:ECDHE+CHACHA20 (section global)',
    postfix: 'smtpd_tls_exclude_ciphers = EXPORT, LOW, RC4, 3DES, kRSA, DHE, SHA1, SHA256, SHA384',
    node: "ciphers: 'ECDHE+AESGCM:ECDHE+CHACHA20'",
};
const onlyAead = 'Accept the AEAD suites with ECDHE and no others: every client since 2014 has them';
/** Every vulnerability by its name, which policies and the check `vulnerability/<name>` use. Part of the public contract. */
const vulnerabilities = {
    drown: {
        name: 'DROWN',
        reason: 'An SSLv2 server answers questions about RSA ciphertexts. With them TLS sessions under the same key were decrypted in 2016.',
        questions: [protocols(_registry_protocols_js__WEBPACK_IMPORTED_MODULE_0__/* .ssl2 */ .Bk)],
        cause: {
            category: 'protocol',
            title: 'SSLv2 is accepted (DROWN)',
            meaning: 'The server takes part in SSLv2, through which recorded TLS sessions of every server with the same key can be decrypted. Only software from before 2016 has it.',
            fix: { do: 'Switch SSLv2 off wherever this key is in use, and replace the software that still has it', ...newProtocols },
            refs: ['RFC 6176 §3', 'CVE-2016-0800'],
        },
    },
    poodle: {
        name: 'POODLE',
        reason: 'The padding of SSLv3 is not authenticated, which gives away a cookie byte by byte. Known since 2014, when browsers left SSLv3.',
        questions: [suites('CBC suite', [_registry_protocols_js__WEBPACK_IMPORTED_MODULE_0__/* .ssl3 */ .IY], isCbc)],
        cause: {
            category: 'protocol',
            title: 'CBC suites are accepted in SSLv3 (POODLE)',
            meaning: 'SSLv3 does not authenticate the padding of CBC suites, so someone on the path who can make a client repeat a request reads its cookies byte by byte.',
            fix: { do: 'Switch SSLv3 off: no client in use needs it', ...newProtocols },
            refs: ['RFC 7568 §3', 'RFC 7457 §2.4', 'CVE-2014-3566'],
        },
    },
    beast: {
        name: 'BEAST',
        reason: 'Until TLS 1.0 the initialization vector of a CBC record is known before it is sent, which gave away cookies in 2011.',
        questions: [suites('CBC suite', [_registry_protocols_js__WEBPACK_IMPORTED_MODULE_0__/* .ssl3 */ .IY, _registry_protocols_js__WEBPACK_IMPORTED_MODULE_0__/* .tls10 */ .tr], isCbc)],
        caveat: 'clients since 2012 split their records against it',
        cause: {
            category: 'protocol',
            title: 'Predictable CBC records (BEAST)',
            meaning: 'Up to TLS 1.0 a CBC record starts from a value an attacker knows. It is up to each client to split its records against that, and the server cannot tell whether it does.',
            fix: { do: 'Switch TLS 1.0 off: later versions have a fresh initialization vector for each record', ...newProtocols },
            refs: ['RFC 8996 §4', 'RFC 7457 §2.3', 'CVE-2011-3389'],
        },
    },
    crime: {
        name: 'CRIME',
        reason: 'Compressed text gives away by its length what it contains: cookies were read that way in 2012.',
        questions: [{ kind: 'feature', name: 'compression', exposes: 'yes', among: protocols(...beforeTls13) }],
        cause: {
            category: 'configuration',
            title: 'TLS compression is accepted (CRIME)',
            meaning: 'The server compresses what it encrypts. The length of a record then tells how much of it repeats what an attacker made the client send, which gives cookies away.',
            fix: {
                do: 'Switch TLS compression off; software that has it on by default dates from before 2013 and wants an update',
                apache: 'SSLCompression off',
            },
            refs: ['RFC 9325 §3.3', 'RFC 7457 §2.6', 'CVE-2012-4929'],
        },
    },
    freak: {
        name: 'FREAK',
        reason: 'RSA keys of 512 bits, made for the export rules of the 1990s, can be factored for a few dollars. Clients were tricked into them in 2015.',
        questions: [suites('RSA_EXPORT suite', beforeTls13, ({ exportGrade, keyExchange }) => exportGrade && keyExchange === 'RSA')],
        cause: {
            category: 'cipher',
            title: 'RSA_EXPORT suites are accepted (FREAK)',
            meaning: 'The server signs a temporary RSA key of 512 bits, which can be factored in hours. A client with the fault of 2015 takes it although it never asked for such a suite.',
            fix: { do: onlyAead, ...aeadSuites },
            refs: ['RFC 9325 §4.1', 'RFC 7457 §2.7', 'CVE-2015-0204'],
        },
    },
    logjam: {
        name: 'LOGJAM',
        reason: 'Diffie-Hellman in a prime of 512 bits is broken in minutes, and one of 1024 bits is within reach of a state. Known since 2015.',
        questions: [
            suites('DHE_EXPORT suite', beforeTls13, suite => suite.exportGrade && isDhe(suite)),
            { kind: 'dh-prime', maxBits: 1024, among: dhe },
        ],
        cause: {
            category: 'cipher',
            title: 'Diffie-Hellman with a small prime (LOGJAM)',
            meaning: 'The server exchanges keys in a Diffie-Hellman group of 1024 bits or less, or in one of export grade. The work to break one such prime opens every session that used it.',
            fix: {
                do: 'Accept ECDHE suites in the place of DHE, or give the server a prime of 2048 bits such as ffdhe2048',
                ...aeadSuites,
            },
            refs: ['RFC 9325 §4.1', 'RFC 7457 §2.9', 'CVE-2015-4000'],
        },
    },
    sweet32: {
        name: 'SWEET32',
        reason: 'A cipher with blocks of 64 bits repeats one after some 32 GB under one key, which gave away cookies in 2016.',
        questions: [
            suites('64-bit block suite', [_registry_protocols_js__WEBPACK_IMPORTED_MODULE_0__/* .ssl2 */ .Bk, ...beforeTls13], suite => isCbc(suite) && /^(?:3?DES|IDEA|RC2|FORTEZZA)/.test(suite.cipher)),
        ],
        cause: {
            category: 'cipher',
            title: 'Ciphers with 64-bit blocks (SWEET32)',
            meaning: 'The server accepts 3DES, DES, IDEA or RC2. Their blocks of 64 bits repeat within the traffic of one long connection, and each repetition gives something of the text away.',
            fix: { do: onlyAead, ...aeadSuites },
            refs: ['RFC 9325 §4.1', 'CVE-2016-2183'],
        },
    },
    rc4: {
        name: 'RC4',
        reason: 'The bytes of RC4 are not evenly spread, so that text sent often enough can be read: cookies within 75 hours, in 2015.',
        questions: [suites('RC4 suite', [_registry_protocols_js__WEBPACK_IMPORTED_MODULE_0__/* .ssl2 */ .Bk, ...beforeTls13], ({ cipher }) => cipher.startsWith('RC4'))],
        cause: {
            category: 'cipher',
            title: 'RC4 suites are accepted',
            meaning: 'The key stream of RC4 is biased, so that text which is sent many times, such as a cookie or a password, can be computed from its ciphertexts.',
            fix: { do: onlyAead, ...aeadSuites },
            refs: ['RFC 7465 §2', 'RFC 7457 §2.5', 'CVE-2013-2566', 'CVE-2015-2808'],
        },
    },
    robot: {
        name: 'ROBOT',
        reason: "A server that tells good from bad RSA padding decrypts for an attacker: Bleichenbacher's attack of 1998, found again in products of seven vendors in 2017.",
        questions: [
            suites('static RSA suite', [_registry_protocols_js__WEBPACK_IMPORTED_MODULE_0__/* .ssl2 */ .Bk, ...beforeTls13], ({ keyExchange }) => keyExchange === 'RSA' || keyExchange === 'RSA_PSK'),
        ],
        caveat: 'whether the server tells good from bad padding was not tested',
        cause: {
            category: 'cipher',
            title: 'Static RSA suites are accepted (ROBOT)',
            meaning: 'Clients may encrypt the session key to the RSA key of the certificate. That gives no forward secrecy, and a server that handles the padding wrongly lets others decrypt the session.',
            fix: { do: onlyAead, ...aeadSuites },
            refs: ['RFC 9325 §4.1', 'RFC 7457 §2.7', 'CVE-2017-13099'],
        },
    },
    raccoon: {
        name: 'Raccoon',
        reason: 'Leading zeros of a Diffie-Hellman secret are dropped before it is hashed, which can be timed where the server keeps its key. Known since 2020.',
        questions: [
            suites('static DH suite', beforeTls13, ({ keyExchange }) => keyExchange === 'DH'),
            { kind: 'feature', name: 'dh-reuse', exposes: 'yes', among: dhe },
        ],
        caveat: 'whether its timing can be measured was not tested',
        cause: {
            category: 'cipher',
            title: 'A Diffie-Hellman key is used again (Raccoon)',
            meaning: 'The server uses one Diffie-Hellman key for several sessions. By timing many of them an attacker can compute the secret of one, and the key gives no forward secrecy while it lives.',
            fix: {
                do: 'Accept ECDHE suites in the place of DH and DHE, or have the server make a Diffie-Hellman key for each session',
                ...aeadSuites,
            },
            refs: ['RFC 9325 §4.1', 'CVE-2020-1968'],
        },
    },
    lucky13: {
        name: 'LUCKY13',
        reason: 'TLS computes the MAC of a CBC record before the padding, so that the time to check it tells of the text. Known since 2013.',
        questions: [suites('CBC suite', beforeTls13, isCbc)],
        caveat: 'whether its timing can be measured was not tested',
        cause: {
            category: 'cipher',
            title: 'CBC suites are accepted (LUCKY13)',
            meaning: 'CBC suites check the MAC after the padding, and only code of great care takes the same time for every record. Libraries have had to be mended again and again.',
            fix: { do: onlyAead, ...aeadSuites },
            refs: ['RFC 7457 §2.4', 'RFC 7366', 'CVE-2013-0169'],
        },
    },
    dheat: {
        name: 'D(HE)at',
        reason: 'Finite-field Diffie-Hellman costs a server much computation for a few bytes of anyone, which was turned into an attack in 2021.',
        questions: [dhe, { kind: 'groups', noun: 'finite-field group', exposes: ({ kind }) => kind === 'ffdh' }],
        caveat: 'whether the server limits how often was not tested',
        cause: {
            category: 'cipher',
            title: 'Finite-field Diffie-Hellman (D(HE)at)',
            meaning: 'Each handshake with finite-field Diffie-Hellman costs the server far more than a client that sends any number in the place of its key, so that a slow line is enough to keep it busy.',
            fix: {
                do: 'Accept ECDHE suites and elliptic curves only, or limit the handshakes of one address',
                nginx: 'ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20; (and for TLS 1.3 ssl_ecdh_curve X25519:prime256v1:secp384r1)',
                apache: 'SSLCipherSuite ECDHE+AESGCM:ECDHE+CHACHA20 (and for TLS 1.3 SSLOpenSSLConfCmd Groups X25519:P-256:P-384)',
                haproxy: 'ssl-default-bind-ciphers ECDHE+AESGCM:ECDHE+CHACHA20 (section global; for TLS 1.3 curves X25519:P-256 in the bind line)',
                node: "ciphers: 'ECDHE+AESGCM:ECDHE+CHACHA20' (and for TLS 1.3 ecdhCurve: 'X25519:P-256:P-384')",
            },
            refs: ['RFC 7457 §2.13', 'CVE-2002-20001'],
        },
    },
    'insecure-renegotiation': {
        name: 'insecure renegotiation',
        reason: 'A new handshake within a connection was not bound to the one before it, so that someone else could speak first in the name of the client. Known since 2009.',
        questions: [{ kind: 'feature', name: 'secure-renegotiation', exposes: 'no', among: protocols(...beforeTls13) }],
        caveat: 'whether the server renegotiates at all was not tested',
        cause: {
            category: 'protocol',
            title: 'Renegotiation is not bound to its connection',
            meaning: 'The server does not answer renegotiation_info. If it renegotiates, an attacker can put a request of his own before that of a client; strict clients refuse such a server.',
            fix: {
                do: 'Update the TLS library of the server: each one since 2010 answers renegotiation_info unless it was switched off',
                apache: 'SSLInsecureRenegotiation off',
            },
            refs: ['RFC 5746 §3.6', 'RFC 7457 §2.10', 'CVE-2009-3555'],
        },
    },
    ticketbleed: {
        name: 'Ticketbleed',
        reason: 'F5 BIG-IP of 2016 answered the session id that comes with a ticket with 32 bytes whatever its length, the rest from its memory.',
        questions: [{ kind: 'feature', name: 'session-ticket', exposes: 'yes', among: protocols(...beforeTls13) }],
        caveat: 'how a session id that is sent with a ticket comes back was not tested',
        payload: true,
        cause: {
            category: 'configuration',
            title: 'Memory comes back with session ids (Ticketbleed)',
            meaning: 'A session id that is sent along with a session ticket comes back longer than it was, filled up with bytes of the memory of the server.',
            fix: { do: 'Update the device (F5 K05121675 names the versions of BIG-IP), and until then switch session tickets off' },
            refs: ['RFC 5077 §3.4', 'CVE-2016-9244'],
        },
    },
    heartbleed: {
        name: 'Heartbleed',
        reason: 'OpenSSL 1.0.1 up to 1.0.1f answers a heartbeat with as many bytes as it says it has, private keys among them. Known since 2014.',
        questions: [{ kind: 'feature', name: 'heartbeat', exposes: 'yes', among: protocols(...beforeTls13) }],
        caveat: 'whether the server checks the lengths in a heartbeat was not tested',
        payload: true,
        cause: {
            category: 'configuration',
            title: 'Lengths of heartbeats are not checked (Heartbleed)',
            meaning: 'The server answers a heartbeat whose lengths do not add up, as OpenSSL 1.0.1 to 1.0.1f does. Such a server gives its memory away, keys and passwords with it.',
            fix: {
                do: 'Update OpenSSL and restart everything that uses it, then replace the key and the certificate: both count as known to others',
            },
            refs: ['RFC 6520 §4', 'RFC 7457 §2.14', 'CVE-2014-0160'],
        },
    },
    'ccs-injection': {
        name: 'CCS injection',
        reason: 'OpenSSL before June 2014 takes a ChangeCipherSpec before there are keys, and then encrypts with keys that anyone can compute.',
        questions: [protocols(...beforeTls13)],
        caveat: 'whether an early ChangeCipherSpec is processed was not tested',
        payload: true,
        cause: {
            category: 'configuration',
            title: 'An early ChangeCipherSpec is processed',
            meaning: 'The server processes a ChangeCipherSpec before the keys are exchanged, as OpenSSL before 1.0.1h, 1.0.0m and 0.9.8za does. With a client of the same fault others can read the session.',
            fix: { do: 'Update OpenSSL and restart everything that uses it' },
            refs: ['RFC 5246 §7.1', 'RFC 7457 §2.14', 'CVE-2014-0224'],
        },
    },
};
/** What a failed check of each names. */
const vulnerabilityCauses = byName('vulnerable-', ({ cause }) => cause);
/** What each check looks at. */
const vulnerabilityChecks = byName('vulnerability/', ({ name, reason, cause }, key) => ({
    title: `${name.charAt(0).toUpperCase()}${name.slice(1)} excluded`,
    reason,
    causes: [`vulnerable-${key}`],
    refs: cause.refs,
}));
function byName(prefix, make) {
    const rows = Object.entries(vulnerabilities);
    return Object.fromEntries(rows.map(([key, row]) => [prefix + key, make(row, key)]));
}


/***/ }),

/***/ 4160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ alerts)
/* harmony export */ });
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4615);
// IANA "TLS Alerts" (tls-parameters-6), 2026-09-29. Names as in the RFCs, without IANA's _RESERVED.

const alerts = (0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .t)('alert', 2, () => [
    { code: 0, name: 'close_notify', text: 'closed the connection' },
    { code: 10, name: 'unexpected_message', text: 'got a message that may not come at that point' },
    { code: 20, name: 'bad_record_mac', text: 'could not verify or decrypt a record' },
    { code: 21, name: 'decryption_failed', text: 'could not decrypt a record' },
    { code: 22, name: 'record_overflow', text: 'got a record that is too long' },
    { code: 30, name: 'decompression_failure', text: 'could not decompress a record' },
    { code: 40, name: 'handshake_failure', text: 'found no common parameters' },
    { code: 41, name: 'no_certificate', text: 'has no certificate to present' },
    { code: 42, name: 'bad_certificate', text: 'rejected the certificate as corrupt or wrongly signed' },
    { code: 43, name: 'unsupported_certificate', text: 'does not support this type of certificate' },
    { code: 44, name: 'certificate_revoked', text: 'rejected the certificate as revoked' },
    { code: 45, name: 'certificate_expired', text: 'rejected the certificate as expired or not yet valid' },
    { code: 46, name: 'certificate_unknown', text: 'rejected the certificate for a reason it does not name' },
    { code: 47, name: 'illegal_parameter', text: 'got a message with a value that is not allowed' },
    { code: 48, name: 'unknown_ca', text: 'does not trust the authority that issued the certificate' },
    { code: 49, name: 'access_denied', text: 'accepted the certificate and denies access' },
    { code: 50, name: 'decode_error', text: 'could not decode a message' },
    { code: 51, name: 'decrypt_error', text: 'could not verify a signature, a Finished message or a PSK binder' },
    { code: 52, name: 'too_many_cids_requested', text: 'was asked for too many connection ids' },
    { code: 60, name: 'export_restriction', text: 'saw the export rules for keys broken' },
    { code: 70, name: 'protocol_version', text: 'does not speak the protocol version asked for' },
    { code: 71, name: 'insufficient_security', text: 'asks for stronger parameters than it was offered' },
    { code: 80, name: 'internal_error', text: 'failed for a reason of its own' },
    { code: 86, name: 'inappropriate_fallback', text: 'speaks a newer protocol version than this retry offers' },
    { code: 90, name: 'user_canceled', text: 'cancelled the handshake' },
    { code: 100, name: 'no_renegotiation', text: 'refuses to renegotiate' },
    { code: 109, name: 'missing_extension', text: 'misses an extension that is mandatory' },
    { code: 110, name: 'unsupported_extension', text: 'got an extension that it did not offer or that may not stand there' },
    { code: 111, name: 'certificate_unobtainable', text: 'could not fetch the certificate from the URL it was given' },
    { code: 112, name: 'unrecognized_name', text: 'does not serve the name asked for' },
    { code: 113, name: 'bad_certificate_status_response', text: 'rejected the stapled OCSP response' },
    { code: 114, name: 'bad_certificate_hash_value', text: 'fetched a certificate that does not match its hash' },
    { code: 115, name: 'unknown_psk_identity', text: 'does not know the PSK identity' },
    { code: 116, name: 'certificate_required', text: 'requires a client certificate' },
    { code: 117, name: 'general_error', text: 'failed for a reason that no other alert names' },
    { code: 120, name: 'no_application_protocol', text: 'supports none of the application protocols offered (ALPN)' },
    { code: 121, name: 'ech_required', text: 'requires Encrypted Client Hello' },
]);


/***/ }),

/***/ 8584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ isGrease)
/* harmony export */ });
// RFC 8701: values that mean nothing, sent to keep the other side tolerant of values it does not know. They are in no registry.
/**
 * Whether a 16-bit number is a GREASE value: 0x0a0a, 0x1a1a, … 0xfafa (RFC 8701 §2). The same sixteen serve for cipher suites,
 * groups, signature schemes, extensions and versions.
 */
function isGrease(code) {
    return (code & 0x0f0f) === 0x0a0a && code >> 8 === (code & 0xff);
}


/***/ })

};
