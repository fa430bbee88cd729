/** YAML files that hold policies: templates, Serverless files, a policy document by itself, JSON in a resource of Kubernetes. */
import { templatePolicies } from "./cloudformation.ts";
import { literal, type ReadScalar } from "./cloudformation-value.ts";
import { policyFileOf } from "./editable-policy.ts";
import type { PolicyFileReader } from "./policy-file.ts";
import type { References } from "./references.ts";
import { refusingDepth } from "./refuse-depth.ts";
import { isServerless, serverlessPolicies } from "./serverless.ts";
import { serverlessText } from "./serverless-value.ts";
import { policiesInBlocks } from "./yaml-json.ts";
import { type StatementPlace, statementsIn, yamlPolicy } from "./yaml-policy.ts";
import { parseYaml, type YamlNode } from "./yaml-tree.ts";

/** A file of another kind has no policies. */
export const readYamlPolicyFile: PolicyFileReader = refusingDepth(async (text, fileName, known) => {
  const root = parseYaml(text, fileName);
  const { places, readScalar } = placesIn(root, known);
  const references = known?.tool === "template" ? known : undefined;
  const inBlocks = isServerless(root) ? [] : policiesInBlocks(text, root);
  return policyFileOf(text, [
    ...places.map((place) => yamlPolicy({ text, root, readScalar, references }, place)),
    ...inBlocks,
  ]);
});

interface Places {
  readonly places: readonly StatementPlace[];
  readonly readScalar: ReadScalar;
}

function placesIn(root: YamlNode, known: References | undefined): Places {
  if (isServerless(root)) return { places: serverlessPolicies(root), readScalar: serverlessText(known) };
  const own = statementsIn(root, "");
  return { places: own ?? templatePolicies(root), readScalar: literal };
}
