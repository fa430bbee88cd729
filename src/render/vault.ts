/**
 * HashiCorp Vault: the body of a role of its AWS secrets engine, for `vault write aws/roles/NAME @FILE`. Vault has no references
 * to the account, so everything is literal (https://developer.hashicorp.com/vault/api-docs/secret/aws#create-update-role).
 */
import type { Attachment } from "../iam/attachment.ts";
import type { PolicyIdentity } from "../synthesize/policy-set.ts";
import { documentsWithPlaceholders } from "./file-suffix.ts";
import type { Renderer } from "./renderer.ts";

export const vault: Renderer = {
  format: "vault",
  render: (policySet, settings) =>
    documentsWithPlaceholders(policySet, settings).map(({ suffix, document, policy }) => {
      const role = { ...credentials(policy.identity, settings.attachAs), policy_document: JSON.stringify(document) };
      return { suffix, extension: "json", text: `${JSON.stringify(role, undefined, 2)}\n` };
    }),
};

/**
 * A session of the role that was seen, with the policy as its limit; a federated user's where no role was; else a user of
 * Vault's own making, whose time is that of its lease: only sessions have one of their own.
 */
function credentials({ arn }: PolicyIdentity, attachAs: Attachment): { readonly [field: string]: unknown } {
  if (attachAs !== "session-policy") return { credential_type: "iam_user" };
  const isRole = arn !== undefined && /:role\//.test(arn);
  return {
    ...(isRole ? { credential_type: "assumed_role", role_arns: [arn] } : { credential_type: "federation_token" }),
    default_sts_ttl: "1h",
    max_sts_ttl: "1h",
  };
}
