/** CloudFormation in JSON: the same template as `cloudformation`, functions in their long form. */
import { cloudFormationTemplate } from "./cloudformation-template.ts";
import { LONG_FORM } from "./cloudformation-text.ts";
import type { Renderer } from "./renderer.ts";

export const cloudformationJson: Renderer = {
  format: "cloudformation-json",
  references: "template",
  render(policySet, settings) {
    const template = cloudFormationTemplate(policySet, { settings, language: LONG_FORM });
    if (template === undefined) return [];
    return [{ suffix: "", extension: "json", text: `${JSON.stringify(template, undefined, 2)}\n` }];
  },
};
