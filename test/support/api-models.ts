/** Small API models for tests of decoding: only what a test names, everything else by default. */
import type { ApiEntry, ApiIndex, ApiModel, MemberModel, OperationModel } from "../../src/data/api-index.ts";

export type MemberSketch = Partial<MemberModel> & { readonly name: string };

export function member(sketch: MemberSketch): MemberModel {
  return {
    wireName: sketch.name,
    location: "body",
    type: "string",
    required: false,
    sensitive: false,
    keep: false,
    ...sketch,
  };
}

export type OperationSketch = Partial<Omit<OperationModel, "members">> & {
  readonly name: string;
  readonly members?: readonly MemberSketch[];
};

export function operation({ members = [], ...sketch }: OperationSketch): OperationModel {
  return { method: "POST", path: "/", query: [], members: members.map(member), ...sketch };
}

export type ApiSketch = Partial<Omit<ApiEntry, "client">> & {
  readonly client: string;
  readonly operations?: readonly OperationSketch[];
};

export function apiModel({ client, operations = [], ...sketch }: ApiSketch): ApiModel {
  return {
    client,
    sdkId: client,
    signingName: client,
    endpointPrefix: client,
    protocols: ["json"],
    apiVersion: "2020-01-01",
    ...sketch,
    operations: new Map(operations.map((entry) => [entry.name, operation(entry)])),
  };
}

export function apiIndex(...sketches: readonly ApiSketch[]): ApiIndex {
  const models = sketches.map(apiModel);
  return {
    entries: models,
    withSigningName: (signingName) => models.filter((model) => model.signingName === signingName),
    withTargetPrefix: (targetPrefix) => models.filter((model) => model.targetPrefix === targetPrefix),
    withSdkId: (sdkId) => models.find((model) => model.sdkId === sdkId),
    load(client) {
      const model = models.find((model) => model.client === client);
      if (model === undefined) throw new RangeError(`no such client: ${client}`);
      return model;
    },
  };
}
