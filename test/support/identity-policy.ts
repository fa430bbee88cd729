/** A policy of one identity as synthesis would hand it over, without proof work. */
import type { PolicyDocument } from "../../src/iam/policy-document.ts";
import type { IdentityPolicy, PolicyIdentity } from "../../src/synthesize/policy-set.ts";

export function identityPolicy(identity: PolicyIdentity, ...documents: PolicyDocument[]): IdentityPolicy {
  return {
    identity,
    documents,
    needed: [],
    proof: { sufficient: true, minimal: true, permissions: 0, unverified: 0, failures: [] },
    provenance: {},
    findings: [],
  };
}
