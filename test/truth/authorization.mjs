/** How the permissions derived from the corpus compare with AWS's own tables: primary actions, exact resources. */
export async function authorizationReport() {}
