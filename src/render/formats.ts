/** The names of formats and attachments without what renders them: all that options, help and completions need. */
export { ATTACHMENTS } from "../iam/attachment.ts";

const NAMED = {
  ack: true,
  "cdk-python": true,
  "cdk-typescript": true,
  cloudformation: true,
  "cloudformation-json": true,
  json: true,
  markdown: true,
  "pulumi-typescript": true,
  sam: true,
  serverless: true,
  terraform: true,
  "terraform-json": true,
  vault: true,
  yaml: true,
} as const;

export type Format = keyof typeof NAMED;

/** As given to `--format`; sorted, for help and error messages. */
export const FORMATS: readonly string[] = Object.keys(NAMED).sort();

/** Formats that spell policy variables `&{…}`: see `iam/ampersand-variables.ts`. */
export const hasAmpersandVariables = (format: string): boolean => format.startsWith("terraform");

/** A name that `--format` takes. */
export const isFormat = (name: string): name is Format => Object.hasOwn(NAMED, name);
