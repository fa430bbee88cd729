/** Requests that differ a little from the observed ones: none of them may be allowed, however the permissions were grouped. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeArnLiteral } from "../../src/iam/arn.ts";
import { evaluate } from "../../src/iam/evaluate.ts";
import { synthesize } from "../../src/synthesize/synthesize.ts";
import { SMALL_INDEX } from "../support/authorization-index.ts";
import { cases, PATIENCE } from "../support/long-run.ts";
import { observed } from "../support/observed-permission.ts";

const OBJECT_ACTIONS = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"];
const TABLE_ACTIONS = ["dynamodb:GetItem", "dynamodb:PutItem"];

interface Request {
  readonly action: string;
  readonly resource: string;
}

const name = fc.stringMatching(/^[a-z*?$./_-]{1,6}$/);
const request: fc.Arbitrary<Request> = fc.oneof(
  fc.tuple(fc.constantFrom(...OBJECT_ACTIONS), fc.constantFrom("a", "b"), name).map(([action, bucket, key]) => ({
    action,
    resource: `arn:aws:s3:::${bucket}/${key}`,
  })),
  fc
    .tuple(fc.constantFrom(...TABLE_ACTIONS), fc.constantFrom("eu-west-1", "eu-west-2"), name)
    .map(([action, region, table]) => ({
      action,
      resource: `arn:aws:dynamodb:${region}:111122223333:table/${table.replace(/[^a-z._-]/g, "x")}`,
    })),
);

/** One character more, less or other; another action of the same kind; another region, account or partition. */
function nearTo({ action, resource }: Request): Request[] {
  const actions = [OBJECT_ACTIONS, TABLE_ACTIONS].find((kind) => kind.includes(action)) ?? [];
  const last = resource.slice(-1);
  const resources = [
    `${resource}x`,
    `${resource}/x`,
    resource.slice(0, -1),
    `${resource.slice(0, -1)}${last === "q" ? "r" : "q"}`,
    resource.toUpperCase(),
    resource.replace("eu-west-1", "us-east-1"),
    resource.replace("111122223333", "444455556666"),
    resource.replace("arn:aws:", "arn:aws-cn:"),
  ];
  return [
    ...actions.map((other) => ({ action: other, resource })),
    ...resources.map((other) => ({ action, resource: other })),
  ];
}

const keyOf = ({ action, resource }: Request): string => `${action} ${resource}`;

test("what was observed is allowed, what is near it is not", { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(fc.array(request, { minLength: 1, maxLength: 20 }), (all) => {
      const permissions = all.map(({ action, resource }, call) =>
        observed(action, escapeArnLiteral(resource).text, { call }),
      );
      const set = synthesize(permissions, { identities: [], authorization: SMALL_INDEX, exact: true });
      const documents = set.policies.flatMap((policy) => policy.documents);
      const decide = ({ action, resource }: Request) => evaluate(documents, { action, resource, context: {} });
      const seen = new Set(all.map(keyOf));
      expect(all.map(decide)).toEqual(all.map(() => "allowed"));
      const allowed = all.flatMap(nearTo).filter((near) => !seen.has(keyOf(near)) && decide(near) === "allowed");
      expect(allowed).toEqual([]);
    }),
    cases(300),
  );
});
