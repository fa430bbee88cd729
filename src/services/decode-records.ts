/** What decoding asks of the records in this folder, looked up by service id. A test holds the lists complete. */
import { apiGatewayManagementAddressing } from "./apigatewaymanagementapi-addressing.ts";
import { appSyncApiAddressing } from "./appsync-api-addressing.ts";
import { cloudSearchDomainAddressing } from "./cloudsearch-domain-addressing.ts";
import { dataKeyAnswers } from "./data-key-answers.ts";
import type { Addressing } from "./define-addressing.ts";
import type { AnswerRule } from "./define-answers.ts";
import { executeApiAddressing } from "./execute-api-addressing.ts";
import { greengrassAddressing } from "./greengrass-addressing.ts";
import { kmsAnswers } from "./kms-answers.ts";
import { lambdaUrlAddressing } from "./lambda-url-addressing.ts";
import { openSearchCollectionAddressing, openSearchDomainAddressing } from "./opensearch-addressing.ts";
import { roleAnswers } from "./role-answers.ts";
import { s3Addressing } from "./s3-addressing.ts";
import { s3Answers } from "./s3-answers.ts";
import { s3ControlAddressing } from "./s3control-addressing.ts";
import { sqsAddressing } from "./sqs-addressing.ts";
import { ssoAnswers } from "./sso-answers.ts";
import { stsAnswers } from "./sts-answers.ts";

export const ADDRESSING: readonly Addressing[] = [
  apiGatewayManagementAddressing,
  cloudSearchDomainAddressing,
  appSyncApiAddressing,
  executeApiAddressing,
  greengrassAddressing,
  lambdaUrlAddressing,
  openSearchCollectionAddressing,
  openSearchDomainAddressing,
  s3Addressing,
  s3ControlAddressing,
  sqsAddressing,
];

export const ANSWERS: readonly AnswerRule[] = [
  ...dataKeyAnswers,
  ...kmsAnswers,
  ...roleAnswers,
  ...s3Answers,
  ...ssoAnswers,
  ...stsAnswers,
];

const addressingById = new Map(ADDRESSING.map((record) => [record.sdkId, record]));

const answersByName = new Map(
  ANSWERS.flatMap((rule) => rule.operations.map((operation) => [`${rule.sdkId}:${operation}`, rule] as const)),
);

export const addressingOf = (sdkId: string): Addressing | undefined => addressingById.get(sdkId);

export const answersOf = (sdkId: string, operation: string): AnswerRule | undefined =>
  answersByName.get(`${sdkId}:${operation}`);
