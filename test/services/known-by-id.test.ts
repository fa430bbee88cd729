import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { knownByIdOnly } from "../../src/services/known-by-id.ts";
import { exampleCall } from "./example-call.ts";

const resources = knownByIdOnly(
  { Instance: { variable: "Id", members: ["instanceName"], operation: "DeleteInstance", permit: "" } },
  "https://docs.aws.amazon.com/lightsail",
);

function ask(operation: string, input: { readonly [member: string]: unknown }) {
  const rules = () => ({ sdkId: "Lightsail", resources });
  const authorize = createAuthorizer({ apis: openApiIndex(), authorization: openAuthorizationIndex(), rules });
  return authorize(exampleCall({ input, permits: [] }, { sdkId: "Lightsail", operation, signingName: "lightsail" }));
}

test("never takes a name for an id", () => {
  expect(ask("StopInstance", { instanceName: "web" })).toMatchObject([
    {
      resources: ["arn:aws:lightsail:us-east-1:123456789012:Instance/*"],
      widened: { reason: "no-resource-in-input", detail: "a name does not tell the id of Instance" },
    },
  ]);
});

test("leaves ARNs in the input to be found", () => {
  const resourceArn = "arn:aws:lightsail:us-east-1:123456789012:Instance/0123";
  expect(ask("TagResource", { resourceArn, tags: [{ key: "a" }] })).toMatchObject([{ resources: [resourceArn] }]);
});
