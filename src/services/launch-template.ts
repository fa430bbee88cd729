/** EC2 launch templates that a request names by id or by name: IAM knows them by id only. */
import { anyOf, whenMember } from "./rule-condition.ts";
import { filled, type ResourceRule } from "./rule-resource.ts";
import { eachOf, type Fill, fillWhen, type MemberPath, member, unknownPart } from "./rule-value.ts";

const BEHIND_NAME = unknownPart("*", "no-resource-in-input", "a launch template's name does not tell its id");

/** `paths`: members of the form `{LaunchTemplateId, LaunchTemplateName}`. */
export function launchTemplateFills(...paths: readonly MemberPath[]): readonly Fill[] {
  return [
    { LaunchTemplateId: eachOf(...paths.map((path) => member(`${path}.LaunchTemplateId`))) },
    fillWhen(anyOf(...paths.map((path) => whenMember(`${path}.LaunchTemplateName`))), {
      LaunchTemplateId: BEHIND_NAME,
    }),
  ];
}

/** The templates named there; nothing where none is. */
export const launchTemplatesIn = (...paths: readonly MemberPath[]): ResourceRule =>
  filled("launch-template", ...launchTemplateFills(...paths));
