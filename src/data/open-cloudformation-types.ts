/** Opens the generated table of CloudFormation's resource types. */
import { readFileSync } from "node:fs";
import type { CloudFormationType, CloudFormationTypes } from "./cloudformation-types.ts";

/** `file`: by default the table that iamgen ships. Throws where it is damaged. */
export function openCloudFormationTypes(
  file: URL = new URL("./generated/cloudformation.json", import.meta.url),
): CloudFormationTypes {
  const written = JSON.parse(readFileSync(file, "utf8")) as { readonly [type: string]: CloudFormationType };
  return new Map(Object.entries(written));
}
