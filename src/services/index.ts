/** All service records, looked up by service id. */
import type { ServiceRules } from "./define-service.ts";
import * as records from "./records.ts";

export const SERVICES: readonly ServiceRules[] = Object.values(records);

const bySdkId: ReadonlyMap<string, ServiceRules> = new Map(SERVICES.map((rules) => [rules.sdkId, rules]));

/** The record of the API with this service id; undefined where the default holds for all of it. */
export const serviceRules = (sdkId: string): ServiceRules | undefined => bySdkId.get(sdkId);
