import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import redshiftData from "../../src/services/redshift-data.ts";
import { exampleCall, permitNotation } from "./example-call.ts";

const authorize = createAuthorizer({
  apis: openApiIndex(),
  authorization: openAuthorizationIndex(),
  rules: () => redshiftData,
});

function permits(input: { readonly [member: string]: unknown }) {
  const subject = { sdkId: "Redshift Data", operation: "ExecuteStatement", signingName: "redshift-data" };
  return authorize(exampleCall({ input, permits: [] }, subject))
    .map(permitNotation)
    .sort();
}

const RUN = "redshift-data:ExecuteStatement";
const OWN = "us-east-1:123456789012";

test.each([
  [
    "temporary credentials of a database user",
    { ClusterIdentifier: "c", DbUser: "u", Database: "d" },
    [
      `${RUN} arn:aws:redshift:${OWN}:cluster:c`,
      `redshift:GetClusterCredentials arn:aws:redshift:${OWN}:dbname:c/d + arn:aws:redshift:${OWN}:dbuser:c/u`,
    ],
  ],
  [
    "temporary credentials of the caller",
    { ClusterIdentifier: "c", Database: "d" },
    [
      `${RUN} arn:aws:redshift:${OWN}:cluster:c`,
      `redshift:GetClusterCredentialsWithIAM arn:aws:redshift:${OWN}:dbname:c/d`,
    ],
  ],
  [
    "credentials of a workgroup",
    { WorkgroupName: "w" },
    [
      `${RUN} arn:aws:redshift-serverless:${OWN}:workgroup/*`,
      `redshift-serverless:GetCredentials arn:aws:redshift-serverless:${OWN}:workgroup/*`,
    ],
  ],
  [
    "a secret, and then nothing else",
    { ClusterIdentifier: "c", SecretArn: `arn:aws:secretsmanager:${OWN}:secret:s-a1B2c3` },
    [
      `${RUN} arn:aws:redshift:${OWN}:cluster:c`,
      `secretsmanager:GetSecretValue arn:aws:secretsmanager:${OWN}:secret:s-a1B2c3`,
    ],
  ],
  ["a session that was opened before", { SessionId: "s" }, [`${RUN} *`]],
])("runs with %s", (_, input, expected) => {
  expect(permits(input)).toEqual(expected);
});
