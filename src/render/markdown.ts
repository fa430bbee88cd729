/**
 * Markdown for a pull request: what each statement allows, the calls behind it, what was found, what is proven, and the
 * document itself to unfold (https://github.github.com/gfm/).
 */
import type { PolicyDocument, Statement } from "../iam/policy-document.ts";
import type { Finding, IdentityPolicy, PolicyIdentity, Proof } from "../synthesize/policy-set.ts";
import { listOf } from "./policy-template.ts";
import type { Renderer } from "./renderer.ts";
import { withPlaceholders } from "./template-variable.ts";

export const markdown: Renderer = {
  format: "markdown",
  render(policySet, { variables = [] }) {
    const written = policySet.policies
      .filter(({ documents }) => documents.length > 0)
      .map((policy) => ({ ...policy, documents: policy.documents.map((one) => withPlaceholders(one, variables)) }));
    if (written.length === 0) return [];
    const paragraphs = [
      "# IAM policy for the calls observed",
      ...written.flatMap(policyParagraphs),
      ...findingsParagraphs("##", policySet.findings),
      "Calls are numbered as in the recording: `iamgen explain SID` shows those behind a statement.",
    ];
    return [{ suffix: "", extension: "md", text: `${paragraphs.join("\n\n")}\n` }];
  },
};

function policyParagraphs({ identity, documents, proof, provenance, findings }: IdentityPolicy): string[] {
  const calls = (sid: string | undefined): string => (sid === undefined ? "" : (provenance[sid] ?? []).join(", "));
  return [
    `## ${identityText(identity)}`,
    proofText(proof),
    ...documents.flatMap((document, index) => [
      ...(documents.length === 1 ? [] : [`### Document ${index + 1} of ${documents.length}`]),
      table(document, calls),
      unfolding(document),
    ]),
    ...findingsParagraphs("###", findings),
  ];
}

const identityText = ({ arn, account, ids }: PolicyIdentity): string => {
  if (arn !== undefined) return code(arn);
  return `Identity ${ids.map(code).join(", ")}${account === undefined ? "" : ` of account ${account}`}`;
};

function proofText({ sufficient, minimal, permissions, unverified, failures }: Proof): string {
  const claims = [
    `**Proof:** ${sufficient ? "sufficient" : "NOT sufficient"} for ${permissions} permissions`,
    `${minimal ? "minimal" : "NOT minimal"} for the calls observed`,
    ...(unverified === 0 ? [] : [`${unverified} of them unverified: no table or rule vouches for the action`]),
  ];
  return [`${claims.join(", ")}.`, ...failures.map((failure) => `* fails: ${code(failure)}`)].join("\n");
}

function table({ Statement }: PolicyDocument, calls: (sid: string | undefined) => string): string {
  const rows = Statement.map((statement) => [
    code(statement.Sid ?? ""),
    cell([...listOf(statement.Action), ...listOf(statement.NotAction).map((action) => `not ${action}`)]),
    cell([...listOf(statement.Resource), ...listOf(statement.NotResource).map((resource) => `not ${resource}`)]),
    cell(conditionsOf(statement)),
    calls(statement.Sid),
  ]);
  return ["| statement | actions | resources | conditions | calls |", "|---|---|---|---|---|", ...rows.map(row)].join(
    "\n",
  );
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** A bar ends a cell even inside a code span. */
const cell = (texts: readonly string[]): string => texts.map((text) => code(text).replaceAll("|", "\\|")).join("<br>");

const conditionsOf = ({ Condition = {} }: Statement): string[] =>
  Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => `${key} ${operator} ${listOf(values).join(" or ")}`),
  );

function unfolding(document: PolicyDocument): string {
  const json = JSON.stringify(document, undefined, 2);
  return ["<details><summary>JSON</summary>", "", "```json", json, "```", "", "</details>"].join("\n");
}

function findingsParagraphs(level: string, findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [];
  const lines = findings.map(({ code: name, severity, path, message, calls }) => {
    const place = path === undefined ? "" : ` at ${code(path)}`;
    const behind = calls.length === 0 ? "" : ` (${calls.length === 1 ? "call" : "calls"} ${calls.join(", ")})`;
    return `* ${severity} ${code(name)}${place}: ${escaped(message)}${behind}`;
  });
  return [`${level} Findings`, lines.join("\n")];
}

/** A code span whose fence is longer than any run of backticks inside. */
function code(text: string): string {
  if (text === "") return "";
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = /^`|`$/.test(text) ? " " : "";
  return `${fence}${space}${text}${space}${fence}`;
}

/** Messages are plain text with names in them: no emphasis, no HTML; what they mark as code stays so. */
const escaped = (text: string): string =>
  text.replace(/`[^`]+`|[\\*_<>[\]`]/g, (found) => (found.length > 1 ? found : `\\${found}`));
