/** All service records, looked up by service id. A test holds this list complete. */
import type { ServiceRules } from "./define-service.ts";
import s3 from "./s3.ts";
import sqs from "./sqs.ts";

export const SERVICES: readonly ServiceRules[] = [s3, sqs];

const bySdkId: ReadonlyMap<string, ServiceRules> = new Map(SERVICES.map((rules) => [rules.sdkId, rules]));

/** The record of the API with this service id; undefined where the default holds for all of it. */
export const serviceRules = (sdkId: string): ServiceRules | undefined => bySdkId.get(sdkId);
