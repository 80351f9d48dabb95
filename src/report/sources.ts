// Where the sources that a check rests on can be read. Only those whose address follows from their name.

/** The page of 'RFC 8446 §4.2.1' or 'CVE-2014-0160'; null for any other source. */
export function urlOf(ref: string): string | null {
  const [, rfc, section] = /^RFC (\d{1,5})(?: §([\dA-Z](?:[\d.]*\d)?))?$/.exec(ref) ?? []
  if (rfc !== undefined) return `https://www.rfc-editor.org/rfc/rfc${rfc}${section === undefined ? '' : `#${anchorOf(section)}`}`
  return /^CVE-\d{4}-\d{4,7}$/.test(ref) ? `https://www.cve.org/CVERecord?id=${ref}` : null
}

const anchorOf = (section: string): string => `${/^\d/.test(section) ? 'section' : 'appendix'}-${section}`
