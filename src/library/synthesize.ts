/** From a recording to its policies in one step. */
import {
  type ExplainedCall,
  explainCalls,
  type PolicySet,
  type PolicySettings,
  policiesOf,
  type Recording,
} from "../pipeline.ts";

export interface Synthesis {
  /** One policy an identity, each with its proof and findings. */
  readonly policySet: PolicySet;
  /** Every distinct call with the permissions that it needs, and why. */
  readonly explained: readonly ExplainedCall[];
}

/** The least-privilege policies for the calls of a recording. Same observations, any order: same result. */
export async function synthesize(recording: Recording, settings: PolicySettings = {}): Promise<Synthesis> {
  const explained = await explainCalls(recording, settings);
  return { explained, policySet: await policiesOf(recording, explained, settings) };
}
