/** Who made the calls of a recording, whether or not they needed a permission. */
import { identityFacts } from "../record/learned-facts.ts";
import type { Recording } from "../record/recording.ts";

/** How many identities made calls; nobody's count where somebody's are there as well, as of whoever fetches keys to sign with. */
export async function countIdentities(recording: Recording): Promise<number> {
  const { identityKeys } = await import("../synthesize/identity.ts");
  const ids = new Set(recording.calls.map(({ identity }) => identity));
  if (ids.size > 1) ids.delete("anonymous");
  return new Set(identityKeys([...ids], identityFacts(recording)).values()).size;
}
