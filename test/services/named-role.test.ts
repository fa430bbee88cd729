import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { passesRoleFoundByName, passesRoleNamed } from "../../src/services/named-role.ts";
import { exampleCall, permitNotation } from "./example-call.ts";
import { permitsOf } from "./permits-of.ts";

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

test("a role that AWS looks up by its name may stand below any path", () => {
  const found = { ...RULE, authorizedActions: [passesRoleFoundByName("Role", "paper.amazonaws.com")] };
  const permits = permitsOf({ sdkId: "Glue", operations: { CreateCrawler: found } });
  expect(permits("CreateCrawler", { Role: "crawls" }).slice(-2)).toEqual([
    "iam:PassRole arn:aws:iam::123456789012:role/crawls if iam:PassedToService = paper.amazonaws.com",
    "iam:PassRole arn:aws:iam::123456789012:role/*/crawls if iam:PassedToService = paper.amazonaws.com",
  ]);
});
