/**
 * iamgen as a library: start a capture, take the policy, render it.
 *
 * ```ts
 * const proxy = await createProxy({ environment: process.env });
 * // start programs with proxy.environment
 * const { policySet } = await synthesize(await proxy.stop());
 * const [file] = render(policySet, { format: "terraform" });
 * ```
 */
export { CommandError, IamgenError, InputError, SetupError, UsageError } from "./errors.ts";
export { createProxy, type ProxyOptions, type RunningProxy } from "./library/create-proxy.ts";
export { type RenderOptions, render } from "./library/render.ts";
export { type Synthesis, synthesize } from "./library/synthesize.ts";
export {
  type ExplainedCall,
  type Finding,
  type IdentityPolicy,
  openRecordings,
  type PolicySet,
  type PolicySettings,
  type RecordedCall,
  type Recording,
  type RequiredPermission,
} from "./pipeline.ts";
export { ATTACHMENTS, FORMATS } from "./render/formats.ts";
export type { RenderedFile } from "./render/renderer.ts";
