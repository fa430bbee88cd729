/** All output formats, by the name given to `--format`. A new one is a file of its own and a line here. */
import { json } from "./json.ts";
import type { Renderer } from "./renderer.ts";
import { terraform } from "./terraform.ts";

export { ATTACHMENTS } from "../iam/attachment.ts";

const RENDERERS: readonly Renderer[] = [json, terraform];

/** Sorted, for help and error messages. */
export const FORMATS: readonly string[] = RENDERERS.map(({ format }) => format).sort();

/** Undefined where there is no such format. */
export function rendererFor(format: string): Renderer | undefined {
  return RENDERERS.find((renderer) => renderer.format === format);
}
