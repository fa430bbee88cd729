/** YAML files that hold policies: templates, Serverless files, a policy document by itself, JSON in a resource of Kubernetes. */
import { templatePolicies } from "./cloudformation.ts";
import { literal, type ReadScalar } from "./cloudformation-value.ts";
import { policyFileOf } from "./editable-policy.ts";
import type { PolicyFileReader } from "./policy-file.ts";
import type { References } from "./references.ts";
import { nestedTooDeeply, refusingDepth } from "./refuse-depth.ts";
import { isServerless, serverlessPolicies } from "./serverless.ts";
import { serverlessText } from "./serverless-value.ts";
import { policiesInBlocks } from "./yaml-json.ts";
import { type StatementPlace, statementsIn, yamlPolicy } from "./yaml-policy.ts";
import { parseYaml, type YamlNode } from "./yaml-tree.ts";

/**
 * Five hundred lists in one line: deeper than anything that deploys, and not yet too deep for the parser's stack. Near its end V8
 * gives up the whole process where a regular expression is to be compiled.
 */
const TOO_DEEP = /^[ \t]*(?:[-?] +){500}/m;

/** A file of another kind has no policies. */
export const readYamlPolicyFile: PolicyFileReader = refusingDepth(async (text, fileName, known) => {
  if (TOO_DEEP.test(text)) throw nestedTooDeeply(fileName);
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
