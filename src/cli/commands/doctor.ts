/** `iamgen doctor`: what would be captured here, and what stands in the way. */

import { userHome } from "../../run/user-home.ts";
import type { Command } from "../command.ts";
import { examineCertificates } from "../doctor/certificates.ts";
import { examineCredentials } from "../doctor/credentials.ts";
import type { Diagnosis, Examined } from "../doctor/diagnosis.ts";
import { examineMachine } from "../doctor/machine.ts";
import { examineNetwork } from "../doctor/network.ts";
import { examineTools } from "../doctor/tools.ts";
import { EXIT } from "../exit-codes.ts";
import { isOn } from "../settings.ts";
import { wrappedText } from "../wrapped-lines.ts";

const EXAMINATIONS: { readonly [topic: string]: (examined: Examined) => readonly Diagnosis[] } = {
  machine: examineMachine,
  credentials: examineCredentials,
  certificates: examineCertificates,
  network: examineNetwork,
  programs: examineTools,
};

export const doctor: Command = async ({ options }, { output, environment }) => {
  const examined = { environment, platform: process.platform, home: userHome(), nodeVersion: process.version };
  const topics = Object.entries(EXAMINATIONS).map(([topic, examine]) => ({ topic, found: examine(examined) }));
  const { columns } = output.page;
  const text = wrappedText(topics.map(topicText).join("\n"), columns);
  await output.artefact(isOn(options, "json") ? `${JSON.stringify(topics, null, 2)}\n` : text);
  const problems = topics.flatMap(({ found }) => found).filter(({ level }) => level === "problem");
  return problems.length === 0 ? EXIT.success : EXIT.findings;
};

interface Topic {
  readonly topic: string;
  readonly found: readonly Diagnosis[];
}

function topicText({ topic, found }: Topic): string {
  const lines = found.flatMap(({ level, says, remedy }) => [
    `  ${level.padEnd(9)}${says}`,
    ...(remedy === undefined ? [] : [`           remedy: ${remedy}`]),
  ]);
  return [topic, ...(lines.length === 0 ? ["  nothing found"] : lines), ""].join("\n");
}
