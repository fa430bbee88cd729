// The policy that a command needs, learned from a run against a stand-in for AWS.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createProxy, render, synthesize } from "iamgen";

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {URL} standIn such as moto, http://127.0.0.1:5000
 */
export async function policyFor(command, args, standIn) {
  const proxy = await createProxy({ environment: process.env, command, forwardTo: standIn });
  const child = spawn(command, args, { env: proxy.environment, stdio: "inherit" });
  const [exitCode] = await once(child, "close");

  const recording = await proxy.stop(exitCode ?? 1);
  const settings = { attachAs: "role-inline", format: "terraform" };
  const { policySet } = await synthesize(recording, settings);
  const files = render(policySet, settings);
  return files.map(({ text }) => text).join("");
}
