/** What a mistyped name may have meant: one judgement for actions in a policy and for options of the command line. */
export { nearestName } from "../iam/nearest-name.ts";
