/** Who made the calls of a recording, whether or not they needed a permission. */
import { identityFacts } from "../record/learned-facts.ts";
import type { Recording } from "../record/recording.ts";
import { identityKeys } from "../synthesize/identity.ts";

/** How many identities made calls; nobody's count where somebody's are there as well, as of whoever fetches keys to sign with. */
export function countIdentities(recording: Recording): number {
  const ids = new Set(recording.calls.map(({ identity }) => identity));
  if (ids.size > 1) ids.delete("anonymous");
  return new Set(identityKeys([...ids], identityFacts(recording)).values()).size;
}
