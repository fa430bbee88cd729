/** Where Serverless files hold policies: of the provider's role, of single functions, and in the template they carry along. */
import { templatePolicies } from "./cloudformation.ts";
import type { StatementPlace } from "./yaml-policy.ts";
import { entriesOf, valueAt, type YamlNode } from "./yaml-tree.ts";

/** The second is what the framework called it before version 2.24; the first of them in the file counts. */
const PROVIDER = [
  { path: "provider.iam.role", name: "statements" },
  { path: "provider", name: "iamRoleStatements" },
];

export function serverlessPolicies(root: YamlNode): readonly StatementPlace[] {
  const provider = PROVIDER.flatMap(({ path, name }) => listAt(valueAt(root, ...path.split(".")), name, path));
  // Of the plug-in that gives each function a role of its own.
  const functions = entriesOf(valueAt(root, "functions")).flatMap(({ key, value }) =>
    listAt(value, "iamRoleStatements", `functions.${key.text}`),
  );
  const resources = valueAt(root, "resources");
  const templates = resources?.kind === "list" ? resources.items : resources === undefined ? [] : [resources];
  const carried = templates.flatMap((template, at) =>
    templatePolicies(template, resources?.kind === "list" ? `resources.${at}.` : "resources."),
  );
  return [...provider, ...functions, ...carried];
}

function listAt(holder: YamlNode | undefined, name: string, address: string): readonly StatementPlace[] {
  const found = entriesOf(holder).find(({ key }) => key.text === name);
  if (found === undefined || holder?.kind !== "map") return [];
  return [{ address, key: found.key, value: found.value, isInFlow: holder.isFlow }];
}

/** By what only such a file has; its templates have no provider. */
export const isServerless = (root: YamlNode): boolean =>
  valueAt(root, "provider") !== undefined ||
  (valueAt(root, "service") !== undefined && valueAt(root, "functions") !== undefined);
