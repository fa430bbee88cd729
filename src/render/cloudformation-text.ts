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
  textOf: (template) => substituted(template, (text) => new Expression(`!Sub ${yamlScalar(text)}`)),
  ref: (name) => new Expression(`!Ref ${name}`),
};

/** Long forms, which JSON needs and YAML takes too. */
export const LONG_FORM: CloudFormationText = {
  textOf: (template) => substituted(template, (text) => ({ "Fn::Sub": text })),
  ref: (name) => ({ Ref: name }),
};

/**
 * A text without place stays as it is, unless it has a `${`: outside of `Fn::Sub` CloudFormation leaves that alone, but
 * linters take it for a forgotten one, and Serverless for a variable of its own.
 */
function substituted(template: Template, sub: (text: string) => Tree): Tree {
  const literal = literalOf(template);
  if (literal !== undefined && !literal.includes("${")) return literal;
  return sub(
    write(template, {
      literal: (text) => text.replace(/\$\{(?=[^}]*\})/g, "${!"),
      place: (place) => `\${${PSEUDO_PARAMETERS[place]}}`,
    }),
  );
}
