import { expect, test } from "vitest";
import { policySize, QUOTAS } from "../../src/iam/quotas.ts";
import { valuesOf } from "../../src/iam/statement.ts";
import type { Block } from "../../src/synthesize/block.ts";
import { documentsOf } from "../../src/synthesize/documents.ts";

const LIMIT = QUOTAS["managed-policy"].characters;
const options = { characters: LIMIT, levelsOf: () => ["Read"], prune: (block: Block) => block };
const resources = (count: number, prefix = "arn:aws:s3:::a-bucket-with-a-long-name") =>
  Array.from({ length: count }, (_, index) => `${prefix}/${String(index).padStart(4, "0")}`);
const block = (action: string, resources: string[], conditions = {}): Block => ({
  actions: [action],
  resources,
  conditions,
});

test("no block is no document", () => {
  expect(documentsOf([], options)).toEqual([]);
});

test("single values stand bare, several as lists, conditions only where there are some", () => {
  expect(
    documentsOf(
      [
        block("s3:GetObject", ["r1", "r2"]),
        block("s3:PutObject", ["r"], { StringEquals: { k: ["v"], l: ["1", "2"] } }),
      ],
      options,
    ),
  ).toEqual([
    {
      Version: "2012-10-17",
      Statement: [
        { Sid: "IamgenS3Read", Effect: "Allow", Action: "s3:GetObject", Resource: ["r1", "r2"] },
        {
          Sid: "IamgenS3Read2",
          Effect: "Allow",
          Action: "s3:PutObject",
          Resource: "r",
          Condition: { StringEquals: { k: "v", l: ["1", "2"] } },
        },
      ],
    },
  ]);
});

test("a document may be as large as the quota and no larger", () => {
  const frame = policySize(
    documentsOf([block("s3:GetObject", ["", ""])], options)[0] ?? { Version: "2012-10-17", Statement: [] },
  );
  const filling = "x".repeat(LIMIT - frame - 1);
  const full = documentsOf([block("s3:GetObject", ["y", filling])], options);
  expect(full.map(policySize)).toEqual([LIMIT]);
  expect(documentsOf([block("s3:GetObject", ["yy", filling])], options)).toHaveLength(2);
});

test("a policy over the quota is split without loss, and Sids stay unique", () => {
  const blocks = [
    block("s3:GetObject", resources(400)),
    block("s3:PutObject", resources(30)),
    block("s3:ListBucket", ["b"]),
  ];
  const documents = documentsOf(blocks, options);
  const statements = documents.flatMap(({ Statement }) => Statement);
  const pairs = statements.flatMap(({ Action, Resource }) =>
    valuesOf(Resource).map((resource) => `${Action} ${resource}`),
  );

  expect(documents.map(policySize).filter((size) => size > LIMIT)).toEqual([]);
  expect(documents).toHaveLength(4);
  expect(new Set(pairs).size).toBe(431);
  expect(new Set(statements.map(({ Sid }) => Sid)).size).toBe(statements.length);
});
