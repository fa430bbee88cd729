/**
 * What a wrapped program is told of endpoints on this machine: variables, and a copy of the user's configuration file
 * where that names some. His own file stays as it is.
 */
import { readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type ConfiguredEndpoints,
  configuredEndpoints,
  endpointConfig,
  endpointVariables,
} from "./configured-endpoints.ts";
import type { Environment } from "./environment.ts";

export interface EndpointSettings extends ConfiguredEndpoints {
  /** The settings with those ports in them; `directory` is the run's own, and takes the copy. */
  moveTo(ports: ReadonlyMap<string, number>, directory: string): MovedEndpoints;
}

export interface MovedEndpoints {
  readonly variables: Record<string, string>;
  /**
   * The copy becomes a link to the user's own file, for programs that outlive the run. Returns the copy's path where the
   * program has changed it: then it is left, for nothing of the user's may be lost.
   */
  end(): string | undefined;
}

const VARIABLE = "AWS_CONFIG_FILE";

/** Reads the file that the SDKs would read; one that cannot be read names nothing. */
export function readEndpointSettings(user: Environment, home: string): EndpointSettings {
  const path = (user[VARIABLE] || join(home, ".aws", "config")).replace(/^~(?=\/)/, home);
  const config = textOf(path) ?? "";
  return {
    ...configuredEndpoints(user, config),
    moveTo(ports, directory) {
      const variables = endpointVariables(user, ports);
      const text = endpointConfig(config, ports);
      if (text === undefined) return { variables, end: () => undefined };
      const copy = join(directory, "config");
      // The user's file may hold keys.
      writeFileSync(copy, text, { mode: 0o600 });
      return { variables: { ...variables, [VARIABLE]: copy }, end: () => relinked({ copy, text, path }) };
    },
  };
}

interface Copied {
  readonly copy: string;
  readonly text: string;
  readonly path: string;
}

function relinked({ copy, text, path }: Copied): string | undefined {
  if (textOf(copy) !== text) return copy;
  rmSync(copy, { force: true });
  symlinkSync(path, copy);
  return undefined;
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
