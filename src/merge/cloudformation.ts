/** Where CloudFormation templates hold policies of identities; those that SAM adds are in `sam.ts`. */
import { branches, intrinsic } from "./cloudformation-value.ts";
import { samPolicies } from "./sam.ts";
import { type PolicyItem, type StatementPlace, statementsIn } from "./yaml-policy.ts";
import { entriesOf, valueAt, type YamlNode } from "./yaml-tree.ts";

/** Policy, ManagedPolicy, and the one-policy resources RolePolicy, UserPolicy and GroupPolicy. */
const POLICY = /^AWS::IAM::(?:Managed|Role|User|Group)?Policy$/;
/** Of IAM Identity Center: the policy of the roles that it makes. */
const PERMISSION_SET = "AWS::SSO::PermissionSet";
const IDENTITY = /^AWS::IAM::(?:Role|User|Group)$/;

/** `prefix` is the address of the template itself: empty, or where another file holds it. */
export function templatePolicies(template: YamlNode, prefix = ""): readonly StatementPlace[] {
  return entriesOf(valueAt(template, "Resources")).flatMap(({ key, value }) => {
    const type = textAt(value, "Type");
    const address = `${prefix}Resources.${key.text}`;
    const properties = valueAt(value, "Properties");
    const policies = valueAt(properties, "Policies");
    if (POLICY.test(type)) return documentAt(properties, address);
    if (type === PERMISSION_SET) return documentAt(properties, address, "InlinePolicy");
    if (IDENTITY.test(type)) {
      return policiesIn(policies, `${address}.Policies`).flatMap((policy) => documentAt(policy.node, policy.address));
    }
    return samPolicies(type, policiesIn(policies, `${address}.Policies`));
  });
}

/** The items of a list of policies, choices taken apart; a policy alone has the address of the list. */
function policiesIn(node: YamlNode | undefined, address: string): readonly PolicyItem[] {
  if (node === undefined) return [];
  const called = intrinsic(node);
  if (called?.name === "If") {
    return branches(called.given).flatMap((branch, at) => policiesIn(branch, `${address}.If.${at}`));
  }
  if (called !== undefined || node.kind === "scalar") return [];
  if (node.kind === "map") return [{ address, node }];
  return node.items.flatMap((item, at) => policiesIn(item, `${address}.${at}`));
}

function documentAt(holder: YamlNode | undefined, address: string, name = "PolicyDocument"): readonly StatementPlace[] {
  const document = entriesOf(holder).find(({ key }) => key.text === name);
  if (document === undefined) return [];
  const statements = statementsIn(document.value, address);
  const isInFlow = holder?.isShared === true || (holder?.kind === "map" && holder.isFlow);
  return statements ?? [{ address, key: document.key, value: document.value, isInFlow }];
}

function textAt(node: YamlNode, key: string): string {
  const value = valueAt(node, key);
  return value?.kind === "scalar" ? value.text : "";
}
