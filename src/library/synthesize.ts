/** From a recording to its policies in one step, and from these to text. */

import { UsageError } from "../errors.ts";
import {
  type ExplainedCall,
  explainCalls,
  type PolicySet,
  type PolicySettings,
  policiesOf,
  type Recording,
} from "../pipeline.ts";
import { ATTACHMENTS, FORMATS, rendererFor } from "../render/index.ts";
import type { RenderedFile, RenderSettings } from "../render/renderer.ts";

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

export type RenderOptions = { readonly format?: string } & Partial<RenderSettings>;

/** The policies as `--format` would write them: JSON and as managed policies where nothing else is said. Throws `UsageError`. */
export function render(
  policySet: PolicySet,
  { format = "json", ...settings }: RenderOptions = {},
): readonly RenderedFile[] {
  const { attachAs = "managed-policy", literal = false } = settings;
  const renderer = rendererFor(format);
  if (renderer === undefined) throw new UsageError("unknown-format", `cannot render \`${format}\``, oneOf(FORMATS));
  if (!ATTACHMENTS.includes(attachAs)) {
    throw new UsageError("unknown-attachment", `cannot attach as \`${attachAs}\``, oneOf(ATTACHMENTS));
  }
  return renderer.render(policySet, { ...settings, attachAs, literal });
}

const oneOf = (names: readonly string[]) => ({ hint: `one of: ${names.join(", ")}` });
