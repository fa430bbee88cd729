import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { ownedCall } from "../../src/authorize/owned-call.ts";
import { apiIndex, authorizationIndex } from "../../src/data/opened-indexes.ts";
import { serviceRules } from "../../src/services/index.ts";
import { apiCall } from "./small-world.ts";

const ECR = { sdkId: "ECR", signingName: "ecr" };

test("what belongs to another account is asked for there", () => {
  const authorize = createAuthorizer({ apis: apiIndex(), authorization: authorizationIndex(), rules: serviceRules });
  const call = apiCall("ListImages", { repositoryName: "web", registryId: "111122223333" }, ECR);
  expect(authorize(call).flatMap(({ resources }) => resources)).toEqual([
    `arn:aws:ecr:${call.region}:111122223333:repository/web`,
  ]);
});

test("a caller that is not known is known by what it owns", () => {
  const { account: _, ...call } = apiCall("ListImages", { registryId: "111122223333" }, ECR);
  expect(ownedCall(call).account).toBe("111122223333");
});

test("no owner, one that is no account, and one of another API leave the call as it is", () => {
  for (const call of [
    apiCall("ListImages", {}, ECR),
    apiCall("ListVaults", { accountId: "-" }, { sdkId: "Glacier", signingName: "glacier" }),
    apiCall("ListImages", { domainOwner: "111122223333" }, ECR),
  ]) {
    expect(ownedCall(call)).toBe(call);
  }
});
