/** Answers of STS that name an identity: the caller's own, and whoever is behind keys that it hands out. */
import { defineAnswers } from "./define-answers.ts";

/** Room for the session token and the packed policy that stand before the last member. */
const BODY_BYTES = 32 * 1024;

const NEW_KEY = { from: "body", path: "Credentials.AccessKeyId" } as const;

export const stsAnswers = defineAnswers(
  {
    sdkId: "STS",
    operations: ["GetSessionToken"],
    bodyBytes: BODY_BYTES,
    facts: [{ kind: "session", key: NEW_KEY }],
    see: "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html",
  },
  {
    sdkId: "STS",
    operations: ["GetCallerIdentity"],
    bodyBytes: BODY_BYTES,
    facts: [{ kind: "identity", arn: [{ from: "body", path: "Arn" }] }],
    see: "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html",
  },
  {
    // The request's ARN has the role's path, which the assumed-role ARN of the answer lacks.
    sdkId: "STS",
    operations: ["AssumeRole", "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"],
    bodyBytes: BODY_BYTES,
    facts: [
      {
        kind: "identity",
        key: NEW_KEY,
        arn: [
          { from: "input", member: "RoleArn" },
          { from: "body", path: "AssumedRoleUser.Arn" },
        ],
      },
    ],
    see: "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html",
  },
  {
    sdkId: "STS",
    operations: ["GetFederationToken"],
    bodyBytes: BODY_BYTES,
    facts: [{ kind: "identity", key: NEW_KEY, arn: [{ from: "body", path: "FederatedUser.Arn" }] }],
    see: "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html",
  },
);
