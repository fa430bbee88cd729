/** The built product as the truth script needs it: a decoder with the real indexes and rules, and the authorizer. */

export async function openProduct(dist) {
  const built = (path) => import(new URL(path, dist).href);
  const { openApiIndex } = await built("data/open-api-index.js");
  const { openAuthorizationIndex } = await built("data/open-authorization-index.js");
  const { createDecoder } = await built("decode/decoder.js");
  const { createRequestReader } = await built("decode/request-reader.js");
  const { keepMembers } = await built("decode/input/keep-members.js");
  const { compileMemberPaths } = await built("decode/input/member-paths.js");
  const { createAuthorizer } = await built("authorize/authorizer.js");
  const { addressingOf, answersOf } = await built("services/decode-records.js");
  const { serviceRules } = await built("services/index.js");
  const { servicePrefixOf } = await built("services/service-prefixes.js");
  const { excerptsRead, pathsRead } = await built("services/paths-read.js");
  const apis = openApiIndex();
  const authorization = openAuthorizationIndex();
  const ofRules = (read) => (sdkId, operation) => {
    const rules = serviceRules(sdkId);
    return rules === undefined ? [] : read(rules, operation);
  };
  const { ownerPathsOf } = await built("services/resource-owners.js");
  const ofRecords = ofRules(pathsRead);
  const reading = {
    pathsRead: (sdkId, operation) => [...ofRecords(sdkId, operation), ...ownerPathsOf(sdkId)],
    excerptsRead: ofRules(excerptsRead),
  };
  const context = { apis, addressing: addressingOf, answers: answersOf, ...reading };
  const reader = createRequestReader(context);
  return {
    apis,
    decoder: createDecoder(context),
    authorize: createAuthorizer({ apis, authorization, rules: serviceRules }),
    modelOf: ({ sdkId, signingName }) =>
      authorization.load(serviceRules(sdkId)?.servicePrefix ?? servicePrefixOf(signingName)),
    /** What a recording would hold of an input. */
    keptOf(sdkId, operation, input) {
      const paths = compileMemberPaths(
        reading.pathsRead(sdkId, operation.name),
        reading.excerptsRead(sdkId, operation.name),
      );
      return { input: keepMembers(input, operation, paths).input, members: Object.keys(input).sort() };
    },
    inputOf: (request) => reader.readInput(request).input ?? {},
    clientOf: (sdkId) => apis.withSdkId(sdkId)?.client,
  };
}
