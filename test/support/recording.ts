/** Builders with defaults for what the pipeline hands to the commands. */
import type {
  ExplainedCall,
  IdentityPolicy,
  PolicySet,
  RecordedCall,
  Recording,
  RequiredPermission,
} from "../../src/pipeline.ts";
import { apiCall } from "./api-call.ts";
import { HEADER } from "./recorder.ts";

export function recording(overrides: Partial<Recording> = {}): Recording {
  return {
    header: { iamgen: 1, type: "run", ...HEADER },
    calls: [],
    undecoded: [],
    tunnels: [],
    notices: [],
    learned: [],
    end: { exitCode: 0 },
    oddities: [],
    ...overrides,
  };
}

export function recordedCall(overrides: Partial<RecordedCall> = {}): RecordedCall {
  return { ...apiCall(), n: 1, count: 1, ...overrides };
}

export function permission(overrides: Partial<RequiredPermission> = {}): RequiredPermission {
  return {
    action: "s3:PutObject",
    resources: ["arn:aws:s3:::photos/cat.jpg"],
    conditions: {},
    origin: "direct",
    because: "the call itself",
    verified: true,
    ...overrides,
  };
}

export function explained(call: Partial<RecordedCall> = {}, ...permissions: RequiredPermission[]): ExplainedCall {
  return { call: recordedCall(call), permissions, remarks: [] };
}

export function identityPolicy(overrides: Partial<IdentityPolicy> = {}): IdentityPolicy {
  return {
    identity: { ids: ["k1f3a"] },
    documents: [
      {
        Version: "2012-10-17",
        Statement: [{ Sid: "S3", Effect: "Allow", Action: "s3:PutObject", Resource: "arn:aws:s3:::photos/cat.jpg" }],
      },
    ],
    proof: { sufficient: true, minimal: true, permissions: 1, unverified: 0, failures: [] },
    needed: [],
    provenance: { S3: [1] },
    findings: [],
    ...overrides,
  };
}

export const policySet = (...policies: IdentityPolicy[]): PolicySet => ({ policies, findings: [] });
