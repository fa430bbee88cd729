/** Policies as text, in every format of the command line. */
import { UsageError } from "../errors.ts";
import type { PolicySet } from "../pipeline.ts";
import { ATTACHMENTS, FORMATS, rendererFor } from "../render/index.ts";
import type { RenderedFile, RenderSettings } from "../render/renderer.ts";

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
