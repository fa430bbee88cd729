/** The policies of a recording, in a form that a test can spell out. */
import { explainCalls, openRecordings, policiesOf } from "../../src/pipeline.ts";

/** By identity (its ARN, else its account): `actions resources` of each statement, several with commas between them. */
export async function recordedPolicies(text: string): Promise<Record<string, string[]>> {
  const recording = await openRecordings([{ name: "r", text }]);
  const { policies } = await policiesOf(recording, await explainCalls(recording));
  return Object.fromEntries(
    policies.map(({ identity, documents }) => [
      identity.arn ?? identity.account ?? "",
      documents.flatMap((document) => document.Statement.map(({ Action, Resource }) => `${Action} ${Resource}`)),
    ]),
  );
}
