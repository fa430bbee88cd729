/** Texts in CloudFormation, YAML and JSON: pseudo parameters through `Fn::Sub`, where `${!` begins what is not to be replaced. */
import { literalOf, type Place, type Template, write } from "./template.ts";
import { Expression, type Tree } from "./tree.ts";
import { yamlScalar } from "./yaml-text.ts";

/** How a template in one of the two languages says its functions. */
export interface CloudFormationText {
  readonly textOf: (template: Template) => Tree;
  /** To a parameter or resource of the template. */
  readonly ref: (name: string) => Tree;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html */
const PSEUDO_PARAMETERS: { readonly [P in Place]: string } = {
  account: "AWS::AccountId",
  partition: "AWS::Partition",
  region: "AWS::Region",
};

/** Short forms: `!Sub arn:${AWS::Partition}:…`. */
export const SHORT_FORM: CloudFormationText = {
  textOf: (template) => literalOf(template) ?? shortSub(template),
  ref: (name) => new Expression(`!Ref ${name}`),
};

/** Long forms, which JSON needs. */
export const LONG_FORM: CloudFormationText = {
  textOf: (template) => literalOf(template) ?? { "Fn::Sub": substituted(template) },
  ref: (name) => ({ Ref: name }),
};

/**
 * Short forms for Serverless, which fails on `${aws:username}` as on a variable of its own that it does not know, but takes
 * no `${!` for one: `Fn::Sub` guards it (https://www.serverless.com/framework/docs/guides/variables).
 */
export const SERVERLESS_FORM: CloudFormationText = {
  ...SHORT_FORM,
  textOf: (template) =>
    literalOf(template)?.includes("${") === true ? shortSub(template) : SHORT_FORM.textOf(template),
};

const shortSub = (template: Template): Tree => new Expression(`!Sub ${yamlScalar(substituted(template))}`);

const substituted = (template: Template): string =>
  write(template, {
    literal: (text) => text.replace(/\$\{(?=[^}]*\})/g, "${!"),
    place: (place) => `\${${PSEUDO_PARAMETERS[place]}}`,
  });
