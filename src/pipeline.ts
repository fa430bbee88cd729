/**
 * The product as its users see it: exchanges are observed as they pass (`observe`); recordings become permissions, a policy
 * and its proof (`policies`). Each half loads its stages when it is used.
 */
export type { RequiredPermission } from "./authorize/required-permission.ts";
export type { Denial, Undecoded } from "./decode/api-call.ts";
export { type BlindProxy, startBlindProxy } from "./pipeline/blind-proxy.ts";
export { awsDnsSuffixes, permittedNames } from "./pipeline/certificate-authority.ts";
export type { EnforcedPolicy } from "./pipeline/enforce.ts";
export { countIdentities } from "./pipeline/identities.ts";
export { lintContext } from "./pipeline/lint-context.ts";
export { startObservingCsm } from "./pipeline/listen-to-csm.ts";
export { nearestName } from "./pipeline/nearest-name.ts";
export { type Observation, type SigningSettings, startObserving, systemTellsOwners } from "./pipeline/observe.ts";
export {
  actionTables,
  cloudFormationTypes,
  type ExplainedCall,
  explainCalls,
  openRecordings,
  type PolicySettings,
  policiesOf,
  statementUniter,
} from "./pipeline/policies.ts";
export { type StatementProvenance, statementProvenance } from "./pipeline/statement-provenance.ts";
export type {
  CallSite,
  Counted,
  RecordedAttempt,
  RecordedCall,
  RecordedNotice,
  RecordedTunnel,
  Recording,
} from "./record/recording.ts";
export type { Finding, IdentityPolicy, PolicySet } from "./synthesize/policy-set.ts";
