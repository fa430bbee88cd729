/** All service records, looked up by service id. A test holds this list complete. */
import accessanalyzer from "./accessanalyzer.ts";
import apigateway from "./apigateway.ts";
import apigatewaymanagementapi from "./apigatewaymanagementapi.ts";
import apigatewayv2 from "./apigatewayv2.ts";
import athena from "./athena.ts";
import bcmPricingCalculator from "./bcm-pricing-calculator.ts";
import bedrockAgentRuntime from "./bedrock-agent-runtime.ts";
import bedrockRuntime from "./bedrock-runtime.ts";
import budgets from "./budgets.ts";
import cloudwatch from "./cloudwatch.ts";
import connectparticipant from "./connectparticipant.ts";
import deadline from "./deadline.ts";
import type { ServiceRules } from "./define-service.ts";
import dms from "./dms.ts";
import docdb from "./docdb.ts";
import dynamodb from "./dynamodb.ts";
import ec2 from "./ec2.ts";
import events from "./events.ts";
import glue from "./glue.ts";
import iam from "./iam.ts";
import keyspaces from "./keyspaces.ts";
import kinesis from "./kinesis.ts";
import kinesisvideo from "./kinesisvideo.ts";
import kms from "./kms.ts";
import lambda from "./lambda.ts";
import logs from "./logs.ts";
import neptune from "./neptune.ts";
import neptunedata from "./neptunedata.ts";
import quicksight from "./quicksight.ts";
import rds from "./rds.ts";
import s3 from "./s3.ts";
import s3control from "./s3control.ts";
import scheduler from "./scheduler.ts";
import secretsmanager from "./secretsmanager.ts";
import sns from "./sns.ts";
import sqs from "./sqs.ts";
import ssm from "./ssm.ts";
import states from "./states.ts";
import sts from "./sts.ts";
import verifiedpermissions from "./verifiedpermissions.ts";

export const SERVICES: readonly ServiceRules[] = [
  accessanalyzer,
  apigateway,
  apigatewaymanagementapi,
  apigatewayv2,
  athena,
  bcmPricingCalculator,
  bedrockAgentRuntime,
  bedrockRuntime,
  budgets,
  cloudwatch,
  connectparticipant,
  deadline,
  dms,
  docdb,
  dynamodb,
  ec2,
  events,
  glue,
  iam,
  keyspaces,
  kinesis,
  kinesisvideo,
  kms,
  lambda,
  logs,
  neptune,
  neptunedata,
  quicksight,
  rds,
  s3,
  s3control,
  scheduler,
  secretsmanager,
  sns,
  sqs,
  ssm,
  states,
  sts,
  verifiedpermissions,
];

const bySdkId: ReadonlyMap<string, ServiceRules> = new Map(SERVICES.map((rules) => [rules.sdkId, rules]));

/** The record of the API with this service id; undefined where the default holds for all of it. */
export const serviceRules = (sdkId: string): ServiceRules | undefined => bySdkId.get(sdkId);
