import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import type { OperationModel } from "../../src/data/api-index.ts";
import { apiIndex, authorizationIndex } from "../../src/data/opened-indexes.ts";
import { keepMembers } from "../../src/decode/input/keep-members.ts";
import { compileMemberPaths } from "../../src/decode/input/member-paths.ts";
import type { RuleExample, RuleSet, ServiceRules } from "../../src/services/define-service.ts";
import { SERVICES, serviceRules } from "../../src/services/index.ts";
import { excerptsRead, pathsRead } from "../../src/services/paths-read.ts";
import { exampleCall, permitNotation } from "./example-call.ts";

const authorize = createAuthorizer({ apis: apiIndex(), authorization: authorizationIndex(), rules: serviceRules });

interface Case {
  readonly operation: string;
  readonly example: RuleExample;
}

const casesOf = ({ operations = {}, besides = [], resources = {}, otherwise }: RuleSet): readonly Case[] => [
  ...Object.entries(operations).flatMap(([operation, { examples }]) =>
    examples.map((example) => ({ operation, example })),
  ),
  ...[...besides, ...Object.values(resources), ...(otherwise === undefined ? [] : [otherwise])].flatMap(
    ({ examples }) => examples.map((example) => ({ operation: example.operation ?? "", example })),
  ),
];

/** Members that the model marks are never kept: an example may show what they would say. */
const holdsSensitive = ({ members }: OperationModel, input: object): boolean =>
  members.some(({ name, sensitive }) => sensitive && Object.hasOwn(input, name));

function changedByKeeping(rules: ServiceRules, { operation, example }: Case): readonly string[] {
  const entry = apiIndex().withSdkId(rules.sdkId);
  const model = entry === undefined ? undefined : apiIndex().load(entry.client).operations.get(operation);
  if (entry === undefined || model === undefined || holdsSensitive(model, example.input)) return [];
  const call = exampleCall(example, { sdkId: rules.sdkId, operation, signingName: entry.signingName });
  const paths = compileMemberPaths(pathsRead(rules, operation), excerptsRead(rules, operation));
  const kept = keepMembers(call.input, model, paths).input;
  const [whole, part] = [call, { ...call, input: kept }].map((some) => authorize(some).map(permitNotation).sort());
  return JSON.stringify(whole) === JSON.stringify(part)
    ? []
    : [`${rules.sdkId} ${operation}: ${JSON.stringify(example.input)}`];
}

test("a recording holds all that the rules read: every example comes out the same from what decoding keeps", () => {
  const changed = SERVICES.flatMap((rules) =>
    [rules, ...(rules.variants ?? [])].flatMap(casesOf).flatMap((found) => changedByKeeping(rules, found)),
  );
  expect(changed).toEqual([]);
});
