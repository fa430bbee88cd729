/** Pulumi in TypeScript: a module with one function a document, which makes the policy and attaches it to the principal given. */
import type { Attachment } from "../iam/attachment.ts";
import { codeText, TYPESCRIPT, typescriptText, variablesParameter } from "./code-text.ts";
import { camelCase, type DeployableDocument, deployableDocuments } from "./deployable.ts";
import { placesOf, variablesOf } from "./policy-template.ts";
import type { Renderer } from "./renderer.ts";
import type { Place } from "./template.ts";
import { documentTree, type TextOf } from "./tree.ts";

/** Function of the provider, and the property of its answer; `id` of a region holds in provider 6 and 7. */
const PLACES: { readonly [P in Place]: { readonly source: string; readonly property: string } } = {
  account: { source: "getCallerIdentityOutput", property: "accountId" },
  partition: { source: "getPartitionOutput", property: "partition" },
  region: { source: "getRegionOutput", property: "id" },
};

const INLINE: { readonly [A in Attachment]?: "role" | "user" | "group" } = {
  "role-inline": "role",
  "user-inline": "user",
  "group-inline": "group",
};

export const pulumiTypescript: Renderer = {
  format: "pulumi-typescript",
  render(policySet, settings) {
    const documents = deployableDocuments(policySet, settings);
    if (documents.length === 0) return [];
    const needsProvider = settings.attachAs !== "session-policy";
    const places = placesOf(documents.flatMap(({ statements }) => statements));
    const imports = [
      ...(needsProvider || places.length > 0 ? ['import * as aws from "@pulumi/aws";'] : []),
      'import * as pulumi from "@pulumi/pulumi";',
    ];
    const sources = places.map((place) => `const ${place} = aws.${PLACES[place].source}();`);
    const paragraphs = [imports.join("\n"), sources.join("\n"), ...documents.map(written(settings.attachAs))];
    return [
      { suffix: "", extension: "ts", text: `${paragraphs.filter((paragraph) => paragraph !== "").join("\n\n")}\n` },
    ];
  },
};

/** The function of one document. */
function written(attachAs: Attachment): (document: DeployableDocument) => string {
  return ({ name, statements }) => {
    const [{ parameters, type }, ...body] = functionParts({ name, attachAs });
    const variables = variablesParameter(variablesOf(statements), "pulumi.Input<string>");
    const signature = `(${[...parameters, variables].filter((part) => part !== "").join(", ")}): ${type}`;
    const document = `const policy = pulumi.jsonStringify(${codeText(documentTree(statements, textOf), TYPESCRIPT, "  ")});`;
    return [`export function ${camelCase(name)}${signature} {`, `  ${document}`, ...body, "}"].join("\n");
  };
}

interface Signature {
  readonly parameters: readonly string[];
  readonly type: string;
}

/** The signature first, then the lines after the document. */
function functionParts({
  name,
  attachAs,
}: {
  readonly name: string;
  readonly attachAs: Attachment;
}): [Signature, ...string[]] {
  const made = (type: string, fields: string) => `new aws.iam.${type}("${name}", { ${fields} })`;
  const principal = INLINE[attachAs];
  if (principal !== undefined) {
    const type = `${principal.charAt(0).toUpperCase()}${principal.slice(1)}Policy`;
    const parameters = [`${principal}: pulumi.Input<string>`];
    return [{ parameters, type: `aws.iam.${type}` }, `  return ${made(type, `${principal}, policy`)};`];
  }
  if (attachAs === "session-policy") return [{ parameters: [], type: "pulumi.Output<string>" }, "  return policy;"];
  if (attachAs === "permissions-boundary")
    return [{ parameters: [], type: "aws.iam.Policy" }, `  return ${made("Policy", "policy")};`];
  return [
    { parameters: ["role: pulumi.Input<string>"], type: "aws.iam.Policy" },
    `  const managed = ${made("Policy", "policy")};`,
    `  ${made("RolePolicyAttachment", "role, policyArn: managed.arn")};`,
    "  return managed;",
  ];
}

const textOf: TextOf = (template) =>
  typescriptText(template, { tag: "pulumi.interpolate", place: (place) => `${place}.${PLACES[place].property}` });
