import { describe, expect, test } from "vitest";
import { applicabilityOf } from "../../src/synthesize/applicability.ts";
import { group, prefixesOf, sortedBlocks } from "../../src/synthesize/group.ts";
import { requirementsOf } from "../../src/synthesize/requirement.ts";
import { SMALL_INDEX } from "../support/authorization-index.ts";
import { observed } from "../support/observed-permission.ts";

const T = "arn:aws:dynamodb:eu-west-1:111122223333:table";

const grouped = (...pairs: (readonly [action: string, ...resources: string[]])[]) =>
  group(
    requirementsOf(pairs.map(([action, ...resources]) => observed(action, resources))),
    {},
    applicabilityOf(SMALL_INDEX),
  ).map(({ actions, resources }) => [actions.join(" "), resources.join(" ")]);

describe("grouping", () => {
  test("actions with the same resources are one block", () => {
    expect(grouped(["s3:GetObject", "b/1", "b/2"], ["s3:PutObject", "b/1", "b/2"])).toEqual([
      ["s3:GetObject s3:PutObject", "b/1 b/2"],
    ]);
  });

  test("resources with the same actions are one block where that gives fewer", () => {
    const [one, two] = [`${T}/one`, `${T}/two`];
    expect(
      grouped(
        ["dynamodb:GetItem", one, two],
        ["dynamodb:PutItem", one],
        ["dynamodb:Query", two],
        ["dynamodb:ListTables", "*"],
      ),
    ).toEqual([
      ["dynamodb:GetItem dynamodb:PutItem", one],
      ["dynamodb:GetItem dynamodb:Query", two],
      ["dynamodb:ListTables", "*"],
    ]);
  });

  test("blocks share pairs where that gives fewer, and keep only what no other has", () => {
    const [one, two, three, four] = ["1", "2", "3", "4"].map((name) => `${T}/${name}-of-a-long-name`);
    expect(
      grouped(
        ["dynamodb:GetItem", two ?? "", four ?? ""],
        ["dynamodb:PutItem", one ?? "", two ?? "", three ?? "", four ?? ""],
        ["dynamodb:Query", one ?? "", three ?? "", four ?? ""],
      ),
    ).toEqual([
      ["dynamodb:GetItem dynamodb:PutItem", `${two} ${four}`],
      ["dynamodb:PutItem dynamodb:Query", `${one} ${three} ${four}`],
    ]);
  });

  test("bucket and object actions share a block for several buckets", () => {
    expect(
      grouped(
        ["s3:GetObject", "arn:aws:s3:::a/*", "arn:aws:s3:::b/*"],
        ["s3:ListBucket", "arn:aws:s3:::a", "arn:aws:s3:::b"],
        ["s3:GetBucketLocation", "arn:aws:s3:::a", "arn:aws:s3:::b"],
      ),
    ).toEqual([
      [
        "s3:GetBucketLocation s3:GetObject s3:ListBucket",
        "arn:aws:s3:::a arn:aws:s3:::a/* arn:aws:s3:::b arn:aws:s3:::b/*",
      ],
    ]);
  });

  test("a resource that fits two types keeps its block alone", () => {
    expect(grouped(["s3:GetObject", "arn:aws:s3:::a*"], ["s3:ListBucket", "arn:aws:s3:::a"])).toHaveLength(2);
  });

  test("different prefixes share a block only on the same resources", () => {
    expect(
      grouped(["s3:GetObject", "arn:aws:s3:::a/k"], ["sqs:SendMessage", "arn:aws:sqs:eu-west-1:1:q"]),
    ).toHaveLength(2);
    expect(grouped(["s3:ListAllMyBuckets", "*"], ["sqs:ListQueues", "*"])).toHaveLength(1);
  });
});

test("blocks are sorted by actions, resources, conditions", () => {
  const block = (action: string, resource: string, k?: string) => ({
    actions: [action],
    resources: [resource],
    conditions: k === undefined ? {} : { StringEquals: { k: [k] } },
  });
  const [a, b, c, d] = [block("x:A", "r"), block("x:A", "r", "1"), block("x:A", "r", "2"), block("x:B", "a")];
  expect(sortedBlocks([d, c, b, a])).toEqual([a, b, c, d]);
});

test("prefixes of actions are told once each, in lower case", () => {
  expect(prefixesOf(["s3:A", "S3:B", "ec2:C"])).toEqual(["ec2", "s3"]);
});
