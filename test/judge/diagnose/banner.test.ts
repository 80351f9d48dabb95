import { expect, test } from 'vitest'
import { nameBanner } from '../../../src/judge/diagnose/banner.ts'

test.each<[string, string | readonly number[], string]>([
  ['HTTP', 'HTTP/1.1 400 Bad Request\r\nServer: x\r\n', 'plain HTTP ("HTTP/1.1 400 Bad Request")'],
  ['a page without a head', '<!DOCTYPE html>\n<html>', 'an HTML page without HTTP headers ("<!DOCTYPE html>")'],
  ['SSH', 'SSH-2.0-OpenSSH_9.2\r\n', 'an SSH banner ("SSH-2.0-OpenSSH_9.2")'],
  ['SMTP', '220 mx ESMTP Postfix\r\n', 'an SMTP greeting ("220 mx ESMTP Postfix")'],
  ['FTP', '220 (vsFTPd FTP 3.0.5)\r\n', 'an FTP greeting ("220 (vsFTPd FTP 3.0.5)")'],
  ['one of both', '220 hello\r\n', 'an SMTP or FTP greeting ("220 hello")'],
  ['IMAP', '* OK ready\r\n', 'an IMAP greeting ("* OK ready")'],
  ['POP3', '+OK ready\r\n', 'a POP3 greeting ("+OK ready")'],
  ['Redis', "-ERR unknown command '\u0016'\r\n", `a POP3 or Redis error (the bytes ${Buffer.from('-ERR unk').toString('hex')})`],
  ['XMPP', "<?xml version='1.0'?>", 'an XMPP stream ("<?xml version=\'1.0\'?>")'],
  ['MySQL', [0x4a, 0, 0, 0, 0x0a, 0x38, 0x2e], 'a MySQL greeting (the bytes 4a0000000a382e)'],
  ['printable text of no name', 'hello there', '"hello there"'],
  ['bytes of no name', [1, 2, 3], 'the bytes 010203'],
  ['an ANSI sequence, which stays inert', '\u001b[31mred', 'the bytes 1b5b33316d726564'],
  ['a workflow command, quoted', '::error::x', '"::error::x"'],
  ['a long line, cut', 'x'.repeat(500), JSON.stringify('x'.repeat(60))],
  ['an empty line first', '\r\nhello', 'the bytes 0d0a68656c6c6f'],
])('%s', (_, bytes, expected) => {
  expect(nameBanner(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : Uint8Array.from(bytes))).toBe(expected)
})
