import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import {
  readCloudFormationTypes,
  type SpecifiedResource,
} from "../../../src/data/generate/read-cloudformation-types.ts";
import { openCloudFormationTypes } from "../../../src/data/open-cloudformation-types.ts";

const OWN = join(import.meta.dirname, "../../../src/data/generate/own-cloudformation-types.json");

const queue: SpecifiedResource = {
  cloudFormationType: "AWS::SQS::Queue",
  arnTemplate: "arn:${Partition}:sqs:${Region}:${Account}:${QueueName}",
  primaryIdentifier: ["QueueUrl"],
  properties: { QueueName: {}, Tags: {} },
  attributes: { Arn: {}, QueueUrl: {} },
};

const typesOf = (more: Partial<SpecifiedResource>, own = "{}") => [
  ...readCloudFormationTypes([{ ...queue, ...more }], own),
];

const QUEUE = { name: "QueueName", attribute: "Arn", arn: "arn:${Partition}:sqs:${Region}:${Account}:${Name}" };

test("a type has the property that names it, its ARN, and the attribute that gives it", () => {
  expect(typesOf({})).toEqual([["AWS::SQS::Queue", QUEUE]]);
});

test("what Ref gives follows from the identifier", () => {
  expect(typesOf({ primaryIdentifier: ["QueueName"] })).toEqual([["AWS::SQS::Queue", { ...QUEUE, ref: "name" }]]);
  expect(typesOf({ primaryIdentifier: ["Arn"] })).toEqual([["AWS::SQS::Queue", { ...QUEUE, ref: "arn" }]]);
});

test.each<[string, Partial<SpecifiedResource>, string | undefined]>([
  ["the attribute has the type's name", { attributes: { QueueArn: {}, OtherArn: {} } }, "QueueArn"],
  ["one attribute is an ARN", { attributes: { SomeArn: {}, "Nested.Arn": {} } }, "SomeArn"],
  ["two are, and neither has the type's name", { attributes: { OneArn: {}, OtherArn: {} } }, undefined],
  ["no attribute is an ARN", { attributes: {} }, undefined],
])("%s", (_, resource, attribute) => {
  expect(typesOf(resource)[0]?.[1].attribute).toBe(attribute);
});

test.each<[string, Partial<SpecifiedResource>]>([
  ["the name cannot be given", { properties: {} }],
  ["the ARN has the path as well", { arnTemplate: "arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}" }],
  ["the ARN has two names", { arnTemplate: "arn:${Partition}:ecs:${Region}:${Account}:service/${A}/${QueueName}" }],
])("a type is left out where %s", (_, resource) => {
  expect(typesOf({ properties: { QueueName: {}, RoleName: {} }, ...resource })).toEqual([]);
});

test("our own types replace those of the specification, or leave them out", () => {
  const value = { name: "Name", attribute: "Arn", arn: "arn:${Partition}:x:::${Name}" };
  expect(typesOf({}, JSON.stringify({ "AWS::SQS::Queue": { value }, "AWS::X::Y": { value } }))).toEqual([
    ["AWS::SQS::Queue", value],
    ["AWS::X::Y", value],
  ]);
  expect(typesOf({}, '{ "AWS::SQS::Queue": {} }')).toEqual([]);
});

test("every one of our own types has its reason and a page of AWS", () => {
  const own: Record<string, { because: string; see: string }> = JSON.parse(readFileSync(OWN, "utf8"));
  for (const { because, see } of Object.values(own)) {
    expect(because).toMatch(/^\w.{10,}/);
    expect(see).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  }
});

test("the committed table is what the pinned package gives", () => {
  const packed = readFileSync(createRequire(import.meta.url).resolve("@aws-cdk/aws-service-spec/db.json.gz"));
  const { schema } = JSON.parse(gunzipSync(packed).toString());
  const types = readCloudFormationTypes(schema.resource.entities, readFileSync(OWN, "utf8"));
  expect([...types]).toEqual([...openCloudFormationTypes()]);
}, 20_000);
