// The named clients, all families in one list. Each row names its source; nothing here says which of them matter.
import { android } from './android.ts'
import { browsers } from './browsers.ts'
import type { ClientProfile } from './client-profile.ts'
import { java } from './java.ts'
import { libraries } from './libraries.ts'
import { node } from './node.ts'
import { openssl } from './openssl.ts'
import { windows } from './windows.ts'

let made: readonly ClientProfile[] | undefined

/** Every profile, by family and oldest first within it. Made at first use. */
export function clientProfiles(): readonly ClientProfile[] {
  made ??= [...browsers(), ...android(), ...java(), ...openssl(), ...node(), ...windows(), ...libraries()]
  return made
}

/** The profile of a name ('java-8u161', exact spelling), or undefined. */
export function clientProfile(name: string): ClientProfile | undefined {
  return clientProfiles().find(profile => profile.name === name)
}
