import { expect, test } from "vitest";
import { arnNamer } from "../../src/iam/named-arn.ts";
import {
  literalOf,
  type Names,
  placesIn,
  referenceIn,
  templateOf,
  variablesIn,
  write,
} from "../../src/render/template.ts";

const HOME = { partition: "aws", region: "eu-west-1", account: "111122223333" };
const shown = (text: string, home: Names = HOME) =>
  write(templateOf(text, home), {
    literal: (literal) => literal,
    place: (place) => `<${place}>`,
    variable: (name) => `(${name})`,
    reference: (expression) => `[${expression}]`,
  });

test.each([
  ["arn:aws:sqs:eu-west-1:111122223333:jobs", "arn:<partition>:sqs:<region>:<account>:jobs"],
  ["arn:aws:s3:::111122223333-eu-west-1/*", "arn:<partition>:s3:::111122223333-eu-west-1/*"],
  ["arn:aws:sqs:us-east-1:444455556666:jobs", "arn:<partition>:sqs:us-east-1:444455556666:jobs"],
  ["arn:aws:lambda:eu-west-1:111122223333:function:f:1", "arn:<partition>:lambda:<region>:<account>:function:f:1"],
  ["arn:*:sqs:*:*:jobs", "arn:*:sqs:*:*:jobs"],
  ["sqs.eu-west-1.amazonaws.com", "sqs.<region>.amazonaws.com"],
  ["sqs.us-east-1.amazonaws.com", "sqs.us-east-1.amazonaws.com"],
  ["a.b.eu-west-1.amazonaws.com", "a.b.eu-west-1.amazonaws.com"],
  ["eu-west-1", "eu-west-1"],
  ["*", "*"],
  ["", ""],
])("%s", (text, template) => {
  expect(shown(text)).toBe(template);
});

test("without a home everything stays literal", () => {
  expect(literalOf(templateOf("arn:aws:sqs:eu-west-1:111122223333:jobs", {}))).toBe(
    "arn:aws:sqs:eu-west-1:111122223333:jobs",
  );
  expect(literalOf(templateOf("", {}))).toBe("");
});

test("tells which places a text names", () => {
  expect(placesIn(templateOf("arn:aws:iam::111122223333:role/r", HOME))).toEqual(["partition", "account"]);
  expect(literalOf(templateOf("arn:aws:iam::111122223333:role/r", HOME))).toBeUndefined();
});

const STAGE = { name: "theStage", value: "dev" };
const ACCOUNT = { name: "account_id", value: "111122223333" };

test.each([
  ["arn:aws:sqs:eu-west-1:111122223333:dev-jobs", "arn:<partition>:sqs:<region>:(account-id):(the-stage)-jobs"],
  ["arn:aws:s3:::logs-111122223333/dev/devices", "arn:<partition>:s3:::logs-(account-id)/(the-stage)/devices"],
  ["arn:aws:dev::444455556666:x", "arn:<partition>:dev::444455556666:x"],
  ["sqs.eu-west-1.amazonaws.com", "sqs.<region>.amazonaws.com"],
  ["dev", "(the-stage)"],
])("a variable of the user goes before account and region, never into the head of an ARN: %s", (text, template) => {
  expect(shown(text, { ...HOME, variables: [STAGE, ACCOUNT] })).toBe(template);
});

test("tells which variables a text names", () => {
  const template = templateOf("arn:aws:s3:::dev-dev/x", { variables: [STAGE, ACCOUNT] });
  expect(variablesIn(template)).toEqual([STAGE, STAGE]);
  expect(literalOf(template)).toBeUndefined();
});

const nameOf = arnNamer([{ arn: "arn:aws:s3:::photos", expression: "Photos.Arn" }]);

test("what the tool made itself goes before places, and what is within it may have variables", () => {
  expect(shown("arn:aws:s3:::photos/dev/*", { ...HOME, nameOf, variables: [STAGE] })).toBe(
    "[Photos.Arn]/(the-stage)/*",
  );
  expect(shown("arn:aws:s3:::photos-2", { ...HOME, nameOf })).toBe("arn:<partition>:s3:::photos-2");
});

test("tells a reference that stands alone", () => {
  expect(referenceIn(templateOf("arn:aws:s3:::photos", { nameOf }))).toBe("Photos.Arn");
  expect(referenceIn(templateOf("arn:aws:s3:::photos/*", { nameOf }))).toBeUndefined();
  expect(referenceIn(templateOf("*", { nameOf }))).toBeUndefined();
});
