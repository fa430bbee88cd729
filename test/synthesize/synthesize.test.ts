import { describe, expect, test } from "vitest";
import type { ObservedPermission } from "../../src/synthesize/observed-permission.ts";
import { synthesize } from "../../src/synthesize/synthesize.ts";
import { SMALL_INDEX } from "../support/authorization-index.ts";
import { observed } from "../support/observed-permission.ts";

const BUCKET = "arn:aws:s3:::photos";
const OBJECT = "arn:aws:s3:::photos/a.jpg";
const QUEUE = "arn:aws:sqs:eu-west-1:111122223333:jobs";
const ROLE = "arn:aws:iam::111122223333:role/worker";

const policySet = (...all: ObservedPermission[]) => synthesize(all, { identities: [], authorization: SMALL_INDEX });
const policy = (...all: ObservedPermission[]) => {
  const [found] = policySet(...all).policies;
  if (found === undefined) throw new Error("no policy");
  return found;
};
const statements = (...all: ObservedPermission[]) => policy(...all).documents.flatMap(({ Statement }) => Statement);

describe("statements", () => {
  test("nothing observed is no policy", () => {
    expect(policySet()).toEqual({
      policies: [],
      findings: [
        {
          code: "nothing-to-grant",
          severity: "warning",
          message: "no call of the recording needs a permission: there is no policy",
          calls: [],
        },
      ],
    });
  });

  test("one permission is one statement of bare values", () => {
    expect(policy(observed("s3:PutObject", OBJECT, { accessLevel: "Write" })).documents).toEqual([
      {
        Version: "2012-10-17",
        Statement: [{ Sid: "IamgenS3Write", Effect: "Allow", Action: "s3:PutObject", Resource: OBJECT }],
      },
    ]);
  });

  test("actions on the same resources share a statement", () => {
    expect(statements(observed("s3:PutObject", OBJECT), observed("s3:GetObject", OBJECT))).toEqual([
      { Sid: "IamgenS3ReadWrite", Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: OBJECT },
    ]);
  });

  test("actions of different resource types share a statement where their combination grants nothing", () => {
    expect(statements(observed("s3:GetObject", OBJECT), observed("s3:ListBucket", BUCKET))).toEqual([
      {
        Sid: "IamgenS3ListRead",
        Effect: "Allow",
        Action: ["s3:GetObject", "s3:ListBucket"],
        Resource: [BUCKET, OBJECT],
      },
    ]);
  });

  test("actions of one resource type stay apart where their combination would grant more", () => {
    const other = "arn:aws:s3:::photos/b.jpg";
    expect(statements(observed("s3:GetObject", OBJECT), observed("s3:PutObject", other))).toEqual([
      { Sid: "IamgenS3Read", Effect: "Allow", Action: "s3:GetObject", Resource: OBJECT },
      { Sid: "IamgenS3Write", Effect: "Allow", Action: "s3:PutObject", Resource: other },
    ]);
  });

  test("actions without resource types share a statement whatever their prefix", () => {
    expect(
      statements(
        observed("sqs:ListQueues", "*"),
        observed("s3:ListAllMyBuckets", "*"),
        observed("sqs:SendMessage", QUEUE),
      ),
    ).toEqual([
      { Sid: "IamgenS3SqsList", Effect: "Allow", Action: ["s3:ListAllMyBuckets", "sqs:ListQueues"], Resource: "*" },
      { Sid: "IamgenSqsWrite", Effect: "Allow", Action: "sqs:SendMessage", Resource: QUEUE },
    ]);
  });

  test("an action that no table knows joins nothing", () => {
    const found = statements(observed("s3:GetObject", OBJECT), observed("s3:BrandNew", BUCKET));
    expect(found.map(({ Action }) => Action)).toEqual(["s3:BrandNew", "s3:GetObject"]);
  });

  test("an exact resource is left out where a wildcard covers it", () => {
    expect(
      statements(
        observed("s3:GetObject", OBJECT),
        observed("s3:GetObject", `${BUCKET}/*`, { widened: { reason: "no-resource-in-input", detail: "Key" } }),
      ).map(({ Resource }) => Resource),
    ).toEqual([`${BUCKET}/*`]);
  });

  test("spellings of one action are one action", () => {
    expect(
      statements(observed("S3:getobject", OBJECT), observed("s3:GetObject", OBJECT)).map(({ Action }) => Action),
    ).toHaveLength(1);
  });
});

describe("conditions", () => {
  const passedTo = (...names: string[]) => ({ conditions: { StringEquals: { "iam:PassedToService": names } } });

  test("permissions under different conditions stay apart", () => {
    expect(
      statements(observed("iam:PassRole", ROLE, passedTo("lambda.amazonaws.com")), observed("iam:GetRole", ROLE)),
    ).toEqual([
      { Sid: "IamgenIamRead", Effect: "Allow", Action: "iam:GetRole", Resource: ROLE },
      {
        Sid: "IamgenIamWrite",
        Effect: "Allow",
        Action: "iam:PassRole",
        Resource: ROLE,
        Condition: { StringEquals: { "iam:PassedToService": "lambda.amazonaws.com" } },
      },
    ]);
  });

  test("a permission needed without condition makes the same one under a condition superfluous", () => {
    const found = statements(
      observed("iam:PassRole", ROLE, passedTo("lambda.amazonaws.com")),
      observed("iam:PassRole", ROLE),
    );
    expect(found.map(({ Condition }) => Condition)).toEqual([undefined]);
  });

  test("values of one key are united where all else is the same", () => {
    const found = policy(
      observed("iam:PassRole", ROLE, passedTo("lambda.amazonaws.com")),
      observed("iam:PassRole", ROLE, passedTo("ecs-tasks.amazonaws.com")),
    );
    expect(found.documents[0]?.Statement.map(({ Condition }) => Condition)).toEqual([
      { StringEquals: { "iam:PassedToService": ["ecs-tasks.amazonaws.com", "lambda.amazonaws.com"] } },
    ]);
    expect(found.proof).toEqual({ sufficient: true, minimal: true, permissions: 2, unverified: 0, failures: [] });
  });
});

describe("proof and provenance", () => {
  test("the policy is proved and says what rests on guesses", () => {
    const found = policy(
      observed("s3:GetObject", [OBJECT, `${BUCKET}/b.jpg`]),
      observed("s3:BrandNew", BUCKET, { verified: false, call: 2 }),
    );
    expect(found.proof).toEqual({ sufficient: true, minimal: true, permissions: 3, unverified: 1, failures: [] });
  });

  test("a Sid leads to the calls that need its statement", () => {
    const found = policy(
      observed("s3:GetObject", OBJECT, { call: 3 }),
      observed("s3:GetObject", OBJECT, { call: 1 }),
      observed("sqs:SendMessage", QUEUE, { call: 2 }),
      observed("s3:ListBucket", BUCKET, { call: 2 }),
    );
    expect(found.provenance).toEqual({ IamgenS3ListRead: [1, 2, 3], IamgenSqsWrite: [2] });
  });
});
