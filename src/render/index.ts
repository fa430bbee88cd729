/** All output formats, by the name given to `--format`. A new one is a file of its own, a line here and a name in `formats.ts`. */
import { ack } from "./ack.ts";
import { cdkPython } from "./cdk-python.ts";
import { cdkTypescript } from "./cdk-typescript.ts";
import { cloudformation } from "./cloudformation.ts";
import { cloudformationJson } from "./cloudformation-json.ts";
import { type Format, isFormat } from "./formats.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";
import { pulumiTypescript } from "./pulumi-typescript.ts";
import type { Renderer } from "./renderer.ts";
import { sam } from "./sam.ts";
import { serverless } from "./serverless.ts";
import { terraform } from "./terraform.ts";
import { terraformJson } from "./terraform-json.ts";
import { vault } from "./vault.ts";
import { yaml } from "./yaml.ts";

export { ATTACHMENTS, FORMATS } from "./formats.ts";

const RENDERERS: { readonly [format in Format]: Renderer } = {
  ack,
  "cdk-python": cdkPython,
  "cdk-typescript": cdkTypescript,
  cloudformation,
  "cloudformation-json": cloudformationJson,
  json,
  markdown,
  "pulumi-typescript": pulumiTypescript,
  sam,
  serverless,
  terraform,
  "terraform-json": terraformJson,
  vault,
  yaml,
};

/** Undefined where there is no such format. */
export function rendererFor(format: string): Renderer | undefined {
  return isFormat(format) ? RENDERERS[format] : undefined;
}
