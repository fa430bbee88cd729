import { lstatSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readEndpointSettings } from "../../src/run/endpoint-settings.ts";
import { tempDir } from "../support/temp-dir.ts";

const CONFIG = "[default]\naws_secret_access_key = s\nendpoint_url = http://localhost:4566\n";
const PORTS = new Map([["localhost:4566", 7]]);

function configured() {
  const directory = tempDir();
  const path = join(directory, "mine");
  writeFileSync(path, CONFIG);
  return { directory, path, settings: readEndpointSettings({ AWS_CONFIG_FILE: path }, "/nowhere") };
}

test("the program gets a copy that only the user can read, and the user's file stays", () => {
  const { directory, path, settings } = configured();
  expect(settings.onThisMachine).toEqual(["localhost:4566"]);

  const { variables } = settings.moveTo(PORTS, directory);

  const copy = variables["AWS_CONFIG_FILE"] ?? "";
  expect(readFileSync(copy, "utf8")).toBe(CONFIG.replace("4566", "7"));
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  expect(readFileSync(path, "utf8")).toBe(CONFIG);
});

test("after the run the copy is a link to the user's file", () => {
  const { directory, settings } = configured();
  const moved = settings.moveTo(PORTS, directory);

  expect(moved.end()).toBeUndefined();

  const copy = moved.variables["AWS_CONFIG_FILE"] ?? "";
  expect(lstatSync(copy).isSymbolicLink()).toBe(true);
  expect(readFileSync(copy, "utf8")).toBe(CONFIG);
});

test("what the program wrote into it is kept, and told", () => {
  const { directory, settings } = configured();
  const moved = settings.moveTo(PORTS, directory);
  const copy = moved.variables["AWS_CONFIG_FILE"] ?? "";
  writeFileSync(copy, "[default]\nregion = eu-west-1\n");

  expect(moved.end()).toBe(copy);
  expect(readFileSync(copy, "utf8")).toBe("[default]\nregion = eu-west-1\n");
});

test("without endpoints in the file there is no copy, and without a file no endpoints", () => {
  const { directory, settings } = configured();
  expect(settings.moveTo(new Map(), directory).variables).toEqual({});
  expect(readEndpointSettings({}, "/nowhere")).toMatchObject({ onThisMachine: [], elsewhere: [] });
  const user = { AWS_ENDPOINT_URL_SQS: "http://localhost:4566" };
  expect(readEndpointSettings(user, "/nowhere").moveTo(PORTS, directory).variables).toEqual({
    AWS_ENDPOINT_URL_SQS: "http://localhost:7",
  });
});
