/** Turns the examples of service records into calls, and permissions into the examples' notation. */
import type { RequiredPermission } from "../../src/authorize/required-permission.ts";
import type { ApiCall, JsonObject, JsonValue } from "../../src/decode/api-call.ts";
import type { RuleExample } from "../../src/services/define-service.ts";

function asJson(value: unknown): JsonValue {
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value === "object" && value !== null) return asObject(value);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return null;
}

const asObject = (value: object): JsonObject =>
  Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asJson(item)]));

export interface ExampleSubject {
  readonly sdkId: string;
  readonly operation: string;
  /** The model's own. */
  readonly signingName: string;
}

/** The call that an example describes: account 123456789012, region us-east-1 unless it says otherwise. */
export function exampleCall(example: RuleExample, subject: ExampleSubject): ApiCall {
  return {
    kind: "call",
    sdkId: subject.sdkId,
    operation: subject.operation,
    signingName: example.signingName ?? subject.signingName,
    protocol: "json",
    partition: example.partition ?? "aws",
    region: example.region ?? "us-east-1",
    account: "123456789012",
    identity: "a1b2c3",
    auth: "sigv4",
    hostname: example.hostname ?? "endpoint.us-east-1.amazonaws.com",
    input: asObject(example.input),
    members: Object.keys(example.input).sort(),
    outcome: { kind: "succeeded", ...(example.answeredKeys && { keys: example.answeredKeys }) },
    source: "proxy",
  };
}

/** `sqs:SendMessage arn:…`, with ` if key = value` after it for each condition. */
export function permitNotation({ action, resources, conditions }: RequiredPermission): string {
  const keys = Object.values(conditions).flatMap((operator) => Object.entries(operator));
  const ifs = keys.map(([key, values]) => ` if ${key} = ${[...values].sort().join(", ")}`).sort();
  return `${action} ${[...resources].sort().join(" + ")}${ifs.join("")}`;
}
