/** Where SAM templates hold policies: statements among the Policies of a function or state machine, beside names and policy templates. */
import { type PolicyItem, type StatementPlace, statementsIn } from "./yaml-policy.ts";

const WITH_POLICIES = /^AWS::Serverless::(?:Function|StateMachine)$/;

export function samPolicies(type: string, policies: readonly PolicyItem[]): readonly StatementPlace[] {
  if (!WITH_POLICIES.test(type)) return [];
  return policies.flatMap(({ node, address }) => statementsIn(node, address) ?? []);
}
