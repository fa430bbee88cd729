/** All output formats, by the name given to `--format`. A new one is a file of its own and a line here. */
import { ack } from "./ack.ts";
import { cdkPython } from "./cdk-python.ts";
import { cdkTypescript } from "./cdk-typescript.ts";
import { cloudformation } from "./cloudformation.ts";
import { cloudformationJson } from "./cloudformation-json.ts";
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

export { ATTACHMENTS } from "../iam/attachment.ts";

const RENDERERS: readonly Renderer[] = [
  json,
  yaml,
  terraform,
  terraformJson,
  cloudformation,
  cloudformationJson,
  sam,
  cdkTypescript,
  cdkPython,
  pulumiTypescript,
  serverless,
  vault,
  ack,
  markdown,
];

/** Sorted, for help and error messages. */
export const FORMATS: readonly string[] = RENDERERS.map(({ format }) => format).sort();

/** Undefined where there is no such format. */
export function rendererFor(format: string): Renderer | undefined {
  return RENDERERS.find((renderer) => renderer.format === format);
}
