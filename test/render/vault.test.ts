import { expect, test } from "vitest";
import { vault } from "../../src/render/vault.ts";
import { NO_DOCUMENT, SETTINGS, SEVERAL_DOCUMENTS } from "../support/policy-sample.ts";

const DOCUMENTS = SEVERAL_DOCUMENTS.policies.flatMap(({ documents }) => documents);
const roles = (...[policySet, settings]: Parameters<typeof vault.render>) =>
  vault.render(policySet, settings).map(({ text }) => JSON.parse(text));

test("each document is a role whose user has the policy", () => {
  const written = roles(SEVERAL_DOCUMENTS, { ...SETTINGS, attachAs: "user-inline" });
  expect(vault.render(SEVERAL_DOCUMENTS, SETTINGS).map(({ suffix }) => suffix)).toEqual([
    "-worker-1",
    "-worker-2",
    "-k2",
  ]);
  expect(written.map(({ policy_document }) => JSON.parse(policy_document))).toEqual(DOCUMENTS);
  expect(written.map(({ policy_document: _, ...rest }) => rest)).toEqual(
    DOCUMENTS.map(() => ({ credential_type: "iam_user" })),
  );
});

test("a session policy limits the role that was seen, or a federated user", () => {
  const [worker, , unnamed] = roles(SEVERAL_DOCUMENTS, { ...SETTINGS, attachAs: "session-policy" });
  expect(worker).toMatchObject({
    credential_type: "assumed_role",
    role_arns: ["arn:aws:iam::111122223333:role/team/worker"],
    default_sts_ttl: "1h",
  });
  expect(unnamed).toMatchObject({ credential_type: "federation_token", max_sts_ttl: "1h" });
  expect(unnamed).not.toHaveProperty("role_arns");
});

test("no policy, no file", () => {
  expect(vault.render(NO_DOCUMENT, SETTINGS)).toEqual([]);
});
