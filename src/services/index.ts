/** All service records, looked up by service id. A test holds this list complete. */
import apigateway from "./apigateway.ts";
import apigatewayv2 from "./apigatewayv2.ts";
import type { ServiceRules } from "./define-service.ts";
import dynamodb from "./dynamodb.ts";
import events from "./events.ts";
import iam from "./iam.ts";
import kms from "./kms.ts";
import lambda from "./lambda.ts";
import logs from "./logs.ts";
import s3 from "./s3.ts";
import secretsmanager from "./secretsmanager.ts";
import sns from "./sns.ts";
import sqs from "./sqs.ts";
import ssm from "./ssm.ts";
import states from "./states.ts";
import sts from "./sts.ts";

export const SERVICES: readonly ServiceRules[] = [
  apigateway,
  apigatewayv2,
  dynamodb,
  events,
  iam,
  kms,
  lambda,
  logs,
  s3,
  secretsmanager,
  sns,
  sqs,
  ssm,
  states,
  sts,
];

const bySdkId: ReadonlyMap<string, ServiceRules> = new Map(SERVICES.map((rules) => [rules.sdkId, rules]));

/** The record of the API with this service id; undefined where the default holds for all of it. */
export const serviceRules = (sdkId: string): ServiceRules | undefined => bySdkId.get(sdkId);
