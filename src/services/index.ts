/** All service records at once, for whoever cannot know which APIs will be met; `load-rules.ts` loads those of some. */
import type { ServiceRules } from "./define-service.ts";
import { RECORDS } from "./records.ts";

const records: ServiceRules[] = [];
// One after the other: Node opens all files of an import at once, and some systems let it open few.
for (const load of Object.values(RECORDS)) records.push((await load()).default);

export const SERVICES: readonly ServiceRules[] = records;

const bySdkId: ReadonlyMap<string, ServiceRules> = new Map(SERVICES.map((rules) => [rules.sdkId, rules]));

/** The record of the API with this service id; undefined where the default holds for all of it. */
export const serviceRules = (sdkId: string): ServiceRules | undefined => bySdkId.get(sdkId);
