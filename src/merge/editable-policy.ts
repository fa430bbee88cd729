/** From what a reader found, by offsets, to the file that merging and checking see, by lines: the same for every syntax. */
import { InputError } from "../errors.ts";
import type { Statement } from "../iam/policy-document.ts";
import { valuesOf } from "../iam/statement.ts";
import type { PolicyFile, StatementEdits } from "./policy-file.ts";
import type { ReadStatement } from "./read-statement.ts";
import type { References } from "./references.ts";
import { regionsOf, type Span } from "./source-place.ts";
import { type TextEdit, withTextEdits } from "./text-edits.ts";

export interface EditablePolicy extends Span {
  readonly address: string;
  /** As in `FoundPolicy`. */
  readonly version?: string;
  /** As in `FoundPolicy`. */
  readonly ampersandVariables?: true;
  readonly statements: readonly (ReadStatement & Span)[];
  readonly isPartial?: true;
  /** What its statements can refer to. */
  readonly references?: References | undefined;
  readonly notEditable?: string;
  readonly otherFile?: string;
  readonly edits: (edits: StatementEdits) => readonly TextEdit[];
  /** Absent: as JSON. */
  readonly pasteable?: (statements: readonly Statement[]) => string;
}

const asJson = (statements: readonly Statement[]): string => `${JSON.stringify(statements, undefined, 2)}\n`;

const isStale = ({ Resource }: Statement, source: string, references: References | undefined): boolean =>
  valuesOf(Resource).some((value) => references?.nameOf(value) !== undefined && source.includes(value));

/** In the order of the text. */
export function policyFileOf(text: string, found: readonly EditablePolicy[]): PolicyFile {
  const regionOf = regionsOf(text);
  const inOrder = [...found].sort((a, b) => a.start - b.start);
  return {
    policies: inOrder.map((policy) => ({
      address: policy.address,
      ...(policy.version === undefined ? {} : { version: policy.version }),
      ...(policy.ampersandVariables === undefined ? {} : { ampersandVariables: policy.ampersandVariables }),
      // When they are asked for: of a file with many policies one is meant.
      get statements() {
        return policy.statements.map(({ statement, isComputed, unknownActions, ...span }) => ({
          statement,
          isComputed,
          ...(unknownActions === undefined ? {} : { unknownActions }),
          ...(isStale(statement, text.slice(span.start, span.end), policy.references)
            ? { isStale: true as const }
            : {}),
          region: regionOf(span),
        }));
      },
      ...(policy.isPartial === undefined ? {} : { isPartial: policy.isPartial }),
      ...(policy.notEditable === undefined ? {} : { notEditable: policy.notEditable }),
      ...(policy.otherFile === undefined ? {} : { otherFile: policy.otherFile }),
      region: regionOf(policy),
    })),
    withEdits(address, edits) {
      const policy = inOrder.find((one) => one.address === address);
      if (policy === undefined) throw new InputError("no-such-policy", `no policy has the address \`${address}\``);
      if (policy.notEditable !== undefined) {
        throw new InputError("policy-not-editable", `cannot edit \`${address}\`: ${policy.notEditable}`);
      }
      return withTextEdits(text, policy.edits(edits));
    },
    pasteable(address, statements) {
      return (inOrder.find((one) => one.address === address)?.pasteable ?? asJson)(statements);
    },
  };
}
