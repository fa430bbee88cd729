/** All that a command says about a recording: what was seen, the policy for it, and what `--strict` holds against it. */
import {
  type ExplainedCall,
  explainCalls,
  type PolicySet,
  type PolicySettings,
  policiesOf,
  type Recording,
} from "../pipeline.ts";
import { type Coverage, coverageOf } from "./coverage.ts";

export interface Assessment {
  readonly recording: Recording;
  readonly explained: readonly ExplainedCall[];
  readonly policySet: PolicySet;
  readonly coverage: Coverage;
}

export async function assess(recording: Recording, settings: PolicySettings): Promise<Assessment> {
  const explained = await explainCalls(recording, settings);
  const policySet = await policiesOf(recording, explained, settings);
  return { recording, explained, policySet, coverage: coverageOf({ recording, explained, policySet }) };
}
