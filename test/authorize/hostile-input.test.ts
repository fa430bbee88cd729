/** Whatever a request holds, its permissions are such that a policy can hold them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import type { ApiCall, JsonObject, JsonValue } from "../../src/decode/api-call.ts";
import { hasVariables } from "../../src/iam/policy-variables.ts";
import { serviceRules } from "../../src/services/index.ts";
import { synthesize } from "../../src/synthesize/synthesize.ts";
import { apiCall } from "./small-world.ts";

const apis = openApiIndex();
const authorization = openAuthorizationIndex();
const authorize = createAuthorizer({ apis, authorization, rules: serviceRules });

const CLIENTS = [
  "s3",
  "dynamodb",
  "sqs",
  "lambda",
  "iam",
  "kms",
  "ec2",
  "stepfunctions",
  "events",
  "secretsmanager",
  "logs",
];
const operations = CLIENTS.flatMap((client) => {
  const api = apis.load(client);
  return [...api.operations.values()].map((operation) => ({ api, operation }));
});

const text = fc.oneof(
  fc.constantFrom("*", "?", "$", "${aws:userid}", "${*}", '"', "\\", "\n", "arn:", "arn:aws:s3:::", "☃", "a/../b", ":"),
  fc.constantFrom("arn:aws:s3:::b/${aws:userid}", "arn:aws:iam::123456789012:role/*", "https://sqs/1/*"),
  fc.string({ unit: "binary" }),
  fc.string(),
);

const value: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    text,
    fc.constant(null),
    fc.integer(),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("Key", "Arn", "RoleArn", "Name", "__proto__", "TableName"), tie("value"), {
      maxKeys: 3,
    }),
  ),
})).value;

const hostileCall: fc.Arbitrary<ApiCall> = fc.constantFrom(...operations).chain(({ api, operation }) =>
  fc.array(value, { minLength: operation.members.length, maxLength: operation.members.length }).map((values) => {
    const input = Object.fromEntries(operation.members.map(({ name }, index) => [name, values[index] ?? null]));
    return callOf(api.sdkId, operation.name, input);
  }),
);

function callOf(sdkId: string, operation: string, input: JsonObject): ApiCall {
  const signingName = apis.withSdkId(sdkId)?.signingName ?? "";
  return apiCall(operation, input, { sdkId, signingName, region: "us-east-1", hostname: "localhost" });
}

/** The one variable that a rule writes: who calls without naming a user means himself. */
const OWN_NAME = "${aws:username}";

function unfit(written: string): boolean {
  const resource = written.replace(OWN_NAME, "own");
  if (resource === "*") return false;
  return (
    !/^arn:[^:]*:[^:]*:[^:]*:[^:]*:./.test(resource) || /[^\u0020-\u00ff]/.test(resource) || hasVariables(resource)
  );
}

describe("hostile values", () => {
  test("yield actions and ARNs that a policy can hold, whose variables are those of the request alone", () => {
    fc.assert(
      fc.property(hostileCall, (call) => {
        for (const { action, resources } of authorize(call)) {
          expect(action).toMatch(/^[a-z0-9-]+:[A-Za-z0-9]+$/);
          expect(resources.length).toBeGreaterThan(0);
          expect(resources.filter(unfit)).toEqual([]);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test("yield a policy that proves sufficient", () => {
    fc.assert(
      fc.property(fc.array(hostileCall, { maxLength: 4 }), (calls) => {
        const observed = calls.flatMap((call, n) =>
          authorize(call).map((permission) => ({ permission, call: n, identity: "a", outcome: "succeeded" as const })),
        );
        const { policies } = synthesize(observed, { identities: [], authorization });
        expect(policies.flatMap(({ proof }) => proof.failures)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe("large and deep inputs", () => {
  const nested = (depth: number): JsonValue => {
    let found: JsonValue = { Arn: "arn:aws:s3:::deep" };
    for (let level = 0; level < depth; level += 1) found = level % 2 === 0 ? [found] : { M: found };
    return found;
  };

  test("an input nested ten thousand deep is one call like any other", () => {
    expect(authorize(callOf("DynamoDB", "PutItem", { TableName: "t", Item: nested(10_000) }))).toMatchObject([
      { action: "dynamodb:PutItem", resources: ["arn:aws:dynamodb:us-east-1:123456789012:table/t"] },
    ]);
  });

  test("a batch of ten thousand items names each resource once", () => {
    const items = Array.from({ length: 10_000 }, (_, n) => ({ Put: { TableName: `t${n % 500}` } }));
    const [permission, ...others] = authorize(callOf("DynamoDB", "TransactWriteItems", { TransactItems: items }));
    expect(permission?.action).toBe("dynamodb:PutItem");
    expect(permission?.resources).toHaveLength(500);
    expect(others).toEqual([]);
  });

  test("a name of ten million characters becomes a star that says why", () => {
    const [permission] = authorize(callOf("DynamoDB", "GetItem", { TableName: `arn:aws:${"x".repeat(10_000_000)}` }));
    expect(permission?.resources).toEqual(["arn:aws:dynamodb:us-east-1:123456789012:table/*"]);
    const [sent] = authorize(callOf("SQS", "SendMessage", { QueueUrl: "*".repeat(10_000_000) }));
    expect(sent?.resources).toEqual(["arn:aws:sqs:us-east-1:123456789012:*"]);
    expect(sent?.widened?.reason).toBe("name-too-long");
  });
});
