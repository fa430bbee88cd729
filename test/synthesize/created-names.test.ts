import { expect, test } from "vitest";
import { parseArn } from "../../src/iam/arn.ts";
import { assignedNames, createdNames, withoutAccount } from "../../src/synthesize/created-names.ts";

const UUID = "0f8fad5b-d9cb-469f-a165-70867728950e";
const names = (...resources: string[]) =>
  Object.fromEntries(
    [...createdNames(resources.map((resource) => ({ kind: "created", resource, by: "Create" })))].map(
      ([segment, { pattern }]) => [segment, pattern],
    ),
  );

test("an id stands for itself as a whole, the word that it begins with is kept", () => {
  expect(names("vpc-0123456789abcdef0", "a1b2c3d4e5", "/hostedzone/Z0123456ABCDEF")).toEqual({
    "vpc-0123456789abcdef0": "vpc-*",
    a1b2c3d4e5: "*",
    Z0123456ABCDEF: "*",
  });
});

test("of an ARN only what looks generated is new in the next run", () => {
  expect(names(`arn:aws:cloudformation:eu-west-1:111122223333:stack/shop/${UUID}`)).toEqual({ [UUID]: "*" });
  expect(names("arn:aws:dynamodb:eu-west-1:111122223333:table/orders")).toEqual({});
});

test("of a URL as well: the program chose the name of its queue, whatever digits are in it", () => {
  const queues = "https://sqs.eu-west-1.amazonaws.com/111122223333";
  expect(names(`${queues}/orders-2`)).toEqual({});
  expect(names(`${queues}/orders-${UUID}`)).toEqual({ [`orders-${UUID}`]: "orders-*" });
});

test("names that many things have are none", () => {
  expect(names("1", "main", "orders", "111122223333", "https://sqs.eu-west-1.amazonaws.com/111122223333/jobs")).toEqual(
    {},
  );
});

test("the operation that made it is told", () => {
  expect(createdNames([{ kind: "created", resource: "a1b2c3d4e5", by: "CreateRestApi" }]).get("a1b2c3d4e5")).toEqual({
    pattern: "*",
    by: "CreateRestApi",
  });
});

test("what a request left to AWS is known by the pattern, whatever account a stand-in answers with", () => {
  const fact = (account: string) =>
    ({
      kind: "created",
      resource: `arn:aws:secretsmanager:eu-west-1:${account}:secret:photos/api-vTAAnP`,
      by: "CreateSecret",
    }) as const;
  const pattern = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:photos/api-??????";
  const arn = parseArn(fact("111122223333").resource);
  expect(arn && assignedNames([fact("123456789012")], [pattern, "*"]).get(withoutAccount(arn))).toEqual({
    pattern: "secret:photos/api-??????",
    by: "CreateSecret",
  });
  expect(assignedNames([fact("1")], ["arn:aws:secretsmanager:eu-west-1:1:secret:other-??????"]).size).toBe(0);
});
