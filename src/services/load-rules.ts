/** The records of the APIs that a recording has met, and no others. */
import type { ServiceRules } from "./define-service.ts";
import { RECORDS } from "./records.ts";

/** Looks up a record by service id; undefined where the default holds for all of that API. */
export type RulesOf = (sdkId: string) => ServiceRules | undefined;

/** Loads the records of these APIs. The lookup throws for an API that is not among them. */
export async function loadRules(sdkIds: Iterable<string>): Promise<RulesOf> {
  const loaded = new Map<string, ServiceRules | undefined>();
  const load = async (sdkId: string): Promise<void> => {
    const record = Object.hasOwn(RECORDS, sdkId) ? await RECORDS[sdkId]?.() : undefined;
    loaded.set(sdkId, record?.default);
  };
  await Promise.all([...new Set(sdkIds)].map(load));
  return (sdkId) => {
    // To be taken for an API without a record would grant something else without a word.
    if (!loaded.has(sdkId)) throw new Error(`the record of ${sdkId} was not loaded`);
    return loaded.get(sdkId);
  };
}
