/** What must hold for any observations: exact (nothing missing, nothing more), minimal, the same whatever the order. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { ATTACHMENTS } from "../../src/iam/attachment.ts";
import { evaluate } from "../../src/iam/evaluate.ts";
import { policySize, QUOTAS } from "../../src/iam/quotas.ts";
import { singleAlternatives } from "../../src/synthesize/condition-block.ts";
import type { ObservedPermission } from "../../src/synthesize/observed-permission.ts";
import { synthesize } from "../../src/synthesize/synthesize.ts";
import { SMALL_INDEX } from "../support/authorization-index.ts";
import { cases, PATIENCE } from "../support/long-run.ts";
import { observed } from "../support/observed-permission.ts";

const TABLE = "arn:aws:dynamodb:eu-west-1:111122223333:table";

/** Action -> resources that AWS accepts for it: written by hand, so that it owes nothing to the code under test. */
const VALID: Readonly<Record<string, readonly string[]>> = {
  "s3:GetObject": ["arn:aws:s3:::b/1", "arn:aws:s3:::b/2/x", "arn:aws:s3:::c/${*}", "arn:aws:s3:::b/*"],
  "s3:PutObject": ["arn:aws:s3:::b/1", "arn:aws:s3:::b/2/x", "arn:aws:s3:::b/?"],
  "s3:PutObjectTagging": ["arn:aws:s3:::b/1", "arn:aws:s3:::c/${*}"],
  "s3:ListBucket": ["arn:aws:s3:::b", "arn:aws:s3:::c"],
  "s3:GetBucketLocation": ["arn:aws:s3:::b", "arn:aws:s3:::c"],
  "s3:ListAllMyBuckets": ["*"],
  "s3:Unknown": ["arn:aws:s3:::b", "arn:aws:s3:::b/1", "*"],
  "dynamodb:GetItem": [`${TABLE}/t`, `${TABLE}/u`],
  "dynamodb:PutItem": [`${TABLE}/t`, `${TABLE}/u`],
  "dynamodb:Query": [`${TABLE}/t`, `${TABLE}/t/index/i`, `${TABLE}/u/index/*`],
  "dynamodb:ListTables": ["*"],
  "iam:PassRole": ["arn:aws:iam::111122223333:role/r", "arn:aws:iam::111122223333:role/x/s"],
};
const PAIRS = Object.entries(VALID).flatMap(([action, all]) => all.map((resource) => ({ action, resource })));
const ALL_RESOURCES = [...new Set(PAIRS.map(({ resource }) => resource))];
const CONDITIONS = [
  {},
  { StringEquals: { k: ["1"] } },
  { StringEquals: { k: ["2"] } },
  { StringEquals: { k: ["1", "2"], l: ["3"] } },
  { StringLike: { k: ["1*"] } },
  { "ForAllValues:StringEquals": { tags: ["1", "2"] }, Null: { tags: ["false"] } },
];

const observation = fc
  .record({
    pair: fc.constantFrom(...PAIRS),
    conditions: fc.constantFrom({}, {}, {}, ...CONDITIONS),
    call: fc.integer({ min: 1, max: 9 }),
    identity: fc.constantFrom("a", "b"),
    outcome: fc.constantFrom("succeeded", "denied", "failed"),
    verified: fc.boolean(),
  })
  .map(({ pair, ...rest }) => observed(pair.action, pair.resource, rest));
const observations = fc.array(observation, { maxLength: 30 });

const policies = (all: readonly ObservedPermission[]) =>
  synthesize(all, { identities: [], authorization: SMALL_INDEX }).policies;

test("every policy is sufficient and minimal", { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(observations, (all) => {
      for (const { proof } of policies(all)) {
        expect(proof).toMatchObject({ sufficient: true, minimal: true, failures: [] });
      }
    }),
    cases(600),
  );
});

/** Wildcard -> what lies within it. */
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  "arn:aws:s3:::b/*": ["arn:aws:s3:::b/1", "arn:aws:s3:::b/2/x", "arn:aws:s3:::b/?"],
  "arn:aws:s3:::b/?": ["arn:aws:s3:::b/1"],
};

/** By the hand-written table, and by what the action was seen on. */
const appliesTo = (action: string, resource: string): boolean => {
  if (action === "s3:Unknown" || resource === "*") return true;
  const isObject = /^arn:aws:s3:::.*\//.test(resource);
  const kind = /:s3:/.test(resource)
    ? isObject
      ? "object"
      : "bucket"
    : /index/.test(resource)
      ? "index"
      : resource.split(":")[2];
  const kinds = (VALID[action] ?? []).map((one) =>
    /:s3:/.test(one)
      ? /^arn:aws:s3:::.*\//.test(one)
        ? "object"
        : "bucket"
      : /index/.test(one)
        ? "index"
        : one.split(":")[2],
  );
  return kinds.includes(kind);
};

test("nothing is granted beyond what is required, over all observed actions and resources", {
  timeout: PATIENCE,
}, () => {
  const plain = fc.array(
    fc.constantFrom(...PAIRS).map(({ action, resource }) => observed(action, resource)),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(plain, (all) => {
      const documents = policies(all).flatMap((policy) => policy.documents);
      const required = new Set(all.map(({ permission }) => `${permission.action} ${permission.resources[0]}`));
      for (const action of Object.keys(VALID)) {
        for (const resource of ALL_RESOURCES.filter((one) => appliesTo(action, one))) {
          const request = { action, resource, resourceIsPattern: true, context: {} };
          const wider = Object.keys(WITHIN).filter((wide) => WITHIN[wide]?.includes(resource));
          const isRequired = [resource, ...wider, "*"].some((one) => required.has(`${action} ${one}`));
          expect([action, resource, evaluate(documents, request)]).toEqual([
            action,
            resource,
            isRequired ? "allowed" : "implicitly-denied",
          ]);
        }
      }
    }),
    cases(500),
  );
});

test("conditions are never loosened: a request that no call resembles is not allowed", { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(observations, (all) => {
      const strict = all.filter(({ permission }) => Object.keys(permission.conditions).length > 0);
      const documents = policies(strict).flatMap((policy) => policy.documents);
      for (const { permission } of strict) {
        const [resource = ""] = permission.resources;
        for (const context of [{}, { k: ["4"] }, { k: ["1", "4"], l: ["4"] }]) {
          if ("StringLike" in permission.conditions || ("k" in context && context.k.includes("1"))) continue;
          const request = { action: permission.action, resource, resourceIsPattern: true, context };
          expect(evaluate(documents, request)).toBe("implicitly-denied");
        }
      }
    }),
    cases(300),
  );
});

test("any order of the same observations gives the same bytes", { timeout: PATIENCE }, () => {
  const shuffled = observations.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  );
  fc.assert(
    fc.property(shuffled, ([all, other]) => {
      expect(JSON.stringify(policies(other))).toBe(JSON.stringify(policies(all)));
    }),
    cases(500),
  );
});

test("repeated observations change nothing", { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(observations, (all) => {
      expect(policies([...all, ...all])).toEqual(policies(all));
    }),
    cases(200),
  );
});

test("never more statements than one an action or one a resource, for each condition and value of it", {
  timeout: PATIENCE,
}, () => {
  fc.assert(
    fc.property(observations, (all) => {
      for (const { documents, identity } of policies(all)) {
        const own = all.filter((one) => identity.ids.includes(one.identity)).map(({ permission }) => permission);
        const perCondition = (count: (permission: (typeof own)[number]) => string | undefined) =>
          new Set(
            own.flatMap((permission) =>
              singleAlternatives(permission.conditions).map((one) => `${JSON.stringify(one)} ${count(permission)}`),
            ),
          ).size;
        const most = Math.min(
          perCondition(({ action }) => action),
          perCondition(({ resources }) => resources[0]),
        );
        expect(documents.flatMap(({ Statement }) => Statement).length).toBeLessThanOrEqual(most);
      }
    }),
    cases(300),
  );
});

test("Sids are unique in a policy, plain, and ours", { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(observations, (all) => {
      for (const { documents } of policies(all)) {
        const sids = documents.flatMap(({ Statement }) => Statement.map(({ Sid }) => Sid ?? ""));
        expect(new Set(sids).size).toBe(sids.length);
        expect(sids.filter((sid) => !/^Iamgen[A-Za-z0-9]+$/.test(sid))).toEqual([]);
      }
    }),
  );
});

test.each(ATTACHMENTS)(
  "no document is over the quota of a %s, and splitting loses nothing",
  { timeout: PATIENCE },
  (attachAs) => {
    const many = fc.array(fc.tuple(fc.constantFrom("GetItem", "PutItem", "Query"), fc.integer({ min: 0, max: 300 })), {
      minLength: 100,
      maxLength: 400,
    });
    fc.assert(
      fc.property(many, (all) => {
        const permissions = all.map(([name, table]) => observed(`dynamodb:${name}`, `${TABLE}/a-longer-name-${table}`));
        const [policy] = synthesize(permissions, { identities: [], authorization: SMALL_INDEX, attachAs }).policies;
        const sizes = policy?.documents.map(policySize) ?? [];
        expect(sizes.filter((size) => size > QUOTAS[attachAs].characters)).toEqual([]);
        expect(policy?.proof).toMatchObject({ sufficient: true, minimal: true });
      }),
      cases(10),
    );
  },
);
