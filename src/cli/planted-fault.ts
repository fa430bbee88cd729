/**
 * The seam by which end-to-end tests see a proof fail: `IAMGEN_PLANTED_FAULT=lost-statement` takes the last statement from every
 * policy before it is proved, `needless-action` adds an action. No option, and in no help: it makes policies wrong.
 */
import type { PolicySettings } from "../pipeline.ts";

type Amend = NonNullable<PolicySettings["amend"]>;

const FAULTS: ReadonlyMap<string | undefined, Amend> = new Map<string, Amend>([
  ["lost-statement", (documents) => documents.map((one) => ({ ...one, Statement: one.Statement.slice(0, -1) }))],
  [
    "needless-action",
    (documents) =>
      documents.map((one) => ({
        ...one,
        Statement: [...one.Statement, { Sid: "Planted", Effect: "Allow", Action: "planted:Action", Resource: "*" }],
      })),
  ],
]);

/** Nothing unless the variable names a fault. */
export function plantedFault(environment: Readonly<Record<string, string | undefined>>): Pick<PolicySettings, "amend"> {
  const amend = FAULTS.get(environment["IAMGEN_PLANTED_FAULT"]);
  return amend === undefined ? {} : { amend };
}
