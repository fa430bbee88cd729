/** All that a command says about a recording: what was seen, the policy for it, and what `--strict` holds against it. */
import { type Synthesis, synthesize } from "../library/synthesize.ts";
import { countIdentities, type PolicySettings, type Recording } from "../pipeline.ts";
import { type Coverage, coverageOf } from "./coverage.ts";

export interface Assessment extends Synthesis {
  readonly recording: Recording;
  readonly coverage: Coverage;
}

export async function assess(recording: Recording, settings: PolicySettings): Promise<Assessment> {
  const { explained, policySet } = await synthesize(recording, settings);
  const identities = await countIdentities(recording);
  return { recording, explained, policySet, coverage: coverageOf({ recording, explained, identities }) };
}
