import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { passesRoleNamed } from "../../src/services/named-role.ts";
import { exampleCall, permitNotation } from "./example-call.ts";

const RULE = {
  authorizedActions: [{ action: "glue:CreateCrawler" }, passesRoleNamed("Role", "paper.amazonaws.com")],
  because: "of this test",
  see: "https://docs.aws.amazon.com/",
  examples: [{ input: {}, permits: [] }],
} as const;

const authorize = createAuthorizer({
  apis: openApiIndex(),
  authorization: openAuthorizationIndex(),
  rules: () => ({ sdkId: "Glue", operations: { CreateCrawler: RULE } }),
});

const passed = (Role: string) =>
  authorize(
    exampleCall({ input: { Role }, permits: [] }, { sdkId: "Glue", operation: "CreateCrawler", signingName: "glue" }),
  )
    .filter(({ origin }) => origin === "pass-role")
    .map(permitNotation);

test.each([
  ["crawls", "crawls"],
  ["/service-role/crawls", "service-role/crawls"],
])("passes the role that is called %s", (name, resource) => {
  expect(passed(name)).toEqual([
    `iam:PassRole arn:aws:iam::123456789012:role/${resource} if iam:PassedToService = paper.amazonaws.com`,
  ]);
});

test("leaves a role that is given by ARN to the default", () => {
  expect(passed("arn:aws:iam::123456789012:role/crawls")).toEqual([
    "iam:PassRole arn:aws:iam::123456789012:role/crawls if iam:PassedToService = glue.amazonaws.com",
  ]);
});

test("takes no text for a name that cannot be one", () => {
  expect(passed("two words")).toEqual([]);
});
