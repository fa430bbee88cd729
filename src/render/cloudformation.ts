/** CloudFormation in YAML: a template with a managed or inline policy for each document. */
import { cloudFormationTemplate } from "./cloudformation-template.ts";
import { SHORT_FORM } from "./cloudformation-text.ts";
import type { Renderer } from "./renderer.ts";
import { yamlText } from "./yaml-text.ts";

export const cloudformation: Renderer = {
  format: "cloudformation",
  references: "template",
  render(policySet, settings) {
    const template = cloudFormationTemplate(policySet, { settings, language: SHORT_FORM });
    return template === undefined ? [] : [{ suffix: "", extension: "yaml", text: yamlText(template) }];
  },
};
