/** What a check knows of AWS, as the pipeline puts it together. */
import type { AuthorizationIndex } from "../../src/data/authorization-index.ts";
import type { CheckTables } from "../../src/merge/known-actions.ts";
import { applicabilityOf } from "../../src/synthesize/applicability.ts";

export function checkTables({ servicePrefixes, load }: AuthorizationIndex): CheckTables {
  const { mayApply } = applicabilityOf({ servicePrefixes, load });
  return { servicePrefixes, load, mayApply };
}
